/** Finds in the arguments of a call what a pattern of the catalogue is about: callbacks, and the words beside them. */
import type { ArgPattern } from '../../model/catalog.ts';
import { casesOf } from './cases.ts';
import { wordsOf } from './platform.ts';
import { type Fn, type MValue, stringOf } from './values.ts';

/** Functions among the arguments, inside objects and lists too (`{ onAccept() { … } }`), with the key they stand under. */
export function functionsIn(args: readonly MValue[], depth = 0, key = ''): { fn: Fn; key: string }[] {
  if (depth > 3) return [];
  return args.flatMap((arg) => {
    if (arg.t === 'fn') return [{ fn: arg, key }];
    if (arg.t === 'ite')
      return functionsIn(
        casesOf(arg).map(({ value }) => value),
        depth + 1,
        key,
      );
    if (arg.t === 'arr') return functionsIn(arg.items.slice(0, 40), depth + 1, key);
    if (arg.t === 'obj') return [...arg.props].flatMap(([name, value]) => functionsIn([value], depth + 1, name));
    return [];
  });
}

/** A function where a pattern has its callback, with what the pattern captures beside it. */
export interface CallbackPlace {
  readonly fn: Fn;
  readonly captures: ReadonlyMap<string, string>;
}

const MAX_PLACES = 60;

/** The callbacks among arguments; undefined where the arguments do not fit the patterns. */
export function callbacksOf(
  patterns: readonly ArgPattern[],
  args: readonly MValue[],
  captures: ReadonlyMap<string, string>,
): CallbackPlace[] | undefined {
  const found: CallbackPlace[] = [];
  let known: ReadonlyMap<string, string> = captures;
  const fns: Fn[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const fit = fitOf(pattern, args[index], known);
    if (!fit) return undefined;
    known = fit.captures;
    fns.push(...fit.fns);
    found.push(...fit.places);
  }
  return [...found, ...fns.map((fn) => ({ fn, captures: known }))].slice(0, MAX_PLACES);
}

interface Fit {
  readonly captures: ReadonlyMap<string, string>;
  /** Callbacks that share the captures of the whole. */
  readonly fns: readonly Fn[];
  /** Callbacks of single items, with captures of their own. */
  readonly places: readonly CallbackPlace[];
}

export function fitOf(
  pattern: ArgPattern,
  value: MValue | undefined,
  captures: ReadonlyMap<string, string>,
): Fit | undefined {
  const text = stringOf(value);
  const plain = (fits: boolean): Fit | undefined => (fits ? { captures, fns: [], places: [] } : undefined);
  if ('literal' in pattern)
    return plain(
      text === undefined ? value?.t === 'lit' && value.v === pattern.literal : text === String(pattern.literal),
    );
  if ('oneOf' in pattern) return plain(text !== undefined && pattern.oneOf.includes(text));
  if ('capture' in pattern) {
    const words = wordsOf(value);
    return {
      captures: words === undefined ? captures : new Map(captures).set(pattern.capture, words),
      fns: pattern.capture === 'callback' && value ? functionsIn([value]).map(({ fn }) => fn) : [],
      places: [],
    };
  }
  if ('object' in pattern) {
    if (value?.t !== 'obj') return undefined;
    let known = captures;
    const fns: Fn[] = [];
    const places: CallbackPlace[] = [];
    for (const [key, inner] of Object.entries(pattern.object)) {
      const fit = fitOf(inner, value.props.get(key), known);
      if (!fit) return undefined;
      known = fit.captures;
      fns.push(...fit.fns);
      places.push(...fit.places);
    }
    return { captures: known, fns, places };
  }
  if ('array' in pattern) {
    if (value?.t !== 'arr') return undefined;
    let known = captures;
    const fns: Fn[] = [];
    const places: CallbackPlace[] = [];
    for (const [index, inner] of pattern.array.entries()) {
      const fit = fitOf(inner, value.items[index], known);
      if (!fit) return undefined;
      known = fit.captures;
      fns.push(...fit.fns);
      places.push(...fit.places);
    }
    return { captures: known, fns, places };
  }
  const items: (readonly [string | undefined, MValue])[] =
    'each' in pattern
      ? value?.t === 'arr'
        ? value.items.map((item) => [undefined, item])
        : []
      : value?.t === 'obj'
        ? [...value.props]
        : [];
  const inner = 'each' in pattern ? pattern.each : pattern.member;
  const places = items.slice(0, MAX_PLACES).flatMap(([key, item]): CallbackPlace[] => {
    const known = 'key' in pattern && key !== undefined ? new Map(captures).set(pattern.key, key) : captures;
    return casesOf(item).flatMap(({ value: one }) => {
      const fit = fitOf(inner, one, known);
      return fit ? [...fit.places, ...fit.fns.map((fn) => ({ fn, captures: fit.captures }))] : [];
    });
  });
  return { captures, fns: [], places };
}
