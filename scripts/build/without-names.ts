import type { Plugin } from 'esbuild';

const RESOLVED = Symbol('resolved');

/**
 * The reader of HTML brings tables of all names of characters, larger than itself. It is told to decode nothing: what
 * `src/text/entities.ts` knows is decoded, so that one list of names serves everywhere. The bundles go without the tables, and
 * without the writer of HTML: its packages say that their modules do nothing by themselves, but not in the folder of the modules.
 */
export const withoutNames: Plugin = {
  name: 'without-names',
  setup({ onLoad, onResolve, resolve }) {
    onResolve({ filter: /^(?:domutils|dom-serializer|entities)$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === RESOLVED) return undefined;
      const found = await resolve(path, { ...from, pluginData: RESOLVED });
      return { ...found, sideEffects: false };
    });
    onLoad({ filter: /entities[\\/].*[\\/]generated[\\/](?:de|en)code-[\w-]+\.js$/ }, () => ({
      contents: 'export const htmlDecodeTree = [], xmlDecodeTree = []; export default [];',
    }));
  },
};
