/** What a container's variables read from the data layer, filled with what the pages of the run push there. */
import type { EmbeddingPage } from '../model/embedding.ts';
import type { Activity } from '../model/unit.ts';
import {
  alternativesOf,
  isTransformed,
  literal,
  type Origin,
  originsOf,
  type TextValue,
  type Transform,
  type UnknownValue,
  unknown,
  type Value,
} from '../model/value.ts';
import { type DataLayer, oneOf, readFrom } from './data-layer.ts';

const MAX_DEPTH = 10;
const MAX_ORIGINS = 8;

/** What is pushed to a container's data layer. */
export interface Pushes {
  readonly pushed: DataLayer;
  /** By what may belong to another page. */
  readonly pushedBeside?: DataLayer;
  readonly sight: EmbeddingPage['sight'];
}

/** The activities of a container with the values that its pages give them. */
export function filledActivities(
  activities: readonly Activity[],
  { pushed, pushedBeside = [], sight }: Pushes,
): Activity[] {
  if (pushed.length + pushedBeside.length === 0) return [...activities];
  const filling = new Filling(pushed, pushedBeside, sight !== 'part');
  return activities.map((one) => {
    const values = mapped(one.values, (value) => filling.of(value, 0));
    const args = one.args.map((value) => filling.of(value, 0));
    return { ...one, values, args };
  });
}

function mapped(values: Readonly<Record<string, Value>>, change: (value: Value) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

class Filling {
  readonly #layer: DataLayer;
  readonly #beside: DataLayer;
  /** The pages are in sight as a whole: nothing else pushes what they push. */
  readonly #whole: boolean;
  readonly #read = new Map<string, Read | undefined>();
  readonly #known = new WeakMap<Value, Value>();

  constructor(layer: DataLayer, beside: DataLayer, whole: boolean) {
    this.#layer = layer;
    this.#beside = beside;
    this.#whole = whole;
  }

  of(value: Value, depth: number): Value {
    if (depth > MAX_DEPTH || value.kind === 'literal') return value;
    let filled = this.#known.get(value);
    if (!filled) {
      filled = this.#filled(value, depth);
      this.#known.set(value, filled);
    }
    return filled;
  }

  #filled(value: Value, depth: number): Value {
    const inner = (one: Value): Value => this.of(one, depth + 1);
    switch (value.kind) {
      case 'object':
        return {
          ...value,
          properties: value.properties.map((one) => ({ ...one, value: inner(one.value) })),
          rest: value.rest.map(inner),
        };
      case 'array':
        return { ...value, items: value.items.map(inner) };
      case 'text':
        return textOf(
          value,
          value.parts.map((part) => (typeof part === 'string' ? part : textPart(inner(part)))),
        );
      case 'choice':
        return { ...value, alternatives: value.alternatives.map((one) => ({ ...one, value: inner(one.value) })) };
      case 'unknown':
        return this.#unknown(value);
      default:
        return value;
    }
  }

  #unknown(value: UnknownValue): Value {
    const key = value.origins.find(({ kind, name }) => kind === 'data-layer' && this.#find(name));
    const read = key && this.#find(key.name);
    if (!key || !read) return value;
    const { found, own } = read;
    const isPlain = value.transforms.every((one) => one === 'normalise');
    const direct = isPlain && value.origins.every((one) => one === key || one.kind === 'gtm-variable' || isOwn(one));
    if (!direct) return own || !isFixed(found) ? madeOf(value, found) : value;
    const filled = placed(found, value, 0);
    // What else may push it is not in sight.
    return own && this.#whole ? filled : (oneOf([filled, value]) ?? filled);
  }

  #find(name: string): Read | undefined {
    if (!this.#read.has(name)) {
      const [own, beside] = [this.#layer, this.#beside].map((layer) =>
        isOwnKey(name) ? undefined : oneOf(clearFirst(readFrom(layer, name))),
      );
      const found = own ?? beside;
      this.#read.set(name, found && { found, own: own !== undefined });
    }
    return this.#read.get(name);
  }
}

interface Read {
  readonly found: Value;
  /** A page that loads the container pushes it. */
  readonly own: boolean;
}

/** Tag Manager's own keys are filled by Tag Manager. */
function isOwnKey(name: string): boolean {
  return name === 'event' || name.startsWith('gtm.') || name.startsWith('eventModel');
}

/** What a script calls an entry of a variable. */
function isOwn({ kind, name }: Origin): boolean {
  return kind === 'variable' && name.startsWith('{{');
}

/** What is in clear text comes before its digest: rules judge the first that says something. */
function clearFirst(values: readonly Value[]): readonly Value[] {
  return [...values].sort((a, b) => Number(isTransformed(a, 'hash')) - Number(isTransformed(b, 'hash')));
}

/** An object in a text is nothing that can be told. */
function textPart(value: Value): Value {
  return value.kind === 'object' || value.kind === 'array' ? unknown(originsOf(value), value.location) : value;
}

/** A text of nothing but fixed parts is fixed. */
function textOf(value: TextValue, parts: readonly (string | Value)[]): Value {
  const texts = parts.map((part) =>
    typeof part === 'string' ? part : part.kind === 'literal' ? String(part.value ?? '') : undefined,
  );
  if (texts.includes(undefined)) return { ...value, parts };
  const filledAt = parts.flatMap((part) => (typeof part === 'string' ? [] : (part.filledAt ?? [])))[0];
  return { ...literal(texts.join(''), value.location), ...(filledAt ? { filledAt } : {}) };
}

/** What the page pushes, at the place in the container that reads it. */
function placed(found: Value, reader: UnknownValue, depth: number): Value {
  const at = {
    ...(reader.location ? { location: reader.location } : {}),
    ...(found.location ? { filledAt: found.location } : {}),
  };
  const inner = (one: Value): Value => placed(one, reader, depth + 1);
  if (depth > MAX_DEPTH) return reader;
  switch (found.kind) {
    case 'object':
      return {
        ...found,
        ...at,
        properties: found.properties.map(({ key, value }) => ({
          key,
          value: placed(value, memberOf(reader, key), depth + 1),
          ...(reader.location ? { location: reader.location } : {}),
        })),
        rest: found.rest.map(inner),
      };
    case 'array':
      return { ...found, ...at, items: found.items.map(inner) };
    case 'text':
      return { ...found, ...at, parts: found.parts.map((part) => (typeof part === 'string' ? part : inner(part))) };
    case 'choice':
      return {
        ...found,
        ...at,
        alternatives: found.alternatives.map((one) => ({ ...one, value: inner(one.value) })),
      };
    case 'unknown':
      return { ...carried(reader, found.origins, found.transforms), ...at };
    default:
      return { ...found, ...at };
  }
}

/** The same reader of a member: the path in the data layer is longer by its name. */
function memberOf(reader: UnknownValue, key: string): UnknownValue {
  const origins = reader.origins.map((one) =>
    one.kind === 'data-layer' ? { ...one, name: `${one.name}.${key}` } : one,
  );
  return { ...reader, origins };
}

/** A value that code makes of what the page pushes: where that comes from is known, what became of it is not. */
function madeOf(value: UnknownValue, found: Value): Value {
  const filledAt = found.location;
  const transforms: readonly Transform[] = isTransformed(found, 'hash') ? ['hash'] : [];
  // What code makes of a fixed value is fixed, where it was handed nothing else.
  const others = value.origins.some(
    ({ kind, name }) => !/^(?:gtm-variable|data-layer)$/.test(kind) && !/\)$|^\{\{/.test(name),
  );
  if (isFixed(found)) return others || value.transforms.includes('helper') ? value : placed(found, value, 0);
  return { ...carried(value, originsOf(found), transforms), ...(filledAt ? { filledAt } : {}) };
}

function isFixed(value: Value): boolean {
  return alternativesOf(value).every(({ kind }) => kind === 'literal');
}

function carried(value: UnknownValue, origins: readonly Origin[], transforms: readonly Transform[]): UnknownValue {
  const all = new Map([...value.origins, ...origins].map((one) => [`${one.kind} ${one.name}`, one]));
  return {
    ...value,
    origins: [...all.values()].slice(0, MAX_ORIGINS),
    transforms: [...new Set([...value.transforms, ...transforms])],
  };
}
