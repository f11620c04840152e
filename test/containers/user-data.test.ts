/** What containers hand over about the visitor, by the ways of real containers. */
import { describe, expect, it } from 'vitest';
import { containerText, type Json, onEvent, type Parts, tag, variable } from '../extract/gtm/build.ts';
import { foundIn, judgeText } from './support.ts';

const MAIL = variable('DLV - email', 'v', { name: 'user.email', dataLayerVersion: '2' });
const PHONE = variable('DLV - phone', 'v', { name: 'user.phone' });
const HASHED = variable('DLV - email hashed', 'v', { name: 'user.sha256_email' });
const USER = variable('DLV - user_data', 'v', { name: 'user_data' });
const PLAN = variable('DLV - plan', 'v', { name: 'user.plan' });
const js = (name: string, javascript: string): Json => variable(name, 'jsm', { javascript });
const TRIMMED = js(
  'JS - email',
  'function() { var e = {{DLV - email}}; return e ? e.trim().toLowerCase() : undefined; }',
);
const DIGEST = js('JS - sha256 email', 'function() { return sha256({{DLV - email}}); }');
const OF_USER = js('JS - email of user', 'function() { return {{DLV - user_data}} && {{DLV - user_data}}.email; }');
const FIELD = js('JS - field', "function() { return document.querySelector('input[name=email]').value; }");
const STORED = js('JS - stored', "function() { return JSON.parse(localStorage.getItem('customer')).email; }");
const LOOKED = variable('LT - email', 'smm', {
  input: '{{Event}}',
  map: [
    { key: 'purchase', value: '{{DLV - email}}' },
    { key: 'generate_lead', value: '{{JS - field}}' },
  ],
});
const VARIABLES = [MAIL, PHONE, HASHED, USER, PLAN, TRIMMED, DIGEST, OF_USER, FIELD, STORED, LOOKED];

const GA4 = (table: readonly Record<string, string>[], more: Record<string, string> = {}): Json =>
  tag('T', 'gaawe', {
    eventName: 'purchase',
    measurementIdOverride: 'G-ABCDEF1234',
    eventSettingsTable: table,
    ...more,
  });
const row = (parameter: string, parameterValue: string): Record<string, string> => ({ parameter, parameterValue });
const awec = (mode: string, given: Record<string, string> = {}): Json => variable('UPD', 'awec', { mode, ...given });
const ADS = (more: Record<string, string>): Json =>
  tag('T', 'awct', { conversionId: '123456789', conversionLabel: 'abc', ...more });
const html = (code: string): Json => tag('T', 'html', { html: code });
const FBQ = "<script>fbq('init', '1234567890123456'";
const template = (owner: string, repository: string): Json => ({
  templateId: '5',
  name: 'Template',
  galleryReference: { host: 'github.com', owner, repository },
  templateData: '',
});
const META = template('facebookarchive', 'GoogleTagManager-WebTemplate-For-FacebookPixel');
const TIKTOK = template('tiktok', 'gtm-template-pixel');
const meta = (more: Parameters<typeof tag>[2]): Parts => ({
  templates: [META],
  tags: [
    tag('T', 'cvt_1_5', { pixelId: '1234567890123456', eventName: 'standard', standardEventName: 'Purchase', ...more }),
  ],
});
const tiktok = (more: Parameters<typeof tag>[2]): Parts => ({
  templates: [TIKTOK],
  tags: [
    tag('T', 'cvt_1_5', {
      pixel_code: 'C0ABCDEFGHIJKLMNOPQR',
      event: 'CompletePayment',
      enhance_ecomm: 'false',
      ...more,
    }),
  ],
});
const matched = (value: string): Parts =>
  meta({ advancedMatching: 'true', advancedMatchingList: [{ name: 'em', value }] });
const one = (...tags: Json[]): Parts => ({ tags });

const RAW = 'advanced-matching:E';
const DIGESTED = 'advanced-matching:W';
const AUTO = 'automatic-advanced-matching:W';
const EVENT = 'personal-data-in-event:E';

type Row = readonly [name: string, parts: Parts, found: string];
const ROWS: readonly Row[] = [
  [
    'Ads, MANUAL, e-mail',
    {
      ...one(ADS({ enableEnhancedConversion: 'true', cssProvidedEnhancedConversionValue: '{{UPD}}' })),
      variables: [awec('MANUAL', { email: '{{DLV - email}}' })],
    },
    RAW,
  ],
  [
    'Ads, MANUAL, hashed',
    {
      ...one(ADS({ enableEnhancedConversion: 'true', cssProvidedEnhancedConversionValue: '{{UPD}}' })),
      variables: [awec('MANUAL', { email: '{{DLV - email hashed}}' })],
    },
    DIGESTED,
  ],
  [
    'Ads, MANUAL, all empty',
    {
      ...one(ADS({ enableEnhancedConversion: 'true', cssProvidedEnhancedConversionValue: '{{UPD}}' })),
      variables: [awec('MANUAL', { email: '', phone_number: '' })],
    },
    '',
  ],
  [
    'Ads, CODE',
    {
      ...one(ADS({ enableEnhancedConversion: 'true', cssProvidedEnhancedConversionValue: '{{UPD}}' })),
      variables: [awec('CODE', { dataSource: '{{DLV - user_data}}' })],
    },
    RAW,
  ],
  [
    'Ads, AUTO',
    {
      ...one(ADS({ enableEnhancedConversion: 'true', cssProvidedEnhancedConversionValue: '{{UPD}}' })),
      variables: [awec('AUTO', { autoEmailEnabled: 'true', autoPhoneEnabled: 'true' })],
    },
    AUTO,
  ],
  [
    'Ads, AUTO, everything off',
    {
      ...one(ADS({ enableEnhancedConversion: 'true', cssProvidedEnhancedConversionValue: '{{UPD}}' })),
      variables: [awec('AUTO', { autoEmailEnabled: 'false', autoPhoneEnabled: 'false', autoAddressEnabled: 'false' })],
    },
    '',
  ],
  [
    'Ads, switched off',
    {
      ...one(ADS({ enableEnhancedConversion: 'false', cssProvidedEnhancedConversionValue: '{{UPD}}' })),
      variables: [awec('MANUAL', { email: '{{DLV - email}}' })],
    },
    '',
  ],
  [
    'Ads, the field left there',
    {
      ...one(ADS({ cssProvidedEnhancedConversionValue: '{{UPD}}' })),
      variables: [awec('MANUAL', { email: '{{DLV - email}}' })],
    },
    '',
  ],
  [
    'Ads user data event',
    {
      ...one(tag('T', 'awud', { conversionId: '123456789', userDataVariable: '{{UPD}}' })),
      variables: [awec('MANUAL', { email: '{{DLV - email}}' })],
    },
    RAW,
  ],
  [
    'GA4, userDataVariable',
    {
      ...one(GA4([], { enhancedUserId: 'true', userDataVariable: '{{UPD}}' })),
      variables: [awec('MANUAL', { email: '{{DLV - email}}', phone_number: '{{DLV - phone}}' })],
    },
    RAW,
  ],
  [
    'GA4, userDataVariable, ticked off',
    {
      ...one(GA4([], { enhancedUserId: 'false', userDataVariable: '{{UPD}}' })),
      variables: [awec('MANUAL', { email: '{{DLV - email}}' })],
    },
    '',
  ],
  [
    'GA4, user_data in the table',
    { ...one(GA4([row('user_data', '{{UPD}}')])), variables: [awec('MANUAL', { email: '{{DLV - email}}' })] },
    RAW,
  ],
  ['GA4, user_data of the data layer', one(GA4([row('user_data', '{{DLV - user_data}}')])), RAW],
  ['GA4, user_data.email_address', one(GA4([row('user_data.email_address', '{{DLV - email}}')])), RAW],
  ['GA4, e-mail as a parameter', one(GA4([row('customer_email', '{{DLV - email}}')])), EVENT],
  ['GA4, e-mail under another name', one(GA4([row('label', '{{DLV - email}}')])), EVENT],
  [
    'GA4, phone in the old table',
    one(
      tag('T', 'gaawe', {
        eventName: 'lead',
        measurementIdOverride: 'G-ABCDEF1234',
        eventParameters: [{ name: 'phone_number', value: '{{DLV - phone}}' }],
      }),
    ),
    RAW,
  ],
  [
    'GA4, a settings variable',
    {
      ...one(GA4([], { eventSettingsVariable: '{{ES}}' })),
      variables: [variable('ES', 'gtes', { eventSettingsTable: [row('email', '{{DLV - email}}')] })],
    },
    RAW,
  ],
  ['GA4, a user property', one(GA4([], {})), ''],
  [
    'GA4, user properties of a settings variable',
    {
      ...one(GA4([], { eventSettingsVariable: '{{ES}}' })),
      variables: [variable('ES', 'gtes', { userProperties: [{ name: 'email', value: '{{DLV - email}}' }] })],
    },
    RAW,
  ],
  ['GA4, user_id', one(GA4([row('user_id', '{{DLV - id}}')])), DIGESTED],
  ['GA4, user_id that is an e-mail', one(GA4([row('user_id', '{{DLV - email}}')])), RAW],
  ['GA4, a plan', one(GA4([row('plan', '{{DLV - plan}}')])), ''],
  [
    'GA4, a method',
    one(GA4([row('method', 'email'), row('email_opt_in', 'true'), row('phone_model', '{{DLV - model}}')])),
    '',
  ],
  [
    'GA4, page location with the e-mail',
    one(GA4([row('page_location', 'https://shop.example/?email={{DLV - email}}')])),
    EVENT,
  ],
  [
    'Google tag, user_data',
    {
      ...one(tag('T', 'googtag', { tagId: 'G-ABCDEF1234', configSettingsTable: [row('user_data', '{{UPD}}')] })),
      variables: [awec('MANUAL', { email: '{{DLV - email}}' })],
    },
    RAW,
  ],
  [
    'Google tag, user_data that is automatic',
    {
      ...one(tag('T', 'googtag', { tagId: 'AW-123456789', configSettingsTable: [row('user_data', '{{UPD}}')] })),
      variables: [awec('AUTO')],
    },
    AUTO,
  ],
  [
    'Google tag, settings variable',
    {
      ...one(tag('T', 'googtag', { tagId: 'G-ABCDEF1234', configSettingsVariable: '{{CS}}' })),
      variables: [variable('CS', 'gtcs', { configSettingsTable: [row('user_id', '{{DLV - id}}')] })],
    },
    DIGESTED,
  ],
  [
    'Google tag, send_page_view',
    one(
      tag('T', 'googtag', {
        tagId: 'G-ABCDEF1234',
        configSettingsTable: [row('send_page_view', 'false'), row('server_container_url', 'https://sgtm.shop.example')],
      }),
    ),
    '',
  ],
  [
    'Floodlight, a variable of its own',
    one(
      tag('T', 'flc', {
        advertiserId: '1234567',
        groupTag: 'a',
        activityTag: 'b',
        customVariable: [{ key: 'u1', value: '{{DLV - email}}' }],
      }),
    ),
    EVENT,
  ],
  [
    'Floodlight, an order value',
    one(
      tag('T', 'fls', {
        advertiserId: '1234567',
        groupTag: 'a',
        activityTag: 'b',
        customVariable: [{ key: 'u1', value: '{{DLV - plan}}' }],
      }),
    ),
    '',
  ],
  ['Meta, the list', matched('{{DLV - email}}'), RAW],
  ['Meta, the list, hashed', matched('{{DLV - email hashed}}'), DIGESTED],
  ['Meta, the list, hashed by code', matched('{{JS - sha256 email}}'), DIGESTED],
  ['Meta, the list, trimmed', matched('{{JS - email}}'), RAW],
  ['Meta, the list, of an object', matched('{{JS - email of user}}'), RAW],
  ['Meta, the list, by a table', matched('{{LT - email}}'), RAW],
  ['Meta, the list, of the storage', matched('{{JS - stored}}'), RAW],
  [
    'Meta, the list that is off',
    meta({ advancedMatching: 'false', advancedMatchingList: [{ name: 'em', value: '{{DLV - email}}' }] }),
    '',
  ],
  [
    'Meta, the list left empty',
    meta({ advancedMatching: 'true', advancedMatchingList: [{ name: 'em', value: '' }] }),
    '',
  ],
  ['Meta, e-mail as a property', meta({ objectPropertyList: [{ name: 'email', value: '{{DLV - email}}' }] }), RAW],
  ['Meta, value as a property', meta({ objectPropertyList: [{ name: 'value', value: '{{DLV - value}}' }] }), ''],
  ['TikTok, e-mail', tiktok({ email: '{{DLV - email}}' }), RAW],
  ['TikTok, hashed phone', tiktok({ phone: '{{DLV - phone sha256}}' }), DIGESTED],
  ['TikTok, empty fields', tiktok({ email: '', phone: '' }), ''],
  [
    'a custom image with the e-mail',
    one(
      tag('T', 'img', {
        url: 'https://www.facebook.com/tr?id=1234567890123456&ev=Lead&ud[em]={{DLV - email}}',
        useCacheBuster: 'true',
      }),
    ),
    RAW,
  ],
  [
    'a custom image with a mail in the query',
    one(tag('T', 'img', { url: 'https://ct.pinterest.com/v3/?tid=2612345678901&event=lead&email={{DLV - email}}' })),
    RAW,
  ],
  [
    'a custom image with an order',
    one(
      tag('T', 'img', { url: 'https://ct.pinterest.com/v3/?tid=2612345678901&event=checkout&value={{DLV - value}}' }),
    ),
    '',
  ],
  ['custom HTML, bare', one(html(`${FBQ}, { em: {{DLV - email}} });</script>`)), RAW],
  ['custom HTML, quoted', one(html(`${FBQ}, { em: '{{DLV - email}}', ph: '{{DLV - phone}}' });</script>`)), RAW],
  ['custom HTML, hashed', one(html(`${FBQ}, { em: '{{DLV - email hashed}}' });</script>`)), DIGESTED],
  [
    'custom HTML, by a variable',
    one(html(`<script>var mail = {{DLV - email}}; fbq('init', '1234567890123456', { em: mail });</script>`)),
    RAW,
  ],
  ['custom HTML, the whole object', one(html(`${FBQ}, {{DLV - user_data}});</script>`)), RAW],
  [
    'custom HTML, an attribute',
    one(
      html(
        `<img height="1" width="1" src="https://www.facebook.com/tr?id=1234567890123456&ev=Lead&ud[em]={{DLV - email}}">`,
      ),
    ),
    RAW,
  ],
  [
    'custom HTML, in an address',
    one(
      html(
        `<script>new Image().src = 'https://www.facebook.com/tr?id=1234567890123456&ev=Lead&ud[em]=' + encodeURIComponent({{DLV - email}});</script>`,
      ),
    ),
    RAW,
  ],
  [
    'custom HTML, a field',
    one(html(`<script>fbq('init', '1234567890123456', { em: document.getElementById('email').value });</script>`)),
    RAW,
  ],
  ['custom HTML, TikTok identify', one(html(`<script>ttq.identify({ email: '{{DLV - email}}' });</script>`)), RAW],
  [
    'custom HTML, gtag set user_data',
    one(html(`<script>gtag('set', 'user_data', { email: '{{DLV - email}}' });</script>`)),
    RAW,
  ],
  [
    'custom HTML, only the data layer',
    one(html(`<script>dataLayer.push({ event: 'lead', email: '{{DLV - email}}' });</script>`)),
    'personal-data-in-event:E',
  ],
  ['custom HTML, a log', one(html(`<script>console.log({{DLV - email}});</script>`)), ''],
  [
    'custom HTML, a function that sends',
    one(
      html(
        `<script>(function(m){ fbq('init', '1234567890123456', { em: m.toLowerCase().trim() }); })({{DLV - email}});</script>`,
      ),
    ),
    RAW,
  ],
  [
    'Criteo, hashed',
    one(
      html(
        `<script>window.criteo_q = window.criteo_q || []; window.criteo_q.push({ event: 'setAccount', account: 12345 }, { event: 'setEmail', email: '{{DLV - email hashed}}', hash_method: 'sha256' });</script>`,
      ),
    ),
    DIGESTED,
  ],
  [
    'paused',
    { tags: (matched('{{DLV - email}}').tags ?? []).map((it) => ({ ...it, paused: true })), templates: [META] },
    'advanced-matching:N',
  ],
  [
    'on an event',
    {
      ...matched('{{DLV - email}}'),
      triggers: [onEvent('1', 'purchase')],
      tags: (matched('{{DLV - email}}').tags ?? []).map((it) => ({ ...it, firingTriggerId: ['1'] })),
    },
    RAW,
  ],
];

describe('user data', () => {
  it.each(ROWS)('%s', async (_name, parts, found) => {
    const variables = [
      ...VARIABLES,
      ...['id', 'model', 'value', 'phone sha256'].map((name) =>
        variable(`DLV - ${name}`, 'v', { name: name.replace(' ', '_') }),
      ),
      ...(parts.variables ?? []),
    ];
    expect(foundIn(await judgeText(containerText({ ...parts, variables })), /^data\/(?!automatic-events)/)).toBe(found);
  });
});

describe('what one repair clears', () => {
  const criteo = `<script>window.criteo_q = window.criteo_q || [];
    if ({{DLV - plan}}) { criteo_q.push({ event: 'setEmail', email: '{{DLV - email}}' }); }
    else { criteo_q.push({ event: 'setEmail', email: '{{DLV - email}}' }); }</script>`;
  const causes = async (parts: Parts): Promise<number> => {
    const { result } = await judgeText(containerText({ variables: VARIABLES, ...parts }));
    return new Set(result.findings.filter(({ rule }) => rule === 'data/advanced-matching').map(({ cause }) => cause))
      .size;
  };

  it('is one cause for the tags of a vendor, where in their texts it may stand', async () => {
    expect(await causes({ tags: [tag('A', 'html', { html: criteo }), tag('B', 'html', { html: criteo })] })).toBe(1);
  });

  it('is a settings variable, for those that use it', async () => {
    const settings = variable('ES', 'gtes', { eventSettingsTable: [row('user_id', '{{DLV - email}}')] });
    const events = ['A', 'B', 'C'].map((name) => ({
      ...GA4([], { eventSettingsVariable: '{{ES}}' }),
      tagId: name,
      name,
    }));
    const parts = { tags: [...events, GA4([row('user_id', '{{DLV - email}}')])], variables: [...VARIABLES, settings] };
    expect(await causes(parts)).toBe(2);
  });

  it('is one product that is switched off, whatever its tags hand over', async () => {
    const id = variable('ID', 'k', { name: 'customer_id' });
    const ua = (name: string): Json => ({
      ...tag('T', 'ua', {
        trackType: 'TRACK_EVENT',
        trackingId: 'UA-1234567-1',
        fieldsToSet: [{ fieldName: 'userId', value: '{{ID}}' }],
      }),
      tagId: name,
      name,
    });
    const { result } = await judgeText(containerText({ tags: [ua('A'), ua('B')], variables: [id] }));
    const about = result.findings.filter(({ rule }) => /retired-product|advanced-matching/.test(rule));
    expect([about.length, new Set(about.map(({ cause }) => cause)).size]).toEqual([4, 1]);
  });
});
