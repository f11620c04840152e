/** Bundles the command line and the API into `dist/`. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { z } from 'zod';
import { withoutNames } from './without-names.ts';

/**
 * Loaded at run time, and only when a script needs them: TypeScript alone is larger than everything else together.
 * They are the package's only `dependencies`.
 */
const external = ['@typescript-eslint/typescript-estree', 'typescript'];

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
});

/** Stands for the `require` that a bundled CommonJS package calls for one of Node's modules. */
const requireShim =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);\n";

/**
 * @returns the names of the packages that are now part of `dist/`
 * @throws Error when `dist/` would load at run time what `dependencies` does not list, or the other way round
 */
export async function bundle(): Promise<string[]> {
  const { metafile, outputFiles } = await build({
    entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external,
    mainFields: ['module', 'main'],
    // yaml's entry for Node is CommonJS; its browser build is the same code as ES modules.
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    plugins: [withoutNames],
    logLevel: 'warning',
  });
  for (const file of outputFiles) {
    const { path } = file;
    const isCommand = basename(path) === 'cli.js';
    const body = file.text.replace(/^#!.*\n/, '');
    const shim = /\btypeof require\b/.test(body) ? requireShim : '';
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${isCommand ? '#!/usr/bin/env node\n' : ''}${shim}${body}`);
    if (isCommand) chmodSync(path, 0o755);
  }
  checkDependencies(metafile);
  return bundledPackages(metafile);
}

/** The folders of the packages of which something is in the outputs. */
export function bundledPackages(metafile: Metafile): string[] {
  const names = new Set<string>();
  for (const [input, { bytesInOutput }] of Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs),
  )) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder !== undefined && bytesInOutput > 0) names.add(folder);
  }
  return [...names].sort();
}

function checkDependencies(metafile: Metafile): void {
  const listed = Object.keys(manifest('./package.json').dependencies);
  const loaded = new Set<string>();
  for (const { path, external: outside } of Object.values(metafile.outputs).flatMap(({ imports }) => imports)) {
    if (!outside || path.startsWith('node:') || builtinModules.includes(path)) continue;
    loaded.add(/^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  }
  for (const name of loaded) {
    if (!listed.includes(name))
      throw new Error(`dist/ loads ${name}, which package.json does not list in dependencies`);
  }
  const require = createRequire(import.meta.url);
  const peers = new Set(
    [...loaded].flatMap((name) => Object.keys(manifest(require.resolve(`${name}/package.json`)).peerDependencies)),
  );
  for (const name of listed) {
    if (!loaded.has(name) && !peers.has(name)) throw new Error(`dependencies lists ${name}, which dist/ does not load`);
  }
}

function manifest(path: string): z.infer<typeof manifestSchema> {
  return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
