import { Balancer } from '../balance.ts';
import { callNames, firstString, headline, trimmed } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink, LanguageReader } from '../language.ts';
import { lineEnd } from './code.ts';
import { expectsValue } from './percent.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const WITH_ARGUMENTS = words('if elseif foreach set macro parse include define evaluate');
const ALONE = words('else end stop break return');
const REFERENCE = /\$!?(?:\{!?[A-Za-z_][^{}\n]{0,300}\}|[A-Za-z_][\w-]*)/y;
/** Members and calls behind a reference. */
const MEMBER = /\.[A-Za-z_]\w*/y;

/** Velocity (Liferay, Confluence, older Magnolia and Alfresco). */
export const velocity: LanguageReader = {
  id: 'velocity',
  scan(text, sink) {
    new VelocityScan(text, sink).run();
  },
};

class VelocityScan {
  readonly #text: string;
  readonly #sink: IslandSink;
  readonly #finder: DelimiterFinder;
  readonly #brackets: Balancer;
  readonly #macros = new Set<string>();
  /** Names with a dollar that the scripts in the text declare themselves. */
  readonly #scriptNames = new Set<string>();

  constructor(text: string, sink: IslandSink) {
    this.#text = text;
    this.#sink = sink;
    this.#finder = new DelimiterFinder(text);
    this.#brackets = new Balancer(text);
    for (const match of text.matchAll(/#macro\s?\(\s?(\w+)/g)) if (match[1] !== undefined) this.#macros.add(match[1]);
    for (const match of text.matchAll(/\b(?:var|let|const|function)\s{1,5}(\$\w+)|[(,]\s?(\$\w+)\s?\)\s?(?:=>|\{)/g))
      this.#scriptNames.add(match[1] ?? match[2] ?? '');
  }

  run(): void {
    const opener = /\\?[#$]/g;
    for (let match = opener.exec(this.#text); match !== null; match = opener.exec(this.#text)) {
      const { index } = match;
      // A backslash prints what follows as it stands.
      if (match[0].startsWith('\\')) continue;
      opener.lastIndex = match[0] === '#' ? this.#hash(index) : this.#reference(index);
    }
  }

  #hash(start: number): number {
    const text = this.#text;
    const sign = text[start + 1];
    if (sign === '#') {
      const end = lineEnd(text, start, text.length);
      this.#sink.comment(start, end, text.slice(start + 2, end));
      return end;
    }
    if (sign === '*') return this.#between(start, '*#', true);
    if (text.startsWith('#[[', start)) return this.#between(start, ']]#', false);
    const match = /^#(?:\{(\w+)\}|(@?)(\w+))/.exec(text.slice(start, start + 80));
    const name = match?.[1] ?? match?.[3];
    if (match === null || name === undefined) return start + 1;
    const nameEnd = start + match[0].length;
    if (ALONE.has(name)) return this.#alone(start, nameEnd, name);
    // `#elsewhere` is an address, `#else` in front of a word is none either.
    return this.#call(start, nameEnd, name, match[2] === '@');
  }

  #between(start: number, closer: string, comment: boolean): number {
    const from = start + (comment ? 2 : 3);
    const close = this.#finder.next(closer, from);
    if (close < 0) return from;
    const end = close + closer.length;
    if (comment) this.#sink.comment(start, end, this.#text.slice(from, close));
    else {
      this.#sink.statement(start, from);
      this.#sink.statement(close, end);
    }
    return end;
  }

  #alone(start: number, end: number, name: string): number {
    this.#sink.statement(start, end);
    if (name === 'else') this.#sink.steps([{ type: 'next', start, end }]);
    if (name === 'end') this.#sink.steps([{ type: 'close', start, end, closer: 'end' }]);
    return end;
  }

  #call(start: number, nameEnd: number, name: string, block: boolean): number {
    const text = this.#text;
    let open = nameEnd;
    while (open < nameEnd + 5 && (text[open] === ' ' || text[open] === '\t')) open += 1;
    if (text[open] !== '(') return nameEnd;
    const known = WITH_ARGUMENTS.has(name);
    // Colours of style sheets and calls of scripts on addresses are not macros.
    if (!known && !block && !this.#macros.has(name) && !/^(?:spring|screen|parse)[A-Z]\w*$/.test(name)) return nameEnd;
    const end = this.#brackets.close(open);
    if (end < 0) return nameEnd;
    const args = trimmed(text, open + 1, end - 1);
    if (!known && !block && expectsValue(text, start)) this.#sink.hole(start, end, args.text, args.start, [name]);
    else this.#sink.statement(start, end);
    if (name === 'parse' || name === 'include')
      this.#sink.include({ start, end, kind: name, target: firstString(args.text) ?? args.text });
    const step = stepOf(start, end, name, args, block);
    if (step !== undefined) this.#sink.steps([step]);
    return end;
  }

  /** `$x`, `$!x`, `${x}`, with members, calls and indices. */
  #reference(start: number): number {
    const text = this.#text;
    REFERENCE.lastIndex = start;
    const match = REFERENCE.exec(text);
    if (match === null || this.#scriptNames.has(match[0]) || /[\w$]/.test(text[start - 1] ?? '')) return start + 1;
    let end = start + match[0].length;
    if (!match[0].includes('{')) {
      for (let steps = 0; steps < 30; steps += 1) {
        MEMBER.lastIndex = end;
        const member = MEMBER.exec(text);
        if (member !== null) end += member[0].length;
        else if ((text[end] === '(' && text[end - 1] !== '$') || text[end] === '[') {
          const close = this.#brackets.close(end);
          if (close < 0) break;
          end = close;
        } else break;
      }
    }
    const name = text.slice(start, end);
    // A function of a script that is called: `$el(…)`; a reference itself cannot be called.
    if (/^\$!?[A-Za-z_][\w-]*\(/.test(name)) return start + 1;
    this.#sink.hole(start, end, name, start, callNames(name));
    return end;
  }
}

function stepOf(
  start: number,
  end: number,
  name: string,
  args: { text: string; start: number },
  block: boolean,
): BlockStep | undefined {
  const header = headline(`${name} ${args.text}`);
  const condition = { ...args, negated: false };
  if (name === 'if') return { type: 'open', start, end, kind: 'if', closer: 'end', header, condition };
  if (name === 'elseif') return { type: 'next', start, end, condition };
  if (name === 'foreach') return { type: 'open', start, end, kind: 'loop', closer: 'end', header };
  if (name === 'macro' || name === 'define') return { type: 'open', start, end, kind: 'other', closer: 'end', header };
  return block ? { type: 'open', start, end, kind: 'other', closer: 'end', header, unknown: true } : undefined;
}
