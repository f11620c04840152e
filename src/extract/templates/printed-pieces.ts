/** What a template prints in the middle of a statement: `{ <?= $mail ? "em: '$mail'," : '' ?> }`, `<%= user ? ", { em: '#{user.email}' }" : '' %>`. */
import { choiceOf } from '../../parse/template/choice.ts';
import type { TemplateHole } from '../../parse/template/index.ts';
import type { Hole } from '../machine/script-text.ts';
import { valueEnd } from './string-chains.ts';

/** A script with such pieces left at their place, and the expressions in them as holes of their own. */
export interface PrintedPieces {
  readonly masked: string;
  readonly holes: readonly Hole[];
}

/** A stretch of an expression that is printed: as it stands, or what it evaluates to. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly expression?: string;
}

/** Members of an object, or further arguments of a call. */
const MEMBERS = /^\s*(?:["']?[\w$-]{1,60}["']?\s*:|\.\.\.)/;
const ARGUMENTS = /^\s*,/;
const STRING = /\s*(?:'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"|`((?:[^`\\]|\\[\s\S])*)`)/y;
/** `'a' . $b` of PHP; `'a' + b` and `'a' ~ b` of others, whose dots lead to members. */
const DOT = /\s*\.\s*/y;
const PLUS = /\s*[+~]\s*/y;
const PATH = /[@$]?\w[\w.?!]*(?:\([^()]{0,100}\))?/y;
const MARKED = /^(?:raw|Html\.Raw|html_safe|Markup)?\s*\(/;
/** `{$user->email}` and `$email` of PHP, `#{user.email}` of Ruby, `${user.email}` of JavaScript. */
const FILLED = /\{(\$[^{}]{1,100})\}|(\$\w{1,40}(?:->\w{1,40}|\[[^\]]{0,40}\])?)|[#$]\{([^{}]{1,100})\}/g;
const MOST_STRETCHES = 60;

/**
 * The script of which `holes` are the expressions, with the pieces of code in its place that they print; undefined where they
 * print values.
 *
 * @param valueIn what an expression inside a piece evaluates to
 */
export function printedPieces(
  masked: string,
  holes: readonly TemplateHole[],
  from: number,
  valueIn: (hole: TemplateHole) => Hole['value'],
): PrintedPieces | undefined {
  let text = masked;
  const filled: Hole[] = [];
  for (const hole of holes) {
    const stretches = pieceIn(hole, masked.slice(Math.max(0, hole.start - from - 100), hole.start - from));
    if (!stretches) continue;
    const start = hole.start - from;
    const put = [...masked.slice(start, hole.end - from).replace(/[^\r\n]/g, ' ')];
    for (const stretch of stretches) {
      const at = hole.expressionStart - from + stretch.start - start;
      const words = hole.expression.slice(stretch.start, stretch.end);
      const shown =
        stretch.expression === undefined ? words.replace(/\\(?=["'$])/g, ' ') : 'T'.padEnd(words.length, '_');
      for (const [index, sign] of [...shown].entries())
        if (!/[\r\n]/.test(put[at + index] ?? '\n')) put[at + index] = sign;
      if (stretch.expression === undefined) continue;
      const inner = {
        ...hole,
        start: hole.expressionStart + stretch.start,
        end: hole.expressionStart + stretch.end,
        expression: stretch.expression,
        expressionStart: hole.expressionStart + stretch.start + words.indexOf(stretch.expression),
      };
      filled.push({ start: inner.start - from, end: inner.end - from, value: valueIn(inner) });
    }
    text = text.slice(0, start) + put.join('') + text.slice(hole.end - from);
  }
  return filled.length === 0 ? undefined : { masked: text, holes: filled };
}

/** What an expression prints, if that is a piece of code that fits where it stands. */
function pieceIn({ expression, language }: TemplateHole, before: string): readonly Stretch[] | undefined {
  const choice = choiceOf(expression);
  const sides = choice ? [choice.yes, choice.no] : [expression];
  // Two pieces cannot both stand in one place.
  const [only, more] = sides.filter((side) => !/^(?:''|""|null|nil|None|false)$/i.test(side.trim()));
  if (only === undefined || more !== undefined) return undefined;
  const offset = expression.indexOf(only);
  const stretches =
    offset < 0 ? [] : stretchesOf(expression, offset, offset + only.length, language === 'php' || language === 'blade');
  const first = stretches[0];
  if (first === undefined || first.expression !== undefined) return undefined;
  const text = expression.slice(first.start, first.end).replace(/\\(?=["'$])/g, '');
  const fits = ARGUMENTS.test(text) || (MEMBERS.test(text) && /[{,]\s*$/.test(before));
  return fits ? stretches : undefined;
}

/** The stretches of a string and of what is joined to it. */
function stretchesOf(code: string, from: number, to: number, isPhp: boolean): readonly Stretch[] {
  const joint = isPhp ? DOT : PLUS;
  const found: Stretch[] = [];
  for (
    let at = from + (MARKED.exec(code.slice(from, to))?.[0].length ?? 0);
    at < to && found.length < MOST_STRETCHES;
  ) {
    STRING.lastIndex = at;
    const string = STRING.exec(code);
    if (string) {
      at += string[0].length;
      const inner = string[1] ?? string[2] ?? string[3] ?? '';
      insideOf(inner, at - 1 - inner.length, string[1] === undefined, found);
    } else {
      const close = found.length === 0 ? -1 : isPhp ? valueEnd(code, at) : endOf(PATH, code, at);
      if (close < 0) break;
      found.push({ start: at, end: close, expression: code.slice(at, close) });
      at = close;
    }
    const next = endOf(joint, code, at);
    if (next < 0) break;
    at = next;
  }
  return found;
}

/** Where what a pattern matches at an offset ends; -1 where it does not match. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function insideOf(text: string, start: number, double: boolean, found: Stretch[]): void {
  let at = 0;
  for (const match of double ? text.matchAll(FILLED) : []) {
    if (text[match.index - 1] === '\\') continue;
    if (match.index > at) found.push({ start: start + at, end: start + match.index });
    at = match.index + match[0].length;
    const expression = match[1] ?? match[2] ?? match[3] ?? '';
    found.push({ start: start + match.index, end: start + at, expression });
  }
  if (at < text.length) found.push({ start: start + at, end: start + text.length });
}
