import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, root, taglint } from './command.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const read = (folder: Folder, name: string): string => readFileSync(join(folder.path, name), 'utf8');

const FORMATS = [
  'agent',
  'checkstyle',
  'compact',
  'github',
  'gitlab',
  'json',
  'junit',
  'markdown',
  'rdjson',
  'sarif',
  'stylish',
];

describe('formats', () => {
  it('are all printed by the command, with the exit code of the findings', async () => {
    using folder = new Folder({ '-a b\n.html': PIXEL_PAGE, 'c.json': CONTAINER });
    const all = FORMATS.flatMap((format) => ['--format', `${format}=out.${format}`]);
    const { status } = await taglint([...all, '.'], { cwd: folder.path });
    expect(status).toBe(1);
    for (const format of FORMATS) expect(read(folder, `out.${format}`)).toContain('consent/fires-before-consent');
    expect(readdirSync(folder.path)).toHaveLength(FORMATS.length + 2);
  });

  it('github appends to the job summary', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'summary.md': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: join(folder.path, 'summary.md') };
    const { stdout } = await taglint(['--format', 'github', 'a.html'], { cwd: folder.path, env });
    expect(stdout).toMatch(/^::error file=a\.html,line=/);
    expect(read(folder, 'summary.md')).toMatch(/^before\n### taglint: 1 error, 1 note in 1 file\n/);
    const broken = { GITHUB_STEP_SUMMARY: folder.path };
    const { status, stderr } = await taglint(['--format', 'github', 'a.html'], { cwd: folder.path, env: broken });
    expect(status).toBe(1);
    expect(stderr).toContain('cannot write the job summary');
  });

  it('go to several places at once, files first', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const args = ['--format', 'sarif=out.sarif', '--format', 'stylish', '--format', 'json=-x y.json', 'a.html'];
    const { status, stdout, stderr } = await taglint(args, { cwd: folder.path });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^a\.html\n/);
    expect(stderr).toBe('taglint: 2 findings written to out.sarif\ntaglint: 2 findings written to -x y.json\n');
    expect(JSON.parse(read(folder, 'out.sarif'))).toMatchObject({ version: '2.1.0', runs: [{ results: [{}, {}] }] });
    expect(JSON.parse(read(folder, '-x y.json'))).toMatchObject({ version: 1 });
  });

  it('take --output for the one without a file', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const args = ['--format', 'sarif=out.sarif', '--format', 'compact', '-o', 'log.txt', 'a.html'];
    expect((await taglint(args, { cwd: folder.path })).stdout).toBe('');
    expect(read(folder, 'log.txt')).toMatch(/^a\.html:\d+:\d+: error: /);
  });

  it.each([
    [['--format', 'srif'], 'There is no format srif (did you mean sarif?)'],
    [['--format', 'sarif='], 'Expected a file behind sarif=.'],
    [['--format', 'json', '--format', 'sarif'], 'json and sarif would go to one place'],
    [['--format', 'json=a', '-o', 'b'], 'every --format has a file'],
    [['--format', 'json=a', '--format', 'sarif=a'], 'two formats would go to a'],
  ])('%j fails the run with a message', async (args, message) => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE });
    const { status, stdout, stderr } = await taglint([...args, 'a.html'], { cwd: folder.path });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('tell of a container by tag, with the page of the rule', async () => {
    using folder = new Folder({ 'c.json': CONTAINER });
    const { stdout } = await taglint(['--format', 'sarif', 'c.json'], { cwd: folder.path });
    expect(JSON.parse(stdout)).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              name: 'taglint',
              rules: expect.arrayContaining([
                expect.objectContaining({
                  id: 'consent/fires-before-consent',
                  help: { text: expect.stringContaining('first visit'), markdown: expect.any(String) },
                }),
              ]),
            },
          },
        },
      ],
    });
    expect(stdout).toContain('tag \\"Meta - base\\"');
  });
});

describe('files of output', () => {
  it('replace what was there, follow links and keep permissions', async () => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE, 'real/out.json': 'x'.repeat(100_000) });
    chmodSync(join(folder.path, 'real/out.json'), 0o640);
    symlinkSync('real/out.json', join(folder.path, 'link.json'));
    await taglint(['--format', 'json=link.json', 'a.html'], { cwd: folder.path });
    expect(lstatSync(join(folder.path, 'link.json')).isSymbolicLink()).toBe(true);
    expect(statSync(join(folder.path, 'real/out.json')).mode & 0o777).toBe(0o640);
    expect(JSON.parse(read(folder, 'real/out.json'))).toMatchObject({ version: 1 });
    expect(readdirSync(join(folder.path, 'real'))).toEqual(['out.json']);
  });

  it.each(['missing/out.json', 'folder'])(
    'that cannot be written (%s) fail the run; the others are written',
    async (file) => {
      using folder = new Folder({ 'a.html': CLEAN_PAGE, 'folder/x': '' });
      const args = ['--format', `json=${file}`, '--format', 'sarif=ok.sarif', '--format', 'compact', 'a.html'];
      const { status, stdout, stderr } = await taglint(args, { cwd: folder.path });
      expect(status).toBe(2);
      expect(stderr).toContain(`taglint: cannot write ${file}: `);
      expect(stdout).toMatch(/^No findings\./);
      expect(read(folder, 'ok.sarif')).toContain('2.1.0');
    },
  );

  it.skipIf(process.getuid?.() === 0)(
    'in a folder that is read-only fail the run, and what was there stays',
    async () => {
      using folder = new Folder({ 'a.html': CLEAN_PAGE, 'ro/out.json': 'old' });
      chmodSync(join(folder.path, 'ro'), 0o555);
      const { status, stderr } = await taglint(['-o', 'ro/out.json', 'a.html'], { cwd: folder.path });
      chmodSync(join(folder.path, 'ro'), 0o755);
      expect(status).toBe(2);
      expect(stderr).toContain('cannot write ro/out.json');
      expect(read(folder, 'ro/out.json')).toBe('old');
    },
  );

  it('are written, and the exit code stands, where standard output is closed', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const child = spawn(
      process.execPath,
      [join(root, 'dist/cli.js'), '--format', 'stylish', '--format', 'json=out.json', 'a.html'],
      { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(1);
    expect(JSON.parse(read(folder, 'out.json'))).toMatchObject({ version: 1 });
  });
});

describe('standard output', () => {
  it.skipIf(!existsSync('/dev/full'))('that cannot be written fails the run with a message', () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'a.html'], {
      cwd: folder.path,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^taglint: cannot write to standard output: .*\n$/);
  });
});

describe('--max-warnings', () => {
  it.each([
    ['0', 1],
    ['1', 0],
  ])('%s', async (most, status) => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const args = ['--rule', 'consent/fires-before-consent=warning', '--max-warnings', most, 'a.html'];
    const outcome = await taglint(args, { cwd: folder.path });
    expect(outcome.status).toBe(status);
    expect(outcome.stderr.includes('1 warning is more than --max-warnings 0')).toBe(status === 1);
  });

  it.each(['-1', 'x', '1.5', ''])('refuses %j', async (most) => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE });
    const { status, stderr } = await taglint([`--max-warnings=${most}`, 'a.html'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toContain('Expected a whole number');
  });
});

describe('--only', () => {
  it('runs the named rules alone, also where the configuration switches them off', async () => {
    const config = 'rules:\n  consent/fires-before-consent: off\n';
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'b.json': '{', '.taglint.yml': config });
    const args = ['--format', 'compact', '--only', 'consent/fires-before-consent', 'a.html', 'b.json'];
    const { stdout } = await taglint(args, { cwd: folder.path });
    expect(stdout.match(/\[\S+\]$/gm)).toEqual(['[consent/fires-before-consent]', '[parse-error]']);
    const { status, stderr } = await taglint(['--only', 'consent/fires-before', 'a.html'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toContain('There is no rule consent/fires-before');
  });
});
