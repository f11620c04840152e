import type { LineIndex } from '../text/line-index.ts';
import { findPersonalData } from './mask.ts';
import { clean, widthOf } from './terminal.ts';

/** The range to show, 1-based, columns in UTF-16 units, as a finding carries it. */
export interface FrameRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FrameOptions {
  /** Columns there are for gutter and code. */
  readonly width: number;
  readonly showValues: boolean;
  /** Colours the gutter. */
  readonly dim: (text: string) => string;
  /** Colours the flagged text and its underline. */
  readonly mark: (text: string) => string;
}

/** Longer ranges are shown by their first lines. */
const MOST_LINES = 3;
const TAB = '  ';
/** How far beyond the shown part a value is looked for that must be masked. */
const MASK_MARGIN = 512;

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly marked: boolean;
}

/** The lines of a code frame: the source as it stands, made safe for a terminal, the exact range underlined. */
export function codeFrame(lines: LineIndex, range: FrameRange, options: FrameOptions): string[] {
  const last = Math.min(range.endLine, range.line + MOST_LINES - 1);
  const numberWidth = String(last).length;
  const budget = Math.max(20, options.width - numberWidth - 3);
  const gutter = (label: string): string => options.dim(`${label.padStart(numberWidth)} │`);
  const output: string[] = [];
  const texts: string[] = [];
  for (let line = range.line; line <= last; line += 1) texts.push(lines.lineText(line));
  const indent = commonIndent(texts, range.column - 1);
  texts.forEach((text, index) => {
    const line = range.line + index;
    const from = line === range.line ? range.column - 1 : leadingSpace(text);
    const to = line === range.endLine ? range.endColumn - 1 : text.length;
    if (index > 0 && to <= from) {
      if (line < range.endLine) output.push(gutter(String(line)));
      return;
    }
    const cells = cellsOf(text, from, to, indent, budget, options.showValues);
    output.push(`${gutter(String(line))} ${coloured(cells, options.mark)}`.trimEnd());
    output.push(`${gutter('')} ${underline(cells, options.mark)}`);
  });
  const more = range.endLine - last;
  if (more > 0) output.push(`${gutter('')} ${options.dim(`… ${more} more ${more === 1 ? 'line' : 'lines'}`)}`);
  return output;
}

/** Characters of a line around the range that fit the budget, each with what is shown for it. */
function cellsOf(text: string, from: number, to: number, indent: number, budget: number, showValues: boolean): Cell[] {
  let start = indent;
  // The range's beginning is always in view, with some of what stands before it.
  const lead = Math.floor(budget / 3);
  if (text.length - indent > budget && (from - indent > lead || to - indent > budget)) {
    const room = Math.max(lead, budget - (to - from) - lead);
    if (from - indent > room) start = from - room;
  }
  if (start > indent && isLowSurrogate(text, start)) start -= 1;
  const windowEnd = Math.min(text.length, start + budget * 2);
  const masked = showValues ? [] : masksIn(text, start, windowEnd);
  const cells: Cell[] = [];
  // A place at the end of its line has no character of its own: one column is kept for it.
  const most = from >= text.length ? budget - 1 : budget;
  let used = 0;
  let at = start;
  if (start > indent) {
    cells.push({ text: '…', width: 1, marked: false });
    used = 1;
  }
  const end = Math.max(to, from + 1);
  while (at < text.length) {
    const mask = masked.find((span) => at >= span.start && at < span.end);
    const next = mask ? mask.end : at + codeUnits(text, at);
    const marked = at < end && next > from;
    const shown = mask ? mask.replacement : text.slice(at, next);
    const parts = shown === '\t' ? TAB : clean(shown);
    const width = [...parts].reduce((sum, character) => sum + widthOf(character), 0);
    if (used + width > most - 1 && !(next >= text.length && used + width <= most)) {
      cells.push({ text: '…', width: 1, marked: at < to });
      break;
    }
    cells.push({ text: parts, width, marked });
    used += width;
    at = next;
  }
  if (from >= text.length) cells.push({ text: ' ', width: 1, marked: true });
  return cells;
}

function masksIn(text: string, start: number, end: number): { start: number; end: number; replacement: string }[] {
  const from = Math.max(0, start - MASK_MARGIN);
  return findPersonalData(text.slice(from, end + MASK_MARGIN)).map((span) => ({
    start: span.start + from,
    end: span.end + from,
    replacement: span.replacement,
  }));
}

function coloured(cells: readonly Cell[], mark: (text: string) => string): string {
  return runs(cells)
    .map((run) => (run.marked ? mark(run.text) : run.text))
    .join('');
}

function underline(cells: readonly Cell[], mark: (text: string) => string): string {
  const line = runs(cells)
    .map((run) => (run.marked ? mark('^'.repeat(Math.max(1, run.width))) : ' '.repeat(run.width)))
    .join('');
  return line.trimEnd();
}

function runs(cells: readonly Cell[]): Cell[] {
  const joined: Cell[] = [];
  for (const cell of cells) {
    const last = joined[joined.length - 1];
    if (last && last.marked === cell.marked) {
      joined[joined.length - 1] = { ...last, text: last.text + cell.text, width: last.width + cell.width };
    } else joined.push(cell);
  }
  return joined;
}

function commonIndent(texts: readonly string[], most: number): number {
  let indent = most;
  texts.forEach((text, index) => {
    if (text.trim() !== '' || index === 0) indent = Math.min(indent, leadingSpace(text));
  });
  return Math.max(0, indent);
}

function leadingSpace(text: string): number {
  let at = 0;
  while (at < text.length && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at += 1;
  return at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function codeUnits(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
