import type { Case } from './support.ts';

/** B: callbacks, events, promises. */
export const callbackCases: readonly Case[] = [
  [
    '16 event and test',
    `window.addEventListener('CookieInformationConsentGiven', function () { if (CookieInformation.getConsentGivenFor('cookie_cat_marketing')) { PIX } }, false);`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '16 event and test, named handler',
    `LOADS function onConsent() { if (!CookieInformation.getConsentGivenFor('cookie_cat_marketing')) return; loadPixel(); } window.addEventListener('CookieInformationConsentGiven', onConsent);`,
    'blocked r:blocked m:runs',
  ],
  [
    '16 event and payload',
    `addEventListener('CookieInformationConsentGiven', ({ detail }) => { if (detail.consents.cookie_cat_marketing) { PIX } })`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '16 Cookiebot accept and test',
    `window.addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.marketing) { PIX } });`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '17 event without test',
    `window.addEventListener('CookieInformationConsentGiven', function () { PIX });`,
    'blocked r:runs s:runs',
  ],
  [
    '17 event without test, function by name',
    `LOADS window.addEventListener('CookiebotOnConsentReady', loadPixel);`,
    'blocked r:runs',
  ],
  [
    '17 event, test of the wrong branch',
    `addEventListener('CookieInformationConsentGiven', () => { if (!CookieInformation.getConsentGivenFor('cookie_cat_marketing')) { PIX } })`,
    'blocked r:runs m:blocked',
  ],
  ['18 SDK ready, event', `window.addEventListener('UC_UI_INITIALIZED', function () { PIX });`, 'runs r:runs'],
  [
    '18 SDK ready, queue',
    `window.didomiOnReady = window.didomiOnReady || []; window.didomiOnReady.push(function (Didomi) { PIX });`,
    'runs r:runs',
  ],
  ['18 SDK ready, function by name', `function OptanonWrapper() { PIX }`, 'runs r:runs'],
  [
    '18 SDK ready, function by name with test',
    `function OptanonWrapper() { if (OnetrustActiveGroups.includes('C0004')) { PIX } }`,
    'blocked r:blocked m:runs',
  ],
  ['18 SDK ready, assigned arrow', `window.OptanonWrapper = () => { PIX };`, 'runs r:runs'],
  ['18 SDK ready, CookiebotOnLoad', `document.addEventListener('CookiebotOnLoad', () => { PIX })`, 'runs r:runs'],
  ['18 onInitialise', `cookiehub.load({ onInitialise: function (status) { PIX }, onAllow: function () {} });`, 'runs'],
  [
    '20 Axeptio choices',
    `void 0 === window._axcb && (window._axcb = []); window._axcb.push(function (axeptio) { axeptio.on('cookies:complete', function (choices) { if (choices.facebook_pixel) { PIX } }); });`,
    'blocked r:blocked',
  ],
  [
    '21 accepted list',
    `document.addEventListener('cookieyes_consent_update', function (eventData) { const data = eventData.detail; if (data.accepted.includes('advertisement')) { PIX } });`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '21 accepted list, indexOf',
    `document.addEventListener("cookieyes_consent_update",(e=>{e.detail.accepted.indexOf("advertisement")>-1&&INSERT}));`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '22 Civic category callback',
    `CookieControl.load({ apiKey: 'x', product: 'PRO', optionalCookies: [{ name: 'marketing', label: 'Marketing', cookies: ['_fbp'], onAccept: function () { PIX }, onRevoke: function () {} }] });`,
    'blocked r:blocked',
  ],
  [
    '22 Silktide category callback',
    `silktideCookieBannerManager.updateCookieBannerConfig({ cookieTypes: [{ id: 'marketing', name: 'Marketing', required: false, onAccept: function () { PIX } }] });`,
    'blocked r:blocked',
  ],
  [
    '22 CookieHub onAllow with test',
    `window.cookiehub.load({ onAllow: function (category) { if (category === 'marketing') { PIX } } });`,
    'blocked r:blocked',
  ],
  [
    '22 tarteaucitron service',
    `tarteaucitron.user.facebookpixelId = '123'; tarteaucitron.user.facebookpixelMore = function () { fbq('track', 'Lead'); }; (tarteaucitron.job = tarteaucitron.job || []).push('facebookpixel');`,
    'blocked m:runs s:blocked',
  ],
  [
    '23 vanilla onConsent without test',
    `CookieConsent.run({ categories: { necessary: { readOnly: true }, marketing: {} }, onConsent: function () { PIX } });`,
    'blocked r:runs',
  ],
  [
    '23 vanilla onConsent with test',
    `CookieConsent.run({ categories: { marketing: {} }, onConsent: () => { if (CookieConsent.acceptedCategory('marketing')) { PIX } } });`,
    'blocked r:blocked m:runs',
  ],
  [
    '23 vanilla onConsent with test of the payload',
    `CookieConsent.run({ onConsent: ({ cookie }) => { if (cookie.categories.includes('marketing')) { PIX } } });`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '23 vanilla as a package',
    `import * as CookieConsent from 'vanilla-cookieconsent'; LOADS CookieConsent.run({ onConsent: () => { if (CookieConsent.acceptedCategory('marketing')) loadPixel(); } });`,
    'blocked r:blocked',
    'js',
  ],
  [
    '24 TCF, status only',
    `__tcfapi('addEventListener', 2, function (tcData, success) { if (success && (tcData.eventStatus === 'tcloaded' || tcData.eventStatus === 'useractioncomplete')) { PIX } });`,
    'runs',
  ],
  [
    '24 TCF, no question at all',
    `__tcfapi('addEventListener', 2, function (tcData) { if (tcData.eventStatus === 'cmpuishown') { PIX } });`,
    'runs',
  ],
  [
    '25 TCF, behind the queue that every page puts in its place',
    `(function () { var queue = []; window.__tcfapi = function () { if (!arguments.length) return queue; queue.push([].slice.apply(arguments)); }; })(); __tcfapi('addEventListener', 2, function (d, ok) { if (ok && d.purpose.consents[1]) { PIX } });`,
    'blocked m:runs r:blocked',
  ],
  [
    '25 TCF, behind a queue that is there only where no platform is',
    `if (typeof window.__tcfapi !== 'function') { window.__tcfapi = function () { (window.__tcfapi.a = window.__tcfapi.a || []).push(arguments); }; } window.__tcfapi('addEventListener', 2, (d, ok) => { if (ok && d.eventStatus === 'useractioncomplete') { PIX } });`,
    'blocked r:runs',
  ],
  [
    '25 TCF, purposes',
    `__tcfapi('addEventListener', 2, (d, ok) => { if (ok && d.purpose.consents[1]) { PIX } });`,
    'blocked m:runs r:blocked',
  ],
  [
    '26 await',
    `async function boot() { await window.cmp.ready; if (window.cmp.marketing) { PIX } } boot();`,
    'unknown',
  ],
  ['26 promise of consent', `LOADS consentPromise.then(loadPixel);`, 'unknown'],
  [
    '26 promise of consent, resolved value tested',
    `LOADS getConsent().then(c => { if (c.marketing) loadPixel(); });`,
    'unknown',
  ],
  ['26 promise that resolves by itself', `LOADS Promise.resolve().then(() => loadPixel());`, 'runs'],
  [
    '26 promise resolved on load',
    `LOADS const ready = new Promise(resolve => window.addEventListener('load', resolve)); ready.then(loadPixel);`,
    'runs',
  ],
  [
    '26 promise resolved on the accept button',
    `LOADS const accepted = new Promise(resolve => { document.getElementById('accept-cookies').addEventListener('click', resolve); }); accepted.then(() => loadPixel());`,
    'blocked',
  ],
  [
    '26 await of a promise that the accept button resolves',
    `LOADS async function boot() { await new Promise(r => document.querySelector('#accept-all').addEventListener('click', r)); loadPixel(); } boot();`,
    'blocked',
  ],
  [
    '27 click on accept',
    `LOADS document.getElementById('accept-cookies').addEventListener('click', function () { localStorage.setItem('consent', 'granted'); loadPixel(); });`,
    'blocked a:runs',
  ],
  [
    '27 click on accept, with the way of returning visitors',
    `LOADS document.querySelector('.js-cookie-accept').onclick = function () { localStorage.setItem('consent', 'yes'); loadPixel(); }; if (localStorage.getItem('consent') === 'yes') loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  [
    '27 click on accept, jQuery',
    `LOADS $('#cookie-banner .btn-accept').on('click', function () { loadPixel(); });`,
    'blocked a:runs',
  ],
  [
    '27 click on accept, jQuery shorthand',
    `LOADS jQuery(function ($) { $('.godkann-kakor').click(function (e) { e.preventDefault(); loadPixel(); }); });`,
    'blocked a:runs',
  ],
  [
    '27 click on accept, delegated',
    `LOADS document.addEventListener('click', function (e) { if (e.target.matches('#accept-all')) { loadPixel(); } });`,
    'blocked a:runs',
  ],
  [
    '27 click on accept, closest and early return',
    `LOADS document.addEventListener('click', (e) => { const btn = e.target.closest('[data-cc="accept"]'); if (!btn) return; loadPixel(); });`,
    'blocked a:runs',
  ],
  [
    '27 click on accept, text on the button tells',
    `<button id="btn1">Acceptera alla kakor</button><script>LOADS document.getElementById('btn1').addEventListener('click', loadPixel);</script>`,
    'blocked a:runs',
  ],
  [
    '27 accept through a global function in an attribute',
    `<button class="btn" onclick="acceptAll()">Godkänn alla</button><script>LOADS function acceptAll(){ document.cookie='ok=1'; loadPixel(); }</script>`,
    'blocked a:runs',
  ],
  ['28 click anywhere', `LOADS document.addEventListener('click', loadPixel, { once: true });`, 'runs'],
  [
    '28 click on close',
    `LOADS document.querySelector('.cookie-bar .close').addEventListener('click', loadPixel);`,
    'blocked r:runs',
  ],
  [
    '28 click on any button of the banner',
    `LOADS document.querySelectorAll('.cookie-consent button').forEach(b => b.addEventListener('click', loadPixel));`,
    'blocked',
  ],
  [
    '28 click on decline',
    `LOADS document.getElementById('cookie-decline').addEventListener('click', function () { loadPixel(); });`,
    'blocked r:runs',
  ],
  ['28 click on a product', `LOADS $('.add-to-cart').on('click', loadPixel);`, 'runs'],
  [
    '29 polling',
    `var timer = setInterval(function () { if (window.Cookiebot && Cookiebot.consent && Cookiebot.consent.marketing) { clearInterval(timer); PIX } }, 100);`,
    'blocked r:blocked m:runs',
  ],
  [
    '29 polling, recursive timeout',
    `LOADS (function check() { if (window.Cookiebot?.consent?.marketing) { loadPixel(); } else { setTimeout(check, 250); } })();`,
    'blocked r:blocked m:runs',
  ],
  [
    '30 polling with a way out',
    `LOADS var tries = 0; var t = setInterval(function () { tries++; if (window.Cookiebot?.consent?.marketing || tries > 50) { clearInterval(t); loadPixel(); } }, 100);`,
    'runs',
  ],
  [
    '30 polling, recursive, way out',
    `LOADS function wait(n) { if (window.Cookiebot && Cookiebot.consent.marketing) return loadPixel(); if (n > 20) return loadPixel(); setTimeout(function () { wait(n + 1); }, 200); } wait(0);`,
    'runs',
  ],
  [
    '30 race with a timer',
    `LOADS const sleep = ms => new Promise(r => setTimeout(r, ms)); Promise.race([consentGiven, sleep(2000)]).then(loadPixel);`,
    'runs',
  ],
  [
    '31 own event bus with payload',
    `window.addEventListener('cookie-consent-changed', e => e.detail.marketing && INSERT);`,
    'blocked r:blocked',
  ],
  [
    '31 own event, dispatched by the accept button',
    `LOADS document.getElementById('accept').addEventListener('click', () => window.dispatchEvent(new CustomEvent('ads:go'))); window.addEventListener('ads:go', loadPixel);`,
    'blocked a:runs',
  ],
  [
    '31 own event, dispatched at once',
    `LOADS window.addEventListener('ads:go', loadPixel); window.dispatchEvent(new Event('ads:go'));`,
    'runs',
  ],
  [
    '31 own event, nobody in sight dispatches',
    `LOADS document.addEventListener('consent:granted', loadPixel);`,
    'unknown',
  ],
  [
    '31 jQuery trigger',
    `LOADS $(document).on('consentGiven', loadPixel); $('#accept-cookies').click(function () { $(document).trigger('consentGiven'); });`,
    'blocked a:runs',
  ],
  [
    '31 queue of own callbacks run by the accept handler',
    `LOADS var queue = []; function onAccept(fn) { queue.push(fn); } onAccept(loadPixel); document.getElementById('accept').onclick = function () { queue.forEach(function (fn) { fn(); }); };`,
    'blocked a:runs',
  ],
  [
    '31 queue of own callbacks run at once',
    `LOADS var queue = []; queue.push(loadPixel); while (queue.length) { queue.shift()(); }`,
    'runs',
  ],
  ['123 function that nothing calls', `window.loadPixels = function () { PIX };`, 'blocked'],
  ['123 function called by the body', `<body onload="start()"><script>function start(){ PIX }</script></body>`, 'runs'],
  [
    '124 data layer asked for an event of the platform',
    `if (dataLayer.find(function (i) { return i.event === 'cookie_consent_marketing'; })) { PIX }`,
    'unknown',
  ],
];
