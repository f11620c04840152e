import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../src/discover/discover.ts';
import { resolveLocal } from '../../src/discover/local.ts';
import { DISK } from '../../src/discover/tree.ts';
import { say } from '../../src/model/phrase.ts';

let root = '';

/** Writes files below the test folder; a trailing slash makes a folder. */
function tree(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const absolute = join(root, path);
    mkdirSync(path.endsWith('/') ? absolute : dirname(absolute), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(absolute, text);
  }
}

async function found(paths: string[] = [], options: { ignore?: string[]; cwd?: string } = {}): Promise<string[]> {
  const { cwd = root, ...rest } = options;
  return (await discover(paths, { cwd, ...rest })).files.map((file) => file.path);
}

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'taglint-')));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('discover', () => {
  it('walks the current folder without hidden folders, node_modules and names that hold no tags', async () => {
    tree({
      'index.html': '',
      'a/b/page.liquid': '',
      'a/style.css': '',
      'a/photo.JPG': '',
      'a/README.md': '',
      'a/tag': '',
      '.cache/x.html': '',
      'node_modules/m/x.html': '',
      'a/node_modules/m/x.js': '',
      'z.js': '',
      'z.test.js': '',
    });
    expect(await found()).toEqual(['a/b/page.liquid', 'a/tag', 'index.html', 'z.js']);
    expect(await found(['z.test.js'])).toEqual(['z.test.js']);
    expect(await found(['a'])).toEqual(['a/b/page.liquid', 'a/tag']);
    expect(await found(['.cache'])).toEqual(['.cache/x.html']);
  });

  it('takes the newest copy of each account’s settings out of .taglint', async () => {
    const kept = '.taglint/snapshots';
    tree({
      'index.html': '',
      '.taglint/cache.html': '',
      [`${kept}/x.html`]: '',
      [`${kept}/meta-signals/1/2026-02-28.js`]: '',
      [`${kept}/meta-signals/1/2026-03-01.js`]: '',
      [`${kept}/meta-signals/1/2026-03-01T103000Z.js`]: '',
      [`${kept}/meta-signals/1/2026-03-01T103000Z.source.json`]: '',
      [`${kept}/meta-signals/1/2026-03-02.js.7.tmp`]: '',
      [`${kept}/meta-signals/2/2025-01-01.js`]: '',
      [`${kept}/gtm/GTM-1/2025-01-01.js`]: '',
      [`${kept}/gtm/GTM-2/notes.js`]: '',
      'shop/.taglint/snapshots/gtm/GTM-3/2025-01-01.js': '',
    });
    const newest = [
      `${kept}/gtm/GTM-1/2025-01-01.js`,
      `${kept}/meta-signals/1/2026-03-01T103000Z.js`,
      `${kept}/meta-signals/2/2025-01-01.js`,
    ];
    expect(await found()).toEqual([...newest, 'index.html', 'shop/.taglint/snapshots/gtm/GTM-3/2025-01-01.js']);
    expect(await found(['shop'])).toEqual(['shop/.taglint/snapshots/gtm/GTM-3/2025-01-01.js']);
    expect(await found([`${kept}/meta-signals`])).toEqual(newest.slice(1));
    expect(await found([`${kept}/meta-signals/1`])).toEqual([newest[1]]);
    expect(await found([`${kept}/meta-signals/1/2026-02-28.js`])).toEqual([`${kept}/meta-signals/1/2026-02-28.js`]);
    expect(await found([], { ignore: ['.taglint/'] })).not.toContain(newest[0]);
  });

  it('takes named files whatever ignores them, once', async () => {
    tree({ '.gitignore': '*.html\n', '.git/': '', 'x.html': '', 'y.css': '', 'a.js': '' });
    expect(await found()).toEqual(['a.js']);
    expect(await found(['x.html', 'y.css', '.', './x.html'])).toEqual(['a.js', 'x.html', 'y.css']);
  });

  it('obeys nested ignore files, the deeper ones last', async () => {
    tree({
      '.git/': '',
      '.gitignore': '/dist\n*.min.js\nbuild/\n',
      'dist/x.html': '',
      'src/dist/x.html': '',
      'src/a.min.js': '',
      'src/keep/.gitignore': '!*.min.js\n',
      'src/keep/b.min.js': '',
      'src/build/x.html': '',
      'src/.taglintignore': 'old/\n',
      'src/old/x.html': '',
    });
    expect(await found()).toEqual(['src/dist/x.html', 'src/keep/b.min.js']);
    expect(await found(['src/keep'])).toEqual(['src/keep/b.min.js']);
    expect(await found(['src'], { cwd: root })).toEqual(['src/dist/x.html', 'src/keep/b.min.js']);
  });

  it('lets .taglintignore take back what .gitignore says', async () => {
    tree({
      '.git/': '',
      '.gitignore': 'dist/*\n',
      '.taglintignore': '!dist/site.html\n',
      'dist/site.html': '',
      'dist/b.html': '',
    });
    expect(await found()).toEqual(['dist/site.html']);
  });

  it('looks into an ignored folder that was named, under the ignore files inside it', async () => {
    tree({ '.git/': '', '.gitignore': 'dist\n', 'dist/a.html': '', 'dist/.gitignore': 'b.html\n', 'dist/b.html': '' });
    expect(await found(['dist'])).toEqual(['dist/a.html']);
  });

  it('reads the ignore files above the current folder up to the repository', async () => {
    tree({ '.git/': '', '.gitignore': 'gen/\n', 'app/gen/x.html': '', 'app/y.html': '' });
    expect(await found([], { cwd: join(root, 'app') })).toEqual(['y.html']);
  });

  it('adds the patterns of the configuration and of !arguments', async () => {
    tree({ 'a.html': '', 'b.html': '', 'c/d.html': '' });
    expect(await found([], { ignore: ['c/'] })).toEqual(['a.html', 'b.html']);
    expect(await found(['.', '!b.html'])).toEqual(['a.html', 'c/d.html']);
    expect(await found(['!b.html'])).toEqual(['a.html', 'c/d.html']);
  });

  it('expands globs under the same rules', async () => {
    tree({
      '.git/': '',
      '.gitignore': 'gen/\n',
      'a/x.html': '',
      'a/y.js': '',
      'gen/z.html': '',
      'node_modules/m.html': '',
    });
    expect(await found(['**/*.html'])).toEqual(['a/x.html']);
    expect(await found(['a/*.{js,html}'])).toEqual(['a/x.html', 'a/y.js']);
    tree({ 'p[1].html': '' });
    expect(await found(['p[1].html'])).toEqual(['p[1].html']);
  });

  it('reports mistyped paths and globs without a match, and goes on', async () => {
    tree({ 'a.html': '', '.git/': '', '.gitignore': 'gen\n', 'gen/b.html': '' });
    const result = await discover(['a.html', 'nope', '*.liquid', 'gen/*.html', 'a.html/b'], { cwd: root });
    expect(result.files.map((file) => file.path)).toEqual(['a.html']);
    expect(result.errors).toEqual([
      { path: 'nope', code: 'missing', message: say`no such file or folder` },
      { path: '*.liquid', code: 'missing', message: say`no file matches` },
      { path: 'gen/*.html', code: 'missing', message: say`every file that matches is ignored` },
      { path: 'a.html/b', code: 'missing', message: say`no such file or folder` },
    ]);
  });

  it('follows no symbolic link; one that leads out or nowhere is reported', async () => {
    tree({ 'site/a.html': '', 'secret/key.html': '' });
    symlinkSync(join(root, 'secret'), join(root, 'site/out'));
    symlinkSync(join(root, 'site'), join(root, 'site/loop'));
    symlinkSync(join(root, 'gone'), join(root, 'site/dead'));
    const result = await discover(['site'], { cwd: root });
    expect(result.files.map((file) => file.path)).toEqual(['site/a.html']);
    expect([...result.skipped].sort((a, b) => a.file.localeCompare(b.file))).toEqual([
      { file: 'site/dead', reason: say`symbolic link that leads nowhere` },
      { file: 'site/out', reason: say`symbolic link that leads outside the given paths` },
    ]);
  });

  it('shows paths outside the current folder in full', async () => {
    tree({ 'one/a.html': '', 'two/': '' });
    expect(await found(['../one'], { cwd: join(root, 'two') })).toEqual([join(root, 'one/a.html')]);
  });
});

describe('resolveLocal', () => {
  it('finds files beside the page and from the site root, inside the roots only', () => {
    tree({ 'site/p/page.html': '', 'site/js/a.js': '', 'site/p/b c.js': '', 'out.js': '' });
    symlinkSync(join(root, 'out.js'), join(root, 'site/js/link.js'));
    const roots = [join(root, 'site')];
    const page = join(root, 'site/p/page.html');
    const at = (reference: string) => resolveLocal(page, reference, roots, DISK)?.slice(root.length);
    expect(at('../js/a.js?v=2#x')).toBe('/site/js/a.js');
    expect(at('/js/a.js')).toBe('/site/js/a.js');
    expect(at('b c.js')).toBe('/site/p/b c.js');
    for (const outside of [
      '../../out.js',
      '/out.js',
      '../js/link.js',
      '//cdn.example/a.js',
      'https://x.example/a.js',
      join(root, 'out.js'),
      '',
    ]) {
      expect(at(outside), outside).toBeUndefined();
    }
    expect(at('{{ "a.js" | asset_url }}')).toBeUndefined();
    expect(at('\0')).toBeUndefined();
  });
});
