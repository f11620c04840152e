/** Expressions that print one of two things: `ok ? 'a' : 'b'`, `'a' if ok else 'b'`, `cond ok "a" "b"`. */

/** An expression that prints `yes` where its condition holds and `no` elsewhere; both are expressions as written. */
export interface PrintedChoice {
  readonly condition: string;
  readonly yes: string;
  readonly no: string;
}

const LONGEST = 1000;
const PHP_ECHO =
  /^if\s*\(([\s\S]*)\)\s*[{:]?\s*(?:echo|print)\s+((?:"[^"]*"|'[^']*'|[^;"'])*?);?\s*(?:\}?\s*else\s*[{:]?\s*(?:echo|print)\s+((?:"[^"]*"|'[^']*'|[^;"'])*?);?\s*)?(?:\}|endif)?;?$/;
const HUGO = /^(?:cond|ternary)\s+(\([\s\S]*\)|[$.\w]+)\s+("[^"]*"|`[^`]*`)\s+("[^"]*"|`[^`]*`)$/;

/** Reads an expression as a choice; undefined where it is none. */
export function choiceOf(expression: string): PrintedChoice | undefined {
  const text = expression.slice(0, LONGEST).trim();
  if (text.length >= LONGEST) return undefined;
  const echoed = PHP_ECHO.exec(text);
  if (echoed?.[1] !== undefined) return { condition: echoed[1], yes: echoed[2] ?? "''", no: echoed[3] ?? "''" };
  const hugo = HUGO.exec(text);
  if (hugo?.[1] !== undefined) return { condition: hugo[1], yes: hugo[2] ?? '', no: hugo[3] ?? '' };
  return ternary(text) ?? postfix(text);
}

/** `condition ? yes : no` */
function ternary(text: string): PrintedChoice | undefined {
  const question = topLevel(text, 0, (at) => text[at] === '?' && isQuestion(text, at));
  if (question < 0) return undefined;
  const colon = topLevel(text, question + 1, (at) => text[at] === ':' && text[at + 1] !== ':' && text[at - 1] !== ':');
  if (colon < 0) {
    // `{{ consent ? 'type="text/javascript"' }}` prints nothing otherwise.
    const only = text.slice(question + 1).trim();
    return /^["']/.test(only) ? { condition: text.slice(0, question).trim(), yes: only, no: "''" } : undefined;
  }
  const condition = text.slice(0, question).trim();
  const yes = text.slice(question + 1, colon).trim();
  const no = text.slice(colon + 1).trim();
  return condition === '' || yes === '' || no === '' ? undefined : { condition, yes, no };
}

/** A `?` that asks, not one of `??`, `?.`, `?->`, `?:`, or of a name that ends with one (`granted?`). */
function isQuestion(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  if (next === '?' || text[at - 1] === '?' || next === ':' || next === '.') return false;
  return (
    next !== '-' &&
    !(/\w/.test(text[at - 1] ?? '') && /[)\s&|]/.test(next) && /^\s*(?:&&|\|\||\)|\?|$)/.test(text.slice(at + 1)))
  );
}

/** `yes if condition else no`, `yes if condition`, `yes unless condition` */
function postfix(text: string): PrintedChoice | undefined {
  const word = topLevel(
    text,
    0,
    (at) => /\s/.test(text[at - 1] ?? '') && /^(?:if|unless)[\s(]/.test(text.slice(at, at + 7)),
  );
  if (word < 0) return undefined;
  const unless = text.startsWith('unless', word);
  const from = word + (unless ? 6 : 2);
  const yes = text.slice(0, word).trim();
  const otherwise = topLevel(
    text,
    from,
    (at) => /\s/.test(text[at - 1] ?? '') && /^else\s/.test(text.slice(at, at + 5)),
  );
  const condition = text.slice(from, otherwise < 0 ? undefined : otherwise).trim();
  const no = otherwise < 0 ? "''" : text.slice(otherwise + 4).trim();
  if (yes === '' || condition === '') return undefined;
  return unless ? { condition, yes: no, no: yes } : { condition, yes, no };
}

/** The first offset from `from` on, outside of strings and brackets, that `is` takes; -1 if none. */
function topLevel(text: string, from: number, is: (at: number) => boolean): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"' || sign === "'" || sign === '`') {
      const end = text.indexOf(sign, at + 1);
      if (end < 0) return -1;
      at = end;
    } else if (depth === 0 && is(at)) return at;
    else if (/[([{]/.test(sign)) depth += 1;
    else if (/[)\]}]/.test(sign)) depth -= 1;
  }
  return -1;
}

/** The text of an expression that is a literal string, also one marked as safe (`'a'.html_safe`, `raw('a')`, `'a'|raw`). */
export function literalOf(expression: string): string | undefined {
  const plain = expression
    .trim()
    .replace(/^(?:Html\.Raw|raw|html_safe|safeHTML(?:Attr)?|new\s+HtmlString|Markup|new\s+Html)\s*\(?\s*(?=["'])/, '')
    .replace(/(["'])\s*\)$/, '$1')
    .replace(/(["'])\s*(?:\.html_safe|\|\s*(?:raw|safe|noescape|html_safe|safeHTML(?:Attr)?))$/, '$1');
  const match = /^"([^"\\\n]*(?:\\.[^"\\\n]*)*)"$|^'([^'\\\n]*(?:\\.[^'\\\n]*)*)'$|^`([^`]*)`$/.exec(plain);
  const text = match?.[1] ?? match?.[2] ?? match?.[3];
  return text?.replace(/\\(["'])/g, '$1');
}
