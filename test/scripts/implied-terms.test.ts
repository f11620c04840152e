import { describe, expect, it } from 'vitest';
import { withoutImplied } from '../../scripts/catalog/implied-terms.ts';
import type { SensitiveMeaning } from '../../src/model/sensitive.ts';

const meanings: readonly SensitiveMeaning[] = [
  { category: 0, language: 'sv', strength: 'reveals' },
  { category: 0, language: 'nb', strength: 'reveals' },
  { category: 0, language: 'sv', strength: 'in-context' },
  { category: 1, language: 'sv', strength: 'reveals' },
];

/** What stays, of terms written `number term`. */
function left(terms: readonly string[], named: readonly string[] = []): string[] {
  const numbered = terms.map((text) => ({ value: Number(text.slice(0, 1)), term: text.slice(2) }));
  return withoutImplied(numbered, meanings, new Set(named)).map(({ value, term }) => `${value} ${term}`);
}

describe('terms that another one implies are left out', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['the same in another language', ['0 porno*', '1 porno*'], ['0 porno*']],
    ['a longer one', ['0 alkoholist*', '1 alkoholis*'], ['1 alkoholis*']],
    ['with other diacritics', ['0 fébril*', '1 febril*'], ['1 febril*']],
    ['one that is met anywhere', ['0 psykolog*', '1 *psykolog*', '1 skolpsykolog*'], ['1 *psykolog*']],
  ])('%s', (_what, terms, expected) => expect(left(terms)).toEqual(expected));

  it.each<[string, readonly string[]]>([
    ['of another strength', ['0 sexliv*', '2 sexliv*']],
    ['of another category', ['0 test*', '3 testikel*']],
    ['a word that does not go on, and has endings of its own', ['0 klinika', '1 klinika*']],
    ['a phrase, which spans more words', ['0 alkohol*', '0 alkohol problem*']],
    ['one that is met anywhere, by a shorter one that is not', ['0 tumor*', '0 *tumori*']],
    ['a spelling that the shorter one does not have', ['0 gynäk*', '1 gynak*']],
    ['the end of a word that is too short for a compound', ['0 *aids*', '0 xaids*']],
  ])('but not %s', (_what, terms) => expect(left(terms)).toEqual(terms));

  it('unless a trap calls them by name', () => {
    expect(left(['0 abort*', '0 aborto*'], ['aborto'])).toEqual(['0 abort*', '0 aborto*']);
  });
});
