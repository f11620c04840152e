/** The files of a revision, as if they were on disk. */
import { commitOf, GitError, git, rootOfRepository } from './git/command.ts';
import { treeFiles } from './git/entries.ts';
import { StoredTree } from './git/stored-tree.ts';
import { DISK, type FileTree } from './tree.ts';

/** Two states of the files of a repository. */
export interface Range {
  readonly before: FileTree;
  readonly after: FileTree;
}

/** `main..HEAD`, `main...HEAD` (since the two were one), `main` (and the working tree). */
const RANGE = /^(.*?)(\.{2,3})(.*)$/;

/**
 * @param text a revision, or a range of two; what is left out at an end of a range is `HEAD`
 * @returns undefined where it names no revision
 * @throws GitError outside of a repository, or where the two have nothing in common
 */
export function rangeOf(text: string, cwd: string): Range | undefined {
  const root = rootOfRepository(cwd);
  const [, from = text, dots, to = ''] = RANGE.exec(text) ?? [];
  const before = commitOf(root, from === '' ? 'HEAD' : from);
  if (before === undefined) return undefined;
  if (dots === undefined) return { before: treeOf(root, before), after: DISK };
  const after = commitOf(root, to === '' ? 'HEAD' : to);
  if (after === undefined) return undefined;
  return {
    before: treeOf(root, dots === '...' ? mergeBase(root, before, after, text) : before),
    after: treeOf(root, after),
  };
}

function treeOf(root: string, commit: string): FileTree {
  return new StoredTree(root, treeFiles(git(root, ['ls-tree', '-r', '-z', '--full-tree', commit])));
}

function mergeBase(root: string, one: string, other: string, text: string): string {
  try {
    return git(root, ['merge-base', one, other]).toString('latin1').trim();
  } catch (error) {
    if (!(error instanceof GitError) || error.status === undefined) throw error;
    throw new GitError(
      `the two ends of ${text} have nothing in common here; a shallow clone needs more of its history`,
    );
  }
}
