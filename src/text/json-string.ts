import { OffsetMap, OffsetMapBuilder } from './offset-map.ts';

/** A decoded string token with the map of its characters into the text that holds it. */
export interface DecodedString {
  readonly value: string;
  /** Offsets of `value` -> offsets of the text. */
  readonly map: OffsetMap;
  /** Offset after the token. */
  readonly end: number;
}

/** Characters that some writers escape, and that need no escape in JSON. */
const OPTIONAL = /[<>&'=/]/g;

/**
 * Text as it stands between the quotes of a string. Characters that need no escape are escaped where `like`, the document, does
 * so.
 */
export function writeJsonString(text: string, like: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(OPTIONAL, (character) => {
      if (character === '/') return like.includes('\\/') ? '\\/' : character;
      const code = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
      return [code, code.toUpperCase().replace('U', 'u')].find((one) => like.includes(one)) ?? character;
    });
}

const QUOTE = 34;
const BACKSLASH = 92;
const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const HEX = /^[0-9a-fA-F]{4}$/;

/**
 * Offset after the string token whose opening quote stands at `start`; the end of the text where the string is never
 * closed.
 */
export function jsonStringEnd(text: string, start: number): number {
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return text.length;
    let backslashes = 0;
    while (quote - 1 - backslashes > start && text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}

/**
 * Decodes the JSON string token whose opening quote stands at `start`. For a valid token the value equals JSON.parse's;
 * a broken escape gives the character after the backslash, an unclosed string reaches to the end of the text. Undefined
 * where no string begins.
 */
export function jsonStringMap(text: string, start: number): DecodedString | undefined {
  if (text.charCodeAt(start) !== QUOTE) return undefined;
  const end = jsonStringEnd(text, start);
  const closed = end - 1 > start && text.charCodeAt(end - 1) === QUOTE && isClosed(text, start, end);
  const contentEnd = closed ? end - 1 : end;
  const content = start + 1;
  // Searched in a slice: a search in the whole text would run on to its end for every string without an escape.
  const raw = text.slice(content, contentEnd);
  let backslash = raw.indexOf('\\');
  if (backslash < 0) return { value: raw, map: OffsetMap.shift(content), end };
  const builder = new OffsetMapBuilder(content);
  const parts: string[] = [];
  let at = 0;
  while (backslash >= 0) {
    const [value, length] = decodeEscape(raw, backslash);
    parts.push(raw.slice(at, backslash), value);
    builder.copy(backslash - at).replace(value.length, length);
    at = backslash + length;
    backslash = raw.indexOf('\\', at);
  }
  parts.push(raw.slice(at));
  builder.copy(raw.length - at);
  return { value: parts.join(''), map: builder.build(), end };
}

function isClosed(text: string, start: number, end: number): boolean {
  let backslashes = 0;
  while (end - 2 - backslashes > start && text.charCodeAt(end - 2 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 0;
}

function decodeEscape(raw: string, at: number): [value: string, length: number] {
  const letter = raw.charAt(at + 1);
  if (letter === '') return ['\\', 1];
  if (letter === 'u') {
    const digits = raw.slice(at + 2, at + 6);
    if (HEX.test(digits)) return [String.fromCharCode(Number.parseInt(digits, 16)), 6];
  }
  return [LETTERS[letter] ?? letter, 2];
}
