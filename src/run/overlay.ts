/** Texts that stand in for those of files, as repairs would leave them. */
import type { Changes } from '../discover/changes.ts';
import { checkInput, type FileTree } from '../discover/index.ts';
import { realFolder } from './stdin.ts';

/** Contents by the real path of their file. */
export type Overlay = ReadonlyMap<string, Uint8Array>;

/** A tree in which the files that the overlay holds have those contents. */
export function overlaid(tree: FileTree, overlay: Overlay): FileTree {
  return {
    entries: (folder) => tree.entries(folder),
    kindOf: (path) => tree.kindOf(path),
    realPath: (path) => tree.realPath(path),
    read: (path, sizeLimit) => {
      const bytes = overlay.get(path) ?? overlay.get(realFolder(path));
      return bytes ? checkInput(bytes, sizeLimit) : tree.read(path, sizeLimit);
    },
  };
}

export function overlaidChanges(changes: Changes, overlay: Overlay): Changes {
  return { ...changes, changed: overlaid(changes.changed, overlay), whole: () => overlaid(changes.whole(), overlay) };
}
