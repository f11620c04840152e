import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { DISK, type FileTree } from './tree.ts';

/** Read in this order from every folder, so that a `.taglintignore` can take back what a `.gitignore` says. */
const IGNORE_FILES = ['.gitignore', '.taglintignore'];

interface Layer {
  readonly folder: string;
  readonly filter: Ignore;
}

/** The ignore files that govern one folder, the innermost first; the patterns of a deeper file win. */
export type IgnoreLayers = readonly Layer[];

/** The layers of a folder: its own ignore files before those of the folders around it. */
export function enterFolder(folder: string, outer: IgnoreLayers, tree: FileTree = DISK): IgnoreLayers {
  let filter: Ignore | undefined;
  for (const name of IGNORE_FILES) {
    const text = readIfThere(join(folder, name), tree);
    if (text === undefined) continue;
    filter ??= ignore();
    filter.add(text);
  }
  return filter ? [{ folder, filter }, ...outer] : outer;
}

/** The layers around a folder: those of its parents up to the root of its repository (none outside a repository). */
export function layersAbove(folder: string, tree: FileTree = DISK): IgnoreLayers {
  const parents: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) parents.push(at);
    if (isRepository(at)) break;
    if (dirname(at) === at) return [];
  }
  let layers: IgnoreLayers = [];
  for (const parent of parents.reverse()) layers = enterFolder(parent, layers, tree);
  return layers;
}

/** Patterns of the configuration, relative to the folder in which it stands; they outrank every ignore file. */
export function configuredLayer(folder: string, patterns: readonly string[]): IgnoreLayers {
  return patterns.length === 0 ? [] : [{ folder, filter: ignore().add(patterns) }];
}

/** True where the innermost layer that says anything about a path ignores it. */
export function isIgnored(path: string, isFolder: boolean, layers: IgnoreLayers): boolean {
  for (const { folder, filter } of layers) {
    const inside = relative(folder, path).split(sep).join('/');
    if (inside === '' || inside.startsWith('..') || inside.includes(':')) continue;
    const verdict = filter.test(isFolder ? `${inside}/` : inside);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

function readIfThere(path: string, tree: FileTree): string | undefined {
  if (tree !== DISK) {
    const read = tree.read(path);
    return read.ok ? Buffer.from(read.bytes).toString('utf8') : undefined;
  }
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Absent for nearly every folder; an unreadable one ignores nothing.
    return undefined;
  }
}

function isRepository(folder: string): boolean {
  try {
    readFileSync(join(folder, '.git'));
    return true;
  } catch (error) {
    // `.git` is a folder (EISDIR) in a repository, a file in a worktree or submodule.
    return error instanceof Error && 'code' in error && error.code === 'EISDIR';
  }
}
