import type {
  SensitiveCategory,
  SensitiveCompany,
  SensitiveData,
  SensitiveLanguage,
  SensitiveMatch,
  SensitiveMatcher,
  SensitiveStrength,
  SensitiveTrap,
} from '../model/sensitive.ts';
import { createLexicon, type Lexicon, type LexiconHit } from './lexicon.ts';
import { splitWords, type Word } from './words.ts';

interface Meaning {
  readonly category: SensitiveCategory;
  readonly strength: SensitiveStrength;
  readonly language: SensitiveLanguage;
}

interface Lexicons {
  readonly terms: Lexicon<Meaning>;
  readonly traps: Lexicon<SensitiveTrap>;
  readonly company: Lexicon<SensitiveCompany>;
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
      if (words.words.length === 0) return [];
      const hits = lexicons.terms.find(text, words);
      if (hits.length === 0) return [];
      const trapped = coverage(words.words.length, lexicons.traps.find(text, words));
      const company = byWord(lexicons.company.find(text, words));
      const kept = hits.filter((hit) => !isTrapped(hit, trapped) && !isInCompany(hit, company));
      return chooseBest(kept, words.words.length).map((hit) => toMatch(hit, words.words));
    },
  };
}

function open({ categories, terms, traps, company }: SensitiveData): Lexicons {
  const values = terms.values.map(({ category: number, strength, language }): Meaning | undefined => {
    const category = categories[number];
    return category && { category, strength, language };
  });
  return {
    terms: createLexicon({ values, index: terms.index }),
    traps: createLexicon(traps, true),
    company: createLexicon(company),
  };
}

/** For every word, the index of the last word of the longest trap that starts at it or reaches over it; -1 for none. */
function coverage(length: number, traps: readonly LexiconHit<SensitiveTrap>[]): Int32Array {
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
