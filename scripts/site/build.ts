/** The documentation as a static site: every page, what the pages lead to, and no link that leads nowhere. */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { pageHtml } from './layout.ts';
import { type Rendered, renderMarkdown } from './markdown.ts';
import { type Page, sitePages, targetOf } from './pages.ts';
import { searchData, searchScript } from './search.ts';
import { STYLE } from './style.ts';
import { tryAddress } from './try-link.ts';

export interface Site {
  /** Paths of the pages in the site. */
  readonly pages: readonly string[];
  /** Links between pages and files, and those that lead out of the site, which nobody follows here. */
  readonly links: { readonly inside: number; readonly outside: number };
}

/** Servers show it for an address of which they know nothing. */
const NOT_FOUND: Page = {
  source: '',
  target: '404.html',
  title: 'Not found',
  text: `# Not found

There is no page at this address. The search above finds what pages say; the [overview](index.html) and the
[rules](rules.html) lead to the others.
`,
};

interface Built extends Rendered {
  readonly page: Page;
}

/**
 * Writes the site, and what was there before is gone.
 * @param root the project's folder
 * @param base where the site begins on its server, for the page that is shown in place of one that is not there
 * @throws Error naming every link that leads nowhere; nothing is written then
 */
export function buildSite(root: string, folder: string, base = '/'): Site {
  const groups = sitePages(root);
  const pages = groups.flatMap((group) => group.pages);
  const files = new Set<string>();
  const problems: string[] = [];
  const built = pages.map((page): Built => {
    const link = (address: string): string => {
      if (isOutside(address) || address.startsWith('#')) return address;
      const [path = '', fragment] = address.split('#');
      const source = posix.normalize(posix.join(posix.dirname(page.source), decodeURI(path)));
      const target = targetOf(source, root, pages);
      if (target === undefined) {
        problems.push(`${page.source}: ${address}: there is no such file`);
        return address;
      }
      if (!pages.some((one) => one.target === target)) files.add(target);
      const shown = posix.relative(posix.dirname(page.target), target) || posix.basename(target);
      return fragment === undefined ? shown : `${shown}#${fragment}`;
    };
    // Examples that are compared with a reviewed record show nothing without it.
    const isTried = page.source.startsWith('rules/') && !page.text.includes('```yaml lock');
    const tryIt = (info: string, body: string): string | undefined => {
      const target = isTried ? tryAddress(info, body) : undefined;
      return target === undefined ? undefined : posix.relative(posix.dirname(page.target), target);
    };
    return { page, ...renderMarkdown(page.text, link, tryIt) };
  });
  for (const one of built) problems.push(...wrongAnchors(one, built));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  rmSync(folder, { recursive: true, force: true });
  for (const { page, html } of built) {
    const path = join(folder, page.target);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, pageHtml(page, withPictures(html, page, root), groups));
  }
  for (const file of files) copy(join(root, file), join(folder, file));
  writeFileSync(join(folder, 'style.css'), STYLE);
  writeFileSync(join(folder, 'search.js'), searchScript());
  writeFileSync(join(folder, 'search-data.js'), searchData(built));
  writeFileSync(
    join(folder, NOT_FOUND.target),
    pageHtml(NOT_FOUND, renderMarkdown(NOT_FOUND.text, (to) => base + to).html, groups, base),
  );
  const links = built.flatMap((one) => one.links);
  const outside = links.filter(isOutside).length;
  return { pages: pages.map(({ target }) => target), links: { inside: links.length - outside, outside } };
}

function isOutside(address: string): boolean {
  return /^(?:[a-z]+:|\/\/)/i.test(address);
}

/** Anchors are known when all pages are rendered. */
function wrongAnchors({ page, links }: Built, all: readonly Built[]): string[] {
  return links.flatMap((address) => {
    const [path = '', fragment] = address.split('#');
    if (isOutside(address) || fragment === undefined) return [];
    const source = path === '' ? page.source : posix.normalize(posix.join(posix.dirname(page.source), path));
    const aimed = all.find((one) => one.page.source === source);
    if (!aimed || aimed.anchors.includes(fragment)) return [];
    return [`${page.source}: ${address}: there is no such heading`];
  });
}

/** Pictures of our own stand in the page itself: one file less, and their words can be found. */
function withPictures(html: string, { target }: Page, root: string): string {
  return html.replace(/<img src="([^":]+\.svg)" alt="([^"]*)">/g, (_, path: string, alt: string) => {
    const text = readFileSync(join(root, posix.join(posix.dirname(target), path)), 'utf8').trim();
    return `<figure>${text}<figcaption>${alt}</figcaption></figure>`;
  });
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (statSync(from).isDirectory()) cpSync(from, to, { recursive: true });
  else copyFileSync(from, to);
}
