import type { SensitiveDoses } from '../model/sensitive.ts';
import { createLexicon, type Lexicon, type LexiconHit } from './lexicon.ts';
import { foldLetters, type Words } from './words.ts';

/** A strength and its form stand within this many words of each other. */
const DISTANCE = 8;
const DIGIT = /^\p{Nd}/u;

/** Where a text names a strength and, not far from it, a dosage form: the words from one to the other. */
export type Dose = Omit<LexiconHit<unknown>, 'value'>;

/** Finds doses in texts that `splitWords` has cut. */
export function createDoseFinder({
  units,
  forms,
  unless,
}: SensitiveDoses): (text: string, words: Words) => Dose | undefined {
  const known = new Set(units.map(foldLetters));
  const formLexicon: Lexicon<unknown> = createLexicon(forms);
  const unlessLexicon: Lexicon<unknown> = createLexicon(unless);
  return (text, words) => {
    const unit = words.words.findIndex(
      ({ text: word }, at) => known.has(word) && DIGIT.test(words.words[at - 1]?.text ?? ''),
    );
    if (unit < 0 || unlessLexicon.find(text, words).length > 0) return undefined;
    for (const { term, first, last, letters } of formLexicon.find(text, words)) {
      if (first - unit > DISTANCE || unit - last > DISTANCE) continue;
      return { term, first: Math.min(first, unit - 1), last: Math.max(last, unit), letters, whole: true };
    }
    return undefined;
  };
}
