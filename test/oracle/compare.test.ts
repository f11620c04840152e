import { describe, expect, it } from 'vitest';
import type { Claim } from './claims.ts';
import { compare } from './compare.ts';
import { plansOf } from './plans.ts';
import type { Sighting } from './visit.ts';

const LOAD = { vendor: 'meta', does: 'load', name: 'connect.facebook.net/en_us/fbevents.js' } as const;
const PAGE_VIEW = { vendor: 'meta', does: 'event', name: 'PageView' } as const;
const ANY_EVENT = { vendor: 'meta', does: 'event', name: undefined } as const;

function compared(claims: readonly Claim[], seen: readonly Omit<Sighting, 'limited'>[], limited = false): string[] {
  const sightings = seen.map((one): Sighting => ({ ...one, limited }));
  return compare(claims, sightings, () => true).disagreements.map((one) => `${one.subject}: ${one.said}, ${one.seen}`);
}

describe('the comparison with a browser', () => {
  it('agrees where what runs is seen and what is blocked is not', () => {
    expect(compared([{ ...LOAD, outcome: 'runs' }], [LOAD])).toEqual([]);
    expect(compared([{ ...LOAD, outcome: 'blocked' }], [])).toEqual([]);
  });

  it('differs where what runs is not seen, and where what is blocked is', () => {
    expect(compared([{ ...LOAD, outcome: 'runs' }], [])).toHaveLength(1);
    expect(compared([{ ...LOAD, outcome: 'blocked' }], [LOAD])).toHaveLength(1);
    expect(compared([{ ...PAGE_VIEW, outcome: 'held' }], [PAGE_VIEW])).toHaveLength(1);
  });

  it('tells limited events from others', () => {
    expect(compared([{ ...PAGE_VIEW, outcome: 'limited' }], [PAGE_VIEW], true)).toEqual([]);
    expect(compared([{ ...PAGE_VIEW, outcome: 'limited' }], [PAGE_VIEW])).toHaveLength(1);
    expect(compared([{ ...PAGE_VIEW, outcome: 'runs' }], [PAGE_VIEW], true)).toHaveLength(1);
  });

  it('differs where something is seen of which nothing was said', () => {
    expect(compared([], [LOAD])).toEqual(['meta load connect.facebook.net/en_us/fbevents.js: nothing, requested']);
    expect(compared([{ ...ANY_EVENT, outcome: 'runs' }], [PAGE_VIEW])).toEqual([]);
  });

  it('takes what has a name of its own out of what has none', () => {
    const claims: Claim[] = [
      { ...PAGE_VIEW, outcome: 'runs' },
      { ...ANY_EVENT, outcome: 'blocked' },
    ];
    expect(compared(claims, [PAGE_VIEW])).toEqual([]);
    expect(compared(claims, [PAGE_VIEW, { ...PAGE_VIEW, name: 'Purchase' }])).toHaveLength(1);
  });

  it('counts claims that say nothing, and checks nothing of them', () => {
    const { checked, unknown } = compare([{ ...LOAD, outcome: 'unknown' }], [{ ...LOAD, limited: false }], () => true);
    expect({ checked, unknown }).toEqual({ checked: 0, unknown: 1 });
  });
});

describe('the plan of a page', () => {
  it('is one visit unless the page names more', () => {
    expect(plansOf('<p>').visits.map(({ state }) => state)).toEqual(['first-visit']);
  });

  it('presses the buttons that the page names', () => {
    const { visits } = plansOf('<!doctype html>\n<!-- oracle: accept=#yes refuse=.no -->');
    expect(visits.map(({ state, plan }) => `${state} ${plan.press ?? ''}`)).toEqual([
      'first-visit ',
      'all #yes',
      'refused .no',
    ]);
  });

  it('refuses a word that it does not know', () => {
    expect(() => plansOf('<!-- oracle: acept=#yes -->')).toThrow('acept');
  });
});
