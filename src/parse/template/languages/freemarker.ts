import { Balancer } from '../balance.ts';
import { callNames, firstString, headline, trimmed } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink, LanguageReader, StepCondition } from '../language.ts';
import { expectsValue } from './percent.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Directives with an end tag that are no condition. */
const BLOCKS = words(
  'macro function compress escape noescape autoesc noautoesc outputformat attempt items sep transform',
);
const ASSIGNMENTS = words('assign global local');
const INCLUDES = words('include import');

/** FreeMarker: `<#if>` or `[#if]`, `<@macro>`, `${…}`. */
export const freemarker: LanguageReader = {
  id: 'freemarker',
  scan(text, sink) {
    new FreemarkerScan(text, sink).run();
  },
};

class FreemarkerScan {
  readonly #text: string;
  readonly #sink: IslandSink;
  readonly #finder: DelimiterFinder;
  readonly #balance: Balancer;
  readonly #ends: ReadonlySet<string>;

  constructor(text: string, sink: IslandSink) {
    this.#text = text;
    this.#sink = sink;
    this.#finder = new DelimiterFinder(text);
    this.#balance = new Balancer(text);
    const ends = new Set<string>();
    for (const match of text.matchAll(/[<[]\/([#@][\w.]*)/g)) if (match[1] !== undefined) ends.add(match[1]);
    this.#ends = ends;
  }

  run(): void {
    const opener = /<#--|\[#--|[<[]\/?[#@](?=[A-Za-z_/>\]])|\\?[$#]\{|\[=/g;
    for (let match = opener.exec(this.#text); match !== null; match = opener.exec(this.#text)) {
      const sign = match[0];
      if (sign.endsWith('--')) opener.lastIndex = this.#comment(match.index, sign[0] === '<' ? '-->' : '--]');
      else if (sign.endsWith('{')) opener.lastIndex = this.#expression(match.index, sign, '}');
      else if (sign === '[=') opener.lastIndex = this.#square(match.index);
      else opener.lastIndex = this.#tag(match.index, sign);
    }
  }

  #comment(start: number, closer: string): number {
    const close = this.#finder.next(closer, start + 4);
    if (close < 0) return start + 4;
    this.#sink.comment(start, close + 3, this.#text.slice(start + 4, close));
    return close + 3;
  }

  /** `[=x]` is an expression only where no `=` of a script can stand. */
  #square(start: number): number {
    return /^\[=\s?[A-Za-z_][\w.?!()]*\]/.test(this.#text.slice(start, start + 200))
      ? this.#expression(start, '[=', ']')
      : start + 2;
  }

  #expression(start: number, sign: string, closer: string): number {
    const from = start + sign.length;
    if (sign.startsWith('\\')) return from;
    const close = this.#finder.close(closer, from, { quotes: true, braces: closer === '}' });
    if (close < 0) return from;
    const inner = trimmed(this.#text, from, close);
    if (inner.text.length > 2000) {
      this.#finder.charge(inner.text.length);
      return from;
    }
    this.#sink.hole(start, close + 1, inner.text, inner.start, builtIns(inner.text));
    return close + 1;
  }

  #tag(start: number, sign: string): number {
    const text = this.#text;
    const from = start + sign.length;
    const name = /^[\w.]*/.exec(text.slice(from, from + 80))?.[0] ?? '';
    const closer = sign.startsWith('[') ? ']' : '>';
    const close = this.#balance.tagEnd(from + name.length, closer);
    if (close < 0) return from;
    const end = close + 1;
    if (sign.includes('/')) {
      this.#sink.statement(start, end);
      const step = closeStep(start, end, sign.endsWith('@'), name);
      if (step !== undefined) this.#sink.steps([step]);
      return end;
    }
    const selfClosing = text[close - 1] === '/';
    const args = trimmed(text, from + name.length, selfClosing ? close - 1 : close);
    if (sign.endsWith('@')) this.#macro(start, end, name, args, selfClosing);
    else if (name === 'noparse') return this.#noparse(start, end, closer);
    else this.#directive(start, end, name, args);
    return end;
  }

  #noparse(start: number, end: number, closer: string): number {
    this.#sink.statement(start, end);
    const ender = closer === '>' ? '</#noparse>' : '[/#noparse]';
    const close = this.#finder.next(ender, end);
    if (close < 0) return end;
    this.#sink.statement(close, close + ender.length);
    return close + ender.length;
  }

  #macro(start: number, end: number, name: string, args: { text: string; start: number }, alone: boolean): void {
    const paired = !alone && (this.#ends.has(`@${name}`) || this.#ends.has('@'));
    if (!paired && expectsValue(this.#text, start)) this.#sink.hole(start, end, name, start + 2, [name]);
    else this.#sink.statement(start, end);
    const file = /(?:^|\s)(?:file|path|template|page|name|src)\s*=\s*["']([^"']+)["']/.exec(args.text)?.[1];
    this.#sink.include({ start, end, kind: 'macro', target: file ?? name });
    if (!paired) return;
    const header = headline(`${name} ${args.text}`);
    this.#sink.steps([{ type: 'open', start, end, kind: 'other', closer: '@', header, unknown: true }]);
  }

  #directive(start: number, end: number, name: string, args: { text: string; start: number }): void {
    this.#sink.statement(start, end);
    if (INCLUDES.has(name))
      this.#sink.include({ start, end, kind: name, target: firstString(args.text) ?? args.text.trim() });
    else if (name === 'nested') this.#sink.include({ start, end, kind: name, target: '' });
    const step = this.#step(start, end, name, args);
    if (step !== undefined) this.#sink.steps([step]);
  }

  #step(start: number, end: number, name: string, args: { text: string; start: number }): BlockStep | undefined {
    const header = headline(`${name} ${args.text}`);
    const condition: StepCondition = { ...args, negated: false };
    if (name === 'if') return { type: 'open', start, end, kind: 'if', closer: name, header, condition };
    if (name === 'elseif' || name === 'elseIf') return { type: 'next', start, end, condition };
    if (name === 'else' || name === 'recover' || name === 'default') return { type: 'next', start, end };
    if (name === 'list' || name === 'foreach') return { type: 'open', start, end, kind: 'loop', closer: name, header };
    if (name === 'switch') return { type: 'switch', start, end, closer: name, header, subject: args.text };
    if (name === 'case' || name === 'on')
      return { type: 'case', start, end, values: [args.text], valueStart: args.start, or: '||' };
    const block = BLOCKS.has(name) || (ASSIGNMENTS.has(name) && !args.text.includes('='));
    if (!block || !this.#ends.has(`#${name}`)) return undefined;
    return { type: 'open', start, end, kind: 'other', closer: name, header, unknown: name === 'attempt' };
  }
}

function closeStep(start: number, end: number, macro: boolean, name: string): BlockStep | undefined {
  // `</@>` closes whatever macro is open.
  return { type: 'close', start, end, closer: macro ? '@' : name };
}

/** Built-ins behind a question mark and functions called: `x?js_string`, `x?html`, `f(x)`. */
function builtIns(expression: string): string[] {
  const names = callNames(expression);
  for (const match of expression.slice(0, 4000).matchAll(/\?\s?([a-z]\w*)/g))
    if (match[1] !== undefined) names.push(match[1]);
  return names;
}
