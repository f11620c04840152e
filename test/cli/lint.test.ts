import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCommand, Folder, root, taglint } from './command.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const resultSchema = z.object({
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.string(),
      file: z.string(),
      line: z.number(),
      column: z.number(),
      message: z.string(),
    }),
  ),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
  stats: z.object({ files: z.number(), parsed: z.number() }),
});

async function lintJson(args: readonly string[], folder: Folder, input?: string) {
  const outcome = await taglint(['--format', 'json', ...args], { cwd: folder.path, ...(input && { input }) });
  return { ...outcome, ...resultSchema.parse(JSON.parse(outcome.stdout)) };
}

describe('exit codes', () => {
  it('is 0 for a folder without findings', async () => {
    using folder = new Folder({ 'index.html': CLEAN_PAGE });
    const { status, stdout, stderr } = await taglint([], { cwd: folder.path });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('No findings.\nLooked at 1 file');
  });

  it('is 1 for an error, with the place, the code and the remedy', async () => {
    using folder = new Folder({ 'index.html': PIXEL_PAGE, 'other.html': CLEAN_PAGE });
    const { status, stdout } = await taglint(['.'], { cwd: folder.path });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^index\.html\n/);
    expect(stdout).toContain('consent/fires-before-consent');
    expect(stdout).toContain('^^^');
    expect(stdout).toContain('fix: ');
    expect(stdout).toContain('Looked at 2 files');
  });

  it.each([
    ['error', 0],
    ['warning', 0],
    ['note', 1],
    ['never', 0],
  ])('--fail-on %s decides about notes', async (severity, status) => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const args = ['--rule', 'consent/fires-before-consent=off', '--fail-on', severity, 'a.html'];
    expect((await taglint(args, { cwd: folder.path })).status).toBe(status);
  });

  it('is 0 for errors with --fail-on never', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    expect((await taglint(['--fail-on', 'never', 'a.html'], { cwd: folder.path })).status).toBe(0);
  });

  it('is 3 for a mistyped path, and the other files are linted', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const { status, stdout, stderr } = await taglint(['a.html', 'tempaltes'], { cwd: folder.path });
    expect(status).toBe(3);
    expect(stdout).toContain('consent/fires-before-consent');
    expect(stderr).toBe('taglint: tempaltes: no such file or folder\n');
  });

  it.each([[['nothing.html']], [['*.html']], [[]]])('is 3 where there is nothing: %j', async (args) => {
    using folder = new Folder({});
    const { status, stdout, stderr } = await taglint(args, { cwd: folder.path });
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^taglint: /);
  });

  it('takes a mistyped command for a path and says so', async () => {
    using folder = new Folder({});
    const { status, stderr } = await taglint(['rulse'], { cwd: folder.path });
    expect(status).toBe(3);
    expect(stderr).toContain('did you mean rules?');
  });

  it('is 3 for a binary file', async () => {
    using folder = new Folder({ 'a.png': '\u0089PNG\0\0' });
    const { status, stderr } = await taglint(['a.png'], { cwd: folder.path });
    expect(status).toBe(3);
    expect(stderr).toContain('binary file');
  });

  it.skipIf(process.getuid?.() === 0)('is 2 for a file that may not be read', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'b.html': PIXEL_PAGE });
    chmodSync(join(folder.path, 'b.html'), 0);
    const { status, stdout, stderr } = await taglint(['.'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stdout).toContain('consent/fires-before-consent');
    expect(stderr).toContain('b.html: cannot be read: permission denied');
  });

  it('is 2 for a path that cannot be followed', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    symlinkSync('circle.html', join(folder.path, 'circle.html'));
    const { status, stdout, stderr } = await taglint(['a.html', 'circle.html'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stdout).toContain('consent/fires-before-consent');
    expect(stderr).toContain('circle.html: cannot be read');
  });

  it('is 2 where the output cannot be written', async () => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE });
    mkdirSync(join(folder.path, 'out'));
    const { status, stderr } = await taglint(['-o', 'out', 'a.html'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toContain('cannot write out');
  });

  it.each([
    [['--formt', 'json'], '--format'],
    [['--format', 'jsno'], 'did you mean json?'],
    [['--sector', 'farmacy'], 'did you mean pharmacy?'],
    [['--strictness', 'strickt'], 'did you mean strict?'],
    [['--fail-on', 'warn'], 'known are error, warning, note, never'],
    [['--rule', 'hygiene/duplicate-pixl=off'], 'did you mean hygiene/duplicate-pixel?'],
    [['--rule', 'noscript-beacon=off'], 'did you mean consent/noscript-beacon?'],
    [['--rule', 'hygiene/duplicate-pixel=of'], 'did you mean off?'],
    [['--rule', 'hygiene/duplicate-pixel'], 'Expected ID=LEVEL'],
    [['--config', 'missing.yml'], 'missing.yml: no such file'],
  ])('is 2 for %j', async (args, said) => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const { status, stdout, stderr } = await taglint([...args, 'a.html'], { cwd: folder.path });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
  });
});

describe('inputs', () => {
  it('reads standard input under the name that is given', async () => {
    using folder = new Folder({});
    const { status, findings } = await lintJson(['--stdin-filename', 'theme/page.liquid'], folder, PIXEL_PAGE);
    expect(status).toBe(1);
    expect(findings[0]).toMatchObject({ file: 'theme/page.liquid', line: 6 });
  });

  it('reads standard input for the path -, beside files', async () => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE });
    const { findings, stats } = await lintJson(['-', 'a.html'], folder, PIXEL_PAGE);
    expect(findings[0]?.file).toBe('<stdin>');
    expect(stats.files).toBe(2);
  });

  it('shows code frames of standard input', async () => {
    using folder = new Folder({});
    const { stdout } = await taglint(['--stdin-filename', 'a.html'], { cwd: folder.path, input: PIXEL_PAGE });
    expect(stdout).toContain('^^^');
  });

  it('finds a container by its content, and points into it', async () => {
    using folder = new Folder({ 'export.json': CONTAINER, 'package.json': '{"name":"x"}' });
    const { status, findings } = await lintJson([], folder);
    expect(status).toBe(1);
    expect(findings.map(({ file }) => file)).toContain('export.json');
    expect(findings.every(({ line }) => line > 20)).toBe(true);
  });

  it('reports a broken container by line and column; the other files are linted', async () => {
    const broken = CONTAINER.replace('"name": "Meta - base",', '"name": "Meta - base"');
    const line = broken.split('\n').findIndex((text) => text.includes('"Meta - base"')) + 2;
    using folder = new Folder({ 'broken.json': broken, 'a.html': PIXEL_PAGE });
    const { status, findings } = await lintJson([], folder);
    expect(status).toBe(1);
    expect(findings.find(({ rule }) => rule === 'parse-error')).toMatchObject({
      file: 'broken.json',
      line,
      severity: 'error',
    });
    expect(findings.map(({ rule }) => rule)).toContain('consent/fires-before-consent');
  });

  it('reports JSON that is named and broken, whatever it should have been', async () => {
    using folder = new Folder({ 'a.json': '{\n  "tag": [\n' });
    const { status, findings } = await lintJson(['a.json'], folder);
    expect(status).toBe(1);
    expect(findings).toMatchObject([{ rule: 'parse-error', file: 'a.json' }]);
  });

  it('reports a script that does not parse; the other scripts of the page are judged', async () => {
    const page = PIXEL_PAGE.replace('<script>', "<script>\nfbq('track', ;\n</script>\n<script>");
    using folder = new Folder({ 'a.html': page });
    const { findings } = await lintJson(['a.html'], folder);
    expect(findings.find(({ rule }) => rule === 'parse-error')).toMatchObject({ line: 4 });
    expect(findings.map(({ rule }) => rule)).toContain('consent/fires-before-consent');
  });

  it('reads TypeScript', async () => {
    using folder = new Folder({ 'a.ts': `const id: string = '1';\n${PIXEL}` });
    const { findings } = await lintJson([], folder);
    expect(findings.map(({ rule }) => rule)).toContain('consent/fires-before-consent');
    expect(findings.map(({ rule }) => rule)).not.toContain('parse-error');
  });

  it('judges a local script once, with the page that takes it in', async () => {
    using folder = new Folder({
      'index.html': '<!doctype html><script src="/js/pixel.js"></script>',
      'about/index.html': '<!doctype html><script src="../js/pixel.js"></script>',
      'js/pixel.js': PIXEL,
    });
    const { findings, stats } = await lintJson([], folder);
    expect(findings.filter(({ rule }) => rule === 'consent/fires-before-consent')).toMatchObject([
      { file: 'js/pixel.js' },
    ]);
    expect(stats).toMatchObject({ files: 3, parsed: 2 });
  });

  it('follows imports to the script that starts the tag', async () => {
    using folder = new Folder({
      'src/main.js': "import { start } from '@/tags';\nstart();\n",
      'src/tags/index.ts': "export { start } from './meta.js';\n",
      'src/tags/meta.ts': `export function start(): void {\n${PIXEL}}\n`,
      'src/direct.js': "import { start } from './tags/meta';\nstart();\n",
    });
    const { findings } = await lintJson([], folder);
    expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toContain(
      'src/tags/meta.ts consent/fires-before-consent',
    );
  });

  it('takes out what the ignore files say', async () => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE, 'old/b.html': PIXEL_PAGE, '.taglintignore': 'old/\n' });
    expect((await taglint([], { cwd: folder.path })).status).toBe(0);
  });
});

describe('output', () => {
  it('is JSON of the published schema', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'b.json': CONTAINER });
    const { stdout } = await taglint(['--format', 'json', 'a.html', 'b.json', 'missing'], { cwd: folder.path });
    const validate = new Ajv2020().compile(
      JSON.parse(readFileSync(join(root, 'schemas/findings.schema.json'), 'utf8')),
    );
    const result: unknown = JSON.parse(stdout);
    validate(result);
    expect(validate.errors).toBeNull();
    expect(resultSchema.parse(result).skipped).toEqual([{ file: 'missing', reason: 'no such file or folder' }]);
  });

  it('names files that looked like scripts by their content and are none', async () => {
    using folder = new Folder({
      Makefile: '# analytics\nrun:\n\techo "gtag(" > out\n',
      'layout.pug': "doctype html\nscript.\n  fbq('init', '1234567890123456');\n",
      tag: "fbq('init', '1234567890123456');\n",
    });
    const { stdout } = await taglint(['--format', 'json'], { cwd: folder.path });
    const { skipped, findings } = resultSchema.parse(JSON.parse(stdout));
    expect(skipped.map(({ file }) => file).sort()).toEqual(['Makefile', 'layout.pug']);
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(['tag']));
  });

  it('goes to a file, without colours', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const { status, stdout, stderr } = await taglint(['-o', 'log.txt', 'a.html'], { cwd: folder.path });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^taglint: \d findings written to log\.txt\n$/);
    expect(readFileSync(join(folder.path, 'log.txt'), 'utf8')).toMatch(/^a\.html\n/);
  });

  it.each([
    [[], {}, false],
    [['--color'], {}, true],
    [['--color'], { NO_COLOR: '1' }, true],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '' }, true],
  ])('colours with %j and %j: %s', async (args, env, colored) => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE });
    const { stdout } = await taglint([...args, 'a.html'], { cwd: folder.path, env });
    expect(stdout.includes('\u001b[')).toBe(colored);
  });

  it('prints errors only with --quiet, and says when others fail the run', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const all = await lintJson(['a.html'], folder);
    expect(new Set(all.findings.map(({ severity }) => severity))).toEqual(new Set(['error', 'note']));
    const quiet = await lintJson(['--quiet', 'a.html'], folder);
    expect(new Set(quiet.findings.map(({ severity }) => severity))).toEqual(new Set(['error']));
    const args = ['--quiet', '--fail-on', 'note', '--rule', 'consent/fires-before-consent=off'];
    const hidden = await lintJson([...args, 'a.html'], folder);
    expect(hidden).toMatchObject({ status: 1, findings: [] });
    expect(hidden.stderr).toContain('--quiet');
  });

  it('says nothing of progress where standard error is no terminal', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    expect((await taglint(['a.html'], { cwd: folder.path })).stderr).toBe('');
  });
});
