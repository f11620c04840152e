import { jsonStart } from './json-positions.ts';
import { jsonStringEnd } from './json-string.ts';

/** What is wrong with a JSON text and where. */
export interface JsonSyntaxError {
  readonly message: string;
  readonly offset: number;
}

/** A parsed document (with the offset at which its value begins) or the first error in it. */
export type JsonDocument =
  | { readonly ok: true; readonly value: unknown; readonly start: number }
  | { readonly ok: false; readonly error: JsonSyntaxError };

/** Parses a JSON text that may have a byte order mark or junk before its value and a `;` after it. Never throws. */
export function parseJson(text: string): JsonDocument {
  const start = jsonStart(text);
  try {
    return { ok: true, value: JSON.parse(start === 0 ? text : text.slice(start)), start };
  } catch {
    // Fall through: either something follows the value, or there is an error whose place is to be found.
  }
  const first = skipWhite(text, 0);
  // An error page that was saved instead of the document: any brace in it would be taken for the beginning.
  if (text.charAt(first) === '<') return { ok: false, error: { message: 'this is markup, not JSON', offset: first } };
  const scan = scanJson(text, start);
  if (scan.error) {
    const { message, offset } = scan.error;
    return { ok: false, error: { message: conflictAt(text, offset) ? UNRESOLVED : message, offset } };
  }
  const rest = text.slice(scan.end).trim();
  if (rest !== '' && rest !== ';' && rest !== ');') {
    return { ok: false, error: { message: 'text after the end of the JSON value', offset: skipWhite(text, scan.end) } };
  }
  try {
    return { ok: true, value: JSON.parse(text.slice(start, scan.end)), start };
  } catch {
    return { ok: false, error: { message: 'not valid JSON', offset: start } };
  }
}

/** What is said of a file in which Git has left both sides of a merge. */
export const UNRESOLVED = 'a conflict of a merge that nobody has resolved';

const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/;

/** Whether a mark of Git begins at a place. */
function conflictAt(text: string, offset: number): boolean {
  return CONFLICT.test(text.slice(offset, offset + 8));
}

/** Where a line begins that is such a mark; -1 for none. */
export function conflictIn(text: string): number {
  return text.search(/^(?:<{7}|>{7}) /m);
}

/** Parses the value that begins at an offset; what follows it is not looked at. Never throws. */
export function parseJsonAt(text: string, start: number): JsonDocument & { readonly end: number } {
  const scan = scanJson(text, start);
  if (scan.error) return { ok: false, error: scan.error, end: scan.end };
  try {
    return { ok: true, value: JSON.parse(text.slice(start, scan.end)), start, end: scan.end };
  } catch {
    return { ok: false, error: { message: 'not valid JSON', offset: start }, end: scan.end };
  }
}

interface Scan {
  readonly end: number;
  readonly error?: JsonSyntaxError;
}

type Expect = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma-or-end';

const SCALAR = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![A-Za-z0-9_.+-])/y;
/** Valid escapes are matched too (and skipped), so that the backslash of a pair is never taken for a new escape. */
const ESCAPE_OR_CONTROL = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|(?:[^ -\uffff]|\\)/g;

/** Walks a JSON value with a stack of its own (hostile nesting must not overflow ours) up to its end or the first error. */
function scanJson(text: string, start: number): Scan {
  const stack: string[] = [];
  let expect: Expect = 'value';
  let at = skipWhite(text, start);
  const fail = (message: string, offset: number): Scan => ({ end: offset, error: { message, offset } });
  for (;;) {
    if (at >= text.length) {
      const open = stack[stack.length - 1];
      return fail(
        open ? `the text ends inside ${open === '{' ? 'an object' : 'an array'}` : 'no JSON value',
        text.length,
      );
    }
    const char = text.charAt(at);
    if (expect === 'comma-or-end' || expect === 'key-or-end' || expect === 'value-or-end') {
      const open = stack[stack.length - 1];
      if (char === (open === '{' ? '}' : ']')) {
        stack.pop();
        if (stack.length === 0) return { end: at + 1 };
        at = skipWhite(text, at + 1);
        expect = 'comma-or-end';
        continue;
      }
      if (expect === 'comma-or-end') {
        if (char !== ',') return fail(`expected "," or "${open === '{' ? '}' : ']'}", found ${shown(char)}`, at);
        at = skipWhite(text, at + 1);
        expect = open === '{' ? 'key' : 'value';
        continue;
      }
    }
    if (expect === 'key' || expect === 'key-or-end') {
      if (char !== '"') return fail(`expected a key in double quotes, found ${shown(char)}`, at);
      const end = jsonStringEnd(text, at);
      const problem = stringProblem(text, at, end);
      if (problem) return { end: problem.offset, error: problem };
      const colon = skipWhite(text, end);
      if (text.charAt(colon) !== ':') return fail('expected ":" after the key', colon);
      at = skipWhite(text, colon + 1);
      expect = 'value';
      continue;
    }
    if (char === '{' || char === '[') {
      stack.push(char);
      at = skipWhite(text, at + 1);
      expect = char === '{' ? 'key-or-end' : 'value-or-end';
      continue;
    }
    const end = char === '"' ? jsonStringEnd(text, at) : scalarEnd(text, at);
    if (end < 0) return fail(`expected a value, found ${shown(char)}`, at);
    const problem = char === '"' ? stringProblem(text, at, end) : undefined;
    if (problem) return { end: problem.offset, error: problem };
    if (stack.length === 0) return { end };
    at = skipWhite(text, end);
    expect = 'comma-or-end';
  }
}

function scalarEnd(text: string, at: number): number {
  SCALAR.lastIndex = at;
  return SCALAR.test(text) ? SCALAR.lastIndex : -1;
}

function stringProblem(text: string, start: number, end: number): JsonSyntaxError | undefined {
  const content = text.slice(start + 1, end);
  for (const { 0: found, index } of content.matchAll(ESCAPE_OR_CONTROL)) {
    if (found.length > 1) continue;
    const message = found === '\\' ? 'bad escape in a string' : 'control character in a string';
    return { message, offset: start + 1 + index };
  }
  return closes(content) ? undefined : { message: 'a string is never closed', offset: start };
}

/** True where the last character of a string's rest is an unescaped quote. */
function closes(content: string): boolean {
  if (!content.endsWith('"')) return false;
  let backslashes = 0;
  while (content.charAt(content.length - 2 - backslashes) === '\\') backslashes += 1;
  return backslashes % 2 === 0;
}

function skipWhite(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \n\r\t\ufeff'.includes(text.charAt(at))) at += 1;
  return at;
}

function shown(char: string): string {
  return char === '"' ? 'a string' : JSON.stringify(char);
}
