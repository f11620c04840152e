import type { SensitiveIndex } from '../model/sensitive.ts';
import { isFunctionWord } from './inflection.ts';
import { foldedSpellings, splitWords } from './words.ts';

/** Terms are kept by this many of their first letters. */
export const SEED = 4;
/** In a term, stands for the letters that it is kept by. */
const SEED_MARK = '~';
/** Values are numbered in a base in which two digits are enough for all of them. */
const RADIX = 36;
const DIGITS = 2;
/** A phrase is also met written as one word (`pregnancytest`), unless it is so short that this is another word. */
const MIN_JOINED = 6;

/** The letters of a folded word, from an offset on, by which an index keeps what begins with them. */
export function seedAt(word: string, start: number): string {
  return word.slice(start, start + SEED);
}

/** A term of the vocabulary, and the number of the value that it stands for. */
export interface NumberedTerm {
  readonly term: string;
  readonly value: number;
}

/** Sorts terms by the first letters of the patterns under which they are met. */
export function indexTerms(terms: Iterable<NumberedTerm>): SensitiveIndex {
  const bySeed = new Map<string, Map<number, string[]>>();
  for (const { term, value } of terms) {
    const seeds = new Set([...patternsOf(term)].map(seedOf));
    for (const seed of seeds) {
      const byValue = bySeed.get(seed) ?? new Map<number, string[]>();
      bySeed.set(seed, byValue);
      byValue.set(value, [...(byValue.get(value) ?? []), term]);
    }
  }
  return [...bySeed].map(([seed, byValue]) => `${seed}:${writeTerms(byValue, seed)}`).join(';');
}

function writeTerms(byValue: ReadonlyMap<number, readonly string[]>, seed: string): string {
  const texts = [...byValue].map(
    ([value, terms]) => writeValue(value) + terms.map((term) => term.replace(seed, SEED_MARK)).join(','),
  );
  return texts.join('|');
}

function writeValue(value: number): string {
  const digits = value.toString(RADIX).padStart(DIGITS, '0');
  if (digits.length > DIGITS) throw new Error(`more values than ${DIGITS} digits can number: ${value}`);
  return digits;
}

/** The terms of every seed, still as they are written. */
export function readIndex(index: SensitiveIndex): ReadonlyMap<string, string> {
  const bySeed = new Map<string, string>();
  for (const entry of index.split(';')) {
    const end = entry.indexOf(':');
    if (end > 0) bySeed.set(entry.slice(0, end), entry.slice(end + 1));
  }
  return bySeed;
}

/** Undoes `indexTerms` for the terms of one seed. */
export function readTerms(text: string, seed: string): NumberedTerm[] {
  return text.split('|').flatMap((entry) => {
    const value = Number.parseInt(entry.slice(0, DIGITS), RADIX);
    return entry
      .slice(DIGITS)
      .split(',')
      .map((term) => ({ term: term.replace(SEED_MARK, seed), value }));
  });
}

/** A term that may stand inside a word, in the text of a seed. */
const PART = /(?:,|(?:^|\|)..)\*/;

/** Whether a term of a seed, as it is written, may stand inside a word. */
export function hasParts(text: string): boolean {
  return PART.test(text);
}

/**
 * The patterns under which a term is met: folded words with a space between them, and the words of a phrase as one word.
 * As in the term, `*` marks where a word may go on.
 */
export function patternsOf(term: string): ReadonlySet<string> {
  const patterns = new Set<string>();
  // As written too: in a text, `pH` falls into two words.
  for (const spelling of [...foldedSpellings(term), term]) {
    const words = spelling
      .split(/[ -]/)
      .flatMap(foldWord)
      .filter((word, at, all) => at === 0 || at === all.length - 1 || !isFunctionWord(word));
    patterns.add(words.join(' '));
    const joined = words.join('');
    // Of several words only the last may go on when they are written as one.
    if (words.length > 1 && joined.length >= MIN_JOINED && !joined.slice(0, -1).includes('*')) patterns.add(joined);
  }
  return patterns;
}

/** The seed of a pattern. */
export function seedOf(pattern: string): string {
  const first = pattern.startsWith('*') ? pattern.slice(1) : pattern;
  return seedAt(first.split(/[ *]/)[0] ?? '', 0);
}

/** The words that a word with its marks falls into, the marks outside them. */
function foldWord(word: string): string[] {
  const words = splitWords(word).words.map(({ text }) => text);
  if (word.startsWith('*')) return [`*${words.join('')}*`];
  if (!word.endsWith('*')) return words;
  return words.map((text, at) => (at === words.length - 1 ? `${text}*` : text));
}
