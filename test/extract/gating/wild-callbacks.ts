import type { Case } from './support.ts';

const banner = (buttons: string, script: string, before = ''): string =>
  `<!doctype html><html><head>${before}</head><body><div id="cookie-banner" class="cookie-banner"><p>Vi använder kakor.</p>${buttons}</div><script>\n${script}\n</script></body></html>`;
const TWO =
  '<button id="yes" class="btn" data-choice="accept">Godkänn</button><button id="no" class="btn" data-choice="reject">Avvisa</button>';

/** B in the wild: callbacks, events and promises as sites write them, each with its ungated twin. */
export const wildCallbackCases: readonly Case[] = [
  [
    '27 in the wild, onclick property',
    banner(TWO, `document.getElementById('yes').onclick = function () { PIX };`),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, onclick property of the wrong button',
    banner(TWO, `document.getElementById('no').onclick = function () { PIX };`),
    'blocked r:runs',
  ],
  [
    '27 in the wild, delegated by id',
    banner(
      TWO,
      `LOADS document.addEventListener('click', function (e) { if (e.target && e.target.id === 'yes') { loadPixel(); } });`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, delegated by id, early return',
    banner(
      TWO,
      `LOADS document.addEventListener('click', function (e) { var t = e.target; if (t.id !== 'yes') return; loadPixel(); });`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, delegated by dataset',
    banner(
      TWO,
      `LOADS document.querySelector('#cookie-banner').addEventListener('click', ({ target }) => { if (target.dataset.choice === 'accept') loadPixel(); });`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, delegated by dataset, everything',
    banner(
      TWO,
      `LOADS document.querySelector('#cookie-banner').addEventListener('click', ({ target }) => { if (target.dataset.choice) loadPixel(); });`,
    ),
    'blocked r:runs',
  ],
  [
    '27 in the wild, delegated, switch',
    banner(
      TWO,
      `LOADS document.querySelector('#cookie-banner').addEventListener('click', (event) => { switch (event.target.dataset.choice) { case 'accept': loadPixel(); break; case 'reject': localStorage.setItem('consent', 'no'); break; } });`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, getAttribute',
    banner(
      TWO,
      `LOADS document.querySelectorAll('#cookie-banner button').forEach(function (b) { b.addEventListener('click', function () { if (this.getAttribute('data-choice') === 'accept') loadPixel(); }); });`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, getAttribute, either',
    banner(
      TWO,
      `LOADS document.querySelectorAll('#cookie-banner button').forEach(function (b) { b.addEventListener('click', function () { localStorage.setItem('consent', this.getAttribute('data-choice')); loadPixel(); }); });`,
    ),
    'blocked r:runs',
  ],
  [
    '27 in the wild, a table of handlers by dataset',
    banner(
      TWO,
      `LOADS const actions = { accept() { localStorage.setItem('consent', 'yes'); loadPixel(); }, reject() { localStorage.setItem('consent', 'no'); } };
document.querySelectorAll('[data-choice]').forEach((b) => b.addEventListener('click', () => actions[b.dataset.choice]()));`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, jQuery, delegated with data',
    banner(
      TWO,
      `LOADS $(document).on('click', '#cookie-banner .btn', function (e) { e.preventDefault(); if ($(this).data('choice') === 'accept') { loadPixel(); } $('#cookie-banner').hide(); });`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, jQuery, delegated, both',
    banner(
      TWO,
      `LOADS $(document).on('click', '#cookie-banner .btn', function (e) { e.preventDefault(); Cookies.set('consent', $(this).data('choice')); loadPixel(); $('#cookie-banner').hide(); });`,
    ),
    'blocked r:runs',
  ],
  [
    '27 in the wild, jQuery, attr of this',
    banner(TWO, `LOADS $('.btn').click(function () { if ($(this).attr('id') == 'yes') loadPixel(); });`),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, AbortController',
    banner(
      TWO,
      `LOADS const ac = new AbortController(); document.querySelector('#yes').addEventListener('click', () => { ac.abort(); loadPixel(); }, { signal: ac.signal }); document.querySelector('#no').addEventListener('click', () => ac.abort(), { signal: ac.signal });`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, a choice as a promise',
    banner(
      TWO,
      `LOADS const choice = () => new Promise((done) => { yes.addEventListener('click', () => done(true), { once: true }); no.addEventListener('click', () => done(false), { once: true }); });
(async () => { if (await choice()) loadPixel(); })();`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, a choice as a promise, ignored',
    banner(
      TWO,
      `LOADS const choice = () => new Promise((done) => { yes.addEventListener('click', () => done(true), { once: true }); no.addEventListener('click', () => done(false), { once: true }); });
(async () => { await choice(); loadPixel(); })();`,
    ),
    'blocked r:runs',
  ],
  [
    '27 in the wild, Promise.race of the buttons',
    banner(
      TWO,
      `LOADS const clicked = (id) => new Promise((r) => document.getElementById(id).addEventListener('click', () => r(id)));
Promise.race([clicked('yes'), clicked('no')]).then((id) => { if (id === 'yes') loadPixel(); });`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, Promise.all of choice and page',
    banner(
      TWO,
      `LOADS const ready = new Promise((r) => window.addEventListener('load', r)); const yes1 = new Promise((r) => document.getElementById('yes').addEventListener('click', r)); Promise.all([ready, yes1]).then(loadPixel);`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, Promise.any of choice and page',
    banner(
      TWO,
      `LOADS const ready = new Promise((r) => window.addEventListener('load', r)); const yes1 = new Promise((r) => document.getElementById('yes').addEventListener('click', r)); Promise.any([ready, yes1]).then(loadPixel);`,
    ),
    'runs',
  ],
  [
    '27 in the wild, handler object of a class',
    banner(
      TWO,
      `class Banner { constructor(el) { this.el = el; el.addEventListener('click', this); } handleEvent(e) { const { choice } = e.target.dataset; this['on_' + choice]?.(); } on_accept() { PIX } on_reject() { this.el.remove(); } } new Banner(document.querySelector('#cookie-banner'));`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, bound method',
    banner(
      TWO,
      `function Banner() { this.el = document.getElementById('cookie-banner'); document.getElementById('yes').addEventListener('click', this.accept.bind(this)); } Banner.prototype.accept = function () { this.el.style.display = 'none'; PIX }; new Banner();`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, bound method that is called too',
    banner(
      TWO,
      `function Banner() { this.el = document.getElementById('cookie-banner'); document.getElementById('yes').addEventListener('click', this.accept.bind(this)); this.accept(); } Banner.prototype.accept = function () { this.el.style.display = 'none'; PIX }; new Banner();`,
    ),
    'runs',
  ],
  [
    '27 in the wild, Swedish words, class names only',
    `<!doctype html><html><body><div class="kakor"><a class="kakor__ja" href="#">Ja tack</a><a class="kakor__nej" href="#">Nej tack</a></div><script>LOADS document.querySelector('.kakor__ja').addEventListener('click', (e) => { e.preventDefault(); loadPixel(); });</script></body></html>`,
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, Swedish words, the other class name',
    `<!doctype html><html><body><div class="kakor"><a class="kakor__ja" href="#">Ja tack</a><a class="kakor__nej" href="#">Nej tack</a></div><script>LOADS document.querySelector('.kakor__nej').addEventListener('click', (e) => { e.preventDefault(); loadPixel(); });</script></body></html>`,
    'blocked r:runs',
  ],
  [
    '27 in the wild, dialog and returnValue',
    `<!doctype html><html><body><dialog id="consent"><form method="dialog"><button value="accept">Accept</button><button value="reject">Reject</button></form></dialog><script>LOADS const d = document.getElementById('consent'); d.addEventListener('close', () => { if (d.returnValue === 'accept') loadPixel(); });</script></body></html>`,
    'unknown',
  ],
  [
    '27 in the wild, the banner is written by the script',
    `LOADS var el = document.createElement('div'); el.id = 'consent-bar'; el.innerHTML = '<p>Cookies?</p><button data-a="all">OK</button><button data-a="none">Nein</button>'; document.body.appendChild(el);
el.querySelectorAll('button').forEach(function (b) { b.onclick = function () { if (b.dataset.a === 'all') loadPixel(); el.remove(); }; });`,
    'blocked r:blocked a:runs',
  ],
  [
    '27 in the wild, the banner is written by the script, both',
    `LOADS var el = document.createElement('div'); el.id = 'consent-bar'; el.innerHTML = '<p>Cookies?</p><button data-a="all">OK</button><button data-a="none">Nein</button>'; document.body.appendChild(el);
el.querySelectorAll('button').forEach(function (b) { b.onclick = function () { loadPixel(); el.remove(); }; });`,
    'blocked r:runs',
  ],
  [
    '28 in the wild, click anywhere, consent in the name',
    `LOADS function acceptCookies() { localStorage.setItem('cookies', '1'); loadPixel(); } document.body.addEventListener('click', acceptCookies, { once: true });`,
    'runs',
  ],
  [
    '28 in the wild, a button of the shop',
    `<!doctype html><html><body><button id="add-to-cart">Köp</button><script>LOADS document.getElementById('add-to-cart').addEventListener('click', loadPixel);</script></body></html>`,
    'runs',
  ],
  [
    '31 in the wild, the site tells its own event',
    banner(
      TWO,
      `LOADS window.addEventListener('shop:choice', (e) => { if (e.detail.choice === 'accept') loadPixel(); });
for (const b of document.querySelectorAll('[data-choice]')) b.addEventListener('click', () => window.dispatchEvent(new CustomEvent('shop:choice', { detail: { choice: b.dataset.choice } })));`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '31 in the wild, the site tells its own event, nobody asks',
    banner(
      TWO,
      `LOADS window.addEventListener('shop:choice', () => loadPixel());
for (const b of document.querySelectorAll('[data-choice]')) b.addEventListener('click', () => window.dispatchEvent(new CustomEvent('shop:choice', { detail: { choice: b.dataset.choice } })));`,
    ),
    'blocked r:runs',
  ],
  [
    '31 in the wild, told when the page begins',
    `LOADS document.addEventListener('app:start', loadPixel); document.dispatchEvent(new Event('app:start'));`,
    'runs',
  ],
  [
    '31 in the wild, emitter of the site',
    `class Emitter { constructor() { this.map = {}; } on(n, f) { (this.map[n] = this.map[n] || []).push(f); } emit(n, d) { (this.map[n] || []).forEach((f) => f(d)); } }
const bus = new Emitter(); LOADS bus.on('consent', (d) => { if (d.ads) loadPixel(); }); bus.emit('consent', JSON.parse(localStorage.getItem('consent') || '{}'));`,
    'blocked r:blocked m:runs',
  ],
  [
    '31 in the wild, emitter of the site, told yes',
    `class Emitter { constructor() { this.map = {}; } on(n, f) { (this.map[n] = this.map[n] || []).push(f); } emit(n, d) { (this.map[n] || []).forEach((f) => f(d)); } }
const bus = new Emitter(); LOADS bus.on('consent', (d) => { if (d.ads) loadPixel(); }); bus.emit('consent', { ads: true });`,
    'runs',
  ],
  [
    '29 in the wild, MutationObserver on the choice',
    `LOADS new MutationObserver(() => { if (document.cookie.includes('cookie_consent=accepted')) loadPixel(); }).observe(document.body, { childList: true });`,
    'blocked r:blocked a:runs',
  ],
  [
    '29 in the wild, MutationObserver on the page',
    `LOADS new MutationObserver((list, o) => { o.disconnect(); loadPixel(); }).observe(document.body, { childList: true });`,
    'runs',
  ],
  [
    '29 in the wild, polls for the platform and then asks',
    `LOADS var iv = setInterval(function () { if (typeof Cookiebot === 'undefined') return; clearInterval(iv); if (Cookiebot.consent.marketing) loadPixel(); }, 50);`,
    'blocked r:blocked m:runs',
  ],
  [
    '29 in the wild, polls for the platform and does not ask',
    `LOADS var iv = setInterval(function () { if (typeof Cookiebot === 'undefined') return; clearInterval(iv); loadPixel(); }, 50);`,
    'runs',
  ],
  [
    '29 in the wild, awaits a helper that polls',
    `LOADS const until = (test) => new Promise((resolve) => { const t = setInterval(() => { if (test()) { clearInterval(t); resolve(); } }, 100); });
until(() => window.Cookiebot?.consent?.marketing).then(loadPixel);`,
    'blocked r:blocked m:runs',
  ],
  [
    '29 in the wild, awaits a helper that polls for a library',
    `LOADS const until = (test) => new Promise((resolve) => { const t = setInterval(() => { if (test()) { clearInterval(t); resolve(); } }, 100); });
until(() => window.jQuery).then(loadPixel);`,
    'runs',
  ],
  [
    '29 in the wild, awaits a helper with a time limit',
    `LOADS const until = (test, ms) => new Promise((resolve) => { const end = Date.now() + ms; const t = setInterval(() => { if (test() || Date.now() > end) { clearInterval(t); resolve(); } }, 100); });
until(() => window.Cookiebot?.consent?.marketing, 3000).then(loadPixel);`,
    'runs',
  ],
  [
    '30 in the wild, a time limit that rejects',
    `LOADS const consent = new Promise((resolve) => window.addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.marketing) resolve(); })); const limit = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 5000));
Promise.race([consent, limit]).then(loadPixel, () => console.log('no consent'));`,
    'blocked r:blocked m:runs',
  ],
  [
    '30 in the wild, a time limit that goes on',
    `LOADS const consent = new Promise((resolve) => window.addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.marketing) resolve(); })); const limit = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 5000));
Promise.race([consent, limit]).catch(() => {}).then(loadPixel);`,
    'runs',
  ],
  [
    '26 in the wild, queue of what waits for consent',
    `window.consentQueue = window.consentQueue || []; LOADS function whenConsent(f) { if (localStorage.getItem('consent') === 'granted') f(); else window.consentQueue.push(f); } whenConsent(loadPixel);`,
    'unknown a:runs',
  ],
  [
    '26 in the wild, queue that is emptied at once',
    `var queue = []; LOADS function later(f) { queue.push(f); } later(loadPixel); while (queue.length) { queue.shift()(); }`,
    'runs',
  ],
  [
    '26 in the wild, queue that is emptied by the platform',
    `var queue = []; LOADS function later(f) { queue.push(f); } later(loadPixel); window.addEventListener('CookiebotOnAccept', function () { if (!Cookiebot.consent.marketing) return; queue.forEach(function (f) { f(); }); queue = []; });`,
    'blocked r:blocked m:runs',
  ],
  [
    '26 in the wild, withResolvers',
    banner(
      TWO,
      `LOADS const { promise, resolve } = Promise.withResolvers(); document.getElementById('yes').addEventListener('click', resolve); promise.then(loadPixel);`,
    ),
    'blocked r:blocked a:runs',
  ],
  [
    '26 in the wild, for await',
    `async function* consents() { yield JSON.parse(localStorage.getItem('consent') || '{}'); } LOADS (async () => { for await (const c of consents()) { if (c.marketing) loadPixel(); } })();`,
    'blocked r:blocked m:runs',
  ],
  [
    '26 in the wild, idb',
    `import { get } from 'idb-keyval'; LOADS get('consent').then((c) => { if (c === 'granted') loadPixel(); });`,
    'blocked r:blocked a:runs',
    'js',
  ],
  [
    '26 in the wild, idb, opt-out',
    `import { get } from 'idb-keyval'; LOADS get('consent').then((c) => { if (c !== 'denied') loadPixel(); });`,
    'runs r:blocked',
    'js',
  ],
  [
    '16 in the wild, wrapped in a helper for events',
    `function on(el, name, f) { el.addEventListener ? el.addEventListener(name, f) : el.attachEvent('on' + name, f); } LOADS on(window, 'CookiebotOnAccept', function () { Cookiebot.consent.marketing && loadPixel(); });`,
    'blocked r:blocked m:runs',
  ],
  [
    '16 in the wild, events of two platforms in a list',
    `LOADS ['CookiebotOnAccept', 'CookiebotOnDecline'].forEach((name) => window.addEventListener(name, () => { if (window.Cookiebot.consent.marketing) loadPixel(); }));`,
    'blocked r:blocked m:runs',
  ],
  [
    '17 in the wild, events of two platforms in a list, nobody asks',
    `LOADS ['CookiebotOnAccept', 'CookiebotOnDecline'].forEach((name) => window.addEventListener(name, () => loadPixel()));`,
    'blocked r:runs',
  ],
  [
    '18 in the wild, ready and then a subscription',
    `LOADS window.didomiOnReady = window.didomiOnReady || []; window.didomiOnReady.push((Didomi) => { Didomi.getObservableOnUserConsentStatusForVendor('facebook').subscribe((status) => { if (status === true) loadPixel(); }); });`,
    'blocked r:blocked a:runs',
  ],
  [
    '20 in the wild, Axeptio, a loop over choices',
    `LOADS (window._axcb = window._axcb || []).push((sdk) => { sdk.on('cookies:complete', (choices) => { for (const name in choices) { if (name === 'facebook_pixel' && choices[name]) loadPixel(); } }); });`,
    'blocked r:blocked a:runs',
  ],
  [
    '21 in the wild, accepted in a set',
    `LOADS document.addEventListener('cookieyes_consent_update', ({ detail }) => { const ok = new Set(detail.accepted); if (ok.has('advertisement')) loadPixel(); });`,
    'blocked r:blocked m:runs',
  ],
  [
    '21 in the wild, accepted in a loop',
    `LOADS document.addEventListener('cookieyes_consent_update', (e) => { for (var i = 0; i < e.detail.accepted.length; i++) { if (e.detail.accepted[i] === 'advertisement') loadPixel(); } });`,
    'blocked r:blocked m:runs',
  ],
  [
    '21 in the wild, for of accepted',
    `LOADS document.addEventListener('cookieyes_consent_update', (e) => { for (const one of e.detail.accepted) if (one == 'advertisement') loadPixel(); });`,
    'blocked r:blocked m:runs',
  ],
  [
    '21 in the wild, rejected is asked',
    `LOADS document.addEventListener('cookieyes_consent_update', (e) => { if (!e.detail.rejected.includes('advertisement')) loadPixel(); });`,
    'blocked r:blocked m:runs',
  ],
  [
    '9 in the wild, keys of the change',
    `LOADS document.addEventListener('wp_listen_for_consent_change', (e) => { Object.entries(e.detail).forEach(([category, value]) => { if (category === 'marketing' && value === 'allow') loadPixel(); }); });`,
    'blocked r:blocked m:runs',
  ],
  [
    '9 in the wild, keys of the change, another',
    `LOADS document.addEventListener('wp_listen_for_consent_change', (e) => { for (const k of Object.keys(e.detail)) { if (k === 'statistics' && e.detail[k] === 'allow') loadPixel(); } });`,
    'blocked s:runs m:blocked',
  ],
  [
    '25 in the wild, TCF, destructured',
    `LOADS window.__tcfapi?.('addEventListener', 2, ({ purpose: { consents }, eventStatus }, ok) => { if (ok && eventStatus === 'useractioncomplete' && consents[1] && consents[4]) loadPixel(); });`,
    'blocked r:blocked a:runs',
  ],
  [
    '25 in the wild, TCF, the law does not apply once it is known',
    `LOADS __tcfapi('addEventListener', 2, (d, ok) => { if (!ok || (d.eventStatus !== 'tcloaded' && d.eventStatus !== 'useractioncomplete')) return; if (!d.gdprApplies || d.purpose.consents[1]) loadPixel(); });`,
    'unknown',
  ],
  [
    '25 in the wild, TCF, either branch',
    `LOADS __tcfapi('addEventListener', 2, (d) => { if (d.gdprApplies) { if (d.purpose.consents['1']) loadPixel(); } else { loadPixel(); } });`,
    'runs',
  ],
  [
    '22 in the wild, Klaro, services in a loop',
    `LOADS const names = ['meta']; var klaroConfig = { services: names.map((name) => ({ name, purposes: ['marketing'], callback: (consent) => { if (consent) loadPixel(); } })) };`,
    'blocked r:blocked m:runs',
  ],
];
