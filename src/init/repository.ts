/** What a repository already has: its root, what runs before its commits, where its pipelines run. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { HookKind, PipelineKind } from './kinds.ts';
import { jsonAt, packagesOf } from './projects.ts';

export interface Repository {
  /** The folder with `.git`, or the current one where there is none. */
  readonly root: string;
  /** Where git looks for hooks; undefined outside of a repository. */
  readonly hooks: string | undefined;
  /** The current folder, relative to the root, with `/` between its parts; empty for the root itself. */
  readonly below: string;
  /** What runs before commits, the first that is there. */
  readonly hook: HookKind;
  readonly pipeline: PipelineKind;
  /** taglint is a dependency, so that `npx --no-install` finds it. */
  readonly installed: boolean;
  /** The lock file, of the package manager that installs here. */
  readonly lock: 'npm' | 'pnpm' | 'yarn' | 'bun' | undefined;
}

export const LEFTHOOK_FILES = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'] as const;
export const PRE_COMMIT_FILES = ['.pre-commit-config.yaml', '.pre-commit-config.yml'] as const;
export const LINT_STAGED_FILES = ['.lintstagedrc.json', '.lintstagedrc'] as const;
/** What is code, or of a form that nobody edits without reading it. */
export const LINT_STAGED_CODE = [
  '.lintstagedrc.yml',
  '.lintstagedrc.yaml',
  '.lintstagedrc.js',
  '.lintstagedrc.mjs',
  '.lintstagedrc.cjs',
  '.lintstagedrc.ts',
  'lint-staged.config.js',
  'lint-staged.config.mjs',
  'lint-staged.config.cjs',
  'lint-staged.config.ts',
] as const;

export function inspectRepository(cwd: string): Repository {
  const root = rootAbove(cwd) ?? cwd;
  const git = gitFolder(root);
  const packages = packagesOf(root);
  return {
    root,
    hooks: git === undefined ? undefined : hooksFolder(root, git),
    below: relative(root, cwd).split(sep).join('/'),
    hook: hookOf(root, git, packages),
    pipeline: pipelineOf(root, git),
    installed: packages.has('taglint') || packagesOf(cwd).has('taglint'),
    lock: lockOf(root),
  };
}

/** The first of some files that is there. */
export function firstOf(folder: string, names: readonly string[]): string | undefined {
  return names.find((name) => existsSync(join(folder, name)));
}

/** True where package.json configures lint-staged. */
export function isInManifest(folder: string): boolean {
  const manifest = jsonAt(join(folder, 'package.json'));
  return typeof manifest === 'object' && manifest !== null && 'lint-staged' in manifest;
}

function rootAbove(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** In a linked working tree `.git` is a file that names the folder; the hooks are in the one that all trees share. */
function gitFolder(root: string): string | undefined {
  const path = join(root, '.git');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (stats.isDirectory()) return path;
  const [, named] = /^gitdir: (.+)$/m.exec(read(path)) ?? [];
  if (named === undefined) return undefined;
  const folder = resolve(root, named.trim());
  const common = read(join(folder, 'commondir')).trim();
  return common === '' ? folder : resolve(folder, common);
}

function hooksFolder(root: string, git: string): string {
  const [, named] = /^[ \t]*hooksPath[ \t]*=[ \t]*"?([^"\n]+?)"?[ \t]*$/im.exec(read(join(git, 'config'))) ?? [];
  return named === undefined ? join(git, 'hooks') : resolve(root, named);
}

function hookOf(root: string, git: string | undefined, packages: ReadonlySet<string>): HookKind {
  if (existsSync(join(root, '.husky')) || packages.has('husky')) return 'husky';
  if (firstOf(root, LEFTHOOK_FILES) !== undefined || packages.has('lefthook')) return 'lefthook';
  if (firstOf(root, PRE_COMMIT_FILES) !== undefined) return 'pre-commit';
  if (firstOf(root, [...LINT_STAGED_FILES, ...LINT_STAGED_CODE]) !== undefined || isInManifest(root))
    return 'lint-staged';
  return git === undefined ? 'none' : 'git';
}

function pipelineOf(root: string, git: string | undefined): PipelineKind {
  if (existsSync(join(root, '.gitlab-ci.yml'))) return 'gitlab';
  if (existsSync(join(root, '.github'))) return 'github';
  const remotes = git === undefined ? '' : read(join(git, 'config'));
  const [, host = ''] = /^\s*url\s*=\s*(?:\w+:\/\/)?(?:[^@/\s]+@)?([\w.-]+)/m.exec(remotes) ?? [];
  if (host === 'github.com') return 'github';
  return host.startsWith('gitlab.') ? 'gitlab' : 'none';
}

function lockOf(root: string): Repository['lock'] {
  const locks = [
    ['package-lock.json', 'npm'],
    ['pnpm-lock.yaml', 'pnpm'],
    ['yarn.lock', 'yarn'],
    ['bun.lock', 'bun'],
    ['bun.lockb', 'bun'],
  ] as const;
  return locks.find(([file]) => existsSync(join(root, file)))?.[1];
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
