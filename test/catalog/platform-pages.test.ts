import { beforeAll, describe, expect, test } from 'vitest';
import { catalog } from '../../src/generated/catalog.ts';
import type { HeavyParser } from '../../src/parse/script.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';
import { type Case, compareCase } from '../extract/gating/support.ts';
import { platformPages } from './platform-pages.ts';
import type { PlatformPage } from './platforms/page.ts';

/** What a page is expected to do, by the first letters of the states (see `Case`). */
function expected([, , , outcomes]: PlatformPage): ReadonlyMap<string, string> {
  return new Map(
    outcomes.split(/\s+/).flatMap((word): [string, string][] => {
      const [state = '', outcome] = word.split(':');
      if (state.startsWith('@')) return [];
      return [outcome === undefined ? ['f', state] : [state, outcome]];
    }),
  );
}

/** Nothing runs before a choice or after a refusal; something does after consent. */
function isGated(page: PlatformPage): boolean {
  const outcomes = expected(page);
  const closed = outcomes.get('f') === 'blocked' && (outcomes.get('r') ?? 'blocked') === 'blocked';
  return closed && [...outcomes.values()].includes('runs');
}

/** Runs before a choice, or whatever it was. */
function onlyLooksGated(page: PlatformPage): boolean {
  const outcomes = expected(page);
  return outcomes.get('f') === 'runs' || outcomes.get('r') === 'runs';
}

let heavy: HeavyParser;
beforeAll(async () => {
  heavy = await loadTypeScriptParser();
});

describe('platforms on pages', () => {
  test.each(platformPages.map(([platform, ...page]): [string, string, Case] => [platform, page[0], page]))(
    '%s: %s',
    (_platform, _name, page) => {
      const { got, wanted } = compareCase(page, heavy);
      expect(got).toBe(wanted);
    },
  );

  test.each(catalog.cmps.map(({ id }) => id))('%s has a gated page and one that only looks gated', (id) => {
    const own = platformPages.filter(([platform]) => platform === id);
    expect(own.filter(isGated)).not.toEqual([]);
    expect(own.filter(onlyLooksGated)).not.toEqual([]);
  });

  test('every page is about a platform of the catalogue', () => {
    const ids = new Set(catalog.cmps.map(({ id }) => id));
    expect(platformPages.filter(([platform]) => !ids.has(platform))).toEqual([]);
  });
});
