import type { Plugin } from 'esbuild';

/**
 * The reader of HTML brings tables of all names of characters, larger than itself. It is told to decode nothing: what
 * `src/text/entities.ts` knows is decoded, so that one list of names serves everywhere. The bundles go without the tables.
 */
export const withoutNames: Plugin = {
  name: 'without-names',
  setup({ onLoad }) {
    onLoad({ filter: /entities[\\/].*[\\/]generated[\\/](?:de|en)code-[\w-]+\.js$/ }, () => ({
      contents: 'export const htmlDecodeTree = [], xmlDecodeTree = []; export default [];',
    }));
  },
};
