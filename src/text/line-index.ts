/** A position for people: both 1-based, the column in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

const LF = 10;
const CR = 13;
const BOM = 0xfeff;

/**
 * Line starts of one text. Lines end with `\n`, `\r\n` or a lone `\r`. A byte order mark at the start takes no column: no
 * editor shows one.
 */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  /** Number of lines; a text that ends with a line end has an empty last line. */
  get count(): number {
    return this.#starts.length;
  }

  /** Line and column of an offset; offsets outside the text are clamped to it. */
  position(offset: number): LineColumn {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const line = Math.max(1, low);
    return { line, column: Math.max(0, at - this.lineStart(line)) + 1 };
  }

  /** Offset of the first character of a 1-based line (after a byte order mark); clamped to the text. */
  lineStart(line: number): number {
    if (line <= 1) return this.#text.charCodeAt(0) === BOM ? 1 : 0;
    return this.#starts[line - 1] ?? this.#text.length;
  }

  /** Offset of a 1-based line and column, never past the end of that line. */
  offset(line: number, column: number): number {
    const start = this.lineStart(line);
    return Math.max(start, Math.min(start + column - 1, this.#lineEnd(line)));
  }

  /** Text of a 1-based line without its line end; empty for a line that is not there. */
  lineText(line: number): string {
    if (line < 1 || line > this.count) return '';
    return this.#text.slice(this.lineStart(line), this.#lineEnd(line));
  }

  #lineEnd(line: number): number {
    let end = this.#starts[line] ?? this.#text.length;
    if (line >= this.count) return end;
    if (this.#text.charCodeAt(end - 1) === LF) end -= 1;
    if (this.#text.charCodeAt(end - 1) === CR && end > this.lineStart(line)) end -= 1;
    return end;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CR) {
      if (text.charCodeAt(at + 1) === LF) at += 1;
      starts.push(at + 1);
    } else if (code === LF) starts.push(at + 1);
  }
  return starts;
}
