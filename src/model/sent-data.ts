/** What an activity sends, key by key, whatever it is. */
import type { Location } from '../text/location.ts';
import type { Activity } from './unit.ts';
import { alternativesOf, isEmpty, textOf, type Value } from './value.ts';

/** One value with the keys that lead to it. */
export interface SentDatum {
  /** `content_name`, `contents.name`; items of lists have no key of their own. */
  readonly path: string;
  readonly value: Value;
  readonly location: Location;
}

const MAX_DEPTH = 6;
const MAX_FOUND = 200;
/** Captured arguments that say what is done, not what is sent. */
const WORDS: ReadonlySet<string> = new Set([
  'id',
  'event',
  'signals',
  'command',
  'name',
  'category',
  'label',
  'action',
]);

/** Everything that the activity sends; values that are empty are left out. */
export function sentDataOf(activity: Activity): readonly SentDatum[] {
  const found = new Map<string, SentDatum>();
  const add = (path: string, value: Value, location: Location | undefined): void => {
    const place = location ?? value.location ?? activity.location;
    const key = `${path} ${place.source.name} ${place.start}`;
    if (found.size < MAX_FOUND && !found.has(key)) found.set(key, { path, value, location: place });
  };
  for (const [name, value] of Object.entries(activity.values)) {
    if (holds(value)) visit('', value, add, 0);
    else if (!WORDS.has(name) && !isEmpty(value)) add(name, value, undefined);
  }
  for (const value of activity.args) visit('', value, add, 0);
  return [...found.values()];
}

/** The names of the event that an activity sends, as far as they are fixed. */
export function eventNamesOf({ values }: Activity): readonly string[] {
  const { event, pushed } = values;
  const named = event ? [event] : pushed ? eventsIn(pushed) : [];
  return named.flatMap(alternativesOf).flatMap((one) => textOf(one) ?? []);
}

function eventsIn(pushed: Value): readonly Value[] {
  return alternativesOf(pushed).flatMap((one) =>
    one.kind === 'object' ? one.properties.filter(({ key }) => key === 'event').map(({ value }) => value) : [],
  );
}

function holds(value: Value): boolean {
  return alternativesOf(value).some(({ kind }) => kind === 'object' || kind === 'array');
}

type Add = (path: string, value: Value, location: Location | undefined) => void;

function visit(path: string, value: Value, add: Add, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const one of alternativesOf(value)) {
    if (one.kind === 'array') for (const item of one.items) visit(path, item, add, depth + 1);
    else if (one.kind === 'object') {
      for (const { key, value: inner, location } of one.properties) {
        if (isEmpty(inner)) continue;
        const at = path === '' ? key : `${path}.${key}`;
        add(at, inner, location);
        if (holds(inner)) visit(at, inner, add, depth + 1);
      }
    }
  }
}
