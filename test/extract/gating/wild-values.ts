import type { Case } from './support.ts';

const HELPER = `function getCookie(n){var v=document.cookie.match('(^|;) ?'+n+'=([^;]*)(;|$)');return v?v[2]:null}`;
const TWO = '<div id="cookie-banner"><button id="yes">Acceptera</button><button id="no">Avvisa</button></div>';
const pg = (body: string, script: string) =>
  `<!doctype html><html><head></head><body>${body}<script>\n${script}\n</script></body></html>`;
/** Values, flags, registries and modules in the wild, each with its ungated twin. */
export const wildValueCases: readonly Case[] = [
  // values of helpers
  [
    'values: a number of a cookie',
    `${HELPER} LOADS if (+getCookie('consent') === 1) loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  [
    'values: truthiness of a number of a cookie',
    `${HELPER} LOADS if (!!+getCookie('consent')) loadPixel();`,
    'blocked',
  ],
  [
    'values: Number of a cookie',
    `${HELPER} LOADS if (Number(getCookie('consent')) === 1) loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  [
    'values: Number of a cookie, not nought',
    `${HELPER} LOADS if (Number(getCookie('consent')) !== 0) loadPixel();`,
    'blocked',
  ],
  [
    'values: parsed with a default',
    `${HELPER} LOADS if (JSON.parse(getCookie('consent') || 'false')) loadPixel();`,
    'blocked',
  ],
  [
    'values: parsed with a default of yes',
    `${HELPER} LOADS if (JSON.parse(getCookie('consent') || 'true')) loadPixel();`,
    'runs',
  ],
  [
    'values: in a list by indexOf',
    `${HELPER} LOADS if (['1', 'true'].indexOf(getCookie('consent')) >= 0) loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  [
    'values: there and not false',
    `${HELPER} LOADS var v = getCookie('consent'); if (v && v !== 'false') loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  [
    'values: a pattern of answers',
    `${HELPER} LOADS if (/^(1|true|yes)$/i.test(getCookie('consent'))) loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  [
    'values: a pattern of refusals',
    `${HELPER} LOADS if (!/^(0|false|no)$/i.test(getCookie('consent'))) loadPixel();`,
    'runs r:blocked',
  ],
  [
    'values: begins with',
    `${HELPER} LOADS if (getCookie('consent')?.startsWith('accept')) loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  [
    'values: lower case',
    `${HELPER} LOADS if ((getCookie('consent') || '').toLowerCase() === 'yes') loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  [
    'values: lower case, not no',
    `${HELPER} LOADS if ((getCookie('consent') || '').toLowerCase() !== 'no') loadPixel();`,
    'runs r:blocked',
  ],
  [
    'values: a part of a list',
    `${HELPER} LOADS var c = (getCookie('consent') || '').split('|'); if (c[2] === '1') loadPixel();`,
    'blocked r:blocked',
  ],
  [
    'values: a character',
    `${HELPER} LOADS var c = getCookie('consent') || '000'; if (c.charAt(2) === '1') loadPixel();`,
    'blocked',
  ],
  [
    'values: a character, turned round',
    `${HELPER} LOADS var c = getCookie('consent') || '000'; if (c.charAt(2) !== '1') loadPixel();`,
    'runs',
  ],
  [
    'values: parseInt',
    `${HELPER} LOADS if (parseInt(getCookie('consent'), 10) === 1) loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  ['values: length', `${HELPER} LOADS if ((getCookie('consent') || '').length > 0) loadPixel();`, 'blocked'],
  ['values: length nought', `${HELPER} LOADS if ((getCookie('consent') || '').length === 0) loadPixel();`, 'runs'],
  [
    'values: compared the other way round, loosely',
    `LOADS if (null != localStorage.getItem('consent') && 'no' != localStorage.getItem('consent')) loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  ['values: undefined', `LOADS if (localStorage.consent === undefined) loadPixel();`, 'runs'],
  ['values: typeof', `LOADS if (typeof localStorage.consent === 'undefined') loadPixel();`, 'runs'],
  ['values: typeof, negated', `LOADS if (typeof localStorage.consent !== 'undefined') loadPixel();`, 'blocked r:runs'],
  [
    'values: void',
    `LOADS if (localStorage.consent !== void 0 && localStorage.consent !== 'denied') loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  [
    'values: Boolean',
    `LOADS if (Boolean(localStorage.getItem('marketing-consent') === 'true')) loadPixel();`,
    'blocked r:blocked m:runs',
  ],
  ['values: String', `LOADS if (String(localStorage.getItem('consent')) === 'null') loadPixel();`, 'runs'],
  [
    'values: template',
    "LOADS if (`${localStorage.getItem('consent')}` === 'granted') loadPixel();",
    'blocked r:blocked a:runs',
  ],
  [
    'values: not of nullish',
    `LOADS const declined = (localStorage.getItem('consent') ?? 'none') === 'declined'; if (!declined) loadPixel();`,
    'runs r:blocked',
  ],
  // the page writes what it reads
  [
    'writes: a cookie and a reload',
    pg(
      TWO,
      `${HELPER} LOADS document.getElementById('yes').onclick = function () { document.cookie = 'c=1; path=/'; location.reload(); }; document.getElementById('no').onclick = function () { document.cookie = 'c=0; path=/'; location.reload(); }; if (getCookie('c') === '1') loadPixel();`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    'writes: a cookie that both set',
    pg(
      TWO,
      `${HELPER} LOADS document.getElementById('yes').onclick = function () { document.cookie = 'c=1; path=/'; location.reload(); }; document.getElementById('no').onclick = function () { document.cookie = 'c=0; path=/'; location.reload(); }; if (getCookie('c')) loadPixel();`,
    ),
    'blocked r:runs',
  ],
  [
    'writes: only the accept button writes',
    pg(
      TWO,
      `LOADS const accept = () => { localStorage.setItem('cookies', 'x'); loadPixel(); }; document.querySelector('#yes').addEventListener('click', accept); document.querySelector('#no').addEventListener('click', () => document.querySelector('#cookie-banner').remove()); if (localStorage.getItem('cookies')) loadPixel();`,
    ),
    'blocked',
  ],
  // flags of the page
  [
    'flags: written by the server as no',
    pg(
      '<script>window.__CONSENT__ = { marketing: false };</script>',
      `LOADS if (window.__CONSENT__ && window.__CONSENT__.marketing) loadPixel();`,
    ),
    'blocked',
  ],
  [
    'flags: written by the server as yes',
    pg(
      '<script>window.__CONSENT__ = { marketing: true };</script>',
      `LOADS if (window.__CONSENT__ && window.__CONSENT__.marketing) loadPixel();`,
    ),
    'runs',
  ],
  ['flags: of somebody else', `LOADS if (window.userConsent === true) loadPixel();`, 'unknown a:runs'],
  [
    'flags: of somebody else, early return',
    `LOADS (function () { if (!window.marketingConsentGiven) return; loadPixel(); })();`,
    'unknown a:runs',
  ],
  [
    'flags: a class of the document',
    `LOADS if (document.documentElement.classList.contains('cookies-accepted')) loadPixel();`,
    'unknown',
  ],
  [
    'flags: a dataset of the document',
    `LOADS if (document.documentElement.dataset.consent === 'granted') loadPixel();`,
    'unknown',
  ],
  [
    'flags: a meta element',
    `LOADS if (document.querySelector('meta[name="consent"]')?.content === 'granted') loadPixel();`,
    'unknown',
  ],
  // messages
  [
    'messages: postMessage',
    `LOADS window.addEventListener('message', (e) => { if (e.data.type === 'consent' && e.data.marketing === true) loadPixel(); });`,
    'unknown',
  ],
  [
    'messages: storage event',
    `LOADS window.addEventListener('storage', (e) => { if (e.key === 'consent' && e.newValue === 'granted') loadPixel(); });`,
    'unknown',
  ],
  [
    'messages: a server',
    `LOADS fetch('/api/consent').then((r) => r.json()).then((c) => { if (c.marketing) loadPixel(); });`,
    'unknown',
  ],
  [
    'messages: a server that answers anything',
    `LOADS fetch('/api/visitor').then((r) => r.json()).then(() => loadPixel());`,
    'runs',
  ],
  // registries
  [
    'registry: services with a category',
    `const registry = []; const register = (s) => registry.push(s); LOADS register({ name: 'meta', category: 'marketing', load: loadPixel }); register({ name: 'chat', category: 'necessary', load() {} });
const granted = (c) => c === 'necessary' || JSON.parse(localStorage.getItem('consent') || '[]').includes(c); registry.filter((s) => granted(s.category)).forEach((s) => s.load());`,
    'blocked r:blocked m:runs',
  ],
  [
    'registry: services with a category that is necessary',
    `const registry = []; const register = (s) => registry.push(s); LOADS register({ name: 'meta', category: 'necessary', load: loadPixel });
const granted = (c) => c === 'necessary' || JSON.parse(localStorage.getItem('consent') || '[]').includes(c); registry.filter((s) => granted(s.category)).forEach((s) => s.load());`,
    'runs',
  ],
  [
    'registry: addresses by category',
    `const TOOLS = { marketing: ['SRC'], statistics: [] }; function add(src) { const s = document.createElement('script'); s.src = src; s.async = true; document.head.appendChild(s); }
const consent = JSON.parse(localStorage.getItem('consent') || '{}'); for (const category of Object.keys(TOOLS)) { if (!consent[category]) continue; TOOLS[category].forEach(add); }`,
    'blocked r:blocked m:runs',
  ],
  [
    'registry: addresses by category, all of them',
    `const TOOLS = { marketing: ['SRC'], statistics: [] }; function add(src) { const s = document.createElement('script'); s.src = src; s.async = true; document.head.appendChild(s); }
const consent = JSON.parse(localStorage.getItem('consent') || '{}'); for (const category of Object.keys(TOOLS)) { if (consent[category] === false) continue; TOOLS[category].forEach(add); }`,
    'runs',
  ],
  [
    'registry: promise of a loader',
    `const load = (src) => new Promise((ok, fail) => { const s = document.createElement('script'); s.src = src; s.onload = ok; s.onerror = fail; document.head.append(s); });
(async () => { if (localStorage.getItem('consent') !== 'granted') return; await load('SRC'); })();`,
    'blocked r:blocked a:runs',
  ],
  [
    'registry: promise of a loader, nobody asks',
    `const load = (src) => new Promise((ok, fail) => { const s = document.createElement('script'); s.src = src; s.onload = ok; s.onerror = fail; document.head.append(s); });
(async () => { try { await load('SRC'); } catch { console.log('x'); } })();`,
    'runs',
  ],
  [
    'registry: abstract class',
    `abstract class Tracker { protected abstract category: string; abstract load(): void; start(): void { if (Consent.has(this.category)) this.load(); } }
class Consent { static has(c: string): boolean { return (localStorage.getItem('consent') ?? '').includes(c); } }
class Meta extends Tracker { protected category = 'marketing'; load(): void { PIX } }
new Meta().start();`,
    'blocked r:blocked m:runs',
    'ts',
  ],
  [
    'registry: abstract class that overrides',
    `abstract class Tracker { abstract load(): void; allowed(): boolean { return localStorage.getItem('consent') === 'granted'; } start(): void { if (this.allowed()) this.load(); } }
class Meta extends Tracker { override allowed(): boolean { return true; } load(): void { PIX } }
new Meta().start();`,
    'runs',
    'ts',
  ],
  [
    'registry: dependency injection',
    `class App { constructor(private readonly consent: { ads(): boolean }, private readonly pixel: () => void) {} boot(): void { this.consent.ads() && this.pixel(); } }
new App({ ads: () => localStorage.getItem('ads') === 'yes' }, () => { PIX }).boot();`,
    'blocked r:blocked',
    'ts',
  ],
  [
    'registry: namespace',
    `namespace Shop { export const consent = { ok: () => localStorage.getItem('consent') === 'yes' }; export function boot() { if (consent.ok()) { PIX } } } Shop.boot();`,
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    'registry: const enum and satisfies',
    `const enum State { Yes = 'granted', No = 'denied' } const state = (localStorage.getItem('consent') ?? State.No) satisfies string; if (state === State.Yes) { PIX }`,
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    'registry: decorator',
    `function whenConsent(target: unknown, key: string, d: PropertyDescriptor) { const f = d.value; d.value = function (...a: unknown[]) { if (localStorage.getItem('consent') === 'granted') return f.apply(this, a); }; return d; }
const guarded = (f: () => void) => () => { if (localStorage.getItem('consent') === 'granted') f(); };
const load = guarded(() => { PIX }); load();`,
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    'registry: higher-order function that only logs',
    `const logged = (f) => (...args) => { console.log('call'); return f(...args); }; LOADS logged(loadPixel)();`,
    'runs',
  ],
  [
    'registry: memoised consent',
    `let cache; const consent = () => cache ??= JSON.parse(localStorage.getItem('consent') ?? 'null'); LOADS if (consent()?.marketing) loadPixel();`,
    'blocked r:blocked m:runs',
  ],
  [
    'registry: memoised consent with a default',
    `let cache; const consent = () => cache ??= JSON.parse(localStorage.getItem('consent') ?? '{"marketing":true}'); LOADS if (consent()?.marketing) loadPixel();`,
    'runs',
  ],
  [
    'registry: pipeline',
    `const steps = [(c) => localStorage.getItem('consent') === 'granted' ? c : null, (c) => { if (c) { PIX } return c; }]; steps.reduce((c, step) => step(c), {});`,
    'blocked r:blocked a:runs',
  ],
  [
    'registry: middleware with next',
    `const stack = []; const use = (f) => stack.push(f); const run = (i = 0) => { const f = stack[i]; if (f) f(() => run(i + 1)); }; LOADS use((next) => { if (localStorage.getItem('consent') === 'granted') next(); }); use(() => loadPixel()); run();`,
    'blocked r:blocked a:runs',
  ],
  [
    'registry: middleware that always goes on',
    `const stack = []; const use = (f) => stack.push(f); const run = (i = 0) => { const f = stack[i]; if (f) f(() => run(i + 1)); }; LOADS use((next) => { console.log(1); next(); }); use(() => loadPixel()); run();`,
    'runs',
  ],
  [
    'registry: state machine',
    `let state = 'idle'; const on = { idle: { start: () => (localStorage.getItem('consent') === 'granted' ? 'active' : 'idle') } }; state = on[state].start(); if (state === 'active') { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    'registry: event of a list of handlers with options',
    `LOADS const handlers = { 'consent:granted': [loadPixel] }; function fire(name) { (handlers[name] || []).forEach((h) => h()); } if (localStorage.getItem('consent') === 'granted') fire('consent:granted');`,
    'blocked r:blocked a:runs',
  ],
  [
    'registry: event fired at once',
    `LOADS const handlers = { 'consent:granted': [loadPixel] }; function fire(name) { (handlers[name] || []).forEach((h) => h()); } fire('consent:granted');`,
    'runs',
  ],
  [
    'registry: Symbol keys',
    `const LOAD = Symbol('load'); const tag = { [LOAD]() { PIX } }; if (localStorage.getItem('consent') === 'granted') tag[LOAD]();`,
    'blocked r:blocked a:runs',
  ],
  [
    'registry: WeakMap',
    `const store = new WeakMap(); const key = {}; store.set(key, { ads: localStorage.getItem('ads-consent') === 'yes' }); if (store.get(key).ads) { PIX }`,
    'blocked r:blocked',
  ],
  [
    'registry: label and continue',
    `const tags = [{ c: 'marketing', f() { PIX } }]; outer: for (const t of tags) { for (const need of [t.c]) { if (!(localStorage.getItem('consent') || '').includes(need)) continue outer; } t.f(); }`,
    'blocked r:blocked m:runs',
  ],
  [
    'registry: do while',
    `let i = 0; const tags = [() => { PIX }]; do { if (localStorage.getItem('consent') !== 'granted') break; tags[i](); i++; } while (i < tags.length);`,
    'blocked r:blocked a:runs',
  ],
  [
    'registry: queue of a stub, pushed later',
    `(function () { var q = window.tags || []; window.tags = { push: function (f) { f(); } }; for (var i = 0; i < q.length; i++) window.tags.push(q[i]); })(); LOADS window.tags.push(loadPixel);`,
    'runs',
  ],
  // modules
  [
    'modules: default export of an object',
    `import { start } from './tags.js';
start();
=== tags.js
import consent from './consent.js';
export function start() { if (consent.marketing) { PIX } }
=== consent.js
const raw = localStorage.getItem('consent');
export default { get marketing() { return raw ? JSON.parse(raw).marketing === true : false; } };`,
    'blocked r:blocked m:runs',
    'js',
  ],
  [
    'modules: namespace import',
    `import * as consent from './consent.js'; LOADS if (consent.granted('ads')) loadPixel();
=== consent.js
export const granted = (c) => (localStorage.getItem('consent') || '').split(',').indexOf(c) >= 0;`,
    'blocked r:blocked m:runs',
    'js',
  ],
  [
    'modules: namespace re-export',
    `import { privacy } from './index.js'; LOADS if (privacy.granted()) loadPixel();
=== index.js
export * as privacy from './consent.js';
=== consent.js
export const granted = () => localStorage.getItem('consent') !== 'denied';`,
    'runs r:blocked',
    'js',
  ],
  [
    'modules: renamed re-export',
    `import { ok } from './index.js'; LOADS if (ok()) loadPixel();
=== index.js
export { granted as ok } from './consent.js';
=== consent.js
export function granted() { return localStorage.getItem('consent') === 'granted'; }`,
    'blocked r:blocked a:runs',
    'js',
  ],
  [
    'modules: CommonJS',
    `const consent = require('./consent.js'); LOADS if (consent.granted()) loadPixel();
=== consent.js
module.exports = { granted: function () { return localStorage.getItem('consent') === 'granted'; } };`,
    'blocked r:blocked a:runs',
    'js',
  ],
  [
    'modules: CommonJS that says yes',
    `const { granted } = require('./consent.js'); LOADS if (granted()) loadPixel();
=== consent.js
exports.granted = function () { return localStorage.getItem('consent') !== 'denied'; };`,
    'runs r:blocked',
    'js',
  ],
  [
    'modules: a side effect',
    `import './pixel.js';
=== pixel.js
PIX`,
    'runs',
    'js',
  ],
  [
    'modules: lazy by a table',
    `const pages = { ads: () => import('./pixel.js') }; if (localStorage.getItem('consent') === 'granted') { pages.ads().then((m) => m.default()); }
=== pixel.js
export default function () { PIX }`,
    'blocked r:blocked a:runs',
    'js',
  ],
];
