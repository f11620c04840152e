import type { SensitiveLanguage, SensitiveMode } from '../model/sensitive.ts';
import { basicForms } from './inflection.ts';
import { createPrefixIndex } from './prefix-index.ts';
import { createSubstringIndex } from './substring-index.ts';
import { foldedSpellings, splitWords, type Word, type Words } from './words.ts';

/** A word or phrase of a lexicon, with what it stands for. */
export interface LexiconEntry<T> {
  readonly term: string;
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

interface PhraseNode<T> {
  readonly next: Map<string, PhraseNode<T>>;
  readonly ends: Form<T>[];
}

/** Words shorter than this are no compounds. */
const MIN_COMPOUND = 6;
/** A phrase is also met written as one word (`pregnancytest`), unless it is so short that this is another word. */
const MIN_JOINED = 6;
/** Between the words of a phrase: a few characters, and nothing that ends a thought. */
const MAX_GAP = 6;
/** Most terms: ASCII words with capitals at most in front. They are cut without the machinery for everything else. */
const PLAIN = /^[A-Za-z][a-z]*(?:[ -][A-Za-z][a-z]*)*$/;
const PLAIN_SEPARATOR = /[ -]/;
const BREAK = /[,;:>|!?(){}[\]"\r\n]/;

/**
 * Builds a lexicon. `acrossBreaks`: phrases may span punctuation (`"condition":"new"`).
 *
 * Whole words and stems are looked up in maps, phrases word by word in a tree, parts of compounds by one pass over the
 * letters, so the time is linear in the text whatever the size of the vocabulary.
 */
export function createLexicon<T>(entries: Iterable<LexiconEntry<T>>, acrossBreaks = false): Lexicon<T> {
  const whole = new Map<string, Form<T>[]>();
  const phrases: PhraseNode<T> = { next: new Map(), ends: [] };
  const stems = createPrefixIndex<Form<T>>();
  const parts = createSubstringIndex<Form<T>>();

  for (const entry of entries) {
    for (const words of wordings(entry.term)) {
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

  const findPhrases = (text: string, words: readonly Word[], from: number, hits: LexiconHit<T>[]) => {
    let node: PhraseNode<T> | undefined = phrases;
    for (let at = from; at < words.length && node !== undefined; at++) {
      const word = words[at];
      if (word === undefined || (at > from && !adjoin(text, words[at - 1], word, acrossBreaks))) return;
      if (at > from)
        collectPhraseEnds(node, word.text, (form) => hits.push({ ...form, first: from, last: at, whole: true }));
      node = node.next.get(word.text);
    }
  };

  return {
    find(text, { words, joined }) {
      const hits: LexiconHit<T>[] = [];
      for (const [index, word] of words.entries()) {
        const range = { first: index, last: index };
        findWhole(whole, word.text, (form) => hits.push({ ...form, ...range, whole: true }));
        const report = (form: Form<T>) => hits.push({ ...form, ...range, whole: false });
        stems.find(word.text, report);
        parts.find(word.text, (form, start) => {
          if (start === 0 || word.text.length >= MIN_COMPOUND) report(form);
        });
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
        stems.find(word, report);
        parts.find(word, (form, start) => {
          if (start === 0) report(form);
        });
      }
      return hits;
    },
  };
}

/** The words of a term in every spelling; as written too, since `pH` falls in two. */
function wordings(term: string): readonly (readonly string[])[] {
  if (PLAIN.test(term)) return [term.toLowerCase().split(PLAIN_SEPARATOR)];
  const all = [...foldedSpellings(term), term].map((spelling) => splitWords(spelling).words.map(({ text }) => text));
  return all.filter((words, index) => all.findIndex((other) => other.join(' ') === words.join(' ')) === index);
}

function findWhole<T>(whole: ReadonlyMap<string, readonly Form<T>[]>, word: string, report: (form: Form<T>) => void) {
  for (const form of whole.get(word) ?? []) report(form);
  for (const { form: basic, languages } of basicForms(word)) {
    for (const form of whole.get(basic) ?? []) {
      if (languages.includes(form.entry.language)) report(form);
    }
  }
}

/** Forms of phrases whose last word is `word`, inflected or, for stems, continued. */
function collectPhraseEnds<T>(node: PhraseNode<T>, word: string, report: (form: Form<T>) => void) {
  for (const form of node.next.get(word)?.ends ?? []) report(form);
  for (const { form: basic, languages } of basicForms(word)) {
    for (const form of node.next.get(basic)?.ends ?? []) {
      if (languages.includes(form.entry.language)) report(form);
    }
  }
  for (const [last, child] of node.next) {
    if (!word.startsWith(last) || word === last) continue;
    for (const form of child.ends) if (form.entry.mode === 'stem') report(form);
  }
}

function addPhrase<T>(root: PhraseNode<T>, words: readonly string[], form: Form<T>) {
  let node = root;
  for (const word of words) {
    let child = node.next.get(word);
    if (child === undefined) {
      child = { next: new Map(), ends: [] };
      node.next.set(word, child);
    }
    node = child;
  }
  node.ends.push(form);
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
