import type { Case } from './support.ts';

const CHOSEN = 'blocked r:blocked a:runs';
const ACCEPTED = 'blocked a:runs';

/** Classes, collections, promises, modules, lists of trackers: the ways of larger scripts. */
export const objectCases: readonly Case[] = [
  [
    'queue of a class, emptied with splice',
    `LOADS class Later { constructor() { this.queue = []; } add(run) { this.queue.push(run); } flush() { for (const run of this.queue.splice(0)) run(); } } const later = new Later(); later.add(loadPixel); window.addEventListener('load', () => later.flush());`,
    'runs',
  ],
  [
    'queue of which splice takes another entry',
    `LOADS const queue = [() => {}, loadPixel]; for (const run of queue.splice(0, 1)) run();`,
    'blocked',
  ],
  [
    'queue with its positions',
    `LOADS const queue = [loadPixel]; for (const [index, run] of queue.entries()) run(index);`,
    'runs',
  ],
  // Classes.
  [
    'class, field read in the constructor',
    `LOADS class C { ok = localStorage.getItem('consent') === 'yes'; constructor() { if (this.ok) loadPixel(); } } new C();`,
    CHOSEN,
  ],
  [
    'class, field that says yes',
    `LOADS class C { ok = true; constructor() { if (this.ok) loadPixel(); } } new C();`,
    'runs',
  ],
  [
    'class, inherited method',
    `LOADS class A { allowed() { return localStorage.getItem('consent') === 'yes'; } } class B extends A { run() { if (this.allowed()) loadPixel(); } } new B().run();`,
    CHOSEN,
  ],
  [
    'class, overridden method',
    `LOADS class A { allowed() { return localStorage.getItem('consent') === 'yes'; } run() { if (this.allowed()) loadPixel(); } } class B extends A { allowed() { return true; } } new B().run();`,
    'runs',
  ],
  [
    'class, super',
    `LOADS class A { allowed() { return localStorage.getItem('consent') === 'yes'; } } class B extends A { allowed() { return super.allowed() || location.search.includes('x'); } } if (new B().allowed()) loadPixel();`,
    'runs',
  ],
  [
    'class, getter',
    `LOADS class C { get granted() { return localStorage.getItem('consent') === 'yes'; } } const c = new C(); if (c.granted) loadPixel();`,
    CHOSEN,
  ],
  [
    'class, setter that loads',
    `LOADS class C { set granted(v) { if (v) loadPixel(); } } new C().granted = localStorage.getItem('consent') === 'yes';`,
    CHOSEN,
  ],
  [
    'class, static',
    `LOADS class C { static KEY = 'consent'; static ok() { return localStorage.getItem(C.KEY) === 'yes'; } } if (C.ok()) loadPixel();`,
    CHOSEN,
  ],
  [
    'class, private field and method',
    `LOADS class C { #v = localStorage.getItem('consent'); #ok() { return this.#v === 'yes'; } run() { if (this.#ok()) loadPixel(); } } new C().run();`,
    CHOSEN,
  ],
  [
    'class, singleton',
    `LOADS class C { static #one; static get() { return (C.#one ??= new C()); } granted = false; accept() { this.granted = true; } } if (C.get().granted) loadPixel();`,
    'blocked',
  ],
  [
    'constructor function with prototype',
    `LOADS function C() { this.v = localStorage.getItem('consent'); } C.prototype.ok = function () { return this.v === 'yes'; }; if (new C().ok()) loadPixel();`,
    CHOSEN,
  ],
  [
    'Object.assign onto a prototype',
    `LOADS function C() {} Object.assign(C.prototype, { ok() { return localStorage.getItem('consent') !== 'no'; } }); if (new C().ok()) loadPixel();`,
    'runs',
  ],
  [
    'proxy that stores',
    `LOADS const state = new Proxy({ marketing: false }, { set(t, k, v) { t[k] = v; if (k === 'marketing' && v) loadPixel(); return true; } }); document.getElementById('accept-cookies').onclick = () => { state.marketing = true; };`,
    ACCEPTED,
  ],
  [
    'proxy that stores, set at once',
    `LOADS const state = new Proxy({ marketing: false }, { set(t, k, v) { t[k] = v; if (k === 'marketing' && v) loadPixel(); return true; } }); state.marketing = true;`,
    'runs',
  ],

  // Maps and sets.
  [
    'map of what was chosen',
    `LOADS const c = new Map([['marketing', localStorage.getItem('mkt') === '1']]); if (c.get('marketing')) loadPixel();`,
    CHOSEN,
  ],
  [
    'map of defaults',
    `LOADS const c = new Map(Object.entries({ marketing: true })); if (c.get('marketing')) loadPixel();`,
    'runs',
  ],
  [
    'set of categories',
    `LOADS const c = new Set(['necessary']); if (localStorage.getItem('consent') === 'all') c.add('marketing'); if (c.has('marketing')) loadPixel();`,
    CHOSEN,
  ],
  [
    'set of categories with marketing in it',
    `LOADS const c = new Set(['necessary', 'marketing']); if (c.has('marketing')) loadPixel();`,
    'runs',
  ],
  [
    'set of categories without marketing',
    `LOADS const c = new Set(['necessary']); if (c.has('marketing')) loadPixel();`,
    'blocked',
  ],

  // Promises and exceptions.
  [
    'promise rejected without a choice',
    `LOADS const ask = () => localStorage.getItem('consent') === 'yes' ? Promise.resolve() : Promise.reject(); ask().then(loadPixel).catch(() => {});`,
    CHOSEN,
  ],
  [
    'promise rejected, and loaded all the same',
    `LOADS const ask = () => localStorage.getItem('consent') === 'yes' ? Promise.resolve() : Promise.reject(); ask().catch(() => {}).then(loadPixel);`,
    'runs',
  ],
  ['promise, finally', `LOADS Promise.reject().finally(loadPixel).catch(() => {});`, 'runs'],
  [
    'promise, all of two, one of them the choice',
    `LOADS const ready = new Promise((r) => addEventListener('load', r)); const accepted = new Promise((r) => { document.getElementById('accept-cookies').onclick = r; }); Promise.all([ready, accepted]).then(loadPixel);`,
    ACCEPTED,
  ],
  [
    'promise, any of two',
    `LOADS const ready = new Promise((r) => addEventListener('load', r)); const accepted = new Promise((r) => { document.getElementById('accept-cookies').onclick = r; }); Promise.any([ready, accepted]).then(loadPixel);`,
    'runs',
  ],
  [
    'promise resolved from outside',
    `LOADS let go; const accepted = new Promise((r) => { go = r; }); document.getElementById('accept-cookies').onclick = () => go(); accepted.then(loadPixel);`,
    ACCEPTED,
  ],
  [
    'promise resolved from outside, at once',
    `LOADS let go; const accepted = new Promise((r) => { go = r; }); accepted.then(loadPixel); go();`,
    'runs',
  ],
  [
    'promise with resolvers',
    `LOADS const { promise, resolve } = Promise.withResolvers(); promise.then(loadPixel); document.getElementById('accept-cookies').onclick = resolve;`,
    ACCEPTED,
  ],
  [
    'deferred of jQuery',
    `LOADS var d = $.Deferred(); d.done(loadPixel); $('#accept-cookies').click(function () { d.resolve(); });`,
    ACCEPTED,
  ],
  ['deferred of jQuery, resolved at once', `LOADS var d = $.Deferred(); d.done(loadPixel); d.resolve();`, 'runs'],
  [
    'throw where nothing is chosen',
    `LOADS function need() { if (localStorage.getItem('consent') !== 'yes') throw new Error('no'); } try { need(); loadPixel(); } catch (e) {}`,
    CHOSEN,
  ],
  [
    'throw where nothing is chosen, loaded in catch',
    `LOADS function need() { if (localStorage.getItem('consent') !== 'yes') throw new Error('no'); } try { need(); } catch (e) { loadPixel(); }`,
    'runs',
  ],
  [
    'throw where nothing is chosen, loaded afterwards',
    `LOADS function need() { if (localStorage.getItem('consent') !== 'yes') throw new Error('no'); } try { need(); } catch (e) {} loadPixel();`,
    'runs',
  ],

  // Lists of trackers and settings.
  ['list of trackers, each', `LOADS [loadPixel].forEach((f) => f());`, 'runs'],
  [
    'list of trackers with what each needs',
    `LOADS const given = JSON.parse(localStorage.getItem('consent') || '{}'); [{ needs: 'marketing', load: loadPixel }].forEach((t) => { if (given[t.needs]) t.load(); });`,
    CHOSEN,
  ],
  [
    'list of trackers, filtered',
    `LOADS const given = JSON.parse(localStorage.getItem('consent') || '[]'); [{ needs: 'marketing', load: loadPixel }].filter((t) => given.includes(t.needs)).forEach((t) => t.load());`,
    CHOSEN,
  ],
  [
    'list of trackers, filter that lets all through',
    `LOADS [{ needs: 'marketing', load: loadPixel }].filter((t) => t.needs).map((t) => t.load());`,
    'runs',
  ],
  [
    'list of trackers that need consent or none',
    `LOADS const ok = localStorage.getItem('consent') === 'yes'; for (const t of [{ requiresConsent: true, load: loadPixel }]) { if (!t.requiresConsent || ok) t.load(); }`,
    CHOSEN,
  ],
  [
    'list of trackers, one is said to need none',
    `LOADS const ok = localStorage.getItem('consent') === 'yes'; for (const t of [{ requiresConsent: false, load: loadPixel }]) { if (!t.requiresConsent || ok) t.load(); }`,
    'runs',
  ],
  [
    'list of trackers, flag forgotten',
    `LOADS const ok = localStorage.getItem('consent') === 'yes'; for (const t of [{ load: loadPixel }]) { if (!t.requiresConsent || ok) t.load(); }`,
    'runs',
  ],
  [
    'table of trackers by category',
    `LOADS const TOOLS = { necessary: [], marketing: [loadPixel] }; for (const [cat, fns] of Object.entries(TOOLS)) { if (cat === 'necessary' || localStorage.getItem('consent_' + cat) === '1') fns.forEach((f) => f()); }`,
    'blocked',
  ],
  [
    'settings of a loader',
    `LOADS function setup({ consent = true, onReady }) { if (consent) onReady(); } setup({ onReady: loadPixel });`,
    'runs',
  ],
  [
    'settings of a loader that say no',
    `LOADS function setup({ consent = true, onReady }) { if (consent) onReady(); } setup({ consent: false, onReady: loadPixel });`,
    'blocked',
  ],
  [
    'settings over defaults',
    `LOADS const o = { ...{ requireConsent: true }, ...{ requireConsent: false } }; if (!o.requireConsent || localStorage.getItem('consent') === 'yes') loadPixel();`,
    'runs',
  ],
  [
    'settings of the window',
    `window.SITE = { analytics: { requireConsent: true } }; LOADS if (!SITE.analytics.requireConsent || document.cookie.includes('consent=yes')) loadPixel();`,
    CHOSEN,
  ],
  ['parameter with a default', `LOADS function boot(ok = true) { if (ok) loadPixel(); } boot();`, 'runs'],
  [
    'parameter with a default that says no',
    `LOADS function boot(ok = false) { if (ok) loadPixel(); } boot();`,
    'blocked',
  ],
  [
    'enumeration of states',
    `LOADS enum State { Unknown, Granted, Denied } let state: State = State.Unknown; if (state === State.Granted) loadPixel();`,
    'blocked',
    'ts',
  ],
  [
    'enumeration of states, asked the wrong way',
    `LOADS enum State { Unknown, Granted, Denied } let state: State = State.Unknown; if (state !== State.Denied) loadPixel();`,
    'runs',
    'ts',
  ],
  [
    'enumeration of texts',
    `LOADS enum Choice { Yes = 'yes', No = 'no' } if (localStorage.getItem('consent') === Choice.Yes) loadPixel();`,
    CHOSEN,
    'ts',
  ],

  // Modules.
  [
    'module, imported at once',
    `import { load } from './pixel.js'; load();\n=== pixel.js\nLOADS export function load() { loadPixel(); }`,
    'runs',
    'js',
  ],
  [
    'module, imported where accepted',
    `if (localStorage.getItem('consent') === 'yes') import('./pixel.js');\n=== pixel.js\nLOADS loadPixel();`,
    CHOSEN,
    'js',
  ],
  [
    'module, imported anyway',
    `import('./pixel.js').then((m) => m.load());\n=== pixel.js\nLOADS export function load() { loadPixel(); }`,
    'runs',
    'js',
  ],
  [
    'module, awaited where accepted',
    `if (document.cookie.includes('consent=yes')) { const { load } = await import('./pixel.js'); load(); }\n=== pixel.js\nLOADS export function load() { loadPixel(); }`,
    CHOSEN,
    'js',
  ],
  [
    'module, by the accept button',
    `document.getElementById('accept-cookies').onclick = async () => { const m = await import('./pixel.js'); m.default(); };\n=== pixel.js\nLOADS export default loadPixel;`,
    ACCEPTED,
    'js',
  ],
  [
    'module that asks',
    `import { granted } from './consent.js'; LOADS if (granted()) loadPixel();\n=== consent.js\nexport const granted = () => localStorage.getItem('consent') === 'yes';`,
    CHOSEN,
    'js',
  ],
  [
    'module that asks the wrong way',
    `import { granted } from './consent.js'; LOADS if (granted()) loadPixel();\n=== consent.js\nexport const granted = () => localStorage.getItem('consent') !== 'no';`,
    'runs',
    'js',
  ],

  // What is about something else than a choice.
  ['region, outside', `LOADS if (!isEU) loadPixel();`, 'unknown'],
  ['environment', `LOADS if (process.env.NODE_ENV === 'production') loadPixel();`, 'runs', 'js'],
  ['host', `LOADS if (location.hostname !== 'localhost') loadPixel();`, 'runs'],
  ['do not track', `LOADS if (navigator.doNotTrack !== '1') loadPixel();`, 'runs'],
  ['global privacy control', `LOADS if (!navigator.globalPrivacyControl) loadPixel();`, 'runs'],
  [
    'global privacy control and a choice',
    `LOADS if (!navigator.globalPrivacyControl && localStorage.getItem('consent') === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'environment and a choice',
    `LOADS if (location.hostname === 'www.example.com' && localStorage.getItem('consent') === 'yes') loadPixel();`,
    CHOSEN,
  ],
];
