/** "Did you mean": the nearest of the known words. */

/** Longer words than this are compared with nothing; no option, key or id is so long. */
const LONGEST = 64;

/** The candidate that a mistyped word most likely means, or undefined where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = Math.min(editDistance(wanted, candidate.toLowerCase()), lastPartDistance(wanted, candidate));
    if (distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

/** ` (did you mean X?)`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : ` (did you mean ${found}?)`;
}

/** Who leaves the group out of a rule's id (`noscript-beacon`) or takes a wrong one means the rule of that name. */
function lastPartDistance(word: string, candidate: string): number {
  const at = candidate.indexOf('/');
  if (at < 0) return Number.POSITIVE_INFINITY;
  return editDistance(word.slice(word.indexOf('/') + 1), candidate.slice(at + 1)) + 0.5;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? a.length;
}
