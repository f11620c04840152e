import type { ConsentState } from './guard.ts';
import type { Verdict } from './unit.ts';

/** What an activity does where it does anything: the surest of its verdicts; undefined for what is blocked in every state. */
export function surestVerdict(states: Readonly<Record<ConsentState, Verdict>>): Verdict | undefined {
  const open = Object.values(states).filter(({ outcome }) => outcome !== 'blocked');
  return open.find(({ outcome }) => outcome !== 'unknown') ?? open[0];
}
