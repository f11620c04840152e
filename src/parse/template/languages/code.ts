import type { BlockStep } from '../language.ts';
import { blank } from '../mask.ts';

/** A range of code that is a string or a comment. */
export interface MutedRange {
  readonly start: number;
  readonly end: number;
  readonly kind: 'string' | 'comment';
}

/** The code `[start, end)` at equal length with comments blanked and every string as a run of `"`. */
export function quietCode(text: string, start: number, end: number, muted: readonly MutedRange[]): string {
  const pieces: string[] = [];
  let at = start;
  for (const range of muted) {
    const string = range.kind === 'string';
    const fill = string ? '"'.repeat(range.end - range.start) : blank(text.slice(range.start, range.end));
    pieces.push(text.slice(at, range.start), fill);
    at = range.end;
  }
  pieces.push(text.slice(at, end));
  return pieces.join('');
}

/** Offset after the string that starts at `start`, at most `end`. Backslashes escape. */
export function stringEnd(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === 92) at += 1;
  }
  return end;
}

/** Offset of the next line break from `start`, at most `end`. */
export function lineEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

const REGEX_AFTER = /(?:^|[(,=:[!&|?{};+*%~<>-]|\breturn|\bif|\bunless|\band|\bor|\bwhen)\s*$/;

/** Offset after the regular expression literal at `start`, or -1 if the slash there divides. */
export function regexEnd(text: string, codeStart: number, start: number, end: number): number {
  if (!REGEX_AFTER.test(text.slice(Math.max(codeStart, start - 12), start))) return -1;
  let inClass = false;
  for (let at = start + 1; at < Math.min(end, start + 1000); at += 1) {
    const sign = text[at];
    if (sign === '\n') return -1;
    if (sign === '\\') at += 1;
    else if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    else if (sign === '/' && !inClass) return at + 1;
  }
  return -1;
}

/** What a C-like language adds to `if (…) { } else { }`, loops and `switch`. */
export interface BraceDialect {
  /** `if (…): … endif` (PHP). */
  readonly colons: boolean;
  /** Statement words that print what follows. */
  readonly outputs: ReadonlySet<string>;
  /** Statement words that leave the file or function. */
  readonly exits: ReadonlySet<string>;
  /** Words that pull in another file. */
  readonly includes: ReadonlySet<string>;
  /** A call that repeats the function handed to it: `.forEach(`. */
  readonly loopCall: RegExp;
}

/** A statement of interest inside an island: its word and what follows up to its end. */
export interface CodeStatement {
  readonly word: string;
  readonly start: number;
  /** Where the text after the word starts. */
  readonly from: number;
  readonly end: number;
  /** Number of blocks of this island around it. */
  readonly depth: number;
}

/** What an island's code does. */
export interface BraceCode {
  readonly steps: BlockStep[];
  readonly outputs: CodeStatement[];
  readonly includes: CodeStatement[];
  /** Number of statements that are not empty. */
  readonly statements: number;
  /** True if a block is opened or closed here whose other end is in another island. */
  readonly crosses: boolean;
}
