/** What a suppression stands for: a line, an element, a whole text. */
import type { Span } from '../../text/offset-map.ts';
import type { SuppressionComment } from './comments.ts';

/** Start tags longer than this are taken for a line. */
const LONGEST_TAG = 20_000;
const START_TAG = /^<([A-Za-z][\w.:-]*)(?:[^"'>]|"[^"]*"|'[^']*')*>/;
/** Elements whose content is one thing with their start tag. */
const WITH_CONTENT = /^(?:script|noscript|iframe|style)$/i;

/** Finds the places of the suppressions of one text. */
export class Places {
  readonly #text: string;
  readonly #comments: readonly SuppressionComment[];
  /** The last end tag of a kind that was looked for: the text is searched once, however many suppressions it has. */
  readonly #ends = new Map<string, Span>();
  readonly #next = new Map<number, Span>();

  constructor(text: string, comments: readonly SuppressionComment[]) {
    this.#text = text;
    this.#comments = comments;
  }

  /** The line on which a comment begins. */
  line({ span }: SuppressionComment): Span {
    const start =
      Math.max(this.#text.lastIndexOf('\n', span.start - 1), this.#text.lastIndexOf('\r', span.start - 1)) + 1;
    return { start, end: this.#lineEnd(span.end) };
  }

  /**
   * The first line after a comment on which something stands; where an element begins there, the element to the end of its
   * start tag, scripts to their end. Comments that are suppressions themselves are passed over.
   */
  next(index: number): Span {
    let place = this.#next.get(index);
    place ??= this.#placeAfter(index);
    this.#next.set(index, place);
    return place;
  }

  #placeAfter(index: number): Span {
    const end = this.#comments[index]?.span.end ?? this.#text.length;
    const start = skipBlank(this.#text, this.#lineEnd(end));
    const following = this.#comments[index + 1];
    if (following && following.span.start <= start && start < following.span.end) return this.next(index + 1);
    return { start, end: Math.max(this.#lineEnd(start), this.#elementEnd(start)) };
  }

  #lineEnd(from: number): number {
    const found = /[\r\n]/.exec(this.#text.slice(from, from + LONGEST_TAG));
    if (found) return from + found.index;
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? this.#text.length : end;
  }

  #elementEnd(start: number): number {
    if (this.#text.charAt(start) !== '<') return start;
    const [tag, name = ''] = START_TAG.exec(this.#text.slice(start, start + LONGEST_TAG)) ?? [];
    if (tag === undefined) return start;
    const end = start + tag.length;
    return WITH_CONTENT.test(name) && !tag.endsWith('/>') ? this.#endTag(name.toLowerCase(), end) : end;
  }

  #endTag(name: string, from: number): number {
    const known = this.#ends.get(name);
    if (known && known.start <= from && from <= known.end) return known.end;
    const pattern = new RegExp(`</${name}`, 'gi');
    pattern.lastIndex = from;
    const end = pattern.exec(this.#text)?.index ?? this.#text.length;
    this.#ends.set(name, { start: from, end });
    return end;
  }
}

function skipBlank(text: string, from: number): number {
  const pattern = /\S/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
