/** Conditions of template languages, read as far as it matters: what is joined, negated and compared. */
import { ALWAYS, and, condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { TemplateLanguage } from '../../parse/template/index.ts';
import type { Location } from '../../text/location.ts';

/** What a single question means: an expression, asked whether it is there or compared with a text. */
export type Leaf = (subject: string, value: string | undefined) => Guard;

const MAX_TOKENS = 200;
const DEEPEST = 20;
const TOKENS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|&&|\|\||[!=]==?|[!()]|[<>]=?|\?\?|[^\s!&|()"'=<>]+|[&|=]/g;
const SIGN = /^(?:[!=]==?|=|eq|ne|neq|is|is_?not|equals)$/i;
const AND = /^(?:&&|and)$/i;
const OR = /^(?:\|\||or)$/i;
const NOT = /^(?:!|not)$/i;

/** The guard that a condition is, with `leaf` for its questions. */
export function readCondition(
  text: string,
  language: TemplateLanguage | undefined,
  at: Location | undefined,
  leaf: Leaf,
): Guard {
  const short = normalised(text.slice(0, 2000), language);
  const tokens = short.match(TOKENS)?.slice(0, MAX_TOKENS);
  if (!tokens || tokens.length === 0) return condition('free', text, at);
  const prefix =
    language === 'go' || (language === 'handlebars' && !tokens.some((token) => /^(?:&&|\|\||[!=]==?)$/.test(token)));
  return prefix ? new PrefixReader(tokens, leaf).read() : new InfixReader(tokens, leaf).read();
}

/** Signs of one language that others write differently. */
function normalised(text: string, language: TemplateLanguage | undefined): string {
  if (language === 'freemarker') {
    return (
      text
        // `x!"none"` and `(a.b)!false` are defaults, `x??` asks whether it is there.
        .replace(/([\w\])])\?\?/g, '$1')
        .replace(/([\w\])])!(?!=)\s*(?=["'\w])/g, '$1 ?? ')
        .replace(/([\w\])])!(?!=)/g, '$1')
        .replace(/\?\s?(?:has_content|c|string|trim|lower_case|html|boolean|is_string)\b/g, '')
        .replace(/\b(?:gt|gte|lt|lte)\b/g, '>')
    );
  }
  if (language === 'jsp' || language === 'thymeleaf') return text.replace(/\bempty\s+([\w.[\]'"]+)/g, 'empty($1)');
  if (language === 'velocity') return text.replace(/\$!?\{([^{}]*)\}/g, '$$$1').replace(/\$!/g, '$');
  // `IsDefined("cookie.x")` and `StructKeyExists(cookie, "x")` ask for the variable that they name.
  if (language === 'coldfusion')
    return text
      .replace(/\bisDefined\s*\(\s*["']([\w.]+)["']\s*\)/gi, '$1')
      .replace(/\bstructKeyExists\s*\(\s*([\w.]+)\s*,\s*["']([\w-]+)["']\s*\)/gi, '$1.$2')
      .replace(/\b(?:gt|gte|lt|lte)\b/gi, '>');
  if (language === 'fluid') return text.replace(/[{}]/g, ' ');
  if (language === 'asp') return text.replace(/<>/g, '!=');
  return text;
}

/** `a && !(b or c) == 'd'`, in signs or words. */
class InfixReader {
  readonly #tokens: readonly string[];
  readonly #leaf: Leaf;
  #index = 0;

  constructor(tokens: readonly string[], leaf: Leaf) {
    this.#tokens = tokens;
    this.#leaf = leaf;
  }

  read(): Guard {
    const guard = this.#either(0);
    return this.#index < this.#tokens.length ? and(guard, this.#either(0)) : guard;
  }

  #next(): string {
    return this.#tokens[this.#index] ?? '';
  }

  #either(depth: number): Guard {
    const guards = [this.#both(depth)];
    while (this.#index < this.#tokens.length && OR.test(this.#next())) {
      this.#index++;
      guards.push(this.#both(depth));
    }
    return or(...guards);
  }

  #both(depth: number): Guard {
    const guards = [this.#single(depth)];
    while (this.#index < this.#tokens.length && AND.test(this.#next())) {
      this.#index++;
      guards.push(this.#single(depth));
    }
    return and(...guards);
  }

  #single(depth: number): Guard {
    const token = this.#next();
    if (NOT.test(token) && depth < DEEPEST * 2) {
      this.#index++;
      return not(this.#single(depth + 1));
    }
    if (token === '(' && depth < DEEPEST && !isOperand(this.#tokens, this.#index)) {
      this.#index++;
      const inner = this.#either(depth + 1);
      if (this.#next() === ')') this.#index++;
      return inner;
    }
    const words: string[] = [];
    if (token === '(') {
      // `(cookie ?? 'denied') === 'granted'`: what stands in brackets is asked as one.
      const end = closing(this.#tokens, this.#index);
      words.push(...this.#tokens.slice(this.#index + 1, end));
      this.#index = end + 1;
    }
    let nested = 0;
    while (this.#index < this.#tokens.length) {
      const next = this.#next();
      if (nested === 0 && (AND.test(next) || OR.test(next) || next === ')')) break;
      if (next === '(') nested++;
      if (next === ')') nested--;
      words.push(next);
      this.#index++;
    }
    return comparison(words, this.#leaf);
  }
}

/** The position of the bracket that closes the one at `open`. */
function closing(tokens: readonly string[], open: number): number {
  let nested = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at] === '(') nested++;
    else if (tokens[at] === ')' && --nested === 0) return at;
  }
  return tokens.length;
}

/** Whether a bracket holds one operand: of a comparison, or a value with its default. */
function isOperand(tokens: readonly string[], open: number): boolean {
  const end = closing(tokens, open);
  const inside = tokens.slice(open + 1, end);
  if (inside.some((token) => AND.test(token) || OR.test(token))) return false;
  if (SIGN.test(tokens[end + 1] ?? '')) return !inside.some((token) => NOT.test(token));
  return tokens[end + 1] === '??';
}

function comparison(words: readonly string[], leaf: Leaf): Guard {
  let nested = 0;
  const sign = words.findIndex((word) => {
    if (word === '(') nested++;
    if (word === ')') nested--;
    return nested === 0 && SIGN.test(word);
  });
  if (sign < 1) return leaf(words.join(' '), undefined);
  const negative = /^(?:!|ne|is_?not)/i.test(words[sign] ?? '') || /^not$/i.test(words[sign + 1] ?? '');
  const left = words.slice(0, sign).join(' ');
  const right = words
    .slice(sign + 1)
    .filter((word) => !/^not$/i.test(word))
    .join(' ');
  return compared(left, right, negative, leaf);
}

const LITERAL = /^["'\d]|^(?:true|false|nil|null|none)$/i;

function compared(left: string, right: string, negative: boolean, leaf: Leaf): Guard {
  const [subject, value] = LITERAL.test(right) || !LITERAL.test(left) ? [left, right] : [right, left];
  const guard = leaf(subject, value.replace(/^["']|["']$/g, ''));
  return negative ? not(guard) : guard;
}

/** A word, or brackets with what stands in them. */
type Term = string | readonly Term[];

/** `and (eq .A "b") (not .C)`: what joins and compares stands in front. */
class PrefixReader {
  readonly #tokens: readonly string[];
  readonly #leaf: Leaf;
  #index = 0;

  constructor(tokens: readonly string[], leaf: Leaf) {
    this.#tokens = tokens;
    this.#leaf = leaf;
  }

  read(): Guard {
    return this.#guard(this.#terms(0), 0);
  }

  #terms(depth: number): Term[] {
    const found: Term[] = [];
    while (this.#index < this.#tokens.length) {
      const token = this.#tokens[this.#index++] ?? '';
      if (token === ')') break;
      if (token === '(' && depth < DEEPEST) found.push(this.#terms(depth + 1));
      else if (token !== '(') found.push(token);
    }
    return found;
  }

  #of(term: Term, depth: number): Guard {
    return this.#guard(typeof term === 'string' ? [term] : term, depth + 1);
  }

  #guard(terms: readonly Term[], depth: number): Guard {
    const [head, ...rest] = terms;
    if (head === undefined || depth > DEEPEST) return this.#leaf(textOf(terms), undefined);
    if (typeof head !== 'string') {
      return rest.length === 0 ? this.#guard(head, depth + 1) : this.#leaf(textOf(terms), undefined);
    }
    const operands = rest.slice(0, 12);
    // A value piped on: `.x | default "granted"`.
    if (rest.includes('|')) return this.#leaf(textOf(terms).replace(/\|\s*default\s/, '?? '), undefined);
    if (AND.test(head) && rest.length > 0) return and(...operands.map((term) => this.#of(term, depth)));
    if (OR.test(head) && rest.length > 0) return or(...operands.map((term) => this.#of(term, depth)));
    if (NOT.test(head) && rest.length > 0) return not(this.#guard(rest, depth + 1));
    const [left, ...values] = operands;
    if (
      /^(?:eq|ne|neq|is|isnt|equals?|not_?eq|if_?eq(?:uals)?)$/i.test(head) &&
      left !== undefined &&
      values.length > 0
    ) {
      const negative = /^(?:ne|neq|isnt|not_?eq)$/i.test(head);
      const guards = values.map((value) => compared(textOf([left]), textOf([value]), false, this.#leaf));
      return negative ? not(or(...guards)) : or(...guards);
    }
    if (head === 'default' && values.length === 1 && left !== undefined) {
      return this.#leaf(`${textOf(values)} ?? ${textOf([left])}`, undefined);
    }
    return this.#leaf(textOf(terms), undefined);
  }
}

function textOf(terms: readonly Term[]): string {
  return terms.map((term) => (typeof term === 'string' ? term : textOf(term))).join(' ');
}

/** True and false as they are written; undefined for anything else. */
export function constantOf(subject: string): Guard | undefined {
  if (/^(?:true|1)$/i.test(subject)) return ALWAYS;
  if (/^(?:false|0|nil|null|none)$/i.test(subject)) return NEVER;
  return undefined;
}
