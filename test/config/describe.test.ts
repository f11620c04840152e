import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConfigDescription, describeConfig } from '../../src/config/describe.ts';
import { loadConfig } from '../../src/config/load.ts';

const CONFIG = `extends: [dating, ./shared/base.yml]
site: { sensitive-paths: [/a/] }
rules:
  gtm/paused-tag: off
overrides:
  - { files: [theme/], rules: { gtm/paused-tag: note, parse-error: off } }
  - { files: ["*.amp.html"], rules: { gtm/paused-tag: warning } }
ignore: [old/, "!old/keep.html"]
suppressions:
  - { rule: gtm/paused-tag, entity: Old, file: containers/, reason: x }
policy:
  p: { match: { vendor: meta, file: theme/ }, message: m }
`;
const BASE = 'strictness: strict\nsite: { regime: us-health, sensitive-paths: [/b/] }\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taglint-describe-'));
  mkdirSync(join(folder, '.git'));
  for (const [name, text] of Object.entries({ '.taglint.yml': CONFIG, 'shared/base.yml': BASE })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function described(file?: string): ConfigDescription {
  return describeConfig(loadConfig(join(folder, '.taglint.yml'), folder), folder, file);
}

function lines({ values }: ConfigDescription): string[] {
  return values.map(({ path, value, from: { source, line } }) => {
    const shown = typeof value === 'string' ? value : '…';
    return `${path} = ${shown} (${source === undefined ? 'not said' : `${source}:${line}`})`;
  });
}

describe('what a configuration says', () => {
  it('is told with the place of each value', () => {
    const all = described();
    expect(all).toMatchObject({
      configuration: '.taglint.yml',
      layers: ['preset dating', 'shared/base.yml', '.taglint.yml'],
    });
    expect(lines(all)).toEqual([
      'strictness = strict (shared/base.yml:1)',
      'site.sector = dating (preset dating:3)',
      'site.regime = us-health (shared/base.yml:2)',
      'site.sensitive-paths.0 = /b/ (shared/base.yml:2)',
      'site.sensitive-paths.1 = /a/ (.taglint.yml:2)',
      'rules.gtm/paused-tag.severity = off (.taglint.yml:4)',
      'overrides.0 = … (.taglint.yml:6)',
      'overrides.1 = … (.taglint.yml:7)',
      'policy.p = … (.taglint.yml:12)',
      'suppressions.0 = … (.taglint.yml:10)',
      'ignore.0 = old/ (.taglint.yml:8)',
      'ignore.1 = !old/keep.html (.taglint.yml:8)',
    ]);
    expect(all.values[2]?.from).toEqual({ source: 'shared/base.yml', line: 2, column: 9 });
  });

  it.each([
    ['theme/a.html', 'note (.taglint.yml:6)', ['policy.p'], ['parse-error']],
    ['theme/a.amp.html', 'warning (.taglint.yml:7)', ['policy.p'], ['parse-error']],
    ['a.html', 'off (.taglint.yml:4)', [], []],
    ['containers/c.json', 'off (.taglint.yml:4)', ['suppressions.0'], []],
  ])('of %s is what applies to it', (file, severity, own, also) => {
    const description = described(file);
    const said = lines(description);
    expect(description.file).toBe(file);
    expect(said).toContain(`rules.gtm/paused-tag.severity = ${severity}`);
    expect(
      said.filter((line) => /^(?:policy|suppressions|overrides|ignore)/.test(line)).map((line) => line.split(' ')[0]),
    ).toEqual(own);
    expect(said.filter((line) => line.includes('parse-error'))).toHaveLength(also.length);
    expect(description.ignored).toBeUndefined();
  });

  it('says which pattern leaves a file out', () => {
    expect(described('old/a.html').ignored).toEqual({
      path: 'ignore.0',
      value: 'old/',
      from: { source: '.taglint.yml', line: 8, column: 10 },
    });
    expect(described('theme/a.html').ignored).toBeUndefined();
  });

  it('without a configuration is what holds anyway', () => {
    const none = describeConfig(undefined, folder);
    expect(none).toMatchObject({ layers: [] });
    expect(lines(none)).toEqual([
      'strictness = default (not said)',
      'site.sector = general (not said)',
      'site.regime = eu (not said)',
    ]);
  });
});
