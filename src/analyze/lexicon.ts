import type { SensitiveLanguage, SensitiveMode } from '../model/sensitive.ts';
import { basicForms } from './inflection.ts';
import { createSubstringIndex, SEED } from './substring-index.ts';
import type { Word, Words } from './words.ts';

/** A word or phrase of a lexicon, with what it stands for. */
export interface LexiconEntry<T> {
  /** As a person writes it. */
  readonly term: string;
  /** Folded, with spaces or hyphens between the words. */
  readonly spellings: readonly string[];
  readonly mode: SensitiveMode;
  readonly language: SensitiveLanguage;
  readonly value: T;
}

/** An entry found in a text, as a range of words. */
export interface LexiconHit<T> {
  readonly entry: LexiconEntry<T>;
  /** Indexes of the first and the last word, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Letters of the entry that were matched: the longer, the more specific. */
  readonly letters: number;
  /** The entry is all of these words, but for inflection; false where it is part of a longer word. */
  readonly whole: boolean;
}

/** Finds words and phrases in texts that `splitWords` has cut. */
export interface Lexicon<T> {
  find(text: string, words: Words): readonly LexiconHit<T>[];
}

interface Form<T> {
  readonly entry: LexiconEntry<T>;
  readonly letters: number;
}

/** Phrases by their words, one space between. */
interface Phrases<T> {
  /** What a phrase may begin with, up to all words but the last. */
  readonly beginnings: Set<string>;
  readonly whole: Map<string, Form<T>[]>;
  /** Phrases whose last word may go on, by all words but the last. */
  readonly continued: Map<string, { readonly last: string; readonly form: Form<T> }[]>;
}

/** Words shorter than this are no compounds. */
const MIN_COMPOUND = 6;
/** A phrase is also met written as one word (`pregnancytest`), unless it is so short that this is another word. */
const MIN_JOINED = 6;
/** Between the words of a phrase: a few characters, and nothing that ends a thought. */
const MAX_GAP = 6;
const SEPARATOR = /[ -]/;
const BREAK = /[,;:>|!?(){}[\]"\r\n]/;

/**
 * Builds a lexicon. `acrossBreaks`: phrases may span punctuation (`"condition":"new"`).
 *
 * Whole words, stems and phrases are looked up in maps, parts of compounds at every letter of a word, so the time is linear
 * in the text whatever the size of the vocabulary.
 */
export function createLexicon<T>(entries: Iterable<LexiconEntry<T>>, acrossBreaks = false): Lexicon<T> {
  const whole = new Map<string, Form<T>[]>();
  const phrases: Phrases<T> = { beginnings: new Set(), whole: new Map(), continued: new Map() };
  const stems = createSubstringIndex<Form<T>>();
  const parts = createSubstringIndex<Form<T>>();

  for (const entry of entries) {
    for (const spelling of entry.spellings) {
      const words = spelling.split(SEPARATOR);
      const joined = words.join('');
      if (joined === '') continue;
      const form: Form<T> = { entry, letters: joined.length };
      if (words.length > 1) addPhrase(phrases, words, form);
      if (words.length === 1 || joined.length >= MIN_JOINED) {
        push(whole, joined, form);
        if (entry.mode === 'stem') stems.add(joined, form);
        if (entry.mode === 'part') parts.add(joined, form);
      }
    }
  }

  const findPhrases = (text: string, words: readonly Word[], first: number, hits: LexiconHit<T>[]) => {
    let said = words[first]?.text ?? '';
    for (let last = first + 1; last < words.length && phrases.beginnings.has(said); last++) {
      const word = words[last];
      if (word === undefined || !adjoin(text, words[last - 1], word, acrossBreaks)) return;
      findPhrase(phrases, said, word.text, (form) => hits.push({ ...form, first, last, whole: true }));
      said += ` ${word.text}`;
    }
  };

  return {
    find(text, { words, joined }) {
      const hits: LexiconHit<T>[] = [];
      for (const [index, word] of words.entries()) {
        const range = { first: index, last: index };
        findWhole(whole, word.text, (form) => hits.push({ ...form, ...range, whole: true }));
        const report = (form: Form<T>) => hits.push({ ...form, ...range, whole: false });
        stems.findAt(word.text, 0, report);
        const lastStart = word.text.length < MIN_COMPOUND ? 0 : word.text.length - SEED;
        for (let start = 0; start <= lastStart; start++) parts.findAt(word.text, start, report);
        findPhrases(text, words, index, hits);
      }
      for (const { text: word, first, last } of joined) {
        findWhole(whole, word, (form) => hits.push({ ...form, first, last, whole: true }));
        // Only what reaches beyond the first word is news; and a part could span two words that have nothing to do with
        // each other.
        const known = words[first]?.text.length ?? 0;
        const report = (form: Form<T>) => {
          if (form.letters > known) hits.push({ ...form, first, last, whole: false });
        };
        stems.findAt(word, 0, report);
        parts.findAt(word, 0, report);
      }
      return hits;
    },
  };
}

function findWhole<T>(whole: ReadonlyMap<string, readonly Form<T>[]>, word: string, report: (form: Form<T>) => void) {
  for (const form of whole.get(word) ?? []) report(form);
  for (const { form: basic, languages } of basicForms(word)) {
    for (const form of whole.get(basic) ?? []) {
      if (languages.includes(form.entry.language)) report(form);
    }
  }
}

/** Reports the phrases of the words `said` and `last`, the latter inflected or, for stems, continued. */
function findPhrase<T>(phrases: Phrases<T>, said: string, last: string, report: (form: Form<T>) => void) {
  for (const form of phrases.whole.get(`${said} ${last}`) ?? []) report(form);
  for (const { form: basic, languages } of basicForms(last)) {
    for (const form of phrases.whole.get(`${said} ${basic}`) ?? []) {
      if (languages.includes(form.entry.language)) report(form);
    }
  }
  for (const { last: stem, form } of phrases.continued.get(said) ?? []) {
    if (last.startsWith(stem) && last !== stem) report(form);
  }
}

function addPhrase<T>(phrases: Phrases<T>, words: readonly string[], form: Form<T>) {
  let said = '';
  for (const [index, word] of words.entries()) {
    if (index === words.length - 1) {
      push(phrases.whole, `${said} ${word}`, form);
      if (form.entry.mode === 'stem') push(phrases.continued, said, { last: word, form });
      return;
    }
    said = index === 0 ? word : `${said} ${word}`;
    phrases.beginnings.add(said);
  }
}

function adjoin(text: string, left: Word | undefined, right: Word, acrossBreaks: boolean): boolean {
  if (left === undefined || right.start - left.end > MAX_GAP) return false;
  return acrossBreaks || !BREAK.test(text.slice(left.end, right.start));
}

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
