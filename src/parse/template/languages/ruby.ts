import { headline, trimmed } from '../expression.ts';
import type { BlockStep, StepCondition } from '../language.ts';

/** What the Ruby code of an island does. */
export interface RubyCode {
  readonly steps: BlockStep[];
  /** True if a block is opened or closed here whose other end is in another island. */
  readonly crosses: boolean;
}

const LOOP_CALL = /\.(?:each\w*|times|map|collect|select|upto|downto|step|find_each)\b|\bloop\b/;
const CONDITIONS = new Set(['if', 'unless', 'elsif', 'when', 'while', 'until', 'case']);
const OTHERS = new Set(['begin', 'def', 'class', 'module']);
/** After these a line goes on. */
const GOES_ON = /^(?:&&|\|\||and|or|not|[,(+\\&|.=])$/;

/** Reads the statement structure of Ruby code. `quiet` is the code without strings and comments, at equal length, from offset `base` on. */
export function readRuby(text: string, quiet: string, base: number): RubyCode {
  return new RubyReader(text, quiet, base).read();
}

class RubyReader {
  readonly #text: string;
  readonly #end: number;
  readonly #words: string[] = [];
  readonly #offsets: number[] = [];
  readonly #steps: BlockStep[] = [];
  /** Braces of this island, by the index of their step. */
  readonly #braces: number[] = [];
  #index = 0;
  #statementStart = 0;
  #first = '';
  #fresh = true;
  /** A `while` or `for` takes the next `do` for itself. */
  #loopDo = false;

  constructor(text: string, quiet: string, base: number) {
    this.#text = text;
    this.#end = base + quiet.length;
    for (const match of quiet.matchAll(/@{0,2}[A-Za-z_]\w*[?!]?|"+|\r?\n|&&|\|\||==|=>|::|\S/g)) {
      this.#words.push(match[0]);
      this.#offsets.push(base + match.index);
    }
  }

  read(): RubyCode {
    for (; this.#index < this.#words.length; this.#index += 1) this.#token();
    const local = new Set(this.#braces);
    // Braces that close in the same island are hashes or short blocks; only the others matter.
    const steps = this.#steps.filter(
      (step, index) => !(step.type === 'open' && step.closer === '}') || local.has(index),
    );
    return { steps, crosses: crosses(steps) };
  }

  #token(): void {
    const word = this.#words[this.#index] ?? '';
    const at = this.#at(this.#index);
    if (/^\r?\n$/.test(word) || word === ';') {
      const before = this.#words[this.#index - 1] ?? '';
      if (word === ';' || !GOES_ON.test(before)) this.#startOver();
      return;
    }
    const starts = this.#fresh || this.#words[this.#index - 1] === '=';
    if (this.#fresh) {
      this.#statementStart = at;
      this.#first = word;
    }
    this.#fresh = false;
    if (word === '{') this.#openBrace(at);
    else if (word === '}') this.#closeBrace(at);
    else if (!this.#isName()) this.#keyword(word, at, starts);
  }

  #startOver(): void {
    this.#fresh = true;
    this.#loopDo = false;
  }

  #at(index: number): number {
    return this.#offsets[index] ?? this.#end;
  }

  /** Methods (`.end`), symbols (`:end`) and keys (`end:`) are names, not keywords. */
  #isName(): boolean {
    const before = this.#words[this.#index - 1];
    if (before === '.' || before === '::') return true;
    const at = this.#at(this.#index);
    if (before === ':' && this.#at(this.#index - 1) === at - 1) return true;
    const end = at + (this.#words[this.#index] ?? '').length;
    return this.#words[this.#index + 1] === ':' && this.#at(this.#index + 1) === end;
  }

  #keyword(word: string, at: number, starts: boolean): void {
    if (word === 'end') {
      this.#steps.push({ type: 'close', start: at, end: at + 3, closer: 'end' });
      return;
    }
    if (word === 'do') {
      if (!this.#loopDo) this.#openDo(at);
      this.#startOver();
      return;
    }
    if ((word === 'if' || word === 'unless') && this.#first === 'return' && !starts) this.#return(word, at);
    else if (word === 'then') this.#fresh = true;
    else if (word === 'else') {
      this.#steps.push({ type: 'next', start: at, end: at + 4 });
      this.#fresh = true;
    } else if (starts && CONDITIONS.has(word)) this.#conditional(word, at);
    else if (starts && word === 'for') {
      this.#loopDo = true;
      const end = this.#lineEnd();
      this.#steps.push({
        type: 'open',
        kind: 'loop',
        closer: 'end',
        start: at,
        end,
        header: headline(this.#text.slice(at, end)),
      });
    } else if (starts && OTHERS.has(word)) {
      const end = at + word.length;
      const header = headline(this.#text.slice(at, this.#lineEnd()));
      this.#steps.push({ type: 'open', kind: 'other', closer: 'end', start: at, end, header });
      this.#fresh = word === 'begin';
    }
  }

  /** `return unless cookies[:consent]`: the rest of the template runs only otherwise. */
  #return(word: string, at: number): void {
    const end = this.#lineEnd();
    const { text, start } = trimmed(this.#text, at + word.length, this.#codeEnd(end));
    this.#steps.push({ type: 'rest', start: end, end, condition: { text, start, negated: word === 'unless' } });
  }

  #conditional(word: string, start: number): void {
    const end = this.#lineEnd();
    const { text, start: at } = trimmed(this.#text, start + word.length, this.#codeEnd(end));
    const header = headline(this.#text.slice(start, end));
    const condition: StepCondition = { text, start: at, negated: word === 'unless' };
    if (word === 'elsif') this.#steps.push({ type: 'next', start, end, condition });
    else if (word === 'when') {
      const values = text.split(',').map((value) => value.trim());
      this.#steps.push({ type: 'case', start, end, values: values.slice(0, 64), valueStart: at, or: '||' });
    } else if (word === 'case') this.#steps.push({ type: 'switch', closer: 'end', start, end, header, subject: text });
    else if (word === 'while' || word === 'until') {
      this.#loopDo = true;
      this.#steps.push({ type: 'open', kind: 'loop', closer: 'end', start, end, header });
    } else {
      // Elixir's conditions end with `do`.
      this.#loopDo = this.#words.some((one, index) => one === 'do' && this.#at(index) === end);
      this.#steps.push({ type: 'open', kind: 'if', closer: 'end', start, end, header, condition });
    }
  }

  /** Where the condition that starts here ends: at `then`, `do`, `;`, or the end of a line that does not go on. */
  #lineEnd(): number {
    for (let index = this.#index + 1; index < this.#words.length; index += 1) {
      const word = this.#words[index] ?? '';
      if (word === 'then' || word === ';' || (word === 'do' && this.#words[index - 1] !== '.')) return this.#at(index);
      if (/^\r?\n$/.test(word) && !GOES_ON.test(this.#words[index - 1] ?? '')) return this.#at(index);
    }
    return this.#end;
  }

  /** The end of the last word before `end`: without a comment behind it. */
  #codeEnd(end: number): number {
    let index = this.#index;
    while (index + 1 < this.#words.length && this.#at(index + 1) < end) index += 1;
    const word = this.#words[index] ?? '';
    return Math.min(end, this.#at(index) + word.length);
  }

  #openDo(at: number): void {
    const header = headline(this.#text.slice(this.#statementStart, at));
    const kind = LOOP_CALL.test(header) ? 'loop' : 'other';
    this.#steps.push({ type: 'open', kind, closer: 'end', start: at, end: this.#afterParameters(at + 2), header });
  }

  #openBrace(at: number): void {
    const header = headline(this.#text.slice(this.#statementStart, at));
    const kind = LOOP_CALL.test(header) ? 'loop' : 'other';
    this.#braces.push(this.#steps.length);
    this.#steps.push({ type: 'open', kind, closer: '}', start: at, end: this.#afterParameters(at + 1), header });
  }

  #closeBrace(at: number): void {
    if (this.#braces.pop() === undefined) this.#steps.push({ type: 'close', start: at, end: at + 1, closer: '}' });
  }

  #afterParameters(from: number): number {
    const parameters = /^\s*\|[^|\n]*\|/.exec(this.#text.slice(from, Math.min(from + 200, this.#end)))?.[0] ?? '';
    return from + parameters.length;
  }
}

function crosses(steps: readonly BlockStep[]): boolean {
  let depth = 0;
  for (const step of steps) {
    if (step.type === 'open' || step.type === 'switch') depth += 1;
    else if (depth === 0 && step.type !== 'rest') return true;
    else if (step.type === 'close') depth -= 1;
  }
  return depth !== 0;
}
