const NEWLINE = 10;
const CARRIAGE = 13;
const DOUBLE = 34;
const SINGLE = 39;
const BACKSLASH = 92;
const BACKQUOTE = 96;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** How a closing delimiter is looked for. */
export interface CloseOptions {
  /** A delimiter inside `'…'` or `"…"` does not close. */
  readonly quotes: boolean;
  /** Nor one between backquotes, which may span lines. */
  readonly backquotes?: boolean;
  /** A `}` that closes an inner `{` is no part of the delimiter (`{{ {'a': {'b': 1}} }}`). */
  readonly braces: boolean;
}

/**
 * Looks for delimiters in one text, left to right, in time linear in the text whatever the text is: results of plain searches are
 * remembered, and attempts at quote-aware searches that fail are paid from a budget.
 */
export class DelimiterFinder {
  readonly #text: string;
  readonly #found = new Map<string, { from: number; at: number }>();
  #budget: number;

  constructor(text: string) {
    this.#text = text;
    this.#budget = text.length;
  }

  /** Like `indexOf`; cheap when asked again for the same needle with a growing `from`. */
  next(needle: string, from: number): number {
    const known = this.#found.get(needle);
    if (known !== undefined && from >= known.from && (known.at < 0 || known.at >= from)) return known.at;
    const at = this.#text.indexOf(needle, from);
    this.#found.set(needle, { from, at });
    return at;
  }

  /** Where the delimiter that closes an island starts, or -1. Quotes are believed only if they close on their line. */
  close(closer: string, from: number, options: CloseOptions): number {
    const plain = this.next(closer, from);
    if (plain < 0 || this.#budget <= 0 || (!options.quotes && !options.braces)) return plain;
    const aware = this.#awareClose(closer, from, options);
    if (aware >= 0) return aware;
    return plain;
  }

  /** Takes the cost of an island that was looked at and refused from the budget of the quote-aware searches. */
  charge(length: number): void {
    this.#budget -= length;
  }

  #awareClose(closer: string, from: number, options: CloseOptions): number {
    const text = this.#text;
    let depth = 0;
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (depth === 0 && code === closer.charCodeAt(0) && text.startsWith(closer, at)) return at;
      if (options.backquotes && code === BACKQUOTE) {
        const end = this.next('`', at + 1);
        if (end < 0) return -1;
        at = end + 1;
        continue;
      }
      if (options.quotes && (code === DOUBLE || code === SINGLE)) {
        const end = this.#stringEnd(at, code);
        if (end < 0) {
          // Not a string but an apostrophe: the first plain delimiter closes.
          this.#budget -= at - from + 256;
          return -1;
        }
        at = end;
        continue;
      }
      if (options.braces && code === OPEN_BRACE) depth += 1;
      else if (options.braces && code === CLOSE_BRACE && depth > 0) depth -= 1;
      at += 1;
    }
    this.#budget -= at - from;
    return -1;
  }

  /** Offset after the closing quote, or -1 if the line ends first. */
  #stringEnd(start: number, quote: number): number {
    const text = this.#text;
    for (let at = start + 1; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) return at + 1;
      if (code === BACKSLASH) at += 1;
      else if (code === NEWLINE || code === CARRIAGE) {
        this.#budget -= at - start;
        return -1;
      }
    }
    this.#budget -= text.length - start;
    return -1;
  }
}
