/**
 * `npm run docs [-- BASE]`: builds the documentation as a static site in `site/`, with the page that judges in a browser; BASE is
 * where it begins on its server, `/` if absent. Fails where a link leads nowhere.
 */
import { dirname, join } from 'node:path';
import { buildPage } from './browser/build.ts';
import { root } from './generate/index.ts';
import { buildSite } from './site/build.ts';
import { TRY_PAGE } from './site/try-link.ts';

try {
  const { pages, links } = buildSite(root, join(root, 'site'), process.argv[2]);
  await buildPage(root, join(root, 'site', dirname(TRY_PAGE)));
  console.log(`site/: ${pages.length} pages, ${links.inside} links followed, ${links.outside} lead out and were not`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
