import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

const rules = ['consent/fires-before-consent', 'consent/noscript-beacon', 'hygiene/duplicate-pixel'];

describe('nearest', () => {
  it.each([
    ['consent/fires-before-concent', rules, 'consent/fires-before-consent'],
    ['noscript-beacon', rules, 'consent/noscript-beacon'],
    ['consent/duplicate-pixel', rules, 'hygiene/duplicate-pixel'],
    ['Hygiene/Duplicate-Pixel', rules, 'hygiene/duplicate-pixel'],
    ['jsno', ['stylish', 'json'], 'json'],
    ['sector', ['regime', 'sector'], 'sector'],
  ])('%s', (word, known, wanted) => {
    expect(nearest(word, known)).toBe(wanted);
  });

  it.each(['xml', 'something-else', '', 'x'.repeat(1000)])('finds nothing near %j', (word) => {
    expect(nearest(word, [...rules, 'json', 'stylish'])).toBeUndefined();
  });
});
