import { describe, expect, it } from 'vitest';
import { allOf, anyOf, listOf, say } from '../../../src/model/phrase.ts';
import { dePhrases } from '../../../src/report/html/languages/de/phrases.ts';
import { wordingOf } from '../../../src/report/html/languages/phrases.ts';
import { svPhrases } from '../../../src/report/html/languages/sv/phrases.ts';
import { catalogueOf, patternsIn } from './patterns.ts';
import { terms } from './terms.ts';

const patterns = patternsIn(['rules', 'src']);
const words = terms();

describe('phrases', () => {
  it('say in English what the code says', () => {
    const name = say`tag “${'a'}”`;
    expect(String(say`${name} runs ${2} times`)).toBe('tag “a” runs 2 times');
    expect(String(allOf(['a', name, 'c']))).toBe('a, tag “a” and c');
    expect(String(anyOf(['a']))).toBe('a');
    expect(String(listOf([]))).toBe('');
    expect(JSON.stringify({ message: name })).toBe('{"message":"tag “a”"}');
  });

  it('are worded by their patterns, in any order and depth', () => {
    const wording = wordingOf({ '{0} sends {1} to {2}': '{2} får {1} av {0}', 'tag “{0}”': 'taggen ”{0}”' });
    expect(wording(say`${say`tag “${'x'}”`} sends ${'{2} $&'} to ${'Meta'}`)).toBe('Meta får {2} $& av taggen ”x”');
    expect(wording(say`no translation of ${1}`)).toBe('no translation of 1');
    expect(wording(say`${'constructor'}`)).toBe('constructor');
  });

  it('hide no words in their values', () => {
    expect(patterns.length).toBeGreaterThan(900);
    expect(patterns.filter(({ loose }) => loose.length > 0)).toEqual([]);
  });
});

/** What is made of names and signs alone is the same in every language, unless it has quotation marks. */
const needsWords = (pattern: string): boolean => /[\p{L}“]/u.test(pattern.replace(/\{\d+\}/g, ''));
const places = (text: string): string => [...new Set(text.match(/\{\d+\}/g))].sort().join(' ');

describe.each([
  ['sv', svPhrases],
  ['de', dePhrases],
])('the phrases in %s', (code, phrases) => {
  it('are all there', () => {
    const missing = patterns
      .filter(({ text }) => needsWords(text) && !Object.hasOwn(phrases, text))
      .map(
        ({ text, place }) => `src/report/html/languages/${code}/${catalogueOf(place)}.ts lacks "${text}" (${place})`,
      );
    expect(missing).toEqual([]);
  });

  it('have every word of vocabularies and of the catalogue', () => {
    const missing = (['terms', 'vendors'] as const).flatMap((name) =>
      [...words[name]]
        .filter((text) => !Object.hasOwn(phrases, text))
        .map((text) => `src/report/html/languages/${code}/${name}.ts lacks "${text}"`),
    );
    expect(missing).toEqual([]);
  });

  it('are those that somebody says', () => {
    const known = new Set([...patterns.map(({ text }) => text), ...words.terms, ...words.vendors]);
    expect(Object.keys(phrases).filter((text) => !known.has(text))).toEqual([]);
  });

  it('have the values of the English', () => {
    const wrong = Object.entries(phrases).filter(([english, own]) => places(english) !== places(own) || own === '');
    expect(wrong).toEqual([]);
  });

  it('have the quotation marks of the language', () => {
    expect(Object.values(phrases).filter((own) => (code === 'sv' ? /[“„]/ : /”|“[^“„]*“/).test(own))).toEqual([]);
  });
});
