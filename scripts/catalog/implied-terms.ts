import type { NumberedTerm } from '../../src/analyze/term-index.ts';
import { patternsOf } from '../../src/analyze/term-patterns.ts';
import type { SensitiveMeaning } from '../../src/model/sensitive.ts';

/** In words shorter than this a part of a compound is met at the beginning only. */
const MIN_COMPOUND = 6;

/** The words that go on, of one category and strength, by how they are met. */
interface Kept {
  readonly stems: Set<string>;
  readonly parts: Set<string>;
}

/**
 * Leaves out words that go on where a shorter one says the same: the list of each language is written as a person would, so
 * that many hold `porno*`, and `alkoholist*` stands beside `alkoholis*`. What goes on is met in texts of every language, so one
 * of them is enough. `named`: terms that the traps call by name, which stay.
 */
export function withoutImplied(
  terms: readonly NumberedTerm[],
  meanings: readonly SensitiveMeaning[],
  named: ReadonlySet<string>,
): NumberedTerm[] {
  const keptByMeaning = new Map<string, Kept>();
  const dropped = new Set<NumberedTerm>();
  const open = terms.filter(({ term }) => /^\S+\*$/.test(term));
  // The shortest first; of equal ones those that are met anywhere in a word.
  for (const one of open.sort((a, b) => bareOf(a).length - bareOf(b).length || a.term.localeCompare(b.term))) {
    const { term, value } = one;
    const kept = keptOf(keptByMeaning, meanings[value]);
    const isPart = term.startsWith('*');
    const bare = [...patternsOf(term)].map((pattern) => pattern.replaceAll('*', ''));
    if (!named.has(bareOf(one)) && bare.every((word) => isImplied(word, isPart, kept))) dropped.add(one);
    else for (const word of bare) (isPart ? kept.parts : kept.stems).add(word);
  }
  return terms.filter((one) => !dropped.has(one));
}

function bareOf({ term }: NumberedTerm): string {
  return term.replaceAll('*', '');
}

function keptOf(keptByMeaning: Map<string, Kept>, meaning: SensitiveMeaning | undefined): Kept {
  const key = `${meaning?.category} ${meaning?.strength}`;
  const kept = keptByMeaning.get(key) ?? { stems: new Set(), parts: new Set() };
  keptByMeaning.set(key, kept);
  return kept;
}

/** Whether wherever the word is met, a kept one is met in the same word. */
function isImplied(word: string, isPart: boolean, { stems, parts }: Kept): boolean {
  for (let start = 0; start < word.length; start++) {
    if (start > 0 && word.length < MIN_COMPOUND) return false;
    for (let end = start + 1; end <= word.length; end++) {
      const piece = word.slice(start, end);
      if (parts.has(piece) || (start === 0 && !isPart && stems.has(piece))) return true;
    }
  }
  return false;
}
