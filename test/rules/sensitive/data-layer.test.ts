/** What a page hands to a tag manager whose container is out of sight. */
import { describe, expect, it } from 'vitest';
import type { SiteProfile } from '../../../src/model/profile.ts';
import { lintAll, page, SNIPPET } from '../../engine/embedded.ts';
import { containerText, tag, variable } from '../../extract/gtm/build.ts';

async function sensitiveFindings(
  files: Readonly<Record<string, string>>,
  profile: Partial<SiteProfile> = {},
): Promise<string[]> {
  const { findings } = await lintAll(files, { profile });
  return findings
    .filter(({ rule }) => rule.startsWith('sensitive/'))
    .map(({ rule, severity, certainty }) => `${severity} ${certainty} ${rule.slice('sensitive/'.length)}`);
}

const PRODUCT = ['error likely product-content'];
const TEST = "item_name: 'Klamydiatest för hemmabruk'";

describe('a product that reveals something', () => {
  it.each<[string, string]>([
    ['before the loader', page(`dataLayer = []; dataLayer.push({ ecommerce: { items: [{ ${TEST} }] } });`, SNIPPET())],
    ['behind the loader', page(SNIPPET(), `dataLayer.push({ ecommerce: { items: [{ ${TEST} }] } });`)],
    ['as the first content of the list', page(`var dataLayer = [{ ecommerce: { items: [{ ${TEST} }] } }];`, SNIPPET())],
    [
      'as enhanced e-commerce has it',
      page(`dataLayer = [{ ecommerce: { detail: { products: [{ name: 'Klamydiatest' }] } } }];`, SNIPPET()),
    ],
    ['in a flat key', page(SNIPPET(), `dataLayer.push({ event: 'view', productName: 'Klamydiatest' });`)],
    [
      'on a click',
      page(
        SNIPPET(),
        `document.querySelector('#buy').addEventListener('click', () => dataLayer.push({ event: 'add_to_cart', ecommerce: { items: [{ ${TEST} }] } }));`,
      ),
    ],
    [
      'through a variable',
      page(SNIPPET(), `const item = { ${TEST} }; window.dataLayer.push({ event: 'v', ecommerce: { items: [item] } });`),
    ],
    [
      'into a list that the loader names',
      page(
        `siteData = [{ ecommerce: { items: [{ ${TEST} }] } }];`,
        SNIPPET().replace("'dataLayer','GTM", "'siteData','GTM"),
      ),
    ],
    [
      'beside a frame and nothing else',
      page(`dataLayer = [{ ecommerce: { items: [{ ${TEST} }] } }];`).replace(
        '<body>',
        '<body><noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-ABCD123"></iframe></noscript>',
      ),
    ],
  ])('is told, pushed %s', async (_, text) => expect(await sensitiveFindings({ 'index.html': text })).toEqual(PRODUCT));

  it('is told of a script and of a part of a page, which do not say who reads it', async () => {
    const push = `window.dataLayer.push({ event: 'add_to_cart', ecommerce: { items: [{ ${TEST} }] } });`;
    expect(await sensitiveFindings({ 'shop.js': push })).toEqual(PRODUCT);
    expect(await sensitiveFindings({ 'parts/product.liquid': `<script>${push}</script>` })).toEqual(PRODUCT);
  });

  it('is told of the functions of packages', async () => {
    const next = "import { sendGTMEvent } from '@next/third-parties/google';";
    const text = `${next} export const buy = () => sendGTMEvent({ event: 'buy', ecommerce: { items: [{ ${TEST} }] } });`;
    expect(await sensitiveFindings({ 'buy.ts': text })).toEqual(PRODUCT);
  });

  it('is told of another manager', async () => {
    const text = page('utag_data = { product_name: "Klamydiatest" };').replace(
      '</head>',
      '<script src="https://tags.tiqcdn.com/utag/shop/main/prod/utag.js"></script></head>',
    );
    expect(await sensitiveFindings({ 'index.html': text })).toEqual(PRODUCT);
  });

  it('is told of any product of a pharmacy', async () => {
    const push = (name: string): string =>
      page(SNIPPET(), `dataLayer.push({ ecommerce: { items: [{ item_id: '1', item_name: ${name} }] } });`);
    for (const name of ["'Nivea'", "'{{ product.title }}'", 'product.name'])
      expect(await sensitiveFindings({ 'a.liquid': push(name) }, { sector: 'pharmacy' })).toEqual(PRODUCT);
    expect(await sensitiveFindings({ 'a.liquid': push("''") }, { sector: 'pharmacy' })).toEqual([]);
  });

  it('is not told where nothing reads it: the library of Google Analytics has no tags of others', async () => {
    const text = page(
      '<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234"></script>',
      `window.dataLayer = window.dataLayer || []; dataLayer.push({ ecommerce: { items: [{ ${TEST} }] } });`,
    );
    expect(await sensitiveFindings({ 'index.html': text })).toEqual([]);
    const none = page(`window.dataLayer = window.dataLayer || []; dataLayer.push({ items: [{ ${TEST} }] });`);
    expect(await sensitiveFindings({ 'index.html': none })).toEqual([]);
  });
});

describe('an event and a search that reveal something', () => {
  it.each<[string, string, string]>([
    ['an event of a revealing name', "{ event: 'graviditetstest_bestallt' }", 'warning likely event-name'],
    ['an event with a revealing value', "{ event: 'lead', topic: 'klamydia' }", 'warning likely event-name'],
    ['an event with a revealing key', '{ event: "quiz", erectile_dysfunction: true }', 'warning likely event-name'],
    ['a search', "{ event: 'search', search_term: 'klamydia' }", 'error likely search-term'],
  ])('%s', async (_, pushed, expected) => {
    const text = page(SNIPPET(), `dataLayer.push(${pushed});`);
    expect(await sensitiveFindings({ 'index.html': text })).toEqual([expected]);
  });
});

describe('ordinary shops', () => {
  it.each([
    "{ event: 'view_item', ecommerce: { currency: 'SEK', items: [{ item_name: 'Löparskor', item_category: 'Sport' }] } }",
    "{ event: 'view_item', ecommerce: { items: [{ item_name: '{{ product.title }}', item_id: '{{ product.sku }}' }] } }",
    "{ ecommerce: { impressions: [{ name: 'Vitamin D 100 st', category: 'Kosttillskott' }] } }",
    "{ event: 'search', search_term: query }",
    "{ event: 'abort_upload' }",
    "{ event: 'newsletter_signup', position: 'footer' }",
    "{ pageType: 'product', pageCategory: 'Skor', user: { loggedIn: false } }",
    "{ event: 'gtm.dom' }",
  ])('say nothing: %s', async (pushed) => {
    const text = page(SNIPPET(), `dataLayer.push(${pushed});`);
    expect(await sensitiveFindings({ 'index.html': text })).toEqual([]);
  });
});

describe('a container of the run', () => {
  const items = variable('Items', 'v', { name: 'ecommerce.items' });
  const pushed = page(`dataLayer = [{ ecommerce: { items: [{ ${TEST} }] } }];`, SNIPPET('GTM-TEST'));
  const sending = (key: string): string =>
    containerText({
      variables: [items],
      tags: [
        tag('T', 'gaawe', {
          eventName: 'view',
          measurementIdOverride: 'G-ABCDEF1234',
          eventSettingsTable: [{ parameter: key, parameterValue: '{{Items}}' }],
        }),
      ],
    });
  const quiet = containerText({ tags: [tag('T', 'html', { html: '<script>window.x = 1;</script>' })] });

  it('tells itself what it sends', async () => {
    expect(await sensitiveFindings({ 'index.html': pushed, 'gtm.json': sending('items') })).toEqual([
      'error certain product-content',
    ]);
    expect(await sensitiveFindings({ 'index.html': pushed, 'gtm.json': quiet })).toEqual([]);
  });

  it('says nothing of another one', async () => {
    const other = pushed.replace('GTM-TEST', 'GTM-OTHER');
    expect(await sensitiveFindings({ 'index.html': other, 'gtm.json': quiet })).toEqual(PRODUCT);
  });

  it('may be the one of which a script does not say', async () => {
    const script = `dataLayer.push({ ecommerce: { items: [{ ${TEST} }] } });`;
    expect(await sensitiveFindings({ 'shop.js': script, 'gtm.json': quiet })).toEqual([]);
  });
});
