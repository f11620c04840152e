import { describe, expect, it } from 'vitest';
import type { LintResult } from '../../src/model/finding.ts';
import { CONSENT_STATES } from '../../src/model/guard.ts';
import type { Outcome, Verdict } from '../../src/model/unit.ts';
import { matrixJson } from '../../src/report/matrix/json.ts';
import type { MatrixTag, MatrixUnit } from '../../src/report/matrix/rows.ts';
import { type MatrixTableOptions, matrixTable } from '../../src/report/matrix/table.ts';
import { textWidth } from '../../src/report/terminal.ts';

const RESULT: LintResult = {
  version: 1,
  taglint: '0.0.0',
  findings: [],
  skipped: [{ file: 'x.bin', reason: 'binary' }],
  stats: { files: 2, parsed: 1, units: 1, activities: 1, unresolved: 0, suppressed: 0, milliseconds: 1 },
};

function tag(name: string, outcome: Outcome, more: Partial<MatrixTag> = {}): MatrixTag {
  const verdict: Verdict = { outcome, certainty: 'certain' };
  const states = Object.fromEntries(CONSENT_STATES.map((state) => [state, verdict])) as MatrixTag['states'];
  const place = { file: 'a.html', line: 3, column: 1 };
  const reasons = Object.fromEntries(CONSENT_STATES.map((state) => [state, []])) as unknown as MatrixTag['reasons'];
  return { name, vendor: name, ...place, states, needsConsent: true, paused: false, why: [], reasons, ...more };
}

function unit(tags: readonly MatrixTag[], more: Partial<MatrixUnit> = {}): MatrixUnit {
  return { file: 'a.html', server: false, pages: [], tags, unlisted: 0, ...more };
}

function table(tags: readonly MatrixTag[], options: Partial<MatrixTableOptions> = {}): string {
  const units: MatrixUnit[] = tags.length > 0 ? [unit(tags)] : [];
  return matrixTable(units, RESULT, { explain: false, showValues: false, color: false, width: 100, ...options });
}

describe('the table', () => {
  it('explains only the words that stand in it', () => {
    const text = table([tag('A', 'runs'), tag('B', 'held')]);
    expect(text).toMatch(/runs: in full; held: fetched/);
    expect(text).not.toMatch(/limited:|blocked:|unknown:|dead|likely/);
    expect(table([tag('A', 'blocked')])).toContain('a tag that is blocked in every state is dead');
  });

  it('marks what is only likely', () => {
    const likely: Verdict = { outcome: 'runs', certainty: 'likely' };
    const text = table([tag('A', 'blocked', { states: { ...tag('A', 'blocked').states, all: likely } })]);
    expect(text).toMatch(/blocked +runs\*\n/);
    expect(text).toContain('*: likely');
  });

  it('keeps the ends of long names, and the width', () => {
    const name = 'GA4 Event - Add to cart - product pages of the shop - Denmark';
    const text = table([tag(name, 'runs', { vendor: 'GA4' })], { width: 96 });
    expect(text).toContain('Denmark');
    const word = table([tag(`FB_CONVERSIONS_API-${'1'.repeat(16)}-Lead`, 'runs', { vendor: 'FB' })]);
    expect(word).toMatch(/-Lead\n/);
    expect(table([tag('word '.repeat(400), 'runs')]).split('\n').length).toBeLessThan(20);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(96);
  });

  it('explains cells that are alike together', () => {
    const step = { message: 'because', file: 'a.html', line: 7, column: 2 };
    const other = { ...step, message: 'otherwise' };
    const { states } = tag('A', 'blocked');
    const runs: Verdict = { outcome: 'runs', certainty: 'certain' };
    const reasons = {
      'first-visit': [step],
      refused: [step],
      preferences: [step],
      statistics: [other],
      marketing: [step],
      all: [other],
    };
    const row = tag('A', 'blocked', { states: { ...states, all: runs, statistics: runs }, reasons });
    const text = table([row], { explain: true });
    expect(text).toContain('blocked in first visit, refused, preferences, marketing: because (7:2)');
    expect(text).toContain('runs in statistics, all: otherwise (7:2)');
    expect(table([row])).not.toContain('because');
    expect(
      JSON.parse(matrixJson([unit([row])], { explain: true, showValues: false })).units[0].tags[0].reasons.all,
    ).toEqual([other]);
  });

  it('says what was not looked at', () => {
    const text = table([]);
    expect(text).toBe(
      'No tags: nothing here loads or calls a vendor that taglint knows.\nLooked at 2 files, 1 of them with something to judge. Skipped 1: x.bin (binary).\n',
    );
  });

  it('colours what runs too early, where the vendor needs a choice', () => {
    const red = '\u001b[31mruns';
    expect(table([tag('A', 'runs')], { color: true }).split(red)).toHaveLength(3);
    expect(table([tag('A', 'runs', { needsConsent: false })], { color: true })).not.toContain(red);
  });

  it.each([80, 90, 100, 120])('keeps to %i columns, whatever the names are', (width) => {
    const names = ['x'.repeat(400), 'word '.repeat(60), '日本語のタグ'.repeat(20), '😀'.repeat(90)];
    const tags = names.flatMap((name) => [
      tag(name, 'unknown', { vendor: 'Google Analytics 4' }),
      tag('Meta Pixel', 'runs', { file: name }),
    ]);
    for (const line of table(tags, { width }).split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
    expect(table([tag('GA4 config', 'runs', { vendor: 'Google Analytics 4' })], { width })).toMatch(/Analytics 4/);
  });

  it('says what has no row', () => {
    const options = { explain: false, showValues: false, color: false, width: 120 };
    const text = matrixTable([unit([tag('A', 'runs')], { server: true, unlisted: 2 })], RESULT, options);
    expect(text).toContain('A server has no first visit');
    expect(text).toContain('2 more tags not listed');
    expect(table([tag('A', 'runs')])).not.toContain('not listed');
  });

  it('a paused tag says so', () => {
    expect(table([tag('A', 'blocked', { paused: true })])).toContain('paused');
  });
});

describe('JSON', () => {
  it('masks personal data unless asked not to', () => {
    const units = [unit([tag('to eva@example.com', 'runs', { vendor: 'GA4' })])];
    expect(matrixJson(units, { explain: true, showValues: false })).not.toContain('eva@example.com');
    expect(matrixJson(units, { explain: true, showValues: true })).toContain('eva@example.com');
  });
});
