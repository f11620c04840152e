/** Inputs of a run: files, and standard input that stands for one. */
import {
  checkInput,
  DISK,
  type DiscoveredFile,
  decodeText,
  type FileTree,
  hasInterest,
  JSON_SIZE_LIMIT,
  kindOfName,
} from '../discover/index.ts';
import type { Phrase } from '../model/phrase.ts';

export interface Input extends DiscoveredFile {
  /** What was read from standard input; a file is read when it is needed. */
  readonly bytes?: Uint8Array;
}

/** What happened to an input that could not be looked at. */
export interface Unread {
  readonly path: string;
  readonly reason: Phrase;
  /** It could not be read, so the run has failed; otherwise it was left out for a good reason. */
  readonly failed: boolean;
}

/** What the scan asks of a content; a text is decoded only where it must be read. */
export interface Look {
  /** True where a pattern (not global, linear-time, ASCII only) stands in the first so many units, or anywhere. */
  has(pattern: RegExp, reach?: number): boolean;
  text(): string;
}

/** Where the scan finds contents. */
export interface InputSource {
  /** Undefined where the input cannot be looked at. */
  look(input: Input): Look | undefined;
  /** Keeps a text for `take`, where there is room. */
  keep(input: Input, text: string): void;
  /** The text of an input, to be taken later; undefined where it cannot be read. */
  peek(input: Input): string | undefined;
  /** The text of an input; what was kept of it is dropped. */
  take(input: Input): string | undefined;
}

/** Texts of files that were scanned and are to be judged; read again when there are more than these characters. */
const KEPT_CHARACTERS = 8 * 1024 * 1024;

/** Reads inputs, and keeps a bounded amount of text from the scan to the judging, so that few files are read twice. */
export class InputReader implements InputSource {
  readonly #unread: (unread: Unread) => void;
  readonly #tree: FileTree;
  readonly #texts = new Map<string, string>();
  #kept = 0;

  /** @param unread told of every input that cannot be looked at, when it is read */
  constructor(unread: (unread: Unread) => void, tree: FileTree = DISK) {
    this.#unread = unread;
    this.#tree = tree;
  }

  bytes(input: Input): Uint8Array | undefined {
    const limit = kindOfName(input.path) === 'json' ? JSON_SIZE_LIMIT : undefined;
    const read = input.bytes ? checkInput(input.bytes, limit) : this.#tree.read(input.absolute, limit);
    if (read.ok) return read.bytes;
    this.#unread({ path: input.path, reason: read.reason, failed: !read.skipped });
    return undefined;
  }

  look(input: Input): Look | undefined {
    const bytes = this.bytes(input);
    return (
      bytes && {
        has: (pattern, reach = bytes.length) => hasInterest(bytes.subarray(0, reach), pattern),
        text: () => decodeText(bytes),
      }
    );
  }

  keep(input: Input, text: string): void {
    if (this.#kept + text.length > KEPT_CHARACTERS) return;
    this.#kept += text.length;
    this.#texts.set(input.path, text);
  }

  peek(input: Input): string | undefined {
    const kept = this.#texts.get(input.path);
    if (kept !== undefined) return kept;
    const bytes = this.bytes(input);
    return bytes && decodeText(bytes);
  }

  take(input: Input): string | undefined {
    const kept = this.#texts.get(input.path);
    if (kept !== undefined) {
      this.#texts.delete(input.path);
      this.#kept -= kept.length;
      return kept;
    }
    const bytes = this.bytes(input);
    return bytes && decodeText(bytes);
  }
}
