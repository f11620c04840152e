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

/** The texts that an expression such as `^(?:a|b\.c)$` or `,C0004,` stands for, or undefined. */
export function literalPattern(pattern: string): LiteralPattern | undefined {
  if (pattern.length > MAX_PATTERN * 4) return undefined;
  let body = pattern.trim().replace(/^\(\?i\)/, '');
  const open = body.startsWith('^');
  const closed = body.endsWith('$') && !body.endsWith('\\$');
  body = body.slice(open ? 1 : 0, closed ? -1 : undefined);
  const grouped = /^\((?:\?:)?([^()]*)\)$/.exec(body);
  // `^a|b$` anchors only its ends; only a group makes the anchors hold for all.
  if (!grouped && body.includes('|') && (open || closed)) {
    const parts = body.split('|').map((part) => part.replace(/^\^/, '').replace(/\$$/, ''));
    const texts = parts.map(plain);
    return texts.every((text) => text !== undefined) ? { texts, whole: false } : undefined;
  }
  const texts = (grouped?.[1] ?? body).split('|').map((part) => plain(part.replace(/^\.\*/, '').replace(/\.\*$/, '')));
  if (!texts.every((text) => text !== undefined && text !== '')) return undefined;
  const open2 = grouped === null && /^\.\*|\.\*$/.test(body);
  return { texts: texts.flatMap((text) => text ?? []), whole: open && closed && !open2 };
}

/** The text that a piece without operators stands for; an unescaped dot stands for itself, which is what was meant. */
function plain(piece: string): string | undefined {
  const text = piece.replace(/\\b/g, '');
  if (/(?:^|[^\\])(?:\\\\)*(?:[*+?()[\]{}^$|]|\\[A-Za-z0-9])/.test(text)) return undefined;
  return text.replace(/\\(.)/g, '$1');
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
