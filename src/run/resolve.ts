/** Finds and reads the local files that pages and scripts refer to, templates and scripts. */
import { dirname, extname, relative, resolve, sep } from 'node:path';
import { isInside } from '../discover/inside.ts';
import { resolveLocal } from '../discover/local.ts';
import { remembered } from '../discover/remembered.ts';
import type { FileTree } from '../discover/tree.ts';
import type { ReferenceKind } from '../engine/input.ts';
import type { Phrase } from '../model/phrase.ts';
import { createTemplateFinder } from './templates.ts';

export interface LocalText {
  /** As it is shown in findings. */
  readonly path: string;
  readonly text: string;
}

export interface ResolverOptions {
  readonly cwd: string;
  /** Real paths; nothing outside them is read. */
  readonly roots: readonly string[];
  /** The inputs of the run, absolute: templates are found among them by the ends of their paths. */
  readonly files?: readonly string[];
  readonly tree: FileTree;
  /** The text of a file's bytes. */
  readonly decode: (bytes: Uint8Array) => string;
  /** Told of every file that is referred to and was not read, once, with the reason. */
  readonly skipped: (path: string, reason: Phrase) => void;
}

/** Gives the file that `address` in the file shown as `from` means. */
export type Resolver = (address: string, from: string, kind?: ReferenceKind) => LocalText | undefined;

const EXTENSIONS = ['.js', '.ts', '.jsx', '.tsx', '.mjs', '.mts', '.cjs', '.cts', '.vue', '.svelte', '.astro'] as const;
const SCRIPT_NAME = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;
/** Folders that sites publish under their root, so that `/js/a.js` is `public/js/a.js`. */
const PUBLISHED = ['public', 'static'] as const;
/** A script or part of a page is rarely larger; bundles beyond it are not read with every page. */
const SIZE_LIMIT = 2 * 1024 * 1024;
/** Characters of shared scripts that are kept between pages. */
const CACHE_LIMIT = 8 * 1024 * 1024;
const MOST_ANSWERS = 10_000;

/** Answers are kept, because the same few scripts stand in every page of a site. */
export function createResolver({ cwd, roots, files = [], tree: asked, decode, skipped }: ResolverOptions): Resolver {
  const tree = remembered(asked, roots);
  const findTemplate = createTemplateFinder(roots, files, tree);
  const shownPath = createShownPath(cwd, tree);
  const answers = new Map<string, string | undefined>();
  const texts = new Map<string, string | undefined>();
  let kept = 0;

  const find = (address: string, from: string, kind: ReferenceKind): string | undefined => {
    const page = resolve(cwd, from);
    const key = `${kind} ${dirname(page)}\n${address}`;
    if (answers.has(key)) return answers.get(key);
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const found = kind === 'template' ? findTemplate(address, page) : findScript(address, page, { roots, tree });
    answers.set(key, found);
    return found;
  };

  const read = (path: string): string | undefined => {
    if (texts.has(path)) return texts.get(path);
    const input = tree.read(path, SIZE_LIMIT);
    if (!input.ok) skipped(shownPath(path), input.reason);
    const text = input.ok ? decode(input.bytes) : undefined;
    kept += text?.length ?? 0;
    if (kept > CACHE_LIMIT) {
      texts.clear();
      kept = text?.length ?? 0;
    }
    texts.set(path, text);
    return text;
  };

  return (address, from, kind = 'script') => {
    const path = find(address, from, kind);
    if (path === undefined) return undefined;
    const text = read(path);
    return text === undefined ? undefined : { path: shownPath(path), text };
  };
}

/** Shows a real path relative to the current folder where it lies below it, as `discover` shows paths. */
function createShownPath(cwd: string, tree: FileTree): (real: string) => string {
  let realCwd = cwd;
  try {
    realCwd = tree.realPath(cwd);
  } catch {
    // A current folder that was removed: paths are then shown as they are.
  }
  return (real) => {
    const base = isInside(realCwd, real) ? realCwd : cwd;
    return (isInside(base, real) ? relative(base, real) : real).split(sep).join('/');
  };
}

interface Where {
  readonly roots: readonly string[];
  readonly tree: FileTree;
}

function findScript(address: string, page: string, where: Where): string | undefined {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  if (path === '') return undefined;
  if (path.startsWith('@/') || path.startsWith('~/')) return findAliased(path.slice(2), page, where);
  if (!path.startsWith('/')) return findWithExtension(path, page, where);
  return (
    findWithExtension(path, page, where) ??
    firstOf(PUBLISHED, (folder) => findWithExtension(`/${folder}${path}`, page, where))
  );
}

/** `@/` and `~/` mean the nearest `src` above the file, or the site's root. */
function findAliased(path: string, page: string, where: Where): string | undefined {
  return findWithExtension(`/src/${path}`, page, where) ?? findWithExtension(`/${path}`, page, where);
}

/** Imports leave out the extension, name the compiled file's, or name a folder with an index. */
function findWithExtension(path: string, page: string, { roots, tree }: Where): string | undefined {
  const exact = resolveLocal(page, path, roots, tree);
  if (exact !== undefined && isFile(exact, tree)) return SCRIPT_NAME.test(exact) ? exact : undefined;
  const stem = /\.[cm]?jsx?$/i.test(path) ? path.slice(0, -extname(path).length) : path;
  if (SCRIPT_NAME.test(path) && stem === path) return undefined;
  const attempt = (name: string): string | undefined => {
    const found = resolveLocal(page, name, roots, tree);
    return found !== undefined && isFile(found, tree) ? found : undefined;
  };
  if (stem !== path) return firstOf(['.ts', '.tsx', '.mts', '.cts'], (extension) => attempt(stem + extension));
  return (
    firstOf(EXTENSIONS, (extension) => attempt(path + extension)) ??
    (exact === undefined ? undefined : firstOf(EXTENSIONS, (extension) => attempt(`${path}/index${extension}`)))
  );
}

function firstOf<T>(list: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isFile(path: string, tree: FileTree): boolean {
  try {
    return tree.kindOf(path) === 'file';
  } catch {
    return false;
  }
}
