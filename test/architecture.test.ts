import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Arrows go one way: cli -> engine -> (discover, parse, extract, analyze, report) -> model -> text. The core runs in a
 * browser and an editor too, so it imports nothing of Node, and nothing that does.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const core = [
  'src/text',
  'src/parse',
  'src/model',
  'src/extract',
  'src/analyze',
  'src/engine',
  'src/inventory',
  'src/diff',
  'src/report',
  'rules',
];
const outside = ['src/cli', 'src/config', 'src/discover', 'src/online', 'scripts', 'test', 'bench'];
/** Bundled packages that use Node's modules themselves. */
const nodePackages = ['commander', 'tinyglobby', 'esbuild', 'vitest', 'tsx'];
const lower: Readonly<Record<string, readonly string[]>> = {
  'src/text': ['src/text'],
  // The generator loads the rules, and with them the model: what it makes is not there yet.
  'src/model': ['src/model', 'src/text'],
};

interface Import {
  readonly from: string;
  /** The specifier as written. */
  readonly specifier: string;
  /** Path of the imported file from the project's folder, or the specifier of a package. */
  readonly target: string;
}

/** The imports, re-exports and dynamic imports of a module, of types too. */
function importsOf(from: string, text: string): Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: specifier }) => ({
    from,
    specifier,
    target: specifier.startsWith('.') ? relative(root, join(root, dirname(from), specifier)) : specifier,
  }));
}

function importsBelow(folder: string): Import[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));
}

const inside = (target: string, folders: readonly string[]): boolean =>
  folders.some((folder) => target === folder || target.startsWith(`${folder}/`));

const isNode = (target: string): boolean => target.startsWith('node:') || builtinModules.includes(target);

const networkModules = ['undici', 'http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'];
const isNetwork = (target: string): boolean => networkModules.includes(target.replace(/^node:/, ''));

/** What may not be imported from there, by the layers above. */
function wrong({ from, target }: Import): boolean {
  if (isNode(target) || inside(target, nodePackages) || inside(target, outside)) return true;
  if (from.startsWith('rules/')) return !inside(target, ['src/model']);
  const allowed = Object.entries(lower).find(([folder]) => inside(from, [folder]))?.[1];
  return allowed !== undefined && !inside(target, allowed);
}

const shown = (list: readonly Import[]): string[] => list.map(({ from, specifier }) => `${from} imports ${specifier}`);

describe('architecture', () => {
  it.each(core)('%s imports only what its layer may', (folder) => {
    expect(shown(importsBelow(folder).filter(wrong))).toEqual([]);
  });

  it('the network is in a folder of its own, which only `taglint fetch` loads', () => {
    const all = importsBelow('src');
    const network = all.filter(({ target }) => isNetwork(target)).map(({ from }) => dirname(from));
    expect(new Set(network)).toEqual(new Set(['src/online']));
    const users = all.filter(({ from, target }) => inside(target, ['src/online']) && !inside(from, ['src/online']));
    expect(new Set(users.map(({ from }) => from))).toEqual(new Set(['src/cli/fetch.ts']));
    const loaders = all.filter(({ target }) => target === 'src/cli/fetch.ts').map(({ from }) => from);
    expect(loaders).toEqual(['src/cli/commands.ts']);
    expect(readFileSync(join(root, 'src/cli/commands.ts'), 'utf8')).toContain("await import('./fetch.ts')");
  });

  it('nothing imports the command line', () => {
    const all = importsBelow('src').filter(({ from }) => !from.startsWith('src/cli/'));
    expect(shown(all.filter(({ target }) => inside(target, ['src/cli'])))).toEqual([]);
  });

  it.each([
    ['src/text/a.ts', "import { readFileSync } from 'node:fs';"],
    ['src/engine/a.ts', "export * from 'path';"],
    ['src/engine/a.ts', "const x = await import('../config/load.ts');"],
    ['src/report/a.ts', "import type { Options } from '../cli/options.ts';"],
    ['src/parse/a.ts', "import { Command } from 'commander';"],
    ['src/text/a.ts', "import { Unit } from '../model/unit.ts';"],
    ['rules/data/a.ts', "import { walk } from '../../src/parse/html.ts';"],
    ['rules/data/a.ts', "import { help } from './helper.ts';"],
    ['rules/data/a.ts', "import { z } from 'zod';"],
  ])('is told of %s: %s', (from, text) => {
    expect(importsOf(from, text).filter(wrong)).toHaveLength(1);
  });

  it.each([
    ['rules/data/a.ts', "import type { Rule } from '../../src/model/rule.ts';"],
    ['src/parse/a.ts', "import { parseDocument } from 'htmlparser2';"],
    ['src/model/a.ts', "import type { Location } from '../text/location.ts';"],
  ])('lets pass %s: %s', (from, text) => {
    expect(importsOf(from, text).filter(wrong)).toEqual([]);
  });
});
