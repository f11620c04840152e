import type { Case } from './support.ts';

const ACCEPTED = 'blocked a:runs';
const page = (body: string, script: string): string =>
  `<!doctype html><html><body>${body}<script>LOADS ${script}</script></body></html>`;
const BUTTONS =
  '<div id="cookie-banner"><button id="accept">Accept all</button><button id="deny">Reject</button></div>';

/** Events of the site's own, libraries that listen, handlers in unusual places. */
export const eventCases: readonly Case[] = [
  // Objects that are no elements: what happens on them is the site's own, whatever it is called.
  [
    'event target of its own, change with what is stored',
    `LOADS var bus = new EventTarget(); bus.addEventListener('change', (e) => { if (e.detail === 'yes') loadPixel(); }); if (localStorage.getItem('consent')) bus.dispatchEvent(new CustomEvent('change', { detail: localStorage.getItem('consent') }));`,
    'blocked r:blocked a:runs',
  ],
  [
    'event target of its own, a class of it',
    `LOADS class Bus extends EventTarget {} const bus = new Bus(); bus.addEventListener('change', (e) => { if (e.detail === 'yes') loadPixel(); }); if (localStorage.getItem('consent')) bus.dispatchEvent(new CustomEvent('change', { detail: localStorage.getItem('consent') }));`,
    'blocked r:blocked a:runs',
  ],
  [
    'event target of its own, load dispatched without a condition',
    `LOADS const bus = new EventTarget(); bus.addEventListener('load', loadPixel); bus.dispatchEvent(new Event('load'));`,
    'runs',
  ],
  // Custom events: whoever listens too late does not hear.
  [
    'event dispatched before its listener is there',
    `LOADS window.dispatchEvent(new Event('ads:go')); window.addEventListener('ads:go', loadPixel);`,
    'blocked',
  ],
  [
    'event dispatched before its listener is there, on the document',
    `LOADS document.dispatchEvent(new CustomEvent('ads:go')); document.addEventListener('ads:go', () => loadPixel());`,
    'blocked',
  ],
  [
    'event dispatched by an earlier script',
    `<script>window.dispatchEvent(new Event('ads:go'))</script><script>LOADS addEventListener('ads:go', loadPixel)</script>`,
    'blocked',
  ],
  [
    'event dispatched by a later script',
    `<script>LOADS addEventListener('ads:go', loadPixel)</script><script>window.dispatchEvent(new Event('ads:go'))</script>`,
    'runs',
  ],
  [
    'event dispatched by a timer, listener meanwhile',
    `LOADS setTimeout(() => dispatchEvent(new Event('ads:go')), 0); addEventListener('ads:go', loadPixel);`,
    'runs',
  ],
  [
    'event dispatched on load, listener meanwhile',
    `LOADS window.addEventListener('load', () => document.dispatchEvent(new Event('ads:go'))); document.addEventListener('ads:go', loadPixel);`,
    'runs',
  ],
  [
    'event dispatched at once, listener added on load',
    `LOADS window.addEventListener('load', () => addEventListener('ads:go', loadPixel)); dispatchEvent(new Event('ads:go'));`,
    'blocked',
  ],
  [
    'event dispatched where the choice is stored',
    `LOADS addEventListener('ads:go', loadPixel); if (localStorage.getItem('consent') === 'yes') dispatchEvent(new Event('ads:go'));`,
    'blocked r:blocked a:runs',
  ],
  [
    'event dispatched where the choice is stored, or no refusal is',
    `LOADS addEventListener('ads:go', loadPixel); if (localStorage.getItem('consent') !== 'no') dispatchEvent(new Event('ads:go'));`,
    'runs',
  ],
  [
    'event with what was chosen',
    `LOADS addEventListener('consent', (e) => { if (e.detail.marketing) loadPixel(); }); dispatchEvent(new CustomEvent('consent', { detail: { marketing: true } }));`,
    'runs',
  ],
  [
    'event with what was chosen, nothing',
    `LOADS addEventListener('consent', (e) => { if (e.detail.marketing) loadPixel(); }); dispatchEvent(new CustomEvent('consent', { detail: { marketing: false } }));`,
    'blocked',
  ],
  [
    'event with what was stored',
    `LOADS addEventListener('consent', ({ detail }) => { if (detail.marketing) loadPixel(); }); const saved = JSON.parse(localStorage.getItem('cc') || '{}'); dispatchEvent(new CustomEvent('consent', { detail: saved }));`,
    'blocked r:blocked a:runs',
  ],
  [
    'event with what the button says',
    page(
      BUTTONS,
      `document.addEventListener('choice', (e) => { if (e.detail === 'all') loadPixel(); }); const say = (what) => document.dispatchEvent(new CustomEvent('choice', { detail: what })); document.getElementById('accept').onclick = () => say('all'); document.getElementById('deny').onclick = () => say('none');`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    'event of both buttons',
    page(
      BUTTONS,
      `document.addEventListener('choice', loadPixel); const say = (what) => document.dispatchEvent(new CustomEvent('choice', { detail: what })); document.getElementById('accept').onclick = () => say('all'); document.getElementById('deny').onclick = () => say('none');`,
    ),
    'blocked r:runs a:runs',
  ],
  [
    'event made the old way',
    `LOADS addEventListener('ads:go', loadPixel); var e = document.createEvent('Event'); e.initEvent('ads:go', true, true); window.dispatchEvent(e);`,
    'runs',
  ],
  [
    'event made the old way, by the accept button',
    `LOADS addEventListener('ads:go', loadPixel); document.getElementById('accept-all').onclick = function () { var e = document.createEvent('CustomEvent'); e.initCustomEvent('ads:go', true, true, {}); window.dispatchEvent(e); };`,
    ACCEPTED,
  ],
  [
    'event on an element',
    page(
      BUTTONS,
      `const b = document.getElementById('cookie-banner'); b.addEventListener('done', loadPixel); document.getElementById('accept').onclick = () => b.dispatchEvent(new Event('done'));`,
    ),
    ACCEPTED,
  ],
  [
    'event on an element, at once',
    page(
      BUTTONS,
      `const b = document.getElementById('cookie-banner'); b.addEventListener('done', loadPixel); b.dispatchEvent(new Event('done'));`,
    ),
    'runs',
  ],
  [
    'listener that is removed',
    `LOADS addEventListener('load', loadPixel); removeEventListener('load', loadPixel);`,
    'blocked',
  ],
  [
    'listener that is removed unless accepted',
    `LOADS addEventListener('load', loadPixel); if (localStorage.getItem('consent') !== 'yes') removeEventListener('load', loadPixel);`,
    'blocked r:blocked a:runs',
  ],

  // Clicks that nobody makes.
  [
    'accept button clicked by script',
    page(BUTTONS, `const b = document.getElementById('accept'); b.addEventListener('click', loadPixel); b.click();`),
    'runs',
  ],
  [
    'accept button clicked by script after a while',
    page(
      BUTTONS,
      `document.getElementById('accept').addEventListener('click', loadPixel); setTimeout(() => document.getElementById('accept').click(), 5000);`,
    ),
    'runs',
  ],
  [
    'accept button clicked by script where accepted before',
    page(
      BUTTONS,
      `document.getElementById('accept').addEventListener('click', loadPixel); if (localStorage.getItem('ok') === '1') document.querySelector('#accept').click();`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    'accept button clicked by jQuery',
    page(BUTTONS, `$('#accept').on('click', loadPixel); $('#accept').trigger('click');`),
    'runs',
  ],
  [
    'accept button clicked by jQuery, shorthand',
    page(BUTTONS, `$('#accept').click(loadPixel); $('#accept').click();`),
    'runs',
  ],
  [
    'another button clicked by script',
    page(
      BUTTONS,
      `document.getElementById('accept').addEventListener('click', loadPixel); document.getElementById('deny').click();`,
    ),
    ACCEPTED,
  ],
  [
    'accept button clicked by an event made for it',
    page(
      BUTTONS,
      `const b = document.getElementById('accept'); b.addEventListener('click', loadPixel); b.dispatchEvent(new MouseEvent('click'));`,
    ),
    'runs',
  ],

  // jQuery.
  ['jQuery ready', `LOADS $(document).ready(function () { loadPixel(); });`, 'runs'],
  ['jQuery ready, shorthand', `LOADS $(function () { loadPixel(); });`, 'runs'],
  ['jQuery ready, arrow', `LOADS jQuery(() => loadPixel());`, 'runs'],
  ['jQuery ready, by name', `LOADS $(loadPixel);`, 'runs'],
  [
    'jQuery ready with stored choice',
    `LOADS $(function () { if ($.cookie('consent') === 'yes') loadPixel(); });`,
    'blocked r:blocked a:runs',
  ],
  ['jQuery load of the window', `LOADS $(window).on('load', loadPixel);`, 'runs'],
  ['jQuery load of the window, shorthand', `LOADS $(window).load(function () { loadPixel(); });`, 'runs'],
  ['jQuery one', `LOADS $('#accept-cookies').one('click', loadPixel);`, ACCEPTED],
  ['jQuery one, scrolling', `LOADS $(window).one('scroll', loadPixel);`, 'runs'],
  [
    'jQuery map of handlers',
    `LOADS $('#accept-cookies').on({ click: loadPixel, mouseenter: function () {} });`,
    ACCEPTED,
  ],
  [
    'jQuery map of handlers, one of them needs no choice',
    `LOADS $(window).on({ load: loadPixel, resize: function () {} });`,
    'runs',
  ],
  [
    'jQuery map of handlers, delegated',
    `LOADS $(document).on({ click: function () { loadPixel(); } }, '#accept-cookies');`,
    ACCEPTED,
  ],
  [
    'jQuery delegated',
    `LOADS $(document).on('click', '#accept-cookies', function (e) { e.preventDefault(); loadPixel(); });`,
    ACCEPTED,
  ],
  [
    'jQuery delegated, with data',
    `LOADS $('body').on('click', '.js-accept-cookies', { all: true }, function () { loadPixel(); });`,
    ACCEPTED,
  ],
  [
    'jQuery delegated, old',
    `LOADS $('#cookie-bar').delegate('.accept', 'click', function () { loadPixel(); });`,
    ACCEPTED,
  ],
  [
    'jQuery delegated, close',
    `LOADS $(document).on('click', '.cookie-bar .close', function () { loadPixel(); });`,
    'blocked r:runs',
  ],
  ['jQuery delegated, any link', `LOADS $(document).on('click', 'a', loadPixel);`, 'runs'],
  ['jQuery event with a namespace', `LOADS $('#accept-cookies').on('click.consent', loadPixel);`, ACCEPTED],
  ['jQuery several events', `LOADS $('#accept-cookies').on('click touchend', loadPixel);`, ACCEPTED],
  [
    'jQuery trigger, at once',
    `LOADS $(document).on('consent:given', loadPixel); $(document).trigger('consent:given');`,
    'runs',
  ],
  [
    'jQuery trigger before the handler',
    `LOADS $(document).trigger('ads:go'); $(document).on('ads:go', loadPixel);`,
    'blocked',
  ],
  [
    'jQuery trigger by the accept button',
    `LOADS $(document).on('ads:go', function () { loadPixel(); }); $('.btn-accept-cookies').on('click', function () { $(document).trigger('ads:go'); });`,
    ACCEPTED,
  ],
  [
    'jQuery trigger with data',
    `LOADS $(document).on('choice', function (e, choice) { if (choice.marketing) loadPixel(); }); $(document).trigger('choice', [{ marketing: false }]);`,
    'blocked',
  ],
  [
    'jQuery trigger with data that says yes',
    `LOADS $(document).on('choice', function (e, choice) { if (choice.marketing) loadPixel(); }); $(document).trigger('choice', [{ marketing: true }]);`,
    'runs',
  ],
  [
    'jQuery triggerHandler in ready',
    `LOADS $('body').on('ads:go', loadPixel); $(function () { $('body').triggerHandler('ads:go'); });`,
    'runs',
  ],
  ['jQuery each', `LOADS $('.cookie-accept').each(function () { $(this).on('click', loadPixel); });`, ACCEPTED],
  ['jQuery each over nothing but elements', `LOADS $('.tracking').each(function () { loadPixel(); });`, 'runs'],
  ['jQuery each over a list', `LOADS $.each(['meta'], function (i, name) { loadPixel(); });`, 'runs'],
  ['jQuery chain', `LOADS $('#accept-cookies').addClass('btn').show().on('click', loadPixel);`, ACCEPTED],
  [
    'jQuery fadeOut callback of the accept button',
    `LOADS $('#accept-cookies').click(function () { $('#cookie-banner').fadeOut(300, loadPixel); });`,
    ACCEPTED,
  ],
  [
    'jQuery getScript',
    `LOADS $('#accept-cookies').click(function () { $.getScript('SRC', function () { loadPixel(); }); });`,
    ACCEPTED,
  ],

  // Handlers that are objects or texts.
  ['handler object', `LOADS addEventListener('load', { handleEvent: function () { loadPixel(); } });`, 'runs'],
  [
    'handler object, accept',
    `LOADS document.getElementById('accept-cookies').addEventListener('click', { handleEvent() { loadPixel(); } });`,
    ACCEPTED,
  ],
  [
    'handler object, an instance',
    `LOADS class Banner { constructor() { document.querySelector('#accept-cookies').addEventListener('click', this); } handleEvent(e) { if (e.type === 'click') loadPixel(); } } new Banner();`,
    ACCEPTED,
  ],
  [
    'handler object, an instance that hears the page load',
    `LOADS class Start { init() { window.addEventListener('load', this, { once: true }); } handleEvent() { loadPixel(); } } new Start().init();`,
    'runs',
  ],
  [
    'handler object that tells events apart',
    `LOADS const h = { handleEvent(e) { switch (e.type) { case 'click': loadPixel(); break; case 'scroll': break; } } }; addEventListener('scroll', h); document.getElementById('accept-cookies').addEventListener('click', h);`,
    ACCEPTED,
  ],
  [
    'handler in an attribute set by script',
    `LOADS const b = document.createElement('button'); b.id = 'accept-cookies'; b.setAttribute('onclick', 'loadPixel()'); document.body.appendChild(b);`,
    ACCEPTED,
  ],
  [
    'handler in an attribute set by script, decline',
    `LOADS document.getElementById('decline-cookies').setAttribute('onclick', 'loadPixel()');`,
    'blocked r:runs',
  ],
  ['handler property', `LOADS document.getElementById('accept-cookies').onclick = loadPixel;`, ACCEPTED],
  [
    'handler property of a found element',
    `LOADS const el = document.querySelector('.cookie-accept'); if (el) { el.onclick = () => { loadPixel(); }; }`,
    ACCEPTED,
  ],
  [
    'handler property, by the name of the event',
    `LOADS document.getElementById('accept-cookies')['onclick'] = function () { loadPixel(); };`,
    ACCEPTED,
  ],
  ['handler property of the window', `LOADS window['onload'] = loadPixel;`, 'runs'],
  [
    'handler property, await',
    `LOADS (async () => { const accept = document.getElementById('accept-cookies'); await new Promise((r) => (accept.onclick = r)); loadPixel(); })();`,
    ACCEPTED,
  ],
  [
    'handler property, await of whatever comes first',
    `LOADS (async () => { const accept = document.getElementById('accept-cookies'); await Promise.race([new Promise((r) => (accept.onclick = r)), new Promise((r) => setTimeout(r, 3000))]); loadPixel(); })();`,
    'runs',
  ],
  [
    'handler property, await of the choice',
    page(
      BUTTONS,
      `(async () => { const choice = await new Promise((r) => { document.getElementById('accept').onclick = () => r('all'); document.getElementById('deny').onclick = () => r('none'); }); if (choice === 'all') loadPixel(); })();`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    'handler property, await of any choice',
    page(
      BUTTONS,
      `(async () => { await new Promise((r) => { document.getElementById('accept').onclick = () => r('all'); document.getElementById('deny').onclick = () => r('none'); }); loadPixel(); })();`,
    ),
    'blocked r:runs a:runs',
  ],

  // Emitters.
  [
    'emitter of the site',
    `LOADS const bus = { h: {}, on(n, f) { (this.h[n] = this.h[n] || []).push(f); }, emit(n, d) { (this.h[n] || []).forEach((f) => f(d)); } }; bus.on('consent', loadPixel); document.getElementById('accept-cookies').onclick = () => bus.emit('consent');`,
    ACCEPTED,
  ],
  [
    'emitter of the site, emits at once',
    `LOADS const bus = { h: {}, on(n, f) { (this.h[n] = this.h[n] || []).push(f); }, emit(n, d) { (this.h[n] || []).forEach((f) => f(d)); } }; bus.on('consent', loadPixel); bus.emit('consent');`,
    'runs',
  ],
  [
    'emitter of the site, emits too early',
    `LOADS const bus = { h: {}, on(n, f) { (this.h[n] = this.h[n] || []).push(f); }, emit(n, d) { (this.h[n] || []).forEach((f) => f(d)); } }; bus.emit('consent'); bus.on('consent', loadPixel);`,
    'blocked',
  ],
  [
    'emitter of the site, with what was chosen',
    `LOADS const bus = { h: {}, on(n, f) { (this.h[n] = this.h[n] || []).push(f); }, emit(n, d) { (this.h[n] || []).forEach((f) => f(d)); } }; bus.on('consent', (c) => c.marketing && loadPixel()); bus.emit('consent', { marketing: localStorage.getItem('mkt') === '1' });`,
    'blocked r:blocked a:runs',
  ],
  [
    'emitter, class with a map of sets',
    `LOADS class Bus { #all = new Map(); on(n, f) { if (!this.#all.has(n)) this.#all.set(n, new Set()); this.#all.get(n).add(f); return () => this.#all.get(n).delete(f); } emit(n, ...a) { for (const f of this.#all.get(n) ?? []) f(...a); } } const bus = new Bus(); bus.on('accepted', loadPixel); document.querySelector('.accept-cookies').addEventListener('click', () => bus.emit('accepted'));`,
    ACCEPTED,
  ],
  [
    'emitter, class with a map of sets, emits at once',
    `LOADS class Bus { #all = new Map(); on(n, f) { if (!this.#all.has(n)) this.#all.set(n, new Set()); this.#all.get(n).add(f); } emit(n, ...a) { for (const f of this.#all.get(n) ?? []) f(...a); } } const bus = new Bus(); bus.on('accepted', loadPixel); bus.emit('accepted');`,
    'runs',
  ],
  [
    'emitter, EventTarget',
    `LOADS const bus = new EventTarget(); bus.addEventListener('accepted', loadPixel); document.querySelector('.accept-cookies').addEventListener('click', () => bus.dispatchEvent(new Event('accepted')));`,
    ACCEPTED,
  ],
  [
    'emitter, EventTarget, at once',
    `LOADS const bus = new EventTarget(); bus.addEventListener('accepted', loadPixel); bus.dispatchEvent(new Event('accepted'));`,
    'runs',
  ],
  [
    'emitter, class that extends EventTarget',
    `LOADS class Consent extends EventTarget { accept() { this.dispatchEvent(new CustomEvent('accepted')); } } const consent = new Consent(); consent.addEventListener('accepted', loadPixel); document.querySelector('.accept-cookies').onclick = () => consent.accept();`,
    ACCEPTED,
  ],
  [
    'emitter, class that extends EventTarget, at once',
    `LOADS class Consent extends EventTarget { accept() { this.dispatchEvent(new CustomEvent('accepted')); } } const consent = new Consent(); consent.addEventListener('accepted', loadPixel); consent.accept();`,
    'runs',
  ],
  [
    'emitter, mitt',
    `import mitt from 'mitt'; LOADS const bus = mitt(); bus.on('accepted', loadPixel); document.querySelector('.accept-cookies').onclick = () => bus.emit('accepted');`,
    ACCEPTED,
    'js',
  ],
  [
    'emitter, mitt, at once',
    `import mitt from 'mitt'; LOADS const bus = mitt(); bus.on('accepted', loadPixel); bus.emit('accepted');`,
    'runs',
    'js',
  ],
  [
    'emitter, events',
    `import { EventEmitter } from 'events'; LOADS const bus = new EventEmitter(); bus.once('accepted', loadPixel); document.querySelector('.accept-cookies').onclick = () => bus.emit('accepted');`,
    ACCEPTED,
    'js',
  ],
  [
    'emitter, events, at once',
    `const EventEmitter = require('events'); LOADS const bus = new EventEmitter(); bus.on('accepted', loadPixel); bus.emit('accepted', { all: true });`,
    'runs',
    'js',
  ],
  [
    'emitter, nobody emits',
    `import mitt from 'mitt'; LOADS export const bus = mitt(); bus.on('consent:accepted', loadPixel);`,
    'unknown',
    'js',
  ],
  [
    'subscribers told by the accept button',
    `LOADS const subs = new Set(); const subscribe = (f) => { subs.add(f); return () => subs.delete(f); }; subscribe(loadPixel); document.getElementById('accept-cookies').addEventListener('click', () => { for (const f of subs) f(); });`,
    ACCEPTED,
  ],
  [
    'subscribers told of the state at once',
    `LOADS let state = { marketing: false }; const subscribe = (f) => { subs.push(f); f(state); }; const subs = []; subscribe((s) => { if (s.marketing) loadPixel(); });`,
    'blocked',
  ],
  [
    'subscribers told of a state that says yes',
    `LOADS let state = { marketing: true }; const subs = []; const subscribe = (f) => { subs.push(f); f(state); }; subscribe((s) => { if (s.marketing) loadPixel(); });`,
    'runs',
  ],

  // Observers wait, no more.
  [
    'mutation observer',
    `LOADS new MutationObserver(() => { loadPixel(); }).observe(document.body, { childList: true });`,
    'runs',
  ],
  [
    'mutation observer, kept',
    `LOADS const o = new MutationObserver(function (list, me) { loadPixel(); me.disconnect(); }); o.observe(document.documentElement, { attributes: true });`,
    'runs',
  ],
  [
    'intersection observer',
    `LOADS const io = new IntersectionObserver((entries) => { if (entries[0].isIntersecting) { loadPixel(); io.disconnect(); } }); io.observe(document.querySelector('footer'));`,
    'runs',
  ],
  [
    'intersection observer, each entry',
    `LOADS new IntersectionObserver((es, o) => { es.forEach((e) => { if (e.isIntersecting) { loadPixel(); o.unobserve(e.target); } }); }).observe(document.querySelector('#reviews'));`,
    'runs',
  ],
  [
    'mutation observer and stored choice',
    `LOADS new MutationObserver(() => { if (localStorage.getItem('consent') === 'granted') loadPixel(); }).observe(document.body, { childList: true });`,
    'blocked r:blocked a:runs',
  ],
  [
    'performance observer',
    `LOADS new PerformanceObserver((list) => { loadPixel(); }).observe({ type: 'largest-contentful-paint' });`,
    'runs',
  ],
];
