import { describe, expect, it } from 'vitest';
import { fitsPattern } from '../../src/model/name-pattern.ts';

describe('fitsPattern', () => {
  it.each([
    ['GA4 - *', 'GA4 - purchase', true],
    ['GA4 - *', 'GA4 - ', true],
    ['GA4 - *', 'ga4 - purchase', false],
    ['GA4 - *', 'Old GA4 - purchase', false],
    ['*', '', true],
    ['', 'a', false],
    ['Ads', 'Ads', true],
    ['Ads', 'Ads 2', false],
    ['* - v*', 'Banner - v2', true],
    ['*aa*aa*', 'aaa', false],
    ['*aa*aa*', 'aaaa', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'abbc', true],
    ['a*bc*c', 'abc', false],
    ['(x).+', '(x).+', true],
  ])('%s for “%s”: %s', (pattern, name, fits) => {
    expect(fitsPattern(pattern, name)).toBe(fits);
  });

  it('takes hostile patterns and names', () => {
    expect(fitsPattern('*a'.repeat(5000), 'a'.repeat(4999))).toBe(false);
    expect(fitsPattern(`${'*a'.repeat(5000)}*`, 'a'.repeat(5000))).toBe(true);
  });
});
