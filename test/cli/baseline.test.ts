import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, taglint } from './command.ts';
import { CONTAINER, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const NAME = '.taglint-baseline.json';
const HOTJAR = '<script async src="https://static.hotjar.com/c/hotjar-1.js"></script>';
const site = { 'pages/a.html': PIXEL_PAGE, 'GTM-1.json': CONTAINER };

interface Written {
  readonly version: number;
  readonly findings: readonly { readonly file: string; readonly rule: string; readonly severity: string }[];
}

const text = (folder: Folder, name = NAME): string => readFileSync(join(folder.path, name), 'utf8');
const written = (folder: Folder, name = NAME): Written => JSON.parse(text(folder, name));

describe('taglint baseline', () => {
  it('records what is found; later runs fail on what is new', async () => {
    using folder = new Folder(site);
    const { path: cwd } = folder;
    expect((await taglint(['.'], { cwd })).status).toBe(1);
    const { status, stdout } = await taglint(['baseline'], { cwd });
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(
        /^\.taglint-baseline\.json: \d+ known findings \(2 errors, .*; \d+ added, 0 struck out\.\n$/,
      ),
    ]);
    const clean = await taglint(['.'], { cwd });
    expect([clean.status, clean.stdout]).toEqual([
      0,
      expect.stringMatching(/^No findings\.\n.*\d findings known to the baseline\.\n$/s),
    ]);
    expect((await taglint(['--no-baseline', '.'], { cwd })).status).toBe(1);
    writeFileSync(join(cwd, 'pages/b.html'), HOTJAR);
    const next = await taglint(['--format', 'json', '.'], { cwd });
    expect(next.status).toBe(1);
    expect(JSON.parse(next.stdout).findings).toMatchObject([{ file: 'pages/b.html' }]);
  });

  it('is the same every time, one finding a line, in the order of files', async () => {
    using folder = new Folder(site);
    await taglint(['baseline', 'pages', 'GTM-1.json'], { cwd: folder.path });
    const first = text(folder);
    rmSync(join(folder.path, NAME));
    await taglint(['baseline', 'GTM-1.json', 'pages'], { cwd: folder.path });
    expect(text(folder)).toBe(first);
    const files = written(folder).findings.map(({ file }) => file);
    expect(files).toEqual([...files].sort());
    expect(first.split('\n')).toHaveLength(files.length + 6);
    expect(first).toContain('"about": "Meta - base"');
  });

  it('calls nothing gone that a run did not look for', async () => {
    using folder = new Folder(site);
    const { path: cwd } = folder;
    await taglint(['baseline'], { cwd });
    const runs = [['--only', 'gtm/paused-tag'], ['--rule', 'consent/fires-before-consent=off'], ['--no-suppressions']];
    const outcomes = await Promise.all(runs.map((args) => taglint([...args, '.'], { cwd })));
    for (const { stdout } of outcomes) expect(stdout).not.toContain('gone');
    writeFileSync(join(cwd, 'pages/a.html'), '<p>');
    expect((await taglint(['.'], { cwd })).stdout).toMatch(/baseline\s+(?:is|are)\s+gone/);
  });

  it('knows a container by its public id, whatever its file is called', async () => {
    const named = (id: string): string =>
      JSON.stringify({
        exportFormatVersion: 2,
        containerVersion: { ...JSON.parse(CONTAINER).containerVersion, container: { publicId: id } },
      });
    using folder = new Folder({ 'exports/GTM-AAAA_workspace12.json': named('GTM-AAAA') });
    const { path: cwd } = folder;
    await taglint(['baseline'], { cwd });
    const { length } = written(folder).findings;
    rmSync(join(cwd, 'exports/GTM-AAAA_workspace12.json'));
    writeFileSync(join(cwd, 'exports/GTM-AAAA_workspace13.json'), named('GTM-AAAA'));
    const { status, stdout } = await taglint(['.'], { cwd });
    expect([status, stdout]).toEqual([0, expect.stringContaining(`${length} findings known to the baseline.\n`)]);
    expect(stdout).not.toContain('gone');
    expect((await taglint(['baseline', '--prune'], { cwd })).stdout).toContain('0 added, 0 struck out');
    expect(new Set(written(folder).findings.map(({ file }) => file))).toEqual(
      new Set(['exports/GTM-AAAA_workspace13.json']),
    );
    // The same tags in another container are new, and so is a second copy beside the first.
    writeFileSync(join(cwd, 'exports/other.json'), named('GTM-BBBB'));
    expect((await taglint(['exports/other.json'], { cwd })).status).toBe(1);
    writeFileSync(join(cwd, 'exports/other.json'), named('GTM-AAAA'));
    expect((await taglint(['.'], { cwd })).status).toBe(1);
  });

  it('knows code that was moved, and a tag that another export lists elsewhere', async () => {
    using folder = new Folder(site);
    const { path: cwd } = folder;
    await taglint(['baseline'], { cwd });
    writeFileSync(
      join(cwd, 'pages/a.html'),
      PIXEL_PAGE.replace('<script>', '<p>\n\n  New words above.</p>\n    <script>'),
    );
    const container = JSON.parse(CONTAINER);
    container.containerVersion.tag.unshift({ tagId: '9', name: 'Other', type: 'html', paused: true, parameter: [] });
    writeFileSync(join(cwd, 'GTM-1.json'), JSON.stringify(container));
    const { stdout } = await taglint(['--format', 'json', '.'], { cwd });
    expect(JSON.parse(stdout).findings.filter(({ entity }: { entity?: string }) => entity !== 'Other')).toEqual([]);
  });

  it('is found from every folder of the project, and so are its files', async () => {
    using folder = new Folder({ ...site, '.git/HEAD': 'ref: refs/heads/main\n' });
    const pages = join(folder.path, 'pages');
    await taglint(['baseline'], { cwd: pages });
    expect(written(folder).findings.map(({ file }) => file)).toContain('pages/a.html');
    expect((await taglint(['a.html'], { cwd: pages })).status).toBe(0);
    expect((await taglint(['pages'], { cwd: folder.path })).status).toBe(0);
    expect((await taglint([join(pages, 'a.html')], { cwd: '/' })).status).toBe(0);
  });

  it('keeps what it was not asked to look at', async () => {
    using folder = new Folder(site);
    await taglint(['baseline'], { cwd: folder.path });
    const all = text(folder);
    await taglint(['baseline', 'pages'], { cwd: folder.path });
    expect(text(folder)).toBe(all);
  });

  it('tells what is gone; --prune strikes it out and adds nothing', async () => {
    using folder = new Folder({ ...site, 'pages/b.html': HOTJAR, 'old.html': HOTJAR });
    const { path: cwd } = folder;
    await taglint(['baseline'], { cwd });
    const before = written(folder).findings.length;
    writeFileSync(join(cwd, 'pages/b.html'), '<p></p>');
    rmSync(join(cwd, 'old.html'));
    writeFileSync(join(cwd, 'pages/c.html'), HOTJAR);
    const { stats } = JSON.parse((await taglint(['--format', 'json', '.'], { cwd })).stdout);
    expect(stats).toMatchObject({ gone: 2, known: before - 2 });
    const { stdout } = await taglint(['baseline', '--prune'], { cwd });
    expect(stdout).toContain('0 added, 2 struck out.');
    expect(written(folder).findings).toHaveLength(before - 2);
    expect((await taglint(['.'], { cwd })).status).toBe(1);
  });

  it('does not know a finding that has become more severe', async () => {
    using folder = new Folder({
      'a.html': HOTJAR,
      '.taglint.yml': 'rules: { consent/fires-before-consent: warning }\n',
    });
    const { path: cwd } = folder;
    await taglint(['baseline'], { cwd });
    expect((await taglint(['--fail-on', 'warning', '.'], { cwd })).status).toBe(0);
    writeFileSync(join(cwd, '.taglint.yml'), 'rules: {}\n');
    expect((await taglint(['.'], { cwd })).status).toBe(1);
  });

  it('may be another file', async () => {
    using folder = new Folder(site);
    const { path: cwd } = folder;
    await taglint(['baseline', '--baseline', 'known.json'], { cwd });
    expect(written(folder, 'known.json').version).toBe(1);
    expect((await taglint(['.'], { cwd })).status).toBe(1);
    expect((await taglint(['--baseline', 'known.json', '.'], { cwd })).status).toBe(0);
  });

  it.each([
    ['{ "version": 2, "findings": [] }', 'was written by a newer taglint (format 2, this one reads 1): update taglint'],
    ['{ "version": 1, "findings": [', '.taglint-baseline.json:1:'],
    ['[]', 'is no baseline; `taglint baseline` writes one'],
    ['{ "version": 1, "findings": [{ "file": "a" }] }', 'entry 1 is none of a baseline'],
    ['', '.taglint-baseline.json:1:1: '],
  ])('refuses %s, and leaves it as it is', async (broken, message) => {
    using folder = new Folder({ ...site, [NAME]: broken });
    for (const args of [['.'], ['baseline'], ['baseline', '--prune']]) {
      const { status, stderr } = await taglint(args, { cwd: folder.path });
      expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    }
    expect(text(folder)).toBe(broken);
  });

  it.each([
    [['baseline', '--prune'], 2, 'there is no baseline to prune'],
    [['--baseline', 'none.json', '.'], 2, 'none.json: no such file'],
    [['baseline', 'nothing-here'], 3, 'no baseline was written'],
  ])('%j', async (args, code, message) => {
    using folder = new Folder(site);
    const { status, stderr } = await taglint(args, { cwd: folder.path });
    expect([status, stderr]).toEqual([code, expect.stringContaining(message)]);
  });
});
