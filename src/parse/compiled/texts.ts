/**
 * Texts of a published container: a string, or a list of pieces in which macros stand. They are written as an export writes
 * them, `Order {{macro 3}}`, with a map back to where the pieces stand.
 */
import type { JsonPath, JsonPositions } from '../../text/json-positions.ts';
import { jsonStringMap } from '../../text/json-string.ts';
import { OffsetMapBuilder } from '../../text/offset-map.ts';
import type { MappedText } from '../container.ts';
import { text as scalar } from '../container-json.ts';

/** How macros and tags are named that a text refers to by index. */
export interface Names {
  readonly macro: (index: unknown) => string;
  readonly tag: (index: unknown) => string;
  /** The name of a variable that stands for a condition: `["zb", "_eq", left, right, negate, ignoreCase]`. */
  readonly condition: (value: readonly unknown[], path: JsonPath) => string;
}

/** What a text is, where that decides how it is written: the compiler rewrites markup and code. */
type Content = 'html' | 'code' | 'text';

interface Piece {
  /** A string of the file, before it is rewritten. */
  readonly text: string;
  readonly path: JsonPath;
  /** The text stands for the whole value at the path. */
  readonly whole: boolean;
}

const MAX_DEPTH = 12;
const MAX_PIECES = 5000;

const CONTENTS: ReadonlyMap<string | number, Content> = new Map([
  ['vtp_html', 'html'],
  ['vtp_javascript', 'code'],
]);

/** The text that a value stands for, references in braces; undefined for lists and maps. */
export function textOf(value: unknown, path: JsonPath, names: Names): string | undefined {
  const pieces = piecesOf(value, path, names);
  if (!pieces) return undefined;
  const content = contentOf(path);
  return pieces.map((piece, index) => rewritten(piece, editsOf(piece, index, pieces, content))).join('');
}

/** The same with the map of its characters. */
export function mappedText(positions: JsonPositions, given: JsonPath, names: Names): MappedText | undefined {
  // A parameter of an export keeps its text in a member of its own.
  const path = given[given.length - 1] === 'value' ? given.slice(0, -1) : given;
  const span = positions.value(path);
  const value = span && parsed(positions.text.slice(span.start, span.end));
  const pieces = value === undefined ? undefined : piecesOf(value, path, names);
  if (!span || !pieces) return undefined;
  const content = contentOf(path);
  const [only] = pieces;
  if (only && pieces.length === 1 && !only.whole && editsOf(only, 0, pieces, content).length === 0)
    return jsonStringMap(positions.text, (positions.value(only.path) ?? span).start);
  const builder = new OffsetMapBuilder(span.start);
  const texts = pieces.map((piece, index) => {
    const at = positions.value(piece.path) ?? span;
    const string = piece.whole ? undefined : jsonStringMap(positions.text, at.start);
    if (!string) {
      builder.replace(piece.text.length, at.end - at.start, at.start);
      return piece.text;
    }
    const edits = editsOf(piece, index, pieces, content);
    let last = 0;
    for (const { start, end, text } of edits) {
      const outer = string.map.toOuterSpan(start, end);
      builder.append(string.map, last, start).replace(text.length, outer.end - outer.start, outer.start);
      last = end;
    }
    builder.append(string.map, last, string.value.length);
    return rewritten(piece, edits);
  });
  return { value: texts.join(''), map: builder.build() };
}

function piecesOf(value: unknown, path: JsonPath, names: Names): Piece[] | undefined {
  const pieces: Piece[] = [];
  return collect(value, path, names, pieces, 0) ? pieces : undefined;
}

function collect(value: unknown, path: JsonPath, names: Names, pieces: Piece[], depth: number): boolean {
  if (depth > MAX_DEPTH || pieces.length >= MAX_PIECES) return false;
  if (!Array.isArray(value)) {
    const text = value === null ? 'null' : scalar(value);
    if (text === undefined) return false;
    pieces.push({ text, path, whole: typeof value !== 'string' });
    return true;
  }
  const [kind, first]: readonly unknown[] = value;
  if (kind === 'template')
    return value.slice(1).every((part, index) => collect(part, [...path, index + 1], names, pieces, depth + 1));
  if (kind === 'escape') return collect(first, [...path, 1], names, pieces, depth + 1);
  const whole = (text: string): boolean => {
    pieces.push({ text, path, whole: true });
    return true;
  };
  if (kind === 'macro') return whole(`{{${names.macro(first)}}}`);
  if (kind === 'tag') return whole(names.tag(first));
  return kind === 'zb' ? whole(`{{${names.condition(value, path)}}}`) : false;
}

function contentOf(path: JsonPath): Content {
  for (const step of path) {
    const content = CONTENTS.get(step);
    if (content) return content;
  }
  return 'text';
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Two braces that stand in the file open no reference: they are set apart. */
const BRACES = /\{(?=\{)/g;
/** Scripts wait under a type of their own, with their addresses in another attribute, until the tag fires. */
const WAITING = /\{(?=\{)|\btext\/gtmscript\b|\bdata-gtmsrc(?=\s*=)/g;
const REWRITTEN: Readonly<Record<string, string>> = {
  '{': '{ ',
  'text/gtmscript': 'text/javascript',
  'data-gtmsrc': 'src',
};

/** A function that gives a variable's value is called where it stands: `(function(){…})();`. */
const CALL_START = /^\s*\((?=\s*function\b)/;
const CALL_END = /\)\(\)\s*;?\s*$/;

function editsOf({ text, whole }: Piece, index: number, pieces: readonly Piece[], content: Content): Edit[] {
  if (whole) return [];
  const pattern = content === 'html' ? WAITING : BRACES;
  const edits = [...text.matchAll(pattern)].map(({ 0: found, index: start }): Edit => {
    return { start, end: start + found.length, text: REWRITTEN[found] ?? found };
  });
  if (content !== 'code' || !isCall(pieces)) return edits;
  const opened = index === 0 ? CALL_START.exec(text) : null;
  const closed = index === pieces.length - 1 ? CALL_END.exec(text) : null;
  return [
    ...(opened ? [{ start: 0, end: opened[0].length, text: '' }] : []),
    ...edits,
    ...(closed ? [{ start: closed.index, end: text.length, text: '' }] : []),
  ];
}

function isCall(pieces: readonly Piece[]): boolean {
  return CALL_START.test(pieces[0]?.text ?? '') && CALL_END.test(pieces[pieces.length - 1]?.text ?? '');
}

function rewritten({ text }: Piece, edits: readonly Edit[]): string {
  let result = '';
  let last = 0;
  for (const edit of edits) {
    result += text.slice(last, edit.start) + edit.text;
    last = edit.end;
  }
  return result + text.slice(last);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
