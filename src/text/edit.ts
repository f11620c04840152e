/** Replacements of ranges of texts, and what they make of the file. */
import type { Location } from './location.ts';

/** A replacement in a text; offsets in UTF-16 units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A replacement of a range of a text, as one of the file that holds it; undefined where the file cannot say that text. */
export function editOfFile({ source, start, end }: Location, text: string): TextEdit | undefined {
  let written: string | undefined = text;
  for (let at = source; at.nesting && written !== undefined; at = at.nesting.parent) {
    const { write, map } = at.nesting;
    // Without a way to write it, only what stands in the parent as it is can be replaced.
    written = write ? write(written) : map.isShift ? written : undefined;
  }
  return written === undefined ? undefined : { ...source.toRoot(start, end), text: written };
}

/** Later edits do not move earlier ones. The edits must be sorted and must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** In the order of their places; undefined where two of them touch the same characters or stand at the same place. */
export function sortedEdits(edits: readonly TextEdit[]): TextEdit[] | undefined {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const clash = sorted.some((edit, index) => {
    const before = sorted[index - 1];
    return before !== undefined && (edit.start < before.end || edit.start === before.start);
  });
  return clash ? undefined : sorted;
}
