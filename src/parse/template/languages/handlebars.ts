import { headline, trimmed, withoutStrings } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink, LanguageReader } from '../language.ts';
import type { BranchKind } from '../types.ts';

const LOOPS = /^(?:each|foreach|for|repeat|times|list|eachIn)$/i;
const BLOCKS =
  /^(?:block|content|contentFor|section|extend|layout|partial|append|prepend|replace|inline|capture|withRaw|raw)$/i;
/** An object literal, a statement or a function body is no expression of a template. */
const NO_EXPRESSION = /^[\w$-]*\s*:(?!:)|^\.\.\.|^(?:return|var|let|const|throw)\b|[;{}]|=>/;
const LONGEST = 10_000;

interface Delimiters {
  readonly open: string;
  readonly close: string;
}

const MUSTACHES: Delimiters = { open: '{{', close: '}}' };

/** Handlebars and Mustache; also what client-side frameworks and tag managers print with `{{ }}`. */
export const handlebars: LanguageReader = {
  id: 'handlebars',
  scan(text, sink) {
    new MustacheScan(text, sink).run();
  },
};

class MustacheScan {
  readonly #text: string;
  readonly #sink: IslandSink;
  readonly #finder: DelimiterFinder;
  #delimiters = MUSTACHES;

  constructor(text: string, sink: IslandSink) {
    this.#text = text;
    this.#sink = sink;
    this.#finder = new DelimiterFinder(text);
  }

  run(): void {
    let at = 0;
    for (;;) {
      const start = this.#finder.next(this.#delimiters.open, at);
      if (start < 0) return;
      at = this.#island(start);
    }
  }

  /** Reads the island at `start`; returns where to go on. */
  #island(start: number): number {
    const text = this.#text;
    const { open, close } = this.#delimiters;
    if (open !== '{{') return this.#plain(start, start + open.length, close);
    // `\{{` prints the braces; `\\{{` prints a backslash. `${{` is an object in a template literal.
    const before = text[start - 1];
    if (before === '$' || (before === '\\' && text[start - 2] !== '\\')) return start + 2;
    if (text.startsWith('{{{{', start)) return this.#rawBlock(start);
    const dashes = /^\{\{~?!--/.exec(text.slice(start, start + 6))?.[0];
    if (dashes !== undefined) {
      const end = this.#commentEnd(start + dashes.length);
      if (end !== undefined) {
        this.#sink.comment(start, end.end, text.slice(start + dashes.length, end.start));
        return end.end;
      }
    }
    if (text.startsWith('{{{', start)) return this.#plain(start, start + 3, '}}}');
    return this.#plain(start, start + 2, '}}');
  }

  #commentEnd(from: number): { start: number; end: number } | undefined {
    const plain = this.#finder.next('--}}', from);
    const trim = this.#finder.next('--~}}', from);
    if (trim >= 0 && (plain < 0 || trim < plain)) return { start: trim, end: trim + 5 };
    return plain < 0 ? undefined : { start: plain, end: plain + 4 };
  }

  /** `{{{{name}}}} … {{{{/name}}}}`: the body is printed as it stands. */
  #rawBlock(start: number): number {
    const openEnd = this.#finder.next('}}}}', start + 4);
    const bodyEnd = openEnd < 0 ? -1 : this.#finder.next('{{{{/', openEnd + 4);
    const end = bodyEnd < 0 ? -1 : this.#finder.next('}}}}', bodyEnd);
    if (end < 0) return start + 4;
    this.#sink.statement(start, openEnd + 4);
    this.#sink.statement(bodyEnd, end + 4);
    return end + 4;
  }

  #plain(start: number, innerStart: number, closer: string): number {
    const text = this.#text;
    const { open } = this.#delimiters;
    const skip = start + open.length;
    const sigil = /^~?!/.exec(text.slice(innerStart, innerStart + 2))?.[0];
    const plain = this.#finder.next(closer, innerStart);
    if (plain < 0) return skip;
    if (sigil !== undefined) {
      this.#sink.comment(start, plain + closer.length, text.slice(innerStart + sigil.length, plain));
      return plain + closer.length;
    }
    const nested = this.#finder.next(open, innerStart);
    if (nested >= 0 && nested < plain && !endsInString(text.slice(innerStart, nested))) return nested;
    const close = this.#finder.close(closer, innerStart, { quotes: true, braces: false });
    const inner = this.#inner(innerStart, close);
    const end = close + closer.length;
    if (inner.text.length > LONGEST || !this.#read(start, end, inner.text, inner.start)) {
      this.#finder.charge(close - innerStart);
      return skip;
    }
    return end;
  }

  #inner(start: number, end: number): { text: string; start: number } {
    const from = this.#text[start] === '~' ? start + 1 : start;
    const to = this.#text[end - 1] === '~' && end - 1 > from ? end - 1 : end;
    return trimmed(this.#text, from, Math.max(from, to));
  }

  /** Reports the island unless it is no template syntax. */
  #read(start: number, end: number, inner: string, innerStart: number): boolean {
    const sink = this.#sink;
    const setting = /^=\s*(\S{1,20})\s+(\S{1,20})\s*=$/.exec(inner);
    if (setting?.[1] !== undefined && setting[2] !== undefined) {
      this.#delimiters = { open: setting[1], close: setting[2] };
      sink.statement(start, end);
      return true;
    }
    const sigil = /^[#^/>&*]|^else\b/.exec(inner)?.[0] ?? '';
    const rest = trimmed(inner, sigil.length, inner.length);
    const args = { text: rest.text, start: innerStart + rest.start };
    if (NO_EXPRESSION.test(withoutStrings(sigil === '' ? inner : args.text))) return false;
    if (sigil === '' || sigil === '&') {
      sink.hole(start, end, args.text, args.start, helpers(args.text));
      return args.text !== '' || start + 4 === end;
    }
    sink.statement(start, end);
    if (sigil === '>' || /^#>/.test(inner)) {
      const target = /^[>\s]*(?:"([^"]*)"|'([^']*)'|(\([^)]*\)|[^\s"']+))/.exec(args.text);
      sink.include({ start, end, kind: 'partial', target: target?.[1] ?? target?.[2] ?? target?.[3] ?? '' });
    }
    const step = blockStep(start, end, sigil, args);
    if (step !== undefined) sink.steps([step]);
    return true;
  }
}

/** True if a double quote is open at the end: `{{#get filter="id:-{{id}}"}}` is one island. */
function endsInString(inner: string): boolean {
  return inner.length < 1000 && inner.split('"').length % 2 === 0;
}

function blockStep(
  start: number,
  end: number,
  sigil: string,
  args: { text: string; start: number },
): BlockStep | undefined {
  if (sigil === '/')
    return { type: 'close', start, end, closer: args.text.replace(/^[>*\s]+/, '').split(/\s/, 1)[0] ?? '' };
  if (sigil === 'else' || (sigil === '^' && args.text === '')) {
    if (args.text === '') return { type: 'next', start, end };
    return { type: 'next', start, end, condition: conditionOf(args, false).condition };
  }
  if (sigil !== '#' && sigil !== '^') return undefined;
  const word = /^[>*\s]*([^\s]+)/.exec(args.text)?.[1] ?? '';
  // A partial whose name is computed is closed by `{{/undefined}}`.
  const name = word.startsWith('(') ? 'undefined' : word;
  const header = headline(sigil + args.text);
  const { kind, condition } = conditionOf(args, sigil === '^');
  if (kind !== 'if') return { type: 'open', start, end, kind, closer: name, header };
  return { type: 'open', start, end, kind, closer: name, header, condition };
}

/** What a block with these words tests. A section of a name is a condition; one with a helper is the helper's call. */
function conditionOf(
  args: { text: string; start: number },
  inverted: boolean,
): { kind: BranchKind; condition: { text: string; start: number; negated: boolean } } {
  const words = args.text.replace(/\s+as\s+\|[^|]*\|$/, '');
  const [name = ''] = words.split(/\s/, 1);
  const builtIn = name === 'if' || name === 'unless' || name === 'with';
  const text = builtIn ? words.slice(name.length).trimStart() : words;
  const condition = { text, start: args.start + words.length - text.length, negated: (name === 'unless') !== inverted };
  const partial = /^[>*]/.test(args.text);
  const kind = LOOPS.test(name) ? 'loop' : partial || BLOCKS.test(name) ? 'other' : 'if';
  return { kind, condition };
}

/** Helpers called: the first word of a call with arguments, the first word of each `( … )`, and filters after `|`. */
function helpers(expression: string): string[] {
  const bare = withoutStrings(expression);
  const names: string[] = [];
  const first = /^([a-z_][\w.-]*)\s+["'\w(@]/.exec(expression)?.[1];
  if (first !== undefined) names.push(first);
  for (const match of bare.matchAll(/\b([A-Za-z_]\w*)\(|\(\s*([A-Za-z_][\w.-]*)\s|[^|]\|\s*([A-Za-z_]\w*)/g)) {
    const name = match[1] ?? match[2] ?? match[3];
    if (name !== undefined) names.push(name);
  }
  return names;
}
