/** What containers tell of health and other special categories: products, pages, events, on sensitive sites and on others. */
import { describe, expect, it } from 'vitest';
import type { SiteProfile, Strictness } from '../../src/model/profile.ts';
import {
  containerText,
  type Json,
  onEvent,
  type Parts,
  type Test,
  tag,
  trigger,
  variable,
} from '../extract/gtm/build.ts';
import { foundIn, judgeText } from './support.ts';

const js = (name: string, javascript: string): Json => variable(name, 'jsm', { javascript });
const PATH = variable('P', 'u', { component: 'PATH' });
const ITEMS = variable('Items', 'v', { name: 'ecommerce.items' });
const VARIABLES = [
  PATH,
  ITEMS,
  variable('Title', 'j', { name: 'document.title' }),
  variable('Href', 'j', { name: 'location.href' }),
  variable('Item name', 'v', { name: 'ecommerce.items.0.item_name' }),
  variable('Old name', 'v', { name: 'ecommerce.purchase.products.0.name' }),
  variable('Item category', 'v', { name: 'ecommerce.items.0.item_category' }),
  variable('Item price', 'v', { name: 'ecommerce.items.0.price' }),
  variable('User name', 'v', { name: 'user.segment' }),
  variable('Currency', 'v', { name: 'ecommerce.currency' }),
  variable('By path', 'smm', {
    input: '{{P}}',
    setDefaultValue: 'true',
    defaultValue: 'other',
    map: [
      { key: '/pill', value: 'Morning after pill' },
      { key: '/socks', value: 'Wool socks' },
    ],
  }),
  variable('By path, harmless', 'smm', { input: '{{P}}', map: [{ key: '/socks', value: 'Wool socks' }] }),
  js(
    'Listed',
    'function () { var n = [], i, all = {{Items}} || []; for (i = 0; i < all.length; i++) { n.push(all[i].item_name); } return n.join(); }',
  ),
  js('As text', 'function () { return JSON.stringify({{Items}}); }'),
  js('Count', 'function () { return {{Items}}.length; }'),
];
const GA4 = (parameter: string, parameterValue: string): Json =>
  tag('T', 'gaawe', {
    eventName: 'purchase',
    measurementIdOverride: 'G-ABCDEF1234',
    eventSettingsTable: [{ parameter, parameterValue }],
  });
const html = (code: string, name = 'T', more: Json = {}): Json =>
  tag(name, 'html', { html: `<script>${code}</script>` }, more);
const VIEW = (content: string) => `fbq('track', 'ViewContent', { ${content} });`;
const ADS = (more: Json = {}): Json => tag('T', 'awct', { conversionId: '123456789', conversionLabel: 'abc' }, more);
const FIRED = { firingTriggerId: ['1'] };
const onPage = (filter: Test, one = ADS(FIRED)): Parts => ({
  tags: [one],
  triggers: [trigger('1', 'PAGEVIEW', [filter])],
});

/** Found in any shop, and found in a pharmacy. */
type Row = readonly [name: string, parts: Parts, general: string, pharmacy: string];

const CONTENT = 'product-content:E';
const EVENT = 'event-name:W';
const PAGE = 'page-context:W';

const ROWS: readonly Row[] = [
  ['the list of products', { tags: [GA4('items', '{{Items}}')] }, '', CONTENT],
  ['the name of a product in a parameter of the site', { tags: [GA4('what', '{{Item name}}')] }, '', CONTENT],
  ['the name of a product of Universal Analytics', { tags: [GA4('what', '{{Old name}}')] }, '', CONTENT],
  ['the category of a product', { tags: [GA4('group', '{{Item category}}')] }, '', CONTENT],
  ['names put together in a loop', { tags: [GA4('names', '{{Listed}}')] }, '', CONTENT],
  ['the list as text', { tags: [GA4('contents', '{{As text}}')] }, '', CONTENT],
  ['how many products there are', { tags: [GA4('count', '{{Count}}')] }, '', ''],
  ['a price', { tags: [GA4('price', '{{Item price}}')] }, '', ''],
  ['a currency', { tags: [GA4('currency', '{{Currency}}')] }, '', ''],
  ['another place of the data layer', { tags: [GA4('segment', '{{User name}}')] }, '', ''],
  ['a lookup table with a telling name', { tags: [html(VIEW('content_name: {{By path}}'))] }, CONTENT, CONTENT],
  ['a lookup table with harmless names', { tags: [html(VIEW('content_name: {{By path, harmless}}'))] }, '', CONTENT],
  ['the path as a name of content', { tags: [html(VIEW('content_name: {{P}}'))] }, '', CONTENT],
  ['the title as a name of content', { tags: [html(VIEW('content_name: {{Title}}'))] }, '', CONTENT],
  [
    'a telling event',
    { tags: [tag('T', 'gaawe', { eventName: 'hiv_test_booked', measurementIdOverride: 'G-ABCDEF1234' })] },
    EVENT,
    EVENT,
  ],
  ['a tag with a telling name', { tags: [html("fbq('track', 'Lead');", 'Meta - HIV test lead')] }, EVENT, EVENT],
  ['a telling event of a trigger', { tags: [ADS(FIRED)], triggers: [onEvent('1', 'hiv_test_ordered')] }, EVENT, EVENT],
  ['a harmless event of a trigger', { tags: [ADS(FIRED)], triggers: [onEvent('1', 'order_completed')] }, '', ''],
  [
    'one of several events',
    {
      tags: [ADS({ firingTriggerId: ['1', '2'] })],
      triggers: [onEvent('1', 'hiv_test_ordered'), onEvent('2', 'order_completed')],
    },
    '',
    '',
  ],
  ['a page by its path', onPage(['{{Page Path}}', 'CONTAINS', '/erectile-dysfunction']), PAGE, PAGE],
  ['a page by an expression', onPage(['{{Page URL}}', 'MATCH_REGEX', '.*/(depression|anxiety)-test.*']), PAGE, PAGE],
  ['a page by a variable of its path', onPage(['{{P}}', 'STARTS_WITH', '/hiv-test']), PAGE, PAGE],
  ['a page by the address that a variable reads', onPage(['{{Href}}', 'CONTAINS', 'hiv-test']), PAGE, PAGE],
  ['a page by its title', onPage(['{{Title}}', 'CONTAINS', 'HIV test']), PAGE, PAGE],
  [
    'an event on a page',
    {
      tags: [ADS(FIRED)],
      triggers: [onEvent('1', 'form_sent', [['{{Page Path}}', 'CONTAINS', '/hiv-test']])],
    },
    PAGE,
    PAGE,
  ],
  ['a page where people ask for care', onPage(['{{Page Path}}', 'CONTAINS', '/book-appointment']), '', PAGE],
  ['a harmless page', onPage(['{{Page Path}}', 'CONTAINS', '/checkout']), '', ''],
  ['every page but one', onPage(['{{Page Path}}', '!CONTAINS', '/hiv-test']), '', ''],
  ['a link to a page', onPage(['{{Click URL}}', 'CONTAINS', '/hiv-test']), '', ''],
  ['the page before', onPage(['{{Referrer}}', 'CONTAINS', '/hiv-test']), '', ''],
  [
    'a page, and all others',
    { ...onPage(['{{Page Path}}', 'CONTAINS', '/hiv-test']), tags: [ADS({ firingTriggerId: ['1', '2147479553'] })] },
    '',
    '',
  ],
  [
    'a tag that tells nobody',
    onPage(['{{Page Path}}', 'CONTAINS', '/hiv-test'], html("console.log('here');", 'T', FIRED)),
    '',
    '',
  ],
];

const about = /^sensitive\//;
const foundOn = async (parts: Parts, profile: Partial<SiteProfile>) =>
  foundIn(await judgeText(containerText({ ...parts, variables: VARIABLES }), { profile }), about);

describe('what a container tells', () => {
  it.each(ROWS)('%s', async (_, parts, general, pharmacy) => {
    expect([await foundOn(parts, {}), await foundOn(parts, { sector: 'pharmacy' })]).toEqual([general, pharmacy]);
  });
});

describe('a sensitive path of the configuration', () => {
  const profile = { sensitivePaths: ['/halsa/*'] };
  it('counts where a trigger asks for it', async () => {
    expect(await foundOn(onPage(['{{Page Path}}', 'STARTS_WITH', '/halsa/']), profile)).toBe(PAGE);
    expect(await foundOn(onPage(['{{Page Path}}', 'EQUALS', '/halsa']), profile)).toBe(PAGE);
    expect(await foundOn(onPage(['{{Page Path}}', 'CONTAINS', '/hall']), profile)).toBe('');
  });
});

describe('a tag on a sensitive page', () => {
  it('is a note where it waits for consent, and where it is paused', async () => {
    const parts = (more: Json) =>
      onPage(['{{Page Path}}', 'CONTAINS', '/hiv-test'], html("fbq('track', 'Lead');", 'T', { ...FIRED, ...more }));
    const checks = {
      consentStatus: 'NEEDED',
      consentType: { type: 'LIST', list: [{ type: 'TEMPLATE', value: 'ad_storage' }] },
    };
    expect(await foundOn(parts({ paused: true }), {})).toBe('page-context:N');
    const denied = { defaultsOnPage: 'denied' } as const;
    expect(await foundOn(parts({ consentSettings: checks }), denied)).toBe('page-context:N');
  });
});

describe('what fills a parameter of the site', () => {
  const foundWith = async (javascript: string, strictness: Strictness = 'strict') => {
    const parts = {
      tags: [html("gtag('event', 'view', { segment: {{V}} });")],
      variables: [...VARIABLES, js('V', `function () { return ${javascript}; }`)],
    };
    return foundIn(await judgeText(containerText(parts), { profile: { sector: 'pharmacy' }, strictness }), about);
  };

  it('is a product name as it stands, and possibly one where a function out of sight makes something of it', async () => {
    expect(await foundWith('{{Item name}}.trim().toLowerCase()', 'default')).toBe('product-content:E');
    expect(await foundWith('segmentOf({{Item name}})')).toBe('product-content:N');
    expect(await foundWith('segmentOf({{Item name}})', 'default')).toBe('');
    expect(await foundWith('segmentOf({{Items}})')).toBe('');
  });

  it('is what was searched for, also where that is one of several', async () => {
    const words = "new URLSearchParams(location.search).get('q')";
    expect(await foundWith(words, 'default')).toBe('search-term:E');
    expect(await foundWith(`window.found ? ${words} : 'none'`, 'default')).toBe('search-term:E');
  });
});
