/** What an account's uses come to: those that behave alike, as one. */
import { CONSENT_STATES } from '../model/guard.ts';
import type { InventoryPlace, InventoryUse } from './inventory.ts';

/** Things that run in the same states behind the same gates. */
export interface Behaviour extends Pick<InventoryUse, 'states' | 'gates' | 'dead'> {
  readonly uses: readonly [InventoryUse, ...InventoryUse[]];
  readonly places: readonly InventoryPlace[];
}

/** In the order of their first use. */
export function behavioursOf(uses: readonly InventoryUse[]): readonly Behaviour[] {
  const groups = new Map<string, [InventoryUse, ...InventoryUse[]]>();
  for (const use of uses) {
    const outcomes = CONSENT_STATES.map((state) => use.states[state].outcome).join();
    const key = JSON.stringify([outcomes, use.gates, use.dead]);
    const group = groups.get(key);
    if (group) group.push(use);
    else groups.set(key, [use]);
  }
  return [...groups.values()].map((group) => {
    const [{ states, gates, dead }] = group;
    return { uses: group, states, gates, dead, places: group.flatMap(({ places }) => places) };
  });
}

/** An event by its name, everything else by what it does: `load`, `init`, `identify`. */
export function useName({ does, event }: Pick<InventoryUse, 'does' | 'event'>): string {
  return event ?? does;
}
