import type { Case } from './support.ts';

const GATED = 'blocked r:blocked m:runs s:blocked a:runs';

/** A: guards on the state of a consent platform. */
export const guardCases: readonly Case[] = [
  ['1 getter', `if (CookieInformation.getConsentGivenFor('cookie_cat_marketing')) { PIX }`, GATED],
  [
    '1 getter, minified',
    `window.CookieInformation&&CookieInformation.getConsentGivenFor("cookie_cat_marketing")&&INSERT;`,
    GATED,
  ],
  [
    '1 getter, helper with optional chaining',
    `LOADS const ok = () => window.CookieInformation?.getConsentGivenFor?.('cookie_cat_marketing') ?? false; if (ok()) loadPixel();`,
    GATED,
  ],
  [
    '1 getter compared',
    `LOADS
if (typeof CookieInformation !== 'undefined' && CookieInformation.getConsentGivenFor('cookie_cat_marketing') === true) loadPixel();`,
    GATED,
  ],
  [
    '1 getter behind a table of categories',
    `LOADS
var CAT = { ads: 'cookie_cat_marketing', stats: 'cookie_cat_statistic' };
function may(k) { return !!(window.CookieInformation && CookieInformation.getConsentGivenFor(CAT[k])); }
if (may('ads')) loadPixel();`,
    GATED,
  ],
  [
    '1 getter, wrong entry of the table',
    `LOADS
var CAT = { ads: 'cookie_cat_marketing', stats: 'cookie_cat_statistic' };
function may(k) { return !!(window.CookieInformation && CookieInformation.getConsentGivenFor(CAT[k])); }
if (may('stats')) loadPixel();`,
    'blocked s:runs m:blocked a:runs',
  ],
  ['2 property', `if (window.Cookiebot && Cookiebot.consent && Cookiebot.consent.marketing) { PIX }`, GATED],
  ['2 property, optional chaining', `if (window.Cookiebot?.consent?.marketing) { PIX }`, GATED],
  [
    '2 property, destructured with defaults',
    `const { consent: { marketing = false } = {} } = window.Cookiebot || {}; if (marketing) { PIX }`,
    GATED,
  ],
  [
    '2 property, brackets and a variable',
    `var cat = 'marketing'; if (window['Cookiebot']['consent'][cat]) { PIX }`,
    GATED,
  ],
  ['2 property, ternary', `LOADS Cookiebot.consent.marketing ? loadPixel() : console.log('no consent');`, GATED],
  [
    '2 property, class with a method',
    `LOADS
class ConsentGate {
  constructor(category) { this.category = category; }
  get granted() { return Boolean(window.Cookiebot && Cookiebot.consent && Cookiebot.consent[this.category]); }
  run(fn) { if (this.granted) { fn(); } }
}
new ConsentGate('marketing').run(loadPixel);`,
    GATED,
  ],
  [
    '2 property, class whose guard is ignored',
    `LOADS
class ConsentGate {
  granted() { return Boolean(window.Cookiebot && Cookiebot.consent.marketing); }
  run(fn) { this.granted(); fn(); }
}
new ConsentGate().run(loadPixel);`,
    'runs r:runs',
  ],
  [
    '2 property, switch over true',
    `switch (true) { case Cookiebot.consent.marketing: PIX break; default: console.log('x'); }`,
    GATED,
  ],
  [
    '2 property, array of trackers with categories',
    `LOADS
const trackers = [{ name: 'meta', category: 'marketing', load: loadPixel }, { name: 'ga', category: 'statistics', load: () => {} }];
trackers.filter(t => Cookiebot.consent[t.category]).forEach(t => t.load());`,
    GATED,
  ],
  [
    '2 property, array of trackers, test in the loop',
    `LOADS
var trackers = [['marketing', loadPixel]];
for (var i = 0; i < trackers.length; i++) { if (!Cookiebot.consent[trackers[i][0]]) continue; trackers[i][1](); }`,
    GATED,
  ],
  [
    '2 property, for…of with continue',
    `LOADS
for (const [category, load] of [['marketing', loadPixel]]) { if (!window.Cookiebot?.consent?.[category]) continue; load(); }`,
    GATED,
  ],
  [
    '2 property, Object.entries of a configuration',
    `LOADS
const config = { marketing: [loadPixel], statistics: [] };
Object.entries(config).forEach(([category, list]) => { if (window.Cookiebot?.consent?.[category]) list.forEach(fn => fn()); });`,
    GATED,
  ],
  [
    '2 property, two categories both needed',
    `const c = Cookiebot.consent; if (c.marketing && c.statistics) { PIX }`,
    'blocked m:blocked s:blocked a:runs',
  ],
  [
    '2 property, either category',
    `const c = Cookiebot.consent; if (c.marketing || c.statistics) { PIX }`,
    'blocked m:runs s:runs p:blocked a:runs',
  ],
  [
    '2 property copied into an own object',
    `var state = {}; state.ads = Cookiebot.consent.marketing; function go(s) { if (s.ads) { PIX } } go(state);`,
    GATED,
  ],
  ['3 group in a string', `if (OnetrustActiveGroups.indexOf('C0004') > -1) { PIX }`, GATED],
  [
    '3 group, includes',
    `if (window.OnetrustActiveGroups && window.OnetrustActiveGroups.includes('C0004')) { PIX }`,
    GATED,
  ],
  ['3 group, with commas and !==', `if (OnetrustActiveGroups.indexOf(',C0004,') !== -1) { PIX }`, GATED],
  ['3 group, bitwise not', `if (~OnetrustActiveGroups.indexOf('C0004')) { PIX }`, GATED],
  ['3 group, split', `if (OnetrustActiveGroups.split(',').includes('C0004')) { PIX }`, GATED],
  [
    '3 group, split and some',
    `if (OnetrustActiveGroups.split(',').some(function (g) { return g === 'C0004'; })) { PIX }`,
    GATED,
  ],
  [
    '3 group, filter and length',
    `if (OnetrustActiveGroups.split(',').filter(g => g === 'C0004').length > 0) { PIX }`,
    GATED,
  ],
  ['3 group, match', `if (window.OptanonActiveGroups.match(/C0004/)) { PIX }`, GATED],
  ['3 group, regular expression', `if (/C0004/.test(window.OnetrustActiveGroups)) { PIX }`, GATED],
  ['3 group, new RegExp', `var re = new RegExp('C0004'); if (re.test(OnetrustActiveGroups)) { PIX }`, GATED],
  [
    '3 group, helper with a fallback for the string',
    `var has = function (g) { return (window.OnetrustActiveGroups || '').indexOf(g) > -1; }; if (has('C0004')) { PIX }`,
    GATED,
  ],
  [
    '3 group, a list of wanted groups',
    `if (['C0004'].every(g => (window.OnetrustActiveGroups || '').includes(g))) { PIX }`,
    GATED,
  ],
  ['3 group, inverted comparison', `if (-1 < OnetrustActiveGroups.indexOf('C0004')) { PIX }`, GATED],
  [
    '3 group, absent means leave',
    `(function () { if (OnetrustActiveGroups.indexOf('C0004') === -1) { return; } PIX })();`,
    GATED,
  ],
  [
    '3 group, less than zero means leave',
    `(function () { if (OnetrustActiveGroups.indexOf('C0004') < 0) return; PIX })();`,
    GATED,
  ],
  ['4 necessary group', `if (OnetrustActiveGroups.includes('C0001')) { PIX }`, 'runs r:runs'],
  ['4 necessary group, legacy number', `if (OptanonActiveGroups.indexOf(',1,') >= 0) { PIX }`, 'runs r:runs'],
  [
    '4 necessary group as an alternative',
    `var g = OnetrustActiveGroups; if (g.includes('C0004') || g.includes('C0001')) { PIX }`,
    'runs r:runs',
  ],
  ['5 bare number of another group', `if (OnetrustActiveGroups.indexOf('4') > -1) { PIX }`, 'blocked m:runs'],
  [
    '6 platform absent',
    `LOADS if (window.Cookiebot) { if (Cookiebot.consent.marketing) loadPixel(); } else { loadPixel(); }`,
    'runs',
  ],
  ['6 function absent', `if (typeof wp_has_consent !== 'function' || wp_has_consent('marketing')) { PIX }`, 'runs'],
  [
    '6 object absent',
    `if (!window.Shopify?.customerPrivacy || Shopify.customerPrivacy.marketingAllowed()) { PIX }`,
    'runs',
  ],
  ['6 nullish fallback', `if (window.Cookiebot?.consent?.marketing ?? true) { PIX }`, 'runs'],
  ['6 not false', `if (window.Cookiebot?.consent?.marketing !== false) { PIX }`, 'runs'],
  ['6 ternary fallback', `const ok = window.Cookiebot ? Cookiebot.consent.marketing : true; if (ok) { PIX }`, 'runs'],
  [
    '6 early return when absent',
    `LOADS function start() { if (typeof Cookiebot === 'undefined') { loadPixel(); return; } if (Cookiebot.consent.marketing) loadPixel(); } start();`,
    'runs',
  ],
  [
    '6 absent means leave',
    `(() => { if (typeof Cookiebot === 'undefined') return; if (!Cookiebot.consent.marketing) return; PIX })();`,
    GATED,
  ],
  [
    '7 negative test only',
    `function ok() { if (window.OnetrustActiveGroups && OnetrustActiveGroups.indexOf('C0004') === -1) return false; return true; } if (ok()) { PIX }`,
    'runs',
  ],
  ['7 negative test, bare', `if (!(window.Cookiebot && !Cookiebot.consent.marketing)) { PIX }`, 'runs'],
  [
    '8 early return',
    `function hasMarketingConsent() { return Cookiebot.consent.marketing; } function pixel() { if (!hasMarketingConsent()) return; PIX } pixel();`,
    GATED,
  ],
  [
    '8 early return with other work',
    `function pixel() { if (!Cookiebot.consent.marketing) { console.warn('no consent'); return false; } PIX return true; } pixel();`,
    GATED,
  ],
  [
    '8 throw instead of return',
    `function pixel() { if (!Cookiebot.consent.marketing) throw new Error('no'); PIX } try { pixel(); } catch (e) { console.log(e); }`,
    GATED,
  ],
  [
    '8 early return in a callback of forEach',
    `LOADS [loadPixel].forEach(function (fn) { if (!Cookiebot.consent.marketing) return; fn(); });`,
    GATED,
  ],
  [
    '8 return only leaves the inner function',
    `function pixel() { (function () { if (!Cookiebot.consent.marketing) return; })(); PIX } pixel();`,
    'runs r:runs',
  ],
  [
    '8 early return, async function',
    `LOADS const boot = async () => { const ok = await Promise.resolve(Cookiebot.consent.marketing); if (!ok) return; loadPixel(); }; boot();`,
    GATED,
  ],
  [
    '8 helper from a file out of sight',
    `import { hasMarketingConsent } from './consent'; LOADS if (hasMarketingConsent()) loadPixel();`,
    'unknown a:runs',
    'js',
  ],
  [
    '8 helper out of sight, early return',
    `import { hasMarketingConsent } from './consent'; LOADS export default function Pixel() { if (!hasMarketingConsent()) return null; loadPixel(); return null; }`,
    'unknown a:runs',
    'js',
  ],
  [
    '8 helper out of sight, script page',
    `if (!window.siteConsent.hasAccepted('marketing')) { } else { PIX }`,
    'unknown',
  ],
  ['9 WP Consent API', `if (wp_has_consent('marketing')) { PIX }`, GATED],
  [
    '9 WP Consent API, typeof in front',
    `if (typeof wp_has_consent === 'function' && wp_has_consent('marketing')) { PIX }`,
    GATED,
  ],
  [
    '10 Shopify inside loadFeatures',
    `window.Shopify.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], function (error) { if (error) { throw error; } if (window.Shopify.customerPrivacy.marketingAllowed()) { PIX } });`,
    GATED,
  ],
  [
    '10 Shopify, the legacy question whether anything was granted',
    `if (window.Shopify.customerPrivacy.userCanBeTracked()) { PIX }`,
    'blocked r:blocked s:runs a:runs',
  ],
  [
    '10 Shopify loadFeatures alone',
    `window.Shopify.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], function () { PIX });`,
    'runs',
  ],
  ['11 wrong category', `if (Cookiebot.consent.statistics) { PIX }`, 'blocked s:runs m:blocked a:runs'],
  ['11 wrong category, preferences', `window.Cookiebot?.consent?.preferences && INSERT`, 'blocked p:runs m:blocked'],
  ['12 inverted', `if (!Cookiebot.consent.marketing) { PIX }`, 'runs r:runs m:blocked'],
  [
    '12 inverted branches',
    `LOADS if (Cookiebot.consent.marketing) { console.log('thanks'); } else { loadPixel(); }`,
    'runs r:runs m:blocked',
  ],
  ['12 double negation', `if (!!Cookiebot.consent.marketing) { PIX }`, GATED],
  [
    '13 lying name',
    `function hasConsent() { return localStorage.getItem('cookie_consent') !== 'declined'; } if (hasConsent()) { PIX }`,
    'runs r:blocked',
  ],
  [
    '13 lying name, always true',
    `const hasMarketingConsent = () => true; if (hasMarketingConsent()) { PIX }`,
    'runs r:runs',
  ],
  [
    '13 lying name, honest body',
    `function optedOut() { return localStorage.getItem('ads') !== 'granted'; } if (!optedOut()) { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '13 lying name in an object',
    `var consent = { given: function () { return document.cookie.indexOf('consent=no') === -1; } }; if (consent.given()) { PIX }`,
    'runs r:blocked',
  ],
  ['14 constant', `const CONSENT_GIVEN = true; if (CONSENT_GIVEN) { PIX }`, 'runs'],
  ['14 constant that is false', `const CONSENT_GIVEN = false; if (CONSENT_GIVEN) { PIX }`, 'blocked a:blocked'],
  ['14 defined is not granted', `let consent = null; if (consent !== undefined) { PIX }`, 'runs'],
  [
    '15 try, catch that grants',
    `function ok() { try { return localStorage.getItem('c') !== 'declined'; } catch (e) { return true; } } if (ok()) { PIX }`,
    'runs r:blocked',
  ],
  [
    '15 try, catch that denies',
    `function ok() { try { return localStorage.getItem('c') === 'granted'; } catch (e) { return false; } } if (ok()) { PIX }`,
    'blocked a:runs',
  ],
  [
    '15 catch loads the tag',
    `LOADS try { if (JSON.parse(localStorage.getItem('prefs')).marketing) loadPixel(); } catch (e) { loadPixel(); }`,
    'runs',
  ],
];
