/** Containers that are judged as the command judges them: with the whole catalogue and all rules. */
import { expect, it } from 'vitest';
import type { LintResult } from '../../src/model/finding.ts';
import { CONSENT_STATES, type ConsentState } from '../../src/model/guard.ts';
import { GENERAL_PROFILE, type SiteProfile, type Strictness } from '../../src/model/profile.ts';
import { type MatrixUnit, matrixUnit } from '../../src/report/matrix/rows.ts';
import { createLinter } from '../../src/run/run.ts';
import { containerText, type Json, type Parts, tag } from '../extract/gtm/build.ts';

export interface Judging {
  readonly profile?: Partial<SiteProfile>;
  readonly strictness?: Strictness;
}

export interface Judged {
  readonly result: LintResult;
  readonly matrix: MatrixUnit;
}

/** Judges the text of a container. */
export async function judgeText(text: string, { profile, strictness = 'default' }: Judging = {}): Promise<Judged> {
  const units: MatrixUnit[] = [];
  const linter = await createLinter({
    profile: { ...GENERAL_PROFILE, ...profile },
    strictness,
    judged: (unit) => void units.push(matrixUnit(unit)),
  });
  await linter.lint({ path: 'container.json', kind: 'container', text });
  const [matrix] = units;
  if (!matrix) throw new Error('nothing was judged');
  return { result: linter.result(1, 0), matrix };
}

const LETTERS = { runs: 'R', held: 'H', limited: 'L', blocked: 'B', unknown: '?' } as const;

/** The row of a tag as six letters: first visit, refused, preferences, statistics, marketing, all. */
export function cellsOf({ matrix }: Judged, name: string): string {
  const row = matrix.tags.find((one) => one.name === name);
  return row ? CONSENT_STATES.map((state: ConsentState) => LETTERS[row.states[state].outcome]).join('') : '-';
}

/** What is found, as `rule severity`; `about` says which rules are meant. */
export function foundIn({ result }: Judged, about: RegExp): string {
  const found = result.findings.filter(({ rule }) => about.test(rule));
  const words = found.map(({ rule, severity }) => `${rule.split('/')[1] ?? rule}:${severity.charAt(0).toUpperCase()}`);
  return [...new Set(words)].sort().join(' ');
}

/** A container, the cells of its tag `T`, and what the rules in question find in it. */
export type Row = readonly [name: string, parts: Parts, cells: string, found?: string];

/** One test a row. */
export function testRows(rows: readonly Row[], about: RegExp, judging: Judging = {}): void {
  for (const [name, parts, cells, found] of rows) {
    it(name, async () => {
      const judged = await judgeText(containerText(parts), judging);
      const rules = found === undefined ? undefined : foundIn(judged, about);
      expect([cellsOf(judged, 'T'), rules]).toEqual([cells, found]);
    });
  }
}

export const ALL_PAGES = '2147479553';
export const CONSENT_INIT = '2147479572';

/** Meta's own snippet. */
export const PIXEL =
  "!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');fbq('init','1234567890123456');fbq('track','PageView');";

/** Meta's pixel as custom HTML: it asks nobody by itself. */
export function pixel(name = 'T', more: Json = {}): Json {
  return tag(
    name,
    'html',
    { html: `<script>${PIXEL}</script>` },
    { consentSettings: { consentStatus: 'NOT_NEEDED' }, ...more },
  );
}

/** A consent check of a tag's own. */
export function needs(...types: string[]): Json {
  const list = types.map((value) => ({ type: 'TEMPLATE', value }));
  return { consentSettings: { consentStatus: 'NEEDED', consentType: { type: 'LIST', list } } };
}
