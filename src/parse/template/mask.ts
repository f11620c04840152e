import type { TemplateRange } from './types.ts';

/** A range to be masked: `hole` becomes an identifier, everything else becomes spaces. */
export interface MaskEdit extends TemplateRange {
  readonly hole: boolean;
}

/** Spaces in place of all characters but line breaks. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/**
 * An identifier as long as the first line of the hole, spaces on its other lines. An identifier is valid in JavaScript and CSS code, in
 * strings, in quoted and unquoted attribute values and in text, so the masker needs no context. The offset makes it unique
 * enough that two holes in declarations do not declare one name twice.
 */
function fillHole(text: string, offset: number): string {
  const lineEnd = text.search(/[\r\n]/);
  const width = lineEnd < 0 ? text.length : lineEnd;
  if (width === 0) return blank(text);
  // The low digits differ between neighbours, so a short hole keeps those.
  const digits = offset.toString(36);
  const name = `T${digits.slice(Math.max(0, digits.length - width + 1))}`.padEnd(width, '_');
  return name + blank(text.slice(width));
}

/** Applies edits (sorted by start; one that starts inside an earlier one is cut or skipped). The length does not change. */
export function applyEdits(text: string, edits: readonly MaskEdit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits) {
    const start = Math.max(edit.start, at);
    if (edit.end <= start) continue;
    const body = text.slice(start, edit.end);
    pieces.push(text.slice(at, start), edit.hole ? fillHole(body, start) : blank(body));
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** `text.slice(start, end)` with the given ranges blanked. */
export function blankRanges(text: string, ranges: readonly TemplateRange[], start: number, end: number): string {
  const edits = ranges
    .filter((range) => range.start < end && range.end > start)
    .map((range) => ({
      start: Math.max(range.start, start) - start,
      end: Math.min(range.end, end) - start,
      hole: false,
    }))
    .sort((a, b) => a.start - b.start);
  return applyEdits(text.slice(start, end), edits);
}
