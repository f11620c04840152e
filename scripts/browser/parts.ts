/**
 * What the page is put together from. The modules that the core imports with `import()` are parts of their own; what a part
 * and the core both need comes from the core, so that there is one of each.
 */
import { join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import type { PartName } from '../../src/browser/protocol.ts';

/** The parts by the modules that begin them. */
const PARTS: ReadonlyMap<string, PartName> = new Map([
  ['src/generated/sensitive.ts', 'vocabulary'],
  ['src/generated/parties.ts', 'parties'],
  ['src/generated/rule-docs.ts', 'rule-pages'],
  ['src/parse/typescript.ts', 'typescript'],
  ['src/parse/selectors.ts', 'selectors'],
  ['src/extract/templates/template-masking.ts', 'templates'],
  ['src/extract/components/index.ts', 'components'],
  ['src/extract/gtm/index.ts', 'containers'],
  ['src/parse/compiled/index.ts', 'published'],
  ['src/extract/gtm/template-reader.ts', 'template-code'],
  ['src/browser/configuration.ts', 'configuration'],
  ['src/browser/documents.ts', 'documents'],
  ['src/browser/report-writer.ts', 'report'],
]);

const CORE = 'src/browser/page/worker.ts';

export interface BuiltPart {
  readonly name: PartName;
  /** A call that hands the part to the page, as a function that is only run in a worker. */
  readonly text: string;
  readonly metafile: Metafile;
}

/** @param options what all scripts of the page are built with */
export async function buildParts(root: string, options: BuildOptions): Promise<readonly BuiltPart[]> {
  const script = async (
    entry: string,
    plugin: Plugin,
    over: BuildOptions = {},
  ): Promise<{ text: string; metafile: Metafile }> => {
    const { outputFiles, metafile } = await build({
      ...options,
      ...(over.stdin ? {} : { entryPoints: [join(root, entry)] }),
      ...over,
      plugins: [plugin, ...(options.plugins ?? [])],
      metafile: true,
      write: false,
    });
    const [file] = outputFiles;
    if (!file) throw new Error(`${entry}: nothing was built`);
    return { text: file.text.replaceAll(IMPORT, 'taglintImport($1)'), metafile };
  };
  const whole = await script(CORE, splitting(root), { minify: false });
  const core = new Set(Object.keys(whole.metafile.inputs));
  const shared = new Set<string>();
  const parts: BuiltPart[] = [];
  for (const [entry, name] of PARTS) {
    const { text, metafile } = await script(entry, splitting(root, { core, shared }), { globalName: 'part' });
    parts.push({ name, text: asPart(name, `${text}return part`), metafile });
  }
  const { text, metafile } = await script(CORE, splitting(root), {
    stdin: { contents: coreText(shared), resolveDir: root, loader: 'ts' },
  });
  return [{ name: 'core', text: asPart('core', text), metafile }, ...parts];
}

const SCHEME = 'part:';
const IMPORT = /\bimport\(("part:[\w-]+")\)/g;

/** The core, and what it hands to the parts. */
function coreText(shared: ReadonlySet<string>): string {
  const modules = [...shared].sort();
  const imports = modules.map((path, index) => `import * as shared${index} from './${path}';\n`);
  const members = modules.map((path, index) => `${JSON.stringify(path)}: shared${index}`);
  return `${imports.join('')}globalThis.taglintShared = { ${members.join(', ')} };\nimport './${CORE}';\n`;
}

/** Leaves dynamic imports of parts to the page, and takes for a part what the core has from there. */
function splitting(root: string, part?: { readonly core: ReadonlySet<string>; readonly shared: Set<string> }): Plugin {
  return {
    name: 'splitting',
    setup({ onResolve, onLoad }) {
      // Imports of the sources name whole files.
      onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, kind, resolveDir }) => {
        const module = relative(root, join(resolveDir, path));
        if (kind === 'dynamic-import') {
          const name = PARTS.get(module);
          return name === undefined ? undefined : { path: `${SCHEME}${name}`, external: true };
        }
        if (!part?.core.has(module)) return undefined;
        part.shared.add(module);
        return { path: module, namespace: 'shared' };
      });
      onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
        contents: `module.exports = globalThis.taglintShared[${JSON.stringify(path)}];`,
      }));
    },
  };
}

function asPart(name: string, text: string): string {
  return `taglintPart(${JSON.stringify(name)},function(){${text}\n});\n`;
}
