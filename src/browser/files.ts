/** The files of the page, as a run finds files on a disk. */
import type { FileTree, TreeEntry } from '../discover/tree.ts';
import { say } from '../model/phrase.ts';
import type { Input, InputSource, Look } from '../run/input.ts';
import type { TextFile } from './protocol.ts';

/** All lie below it. */
export const ROOT = '/';

export function inputOf({ path, explicit }: TextFile): Input {
  return { path, absolute: `${ROOT}${path}`, explicit };
}

/** Contents that are texts already. */
export class TextSource implements InputSource {
  readonly #texts: ReadonlyMap<string, string>;

  constructor(files: readonly TextFile[]) {
    this.#texts = new Map(files.map(({ path, text }) => [path, text]));
  }

  look(input: Input): Look | undefined {
    const text = this.peek(input);
    if (text === undefined) return undefined;
    return {
      has: (pattern, reach) => pattern.test(reach === undefined ? text : text.slice(0, reach)),
      text: () => text,
    };
  }

  keep(): void {
    // Nothing is read twice.
  }

  peek({ path }: Input): string | undefined {
    return this.#texts.get(path);
  }

  take(input: Input): string | undefined {
    return this.peek(input);
  }
}

/** A tree of folders and files without links. Its bytes are UTF-8. */
export function treeOf(files: readonly TextFile[]): FileTree {
  const folders = new Map<string, Map<string, TreeEntry>>([[ROOT, new Map()]]);
  const texts = new Map<string, string>();
  for (const { path, text } of files) {
    const parts = path.split('/');
    let folder = ROOT;
    for (const [index, name] of parts.entries()) {
      const absolute = `${folder === ROOT ? '' : folder}/${name}`;
      const isFile = index === parts.length - 1;
      folders.get(folder)?.set(name, entryOf(name, isFile));
      if (isFile) texts.set(absolute, text);
      else if (!folders.has(absolute)) folders.set(absolute, new Map());
      folder = absolute;
    }
  }
  const kindOf: FileTree['kindOf'] = (path) => {
    if (texts.has(path)) return 'file';
    if (folders.has(path)) return 'folder';
    throw new Error(`${path} is not there`);
  };
  return {
    kindOf,
    entries: (folder) => {
      const entries = folders.get(folder);
      if (!entries) throw new Error(`${folder} is not there`);
      return [...entries.values()];
    },
    realPath: (path) => {
      kindOf(path);
      return path;
    },
    read: (path, sizeLimit = Number.POSITIVE_INFINITY) => {
      const text = texts.get(path);
      if (text === undefined) return { ok: false, skipped: false, reason: say`it is no longer there` };
      const bytes = new TextEncoder().encode(text);
      if (bytes.length > sizeLimit)
        return { ok: false, skipped: true, reason: say`it is too large to be read with pages` };
      return { ok: true, bytes };
    },
  };
}

function entryOf(name: string, isFile: boolean): TreeEntry {
  return { name, isFile: () => isFile, isDirectory: () => !isFile, isSymbolicLink: () => false };
}
