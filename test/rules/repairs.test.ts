/** What the pages of the rules show as incorrect is repaired: the finding is gone, and nothing else is broken. */
import { describe, expect, it } from 'vitest';
import { chooseRepairs, repairOf } from '../../src/engine/repairs.ts';
import { ruleIds } from '../../src/generated/ids.ts';
import { ruleList } from '../../src/generated/rule-list.ts';
import type { Finding, RepairKind } from '../../src/model/finding.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { type Example, lintExample, readPage } from './pages.ts';

/** How many of the incorrect examples of a rule's page are repaired without a question, and how many when asked. */
const REPAIRED: Readonly<Record<string, readonly [safe: number, suggested: number]>> = {
  'consent/cmp-loaded-late': [0, 6],
  'consent/embedded-content': [0, 1],
  'consent/fires-before-consent': [0, 1],
  'consent/ineffective-gate': [0, 2],
  'consent/noscript-beacon': [0, 6],
  'consent/resource-hint': [0, 5],
  'consent-mode/ignored-command': [8, 0],
  'consent-mode/late-default': [0, 7],
  'consent-mode/missing-v2-signals': [8, 0],
  'consent-mode/unknown-signal': [0, 9],
  'data/advanced-matching': [0, 15],
  'data/automatic-events': [14, 0],
  'gtm/consent-not-configured': [0, 6],
  'gtm/duplicate-tag': [0, 6],
  'gtm/html-without-effect': [6, 0],
  'gtm/unused-entity': [0, 6],
  'security/insecure-transport': [7, 0],
};

/** What a repair may uncover: a command that is obeyed at last grants what nobody had noticed. */
const UNCOVERED: Readonly<Record<string, readonly string[]>> = {
  'consent-mode/unknown-signal': ['consent-mode/granted-default'],
};

interface Repaired {
  readonly text: string;
  readonly findings: readonly Finding[];
}

async function lint(example: Example, id: string): Promise<readonly Finding[]> {
  return (await lintExample(example, id)).filter(({ rule }) => rule === id || /-error$/.test(rule));
}

/** One round after the other, as the command does it. */
async function repaired(example: Example, id: string, kind: RepairKind): Promise<Repaired> {
  let { text } = example;
  for (let round = 0; ; round++) {
    const findings = await lint({ ...example, text }, id);
    const { edits } = chooseRepairs(findings, kind);
    if (edits.length === 0 || round === 10) return { text, findings };
    text = applyEdits(text, edits);
  }
}

function errorsIn(findings: readonly Finding[]): string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

describe.each(ruleIds)('%s', (id) => {
  const examples = readPage(id).examples.filter(({ section }) => section === 'Incorrect');
  const counts: Record<RepairKind, number> = { safe: 0, suggested: 0 };

  it.each(examples.map((example) => [example.line, example] as const))('line %i', async (_, example) => {
    const all = await lintExample(example, id);
    const found = all.filter(({ rule }) => rule === id);
    for (const kind of ['safe', 'suggested'] as const) {
      const own = found.filter((finding) => (kind === 'safe' ? finding.fix : !finding.fix && finding.suggestions));
      if (own.length === 0) continue;
      counts[kind]++;
      for (const finding of own) {
        const repair = repairOf(finding, kind);
        const text = applyEdits(example.text, repair?.edits ?? []);
        const left = await lintExample({ ...example, text }, id);
        const same = left.filter(({ rule }) => rule === id);
        const isGone =
          same.length < found.length || same.every(({ fingerprint }) => fingerprint !== finding.fingerprint);
        expect(isGone, `${repair?.message} leaves it:\n${text}`).toBe(true);
        for (const rule of new Set(errorsIn(left)))
          expect([...errorsIn(all), ...(UNCOVERED[id] ?? [])], `${repair?.message} brings ${rule}:\n${text}`).toContain(
            rule,
          );
      }
      const last = await repaired(example, id, kind);
      expect(
        last.findings.filter((finding) => repairOf(finding, kind)).map(({ message }) => message),
        last.text,
      ).toEqual([]);
      expect(last.findings.filter(({ rule }) => rule !== id)).toEqual([]);
    }
  });

  it('repairs as many as it says', () => {
    expect([counts.safe, counts.suggested]).toEqual(REPAIRED[id] ?? [0, 0]);
  });

  it('says of itself what it repairs', () => {
    const kind = counts.safe > 0 ? 'safe' : counts.suggested > 0 ? 'suggested' : undefined;
    expect(ruleList.find((rule) => rule.id === id)?.repair).toBe(kind);
    expect(Math.min(counts.safe, counts.suggested)).toBe(0);
  });
});
