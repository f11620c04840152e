/** A configuration with all that it extends: presets of taglint, and files of the same repository. */
import { statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { reasonOf } from '../discover/discover.ts';
import { isInside } from '../discover/inside.ts';
import { decodeText } from '../discover/read.ts';
import { DISK, type FileTree, type PathKind } from '../discover/tree.ts';
import { presets } from '../generated/presets.ts';
import { didYouMean } from '../text/nearest.ts';
import { ConfigDocument, ConfigError, type Path } from './document.ts';
import { foldersAbove } from './find.ts';

/** One file or preset of a configuration. */
export interface Layer {
  readonly document: ConfigDocument;
  /** Set where it is a preset of taglint. */
  readonly preset?: string;
}

/** The names that `extends` may give. */
export const PRESET_NAMES: readonly string[] = Object.keys(presets);

/** No configuration is so long, and nobody has so many. */
const MAX_CHARACTERS = 1024 * 1024;
const MAX_LAYERS = 50;

/**
 * The file and what it extends, directly and through others, in the order in which they count: the last one outranks those
 * before it. What several of them extend is there once, at its first place.
 * @param file absolute path
 * @param cwd what paths are relative to in messages
 * @param tree where the files are
 * @throws ConfigError naming file, line and column
 */
export function readLayers(file: string, cwd: string, tree: FileTree = DISK): readonly Layer[] {
  return new LayerReader(file, cwd, tree).layers;
}

class LayerReader {
  readonly layers: Layer[] = [];
  readonly #cwd: string;
  /** Nothing outside of it is read: the root of the repository, or the folder of the file where there is none. */
  readonly #root: string;
  /** Real paths, and names of presets. */
  readonly #seen = new Set<string>();
  readonly #tree: FileTree;

  constructor(file: string, cwd: string, tree: FileTree) {
    this.#cwd = cwd;
    this.#tree = tree;
    const outermost = foldersAbove(file, cwd).at(-1) ?? dirname(file);
    this.#root = this.#real(isRepository(outermost) ? outermost : dirname(file));
    const shown = this.#shown(file);
    this.#read(file, new ConfigDocument(this.#textOf(file, shown), shown), [this.#real(file)]);
  }

  /** @param chain the real paths that led here, the last of which is the file's own */
  #read(file: string, document: ConfigDocument, chain: readonly string[]): void {
    for (const [name, path] of named(document)) this.#extend(name, { file, document, chain, path });
    this.layers.push({ document });
  }

  #extend(name: string, from: Reference): void {
    if (this.#seen.size >= MAX_LAYERS) throw wrong(from, `brings in more than ${MAX_LAYERS} files`);
    if (!/[\\/]|\.ya?ml$/i.test(name)) this.#preset(name, from);
    else this.#file(name, from);
  }

  #preset(name: string, from: Reference): void {
    const text = Object.hasOwn(presets, name) ? presets[name] : undefined;
    if (text === undefined) {
      const known = PRESET_NAMES.join(', ');
      const hint = didYouMean(name, PRESET_NAMES);
      throw wrong(from, `names no preset: there is no ${JSON.stringify(name)}${hint}; presets are ${known}`);
    }
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    this.layers.push({ document: new ConfigDocument(text, `preset ${name}`), preset: name });
  }

  #file(name: string, from: Reference): void {
    if (isAbsolute(name) || /^(?:~|[A-Za-z]:|\w+:\/\/)/.test(name))
      throw wrong(from, `is ${JSON.stringify(name)}, expected a preset or a path such as ./base.yml`);
    if (!/\.ya?ml$/i.test(name))
      throw wrong(from, `is ${JSON.stringify(name)}, expected a file that ends in .yml or .yaml`);
    const path = resolve(dirname(from.file), name);
    if (!isInside(this.#root, join(this.#real(dirname(path)), basename(path)))) throw wrong(from, this.#outside(name));
    const kind = this.#kindOf(path);
    if (kind === undefined)
      throw wrong(from, `names ${JSON.stringify(name)}, which is not there${this.#nearestFile(name, path)}`);
    const target = this.#real(path);
    if (!isInside(this.#root, target)) throw wrong(from, this.#outside(name));
    if (kind !== 'file') throw wrong(from, `names ${JSON.stringify(name)}, which is no file`);
    if (from.chain.includes(target)) {
      const round = [...from.chain.slice(from.chain.indexOf(target)), target].map((one) => this.#shown(one));
      throw wrong(from, `goes round in a circle: ${round.join(' → ')}`);
    }
    if (this.#seen.has(target)) return;
    this.#seen.add(target);
    const shown = this.#shown(path);
    this.#read(path, new ConfigDocument(this.#textOf(path, shown), shown), [...from.chain, target]);
  }

  #outside(name: string): string {
    const root = this.#shown(this.#root) || '.';
    return `names ${JSON.stringify(name)}, which lies outside of ${root === '.' ? 'the current folder' : root}; only files below the root of the repository (without one: below the folder of the configuration) are read`;
  }

  #shown(path: string): string {
    const base = [this.#cwd, this.#real(this.#cwd)].find((folder) => isInside(folder, path)) ?? this.#cwd;
    return relative(base, path).split(sep).join('/');
  }

  #textOf(file: string, shown: string): string {
    try {
      this.#tree.kindOf(file);
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      throw new ConfigError(`${shown}: ${missing ? 'no such file' : `cannot be read: ${reasonOf(error)}`}`);
    }
    const read = this.#tree.read(file);
    if (!read.ok) throw new ConfigError(`${shown}: cannot be read: ${read.reason}`);
    const text = decodeText(read.bytes);
    if (text.length <= MAX_CHARACTERS) return text;
    throw new ConfigError(`${shown}: is larger than a configuration can be (1 MB)`);
  }

  /** Undefined for what is not there. */
  #kindOf(path: string): PathKind | undefined {
    try {
      return this.#tree.kindOf(path);
    } catch {
      return undefined;
    }
  }

  /** A hint at a file of nearly that name, in the folder that was meant. */
  #nearestFile(name: string, path: string): string {
    let files: string[];
    try {
      files = this.#tree.entries(dirname(path)).map((entry) => entry.name);
    } catch {
      return `: there is no folder ${JSON.stringify(dirname(name))}`;
    }
    return didYouMean(
      basename(path),
      files.filter((one) => /^\.ya?ml$/i.test(extname(one))),
    );
  }

  /** A path without symbolic links, as far as it is there. */
  #real(path: string): string {
    try {
      return this.#tree.realPath(path);
    } catch {
      return dirname(path) === path ? path : join(this.#real(dirname(path)), basename(path));
    }
  }
}

/** An entry of `extends`. */
interface Reference {
  /** The file that it stands in. */
  readonly file: string;
  readonly document: ConfigDocument;
  readonly chain: readonly string[];
  readonly path: Path;
}

function wrong({ document, path }: Reference, what: string): ConfigError {
  return new ConfigError(`${document.value(path)}: ${path.map(String).join('.')} ${what}`);
}

/** What a document extends, with the place of each; what is no text is told when the rest of it is checked. */
function named(document: ConfigDocument): [string, Path][] {
  const { data } = document;
  const extended: unknown =
    typeof data === 'object' && data !== null && Object.hasOwn(data, 'extends') ? Reflect.get(data, 'extends') : [];
  if (typeof extended === 'string') return [[extended, ['extends']]];
  if (!Array.isArray(extended)) return [];
  return extended.flatMap((one: unknown, index): [string, Path][] =>
    typeof one === 'string' ? [[one, ['extends', index]]] : [],
  );
}

function isRepository(folder: string): boolean {
  return statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
}
