/** The page as it is built: what of it is loaded first, and that nothing of it is loaded from elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { PARTS } from '../../src/browser/protocol.ts';
import { builtFolder } from './built.ts';

let folder = '';
beforeAll(async () => {
  folder = await builtFolder();
});

const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const kilobytes = (...names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(file(name), { level: 9 }).length, 0) / 1024;

describe('the page', () => {
  it('is there after less than 30 KB', () => {
    expect(kilobytes('index.html', 'page.css', 'page.js')).toBeLessThan(30);
  });

  it('judges pages and scripts after less than 400 KB and the words that it knows, and loads the rest apart', () => {
    expect(kilobytes('index.html', 'page.css', 'page.js', 'core.js')).toBeLessThan(400);
    expect(kilobytes('containers.js')).toBeLessThan(37);
    expect(kilobytes('vocabulary.js')).toBeLessThan(118);
    for (const part of PARTS) expect(readdirSync(folder)).toContain(`${part}.js`);
    expect(file('core.js')).not.toContain('azurestaticapps.net');
    expect(file('core.js')).not.toContain('createSourceFile');
  });

  it('carries the licences of what it is made of', () => {
    for (const name of ['@codemirror/view', 'meriyah', 'htmlparser2', 'typescript', 'third-party-web'])
      expect(file('licenses.txt')).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  it('forbids connections, and names no address but those beside it', () => {
    const html = file('index.html');
    expect(html).toContain("connect-src 'none'");
    expect(html).not.toMatch(/\b(?:src|href)="(?:https?:)?\/\//);
    expect(file('page.css')).not.toMatch(/url\(|@import/);
  });
});
