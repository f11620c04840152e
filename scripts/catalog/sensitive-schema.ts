import { z } from 'zod';
import { foldedSpellings, foldLetters, splitWords } from '../../src/analyze/words.ts';
import type {
  SensitiveData,
  SensitiveLanguage,
  SensitiveMode,
  SensitiveStrength,
  SensitiveTerm,
  SensitiveTerms,
  SensitiveTraps,
} from '../../src/model/sensitive.ts';

/** The shortest word that may be continued (`stem`), and the shortest that may stand inside another (`part`). */
const MIN_STEM = 4;
const MIN_PART = 5;

const LANGUAGES = ['sv', 'en', 'de', 'nb', 'any'] as const satisfies readonly SensitiveLanguage[];
const STRENGTHS = ['reveals', 'in-context', 'weak'] as const satisfies readonly SensitiveStrength[];
const MODES = ['word', 'stem', 'part'] as const satisfies readonly SensitiveMode[];

const textSchema = z
  .string()
  .trim()
  .min(2)
  .refine((term) => splitWords(term).words.length > 0, 'no letters or digits');

const termSchema = z.union([
  textSchema,
  z.strictObject({ term: textSchema, stem: z.literal(true) }),
  z.strictObject({ term: textSchema, part: z.literal(true) }),
]);

type Term = z.infer<typeof termSchema>;

const termsSchema = z.array(termSchema).superRefine((terms, context) => {
  for (const [index, term] of terms.entries()) {
    const problem = problemOf(term);
    if (problem !== undefined) context.addIssue({ code: 'custom', path: [index], message: problem });
  }
});

const lawSchema = z.array(z.string().regex(/^[A-Z]{2,}(-[A-Z0-9]+)+$/, 'not a law id')).min(1);

/** One file of `rules/catalog/sensitive/`: a category and its terms, by language and strength. */
export const sensitiveFileSchema = z.strictObject({
  category: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: z.string().min(3),
  law: lawSchema,
  source: z.string().min(10),
  terms: z.partialRecord(z.enum(LANGUAGES), z.partialRecord(z.enum(STRENGTHS), termsSchema)),
});

/** `rules/catalog/sensitive/traps.yaml`: words and company in which no term counts. */
export const trapsFileSchema = z.strictObject({
  source: z.string().min(10),
  phrases: z.partialRecord(z.enum(LANGUAGES), termsSchema),
  company: z.array(
    z.strictObject({
      why: z.string().min(5),
      categories: z.array(z.string()).default([]),
      terms: z.array(z.string()).default([]),
      beside: z.array(termSchema).min(1),
    }),
  ),
});

export type SensitiveFile = z.infer<typeof sensitiveFileSchema>;
export type TrapsFile = z.infer<typeof trapsFileSchema>;

/**
 * Compiles checked files into the data that the matcher loads. Throws an `Error` that lists every contradiction between
 * the files: a term listed twice, a trap that names a category or a term that is not there.
 */
export function compileSensitive(files: readonly SensitiveFile[], traps: TrapsFile): SensitiveData {
  const problems: string[] = [];
  const seen = new Map<string, { readonly language: SensitiveLanguage; readonly where: string }[]>();
  const terms: SensitiveTerms[] = [];
  const known = new Set<string>();

  for (const [category, file] of files.entries()) {
    for (const language of LANGUAGES) {
      for (const strength of STRENGTHS) {
        const list = file.terms[language]?.[strength] ?? [];
        for (const term of list) {
          const text = textOf(term);
          known.add(text);
          const where = `${file.category}, ${language}, ${strength}`;
          const listed = seen.get(foldLetters(text)) ?? [];
          const clash = listed.find(
            (other) => [other.language, language].includes('any') || other.language === language,
          );
          if (clash !== undefined) problems.push(`"${text}" is listed twice (${clash.where}; ${where})`);
          seen.set(foldLetters(text), [...listed, { language, where }]);
        }
        terms.push(...byMode(list).map(([mode, texts]) => ({ category, language, strength, mode, terms: texts })));
      }
    }
  }

  for (const { categories, terms: names } of traps.company) {
    for (const id of categories) {
      if (!files.some((file) => file.category === id)) problems.push(`traps: no category "${id}"`);
    }
    for (const name of names) if (!known.has(name)) problems.push(`traps: no term "${name}"`);
  }
  if (problems.length > 0) throw new Error(`rules/catalog/sensitive: ${problems.join('; ')}`);

  return {
    categories: files.map(({ category, title, law }) => ({ id: category, title, law })),
    terms,
    traps: LANGUAGES.flatMap((language): SensitiveTraps[] =>
      byMode(traps.phrases[language] ?? []).map(([mode, phrases]) => ({ mode, language, phrases })),
    ),
    contextTraps: traps.company.map(({ categories, terms: names, beside }) => ({
      categories,
      terms: names,
      words: beside.filter((term) => modeOf(term) === 'word').map(compileTerm),
      stems: beside.filter((term) => modeOf(term) !== 'word').map(compileTerm),
    })),
  };
}

function byMode(terms: readonly Term[]): readonly (readonly [SensitiveMode, readonly SensitiveTerm[]])[] {
  return MODES.map((mode) => [mode, terms.filter((term) => modeOf(term) === mode).map(compileTerm)] as const).filter(
    ([, compiled]) => compiled.length > 0,
  );
}

/** ASCII words with capitals at most in front: lower case is all the folding that they need. */
const PLAIN = /^[A-Za-z][a-z]*(?:[ -][A-Za-z][a-z]*)*$/;

function compileTerm(term: Term): SensitiveTerm {
  const text = textOf(term);
  if (PLAIN.test(text)) return text;
  // As written too: in a text, `pH` falls into two words.
  const spellings = [...foldedSpellings(text), text].map((spelling) =>
    splitWords(spelling)
      .words.map((word) => word.text)
      .join(' '),
  );
  return [text, ...new Set(spellings)];
}

function textOf(term: Term): string {
  return typeof term === 'string' ? term : term.term;
}

function modeOf(term: Term): SensitiveMode {
  if (typeof term === 'string') return 'word';
  return 'part' in term ? 'part' : 'stem';
}

function problemOf(term: Term): string | undefined {
  const mode = modeOf(term);
  const words = splitWords(textOf(term)).words;
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  if (mode === 'stem' && letters < MIN_STEM) return `a stem needs ${MIN_STEM} letters: "${textOf(term)}"`;
  if (mode === 'part' && words.length > 1) return `a phrase cannot be part of a compound: "${textOf(term)}"`;
  if (mode === 'part' && letters < MIN_PART) return `a part needs ${MIN_PART} letters: "${textOf(term)}"`;
  return undefined;
}
