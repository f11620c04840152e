import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ruleIds } from '../../src/generated/ids.ts';
import { BUILT_IN_IDS } from '../../src/model/built-in-rules.ts';
import { buildCommand, Folder, root, taglint } from './command.ts';
import { CLEAN_PAGE, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

describe('help and version', () => {
  it('--version prints that of package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(await taglint(['--version'], { cwd: root })).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('--help names every option in groups, with examples and exit codes', async () => {
    const { status, stdout } = await taglint(['--help'], { cwd: root });
    expect(status).toBe(0);
    for (const text of ['What is judged', 'What is printed', 'When the command fails', 'Examples:', 'Exit codes:']) {
      expect(stdout).toContain(text);
    }
    for (const option of [
      '--fail-on',
      '--strictness',
      '--sector',
      '--rule',
      '--quiet',
      '--stdin-filename',
      '--no-config',
    ]) {
      expect(stdout).toContain(option);
    }
  });
});

describe('rules', () => {
  it('lists every rule', async () => {
    const { status, stdout } = await taglint(['rules'], { cwd: root });
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual([...ruleIds, ...BUILT_IN_IDS]);
  });

  it('lists them for programs', async () => {
    const { stdout } = await taglint(['rules', '--format', 'json'], { cwd: root });
    expect(JSON.parse(stdout)).toHaveLength(ruleIds.length + BUILT_IN_IDS.length);
  });

  it('says which option repairs what a rule finds', async () => {
    const { stdout } = await taglint(['rules'], { cwd: root });
    expect(stdout).toMatch(/^security\/insecure-transport .* \(--fix\)$/m);
    expect(stdout).toMatch(/^data\/advanced-matching .* \(--fix=suggested\)$/m);
    expect(stdout).toMatch(/^security\/exposed-secret (?!.*--fix)/m);
    const { stdout: told } = await taglint(['rules', '--format', 'json'], { cwd: root });
    const repairs: unknown[] = JSON.parse(told).map(({ id, repair }: { id: string; repair: string }) => [id, repair]);
    expect(repairs).toEqual(
      expect.arrayContaining([
        ['security/insecure-transport', 'safe'],
        ['data/advanced-matching', 'suggested'],
        ['parse-error', 'none'],
      ]),
    );
    const page = async (id: string): Promise<string> => (await taglint(['explain', id], { cwd: root })).stdout;
    expect(await page('security/insecure-transport')).toMatch(/^## How to fix\n\n`taglint --fix` makes/m);
    expect(await page('security/exposed-secret')).toMatch(/^## How to fix\n\ntaglint makes no repair/m);
  });
});

describe('explain', () => {
  it.each(['consent/fires-before-consent', 'parse-error'])('prints the page of %s', async (id) => {
    const { status, stdout } = await taglint(['explain', id], { cwd: root });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# /);
    expect(stdout).toContain(id);
    expect(stdout.length).toBeGreaterThan(200);
  });

  it('names the law that a rule rests on', async () => {
    const { stdout } = await taglint(['explain', 'consent/fires-before-consent'], { cwd: root });
    expect(stdout).toContain('EPRIVACY-5-3');
    expect(stdout).toContain('not legal advice');
  });

  it('suggests a rule for a mistyped id', async () => {
    const { status, stdout, stderr } = await taglint(['explain', 'fires-before-concent'], { cwd: root });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('did you mean consent/fires-before-consent?');
  });

  it('needs an id', async () => {
    expect((await taglint(['explain'], { cwd: root })).status).toBe(2);
  });
});

describe('what is loaded', () => {
  /** The modules that a run imports, told by Node itself. */
  async function loaded(args: readonly string[], folder: Folder): Promise<string[]> {
    const hook = `import { register } from 'node:module';
      register('data:text/javascript,' + encodeURIComponent(
        "import { writeSync } from 'node:fs'; export async function load(url, context, next) { writeSync(2, 'LOAD ' + url + '\\\\n'); return next(url, context); }"));`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` };
    const { stderr } = await taglint(args, { cwd: folder.path, env });
    return [...stderr.matchAll(/^LOAD (.*)$/gm)].map(([, url = '']) => url);
  }

  const heavy = /\/chunks\/(?:lint-\w+\.js.*engine|catalog|sensitive|load|rule-docs|index)-|typescript|htmlparser2/;

  it.each([[['--version']], [['--help']], [['rules']], [['--no-config', 'a.html']]])(
    '%j loads no parser and no catalogue',
    async (args) => {
      using folder = new Folder({ 'a.html': CLEAN_PAGE });
      const modules = await loaded(args, folder);
      expect(modules.some((url) => url.endsWith('/dist/cli.js'))).toBe(true);
      expect(modules.filter((url) => heavy.test(url))).toEqual([]);
      expect(sizeOf(modules)).toBeLessThan(200_000);
    },
  );

  it('loads the catalogue for a page with a tag, but not TypeScript, nor a reader of configurations', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const modules = await loaded(['a.html'], folder);
    expect(modules.some((url) => /\/catalog-/.test(url))).toBe(true);
    expect(modules.filter((url) => /typescript|\/load-/.test(url))).toEqual([]);
  });

  /** Bytes of the bundle that were read. */
  function sizeOf(modules: readonly string[]): number {
    return modules
      .filter((url) => url.startsWith('file:'))
      .reduce((sum, url) => sum + readFileSync(new URL(url)).length, 0);
  }
});
