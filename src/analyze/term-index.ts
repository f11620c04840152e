import type { SensitiveIndex } from '../model/sensitive.ts';
import { SEED, seedAt } from './term-patterns.ts';
import { foldedSpellings } from './words.ts';

/** A term of the vocabulary, and the number of the value that it stands for. */
export interface NumberedTerm {
  readonly term: string;
  readonly value: number;
}

/** What the first letters of words may begin: any term, and one that stands inside words, too. */
export const ANY_TERM = 1;
export const PART = 2;

/** An index that is open: which terms may begin with which letters. */
export interface TermIndex {
  /** Whether a term may begin with the letters of a word from an offset on. Seldom wrongly true, never wrongly false. */
  begins(word: string, start: number, what: number): boolean;
  /** The terms of which a pattern begins with a seed. */
  termsOf(seed: string): readonly NumberedTerm[] | undefined;
}

/** Between the seeds of a term, and in front of the term behind them. */
export const SEED_MARK = '=';
/** Many times as many as there are seeds; a power of two. */
const HASHES = 65_536;
const FOLDED = /^[a-z]+$/;

/** The seeds of a term that begins with enough letters, one for each way to fold them. */
export function plainSeeds(term: string): readonly string[] {
  const letters = seedAt(term, term.startsWith('*') ? 1 : 0);
  if (FOLDED.test(letters)) return [letters];
  return foldedSpellings(letters).map((spelling) => seedAt(spelling, 0));
}

const STAR = 42;
/** Letters that a list has for each of its entries at the least: those of a term, and what stands behind it. */
const MIN_WRITTEN = 2;

/**
 * Opens an index. Terms are chained by a number of their first letters, from the last to the first, and are read when somebody asks
 * for such letters. Only numbers are kept until then: to make a thing of each of the thousands takes longer than all that is asked.
 */
export function openIndex(index: SensitiveIndex): TermIndex {
  const filter = new Uint8Array(HASHES);
  const newest = new Int32Array(HASHES).fill(-1);
  const entries = new Entries(Math.ceil(index.length / MIN_WRITTEN) + 1);
  const add = (hash: number, start: number, end: number, value: number, what: number): void => {
    const before = newest[hash] ?? -1;
    // Two ways to fold a term may have the same number.
    if (before >= 0 && entries.start(before) === start) return;
    filter[hash] = (filter[hash] ?? 0) | what;
    newest[hash] = entries.push(start, end, value, before);
  };
  const behind = (mark: string, from: number): number => {
    const at = index.indexOf(mark, from);
    return at < 0 ? index.length : at;
  };
  let value = 0;
  let comma = behind(',', 0);
  let bar = behind('|', 0);
  let seeds = behind(SEED_MARK, 0);
  for (let start = 0, end = 0; start < index.length; start = end + 1) {
    if (comma < start) comma = behind(',', start);
    end = Math.min(comma, bar);
    if (end > start) {
      const isSeeded = seeds < end;
      const term = isSeeded ? index.lastIndexOf(SEED_MARK, end - 1) + 1 : start;
      const isPart = index.charCodeAt(term) === STAR;
      const what = isPart ? ANY_TERM | PART : ANY_TERM;
      const hash = isSeeded ? -1 : plainHash(index, isPart ? start + 1 : start, end);
      if (hash >= 0) add(hash, start, end, value, what);
      else for (const seed of seedsIn(index.slice(start, end))) add(seedHash(seed, 0), start, end, value, what);
      if (isSeeded) seeds = behind(SEED_MARK, end);
    }
    if (end !== bar) continue;
    value++;
    bar = behind('|', end + 1);
  }
  const known = new Map<string, readonly NumberedTerm[] | undefined>();
  return {
    begins: (word, from, what) => ((filter[seedHash(word, from)] ?? 0) & what) !== 0,
    termsOf: (seed) => {
      if (known.has(seed)) return known.get(seed);
      const terms: NumberedTerm[] = [];
      for (let at = newest[seedHash(seed, 0)] ?? -1; at >= 0; at = entries.before(at)) {
        const written = index.slice(entries.start(at), entries.end(at));
        if (seedsIn(written).includes(seed)) terms.push({ term: termIn(written), value: entries.value(at) });
      }
      const found = terms.length > 0 ? terms.reverse() : undefined;
      known.set(seed, found);
      return found;
    },
  };
}

/** Where terms are written, what they stand for, and which is before each under the same number. */
class Entries {
  readonly #numbers: Int32Array;
  #length = 0;

  constructor(most: number) {
    this.#numbers = new Int32Array(4 * most);
  }

  push(start: number, end: number, value: number, before: number): number {
    const at = 4 * this.#length;
    this.#numbers[at] = start;
    this.#numbers[at + 1] = end;
    this.#numbers[at + 2] = value;
    this.#numbers[at + 3] = before;
    return this.#length++;
  }

  start(entry: number): number {
    return this.#numbers[4 * entry] ?? 0;
  }

  end(entry: number): number {
    return this.#numbers[4 * entry + 1] ?? 0;
  }

  value(entry: number): number {
    return this.#numbers[4 * entry + 2] ?? 0;
  }

  before(entry: number): number {
    return this.#numbers[4 * entry + 3] ?? -1;
  }
}

function termIn(written: string): string {
  return written.slice(written.lastIndexOf(SEED_MARK) + 1);
}

function seedsIn(written: string): readonly string[] {
  const parts = written.split(SEED_MARK);
  return parts.length > 1 ? parts.slice(0, -1) : plainSeeds(written);
}

/** The number of the letters from an offset on; -1 where they have to be folded. */
function plainHash(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < start + SEED && at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 97 || code > 122) return -1;
    hash = nextHash(hash, code);
  }
  return hash;
}

/** A number for the letters by which an index keeps what begins with them. */
function seedHash(word: string, start: number): number {
  const end = Math.min(start + SEED, word.length);
  let hash = 0;
  for (let at = start; at < end; at++) hash = nextHash(hash, word.charCodeAt(at));
  return hash;
}

function nextHash(hash: number, code: number): number {
  return (hash * 31 + code) & (HASHES - 1);
}
