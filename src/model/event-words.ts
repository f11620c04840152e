/** The words that an activity sends beside its content: what the event is called, its parameters and their fixed values. */
import type { Location } from '../text/location.ts';
import { contentOf } from './content.ts';
import type { Activity } from './unit.ts';
import { alternativesOf, textOf, type Value } from './value.ts';

export interface EventWord {
  /** Where it stands, for messages: `event`, `condition`. */
  readonly key: string;
  /** name: of the event; key: of a parameter or property; value: fixed text of one. */
  readonly part: 'name' | 'key' | 'value';
  readonly text: string;
  readonly location: Location;
}

/** Captured arguments that name the event. */
const NAMES = ['event', 'category', 'name', 'label'] as const;
/** Captured arguments that hold parameters, properties or traits. */
const HOLDERS = ['params', 'body', 'options', 'value', 'user', 'event_params', 'pushed'] as const;

const MAX_DEPTH = 4;
const MAX_WORDS = 80;
/** Longer texts are no names; a sentence names something by chance. */
const MAX_TEXT = 120;

export function eventWordsOf(activity: Activity): readonly EventWord[] {
  const found: EventWord[] = [];
  if (activity.kind === 'load') {
    beaconWords(activity, found);
    return found.slice(0, MAX_WORDS);
  }
  for (const name of NAMES) {
    const value = activity.values[name];
    if (value) texts(value, name, name === 'event' ? 'name' : 'value', activity.location, found);
  }
  // A setting of a name and a value: `set('topic', 'x')`.
  const { key, value: set } = activity.values;
  if (key && set) for (const one of [key, set]) texts(one, textOf(key) ?? 'value', 'value', activity.location, found);
  const content = new Set(contentOf(activity).map(({ value }) => value));
  for (const name of HOLDERS) {
    const value = activity.values[name];
    if (value) visit(value, name, activity, content, found, 0);
  }
  return found.slice(0, MAX_WORDS);
}

/** What the query of a beacon says in words: its parameters have names of the vendor's. */
function beaconWords(activity: Activity, found: EventWord[]): void {
  const { params } = activity.values;
  if (activity.urlKind !== 'beacon' || params?.kind !== 'object') return;
  const content = new Set(contentOf(activity).map(({ value }) => value));
  for (const { key, value, location } of params.properties)
    if (!content.has(value)) texts(value, key, 'value', location ?? activity.location, found);
}

function visit(
  value: Value,
  holder: string,
  activity: Activity,
  content: ReadonlySet<Value>,
  found: EventWord[],
  depth: number,
): void {
  if (depth > MAX_DEPTH || found.length > MAX_WORDS) return;
  for (const one of alternativesOf(value)) {
    if (one.kind === 'array') {
      for (const item of one.items) visit(item, holder, activity, content, found, depth + 1);
    } else if (one.kind === 'object') {
      for (const { key, value: inner, location } of one.properties) {
        if (content.has(inner)) continue;
        const place = location ?? inner.location ?? activity.location;
        if (holder === 'pushed' && key === 'event') {
          texts(inner, key, 'name', place, found);
          continue;
        }
        found.push({ key, part: 'key', text: key, location: place });
        visit(inner, key, activity, content, found, depth + 1);
      }
    } else if (depth > 0 && !content.has(one)) texts(one, holder, 'value', activity.location, found);
  }
}

/** The fixed text of a value, or the fixed parts of a text that is filled in elsewhere. */
function texts(value: Value, key: string, part: EventWord['part'], place: Location, found: EventWord[]): void {
  for (const one of alternativesOf(value)) {
    const text =
      one.kind === 'text' ? one.parts.filter((piece) => typeof piece === 'string').join(' … ') : (textOf(one) ?? '');
    if (text !== '' && text.length <= MAX_TEXT) found.push({ key, part, text, location: one.location ?? place });
  }
}
