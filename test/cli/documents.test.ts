import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { compileCatalog } from '../../scripts/catalog/compile.ts';
import { firstMinutes, withFirstMinutes } from '../../scripts/readme/first-minutes.ts';
import { outputCommands, refreshOutputs } from '../../scripts/readme/outputs.ts';
import { parseConfig } from '../../src/config/load.ts';
import { version } from '../../src/generated/version.ts';
import { buildCommand, Folder, root, taglint } from './command.ts';

beforeAll(buildCommand);

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The code blocks of a Markdown text that are in a language. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, code = '']) =>
    name === language ? [code] : [],
  );
}

describe('README.md', () => {
  it('shows what the commands print; `npx tsx scripts/readme.ts` refreshes it', async () => {
    const outputs = new Map<string, string>();
    for (const args of outputCommands(readme)) {
      outputs.set(args.join(' '), (await taglint(args, { cwd: root })).stdout);
    }
    expect(outputs.size).toBe(7);
    expect(refreshOutputs(readme, (args) => outputs.get(args.join(' ')) ?? '')).toBe(readme);
  }, 120_000);

  it('shows the first minutes of somebody new as they are', () => {
    const transcript = firstMinutes([process.execPath, join(root, 'dist/cli.js')]);
    expect(withFirstMinutes(readme, transcript)).toBe(readme);
    // The recorder is refused, and what is known does not fail the pipeline.
    expect(transcript).toContain('consent/fires-before-consent');
    expect(transcript).toMatch(/^::notice title=taglint::No findings\. /m);
  }, 120_000);

  it('names every option of --help', async () => {
    const { stdout } = await taglint(['--help'], { cwd: root });
    const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, name = '']) => name);
    expect(options.length).toBeGreaterThan(10);
    for (const option of options.filter((name) => !['--help', '--version'].includes(name))) {
      expect(readme).toContain(option.replace('--no-config', '--config'));
    }
  });

  it('shows a configuration that is valid', () => {
    const configs = blocks(readme, 'yaml').filter((code) => /^(?:extends|site|suppressions|consent):/.test(code));
    expect(configs).toHaveLength(3);
    for (const code of configs) expect(Object.keys(parseConfig(code, 'README.md'))).not.toEqual([]);
  });

  it('names the version that is packed', () => {
    expect([...new Set(readme.match(/taglint-\d+\.\d+\.\d+\.tgz/g))]).toEqual([`taglint-${version}.tgz`]);
  });

  it('shows code of the API that works', async () => {
    const [code = ''] = blocks(readme, 'js');
    expect(code).toContain("from 'taglint'");
    const api: unknown = await import(join(root, 'src/index.ts'));
    for (const name of /import \{ (.*) \} from 'taglint'/.exec(code)?.[1]?.split(', ') ?? ['?']) {
      expect(api).toHaveProperty(name);
    }
  });
});

describe('CONTRIBUTING.md', () => {
  it('shows a vendor and a CMP that the catalogue takes', () => {
    const [vendor = '', cmp = '', ...others] = blocks(contributing, 'yaml');
    expect(others).toEqual([]);
    const files = {
      'vendors/a.yaml': vendor,
      'cmps/b.yaml': cmp,
      'frameworks/none': '',
      'law.yaml': 'entries: []\n',
      'secrets.yaml': 'secrets: []\n',
    };
    using folder = new Folder(files);
    const catalog = compileCatalog(folder.path);
    expect(catalog.vendors.map(({ id }) => id)).toEqual(['example-ads']);
    expect(catalog.cmps.map(({ id }) => id)).toEqual(['example-consent']);
    expect('exq("init")').toMatch(new RegExp(catalog.interest));
  });

  it('shows a rule that reports', async () => {
    const [code = ''] = blocks(contributing, 'ts');
    // It stands in a folder below `rules/`.
    const stdin = { contents: code, loader: 'ts', resolveDir: join(root, 'rules/hygiene') } as const;
    const [script] = buildSync({ stdin, bundle: true, format: 'esm', write: false }).outputFiles;
    const { rule } = await import(`data:text/javascript,${encodeURIComponent(script?.text ?? '')}`);
    const report = vi.fn();
    const vendor = { id: 'example-ads', name: 'Example Ads' };
    const activities = [
      { kind: 'init', reached: true, vendor, location: {} },
      { kind: 'load', reached: true, vendor, location: {} },
    ];
    rule.check({ activities }, { report });
    expect(report.mock.calls).toEqual([[expect.objectContaining({ vendor: 'Example Ads', severity: 'warning' })]]);
  });

  it('names only files that are there', () => {
    const paths = [...`${contributing}\n${readme}`.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) expect(() => readFileSync(join(root, path), 'utf8'), path).not.toThrow(/ENOENT/);
  });
});
