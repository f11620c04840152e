import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInput } from '../../src/discover/checks.ts';
import { decodeText, hasInterest, readInput } from '../../src/discover/read.ts';
import { say } from '../../src/model/phrase.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taglint-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('readInput', () => {
  it('reads, skips and fails with a reason', () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'hello');
    expect(readInput(path)).toEqual({ ok: true, bytes: Buffer.from('hello') });
    expect(readInput(path, 4)).toMatchObject({
      ok: false,
      skipped: true,
      reason: say`${'0 MB'} is more than the limit of ${'0 MB'}`,
    });
    writeFileSync(path, Buffer.from([1, 2, 0, 3]));
    expect(readInput(path)).toEqual({ ok: false, skipped: true, reason: say`binary file` });
    expect(readInput(join(folder, 'nope'))).toEqual({ ok: false, skipped: false, reason: say`it is no longer there` });
    expect(readInput(folder)).toEqual({ ok: false, skipped: false, reason: say`it is a folder` });
    writeFileSync(path, '');
    expect(readInput(path)).toMatchObject({ ok: true });
  });

  it('says the size in words', () => {
    expect(checkInput(new Uint8Array(3 * 1024 * 1024), 1024 * 1024)).toMatchObject({
      reason: say`${'3 MB'} is more than the limit of ${'1 MB'}`,
    });
  });
});

describe('decodeText', () => {
  const cases: [string, Uint8Array, string][] = [
    ['UTF-8', Buffer.from('å😀'), 'å😀'],
    ['UTF-8 with a mark', Buffer.from('\ufeffå'), '\ufeffå'],
    ['UTF-16 little-endian', Buffer.from('\ufefffbq(å)', 'utf16le'), '\ufefffbq(å)'],
    ['UTF-16 big-endian', Buffer.from('\ufefffbq', 'utf16le').swap16(), '\ufefffbq'],
    ['windows-1252', Buffer.from([0x4b, 0xf6, 0x70, 0x80]), 'Köp€'],
    ['nothing', new Uint8Array(), ''],
  ];
  it.each(cases)('%s', (_name, bytes, text) => {
    expect(checkInput(bytes)).toMatchObject({ ok: true });
    expect(decodeText(bytes)).toBe(text);
  });

  it('reads a view of a larger buffer', () => {
    expect(decodeText(new TextEncoder().encode('xxabc').subarray(2))).toBe('abc');
  });
});

describe('hasInterest', () => {
  const pattern = /fbq|googletagmanager\.com/;
  it('looks at the bytes, in every encoding', () => {
    expect(hasInterest(Buffer.from('<p>å'), pattern)).toBe(false);
    expect(hasInterest(Buffer.from("<p>å fbq('x')"), pattern)).toBe(true);
    expect(hasInterest(Buffer.from('\ufeff fbq', 'utf16le'), pattern)).toBe(true);
    expect(hasInterest(new TextEncoder().encode('fbq abc').subarray(4), pattern)).toBe(false);
  });
});
