/** What stands around every page. */
import { posix } from 'node:path';
import type { Page, PageGroup } from './pages.ts';
import { TRY_PAGE } from './try-link.ts';

/**
 * The page as a document; all that runs in it is the search, and nothing is fetched from elsewhere.
 * @param base where the site begins, for a page that is shown at any address; reached from the page's own place if absent
 */
export function pageHtml(page: Page, body: string, groups: readonly PageGroup[], base?: string): string {
  const to = (target: string): string =>
    base === undefined
      ? posix.relative(posix.dirname(page.target), target) || posix.basename(target)
      : `${base}${target}`;
  const top = base ?? '../'.repeat(page.target.split('/').length - 1);
  const item = (one: Page): string => {
    const current = one === page ? ' aria-current="page"' : '';
    return `<li><a href="${to(one.target)}"${current}>${escaped(one.title.replace(/^[\w-]+\//, ''))}</a></li>`;
  };
  const navigation = groups.map(({ title, pages }) => {
    const isRules = title.startsWith('Rules');
    const open = !isRules || pages.includes(page) ? ' open' : '';
    return `<details${open}><summary>${escaped(title)}</summary><ul>\n${pages.map(item).join('\n')}\n</ul></details>`;
  });
  const title = page.target === 'index.html' ? 'taglint' : `${page.title} · taglint`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${to('style.css')}">
<script defer src="${to('search.js')}"></script>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<header><a href="${to('index.html')}">taglint</a>
<form id="search" role="search" data-base="${top}" hidden>
<input id="search-words" type="search" placeholder="Search" aria-label="Search the documentation" autocomplete="off" spellcheck="false">
<p id="search-status" role="status"></p>
<ol id="search-hits" hidden></ol>
</form>
<span><a class="to-try" href="${to(TRY_PAGE)}">Try it</a><a class="to-pages" href="#pages">Pages</a></span></header>
<div class="columns">
<nav id="pages" aria-label="Pages"><div>
${navigation.join('\n')}
</div></nav>
<main id="content">
${body}</main>
</div>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
