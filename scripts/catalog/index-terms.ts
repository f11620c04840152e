import { type NumberedTerm, plainSeeds, SEED_MARK } from '../../src/analyze/term-index.ts';
import { patternsOf, seedOf } from '../../src/analyze/term-patterns.ts';
import type { SensitiveIndex } from '../../src/model/sensitive.ts';

/** A term that begins with the letters of a seed. */
const PLAIN = /^\*?\p{L}{4}/u;

/** Writes terms as one text: one value after the other, the terms of each in the order of the alphabet, which packs best. */
export function indexTerms(terms: Iterable<NumberedTerm>): SensitiveIndex {
  const byValue: string[][] = [];
  for (const { term, value } of terms) {
    const same = byValue[value] ?? [];
    byValue[value] = same;
    same.push(term);
  }
  return Array.from(byValue, (same = []) => same.sort().map(writeTerm).join(',')).join('|');
}

/** The seeds of a term stand in front of it where they are not those that everybody would take. */
function writeTerm(term: string): string {
  const seeds = new Set([...patternsOf(term)].map(seedOf));
  const plain = PLAIN.test(term) ? plainSeeds(term) : [];
  const same = plain.length === seeds.size && plain.every((seed) => seeds.has(seed));
  return same ? term : [...seeds, term].join(SEED_MARK);
}
