/** Finds the end of a stretch of JavaScript inside markup without parsing it: brackets, texts, comments, patterns. */

const WORD = /[\w$]/;
/** A slash after one of these begins a regular expression, a `<` begins markup. */
const BEFORE_VALUE = /[(,=:[!&|?{};+\-*%<>~^]/;
const KEYWORD_BEFORE_VALUE = /(?:^|[^\w$.])(?:return|typeof|case|in|of|do|else|void|await|yield|default)$/;

/** Called where a `<` begins a value; gives the offset after the markup, or undefined where it is none. */
export type MarkupAt = (at: number) => number | undefined;

/**
 * @param from first offset of the code
 * @param stop called at every character outside texts, comments and brackets; true ends the scan there
 * @returns the offset of the bracket that closes the code (or where `stop` said so); undefined where the text ends before
 */
export function endOfCode(
  text: string,
  from: number,
  to: number,
  options: { readonly markup?: MarkupAt; readonly stop?: (at: number) => boolean } = {},
): number | undefined {
  const open: string[] = [];
  /** Offset of the last character that is neither blank nor comment. */
  let last = -1;
  let at = from;
  while (at < to) {
    if (open[open.length - 1] === '`') {
      const char = text[at];
      if (char === '\\') at += 2;
      else if (char === '`') {
        open.pop();
        last = at++;
      } else if (char === '$' && text[at + 1] === '{') {
        open.push('${');
        last = at + 1;
        at += 2;
      } else at++;
      continue;
    }
    const char = text[at] ?? '';
    if (open.length === 0 && options.stop?.(at)) return at;
    switch (char) {
      case ' ':
      case '\t':
      case '\n':
      case '\r':
        at++;
        continue;
      case '"':
      case "'":
        last = at;
        at = endOfQuoted(text, at, to);
        continue;
      case '`':
        open.push('`');
        break;
      case '(':
      case '[':
      case '{':
        open.push(char);
        break;
      case ')':
      case ']':
      case '}': {
        if (open.length === 0) return at;
        const top = open[open.length - 1];
        const fits = char === ')' ? top === '(' : char === ']' ? top === '[' : top === '{' || top === '${';
        if (fits) open.pop();
        break;
      }
      case '/': {
        const next = text[at + 1];
        if (next === '/') {
          const line = text.indexOf('\n', at);
          at = line < 0 ? to : Math.min(line, to);
          continue;
        }
        if (next === '*') {
          const end = text.indexOf('*/', at + 2);
          at = end < 0 ? to : Math.min(end + 2, to);
          continue;
        }
        if (beginsValue(text, from, last)) {
          const end = endOfPattern(text, at, to);
          if (end !== undefined) {
            last = end - 1;
            at = end;
            continue;
          }
        }
        break;
      }
      case '<':
        if (options.markup && beginsValue(text, from, last) && /[A-Za-z>!]/.test(text[at + 1] ?? '')) {
          const end = options.markup(at);
          if (end !== undefined && end > at) {
            last = end - 1;
            at = end;
            continue;
          }
        }
        break;
      default:
    }
    last = at++;
  }
  return undefined;
}

/** True where the next thing is a value and no operator. */
function beginsValue(text: string, from: number, last: number): boolean {
  if (last < from) return true;
  const char = text[last] ?? '';
  if (BEFORE_VALUE.test(char)) return true;
  return WORD.test(char) && KEYWORD_BEFORE_VALUE.test(text.slice(Math.max(from, last - 12), last + 1));
}

function endOfQuoted(text: string, start: number, to: number): number {
  const quote = text[start];
  for (let at = start + 1; at < to; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === quote) return at + 1;
    else if (char === '\n') break;
  }
  return start + 1;
}

const LONGEST_PATTERN = 1000;

function endOfPattern(text: string, start: number, to: number): number | undefined {
  let inClass = false;
  for (let at = start + 1; at < Math.min(to, start + LONGEST_PATTERN); at++) {
    const char = text[at];
    if (char === '\n') return undefined;
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) {
      let end = at + 1;
      while (/[a-z]/.test(text[end] ?? '')) end++;
      return end;
    }
  }
  return undefined;
}

/** Where a word stands by itself outside brackets and texts; undefined where it does not. */
export function wordIn(text: string, from: number, to: number, word: string): number | undefined {
  const end = endOfCode(text, from, to, {
    stop: (at) =>
      text.startsWith(word, at) &&
      at > from &&
      !WORD.test(text[at - 1] ?? '') &&
      !WORD.test(text[at + word.length] ?? ''),
  });
  return end !== undefined && text.startsWith(word, end) ? end : undefined;
}
