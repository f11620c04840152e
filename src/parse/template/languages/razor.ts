import { Balancer } from '../balance.ts';
import { callNames, firstString, headline, trimmed } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink, LanguageReader } from '../language.ts';
import { lineEnd } from './code.ts';
import { expressionEnd, FOREIGN, HEADS, LINES, LOOPS, statementEnd, VOID } from './csharp.ts';
import { expectsValue } from './percent.ts';

const PULLS =
  /\b(?:Html\.(Partial|PartialAsync|RenderPartial|RenderPartialAsync|Action|RenderAction)|(RenderPage|RenderSection|RenderSectionAsync|RenderBody)|Component\.(InvokeAsync)|(DisplayAsync|Zone))\s*(?:<\w+>)?\s*\(/;
const DEEPEST = 150;

/** Razor: ASP.NET pages and Blazor components. */
export const razor: LanguageReader = {
  id: 'razor',
  scan(text, sink) {
    new RazorScan(text, sink).run();
  },
};

/** Markup in code, up to the end of its element, line or braces; code in markup, up to its closing brace. */
type Context =
  | { readonly kind: 'element'; readonly tag: string; depth: number }
  | { readonly kind: 'line' }
  | { readonly kind: 'section'; depth: number }
  | {
      readonly kind: 'code';
      readonly word: string;
      readonly closes: boolean;
      readonly condition: { readonly text: string; readonly start: number } | undefined;
      exits: boolean;
    };

class RazorScan {
  readonly #text: string;
  readonly #sink: IslandSink;
  readonly #finder: DelimiterFinder;
  readonly #balance: Balancer;
  readonly #stack: Context[] = [];
  readonly #patterns = new Map<string, RegExp>();
  #at = 0;
  /** Where the run of code starts that is being read. */
  #codeFrom = 0;
  #steps: BlockStep[] = [];

  constructor(text: string, sink: IslandSink) {
    this.#text = text;
    this.#sink = sink;
    this.#finder = new DelimiterFinder(text);
    this.#balance = new Balancer(text);
  }

  run(): void {
    for (const match of this.#text.matchAll(/<partial\s[^>]{0,200}?\bname\s?=\s?"([^"]{1,200})"/gi))
      this.#sink.include({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'partial',
        target: match[1] ?? '',
      });
    while (this.#at < this.#text.length) {
      const context = this.#stack[this.#stack.length - 1];
      const before = this.#at;
      if (context?.kind === 'code') this.#code(context);
      else this.#markup(context);
      if (this.#at === before && this.#stack[this.#stack.length - 1] === context) this.#at += 1;
    }
    if (this.#stack.some((context) => context.kind === 'code')) this.#leaveCode(this.#text.length);
  }

  // Markup

  #markup(context: Exclude<Context, { kind: 'code' }> | undefined): void {
    const pattern = this.#pattern(context);
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) {
      this.#at = this.#text.length;
      return;
    }
    this.#at = match.index;
    if (match[0] === '@') this.#transition();
    else if (context?.kind === 'line') this.#popMarkup(match.index);
    else if (context?.kind === 'section') this.#brace(context, match[0]);
    else if (context?.kind === 'element') this.#tag(context, match[0]);
  }

  #pattern(context: Exclude<Context, { kind: 'code' }> | undefined): RegExp {
    const key = context === undefined ? '' : context.kind === 'element' ? context.tag : context.kind;
    let pattern = this.#patterns.get(key);
    if (pattern === undefined) {
      if (context === undefined) pattern = /@/g;
      else if (context.kind === 'line') pattern = /@|[\r\n]/g;
      else if (context.kind === 'section') pattern = /[@{}]/g;
      else pattern = new RegExp(`@|</?${context.tag.replace(/[.]/g, '\\.')}(?![\\w.-])`, 'gi');
      this.#patterns.set(key, pattern);
    }
    return pattern;
  }

  #brace(context: { depth: number }, sign: string): void {
    context.depth += sign === '{' ? 1 : -1;
    const at = this.#at;
    this.#at += 1;
    if (context.depth > 0) return;
    this.#stack.pop();
    this.#sink.statement(at, at + 1);
    this.#sink.steps([{ type: 'close', start: at, end: at + 1, closer: 'section' }]);
    this.#codeFrom = this.#at;
  }

  #tag(context: { readonly tag: string; depth: number }, sign: string): void {
    const from = this.#at + sign.length;
    const raw = context.tag === 'script' || context.tag === 'style';
    if (sign.startsWith('</')) {
      const close = this.#text.indexOf('>', from);
      context.depth -= 1;
      this.#at = close < 0 || close > from + 100 ? from : close + 1;
      if (context.depth > 0) return;
      if (context.tag === 'text') this.#sink.statement(from - sign.length, this.#at);
      this.#popMarkup(this.#at);
      return;
    }
    if (raw && context.depth > 0) {
      this.#at = from;
      return;
    }
    const close = this.#balance.tagEnd(from, '>', true);
    const alone = close >= 0 && (this.#text[close - 1] === '/' || VOID.has(context.tag));
    if (!alone) {
      context.depth += 1;
      // What stands in the tag may hold code, so only its name is passed over.
      if (context.tag === 'text') this.#sink.statement(this.#at, close < 0 ? from : close + 1);
      this.#at = context.tag === 'text' && close >= 0 ? close + 1 : from;
    } else if (context.depth > 0) this.#at = from;
    else {
      // The element ends with its tag; code in the tag is read before that.
      this.#stack.pop();
      this.#attributes(from, close + 1);
      this.#at = close + 1;
      this.#codeFrom = this.#at;
    }
  }

  /** The expressions in the tag of an element without content. */
  #attributes(from: number, end: number): void {
    this.#at = from;
    while (this.#at < end) {
      const next = this.#finder.next('@', this.#at);
      if (next < 0 || next >= end) break;
      this.#at = next;
      const depth = this.#stack.length;
      this.#transition();
      // A block of code in the tag is no expression; leave the rest of the tag as it is.
      if (this.#stack.length > depth) {
        while (this.#stack.length > depth) this.#stack.pop();
        break;
      }
      if (this.#at <= next) this.#at = next + 1;
    }
  }

  #popMarkup(at: number): void {
    this.#stack.pop();
    this.#codeFrom = at;
  }

  /** The `@` in markup. */
  #transition(): void {
    const text = this.#text;
    const at = this.#at;
    const sign = text[at + 1] ?? '';
    this.#at = at + 1;
    if (sign === '@') {
      this.#sink.statement(at, at + 1);
      this.#at = at + 2;
    } else if (sign === '*') this.#comment(at);
    else if (/\w/.test(text[at - 1] ?? '') && /\w/.test(sign)) return;
    else if (sign === '(') {
      const end = this.#balance.close(at + 1);
      if (end > 0) this.#hole(at, end, at + 2, end - 1);
    } else if (sign === '{' || /[A-Za-z_]/.test(sign)) this.#word(at, sign);
  }

  #comment(at: number): void {
    const close = this.#finder.next('*@', at + 2);
    if (close < 0) {
      this.#at = at + 2;
      return;
    }
    this.#sink.comment(at, close + 2, this.#text.slice(at + 2, close));
    this.#at = close + 2;
  }

  #word(at: number, sign: string): void {
    const text = this.#text;
    if (this.#stack.length >= DEEPEST) return;
    const word = sign === '{' ? '{' : (/^\w+/.exec(text.slice(at + 1, at + 60))?.[0] ?? '');
    const after = at + 1 + word.length;
    const following = /^\s*([^\s])/.exec(text.slice(after, after + 200))?.[1] ?? '';
    const heads =
      HEADS.has(word) && following === '(' && !(word === 'using' && !/^\s*\(/.test(text.slice(after, after + 9)));
    if (word === '{' || heads || ((word === 'try' || word === 'do') && following === '{')) {
      this.#codeFrom = at;
      this.#at = at + 1;
      this.#statement(word === '{' ? '' : word);
      if (this.#stack[this.#stack.length - 1]?.kind !== 'code') this.#leaveCode(this.#at);
    } else if ((word === 'functions' || word === 'code') && following === '{') {
      const open = text.indexOf('{', after);
      const end = this.#balance.close(open, true);
      if (end > 0) this.#blanked(at, end);
    } else if (word === 'section') this.#section(at, after);
    else if (LINES.has(word) && /[ \t]/.test(text[after] ?? '')) {
      const end = lineEnd(text, at, text.length);
      if (word === 'layout')
        this.#sink.include({ start: at, end, kind: 'layout', target: text.slice(after, end).trim() });
      this.#blanked(at, end);
    } else if (!FOREIGN.has(word) || !/[\s"'-]/.test(text[after] ?? ' ')) this.#expression(at);
  }

  #blanked(start: number, end: number): void {
    this.#sink.statement(start, end);
    this.#at = end;
  }

  #section(at: number, after: number): void {
    const open = /^\s+(\w+)\s*\{/.exec(this.#text.slice(after, after + 200));
    if (open === null) return;
    const end = after + open[0].length;
    this.#blanked(at, end);
    const header = headline(`section ${open[1] ?? ''}`);
    this.#sink.include({ start: at, end, kind: 'section', target: open[1] ?? '' });
    this.#sink.steps([{ type: 'open', start: at, end, kind: 'other', closer: 'section', header }]);
    this.#stack.push({ kind: 'section', depth: 1 });
  }

  /** `@Model.Name`, `@await Html.PartialAsync("x")`, `@foo(1)[2]?.bar`. */
  #expression(at: number): void {
    const text = this.#text;
    const end = expressionEnd(text, this.#balance, at);
    if (end === undefined) return;
    this.#hole(at, end, at + 1, end);
  }

  #hole(start: number, end: number, from: number, to: number): void {
    const inner = trimmed(this.#text, from, to);
    const pulled = this.#pull(inner.text, start, end);
    const names = callNames(inner.text);
    if (pulled && !expectsValue(this.#text, start)) this.#sink.statement(start, end);
    else this.#sink.hole(start, end, inner.text, inner.start, names);
    this.#at = end;
  }

  #pull(code: string, start: number, end: number): boolean {
    const match = PULLS.exec(code);
    if (match === null) return false;
    const kind = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    this.#sink.include({ start, end, kind, target: firstString(code.slice(match.index)) ?? '' });
    return true;
  }

  // Code

  /** One step of code: white space, a comment, a statement, markup, or the closing brace. */
  #code(context: Extract<Context, { kind: 'code' }>): void {
    const text = this.#text;
    const rest = text.slice(this.#at, this.#at + 100);
    const space = /^\s+|^;/.exec(rest)?.[0];
    if (space !== undefined) this.#at += space.length;
    else if (rest.startsWith('}')) this.#closeBrace(context);
    else if (/^<[A-Za-z]/.test(rest)) this.#startElement(rest);
    else if (rest.startsWith('@:')) {
      this.#at += 2;
      this.#leaveCode(this.#at);
      this.#stack.push({ kind: 'line' });
    } else if (rest.startsWith('@*')) {
      const close = this.#finder.next('*@', this.#at);
      this.#at = close < 0 ? this.#at + 2 : close + 2;
    } else if (rest.startsWith('//')) this.#at = lineEnd(text, this.#at, text.length);
    else if (rest.startsWith('/*')) {
      const close = this.#finder.next('*/', this.#at);
      this.#at = close < 0 ? text.length : close + 2;
    } else if (rest.startsWith('@')) this.#atInCode(rest);
    else if (context.word === 'switch' && /^(?:case\b|default\s*:)/.test(rest)) this.#case();
    else this.#statement(/^\w+/.exec(rest)?.[0] ?? '');
  }

  #atInCode(rest: string): void {
    const word = /^@(\w+)/.exec(rest)?.[1];
    if (word !== undefined && !HEADS.has(word)) {
      this.#leaveCode(this.#at);
      this.#expression(this.#at);
      this.#codeFrom = this.#at;
    } else this.#at += 1;
  }

  #startElement(rest: string): void {
    const tag = /^<([A-Za-z][\w:.-]*)/.exec(rest)?.[1];
    if (tag === undefined || this.#stack.length >= DEEPEST) {
      this.#at += 1;
      return;
    }
    this.#leaveCode(this.#at);
    this.#stack.push({ kind: 'element', tag: tag.toLowerCase(), depth: 0 });
  }

  /** Reports the code read so far as one island. */
  #leaveCode(end: number): void {
    if (end > this.#codeFrom) {
      const code = this.#text.slice(this.#codeFrom, Math.min(end, this.#codeFrom + 5000));
      const layout = /\bLayout\s*=\s*"([^"]*)"/.exec(code)?.[1];
      if (layout !== undefined) this.#sink.include({ start: this.#codeFrom, end, kind: 'layout', target: layout });
      this.#pull(code, this.#codeFrom, end);
      this.#sink.statement(this.#codeFrom, end);
    } else if (this.#steps.length > 0) this.#sink.statement(this.#codeFrom, this.#codeFrom);
    this.#sink.steps(this.#steps);
    this.#steps = [];
    this.#codeFrom = end;
  }

  #case(): void {
    const start = this.#at;
    const match = /^(?:case\s+([^:{}\r\n]{1,300})|default\s*):/.exec(this.#text.slice(start, start + 320));
    const end = start + (match?.[0].length ?? 1);
    const value = match?.[1]?.trim();
    if (value === undefined) this.#steps.push({ type: 'next', start, end });
    else {
      const last = this.#steps[this.#steps.length - 1];
      const valueStart = start + (match?.[0].indexOf(value) ?? 0);
      if (last?.type === 'case' && this.#text.slice(last.end, start).trim() === '')
        this.#steps[this.#steps.length - 1] = { ...last, end, values: [...last.values, value].slice(0, 64) };
      else this.#steps.push({ type: 'case', start, end, values: [value], valueStart, or: '||' });
    }
    this.#at = end;
  }

  /** A statement that starts with the word, or a block. */
  #statement(word: string): void {
    const text = this.#text;
    const start = this.#at;
    if (text[start] === '{') {
      this.#at += 1;
      this.#push('{', false, undefined);
    } else if (HEADS.has(word)) this.#head(word, start, start, false);
    else if (
      (word === 'try' || word === 'do' || word === 'else' || word === 'finally') &&
      this.#braceAfter(start + word.length)
    ) {
      this.#push(word, false, undefined);
    } else {
      if (word === 'return') {
        const context = this.#stack[this.#stack.length - 1];
        if (context?.kind === 'code') context.exits = true;
      }
      this.#at = statementEnd(this.#text, this.#balance, start);
    }
  }

  /** Moves behind the brace if only white space stands before it. */
  #braceAfter(from: number): boolean {
    const space = /^\s*\{/.exec(this.#text.slice(from, from + 300))?.[0];
    if (space === undefined) return false;
    this.#at = from + space.length;
    return true;
  }

  /** `if (…) {`, `} else if (…) {`: `start` is where the statement or the brace before the else stands. */
  #head(word: string, start: number, wordAt: number, otherwise: boolean): void {
    const text = this.#text;
    const open = text.indexOf('(', wordAt);
    const close = open < 0 || open > wordAt + 100 ? -1 : this.#balance.close(open, true);
    if (close < 0) {
      this.#at = wordAt + word.length;
      return;
    }
    const inner = trimmed(text, open + 1, close - 1);
    const condition = { text: inner.text, start: inner.start, negated: false };
    const header = headline(text.slice(wordAt, close));
    if (!this.#braceAfter(close)) {
      this.#at = statementEnd(this.#text, this.#balance, close);
      if (word === 'if' && /^\s*return\b/.test(text.slice(close, close + 50)))
        this.#steps.push({ type: 'rest', start: this.#at, end: this.#at, condition });
      return;
    }
    const end = this.#at;
    if (otherwise) this.#steps.push({ type: 'next', start, end, condition });
    else if (word === 'if') this.#steps.push({ type: 'open', start, end, kind: 'if', closer: '}', header, condition });
    else if (word === 'switch')
      this.#steps.push({ type: 'switch', start, end, closer: '}', header, subject: inner.text });
    else if (LOOPS.has(word)) this.#steps.push({ type: 'open', start, end, kind: 'loop', closer: '}', header });
    this.#push(word, word === 'if' || word === 'switch' || LOOPS.has(word), word === 'if' ? condition : undefined);
  }

  #push(word: string, closes: boolean, condition: { text: string; start: number } | undefined): void {
    if (this.#stack.length >= DEEPEST) return;
    this.#stack.push({ kind: 'code', word, closes, condition, exits: false });
  }

  #closeBrace(context: Extract<Context, { kind: 'code' }>): void {
    const text = this.#text;
    const at = this.#at;
    this.#at += 1;
    this.#stack.pop();
    const after = /^(?:\s|@\*[^*]*\*@)*(else|catch|finally|while)\b(?:\s*(if)\b)?/.exec(text.slice(at + 1, at + 300));
    if (context.closes && context.word === 'if' && after?.[1] === 'else') {
      const wordAt = at + 1 + after[0].length;
      if (after[2] === 'if') {
        this.#head('if', at, wordAt - 2, true);
        return;
      }
      if (this.#braceAfter(wordAt)) {
        this.#steps.push({ type: 'next', start: at, end: this.#at });
        this.#push('if', true, undefined);
        return;
      }
    }
    if (context.closes) this.#steps.push({ type: 'close', start: at, end: at + 1, closer: '}' });
    if (context.exits && context.condition !== undefined)
      this.#steps.push({
        type: 'rest',
        start: at + 1,
        end: at + 1,
        condition: { ...context.condition, negated: false },
      });
    if (context.word === 'try' && (after?.[1] === 'catch' || after?.[1] === 'finally')) {
      const open = text.indexOf('{', at + 1);
      if (open >= 0 && open < at + 300) {
        this.#at = open + 1;
        this.#push('try', false, undefined);
        return;
      }
    }
    if (context.word === 'do' && after?.[1] === 'while') this.#at = statementEnd(this.#text, this.#balance, at + 1);
    if (this.#stack[this.#stack.length - 1]?.kind !== 'code') this.#leaveCode(this.#at);
  }
}
