/** Finds many strings at once in words of the letters a to z (Aho and Corasick 1975). */
export interface SubstringIndex<T> {
  /** Adds a string of the letters a to z; one with other characters is never found. */
  add(pattern: string, value: T): void;
  /** Calls `report` for every added string that stands in `word`, with the offset at which it starts. */
  find(word: string, report: (value: T, start: number) => void): void;
}

interface Pattern<T> {
  readonly text: string;
  readonly value: T;
}

interface Automaton<T> {
  /** `state * 26 + letter` gives the next state. */
  readonly next: Int32Array;
  /** The nearest state of a proper suffix in which a pattern ends, 0 for none. */
  readonly shorter: Int32Array;
  /** The patterns that end in a state. */
  readonly ends: ReadonlyMap<number, readonly Pattern<T>[]>;
}

const LETTERS = 26;
const FIRST_LETTER = 0x61;

/** An empty index. The automaton is built at the first search. */
export function createSubstringIndex<T>(): SubstringIndex<T> {
  const patterns: Pattern<T>[] = [];
  let automaton: Automaton<T> | undefined;
  return {
    add(text, value) {
      if (!/^[a-z]+$/.test(text)) return;
      patterns.push({ text, value });
      automaton = undefined;
    },
    find(word, report) {
      if (patterns.length === 0) return;
      automaton ??= build(patterns);
      const { next, shorter, ends } = automaton;
      let state = 0;
      for (let at = 0; at < word.length; at++) {
        const letter = word.charCodeAt(at) - FIRST_LETTER;
        state = letter >= 0 && letter < LETTERS ? (next[state * LETTERS + letter] ?? 0) : 0;
        for (let end = state; end !== 0; end = shorter[end] ?? 0) {
          for (const { text, value } of ends.get(end) ?? []) report(value, at + 1 - text.length);
        }
      }
    },
  };
}

function build<T>(patterns: readonly Pattern<T>[]): Automaton<T> {
  const capacity = 1 + patterns.reduce((sum, pattern) => sum + pattern.text.length, 0);
  const next = new Int32Array(capacity * LETTERS);
  const ends = new Map<number, Pattern<T>[]>();
  let states = 1;
  for (const pattern of patterns) {
    let state = 0;
    for (let at = 0; at < pattern.text.length; at++) {
      const slot = state * LETTERS + pattern.text.charCodeAt(at) - FIRST_LETTER;
      if (next[slot] === 0) next[slot] = states++;
      state = next[slot] ?? 0;
    }
    const same = ends.get(state);
    if (same === undefined) ends.set(state, [pattern]);
    else same.push(pattern);
  }
  return { next, shorter: link(next, states, ends), ends };
}

/** Completes `next` with the transitions on a mismatch, breadth first; gives the chain of shorter patterns. */
function link(next: Int32Array, states: number, ends: ReadonlyMap<number, unknown>): Int32Array {
  const fail = new Int32Array(states);
  const shorter = new Int32Array(states);
  const queue: number[] = [0];
  for (const state of queue) {
    const back = fail[state] ?? 0;
    if (state !== 0) shorter[state] = ends.has(back) ? back : (shorter[back] ?? 0);
    for (let letter = 0; letter < LETTERS; letter++) {
      const slot = state * LETTERS + letter;
      const child = next[slot] ?? 0;
      const other = state === 0 ? 0 : (next[back * LETTERS + letter] ?? 0);
      if (child === 0) {
        next[slot] = other;
      } else {
        fail[child] = other;
        queue.push(child);
      }
    }
  }
  return shorter;
}
