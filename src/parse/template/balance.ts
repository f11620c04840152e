/** Longer than this no bracket or tag is followed: no person writes it. */
const LONGEST = 20_000;

/** Finds the ends of brackets and tags in one text. Attempts that fail are paid from a budget, so that time stays linear. */
export class Balancer {
  readonly #text: string;
  #budget: number;

  constructor(text: string) {
    this.#text = text;
    this.#budget = 2 * text.length + LONGEST;
  }

  /**
   * Offset after the bracket that closes the one at `open`, or -1. Strings in `"`, `'` and `` ` `` hide brackets, backslashes escape in
   * them; with `comments` those of C-like languages hide them too.
   */
  close(open: number, comments = false): number {
    const text = this.#text;
    const last = Math.min(text.length, open + Math.min(LONGEST, this.#budget));
    let depth = 0;
    let at = open;
    while (at < last) {
      const sign = text[at];
      if (sign === '"' || sign === "'" || sign === '`') {
        at = this.#string(at, last);
        continue;
      }
      if (comments && sign === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
        const end = text.indexOf(text[at + 1] === '/' ? '\n' : '*/', at + 2);
        at = end < 0 || end > last ? last : end + 1;
        continue;
      }
      if (sign === '(' || sign === '[' || sign === '{') depth += 1;
      else if (sign === ')' || sign === ']' || sign === '}') {
        depth -= 1;
        if (depth <= 0) return at + 1;
      }
      at += 1;
    }
    this.#budget = Math.max(0, this.#budget - (last - open));
    return -1;
  }

  /**
   * Offset of the `>` (or of what `ends` says) that ends a tag, or -1. What stands in quotes or in `${…}` and in round brackets does not end it.
   */
  tagEnd(from: number, ends = '>', razor = false): number {
    const text = this.#text;
    const last = Math.min(text.length, from + Math.min(LONGEST, this.#budget));
    let depth = 0;
    let at = from;
    while (at < last) {
      const sign = text[at];
      if (sign === '"' || sign === "'") {
        const end = this.#attribute(at, last, razor);
        if (end < 0) break;
        at = end;
        continue;
      }
      if (sign === '(') depth += 1;
      else if (sign === ')' && depth > 0) depth -= 1;
      else if (sign === ends && depth === 0) return at;
      at += 1;
    }
    this.#budget = Math.max(0, this.#budget - (last - from));
    return -1;
  }

  #string(start: number, last: number): number {
    const text = this.#text;
    const quote = text[start];
    for (let at = start + 1; at < last; at += 1) {
      if (text[at] === quote) return at + 1;
      if (text[at] === '\\') at += 1;
    }
    return last;
  }

  /** A quoted attribute value; an expression in braces may hold the quote itself: `test="${a == "b"}"`. */
  #attribute(start: number, last: number, razor: boolean): number {
    const text = this.#text;
    const quote = text[start];
    let inside = false;
    let expression = false;
    for (let at = start + 1; at < last; at += 1) {
      const sign = text[at];
      if (razor && sign === '@') expression = true;
      else if (expression && sign === '(') {
        // `href="@Url.Action("a")"`: the quotes in the brackets are those of the code.
        const end = this.close(at);
        if (end < 0) return -1;
        at = end - 1;
        continue;
      } else if (expression && /[\s<>]/.test(sign ?? '')) expression = false;
      if (sign === quote && !inside) return at + 1;
      if (sign === '{' && /[$#*@~]/.test(text[at - 1] ?? '')) inside = true;
      else if (sign === '}') inside = false;
      else if (sign === '\\') at += 1;
    }
    return -1;
  }
}
