import { classify } from '../../src/discover/index.ts';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';

/** The rules on consent and consent modes that report something for a text, by their last names in order of the alphabet. */
export function consentRules(path: string, text: string): Promise<string[]> {
  return rulesThatFind(path, text, /^consent(?:-mode)?\//);
}

/** The rules on what is sent of a person, likewise. */
export function personalRules(path: string, text: string): Promise<string[]> {
  return rulesThatFind(path, text, /^data\/(?:advanced-matching|automatic-advanced-matching|personal-data-in-event)$/);
}

/** The rules of a group, likewise. */
export async function rulesThatFind(path: string, text: string, group: RegExp): Promise<string[]> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    profile: { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] },
    strictness: 'default',
    loadHeavyParser: loadTypeScriptParser,
  });
  const kind = classify(path, text);
  await linter.lint({ path, kind: kind === 'other' ? 'html' : kind, text });
  const found = linter.result(1, 0).findings.filter(({ rule }) => group.test(rule));
  return [...new Set(found.map(({ rule }) => rule.split('/')[1] ?? rule))].sort();
}
