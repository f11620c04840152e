/** Strings of a server's code with what is joined to them: `'<script src="' . $url . '">'`, `"fbq('init', '{$id}')"`. */
import { HOLE } from '../catalog-index.ts';

/** A text with HOLE where an expression fills it. */
export interface FilledText {
  readonly text: string;
  /** The expression of each HOLE. */
  readonly filled: readonly string[];
}

export interface Chain extends FilledText {
  /** Where it ends in the code. */
  readonly end: number;
}

const STRING = /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/y;
const DOT = /\s{0,99}\.\s{0,99}/y;
const NAME = /\$?[\w\\]+(?:\??->\$?\w+|::\$?\w+)*/y;
const MEMBER = /\s?(?:\??->|::)\$?\w+/y;
const INTERPOLATED = /\{(\$[^{}]{1,100})\}|(\$\w{1,40}(?:->\w{1,40}|\[[^\]]{0,40}\])?)/g;
const MOST_PIECES = 200;
const LONGEST_VALUE = 2000;

/** The text of the string at an offset and of what is joined to it; undefined where none begins there. */
export function chainAt(code: string, from: number): Chain | undefined {
  let text = '';
  const filled: string[] = [];
  let end = from;
  for (let at = from, pieces = 0; pieces < MOST_PIECES; pieces++) {
    const string = matchAt(STRING, code, at);
    if (string !== undefined) {
      const part = textOfString(string);
      text += part.text;
      filled.push(...part.filled);
      at += string.length;
    } else {
      const close = pieces === 0 ? -1 : valueEnd(code, at);
      if (close < 0) break;
      text += HOLE;
      filled.push(code.slice(at, close));
      at = close;
    }
    end = at;
    const dot = matchAt(DOT, code, at);
    if (dot === undefined) break;
    at += dot.length;
  }
  return end === from ? undefined : { text, filled, end };
}

/** What a string holds. */
function textOfString(string: string): FilledText {
  const inner = string.slice(1, -1);
  if (string[0] === "'") return { text: inner.replace(/\\(['\\])/g, '$1'), filled: [] };
  const { text, filled } = interpolated(inner);
  return { text: text.replace(/\\([nrt"'\\$])/g, (_, sign: string) => (/[nrt]/.test(sign) ? ' ' : sign)), filled };
}

/** A text in which variables stand: a heredoc, the inside of a string in double quotes. */
export function interpolated(code: string): FilledText {
  const filled: string[] = [];
  const text = code.replace(INTERPOLATED, (whole, braced: string | undefined, bare: string | undefined, at: number) => {
    if (code[at - 1] === '\\') return whole;
    filled.push(braced ?? bare ?? '');
    return HOLE;
  });
  return { text, filled };
}

/** Where a variable, a member, a call or what stands in brackets ends; -1 where none begins. */
export function valueEnd(code: string, from: number): number {
  let at = from;
  if (code[at] !== '(') {
    const name = matchAt(NAME, code, at);
    if (name === undefined) return -1;
    at += name.length;
  }
  for (let more = 0; more < 20; more++) {
    const member = matchAt(MEMBER, code, at);
    const opens = code[at] === '(' || code[at] === '[';
    const next = member === undefined ? (opens ? closing(code, at) : at) : at + member.length;
    if (next < 0) return -1;
    if (next === at) break;
    at = next;
  }
  return at;
}

/** The offset behind the bracket that closes the one at `open`; -1 where it is too far away. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length && at < open + LONGEST_VALUE; at++) {
    const sign = code[at] ?? '';
    if (sign === "'" || sign === '"') {
      const string = matchAt(STRING, code, at);
      if (string === undefined) return -1;
      at += string.length - 1;
    } else if (sign === '(' || sign === '[') depth++;
    else if ((sign === ')' || sign === ']') && --depth === 0) return at + 1;
  }
  return -1;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
