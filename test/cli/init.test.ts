import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildCommand, Folder, type Outcome, root, taglint } from './command.ts';
import { CONTAINER, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8')),
);

const git = (folder: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

/** Every file with its content, hooks of git included, the rest of git not. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const kept = paths.filter((path) => !path.startsWith('.git/') || /^\.git\/hooks\/[\w-]+$/.test(path));
  return Object.fromEntries(kept.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

interface Repository {
  readonly files: Readonly<Record<string, string>>;
  /** Not in git. */
  readonly plain?: true;
  readonly remote?: string;
  readonly args?: readonly string[];
  /** Lines that it prints, of what it sees. */
  readonly sees: readonly RegExp[];
  /** What is written, and what it has. */
  readonly writes: Readonly<Record<string, readonly RegExp[]>>;
  /** Lines of the configuration. */
  readonly config?: readonly RegExp[];
}

const NPX = 'npx --yes taglint@\\d+\\.\\d+\\.\\d+';

const GTAG = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345"></script>
<script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date()); gtag('config', 'G-ABCDE12345');</script>`;
const COOKIEBOT =
  '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000"></script>';

const REPOSITORIES: Readonly<Record<string, Repository>> = {
  'a Shopify theme': {
    files: {
      'layout/theme.liquid': PIXEL_PAGE.replace('<title>', `${COOKIEBOT}<title>`),
      'sections/header.liquid': '<header>{{ shop.name }}</header>',
      'config/settings_schema.json': '[]',
      '.github/dependabot.yml': 'version: 2\n',
    },
    args: ['--sector', 'pharmacy'],
    sees: [
      /framework +Shopify theme$/,
      /consent platform +Cookiebot \(layout\/theme\.liquid\)/,
      /vendors +.*Meta Pixel/,
    ],
    writes: {
      '.taglint.yml': [],
      '.git/hooks/pre-commit': [new RegExp(`^#!/bin/sh\\n${NPX} --staged\\n$`)],
      '.github/workflows/taglint.yml': [new RegExp(`- run: ${NPX} --format github\\n$`), /checkout@[0-9a-f]{40}/],
    },
    config: [/^extends: \[recommended, eu, pharmacy\]$/m, /^# Consent platform: Cookiebot/m, /^# +allow: \[.*meta/m],
  },
  'a WordPress site': {
    files: {
      'wp-config.php': '<?php',
      'wp-content/themes/shop/style.css': '/* Theme Name: Shop */',
      'wp-content/themes/shop/functions.php': '<?php',
      'wp-content/themes/shop/header.php': `<head><?php wp_head(); ?>\n${GTAG}</head>`,
      'wp-includes/version.php': '<?php',
      'wp-includes/embed.php': '<script src="https://www.youtube.com/iframe_api"></script>',
      'wp-admin/index.php': '<?php',
    },
    sees: [/framework +WordPress, WordPress theme \(wp-content\/themes\/shop\/\)/],
    writes: { '.taglint.yml': [], '.git/hooks/pre-commit': [] },
    config: [/^ignore:\n {2}- \/wp-admin\/\n {2}- \/wp-includes\/$/m],
  },
  'a Next.js site with husky and taglint': {
    files: {
      'package.json': '{ "dependencies": { "next": "15" }, "devDependencies": { "husky": "9", "taglint": "1" } }\n',
      'package-lock.json': '{}',
      '.husky/pre-commit': 'npm test',
      '.github/workflows/ci.yml': 'on: push\n',
      'pages/_document.tsx':
        'export default () => <html><head><script src="https://static.hotjar.com/c/hotjar-1.js" /></head></html>;\n',
    },
    sees: [/framework +Next\.js/, /vendors +Hotjar/],
    writes: {
      '.taglint.yml': [/^# yaml-language-server: \$schema=node_modules\/taglint\//],
      '.husky/pre-commit': [/^npx --no-install taglint --staged \|\| exit 1\nnpm test$/],
      '.github/workflows/taglint.yml': [/- run: npm ci\n {6}- run: npx --no-install taglint --format github\n$/],
    },
  },
  'a Nuxt site with lint-staged and GitLab': {
    files: {
      'package.json':
        '{\n\t"devDependencies": {\n\t\t"nuxt": "3",\n\t\t"taglint": "1"\n\t},\n\t"lint-staged": {\n\t\t"*.css": "stylelint"\n\t},\n\t"type": "module"\n}\n',
      'pnpm-lock.yaml': '',
      '.gitlab-ci.yml': '# our pipeline\nstages: [check, deploy]\n\nlint:\n  stage: check\n  script: [pnpm lint]\n',
      'app.vue': `<template><div /></template>\n`,
    },
    sees: [/framework +Nuxt/],
    writes: {
      '.taglint.yml': [],
      'package.json': [
        /^\{\n\t"devDependencies": \{\n\t\t"nuxt": "3",\n\t\t"taglint": "1"\n\t\},\n\t"lint-staged": \{\n\t\t"\*\.css": "stylelint",\n\t\t"\*\.\{html,.*\}": "npx --no-install taglint --in-context --"\n\t\},\n\t"type": "module"\n\}\n$/,
      ],
      '.gitlab-ci.yml': [
        /^# our pipeline\nstages: \[check, deploy\]\n/,
        /\n\ntaglint:\n {2}stage: check\n/,
        /corepack enable && pnpm install --frozen-lockfile\n {4}- npx --no-install taglint --format gitlab=/,
      ],
    },
  },
  'a Django site with pre-commit': {
    files: {
      'manage.py': 'import django\n',
      'shop/templates/base.html': `<!doctype html><title>{% block title %}{% endblock %}</title>\n${GTAG}`,
      'staticfiles/admin/login.html': '<p>{{ form }}</p>',
      '.pre-commit-config.yaml':
        '# hooks of ours\nrepos:\n  - repo: https://github.com/astral-sh/ruff-pre-commit\n    rev: v0.6.0 # pinned\n    hooks:\n      - id: ruff\n',
    },
    sees: [/framework +Django/, /vendors +.*Google Analytics|vendors +.*Google tag/],
    writes: {
      '.taglint.yml': [],
      '.pre-commit-config.yaml': [
        /^# hooks of ours\nrepos:\n {2}- repo: https:\/\/github\.com\/astral-sh\/ruff-pre-commit\n {4}rev: v0\.6\.0 # pinned\n/,
        new RegExp(`entry: ${NPX} --in-context\n {8}args:\n {10}- --\n`),
        /require_serial: true/,
      ],
    },
    config: [/^ignore:\n {2}- \/staticfiles\/$/m],
  },
  'a Rails application with lefthook': {
    files: {
      Gemfile: "gem 'rails'\n",
      'config/application.rb': 'module Shop; end\n',
      'app/views/layouts/application.html.erb': `<head><%= csrf_meta_tags %>\n${GTAG}</head>`,
      'lefthook.yml':
        'pre-commit:\n  parallel: true\n  jobs:\n    # ours\n    - name: rubocop\n      run: bundle exec rubocop\n',
    },
    sees: [/framework +Ruby on Rails/],
    writes: {
      '.taglint.yml': [],
      'lefthook.yml': [
        / {4}# ours\n {4}- name: rubocop\n {6}run: bundle exec rubocop\n {4}- name: taglint\n {6}run: npx/,
      ],
    },
  },
  'a folder of container exports': {
    plain: true,
    files: { 'GTM-TEST_v12.json': CONTAINER, 'old/GTM-TEST_v11.json': CONTAINER.replace('Meta - base', 'Meta - old') },
    args: ['--cmp', 'onetrust', '--regime', 'us-opt-out'],
    sees: [/framework +none in sight/, /containers +GTM-TEST_v12\.json, old\/GTM-TEST_v11\.json/],
    writes: { '.taglint.yml': [] },
    config: [/^extends: \[recommended, us-opt-out\]$/m, /^consent:\n {2}platforms: \[onetrust\]$/m],
  },
  'an empty folder': {
    plain: true,
    files: {},
    sees: [/^Looked at 0 files\.$/, /vendors +none in sight/],
    writes: { '.taglint.yml': [] },
    config: [/^extends: \[recommended, eu\]$/m, /^# No consent platform is in sight\./m],
  },
  'a monorepo': {
    files: {
      'package.json': '{ "private": true, "workspaces": ["apps/*"] }',
      'apps/shop/package.json': '{ "dependencies": { "next": "15" } }',
      'apps/shop/out/index.html': PIXEL_PAGE,
      'apps/site/package.json': '{ "dependencies": { "astro": "5" } }',
      'apps/site/src/layouts/Base.astro':
        '---\n---\n<html><head><script is:inline src="https://static.hotjar.com/c/hotjar-1.js"></script></head></html>',
      'apps/shop/pages/index.js': 'export default () => null;\n',
    },
    remote: 'git@github.com:example/shop.git',
    sees: [/framework +Next\.js \(apps\/shop\/\), Astro \(apps\/site\/\)/],
    writes: { '.taglint.yml': [], '.git/hooks/pre-commit': [], '.github/workflows/taglint.yml': [] },
    config: [/^ignore:\n {2}- \/apps\/shop\/out\/$/m],
  },
  'a Symfony shop at a GitLab': {
    files: {
      'composer.json': '{ "require": { "symfony/framework-bundle": "^7" } }',
      'templates/base.html.twig': `<head>{% block head %}{% endblock %}\n${GTAG}</head>`,
    },
    remote: 'https://gitlab.example.com/shop/shop.git',
    sees: [/framework +Symfony/],
    writes: {
      '.taglint.yml': [],
      '.git/hooks/pre-commit': [],
      '.gitlab-ci.yml': [/^taglint:\n {2}image: node:22-slim\n {2}script:\n {4}- npx/],
    },
  },
};

function made({ files, plain, remote }: Repository): Folder {
  const folder = new Folder(files);
  if (!plain) {
    git(folder.path, 'init', '-q');
    if (remote !== undefined) git(folder.path, 'remote', 'add', 'origin', remote);
  }
  return folder;
}

const run = (folder: Folder, ...args: string[]): Promise<Outcome> => taglint(['init', ...args], { cwd: folder.path });

describe('taglint init', () => {
  it.each(Object.entries(REPOSITORIES))(
    'sees and writes what fits %s, and nothing the second time',
    async (_, repository) => {
      using folder = made(repository);
      const before = contents(folder.path);
      const dry = await run(folder, '--dry-run', ...(repository.args ?? []));
      expect(dry.status).toBe(0);
      expect(contents(folder.path)).toEqual(before);
      const { status, stdout, stderr } = await run(folder, ...(repository.args ?? []));
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const lines = stdout
        .split('\n')
        .join('\n')
        .replace(/\n {20}/g, ' ')
        .split('\n');
      for (const seen of repository.sees)
        expect(
          lines.some((line) => seen.test(line)),
          `${seen} in\n${stdout}`,
        ).toBe(true);
      const after = contents(folder.path);
      const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
      expect(changed).toEqual(Object.keys(repository.writes).sort());
      for (const [path, patterns] of Object.entries(repository.writes)) {
        for (const pattern of patterns) expect(after[path]).toMatch(pattern);
        expect(dry.stdout).toContain(`+++ b/${path}\n`);
        if (/\.ya?ml$/.test(path)) expect(() => parse(after[path] ?? '')).not.toThrow();
      }
      const config = after['.taglint.yml'] ?? '';
      for (const line of repository.config ?? []) expect(config).toMatch(line);
      // What is written is right, and so is what is there to be uncommented.
      const uncommented = config.replace(/^# (vendors:|consent:|rules:| {2}\w[\w/-]*: )/gm, '$1');
      for (const text of [config, uncommented]) {
        validate(parse(text));
        expect(validate.errors).toBeNull();
      }
      expect(await taglint(['config'], { cwd: folder.path })).toMatchObject({ status: 0, stderr: '' });
      const again = await run(folder);
      expect(again).toMatchObject({ status: 0, stderr: '' });
      expect(again.stdout).toContain('Nothing to do: all is as it should be.');
      expect(contents(folder.path)).toEqual(after);
      // What it says of the configuration has an effect.
      const linted = await taglint(['--format', 'json', '--fail-on', 'never'], { cwd: folder.path });
      if (linted.status === 0) expect(linted.stdout).not.toContain('configuration/without-effect');
    },
    120_000,
  );

  it('the hook that it writes refuses a commit, and lets one pass', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'package.json': '{ "devDependencies": { "taglint": "1" } }' });
    git(folder.path, 'init', '-q');
    await run(folder);
    const hook = readFileSync(join(folder.path, '.git/hooks/pre-commit'), 'utf8');
    expect(statSync(join(folder.path, '.git/hooks/pre-commit')).mode & 0o100).toBe(0o100);
    // npx finds what is installed: this stands for it.
    const script = hook.replace('npx --no-install taglint', `"${process.execPath}" "${join(root, 'dist/cli.js')}"`);
    const runHook = (): number | null => spawnSync('sh', ['-c', script], { cwd: folder.path, encoding: 'utf8' }).status;
    git(folder.path, 'add', 'a.html');
    expect(runHook()).toBe(1);
    git(folder.path, 'rm', '-q', '--cached', 'a.html');
    git(folder.path, 'add', '.taglint.yml');
    expect(runHook()).toBe(0);
  });

  it('in a folder of a repository, hook and workflow name that folder', async () => {
    using folder = new Folder({ 'apps/my shop/a.html': PIXEL_PAGE, '.github/x.yml': '' });
    git(folder.path, 'init', '-q');
    const { status, stdout } = await taglint(['init'], { cwd: join(folder.path, 'apps/my shop') });
    expect(status).toBe(0);
    expect(stdout).toContain('../../.git/hooks/pre-commit');
    const after = contents(folder.path);
    expect(after['.git/hooks/pre-commit']).toContain(" --staged './apps/my shop'\n");
    expect(parse(after['.github/workflows/taglint.yml'] ?? '')).toMatchObject({
      jobs: { taglint: { steps: [{}, {}, { run: expect.stringContaining("'./apps/my shop' --format github") }] } },
    });
    expect(Object.keys(after)).toContain('apps/my shop/.taglint.yml');
    // Below that folder all is said already.
    writeFileSync(join(folder.path, '.taglint.yml'), 'strictness: strict\n');
    const other = await taglint(['init', '--hook', 'none', '--ci', 'none'], { cwd: join(folder.path, 'apps') });
    expect(other.stdout).toMatch(/kept +\.\.\/\.taglint\.yml +governs this folder already/);
  });

  it.each([
    [
      'pre-commit',
      '.pre-commit-config.yaml',
      /entry: .* --in-context\n {8}args:\n {10}- --\n[\s\S]* files: \^apps\/shop\\\.eu\/\n/,
    ],
    ['lint-staged', 'package.json', /"apps\/shop\.eu\/\*\*\/\*\.\{html,.*\}": "npx .* --in-context --"/],
  ])('in a folder of a repository, %s hands over what lies in it', async (kind, file, expected) => {
    using folder = new Folder({ 'apps/shop.eu/a.html': PIXEL_PAGE, 'package.json': '{\n  "lint-staged": {}\n}\n' });
    git(folder.path, 'init', '-q');
    const { status } = await taglint(['init', '--hook', kind, '--ci', 'none'], {
      cwd: join(folder.path, 'apps/shop.eu'),
    });
    expect(status).toBe(0);
    expect(readFileSync(join(folder.path, file), 'utf8')).toMatch(expected);
  });

  it('overwrites nothing without --force, and says what it does', async () => {
    using folder = new Folder({ '.taglint.yml': 'strictness: strict\n', 'a.html': PIXEL_PAGE });
    const kept = await run(folder, '--sector', 'bank');
    expect(kept.stdout).toMatch(/kept +\.taglint\.yml +is there already \(--force replaces it\)/);
    expect(readFileSync(join(folder.path, '.taglint.yml'), 'utf8')).toBe('strictness: strict\n');
    const forced = await run(folder, '--sector', 'bank', '--force');
    expect(forced.stdout).toMatch(/changed +\.taglint\.yml .*replaces what was there/);
    expect(readFileSync(join(folder.path, '.taglint.yml'), 'utf8')).toContain('extends: [recommended, eu, bank]');
  });

  it.each([
    ['#!/bin/sh\nnpm test || exit 1\nexit 0\n', '#!/bin/sh\n'],
    ['exec ./run-hooks\n', ''],
    ['#!/usr/bin/env bash\n# ours\n\nnpm test', '#!/usr/bin/env bash\n# ours\n\n'],
    ['#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\nnpm test\n', '#!/usr/bin/env sh\n'],
  ])('runs first, and takes nothing from what a hook does: %j', async (hook, head) => {
    using folder = new Folder({ '.husky/pre-commit': hook });
    await run(folder);
    const after = readFileSync(join(folder.path, '.husky/pre-commit'), 'utf8');
    expect(after).toMatch(new RegExp(`^${NPX} --staged \\|\\| exit 1\\n`, 'm'));
    expect(after.startsWith(head)).toBe(true);
    expect(after.replace(/^npx .*\n/m, '')).toBe(hook);
  });

  it('leaves a hook alone that is no script of a shell', async () => {
    const hook = '#!/usr/bin/env python3\nprint()\n';
    using folder = new Folder({ '.husky/pre-commit': hook });
    const { status, stdout } = await run(folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/by hand +\.husky\/pre-commit/);
    expect(stdout).toMatch(/^ +npx .* --staged$/m);
    expect(readFileSync(join(folder.path, '.husky/pre-commit'), 'utf8')).toBe(hook);
  });

  it('knows taglint where it runs already, and not in a comment', async () => {
    using folder = new Folder({
      '.husky/pre-commit': '# taglint is next\nnpm test\n',
      '.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - run: npx taglint\n',
    });
    const { stdout } = await run(folder);
    expect(stdout).toMatch(/kept +\.github\/workflows\/ci\.yml +runs taglint already/);
    expect(readFileSync(join(folder.path, '.husky/pre-commit'), 'utf8')).toMatch(
      /^# taglint is next\nnpx .*\nnpm test\n$/,
    );
  });

  it.each([
    ['lefthook.yml', '- a list\n'],
    ['.pre-commit-config.yaml', 'repos: { a: b }\n'],
    ['.pre-commit-config.yaml', 'repos: [\n'],
    ['.lintstagedrc.mjs', 'export default {};\n'],
    ['.gitlab-ci.yml', '- a list\n'],
  ])('says what to do by hand where %s is not what it can edit: %j', async (name, text) => {
    using folder = new Folder({ [name]: text });
    const { status, stdout } = await run(folder);
    expect(status).toBe(0);
    expect(stdout).toContain('by hand');
    expect(readFileSync(join(folder.path, name), 'utf8')).toBe(text);
  });

  it('keeps comments, long lines and line ends of what it changes', async () => {
    const long = `# ${'x'.repeat(200)}`;
    using folder = new Folder({
      'lefthook.yml': `${long}\npre-commit:\n  commands:\n    eslint: { glob: "*.js", run: npx eslint ${'y '.repeat(80)}z } # ours\n`,
    });
    await run(folder);
    const after = readFileSync(join(folder.path, 'lefthook.yml'), 'utf8');
    expect(after).toContain(`${long}\npre-commit:\n  commands:\n    eslint: { glob: "*.js", run: npx eslint `);
    expect(after).toContain('# ours\n    taglint:\n      run: npx ');
  });

  it('writes all or nothing', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, '.husky/x': '', '.github': 'a file, no folder' });
    const before = contents(folder.path);
    const { status, stdout, stderr } = await run(folder, '--ci', 'github');
    expect(status).toBe(2);
    expect(stderr).toContain('cannot write');
    expect(stderr).toContain('nothing was written');
    expect(stdout).not.toContain('written ');
    expect(contents(folder.path)).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)('says what is wrong with a folder that cannot be written', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    chmodSync(folder.path, 0o500);
    const { status, stderr } = await run(folder);
    chmodSync(folder.path, 0o700);
    expect(status).toBe(2);
    expect(stderr).toContain('permission denied');
  });

  it('takes no orders from names of files', async () => {
    using folder = new Folder({ 'a\u001b[31m\nvendors: {}\n.html': `${PIXEL_PAGE}${COOKIEBOT}` });
    const { stdout } = await run(folder);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
    const text = readFileSync(join(folder.path, '.taglint.yml'), 'utf8');
    expect(Object.keys(parse(text))).toEqual(['extends']);
  });

  it('says what it does not know', async () => {
    using folder = new Folder({});
    const [cmp, hook, ci] = await Promise.all([
      run(folder, '--cmp', 'cookibot'),
      run(folder, '--hook', 'huski'),
      run(folder, '--ci', 'jenkins'),
    ]);
    for (const { status } of [cmp, hook, ci]) expect(status).toBe(2);
    expect(cmp.stderr).toContain('did you mean cookiebot?');
    expect(hook.stderr).toContain('did you mean husky?');
    expect(ci.stderr).toContain('github, gitlab, none');
    expect(contents(folder.path)).toEqual({});
  });
});
