import type { SensitiveDoses } from '../model/sensitive.ts';
import { createLexicon, type Lexicon, type LexiconHit } from './lexicon.ts';
import { foldLetters, type Word, type Words } from './words.ts';

/** A strength and its form stand within this many words of each other. */
const DISTANCE = 8;
/** A text that is nothing but a name and a strength has at most this many words of a name. */
const MAX_NAME = 2;
const DIGIT = /^\p{Nd}/u;
/** Of what a strength is one: milligrams in a millilitre. */
const PER = /^\s?\/\s?\p{Nd}*\s?(?:ml|g|dos|dose|dosis)\b/iu;

/** Where a text names a strength and, not far from it, a dosage form: the words from one to the other. */
export type Dose = Omit<LexiconHit<unknown>, 'value'>;

/** Finds doses in texts that `splitWords` has cut. */
export function createDoseFinder({
  units,
  packs,
  forms,
  unless,
}: SensitiveDoses): (text: string, words: Words) => Dose | undefined {
  const known = new Set(units.map(foldLetters));
  const packed = new Set(packs.map(foldLetters));
  const formLexicon: Lexicon<unknown> = createLexicon(forms);
  const unlessLexicon: Lexicon<unknown> = createLexicon(unless);

  /** The whole text is a name, a strength and the size of a pack, as on a label: "Waran 2,5 mg 100 st". */
  const isLabel = (words: readonly Word[], unit: number): boolean => {
    const [name] = words;
    if (name === undefined || DIGIT.test(name.text)) return false;
    const others = words.filter(({ text }, at) => at !== unit && !DIGIT.test(text) && !packed.has(text));
    return others.length <= MAX_NAME && others.every(({ text }) => text.length > 2);
  };

  return (text, words) => {
    const all = words.words;
    const unit = all.findIndex(({ text: word }, at) => known.has(word) && DIGIT.test(all[at - 1]?.text ?? ''));
    if (unit < 0 || unlessLexicon.find(text, words).length > 0) return undefined;
    for (const { term, first, last, letters } of formLexicon.find(text, words)) {
      if (first - unit > DISTANCE || unit - last > DISTANCE) continue;
      return { term, first: Math.min(first, unit - 1), last: Math.max(last, unit), letters, whole: true };
    }
    if (!isLabel(all, unit) && !PER.test(text.slice(all[unit]?.end))) return undefined;
    const term = all[unit]?.text ?? '';
    return { term, first: Math.max(unit - 1, 0), last: unit, letters: term.length, whole: true };
  };
}
