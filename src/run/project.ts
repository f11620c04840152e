/** The folder that a project's paths are relative to, whatever folder a command is started from. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findConfig, foldersAbove } from '../config/find.ts';
import { DISK, type FileTree, isFileIn } from '../discover/tree.ts';

/** The baseline that is used where none is named. */
export const BASELINE_NAME = '.taglint-baseline.json';

/**
 * The folder of the nearest baseline, or the root of the repository, or the folder of the configuration, or the current one.
 * @param path a file, a folder or a glob; need not exist
 * @param tree where baselines and configurations are
 */
export function projectFolder(path: string, cwd: string, tree: FileTree = DISK): string {
  const folders = foldersAbove(path, cwd);
  const known = folders.find((folder) => isFileIn(tree, join(folder, BASELINE_NAME)));
  if (known !== undefined) return known;
  const last = folders.at(-1);
  if (last !== undefined && existsSync(join(last, '.git'))) return last;
  const config = findConfig(path, cwd, tree);
  return config === undefined ? resolve(cwd) : dirname(config);
}
