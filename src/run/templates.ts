/** Finds the files that the addresses of includes mean, below the roots. */
import { basename, dirname, join, resolve } from 'node:path';
import { isInside } from '../discover/inside.ts';
import type { FileTree } from '../discover/tree.ts';

/** Gives the real path of the file that an address in the file `page` (absolute) means. */
export type TemplateFinder = (address: string, page: string) => string | undefined;

const MOST_FOLDERS = 5_000;

/**
 * @param roots real paths; nothing outside them is given
 * @param files the inputs of the run, absolute: among them what is meant by the end of its path alone
 */
export function createTemplateFinder(
  roots: readonly string[],
  files: readonly string[],
  tree: FileTree,
): TemplateFinder {
  const folders = new Map<string, ReadonlySet<string>>();
  let byName: Map<string, string[]> | undefined;

  const isThere = (path: string): boolean => {
    const folder = dirname(path);
    let names = folders.get(folder);
    if (!names) {
      if (folders.size >= MOST_FOLDERS) folders.clear();
      names = filesIn(folder, tree);
      folders.set(folder, names);
    }
    return names.has(basename(path));
  };
  const below = (path: string): string | undefined => {
    if (!roots.some((root) => isInside(root, path)) || !isThere(path)) return undefined;
    try {
      const real = tree.realPath(path);
      return roots.some((root) => isInside(root, real)) ? real : undefined;
    } catch {
      return undefined;
    }
  };
  const anywhere = (end: string, page: string): string | undefined => {
    byName ??= groupByName(files);
    const fitting = (byName.get(basename(end)) ?? []).filter((file) => file.endsWith(end) && file !== page);
    const [nearest] = fitting.sort((a, b) => shared(b, page) - shared(a, page) || a.length - b.length);
    return nearest === undefined ? undefined : below(join(realFolder(dirname(nearest), tree), basename(nearest)));
  };
  return (address, page) => {
    if (address.length > 1024 || address.includes('\0')) return undefined;
    if (address.startsWith('**/')) return anywhere(address.slice(2), page);
    const folder = realFolder(dirname(page), tree);
    if (!address.startsWith('/')) return below(resolve(folder, address));
    for (let at = folder; roots.some((root) => isInside(root, at)); at = dirname(at)) {
      const found = below(join(at, address));
      if (found !== undefined) return found;
      if (dirname(at) === at) return undefined;
    }
    return undefined;
  };
}

function filesIn(folder: string, tree: FileTree): ReadonlySet<string> {
  try {
    const entries = tree.entries(folder);
    return new Set(entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name));
  } catch {
    return new Set();
  }
}

function groupByName(files: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const name = basename(file);
    const list = groups.get(name);
    if (list) list.push(file);
    else groups.set(name, [file]);
  }
  return groups;
}

/** How many characters two paths begin with in common. */
function shared(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function realFolder(folder: string, tree: FileTree): string {
  try {
    return tree.realPath(folder);
  } catch {
    return folder;
  }
}
