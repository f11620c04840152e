/**
 * Stands for Node's modules in what is built for a browser, where a configuration is read: its disk holds the files of the job,
 * and nothing else.
 */
import type { FileTree } from '../discover/tree.ts';

let mounted: FileTree | undefined;

export function mount(tree: FileTree): void {
  mounted = tree;
}

export function existsSync(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

export function statSync(
  path: string,
  { throwIfNoEntry = true }: { readonly throwIfNoEntry?: boolean } = {},
): { isFile(): boolean; isDirectory(): boolean } | undefined {
  try {
    const kind = mounted?.kindOf(path);
    return { isFile: () => kind === 'file', isDirectory: () => kind === 'folder' };
  } catch (error) {
    if (throwIfNoEntry) throw error;
    return undefined;
  }
}

/** Texts of the page are UTF-8 once they are bytes. */
export function isUtf8(): boolean {
  return true;
}

export const Buffer = {
  from: (buffer: ArrayBuffer, offset: number, length: number) => ({
    toString: () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(buffer, offset, length)),
  }),
};
