/** What pages push to the data layer, in the tags of the container that they load. */
import { describe, expect, it } from 'vitest';
import { containerText, type Json, onEvent, tag, variable } from '../extract/gtm/build.ts';
import { lintAll, page, SNIPPET } from './embedded.ts';

const VARIABLES = [
  variable('Mail', 'v', { name: 'user.email' }),
  variable('User', 'v', { name: 'user' }),
  variable('Id', 'v', { name: 'user_id' }),
  variable('Items', 'v', { name: 'ecommerce.items' }),
  variable('First', 'v', { name: 'ecommerce.items.0.item_name' }),
  variable('Trimmed', 'jsm', { javascript: 'function () { return {{Mail}}.trim().toLowerCase(); }' }),
  variable('Digest', 'jsm', { javascript: 'function () { return sha256({{Mail}}); }' }),
  variable('Names', 'jsm', { javascript: 'function () { return {{Items}}.map(i => i.item_name).join(); }' }),
];
const html = (code: string): Json => tag('T', 'html', { html: `<script>${code}</script>` });
const matching = (value: string): Json => html(`fbq('init', '1234567890123456', { em: ${value} });`);
const sends = (name: string, value: string): Json =>
  tag('T', 'gaawe', {
    eventName: 'view',
    measurementIdOverride: 'G-ABCDEF1234',
    eventSettingsTable: [{ parameter: name, parameterValue: value }],
  });
const ECOMMERCE = tag('T', 'gaawe', {
  eventName: 'purchase',
  measurementIdOverride: 'G-ABCDEF1234',
  sendEcommerceData: 'true',
});
const push = (message: string): string => `window.dataLayer = window.dataLayer || []; dataLayer.push(${message});`;
const MAIL = "'{{ customer.email }}'";

function isList(pages: unknown): pages is readonly string[] {
  return Array.isArray(pages);
}

/** The findings of a rule about the tag, with what of the page stands in the trail. */
async function found(
  t: Json,
  pages: Readonly<Record<string, string>> | readonly string[],
  about = 'data/advanced-matching',
) {
  const files = isList(pages) ? { 'index.html': page(...pages) } : pages;
  const text = containerText({ tags: [t], variables: VARIABLES, triggers: [onEvent('1', 'login')] });
  const { findings } = await lintAll({ ...files, 'container.json': text });
  return findings
    .filter(({ rule, file }) => rule === about && file === 'container.json')
    .map(({ severity, certainty, trail }) => {
      const origin = /template expression ([\w.]+)/.exec(trail[0]?.message ?? '')?.[1];
      const place = trail.find(({ message }) => message === 'is pushed to the data layer here');
      return [severity, certainty, origin, place && `${place.file}:${place.line}`].filter(Boolean).join(' ');
    });
}

const CLEAR = 'error certain customer.email index.html:3';
const UNSEEN = ['error certain'];

describe('user data that the page pushes', () => {
  it.each<[string, readonly string[]]>([
    ['before the loader', [push(`{ user: { email: ${MAIL} } }`), SNIPPET()]],
    ['with an event', [push(`{ event: 'login', user: { email: ${MAIL} } }`), SNIPPET()]],
    ['under a name with dots', [push(`{ 'user.email': ${MAIL} }`), SNIPPET()]],
    ['as the first content of the list', [`var dataLayer = [{ user: { email: ${MAIL} } }];`, SNIPPET()]],
    [
      'in two messages',
      [`${push(`{ user: { email: ${MAIL} } }`)} dataLayer.push({ user: { plan: 'gold' } });`, SNIPPET()],
    ],
    [
      'and clears behind the event',
      [`${push(`{ event: 'login', user: { email: ${MAIL} } }`)} dataLayer.push({ user: null });`, SNIPPET()],
    ],
    [
      'on a click',
      [
        `document.querySelector('#b').onclick = function () { ${push(`{ event: 'login', user: { email: ${MAIL} } }`)} };`,
        SNIPPET(),
      ],
    ],
    [
      'where somebody is logged in',
      [`{% if customer %}<script>${push(`{ user: { email: ${MAIL} } }`)}</script>{% endif %}`, SNIPPET()],
    ],
    [
      'into a list of another name',
      [
        `window.siteData = []; siteData.push({ user: { email: ${MAIL} } });`,
        SNIPPET().replace("'dataLayer','GTM", "'siteData','GTM"),
      ],
    ],
    [
      'into a list of another name, from the start',
      [`siteData = [{ user: { email: ${MAIL} } }];`, SNIPPET().replace("'dataLayer','GTM", "'siteData','GTM")],
    ],
  ])('%s is named by the expression of the page, with its place', async (_, scripts) => {
    expect(await found(matching("'{{Mail}}'"), scripts)).toEqual([CLEAR]);
  });

  it('behind the loader is named too', async () => {
    const scripts = [SNIPPET(), push(`{ event: 'login', user: { email: ${MAIL} } }`)];
    expect(await found(matching("'{{Mail}}'"), scripts)).toEqual(['error certain customer.email index.html:7']);
  });

  it.each([
    ['a whole object', '{{User}}'],
    ['code that trims it', '{ em: {{Trimmed}} }'],
  ])('is followed through %s', async (_, value) => {
    const t = html(`fbq('init', '1234567890123456', ${value});`);
    expect(await found(t, [push(`{ user: { email: ${MAIL} } }`), SNIPPET()])).toEqual([CLEAR]);
  });

  it('as a digest is one', async () => {
    const scripts = [push("{ user: { email: '{{ customer.email | sha256 }}' } }"), SNIPPET()];
    expect((await found(matching("'{{Mail}}'"), scripts))[0]).toMatch(/^warning certain/);
    expect((await found(matching('{{Trimmed}}'), scripts))[0]).toMatch(/^warning certain/);
  });

  it('that is a digest before it is read is one', async () => {
    const scripts = [
      `${push(`{ user: { email: ${MAIL} } }`)} dataLayer.push({ user: { email: sha256(${MAIL}) } });`,
      SNIPPET(),
    ];
    expect((await found(matching("'{{Mail}}'"), scripts))[0]).toMatch(/^warning certain/);
  });

  it.each([
    ['an empty text', "''"],
    ['nothing', 'undefined'],
    ['a fixed word', "'none'"],
    ['a number', '4711'],
  ])('is none where it is %s', async (_, value) => {
    const scripts = [push(`{ user: { email: ${value} } }`), SNIPPET()];
    for (const one of ["'{{Mail}}'", '{{Trimmed}}', '{{Digest}}'])
      expect(await found(matching(one), scripts)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['there is no page', {}],
    ['the page loads another container', { 'index.html': page(push("{ user: { email: '' } }"), SNIPPET('GTM-OTHER')) }],
    ['the page pushes other keys', { 'index.html': page(push("{ user: { plan: 'gold' }, email: '' }"), SNIPPET()) }],
    [
      'the loader reads another list',
      { 'index.html': page(push("{ user: { email: '' } }"), SNIPPET().replace("'dataLayer','GTM", "'siteData','GTM")) },
    ],
    [
      'only a part of the page is in sight',
      { 'parts/head.html': `<script>${push("{ user: { email: '' } }")} ${SNIPPET()}</script>\n` },
    ],
  ])('stays what its key says where %s', async (_, pages) => {
    expect(await found(matching("'{{Mail}}'"), pages)).toEqual(UNSEEN);
  });

  it('of several pages is what any of them pushes', async () => {
    const pages = {
      'a.html': page(push("{ user: { email: '' } }"), SNIPPET()),
      'b.html': page(push("{ user: { email: '{{ customer.email | sha256 }}' } }"), SNIPPET()),
      'c.html': page('var other = 1;', push(`{ user: { email: ${MAIL} } }`), SNIPPET()),
    };
    const turned = Object.fromEntries(Object.entries(pages).reverse());
    expect(await found(matching("'{{Mail}}'"), pages)).toEqual(['error certain customer.email c.html:4']);
    expect(await found(matching("'{{Mail}}'"), turned)).toEqual(['error certain customer.email c.html:4']);
  });

  it.each([
    ['clear', 'user.email', 'error certain src/login.ts:1'],
    ['digested', 'sha256(user.email)', 'warning certain src/login.ts:1'],
    ['empty', "''", 'error certain'],
  ])('by a script of the site beside the page says how it is pushed: %s', async (_, value, expected) => {
    const script = `export function login(user) { window.dataLayer.push({ event: 'login', user: { email: ${value} } }); }\n`;
    const pages = { 'index.html': page(SNIPPET()), 'src/login.ts': script };
    const [first] = await found(matching("'{{Mail}}'"), pages);
    expect(first?.replace(/ \S+email(?= )/, '')).toBe(expected);
    // Of two containers it is not known whose data layer it is.
    const both = { ...pages, 'other.html': page(SNIPPET('GTM-OTHER')) };
    expect(await found(matching("'{{Mail}}'"), both)).toEqual(UNSEEN);
  });

  it('that is a number of the site’s own is an id', async () => {
    const scripts = [push("{ user_id: '{{ customer.id }}' }"), SNIPPET()];
    expect(await found(sends('user_id', '{{Id}}'), scripts)).toEqual(['warning certain customer.id index.html:3']);
  });

  it('is an address where the page puts that into the id', async () => {
    const scripts = [push(`{ user_id: ${MAIL} }`), SNIPPET()];
    expect(await found(sends('user_id', '{{Id}}'), scripts)).toEqual([CLEAR]);
  });
});

describe('products that the page pushes', () => {
  const product = (name: string): string =>
    push(`{ event: 'view_item', ecommerce: { items: [{ item_id: '1', item_name: ${name}, price: 99 }] } }`);
  const content = (t: Json, name: string) => found(t, [product(name), SNIPPET()], 'sensitive/product-content');

  it.each([
    ['all of them', ECOMMERCE],
    ['the first by its place', sends('item_name', '{{First}}')],
    ['the names that code gathers', sends('item_name', '{{Names}}')],
  ])('say what they are: %s', async (_, t) => {
    expect((await content(t, "'Klamydiatest för hemmabruk'"))[0]).toMatch(/^error (?:certain|likely)/);
    expect(await content(t, "'Blue chair'")).toEqual([]);
  });

  it('stand in the trail with their place', async () => {
    expect(await content(ECOMMERCE, "'Klamydiatest'")).toEqual(['error certain index.html:3']);
  });

  it('that a template fills tell nothing on a site of which nothing is known', async () => {
    expect(await content(ECOMMERCE, "'{{ product.title }}'")).toEqual([]);
  });
});
