/** `npm run docs`: builds the documentation as a static site in `site/`; fails where a link leads nowhere. */
import { join } from 'node:path';
import { root } from './generate/index.ts';
import { buildSite } from './site/build.ts';

try {
  const { pages, links } = buildSite(root, join(root, 'site'));
  console.log(`site/: ${pages.length} pages, ${links.inside} links followed, ${links.outside} lead out and were not`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
