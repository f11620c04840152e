/** Of the ways to an activity the one that is told of it. */
import { atomsOf, CONSENT_STATES, type ConsentState, type Guard } from '../model/guard.ts';
import type { Way } from '../model/unit.ts';
import type { Level } from './truth.ts';

/**
 * The way on which it runs soonest: in the first consent state in which any leads there, the surest, and of these the one with
 * least in front of it. That one is the finding; the others may be in order.
 * @param levelOf how surely a guard holds in a state
 */
export function leadingWay(
  [first, ...others]: readonly [Way, ...Way[]],
  levelOf: (guard: Guard, state: ConsentState) => Level,
): Way {
  for (const least of [2, 1] as const) {
    for (const state of CONSENT_STATES) {
      let best: { way: Way; level: Level; asked: number } | undefined;
      for (const way of [first, ...others]) {
        const level = levelOf(way.guard, state);
        if (level < least || (best && level < best.level)) continue;
        const asked = atomsOf(way.guard).length;
        if (!best || level > best.level || asked < best.asked) best = { way, level, asked };
      }
      if (best) return best.way;
    }
  }
  return first;
}
