/** Judges what the scan has chosen, in its order. */
import { kindOfName } from '../discover/kinds.ts';
import type { LintInput } from '../engine/input.ts';
import type { Linter } from '../engine/lint.ts';
import { isContent } from '../parse/content.ts';
import type { Input, InputSource } from './input.ts';
import type { Scan } from './scan.ts';

export interface JudgeOptions {
  readonly reader: InputSource;
  /** Called before every candidate, with how many of how many are done. */
  readonly progress?: (done: number, all: number) => void;
  /** Told of every input that is judged by itself. */
  readonly seen?: (input: Input) => void;
}

export async function judgeCandidates(
  linter: Linter,
  { candidates, beside }: Pick<Scan, 'candidates' | 'beside'>,
  { reader, progress, seen }: JudgeOptions,
): Promise<void> {
  for (const [index, { input, kind, guessed, alone }] of candidates.entries()) {
    progress?.(index, candidates.length);
    // A file that a page or another script took in was judged there.
    if (!alone && linter.included.has(input.path)) continue;
    const text = reader.take(input);
    if (text === undefined) continue;
    seen?.(input);
    await linter.lint({ path: input.path, kind, text, guessed });
  }
  await linter.tellPages(pagesFor(linter, beside, reader));
}

/** The files that may be pages with something to tell the layouts around them, read one by one. */
function* pagesFor(linter: Linter, beside: readonly Input[], reader: InputSource): Generator<LintInput> {
  for (const input of beside) {
    if (!linter.mayStandAround(input.path)) continue;
    const text = reader.take(input);
    if (text !== undefined) yield { path: input.path, kind: pageKindOf(input.path), text };
  }
}

function pageKindOf(path: string): LintInput['kind'] {
  if (isContent(path)) return 'content';
  return kindOfName(path) === 'script' ? 'script' : 'html';
}
