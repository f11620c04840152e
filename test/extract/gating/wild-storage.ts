import type { Case } from './support.ts';

/** C in the wild: what is stored, read by helpers of every shape, each with its ungated twin. */
export const wildStorageCases: readonly Case[] = [
  [
    '32 in the wild, regular expression made of the name',
    `function c(n) { var m = document.cookie.match(new RegExp('(?:^|;\\\\s*)' + n.replace(/[.$?*|{}()\\[\\]\\\\\\/+^]/g, '\\\\$&') + '=([^;]*)')); return m ? decodeURIComponent(m[1]) : undefined; } if (c('cookie_consent') === 'all') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, regular expression made of the name, opt-out',
    `function c(n) { var m = document.cookie.match(new RegExp('(?:^|;\\\\s*)' + n + '=([^;]*)')); return m ? decodeURIComponent(m[1]) : undefined; } if (c('cookie_consent') !== 'none') { PIX }`,
    'runs r:blocked',
  ],
  [
    '32 in the wild, named group',
    `const { groups } = document.cookie.match(/consent=(?<choice>\\w+)/) || {}; if (groups?.choice === 'accepted') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, replace',
    `var v = document.cookie.replace(/(?:(?:^|.*;\\s*)consent\\s*\\=\\s*([^;]*).*$)|^.*$/, '$1'); if (v === 'yes') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, replace, unless no',
    `var v = document.cookie.replace(/(?:(?:^|.*;\\s*)consent\\s*\\=\\s*([^;]*).*$)|^.*$/, '$1'); if (v !== 'no') { PIX }`,
    'runs r:blocked',
  ],
  [
    '32 in the wild, for of pairs',
    `function readCookie(name) { for (const part of document.cookie.split(';')) { const [key, ...rest] = part.trim().split('='); if (key === name) return rest.join('='); } return null; } if (readCookie('consent') === 'granted') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, for of pairs, missing means yes',
    `function readCookie(name) { for (const part of document.cookie.split(';')) { const [key, ...rest] = part.trim().split('='); if (key === name) return rest.join('='); } return 'granted'; } if (readCookie('consent') === 'granted') { PIX }`,
    'runs r:blocked',
  ],
  [
    '32 in the wild, while over the pairs',
    `function get(n) { var nameEQ = n + '='; var ca = document.cookie.split(';'); var i = 0; while (i < ca.length) { var c = ca[i].trim(); if (c.indexOf(nameEQ) === 0) return c.substring(nameEQ.length); i++; } return null; } if (get('gdpr') == '1') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, indexOf and substring',
    `function getC(name) { var start = document.cookie.indexOf(name + '='); if (start === -1) { return ''; } start += name.length + 1; var end = document.cookie.indexOf(';', start); if (end === -1) { end = document.cookie.length; } return unescape(document.cookie.substring(start, end)); } if (getC('consent') === 'true') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, indexOf and substring, empty passes',
    `function getC(name) { var start = document.cookie.indexOf(name + '='); if (start === -1) { return ''; } start += name.length + 1; var end = document.cookie.indexOf(';', start); if (end === -1) { end = document.cookie.length; } return unescape(document.cookie.substring(start, end)); } if (getC('consent') !== 'false') { PIX }`,
    'runs r:blocked',
  ],
  [
    '32 in the wild, object of all cookies',
    `const jar = Object.fromEntries(document.cookie.split('; ').map((c) => c.split('='))); if (jar.marketing_consent === 'true') { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '32 in the wild, object of all cookies, unless false',
    `const jar = Object.fromEntries(document.cookie.split('; ').map((c) => c.split('='))); if (jar.marketing_consent !== 'false') { PIX }`,
    'runs r:blocked',
  ],
  [
    '32 in the wild, map of all cookies',
    `const jar = new Map(document.cookie.split('; ').map((c) => c.split('='))); if (jar.get('consent') === 'yes') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, map of all cookies, unless no',
    `const jar = new Map(document.cookie.split('; ').map((c) => c.split('='))); if (jar.get('consent') !== 'no') { PIX }`,
    'runs r:blocked',
  ],
  [
    '32 in the wild, reduce with spread',
    `const jar = document.cookie.split(';').reduce((all, c) => { const [k, v] = c.trim().split('='); return { ...all, [k]: decodeURIComponent(v) }; }, {}); if (jar['consent'] === 'yes') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, URLSearchParams over cookies',
    `const jar = new URLSearchParams(document.cookie.replace(/; /g, '&')); if (jar.get('consent') === 'granted') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, URLSearchParams over cookies, unless',
    `const jar = new URLSearchParams(document.cookie.replaceAll('; ', '&')); if (jar.get('consent') !== 'denied') { PIX }`,
    'runs r:blocked',
  ],
  [
    '32 in the wild, filter and pop',
    `const value = document.cookie.split('; ').filter((c) => c.indexOf('consent=') === 0).map((c) => c.split('=')[1]).pop(); if (value === 'all') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, some',
    `if (document.cookie.split(';').some((c) => c.trim() === 'consent=yes')) { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, none',
    `if (!document.cookie.split(';').some((c) => c.trim() === 'consent=no')) { PIX }`,
    'runs r:blocked',
  ],
  [
    '32 in the wild, test at the start',
    `if (/^(.*;)?\\s*consent\\s*=\\s*granted/.test(document.cookie)) { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, split by the name',
    `function gc(n) { const parts = \`; \${document.cookie}\`.split(\`; \${n}=\`); if (parts.length === 2) return parts.pop().split(';').shift(); } if (gc('consent') === 'true') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, split by the name, unless false',
    `function gc(n) { const parts = \`; \${document.cookie}\`.split(\`; \${n}=\`); if (parts.length === 2) return parts.pop().split(';').shift(); } if (gc('consent') !== 'false') { PIX }`,
    'runs r:blocked',
  ],
  [
    '32 in the wild, cookieStore',
    `(async () => { const c = await cookieStore.get('consent'); if (c && c.value === 'granted') { PIX } })();`,
    'blocked r:blocked a:runs',
  ],
  [
    '32 in the wild, cookieStore, unless',
    `(async () => { const c = await cookieStore.get('consent'); if (c?.value !== 'denied') { PIX } })();`,
    'runs r:blocked',
  ],
  [
    '32 in the wild, universal-cookie',
    `import Cookies from 'universal-cookie'; LOADS const jar = new Cookies(null, { path: '/' }); if (jar.get('consent')?.marketing) loadPixel();`,
    'blocked r:blocked m:runs',
    'js',
  ],
  [
    '32 in the wild, universal-cookie, unless',
    `import Cookies from 'universal-cookie'; LOADS const jar = new Cookies(null, { path: '/' }); if (jar.get('consent') !== 'no') loadPixel();`,
    'runs r:blocked',
    'js',
  ],
  [
    '32 in the wild, react-cookie',
    `import { useCookies } from 'react-cookie'; import { useEffect } from 'react';
export default function App() { const [cookies] = useCookies(['consent']); useEffect(() => { if (cookies.consent === 'granted') { PIX } }, [cookies]); return null; }`,
    'blocked r:blocked a:runs',
    'jsx',
  ],
  [
    '32 in the wild, react-cookie, unless',
    `import { useCookies } from 'react-cookie'; import { useEffect } from 'react';
export default function App() { const [cookies] = useCookies(['consent']); useEffect(() => { if (cookies.consent !== 'denied') { PIX } }, [cookies]); return null; }`,
    'runs r:blocked',
    'jsx',
  ],
  [
    '32 in the wild, nookies',
    `import { parseCookies } from 'nookies'; LOADS const { consent } = parseCookies(); if (consent === 'yes') loadPixel();`,
    'blocked r:blocked a:runs',
    'js',
  ],
  [
    '32 in the wild, cookies-next',
    `import { getCookie, hasCookie } from 'cookies-next'; LOADS if (hasCookie('consent') && getCookie('consent') === 'true') loadPixel();`,
    'blocked r:blocked a:runs',
    'js',
  ],
  ['35 in the wild, store.js', `LOADS if (store.get('consent') === 'granted') loadPixel();`, 'blocked'],
  [
    '35 in the wild, store of the site with a prefix',
    `const storage = { prefix: 'shop_', get(key) { const raw = localStorage.getItem(this.prefix + key); return raw === null ? undefined : JSON.parse(raw); } }; if (storage.get('consent')?.ads === true) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '35 in the wild, store of the site with a default',
    `const storage = { prefix: 'shop_', get(key, or) { const raw = localStorage.getItem(this.prefix + key); return raw === null ? or : JSON.parse(raw); } }; if (storage.get('consent', { ads: true }).ads === true) { PIX }`,
    'runs',
  ],
  [
    '35 in the wild, with an expiry',
    `function stored(key) { const raw = localStorage.getItem(key); if (!raw) return null; const { value, expires } = JSON.parse(raw); if (Date.now() > expires) { localStorage.removeItem(key); return null; } return value; } if (stored('consent') === 'accepted') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '35 in the wild, with an expiry, expired means yes',
    `function stored(key) { const raw = localStorage.getItem(key); if (!raw) return null; const { value, expires } = JSON.parse(raw); if (Date.now() > expires) { localStorage.removeItem(key); return null; } return value; } if (stored('consent') !== 'declined') { PIX }`,
    'runs',
  ],
  [
    '35 in the wild, version of the policy',
    `const VERSION = 3; const saved = JSON.parse(localStorage.getItem('consent') || 'null'); if (saved && saved.version === VERSION && saved.choices.marketing) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '35 in the wild, atob',
    `const raw = localStorage.getItem('cc'); const c = raw ? JSON.parse(atob(raw)) : null; if (c?.marketing === 1) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '35 in the wild, list of words in one value',
    `const list = (localStorage.getItem('consent') ?? '').split(','); if (list.includes('marketing')) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '35 in the wild, list of words, some',
    `const list = (localStorage.getItem('consent') ?? '').split('|'); if (list.some((one) => one === 'ads')) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '35 in the wild, list of words, none',
    `const list = (localStorage.getItem('consent') ?? '').split('|'); if (!list.includes('no-ads')) { PIX }`,
    'runs',
  ],
  [
    '35 in the wild, number as a level',
    `const level = parseInt(localStorage.getItem('consent_level') || '0', 10); if (level >= 3) { PIX }`,
    'blocked',
  ],
  [
    '35 in the wild, number as a level, from nought',
    `const level = parseInt(localStorage.getItem('consent_level') || '0', 10); if (level >= 0) { PIX }`,
    'runs',
  ],
  [
    '35 in the wild, bit mask',
    `const bits = Number(localStorage.getItem('consent_bits')); if (bits & 4) { PIX }`,
    'blocked',
  ],
  [
    '35 in the wild, JSON literal compared',
    `if (JSON.parse(localStorage.getItem('consent')) === true) { PIX }`,
    'blocked r:blocked a:runs',
  ],
  ['35 in the wild, truthiness of JSON', `if (JSON.parse(localStorage.getItem('marketing'))) { PIX }`, 'blocked'],
  [
    '36 in the wild, list of refusals',
    `const NO = ['denied', 'rejected', 'no']; if (!NO.includes(localStorage.getItem('consent'))) { PIX }`,
    'runs r:blocked',
  ],
  [
    '36 in the wild, switch with fall through',
    `LOADS switch (Cookies.get('consent')) { case 'no': case 'denied': break; case 'yes': default: loadPixel(); }`,
    'runs r:blocked',
  ],
  [
    '36 in the wild, switch, closed default',
    `LOADS switch (Cookies.get('consent')) { case 'yes': case 'all': loadPixel(); break; case 'no': default: console.log('no'); }`,
    'blocked r:blocked a:runs',
  ],
  [
    '36 in the wild, object of outcomes with a default',
    `const table = { denied: false, granted: true }; const may = table[localStorage.getItem('consent')] ?? true; if (may) { PIX }`,
    'runs r:blocked',
  ],
  [
    '36 in the wild, object of outcomes, closed',
    `const table = { denied: false, granted: true }; const may = table[localStorage.getItem('consent')] ?? false; if (may) { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '37 in the wild, defaults in a function signature',
    `function init({ marketing = true, statistics = true } = {}) { if (marketing) { PIX } } init(JSON.parse(localStorage.getItem('consent') || '{}'));`,
    'runs',
  ],
  [
    '37 in the wild, defaults in a function signature, closed',
    `function init({ marketing = false, statistics = false } = {}) { if (marketing) { PIX } } init(JSON.parse(localStorage.getItem('consent') || '{}'));`,
    'blocked r:blocked m:runs',
  ],
  [
    '37 in the wild, structuredClone of defaults',
    `const DEFAULTS = { categories: { marketing: { enabled: true } } }; const state = structuredClone(DEFAULTS); const saved = localStorage.getItem('cc'); if (saved) Object.assign(state, JSON.parse(saved)); if (state.categories.marketing.enabled) { PIX }`,
    'runs',
  ],
  [
    '37 in the wild, jQuery.extend of defaults',
    `var opts = $.extend({}, { ads: false }, JSON.parse(localStorage.getItem('cookie_opts') || '{}')); if (opts.ads) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '37 in the wild, jQuery.extend of defaults that grant',
    `var opts = $.extend({ ads: true }, JSON.parse(localStorage.getItem('cookie_opts') || '{}')); if (opts.ads) { PIX }`,
    'runs',
  ],
  [
    '38 in the wild, ternary for what is missing',
    `const raw = localStorage.getItem('consent'); const consent = raw ? JSON.parse(raw) : { marketing: true }; consent.marketing && INSERT;`,
    'runs',
  ],
  [
    '38 in the wild, what is missing is stored as yes',
    `if (!localStorage.getItem('consent')) { localStorage.setItem('consent', 'granted'); } if (localStorage.getItem('consent') === 'granted') { PIX }`,
    'runs',
  ],
  [
    '38 in the wild, what is missing is stored as no',
    `if (!localStorage.getItem('consent')) { localStorage.setItem('consent', 'denied'); } if (localStorage.getItem('consent') === 'granted') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '38 in the wild, a cookie that the page sets itself',
    `function setCookie(n, v) { document.cookie = n + '=' + v + '; path=/'; } function getCookie(n) { var m = document.cookie.match('(^|;) ?' + n + '=([^;]*)(;|$)'); return m ? m[2] : null; }
if (getCookie('consent') === null) { setCookie('consent', 'yes'); } if (getCookie('consent') === 'yes') { PIX }`,
    'runs',
  ],
  ['40 in the wild, length of what is stored', `if (localStorage.length === 0) { PIX }`, 'runs'],
  [
    '40 in the wild, hasOwnProperty',
    `if (localStorage.hasOwnProperty('consent') && localStorage.consent === 'yes') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '40 in the wild, in',
    `if ('consent' in localStorage && localStorage['consent'] === 'yes') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  ['40 in the wild, not in', `if (!('optout' in localStorage)) { PIX }`, 'runs r:blocked'],
  [
    '41 in the wild, opt-out of a list',
    `const off = JSON.parse(localStorage.getItem('disabled-trackers') || '[]'); if (!off.includes('meta')) { PIX }`,
    'runs',
  ],
  [
    '41 in the wild, opt-out, every tracker of a loop',
    `const off = new Set((localStorage.getItem('optout') || '').split(',')); LOADS [['meta', loadPixel]].forEach(([name, load]) => { if (!off.has(name)) load(); });`,
    'runs',
  ],
  [
    '42 in the wild, nested members',
    `const s = JSON.parse(localStorage.getItem('user-settings') || '{}'); if (s?.privacy?.cookies?.marketing) { PIX }`,
    'blocked r:blocked m:runs',
  ],
  [
    '42 in the wild, categories in an array of objects',
    `const s = JSON.parse(localStorage.getItem('cookie-consent') || '[]'); if (s.find((c) => c.id === 'marketing')?.accepted) { PIX }`,
    'blocked r:blocked',
  ],
  [
    '42 in the wild, zustand with persist',
    `import { create } from 'zustand'; import { persist } from 'zustand/middleware'; import { useEffect } from 'react';
const useConsent = create(persist((set) => ({ marketing: false, accept: () => set({ marketing: true }) }), { name: 'consent' }));
export default function Pixel() { const ok = useConsent((s) => s.marketing); useEffect(() => { if (ok) { PIX } }, [ok]); return null; }`,
    'blocked r:blocked m:runs',
    'jsx',
  ],
  [
    '42 in the wild, zustand that begins with yes',
    `import { create } from 'zustand'; import { useEffect } from 'react';
const useConsent = create((set) => ({ marketing: true, revoke: () => set({ marketing: false }) }));
export default function Pixel() { const { marketing } = useConsent(); useEffect(() => { if (marketing) { PIX } }, [marketing]); return null; }`,
    'runs',
    'jsx',
  ],
  [
    '42 in the wild, zustand, granted by a button',
    `import { create } from 'zustand'; import Script from 'next/script';
const useConsent = create<{ ok: boolean; accept: () => void }>()((set) => ({ ok: false, accept: () => set({ ok: true }) }));
export function Banner() { const accept = useConsent((s) => s.accept); return <div className="cookie-banner"><button onClick={accept}>Accept</button></div>; }
export default function Pixel() { const ok = useConsent((s) => s.ok); return ok ? <Script src="SRC" /> : null; }`,
    'blocked r:blocked a:runs',
    'tsx',
  ],
  [
    '42 in the wild, jotai',
    `import { atom, useAtomValue } from 'jotai'; import Script from 'next/script';
const consent = atom(false);
export default function Pixel() { const ok = useAtomValue(consent); return ok && <Script src="SRC" />; }`,
    'blocked',
    'jsx',
  ],
  [
    '42 in the wild, jotai that begins with yes',
    `import { atom, useAtom } from 'jotai'; import Script from 'next/script';
const consent = atom(true);
export default function Pixel() { const [ok] = useAtom(consent); return ok && <Script src="SRC" />; }`,
    'runs',
    'jsx',
  ],
  [
    '42 in the wild, slices',
    `import { createSlice, configureStore } from '@reduxjs/toolkit'; import { useSelector } from 'react-redux'; import Script from 'next/script';
const consent = createSlice({ name: 'consent', initialState: { marketing: false }, reducers: { accept(state) { state.marketing = true; } } });
export const store = configureStore({ reducer: { consent: consent.reducer } });
export default function Pixel() { const ok = useSelector((s) => s.consent.marketing); return ok ? <Script src="SRC" /> : null; }`,
    'blocked',
    'jsx',
  ],
  [
    '42 in the wild, slices that begin with yes',
    `import { createSlice, configureStore } from '@reduxjs/toolkit'; import { useSelector } from 'react-redux'; import Script from 'next/script';
const consent = createSlice({ name: 'consent', initialState: { marketing: true }, reducers: { revoke(state) { state.marketing = false; } } });
export const store = configureStore({ reducer: { consent: consent.reducer } });
export default function Pixel() { const ok = useSelector((s) => s.consent.marketing); return ok ? <Script src="SRC" /> : null; }`,
    'runs',
    'jsx',
  ],
  [
    '42 in the wild, nanostores',
    `import { atom } from 'nanostores'; import { useStore } from '@nanostores/react'; import Script from 'next/script';
const $consent = atom('unknown');
export default function Pixel() { const c = useStore($consent); return c === 'granted' ? <Script src="SRC" /> : null; }`,
    'blocked',
    'jsx',
  ],
  [
    '42 in the wild, a store of the site’s own with subscribers',
    `function createStore(initial) { let state = initial; const subs = new Set(); return { get: () => state, set(next) { state = { ...state, ...next }; subs.forEach((f) => f(state)); }, subscribe(f) { subs.add(f); f(state); return () => subs.delete(f); } }; }
const consent = createStore({ marketing: false }); consent.subscribe((s) => { if (s.marketing) { PIX } }); const raw = localStorage.getItem('consent'); if (raw) consent.set(JSON.parse(raw));`,
    'blocked r:blocked m:runs',
  ],
  [
    '42 in the wild, a store of the site’s own, told yes',
    `function createStore(initial) { let state = initial; const subs = new Set(); return { get: () => state, set(next) { state = { ...state, ...next }; subs.forEach((f) => f(state)); }, subscribe(f) { subs.add(f); f(state); return () => subs.delete(f); } }; }
const consent = createStore({ marketing: false }); consent.subscribe((s) => { if (s.marketing) { PIX } }); consent.set({ marketing: true });`,
    'runs',
  ],
];
