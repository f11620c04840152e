import type {
  SensitiveCategory,
  SensitiveCompany,
  SensitiveData,
  SensitiveLanguage,
  SensitiveMatch,
  SensitiveMatcher,
  SensitiveMeaning,
  SensitiveStrength,
  SensitiveWord,
} from '../model/sensitive.ts';
import { createDoseFinder } from './dose.ts';
import { createLexicon, type Lexicon, type LexiconHit } from './lexicon.ts';
import { createPairFinder } from './pairs.ts';
import { splitWords, type Word, type Words } from './words.ts';

interface Meaning {
  readonly category: SensitiveCategory;
  readonly strength: SensitiveStrength;
  readonly language: SensitiveLanguage;
}

interface Lexicons {
  readonly terms: Lexicon<Meaning>;
  readonly traps: Lexicon<SensitiveWord>;
  readonly company: Lexicon<SensitiveCompany>;
  readonly findPairs: (text: string, words: Words) => readonly LexiconHit<Meaning>[];
  readonly findDose: (text: string, words: Words) => LexiconHit<Meaning> | undefined;
}

/** Company counts within this many words on either side. */
const COMPANY_DISTANCE = 10;

const RANK: Readonly<Record<SensitiveStrength, number>> = { reveals: 2, 'in-context': 1, weak: 0 };

/** A matcher for the compiled vocabulary. */
export function createSensitiveMatcher(data: SensitiveData): SensitiveMatcher {
  const lexicons = open(data);
  return {
    find(text) {
      const words = splitWords(text);
      const hits = free(withPairs(lexicons.terms.find(text, words), text, words, lexicons), text, words, lexicons);
      const chosen = chooseBest(hits, words.words.length);
      return withDose(chosen, text, words, lexicons).map((hit) => toMatch(hit, words.words));
    },
  };
}

function open({ categories, terms, traps, company, doses, pairs }: SensitiveData): Lexicons {
  const meaningOf = ({ category: number, strength, language }: SensitiveMeaning): Meaning | undefined => {
    const category = categories[number];
    return category && { category, strength, language };
  };
  const value = doses && meaningOf(doses.meaning);
  const findDose = doses && createDoseFinder(doses);
  return {
    terms: createLexicon({ values: terms.values.map(meaningOf), index: terms.index }),
    traps: createLexicon(traps, true),
    company: createLexicon(company),
    findPairs: pairs ? createPairFinder(pairs, meaningOf) : () => [],
    findDose(text, words) {
      const dose = findDose?.(text, words);
      return value && dose && { ...dose, value };
    },
  };
}

/** The hits that stand in no trap and in no company in which they do not count. */
function free(
  hits: readonly LexiconHit<Meaning>[],
  text: string,
  words: Words,
  { traps, company }: Lexicons,
): readonly LexiconHit<Meaning>[] {
  if (hits.length === 0) return hits;
  const trapped = coverage(words.words.length, traps.find(text, words));
  const companions = byWord(company.find(text, words));
  return hits.filter((hit) => !isTrapped(hit, trapped) && !isInCompany(hit, companions));
}

/** A pair tells nothing where one of its words tells as much by itself. */
function withPairs(
  hits: readonly LexiconHit<Meaning>[],
  text: string,
  words: Words,
  { findPairs }: Lexicons,
): readonly LexiconHit<Meaning>[] {
  const pairs = findPairs(text, words).filter(
    (pair) =>
      !hits.some(
        ({ first, last, value }) =>
          first <= pair.last && last >= pair.first && RANK[value.strength] >= RANK[pair.value.strength],
      ),
  );
  return pairs.length === 0 ? hits : [...hits, ...pairs];
}

/** A dose tells of a medicine where nothing else in the text says what it is. */
function withDose(
  chosen: readonly LexiconHit<Meaning>[],
  text: string,
  words: Words,
  lexicons: Lexicons,
): readonly LexiconHit<Meaning>[] {
  if (chosen.some(({ value }) => value.strength !== 'weak')) return chosen;
  const found = lexicons.findDose(text, words);
  const [dose] = free(found === undefined ? [] : [found], text, words, lexicons);
  if (dose === undefined || chosen.some(({ first, last }) => first < dose.first || last > dose.last)) return chosen;
  return [dose];
}

/** For every word, the index of the last word of the longest trap that starts at it or reaches over it; -1 for none. */
function coverage(length: number, traps: readonly LexiconHit<SensitiveWord>[]): Int32Array {
  const reach = new Int32Array(length).fill(-1);
  for (const { first, last } of traps) reach[first] = Math.max(reach[first] ?? -1, last);
  for (let at = 1; at < length; at++) {
    const before = reach[at - 1] ?? -1;
    if (before >= at) reach[at] = Math.max(reach[at] ?? -1, before);
  }
  return reach;
}

/** A term that reaches beyond a trap is more specific than the trap, and stays. */
function isTrapped(hit: LexiconHit<Meaning>, reach: Int32Array): boolean {
  return (reach[hit.first] ?? -1) >= hit.last;
}

type Company = ReadonlyMap<number, readonly SensitiveCompany[]>;

/** The context traps whose company begins or ends at a word, by the word's index. */
function byWord(hits: readonly LexiconHit<SensitiveCompany>[]): Company {
  const company = new Map<number, SensitiveCompany[]>();
  for (const { value, first, last } of hits) {
    for (const at of first === last ? [first] : [first, last]) {
      const traps = company.get(at);
      if (traps === undefined) company.set(at, [value]);
      else traps.push(value);
    }
  }
  return company;
}

/** Words of the hit itself are no company: "cat allergy" is about a person. */
function isInCompany(hit: LexiconHit<Meaning>, company: Company): boolean {
  if (company.size === 0) return false;
  const { term, value } = hit;
  for (let at = hit.first - COMPANY_DISTANCE; at <= hit.last + COMPANY_DISTANCE; at++) {
    if (at >= hit.first && at <= hit.last) continue;
    for (const trap of company.get(at) ?? []) {
      if (trap.terms.includes(term) || trap.categories.includes(value.category.id)) return true;
    }
  }
  return false;
}

/**
 * Of hits that share a word keeps the one that spans most words, then one that is the whole word rather than a part of a
 * compound, then the strongest (`klamydiainfektion` is about `klamydia`), then the longest.
 */
function chooseBest(hits: readonly LexiconHit<Meaning>[], length: number): LexiconHit<Meaning>[] {
  const taken = new Uint8Array(length);
  const chosen: LexiconHit<Meaning>[] = [];
  const ranked = [...hits].sort(
    (a, b) =>
      b.last - b.first - (a.last - a.first) ||
      Number(b.whole) - Number(a.whole) ||
      RANK[b.value.strength] - RANK[a.value.strength] ||
      b.letters - a.letters,
  );
  for (const hit of ranked) {
    let free = true;
    for (let at = hit.first; at <= hit.last; at++) free &&= taken[at] === 0;
    if (!free) continue;
    taken.fill(1, hit.first, hit.last + 1);
    chosen.push(hit);
  }
  return chosen.sort((a, b) => a.first - b.first);
}

function toMatch({ value, term, first, last }: LexiconHit<Meaning>, words: readonly Word[]): SensitiveMatch {
  const { category, strength, language } = value;
  const start = words[first]?.start ?? 0;
  const end = words[last]?.end ?? start;
  return { category: category.id, strength, term, language, start, end, law: category.law };
}
