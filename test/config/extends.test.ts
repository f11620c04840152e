import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PRESET_NAMES } from '../../src/config/layers.ts';
import { ConfigError, type LoadedConfig, loadConfig, parseConfig } from '../../src/config/load.ts';
import { presets } from '../../src/generated/presets.ts';
import { REGIMES, SECTORS } from '../../src/model/profile.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taglint-extends-'));
  mkdirSync(join(folder, '.git'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function load(files: Readonly<Record<string, string>>, name = '.taglint.yml'): LoadedConfig {
  write(files);
  return loadConfig(join(folder, name), folder);
}

function complaint(files: Readonly<Record<string, string>>): string {
  try {
    load(files);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('presets', () => {
  it.each(PRESET_NAMES)('%s is a configuration that says what it is for', (name) => {
    const text = presets[name] ?? '';
    expect(text).toMatch(/^# [A-Z].*\.\n/);
    expect(parseConfig(text, name)).not.toEqual({});
    expect(load({ '.taglint.yml': `extends: ${name}\n` }).config).toEqual(parseConfig(text, name));
  });

  it('are there for every regime and every sector but the general one', () => {
    const known = [...REGIMES, ...SECTORS.filter((sector) => sector !== 'general'), 'recommended', 'strict', 'audit'];
    expect(PRESET_NAMES).toEqual(known.sort());
  });
});

describe('extends', () => {
  it('takes presets and files, of which the last outranks those before it, and the file itself all of them', () => {
    const { config } = load({
      '.taglint.yml': 'extends: [dating, strict, ./base.yml]\nsite: { regime: us-health }\n',
      'base.yml': 'strictness: audit\nsite: { sector: bank, regime: us-opt-out }\n',
    });
    expect(config).toEqual({ strictness: 'audit', site: { sector: 'bank', regime: 'us-health' } });
  });

  it('adds lists up, each item once, overrides always', () => {
    const override = '{ files: [a], rules: { gtm/paused-tag: off } }';
    const { config } = load({
      '.taglint.yml': `extends: base.yml\nignore: [a, c]\nvendors: { exempt: [matomo] }\noverrides: [${override}]\n`,
      'base.yml': `ignore: [a, b]\nvendors: { exempt: [matomo, plausible] }\noverrides: [${override}]\n`,
    });
    expect(config.ignore).toEqual(['a', 'b', 'c']);
    expect(config.vendors).toEqual({ exempt: ['matomo', 'plausible'] });
    expect(config.overrides).toHaveLength(2);
  });

  it('sets severity and options of a rule one by one; an option is replaced', () => {
    const id = 'gtm/naming-scheme';
    const { config } = load({
      '.taglint.yml': `extends: base.yml\nrules: { ${id}: { options: { tag: [B] } }, gtm/paused-tag: error }\n`,
      'base.yml': `rules: { ${id}: { severity: error, options: { tag: [A], trigger: [T] } }, gtm/paused-tag: off }\n`,
    });
    expect(config.rules).toEqual({
      [id]: { severity: 'error', options: { tag: ['B'], trigger: ['T'] } },
      'gtm/paused-tag': { severity: 'error' },
    });
  });

  it('goes through several files, and reads what two of them extend once', () => {
    const { config } = load(
      {
        'sites/shop/.taglint.yml': 'extends: [../../shared/a.yml, ../../shared/b.yaml]\n',
        'shared/a.yml': 'extends: ./c.yml\nignore: [a]\n',
        'shared/b.yaml': 'extends: ./c.yml\nignore: [b]\n',
        'shared/c.yml': 'ignore: [c]\n',
      },
      'sites/shop/.taglint.yml',
    );
    expect(config.ignore).toEqual(['c', 'a', 'b']);
  });

  it('keeps the patterns of all files relative to the configuration that was found', () => {
    const { suppressions } = load(
      {
        'shop/.taglint.yml': 'extends: ../shared/base.yml\n',
        'shared/base.yml': 'suppressions: [{ rule: gtm/paused-tag, entity: x, file: /gtm/, reason: y }]\n',
      },
      'shop/.taglint.yml',
    );
    expect(suppressions.map(({ isAbout }) => [isAbout('shop/gtm/a.json'), isAbout('shared/gtm/a.json')])).toEqual([
      [true, false],
    ]);
    expect(suppressions[0]?.location.source.name).toBe('shared/base.yml');
  });

  it.each([
    ['pharmcy', /extends names no preset: there is no "pharmcy" \(did you mean pharmacy\?\); presets are audit, /],
    ['[strict, Strict]', /^\.taglint\.yml:1:19: extends\.1 names no preset: .*did you mean strict\?/],
    ['constructor', /names no preset/],
    ['__proto__', /names no preset/],
    ['./bas.yml', /names "\.\/bas\.yml", which is not there \(did you mean base\.yml\?\)/],
    ['shred/base.yml', /which is not there: there is no folder "shred"/],
    ['../base.yml', /names "\.\.\/base\.yml", which lies outside of the current folder; only files below the root/],
    ['shared/../../x.yml', /lies outside/],
    ['out.yml', /names "out\.yml", which lies outside/],
    ['gone.yml', /names "gone\.yml", which is not there/],
    ['outside/passwd.yml', /lies outside/],
    ['/etc/passwd', /is "\/etc\/passwd", expected a preset or a path such as \.\/base\.yml/],
    ['https://example.com/base.yml', /expected a preset or a path/],
    ['C:\\base.yml', /expected a preset or a path/],
    ['~/base.yml', /expected a preset or a path/],
    ['./package.json', /expected a file that ends in \.yml or \.yaml/],
    ['./folder.yml', /which is no file/],
    ['5', /^\.taglint\.yml:1:10: extends: expected the name of a preset, a file such as \.\/base\.yml, or a list/],
    ['{ a: b }', /extends: expected the name of a preset/],
    ['[strict, [audit]]', /extends: expected the name of a preset/],
  ])('refuses %s with its place', (value, message) => {
    symlinkSync('/etc/hostname', join(folder, 'out.yml'));
    symlinkSync('/etc', join(folder, 'outside'));
    symlinkSync('nowhere.yml', join(folder, 'gone.yml'));
    mkdirSync(join(folder, 'folder.yml'));
    const said = complaint({ '.taglint.yml': `extends: ${value}\n`, 'base.yml': '', 'package.json': '{}' });
    expect(said).toMatch(/^\.taglint\.yml:1:1\d: extends/);
    expect(said).toMatch(message);
  });

  it.each([
    [
      { '.taglint.yml': 'extends: ./.taglint.yml\n' },
      '.taglint.yml:1:10: extends goes round in a circle: .taglint.yml → .taglint.yml',
    ],
    [
      {
        '.taglint.yml': 'extends: x/a.yml\n',
        'x/a.yml': 'extends: [b.yml]\n',
        'x/b.yml': '\nextends: [strict, ./a.yml]',
      },
      'x/b.yml:2:19: extends.1 goes round in a circle: x/a.yml → x/b.yml → x/a.yml',
    ],
  ])('refuses a circle: %j', (files, message) => {
    expect(complaint(files)).toBe(message);
  });

  it('tells a mistake in the file in which it stands, and those of several files at once', () => {
    const files = { '.taglint.yml': 'extends: base.yml\nignroe: []\n', 'base.yml': '\nsite:\n  sector: farmacy\n' };
    const lines = complaint(files).split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^base\.yml:3:11: site\.sector is "farmacy"/),
      expect.stringMatching(/^\.taglint\.yml:2:1: "ignroe" is no key .*did you mean ignore/),
    ]);
  });

  it('tells what only all files together have wrong, where the last of them says it', () => {
    const gates = (category: string): string => `consent:\n  gates:\n    - { cookie: a, category: ${category} }\n`;
    const files = { '.taglint.yml': `extends: base.yml\n${gates('marketing')}`, 'base.yml': gates('statistics') };
    expect(complaint(files)).toMatch(/^\.taglint\.yml:4:17: consent\.gates\.1\.cookie is the same gate as/);
    const same = { ...files, 'base.yml': gates('marketing') };
    expect(load(same).config.consent?.gates).toHaveLength(1);
  });

  it('reads only below the configuration where there is no repository', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    write({ 'base.yml': '', 'shop/.taglint.yml': 'extends: ../base.yml\n', 'shop/sub/x.yml': 'ignore: [a]\n' });
    expect(() => loadConfig(join(folder, 'shop/.taglint.yml'), folder)).toThrow(/lies outside of shop;/);
    write({ 'shop/.taglint.yml': 'extends: sub/x.yml\n' });
    expect(loadConfig(join(folder, 'shop/.taglint.yml'), folder).config.ignore).toEqual(['a']);
  });

  it('reads a bounded number of files, and none that is too large', () => {
    const many = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [`f${index}.yml`, `extends: f${index + 1}.yml\n`]),
    );
    expect(complaint({ ...many, 'f80.yml': '', '.taglint.yml': 'extends: f0.yml\n' })).toMatch(/more than 50 files/);
    expect(complaint({ '.taglint.yml': 'extends: big.yml\n', 'big.yml': `# ${'x'.repeat(1024 * 1024)}` })).toBe(
      'big.yml: is larger than a configuration can be (1 MB)',
    );
  });

  it.each([
    '__proto__: { site: { sector: bank } }',
    'site: { __proto__: { sector: bank } }',
    'rules: { __proto__: off }',
    'rules: { constructor: off }',
    'overrides: [{ files: [a], rules: { __proto__: off } }]',
    'consent: { gates: [{ cookie: a, category: marketing, __proto__: {} }] }',
    '<<: { site: { sector: bank } }',
  ])('takes no key for more than a key: %s', (line) => {
    expect(complaint({ '.taglint.yml': 'extends: base.yml\n', 'base.yml': `${line}\n` })).toMatch(/^base\.yml:1:\d+: /);
    expect(Object.prototype).not.toHaveProperty('sector');
  });
});
