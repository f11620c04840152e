import { beforeAll, describe, expect, it } from 'vitest';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import type { HeavyParser } from '../../src/parse/script.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';
import { compareCase, expand } from '../extract/gating/support.ts';
import { guardPatterns } from './a-guards.ts';
import { callbackPatterns } from './b-callbacks.ts';
import { storagePatterns } from './c-storage.ts';
import { pseudoPatterns } from './d-pseudo.ts';
import { vendorPatterns } from './e-vendors.ts';
import { parkingPatterns } from './f-parking.ts';
import { embedPatterns } from './g-embeds.ts';
import { templatePatterns } from './h-templates.ts';
import { expectationOf, type Pattern, type PatternPage } from './support.ts';

const PATTERNS: readonly Pattern[] = [
  ...guardPatterns,
  ...callbackPatterns,
  ...storagePatterns,
  ...pseudoPatterns,
  ...vendorPatterns,
  ...parkingPatterns,
  ...embedPatterns,
  ...templatePatterns,
];

/** Of a page of which only the rules are asked. */
const NOTHING = { got: '', wanted: '' };

let heavy: HeavyParser;
beforeAll(async () => {
  heavy = await loadTypeScriptParser();
});

/** Last names of the rules on consent that report something about a page. */
async function rulesOf([, text, , extension = 'html']: PatternPage): Promise<string[]> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    profile: { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] },
    strictness: 'default',
    loadHeavyParser: loadTypeScriptParser,
  });
  const kind = extension === 'json' ? 'container' : /^[jt]sx?$/.test(extension) ? 'script' : 'html';
  await linter.lint({ path: `page.${extension}`, kind, text: expand(text) });
  const ids = linter.result(1, 0).findings.map(({ rule }) => rule.split('/'));
  return [...new Set(ids.flatMap(([group, name = '']) => (group === 'consent' ? [name] : [])))].sort();
}

describe.each(PATTERNS.map((one): [number, Pattern] => [one.number, one]))('pattern %i', (_number, pattern) => {
  for (const page of pattern.pages) {
    const [name, text, expected, extension = 'html'] = page;
    it(`${pattern.verdict}: ${name}`, async () => {
      const { outcomes, rules: wantedRules } = expectationOf(expected);
      const asked = expected.replace(/ ?!\S+/g, '');
      const { got, wanted } = outcomes.length === 0 ? NOTHING : compareCase([name, text, asked, extension], heavy);
      const found = wantedRules && (await rulesOf(page)).join(' ');
      expect(`${got} ${found ?? ''}`).toBe(`${wanted} ${wantedRules?.join(' ') ?? ''}`);
    });
  }
});

it('has every pattern of the facts once', () => {
  expect(PATTERNS.map(({ number }) => number)).toEqual(Array.from({ length: 125 }, (_, index) => index + 1));
});
