/** A tree that is asked once about each path: references are tried out in many places and with many endings, and nearly all are not there. */
import { dirname } from 'node:path';
import { isInside } from './inside.ts';
import type { FileTree, PathKind } from './tree.ts';

/** Paths of which is known what they lead to. */
const MAX_KNOWN = 100_000;

/**
 * For a run, during which nothing comes or goes.
 * @param roots what stands above them is not asked
 */
export function remembered(tree: FileTree, roots: readonly string[]): FileTree {
  const kinds = new Map<string, PathKind | undefined>();
  const paths = new Map<string, string>();
  const kindOf = (path: string): PathKind | undefined => {
    if (kinds.has(path)) return kinds.get(path);
    const above = dirname(path);
    const isBelow = above !== path && roots.some((root) => isInside(root, above));
    // Below what is not there nothing is.
    const kind = isBelow && kindOf(above) === undefined ? undefined : kindIn(tree, path);
    if (kinds.size >= MAX_KNOWN) kinds.clear();
    kinds.set(path, kind);
    return kind;
  };
  const there = (path: string): PathKind => {
    const kind = kindOf(path);
    if (kind === undefined) throw new Error(`nothing is at ${path}`);
    return kind;
  };
  return {
    entries: (folder) => tree.entries(folder),
    kindOf: there,
    realPath: (path) => {
      const known = paths.get(path);
      if (known !== undefined) return known;
      there(path);
      const real = tree.realPath(path);
      if (paths.size >= MAX_KNOWN) paths.clear();
      paths.set(path, real);
      return real;
    },
    read: (path, sizeLimit) => tree.read(path, sizeLimit),
  };
}

function kindIn(tree: FileTree, path: string): PathKind | undefined {
  try {
    return tree.kindOf(path);
  } catch {
    return undefined;
  }
}
