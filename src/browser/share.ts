/**
 * Texts in the fragment of an address: browsers send that part nowhere. `#v1.` and, as base64url, the compressed JSON of
 * files and options. What comes from an address is hostile: it is bounded before it is unpacked and while it is.
 */
import { REGIMES, SECTORS, STRICTNESS } from '../model/profile.ts';
import { DEFAULTS_ON_PAGE, type JudgeOptions, type TextFile } from './protocol.ts';

export interface Shared {
  readonly files: readonly Pick<TextFile, 'path' | 'text'>[];
  readonly options: JudgeOptions;
}

export type ReadLink =
  | { readonly ok: true; readonly shared: Shared }
  /** With the reason as a sentence. */
  | { readonly ok: false; readonly reason: string };

/** Longest fragment that is written or read: what chats and mail programs still pass on. */
export const MOST_ENCODED = 32_000;
/** Most bytes that a fragment may unpack to. */
const MOST_UNPACKED = 1024 * 1024;
const MOST_SHARED_FILES = 50;
const LONGEST_PATH = 300;
const MARK = 'v1.';

/** The fragment without `#`; undefined where it would be too long for an address. */
export async function fragmentOf(shared: Shared): Promise<string | undefined> {
  const plain = new TextEncoder().encode(documentOf(shared));
  if (plain.length > MOST_UNPACKED || shared.files.length > MOST_SHARED_FILES) return undefined;
  const packed = await collected(through(plain, new CompressionStream('deflate-raw')), MOST_UNPACKED);
  return packed && fragmentOfPacked(packed);
}

/** What a fragment holds, before it is compressed. */
export function documentOf({ files, options }: Shared): string {
  const { defaultsOnPage } = options;
  return JSON.stringify({
    files: files.map(({ path, text }) => [path, text]),
    options: [options.sector, options.regime, options.strictness, ...(defaultsOnPage ? [defaultsOnPage] : [])],
  });
}

/** @param packed the document, as raw deflate */
export function fragmentOfPacked(packed: Uint8Array): string | undefined {
  const fragment = `${MARK}${toBase64Url(packed)}`;
  return fragment.length <= MOST_ENCODED ? fragment : undefined;
}

/** True for a fragment that means to hold texts, broken or not. */
export function isLink(fragment: string): boolean {
  return /^v\d+\./.test(fragment);
}

/** Never throws, and unpacks no more than it takes. */
export async function readFragment(fragment: string): Promise<ReadLink> {
  if (!fragment.startsWith(MARK)) return wrong('This link was made by another version of this page.');
  if (fragment.length > MOST_ENCODED) return wrong('This link is too long.');
  const packed = fromBase64Url(fragment.slice(MARK.length));
  if (!packed) return wrong('This link is broken.');
  try {
    const plain = await collected(through(packed, new DecompressionStream('deflate-raw')), MOST_UNPACKED);
    if (!plain) return wrong('This link holds more than this page takes.');
    const document: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain));
    const shared = sharedIn(document);
    return shared ? { ok: true, shared } : wrong('This link is broken.');
  } catch {
    return wrong('This link is broken.');
  }
}

function wrong(reason: string): ReadLink {
  return { ok: false, reason };
}

function sharedIn(document: unknown): Shared | undefined {
  const files = member(document, 'files');
  const options = member(document, 'options');
  if (!Array.isArray(files) || !Array.isArray(options) || files.length === 0 || files.length > MOST_SHARED_FILES)
    return undefined;
  const read = files.map(fileIn);
  const known = read.filter((file) => file !== undefined);
  const sector = SECTORS.find((one) => one === options[0]);
  const regime = REGIMES.find((one) => one === options[1]);
  const strictness = STRICTNESS.find((one) => one === options[2]);
  if (known.length < read.length || new Set(known.map(({ path }) => path)).size < known.length) return undefined;
  if (!sector || !regime || !strictness) return undefined;
  const defaultsOnPage = DEFAULTS_ON_PAGE.find((one) => one === options[3]);
  return { files: known, options: { sector, regime, strictness, ...(defaultsOnPage && { defaultsOnPage }) } };
}

function fileIn(value: unknown): Shared['files'][number] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [path, text]: readonly unknown[] = value;
  if (typeof path !== 'string' || typeof text !== 'string' || !isPath(path)) return undefined;
  return { path, text };
}

/** A relative path with forward slashes that leads nowhere else. */
export function isPath(path: string): boolean {
  if (path === '' || path.length > LONGEST_PATH || path.includes('\\') || path.includes('\0')) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): ReadableStreamDefaultReader {
  return new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(stream).getReader();
}

/** @returns undefined where there is more; the rest is not unpacked then */
async function collected(reader: ReadableStreamDefaultReader, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value }: { done: boolean; value?: unknown } = await reader.read();
    if (done) break;
    if (!(value instanceof Uint8Array)) continue;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
  } catch {
    return undefined;
  }
}
