/**
 * The snippet of every vendor through the linter itself: what loads, reports and identifies is found. The same text where it
 * does nothing (in a comment, as text, as data, as a string, on another host) is not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import type { ActivityKind } from '../../src/model/catalog.ts';
import type { Unit } from '../../src/model/unit.ts';

const SNIPPETS = join(import.meta.dirname, '../fixtures/vendors');
const snippets = readdirSync(SNIPPETS).map((name): [id: string, html: string] => [
  name.replace(/\.html$/, ''),
  readFileSync(join(SNIPPETS, name), 'utf8'),
]);

/** What a page does, by vendor. */
async function done(html: string): Promise<Map<string, Set<ActivityKind>>> {
  const units: Unit[] = [];
  const linter = new Linter({
    catalog,
    sensitive,
    rules: [],
    version: 'test',
    judged: (unit) => void units.push(unit),
  });
  await linter.lint({ path: 'page.html', kind: 'html', text: html });
  const kinds = new Map<string, Set<ActivityKind>>();
  for (const { vendor, kind, reached } of units.flatMap(({ activities }) => activities)) {
    if (!reached) continue;
    const known = kinds.get(vendor.id) ?? new Set();
    kinds.set(vendor.id, known.add(kind));
  }
  return kinds;
}

const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const ADDRESS = /(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}(?=\/)/gi;

describe.each(snippets)('the snippet of %s', (id, html) => {
  it('is found on a page', async () => {
    const found = await done(html);
    expect([...found.keys()]).toContain(id);
    // Google's tag has nothing to load in a snippet that is about its consent commands alone.
    if (id !== 'google-tag')
      expect([...(found.get(id) ?? [])].some((kind) => kind === 'load' || kind === 'init')).toBe(true);
  });

  it.each([
    ['in a comment', `<!-- ${html.replaceAll('--', '- -')} -->`],
    ['as text', `<pre>${escaped(html)}</pre><textarea>${escaped(html)}</textarea>`],
    ['as a template', `<script type="text/x-template">${html.replaceAll('</script', '<\\/script')}</script>`],
    ['as data', `<script type="application/json">${JSON.stringify({ html }).replaceAll('</', '<\\/')}</script>`],
    ['as a string', `<script>var help = ${JSON.stringify(html).replaceAll('</', '<\\/')};</script>`],
    ['behind a link', (html.match(ADDRESS) ?? []).map((url) => `<a href="${url}/x">x</a>`).join('')],
  ])('does nothing %s', async (_, page) => {
    expect([...(await done(page)).keys()]).toEqual([]);
  });

  it('has addresses that are nobody’s on another host', async () => {
    const hosts = [...html.matchAll(ADDRESS)].map(([url]) => url.replace(/^(?:https?:)?\/\//, ''));
    const others = hosts.flatMap((host) => [`${host}.example.org`, `example.org/${host}`]);
    const page = others.map((host) => `<script src="https://${host}/other-file.js"></script>`).join('');
    expect([...(await done(page)).keys()]).toEqual([]);
  });
});
