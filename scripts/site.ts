/** `npm run site`: builds the page that judges in a browser, in `site/try/`. */
import { join } from 'node:path';
import { buildPage } from './browser/build.ts';
import { root } from './generate/index.ts';

try {
  await buildPage(root, join(root, 'site/try'));
  console.log('site/try/: open site/try/index.html in a browser');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
