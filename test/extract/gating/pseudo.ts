import type { Case } from './support.ts';

/** D: what looks like a gate and is none: time, interaction, environment, signals. */
export const pseudoCases: readonly Case[] = [
  ['44 delay', `setTimeout(function () { PIX }, 3000);`, 'runs r:runs'],
  ['44 delay by name', `LOADS window.setTimeout(loadPixel, 5e3);`, 'runs r:runs'],
  [
    '44 delay in a promise',
    `LOADS const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)); wait(3000).then(loadPixel);`,
    'runs',
  ],
  [
    '44 delay, await',
    `LOADS const wait = ms => new Promise(r => setTimeout(r, ms)); (async () => { await wait(3500); loadPixel(); })();`,
    'runs',
  ],
  ['44 delay, old string form', `LOADS setTimeout("loadPixel()", 4000);`, 'runs'],
  [
    '45 first interaction',
    `LOADS ['scroll', 'mousemove', 'touchstart', 'keydown'].forEach(e => window.addEventListener(e, loadPixel, { once: true, passive: true }));`,
    'runs r:runs',
  ],
  [
    '45 first interaction, flag',
    `var done = false; function go() { if (done) return; done = true; PIX } window.addEventListener('scroll', go); document.addEventListener('mousemove', go);`,
    'runs',
  ],
  ['45 first interaction, jQuery', `LOADS $(window).one('scroll mousemove', function () { loadPixel(); });`, 'runs'],
  [
    '45 first interaction, prettier-formatted class',
    `LOADS
class LazyTags {
  constructor(events) {
    this.events = events;
    this.run = this.run.bind(this);
    this.events.forEach((name) => {
      window.addEventListener(name, this.run, { passive: true });
    });
  }
  run() {
    this.events.forEach((name) => window.removeEventListener(name, this.run));
    loadPixel();
  }
}
new LazyTags(['scroll', 'touchstart']);`,
    'runs',
  ],
  [
    '46 idle',
    `LOADS 'requestIdleCallback' in window ? requestIdleCallback(loadPixel) : setTimeout(loadPixel, 1);`,
    'runs',
  ],
  ['46 load', `LOADS window.onload = loadPixel;`, 'runs'],
  ['46 load, addEventListener', `window.addEventListener('load', function () { PIX });`, 'runs'],
  ['46 DOM ready, jQuery', `$(document).ready(function () { PIX });`, 'runs'],
  [
    '46 DOM ready, state',
    `LOADS if (document.readyState === 'loading') { document.addEventListener('DOMContentLoaded', loadPixel); } else { loadPixel(); }`,
    'runs',
  ],
  [
    '46 attachEvent',
    `LOADS if (window.attachEvent) { window.attachEvent('onload', loadPixel); } else { window.addEventListener('load', loadPixel, false); }`,
    'runs',
  ],
  [
    '46 observer',
    `LOADS new IntersectionObserver(function (entries, o) { if (entries[0].isIntersecting) { loadPixel(); o.disconnect(); } }).observe(document.querySelector('footer'));`,
    'runs',
  ],
  ['46 Turbo', `document.addEventListener('turbo:load', () => { PIX })`, 'runs'],
  [
    '47 WP Rocket',
    `<script type="rocketlazyloadscript" data-rocket-src="SRC"></script><script type="rocketlazyloadscript">PIX</script>`,
    'runs',
  ],
  ['47 WP Rocket, address only', `<script type="rocketlazyloadscript" data-rocket-src="SRC" async></script>`, 'runs'],
  ['47 LiteSpeed', `<script type="litespeed/javascript">PIX</script>`, 'runs'],
  ['47 LiteSpeed, address only', `<script type="litespeed/javascript" data-src="SRC"></script>`, 'runs'],
  ['47 Rocket Loader', `<script type="0a1b2c3d4e5f-text/javascript">PIX</script>`, 'runs'],
  ['48 Partytown', `<script type="text/partytown">PIX</script>`, 'runs'],
  [
    '48 Partytown with an attribute of a platform',
    `<script src="https://consent.cookiebot.com/uc.js" id="Cookiebot" data-cbid="x"></script><script type="text/partytown" data-cookieconsent="marketing">PIX</script>`,
    'runs',
  ],
  ['50 environment', `if (process.env.NODE_ENV === 'production') { PIX }`, 'runs', 'js'],
  [
    '50 environment, host',
    `if (location.hostname !== 'localhost' && !/staging/.test(location.hostname)) { PIX }`,
    'runs',
  ],
  ['50 environment, import.meta', `LOADS if (import.meta.env.PROD) { loadPixel(); }`, 'runs', 'js'],
  [
    '51 configuration',
    `var ACCOUNT = window.settings.accountId; (function () { if (!ACCOUNT) return; PIX })();`,
    'runs',
  ],
  [
    '51 configuration object with a list',
    `LOADS var cfg = { pixels: { facebook: { enabled: true, load: loadPixel } } }; Object.keys(cfg.pixels).forEach(function (k) { if (cfg.pixels[k].enabled) cfg.pixels[k].load(); });`,
    'runs',
  ],
  [
    '51 switched off in the configuration',
    `LOADS var cfg = { facebook: { enabled: false } }; if (cfg.facebook.enabled) { loadPixel(); }`,
    'blocked a:blocked',
  ],
  ['51 once-flag', `if (!window.__pixelLoaded) { window.__pixelLoaded = true; PIX }`, 'runs'],
  ['51 library is there', `if (typeof fbq === 'undefined') { PIX }`, 'runs'],
  [
    '52 page',
    `if (document.body.classList.contains('product') || location.pathname.indexOf('/p/') === 0) { PIX }`,
    'runs',
  ],
  ['52 user', `if (!window.currentUser.isAdmin) { PIX }`, 'runs'],
  ['53 region, others run', `LOADS if (isEU) { showBanner(); } else { loadPixel(); }`, 'unknown'],
  [
    '53 region, early return',
    `LOADS function boot(geo) { if (geo.isEuropean) return; loadPixel(); } fetch('/geo').then(r => r.json()).then(boot);`,
    'unknown',
  ],
  ['54 do not track', `if (navigator.doNotTrack !== '1' && !navigator.globalPrivacyControl) { PIX }`, 'runs'],
  [
    '54 do not track, early return',
    `(function () { var dnt = navigator.doNotTrack || window.doNotTrack || navigator.msDoNotTrack; if (dnt == '1' || dnt == 'yes') return; PIX })();`,
    'runs',
  ],
  [
    '55 signal and consent',
    `(function () { var consent = localStorage.getItem('consent') === 'granted'; if (!consent || navigator.globalPrivacyControl) return; PIX })();`,
    'blocked a:runs',
  ],
  [
    '56 scroll stores the choice',
    `LOADS window.addEventListener('scroll', function () { if (window.scrollY > 200) { localStorage.setItem('consent', 'granted'); loadPixel(); } });`,
    'runs',
  ],
  [
    '56 option of the banner',
    `window.cookieconsent.initialise({ type: 'info', dismissOnScroll: 100, onStatusChange: function (status) { PIX } });`,
    'runs',
  ],
  ['57 Lighthouse', `if (!/Lighthouse|Googlebot/i.test(navigator.userAgent)) { PIX }`, 'runs'],
  ['57 A/B', `if (Math.random() < 0.5) { PIX }`, 'runs'],
  ['57 A/B, variable', `var bucket = Math.floor(Math.random() * 10); if (bucket > 3) { PIX }`, 'runs'],
  ['57 try around all of it', `try { PIX } catch (e) { console.error(e); }`, 'runs'],
  [
    '57 self-invoking module',
    `var Tracking = (function () { var loaded = false; function load() { if (loaded) { return; } loaded = true; PIX } return { init: function () { load(); } }; })(); Tracking.init();`,
    'runs',
  ],
  [
    '57 module pattern with a gate',
    `var Tracking = (function () { var allowed = false; function load() { if (!allowed) { return; } PIX } return { init: function () { allowed = Cookiebot.consent.marketing; load(); } }; }()); Tracking.init();`,
    'blocked r:blocked m:runs',
  ],
  [
    '57 prototype',
    `LOADS function Tracker() { this.ready = true; } Tracker.prototype.start = function () { if (this.ready) loadPixel(); }; new Tracker().start();`,
    'runs',
  ],
  [
    '57 debounce',
    `LOADS function debounce(fn, ms) { var t; return function () { clearTimeout(t); t = setTimeout(fn, ms); }; } window.addEventListener('resize', debounce(loadPixel, 200));`,
    'runs',
  ],
  ['57 markup written by a script', `document.write('<scr' + 'ipt src="SRC"></scr' + 'ipt>');`, 'runs'],
  [
    '57 address in pieces',
    `var h = 'https://connect.' + ['facebook', 'net'].join('.'); var s = document.createElement('script'); s.setAttribute('src', h + '/en_US/fbevents.js'); document.getElementsByTagName('head')[0].appendChild(s);`,
    'runs',
  ],
  [
    '57 helper that loads any script',
    `function loadScript(src, cb) { const el = document.createElement('script'); el.src = src; el.async = true; el.onload = cb; document.body.append(el); } loadScript('SRC', function () { fbq('init', '1'); fbq('track', 'PageView'); });`,
    'runs',
  ],
  [
    '30 button of a banner that says nothing of itself',
    `<div class="cookie-banner"><button id="save">Save my preferences</button></div><script>document.getElementById('save').onclick = function () { PIX };</script>`,
    'unknown',
  ],
  [
    '30 the same button elsewhere',
    `<form id="profile"><button id="save">Save my address</button></form><script>document.getElementById('save').onclick = function () { PIX };</script>`,
    'runs',
  ],
];
