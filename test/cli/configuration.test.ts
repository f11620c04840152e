import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { buildCommand, Folder, type Outcome, taglint } from './command.ts';
import { PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const pixel = { 'site/pages/a.html': PIXEL_PAGE };

describe('.taglint.yml', () => {
  it('is found above the first path and sets severities', async () => {
    using folder = new Folder({ ...pixel, '.taglint.yml': 'rules:\n  consent/fires-before-consent: warning\n' });
    const { status, stdout } = await taglint(['site/pages/a.html'], { cwd: folder.path });
    expect(status).toBe(0);
    expect(stdout).toContain('1 warning');
  });

  it('is outranked by options', async () => {
    using folder = new Folder({ ...pixel, '.taglint.yml': 'rules: { consent/fires-before-consent: off }\n' });
    const args = ['--rule', 'consent/fires-before-consent=error', 'site'];
    expect((await taglint(args, { cwd: folder.path })).status).toBe(1);
    expect((await taglint(['site'], { cwd: folder.path })).status).toBe(0);
  });

  it('overrides severities for some files, the last entry first, and is outranked by options', async () => {
    const overrides = [
      'rules: { consent/fires-before-consent: off }',
      'overrides:',
      '  - { files: [site/], rules: { consent/fires-before-consent: error } }',
      '  - { files: ["*.old.html"], rules: { consent/fires-before-consent: warning } }',
    ].join('\n');
    using folder = new Folder({
      'a.html': PIXEL_PAGE,
      'site/b.html': PIXEL_PAGE,
      'site/c.old.html': PIXEL_PAGE,
      '.taglint.yml': overrides,
    });
    const severities = async (...args: string[]): Promise<string[]> => {
      const { stdout } = await taglint([...args, '--format', 'json', '.'], { cwd: folder.path });
      const findings: readonly Finding[] = JSON.parse(stdout).findings;
      return findings
        .filter(({ rule }) => rule === 'consent/fires-before-consent')
        .map((one) => `${one.file} ${one.severity}`);
    };
    expect(await severities()).toEqual(['site/b.html error', 'site/c.old.html warning']);
    expect(await severities('--rule', 'consent/fires-before-consent=off')).toEqual([]);
    const { stdout } = await taglint(['--format', 'json', 'b.html'], { cwd: `${folder.path}/site` });
    expect(JSON.parse(stdout).findings[0]).toMatchObject({ severity: 'error' });
  });

  it('is left aside with --no-config, replaced with --config', async () => {
    using folder = new Folder({
      ...pixel,
      '.taglint.yml': 'rules: { consent/fires-before-consent: off }\n',
      'strict.yml': 'rules: { consent/fires-before-consent: error }\n',
    });
    expect((await taglint(['--no-config', '.'], { cwd: folder.path })).status).toBe(1);
    expect((await taglint(['--config', 'strict.yml', '.'], { cwd: folder.path })).status).toBe(1);
  });

  it('stops the search at the root of a repository', async () => {
    using folder = new Folder({
      ...pixel,
      'site/.git/HEAD': 'ref: refs/heads/main\n',
      '.taglint.yml': 'rules: { consent/fires-before-consent: off }\n',
    });
    expect((await taglint(['pages'], { cwd: `${folder.path}/site` })).status).toBe(1);
  });

  it('ignores files by patterns relative to its folder', async () => {
    using folder = new Folder({
      'site/old/a.html': PIXEL_PAGE,
      'site/b.html': '<p>',
      'site/.taglint.yml': 'ignore: [/old]\n',
    });
    expect((await taglint(['site'], { cwd: folder.path })).status).toBe(0);
  });

  it('builds on presets and files, tells how strict it is, and is outranked by options', async () => {
    const page =
      '<link rel="canonical" href="https://www.example-shop.com/"><script src="https://cdn.exampleshop-assets.net/a.js"></script>';
    using folder = new Folder({
      'a.html': page,
      '.taglint.yml': 'extends: [pharmacy, ./base.yml]\n',
      'base.yml': 'extends: audit\n',
    });
    const count = async (...args: string[]): Promise<number> => {
      const { stdout } = await taglint([...args, '--format', 'json', 'a.html'], { cwd: folder.path });
      return JSON.parse(stdout).findings.length;
    };
    // The host carries the name of the site: that it is somebody else's is only possible.
    expect(await count()).toBe(1);
    expect(await count('--strictness', 'default')).toBe(0);
    expect(await count('--no-config')).toBe(0);
    writeFileSync(join(folder.path, 'base.yml'), 'extends: audti\n');
    const { status, stderr } = await taglint(['a.html'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^taglint: base\.yml:1:10: extends names no preset: .*did you mean audit\?/);
  });

  it('tells the sector', async () => {
    const page = PIXEL_PAGE.replace(
      "'PageView'",
      "'ViewContent', { content_name: document.querySelector('h1').textContent }",
    );
    using folder = new Folder({ 'a.html': page, 'pharmacy/.taglint.yml': 'site: { sector: pharmacy }\n' });
    const general = await taglint(['a.html'], { cwd: folder.path });
    expect(general.stdout).not.toContain('sensitive/product-content');
    const config = ['--config', 'pharmacy/.taglint.yml', 'a.html'];
    for (const args of [config, ['--sector', 'pharmacy', 'a.html']]) {
      expect((await taglint(args, { cwd: folder.path })).stdout).toContain('sensitive/product-content');
    }
  });

  it('may be empty', async () => {
    using folder = new Folder({ 'a.html': '<p>', '.taglint.yml': '# nothing yet\n' });
    expect((await taglint([], { cwd: folder.path })).status).toBe(0);
  });

  it('is refused with file, line and column where it is wrong; nothing is linted', async () => {
    using folder = new Folder({ ...pixel, '.taglint.yml': 'site:\n  sektor: pharmacy\n' });
    const { status, stdout, stderr } = await taglint(['site'], { cwd: folder.path });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('taglint: .taglint.yml:2:3: "sektor" is no key of site (did you mean sector?)\n');
  });

  it('names every mistake', async () => {
    using folder = new Folder({ '.taglint.yml': 'site: { sector: x, regime: y }\n', 'a.html': '<p>' });
    expect((await taglint([], { cwd: folder.path })).stderr.trim().split('\n')).toHaveLength(2);
  });
});

describe('a policy', () => {
  const HOTJAR = '<script async src="https://static.hotjar.com/c/hotjar-1.js"></script>\n';
  const files = {
    'a.html': HOTJAR,
    'b.html': `<!-- taglint-disable-next-line policy/no-replay -- agreed with everybody -->\n${HOTJAR}`,
    'c.html': `<!-- taglint-disable-next-line policy/no-repla -- agreed with everybody -->\n${HOTJAR}`,
    '.taglint.yml':
      'policy: { no-replay: { match: { purpose: replay }, message: "{vendor} is not wanted", why: It records. } }\n',
  };

  it('is named by options and comments like any rule', async () => {
    using folder = new Folder(files);
    const rules = async (...args: string[]): Promise<string[]> => {
      const { stdout } = await taglint(['--format', 'json', ...args], { cwd: folder.path });
      const findings: readonly Finding[] = JSON.parse(stdout).findings;
      return findings.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`);
    };
    const only = ['--only', 'policy/no-replay'];
    expect(
      await Promise.all([
        rules(...only, 'a.html', 'b.html'),
        rules(...only, 'c.html'),
        rules(...only, '--no-suppressions', '--rule', 'policy/no-replay=note', 'b.html'),
        // Without the configuration nobody knows which policies there are.
        rules('--no-config', '--rule', 'consent/fires-before-consent=off', '.'),
      ]),
    ).toEqual([
      ['a.html policy/no-replay error'],
      ['c.html suppression/malformed warning', 'c.html policy/no-replay error'],
      ['b.html policy/no-replay note'],
      [],
    ]);
  });

  it('is in every format', async () => {
    using folder = new Folder(files);
    const run = (format: string): Promise<Outcome> =>
      taglint(['--only', 'policy/no-replay', '--format', format, 'a.html'], { cwd: folder.path });
    const { runs } = JSON.parse((await run('sarif')).stdout);
    expect(runs[0].tool.driver.rules).toMatchObject([
      {
        id: 'policy/no-replay',
        shortDescription: { text: 'A vendor is not wanted' },
        defaultConfiguration: { level: 'error' },
        help: { markdown: expect.stringContaining('## Why\n\nIt records.') },
      },
    ]);
    const others = ['compact', 'agent', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'markdown', 'stylish'];
    for (const { status, stdout } of await Promise.all(others.map(run))) {
      expect([status, stdout]).toEqual([1, expect.stringContaining('policy/no-replay')]);
      expect(stdout).toContain('Hotjar is not wanted');
    }
  });

  it('is listed and explained, and its name is checked', async () => {
    using folder = new Folder(files);
    const run = (...args: string[]): Promise<Outcome> => taglint(args, { cwd: folder.path });
    const [explained, listed, ...wrong] = await Promise.all([
      run('explain', 'policy/no-replay'),
      run('rules'),
      run('explain', 'policy/no-repla'),
      run('--rule', 'policy/no-repla=off', '.'),
      run('--only', 'policy/no-repla', '.'),
    ]);
    expect(explained.stdout).toMatch(
      /^# A vendor is not wanted\n\n`policy\/no-replay` · \*\*error\*\* · .*\.taglint\.yml:1:11/,
    );
    expect(listed.stdout).toContain('policy/no-replay ');
    for (const { status, stderr } of wrong)
      expect([status, stderr]).toEqual([2, expect.stringContaining('(did you mean policy/no-replay?)')]);
  });
});
