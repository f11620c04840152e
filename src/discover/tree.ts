/** Where the files of a run are: on disk, or somewhere that looks like it. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { type ReadResult, readInput } from './read.ts';

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

/** The files as they are on disk. */
export const DISK: FileTree = {
  entries: (folder) => readdirSync(folder, { withFileTypes: true }),
  kindOf: (path) => {
    const stats = statSync(path);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  },
  realPath: (path) => realpathSync(path),
  read: readInput,
};
