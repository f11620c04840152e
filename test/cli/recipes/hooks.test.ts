import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildCommand, Folder, root, taglint } from '../command.ts';
import { CLEAN_PAGE, PIXEL, PIXEL_PAGE } from '../samples.ts';
import { Project, type Said } from './project.ts';
import { recipe, toolPath } from './recipes.ts';

beforeAll(buildCommand);

/** Tries to commit what is staged. */
function commit(project: Project, env: Readonly<Record<string, string>> = {}): Said {
  return project.run('git', ['commit', '--message', 'next'], env);
}

function lastCommit(project: Project): string {
  return project.git('log', '--format=%s', '-1').trim();
}

/** A commit that is refused, one that passes, and one where only what is not staged would be refused. */
function expectGuarded(project: Project, env: Readonly<Record<string, string>> = {}): void {
  project.write({ 'page.html': PIXEL_PAGE });
  project.git('add', 'page.html');
  const refused = commit(project, env);
  expect(refused.said).toContain('consent/fires-before-consent');
  expect(refused.status).not.toBe(0);
  expect(lastCommit(project)).toBe('first');
  project.write({ 'page.html': CLEAN_PAGE });
  project.git('add', 'page.html');
  project.write({ 'page.html': PIXEL_PAGE });
  const passed = commit(project, env);
  expect(passed, passed.said).toMatchObject({ status: 0 });
  expect(lastCommit(project)).toBe('next');
  expect(project.read('page.html')).toBe(PIXEL_PAGE);
}

function started(files: Readonly<Record<string, string>>): Project {
  const project = new Project(files);
  project.git('add', '--all');
  project.git('commit', '--quiet', '--message', 'first');
  return project;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
}

function hooks(): readonly Hook[] {
  return parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
}

describe('.pre-commit-hooks.yaml', { timeout: 120_000 }, () => {
  /** The hook's command with names of files behind it, as pre-commit starts it. */
  async function tried(project: Project, files: readonly string[]) {
    const [hook] = hooks();
    const [program, ...args] = hook?.entry.split(' ') ?? [];
    expect(program).toBe('taglint');
    return taglint([...args, ...(hook?.args ?? []), ...files], { cwd: project.path });
  }

  it('has a command that refuses, passes, and reads no name as an option', async () => {
    using project = new Project({
      'page.html': PIXEL_PAGE,
      'clean.html': CLEAN_PAGE,
      'style.css': 'p {}',
      '--config=clean.html': PIXEL_PAGE,
      'layout.liquid': "{% if customer.cookie_consent %}{% render 'pixel' %}{% endif %}",
      'snippets/pixel.liquid': `<script>${PIXEL}</script>`,
    });
    expect(await tried(project, ['page.html', 'clean.html'])).toMatchObject({ status: 1 });
    expect(await tried(project, ['--config=clean.html'])).toMatchObject({ status: 1 });
    expect(await tried(project, ['clean.html', 'style.css'])).toMatchObject({ status: 0 });
    expect(await tried(project, ['style.css'])).toMatchObject({ status: 0 });
    expect(await tried(project, ['snippets/pixel.liquid'])).toMatchObject({ status: 0 });
  });

  it.skipIf(!toolPath('pre-commit'))('is what pre-commit takes for hooks', () => {
    using project = new Project();
    const { status, said } = project.run('pre-commit', ['validate-manifest', join(root, '.pre-commit-hooks.yaml')]);
    expect(status, said).toBe(0);
  });
});

/** Builds the package out of a clone, which takes minutes: only where the tools were made ready for it. */
describe.skipIf(!process.env.TAGLINT_TOOLS || !toolPath('pre-commit'))('the hook of a clone', () => {
  it('is built by pre-commit, refuses and passes', () => {
    const revision = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
    const hook = { id: 'taglint' };
    const configuration = { repos: [{ repo: root, rev: revision, hooks: [hook] }] };
    using project = started({ '.pre-commit-config.yaml': JSON.stringify(configuration) });
    using home = new Folder({});
    // npm finds its registry by the configuration of whoever runs the test.
    const own = Object.entries(process.env).filter(([name]) =>
      /^(?:HOME|npm_config_.*|NODE_EXTRA_CA_CERTS|.*_proxy)$/i.test(name),
    );
    const env = {
      ...Object.fromEntries(own.map(([name, value = '']) => [name, value])),
      PRE_COMMIT_HOME: home.path,
    };
    const installed = project.run('pre-commit', ['install', '--install-hooks'], env);
    expect(installed.status, installed.said).toBe(0);
    expectGuarded(project, env);
  }, 900_000);
});

describe('recipes', { timeout: 120_000 }, () => {
  it.skipIf(!toolPath('pre-commit'))('pre-commit: refuses and passes', () => {
    using project = started({ '.pre-commit-config.yaml': recipe('.pre-commit-config.yaml') });
    expect(project.run('pre-commit', ['install'])).toMatchObject({ status: 0 });
    expectGuarded(project);
    const all = project.run('pre-commit', ['run', '--all-files']);
    expect(all.status).toBe(1);
  });

  it.skipIf(!toolPath('lefthook'))('lefthook: refuses and passes', () => {
    using project = started({ 'lefthook.yml': recipe('lefthook.yml') });
    expect(project.run('lefthook', ['install'])).toMatchObject({ status: 0 });
    expectGuarded(project);
  });

  it.skipIf(!toolPath('husky'))('husky: refuses and passes', () => {
    using project = started({ '.husky/pre-commit': recipe('.husky/pre-commit') });
    expect(project.run('husky', [])).toMatchObject({ status: 0 });
    expectGuarded(project);
  });

  it.skipIf(!toolPath('lint-staged'))('lint-staged: refuses and passes', () => {
    using project = started({ '.lintstagedrc.json': recipe('.lintstagedrc.json') });
    project.write({ '.git/hooks/pre-commit': '#!/bin/sh\nexec lint-staged\n' });
    chmodSync(join(project.path, '.git/hooks/pre-commit'), 0o755);
    expectGuarded(project);
  });

  it('git alone: refuses and passes', () => {
    using project = started({});
    project.write({ '.git/hooks/pre-commit': recipe('.git/hooks/pre-commit') });
    chmodSync(join(project.path, '.git/hooks/pre-commit'), 0o755);
    expectGuarded(project);
    // A commit of all that has changed has an index of its own.
    const all = project.run('git', ['commit', '--all', '--message', 'all']);
    expect(all.said).toContain('consent/fires-before-consent');
    expect(lastCommit(project)).toBe('next');
    // So has a commit of some files alone, whatever else is staged.
    project.write({ 'other.html': CLEAN_PAGE });
    project.git('add', '--all');
    const other = project.run('git', ['commit', '--message', 'other', 'other.html']);
    expect(other, other.said).toMatchObject({ status: 0 });
    const page = project.run('git', ['commit', '--message', 'page', 'page.html']);
    expect(page.said).toContain('consent/fires-before-consent');
    expect(lastCommit(project)).toBe('other');
  });
});
