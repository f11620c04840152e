import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settingsFor } from '../../src/config/index.ts';
import { createLinter, run } from '../../src/run/run.ts';

// What a run loads is loaded before the first test, whose time it is not.
beforeAll(async () => {
  await Promise.all([createLinter({}), import('../../src/config/load.ts'), import('../../src/extract/gtm/index.ts')]);
}, 120_000);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taglint-effects-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const HOTJAR = '<script async src="https://static.hotjar.com/c/hotjar-1.js"></script>';
const LOADER = '<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC123"></script>';
const CONTAINER = JSON.stringify({
  exportFormatVersion: 2,
  containerVersion: {
    container: { publicId: 'GTM-ABC123' },
    tag: [{ tagId: '1', name: 'Pixel', type: 'html', parameter: [{ type: 'TEMPLATE', key: 'html', value: HOTJAR }] }],
  },
});

interface Case {
  readonly config: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly paths?: readonly string[];
  readonly cwd?: string;
}

/** The notes on the configuration, as `line: message`. */
async function notes({ config, files = {}, paths = ['.'], cwd = '.' }: Case): Promise<string[]> {
  const all = { 'a.html': HOTJAR, ...files, '.taglint.yml': config };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const place = join(folder, cwd);
  const settings = await settingsFor({ cwd: place, path: paths[0] ?? '.', config: true });
  const { result } = await run(paths, { ...settings, cwd: place });
  return result.findings
    .filter(({ rule }) => rule === 'configuration/without-effect')
    .map(({ line, message, severity }) => {
      expect(severity).toBe('note');
      return `${line}: ${message.split('.  ', 1)[0]?.replace(/ What is there.*/, '')}`;
    });
}

describe('configuration without effect', () => {
  it.each([
    [
      "expression: window.hasConsent?.('ads')",
      "<script>if (window.hasConsent?.('ads')) hj('event', 'a');</script>",
      true,
    ],
    [
      "expression: window.hasConsent?.('ads')",
      "<script>if (window.hasConsent?.('ad')) hj('event', 'a');</script>",
      false,
    ],
    // Something asks, and no tag waits for it.
    ["expression: hasConsent('ads')", "<script>if (hasConsent('ads')) showMap();</script>", false],
    [
      'attribute: data-needs="ads"',
      '<script type="text/plain" data-needs="ads" src="https://static.hotjar.com/c/hotjar-2.js"></script>',
      true,
    ],
    ['attribute: data-needs="ads"', '<p data-needs="ads"></p>', false],
    ['event: shop:consent', "<script>addEventListener('shop:consent', () => hj('event', 'a'));</script>", true],
    ['event: shop:consent', "<script>addEventListener('shop:consents', () => hj('event', 'a'));</script>", false],
    ['cookie: ads_ok', "<script>if (document.cookie.includes('ads_ok=1')) hj('event', 'a');</script>", true],
    ['cookie: ads_ok', "<script>if (document.cookie.includes('other=1')) hj('event', 'a');</script>", false],
  ])('the gate %s, with %s', async (gate, code, isAsked) => {
    const config = `consent:\n  gates:\n    - ${gate}\n      category: marketing\n`;
    const said = await notes({ config, files: { 'b.html': code } });
    expect(said.map((one) => one.replace(/for .*/, ''))).toEqual(isAsked ? [] : ['3: No tag waits ']);
  });

  it.each([
    ['overrides:\n  - { files: [a.html, old/], rules: { parse-error: off } }', ['2: No file is meant by “old/”.']],
    ['overrides:\n  - { files: ["*.html"], rules: { parse-error: off } }', []],
    [
      'ignore: [old/, "*.bak", node_modules/]',
      ['1: “old/” leaves out no file.', '1: “*.bak” leaves out no file.', '1: “node_modules/” leaves out no file.'],
    ],
    ['ignore:\n  - "!keep.html"', []],
    ['vendors: { exempt: [matomo, hotjar] }', ['1: matomo is used in no file.']],
    [
      'vendors: { allow: [hotjar, meta, cdn.example.com], deny: [tiktok] }',
      ['1: meta is used in no file.', '1: cdn.example.com is used in no file.'],
    ],
    ['vendors: { allow: [static.hotjar.com] }', []],
    ['vendors: { allow: [hotjar.com] }', []],
    ['vendors: { allow: [jar.com] }', ['1: jar.com is used in no file.']],
    ['suppressions:\n  - { rule: gtm/paused-tag, entity: Old, reason: x }', ['2: No container has a part “Old”.']],
    ['rules:\n  gtm/paused-tag: off', ['2: gtm/paused-tag is off, and there is nothing that it could judge.']],
    [
      'rules:\n  gtm/paused-tag: { severity: off }',
      ['2: gtm/paused-tag is off, and there is nothing that it could judge.'],
    ],
    ['rules: { gtm/paused-tag: error, consent/embedded-content: off, parse-error: off }', []],
    [
      'policy:\n  p:\n    match: { vendor: meta, file: [shop/, "*.html"] }\n    message: m',
      ['3: No file is meant by “shop/”.'],
    ],
    [
      'policy: { p: { match: { vendor: meta }, not: { file: shop/ }, message: m } }',
      ['1: No file is meant by “shop/”.'],
    ],
    ['site: { sector: pharmacy }', []],
    ['rules: { configuration/without-effect: off }\nignore: [old/]', []],
  ])('%s', async (config, expected) => {
    expect(await notes({ config })).toEqual(expected);
  });

  it('is asked of what is there', async () => {
    const config = [
      'ignore: [old/, "*.bak.html", "/deep/x.html"]',
      'overrides: [{ files: [theme/deep/], rules: { parse-error: off } }]',
      'suppressions: [{ rule: gtm/paused-tag, entity: Pixel, file: containers/, reason: x }]',
      'rules: { gtm/paused-tag: off }',
    ].join('\n');
    const files = {
      'old/x.html': '',
      'theme/a.bak.html': '',
      'theme/deep/b.html': '<p>',
      'deep/x.html': '',
      'containers/c.json': CONTAINER,
    };
    expect(await notes({ config, files })).toEqual([]);
  });

  it('is told where the run looks at all that is governed, and nowhere else', async () => {
    const config = 'ignore: [old/]';
    const files = { 'theme/b.html': HOTJAR };
    for (const paths of [[], ['.'], ['./'], ['theme', '.']])
      expect(await notes({ config, files, paths })).toHaveLength(1);
    for (const paths of [['a.html'], ['theme'], ['*.html'], ['.', '!theme'], ['a.html', 'theme/b.html']])
      expect(await notes({ config, files, paths })).toEqual([]);
    expect(await notes({ config, files, paths: ['..'], cwd: 'theme' })).toHaveLength(1);
    expect(await notes({ config, files, paths: ['.'], cwd: 'theme' })).toEqual([]);
  });

  it('is not asked of vendors where a container is out of sight', async () => {
    const config = 'vendors: { allow: [hotjar, google-tag, meta] }';
    expect(await notes({ config, files: { 'b.html': LOADER } })).toEqual([]);
    expect(await notes({ config, files: { 'b.html': LOADER, 'c.json': CONTAINER } })).toEqual([
      '1: meta is used in no file.',
    ]);
  });

  it('is not asked of what the configuration extends', async () => {
    expect(await notes({ config: 'extends: ./base.yml', files: { 'base.yml': 'ignore: [old/]' } })).toEqual([]);
  });
});
