/** Later phases run after earlier ones; within a phase in the order of registration. */
export const PHASE = { promise: 0, ready: 1, loaded: 2, event: 3, timer: 4, undispatched: 5 } as const;
