/** Bytes become the text that the command reads. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/browser/bytes.ts';
import { decodeText } from '../../src/discover/read.ts';

describe('bytes', () => {
  it.each([
    ['UTF-8', Buffer.from('Å 😀 <p>')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF<p>')],
    ['UTF-16, little endian', Buffer.from('\uFEFF<p>Å', 'utf16le')],
    ['UTF-16, big endian', Buffer.from('\uFEFF<p>Å', 'utf16le').swap16()],
    ['windows-1252', Buffer.from([0x3c, 0x70, 0x3e, 0xe5, 0xe4, 0xf6])],
    ['nothing', Buffer.from('')],
  ])('in %s', (_, bytes) => {
    expect(textOf('a.html', bytes)).toEqual({ ok: true, text: decodeText(bytes) });
  });

  it('that are no text are not read, nor are too many', () => {
    expect(textOf('a.html', Buffer.from([1, 0, 2]))).toMatchObject({ ok: false, reason: 'binary file' });
    expect(textOf('a.html', new Uint8Array(21 * 1024 * 1024).fill(32))).toMatchObject({ ok: false });
    expect(textOf('a.json', new Uint8Array(21 * 1024 * 1024).fill(32))).toMatchObject({ ok: true });
  });
});
