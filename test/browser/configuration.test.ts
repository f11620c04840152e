/** What a configuration, a record and a notice change in the page is what they change for the command. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';
import { judge } from '../../src/browser/judge.ts';
import type { Judged, JudgeOptions, TextFile } from '../../src/browser/protocol.ts';
import { lintFiles } from '../../src/index.ts';
import type { LintResult } from '../../src/model/finding.ts';
import { maskResult } from '../../src/report/masked-result.ts';

const GENERAL: JudgeOptions = { sector: 'general', regime: 'eu', strictness: 'default' };
const folder = mkdtempSync(join(tmpdir(), 'taglint-configured-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const example = (path: string): string => readFileSync(join(root, 'examples/bad', path), 'utf8');

async function judged(texts: Readonly<Record<string, string>>, options = GENERAL): Promise<Judged> {
  const files = Object.entries(texts).map(([path, text]): TextFile => ({ path, text, explicit: false }));
  const outcome = await judge({ files, options });
  if (outcome.kind !== 'judged') throw new Error(outcome.kind);
  return outcome.judged;
}

let runs = 0;

async function onDisk(texts: Readonly<Record<string, string>>): Promise<LintResult> {
  runs += 1;
  const cwd = join(folder, String(runs));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  return maskResult(await lintFiles(['.'], { cwd }));
}

const timeless = ({ stats, ...result }: LintResult): unknown => ({ ...result, stats: { ...stats, milliseconds: 0 } });

const SHOP = { 'checkout.html': example('checkout.html'), 'newsletter.html': example('newsletter.html') };
const PIXEL = `<script>fbq('init', '100000000000001'); fbq('track', 'PageView');</script>
<script async src="https://connect.facebook.net/en_US/fbevents.js"></script>`;

const RECORD = `version: 1
taglint: 0.1.0
reviews:
  - date: 2026-01-15
    reviewer: A. Reviewer
    reason: First review.
vendors:
  meta:
    "100000000000001":
      does:
        - what: [init]
          runs: [marketing, all]
`;

describe('what the page says by a configuration is what the command says', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['a sector', { ...SHOP, '.taglint.yml': 'site:\n  sector: pharmacy\n' }],
    ['a regime and a strictness', { ...SHOP, '.taglint.yml': 'site: { regime: us-health }\nstrictness: audit\n' }],
    ['rules that are off', { ...SHOP, '.taglint.yml': 'rules:\n  consent/fires-before-consent: off\n' }],
    ['vendors that are allowed', { ...SHOP, '.taglint.yml': 'vendors:\n  allow: [matomo]\n' }],
    ['a preset', { ...SHOP, '.taglint.yml': 'extends: pharmacy\n' }],
    [
      'a file that it extends',
      { ...SHOP, '.taglint.yml': 'extends: ./base.yml\n', 'base.yml': 'site: { sector: pharmacy }\n' },
    ],
    [
      'overrides, what is ignored, and what has no effect',
      {
        ...SHOP,
        '.taglint.yml':
          "ignore: [newsletter.html, nothing/**]\noverrides:\n  - files: ['checkout.*']\n    rules: { data/advanced-matching: note }\n  - files: ['none.*']\n    rules: { data/advanced-matching: note }\n",
      },
    ],
    [
      'a suppression and a policy',
      {
        ...SHOP,
        '.taglint.yml':
          'suppressions:\n  - rule: consent/fires-before-consent\n    entity: Checkout\n    reason: Agreed in the review.\npolicy:\n  no-meta: { match: { vendor: meta }, message: No Meta here. }\n',
      },
    ],
    [
      'a gate of the site',
      {
        'a.html': `<script>if (shop.agreed('ads')) { ${PIXEL.slice(8, 70)} }</script>`,
        '.taglint.yml': 'consent:\n  gates:\n    - { expression: "shop.agreed(\'ads\')", category: marketing }\n',
      },
    ],
    ['a record', { 'a.html': PIXEL, 'taglint.lock.yml': RECORD }],
    [
      'a record for an auditor',
      { 'a.html': '<p>Hej</p>', 'b.html': PIXEL, 'taglint.lock.yml': RECORD, '.taglint.yml': 'strictness: audit\n' },
    ],
  ])('%s', async (_, texts) => {
    const { result } = await judged(texts);
    expect(timeless(result)).toEqual(timeless(await onDisk(texts)));
  });

  it('names the place of a mistake', async () => {
    await expect(judged({ ...SHOP, '.taglint.yml': 'site:\n  sector: pharmcy\n' })).rejects.toThrow(
      /^\.taglint\.yml:2:11: .*did you mean/,
    );
    await expect(judged({ ...SHOP, 'taglint.lock.yml': 'version: 9\n' })).rejects.toThrow(/^taglint\.lock\.yml:1:10: /);
    await expect(judged({ ...SHOP, 'notice.yml': 'vendors: [Metta]\n' })).rejects.toThrow(/did you mean meta/);
    await expect(judged({ ...SHOP, '.taglint.yml': 'extends: ../../secret.yml\n' })).rejects.toThrow(/is not there/);
    await expect(judged({ ...SHOP, '.taglint.yml': 'a: &a [*a, *a]\n' })).rejects.toThrow();
  });
});

describe('what the page tells of it', () => {
  it('is what decided, and what counts for nothing', async () => {
    const { configured } = await judged({
      ...SHOP,
      '.taglint.yml': 'site: { sector: pharmacy }\nignore: [checkout.html]\n',
      'other.yml': 'a: 1\n',
    });
    expect(configured?.file).toBe('.taglint.yml');
    expect(configured?.asked).toEqual({ sector: 'pharmacy', regime: 'eu', strictness: 'default' });
    expect(configured?.words.join(' ')).toMatch(/\.taglint\.yml decides.*1 left out.*other\.yml counts only/);
  });

  it('leaves the choices of the page to it where there is no configuration', async () => {
    const { configured, result } = await judged(
      { ...SHOP, 'taglint.lock.yml': RECORD },
      { ...GENERAL, sector: 'pharmacy' },
    );
    expect(configured?.file).toBeUndefined();
    expect(configured?.asked.sector).toBe('pharmacy');
    expect(result.findings.map(({ rule }) => rule)).toContain('policy/unreviewed-change');
  });

  it('is whom a notice does not name', async () => {
    const { configured } = await judged({ 'a.html': PIXEL, 'notice.yml': 'vendors:\n  - Criteo\n' });
    expect(configured?.notice?.isSame).toBe(false);
    expect(configured?.notice?.lines.join('\n')).toMatch(
      /^Meta.* gets data here.*\nnotice\.yml:2:5: names Criteo, which gets no data/,
    );
    const same = await judged({ 'a.html': PIXEL, 'notice.yml': 'vendors:\n  - Meta\n' });
    expect(same.configured?.notice?.isSame).toBe(true);
  });

  it('is nothing where there is nothing of the kind', async () => {
    expect((await judged(SHOP)).configured).toBeUndefined();
  });
});
