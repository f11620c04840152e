import { headline, trimmed } from '../expression.ts';
import type { BlockStep, StepCondition } from '../language.ts';
import type { BraceCode, BraceDialect, CodeStatement } from './code.ts';

/** Reads the statement structure of a code island. `quiet` is its code without strings and comments, at equal length, from offset `base` on. */
export function readBraces(text: string, quiet: string, base: number, dialect: BraceDialect): BraceCode {
  return new BraceReader(text, quiet, base, dialect).read();
}

const HEADS = new Set(['if', 'elseif', 'for', 'foreach', 'while', 'switch', 'catch']);
const LOOPS = new Set(['for', 'foreach', 'while']);
const COLON_ENDS = new Set(['endif', 'endfor', 'endforeach', 'endwhile', 'endswitch']);

interface Paren {
  readonly sign: '(';
  /** The keyword before it, or nothing. */
  readonly word: string;
  /** Where the statement starts: for an else, at the `}` that it follows. */
  readonly at: number;
  readonly from: number;
  readonly origin: ElseOrigin;
}

interface Block {
  readonly sign: '{';
  readonly word: string;
  readonly condition: StepCondition | undefined;
  /** First word of the last statement inside. */
  lastWord: string;
}

/** What an else continues: a block closed here, one closed in the island before, or a statement without braces. */
type ElseOrigin = 'joined' | 'first' | 'bare';

class BraceReader {
  readonly #text: string;
  readonly #end: number;
  readonly #dialect: BraceDialect;
  readonly #words: string[] = [];
  readonly #offsets: number[] = [];
  readonly #steps: BlockStep[] = [];
  readonly #outputs: CodeStatement[] = [];
  readonly #includes: CodeStatement[] = [];
  readonly #stack: (Paren | Block)[] = [];
  readonly #blocks: Block[] = [];
  #index = 0;
  /** Blocks of this island that are open, with braces or colons. */
  #depth = 0;
  #crosses = false;
  #statements = 0;
  #statementStart = 0;
  /** The next word begins a statement. */
  #fresh = true;
  /** The `}` that an else follows. */
  #closedAt: number | undefined;
  /** `if (c) return …`, up to its semicolon. */
  #exit: StepCondition | undefined;
  #case: { readonly at: number; readonly from: number; readonly nesting: number } | undefined;
  #saying:
    | { readonly word: string; readonly start: number; readonly nesting: number; readonly depth: number }
    | undefined;

  constructor(text: string, quiet: string, base: number, dialect: BraceDialect) {
    this.#text = text;
    this.#end = base + quiet.length;
    this.#dialect = dialect;
    for (const match of quiet.matchAll(/[A-Za-z_$][\w$]*|"+|::|=>|->|\S/g)) {
      this.#words.push(match[0]);
      this.#offsets.push(base + match.index);
    }
  }

  read(): BraceCode {
    for (; this.#index < this.#words.length; this.#index += 1) this.#token();
    this.#endStatement(this.#end);
    return {
      steps: this.#steps,
      outputs: this.#outputs,
      includes: this.#includes,
      statements: this.#statements,
      crosses: this.#crosses || this.#depth !== 0,
    };
  }

  #token(): void {
    const word = this.#words[this.#index] ?? '';
    const at = this.#at(0);
    const keyword = this.#keyword(0);
    if (this.#fresh && word !== ';' && word !== '}') this.#startStatement(keyword, at);
    if (word === '{') this.#plainBrace(at);
    else if (word === '}') this.#closeBrace(at);
    else if (word === '(') this.#stack.push({ sign: '(', word: '', at, from: at + 1, origin: 'bare' });
    else if (word === ')') this.#closeParen(at);
    else if (word === ';') this.#semicolon(at);
    else if (word === ':') this.#caseColon(at);
    else if (keyword === 'else') this.#else(at);
    else if (keyword === 'case' || keyword === 'default') this.#caseWord(keyword, at);
    else if (HEADS.has(keyword)) this.#head(keyword, at);
    else if (this.#dialect.colons && COLON_ENDS.has(keyword)) this.#closeColon(keyword, at);
  }

  #at(ahead: number): number {
    return this.#offsets[this.#index + ahead] ?? this.#end;
  }

  /** The word in lower case, or nothing where it is the name of a member. */
  #keyword(ahead: number): string {
    const before = this.#words[this.#index + ahead - 1];
    if (before === '.' || before === '->' || before === '::') return '';
    return (this.#words[this.#index + ahead] ?? '').toLowerCase();
  }

  #startStatement(keyword: string, at: number): void {
    this.#fresh = false;
    this.#statementStart = at;
    this.#statements += 1;
    const block = this.#blocks[this.#blocks.length - 1];
    if (block !== undefined) block.lastWord = keyword;
    if (this.#saying === undefined && (this.#dialect.outputs.has(keyword) || this.#dialect.includes.has(keyword))) {
      this.#saying = { word: keyword, start: at, nesting: this.#stack.length, depth: this.#depth };
    }
  }

  #endStatement(at: number): void {
    const saying = this.#saying;
    if (saying !== undefined && this.#stack.length <= saying.nesting) {
      const { word, start, depth } = saying;
      const list = this.#dialect.outputs.has(word) ? this.#outputs : this.#includes;
      list.push({ word, start, from: start + word.length, end: at, depth });
      this.#saying = undefined;
    }
    if (this.#exit !== undefined) this.#steps.push({ type: 'rest', start: at, end: at, condition: this.#exit });
    this.#exit = undefined;
    this.#case = undefined;
    this.#fresh = true;
  }

  #semicolon(at: number): void {
    // The semicolons of `for (;;)` end nothing.
    if (this.#stack[this.#stack.length - 1]?.sign !== '(') this.#endStatement(at);
  }

  #head(keyword: string, at: number): void {
    const skip = this.#words[this.#index + 1] === 'await' ? 2 : 1;
    if (this.#words[this.#index + skip] !== '(') return;
    const otherwise = keyword === 'elseif';
    this.#pushHead(keyword, otherwise ? this.#elseStart(at) : at, skip, otherwise ? this.#elseOrigin() : 'bare');
  }

  #pushHead(word: string, at: number, skip: number, origin: ElseOrigin): void {
    this.#index += skip;
    this.#stack.push({ sign: '(', word, at, from: this.#at(0) + 1, origin });
    this.#closedAt = undefined;
  }

  #elseStart(at: number): number {
    return this.#closedAt ?? at;
  }

  #elseOrigin(): ElseOrigin {
    if (this.#closedAt !== undefined) return 'joined';
    return this.#index === 0 ? 'first' : 'bare';
  }

  #else(at: number): void {
    const start = this.#elseStart(at);
    const origin = this.#elseOrigin();
    const next = this.#keyword(1);
    if (next === 'if' && this.#words[this.#index + 2] === '(') this.#pushHead('elseif', start, 2, origin);
    else if (next === '{') {
      this.#index += 1;
      this.#branch(start, origin, undefined);
    } else if (next === ':' && this.#dialect.colons) {
      this.#index += 1;
      this.#colonBranch(start, undefined);
    } else {
      // `} else statement;` has no block to follow.
      if (origin === 'joined') this.#steps.push({ type: 'close', start, end: start + 1, closer: '}' });
      this.#fresh = true;
    }
    this.#closedAt = undefined;
  }

  #closeParen(at: number): void {
    const top = this.#stack[this.#stack.length - 1];
    if (top?.sign !== '(') return;
    this.#stack.pop();
    if (top.word === '') return;
    const { text, start } = trimmed(this.#text, top.from, at);
    const condition = { text, start, negated: false };
    const next = this.#keyword(1);
    if (next === '{') {
      this.#index += 1;
      this.#headBrace(top, condition);
    } else if (next === ':' && this.#dialect.colons) {
      this.#index += 1;
      this.#headColon(top, condition);
    } else {
      this.#fresh = true;
      if (top.word === 'if' && this.#dialect.exits.has(next)) this.#exit = condition;
    }
  }

  /** `if (…) {`, `} else if (…) {`, `for (…) {`, `switch (…) {` with the brace as the current token. */
  #headBrace(head: Paren, condition: StepCondition): void {
    const { word, at: start } = head;
    const end = this.#at(0) + 1;
    const header = this.#header(start);
    if (word === 'elseif') {
      this.#branch(start, head.origin, condition);
      return;
    }
    if (word === 'if') this.#steps.push({ type: 'open', kind: 'if', closer: '}', start, end, header, condition });
    else if (word === 'switch')
      this.#steps.push({ type: 'switch', closer: '}', start, end, header, subject: condition.text });
    else {
      const kind = LOOPS.has(word) ? 'loop' : 'other';
      this.#steps.push({ type: 'open', kind, closer: '}', start, end, header, quiet: kind === 'other' });
    }
    this.#pushBlock(word, condition);
  }

  /** A further branch with braces; the brace is the current token. */
  #branch(start: number, origin: ElseOrigin, condition: StepCondition | undefined): void {
    const end = this.#at(0) + 1;
    if (origin === 'bare') {
      this.#steps.push({ type: 'open', kind: 'other', closer: '}', start, end, header: 'else', quiet: true });
    } else {
      const resume = origin === 'first';
      this.#steps.push({ type: 'next', start, end, resume, ...(condition === undefined ? {} : { condition }) });
      this.#crosses ||= resume;
    }
    this.#pushBlock('else', condition);
  }

  #headColon(head: Paren, condition: StepCondition): void {
    const { word, at: start } = head;
    const end = this.#at(0) + 1;
    const header = this.#header(start);
    if (word === 'elseif') {
      this.#colonBranch(start, condition);
      return;
    }
    if (word === 'if') this.#steps.push({ type: 'open', kind: 'if', closer: 'endif', start, end, header, condition });
    else if (word === 'switch')
      this.#steps.push({ type: 'switch', closer: 'endswitch', start, end, header, subject: condition.text });
    else if (LOOPS.has(word))
      this.#steps.push({ type: 'open', kind: 'loop', closer: `end${word}`, start, end, header });
    else return;
    this.#depth += 1;
    this.#fresh = true;
  }

  #colonBranch(start: number, condition: StepCondition | undefined): void {
    const end = this.#at(0) + 1;
    this.#steps.push({ type: 'next', start, end, ...(condition === undefined ? {} : { condition }) });
    this.#crosses ||= this.#depth === 0;
    this.#fresh = true;
  }

  #closeColon(keyword: string, at: number): void {
    this.#steps.push({ type: 'close', start: at, end: at + keyword.length, closer: keyword });
    if (this.#depth === 0) this.#crosses = true;
    else this.#depth -= 1;
  }

  /** A brace that no keyword stands in front of: a function, a class, an object literal. */
  #plainBrace(at: number): void {
    const header = this.#header(this.#statementStart);
    const loop = this.#dialect.loopCall.test(header);
    const quiet = !loop && !/\b(?:function|class)\b|=>/.test(header);
    const kind = loop ? 'loop' : 'other';
    this.#steps.push({ type: 'open', kind, closer: '}', start: at, end: at + 1, header, quiet });
    this.#pushBlock('', undefined);
  }

  #header(start: number): string {
    return headline(this.#text.slice(start, Math.min(this.#at(0), start + 200)));
  }

  #pushBlock(word: string, condition: StepCondition | undefined): void {
    const block: Block = { sign: '{', word, condition, lastWord: '' };
    this.#stack.push(block);
    this.#blocks.push(block);
    this.#depth += 1;
    this.#fresh = true;
  }

  #closeBrace(at: number): void {
    while (this.#stack[this.#stack.length - 1]?.sign === '(') this.#stack.pop();
    this.#endStatement(at);
    this.#stack.pop();
    const block = this.#blocks.pop();
    if (block === undefined) this.#crosses = true;
    else this.#depth -= 1;
    const next = this.#keyword(1);
    if (next === 'else' || (next === 'elseif' && this.#words[this.#index + 2] === '(')) {
      this.#closedAt = at;
      return;
    }
    this.#steps.push({ type: 'close', start: at, end: at + 1, closer: '}' });
    if (block?.word === 'if' && block.condition !== undefined && this.#dialect.exits.has(block.lastWord)) {
      this.#steps.push({ type: 'rest', start: at + 1, end: at + 1, condition: block.condition });
    }
  }

  #caseWord(keyword: string, at: number): void {
    const block = this.#blocks[this.#blocks.length - 1];
    if (block !== undefined && block.word !== 'switch') return;
    this.#case = { at, from: at + keyword.length, nesting: this.#stack.length };
  }

  /** `case 'a':`; labels that follow each other directly are one branch. */
  #caseColon(at: number): void {
    const label = this.#case;
    if (label === undefined || label.nesting !== this.#stack.length) return;
    this.#case = undefined;
    this.#fresh = true;
    this.#crosses ||= this.#depth === 0;
    const { text, start } = trimmed(this.#text, label.from, at);
    if (text === '') {
      this.#steps.push({ type: 'next', start: label.at, end: at + 1 });
      return;
    }
    const last = this.#steps[this.#steps.length - 1];
    const fallsThrough = last?.type === 'case' && this.#text.slice(last.end, label.at).trim() === '';
    if (last?.type !== 'case' || !fallsThrough) {
      this.#steps.push({ type: 'case', start: label.at, end: at + 1, values: [text], valueStart: start, or: '||' });
      return;
    }
    this.#steps[this.#steps.length - 1] = { ...last, end: at + 1, values: [...last.values, text].slice(0, 64) };
  }
}
