/** Where downloaded settings of vendors are kept: `.taglint/snapshots/<kind>/<id>/<date>.<ext>`. */
import { join, sep } from 'node:path';
import { DISK, type FileTree, type TreeEntry } from './tree.ts';

/** The hidden folder that is looked into, and the one in it that holds the copies. */
export const SNAPSHOT_FOLDER = ['.taglint', 'snapshots'] as const;

/** A date, with the time where there are several of one day; their order is that of their names. */
const SNAPSHOT_NAME = /^\d{4}-\d{2}-\d{2}(?:T\d{6}Z)?\.(?:js|json)$/;

/** The newest copy in the folder of one id; undefined where there is none. Links are not followed. */
export function newestSnapshot(folder: string, tree: FileTree = DISK): string | undefined {
  const names = entriesOf(folder, tree)
    .filter((entry) => entry.isFile() && SNAPSHOT_NAME.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const newest = names.at(-1);
  return newest === undefined ? undefined : join(folder, newest);
}

/** The folders of all ids in the `.taglint` folder at `hidden`. */
export function snapshotFolders(hidden: string, tree: FileTree): string[] {
  return foldersIn(join(hidden, SNAPSHOT_FOLDER[1]), tree).flatMap((folder) => foldersIn(folder, tree));
}

/** True for the folder of one id. */
export function isSnapshotFolder(folder: string): boolean {
  const [hidden, snapshots, kind, id, ...more] = folder.split(sep).slice(-4);
  const isThere = kind !== undefined && id !== undefined && more.length === 0;
  return isThere && hidden === SNAPSHOT_FOLDER[0] && snapshots === SNAPSHOT_FOLDER[1];
}

function foldersIn(folder: string, tree: FileTree): string[] {
  return entriesOf(folder, tree)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}

function entriesOf(folder: string, tree: FileTree): readonly TreeEntry[] {
  try {
    return tree.entries(folder);
  } catch {
    // There are no snapshots yet.
    return [];
  }
}
