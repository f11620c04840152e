/** Finds what belongs together on both sides. */

export interface Pairs<T> {
  readonly both: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Pairs what has the same key, by the first of the keys for which there is a partner: by name, then by id. Of several with one key
 * the first ones belong together, and so on.
 */
export function pairsOf<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((item: T) => string | undefined)[],
): Pairs<T> {
  const both: (readonly [T, T])[] = [];
  let removed = [...before];
  let added = [...after];
  for (const keyOf of keys) {
    const waiting = new Map<string, T[]>();
    const alone: T[] = [];
    for (const item of removed) {
      const key = keyOf(item);
      if (key === undefined) alone.push(item);
      else waiting.set(key, [...(waiting.get(key) ?? []), item]);
    }
    added = added.filter((item) => {
      const key = keyOf(item);
      const partner = key === undefined ? undefined : waiting.get(key)?.shift();
      if (partner !== undefined) both.push([partner, item]);
      return partner === undefined;
    });
    removed = [...alone, ...[...waiting.values()].flat()];
  }
  return { both, removed, added };
}
