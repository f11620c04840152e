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

/** Opens an index. No pattern is made of the terms: a text asks for few of them, and thousands would have to be loaded. */
export function openIndex(index: SensitiveIndex): TermIndex {
  const filter = new Uint8Array(HASHES);
  const bySeed = new Map<string, NumberedTerm[]>();
  for (const [value, same] of index.split('|').entries()) {
    for (const written of same.split(',')) {
      const seeds = written.split(SEED_MARK);
      const term = seeds.pop() ?? '';
      const isPart = term.startsWith('*');
      for (const seed of seeds.length > 0 ? seeds : plainSeeds(term)) {
        const hash = seedHash(seed, 0);
        filter[hash] = (filter[hash] ?? 0) | (isPart ? ANY_TERM | PART : ANY_TERM);
        const others = bySeed.get(seed);
        if (others === undefined) bySeed.set(seed, [{ term, value }]);
        else others.push({ term, value });
      }
    }
  }
  return {
    begins: (word, start, what) => ((filter[seedHash(word, start)] ?? 0) & what) !== 0,
    termsOf: (seed) => bySeed.get(seed),
  };
}

/** A number for the letters by which an index keeps what begins with them. */
function seedHash(word: string, start: number): number {
  const end = Math.min(start + SEED, word.length);
  let hash = 0;
  for (let at = start; at < end; at++) hash = (hash * 31 + word.charCodeAt(at)) & (HASHES - 1);
  return hash;
}
