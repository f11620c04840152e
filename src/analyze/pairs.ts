import type { SensitiveMeaning, SensitivePairs, SensitivePairWord } from '../model/sensitive.ts';
import { createLexicon, type Lexicon, type LexiconHit } from './lexicon.ts';
import type { Words } from './words.ts';

/** The words of a pair stand with at most this many others between them. */
const DISTANCE = 4;

type PairHit = LexiconHit<SensitivePairWord>;

/** Finds pairs of words in texts that `splitWords` has cut: in either order, or in one compound. */
export function createPairFinder<T>(
  { meanings, words: lists }: SensitivePairs,
  read: (meaning: SensitiveMeaning) => T | undefined,
): (text: string, words: Words) => readonly LexiconHit<T>[] {
  const values = meanings.map(read);
  const lexicon: Lexicon<SensitivePairWord> = createLexicon(lists);
  return (text, words) => {
    const hits = lexicon.find(text, words);
    if (hits.length < 2) return [];
    const others = byPlace(hits.filter(({ value }) => value.side === 1));
    if (others.size === 0) return [];
    return hits.flatMap((one) => {
      const value = values[one.value.pair];
      const other = one.value.side === 0 ? nearest(one, others) : undefined;
      return value === undefined || other === undefined ? [] : [joined(one, other, value)];
    });
  };
}

/** Hits by their pair and the words at which they begin and end. */
function byPlace(hits: readonly PairHit[]): ReadonlyMap<string, PairHit> {
  return new Map(hits.flatMap((hit) => [hit.first, hit.last].map((at) => [placeOf(hit, at), hit] as const)));
}

function placeOf({ value }: PairHit, at: number): string {
  return `${value.pair} ${at}`;
}

function nearest(one: PairHit, others: ReadonlyMap<string, PairHit>): PairHit | undefined {
  const same = others.get(placeOf(one, one.first));
  if (same && !one.whole && !same.whole) return same;
  for (let distance = 1; distance <= DISTANCE + 1; distance++) {
    for (const at of [one.last + distance, one.first - distance]) {
      const other = others.get(placeOf(one, at));
      if (other && (other.first > one.last || other.last < one.first)) return other;
    }
  }
  return undefined;
}

function joined<T>(one: PairHit, other: PairHit, value: T): LexiconHit<T> {
  const [left, right] = one.first <= other.first ? [one, other] : [other, one];
  return {
    value,
    term: `${left.term} … ${right.term}`,
    first: left.first,
    last: Math.max(left.last, right.last),
    letters: one.letters + other.letters,
    whole: true,
  };
}
