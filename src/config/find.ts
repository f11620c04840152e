/** Finds the configuration that governs a path. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DISK, type FileTree, isFileIn } from '../discover/tree.ts';

const CONFIG_NAMES = ['.taglint.yml', '.taglint.yaml'] as const;

/**
 * The nearest configuration in the folder of a path and those above it, up to the root of its repository or of the file
 * system; undefined where there is none.
 * @param path a file, a folder or a glob; need not exist
 * @param tree where configurations are
 */
export function findConfig(path: string, cwd: string, tree: FileTree = DISK): string | undefined {
  for (const folder of foldersAbove(path, cwd)) {
    for (const name of CONFIG_NAMES) {
      const file = join(folder, name);
      if (isFileIn(tree, file)) return file;
    }
  }
  return undefined;
}

/** The name of the reviewed record where none is configured. */
export const LOCK_NAME = 'taglint.lock.yml';

/** The nearest reviewed record, searched as configurations are; undefined where there is none. */
export function findLock(path: string, cwd: string, tree: FileTree = DISK): string | undefined {
  return foldersAbove(path, cwd)
    .map((folder) => join(folder, LOCK_NAME))
    .find((file) => isFileIn(tree, file));
}

/** The folder of a path and those above it, the innermost first, up to the root of its repository or of the file system. */
export function foldersAbove(path: string, cwd: string): string[] {
  const folders: string[] = [];
  for (let folder = startOf(path, cwd); ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return folders;
  }
}

/** The innermost folder that is there. */
function startOf(path: string, cwd: string): string {
  for (let at = resolve(cwd, path); ; at = dirname(at)) {
    try {
      if (statSync(at).isDirectory()) return at;
    } catch {
      // Part of a glob, or mistyped: the run reports it.
    }
    if (dirname(at) === at) return at;
  }
}
