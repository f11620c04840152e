import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';
import { buildSite, type Site } from '../../scripts/site/build.ts';
import { renderMarkdown } from '../../scripts/site/markdown.ts';
import { ruleIds } from '../../src/generated/ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'taglint-site-'));
const site = join(folder, 'site');
let built: Site;

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

  it('runs nothing, and fetches nothing from elsewhere', () => {
    for (const path of built.pages) {
      const html = page(path);
      const [head = ''] = html.split('<main');
      expect(head).not.toMatch(/<(?:script|iframe|img)\b/);
      expect(html).not.toMatch(/<(?:link|img|source|iframe|script)[^>]*(?:src|href)="(?:https?:)?\/\//);
    }
  });

  it('shows code as it stands, with what is reported marked', () => {
    const html = page('rules/consent/ineffective-gate.html');
    expect(html).toContain('&lt;script id=&quot;Cookiebot&quot;');
    expect(html).toMatch(/<mark>‹&lt;script/);
    expect(html).not.toMatch(/<script\b/);
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
});
