/** Where the files of a run are: on disk, or somewhere that looks like it. */
import { isUtf8 } from 'node:buffer';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ReadResult } from './checks.ts';
import { nameOf } from './names.ts';
import { readInput } from './read.ts';

/** What stands in a folder; a link is neither file nor folder. */
export interface TreeEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** What a path leads to; pipes and devices are `other`. */
export type PathKind = 'file' | 'folder' | 'other';

/** Folders and files by their absolute paths. */
export interface FileTree {
  /** @throws Error of the system, with its code, where the folder cannot be listed */
  entries(folder: string): readonly TreeEntry[];
  /** Through links. @throws Error of the system, with its code, where it leads nowhere */
  kindOf(path: string): PathKind;
  /** The path without links. @throws Error where it leads nowhere */
  realPath(path: string): string;
  /** Never throws. */
  read(path: string, sizeLimit?: number): ReadResult;
}

/** Whether a path leads to a file. */
export function isFileIn(tree: FileTree, path: string): boolean {
  try {
    return tree.kindOf(path) === 'file';
  } catch {
    return false;
  }
}

/** What stands for a byte that is no character, where the system gives a name as text. */
const LOST = '\uFFFD';

/** The bytes of paths whose names are no text, by those paths as they are shown. */
const untold = new Map<string, Buffer>();

/** The files as they are on disk. */
export const DISK: FileTree = {
  entries: (folder) => {
    const bytes = untold.get(folder);
    const entries = readdirSync(bytes ?? folder, { withFileTypes: true });
    return bytes || entries.some(({ name }) => name.includes(LOST)) ? told(folder, bytes) : entries;
  },
  kindOf: (path) => {
    const stats = statSync(untold.get(path) ?? path);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  },
  realPath: (path) => {
    const bytes = untold.get(path);
    return bytes
      ? realpathSync(bytes, 'buffer').toString('latin1').split('/').map(fromLatin).join('/')
      : realpathSync(path);
  },
  read: (path, sizeLimit) => readInput(untold.get(path) ?? path, sizeLimit),
};

/** The entries of a folder under names that can be told apart, and found again. */
function told(folder: string, bytes: Buffer = Buffer.from(folder)): TreeEntry[] {
  return readdirSync(bytes, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
    const name = nameOf(entry.name);
    const path = Buffer.concat([bytes, Buffer.from(sep), entry.name]);
    if (!isUtf8(path)) untold.set(join(folder, name), path);
    return {
      name,
      isFile: () => entry.isFile(),
      isDirectory: () => entry.isDirectory(),
      isSymbolicLink: () => entry.isSymbolicLink(),
    };
  });
}

function fromLatin(name: string): string {
  return nameOf(Buffer.from(name, 'latin1'));
}
