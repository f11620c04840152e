import { describe, expect, it } from 'vitest';
import { indexTerms } from '../../scripts/catalog/index-terms.ts';
import { ANY_TERM, openIndex, PART } from '../../src/analyze/term-index.ts';

const text = indexTerms([
  { term: 'klamydia*', value: 4 },
  { term: 'klamydiatest', value: 6 },
  { term: '*klamydi*', value: 4 },
  { term: 'ångest', value: 7 },
  { term: 'Rückgrat', value: 40 },
  { term: 'hiv', value: 0 },
  { term: 'p-plåster', value: 1 },
  { term: 'ont i magen', value: 2 },
]);
const index = openIndex(text);

/** The terms under a seed. */
function under(seed: string): string[] {
  return (index.termsOf(seed) ?? []).map(({ term, value }) => `${value} ${term}`);
}

describe('an index of terms', () => {
  it.each([
    ['klam', ['4 *klamydi*', '4 klamydia*', '6 klamydiatest']],
    ['ange', ['7 ångest']],
    ['hiv', ['0 hiv']],
    ['ruck', ['40 Rückgrat']],
    ['aang', ['7 ångest']],
    ['ruec', ['40 Rückgrat']],
    ['ppla', ['1 p-plåster']],
    ['onti', ['2 ont i magen']],
    ['xyzz', []],
  ])('gives the terms that are met under letters: %s', (seed, expected) => expect(under(seed)).toEqual(expected));

  it('writes a term once', () => {
    for (const rest of ['ngest', 'ckgrat', 'magen']) expect(text.split(rest).length).toBe(2);
  });

  it('knows which of them stand inside words', () => {
    expect(index.begins('klamydia', 0, PART)).toBe(true);
    expect(index.begins('hiv', 0, ANY_TERM)).toBe(true);
    expect(index.begins('hiv', 0, PART)).toBe(false);
  });

  it('may be empty', () => expect(openIndex(indexTerms([])).termsOf('klam')).toBeUndefined());
});
