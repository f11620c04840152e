/** How the values of a part of a container differ, for people: short ones side by side, long ones line by line. */
import { diffLines } from 'diff';
import type { FieldChange } from '../../diff/diff.ts';

export type ShownChange =
  | { readonly kind: 'short'; readonly before?: string; readonly after?: string }
  /** Lines with their sign; `omitted` more are left out. */
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly omitted: number };

const SHORT = 100;
const MOST_LINES = 12;
const LONGEST_LINE = 160;
/** Longer texts are not compared line by line. */
const MAX_TEXT = 200_000;

export function shownChange({ before, after }: FieldChange): ShownChange {
  const isShort = [before, after].every((text) => text === undefined || (text.length <= SHORT && !text.includes('\n')));
  if (isShort) return { kind: 'short', ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  const all = linesOf(before ?? '', after ?? '');
  return {
    kind: 'lines',
    lines: all
      .slice(0, MOST_LINES)
      .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line)),
    omitted: Math.max(0, all.length - MOST_LINES),
  };
}

function linesOf(before: string, after: string): string[] {
  if (before.length > MAX_TEXT || after.length > MAX_TEXT) return ['  (too long to compare)'];
  const parts = diffLines(before, after, { timeout: 500 }) ?? [];
  return parts.flatMap(({ added, removed, value }) => {
    if (!added && !removed) return [];
    const sign = added ? '+' : '-';
    return value
      .replace(/\n$/, '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `${sign} ${line.trim()}`);
  });
}
