import { dirname, join, relative, resolve, sep } from 'node:path';
import type { LeftOut } from '../model/finding.ts';
import { type Phrase, say } from '../model/phrase.ts';
import { isContent } from '../parse/content.ts';
import { configuredLayer, enterFolder, type IgnoreLayers, isIgnored, layersAbove } from './ignore-files.ts';
import { isInside } from './inside.ts';
import { isTestName, isWalked } from './kinds.ts';
import { isSnapshotFolder, newestSnapshot, SNAPSHOT_FOLDER, snapshotFolders } from './snapshots.ts';
import { DISK, type FileTree, type PathKind, type TreeEntry } from './tree.ts';

export interface DiscoverOptions {
  /** Folder that relative paths start from and that shown paths are relative to. */
  readonly cwd: string;
  /** Further patterns with .gitignore's meaning, from the configuration. */
  readonly ignore?: readonly string[];
  /** Folder that those patterns are relative to; `cwd` if absent. */
  readonly ignoreFolder?: string;
  /** Where the files are; the disk if absent. */
  readonly tree?: FileTree;
  /** Where ignore files are; the disk if absent. */
  readonly settings?: FileTree;
  /** A file that is named counts only where a walk from `cwd` would find it too. */
  readonly asFound?: boolean;
}

export interface DiscoveredFile {
  /** As it is shown: relative to `cwd` where it lies below it, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** Named one by one by the user: taken whatever its name is and whatever ignores it. */
  readonly explicit: boolean;
}

/** A path that could not be looked at: `missing` is a mistyped path, `unreadable` a failure of the run. */
export interface PathError {
  readonly path: string;
  readonly code: 'missing' | 'unreadable';
  readonly message: Phrase;
}

export interface Discovered {
  readonly files: readonly DiscoveredFile[];
  /** Texts that generators of static sites make pages of: they hold no tags, but stand below layouts that do. Bounded. */
  readonly contents: readonly DiscoveredFile[];
  readonly skipped: readonly LeftOut[];
  readonly errors: readonly PathError[];
  /** Files and folders that the patterns of the configuration left out, absolute; bounded. */
  readonly ignored: readonly string[];
  /** Real paths of the folders that were walked (and of the folders of single files): nothing outside them is read. */
  readonly roots: readonly string[];
}

/** Folders that are not a site's own sources. Hidden ones are skipped by their names. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'bower_components']);
/** More is only counted on to tell that a pattern has some effect. */
const MAX_IGNORED = 10_000;
const MAX_CONTENTS = 10_000;
const GLOB = /[*?{}[\]]|[!+@]\(/;

/** True for what is matched against files, where no file has that very name. */
export function isGlob(path: string): boolean {
  return GLOB.test(path);
}

/**
 * Finds the files below the given paths and globs (`!pattern` takes some out again), sorted by path. Ignore files, hidden
 * entries and names that can hold no tags are left out; symbolic links are not followed. Nothing is opened.
 */
export async function discover(paths: readonly string[], options: DiscoverOptions): Promise<Discovered> {
  const cwd = resolve(options.cwd);
  const { tree = DISK, settings = DISK } = options;
  const configured = configuredLayer(resolve(cwd, options.ignoreFolder ?? '.'), options.ignore ?? []);
  const walk = new Walk(cwd, tree, settings, configured);
  const negated = paths.filter((path) => path.startsWith('!') && path.length > 1).map((path) => path.slice(1));
  const wanted = paths.filter((path) => !(path.startsWith('!') && path.length > 1));
  if (negated.length > 0) walk.takeOut(configuredLayer(cwd, negated));
  for (const path of wanted.length === 0 ? ['.'] : wanted) {
    const absolute = resolve(cwd, path);
    const kind = kindOrError(tree, absolute);
    if (kind instanceof Error) {
      if (isGlob(path) && isMissing(kind)) await walk.glob(path);
      else walk.fail(path, kind);
    } else if (kind === 'folder') walk.folder(absolute);
    else if (options.asFound) walk.single(absolute);
    else walk.explicit(absolute);
  }
  return walk.result();
}

class Walk {
  readonly #cwd: string;
  readonly #tree: FileTree;
  readonly #settings: FileTree;
  #configured: IgnoreLayers;
  readonly #files = new Map<string, DiscoveredFile>();
  readonly #contents: DiscoveredFile[] = [];
  readonly #skipped: LeftOut[] = [];
  readonly #errors: PathError[] = [];
  readonly #ignored: string[] = [];
  readonly #roots = new Set<string>();
  readonly #layers = new Map<string, IgnoreLayers>();

  constructor(cwd: string, tree: FileTree, settings: FileTree, configured: IgnoreLayers) {
    this.#cwd = cwd;
    this.#tree = tree;
    this.#settings = settings;
    this.#configured = configured;
  }

  takeOut(layers: IgnoreLayers): void {
    this.#configured = [...layers, ...this.#configured];
  }

  result(): Discovered {
    const byPath = (a: DiscoveredFile, b: DiscoveredFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
    const files = [...this.#files.values()].sort(byPath);
    const contents = this.#contents.sort(byPath);
    return {
      files,
      contents,
      skipped: this.#skipped,
      errors: this.#errors,
      ignored: this.#ignored,
      roots: [...this.#roots],
    };
  }

  fail(path: string, error: Error): void {
    const missing = isMissing(error);
    const message = missing ? say`no such file or folder` : say`cannot be read: ${reasonOf(error)}`;
    this.#errors.push({ path, code: missing ? 'missing' : 'unreadable', message });
  }

  explicit(absolute: string): void {
    this.#addRoot(dirname(absolute));
    this.#add(absolute, true);
  }

  /** A file, where a walk would find it. */
  single(absolute: string): void {
    const folder = dirname(absolute);
    this.#addRoot(folder);
    if (isSnapshotFolder(folder)) {
      this.#snapshot(folder, this.#layersOf(folder), absolute);
      return;
    }
    const top = isInside(this.#cwd, absolute) ? this.#cwd : folder;
    const names = relative(top, absolute).split(sep);
    let at = top;
    for (const [index, name] of names.entries()) {
      const layers = this.#layersOf(at);
      const isFolder = index < names.length - 1;
      at = join(at, name);
      if (name.startsWith('.') || this.#isOut(at, isFolder, layers)) return;
      if (isFolder ? SKIPPED_FOLDERS.has(name) : isNoInput(name)) return;
    }
    this.#add(absolute, false);
  }

  folder(absolute: string): void {
    this.#addRoot(absolute);
    const above = layersAbove(absolute, this.#settings);
    // An ignored folder that was named is wanted: what is said about it from outside does not count for what is in it.
    const outer = isIgnored(absolute, true, above) ? [] : above;
    this.#walk(absolute, enterFolder(absolute, outer, this.#settings));
  }

  async glob(pattern: string): Promise<void> {
    const [{ globSync }, { globbed }] = await Promise.all([import('tinyglobby'), import('./globbed.ts')]);
    const found = globSync(pattern.split(sep).join('/'), {
      ...(this.#tree !== DISK && { fs: globbed(this.#tree) }),
      cwd: this.#cwd,
      absolute: true,
      onlyFiles: true,
      followSymbolicLinks: false,
      ignore: [...SKIPPED_FOLDERS].map((folder) => `**/${folder}/**`),
    });
    let taken = 0;
    for (const path of found) {
      const absolute = resolve(path);
      const layers = this.#layersOf(dirname(absolute));
      if (this.#isOut(absolute, false, layers)) continue;
      this.#addRoot(dirname(absolute));
      this.#add(absolute, false);
      taken += 1;
    }
    if (taken > 0) return;
    const message = found.length === 0 ? say`no file matches` : say`every file that matches is ignored`;
    this.#errors.push({ path: pattern, code: 'missing', message });
  }

  #walk(folder: string, layers: IgnoreLayers): void {
    if (isSnapshotFolder(folder)) {
      this.#snapshot(folder, layers);
      return;
    }
    let entries: readonly TreeEntry[];
    try {
      entries = this.#tree.entries(folder);
    } catch (error) {
      this.#errors.push({
        path: this.#shown(folder),
        code: 'unreadable',
        message: say`cannot be read: ${reasonOf(error)}`,
      });
      return;
    }
    for (const entry of entries) {
      const { name } = entry;
      const path = join(folder, name);
      if (name.startsWith('.')) {
        if (name === SNAPSHOT_FOLDER[0] && entry.isDirectory()) this.#snapshots(path, layers);
        continue;
      }
      if (entry.isDirectory()) {
        if (SKIPPED_FOLDERS.has(name) || this.#isOut(path, true, layers)) continue;
        this.#walk(path, enterFolder(path, layers, this.#settings));
      } else if (entry.isFile()) {
        if (isContent(name)) this.#content(path, layers);
        if (isNoInput(name) || this.#isOut(path, false, layers)) continue;
        this.#add(path, false);
      } else if (entry.isSymbolicLink() && !this.#isOut(path, false, layers)) this.#link(path);
    }
  }

  /** Of the settings that `taglint fetch` keeps, the newest copy of each id. */
  #snapshots(hidden: string, layers: IgnoreLayers): void {
    for (const folder of snapshotFolders(hidden, this.#tree)) this.#snapshot(folder, layers);
  }

  /** @param only the copy that is meant, if none but that */
  #snapshot(folder: string, layers: IgnoreLayers, only?: string): void {
    const path = newestSnapshot(folder, this.#tree);
    if (path === undefined || (only !== undefined && path !== only)) return;
    if (!this.#isOut(path, false, layers)) this.#add(path, false);
  }

  /** A link to something inside the roots needs no look (its target is found by itself), one that leads out gets none. */
  #link(path: string): void {
    let target: string;
    try {
      target = this.#tree.realPath(path);
    } catch {
      this.#skipped.push({ file: this.#shown(path), reason: say`symbolic link that leads nowhere` });
      return;
    }
    if ([...this.#roots].some((root) => isInside(root, target))) return;
    this.#skipped.push({ file: this.#shown(path), reason: say`symbolic link that leads outside the given paths` });
  }

  #isOut(path: string, isFolder: boolean, layers: IgnoreLayers): boolean {
    if (!isIgnored(path, isFolder, this.#configured)) return isIgnored(path, isFolder, layers);
    if (this.#ignored.length < MAX_IGNORED) this.#ignored.push(isFolder ? path + sep : path);
    return true;
  }

  #layersOf(folder: string): IgnoreLayers {
    let layers = this.#layers.get(folder);
    if (!layers) {
      layers = enterFolder(folder, layersAbove(folder, this.#settings), this.#settings);
      this.#layers.set(folder, layers);
    }
    return layers;
  }

  #add(absolute: string, explicit: boolean): void {
    const known = this.#files.get(absolute);
    if (known && (known.explicit || !explicit)) return;
    this.#files.set(absolute, { path: this.#shown(absolute), absolute, explicit });
  }

  #content(absolute: string, layers: IgnoreLayers): void {
    const isOut = isIgnored(absolute, false, this.#configured) || isIgnored(absolute, false, layers);
    if (!isOut && this.#contents.length < MAX_CONTENTS)
      this.#contents.push({ path: this.#shown(absolute), absolute, explicit: false });
  }

  #addRoot(folder: string): void {
    try {
      this.#roots.add(this.#tree.realPath(folder));
    } catch {
      this.#roots.add(folder);
    }
  }

  #shown(absolute: string): string {
    const path = isInside(this.#cwd, absolute) ? relative(this.#cwd, absolute) || '.' : absolute;
    return path.split(sep).join('/');
  }
}

/** The name of a file that no walk takes. */
function isNoInput(name: string): boolean {
  return !isWalked(name) || isTestName(name);
}

function kindOrError(tree: FileTree, path: string): PathKind | Error {
  try {
    return tree.kindOf(path);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isMissing(error: Error): boolean {
  return 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** A system error in words that a person can use. */
export function reasonOf(error: unknown): Phrase {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return say`permission denied`;
  if (code === 'ENOENT') return say`it is no longer there`;
  if (code === 'EISDIR') return say`it is a folder`;
  if (code === 'ELOOP') return say`symbolic links that lead in a circle`;
  if (code === 'ENAMETOOLONG') return say`the name is too long`;
  return say`${error instanceof Error ? error.message : String(error)}`;
}
