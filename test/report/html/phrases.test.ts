import { describe, expect, it } from 'vitest';
import { allOf, anyOf, listOf, say } from '../../../src/model/phrase.ts';
import { wordingOf } from '../../../src/report/html/languages/phrases.ts';
import { patternsIn } from './patterns.ts';

const patterns = patternsIn(['rules', 'src']);

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
