import { isFunctionWord } from './inflection.ts';
import { foldedSpellings, splitWords } from './words.ts';

/** Terms are kept by this many of their first letters. */
export const SEED = 4;
/** A phrase is also met written as one word (`pregnancytest`), unless it is so short that this is another word. */
const MIN_JOINED = 6;

/** The letters of a folded word, from an offset on, by which an index keeps what begins with them. */
export function seedAt(word: string, start: number): string {
  return word.slice(start, start + SEED);
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
