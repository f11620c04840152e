/** What depends on where the output goes. */
import { writeWhole } from '../run/write.ts';

const DEFAULT_WIDTH = 100;
const WIDEST = 140;

/** Colours on: asked for, or the output is a terminal that nobody asked to do without. */
export function wantsColor(asked: boolean | undefined, isTerminal: boolean): boolean {
  if (asked !== undefined) return asked;
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return isTerminal && TERM !== 'dumb';
}

/** Columns to write for. */
export function outputWidth(): number {
  const { isTTY, columns } = process.stdout;
  return isTTY && columns > 0 ? Math.min(columns, WIDEST) : DEFAULT_WIDTH;
}

const FIRST_AFTER = 1000;
const NEXT_AFTER = 100;

/** A line on standard error about how far the run is: only on a terminal, and only once it has taken a second. */
export class Progress {
  readonly #start = performance.now();
  #next = FIRST_AFTER;
  #shown = false;

  update(stage: 'scan' | 'judge', done: number, all: number): void {
    if (!process.stderr.isTTY) return;
    const elapsed = performance.now() - this.#start;
    if (elapsed < this.#next) return;
    this.#next = elapsed + NEXT_AFTER;
    this.#shown = true;
    process.stderr.write(`\r\x1b[Ktaglint: ${stage === 'scan' ? 'looking at' : 'judging'} file ${done + 1} of ${all}`);
  }

  clear(): void {
    if (this.#shown) process.stderr.write('\r\x1b[K');
    this.#shown = false;
  }
}

/**
 * Writes to a file, or to standard output where none is given.
 * @returns false where the file could not be written; that is said
 */
export function write(text: string, file: string | undefined): boolean {
  if (file === undefined) {
    process.stdout.write(text);
    return true;
  }
  try {
    writeWhole(file, text, { followLinks: true });
  } catch (error) {
    complain(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
  return true;
}

/** A message of the run itself, on one line whatever it names. */
export function complain(message: string): void {
  process.stderr.write(`taglint: ${visible(message)}\n`);
}

/** What an error says, one line a problem: a configuration may have several. */
export function complainOf(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  for (const line of message.split('\n')) complain(line);
}

/** What comes from the input, such as names of files: no terminal must obey it. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
