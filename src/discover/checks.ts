import { type Phrase, say } from '../model/phrase.ts';
/** What may be read at all, told by size and bytes. */

/** Files above this are skipped, with the reason: no template is so large. */
export const DEFAULT_SIZE_LIMIT = 20 * 1024 * 1024;
/** JSON is read up to here: a container of this size has more than a hundred thousand tags. */
export const JSON_SIZE_LIMIT = 64 * 1024 * 1024;

export type ReadResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `skipped`: not looked at for a good reason; otherwise the file could not be read and the run has failed. */
  | { readonly ok: false; readonly skipped: boolean; readonly reason: Phrase };

/** How much of a file is looked through for NUL bytes. */
const BINARY_HEAD = 8192;

/** The same checks for bytes that come from elsewhere, such as standard input. */
export function checkInput(bytes: Uint8Array, sizeLimit: number = DEFAULT_SIZE_LIMIT): ReadResult {
  if (bytes.length > sizeLimit) return { ok: false, skipped: true, reason: tooLarge(bytes.length, sizeLimit) };
  if (!utf16(bytes) && bytes.subarray(0, BINARY_HEAD).includes(0)) {
    return { ok: false, skipped: true, reason: say`binary file` };
  }
  return { ok: true, bytes };
}

/** The encoding that a byte order mark tells. */
export function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** Why a file of that size is not read. */
export function tooLarge(size: number, limit: number): Phrase {
  return say`${megabytes(size)} is more than the limit of ${megabytes(limit)}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`;
}
