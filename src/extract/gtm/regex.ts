/**
 * Regular expressions of a container (RE2). They come from outside and JavaScript's engine backtracks, so an expression
 * is run only where it can cost no more than a small power of a short text.
 */

const MAX_PATTERN = 400;
const MAX_TEXT = 300;
/** Ways that one test may try: the product of the text's length and of what every repetition may take. */
const MAX_COST = 4e6;

/** What a regular expression comes to when it is a list of texts. */
export interface LiteralPattern {
  readonly texts: readonly string[];
  /** The whole value must be one of the texts; otherwise it must contain one. */
  readonly whole: boolean;
}

/** True where the expression matches every text (`.*`, `.+`, nothing at all). */
export function matchesAll(pattern: string): boolean {
  return /^\^?(?:\(\?:|\()?(?:\.[*+]\??)?\)?\$?$/.test(pattern.trim());
}

/** The texts that an expression such as `^(?:a|b\.c)$`, `,C000[24],` or `.*x(:|%3A)1.*` stands for, or undefined. */
export function literalPattern(pattern: string): LiteralPattern | undefined {
  if (pattern.length > MAX_PATTERN * 4) return undefined;
  const found = new PatternReader(pattern.trim().replace(/^\(\?i\)/, '')).texts();
  const pieces = found?.map((text) => PIECE.exec(text)) ?? [];
  const texts = pieces.flatMap((piece) => piece?.[3] ?? []);
  if (texts.length === 0 || texts.length < pieces.length || texts.includes('')) return undefined;
  const whole = pieces.every((piece) => piece?.[1] && piece[5] && !piece[2] && !piece[4]);
  return { texts: [...new Set(texts)], whole };
}

/** Marks in the texts of an expression: its anchors, and where anything may stand. */
const [START, ANY, END] = ['\uE000', '\uE001', '\uE002'] as const;
const PIECE = new RegExp(`^(${START})?(${ANY})?([^${START}${ANY}${END}]*)(${ANY})?(${END})?$`);
/** An expression that stands for more texts than this is no list of words. */
const MAX_TEXTS = 300;
const MAX_CLASS = 16;
const MAX_GROUPS = 20;

/** Spells out an expression that is a list of texts in disguise; what repeats or is left open (`\d+`) is given up. */
class PatternReader {
  readonly #pattern: string;
  #at = 0;
  #depth = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  texts(): readonly string[] | undefined {
    const found = this.#alternatives();
    return this.#at === this.#pattern.length ? found : undefined;
  }

  #alternatives(): string[] | undefined {
    const all: string[] = [];
    for (;;) {
      const found = this.#sequence();
      if (!found || all.length + found.length > MAX_TEXTS) return undefined;
      all.push(...found);
      if (this.#next !== '|') return all;
      this.#at += 1;
    }
  }

  #sequence(): string[] | undefined {
    let found = [''];
    while (this.#at < this.#pattern.length && this.#next !== '|' && this.#next !== ')') {
      const item = this.#item();
      if (!item || found.length * item.length > MAX_TEXTS) return undefined;
      found = found.flatMap((before) => item.map((text) => before + text));
    }
    return found;
  }

  /** One character, class, group or anchor, with the question mark behind it. */
  #item(): string[] | undefined {
    const any = /^\.[*+]\??/.exec(this.#pattern.slice(this.#at, this.#at + 3))?.[0];
    if (any !== undefined) {
      this.#at += any.length;
      return [ANY];
    }
    const char = this.#next;
    this.#at += 1;
    const found = char === '(' ? this.#group() : char === '[' ? this.#class() : this.#character(char);
    if (/[*+{]/.test(this.#next)) return undefined;
    if (this.#next !== '?') return found;
    this.#at += 1;
    return found && [...found, ''];
  }

  #character(char: string): string[] | undefined {
    if (char === '^') return [START];
    if (char === '$') return [END];
    // An unescaped dot stands for itself, which is what was meant.
    if (char !== '\\') return /[*+?{}\]\uE000-\uE002]/.test(char) ? undefined : [char];
    const escaped = this.#next;
    this.#at += 1;
    if (escaped === 'b') return [''];
    return /[A-Za-z0-9]/.test(escaped) ? undefined : [escaped];
  }

  #group(): string[] | undefined {
    if (this.#next === '?') {
      if (this.#pattern.charAt(this.#at + 1) !== ':') return undefined;
      this.#at += 2;
    }
    this.#depth += 1;
    const found = this.#depth > MAX_GROUPS ? undefined : this.#alternatives();
    this.#depth -= 1;
    if (this.#next !== ')') return undefined;
    this.#at += 1;
    return found;
  }

  #class(): string[] | undefined {
    const [whole, body = ''] = /^([^\\[\]^][^\\[\]]{0,40})\]/.exec(this.#pattern.slice(this.#at, this.#at + 42)) ?? [];
    if (whole === undefined) return undefined;
    this.#at += whole.length;
    const characters = body.replace(/(.)-(.)/g, (_, from: string, to: string) => {
      const [first, last] = [from.charCodeAt(0), Math.min(to.charCodeAt(0), from.charCodeAt(0) + MAX_CLASS)];
      return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) =>
        String.fromCharCode(first + index),
      ).join('');
    });
    return characters.length > MAX_CLASS ? undefined : [...new Set(characters)];
  }

  get #next(): string {
    return this.#pattern.charAt(this.#at);
  }
}

/** Tests a known text; undefined where the expression is too costly, or JavaScript does not read it. */
export function testPattern(pattern: string, ignoreCase: boolean, text: string): boolean | undefined {
  if (matchesAll(pattern)) return pattern.includes('+') ? text !== '' : true;
  const inline = /^\(\?i\)/.test(pattern);
  const body = inline ? pattern.slice(4) : pattern;
  if (text.length > MAX_TEXT || !isCheap(body, text.length)) return undefined;
  try {
    return new RegExp(body, ignoreCase || inline ? 'i' : '').test(text);
  } catch {
    return undefined;
  }
}

/** Expressions of this length are made by programs. */
const MAX_CHECKED = 20_000;

/** Why neither RE2 nor a browser can read an expression, which then matches nothing; undefined where one of them can. */
export function whyInvalid(pattern: string): string | undefined {
  // Quoting is RE2's alone.
  if (pattern.length > MAX_CHECKED || pattern.includes('\\Q')) return undefined;
  // Flags inside the expression and this way to name a group are RE2's; browsers read the rest as it does.
  const common = pattern
    .replace(/\(\?[imsU-]{1,6}\)/g, '')
    .replace(/\(\?[imsU-]{1,6}:/g, '(?:')
    .replaceAll('(?P<', '(?<');
  try {
    new RegExp(common);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return (/: ([^:/]+)$/.exec(message)?.[1] ?? 'it cannot be read').toLowerCase();
  }
}

/**
 * What of an expression RE2 refuses, the dialect that Tag Manager's documentation names; undefined where it takes all. Browsers
 * read these things, so that what runs the expression decides.
 */
export function beyondRe2(pattern: string): string | undefined {
  if (pattern.length > MAX_CHECKED || pattern.includes('\\Q')) return undefined;
  let inClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    if (char === '\\') {
      at += 1;
      if (!inClass && /[1-9]/.test(pattern.charAt(at))) return 'it refers back to what a group has matched';
      if (!inClass && pattern.startsWith('k<', at)) return 'it refers back to what a group has matched';
    } else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(' && /^\?<?[=!]/.test(pattern.slice(at + 1, at + 4)))
      return pattern.charAt(at + 2) === '<' ? 'it looks behind' : 'it looks ahead';
  }
  return undefined;
}

/** No repetition or alternatives inside a repeated group, and a bounded product of what may be tried. */
function isCheap(pattern: string, length: number): boolean {
  if (pattern.length > MAX_PATTERN) return false;
  let cost = Math.max(length, 8);
  let inClass = false;
  const groups: boolean[] = [];
  let closedRisky = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    let endsGroup = false;
    if (char === '\\') {
      at += 1;
      // A back reference costs what it likes.
      if (/[1-9k]/.test(pattern.charAt(at))) return false;
      if (inClass) continue;
    } else if (inClass) {
      if (char !== ']') continue;
      inClass = false;
    } else if (char === '[') {
      inClass = true;
      continue;
    } else if (char === '(') {
      groups.push(false);
      if (/^\?[=!<]/.test(pattern.slice(at + 1, at + 3))) return false;
      continue;
    } else if (char === ')') {
      closedRisky = groups.pop() ?? false;
      endsGroup = true;
    } else if (char === '|') {
      groups.fill(true);
      continue;
    }
    const next = /^(?:[*+?]|\{\d{0,4},\d{0,4}\}|\{\d{1,4}\})/.exec(pattern.slice(at + 1, at + 13))?.[0];
    if (next === undefined) continue;
    if (endsGroup && closedRisky && next !== '?') return false;
    const bound = next === '?' ? 1 : Number(/(\d+)\}$/.exec(next)?.[1] ?? length);
    cost *= Math.min(bound, length) + 1;
    groups.fill(true);
  }
  return groups.length === 0 && cost <= MAX_COST;
}
