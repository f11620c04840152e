import { Balancer } from '../balance.ts';
import { callNames, firstString, headline, trimmed } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink, LanguageReader, StepCondition } from '../language.ts';
import { expectsValue } from './percent.ts';
import { readPhp } from './php.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Directives that test what stands in their brackets. */
const CONDITIONS = words('if unless isset empty pushif');
/** Directives that are a question by themselves: `@auth`, `@env('production')`, `@can('edit')`. */
const QUESTIONS = words(
  'auth guest env production can cannot canany hassection sectionmissing hasstack session error feature role hasrole hasanyrole ' +
    'permission haspermission unlessrole subscribed',
);
const LOOPS = words('foreach forelse for while');
const BLOCKS = words(
  'section push prepend component slot once pushonce prependonce fragment cache persist teleport script assets',
);
/** Directives that print a value. */
const OUTPUTS = words(
  'json js lang choice csrf method dump class style checked selected disabled readonly required vite asset route url mix ' +
    'svg icon money datetime t translate old honeypot captcha nonce cspnonce',
);
/** Directives that leave nothing. */
const SILENT = words(
  'continue break props aware inject use dd parent session endphp livewirestyles livewirescripts vitereactrefresh routes stack yield ' +
    'unset set extends include includeif includewhen includeunless includefirst each livewire guest auth',
);
const INCLUDES = words(
  'include includeif includewhen includeunless includefirst extends each component livewire yield stack section push prepend pushonce',
);
const ENDS_OF_SECTION = words('show stop append overwrite');
/** At-rules of style sheets, keys of linked data, handlers of client-side frameworks. */
const FOREIGN = words(
  'media import charset keyframes supports layer container property namespace page counter-style apply tailwind screen variants ' +
    'responsive context type id graph value language list set reverse base vocab click submit change input keydown keyup mouseover',
);
const DIRECTIVE = /@(\w+(?:::\w+)?)([ \t]*)(\(?)/y;

/** Blade, the templates of Laravel. */
export const blade: LanguageReader = {
  id: 'blade',
  scan(text, sink) {
    new BladeScan(text, sink).run();
  },
};

class BladeScan {
  readonly #text: string;
  readonly #sink: IslandSink;
  readonly #finder: DelimiterFinder;
  readonly #brackets: Balancer;
  #ends: ReadonlySet<string> | undefined;

  constructor(text: string, sink: IslandSink) {
    this.#text = text;
    this.#sink = sink;
    this.#finder = new DelimiterFinder(text);
    this.#brackets = new Balancer(text);
  }

  run(): void {
    const opener = /@?\{\{|@?\{!!|@|<\/?x-[\w.:-]+/g;
    for (let match = opener.exec(this.#text); match !== null; match = opener.exec(this.#text)) {
      const sign = match[0];
      if (sign.startsWith('<')) opener.lastIndex = this.#component(match.index, sign);
      else opener.lastIndex = sign.endsWith('@') ? this.#directive(match.index) : this.#echo(match.index, sign);
    }
  }

  /** `<x-layout> … </x-layout>`, `<x-pixel />`; returns where to go on. */
  #component(start: number, sign: string): number {
    const from = start + sign.length;
    const closes = sign.startsWith('</');
    const target = sign.slice(closes ? 4 : 3);
    if (target.startsWith('slot')) return from;
    const close = this.#brackets.tagEnd(from);
    if (close < 0) return from;
    const end = close + 1;
    const closer = `x-${target}`;
    if (closes) {
      this.#sink.statement(start, end);
      this.#sink.steps([{ type: 'close', start, end, closer }]);
      return end;
    }
    const paired = this.#text[close - 1] !== '/' && this.#finder.next(`</${closer}`, end) >= 0;
    if (paired || this.#text[close - 1] === '/') this.#sink.statement(start, end);
    this.#sink.include({ start, end, kind: 'component', target });
    if (paired) this.#sink.steps([{ type: 'open', start, end, kind: 'other', closer, header: closer }]);
    return end;
  }

  /** `{{ x }}`, `{!! x !!}`, `{{-- --}}`; behind an `@` the braces are for the client. */
  #echo(start: number, sign: string): number {
    const text = this.#text;
    const brace = sign.startsWith('@') ? start + 1 : start;
    if (text.startsWith('{{--', brace)) {
      const close = this.#finder.next('--}}', brace + 4);
      if (close < 0) return brace + 4;
      this.#sink.comment(brace, close + 4, text.slice(brace + 4, close));
      return close + 4;
    }
    const raw = sign.endsWith('!!');
    const triple = !raw && text.startsWith('{{{', brace);
    const closer = raw ? '!!}' : triple ? '}}}' : '}}';
    const from = brace + (raw || triple ? 3 : 2);
    const close = this.#finder.close(closer, from, { quotes: true, braces: false });
    if (close < 0) return from;
    const end = close + closer.length;
    if (brace > start) {
      this.#sink.statement(start, brace);
      return end;
    }
    const inner = trimmed(text, from, close);
    this.#sink.hole(start, end, inner.text, inner.start, callNames(inner.text));
    return end;
  }

  /** Reads the directive at the `@`; returns where to go on. */
  #directive(start: number): number {
    const text = this.#text;
    const next = start + 1;
    if (/\w/.test(text[start - 1] ?? '')) return next;
    if (text[next] === '@') {
      // `@@if` prints `@if`.
      if (/\w/.test(text[next + 1] ?? '')) this.#sink.statement(start, next);
      return next + 1;
    }
    DIRECTIVE.lastIndex = start;
    const match = DIRECTIVE.exec(text);
    const written = match?.[1];
    if (match === null || written === undefined) return next;
    const nameEnd = next + written.length;
    const name = written.toLowerCase();
    if (name === 'verbatim') return this.#verbatim(start, nameEnd);
    const open = match[3] === '(' ? nameEnd + (match[2]?.length ?? 0) : -1;
    const close = open < 0 ? -1 : this.#brackets.close(open);
    if (open >= 0 && close < 0) return nameEnd;
    if (name === 'php' && close < 0) return this.#php(start, nameEnd);
    const args = close < 0 ? undefined : trimmed(text, open + 1, close - 1);
    const spaced = open > nameEnd;
    return this.#read({ start, end: close < 0 ? nameEnd : close, nameEnd, name, args, spaced });
  }

  #verbatim(start: number, nameEnd: number): number {
    const close = this.#finder.next('@endverbatim', nameEnd);
    this.#sink.statement(start, nameEnd);
    if (close < 0) return nameEnd;
    this.#sink.statement(close, close + 12);
    return close + 12;
  }

  #php(start: number, nameEnd: number): number {
    const close = this.#finder.next('@endphp', nameEnd);
    if (close < 0) return nameEnd;
    readPhp(this.#text, { start, end: close + 7, codeStart: nameEnd, codeEnd: close }, this.#sink);
    return close + 7;
  }

  #read(found: Directive): number {
    const { start, nameEnd, name, args } = found;
    const end = args !== undefined && takesNoArguments(name) ? nameEnd : found.end;
    const directive = { ...found, end };
    const step = this.#step(directive);
    const known = step !== undefined || OUTPUTS.has(name) || SILENT.has(name) || INCLUDES.has(name) || name === 'php';
    if (!known && !this.#isCustom(directive)) return nameEnd;
    const value = expectsValue(this.#text, start);
    const prints = step === undefined && (OUTPUTS.has(name) || (value && name !== 'php'));
    if (prints && value) {
      this.#sink.hole(start, end, this.#text.slice(start + 1, end), start + 1, [name, ...callNames(args?.text ?? '')]);
    } else if (prints && OUTPUTS.has(name) && args !== undefined) {
      this.#sink.hole(start, end, args.text, args.start, [name, ...callNames(args.text)]);
    } else this.#sink.statement(start, end);
    this.#include(directive);
    if (step !== undefined) this.#sink.steps([step]);
    return end;
  }

  /** A directive of the site's own: it has an end, or brackets directly behind its name. */
  #isCustom({ name, args, spaced }: Directive): boolean {
    if (FOREIGN.has(name)) return false;
    return this.#hasEnd(name) || (args !== undefined && !spaced);
  }

  #include({ start, end, name, args }: Directive): void {
    if (name === 'parent') this.#sink.include({ start, end, kind: name, target: '' });
    if (!INCLUDES.has(name) || args === undefined) return;
    const conditional = name === 'includewhen' || name === 'includeunless';
    const comma = conditional ? topComma(args.text) : -1;
    const target = firstString(args.text.slice(comma + 1)) ?? args.text.slice(comma + 1).trim();
    if (comma < 0) {
      this.#sink.include({ start, end, kind: name, target });
      return;
    }
    const text = args.text.slice(0, comma).trimEnd();
    const condition = { text, start: args.start, negated: name === 'includeunless' };
    const header = headline(`${name} ${text}`);
    const at = args.start + comma + 1;
    this.#sink.steps([
      { type: 'open', start, end: at, kind: 'if', closer: 'include', header, condition },
      { type: 'close', start: end - 1, end, closer: 'include' },
    ]);
    this.#sink.include({ start: at, end, kind: name, target });
  }

  #step(directive: Directive): BlockStep | undefined {
    const { start, end, name, args } = directive;
    const header = headline(this.#text.slice(start + 1, end));
    if (name === 'else' || (name === 'empty' && args === undefined)) return { type: 'next', start, end };
    if (name === 'default') return args === undefined ? { type: 'next', start, end } : undefined;
    if (name === 'switch') return { type: 'switch', start, end, closer: 'switch', header, subject: args?.text ?? '' };
    if (name === 'case' && args !== undefined)
      return { type: 'case', start, end, values: [args.text], valueStart: args.start, or: '||' };
    if (ENDS_OF_SECTION.has(name)) return { type: 'close', start, end, closer: 'section' };
    if (name.startsWith('end') && name !== 'endphp') return { type: 'close', start, end, closer: name.slice(3) };
    if (name.startsWith('else')) {
      const condition = this.#condition({ ...directive, name: name.slice(4) });
      // `@elseconsent` alone is the other branch of `@consent('marketing')`.
      return args === undefined && !QUESTIONS.has(name.slice(4))
        ? { type: 'next', start, end }
        : { type: 'next', start, end, condition };
    }
    if (LOOPS.has(name)) return { type: 'open', start, end, kind: 'loop', closer: name, header };
    if (CONDITIONS.has(name) || (QUESTIONS.has(name) && this.#hasEnd(name))) {
      return { type: 'open', start, end, kind: 'if', closer: name, header, condition: this.#condition(directive) };
    }
    if (BLOCKS.has(name)) {
      const single = args !== undefined && topComma(args.text) >= 0;
      if (name === 'section' && (single || args === undefined)) return undefined;
      return this.#hasEnd(name) || name === 'section'
        ? { type: 'open', start, end, kind: 'other', closer: name, header }
        : undefined;
    }
    if (FOREIGN.has(name) || OUTPUTS.has(name) || INCLUDES.has(name)) return undefined;
    const positive = name.startsWith('unless') ? name.slice(6) : name;
    if (!this.#hasEnd(name) && !this.#hasEnd(positive)) return undefined;
    const condition = this.#condition({ ...directive, name: positive });
    const closer = this.#hasEnd(name) ? name : positive;
    const negated = positive !== name;
    return { type: 'open', start, end, kind: 'if', closer, header, condition: { ...condition, negated } };
  }

  /** What a directive asks: its brackets, or for one that is a question itself the whole of it. */
  #condition({ start, end, name, args }: Directive): StepCondition {
    const asks = name === 'if' || name === 'unless' || name === 'pushif';
    if (asks && args !== undefined) {
      const comma = name === 'pushif' ? topComma(args.text) : -1;
      return { text: comma < 0 ? args.text : args.text.slice(0, comma), start: args.start, negated: name === 'unless' };
    }
    return { text: this.#text.slice(start + 1, end), start: start + 1, negated: false };
  }

  #hasEnd(name: string): boolean {
    if (this.#ends === undefined) {
      const ends = new Set<string>();
      for (const match of this.#text.matchAll(/@end(\w+)/gi))
        if (match[1] !== undefined) ends.add(match[1].toLowerCase());
      this.#ends = ends;
    }
    return this.#ends.has(name);
  }
}

interface Directive {
  readonly start: number;
  readonly end: number;
  readonly nameEnd: number;
  /** In lower case. */
  readonly name: string;
  /** What stands in its brackets; undefined without brackets. */
  readonly args: { readonly text: string; readonly start: number } | undefined;
  /** A space stands between the name and the brackets. */
  readonly spaced: boolean;
}

function takesNoArguments(name: string): boolean {
  return name === 'else' || (name.startsWith('end') && name !== 'endphp') || name === 'csrf' || name === 'default';
}

/** Position of the first comma outside of brackets and strings, or -1. */
function topComma(args: string): number {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < args.length; at += 1) {
    const sign = args[at] ?? '';
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    else if (sign === ',' && depth === 0) return at;
  }
  return -1;
}
