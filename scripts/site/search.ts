/** What the search of the site is made of: its script, and the sections of all pages. */
import { fileURLToPath } from 'node:url';
import { load } from 'cheerio';
import { buildSync } from 'esbuild';
import type { Section } from './page/sections.ts';
import type { Page } from './pages.ts';

/** The script of the page, with the library that it searches by. */
export function searchScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('page/search.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'inline',
    write: false,
    logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('the search of the site was not built');
  return file.text;
}

/** The sections as a script: pages that are opened as files may fetch no data. */
export function searchData(pages: readonly { readonly page: Page; readonly html: string }[]): string {
  const sections = pages.flatMap(({ page, html }) => sectionsOf(page, html));
  return `taglintSections(${JSON.stringify(sections).replaceAll('<', '\\u003c')});\n`;
}

/** @param html of the page's content */
export function sectionsOf({ title, target }: Pick<Page, 'title' | 'target'>, html: string): Section[] {
  const $ = load(html);
  $('.try').remove();
  const sections: { heading: string; address: string; parts: string[] }[] = [];
  for (const element of $('body').children().toArray()) {
    const one = $(element);
    const isHeading = one.is('h1, h2, h3');
    if (isHeading || sections.length === 0) {
      const anchor = one.attr('id');
      const isTop = !isHeading || one.is('h1');
      sections.push({
        heading: isTop ? '' : one.text(),
        address: isTop || anchor === undefined ? target : `${target}#${anchor}`,
        parts: isTop && isHeading ? [one.text()] : [],
      });
      if (isHeading) continue;
    }
    sections.at(-1)?.parts.push(one.text());
  }
  return sections.map(({ heading, address, parts }) => ({
    title,
    heading,
    address,
    text: parts.join(' ').replace(/\s+/g, ' ').trim(),
  }));
}
