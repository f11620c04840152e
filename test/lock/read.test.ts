import { describe, expect, it } from 'vitest';
import { parseLock } from '../../src/lock/read.ts';
import { accountIn, goneGates, isMore, isNamed } from '../../src/model/reviewed/record.ts';

const HEAD = 'version: 1\nreviews: [{ date: 2026-11-03 }]\n';

function complaint(text: string): string {
  try {
    parseLock(text, 'taglint.lock.yml');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return '';
}

describe('parseLock', () => {
  it.each<[what: string, text: string, complaint: string]>([
    ['what is no YAML', `${HEAD}vendors: [`, 'taglint.lock.yml:3:11: Flow sequence'],
    [
      'a mistyped key',
      `${HEAD}vendors:\n  meta:\n    "1":\n      doess: []\n`,
      'taglint.lock.yml:6:7: "doess" is no key of vendors.meta.1 (did you mean does?)',
    ],
    [
      'a mistyped state',
      `${HEAD}vendors:\n  meta:\n    "1":\n      does:\n        - { what: [init], runs: [marketng] }\n`,
      'taglint.lock.yml:7:34: vendors.meta.1.does.0.runs.0 is "marketng", expected first-visit, refused, preferences, statistics, marketing or all (did you mean marketing?)',
    ],
    [
      'a state that is no list',
      `${HEAD}vendors:\n  meta:\n    "1":\n      does:\n        - { what: [init], runs: always }\n`,
      'taglint.lock.yml:7:33: vendors.meta.1.does.0.runs is "always", expected every-state or a list',
    ],
    [
      'an unknown category',
      `${HEAD}vendors:\n  meta:\n    "1":\n      gets:\n        em: { category: mail, with: [init] }\n`,
      'taglint.lock.yml:7:25: vendors.meta.1.gets.em.category is "mail", expected email, phone,',
    ],
    ['no review', 'version: 1\nreviews: []\nvendors: {}\n', 'taglint.lock.yml:2:10: reviews is empty'],
    [
      'a day that is none',
      'version: 1\nreviews: [{ date: 2026-13-03 }]\nvendors: {}\n',
      'taglint.lock.yml:2:19: reviews.0.date is no day',
    ],
    ['what is missing', 'version: 1\nvendors: {}\n', 'taglint.lock.yml:1:1: reviews is missing'],
    [
      'a later format',
      'version: 2\n',
      'taglint.lock.yml:1:10: was written by a newer taglint (format 2, this one reads 1)',
    ],
    [
      'a conflict',
      `${HEAD}vendors:\n<<<<<<< HEAD\n  meta: {}\n=======\n  tiktok: {}\n>>>>>>> campaign\n`,
      'taglint.lock.yml:4:1: there is a conflict of two branches',
    ],
    ['another document', '- a\n', 'taglint.lock.yml:1:1: the record: expected keys with values'],
  ])('tells where %s stands', (_, text, expected) => {
    expect(complaint(text)).toContain(expected);
  });

  it('reads what is left out as what is usual', () => {
    const { record } = parseLock(
      `${HEAD}vendors:\n  meta:\n    no-account:\n      does: [{ what: [init], runs: every-state }]\n      gets: { value: { with: [init] } }\n`,
      'taglint.lock.yml',
    );
    expect(record.date).toBe('2026-11-03');
    const account = record.vendors.get('meta')?.accounts.get('');
    expect(account?.uses[0]?.states).toMatchObject({ 'first-visit': 'runs', all: 'runs' });
    expect(account?.data).toEqual([{ key: 'value', categories: ['other'], form: 'raw', with: ['init'] }]);
  });
});

describe('the record', () => {
  it.each<[recorded: string, name: string, same: boolean]>([
    ['Purchase', 'Purchase', true],
    ['Purchase', 'purchase', false],
    ['a…@…', 'anna@example.com', true],
    ['a…@…', 'eva@example.com', false],
    ['{{ Event }}', '{{ DL - event }}', true],
    ['{{ Event }}', 'Purchase', false],
    ['buy {{ shop }}', 'buy {{ store }}', true],
    ['buy {{ shop }}', 'buy now', false],
  ])('%j stands for %j: %j', (recorded, name, same) => {
    expect(isNamed(recorded, name)).toBe(same);
  });

  it('takes an account without an id for any, and ids that are filled in for each other', () => {
    const account = (key: string) => ({
      uses: [],
      data: [{ key, categories: ['other' as const], form: 'raw' as const, with: [] }],
      collects: new Map(),
    });
    const { record } = parseLock(`${HEAD}vendors: { meta: {} }\n`, 'x');
    const location = record.vendors.get('meta')?.location;
    if (!location) throw new Error('it has a place');
    const vendor = {
      location,
      accounts: new Map([
        ['1', account('a')],
        ['{{ pixel }}', account('b')],
      ]),
    };
    expect(accountIn(vendor, '1')?.data.map(({ key }) => key)).toEqual(['a']);
    expect(accountIn(vendor, '')?.data.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(accountIn(vendor, '{{ settings.id }}')?.data.map(({ key }) => key)).toEqual(['b']);
    expect(accountIn(vendor, '2')).toBeUndefined();
  });

  it('weighs outcomes', () => {
    expect(isMore('blocked', 'held')).toBe('yes');
    expect(isMore('limited', 'runs')).toBe('yes');
    expect(isMore('runs', 'blocked')).toBe('no');
    expect(isMore('runs', 'unknown')).toBe('no');
    expect(isMore('blocked', 'unknown')).toBe('perhaps');
    expect(isMore('unknown', 'runs')).toBe('told');
  });

  it('misses a gate where nothing has taken its place', () => {
    const use = (...gates: string[]) => ({
      what: ['init'],
      states: {
        'first-visit': 'blocked',
        refused: 'blocked',
        preferences: 'blocked',
        statistics: 'blocked',
        marketing: 'runs',
        all: 'runs',
      } as const,
      gates,
    });
    expect(goneGates([use('a', 'b')], ['a'])).toEqual(['b']);
    expect(goneGates([use('a', 'b')], ['a', 'b', 'c'])).toEqual([]);
    expect(goneGates([use('a')], ['z'])).toEqual([]);
    expect(goneGates([use('a', 'b'), use('a')], ['a'])).toEqual([]);
  });
});
