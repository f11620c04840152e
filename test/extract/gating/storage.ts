import type { Case } from './support.ts';

const COOKIE_HELPER = `function getCookie(n){var v=document.cookie.match('(^|;) ?'+n+'=([^;]*)(;|$)');return v?v[2]:null}`;
const W3_HELPER = `function getCookie(cname) { let name = cname + "="; let ca = decodeURIComponent(document.cookie).split(';'); for (let i = 0; i < ca.length; i++) { let c = ca[i]; while (c.charAt(0) == ' ') { c = c.substring(1); } if (c.indexOf(name) == 0) { return c.substring(name.length, c.length); } } return ""; }`;
const REDUCE_HELPER = `const cookies = document.cookie.split('; ').reduce((acc, part) => { const [k, v] = part.split('='); acc[k] = v; return acc; }, {});`;
const FIND_HELPER = `const read = (k) => document.cookie.split('; ').find((row) => row.startsWith(k + '='))?.split('=')[1];`;

/** C: flags in cookies and storage. */
export const storageCases: readonly Case[] = [
  [
    '32 cookie, regular expression',
    `if (/marketing:true/.test(document.cookie)) { PIX }`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '32 cookie, encoding of a platform',
    `if (/cookieyes-consent=[^;]*advertisement:yes/.test(document.cookie)) { PIX }`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '32 cookie, encoded colon',
    `if (document.cookie.match(/OptanonConsent=[^;]*C0004(:|%3A)1/)) { PIX }`,
    'blocked r:blocked',
  ],
  [
    '32 cookie, value read by a helper',
    `${COOKIE_HELPER} if ((getCookie('CookieConsent') || '').includes('marketing:true')) { PIX }`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '32 cookie, indexOf',
    `if (document.cookie.indexOf('marketing_consent=1') !== -1) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  ['33 cookie exists', `if (document.cookie.indexOf('cookie_consent=') > -1) { PIX }`, 'blocked r:runs'],
  ['33 cookie of the banner', `${COOKIE_HELPER} if (getCookie('OptanonAlertBoxClosed')) { PIX }`, 'blocked r:runs'],
  ['33 cookie does not exist', `${COOKIE_HELPER} if (!getCookie('cookie_consent')) { PIX }`, 'runs'],
  ['34 text that is truthy', `if (localStorage.getItem('consent')) { PIX }`, 'blocked r:runs'],
  ['34 text that is truthy, property', `if (localStorage.consent) { PIX }`, 'blocked r:runs'],
  [
    '34 package that gives a text',
    `import { getCookieConsentValue } from 'react-cookie-consent'; LOADS if (getCookieConsentValue()) loadPixel();`,
    'blocked',
    'js',
  ],
  ['35 equality', `if (localStorage.getItem('consent') === 'granted') { PIX }`, 'blocked r:blocked a:runs'],
  [
    '35 equality, window and constant key',
    `const KEY = 'site-consent'; const ok = window.localStorage.getItem(KEY) === 'accepted'; ok && INSERT;`,
    'blocked r:blocked a:runs',
  ],
  [
    '35 equality, cookie helper by regular expression',
    `${COOKIE_HELPER} if (getCookie('consent') === 'yes') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '35 equality, cookie helper with a loop',
    `${W3_HELPER} if (getCookie('cookies_accepted') == "true") { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '35 equality, cookie helper with reduce',
    `${REDUCE_HELPER} if (cookies.consent === 'all') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '35 equality, cookie helper with find',
    `${FIND_HELPER} if (read('consent') === '1') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '35 equality, js-cookie',
    `import Cookies from 'js-cookie'; LOADS if (Cookies.get('consent') === 'true') loadPixel();`,
    'blocked r:blocked a:runs',
    'js',
  ],
  ['35 equality, jQuery plug-in', `LOADS if ($.cookie('cookie-agreed') == '2') { loadPixel(); }`, 'blocked'],
  [
    '35 equality, helper out of sight',
    `if (getCookie('marketing_consent') === 'true') { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '35 equality, method of an own store',
    `var store = { get: function (k) { try { return window.localStorage.getItem(k); } catch (e) { return null; } } }; if (store.get('consent') === 'granted') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '35 equality, switch',
    `switch (localStorage.getItem('consent')) { case 'granted': PIX break; case 'denied': break; }`,
    'blocked r:blocked a:runs',
  ],
  [
    '35 equality, lookup in a table',
    `var may = { granted: true, denied: false }; if (may[localStorage.getItem('consent')]) { PIX }`,
    'blocked r:blocked',
  ],
  [
    '35 switch whose default loads',
    `LOADS switch (localStorage.getItem('consent')) { case 'denied': break; default: loadPixel(); }`,
    'runs r:blocked',
  ],
  [
    '35 includes in a list of words',
    `if (['granted', 'accepted'].includes(localStorage.getItem('consent'))) { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '35 includes, list of refusals negated',
    `if (!['denied', 'declined'].includes(localStorage.getItem('consent'))) { PIX }`,
    'runs r:blocked',
  ],
  ['36 not declined', `if (localStorage.getItem('cookie_consent') !== 'declined') { PIX }`, 'runs r:blocked'],
  ['36 not declined, helper', `${COOKIE_HELPER} if (getCookie('consent') != 'no') { PIX }`, 'runs r:blocked'],
  [
    '36 not declined, early return',
    `(function () { if (sessionStorage.getItem('consent') === 'denied') return; PIX })();`,
    'runs r:blocked',
  ],
  [
    '37 variable that is true by default',
    `let ok = true; const s = localStorage.getItem('prefs'); if (s) ok = JSON.parse(s).marketing !== false; if (ok) { PIX }`,
    'runs',
  ],
  [
    '37 variable that is false by default',
    `let ok = false; const s = localStorage.getItem('prefs'); if (s) ok = JSON.parse(s).marketing === true; if (ok) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '37 object of defaults that grant',
    `const prefs = Object.assign({ marketing: true }, JSON.parse(localStorage.getItem('prefs') || '{}')); if (prefs.marketing) { PIX }`,
    'runs',
  ],
  [
    '37 object of defaults that deny',
    `const prefs = Object.assign({ marketing: false }, JSON.parse(localStorage.getItem('prefs') || '{}')); if (prefs.marketing) { PIX }`,
    'blocked',
  ],
  [
    '37 spread over defaults that deny',
    `const saved = JSON.parse(localStorage.getItem('cookie-prefs')); const prefs = { necessary: true, marketing: false, ...saved }; prefs.marketing && INSERT;`,
    'blocked m:runs',
  ],
  [
    '37 spread over defaults that grant',
    `const saved = JSON.parse(localStorage.getItem('cookie-prefs')); const prefs = { marketing: true, ...saved }; prefs.marketing && INSERT;`,
    'runs',
  ],
  [
    '38 fallback that grants',
    `${COOKIE_HELPER} const c = getCookie('c') || 'granted'; if (c === 'granted') { PIX }`,
    'runs',
  ],
  [
    '38 fallback that grants, nullish',
    `const c = localStorage.getItem('consent') ?? 'granted'; if (c === 'granted') { PIX }`,
    'runs',
  ],
  [
    '38 fallback that grants, parsed',
    `const s = JSON.parse(localStorage.getItem('consent') || '{"marketing":true}'); if (s.marketing) { PIX }`,
    'runs',
  ],
  [
    '39 fallback that denies',
    `const c = localStorage.getItem('consent') || 'denied'; if (c === 'granted') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '39 fallback that denies, parsed',
    `const s = JSON.parse(localStorage.getItem('consent') || '{"marketing":false}'); if (s.marketing) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '39 fallback to an empty object',
    `const s = JSON.parse(localStorage.getItem('consent') || '{}'); if (s.marketing) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  ['41 opt-out flag', `${COOKIE_HELPER} if (getCookie('optout') !== '1') { PIX }`, 'runs'],
  ['41 opt-out flag, negated', `var optedOut = localStorage['no-track'] === '1'; if (!optedOut) { PIX }`, 'runs'],
  [
    '41 opt-out flag, early return',
    `(() => { if (document.cookie.indexOf('ga-disable=true') > -1) { return } PIX })()`,
    'runs',
  ],
  [
    '42 category in JSON',
    `const prefs = localStorage.getItem('cookie-preferences'); if (prefs && JSON.parse(prefs).marketing) { PIX }`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '42 category in JSON, try',
    `function prefs() { try { return JSON.parse(localStorage.getItem('cookie-preferences')) || {}; } catch { return {}; } } if (prefs().marketing === true) { PIX }`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '42 category in JSON, destructured',
    `const { marketing } = JSON.parse(window.localStorage.getItem('cc') ?? '{}'); if (!marketing) { console.log(0) } else { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '42 category in JSON, falls through',
    `function ok() { const p = localStorage.getItem('prefs'); if (!p) return true; return JSON.parse(p).marketing; } if (ok()) { PIX }`,
    'runs',
  ],
  [
    '42 cookie as JSON',
    `${COOKIE_HELPER} var c = getCookie('consent'); if (c) { c = JSON.parse(decodeURIComponent(c)); if (c.categories.indexOf('marketing') !== -1) { PIX } }`,
    'blocked r:blocked m:runs',
  ],
  [
    '42 class that keeps the choice',
    `LOADS
class Consent { #state = null; constructor() { this.#state = JSON.parse(localStorage.getItem('consent') || 'null'); } has(c) { return !!this.#state && this.#state[c] === true; } }
const consent = new Consent(); if (consent.has('marketing')) loadPixel();`,
    'blocked r:blocked m:runs',
  ],
  [
    '42 TypeScript',
    `type Prefs = { marketing: boolean };
const load = (): Prefs | null => { const raw = localStorage.getItem('prefs') as string | null; return raw ? (JSON.parse(raw) as Prefs) : null; };
LOADS
const prefs = load(); if (prefs?.marketing) { loadPixel(); }`,
    'blocked r:blocked m:runs',
    'ts',
  ],
  [
    '42 TypeScript, default that grants',
    `interface Prefs { marketing: boolean }
function prefs(): Prefs { const raw = localStorage.getItem('prefs'); if (raw !== null) return JSON.parse(raw) as Prefs; return { marketing: true }; }
LOADS
if (prefs()!.marketing) loadPixel();`,
    'runs',
    'ts',
  ],
  [
    '43 revoke only after the fact',
    `PIX if (localStorage.getItem('consent') === 'denied') { fbq('consent', 'revoke'); }`,
    'runs',
  ],
  [
    '43 stored and then asked',
    `localStorage.setItem('consent', 'granted'); if (localStorage.getItem('consent') === 'granted') { PIX }`,
    'runs',
  ],
  [
    'refusal: under a key of its own',
    `if (localStorage.getItem('tracking_disabled') !== 'true') { PIX }`,
    'runs r:blocked',
  ],
  [
    'refusal: under a key of its own, camel case',
    `if (!localStorage.getItem('trackingDisabled')) { PIX }`,
    'runs r:blocked',
  ],
  ['refusal: under a key of its own, analytics', `if (!sessionStorage.analytics_disabled) { PIX }`, 'runs r:blocked'],
  [
    'refusal: under a key of its own, imperative',
    `${COOKIE_HELPER} if (getCookie('disable_tracking') !== '1') { PIX }`,
    'runs r:blocked',
  ],
  [
    'refusal: under a key of its own, signal',
    `${COOKIE_HELPER} if (getCookie('doNotTrack') !== '1') { PIX }`,
    'runs r:blocked',
  ],
  [
    'refusal: under a key of its own, turned round',
    `if (localStorage.getItem('tracking_disabled') === 'false') { PIX }`,
    'blocked r:blocked',
  ],
  [
    'refusal: under a key of its own, of a category',
    `if (!localStorage.getItem('marketing_off')) { PIX }`,
    'runs r:blocked m:runs s:blocked',
  ],
];
