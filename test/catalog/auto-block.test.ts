import { describe, expect, test } from 'vitest';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';
import { expand } from '../extract/gating/support.ts';
import { BLOCKERS } from './platforms/auto-block.ts';

/** The rules on consent that report something about a page with such a head. */
async function rulesOf(head: string): Promise<string[]> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    profile: { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] },
    strictness: 'default',
    loadHeavyParser: loadTypeScriptParser,
  });
  const text = expand(`<!doctype html><html><head>${head}</head><body></body></html>`);
  await linter.lint({ path: 'page.html', kind: 'html', text });
  const { findings } = linter.result(1, 0);
  return [...new Set(findings.flatMap(({ rule }) => (rule.startsWith('consent/') ? [rule] : [])))].sort();
}

const LATE = ['consent/cmp-loaded-late'];

test('every platform that blocks by itself is tried', () => {
  const blocking = catalog.cmps.filter(({ autoBlock }) => autoBlock).map(({ id }) => id);
  expect(Object.keys(BLOCKERS).sort()).toEqual(blocking.sort());
});

describe.each(Object.entries(BLOCKERS))('%s', (_id, { blocks, plain }) => {
  test('first and synchronous: what follows is not accused', async () => {
    expect(await rulesOf(`${blocks}TAG`)).toEqual([]);
  });

  test.each([
    ['async', `${blocks.replace('<script ', '<script async ')}TAG`],
    ['deferred', `${blocks.replace('<script ', '<script defer ')}TAG`],
    ['after the tag', `TAG${blocks}`],
  ])('%s: that it comes late is the one finding', async (_how, head) => {
    expect(await rulesOf(head)).toEqual(LATE);
  });

  test.runIf(plain !== undefined)('without its flag it blocks nothing', async () => {
    expect(await rulesOf(`${plain ?? ''}TAG`)).toEqual(['consent/fires-before-consent']);
  });
});

test('a tag that is told to be left alone runs', async () => {
  const { blocks = '' } = BLOCKERS.cookiebot ?? {};
  expect(await rulesOf(`${blocks}<script data-cookieconsent="ignore">PIX</script>`)).toEqual([
    'consent/ineffective-gate',
  ]);
});
