/**
 * A data layer as Tag Manager keeps it: each message is merged into one object, from which variables read by path.
 *
 * Source: Google's data-layer-helper: names with dots are paths, objects and lists are merged member by member, `_clear`
 * replaces, everything else overwrites.
 */
import { ALWAYS, type Guard } from '../model/guard.ts';
import {
  type ArrayValue,
  alternativesOf,
  type ObjectValue,
  type Property,
  UNDEFINED,
  unknown,
  type Value,
} from '../model/value.ts';

/** One object that is pushed. */
export interface Message {
  readonly value: ObjectValue;
  /** The condition under which it is pushed; ALWAYS where a page pushes it while it loads. */
  readonly guard: Guard;
}

/** The states of a data layer in which tags may read it. */
export type DataLayer = readonly ObjectValue[];

const MAX_STATES = 12;
const MAX_DEPTH = 8;
const MAX_ALTERNATIVES = 8;
const MAX_MEMBERS = 200;
/** A path of more parts is no variable's. */
const MAX_PARTS = 12;

/** What the data layer holds whenever an event comes, and in the end. */
export function statesOf(messages: readonly Message[]): DataLayer {
  const states: ObjectValue[] = [];
  let state: ObjectValue = { kind: 'object', properties: [], rest: [] };
  let read = true;
  for (const { value, guard } of messages) {
    state = pushed(state, value, guard);
    read = value.properties.some(({ key }) => key === 'event');
    if (read) states.push(state);
  }
  if (!read) states.push(state);
  // The first are those of the page view, the last is the one that stays.
  return states.length > MAX_STATES ? [...states.slice(0, MAX_STATES - 1), state] : states;
}

/** What a variable may read under a name: one value for each state that has it, the last first; empty where none has. */
export function readFrom(layer: DataLayer, name: string): readonly Value[] {
  const path = name.split('.');
  if (path.length > MAX_PARTS) return [];
  const found: Value[] = [];
  for (const state of [...layer].reverse()) {
    const value = memberAt(state, path);
    if (value && !found.includes(value)) found.push(value);
  }
  return found;
}

function pushed(state: ObjectValue, message: ObjectValue, guard: Guard): ObjectValue {
  const clears = message.properties.some(
    ({ key, value }) => key === '_clear' && value.kind === 'literal' && value.value,
  );
  let next = state;
  for (const { key, value, location } of message.properties) {
    if (key === '_clear' || key.startsWith('gtm.')) continue;
    const place = value.location ?? location;
    const given = place && !value.location ? { ...value, location: place } : value;
    next = withMember(next, key.split('.').slice(0, MAX_PARTS), given, guard, clears, 0);
  }
  return message.rest.length > 0 ? { ...next, rest: [...next.rest, ...message.rest].slice(-4) } : next;
}

function withMember(
  of: ObjectValue,
  [key = '', ...path]: readonly string[],
  value: Value,
  guard: Guard,
  clears: boolean,
  depth: number,
): ObjectValue {
  const before = of.properties.find((one) => one.key === key)?.value;
  const inner = before?.kind === 'object' ? before : EMPTY;
  const after =
    path.length > 0
      ? withMember(inner, path, value, guard, clears, depth + 1)
      : maybe(guard, clears ? value : merged(before, value, depth), before);
  const properties = of.properties.filter((one) => one.key !== key);
  return properties.length >= MAX_MEMBERS ? of : { ...of, properties: [...properties, { key, value: after }] };
}

const EMPTY: ObjectValue = { kind: 'object', properties: [], rest: [] };

function maybe(guard: Guard, value: Value, otherwise: Value = UNDEFINED): Value {
  if (guard === ALWAYS) return value;
  const known = alternativesOf(otherwise);
  if (known.length >= MAX_ALTERNATIVES) return value;
  return {
    kind: 'choice',
    alternatives: [
      { guard, value },
      { guard: ALWAYS, value: otherwise },
    ],
  };
}

function merged(before: Value | undefined, value: Value, depth: number): Value {
  if (!before || depth > MAX_DEPTH) return value;
  if (before.kind === 'choice' && (value.kind === 'object' || value.kind === 'array'))
    return {
      ...before,
      alternatives: before.alternatives.map((one) => ({ ...one, value: merged(one.value, value, depth + 1) })),
    };
  if (value.kind === 'object' && before.kind === 'object') {
    const properties = new Map<string, Property>(before.properties.map((one) => [one.key, one]));
    for (const one of value.properties.slice(0, MAX_MEMBERS)) {
      const known = properties.get(one.key)?.value;
      properties.set(one.key, { ...one, value: merged(known, one.value, depth + 1) });
    }
    return { ...value, properties: [...properties.values()], rest: [...before.rest, ...value.rest].slice(-4) };
  }
  return value.kind === 'array' && before.kind === 'array' ? mergedLists(before, value, depth) : value;
}

/** Lists are merged by position: a shorter one leaves the end of the longer one in place. */
function mergedLists(before: ArrayValue, value: ArrayValue, depth: number): ArrayValue {
  const items = value.items.map((item, index) => merged(before.items[index], item, depth + 1));
  return { ...value, items: [...items, ...before.items.slice(items.length)], open: before.open || value.open };
}

function memberAt(value: Value, path: readonly string[]): Value | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  switch (value.kind) {
    case 'object': {
      const own = value.properties.findLast((one) => one.key === key)?.value;
      if (own) return memberAt(own, rest);
      const source = value.rest.at(-1);
      return source && memberAt(source, path);
    }
    case 'array': {
      const index = Number(key);
      if (Number.isInteger(index) && value.items[index]) return memberAt(value.items[index], rest);
      // A member of any item: what a script makes of a list is told by the list's path.
      const inner = Number.isInteger(index) ? rest : path;
      return oneOf(value.items.flatMap((item) => memberAt(item, inner) ?? []));
    }
    case 'choice':
      return oneOf(value.alternatives.flatMap((one) => memberAt(one.value, path) ?? []));
    case 'unknown': {
      const origins = value.origins.map((origin) => ({ ...origin, name: [origin.name, ...path].join('.') }));
      return unknown(origins, value.location, value.transforms);
    }
    default:
      return undefined;
  }
}

/** One of several values, whichever. */
export function oneOf(values: readonly Value[]): Value | undefined {
  const [first, ...others] = values.slice(0, MAX_ALTERNATIVES * 4);
  if (!first || others.length === 0) return first;
  return { kind: 'choice', alternatives: [first, ...others].map((value) => ({ guard: ALWAYS, value })) };
}
