import { describe, expect, it } from 'vitest';
import { say } from '../../src/model/phrase.ts';
import type { SensitiveMatch, SensitiveStrength } from '../../src/model/sensitive.ts';
import { type Sensitivity, tells } from '../../src/model/site.ts';

function match(strength: SensitiveStrength, law: readonly string[]): SensitiveMatch {
  return { category: 'any', strength, term: 'word', language: 'any', start: 0, end: 4, law };
}

function site(level: Sensitivity['level']): Sensitivity {
  return { level, reason: say``, evidence: [] };
}

describe('whether a word tells something', () => {
  it.each([
    ['reveals', ['GDPR-9'], [true, true, true]],
    ['in-context', ['GDPR-9'], [false, true, true]],
    ['weak', ['GDPR-9'], [false, false, false]],
    ['reveals', ['GDPR-8'], [false, false, true]],
    ['in-context', ['GDPR-32'], [false, false, true]],
    ['weak', ['GDPR-8'], [false, false, false]],
  ] as const)('%s under %j, on a general, an evident and a configured site', (strength, law, expected) => {
    const found = (['none', 'evident', 'configured'] as const).map((level) => tells(match(strength, law), site(level)));
    expect(found).toEqual(expected);
  });
});
