/** Contents out of the store of a repository. */
import { git } from './command.ts';

/** So much is read at once, and kept until the next of it is read. */
const MOST_FILES = 1_000;
const MOST_BYTES = 16 * 1024 * 1024;
/** What is larger is read by itself. */
const LARGE = 2 * 1024 * 1024;

/** Reads contents by `git cat-file`, many at once, because every call of git costs more than what it reads. */
export class Blobs {
  readonly #root: string;
  readonly #order: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #sizes = new Map<string, number>();
  #read = new Map<string, Buffer>();

  /** @param expected ids in the order in which they will be asked for */
  constructor(root: string, expected: readonly string[]) {
    this.#root = root;
    this.#order = [...new Set(expected)];
    this.#places = new Map(this.#order.map((id, place) => [id, place]));
  }

  /** In bytes; undefined for what is not in the store. @throws GitError */
  size(id: string): number | undefined {
    if (!this.#sizes.has(id)) this.#measure(this.#from(id));
    const size = this.#sizes.get(id);
    return size === undefined || size < 0 ? undefined : size;
  }

  /** Undefined for what is not in the store. @throws GitError */
  content(id: string): Buffer | undefined {
    const known = this.#read.get(id);
    if (known) return known;
    if (this.size(id) === undefined) return undefined;
    let bytes = 0;
    const together: string[] = [];
    for (const next of this.#from(id)) {
      const size = this.size(next) ?? LARGE;
      if (next !== id && (size >= LARGE || this.#read.has(next))) continue;
      bytes += size;
      if (together.length > 0 && bytes > MOST_BYTES) break;
      together.push(next);
    }
    const contents = contentsIn(git(this.#root, ['cat-file', '--batch'], lines(together)));
    const content = contents.get(id);
    // What a page takes in beside what was expected does not push that out.
    if (this.#places.has(id)) this.#read = contents;
    return content;
  }

  /** The id and those that will be asked for after it. */
  #from(id: string): readonly string[] {
    const place = this.#places.get(id);
    return place === undefined ? [id] : this.#order.slice(place, place + MOST_FILES);
  }

  #measure(ids: readonly string[]): void {
    const answers = git(this.#root, ['cat-file', '--batch-check'], lines(ids)).toString('latin1').split('\n');
    for (const [index, id] of ids.entries()) {
      const [, type, size] = answers[index]?.split(' ') ?? [];
      this.#sizes.set(id, type === 'blob' ? Number(size) : -1);
    }
  }
}

function lines(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('');
}

/** `id blob size`, a line break, the content, a line break. */
function contentsIn(output: Buffer): Map<string, Buffer> {
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [id = '', type, size] = output.subarray(at, end).toString('latin1').split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    contents.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
