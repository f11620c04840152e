/** Files of the index, as if they were on disk. */
import { realpathSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { say } from '../../model/phrase.ts';
import { checkInput, DEFAULT_SIZE_LIMIT, type ReadResult, tooLarge } from '../checks.ts';
import { isInside } from '../inside.ts';
import { isWalked } from '../kinds.ts';
import type { FileTree, PathKind, TreeEntry } from '../tree.ts';
import { Blobs } from './blobs.ts';
import { LINK_MODE, type StoredFile, SUBMODULE_MODE } from './entries.ts';

type Folder = Map<string, Folder | StoredFile>;

const MOST_LINKS = 40;
/** A pointer to a content that another store keeps. */
const POINTER = 'version https://git-lfs.github.com/spec/';

/** A tree of the given files, below the root of a repository. */
export class StoredTree implements FileTree {
  readonly #root: string;
  readonly #blobs: Blobs;
  readonly #top: Folder = new Map();
  /** Where links lead, by the ids of their contents. */
  readonly #targets = new Map<string, string>();

  constructor(root: string, files: readonly StoredFile[]) {
    this.#root = root;
    for (const file of files) this.#add(file);
    const opened = files.filter(({ path, mode }) => isPlain(mode) && isWalked(basename(path)));
    this.#blobs = new Blobs(
      root,
      opened.map(({ blob }) => blob),
    );
  }

  entries(folder: string): readonly TreeEntry[] {
    const { at } = this.#find(folder);
    if (!(at instanceof Map)) throw systemError('ENOTDIR', folder);
    return [...at].map(([name, inner]) => entryOf(name, inner));
  }

  kindOf(path: string): PathKind {
    const { at } = this.#find(path);
    if (at instanceof Map) return 'folder';
    return at.mode === SUBMODULE_MODE ? 'other' : 'file';
  }

  realPath(path: string): string {
    return this.#find(path).path;
  }

  read(path: string, sizeLimit: number = DEFAULT_SIZE_LIMIT): ReadResult {
    try {
      const { at } = this.#find(path);
      if (at instanceof Map || at.mode === SUBMODULE_MODE) throw systemError('EISDIR', path);
      const size = this.#blobs.size(at.blob);
      if (size !== undefined && size > sizeLimit)
        return { ok: false, skipped: true, reason: tooLarge(size, sizeLimit) };
      const bytes = this.#blobs.content(at.blob);
      if (!bytes) return { ok: false, skipped: false, reason: say`its content is not in the repository` };
      if (bytes.length < 1024 && bytes.toString('latin1').startsWith(POINTER))
        return { ok: false, skipped: true, reason: say`its content is not in the index, which has a Git LFS pointer` };
      return checkInput(bytes, sizeLimit);
    } catch (error) {
      return { ok: false, skipped: false, reason: say`${error instanceof Error ? error.message : String(error)}` };
    }
  }

  #add(file: StoredFile): void {
    const names = file.path.split('/');
    let folder = this.#top;
    for (const name of names.slice(0, -1)) {
      let inner = folder.get(name);
      if (!(inner instanceof Map)) {
        inner = new Map();
        folder.set(name, inner);
      }
      folder = inner;
    }
    folder.set(names.at(-1) ?? '', file);
  }

  /** Follows links, and none that leads out of the repository. @throws Error of the system */
  #find(path: string, links = 0): { readonly path: string; readonly at: Folder | StoredFile } {
    const inner = this.#inside(path);
    let at: Folder | StoredFile = this.#top;
    let walked = this.#root;
    const names = inner.split(sep).filter((name) => name !== '');
    for (const [index, name] of names.entries()) {
      const next: Folder | StoredFile | undefined = at instanceof Map ? at.get(name) : undefined;
      if (next === undefined) throw systemError('ENOENT', path);
      walked = resolve(walked, name);
      at = next;
      if (at instanceof Map || at.mode !== LINK_MODE) continue;
      if (links >= MOST_LINKS) throw systemError('ELOOP', path);
      return this.#find(resolve(dirname(walked), this.#target(at.blob), ...names.slice(index + 1)), links + 1);
    }
    return { path: walked, at };
  }

  #target(blob: string): string {
    let target = this.#targets.get(blob);
    if (target === undefined) {
      target = this.#blobs.content(blob)?.toString('utf8') ?? '';
      this.#targets.set(blob, target);
    }
    return target;
  }

  /** The path from the root on. */
  #inside(path: string): string {
    if (isInside(this.#root, path)) return path.slice(this.#root.length);
    // The current folder may have been reached through a link.
    const real = realFolder(dirname(path));
    if (real !== undefined && isInside(this.#root, real)) return resolve(real, basename(path)).slice(this.#root.length);
    throw systemError('ENOENT', path);
  }
}

function isPlain(mode: string): boolean {
  return mode !== SUBMODULE_MODE && mode !== LINK_MODE;
}

function realFolder(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}

function entryOf(name: string, inner: Folder | StoredFile): TreeEntry {
  const isFolder = inner instanceof Map;
  const isLink = !isFolder && inner.mode === LINK_MODE;
  return {
    name,
    isDirectory: () => isFolder,
    isSymbolicLink: () => isLink,
    isFile: () => !isFolder && isPlain(inner.mode),
  };
}

const SAID = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'it is no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'symbolic links that lead in a circle',
} as const;

function systemError(code: keyof typeof SAID, path: string): Error {
  return Object.assign(new Error(SAID[code]), { code, path });
}
