import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/run/write.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taglint-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('what cannot be written', () => {
  it.each([
    ['missing/out.json', 'there is no folder FOLDER/missing'],
    ['folder', 'it is a folder'],
    ['file/out.json', 'FOLDER/file is no folder'],
  ])('%s: is said in words, and no draft is named or left', (name, why) => {
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'file'), 'old');
    for (const followLinks of [false, true]) {
      expect(() => writeWhole(join(folder, name), 'new', { followLinks })).toThrow(why.replace('FOLDER', folder));
    }
    expect(readdirSync(folder).sort()).toEqual(['file', 'folder']);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
  });

  it.skipIf(process.getuid?.() === 0)('in a read-only folder says so', () => {
    chmodSync(folder, 0o555);
    expect(() => writeWhole(join(folder, 'a'), '')).toThrow(/^permission denied$/);
    chmodSync(folder, 0o755);
  });
});
