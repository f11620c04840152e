import { dirname, join, resolve } from 'node:path';
import { isInside } from './inside.ts';
import type { FileTree } from './tree.ts';

/** `https:`, `data:`, `//host`, a template expression: nothing that names a local file. */
const NOT_LOCAL = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/|\\)|[{}<>|%$\0\n]/;

/**
 * The file below the given roots that a page's `src` or include names, or undefined. A path from the site's root (`/js/a.js`)
 * is tried from the page's folder upwards. Links are resolved first, so nothing outside the roots is ever given.
 * `roots` are real paths, as `discover` returns them.
 */
export function resolveLocal(
  page: string,
  reference: string,
  roots: readonly string[],
  tree: FileTree,
): string | undefined {
  const path = reference.trim().split(/[?#]/, 1)[0] ?? '';
  if (path === '' || path.length > 1024 || NOT_LOCAL.test(path)) return undefined;
  const folder = realFolder(dirname(page), tree);
  if (!path.startsWith('/')) return insideRoots(resolve(folder, path), roots, tree);
  for (let at = folder; ; at = dirname(at)) {
    if (!roots.some((root) => isInside(root, at))) return undefined;
    const found = insideRoots(join(at, path), roots, tree);
    if (found) return found;
    if (dirname(at) === at) return undefined;
  }
}

function insideRoots(path: string, roots: readonly string[], tree: FileTree): string | undefined {
  try {
    const real = tree.realPath(path);
    return roots.some((root) => isInside(root, real)) ? real : undefined;
  } catch {
    return undefined;
  }
}

function realFolder(folder: string, tree: FileTree): string {
  try {
    return tree.realPath(folder);
  } catch {
    return folder;
  }
}
