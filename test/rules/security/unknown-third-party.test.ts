/** Whose a script's host is: somebody's whom nobody knows, the site's own, or a company of the list. */
import { describe, expect, it } from 'vitest';
import { rule } from '../../../rules/security/unknown-third-party.ts';
import { classify } from '../../../src/discover/index.ts';
import { Linter } from '../../../src/engine/lint.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { parties } from '../../../src/generated/parties.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';
import { PartyIndex, registrable } from '../../../src/model/parties.ts';
import { GENERAL_PROFILE, type SiteProfile } from '../../../src/model/profile.ts';
import { loadTypeScriptParser } from '../../../src/parse/typescript.ts';

/** Severity, certainty and host of what is reported, with everything that is only mentioned when asked. */
async function reported(text: string, profile: Partial<SiteProfile> = {}, path = 'page.html'): Promise<string[]> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules: [rule],
    version: 'test',
    profile: { ...GENERAL_PROFILE, ...profile },
    strictness: 'audit',
    loadHeavyParser: loadTypeScriptParser,
    loadParties: async () => parties,
  });
  const kind = classify(path, text);
  await linter.lint({ path, kind: kind === 'other' ? 'html' : kind, text });
  return linter.result(1, 0).findings.map(({ severity, certainty, message }) => {
    const host = /comes from (\S+),/.exec(message)?.[1] ?? /catalogue \((\S+)\)/.exec(message)?.[1];
    return `${severity} ${certainty} ${host}`;
  });
}

const HOME = '<link rel="canonical" href="https://www.kladbutiken.se/skor/">';
const script = (url: string): string => `<script src="${url}"></script>`;

describe('hosts', () => {
  it.each([
    ['shop.example.com', 'example.com'],
    ['example.com', 'example.com'],
    ['a.b.shop.co.uk', 'shop.co.uk'],
    ['shop.com.au', 'shop.com.au'],
    ['co.se', 'co.se'],
  ])('%s was registered as %s', (host, domain) => {
    expect(registrable(host)).toBe(domain);
  });

  it('belong to the party that is named for them most closely', () => {
    const index = new PartyIndex({
      parties: [
        ['Store', 'hosting', '*.store.test'],
        ['Pixel', 'ad', 'pixel.store.test *.ads.store.test'],
      ],
    });
    expect(index.find('store.test')?.name).toBe('Store');
    expect(index.find('a.b.store.test')?.name).toBe('Store');
    expect(index.find('pixel.store.test')?.name).toBe('Pixel');
    expect(index.find('x.ads.store.test')?.name).toBe('Pixel');
    expect(index.find('notstore.test')).toBeUndefined();
  });
});

describe('security/unknown-third-party', () => {
  it.each([
    ['https://js.nobody-knows-this.io/a.js', 'warning likely js.nobody-knows-this.io'],
    ['//js.nobody-knows-this.io/a.js', 'warning likely js.nobody-knows-this.io'],
    ['http://js.nobody-knows-this.io:8080/a.js', 'warning likely js.nobody-knows-this.io'],
    ['HTTPS://JS.Nobody-Knows-This.IO/a.js', 'warning likely js.nobody-knows-this.io'],
    ['https://nobody-knows-this.co.uk/a.js', 'warning likely nobody-knows-this.co.uk'],
    ['https://xn--bcher-kva.example.xn--p1ai/a.js', 'warning likely xn--bcher-kva.example.xn--p1ai'],
    // By the list: advertising, analytics.
    ['https://static.adsafeprotected.com/iasPET.1.js', 'warning likely static.adsafeprotected.com'],
  ])('reports %s', async (url, expected) => {
    expect(await reported(HOME + script(url))).toEqual([expected]);
  });

  it.each([
    '/a.js',
    'a.js',
    'https://www.kladbutiken.se/a.js',
    'https://static.kladbutiken.se/a.js',
    'https://kladbutiken.se./a.js'.replace('./', '/'),
    // Libraries, hosts and services of the list.
    'https://cdnjs.cloudflare.com/ajax/libs/a.js',
    'https://cdn.jsdelivr.net/npm/a',
    'https://unpkg.com/a',
    'https://ajax.googleapis.com/ajax/libs/jquery/3/jquery.js',
    'https://code.jquery.com/jquery.js',
    'https://shop-assets.s3.amazonaws.com/a.js',
    'https://js.stripe.com/v3/',
    'https://maps.googleapis.com/maps/api/js?key=a',
    // Vendors and platforms of the catalogue, and other files of their hosts.
    'https://connect.facebook.net/en_US/fbevents.js',
    'https://consent.cookiebot.com/uc.js',
    'https://consent.cookiebot.com/other.js',
    'https://static.hotjar.com/other.js',
    // A consent platform of an advertiser of the list.
    'https://consent.cmp.oath.com/cmp.js',
    // Nobody's.
    'http://localhost:3000/a.js',
    'http://127.0.0.1/a.js',
    'https://192.168.0.1/a.js',
    'https://shop.test/a.js',
    'https://intranet/a.js',
    'data:text/javascript,1',
    'blob:https://js.nobody-knows-this.io/1',
    '{{ asset }}/a.js',
    'https://{{ cdn }}/a.js',
    'https://{{ cdn }}.nobody-knows-this.io/a.js',
    'https://',
    'https://[::1]/a.js',
    `https://${'a.'.repeat(200)}io/a.js`,
  ])('leaves %s alone', async (url) => {
    expect(await reported(HOME + script(url))).toEqual([]);
  });

  it.each([
    ['the site’s name in the domain', script('https://cdn.kladbutiken-static.net/a.js')],
    ['the site’s name below a domain', script('https://kladbutiken.delivery-network.io/a.js')],
    [
      'pictures from there',
      `${script('https://img.delivery-network.io/a.js')}<img src="https://img.delivery-network.io/a.webp">`,
    ],
    [
      'styles from there',
      `${script('https://img.delivery-network.io/a.js')}<link rel="stylesheet" href="https://img.delivery-network.io/a.css">`,
    ],
    [
      'a script behind a choice',
      '<script src="https://consent.cookiebot.com/uc.js"></script><script type="text/plain" data-cookieconsent="marketing" src="https://js.nobody-knows-this.io/a.js"></script>',
    ],
  ])('only mentions %s', async (_, html) => {
    expect(await reported(HOME + html)).toEqual([expect.stringMatching(/^note possible /)]);
  });

  it.each([
    ['canonical', '<link rel="canonical" href="https://js.nobody-knows-this.io/">'],
    ['og:url', '<meta property="og:url" content="https://www.nobody-knows-this.io/x">'],
    ['base', '<base href="https://nobody-knows-this.io/">'],
    ['other languages', '<link rel="alternate" hreflang="de" href="https://nobody-knows-this.io/de/">'],
  ])('knows the page’s own host by %s', async (_, head) => {
    expect(await reported(head + script('https://js.nobody-knows-this.io/a.js'))).toEqual([]);
  });

  it('believes the hosts that the configuration names', async () => {
    const html = HOME + script('https://js.nobody-knows-this.io/a.js');
    expect(await reported(html, { hosts: ['cdn.nobody-knows-this.io'] })).toEqual([]);
  });

  it('is a note where nothing says whose page it is', async () => {
    expect(await reported(script('https://js.nobody-knows-this.io/a.js'))).toEqual([
      'note likely js.nobody-knows-this.io',
    ]);
  });

  it('reports a host once, with its other places', async () => {
    const html = HOME + script('https://js.nobody-knows-this.io/a.js') + script('https://js.nobody-knows-this.io/b.js');
    expect(await reported(html)).toHaveLength(1);
  });

  it.each([
    [
      'an element',
      "const s = document.createElement('script'); s.src = 'https://js.nobody-knows-this.io/a.js'; document.head.append(s);",
    ],
    ['written markup', 'document.write(\'<script src="https://js.nobody-knows-this.io/a.js"><\\/script>\');'],
    ['an import', "import('https://js.nobody-knows-this.io/a.js');"],
  ])('sees what a script inserts: %s', async (_, code) => {
    expect(await reported(`${HOME}<script>${code}</script>`)).toEqual(['warning likely js.nobody-knows-this.io']);
  });

  it.each([
    ['a fixed content', `${HOME}<script integrity="sha384-x" src="https://js.nobody-knows-this.io/a.js"></script>`],
    ['noscript', `${HOME}<noscript>${script('https://js.nobody-knows-this.io/a.js')}</noscript>`],
    ['comments', `${HOME}<!-- ${script('https://js.nobody-knows-this.io/a.js')} -->`],
    ['links', `${HOME}<a href="https://js.nobody-knows-this.io/a.js">a</a>`],
    [
      'a function that nothing calls',
      `${HOME}<script>function f() { var s = document.createElement('script'); s.src = 'https://js.nobody-knows-this.io/a.js'; document.head.append(s); }</script>`,
    ],
    [
      'a listed tracker under American rules',
      HOME + script('https://static.adsafeprotected.com/iasPET.1.js'),
      { regime: 'us-opt-out' } as const,
    ],
  ])('is silent on %s', async (_, html, profile: Partial<SiteProfile> = {}) => {
    expect(await reported(html, profile)).toEqual([]);
  });
});
