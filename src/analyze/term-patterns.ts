import type { SensitiveIndex } from '../model/sensitive.ts';
import { isFunctionWord } from './inflection.ts';
import { foldedSpellings, splitWords } from './words.ts';

/** Terms are kept by this many of their first letters. */
export const SEED = 4;
/** In a term, stands for the letters that it is kept by. */
const SEED_MARK = '~';
/** Before the letters under which terms stand that are met under others, too. */
const ELSEWHERE = '>';
/** Between the terms and the numbers of their values. */
const VALUES = '\n';
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

/** The terms that are kept by the same letters, as they are written: groups of one value, and the numbers of these values. */
export interface WrittenTerms {
  readonly groups: string;
  readonly values: string;
}

/**
 * Sorts terms by the first letters of the patterns under which they are met. A term is written once: where it is met under
 * other letters, too (`Rückgrat` is typed `rueckgrat`), those name the letters under which it stands. Numbers of values stand
 * apart from words, which are packed better without them.
 */
export function indexTerms(terms: Iterable<NumberedTerm>): SensitiveIndex {
  const bySeed = new Map<string, Map<number, string[]>>();
  const elsewhere = new Map<string, Set<string>>();
  for (const { term, value } of terms) {
    const [seed = '', ...others] = new Set([...patternsOf(term)].map(seedOf));
    const byValue = bySeed.get(seed) ?? new Map<number, string[]>();
    bySeed.set(seed, byValue);
    byValue.set(value, [...(byValue.get(value) ?? []), term]);
    for (const other of others) elsewhere.set(other, (elsewhere.get(other) ?? new Set<string>()).add(seed));
  }
  const written = [...new Set([...bySeed.keys(), ...elsewhere.keys()])].map((seed) =>
    writeTerms(seed, bySeed.get(seed) ?? new Map(), [...(elsewhere.get(seed) ?? [])]),
  );
  return [written.map(({ groups }) => groups), written.map(({ values }) => values)]
    .map((texts) => texts.join(';'))
    .join(VALUES);
}

function writeTerms(
  seed: string,
  byValue: ReadonlyMap<number, readonly string[]>,
  elsewhere: readonly string[],
): WrittenTerms {
  const groups = [...byValue.values()].map((terms) => terms.map((term) => term.replace(seed, SEED_MARK)).join(','));
  const text = [...groups, ...elsewhere.map((other) => ELSEWHERE + other)].join('|');
  // The first term tells the letters, if it begins with them.
  const told = seed.length === SEED ? text.replace(/^(\*?)~/, `$1${seed}`) : text;
  return {
    groups: told === text ? `${seed}:${text}` : told,
    values: [...byValue.keys()].map(writeValue).join(''),
  };
}

function writeValue(value: number): string {
  const digits = value.toString(RADIX).padStart(DIGITS, '0');
  if (digits.length > DIGITS) throw new Error(`more values than ${DIGITS} digits can number: ${value}`);
  return digits;
}

/** The terms of every seed, still as they are written. */
export function readIndex(index: SensitiveIndex): ReadonlyMap<string, WrittenTerms> {
  const bySeed = new Map<string, WrittenTerms>();
  const [texts = '', numbers = ''] = index.split(VALUES);
  const values = numbers.split(';');
  for (const [at, text] of (texts === '' ? [] : texts.split(';')).entries()) {
    const end = text.indexOf(':');
    const seed = end < 0 ? seedAt(text, text.startsWith('*') ? 1 : 0) : text.slice(0, end);
    bySeed.set(seed, { groups: text.slice(end + 1), values: values[at] ?? '' });
  }
  return bySeed;
}

/** Undoes `indexTerms` for one seed: the terms that are met under it, and others that stand among those. */
export function readTerms(index: ReadonlyMap<string, WrittenTerms>, seed: string): NumberedTerm[] {
  const elsewhere = (index.get(seed)?.groups.split('|') ?? []).filter((group) => group.startsWith(ELSEWHERE));
  return [seed, ...elsewhere.map((group) => group.slice(ELSEWHERE.length))].flatMap((own) => readOwn(index, own));
}

/** The terms that stand under a seed itself. */
function readOwn(index: ReadonlyMap<string, WrittenTerms>, seed: string): NumberedTerm[] {
  const own = index.get(seed);
  if (own === undefined) return [];
  const { groups, values } = own;
  return groups
    .split('|')
    .flatMap((group, at) =>
      group.startsWith(ELSEWHERE) ? [] : readGroup(group, values.slice(at * DIGITS, (at + 1) * DIGITS), seed),
    );
}

function readGroup(group: string, digits: string, seed: string): NumberedTerm[] {
  const value = Number.parseInt(digits, RADIX);
  return group.split(',').map((term) => ({ term: term.replace(SEED_MARK, seed), value }));
}

/** A term that may stand inside a word; of those that stand elsewhere any may. */
const PART = /(?:^|[,|])\*|>/;

/** Whether a term of a seed may stand inside a word. */
export function hasParts({ groups }: WrittenTerms): boolean {
  return PART.test(groups);
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
