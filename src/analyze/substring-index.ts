/** Finds strings inside words, by the letters with which they begin. */
export interface SubstringIndex<T> {
  /** Adds a string of at least `SEED` letters. */
  add(pattern: string, value: T): void;
  /** Calls `report` for every added string that stands in `word` at the offset `start`. */
  findAt(word: string, start: number, report: (value: T) => void): void;
}

/** No shorter string can be added. Few strings share their first four letters, so a look-up compares few. */
export const SEED = 4;

interface Pattern<T> {
  readonly text: string;
  readonly value: T;
}

/**
 * An empty index. An automaton (Aho and Corasick) would search a little faster, but building it costs more than a whole
 * run spends on searching.
 */
export function createSubstringIndex<T>(): SubstringIndex<T> {
  const bySeed = new Map<string, Pattern<T>[]>();
  return {
    add(text, value) {
      if (text.length < SEED) return;
      const seed = text.slice(0, SEED);
      const same = bySeed.get(seed);
      if (same === undefined) bySeed.set(seed, [{ text, value }]);
      else same.push({ text, value });
    },
    findAt(word, start, report) {
      const patterns = bySeed.get(word.slice(start, start + SEED));
      if (patterns === undefined) return;
      for (const { text, value } of patterns) if (word.startsWith(text, start)) report(value);
    },
  };
}
