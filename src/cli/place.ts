/** A place as people write it: `FILE:LINE[:COLUMN]`. */

export interface FilePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** A colon behind the place comes along when a line of `--format compact` is copied. */
const COLUMN = /^(.+):(\d{1,9}):(\d{1,9}):?$/s;
const LINE = /^(.+):(\d{1,9}):?$/s;

/**
 * What a text may mean, the likeliest first: names of files may have colons and numbers, so `a:1:2` is line 1 of `a`, line 2 of
 * `a:1`, or a file `a:1:2`.
 */
export function placesIn(text: string): readonly FilePlace[] {
  const places: FilePlace[] = [];
  const [, file, line, column] = COLUMN.exec(text) ?? [];
  if (file !== undefined) places.push({ file, line: Number(line), column: Number(column) });
  const [, named, at] = LINE.exec(text) ?? [];
  if (named !== undefined) places.push({ file: named, line: Number(at) });
  return [...places, { file: text }];
}

/** The likeliest meaning of which the file is there; the likeliest of all where none is. */
export function placeOf(text: string, isThere: (file: string) => boolean): FilePlace {
  const places = placesIn(text);
  return places.find(({ file }) => isThere(file)) ?? places[0] ?? { file: text };
}
