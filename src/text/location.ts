import type { Span } from './offset-map.ts';
import type { Source } from './source.ts';

/** A range of a source, nested or not. */
export interface Location extends Span {
  readonly source: Source;
}

/** One step into nested texts: what the text is called and where in it the place stands (1-based). */
export interface PathStep {
  readonly label: string;
  readonly line: number;
  readonly column: number;
}

/** A location as it is reported: in the file, and in every text nested in it. */
export interface ResolvedLocation {
  readonly file: string;
  /** Offsets in the file's text. */
  readonly start: number;
  readonly end: number;
  /** 1-based; columns in UTF-16 units of the file as it stands. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** One entry for every nested source, the outermost first; empty for a place that stands in the file itself. */
  readonly path: readonly PathStep[];
}

/** Builds a location; ranges outside the text are clamped when it is resolved. */
export function locationOf(source: Source, span: Span): Location {
  return { source, start: span.start, end: span.end };
}

/** Position in the file and in every nested text. Builds line indexes, so call it only for what is reported. */
export function resolveLocation(location: Location): ResolvedLocation {
  const { source } = location;
  const root = source.root;
  const span = source.toRoot(location.start, location.end);
  const from = root.lines.position(span.start);
  const to = root.lines.position(span.end);
  const path: PathStep[] = [];
  let offset = location.start;
  for (let at: Source | undefined = source; at?.nesting; at = at.nesting.parent) {
    path.push({ label: at.nesting.label, ...at.lines.position(offset) });
    offset = at.nesting.map.toOuter(offset);
  }
  path.reverse();
  return {
    file: root.name,
    start: span.start,
    end: span.end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    path,
  };
}
