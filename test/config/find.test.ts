import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConfig } from '../../src/config/find.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taglint-config-'));
  mkdirSync(join(folder, 'site/pages'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('findConfig', () => {
  it.each(['site/pages/a.html', 'site/pages', 'site/pages/*.html', 'site/missing/deep/a.html', '.'])(
    'finds the one above %s',
    (path) => {
      writeFileSync(join(folder, '.taglint.yml'), '');
      expect(findConfig(path, folder)).toBe(join(folder, '.taglint.yml'));
    },
  );

  it('prefers the nearest', () => {
    writeFileSync(join(folder, '.taglint.yml'), '');
    writeFileSync(join(folder, 'site/.taglint.yaml'), '');
    expect(findConfig('site/pages', folder)).toBe(join(folder, 'site/.taglint.yaml'));
  });

  it.each(['folder', 'file'])('looks no further than a repository (.git is a %s)', (kind) => {
    writeFileSync(join(folder, '.taglint.yml'), '');
    if (kind === 'folder') mkdirSync(join(folder, 'site/.git'));
    else writeFileSync(join(folder, 'site/.git'), 'gitdir: elsewhere');
    expect(findConfig('site/pages', folder)).toBeUndefined();
  });

  it('takes no folder of that name', () => {
    mkdirSync(join(folder, 'site/.taglint.yml'));
    mkdirSync(join(folder, '.git'));
    expect(findConfig('site', folder)).toBeUndefined();
  });
});
