import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
// Loaded by the first run; here, so that it counts for no test.
import '../../src/engine/lint.ts';
import '../../src/generated/catalog.ts';
import '../../src/generated/rules.ts';
import '../../src/generated/sensitive.ts';
import type { RepairKind } from '../../src/model/finding.ts';
import { type FixedRun, fixRun, writeChanges } from '../../src/run/fix.ts';
import type { RunOptions } from '../../src/run/run.ts';

let outer = '';
let folder = '';
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'taglint-fix-'));
  folder = join(outer, 'site');
  mkdirSync(folder);
});
afterEach(() => {
  rmSync(outer, { recursive: true, force: true });
});

const HTTP = '<script src="http://static.hotjar.com/c/hotjar-1000001.js"></script>';
const HTTPS = HTTP.replace('http:', 'https:');

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function textOf(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Repairs and writes; the findings of all runs are to be repaired. */
async function fix(
  paths: readonly string[] = [],
  { repairs = 'safe', ...options }: Partial<RunOptions> & { readonly repairs?: RepairKind } = {},
): Promise<FixedRun & { readonly unwritten: readonly string[] }> {
  const done = await fixRun(paths, {
    cwd: folder,
    repairs,
    select: async ({ result }) => result.findings,
    ...options,
  });
  if (!done) throw new Error('nothing was selected');
  return { ...done, unwritten: writeChanges(done.changes).map(({ file, reason }) => `${file}: ${reason}`) };
}

describe('what is around a repair', () => {
  it.each([
    ['line ends of Windows', `<p>a</p>\r\n${HTTP}\r\n<p>b</p>\r\n`],
    ['a byte order mark', `\ufeff${HTTP}\n`],
    ['no line end at the end', `\t${HTTP}  `],
    ['template syntax', `{% if a %}{{ b | c: "d" }}${HTTP}{%- endif -%}\n<?php echo 'é'; ?>`],
    ['broken markup', `<div <p>\n${HTTP}\n<b <!-- `],
    ['characters beyond the first plane', `<p>😀é</p>${HTTP}<p>😀</p>`],
  ])('%s stays', async (_, text) => {
    put('page.html', text);
    const { fixed, unwritten } = await fix();
    expect([fixed, unwritten]).toEqual([1, []]);
    expect(textOf('page.html')).toBe(text.replace('http:', 'https:'));
  });

  it('the encoding stays', async () => {
    const text = `<p>Größe – „ä“ €</p>${HTTP}`;
    const old = [...text].map((one) => ({ '–': 0x96, '„': 0x84, '“': 0x93, '€': 0x80 })[one] ?? one.charCodeAt(0));
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    put('windows.html', Uint8Array.from(old));
    put('little.html', little);
    put('big.html', Buffer.from(little).swap16());
    expect((await fix()).unwritten).toEqual([]);
    const fixed = text.replace('http:', 'https:');
    const bytes = (name: string): Buffer => readFileSync(join(folder, name));
    expect(bytes('windows.html').toString('latin1')).toBe(
      Buffer.from(old).toString('latin1').replace('http:', 'https:'),
    );
    expect(bytes('little.html').toString('utf16le')).toBe(`\ufeff${fixed}`);
    expect(Buffer.from(bytes('big.html')).swap16().toString('utf16le')).toBe(`\ufeff${fixed}`);
  });

  it.each([
    ['tabs', '\t', (text: string) => text],
    [
      'escapes of the interface',
      '  ',
      (text: string) => text.replace(/[<>=]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`),
    ],
    ['escaped slashes', '    ', (text: string) => text.replaceAll('/', '\\/')],
  ])('a container keeps %s, and the order of its keys', async (_, indent, written) => {
    const html = written(HTTP.replaceAll('"', '\\"'));
    const container = {
      exportFormatVersion: 2,
      containerVersion: {
        tag: [
          {
            type: 'html',
            name: 'T',
            tagId: '1',
            parameter: [{ value: 'VALUE', key: 'html', type: 'TEMPLATE' }],
            firingTriggerId: ['2147479553'],
          },
        ],
      },
    };
    const text = JSON.stringify(container, null, indent).replace('VALUE', () => html);
    put('container.json', text);
    expect((await fix()).fixed).toBe(1);
    expect(textOf('container.json')).toBe(text.replace('http:', 'https:'));
  });

  it('permissions stay', async () => {
    chmodSync(put('page.html', HTTP), 0o640);
    await fix();
    expect(statSync(join(folder, 'page.html')).mode & 0o777).toBe(0o640);
  });
});

describe('what is not written', () => {
  it('a second time: nothing is left to repair', async () => {
    put('page.html', HTTP);
    await fix();
    expect((await fix()).changes).toEqual([]);
  });

  it('read-only files', async () => {
    chmodSync(put('page.html', HTTP), 0o444);
    const { changes, left, run } = await fix();
    expect([changes, left]).toEqual([[], [{ file: 'page.html', reason: 'it is read-only' }]]);
    expect(run.result.findings.some(({ fix: repair }) => repair)).toBe(true);
    expect(textOf('page.html')).toBe(HTTP);
  });

  it('what a link outside leads to', async () => {
    writeFileSync(join(outer, 'secret.html'), HTTP);
    symlinkSync(join(outer, 'secret.html'), join(folder, 'page.html'));
    const { left } = await fix(['page.html']);
    expect(left).toEqual([{ file: 'page.html', reason: 'it is a symbolic link that leads outside the given paths' }]);
    expect(readFileSync(join(outer, 'secret.html'), 'utf8')).toBe(HTTP);
  });

  it('files that a page takes in and that were not given', async () => {
    put('page.html', "<script src='part.js'></script><script>hj('event', 'a');</script>");
    const code =
      "var s = document.createElement('script'); s.src = 'http://static.hotjar.com/c/hotjar-1.js'; document.head.appendChild(s);";
    put('part.js', code);
    expect((await fix(['page.html'])).left).toEqual([{ file: 'part.js', reason: 'it is not among the given paths' }]);
    expect(textOf('part.js')).toBe(code);
    expect((await fix()).fixed).toBe(1);
    expect(textOf('part.js')).toBe(code.replace('http:', 'https:'));
  });

  it('a file that somebody has changed meanwhile', async () => {
    const path = put('page.html', HTTP);
    const done = await fixRun([], { cwd: folder, repairs: 'safe', select: async ({ result }) => result.findings });
    writeFileSync(path, `${HTTP}<p>`);
    expect(writeChanges(done?.changes ?? [])).toEqual([
      { file: 'page.html', reason: 'it has changed since it was read' },
    ]);
    expect(textOf('page.html')).toBe(`${HTTP}<p>`);
  });

  it('bytes that are no text of any encoding', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`\ud800${HTTP}`, 'utf16le')]);
    put('page.html', bytes);
    const { changes, left } = await fix();
    expect([changes, left.map(({ file }) => file)]).toEqual([[], ['page.html']]);
  });

  it('what nobody selected, and what is switched off', async () => {
    put('page.html', `${HTTP}\n<!-- taglint-disable-next-line security/insecure-transport -- old page -->\n${HTTP}`);
    expect((await fix([], { select: async () => [] } as Partial<RunOptions>)).changes).toEqual([]);
    await fix();
    expect(textOf('page.html').split('\n')).toEqual([HTTPS, expect.any(String), HTTP]);
  });
});

it('a link below the folder is followed, and stays one', async () => {
  put('parts/real.html', HTTP);
  symlinkSync(join(folder, 'parts/real.html'), join(folder, 'page.html'));
  await fix(['page.html']);
  expect(textOf('parts/real.html')).toBe(HTTPS);
  expect(statSync(join(folder, 'page.html')).isFile()).toBe(true);
});

it('standard input is repaired as what it holds, not as the file of that name', async () => {
  put('page.html', 'something else');
  const stdin = { name: 'page.html', bytes: Buffer.from(HTTP) };
  const done = await fixRun([], { cwd: folder, stdin, repairs: 'safe', select: async ({ result }) => result.findings });
  expect(done?.changes.map(({ after }) => Buffer.from(after).toString())).toEqual([HTTPS]);
  expect(done?.run.result.findings.filter(({ rule }) => rule === 'security/insecure-transport')).toEqual([]);
});
