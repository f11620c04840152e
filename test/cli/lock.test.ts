import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { container, PAGE, PIXEL, PLATFORM, parked, TAG } from '../lock/samples.ts';
import { buildCommand, Folder, root, taglint } from './command.ts';

beforeAll(buildCommand);

const FILES = {
  'page.html': PAGE,
  'GTM.json': container([TAG]),
  '.taglint.yml': 'consent:\n  defaults-on-page: denied\n',
};

/** A folder whose record is as its files are. */
async function reviewed(files: Readonly<Record<string, string>> = FILES): Promise<Folder> {
  const folder = new Folder(files);
  const args = ['lock', '--reviewer', 'Eva Ek', '--reason', 'First review', '--date', '2026-11-03'];
  const { status, stderr } = await taglint(args, { cwd: folder.path });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return folder;
}

/** What a run tells of changes, each in one line: `error: …`. */
async function changes({ path }: Folder, ...args: readonly string[]): Promise<string[]> {
  const { stdout } = await taglint(['--format', 'json', '--only', 'policy/unreviewed-change', ...args], { cwd: path });
  const { findings }: { findings: { severity: string; message: string; file: string }[] } = JSON.parse(stdout);
  return findings.map(
    ({ severity, message, file }) => `${file} ${severity}: ${message.replace(/ Somebody has reviewed.*$/, '')}`,
  );
}

function write({ path }: Folder, name: string, text: string): void {
  writeFileSync(join(path, name), text);
}

const record = ({ path }: Folder): string => readFileSync(join(path, 'taglint.lock.yml'), 'utf8');

describe('taglint lock', () => {
  it('writes who gets what, for people, of the published schema', async () => {
    using folder = await reviewed();
    const text = record(folder);
    expect(text.slice(text.indexOf('version:')).replace(/^taglint: .*\n/m, '')).toBe(`version: 1
reviews:
  - date: 2026-11-03
    reviewer: Eva Ek
    reason: First review
vendors:
  google-analytics:
    G-ABCDEF1234:
      does:
        - what: [sign_up]
          runs: [statistics, all]
          gates: ["consent mode: analytics_storage"]
      gets:
        method: {with: [sign_up]}
  meta:
    "1234567890":
      does:
        - what: [init, Purchase]
          runs: [marketing, all]
          gates: ["Cookiebot: marketing"]
      gets:
        em: {category: email, form: hashed, with: [init]}
        value: {with: [Purchase]}
  plausible:
    no-account:
      does:
        - what: [Signup]
          runs: [statistics, all]
          gates: ["Cookiebot: statistics"]
`);
    const validate = new Ajv2020().compile(JSON.parse(readFileSync(join(root, 'schemas/lock.schema.json'), 'utf8')));
    validate(parse(text));
    expect(validate.errors).toBeNull();
  });

  it('overwrites nothing without --update, and updates nothing without a reason', async () => {
    using folder = await reviewed();
    const before = record(folder);
    const again = await taglint(['lock'], { cwd: folder.path });
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toContain('taglint.lock.yml is there already: --update writes it anew, with a --reason');
    const bare = await taglint(['lock', '--update'], { cwd: folder.path });
    expect(bare).toMatchObject({ status: 2, stdout: '' });
    expect(bare.stderr).toContain('--update needs a --reason');
    expect(record(folder)).toBe(before);
  });

  it('keeps the reviews, prunes what is gone, and adds what is new', async () => {
    using folder = await reviewed();
    write(folder, 'page.html', `<!doctype html>\n${PLATFORM}${parked("ttq.load('C123'); ttq.track('Lead');\n")}`);
    const args = ['lock', '--update', '--reason', 'TikTok instead of Meta', '--date', '2026-12-01'];
    expect(await taglint(args, { cwd: folder.path })).toMatchObject({ status: 0 });
    expect(parse(record(folder))).toMatchObject({
      reviews: [
        { date: '2026-12-01', reason: 'TikTok instead of Meta' },
        { date: '2026-11-03', reviewer: 'Eva Ek' },
      ],
      vendors: { tiktok: { C123: {} } },
    });
    expect(record(folder)).not.toContain('meta');
    expect(await changes(folder)).toEqual([]);
  });

  it('writes nothing where something could not be looked at', async () => {
    using folder = new Folder({ 'page.html': PAGE, 'GTM.json': '{ "containerVersion": { "tag": [' });
    const { status, stderr } = await taglint(['lock'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toContain('no record was written');
    expect(() => record(folder)).toThrow();
  });

  it('writes no personal data', async () => {
    const code = "fbq('init', '1234567890'); fbq('trackCustom', 'anna@example.com');\n";
    using folder = await reviewed({ 'page.html': PLATFORM + parked(code) });
    expect(record(folder)).not.toContain('anna@');
    expect(await changes(folder)).toEqual([]);
    expect(await taglint(['lock', '--date', 'soon'], { cwd: folder.path })).toMatchObject({ status: 2 });
  });

  it('writes where the configuration says, and reads it there', async () => {
    using folder = new Folder({ 'page.html': PAGE, '.taglint.yml': 'lock: reviewed.yml\n' });
    const missing = await taglint([], { cwd: folder.path });
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('reviewed.yml: no such file; `taglint lock` writes it');
    expect(await taglint(['lock'], { cwd: folder.path })).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder.path, 'reviewed.yml'), 'utf8')).toContain('meta:');
    write(folder, 'page.html', PAGE.replace('value: basket.total', 'value: basket.total, coupon: basket.code'));
    expect(await changes(folder)).toHaveLength(1);
  });
});

describe('policy/unreviewed-change', () => {
  it('tells what is new, in one line', async () => {
    using folder = await reviewed();
    write(folder, 'page.html', PAGE.replace(/sha256\((.*?)\) \}/, '$1 }'));
    expect(await changes(folder)).toEqual([
      'page.html error: Meta Pixel (1234567890) now gets “em” in clear text; the record of 2026-11-03 has it hashed.',
    ]);
  });

  it('fails a run, points at the record, and has fingerprints that outlast other lines', async () => {
    using folder = await reviewed();
    const changed = PAGE.replace('value: basket.total', 'value: basket.total, coupon: basket.code');
    const run = async (text: string): Promise<{ fingerprint: string; trail: { file: string; line: number }[] }> => {
      write(folder, 'page.html', text);
      const { status, stdout } = await taglint(['--format', 'json'], { cwd: folder.path });
      expect(status).toBe(1);
      const { findings } = JSON.parse(stdout);
      return findings.find(({ rule }: { rule: string }) => rule === 'policy/unreviewed-change');
    };
    const first = await run(changed);
    const second = await run(`<p>\n</p>\n${changed.replace("fbq('track'", "\n\nfbq('track'")}`);
    expect(second.fingerprint).toBe(first.fingerprint);
    const line = record(folder).split('\n').indexOf('  meta:') + 1;
    expect(first.trail[0]).toMatchObject({ file: 'taglint.lock.yml', line });
  });

  it('is found from a folder below, and not without the configuration', async () => {
    using folder = await reviewed();
    write(folder, 'page.html', PAGE.replace('value: basket.total', 'value: basket.total, coupon: basket.code'));
    expect(await changes(folder, join(folder.path, 'page.html'))).toHaveLength(1);
    expect(await changes(folder, '--no-config')).toEqual([]);
  });

  it('is silenced like other rules, and does not read the record where it is off', async () => {
    using folder = await reviewed();
    write(folder, 'page.html', PAGE.replace('value: basket.total', 'value: basket.total, coupon: basket.code'));
    const off = await taglint(['--rule', 'policy/unreviewed-change=off'], { cwd: folder.path });
    expect(off.stdout).not.toContain('unreviewed');
    write(folder, 'taglint.lock.yml', 'nonsense: [');
    expect((await taglint(['--rule', 'policy/unreviewed-change=off'], { cwd: folder.path })).status).toBe(off.status);
    expect((await taglint([], { cwd: folder.path })).status).toBe(2);
  });
});

describe('the record and what is judged in other ways', () => {
  const changed = PAGE.replace('value: basket.total', 'value: basket.total, coupon: basket.code');

  it('counts as it is staged', async () => {
    using folder = await reviewed();
    const git = (...args: readonly string[]): void =>
      void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder.path });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'reviewed');
    write(folder, 'page.html', changed);
    expect(await changes(folder, '--staged')).toEqual([]);
    git('add', 'page.html');
    expect(await changes(folder, '--staged')).toHaveLength(1);
    expect(await changes(folder, '--since', 'HEAD')).toHaveLength(1);
    // What was agreed to and is not staged yet does not count.
    await taglint(['lock', '--update', '--reason', 'coupons'], { cwd: folder.path });
    expect(await changes(folder)).toEqual([]);
    expect(await changes(folder, '--staged')).toHaveLength(1);
    git('add', 'taglint.lock.yml');
    expect(await changes(folder, '--staged')).toEqual([]);
  });

  it('tells what is switched in a vendor’s interface, by what was fetched', async () => {
    const settings = (on: boolean): string =>
      `fbq.registerPlugin('1234567890', { __fbEventsPlugin: 1, plugin: function (fbq, instance, config) { instance.optIn('1234567890', 'AutomaticMatching', ${on}); } });`;
    const name = 'signals-config-1234567890.js';
    using folder = await reviewed({ ...FILES, [name]: settings(false) });
    write(folder, name, settings(true));
    expect(await changes(folder)).toEqual([
      `${name} error: Automatic Advanced Matching of Meta Pixel (1234567890) is on; the record of 2026-11-03 does not have it.`,
    ]);
  });

  it('tells an auditor what it has and nobody needs, of a run over all of it alone', async () => {
    using folder = await reviewed();
    write(
      folder,
      'page.html',
      `<!doctype html>\n${PLATFORM}${parked(PIXEL.replace(/\{ em.*?\} *\)/, '{})').replace('Purchase', 'PageView'))}`,
    );
    const notes = async (...args: readonly string[]): Promise<string[]> => {
      const { stdout } = await taglint(['--strictness', 'audit', '--format', 'json', ...args], { cwd: folder.path });
      const { findings }: { findings: { rule: string; file: string; message: string; severity: string }[] } =
        JSON.parse(stdout);
      return findings
        .filter(({ file }) => file === 'taglint.lock.yml')
        .map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`);
    };
    expect(await notes()).toEqual([
      expect.stringContaining(
        'configuration/without-effect note: The record of 2026-11-03 has more for Meta Pixel (1234567890) than it gets: Purchase, em.',
      ),
      expect.stringContaining('The record of 2026-11-03 has plausible, which gets nothing here.'),
    ]);
    expect(await notes('page.html')).toEqual([]);
  });

  it('says so where another version of taglint has written it', async () => {
    using folder = await reviewed();
    write(folder, 'taglint.lock.yml', record(folder).replace(/^taglint: .*$/m, 'taglint: 0.0.1'));
    write(folder, 'page.html', changed);
    const { stdout } = await taglint(['--format', 'json'], { cwd: folder.path });
    expect(stdout).toContain('The record was written by taglint 0.0.1');
  });
});
