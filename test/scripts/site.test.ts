import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';
import { buildSite, type Site } from '../../scripts/site/build.ts';
import { renderMarkdown } from '../../scripts/site/markdown.ts';
import { type Section, searcher } from '../../scripts/site/page/sections.ts';
import { sectionsOf } from '../../scripts/site/search.ts';
import { judge } from '../../src/browser/judge.ts';
import { readFragment, type Shared } from '../../src/browser/share.ts';
import { ruleIds } from '../../src/generated/ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'taglint-site-'));
const site = join(folder, 'site');
let built: Site;

const NOTHING: Shared = { files: [], options: { sector: 'general', regime: 'eu', strictness: 'default' } };

beforeAll(() => {
  built = buildSite(root, site);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (path: string): string => readFileSync(join(site, path), 'utf8');

describe('the documentation as a site', () => {
  it('has a page for every rule and every document', () => {
    for (const id of ruleIds) expect(built.pages).toContain(`rules/${id}.html`);
    for (const name of readdirSync(join(root, 'docs')).filter((one) => one.endsWith('.md')))
      expect(built.pages).toContain(name.replace(/\.md$/, '.html'));
    for (const path of built.pages) expect(existsSync(join(site, path)), path).toBe(true);
    expect(built.pages).toContain('guide.html');
  });

  it('runs nothing but its search, and fetches nothing from elsewhere', () => {
    for (const path of built.pages) {
      const html = page(path);
      const [head = ''] = html.split('<main');
      expect(head.match(/<(?:script|iframe|img)\b[^>]*>/g)).toEqual([
        `<script defer src="${'../'.repeat(path.split('/').length - 1)}search.js">`,
      ]);
      expect(html).not.toMatch(/<(?:link|img|source|iframe|script)[^>]*(?:src|href)="(?:https?:)?\/\//);
    }
  });

  it('shows code as it stands, with what is reported marked', () => {
    const html = page('rules/consent/ineffective-gate.html');
    expect(html).toContain('&lt;script id=&quot;Cookiebot&quot;');
    expect(html).toMatch(/<mark>‹&lt;script/);
    expect(html.split('<main')[1]).not.toMatch(/<script\b/);
  });

  it('has a page for addresses of which the server knows nothing, whatever their depth', () => {
    const html = page('404.html');
    expect(html).toContain('<h1 id="not-found">Not found</h1>');
    for (const [, address = ''] of html.matchAll(/(?:href|src|data-base)="([^"#]*)"/g)) {
      expect(address).toMatch(/^\//);
      if (address !== '/' && !address.startsWith('/try/')) expect(existsSync(join(site, address)), address).toBe(true);
    }
    buildSite(root, join(folder, 'below'), '/privacy/taglint/');
    expect(readFileSync(join(folder, 'below/404.html'), 'utf8')).toContain('href="/privacy/taglint/rules.html"');
  });

  it('knows the sections of every page, each by an anchor that is there', () => {
    const told = /^taglintSections\((.*)\);\n$/s.exec(page('search-data.js'))?.[1] ?? '';
    expect(told).not.toContain('<');
    const sections: Section[] = JSON.parse(told);
    expect(new Set(sections.map(({ address }) => address.split('#')[0]))).toEqual(new Set(built.pages));
    for (const { address } of sections) {
      const [path = '', anchor] = address.split('#');
      if (anchor !== undefined) expect(page(path)).toContain(` id="${anchor}"`);
    }
    const find = searcher(sections);
    const first = (query: string): string | undefined => find(query)[0]?.section.address.split('#')[0];
    expect(first('fires-before-consent')).toBe('rules/consent/fires-before-consent.html');
    expect(first('advanced matching')).toMatch(/^rules\/data\/(?:automatic-)?advanced-matching\.html$/);
    expect(first('GitLab component')).toBe('recipes.html');
    expect(first('Cookiebot data-cookieconsent')).toBeDefined();
    // As it is typed, and mistyped.
    expect(first('neovi')).toBe('recipes.html');
    expect(first('neovm')).toBe('recipes.html');
  });

  /** The text of the first incorrect example that can be tried. */
  async function tried(id: string): Promise<Shared | undefined> {
    const html = page(`rules/${id}.html`);
    const [incorrect = ''] = html.slice(html.indexOf('id="incorrect"')).split('<h2');
    const [, address] = /<p class="try"><a href="([^"]+)">/.exec(incorrect) ?? [];
    if (address === undefined) return undefined;
    const [path = '', fragment = ''] = address.split('#');
    expect(posix.join(posix.dirname(`rules/${id}.html`), path)).toBe('try/index.html');
    const read = await readFragment(fragment);
    if (!read.ok) throw new Error(`${id}: ${read.reason}`);
    return read.shared;
  }

  it('leads from the examples of nearly every rule to the page on which they can be tried', async () => {
    let links = 0;
    for (const id of ruleIds) if (await tried(id)) links += 1;
    expect(links).toBeGreaterThan(40);
  });

  it.each([
    'consent/fires-before-consent',
    'consent-mode/granted-default',
    'data/advanced-matching',
    'sensitive/product-content',
    'gtm/undefined-reference',
    'security/exposed-secret',
    'hygiene/duplicate-pixel',
  ])('leads to where %s finds what it finds', async (id) => {
    const { files, options } = (await tried(id)) ?? NOTHING;
    const job = { files: files.map((file) => ({ ...file, explicit: true })), options };
    const outcome = await judge(job);
    const found = outcome.kind === 'judged' ? outcome.judged.result.findings.map(({ rule }) => rule) : [];
    expect(found).toContain(id);
  });

  it('tells what each rule rests on, and has the picture of the consent states in its page', () => {
    expect(page('rules/consent/fires-before-consent.html')).toContain(
      '<a href="../../law.html#eprivacy-5-3">EPRIVACY-5-3</a>',
    );
    const states = page('consent-states.html');
    expect(states).toMatch(/<figure><svg [^>]*role="img"/);
    expect(states).toContain('<figcaption>What six tags do');
  });

  it('reads without code for those who read none', () => {
    expect(page('for-data-protection-officers.html').split('<main')[1]).not.toContain('<pre');
  });

  it('is not built where a link leads nowhere', () => {
    const copy = join(folder, 'copy');
    for (const name of ['README.md', 'CONTRIBUTING.md', 'docs', 'rules', 'schemas', 'examples'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    // Files beside these that pages lead to.
    for (const name of ['templates', 'Dockerfile', 'action.yml'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    mkdirSync(join(copy, 'test'));
    writeFileSync(join(copy, 'test/architecture.test.ts'), '');
    expect(() => buildSite(copy, join(folder, 'other'))).not.toThrow();
    writeFileSync(
      join(copy, 'docs/wrong.md'),
      '# Wrong\n\n[a](nothing.md) [b](vendors.md#nobody) [c](#wrong) [d](#right)\n',
    );
    expect(() => buildSite(copy, join(folder, 'third'))).toThrow(
      'docs/wrong.md: nothing.md: there is no such file\n' +
        'docs/wrong.md: vendors.md#nobody: there is no such heading\n' +
        'docs/wrong.md: #right: there is no such heading',
    );
    expect(existsSync(join(folder, 'third'))).toBe(false);
  });

  it('gives headings the anchors that GitHub gives them', () => {
    const { anchors } = renderMarkdown('# A `b` & c\n\n## Same\n\n## Same\n\n## Åäö, 1.2 x_y\n', (address) => address);
    expect(anchors).toEqual(['a-b--c', 'same', 'same-1', 'åäö-12-x_y']);
  });

  it('divides a page into its sections', () => {
    const html =
      '<h1 id="a">A</h1><p>one</p><h2 id="b">B <code>c</code></h2><pre>two\n  three</pre><div><h3 id="x">in</h3></div><h3 id="d">D</h3>';
    expect(sectionsOf({ title: 'T', target: 'p/q.html' }, html)).toEqual([
      { title: 'T', heading: '', address: 'p/q.html', text: 'A one' },
      { title: 'T', heading: 'B c', address: 'p/q.html#b', text: 'two three in' },
      { title: 'T', heading: 'D', address: 'p/q.html#d', text: '' },
    ]);
  });
});

describe('the search', () => {
  const section = (title: string, heading: string, text: string): Section => ({ title, heading, address: title, text });
  const find = searcher([
    section('a', 'One', 'alpha beta'),
    section('b', 'Two', `${'word '.repeat(60)}alpha ${'more '.repeat(60)}`),
    section('c', 'alpha', 'gamma'),
    ...Array.from({ length: 40 }, (_, at) => section(`d${at % 2}`, `H${at}`, 'delta')),
  ]);

  it.each([
    ['alpha', ['c', 'a', 'b']],
    ['alpha beta', ['a']],
    ['alp', ['c', 'a', 'b']],
    ['alphha gamma', ['c']],
    ['nothing', []],
    ['', []],
    ['.*+?^${}()|[]\\ <i>', []],
    ['__proto__ constructor', []],
  ])('%j', (query, expected) => {
    expect(find(query).map((hit) => hit.section.title)).toEqual(expected);
  });

  it('shows what stands around the word, and few of one page', () => {
    const excerpt = find('alpha').find((hit) => hit.section.title === 'b')?.excerpt ?? '';
    expect(excerpt).toMatch(/^… word .*alpha more.* …$/);
    expect(excerpt.length).toBeLessThan(160);
    expect(find('delta')).toHaveLength(6);
  });
});
