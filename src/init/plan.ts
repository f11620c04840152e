/** What is to be written, and writing all of it or nothing. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../run/write.ts';

/** One file, and what happens to it. */
export type Step =
  | {
      readonly kind: 'write';
      /** Absolute. */
      readonly file: string;
      /** Empty where there is none yet. */
      readonly before: string | undefined;
      readonly text: string;
      /** What the change is, for people. */
      readonly about: string;
      /** It is run by itself. */
      readonly executable?: true;
    }
  /** It is as it should be. */
  | { readonly kind: 'keep'; readonly file: string; readonly about: string }
  /** Nothing that a program should edit: what to do is said. */
  | { readonly kind: 'by-hand'; readonly file: string; readonly about: string; readonly lines: readonly string[] };

export type WriteStep = Extract<Step, { kind: 'write' }>;

/** The text of a file; undefined where there is none. */
export function textAt(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  }
}

/**
 * Writes all files, or none: what was written before one that cannot be is taken back.
 * @throws Error naming the file, and why it cannot be written
 */
export function writeAll(steps: readonly WriteStep[]): void {
  const done: WriteStep[] = [];
  const made: string[] = [];
  for (const step of steps) {
    try {
      made.push(...makeFolder(dirname(step.file)));
      done.push(step);
      writeWhole(step.file, step.text, { followLinks: true });
      if (step.executable) chmodSync(step.file, 0o755);
    } catch (error) {
      for (const one of done.reverse()) takeBack(one);
      for (const folder of made.reverse()) removeEmpty(folder);
      throw new Error(`cannot write ${step.file}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}

/** @returns the folders that were not there, the outermost first */
function makeFolder(folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.unshift(at);
  mkdirSync(folder, { recursive: true });
  return missing;
}

function takeBack({ file, before }: WriteStep): void {
  try {
    if (before === undefined) rmSync(file, { force: true });
    else writeWhole(file, before, { followLinks: true });
  } catch {
    // What could not be written cannot be taken back either, and is as it was.
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else has put something there.
  }
}

/** A file that holds a text by itself: written where there is none or where `force` is given, kept where it says the same. */
export function wholeFile(file: string, text: string, about: string, force: boolean): Step {
  const before = textAt(file);
  if (before === undefined) return { kind: 'write', file, before, text, about };
  if (before === text) return { kind: 'keep', file, about: 'is up to date' };
  if (force) return { kind: 'write', file, before, text, about: `${about}; replaces what was there` };
  return { kind: 'keep', file, about: 'is there already (--force replaces it)' };
}
