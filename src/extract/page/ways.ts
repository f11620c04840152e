/** Activities that one place of a page gives on several ways: a helper that is called twice, a branch that is run again. */
import type { Guard } from '../../model/guard.ts';
import type { Activity, Way } from '../../model/unit.ts';
import { textOf } from '../../model/value.ts';

/** What is handed over differently at one place counts as so many activities at most; what more there is, counts as the first. */
const MOST_VARIANTS = 8;

/** Ways that are kept for one activity; of further ones the conditions alone. */
const MOST_WAYS = 64;

/**
 * The same place reached on several ways with the same values is one activity, under either condition. A helper that is called with
 * other values (`identify({})`, later `identify({ email })`) does something else each time.
 */
export function joinWays(activities: readonly Activity[]): Activity[] {
  const byPlace = new Map<string, Joined[]>();
  const result: Joined[] = [];
  for (const activity of activities) {
    const known = byPlace.get(placeKey(activity));
    const same = known && sameIn(known, activity);
    if (same) {
      same.guards.push(activity.guard);
      if (same.ways.length < MOST_WAYS) same.ways.push({ guard: activity.guard, steps: activity.steps });
      continue;
    }
    const { guard, steps } = activity;
    const first: Joined = { activity, guards: [guard], ways: [{ guard, steps }] };
    result.push(first);
    if (known) known.push(first);
    else byPlace.set(placeKey(activity), [first]);
  }
  return result.map(({ activity, guards, ways }) =>
    guards.length === 1 ? activity : { ...activity, guard: { op: 'or', of: [...new Set(guards)] }, ways },
  );
}

interface Joined {
  readonly activity: Activity;
  readonly guards: Guard[];
  readonly ways: Way[];
  /** What is handed over, as a key; made only where a place is met again. */
  data?: string;
}

/** The place and what it is about: in a loop over accounts it is about another one each time. */
function placeKey({ kind, consent, vendor, label, setting, values, location, reached }: Activity): string {
  const about = [consent, setting, ...[values.id, values.event, values.value].map(textOf)].join(' ');
  const { source, start, end } = location;
  return `${kind} ${vendor.id} ${label} ${about} ${source.name} ${start} ${end} ${reached}`;
}

function sameIn(known: readonly Joined[], activity: Activity): Joined | undefined {
  const ofSource = known.filter((one) => one.activity.location.source === activity.location.source);
  if (ofSource.length === 0) return undefined;
  const data = dataOf(activity);
  const same = ofSource.find((one) => {
    one.data ??= dataOf(one.activity);
    return one.data === data;
  });
  return same ?? (ofSource.length < MOST_VARIANTS ? undefined : ofSource[0]);
}

/** What an activity hands over, wherever it was written. */
function dataOf({ values, args, url = '' }: Activity): string {
  return JSON.stringify([values, args, url], (key, value: unknown) => (key === 'location' ? undefined : value));
}
