import { callNames, firstString, headline, pipeNames, trimmed } from '../expression.ts';
import { type CloseOptions, DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink } from '../language.ts';

/** What a body tag does with the text up to its end tag. */
export type BodyUse = 'text' | 'blank' | 'comment' | 'script';

/** The keywords of one language with `{{ }}` and `{% %}`. All names are those of opening tags; the end tag is `end` + name. */
export interface PercentDialect {
  /** `{# … #}` is a comment. */
  readonly hashComments: boolean;
  readonly outputClose: CloseOptions;
  readonly tagClose: CloseOptions;
  /** Tags whose body is not template syntax. */
  readonly bodies: Readonly<Record<string, BodyUse>>;
  readonly conditionals: ReadonlySet<string>;
  /** Conditionals that run when their condition is false. */
  readonly negated: ReadonlySet<string>;
  readonly loops: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
  readonly switches: ReadonlySet<string>;
  /** Branch tags of a switch. */
  readonly cases: ReadonlySet<string>;
  /** Tags that print a value. */
  readonly outputs: ReadonlySet<string>;
  /** Tags that print nothing that a script or attribute could need. */
  readonly silent: ReadonlySet<string>;
  readonly includes: ReadonlySet<string>;
  /** End tags that do not follow the pattern, with the opener that they close. */
  readonly closers: Readonly<Record<string, string>>;
  /** Reads a tag that the tables do not describe; true if it did. */
  custom?(tag: PercentTag, scan: PercentScan): boolean;
}

/** One `{% name args %}`. */
export interface PercentTag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly args: string;
  readonly argsStart: number;
}

/** Reads one text in a language with `{{ }}` and `{% %}`. */
export class PercentScan {
  readonly text: string;
  readonly sink: IslandSink;
  readonly #dialect: PercentDialect;
  readonly #finder: DelimiterFinder;
  readonly #bodyEnds = new Map<string, { start: number; end: number } | undefined>();
  #blockNames: ReadonlySet<string> | undefined;

  constructor(text: string, sink: IslandSink, dialect: PercentDialect) {
    this.text = text;
    this.sink = sink;
    this.#dialect = dialect;
    this.#finder = new DelimiterFinder(text);
  }

  run(): void {
    const opener = /\{[{%#]/g;
    for (let match = opener.exec(this.text); match !== null; match = opener.exec(this.text)) {
      const end = this.#island(match.index, match[0]);
      opener.lastIndex = end;
    }
  }

  /** Reads the island at `start`; returns where to go on. */
  #island(start: number, opener: string): number {
    if (opener === '{{') return this.#output(start);
    if (opener === '{%') return this.#tag(start);
    if (!this.#dialect.hashComments) return start + 2;
    const close = this.#finder.next('#}', start + 2);
    if (close < 0) return start + 2;
    this.sink.comment(start, close + 2, this.text.slice(start + 2, close));
    return close + 2;
  }

  #output(start: number): number {
    const close = this.#finder.close('}}', start + 2, this.#dialect.outputClose);
    if (close < 0) return start + 2;
    const triple = this.text[start + 2] === '{' && this.text[close + 2] === '}';
    const end = triple ? close + 3 : close + 2;
    const inner = this.#inner(start + (triple ? 3 : 2), close);
    this.sink.hole(start, end, inner.text, inner.start, filters(inner.text));
    const included = /^(include|source)\s*\(/.exec(inner.text);
    const target = included === null ? undefined : firstString(inner.text);
    if (included?.[1] !== undefined && target !== undefined)
      this.sink.include({ start, end, kind: included[1], target });
    return end;
  }

  /** The text between delimiters without trim marks and outer spaces. */
  #inner(start: number, end: number): { text: string; start: number } {
    const from = /[-+~]/.test(this.text[start] ?? '') && start < end ? start + 1 : start;
    const to = /[-+~]/.test(this.text[end - 1] ?? '') && end - 1 > from ? end - 1 : end;
    return trimmed(this.text, from, Math.max(from, to));
  }

  #tag(start: number): number {
    const close = this.#finder.close('%}', start + 2, this.#dialect.tagClose);
    if (close < 0) return start + 2;
    const inner = this.#inner(start + 2, close);
    const name = /^[\w.]+|^#/.exec(inner.text)?.[0] ?? '';
    const args = trimmed(this.text, inner.start + name.length, inner.start + inner.text.length);
    const tag: PercentTag = { start, end: close + 2, name, args: args.text, argsStart: args.start };
    const use = Object.hasOwn(this.#dialect.bodies, name) ? this.#dialect.bodies[name] : undefined;
    const body = use === undefined ? undefined : this.#bodyEnd(name, tag.end);
    if (use !== undefined && body !== undefined) return this.#body(tag, use, body);
    if (this.#dialect.custom?.(tag, this) !== true) this.read(tag);
    return tag.end;
  }

  #bodyEnd(name: string, from: number): { start: number; end: number } | undefined {
    const known = this.#bodyEnds.get(name);
    if (this.#bodyEnds.has(name) && (known === undefined || known.start >= from)) return known;
    const pattern = new RegExp(`\\{%[-+~]?\\s*end${name}\\b[^%]*%\\}`, 'g');
    pattern.lastIndex = from;
    const match = pattern.exec(this.text);
    const found = match === null ? undefined : { start: match.index, end: match.index + match[0].length };
    this.#bodyEnds.set(name, found);
    return found;
  }

  #body(tag: PercentTag, use: BodyUse, body: { start: number; end: number }): number {
    const { sink, text } = this;
    if (use === 'comment') sink.comment(tag.start, body.end, text.slice(tag.end, body.start));
    else if (use === 'blank') sink.statement(tag.start, body.end);
    else {
      sink.statement(tag.start, tag.end);
      if (use === 'script') sink.script(tag.end, body.start);
      sink.statement(body.start, body.end);
    }
    return body.end;
  }

  /** Reads an ordinary tag by the tables. */
  read(tag: PercentTag): void {
    const { sink } = this;
    const prints = this.#prints(tag);
    if (prints)
      sink.hole(
        tag.start,
        tag.end,
        `${tag.name} ${tag.args}`.trim(),
        tag.argsStart - tag.name.length,
        filters(tag.args),
      );
    else sink.statement(tag.start, tag.end);
    if (this.#dialect.includes.has(tag.name)) sink.include(includeOf(tag));
    const step = this.step(tag);
    if (step !== undefined) sink.steps([step]);
  }

  /** The step in the statement structure that a tag stands for. */
  step(tag: PercentTag): BlockStep | undefined {
    const dialect = this.#dialect;
    const { start, end, name, args } = tag;
    const header = headline(`${name} ${args}`);
    const condition = { text: args, start: tag.argsStart, negated: dialect.negated.has(name) };
    if (dialect.conditionals.has(name)) {
      if (args === '') return { type: 'open', start, end, kind: 'other', closer: name, header };
      return { type: 'open', start, end, kind: 'if', closer: name, header, condition };
    }
    if (dialect.loops.has(name)) return { type: 'open', start, end, kind: 'loop', closer: name, header };
    if (dialect.switches.has(name)) return { type: 'switch', start, end, closer: name, header, subject: args };
    if (dialect.cases.has(name)) {
      return { type: 'case', start, end, values: caseValues(args), valueStart: tag.argsStart, or: 'or' };
    }
    if (name === 'elsif' || name === 'elif' || name === 'elseif') return { type: 'next', start, end, condition };
    if (name === 'else' && args.startsWith('if ')) {
      const text = args.slice(3).trimStart();
      return {
        type: 'next',
        start,
        end,
        condition: { text, start: tag.argsStart + args.length - text.length, negated: false },
      };
    }
    if (name === 'else' || name === 'empty' || name === 'default') return { type: 'next', start, end };
    if (name === 'end') return { type: 'close', start, end, closer: '*' };
    if (Object.hasOwn(dialect.closers, name))
      return { type: 'close', start, end, closer: dialect.closers[name] ?? name };
    if (name.startsWith('end')) return { type: 'close', start, end, closer: name.replace(/^end_?/, '') };
    if (dialect.blocks.has(name)) {
      return this.#isBlock(tag) ? { type: 'open', start, end, kind: 'other', closer: name, header } : undefined;
    }
    if (!this.#names().has(name) || dialect.outputs.has(name)) return undefined;
    // A tag of the site's own that has an end tag somewhere: `{% ifconsent 'ads' %}`, `{% flag "x" %}`.
    const named = { text: header, start: start + 2, negated: false };
    if (/^if/i.test(name)) return { type: 'open', start, end, kind: 'if', closer: name, header, condition: named };
    return { type: 'open', start, end, kind: 'other', closer: name, header, unknown: true };
  }

  /** A block tag can also be complete in itself: `{% block title page_title %}` (Twig), `{% set a = 1 %}`. */
  #isBlock({ name, args }: PercentTag): boolean {
    if (name === 'set') return !args.includes('=');
    if (name === 'block') return !/^\S+\s+(?!scoped\b|required\b)\S/.test(args);
    return this.#names().has(name);
  }

  #prints(tag: PercentTag): boolean {
    const { outputs, silent, includes } = this.#dialect;
    if (outputs.has(tag.name)) return !/\sas\s+\w+$/.test(tag.args);
    if (tag.name === 'block') return !this.#isBlock(tag);
    if (silent.has(tag.name) || includes.has(tag.name) || this.step(tag) !== undefined) return false;
    return !/\sas\s+\w+$/.test(tag.args) && expectsValue(this.text, tag.start);
  }

  /** Names of all tags that have an end tag in the text. */
  #names(): ReadonlySet<string> {
    if (this.#blockNames === undefined) {
      const names = new Set<string>();
      for (const match of this.text.matchAll(/\{%[-+~]?\s*end_?(\w+)/g))
        if (match[1] !== undefined) names.add(match[1]);
      this.#blockNames = names;
    }
    return this.#blockNames;
  }
}

/** Filter and function names of an expression. */
export function filters(expression: string): string[] {
  return [...callNames(expression), ...pipeNames(expression)];
}

/** An include at a tag such as `{% render 'pixel', id: 1 %}`. */
export function includeOf(tag: PercentTag): { start: number; end: number; kind: string; target: string } {
  // `{% from "macros.html" import pixel %}` and `{% include file.html id=1 %}` name the file first too.
  const quoted = /^\(?\s*(?:"([^"\n]*)"|'([^'\n]*)')/.exec(tag.args);
  const target = quoted?.[1] ?? quoted?.[2] ?? /^[^\s,]+/.exec(tag.args)?.[0] ?? '';
  return { start: tag.start, end: tag.end, kind: tag.name, target };
}

/**
 * True if what stands before the offset on its line can only be followed by a value (`var a = `, `href="`, `f(`). So an
 * island of unknown kind is taken for an output where leaving nothing would break the code.
 */
export function expectsValue(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at > offset - 20 && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  return at >= 0 && '=(,:[\'"+?&/'.includes(text[at] ?? '\n');
}

/** The values of a `when`: `'a', 'b' or 'c'`. */
function caseValues(args: string): string[] {
  const values: string[] = [];
  for (const match of args.slice(0, 2000).matchAll(/"[^"\n]*"|'[^'\n]*'|[^\s,'"]+/g))
    if (match[0] !== 'or') values.push(match[0]);
  return values;
}
