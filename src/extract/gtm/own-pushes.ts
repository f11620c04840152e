/** What Custom HTML of a container puts into the data layer, in the variables of the other tags that read it there. */
import { condition } from '../../model/guard.ts';
import type { Activity } from '../../model/unit.ts';
import { type Message, statesOf } from '../data-layer.ts';
import { filledActivities } from '../filled-values.ts';

const MAX_MESSAGES = 400;

/**
 * The activities with the values that listeners of the same container give them (`addEventListener('message', …)` with
 * a `dataLayer.push` in it). The page may push the same keys: what it gives stays one of the values.
 */
export function withOwnPushes(activities: readonly Activity[]): Activity[] {
  const messages = activities.flatMap(({ values, entity }): Message[] => {
    const { pushed } = values;
    if (pushed?.kind !== 'object' || entity?.paused || !entity?.live) return [];
    return [{ value: pushed, guard: condition('free', 'when the tag pushes it') }];
  });
  if (messages.length === 0) return [...activities];
  const pushedBeside = statesOf(messages.slice(0, MAX_MESSAGES));
  return filledActivities(activities, { pushed: [], pushedBeside, sight: 'part' });
}
