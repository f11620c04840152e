import { callNames, firstString, headline, pipeNames, trimmed, withoutStrings } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink, LanguageReader } from '../language.ts';
import { expectsValue } from './percent.ts';
import { readPhp } from './php.ts';
import { widened } from './widened.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const CONDITIONS = words('if ifset ifconsent');
const LOOPS = words('foreach for while section');
const BLOCKS = words('block capture strip nocache function define form label snippet textformat setfilter spaceless');
const ELSES = words('else foreachelse forelse sectionelse whileelse');
/** Tags that print a value. */
const OUTPUTS = words(
  'l url link s t hook widget ldelim_ counter cycle eval fetch html_image html_options math mailto render_location getpageurl ' +
    'static_token include_javascript getpath asset path',
);
/** Tags that leave nothing. */
const SILENT = words(
  'assign append config_load call insert debug break continue adddefjs addjsdef addjsdefl include_php var varset default import ' +
    'include extends layout sandbox templatetype php syntax contenttype',
);
const INCLUDES = words('include extends include_php hook widget layout sandbox import block');
const NAMED = new Set([...CONDITIONS, ...LOOPS, ...BLOCKS, ...ELSES, ...OUTPUTS, ...SILENT, 'elseif']);

/** Shops that set `[{` and `}]` as delimiters. */
const SQUARE = /\[\{(?:\/(?:if|foreach|block)\}|\*|if\s|assign\s|include\s|block\s|\$)/;
const PLAIN = /(?:^|[^[])\{(?:\/(?:if|foreach|block)\}|if\s|foreach\s)/;

/** Smarty (PrestaShop, Shopware 5, OXID, CS-Cart), and Latte as far as the two are alike. */
export const smarty: LanguageReader = {
  id: 'smarty',
  scan(text, sink) {
    new SmartyScan(text, SQUARE.test(text) && !PLAIN.test(text) ? widened(text, '[', ']', sink) : sink).run();
  },
};

class SmartyScan {
  readonly #text: string;
  readonly #sink: IslandSink;
  readonly #finder: DelimiterFinder;
  #ends: ReadonlySet<string> | undefined;
  #opened: ReadonlySet<string> | undefined;

  constructor(text: string, sink: IslandSink) {
    this.#text = text;
    this.#sink = sink;
    this.#finder = new DelimiterFinder(text);
  }

  run(): void {
    // A brace followed by a space is a brace.
    const opener = /\{(?=[$*/"'#=_\w])/g;
    for (let match = opener.exec(this.#text); match !== null; match = opener.exec(this.#text)) {
      opener.lastIndex = this.#tag(match.index);
    }
  }

  /** Reads the tag at the brace; returns where to go on. */
  #tag(start: number): number {
    const text = this.#text;
    const sign = text[start + 1];
    if (sign === '*') return this.#comment(start);
    // `${x}` in a template literal of a script.
    if (text[start - 1] === '$' && sign !== '$') return start + 1;
    const literal = /^\{(?:literal|syntax off)\}/.exec(text.slice(start, start + 12))?.[0];
    if (literal !== undefined) return this.#body(start, literal, literal === '{literal}' ? '{/literal}' : '{/syntax}');
    if (text.startsWith('{php}', start)) return this.#php(start);
    if (text.startsWith('{ldelim}', start) || text.startsWith('{rdelim}', start)) {
      // They print a brace, which a script needs.
      if (text[start + 1] === 'l') this.#sink.statement(start + 1, start + 8);
      else this.#sink.statement(start, start + 7);
      return start + 8;
    }
    const close = this.#finder.close('}', start + 1, { quotes: true, braces: true });
    if (close < 0) return start + 1;
    const inner = trimmed(text, start + 1, close);
    if (inner.text.length > 5000 || !this.#read(start, close + 1, inner)) {
      this.#finder.charge(close - start);
      return start + 1;
    }
    return close + 1;
  }

  #comment(start: number): number {
    const close = this.#finder.next('*}', start + 2);
    if (close < 0) return start + 2;
    this.#sink.comment(start, close + 2, this.#text.slice(start + 2, close));
    return close + 2;
  }

  #body(start: number, opener: string, closer: string): number {
    const from = start + opener.length;
    const close = this.#finder.next(closer, from);
    this.#sink.statement(start, from);
    if (close < 0) return from;
    this.#sink.statement(close, close + closer.length);
    return close + closer.length;
  }

  #php(start: number): number {
    const close = this.#finder.next('{/php}', start + 5);
    if (close < 0) return start + 5;
    readPhp(this.#text, { start, end: close + 6, codeStart: start + 5, codeEnd: close }, this.#sink);
    return close + 6;
  }

  /** Reports the tag unless it is no template syntax. */
  #read(start: number, end: number, inner: { text: string; start: number }): boolean {
    const { text } = inner;
    const bare = withoutStrings(text);
    // Statements of a script: `{if(a)return;b()}`, `{x:1}`.
    if (/;|=>|^\w+\s*:[^:]|[{]\s|\n\s*(?:var|return)\b/.test(bare)) return false;
    if (/^\$[A-Za-z_]/.test(text)) {
      const assigns = /^\$\w+(?:\.\w+|\[[^\]]*\]|->\w+)*\s*=(?![=>])/.test(text);
      if (assigns) this.#sink.statement(start, end);
      else this.#hole(start, end, inner);
      return true;
    }
    if (
      /^(?:"[^"]*"|'[^']*')\s*\|/.test(text) ||
      /^#\w+#/.test(text) ||
      /^_["'($]/.test(text) ||
      /^=\s*\S/.test(text)
    ) {
      this.#hole(start, end, inner);
      return true;
    }
    const name = /^\/?\s*([A-Za-z_][\w:.-]*)(?=$|[\s(|}!"'$])/.exec(text)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    if (/^\w+\s*\(/.test(text) && !NAMED.has(name)) {
      // A function of PHP with a variable.
      if (!/[("']\s*\$[A-Za-z_]|,\s*\$[A-Za-z_]/.test(text) && !/\)\s*\|\w/.test(text)) return false;
      this.#hole(start, end, inner);
      return true;
    }
    return this.#named(start, end, inner, name);
  }

  #hole(start: number, end: number, inner: { text: string; start: number }): void {
    this.#sink.hole(start, end, inner.text, inner.start, [...callNames(inner.text), ...pipeNames(inner.text)]);
  }

  #named(start: number, end: number, inner: { text: string; start: number }, name: string): boolean {
    const closes = inner.text.startsWith('/');
    const attributes = /^[\w:.-]+(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"']+))+\s*$/.test(inner.text);
    if (!NAMED.has(name) && !closes && !attributes && !this.#hasEnd(name)) return false;
    if (closes && !NAMED.has(name) && !this.#isOpened(name)) return false;
    const step = this.#step(start, end, inner, name, closes);
    const value = step === undefined && (OUTPUTS.has(name) || !SILENT.has(name)) && expectsValue(this.#text, start);
    if (value || (step === undefined && OUTPUTS.has(name) && name !== 'hook' && name !== 'widget')) {
      this.#hole(start, end, inner);
    } else this.#sink.statement(start, end);
    if (INCLUDES.has(name) && !closes) this.#include(start, end, inner.text, name);
    if (step !== undefined) this.#sink.steps([step]);
    return true;
  }

  #include(start: number, end: number, text: string, name: string): void {
    const named = /\b(?:file|h|name)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s}]+))/.exec(text);
    const target =
      named?.[1] ?? named?.[2] ?? named?.[3] ?? firstString(text) ?? /^\w+\s+([^\s,]+)/.exec(text)?.[1] ?? '';
    this.#sink.include({ start, end, kind: name, target });
  }

  #step(
    start: number,
    end: number,
    inner: { text: string; start: number },
    name: string,
    closes: boolean,
  ): BlockStep | undefined {
    if (closes) return { type: 'close', start, end, closer: name };
    const header = headline(inner.text);
    const args = trimmed(inner.text, name.length, inner.text.length);
    const condition = { text: args.text, start: inner.start + args.start, negated: false };
    if (CONDITIONS.has(name)) return { type: 'open', start, end, kind: 'if', closer: name, header, condition };
    if (name === 'elseif') return { type: 'next', start, end, condition };
    if (name === 'else' && /^if\b/.test(args.text)) {
      const { text, start: at } = trimmed(args.text, 2, args.text.length);
      return { type: 'next', start, end, condition: { text, start: condition.start + at, negated: false } };
    }
    if (ELSES.has(name)) return { type: 'next', start, end };
    if (LOOPS.has(name)) return { type: 'open', start, end, kind: 'loop', closer: name, header };
    if (!this.#hasEnd(name) || SILENT.has(name)) return undefined;
    if (BLOCKS.has(name)) return { type: 'open', start, end, kind: 'other', closer: name, header };
    return { type: 'open', start, end, kind: 'other', closer: name, header, unknown: true };
  }

  #isOpened(name: string): boolean {
    if (this.#opened === undefined) {
      const opened = new Set<string>();
      for (const match of this.#text.matchAll(/\{([A-Za-z_][\w:.-]*)(?=[\s}])/g))
        if (match[1] !== undefined) opened.add(match[1].toLowerCase());
      this.#opened = opened;
    }
    return this.#opened.has(name);
  }

  #hasEnd(name: string): boolean {
    if (this.#ends === undefined) {
      const ends = new Set<string>();
      for (const match of this.#text.matchAll(/\{\/([A-Za-z_][\w:.-]*)\s?\}/g))
        if (match[1] !== undefined) ends.add(match[1].toLowerCase());
      this.#ends = ends;
    }
    return this.#ends.has(name);
  }
}
