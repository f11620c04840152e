import { z } from 'zod';
import { MIN_PART, MIN_STEM } from '../../src/analyze/lexicon.ts';
import type { NumberedTerm } from '../../src/analyze/term-index.ts';
import { foldLetters, splitWords } from '../../src/analyze/words.ts';
import {
  SENSITIVE_LANGUAGES,
  type SensitiveData,
  type SensitiveLanguage,
  type SensitiveLexicon,
  type SensitiveMeaning,
  type SensitivePairs,
  type SensitivePairWord,
  type SensitiveStrength,
  type SensitiveWord,
} from '../../src/model/sensitive.ts';
import { withoutImplied } from './implied-terms.ts';
import { indexTerms } from './index-terms.ts';

/** The shortest part of a compound that says something by itself. */
const MIN_LONE_PART = 5;
/** The shortest word that may go on by itself; in a phrase the other words say enough for a shorter one. */
const MIN_LONE_STEM = 4;

const STRENGTHS = ['reveals', 'in-context', 'weak'] as const satisfies readonly SensitiveStrength[];

/** A term of words that go on has at least these letters. */
interface Least {
  readonly part: number;
  readonly stem: number;
}

function termsOf(least: Least) {
  return z.array(
    z
      .string()
      .trim()
      .min(2)
      .superRefine((term, context) => {
        const message = problemOf(term, least);
        if (message !== undefined) context.addIssue({ code: 'custom', message });
      }),
  );
}

const termsSchema = termsOf({ part: MIN_LONE_PART, stem: MIN_LONE_STEM });
/** Words of a pair have each other for support. */
const pairedSchema = termsOf({ part: MIN_PART, stem: MIN_STEM }).min(1);

const lawSchema = z.array(z.string().regex(/^[A-Z]{2,}(-[A-Z0-9]+)+$/, 'not a law id')).min(1);

/** One file of `rules/catalog/sensitive/`: a category and its terms, by language and strength. */
export const sensitiveFileSchema = z.strictObject({
  category: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: z.string().min(3),
  law: lawSchema,
  source: z.string().min(10),
  terms: z.partialRecord(z.enum(SENSITIVE_LANGUAGES), z.partialRecord(z.enum(STRENGTHS), termsSchema)),
});

/** `rules/catalog/sensitive/traps.yaml`: words and company in which no term counts. */
export const trapsFileSchema = z.strictObject({
  source: z.string().min(10),
  phrases: z.partialRecord(z.enum(SENSITIVE_LANGUAGES), termsSchema),
  company: z.array(
    z.strictObject({
      why: z.string().min(5),
      categories: z.array(z.string()).default([]),
      terms: z.array(z.string()).default([]),
      beside: termsSchema.min(1),
    }),
  ),
});

/** `rules/catalog/sensitive/doses.yaml`: strengths and dosage forms. */
export const dosesFileSchema = z.strictObject({
  source: z.string().min(10),
  category: z.string(),
  strength: z.enum(STRENGTHS),
  units: z.array(z.string().min(2)).min(1),
  packs: z.array(z.string()).min(1),
  forms: z.partialRecord(z.enum(SENSITIVE_LANGUAGES), termsSchema),
  unless: termsSchema,
});

/** `rules/catalog/sensitive/taxonomies.yaml`: ids of product categories, behind what they are written after. */
export const taxonomiesFileSchema = z.strictObject({
  source: z.string().min(10),
  taxonomies: z.array(
    z.strictObject({
      prefixes: z.array(z.string().min(5)).min(1),
      terms: z.record(z.string(), z.partialRecord(z.enum(STRENGTHS), z.record(z.string(), z.string().min(3)))),
    }),
  ),
});

/** `rules/catalog/sensitive/pairs.yaml`: words that tell something in each other's company only. */
export const pairsFileSchema = z.strictObject({
  source: z.string().min(10),
  pairs: z.array(
    z.strictObject({
      why: z.string().min(5),
      category: z.string(),
      strength: z.enum(STRENGTHS),
      words: z.partialRecord(z.enum(SENSITIVE_LANGUAGES), z.strictObject({ one: pairedSchema, other: pairedSchema })),
    }),
  ),
});

export type PairsFile = z.infer<typeof pairsFileSchema>;
export type TaxonomiesFile = z.infer<typeof taxonomiesFileSchema>;
export type DosesFile = z.infer<typeof dosesFileSchema>;
export type SensitiveFile = z.infer<typeof sensitiveFileSchema>;
export type TrapsFile = z.infer<typeof trapsFileSchema>;

/** The files of the vocabulary, checked one by one. */
export interface SensitiveFiles {
  readonly categories: readonly SensitiveFile[];
  readonly traps: TrapsFile;
  readonly doses: DosesFile;
  readonly taxonomies: TaxonomiesFile;
  readonly pairs: PairsFile;
}

/**
 * Compiles checked files into the data that the matcher loads. Throws an `Error` that lists every contradiction between
 * the files: a term listed twice, a trap that names a category or a term that is not there.
 */
export function compileSensitive({
  categories: files,
  traps,
  doses,
  taxonomies,
  pairs,
}: SensitiveFiles): SensitiveData {
  const problems: string[] = [];
  const seen = new Map<string, { readonly language: SensitiveLanguage; readonly where: string }[]>();
  const meanings: SensitiveMeaning[] = [];
  const terms: NumberedTerm[] = [];
  const known = new Set<string>();

  for (const [category, file] of files.entries()) {
    for (const language of SENSITIVE_LANGUAGES) {
      for (const strength of STRENGTHS) {
        const list = file.terms[language]?.[strength] ?? [];
        for (const term of list) {
          const text = withoutMarks(term);
          known.add(text);
          const where = `${file.category}, ${language}, ${strength}`;
          const listed = seen.get(foldLetters(text)) ?? [];
          const clash = listed.find(
            (other) => [other.language, language].includes('any') || other.language === language,
          );
          if (clash !== undefined) problems.push(`"${text}" is listed twice (${clash.where}; ${where})`);
          seen.set(foldLetters(text), [...listed, { language, where }]);
        }
        if (list.length === 0) continue;
        terms.push(...list.map((term) => ({ term, value: meanings.length })));
        meanings.push({ category, language, strength });
      }
    }
  }

  for (const { prefixes, terms: byCategory } of taxonomies.taxonomies) {
    for (const [id, byStrength] of Object.entries(byCategory)) {
      const category = files.findIndex((file) => file.category === id);
      if (category < 0) problems.push(`taxonomies: no category "${id}"`);
      for (const strength of STRENGTHS) {
        const ids = Object.keys(byStrength[strength] ?? {});
        for (const prefix of prefixes)
          terms.push(...ids.map((number) => ({ term: `${prefix} ${number}`, value: meanings.length })));
        if (ids.length > 0) meanings.push({ category, language: 'any', strength });
      }
    }
  }

  for (const { categories, terms: names } of traps.company) {
    for (const id of categories) {
      if (!files.some((file) => file.category === id)) problems.push(`traps: no category "${id}"`);
    }
    for (const name of names) if (!known.has(name)) problems.push(`traps: no term "${name}"`);
  }
  const dosed = files.findIndex(({ category }) => category === doses.category);
  if (dosed < 0) problems.push(`doses: no category "${doses.category}"`);
  for (const { category: id } of pairs.pairs) {
    if (!files.some(({ category }) => category === id)) problems.push(`pairs: no category "${id}"`);
  }
  if (problems.length > 0) throw new Error(`rules/catalog/sensitive: ${problems.join('; ')}`);

  const named = new Set(traps.company.flatMap(({ terms: names }) => names));
  return {
    categories: files.map(({ category, title, law }) => ({ id: category, title, law })),
    terms: { values: meanings, index: indexTerms(withoutImplied(terms, meanings, named)) },
    traps: byLanguage(traps.phrases),
    company: {
      values: traps.company.map(({ categories, terms: names }) => ({ language: 'any', categories, terms: names })),
      index: indexTerms(traps.company.flatMap(({ beside }, value) => numbered(beside, value))),
    },
    doses: {
      meaning: { category: dosed, language: 'any', strength: doses.strength },
      units: doses.units,
      packs: doses.packs,
      forms: byLanguage(doses.forms),
      unless: byLanguage({ any: doses.unless }),
    },
    pairs: compilePairs(pairs, files),
  };
}

function compilePairs({ pairs }: PairsFile, files: readonly SensitiveFile[]): SensitivePairs {
  const meanings: SensitiveMeaning[] = [];
  const values: SensitivePairWord[] = [];
  const terms: NumberedTerm[] = [];
  for (const { category: id, strength, words } of pairs) {
    const category = files.findIndex(({ category: other }) => other === id);
    for (const language of SENSITIVE_LANGUAGES) {
      const lists = words[language];
      if (lists === undefined) continue;
      for (const [side, list] of [
        [0, lists.one],
        [1, lists.other],
      ] as const) {
        terms.push(...numbered(list, values.length));
        values.push({ language, pair: meanings.length, side });
      }
      meanings.push({ category, language, strength });
    }
  }
  return { meanings, words: { values, index: indexTerms(terms) } };
}

/** A lexicon of words that stand for nothing but themselves. */
function byLanguage(
  terms: Partial<Readonly<Record<SensitiveLanguage, readonly string[]>>>,
): SensitiveLexicon<SensitiveWord> {
  const languages = SENSITIVE_LANGUAGES.filter((language) => terms[language]);
  return {
    values: languages.map((language) => ({ language })),
    index: indexTerms(languages.flatMap((language, value) => numbered(terms[language] ?? [], value))),
  };
}

function numbered(terms: readonly string[], value: number): NumberedTerm[] {
  return terms.map((term) => ({ term, value }));
}

function withoutMarks(term: string): string {
  return term.replaceAll('*', '');
}

function problemOf(term: string, least: Least): string | undefined {
  if (/[:|,=]/.test(term)) return `no colons, bars, commas or equals signs: "${term}"`;
  const words = term.split(/[ -]/);
  for (const word of words) {
    const letters = splitWords(word).words.reduce((sum, { text }) => sum + text.length, 0);
    if (letters === 0) return `no letters or digits: "${word}"`;
    if (!word.endsWith('*') && !word.startsWith('*')) continue;
    if (!word.endsWith('*')) return `a word cannot be the end of a compound only: "${word}"`;
    if (word.startsWith('*') && words.length > 1) return `a phrase cannot be part of a compound: "${term}"`;
    if (word.startsWith('*') && letters < least.part) return `a part needs ${least.part} letters: "${word}"`;
    const stem = words.length > 1 ? MIN_STEM : least.stem;
    if (letters < stem) return `a stem needs ${stem} letters: "${word}"`;
  }
  return undefined;
}
