import { describe, expect, it } from 'vitest';
import { beyondRe2, whyInvalid } from '../../../src/extract/gtm/regex.ts';

describe('what RE2 refuses and browsers read', () => {
  it.each([
    ['^/guide/(?!internal)', 'it looks ahead'],
    ['a(?=b)', 'it looks ahead'],
    ['(?<!www\\.)example', 'it looks behind'],
    ['(?<=/)guide', 'it looks behind'],
    ['(a|b)\\1', 'it refers back to what a group has matched'],
    ['(?<part>a)\\k<part>', 'it refers back to what a group has matched'],
    ['[)](?!x)', 'it looks ahead'],
  ])('%s', (pattern, why) => {
    expect(whyInvalid(pattern)).toBeUndefined();
    expect(beyondRe2(pattern)).toBe(why);
  });

  it.each([
    '^/(?:guide|help)$',
    '(?i)^/guide',
    '(?P<part>a)',
    '(?<part>a)',
    '[(?!=]',
    '\\(\\?!',
    '\\\\1',
    '[\\1]',
    '\\0',
    '\\bguide\\b',
    '\\Q(?!\\E',
    '',
    '\\',
    '[',
  ])('takes %s, or it is broken for all', (pattern) => {
    expect(beyondRe2(pattern)).toBeUndefined();
  });
});
