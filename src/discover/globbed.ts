/** A tree as globs are matched against it. */
import type { FileTree, TreeEntry } from './tree.ts';

/** What the matcher asks of a file system: to list folders. Links are never followed. */
export function globbed(tree: FileTree): { readdirSync: typeof import('node:fs').readdirSync } {
  // The matcher lists with file types, which is one of the many things that Node's function does.
  const list = (folder: string): readonly TreeEntry[] => tree.entries(folder);
  return { readdirSync: list as unknown as typeof import('node:fs').readdirSync };
}
