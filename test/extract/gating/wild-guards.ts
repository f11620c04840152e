import type { Case } from './support.ts';

const COOKIEBOT =
  '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="x" data-blockingmode="manual" async></script>';
const page = (before: string, script: string): string =>
  `<!doctype html><html><head>${before}<script>\n${script}\n</script></head><body></body></html>`;

/** A in the wild: guards in scripts as sites write them, each with its ungated twin. */
export const wildGuardCases: readonly Case[] = [
  [
    '1 in the wild, enum of categories',
    `enum Cat { Functional = 'cookie_cat_functional', Marketing = 'cookie_cat_marketing' }
const has = (c: Cat): boolean => !!window.CookieInformation?.getConsentGivenFor(c);
LOADS
if (has(Cat.Marketing)) loadPixel();`,
    'blocked r:blocked s:blocked m:runs',
    'ts',
  ],
  [
    '1 in the wild, config of trackers by category',
    `var trackers = [{ cat: 'cookie_cat_statistic', load: function () { console.log('stats'); } }, { cat: 'cookie_cat_marketing', load: function () { PIX } }];
for (var i = 0; i < trackers.length; i++) { if (window.CookieInformation && CookieInformation.getConsentGivenFor(trackers[i].cat)) { trackers[i].load(); } }`,
    'blocked r:blocked s:blocked m:runs',
  ],
  [
    '1 in the wild, config of trackers, nobody asks',
    `var trackers = [{ cat: 'cookie_cat_statistic', load: function () { console.log('stats'); } }, { cat: 'cookie_cat_marketing', load: function () { PIX } }];
for (var i = 0; i < trackers.length; i++) { trackers[i].load(); }`,
    'runs r:runs',
  ],
  [
    '1 in the wild, map of loaders by category',
    `const loaders = new Map([['cookie_cat_marketing', () => { PIX }], ['cookie_cat_statistic', () => {}]]);
window.addEventListener('CookieInformationConsentGiven', () => { loaders.forEach((load, category) => { if (CookieInformation.getConsentGivenFor(category)) load(); }); });`,
    'blocked r:blocked s:blocked m:runs',
  ],
  [
    '1 in the wild, Object.entries of loaders',
    `const tags = { cookie_cat_marketing() { PIX }, cookie_cat_statistic() {} };
window.addEventListener('CookieInformationConsentGiven', () => Object.entries(tags).filter(([c]) => window.CookieInformation.getConsentGivenFor(c)).forEach(([, run]) => run()));`,
    'blocked r:blocked s:blocked m:runs',
  ],
  [
    '1 in the wild, Object.entries of loaders, filter of nothing',
    `const tags = { cookie_cat_marketing() { PIX }, cookie_cat_statistic() {} };
window.addEventListener('CookieInformationConsentGiven', () => Object.entries(tags).filter(([c]) => c !== 'x').forEach(([, run]) => run()));`,
    'blocked r:runs',
  ],
  [
    '2 in the wild, minified by a bundler',
    `(()=>{"use strict";var e,t;const n=()=>{var e;return!!(null===(e=window.Cookiebot)||void 0===e?void 0:e.consent.marketing)};n()&&INSERT})();`,
    'blocked r:blocked m:runs',
  ],
  [
    '2 in the wild, minified by a bundler, fails open',
    `(()=>{"use strict";const n=()=>{var e,t;return null===(t=null===(e=window.Cookiebot)||void 0===e?void 0:e.consent)||void 0===t||t.marketing};n()&&INSERT})();`,
    'runs',
  ],
  [
    '2 in the wild, class with a getter',
    `class Consent { get marketing() { return Boolean(window.Cookiebot?.consent?.marketing); } }
class Pixel { constructor(consent) { this.consent = consent; } start() { if (!this.consent.marketing) return; PIX } }
new Pixel(new Consent()).start();`,
    'blocked r:blocked m:runs',
  ],
  [
    '2 in the wild, class with a getter that says yes',
    `class Consent { get marketing() { return window.Cookiebot?.consent?.marketing !== false; } }
class Pixel { constructor(consent) { this.consent = consent; } start() { if (!this.consent.marketing) return; PIX } }
new Pixel(new Consent()).start();`,
    'runs',
  ],
  [
    '2 in the wild, static field',
    `class Tracking { static enabled = window.Cookiebot?.consent?.marketing ?? false; static load() { if (Tracking.enabled) { PIX } } } Tracking.load();`,
    'blocked r:blocked m:runs',
  ],
  [
    '2 in the wild, static field that is true',
    `class Tracking { static enabled = true; static load() { if (Tracking.enabled) { PIX } } } Tracking.load();`,
    'runs',
  ],
  [
    '2 in the wild, a helper by path',
    `const get = (o, p) => p.split('.').reduce((a, k) => (a ? a[k] : undefined), o); if (get(window, 'Cookiebot.consent.marketing')) { PIX }`,
    'blocked m:runs',
  ],
  [
    '2 in the wild, a helper by path, other branch',
    `const get = (o, p) => p.split('.').reduce((a, k) => (a ? a[k] : undefined), o); if (!get(window, 'Cookiebot.consent.marketing')) { PIX }`,
    'runs',
  ],
  [
    '2 in the wild, nullish assignment',
    `let ok; ok ??= window.Cookiebot?.consent?.marketing; ok ||= false; if (ok) { PIX }`,
    'blocked m:runs',
  ],
  [
    '2 in the wild, nullish assignment of yes',
    `let ok = window.Cookiebot?.consent?.marketing; ok ??= true; if (ok) { PIX }`,
    'runs',
  ],
  [
    '2 in the wild, a flag that a callback sets',
    `let allowed = false; window.addEventListener('CookiebotOnAccept', () => { allowed = Cookiebot.consent.marketing; run(); }); function run() { if (allowed) { PIX } } run();`,
    'blocked r:blocked m:runs',
  ],
  [
    '2 in the wild, a flag that a callback sets, too late',
    `let allowed = true; window.addEventListener('CookiebotOnDecline', () => { allowed = false; }); function run() { if (allowed) { PIX } } run();`,
    'runs',
  ],
  [
    '2 in the wild, switch (true)',
    `switch (true) { case !window.Cookiebot: break; case Cookiebot.consent.marketing: PIX break; default: console.log('none'); }`,
    'blocked m:runs',
  ],
  [
    '2 in the wild, switch (true), the default loads',
    `LOADS switch (true) { case window.Cookiebot && Cookiebot.consent.statistics: break; default: loadPixel(); }`,
    'runs',
  ],
  [
    '2 in the wild, comma and void',
    `void 0!==window.Cookiebot&&(0,Cookiebot.consent).marketing?INSERT:void 0;`,
    'blocked m:runs',
  ],
  [
    '2 in the wild, bracket of a variable with default',
    `function load(type = 'marketing') { const consent = window.Cookiebot && window.Cookiebot.consent; return consent ? consent[type] : false; } if (load()) { PIX }`,
    'blocked m:runs',
  ],
  [
    '2 in the wild, bit by bit',
    `var c = window.Cookiebot; var d = c ? c.consent : null; var e = d ? d.marketing : null; if (e === true) { PIX }`,
    'blocked m:runs',
  ],
  [
    '2 in the wild, a Promise around it',
    `function consented() { return new Promise(function (resolve, reject) { if (window.Cookiebot && Cookiebot.consent.marketing) { resolve(); } else { reject(new Error('no')); } }); }
consented().then(function () { PIX }).catch(function () {});`,
    'blocked m:runs',
  ],
  [
    '2 in the wild, a Promise around it, finally',
    `function consented() { return new Promise(function (resolve, reject) { if (window.Cookiebot && Cookiebot.consent.marketing) { resolve(); } else { reject(new Error('no')); } }); }
consented().catch(function () {}).finally(function () { PIX });`,
    'runs',
  ],
  [
    '2 in the wild, an error as a gate',
    `function demand() { if (!(window.Cookiebot && Cookiebot.consent.marketing)) { throw new Error('no consent'); } } try { demand(); PIX } catch (e) { console.log(e); }`,
    'blocked m:runs',
  ],
  [
    '2 in the wild, an error as a gate, caught inside',
    `function demand() { try { if (!(window.Cookiebot && Cookiebot.consent.marketing)) { throw new Error('no consent'); } } catch (e) { console.log(e); } } demand(); PIX`,
    'runs',
  ],
  [
    '3 in the wild, groups in a set',
    `function OptanonWrapper() { const groups = new Set(window.OnetrustActiveGroups.split(',')); if (groups.has('C0004')) { PIX } }`,
    'blocked r:blocked m:runs',
  ],
  [
    '3 in the wild, groups in a set, the necessary one',
    `function OptanonWrapper() { const groups = new Set(window.OnetrustActiveGroups.split(',')); if (groups.has('C0001')) { PIX } }`,
    'runs',
  ],
  [
    '3 in the wild, for of groups',
    `function OptanonWrapper() { for (const group of OnetrustActiveGroups.split(',')) { if (group === 'C0004') { PIX } } }`,
    'blocked r:blocked m:runs',
  ],
  [
    '3 in the wild, a table of groups',
    `var LIST = { C0002: function () {}, C0004: function () { PIX } };
function OptanonWrapper() { Object.keys(LIST).forEach(function (group) { if (OnetrustActiveGroups.indexOf(group) > -1) LIST[group](); }); }`,
    'blocked r:blocked s:blocked m:runs',
  ],
  [
    '3 in the wild, a table of groups, without a question',
    `var LIST = { C0002: function () {}, C0004: function () { PIX } };
function OptanonWrapper() { Object.keys(LIST).forEach(function (group) { LIST[group](); }); }`,
    'runs',
  ],
  [
    '3 in the wild, jQuery.inArray',
    `function OptanonWrapper() { if ($.inArray('C0004', OnetrustActiveGroups.split(',')) !== -1) { PIX } }`,
    'blocked m:runs',
  ],
  [
    '3 in the wild, a regular expression made of a constant',
    `var GROUP = 'C0004'; function OptanonWrapper() { if (new RegExp('\\\\b' + GROUP + '\\\\b').test(window.OnetrustActiveGroups)) { PIX } }`,
    'blocked m:runs',
  ],
  [
    '3 in the wild, every of two groups',
    `function OptanonWrapper() { const ok = ['C0002', 'C0004'].every((g) => OnetrustActiveGroups.includes(g)); if (ok) { PIX } }`,
    'blocked r:blocked a:runs',
  ],
  [
    '3 in the wild, any of two groups',
    `function OptanonWrapper() { const ok = ['C0001', 'C0004'].some((g) => OnetrustActiveGroups.includes(g)); if (ok) { PIX } }`,
    'runs r:runs',
  ],
  [
    '3 in the wild, OnConsentChanged',
    `function OptanonWrapper() { window.OneTrust.OnConsentChanged(function (e) { if (e.detail.includes('C0004')) { PIX } }); }`,
    'blocked r:blocked m:runs',
  ],
  [
    '6 in the wild, typeof of a function of the platform',
    `var canTrack = typeof window.cmplz_has_consent === 'function' ? cmplz_has_consent('marketing') : true; if (canTrack) { PIX }`,
    'runs',
  ],
  [
    '6 in the wild, typeof of a function of the platform, closed',
    `var canTrack = typeof window.cmplz_has_consent === 'function' ? cmplz_has_consent('marketing') : false; if (canTrack) { PIX }`,
    'blocked m:runs',
  ],
  ['6 in the wild, in', `if (!('Cookiebot' in window) || Cookiebot.consent.marketing) { PIX }`, 'runs'],
  [
    '6 in the wild, in, closed',
    `if ('Cookiebot' in window && Cookiebot.consent && Cookiebot.consent.marketing) { PIX }`,
    'blocked m:runs',
  ],
  [
    '6 in the wild, catch of a missing platform',
    `let ok = true; try { ok = Cookiebot.consent.marketing; } catch (e) { /* not there */ } if (ok) { PIX }`,
    'runs',
  ],
  [
    '6 in the wild, catch of a missing platform, closed',
    `let ok = false; try { ok = Cookiebot.consent.marketing; } catch (e) { ok = false; } if (ok) { PIX }`,
    'blocked m:runs',
  ],
  [
    '8 in the wild, guard of several modules',
    `import { canLoad } from './consent.js';
import { META } from './config.js';
LOADS
const loaders = { meta: loadPixel };
for (const name of [META]) if (canLoad(name)) loaders[name]();
=== consent.js
import { CATEGORY } from './config.js';
export const canLoad = (name) => Boolean(window.Cookiebot?.consent?.[CATEGORY[name]]);
=== config.js
export const META = 'meta';
export const CATEGORY = { meta: 'marketing', ga: 'statistics' };`,
    'blocked r:blocked s:blocked m:runs',
    'js',
  ],
  [
    '8 in the wild, guard of several modules, always',
    `import canLoad, { META } from './consent.js';
LOADS
if (canLoad(META)) loadPixel();
=== consent.js
export const META = 'meta';
const DISABLED = [];
export default function canLoad(name) { return !DISABLED.includes(name); }`,
    'runs',
    'js',
  ],
  [
    '8 in the wild, re-exported',
    `import { consent } from './lib';
LOADS
if (consent.has('marketing')) loadPixel();
=== lib.ts
export { consent } from './store';
export * from './other';
=== store.ts
export const consent = { has(category: string): boolean { return JSON.parse(localStorage.getItem('consent') ?? '[]').includes(category); } };
=== other.ts
export const other = 1;`,
    'blocked r:blocked s:blocked m:runs',
    'ts',
  ],
  [
    '8 in the wild, singleton of a module',
    `import manager from './manager';
LOADS
manager.onChange((state) => { if (state.marketing) loadPixel(); });
=== manager.ts
type State = { marketing: boolean };
class Manager { private static instance: Manager; private listeners: ((s: State) => void)[] = []; private state: State = { marketing: false };
  static get(): Manager { if (!Manager.instance) Manager.instance = new Manager(); return Manager.instance; }
  constructor() { const raw = localStorage.getItem('cookie_state'); if (raw) this.state = JSON.parse(raw); }
  onChange(f: (s: State) => void) { this.listeners.push(f); f(this.state); } }
export default Manager.get();`,
    'blocked r:blocked m:runs',
    'ts',
  ],
  [
    '8 in the wild, singleton of a module that begins with yes',
    `import manager from './manager';
LOADS
manager.onChange((state) => { if (state.marketing) loadPixel(); });
=== manager.ts
type State = { marketing: boolean };
class Manager { private static instance: Manager; private listeners: ((s: State) => void)[] = []; private state: State = { marketing: true };
  static get(): Manager { if (!Manager.instance) Manager.instance = new Manager(); return Manager.instance; }
  constructor() { const raw = localStorage.getItem('cookie_state'); if (raw) this.state = JSON.parse(raw); }
  onChange(f: (s: State) => void) { this.listeners.push(f); f(this.state); } }
export default Manager.get();`,
    'runs',
    'ts',
  ],
  [
    '8 in the wild, dynamic import behind the guard',
    `if (window.Cookiebot?.consent?.marketing) { import('./pixel.js').then((m) => m.init()); }
=== pixel.js
export function init() { PIX }`,
    'blocked r:blocked m:runs',
    'js',
  ],
  [
    '8 in the wild, dynamic import without a guard',
    `import('./pixel.js').then(({ init }) => init());
=== pixel.js
export function init() { PIX }`,
    'runs',
    'js',
  ],
  [
    '8 in the wild, dynamic import that runs by itself',
    `const load = async () => { await import('./pixel.js'); };
if (localStorage.getItem('consent') === 'granted') load();
=== pixel.js
PIX`,
    'blocked r:blocked a:runs',
    'js',
  ],
  [
    '9 in the wild, has consent by a constant',
    `const CATEGORY = 'marketing'; const ok = () => 'function' === typeof wp_has_consent && wp_has_consent(CATEGORY); if (ok()) { PIX }`,
    'blocked m:runs',
  ],
  [
    '9 in the wild, statistics for an ad',
    `if (typeof wp_has_consent === 'function' && wp_has_consent('statistics')) { PIX }`,
    'blocked s:runs m:blocked',
  ],
  [
    '10 in the wild, Shopify, poll for the API',
    `function start() { if (!window.Shopify || !window.Shopify.customerPrivacy) { return setTimeout(start, 100); } if (window.Shopify.customerPrivacy.marketingAllowed()) { PIX } } start();`,
    'blocked m:runs',
  ],
  [
    '10 in the wild, Shopify, poll for the API, else',
    `function start() { if (!window.Shopify || !window.Shopify.customerPrivacy) { return setTimeout(start, 100); } if (!window.Shopify.customerPrivacy.marketingAllowed()) { PIX } } start();`,
    'runs',
  ],
  [
    '12 in the wild, inverted by De Morgan',
    `if (!(window.Cookiebot && Cookiebot.consent && Cookiebot.consent.marketing)) { console.log('no'); } else { PIX }`,
    'blocked m:runs',
  ],
  [
    '12 in the wild, twice negated',
    `var no = !(window.Cookiebot && Cookiebot.consent.marketing); if (!no) { PIX }`,
    'blocked m:runs',
  ],
  [
    '13 in the wild, a constant of the build',
    `const HAS_CONSENT = typeof __CONSENT__ === 'undefined' ? true : __CONSENT__; if (HAS_CONSENT) { PIX }`,
    'runs',
  ],
  [
    '14 in the wild, state of a class that is granted from the start',
    `class ConsentStore { granted = true; revoke() { this.granted = false; } } const store = new ConsentStore(); if (store.granted) { PIX }`,
    'runs',
  ],
  [
    '14 in the wild, state of a closure that is denied from the start',
    `const store = (() => { let granted = false; return { grant: () => { granted = true; }, isGranted: () => granted }; })(); if (store.isGranted()) { PIX }`,
    'blocked',
  ],
  [
    '14 in the wild, state of a closure that is granted at once',
    `const store = (() => { let granted = false; return { grant: () => { granted = true; }, isGranted: () => granted }; })(); store.grant(); if (store.isGranted()) { PIX }`,
    'runs',
  ],
  [
    '15 in the wild, finally',
    `LOADS try { if (localStorage.getItem('consent') !== 'granted') { throw 0; } } catch (e) {} finally { loadPixel(); }`,
    'runs',
  ],
  [
    '15 in the wild, return in try',
    `function ok() { try { return JSON.parse(localStorage.getItem('consent')).ads; } catch (e) { return false; } } ok() && INSERT;`,
    'blocked r:blocked m:runs',
  ],
  [
    '15 in the wild, return in try, open',
    `function ok() { try { return JSON.parse(localStorage.getItem('consent')).ads; } catch (e) { return true; } } ok() && INSERT;`,
    'runs',
  ],
  [
    '6 in the wild, a page with the platform, property of window by id',
    page(COOKIEBOT, `if (window.Cookiebot) { PIX }`),
    'runs r:runs',
  ],
  [
    '11 in the wild, a table of the wrong category',
    `const NEED = { meta: 'statistics', ga: 'statistics' }; const may = (tag) => window.Cookiebot?.consent?.[NEED[tag]]; if (may('meta')) { PIX }`,
    'blocked s:runs m:blocked',
  ],
  [
    '80 in the wild, Proxy as a state',
    `const consent = new Proxy({ marketing: false }, { set(target, key, value) { target[key] = value; if (key === 'marketing' && value) { PIX } return true; } });
window.addEventListener('CookiebotOnAccept', () => { consent.marketing = Cookiebot.consent.marketing; });`,
    'blocked r:blocked m:runs',
  ],
  [
    '80 in the wild, Proxy as a state, set at once',
    `const consent = new Proxy({ marketing: false }, { set(target, key, value) { target[key] = value; if (key === 'marketing' && value) { PIX } return true; } }); consent.marketing = true;`,
    'runs',
  ],
  [
    '80 in the wild, Proxy that reads storage',
    `const consent = new Proxy({}, { get: (_, key) => JSON.parse(localStorage.getItem('consent') || '{}')[key] === true }); if (consent.marketing) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '80 in the wild, Object.defineProperty',
    `const state = {}; Object.defineProperty(state, 'canTrack', { get() { return localStorage.getItem('consent') === 'granted'; } }); if (state.canTrack) { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '80 in the wild, Object.defineProperty, opt-out',
    `const state = {}; Object.defineProperty(state, 'canTrack', { get() { return localStorage.getItem('consent') !== 'denied'; } }); if (state.canTrack) { PIX }`,
    'runs r:blocked',
  ],
];
