/**
 * The page that judges in a browser: one HTML file, one style sheet, the page's script, and the parts that its worker is put
 * together from. All of them are plain scripts, so that the page works wherever it lies, also as a file on a disk.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { bundledPackages } from '../build/bundle.ts';
import { thirdPartyLicenses } from '../build/licenses.ts';
import { withoutNames } from '../build/without-names.ts';
import { COLORS } from '../site/style.ts';
import { exampleList } from './examples.ts';
import { pageText } from './html.ts';
import { buildParts } from './parts.ts';

/**
 * Writes the page with the licences of what it is made of, and what was there before is gone.
 * @param root the project's folder
 */
export async function buildPage(root: string, folder: string): Promise<void> {
  const source = (path: string): string => join(root, 'src/browser', path);
  const packages = new Set<string>();
  const script = async (name: string, options: BuildOptions): Promise<string> => {
    const { outputFiles, metafile } = await build({ ...common(root), ...options });
    if (metafile) for (const found of bundledPackages(metafile)) packages.add(join(root, found));
    const [file] = outputFiles ?? [];
    if (!file) throw new Error(`${name}: nothing was built`);
    return file.text;
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write('index.html', pageText());
  write('page.css', `${COLORS}${await script('style', { entryPoints: [source('page/page.css')] })}`);
  for (const name of ['page', 'editor'] as const)
    write(`${name}.js`, await script(name, { entryPoints: [source(`page/${name === 'page' ? 'main' : name}.ts`)] }));
  for (const { name, text, metafile } of await buildParts(root, common(root))) {
    for (const found of bundledPackages(metafile)) packages.add(join(root, found));
    write(`${name}.js`, text);
  }
  write('examples.js', `taglintExamples(${JSON.stringify(exampleList(root))});\n`);
  // Not bundled as code: its data is part of the list of third parties.
  packages.add(join(root, 'node_modules/third-party-web'));
  thirdPartyLicenses([...packages].sort(), join(folder, 'licenses.txt'));
}

function common(root: string): BuildOptions & { write: false; metafile: true } {
  return {
    absWorkingDir: root,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'error',
    plugins: [withoutNode, withoutNames],
  };
}

const DISK = fileURLToPath(new URL('../../src/browser/disk.ts', import.meta.url));

/** Paths are the same everywhere, and what reads a configuration finds it on a disk of the page's own; nothing else of Node is used by what runs in a browser. */
const withoutNode: Plugin = {
  name: 'without-node',
  setup({ onResolve, onLoad }) {
    const require = createRequire(import.meta.url);
    const paths = require.resolve('path-browserify');
    onResolve({ filter: /^(?:node:)?[a-z_]+(?:\/promises)?$/ }, ({ path, importer }) => {
      const name = path.replace(/^node:/, '');
      if (name === 'path') return { path: paths };
      if (!builtinModules.includes(name)) return undefined;
      if (/[\\/]src[\\/](?:config|discover|lock|notice)[\\/]/.test(importer)) return { path: name, namespace: 'disk' };
      if (!importer.includes('node_modules')) return { errors: [{ text: `${importer} imports ${path}` }] };
      return { path: name, namespace: 'nothing' };
    });
    const contents = `module.exports = require(${JSON.stringify(DISK)});`;
    onLoad({ filter: /.*/, namespace: 'disk' }, () => ({ contents, resolveDir: dirname(DISK) }));
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};
