import type { Case } from './support.ts';

/** D, E and F in the wild: what is no gate, switches of vendors, parked markup that scripts release. */
export const wildPseudoCases: readonly Case[] = [
  [
    '44 in the wild, a chain of timers',
    `LOADS setTimeout(function a() { setTimeout(function b() { loadPixel(); }, 1000); }, 1000);`,
    'runs r:runs',
  ],
  [
    '44 in the wild, a timer and consent',
    `LOADS setTimeout(function () { if (localStorage.getItem('consent') === 'granted') loadPixel(); }, 3000);`,
    'blocked r:blocked a:runs',
  ],
  [
    '44 in the wild, debounce',
    `LOADS function debounce(f, ms) { var t; return function () { clearTimeout(t); t = setTimeout(f, ms); }; } window.addEventListener('scroll', debounce(loadPixel, 200));`,
    'runs r:runs',
  ],
  [
    '44 in the wild, requestAnimationFrame twice',
    `LOADS requestAnimationFrame(() => requestAnimationFrame(loadPixel));`,
    'runs r:runs',
  ],
  ['44 in the wild, queueMicrotask', `LOADS queueMicrotask(loadPixel);`, 'runs r:runs'],
  ['44 in the wild, scheduler', `LOADS scheduler.postTask(loadPixel, { priority: 'background' });`, 'runs r:runs'],
  [
    '45 in the wild, AbortController of listeners',
    `LOADS const ac = new AbortController(); const go = () => { ac.abort(); loadPixel(); }; for (const t of ['scroll', 'pointerdown', 'keydown']) window.addEventListener(t, go, { signal: ac.signal, passive: true });`,
    'runs r:runs',
  ],
  [
    '45 in the wild, removes itself',
    `LOADS var evts = ['mousemove', 'scroll']; function go() { evts.forEach(function (e) { window.removeEventListener(e, go); }); loadPixel(); } evts.forEach(function (e) { window.addEventListener(e, go, { passive: true }); });`,
    'runs r:runs',
  ],
  [
    '45 in the wild, interaction and consent',
    `LOADS function go() { if (Cookies.get('consent') !== 'granted') return; loadPixel(); } ['scroll', 'mousemove'].forEach((e) => window.addEventListener(e, go, { once: true }));`,
    'blocked r:blocked a:runs',
  ],
  [
    '45 in the wild, consent and then interaction',
    `LOADS if (localStorage.consent === 'granted') { ['scroll', 'mousemove'].forEach((e) => window.addEventListener(e, loadPixel, { once: true })); }`,
    'blocked r:blocked a:runs',
  ],
  [
    '45 in the wild, scroll depth',
    `LOADS let done = false; addEventListener('scroll', () => { const depth = scrollY / (document.body.scrollHeight - innerHeight); if (depth > 0.5 && !done) { done = true; loadPixel(); } });`,
    'runs r:runs',
  ],
  [
    '45 in the wild, stored as implied consent',
    `LOADS addEventListener('scroll', () => { localStorage.setItem('cookies-ok', '1'); loadPixel(); }, { once: true }); if (localStorage.getItem('cookies-ok')) loadPixel();`,
    'runs',
  ],
  [
    '46 in the wild, readyState',
    `LOADS if (document.readyState !== 'loading') loadPixel(); else document.addEventListener('DOMContentLoaded', loadPixel);`,
    'runs r:runs',
  ],
  ['46 in the wild, jQuery load', `LOADS $(window).on('load', function () { loadPixel(); });`, 'runs r:runs'],
  [
    '46 in the wild, visibility of a part',
    `LOADS const seen = new IntersectionObserver(([entry], o) => { if (!entry.isIntersecting) return; o.disconnect(); loadPixel(); }, { threshold: 0.1 }); seen.observe(document.getElementById('footer'));`,
    'runs r:runs',
  ],
  [
    '46 in the wild, visibility of a part and consent',
    `LOADS const seen = new IntersectionObserver(([entry], o) => { if (!entry.isIntersecting || localStorage.consent !== 'yes') return; o.disconnect(); loadPixel(); }); seen.observe(document.getElementById('footer'));`,
    'blocked r:blocked a:runs',
  ],
  [
    '46 in the wild, custom element',
    `class PixelTag extends HTMLElement { connectedCallback() { PIX } } customElements.define('pixel-tag', PixelTag);`,
    'runs r:runs',
  ],
  [
    '46 in the wild, custom element that asks',
    `class PixelTag extends HTMLElement { connectedCallback() { if (localStorage.getItem('consent') !== 'granted') return; PIX } } customElements.define('pixel-tag', PixelTag);`,
    'blocked r:blocked a:runs',
  ],
  ['46 in the wild, turbo', `LOADS document.addEventListener('turbo:load', loadPixel);`, 'runs r:runs'],
  [
    '46 in the wild, pageshow',
    `LOADS window.addEventListener('pageshow', (e) => { if (!e.persisted) loadPixel(); });`,
    'runs r:runs',
  ],
  ['50 in the wild, host', `LOADS if (/(^|\\.)example\\.se$/.test(location.host)) loadPixel();`, 'runs r:runs'],
  ['50 in the wild, import.meta.env', `LOADS if (import.meta.env.PROD) loadPixel();`, 'runs r:runs', 'js'],
  [
    '50 in the wild, import.meta.env, early return',
    `LOADS (() => { if (import.meta.env.DEV) return; loadPixel(); })();`,
    'runs r:runs',
    'js',
  ],
  [
    '50 in the wild, process.env and consent',
    `LOADS if (process.env.NODE_ENV === 'production' && localStorage.getItem('consent') === 'granted') loadPixel();`,
    'blocked r:blocked a:runs',
    'js',
  ],
  [
    '50 in the wild, a debug parameter',
    `LOADS if (!new URLSearchParams(location.search).has('debug')) loadPixel();`,
    'runs r:runs',
  ],
  [
    '50 in the wild, a campaign parameter',
    `LOADS if (new URLSearchParams(location.search).get('fbclid')) loadPixel();`,
    'runs r:runs',
  ],
  ['50 in the wild, an iframe', `LOADS if (window.self === window.top) loadPixel();`, 'runs r:runs'],
  [
    '50 in the wild, a preview of a shop',
    `LOADS if (!window.Shopify || !window.Shopify.designMode) loadPixel();`,
    'runs r:runs',
  ],
  ['50 in the wild, a path', `LOADS if (!location.pathname.startsWith('/admin')) loadPixel();`, 'runs r:runs'],
  [
    '50 in the wild, a path of the policy',
    `LOADS if (location.pathname !== '/cookie-policy') loadPixel();`,
    'runs r:runs',
  ],
  [
    '51 in the wild, an id from the page',
    `LOADS var id = document.currentScript && document.currentScript.getAttribute('data-pixel'); if (id) loadPixel();`,
    'runs r:runs',
  ],
  [
    '51 in the wild, an id of a settings object',
    `LOADS const cfg = window.__CONFIG__ ?? {}; if (cfg.pixel?.enabled) loadPixel();`,
    'runs r:runs',
  ],
  [
    '52 in the wild, a visitor who is logged in',
    `LOADS if (document.cookie.includes('session_id=')) loadPixel();`,
    'blocked r:runs',
  ],
  ['52 in the wild, a cart', `LOADS if (localStorage.getItem('cart')) loadPixel();`, 'blocked r:runs'],
  [
    '53 in the wild, a country of a header',
    `LOADS fetch('/geo').then((r) => r.json()).then(({ country }) => { if (country === 'US') { loadPixel(); } });`,
    'unknown',
  ],
  ['53 in the wild, a language', `LOADS if (navigator.language.startsWith('sv')) loadPixel();`, 'runs r:runs'],
  [
    '53 in the wild, a list of countries',
    `LOADS const EU = ['SE', 'DE', 'FR']; fetch('/geo').then((r) => r.json()).then((g) => { if (!EU.includes(g.country)) loadPixel(); });`,
    'runs',
  ],
  [
    '53 in the wild, a time zone and consent',
    `LOADS const eu = Intl.DateTimeFormat().resolvedOptions().timeZone.startsWith('Europe'); if (!eu || localStorage.getItem('consent') === 'granted') loadPixel();`,
    'runs',
  ],
  [
    '53 in the wild, in the EU only with consent',
    `LOADS const isEU = /^(SE|DE|FR)$/.test(window.geo.country); if (isEU && localStorage.getItem('consent') !== 'granted') { showBanner(); } else { loadPixel(); }`,
    'runs',
  ],
  [
    '54 in the wild, all names of the signal',
    `LOADS var dnt = navigator.doNotTrack == 'yes' || navigator.doNotTrack == '1' || navigator.msDoNotTrack == '1' || window.doNotTrack == '1'; if (!dnt) loadPixel();`,
    'runs r:runs',
  ],
  [
    '54 in the wild, a helper for the signal',
    `LOADS const respects = () => !(navigator.globalPrivacyControl === true || navigator.doNotTrack === '1'); if (respects()) loadPixel();`,
    'runs r:runs',
  ],
  [
    '54 in the wild, a signal and a refusal',
    `LOADS if (!navigator.globalPrivacyControl && localStorage.getItem('consent') !== 'denied') loadPixel();`,
    'runs r:blocked',
  ],
  [
    '55 in the wild, a signal and consent in a class',
    `class Privacy { get gpc() { return navigator.globalPrivacyControl === true; } get consent() { return localStorage.getItem('consent') === 'granted'; } get allowed() { return this.consent && !this.gpc; } } if (new Privacy().allowed) { PIX }`,
    'blocked r:blocked a:runs',
  ],
  [
    '57 in the wild, bots in a list',
    `LOADS const BOTS = ['bot', 'crawl', 'lighthouse']; const ua = navigator.userAgent.toLowerCase(); if (!BOTS.some((b) => ua.includes(b))) loadPixel();`,
    'runs r:runs',
  ],
  [
    '57 in the wild, a device',
    `LOADS if (window.matchMedia('(min-width: 768px)').matches) loadPixel();`,
    'runs r:runs',
  ],
  [
    '57 in the wild, a device, early return',
    `LOADS (function () { if (/Mobi|Android/i.test(navigator.userAgent)) return; loadPixel(); })();`,
    'runs r:runs',
  ],
  [
    '57 in the wild, a slow connection',
    `LOADS if (navigator.connection?.saveData !== true) loadPixel();`,
    'runs r:runs',
  ],
  ['57 in the wild, a share of visitors', `LOADS if (Math.random() < 0.1) loadPixel();`, 'runs r:runs'],
  [
    '57 in the wild, a share of visitors, stored',
    `LOADS let bucket = localStorage.getItem('bucket'); if (bucket === null) { bucket = String(Math.floor(Math.random() * 10)); localStorage.setItem('bucket', bucket); } if (bucket === '3') loadPixel();`,
    'runs',
  ],
  [
    '57 in the wild, an hour',
    `LOADS const h = new Date().getHours(); if (h >= 8 && h < 20) loadPixel();`,
    'runs r:runs',
  ],
  [
    '57 in the wild, once in a session',
    `LOADS if (!sessionStorage.getItem('pixel-loaded')) { sessionStorage.setItem('pixel-loaded', '1'); loadPixel(); }`,
    'runs',
  ],
  [
    '57 in the wild, once on a page',
    `LOADS if (!window.__pixelLoaded) { window.__pixelLoaded = true; loadPixel(); }`,
    'runs r:runs',
  ],
  ['57 in the wild, not twice', `LOADS if (typeof window.fbq === 'undefined') { loadPixel(); }`, 'runs r:runs'],
  [
    '80 in the wild, released by a function that nobody calls',
    `<!doctype html><html><body><script type="text/plain" data-purpose="ads">PIX</script><script>function release() { document.querySelectorAll('script[type="text/plain"]').forEach(function (old) { var s = document.createElement('script'); s.text = old.text; old.parentNode.replaceChild(s, old); }); }</script></body></html>`,
    'blocked r:blocked',
  ],
  [
    '80 in the wild, released at once',
    `<!doctype html><html><body><script type="text/plain" data-purpose="ads">PIX</script><script>document.querySelectorAll('script[type="text/plain"]').forEach(function (old) { var s = document.createElement('script'); s.text = old.text; old.parentNode.replaceChild(s, old); });</script></body></html>`,
    'runs',
  ],
  [
    '80 in the wild, released by category',
    `<!doctype html><html><body><script type="text/plain" data-purpose="ads">PIX</script><script>const granted = JSON.parse(localStorage.getItem('consent') || '[]'); document.querySelectorAll('script[data-purpose]').forEach((old) => { if (!granted.includes(old.dataset.purpose)) return; const s = document.createElement('script'); s.textContent = old.textContent; old.replaceWith(s); });</script></body></html>`,
    'blocked r:blocked m:runs',
  ],
  [
    '80 in the wild, released by the accept button',
    `<!doctype html><html><body><script type="text/plain" class="js-consent">PIX</script><div class="cookie-bar"><button class="js-ok">Acceptera</button></div><script>document.querySelector('.js-ok').addEventListener('click', () => { for (const old of document.getElementsByClassName('js-consent')) { const s = document.createElement('script'); s.innerHTML = old.innerHTML; document.head.append(s); } });</script></body></html>`,
    'blocked r:blocked a:runs',
  ],
  [
    '80 in the wild, frame with an address in an attribute',
    `<!doctype html><html><body><script>LOADS document.querySelectorAll('[data-load]').forEach((el) => { if (el.dataset.load === 'now') loadPixel(); });</script><div data-load="now"></div><div data-load="later"></div></body></html>`,
    'runs',
  ],
  [
    '58 in the wild, revoke and grant by a helper',
    `!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','SRC');
const consent = (state) => fbq('consent', state ? 'grant' : 'revoke'); consent(localStorage.getItem('consent') === 'granted'); fbq('init', '1'); fbq('track', 'PageView');`,
    'held r:held a:runs',
  ],
  [
    '58 in the wild, grant by a helper, unless denied',
    `!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','SRC');
const consent = (state) => fbq('consent', state ? 'grant' : 'revoke'); consent(localStorage.getItem('consent') !== 'denied'); fbq('init', '1'); fbq('track', 'PageView');`,
    'runs r:held',
  ],
];
