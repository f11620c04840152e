import type { SensitiveLanguage, SensitiveLexicon } from '../model/sensitive.ts';
import { ALL_LANGUAGES, basicForms, isFunctionWord, type Languages, setOf } from './inflection.ts';
import { ANY_TERM, type NumberedTerm, openIndex, PART } from './term-index.ts';
import { patternsOf, seedAt, seedOf } from './term-patterns.ts';
import type { Word, Words } from './words.ts';

/** A word or phrase found in a text, as a range of words. */
export interface LexiconHit<T> {
  readonly value: T;
  /** As a person writes it. */
  readonly term: string;
  /** Indexes of the first and the last word, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Letters of the term that were matched: the longer, the more specific. */
  readonly letters: number;
  /** The term is all of these words, but for inflection; false where it is part of a longer word. */
  readonly whole: boolean;
}

/** Finds words and phrases in texts that `splitWords` has cut. */
export interface Lexicon<T> {
  find(text: string, words: Words): readonly LexiconHit<T>[];
}

interface Form<T> {
  readonly value: T;
  readonly term: string;
  readonly letters: number;
}

/** A place in a phrase: what ends here, and which words may follow. */
interface Node<T> {
  readonly forms: Form<T>[];
  readonly next: Map<string, Node<T>>;
  /** Words that may follow and go on. */
  readonly stems: { readonly stem: string; readonly node: Node<T> }[];
}

/** The forms that begin with the same letters. */
interface Bucket<T> extends Node<T> {
  readonly parts: { readonly part: string; readonly form: Form<T> }[];
}

/** No word that may go on is shorter. */
export const MIN_STEM = 3;
/** No part of a compound is shorter. */
export const MIN_PART = 4;
/** Words shorter than this are no compounds. */
const MIN_COMPOUND = 6;
/** Between the words of a phrase: a few characters, and nothing that ends a thought. */
const MAX_GAP = 6;
/** Function words in a row that a phrase passes over. */
const MAX_SKIPPED = 2;
const DIGIT = /^\d/;
const BREAK = /[,;:>|!?(){}[\]"\r\n]/;

/**
 * A lexicon over a compiled index. Nothing is built before a word is met that begins like a form; a text makes a few dozen
 * of the thousands of buckets. `acrossBreaks`: phrases may span punctuation (`"condition":"new"`).
 *
 * Words are looked up by their first letters, parts of compounds at every letter of a word, so the time is linear in the
 * text whatever the size of the vocabulary.
 */
export function createLexicon<T extends { readonly language: SensitiveLanguage }>(
  { index, values }: SensitiveLexicon<T | undefined>,
  acrossBreaks = false,
): Lexicon<T> {
  const buckets = new Map<string, Bucket<T>>();
  const terms = openIndex(index);
  const bucketOf = (word: string, start = 0, what = ANY_TERM): Bucket<T> | undefined => {
    // Nearly no letters of a text begin a form, and to make a text of them to look it up costs more than all the rest.
    if (!terms.begins(word, start, what)) return undefined;
    const seed = seedAt(word, start);
    let bucket = buckets.get(seed);
    const listed = terms.termsOf(seed);
    if (bucket === undefined && listed !== undefined) {
      bucket = readBucket(seed, listed, values);
      buckets.set(seed, bucket);
    }
    return bucket;
  };

  return {
    find(text, { words, joined }) {
      const hits: LexiconHit<T>[] = [];

      /** Reports what is said at a node, the last word of which is `at`, and goes on with the words behind it. */
      const walk = (node: Node<T>, first: number, at: number, languages: Languages, whole: boolean): void => {
        for (const form of node.forms) {
          if ((languages & setOf(form.value.language)) !== 0) hits.push({ ...form, first, last: at, whole });
        }
        if (node.next.size === 0 && node.stems.length === 0) return;
        const following = findFollowing(node, text, words, at, acrossBreaks);
        if (following === undefined) return;
        const word = words[following]?.text ?? '';
        const same = node.next.get(word);
        if (same !== undefined) walk(same, first, following, languages, whole);
        for (const { form, languages: spoken } of basicForms(word)) {
          const reached = node.next.get(form);
          if (reached !== undefined) walk(reached, first, following, languages & spoken, whole);
        }
        for (const { stem, node: reached } of node.stems) {
          if (word.startsWith(stem)) walk(reached, first, following, languages, whole);
        }
      };

      /** Reports what begins with the word, or with the words that are read as one. */
      const begin = (word: string, first: number, last: number, known: number): void => {
        const bucket = bucketOf(word);
        const same = bucket?.next.get(word);
        if (same !== undefined) walk(same, first, last, ALL_LANGUAGES, true);
        const seed = seedAt(word, 0);
        for (const { form, languages } of basicForms(word)) {
          const near = form.startsWith(seed) ? bucket : bucketOf(form);
          const reached = near?.next.get(form);
          if (reached !== undefined) walk(reached, first, last, languages, true);
        }
        for (const near of [bucket, bucketOf(word.slice(0, MIN_STEM))]) {
          for (const { stem, node } of near?.stems ?? []) {
            if (stem.length > known && word.startsWith(stem)) walk(node, first, last, ALL_LANGUAGES, false);
          }
        }
      };

      const findParts = (word: string, start: number, first: number, last: number, known: number): void => {
        for (const { part, form } of bucketOf(word, start, PART)?.parts ?? []) {
          if (part.length > known && word.startsWith(part, start)) hits.push({ ...form, first, last, whole: false });
        }
      };

      for (const [at, { text: word }] of words.entries()) {
        begin(word, at, at, 0);
        const lastStart = word.length < MIN_COMPOUND ? 0 : word.length - MIN_PART;
        for (let start = 0; start <= lastStart; start++) findParts(word, start, at, at, 0);
      }
      for (const { text: word, first, last } of joined) {
        // Only what reaches beyond the first word is news; and a part could span two words that have nothing to do with
        // each other.
        const known = words[first]?.text.length ?? 0;
        begin(word, first, last, known);
        findParts(word, 0, first, last, known);
      }
      return hits;
    },
  };
}

/** The index of the next word of a phrase; function words are passed over, unless the phrase asks for them. */
function findFollowing<T>(
  node: Node<T>,
  text: string,
  words: readonly Word[],
  at: number,
  acrossBreaks: boolean,
): number | undefined {
  for (let next = at + 1; next <= at + 1 + MAX_SKIPPED; next++) {
    const word = words[next];
    if (word === undefined || !adjoin(text, words[next - 1], word, acrossBreaks)) return undefined;
    if (!isFunctionWord(word.text) || node.next.has(word.text)) return next;
  }
  return undefined;
}

function adjoin(text: string, left: Word | undefined, right: Word, acrossBreaks: boolean): boolean {
  if (left === undefined || right.start - left.end > MAX_GAP) return false;
  // A number behind a colon is the value of what stands before it: `google_product_category: 1680`.
  return acrossBreaks || DIGIT.test(right.text) || !BREAK.test(text.slice(left.end, right.start));
}

function readBucket<T>(seed: string, terms: readonly NumberedTerm[], values: readonly (T | undefined)[]): Bucket<T> {
  const bucket: Bucket<T> = { ...emptyNode<T>(), parts: [] };
  for (const { term, value: number } of terms) {
    const value = values[number];
    if (value === undefined) continue;
    for (const pattern of patternsOf(term)) {
      if (seedOf(pattern) !== seed) continue;
      const words = pattern.split(' ');
      const bare = words.map((word) => word.replaceAll('*', ''));
      addForm(bucket, words, bare, { value, term: term.replaceAll('*', ''), letters: bare.join('').length });
    }
  }
  return bucket;
}

function addForm<T>(bucket: Bucket<T>, words: readonly string[], bare: readonly string[], form: Form<T>): void {
  const [first = ''] = bare;
  if (words.length === 1) {
    nextNode(bucket, first).forms.push(form);
    if (words[0]?.startsWith('*')) bucket.parts.push({ part: first, form });
    else if (words[0]?.endsWith('*')) nextStem(bucket, first).forms.push(form);
    return;
  }
  let node: Node<T> = bucket;
  for (const [at, word] of bare.entries()) node = words[at] === word ? nextNode(node, word) : nextStem(node, word);
  node.forms.push(form);
}

function nextNode<T>(node: Node<T>, word: string): Node<T> {
  let next = node.next.get(word);
  if (next === undefined) {
    next = emptyNode();
    node.next.set(word, next);
  }
  return next;
}

function nextStem<T>(node: Node<T>, stem: string): Node<T> {
  const known = node.stems.find((one) => one.stem === stem);
  if (known !== undefined) return known.node;
  const next = emptyNode<T>();
  node.stems.push({ stem, node: next });
  return next;
}

function emptyNode<T>(): Node<T> {
  return { forms: [], next: new Map(), stems: [] };
}
