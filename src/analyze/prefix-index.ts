/** Finds the strings with which a word begins. */
export interface PrefixIndex<T> {
  add(prefix: string, value: T): void;
  /** Calls `report` for every added string with which `word` begins, or that it is. */
  find(word: string, report: (value: T) => void): void;
}

/** An empty index. A search looks up each length that occurs, so its cost does not grow with the word. */
export function createPrefixIndex<T>(): PrefixIndex<T> {
  const byPrefix = new Map<string, T[]>();
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  return {
    add(prefix, value) {
      const same = byPrefix.get(prefix);
      if (same === undefined) byPrefix.set(prefix, [value]);
      else same.push(value);
      shortest = Math.min(shortest, prefix.length);
      longest = Math.max(longest, prefix.length);
    },
    find(word, report) {
      for (let length = shortest; length <= longest && length <= word.length; length++) {
        for (const value of byPrefix.get(word.slice(0, length)) ?? []) report(value);
      }
    },
  };
}
