import { describe, expect, it } from 'vitest';
import { hasParts, indexTerms, readIndex, readTerms } from '../../src/analyze/term-patterns.ts';

const terms = [
  { term: 'klamydia*', value: 4 },
  { term: 'klamydiatest', value: 6 },
  { term: '*klamydi*', value: 4 },
  { term: 'ångest', value: 7 },
  { term: 'Rückgrat', value: 40 },
  { term: 'hiv', value: 0 },
  { term: 'p-plåster', value: 1 },
  { term: 'ont i magen', value: 2 },
];
const index = readIndex(indexTerms(terms));

/** The terms under a seed. */
function under(seed: string): string[] {
  return readTerms(index, seed).map(({ term, value }) => `${value} ${term}`);
}

describe('an index of terms', () => {
  it.each([
    ['klam', ['4 klamydia*', '4 *klamydi*', '6 klamydiatest']],
    ['ange', ['7 ångest']],
    ['hiv', ['0 hiv']],
    ['ruck', ['40 Rückgrat']],
  ])('gives the terms that begin with the letters: %s', (seed, expected) => expect(under(seed)).toEqual(expected));

  it.each([
    ['aang', '7 ångest'],
    ['ruec', '40 Rückgrat'],
    ['ppla', '1 p-plåster'],
    ['onti', '2 ont i magen'],
  ])('gives those that are also met under other letters: %s', (seed, expected) =>
    expect(under(seed)).toContain(expected),
  );

  it('writes a term once', () => {
    const text = indexTerms(terms);
    for (const rest of ['ngest', 'ckgrat', 'magen']) expect(text.split(rest).length).toBe(2);
  });

  it('knows which of them stand inside words', () => {
    const [klam, hiv] = [index.get('klam'), index.get('hiv')];
    expect(klam && hasParts(klam)).toBe(true);
    expect(hiv && hasParts(hiv)).toBe(false);
  });

  it('has nothing under other letters', () => expect(under('xyzz')).toEqual([]));

  it('may be empty', () => expect(readIndex(indexTerms([])).size).toBe(0));
});
