import { Balancer } from '../balance.ts';
import { callNames, headline, trimmed } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink, LanguageReader, StepCondition } from '../language.ts';
import { attributeOf, attributesIn, type TagAttribute } from '../markup.ts';
import { readBraces } from './braces.ts';
import { type BraceDialect, lineEnd, type MutedRange, quietCode, stringEnd } from './code.ts';
import { expectsValue } from './percent.ts';

const DIALECT: BraceDialect = {
  colons: false,
  outputs: new Set(),
  exits: new Set(['return']),
  includes: new Set(),
  loopCall: /\.forEach\s*\(/,
};

/** Prefixes of the usual tag libraries; a page declares the others. */
const PREFIXES = ['c', 'jsp', 'fmt', 'fn', 'spring', 'sec', 's', 'tiles', 'ui', 'logic', 'bean', 'dsp', 'cms'];
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const OUTPUTS = words('out url message formatNumber formatDate property write valueof text theme resource getAsString');
const INCLUDES = words('include import forward insertAttribute insertDefinition insertTemplate insert template');
const LOOPS = words('forEach forTokens iterate iterator droplet');
const NESTED = words('param attribute put argument body plugin params fallback');
const QUESTIONS =
  /^(?:if|when|authorize|present|notPresent|equal|notEqual|empty|notEmpty|hasPermission|hasRole|ifAnyGranted)/;

/** JSP with JSTL, the expression language and tag files. */
export const jsp: LanguageReader = {
  id: 'jsp',
  scan(text, sink) {
    new JspScan(text, sink).run();
  },
};

class JspScan {
  readonly #text: string;
  readonly #sink: IslandSink;
  readonly #finder: DelimiterFinder;
  readonly #balance: Balancer;

  constructor(text: string, sink: IslandSink) {
    this.#text = text;
    this.#sink = sink;
    this.#finder = new DelimiterFinder(text);
    this.#balance = new Balancer(text);
  }

  run(): void {
    const prefixes = new Set(PREFIXES);
    for (const match of this.#text.matchAll(/<%@\s*taglib\b[^%]{0,300}?prefix\s*=\s*["'](\w{1,30})["']/g))
      if (match[1] !== undefined) prefixes.add(match[1]);
    for (const match of this.#text.matchAll(/\sxmlns:(\w{1,30})\s*=/g))
      if (match[1] !== undefined) prefixes.add(match[1]);
    const opener = /<%|\\?[$#]\{|<\/?([A-Za-z]\w*):([\w.-]+)/g;
    for (let match = opener.exec(this.#text); match !== null; match = opener.exec(this.#text)) {
      const { index } = match;
      if (match[0] === '<%') opener.lastIndex = this.#island(index);
      else if (match[1] === undefined) opener.lastIndex = this.#expression(index, match[0]);
      else if (prefixes.has(match[1])) opener.lastIndex = this.#tag(index, match[0], match[1], match[2] ?? '');
    }
  }

  /** `<% … %>` of all kinds; returns where to go on. */
  #island(start: number): number {
    const text = this.#text;
    if (text.startsWith('<%--', start)) {
      const close = this.#finder.next('--%>', start + 4);
      if (close < 0) return start + 4;
      this.#sink.comment(start, close + 4, text.slice(start + 4, close));
      return close + 4;
    }
    if (text[start + 2] === '%') return start + 3;
    const close = this.#finder.next('%>', start + 2);
    if (close < 0) return start + 2;
    const end = close + 2;
    const mark = /^[=@!:#$]/.exec(text.slice(start + 2, start + 3))?.[0] ?? '';
    const codeStart = Math.min(close, start + 2 + mark.length);
    if (mark === '@') this.#directive(start, end, text.slice(codeStart, close));
    else this.#code(start, end, codeStart, close, mark);
    return end;
  }

  #directive(start: number, end: number, code: string): void {
    this.#sink.statement(start, end);
    const target = /^\s*include\b[\s\S]{0,200}?file\s*=\s*["']([^"']*)["']/.exec(code)?.[1];
    if (target !== undefined) this.#sink.include({ start, end, kind: 'include', target });
  }

  #code(start: number, end: number, codeStart: number, codeEnd: number, mark: string): void {
    const muted = lexJava(this.#text, codeStart, codeEnd);
    const quiet = quietCode(this.#text, codeStart, codeEnd, muted);
    const read = readBraces(this.#text, quiet, codeStart, DIALECT);
    const code = trimmed(this.#text, codeStart, codeEnd);
    const prints = mark === '=' || mark === ':' || mark === '#' || mark === '$';
    if (prints && !read.crosses) this.#sink.hole(start, end, code.text, code.start, callNames(code.text));
    else if (quiet.trim() === '' && code.text !== '') this.#sink.comment(start, end, code.text);
    else this.#sink.statement(start, end);
    if (mark !== '!') this.#sink.steps(read.steps);
  }

  /** `${…}` and `#{…}`; behind a backslash they are text. */
  #expression(start: number, sign: string): number {
    const from = start + sign.length;
    if (sign.startsWith('\\')) return from;
    const close = this.#finder.close('}', from, { quotes: true, braces: true });
    if (close < 0) return from;
    const inner = trimmed(this.#text, from, close);
    if (inner.text.length > 2000) {
      this.#finder.charge(inner.text.length);
      return from;
    }
    this.#sink.hole(start, close + 1, inner.text, inner.start, callNames(inner.text));
    return close + 1;
  }

  /** A tag of a tag library; returns where to go on. */
  #tag(start: number, opener: string, prefix: string, local: string): number {
    const text = this.#text;
    const from = start + opener.length;
    const close = this.#balance.tagEnd(from);
    if (close < 0) return from;
    const end = close + 1;
    const name = `${prefix}:${local}`;
    if (opener.startsWith('</')) {
      this.#sink.statement(start, end);
      if (!isBranch(local) && !NESTED.has(local)) this.#sink.steps([{ type: 'close', start, end, closer: name }]);
      return end;
    }
    const selfClosing = text[close - 1] === '/';
    const attributes = attributesIn(text, from, selfClosing ? close - 1 : close);
    this.#open({ start, end, name, local, attributes, selfClosing });
    return end;
  }

  #open(tag: JspTag): void {
    const { start, end, name, local, attributes, selfClosing } = tag;
    const value = attributeOf(attributes, 'value') ?? attributeOf(attributes, 'code') ?? attributeOf(attributes, 'key');
    const prints = OUTPUTS.has(local) && attributeOf(attributes, 'var') === undefined;
    const wanted = selfClosing && !INCLUDES.has(local) && expectsValue(this.#text, start) && local !== 'set';
    if (selfClosing && (prints || wanted)) {
      const expression = value === undefined ? undefined : unwrapped(value);
      this.#sink.hole(start, end, expression?.text ?? name, expression?.start ?? start + 1, [local]);
    } else this.#sink.statement(start, end);
    this.#include(tag);
    if (selfClosing || NESTED.has(local)) return;
    this.#sink.steps([stepOf(tag)]);
  }

  #include({ start, end, name, local, attributes, selfClosing }: JspTag): void {
    const target = ['file', 'page', 'url', 'template', 'src', 'name', 'value']
      .map((attribute) => attributeOf(attributes, attribute)?.value)
      .find((value) => value !== undefined);
    if (INCLUDES.has(local)) this.#sink.include({ start, end, kind: name, target: target ?? '' });
    else if (selfClosing && !PREFIXES.includes(name.slice(0, name.indexOf(':'))))
      this.#sink.include({ start, end, kind: 'tag', target: name });
  }
}

interface JspTag {
  readonly start: number;
  readonly end: number;
  /** With its prefix. */
  readonly name: string;
  readonly local: string;
  readonly attributes: readonly TagAttribute[];
  readonly selfClosing: boolean;
}

/** Tags that are branches of the one around them. */
function isBranch(local: string): boolean {
  return local === 'when' || local === 'otherwise';
}

function stepOf({ start, end, name, local, attributes }: JspTag): BlockStep {
  const header = headline(`${name} ${attributes.map((one) => one.value).join(' ')}`);
  const asked =
    attributeOf(attributes, 'test') ?? attributeOf(attributes, 'access') ?? attributeOf(attributes, 'rendered');
  const condition: StepCondition =
    asked === undefined
      ? { text: header, start: start + 1, negated: /^not/.test(local) }
      : { ...unwrapped(asked), negated: false };
  if (local === 'choose' || local === 'switch')
    return { type: 'switch', start, end, closer: name, header, subject: '' };
  if (local === 'when') {
    return { type: 'case', start, end, values: [condition.text], valueStart: condition.start, or: 'or' };
  }
  if (local === 'otherwise') return { type: 'next', start, end };
  if (LOOPS.has(local)) return { type: 'open', start, end, kind: 'loop', closer: name, header };
  if (asked !== undefined || QUESTIONS.test(local))
    return { type: 'open', start, end, kind: 'if', closer: name, header, condition };
  return { type: 'open', start, end, kind: 'other', closer: name, header, unknown: true };
}

/** An attribute's value without `${…}` around it. */
function unwrapped({ value, valueStart }: TagAttribute): { text: string; start: number } {
  const whole = /^\s*(?:[$#%]\{|<%=)([\s\S]*?)(?:\}|%>)\s*$/.exec(value);
  const inner = whole?.[1];
  if (inner === undefined || /[}]\s*[^\s]*[$#]\{/.test(inner)) return trimmedAt(value, valueStart);
  return trimmedAt(inner, valueStart + value.indexOf(inner));
}

function trimmedAt(text: string, start: number): { text: string; start: number } {
  const body = text.trimStart();
  return { text: body.trimEnd(), start: start + text.length - body.length };
}

/** Strings and comments of a piece of Java or C#. */
function lexJava(text: string, start: number, end: number): MutedRange[] {
  const muted: MutedRange[] = [];
  // The code alone, so that no search runs beyond it.
  const code = text.slice(start, end);
  const sign = /["']|\/[/*]/g;
  for (let match = sign.exec(code); match !== null; match = sign.exec(code)) {
    const at = match.index;
    let stop = 0;
    if (match[0] === '//') stop = lineEnd(code, at, code.length);
    else if (match[0] === '/*') {
      const close = code.indexOf('*/', at + 2);
      stop = close < 0 ? code.length : close + 2;
    } else stop = stringEnd(code, at, code.length);
    muted.push({ start: start + at, end: start + stop, kind: match[0].startsWith('/') ? 'comment' : 'string' });
    sign.lastIndex = stop;
  }
  return muted;
}
