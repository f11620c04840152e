import { LineIndex } from './line-index.ts';
import type { OffsetMap, Span } from './offset-map.ts';

/** Where a nested text comes from. */
export interface Nesting {
  readonly parent: Source;
  /** Offsets of the nested text -> offsets of the parent's text. */
  readonly map: OffsetMap;
  /** What a person calls the place: `tag "Meta - Purchase"`, `html`, `script`, `variable "x"`. */
  readonly label: string;
  /** How a piece of the nested text is written in the parent's; as it stands if absent, undefined where it cannot be. */
  readonly write?: (text: string) => string | undefined;
}

/**
 * One input text: a file, or a text embedded in another (HTML in a JSON string, a script in HTML). All offsets are UTF-16
 * offsets into `text`. Template syntax is masked at equal length, so a masked text has the offsets of its source.
 */
export class Source {
  /** The file's path as it is shown, or the label of a nested text. */
  readonly name: string;
  readonly text: string;
  /** Absent for a whole file. */
  readonly nesting: Nesting | undefined;
  #lines: LineIndex | undefined;

  constructor(name: string, text: string, nesting?: Nesting) {
    this.name = name;
    this.text = text;
    this.nesting = nesting;
  }

  get parent(): Source | undefined {
    return this.nesting?.parent;
  }

  /** The outermost source: the file. */
  get root(): Source {
    let source: Source = this;
    while (source.nesting) source = source.nesting.parent;
    return source;
  }

  /** From the file (first) to this source (last). */
  get chain(): Source[] {
    const chain: Source[] = [];
    for (let source: Source | undefined = this; source; source = source.parent) chain.push(source);
    return chain.reverse();
  }

  /** Line index of this text, built at the first use. */
  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  /** A text embedded in this one. */
  nest(text: string, map: OffsetMap, label: string, write?: Nesting['write']): Source {
    return new Source(label, text, { parent: this, map, label, ...(write && { write }) });
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** The range of the file that a range of this text stands for. */
  toRoot(start: number, end: number): Span {
    let span: Span = clamp(this.text, start, end);
    for (let nesting = this.nesting; nesting; nesting = nesting.parent.nesting) {
      span = nesting.map.toOuterSpan(span.start, span.end);
    }
    return span;
  }

  /** Offset in this text of the character that an offset of the file belongs to, clamped to this text. */
  fromRoot(offset: number): number {
    const inner = this.nesting ? this.nesting.map.toInner(this.nesting.parent.fromRoot(offset)) : offset;
    return Math.max(0, Math.min(inner, this.text.length));
  }
}

function clamp(text: string, start: number, end: number): Span {
  const from = Math.max(0, Math.min(start, text.length));
  return { start: from, end: Math.max(from, Math.min(end, text.length)) };
}
