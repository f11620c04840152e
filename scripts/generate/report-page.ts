/** The style and the script of the HTML report, as the page holds them, with the hashes that its policy names. */
import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import type { PageAssets } from '../../src/report/html/assets.ts';

/** @param folder `src/report/html/page` */
export async function reportPage(folder: string): Promise<PageAssets> {
  const [style, script] = await Promise.all([bundled(`${folder}/style.css`), bundled(`${folder}/main.ts`)]);
  return { style, script, styleHash: hashOf(style), scriptHash: hashOf(script) };
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  const text = outputFiles[0]?.text.trim() ?? '';
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${entry}: its text would end its element in the page`);
  return text;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
