/** A tree that shows some of its files alone. */
import { dirname, join } from 'node:path';
import type { FileTree } from './tree.ts';

/** @param files absolute paths; the folders that lead to them are shown too */
export function narrowed(tree: FileTree, files: readonly string[]): FileTree {
  const shown = new Set(files);
  for (const file of files) for (let at = dirname(file); !shown.has(at); at = dirname(at)) shown.add(at);
  const checked = (path: string): string => {
    if (shown.has(path)) return path;
    throw Object.assign(new Error('no such file or folder'), { code: 'ENOENT', path });
  };
  return {
    entries: (folder) => tree.entries(checked(folder)).filter(({ name }) => shown.has(join(folder, name))),
    kindOf: (path) => tree.kindOf(checked(path)),
    realPath: (path) => tree.realPath(path),
    read: (path, sizeLimit) => tree.read(path, sizeLimit),
  };
}
