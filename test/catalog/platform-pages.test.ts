import { beforeAll, describe, expect, test } from 'vitest';
import { catalog } from '../../src/generated/catalog.ts';
import type { HeavyParser } from '../../src/parse/script.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';
import { type Case, compareCase } from '../extract/gating/support.ts';
import { platformPages } from './platform-pages.ts';

/** Platforms without an interface that is known, or that a page does not show. */
const WITHOUT_PAGES = ['nuxt-scripts', 'securiti', 'segment-consent'];

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

  test('every platform has a gated page and one that only looks gated', () => {
    const few = catalog.cmps.filter(({ id }) => platformPages.filter(([platform]) => platform === id).length < 2);
    expect(few.map(({ id }) => id).filter((id) => !WITHOUT_PAGES.includes(id))).toEqual([]);
  });
});
