/** Tokens and keys that belong on servers: where they stand in a text. */
import { type Location, locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import type { SecretShape } from './catalog.ts';
import type { Activity } from './unit.ts';
import { alternativesOf, textOf, type Value } from './value.ts';

export interface SecretMatch {
  readonly shape: SecretShape;
  readonly value: string;
  readonly location: Location;
}

interface Search {
  readonly shape: SecretShape;
  readonly pattern: RegExp;
}

/** What may stand directly in front of a token and behind it: quotes, tags, separators; no letters of a longer text. */
const BEFORE = '(?<![\\w+/.-])';
const AFTER = '(?![\\w+/=])';
const MAX_FOUND = 50;

/** Compiles the shapes once; the function finds them in texts, in order. */
export function secretFinder(shapes: readonly SecretShape[]): (source: Source) => readonly SecretMatch[] {
  const searches = shapes.map((shape): Search => ({ shape, pattern: new RegExp(sourceOf(shape), 'dg') }));
  return (source) => {
    const found: SecretMatch[] = [];
    for (const { shape, pattern } of searches) {
      for (const match of source.text.matchAll(pattern)) {
        const [start = 0, end = 0] = match.indices?.[1] ?? [];
        const value = match[1] ?? '';
        if (found.length >= MAX_FOUND || isPlaceholder(value, shape.names.length > 0)) continue;
        // A shape with a beginning of its own stands first, and tells more than a name.
        if (found.some(({ location }) => start < location.end && location.start < end)) continue;
        found.push({ shape, value, location: locationOf(source, { start, end }) });
      }
    }
    return found.sort((one, other) => one.location.start - other.location.start);
  };
}

/**
 * The expression of a shape. A name is followed by its value as in code and JSON (`name: 'v'`, `"name":"v"`, `name = "v"`), in an
 * address (`name=v`), in a call (`('name', 'v')`), or as a parameter of a container (`"key": "name", "value": "v"`).
 */
function sourceOf({ names, pattern }: SecretShape): string {
  if (names.length === 0) return `${BEFORE}(${pattern})${AFTER}`;
  const words = names.map(wordOf).join('|');
  const between = [
    '\\\\?["\'`]?\\]?\\s{0,4}(?::|=>?|,)\\s{0,4}\\\\?["\'`]',
    '=',
    '",\\s{0,40}"value"\\s{0,4}:\\s{0,4}"',
  ].join('|');
  return `(?<![A-Za-z0-9])(?:${words})(?:${between})(${pattern})${AFTER}`;
}

/** A name in any case, with any separators between its words. */
function wordOf(name: string): string {
  return name
    .split(/[_-]/)
    .map((word) => word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`))
    .join('[_-]?');
}

const PLACEHOLDER =
  /x{4,}|\*{3,}|\.{3}|your|example|sample|dummy|placeholder|changeme|replace|insert|redacted|test_?token|^[a-z]+(?:[_.-][a-z]+)+$|^[A-Z]+(?:_[A-Z]+)+$|12345678|abcdef(?:gh|12)|^(?:process|import|config|env|window|settings|this)\./i;

/** Names under which an API for servers takes what opens it, in headers, addresses and bodies. */
const OPENS = /^(?:authorization|(?:x-)?(?:access|auth|api)-?_?(?:token|key|secret)|developer-token)$/i;

/** Fixed texts that open an API for servers, with the place where each is written. */
export function openersIn({ server, headers, values }: Activity): readonly { value: string; location: Location }[] {
  const found: { value: string; location: Location }[] = [];
  if (!server) return found;
  const visit = (value: Value | undefined, depth: number): void => {
    if (!value || depth > MAX_DEPTH) return;
    if (value.kind === 'array') for (const item of value.items.slice(0, MAX_FOUND)) visit(item, depth + 1);
    if (value.kind !== 'object') return;
    for (const { key, value: inner, location } of value.properties) {
      if (OPENS.test(key)) {
        for (const one of textsIn(inner)) {
          const text = textOf(one)?.replace(/^(?:Bearer|Token|Basic)\s+/i, '');
          const place = one.location ?? location;
          if (text !== undefined && place && TOKEN.test(text) && !isPlaceholder(text, true))
            found.push({ value: text, location: place });
        }
      } else visit(inner, depth + 1);
    }
  };
  for (const value of [headers, values.params, values.body]) visit(value, 0);
  return found;
}

/** A value and, where it is put together (`Bearer ${token}`), its parts. */
function textsIn(value: Value): readonly Value[] {
  return alternativesOf(value).flatMap((one) =>
    one.kind === 'text' && textOf(one) === undefined
      ? one.parts.flatMap((part) => (typeof part === 'string' ? [] : alternativesOf(part)))
      : [one],
  );
}

const TOKEN = /^[\w.~+/=:-]{16,600}$/;
const MAX_DEPTH = 3;

/** What an example leaves to be filled in, and what has too little in it to be random. */
function isPlaceholder(value: string, named: boolean): boolean {
  if (value.startsWith('-----')) return false;
  if (named && !/\d/.test(value)) return true;
  return PLACEHOLDER.test(value) || bitsPerCharacter(value) < 2.8;
}

/** Shannon's entropy of the characters. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
