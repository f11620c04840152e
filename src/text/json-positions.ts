import { jsonStringEnd, jsonStringMap } from './json-string.ts';
import type { Span } from './offset-map.ts';

/** Object keys and array indexes from the top of a document to a value. */
export type JsonPath = readonly (string | number)[];

interface Member {
  readonly key: Span;
  readonly value: Span;
}

interface ArrayIndex {
  readonly items: Span[];
  /** Where scanning goes on; -1 when the array has been read to its end. */
  next: number;
}

/** Containers shorter than this are scanned again rather than remembered. */
const REMEMBER_LENGTH = 256;
/** Deeper levels are scanned again rather than remembered: keeps memory flat on hostile nesting. */
const REMEMBER_DEPTH = 12;
/** Where the start of the JSON is looked for. */
const JUNK_LIMIT = 65_536;

/**
 * Positions of values in a JSON text, looked up by path. Values come from JSON.parse; this scanner builds no tree, reads
 * each object or array once when a path first leads through it, and remembers the extents of the long ones. It tolerates
 * anything before the first brace and never throws: what cannot be found is undefined.
 */
export class JsonPositions {
  readonly text: string;
  /** Offset of the first character of the document's value. */
  readonly start: number;
  readonly #objects = new Map<number, ReadonlyMap<string, Member>>();
  readonly #arrays = new Map<number, ArrayIndex>();
  readonly #ends = new Map<number, number>();

  constructor(text: string, start: number = jsonStart(text)) {
    this.text = text;
    this.start = start;
  }

  /** The token of the value at a path: from its first to after its last character. */
  value(path: JsonPath): Span | undefined {
    let span: Span | undefined = this.#valueAt(this.start);
    for (const step of path) {
      if (!span) return undefined;
      span = typeof step === 'number' ? this.#item(span.start, step) : this.#member(span.start, step)?.value;
    }
    return span;
  }

  /** The token, quotes included, of the key that a path ends with. */
  key(path: JsonPath): Span | undefined {
    const last = path[path.length - 1];
    if (typeof last !== 'string') return undefined;
    const parent = this.value(path.slice(0, -1));
    return parent && this.#member(parent.start, last)?.key;
  }

  /** The value at a path or, where that is not there, at the longest part of the path that is. */
  nearest(path: JsonPath): Span {
    for (let length = path.length; length > 0; length -= 1) {
      const span = this.value(path.slice(0, length));
      if (span) return span;
    }
    return this.#valueAt(this.start) ?? { start: Math.min(this.start, this.text.length), end: this.text.length };
  }

  #member(start: number, key: string): Member | undefined {
    if (this.text.charAt(start) !== '{') return undefined;
    let members = this.#objects.get(start);
    if (!members) {
      members = this.#readObject(start);
      this.#objects.set(start, members);
    }
    return members.get(key);
  }

  #readObject(start: number): Map<string, Member> {
    const members = new Map<string, Member>();
    const { text } = this;
    let at = skipSpace(text, start + 1);
    while (text.charAt(at) === '"') {
      const keyEnd = jsonStringEnd(text, at);
      const colon = skipSpace(text, keyEnd);
      if (text.charAt(colon) !== ':') break;
      const value = this.#valueAt(skipSpace(text, colon + 1));
      if (!value) break;
      // A key that stands twice: the last one counts, as in JSON.parse.
      members.set(jsonStringMap(text, at)?.value ?? '', { key: { start: at, end: keyEnd }, value });
      at = skipSpace(text, value.end);
      if (text.charAt(at) !== ',') break;
      at = skipSpace(text, at + 1);
    }
    return members;
  }

  #item(start: number, index: number): Span | undefined {
    const { text } = this;
    if (text.charAt(start) !== '[') return undefined;
    let array = this.#arrays.get(start);
    if (!array) {
      array = { items: [], next: skipSpace(text, start + 1) };
      this.#arrays.set(start, array);
    }
    while (array.items.length <= index && array.next >= 0) {
      const item = this.#valueAt(array.next);
      if (!item) {
        array.next = -1;
        break;
      }
      array.items.push(item);
      const comma = skipSpace(text, item.end);
      array.next = text.charAt(comma) === ',' ? skipSpace(text, comma + 1) : -1;
    }
    return array.items[index];
  }

  #valueAt(start: number): Span | undefined {
    const { text } = this;
    const first = text.charAt(start);
    if (first === '"') return { start, end: jsonStringEnd(text, start) };
    if (first === '{' || first === '[') return { start, end: this.#containerEnd(start) };
    const end = wordEnd(text, start);
    return end > start ? { start, end } : undefined;
  }

  /** Offset after an object or array; the end of the text where it is never closed. */
  #containerEnd(start: number): number {
    const known = this.#ends.get(start);
    if (known !== undefined) return known;
    const { text } = this;
    const open: number[] = [];
    let depth = 0;
    for (let at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 34) at = jsonStringEnd(text, at) - 1;
      else if (code === 123 || code === 91) {
        const inner = this.#ends.get(at);
        if (inner !== undefined) at = inner - 1;
        else {
          if (depth < REMEMBER_DEPTH) open[depth] = at;
          depth += 1;
        }
      } else if (code === 125 || code === 93) {
        depth -= 1;
        const from = depth < REMEMBER_DEPTH ? (open[depth] ?? start) : at;
        if (at - from >= REMEMBER_LENGTH) this.#ends.set(from, at + 1);
        if (depth === 0) return at + 1;
      }
    }
    this.#ends.set(start, text.length);
    return text.length;
  }
}

/** The range of the value at a path; for more than a few look-ups keep one `JsonPositions`. */
export function locateJson(text: string, path: JsonPath): Span | undefined {
  return new JsonPositions(text).value(path);
}

/** The range of the key token that a path ends with. */
export function locateJsonKey(text: string, path: JsonPath): Span | undefined {
  return new JsonPositions(text).key(path);
}

/**
 * Offset at which the JSON begins: after a byte order mark, a guard such as `)]}'`, an assignment or any other words. A
 * bare scalar document begins at its first character.
 */
export function jsonStart(text: string): number {
  const first = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const isString = text.charAt(first) === '"' && skipSpace(text, jsonStringEnd(text, first)) === text.length;
  if (isString) return first;
  const limit = Math.min(text.length, JUNK_LIMIT);
  for (let at = first; at < limit; at += 1) {
    const open = text.charCodeAt(at);
    if (open !== 123 && open !== 91) continue;
    const next = text.charAt(skipSpace(text, at + 1));
    if (open === 123 ? next === '"' || next === '}' : next !== '' && '{["]-0123456789tfn'.includes(next)) return at;
  }
  return first;
}

/** Offset of the first character that is no JSON white space. */
function skipSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; ) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return at;
}

/** Offset after a number, `true`, `false`, `null` (or whatever stands there instead). */
function wordEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 44 || code === 58 || code === 93 || code === 125 || code === 91 || code === 123) break;
  }
  return at;
}
