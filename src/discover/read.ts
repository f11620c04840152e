import { Buffer, isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { windows1252, windows1252Code } from '../text/windows-1252.ts';
import { checkInput, DEFAULT_SIZE_LIMIT, type ReadResult, tooLarge, utf16 } from './checks.ts';
import { reasonOf } from './discover.ts';

/** Reads a file synchronously (faster than any number of parallel reads); never throws. */
export function readInput(absolute: string | Buffer, sizeLimit: number = DEFAULT_SIZE_LIMIT): ReadResult {
  let handle: number | undefined;
  try {
    handle = openSync(absolute, 'r');
    const { size } = fstatSync(handle);
    if (size > sizeLimit) return { ok: false, skipped: true, reason: tooLarge(size, sizeLimit) };
    return checkInput(readFileSync(handle), sizeLimit);
  } catch (error) {
    return { ok: false, skipped: false, reason: reasonOf(error) };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * True where a pattern (not global, linear-time, ASCII only) stands in the undecoded bytes: only such files are decoded
 * and parsed.
 */
export function hasInterest(bytes: Uint8Array, pattern: RegExp): boolean {
  if (utf16(bytes)) return pattern.test(decodeText(bytes));
  return pattern.test(view(bytes).toString('latin1'));
}

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, otherwise windows-1252 (old templates). A byte order mark stays
 * in the text, so that offsets count every character of the file.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = utf16(bytes);
  if (wide) return new TextDecoder(wide, { ignoreBOM: true }).decode(bytes);
  return isUtf8(bytes) ? view(bytes).toString('utf8') : decodeWindows1252(bytes);
}

/**
 * The bytes of a text, encoded as those that another text was decoded from; undefined where that encoding cannot say it, or
 * reading has lost something of them.
 */
export function encodeText(text: string, like: Uint8Array): Uint8Array | undefined {
  const encode = encoderFor(like);
  const before = encode(decodeText(like));
  if (!before || Buffer.compare(before, like) !== 0) return undefined;
  const bytes = encode(text);
  return bytes && decodeText(bytes) === text ? bytes : undefined;
}

function encoderFor(like: Uint8Array): (text: string) => Buffer | undefined {
  const wide = utf16(like);
  if (wide === 'utf-16le') return (text) => Buffer.from(text, 'utf16le');
  if (wide) return (text) => Buffer.from(text, 'utf16le').swap16();
  return isUtf8(like) ? (text) => Buffer.from(text, 'utf8') : encodeWindows1252;
}

function encodeWindows1252(text: string): Buffer | undefined {
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = windows1252Code(text.charAt(at)) ?? text.charCodeAt(at);
    if (code > 255) return undefined;
    bytes[at] = code;
  }
  return bytes;
}

function decodeWindows1252(bytes: Uint8Array): string {
  // Not by TextDecoder: that of Node 20 reads 128 to 159 as control characters.
  const text = view(bytes).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (character) => windows1252(character.charCodeAt(0)) ?? character);
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
