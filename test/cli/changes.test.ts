import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, type Outcome, taglint } from './command.ts';
import { GIT_ENVIRONMENT, Repository } from './repository.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

interface Found {
  readonly status: number | null;
  /** `file rule`, errors alone. */
  readonly errors: readonly string[];
  readonly skipped: readonly string[];
  readonly stats: Readonly<Record<string, number>>;
}

async function found(repository: Folder, args: readonly string[], folder = ''): Promise<Found> {
  const { status, stdout, stderr } = await run(repository, ['--format', 'json', ...args], folder);
  if (stdout === '') throw new Error(stderr);
  const { findings, skipped, stats } = JSON.parse(stdout);
  return {
    status,
    errors: findings
      .filter(({ severity }: { severity: string }) => severity === 'error')
      .map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`),
    skipped: skipped.map(({ file, reason }: { file: string; reason: string }) => `${file}: ${reason}`),
    stats,
  };
}

function run(repository: Folder, args: readonly string[], folder = '', env = {}): Promise<Outcome> {
  return taglint(args, { cwd: join(repository.path, folder), env: { ...GIT_ENVIRONMENT, ...env } });
}

const RULE = 'consent/fires-before-consent';

describe('--staged', () => {
  it('looks at what is staged, as it is staged', async () => {
    using repository = new Repository({ 'old.html': PIXEL_PAGE, 'page.html': CLEAN_PAGE });
    repository.commit();
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 0, errors: [], stats: { files: 0 } });
    // In the working tree alone.
    repository.write({ 'page.html': PIXEL_PAGE, 'new.html': PIXEL_PAGE });
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 0, errors: [], stats: { files: 0 } });
    repository.git('add', 'page.html');
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 1, errors: [`page.html ${RULE}`] });
    // Repaired in the working tree, and not staged.
    repository.write({ 'page.html': CLEAN_PAGE });
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 1, errors: [`page.html ${RULE}`] });
    repository.git('add', 'page.html');
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 0, errors: [] });
  });

  it('looks at all that is staged before the first commit', async () => {
    using repository = new Repository({ 'page.html': PIXEL_PAGE });
    repository.git('add', '.');
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 1, errors: [`page.html ${RULE}`] });
  });

  it('shows the staged code, also where the file is there no longer', async () => {
    using repository = new Repository({ 'page.html': PIXEL_PAGE });
    repository.git('add', '.');
    rmSync(join(repository.path, 'page.html'));
    const { status, stdout } = await run(repository, ['--staged']);
    expect(status).toBe(1);
    expect(stdout).toContain('│ n.queue=[];t=b.createElement(e)');
  });

  it('does not look at what was deleted; a renamed file has its new name', async () => {
    using repository = new Repository({ 'gone.html': PIXEL_PAGE, 'before.html': PIXEL_PAGE });
    repository.commit();
    repository.git('rm', '--quiet', 'gone.html');
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 0, errors: [] });
    expect(await run(repository, ['--staged', 'gone.html'])).toMatchObject({ status: 0 });
    repository.git('mv', 'before.html', 'after.html');
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 1, errors: [`after.html ${RULE}`] });
  });

  it('reads names of any kind', async () => {
    const names = [
      'a b.html',
      '-o.html',
      '--config=x.html',
      'new\nline.html',
      '[id].html',
      '!not.html',
      'ü.html',
      '"q".html',
    ];
    using repository = new Repository(Object.fromEntries(names.map((name) => [name, PIXEL_PAGE])));
    repository.git('add', '--all');
    const { errors } = await found(repository, ['--staged']);
    expect(errors.map((error) => error.slice(0, -RULE.length - 1))).toEqual([...names].sort());
    const { stdout } = await run(repository, ['--staged', '--format', 'compact']);
    expect(stdout).toContain('new\\nline.html:8:');
  });

  it('reads a file whose name is no text', async () => {
    using repository = new Repository();
    const name = Buffer.from('caf\xe9.html', 'latin1');
    const blob = repository.hash(PIXEL_PAGE);
    repository.addToIndex('100644', blob, name);
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 1, errors: [`caf\\xe9.html ${RULE}`] });
  });

  it('takes in what is staged beside it, not what lies in the working tree', async () => {
    using repository = new Repository({
      'pixel.js': 'console.log("nothing");',
      'page.html': '<!doctype html><script src="pixel.js"></script>',
    });
    repository.commit();
    repository.write({ 'pixel.js': PIXEL, 'page.html': '<!doctype html><p><script src="pixel.js"></script>' });
    repository.git('add', 'page.html');
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 0, errors: [] });
    repository.git('add', 'pixel.js');
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 1, errors: [`pixel.js ${RULE}`] });
  });

  it('judges a part in the pages that take it in, and tells of the part alone', async () => {
    const files = {
      'layouts/theme.liquid': "<head>{% if customer.cookie_consent %}{% render 'pixel' %}{% endif %}</head>",
      'layouts/other.liquid': PIXEL_PAGE,
      'snippets/pixel.liquid': '<p></p>',
    };
    using repository = new Repository(files);
    repository.commit();
    repository.write({ 'snippets/pixel.liquid': `<script>${PIXEL}</script>` });
    repository.commit();
    const whole = await found(repository, ['--no-config']);
    expect(whole.errors).toEqual([`layouts/other.liquid ${RULE}`]);
    repository.git('reset', '--soft', 'HEAD~1');
    const staged = await found(repository, ['--staged']);
    expect(staged).toMatchObject({ status: 0, errors: [], stats: { files: 1, parsed: 1, beside: 2 } });
    expect(await found(repository, ['--staged', 'snippets/pixel.liquid'])).toMatchObject({ errors: [] });
    // Without its page it would be an error.
    expect(await found(repository, ['snippets/pixel.liquid'])).toMatchObject({ status: 1 });
  });

  it('judges a container by the page that loads it', async () => {
    const loader = `<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}
gtag('consent','default',{ad_storage:'denied',analytics_storage:'denied',ad_user_data:'denied',ad_personalization:'denied'});</script>
<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-TEST"></script>`;
    using repository = new Repository({ 'page.html': loader });
    repository.commit();
    repository.write({ 'gtm.json': CONTAINER });
    repository.git('add', '.');
    expect((await found(repository, ['--staged'])).stats).toMatchObject({ files: 1, beside: 1 });
  });

  it('leaves out what every run leaves out', async () => {
    using repository = new Repository({
      '.taglint.yml': 'ignore: [old/]\n',
      '.taglintignore': '/drafts\n',
      'old/a.html': PIXEL_PAGE,
      'drafts/b.html': PIXEL_PAGE,
      '.hidden/c.html': PIXEL_PAGE,
      'node_modules/m/d.html': PIXEL_PAGE,
      'page.test.js': PIXEL,
    });
    repository.git('add', '--all', '--force');
    expect(await found(repository, ['--staged', '--strictness', 'audit'])).toMatchObject({ status: 0, errors: [] });
    expect(await found(repository, ['--staged', 'old/a.html'])).toMatchObject({ status: 1 });
  });

  it('is ruled by the configuration that is staged, with what it extends', async () => {
    using repository = new Repository({
      '.taglint.yml': 'extends: ./config/base.yml\n',
      'config/base.yml': 'rules:\n  consent/fires-before-consent: warning\n',
      'page.html': PIXEL_PAGE,
    });
    repository.git('add', '.');
    // In the working tree alone.
    repository.write({ '.taglint.yml': 'rulez: 1\n', 'config/base.yml': 'rulez: 2\n' });
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 0, errors: [] });
    repository.write({ 'config/base.yml': 'rules:\n  consent/fires-before-consent: error\n' });
    repository.git('add', 'config/base.yml');
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 1, errors: [`page.html ${RULE}`] });
    repository.write({ '.taglint.yml': 'extends: ./config/gone.yml\n' });
    repository.git('add', '.taglint.yml');
    repository.write({ 'config/gone.yml': '', '.taglint.yml': '' });
    const missing = await run(repository, ['--staged', '..'], 'config');
    expect(missing).toMatchObject({ status: 2, stderr: expect.stringContaining('which is not there') });
  });

  it('leaves out what the staged ignore files name', async () => {
    using repository = new Repository({ '.taglintignore': '/drafts\n', 'drafts/a.html': PIXEL_PAGE });
    repository.git('add', '.');
    repository.write({ '.taglintignore': '' });
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 0, errors: [] });
    repository.git('add', '.');
    repository.write({ '.taglintignore': '/drafts\n' });
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 1, errors: [`drafts/a.html ${RULE}`] });
  });

  it('takes a baseline that is staged, and says so of one that is not', async () => {
    using repository = new Repository({ 'page.html': PIXEL_PAGE });
    repository.git('add', '.');
    await run(repository, ['baseline']);
    const before = await run(repository, ['--staged']);
    expect(before.status).toBe(1);
    expect(before.stderr).toContain(
      '.taglint-baseline.json is not in the index, so it does not count: --staged goes by what the next commit holds',
    );
    expect(await run(repository, ['--staged', '--baseline', '.taglint-baseline.json'])).toMatchObject({ status: 0 });
    repository.git('add', '.');
    expect(await run(repository, ['--staged'])).toMatchObject({ status: 0, stderr: '' });
    repository.write({ '.taglint-baseline.json': '{ "version": 1, "findings": [] }' });
    expect(await run(repository, ['--staged'])).toMatchObject({ status: 0, stderr: '' });
    repository.git('add', '.');
    expect(await run(repository, ['--staged'])).toMatchObject({ status: 1 });
  });

  it('says so where the configuration will be in no commit; one that is named counts all the same', async () => {
    using repository = new Repository({
      'page.html': PIXEL_PAGE,
      'own.yml': 'rules:\n  consent/fires-before-consent: note\n',
    });
    repository.git('add', 'page.html');
    expect(await run(repository, ['--staged', '--config', 'own.yml'])).toMatchObject({ status: 0, stderr: '' });
    repository.write({ '.taglint.yml': 'rules:\n  consent/fires-before-consent: note\n' });
    const { status, stderr } = await run(repository, ['--staged']);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('.taglint.yml is not in the index'),
    });
    expect(await run(repository, ['--staged', '--no-config'])).toMatchObject({ status: 1, stderr: '' });
    expect(await run(repository, [])).toMatchObject({ status: 0, stderr: '' });
  });

  it('combines with paths', async () => {
    using repository = new Repository({ 'a/x.html': PIXEL_PAGE, 'b/y.html': PIXEL_PAGE, 'b/z.liquid': PIXEL_PAGE });
    repository.git('add', '.');
    const [a, x, y] = ['a/x.html', 'b/y.html', 'b/z.liquid'].map((file) => `${file} ${RULE}`);
    expect((await found(repository, ['--staged', 'a'])).errors).toEqual([a]);
    expect((await found(repository, ['--staged', 'b/y.html'])).errors).toEqual([x]);
    expect((await found(repository, ['--staged', '**/*.html'])).errors).toEqual([a, x]);
    expect((await found(repository, ['--staged', '.', '!a/**'])).errors).toEqual([x, y]);
    // From a folder below, and relative to it.
    expect((await found(repository, ['--staged'], 'b')).errors).toEqual([`y.html ${RULE}`, `z.liquid ${RULE}`]);
    expect((await found(repository, ['--staged', '..'], 'b')).errors).toHaveLength(3);
    const nowhere = await run(repository, ['--staged', 'c']);
    expect(nowhere).toMatchObject({ status: 3, stderr: expect.stringContaining('c: no such file or folder') });
    const outside = await run(repository, ['--staged', '/']);
    expect(outside).toMatchObject({ status: 3, stderr: expect.stringContaining('is not in the repository') });
  });

  it('follows no link out of the repository, and says what a submodule is', async () => {
    using outside = new Folder({ 'pixel.js': PIXEL });
    using repository = new Repository({ 'page.html': '<script src="out.js"></script><script src="in.js"></script>' });
    symlinkSync(join(outside.path, 'pixel.js'), join(repository.path, 'out.js'));
    symlinkSync('circle.js', join(repository.path, 'in.js'));
    symlinkSync('in.js', join(repository.path, 'circle.js'));
    repository.git('add', '.');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`);
    const { status, errors, skipped } = await found(repository, ['--staged']);
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect(skipped).toContain('module: a submodule, which is a repository itself');
  });

  it('follows a link inside of it', async () => {
    using repository = new Repository({ 'page.html': '<script src="js/a.js"></script>', 'lib/a.js': PIXEL });
    symlinkSync('lib', join(repository.path, 'js'));
    repository.git('add', '.');
    expect((await found(repository, ['--staged'])).errors).toEqual([`lib/a.js ${RULE}`]);
  });

  it('says what is not merged yet', async () => {
    using repository = new Repository({ 'page.html': 'a\n' });
    repository.commit();
    repository.git('checkout', '--quiet', '-b', 'other');
    repository.write({ 'page.html': 'b\n' });
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.write({ 'page.html': `${PIXEL_PAGE}` });
    repository.commit();
    expect(() => repository.git('merge', 'other')).toThrow();
    expect((await found(repository, ['--staged'])).skipped).toEqual(['page.html: not merged yet']);
  });

  it('reads the index that a hook is given', async () => {
    using repository = new Repository({ 'a.html': CLEAN_PAGE, 'b.html': CLEAN_PAGE });
    repository.commit();
    repository.write({ 'a.html': PIXEL_PAGE, 'b.html': PIXEL_PAGE });
    const env = { GIT_INDEX_FILE: join(repository.path, '.git/other-index') };
    repository.git('add', 'b.html');
    repository.write({ '.git/copy': '' });
    const { stdout } = await run(repository, ['--staged', '--format', 'compact'], '', {
      GIT_INDEX_FILE: join(repository.path, '.git/index'),
    });
    expect(stdout).toContain('b.html');
    expect(stdout).not.toContain('a.html');
    // An index that is not there is an empty one: everything was deleted.
    expect(await run(repository, ['--staged'], '', env)).toMatchObject({ status: 0, stdout: '' });
  });

  it('needs git and a repository', async () => {
    using folder = new Folder({ 'page.html': PIXEL_PAGE });
    const none = await run(folder, ['--staged']);
    expect(none).toMatchObject({ status: 2, stdout: '' });
    expect(none.stderr).toMatch(/^taglint: --staged asks git, which says: not a git repository/);
    const without = await run(folder, ['--staged'], '', { PATH: folder.path });
    expect(without).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('git is not there') });
    using bare = new Folder({});
    using repository = new Repository();
    repository.git('init', '--quiet', '--bare', bare.path);
    expect(await run(bare, ['--staged'])).toMatchObject({ status: 2, stderr: expect.stringContaining('work tree') });
  });

  it('is none of standard input, nor of two things at once', async () => {
    using repository = new Repository();
    for (const args of [['--since', 'HEAD'], ['--stdin-filename', 'a.html'], ['-']]) {
      expect(await run(repository, ['--staged', ...args])).toMatchObject({ status: 2, stdout: '' });
    }
    expect((await run(repository, ['fetch', '--staged'])).status).toBe(2);
  });

  it('runs nothing that the repository names', async () => {
    using repository = new Repository({ 'page.html': PIXEL_PAGE, 'hook.sh': '#!/bin/sh\ntouch was-here\n' });
    for (const key of ['core.fsmonitor', 'diff.external', 'diff.x.textconv', 'filter.x.smudge', 'core.pager'])
      repository.git('config', key, `sh ${join(repository.path, 'hook.sh')}`);
    repository.write({ '.gitattributes': '*.html diff=x\n' });
    repository.git('-c', 'core.fsmonitor=false', 'add', '.');
    expect((await found(repository, ['--staged'])).errors).toEqual([`page.html ${RULE}`]);
    expect((await found(repository, ['was-here']).catch(() => undefined))?.stats.files ?? 0).toBe(0);
  });
});

describe('with baseline, suppressions and limits', () => {
  it('knows what the baseline knows, and calls nothing else gone', async () => {
    using repository = new Repository({ 'a.html': PIXEL_PAGE, 'b.html': PIXEL_PAGE });
    repository.commit();
    expect(await run(repository, ['baseline'])).toMatchObject({ status: 0 });
    repository.write({ 'a.html': `${PIXEL_PAGE}<p>` });
    repository.git('add', 'a.html', '.taglint-baseline.json');
    const { status, errors, stats } = await found(repository, ['--staged']);
    expect({ status, errors, gone: stats.gone }).toEqual({ status: 0, errors: [], gone: undefined });
    expect(stats.known).toBeGreaterThan(0);
  });

  it('calls no configuration without effect, and counts warnings of what has changed', async () => {
    const configuration =
      'vendors: { exempt: [matomo] }\noverrides: [{ files: [mail/], rules: { parse-error: off } }]\n';
    const warning = '<script src="http://static.hotjar.com/c/hotjar-1.js?sv=6" type="text/plain"></script>';
    using repository = new Repository({ '.taglint.yml': configuration, 'old.html': warning });
    repository.commit();
    repository.write({ 'page.html': CLEAN_PAGE });
    repository.git('add', '--all');
    const args = ['--format', 'compact', '--fail-on', 'note', '--max-warnings', '0'];
    expect(await run(repository, ['--staged', ...args])).toMatchObject({ status: 0 });
    expect((await run(repository, ['.', ...args])).stdout).toContain('configuration/without-effect');
  });

  it('heeds suppressions of the staged text', async () => {
    const suppressed = PIXEL_PAGE.replace('<script>', `<!-- taglint-disable-next-line ${RULE} -- test -->\n<script>`);
    using repository = new Repository({ 'page.html': suppressed });
    repository.git('add', '.');
    repository.write({ 'page.html': PIXEL_PAGE });
    expect(await found(repository, ['--staged'])).toMatchObject({ status: 0, errors: [] });
    expect(await found(repository, ['--staged', '--no-suppressions'])).toMatchObject({ status: 1 });
  });
});

describe('--since', () => {
  it('tells of the files that changed since the merge base alone', async () => {
    using repository = new Repository({ 'old.html': PIXEL_PAGE, 'page.html': CLEAN_PAGE });
    repository.commit();
    repository.git('checkout', '--quiet', '-b', 'branch');
    repository.write({ 'page.html': PIXEL_PAGE });
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.write({ 'main.html': PIXEL_PAGE });
    repository.commit();
    repository.git('checkout', '--quiet', 'branch');
    expect(await found(repository, ['--since', 'main'])).toMatchObject({ status: 1, errors: [`page.html ${RULE}`] });
    // What is not committed, and what is new, has changed too.
    repository.write({ 'page.html': CLEAN_PAGE, 'new.html': PIXEL_PAGE, 'ignored.html': PIXEL_PAGE });
    repository.write({ '.gitignore': 'ignored.html\n' });
    expect(await found(repository, ['--since', 'main'])).toMatchObject({ status: 1, errors: [`new.html ${RULE}`] });
    expect(await found(repository, ['--since', 'HEAD'])).toMatchObject({ errors: [`new.html ${RULE}`] });
  });

  it('judges a part in the pages of the working tree', async () => {
    using repository = new Repository({
      'layout.liquid': "<head>{% if customer.cookie_consent %}{% render 'pixel' %}{% endif %}</head>",
      'snippets/pixel.liquid': '<p></p>',
    });
    repository.commit();
    repository.write({ 'snippets/pixel.liquid': `<script>${PIXEL}</script>` });
    expect(await found(repository, ['--since', 'HEAD'])).toMatchObject({ status: 0, stats: { files: 1, beside: 1 } });
  });

  it('repairs what has changed alone; of what is staged nothing is repaired', async () => {
    const page = '<script async src="http://static.hotjar.com/c/hotjar-1.js?sv=6"></script>\n';
    using repository = new Repository({ 'old.html': page, 'page.html': CLEAN_PAGE });
    repository.commit();
    repository.write({ 'page.html': page });
    const { stderr } = await run(repository, ['--since', 'HEAD', '--fix']);
    expect(stderr).toContain('1 finding repaired in 1 file');
    expect(repository.git('diff', '--name-only')).toBe('page.html\n');
    expect(repository.read('page.html')).toBe(page.replace('http:', 'https:'));
    expect(repository.read('old.html')).toBe(page);
    for (const option of ['--fix', '--fix-dry-run'])
      expect(await run(repository, ['--staged', option])).toMatchObject({ status: 2, stdout: '' });
  });

  it('says which revision is not there, and reads none as an option', async () => {
    using repository = new Repository({ 'page.html': CLEAN_PAGE });
    repository.commit();
    for (const revision of ['nope', '--output=x', 'HEAD:page.html', '', 'a b', '..']) {
      const { status, stdout, stderr } = await run(repository, [`--since=${revision}`]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('there is no commit');
    }
    using empty = new Repository();
    expect(await run(empty, ['--since', 'HEAD'])).toMatchObject({ status: 2 });
  });

  it('says that there is no common ancestor', async () => {
    using repository = new Repository({ 'page.html': CLEAN_PAGE });
    repository.commit();
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit('another beginning');
    const { status, stderr } = await run(repository, ['--since', 'main']);
    expect(status).toBe(2);
    expect(stderr).toContain('nothing in common');
  });
});

describe('--in-context', () => {
  it('judges named files with the pages that take them in, and tells of them alone', async () => {
    using folder = new Folder({
      'layout.liquid': "<head>{% if customer.cookie_consent %}{% render 'pixel' %}{% endif %}</head>",
      'snippets/pixel.liquid': `<script>${PIXEL}</script>`,
      'other.html': PIXEL_PAGE,
    });
    expect(await found(folder, ['--in-context', 'snippets/pixel.liquid'])).toMatchObject({
      status: 0,
      errors: [],
      stats: { files: 1, beside: 2 },
    });
    const { errors } = await found(folder, ['--in-context', 'snippets/pixel.liquid', join(folder.path, 'other.html')]);
    expect(errors).toEqual([`other.html ${RULE}`]);
  });

  it('leaves out what every run leaves out, and takes names of any kind', async () => {
    using folder = new Folder({
      '.taglint.yml': 'ignore: [old/]\n',
      '.taglintignore': 'drafts\n!drafts/kept.html\n',
      'old/a.html': PIXEL_PAGE,
      'drafts/b.html': PIXEL_PAGE,
      'node_modules/m/c.html': PIXEL_PAGE,
      '.hidden/d.html': PIXEL_PAGE,
      'e.test.js': PIXEL,
      'f.css': PIXEL_PAGE,
      '--config=g.html': PIXEL_PAGE,
    });
    const left = ['old/a.html', 'drafts/b.html', 'node_modules/m/c.html', '.hidden/d.html', 'e.test.js', 'f.css'];
    expect(await found(folder, ['--in-context', ...left])).toMatchObject({ status: 0, stats: { files: 0 } });
    const { errors } = await found(folder, ['--in-context', '--', '--config=g.html', ...left]);
    expect(errors).toEqual([`--config=g.html ${RULE}`]);
    const { status, stderr } = await run(folder, ['--in-context', 'nope.html']);
    expect({ status, stderr }).toEqual({ status: 3, stderr: 'taglint: nope.html: no such file or folder\n' });
  });
});
