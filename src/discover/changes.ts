/** What has changed in a repository: in the index, or since a revision; or what somebody else has found to be changed. */
import { join } from 'node:path';
import type { LeftOut } from '../model/finding.ts';
import { say } from '../model/phrase.ts';
import { commitOf, GitError, git, rootOfRepository } from './git/command.ts';
import { type ChangedFile, changedFiles, names, SUBMODULE_MODE, storedFiles } from './git/entries.ts';
import { StoredTree } from './git/stored-tree.ts';
import { narrowed } from './narrowed.ts';
import { DISK, type FileTree } from './tree.ts';

/** Which changes are asked for: those that the next commit will hold, or those since the merge base with a revision. */
export type Asked = 'staged' | { readonly since: string };

export interface Changes {
  /** Of the changed files alone. */
  readonly changed: FileTree;
  /** Of all files that stand beside them; made when it is asked for. */
  readonly whole: () => FileTree;
  /** Of all that says how files are looked at (configurations, baselines, ignore files); made when it is asked for. */
  readonly settings: () => FileTree;
  /** The root of the repository, without links; absent where none was asked. */
  readonly root?: string;
  /** Absolute paths of what is there no longer. */
  readonly removed: readonly string[];
  /** What has changed and cannot be looked at, by absolute paths. */
  readonly skipped: readonly LeftOut[];
  /** Files that are named count only where a walk would find them. */
  readonly asFound?: boolean;
}

const DIFFERENCE = ['--raw', '-z', '--no-abbrev', '--no-renames', '--ignore-submodules=dirty'];

/** What is named has changed, as far as a run over everything looks at it. */
export const NAMED: Changes = {
  changed: DISK,
  whole: () => DISK,
  settings: () => DISK,
  removed: [],
  skipped: [],
  asFound: true,
};

/** @throws GitError in words for whoever asked */
export function changesOf(asked: Asked, cwd: string): Changes {
  let root: string;
  try {
    root = rootOfRepository(cwd);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new GitError(`${asked === 'staged' ? '--staged' : '--since'} asks git, which says: ${error.message}`);
  }
  return asked === 'staged' ? staged(root) : since(asked.since, root);
}

/** The index, which is what the next commit will hold; what is in the working tree beside it does not count. */
function staged(root: string): Changes {
  const commit = commitOf(root, 'HEAD') ?? emptyTree(root);
  const files = changedFiles(git(root, ['diff-index', '--cached', ...DIFFERENCE, commit, '--']));
  return {
    ...about(files, root),
    changed: new StoredTree(root, files.filter(isThere)),
    whole: once(() => stored(root)),
    settings: once(() => stored(root, SETTINGS)),
  };
}

/** The files whose texts say how others are looked at; a configuration may extend any file of its kind. */
const SETTINGS = ['*.yml', '*.yaml', '.taglint-baseline.json', '.gitignore', '.taglintignore'].map(
  (name) => `:(top,glob,icase)**/${name}`,
);

/** Files of the index; all if no patterns say which. */
function stored(root: string, patterns: readonly string[] = []): StoredTree {
  return new StoredTree(root, storedFiles(git(root, ['ls-files', '--stage', '-z', '--', ...patterns])));
}

/** The working tree, compared with what both lines of development had last in common; new files count too. */
function since(revision: string, root: string): Changes {
  const commit = commitOf(root, revision);
  if (commit === undefined) {
    throw new GitError(
      `--since: there is no commit ${revision} in this repository; a shallow clone has the last ones alone`,
    );
  }
  const base = mergeBase(commit, revision, root);
  const files = changedFiles(git(root, ['diff', '--no-ext-diff', ...DIFFERENCE, base, '--']));
  const untracked = names(git(root, ['ls-files', '--others', '--exclude-standard', '-z'])).filter(
    (path) => !path.endsWith('/'),
  );
  const paths = [...files.filter(isThere).map(({ path }) => path), ...untracked];
  const absolute = paths.map((path) => join(root, path));
  return { ...about(files, root), changed: narrowed(DISK, absolute), whole: () => DISK, settings: () => DISK };
}

function mergeBase(commit: string, revision: string, root: string): string {
  try {
    return git(root, ['merge-base', 'HEAD', commit]).toString('latin1').trim();
  } catch (error) {
    if (!(error instanceof GitError) || error.status === undefined) throw error;
    throw new GitError(
      `--since: this commit and ${revision} have nothing in common here; a shallow clone needs more of its history`,
    );
  }
}

/** What stands before the first commit. */
function emptyTree(root: string): string {
  return git(root, ['hash-object', '-t', 'tree', '--stdin']).toString('latin1').trim();
}

function about(files: readonly ChangedFile[], root: string): Pick<Changes, 'root' | 'removed' | 'skipped'> {
  const skipped = files.flatMap(({ path, mode, status }) => {
    const file = join(root, path);
    if (status === 'U') return [{ file, reason: say`not merged yet` }];
    if (mode === SUBMODULE_MODE && status !== 'D')
      return [{ file, reason: say`a submodule, which is a repository itself` }];
    return [];
  });
  const removed = files.filter(({ status }) => status === 'D').map(({ path }) => join(root, path));
  return { root, removed, skipped };
}

function isThere({ status, mode }: ChangedFile): boolean {
  return status !== 'D' && status !== 'U' && mode !== SUBMODULE_MODE;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
