import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { compareNotice, type KnownVendor, type NamedParty, partyOf } from '../../src/notice/compare.ts';

const VENDORS: readonly KnownVendor[] = [
  { id: 'meta', name: 'Meta Pixel', recipient: 'Meta Ireland / Meta, Inc.', hosts: ['connect.facebook.net'] },
  { id: 'google-ads', name: 'Google Ads', recipient: 'Google Ireland Limited', hosts: ['www.googleadservices.com'] },
  { id: 'ga', name: 'Google Analytics 4', recipient: 'Google Ireland Limited', hosts: ['www.googletagmanager.com'] },
];
const PLATFORMS = [{ id: 'cookiebot', name: 'Cookiebot' }];

function party(text: string): NamedParty {
  const found = partyOf(text, 'notice.yml:1:1', VENDORS, PLATFORMS);
  if (!found) throw new Error(`nobody is called ${text}`);
  return found;
}

const RUNS = { outcome: 'runs', certainty: 'certain' } as const;
const states = { 'first-visit': RUNS, refused: RUNS, preferences: RUNS, statistics: RUNS, marketing: RUNS, all: RUNS };
const places = [{ file: 'a.html', line: 1, column: 1 }];

function inventory(ids: readonly string[], hosts: readonly string[] = [], dead = false): Inventory {
  return {
    vendors: ids.map((id) => ({
      id,
      name: id,
      recipient: id,
      countries: [],
      purposes: [],
      category: 'marketing',
      cookies: [],
      accounts: [{ uses: [{ does: 'load', states, gates: [], dead, places }], data: [], features: [] }],
    })),
    hosts: hosts.map((host) => ({ host, uses: [{ form: 'script', states, dead, places }] })),
    platforms: PLATFORMS,
  };
}

describe('partyOf', () => {
  it.each<[text: string, vendors: readonly string[]]>([
    ['meta', ['meta']],
    ['Meta Pixel', ['meta']],
    ['meta pixel ', ['meta']],
    ['Meta, Inc.', ['meta']],
    ['Google Ireland Limited', ['google-ads', 'ga']],
    ['facebook.net', ['meta']],
    ['connect.facebook.net', ['meta']],
    ['book.net', []],
    ['cdn.unknown.example', []],
  ])('%j means %j', (text, vendors) => {
    expect(party(text).vendors).toEqual(vendors);
  });

  it('knows platforms, and whom it does not know', () => {
    expect(party('Cookiebot').platforms).toEqual(['cookiebot']);
    expect(partyOf('Metta', '', VENDORS, PLATFORMS)).toBeUndefined();
  });
});

describe('compareNotice', () => {
  const compared = (found: Inventory, ...names: readonly string[]): [unnamed: string[], unused: string[]] => {
    const { unnamed, unused } = compareNotice(found, names.map(party));
    return [unnamed.map(({ name }) => name), unused.map(({ text }) => text)];
  };

  it('tells who is not named, and who is named for nothing', () => {
    expect(compared(inventory(['meta', 'ga']), 'Meta Pixel', 'google-ads')).toEqual([['ga'], ['google-ads']]);
  });

  it('takes a company for all that is its own', () => {
    expect(compared(inventory(['google-ads', 'ga']), 'Google Ireland Limited')).toEqual([[], []]);
  });

  it('compares hosts with all below them', () => {
    expect(compared(inventory([], ['cdn.a.example', 'b.example']), 'a.example', 'c.example')).toEqual([
      ['b.example'],
      ['c.example'],
    ]);
  });

  it('lets platforms be named, and asks for none', () => {
    expect(compared(inventory([]), 'Cookiebot')).toEqual([[], []]);
    expect(compared(inventory([]))).toEqual([[], []]);
  });

  it('counts for nothing what never runs', () => {
    expect(compared(inventory(['meta'], ['a.example'], true), 'meta')).toEqual([[], ['meta']]);
  });
});
