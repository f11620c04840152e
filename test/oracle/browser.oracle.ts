import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, findChromium } from './chromium.ts';
import { disagreements as known } from './disagreements.ts';
import { type Outcome, survey } from './survey.ts';
import { openBrowser } from './visit.ts';

const folder = fileURLToPath(new URL('pages', import.meta.url));
const chromium = findChromium();
if (chromium === undefined) console.warn(`SKIPPED: no Chromium found; set ${CHROMIUM} to its path`);

const lineOf = (outcome: Outcome, at: number): string => {
  const { subject, said, seen } = outcome.disagreements[at] ?? { subject: '', said: '', seen: '' };
  return `${outcome.page} | ${outcome.state} | ${subject} | taglint: ${said} | browser: ${seen}`;
};
const reasonOf = ({ page, state }: Outcome, subject: string): string | undefined =>
  known.find((one) => one.page === page && one.states.includes(state) && one.subjects.includes(subject))?.reason;

describe.skipIf(chromium === undefined)('taglint and a browser', () => {
  let outcomes: Outcome[] = [];

  beforeAll(async () => {
    const browser = await openBrowser(chromium ?? '');
    try {
      outcomes = await survey(browser, folder, (outcome, subject) => reasonOf(outcome, subject) !== undefined);
    } finally {
      await browser.close();
    }
  });

  afterAll(() => console.log(summaryOf(outcomes)));

  it('agree on every page, but for the disagreements that are listed with their reasons', () => {
    const unexplained = outcomes.flatMap((outcome) =>
      outcome.disagreements.flatMap(({ subject }, at) =>
        reasonOf(outcome, subject) === undefined ? [lineOf(outcome, at)] : [],
      ),
    );
    expect(unexplained).toEqual([]);
  });

  it('looked at what they were meant to look at: no script failed, no file was missing', () => {
    expect(
      outcomes.flatMap(({ page, state, errors }) => errors.map((error) => `${page} | ${state} | ${error}`)),
    ).toEqual([]);
  });

  it.skipIf(process.env.ORACLE_PAGE !== undefined)('differ wherever a disagreement is listed', () => {
    const seen = new Set(
      outcomes.flatMap(({ page, state, disagreements }) =>
        disagreements.map(({ subject }) => `${page} | ${state} | ${subject}`),
      ),
    );
    const stale = known
      .flatMap(({ page, states, subjects }) =>
        states.flatMap((state) => subjects.map((subject) => `${page} | ${state} | ${subject}`)),
      )
      .filter((line) => !seen.has(line));
    expect(stale).toEqual([]);
  });
});

function summaryOf(outcomes: readonly Outcome[]): string {
  const sum = (count: (outcome: Outcome) => number): number => outcomes.reduce((all, one) => all + count(one), 0);
  const checked = sum((one) => one.checked);
  const differ = sum((one) => one.disagreements.length);
  const percent = checked === 0 ? 0 : (100 * (checked - differ)) / checked;
  const pages = new Set(outcomes.map(({ page }) => page)).size;
  const lines = outcomes.flatMap((outcome) =>
    outcome.disagreements.map(
      ({ subject }, at) => `  ${lineOf(outcome, at)} | ${reasonOf(outcome, subject) ?? 'NOT EXPLAINED'}`,
    ),
  );
  return [
    `${pages} pages, ${outcomes.length} visits, ${checked} claims checked: ${checked - differ} agree (${percent.toFixed(1)} %), ${differ} differ; ${sum((one) => one.unknown)} claims say "unknown"`,
    ...lines,
  ].join('\n');
}
