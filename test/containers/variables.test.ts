/** Filters on variables that come to a choice by ways of their own: formats, tables, custom JavaScript, custom HTML. */
import { describe } from 'vitest';
import { type Json, type Parts, type Test, trigger, variable } from '../extract/gtm/build.ts';
import { pixel, type Row, testRows } from './support.ts';

const P = (more: Json = {}): Json => pixel('T', { firingTriggerId: ['1'], ...more });
const when = (filter: Test, ...variables: Json[]): Parts => ({
  tags: [P()],
  triggers: [trigger('1', 'PAGEVIEW', [filter])],
  variables,
});
const fmt = (k: string, value: string): Json => ({ formatValue: { [k]: { type: 'TEMPLATE', value } } });
const cookie = (more: Json = {}): Json => variable('C', 'k', { name: 'cookie_consent_ads' }, more);
const js = (code: string): Json => variable('J', 'jsm', { javascript: code });
const lut = (input: string, map: readonly Record<string, string>[], def?: string, type = 'smm'): Json =>
  variable('L', type, { input, map, ...(def === undefined ? {} : { setDefaultValue: 'true', defaultValue: def }) });
const OT = variable('OT', 'j', { name: 'OnetrustActiveGroups' });
const DL = variable('D', 'v', { name: 'consent.marketing' });
const DLdef = variable('D', 'v', { name: 'consent.marketing', setDefaultValue: 'true', defaultValue: 'granted' });
const DLden = variable('D', 'v', { name: 'consent.marketing', setDefaultValue: 'true', defaultValue: 'denied' });
const CB = variable('CB', 'j', { name: 'Cookiebot.consent.marketing' });
const h = (code: string, ...variables: Json[]): Parts => ({
  tags: [
    P({
      firingTriggerId: ['2147479553'],
      parameter: [{ type: 'TEMPLATE', key: 'html', value: `<script>${code}</script>` }],
    }),
  ],
  variables,
});

const ROWS: readonly Row[] = [
  ['html if cookiebot ref', h('if ({{CB}}) { fbq("init","1234567890123456"); }', CB), 'BBBBRR', ''],
  ['html if cookiebot ref === true', h('if ({{CB}} === true) { fbq("init","1234567890123456"); }', CB), 'BBBBRR', ''],
  ['html quoted ref', h('if ("{{CB}}" === "true") { fbq("init","1234567890123456"); }', CB), 'BBBBRR', ''],
  [
    'html OT indexOf',
    h('if ({{OT}} && {{OT}}.indexOf("C0004") > -1) { fbq("init","1234567890123456"); }', OT),
    'BBBBRR',
    '',
  ],
  [
    'html OT quoted includes',
    h('if ("{{OT}}".includes("C0004")) { fbq("init","1234567890123456"); }', OT),
    'BBBBRR',
    '',
  ],
  [
    'html OT wrong',
    h('if ({{OT}}.includes("C0002")) { fbq("init","1234567890123456"); }', OT),
    'BBBRBR',
    'wrong-category:E',
  ],
  ['cookie granted', when(['{{C}}', 'EQUALS', 'granted'], cookie()), 'BBBBRR', ''],
  [
    'cookie undefined->granted',
    when(['{{C}}', 'EQUALS', 'granted'], cookie(fmt('convertUndefinedToValue', 'granted'))),
    'RBBBRR',
    'ineffective-gate:E',
  ],
  [
    'cookie undefined->denied',
    when(['{{C}}', '!EQUALS', 'denied'], cookie(fmt('convertUndefinedToValue', 'denied'))),
    'BB???R',
    '',
  ],
  ['cookie != denied', when(['{{C}}', '!EQUALS', 'denied'], cookie()), 'RB???R', 'ineffective-gate:E'],
  [
    'cookie null->granted harmless',
    when(['{{C}}', 'EQUALS', 'granted'], cookie(fmt('convertNullToValue', 'granted'))),
    'BBBBRR',
    '',
  ],
  [
    'cookie lower-case',
    when(['{{C}}', 'EQUALS', 'granted'], cookie({ formatValue: { caseConversionType: 'LOWERCASE' } })),
    'BBBBRR',
    '',
  ],
  ['data layer default granted', when(['{{D}}', 'EQUALS', 'granted'], DLdef), 'RRRRRR', 'fires-before-consent:E'],
  ['data layer default denied', when(['{{D}}', 'EQUALS', 'granted'], DLden), '?????R', ''],
  ['data layer', when(['{{D}}', 'EQUALS', 'granted'], DL), '?????R', ''],
  ['data layer != denied', when(['{{D}}', '!EQUALS', 'denied'], DL), '?????R', ''],
  [
    'lookup over onetrust',
    when(['{{L}}', 'EQUALS', 'yes'], OT, lut('{{OT}}', [{ key: '.*C0004.*', value: 'yes' }], 'no', 'remm')),
    'BBBBRR',
    '',
  ],
  [
    'lookup over onetrust wrong',
    when(['{{L}}', 'EQUALS', 'yes'], OT, lut('{{OT}}', [{ key: '.*C0002.*', value: 'yes' }], 'no', 'remm')),
    'BBBRBR',
    'wrong-category:E',
  ],
  [
    'lookup over onetrust default yes',
    when(['{{L}}', 'EQUALS', 'yes'], OT, lut('{{OT}}', [{ key: '.*C0004.*', value: 'yes' }], 'yes', 'remm')),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'lookup over onetrust inverted',
    when(['{{L}}', 'EQUALS', 'denied'], OT, lut('{{OT}}', [{ key: '.*C0004.*', value: 'granted' }], 'denied', 'remm')),
    'RRRRBB',
    'ineffective-gate:E',
  ],
  [
    'lookup over cookie',
    when(['{{L}}', 'EQUALS', 'true'], cookie(), lut('{{C}}', [{ key: 'granted', value: 'true' }], 'false')),
    'BBBBRR',
    '',
  ],
  [
    'lookup over cookie fails open',
    when(['{{L}}', 'EQUALS', 'true'], cookie(), lut('{{C}}', [{ key: 'denied', value: 'false' }], 'true')),
    'RB???R',
    'ineffective-gate:E',
  ],
  [
    'js cookie helper',
    when(
      ['{{J}}', 'EQUALS', 'true'],
      js("function(){ return document.cookie.indexOf('cookie_consent_ads=granted') > -1; }"),
    ),
    'BBBBRR',
    '',
  ],
  [
    'js cookie inverted',
    when(
      ['{{J}}', 'EQUALS', 'true'],
      js("function(){ return document.cookie.indexOf('cookie_consent_ads=denied') === -1; }"),
    ),
    'RB???R',
    'ineffective-gate:E',
  ],
  [
    'js local storage json',
    when(
      ['{{J}}', 'EQUALS', 'true'],
      js(
        "function(){ try { return JSON.parse(localStorage.getItem('consent')).marketing === true; } catch (e) { return false; } }",
      ),
    ),
    'BBBBRR',
    '',
  ],
  [
    'js catch true',
    when(
      ['{{J}}', 'EQUALS', 'true'],
      js(
        "function(){ try { return JSON.parse(localStorage.getItem('consent')).marketing === true; } catch (e) { return true; } }",
      ),
    ),
    'RBBBRR',
    'ineffective-gate:E',
  ],
  [
    'js of reference',
    when(['{{J}}', 'EQUALS', 'true'], cookie(), js("function(){ return {{C}} === 'granted'; }")),
    'BBBBRR',
    '',
  ],
  [
    'js of reference undefined ok',
    when(['{{J}}', 'EQUALS', 'true'], cookie(), js("function(){ return {{C}} !== 'denied'; }")),
    'RB???R',
    'ineffective-gate:E',
  ],
  [
    'js cookiebot',
    when(
      ['{{J}}', 'EQUALS', 'true'],
      js('function(){ return window.Cookiebot && Cookiebot.consent && Cookiebot.consent.marketing; }'),
    ),
    'BBBBRR',
    '',
  ],
  [
    'js onetrust groups',
    when(
      ['{{J}}', 'EQUALS', 'true'],
      js("function(){ return window.OnetrustActiveGroups && window.OnetrustActiveGroups.indexOf('C0004') !== -1; }"),
    ),
    'BBBBRR',
    '',
  ],
  [
    'js onetrust via ref',
    when(
      ['{{J}}', 'EQUALS', 'true'],
      OT,
      js("function(){ var g = {{OT}}; return g ? g.split(',').indexOf('C0004') > -1 : false; }"),
    ),
    'BBBBRR',
    '',
  ],
  [
    'js onetrust true while absent',
    when(
      ['{{J}}', 'EQUALS', 'true'],
      OT,
      js("function(){ var g = {{OT}}; if (!g) return true; return g.indexOf('C0004') > -1; }"),
    ),
    'RRRRRR',
    'ineffective-gate:E',
  ],
  [
    'js always true',
    when(['{{J}}', 'EQUALS', 'true'], js('function(){ return true; }')),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'js timer',
    when(['{{J}}', 'EQUALS', 'true'], js('function(){ return new Date().getHours() > 6; }')),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'js google_tag_data ics',
    when(
      ['{{J}}', 'EQUALS', 'granted'],
      js("function(){ return google_tag_data.ics.entries.ad_storage.update ? 'granted' : 'denied'; }"),
    ),
    '?????R',
    '',
  ],
  [
    'constant consent true',
    when(['{{K}}', 'EQUALS', 'true'], variable('K', 'c', { value: 'true' })),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  ['undefined var', when(['{{nothing}}', 'EQUALS', 'true']), 'RRRRRR', 'fires-before-consent:E'],
  [
    'url param consent',
    when(['{{U}}', 'EQUALS', '1'], variable('U', 'u', { component: 'QUERY', queryKey: 'consent' })),
    '?????R',
    '',
  ],
  ['page path', when(['{{Page Path}}', '!CONTAINS', '/admin']), 'RRRRRR', 'fires-before-consent:E'],
  [
    'a constant to be filled in: %%UA_ID%%',
    when(['{{ID}}', 'CONTAINS', '-'], variable('ID', 'c', { value: '%%UA_ID%%' })),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'a constant to be filled in: __PIXEL_ID__',
    when(['{{ID}}', 'CONTAINS', '-'], variable('ID', 'c', { value: '__PIXEL_ID__' })),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'a constant to be filled in: ${GA_ID}',
    when(['{{ID}}', 'MATCH_REGEX', '^G-'], variable('ID', 'c', { value: '${GA_ID}' })),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'a constant to be filled in: YOUR_PIXEL_ID',
    when(['{{ID}}', 'STARTS_WITH', '1'], variable('ID', 'c', { value: 'YOUR_PIXEL_ID' })),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'a constant to be filled in: G-XXXXXXXXXX',
    when(['{{ID}}', 'EQUALS', 'G-ABCDEF1234'], variable('ID', 'c', { value: 'G-XXXXXXXXXX' })),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'a constant to be filled in: insert id here',
    when(['{{ID}}', 'EQUALS', '1'], variable('ID', 'c', { value: 'insert id here' })),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  ['a constant that says no', when(['{{ID}}', 'CONTAINS', '-'], variable('ID', 'c', { value: 'none' })), '-', ''],
];

describe('variables', () => testRows(ROWS, /^consent\//));
