import {
  COOKIE_INFORMATION,
  COOKIEBOT,
  COOKIEYES,
  html,
  ONETRUST,
  type Pattern,
  VANILLA,
  withScript,
} from './support.ts';

const USERCENTRICS =
  '<script id="usercentrics-cmp" src="https://web.cmp.usercentrics.eu/ui/loader.js" data-settings-id="AbCdEfGhI" async></script>';
const DIDOMI =
  '<script src="https://sdk.privacy-center.org/00000000-0000-0000-0000-000000000000/loader.js?target=www.example.se" async></script>';
const KETCH =
  '<script>!function(){window.semaphore=window.semaphore||[],window.ketch=function(){window.semaphore.push(arguments)};var e=document.createElement("script");e.type="text/javascript",e.src="https://global.ketchcdn.com/web/v3/config/org/prop/boot.js",e.defer=e.async=!0,document.getElementsByTagName("head")[0].appendChild(e)}();</script>';
const AXEPTIO =
  '<script>window.axeptioSettings = { clientId: "x", cookiesVersion: "shop-sv" }; (function(d, s) { var t = d.getElementsByTagName(s)[0], e = d.createElement(s); e.async = true; e.src = "//static.axept.io/sdk.js"; t.parentNode.insertBefore(e, t); })(document, "script");</script>';
const CIVIC = '<script src="https://cc.cdn.civiccomputing.com/9/cookieControl-9.x.min.js"></script>';
const TCF = '<script src="https://cmp.inmobi.com/choice/x/www.example.se/choice.js?tag_version=V3" async></script>';

/** B: callbacks, events and promises. */
export const callbackPatterns: readonly Pattern[] = [
  {
    number: 16,
    verdict: 'gated',
    pages: [
      [
        'event and test',
        withScript(
          COOKIE_INFORMATION,
          `window.addEventListener('CookieInformationConsentGiven', () => { if (CookieInformation.getConsentGivenFor('cookie_cat_marketing')) { PIX } });`,
        ),
        'blocked r:blocked s:blocked m:runs !-',
      ],
      [
        'a handler with a name',
        withScript(
          COOKIE_INFORMATION,
          `function onConsent(event) { var ci = window.CookieInformation; if (ci.getConsentGivenFor("cookie_cat_marketing")) { loadPixel(); } } LOADS\nwindow.addEventListener("CookieInformationConsentGiven", onConsent, false);`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'jQuery',
        withScript(
          COOKIEBOT,
          `$(window).on('CookiebotOnAccept', function (e) { if (Cookiebot.consent.marketing) { PIX } });`,
        ),
        'blocked r:blocked s:blocked m:runs !-',
      ],
      [
        'a handler object',
        withScript(
          COOKIEBOT,
          `class Tracking { handleEvent(event) { if (event.type === 'CookiebotOnAccept' && window.Cookiebot.consent.marketing) { PIX } } }\nwindow.addEventListener('CookiebotOnAccept', new Tracking());`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 17,
    verdict: 'pretends',
    pages: [
      [
        'event without test',
        withScript(
          COOKIE_INFORMATION,
          `window.addEventListener('CookieInformationConsentGiven', function () { PIX });`,
        ),
        'blocked r:runs !ineffective-gate',
      ],
      [
        'arrow with a name',
        withScript(
          COOKIE_INFORMATION,
          `const start = () => { PIX };\nwindow.addEventListener('CookieInformationConsentGiven', start);`,
        ),
        'blocked r:runs !ineffective-gate',
      ],
      [
        'a test of something else',
        withScript(
          COOKIE_INFORMATION,
          `window.addEventListener('CookieInformationConsentGiven', function (event) { if (window.CookieInformation) { PIX } }, false);`,
        ),
        'blocked r:runs !ineffective-gate',
      ],
      [
        'once',
        withScript(ONETRUST, `window.addEventListener("OneTrustGroupsUpdated", () => INSERT, { once: true });`),
        'runs r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 18,
    verdict: 'pretends',
    pages: [
      [
        'Usercentrics',
        withScript(USERCENTRICS, `window.addEventListener('UC_UI_INITIALIZED', function () { PIX });`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'Didomi',
        withScript(
          DIDOMI,
          `window.didomiOnReady = window.didomiOnReady || []; window.didomiOnReady.push(function (Didomi) { PIX });`,
        ),
        'runs r:runs !ineffective-gate',
      ],
      [
        'Cookiebot',
        withScript(
          COOKIEBOT,
          `function CookiebotCallback_OnLoad() { PIX }\nwindow.addEventListener('CookiebotOnLoad', CookiebotCallback_OnLoad);`,
        ),
        'runs r:runs',
      ],
      ['OneTrust', withScript(ONETRUST, `function OptanonWrapper() { PIX }`), 'runs r:runs !ineffective-gate'],
      [
        'OneTrust, assigned',
        withScript(ONETRUST, `window.OptanonWrapper = async () => { await import('/js/theme.js'); INSERT; };`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'Osano OSS',
        withScript(
          '<script src="https://cdn.jsdelivr.net/npm/cookieconsent@3.1.1/build/cookieconsent.min.js"></script>',
          `window.cookieconsent.initialise({ type: 'opt-in', onInitialise: function (status) { PIX } });`,
        ),
        'blocked r:runs !ineffective-gate',
      ],
    ],
    note: 'Osano’s onInitialise runs at once only where an answer is stored, a refusal too; nothing runs on the first page of a visitor. CookiebotOnLoad is likewise said of pages with an answer in some releases; the catalogue takes the stricter reading.',
  },
  {
    number: 19,
    verdict: 'pretends',
    pages: [
      [
        'the payload is ignored',
        withScript(KETCH, `window.semaphore.push(['onConsent', function () { PIX }]);`),
        'runs r:runs !ineffective-gate',
      ],
      ['the function', withScript(KETCH, `ketch('onConsent', () => { INSERT; });`), 'runs r:runs !ineffective-gate'],
      [
        'the payload is asked',
        withScript(
          KETCH,
          `window.ketch('onConsent', function (consent) { if (consent.purposes.targeted_advertising) { PIX } });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
    note: 'The last page is the right form.',
  },
  {
    number: 20,
    verdict: 'gated',
    pages: [
      [
        'the vendor',
        withScript(
          AXEPTIO,
          `window._axcb = window._axcb || []; window._axcb.push(function (axeptio) { axeptio.on('cookies:complete', function (choices) { if (choices.facebook_pixel) { PIX } }); });`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'destructured',
        withScript(
          AXEPTIO,
          `void 0 === window._axcb && (window._axcb = []);\nwindow._axcb.push((sdk) => sdk.on('cookies:complete', ({ facebook_pixel: meta, google_analytics }) => { if (!meta) return; PIX }));`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'all of them',
        withScript(
          AXEPTIO,
          `(_axcb = window._axcb || []).push(function (sdk) { sdk.on("cookies:complete", function (c) { if (c.$$all) { PIX } }) });`,
        ),
        'blocked r:blocked a:runs !-',
      ],
    ],
  },
  {
    number: 21,
    verdict: 'gated',
    pages: [
      [
        'accepted',
        withScript(
          COOKIEYES,
          `document.addEventListener('cookieyes_consent_update', function (eventData) { const data = eventData.detail; if (data.accepted.includes('advertisement')) { PIX } });`,
        ),
        'blocked r:blocked s:blocked m:runs !-',
      ],
      [
        'indexOf',
        withScript(
          COOKIEYES,
          `document.addEventListener("cookieyes_consent_update", function (e) { if (e.detail.accepted.indexOf("advertisement") === -1) { return; } INSERT; });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'destructured',
        withScript(
          COOKIEYES,
          `document.addEventListener('cookieyes_consent_update', ({ detail: { accepted = [] } }) => { if (accepted.some(c => c === 'advertisement')) { PIX } });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 22,
    verdict: 'gated',
    pages: [
      [
        'Civic',
        withScript(
          CIVIC,
          `CookieControl.load({ apiKey: 'x', product: 'PRO', necessaryCookies: ['session'], optionalCookies: [{ name: 'analytics', label: 'Analytics', onAccept: function () {}, onRevoke: function () {} }, { name: 'marketing', label: 'Marketing', cookies: ['_fbp'], onAccept: function () { PIX }, onRevoke: function () {} }], position: 'LEFT' });`,
        ),
        'blocked r:blocked s:blocked m:runs !-',
      ],
      [
        'Silktide',
        withScript(
          '<script src="https://cdn.jsdelivr.net/npm/@silktide/consent-manager@2/silktide-consent-manager.js"></script>',
          `silktideCookieBannerManager.updateCookieBannerConfig({ cookieTypes: [{ id: 'necessary', name: 'Necessary', required: true }, { id: 'advertising', name: 'Advertising', required: false, onAccept: function () { PIX } }] });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'Silktide, required',
        withScript(
          '<script src="https://cdn.jsdelivr.net/npm/@silktide/consent-manager@2/silktide-consent-manager.js"></script>',
          `silktideCookieBannerManager.updateCookieBannerConfig({ cookieTypes: [{ id: 'necessary', name: 'Necessary', required: true, onAccept: function () { PIX } }] });`,
        ),
        'runs r:runs',
      ],
      [
        'Klaro',
        html(
          `<script>var klaroConfig = { mustConsent: false, services: [{ name: 'meta', title: 'Meta', purposes: ['advertising'], callback: function (consent, service) { if (consent) { PIX } } }] };</script><script defer data-config="klaroConfig" src="https://cdn.kiprotect.com/klaro/v0.7/klaro.js"></script>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'CookieHub',
        withScript(
          '<script src="https://cdn.cookiehub.eu/c2/0123abcd.js"></script>',
          `document.addEventListener('DOMContentLoaded', function () { window.cookiehub.load({ onAllow: function (category) { if (category == 'marketing') { PIX } } }); });`,
        ),
        'blocked r:blocked s:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 23,
    verdict: 'pretends',
    pages: [
      [
        'without test',
        withScript(
          VANILLA,
          `CookieConsent.run({ categories: { necessary: { enabled: true, readOnly: true }, marketing: {} }, onConsent: () => { PIX } });`,
        ),
        'blocked r:runs !ineffective-gate',
      ],
      [
        'imported',
        `import * as CookieConsent from 'vanilla-cookieconsent';
         LOADS
         CookieConsent.run({ categories: { necessary: { readOnly: true }, marketing: {} }, onFirstConsent() { loadPixel(); }, language: { default: 'sv', translations: {} } });`,
        'blocked r:runs',
        'js',
      ],
      [
        'with test',
        withScript(
          VANILLA,
          `CookieConsent.run({ categories: { necessary: { readOnly: true }, marketing: {} }, onConsent({ cookie }) { if (CookieConsent.acceptedCategory('marketing')) { PIX } } });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'by the payload',
        withScript(
          VANILLA,
          `CookieConsent.run({ categories: { necessary: { readOnly: true }, marketing: {} }, onConsent: function (arg) { if (arg.cookie.categories.includes('marketing')) { PIX } } });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
    note: 'The last two pages are the right forms.',
  },
  {
    number: 24,
    verdict: 'pretends',
    pages: [
      [
        'status alone',
        withScript(
          TCF,
          `window.__tcfapi('addEventListener', 2, function (tcData, success) { if (success && (tcData.eventStatus === 'tcloaded' || tcData.eventStatus === 'useractioncomplete')) { PIX } });`,
        ),
        'runs r:runs !ineffective-gate',
      ],
      [
        'includes',
        withScript(
          TCF,
          `__tcfapi('addEventListener', 2, (d, ok) => { if (!ok || !['tcloaded', 'useractioncomplete'].includes(d.eventStatus)) return; INSERT; });`,
        ),
        'runs r:runs !ineffective-gate',
      ],
      [
        'loaded',
        withScript(
          TCF,
          `if (typeof window.__tcfapi === 'function') { window.__tcfapi('ping', 2, function (data) { if (data.cmpLoaded) { PIX } }); }`,
        ),
        'runs r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 25,
    verdict: 'gated',
    pages: [
      [
        'region or purpose',
        withScript(
          TCF,
          `window.__tcfapi('addEventListener', 2, function (d, ok) { if (!ok) return; if (d.eventStatus === 'tcloaded' || d.eventStatus === 'useractioncomplete') { if (d.gdprApplies === false || d.purpose.consents[1]) { PIX } } });`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'purposes and vendor',
        withScript(
          TCF,
          `__tcfapi('addEventListener', 2, (tc, ok) => { const p = tc.purpose?.consents ?? {}; if (ok && p[1] && p[3] && p[4]) { PIX } });`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'every purpose',
        withScript(
          TCF,
          `__tcfapi('addEventListener', 2, function (t, ok) { if (ok && [1, 2, 3, 4].every(function (n) { return t.purpose.consents[n]; })) { PIX } });`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'undefined passes',
        withScript(
          TCF,
          `__tcfapi('addEventListener', 2, function (d, ok) { if (ok && (!d.gdprApplies || d.purpose.consents[1])) { PIX } });`,
        ),
        'runs !ineffective-gate',
      ],
    ],
    note: 'The last page is the trap of the facts: what is not known yet counts as not applicable.',
  },
  {
    number: 26,
    verdict: 'depends',
    pages: [
      [
        'ready, then the category',
        withScript('', `(async () => { await window.cmp.ready; if (window.cmp.consent.marketing) { PIX } })();`),
        'unknown !-',
      ],
      [
        'a promise of the site',
        withScript(
          '',
          `const consentPromise = new Promise((resolve) => { document.getElementById('accept-cookies').addEventListener('click', () => resolve(true)); });\nconsentPromise.then(() => { PIX });`,
        ),
        'blocked a:runs !-',
      ],
      [
        'a promise that is kept at once',
        withScript('', `const consentPromise = Promise.resolve(); consentPromise.then(() => { PIX });`),
        'runs',
      ],
      [
        'nuxt-scripts: any answer is a yes',
        `<script setup lang="ts">
const agreed = ref(false);
const trigger = useScriptTriggerConsent({ consent: agreed });
useScript('SRC', { trigger });
</script>
<template><button @click="agreed = true">Acceptera</button></template>`,
        'blocked a:runs',
        'vue',
      ],
    ],
    note: 'Who keeps the promise decides: a click on the accept button, nobody, or a platform that taglint does not know.',
  },
  {
    number: 27,
    verdict: 'gated',
    pages: [
      [
        'accept button',
        html(
          '',
          `<div id="cookie-banner"><p>Vi använder kakor.</p><button id="accept-cookies">Godkänn alla</button><button id="decline-cookies">Neka</button></div>
<script>LOADS
var acceptBtn = document.getElementById('accept-cookies');
acceptBtn.addEventListener('click', function () { localStorage.setItem('cookie-consent', 'accepted'); document.getElementById('cookie-banner').remove(); loadPixel(); });
if (localStorage.getItem('cookie-consent') === 'accepted') { loadPixel(); }</script>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'jQuery',
        html(
          '',
          `<div class="cookie-bar"><a href="#" class="js-accept btn">Acceptera</a><a href="#" class="js-reject">Avvisa</a></div>
<script>$(function () { $('.cookie-bar .js-accept').on('click', function (e) { e.preventDefault(); Cookies.set('consent', 'yes'); $('.cookie-bar').hide(); PIX }); });</script>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'delegated',
        html(
          '',
          `<div id="cc"><button data-consent="all">Zustimmen</button><button data-consent="none">Ablehnen</button></div>
<script>document.getElementById('cc').addEventListener('click', (e) => { const b = e.target.closest('[data-consent]'); if (b && b.dataset.consent === 'all') { PIX } });</script>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'in the markup',
        html(
          '<script>LOADS</script>',
          `<div class="gdpr"><button type="button" onclick="loadPixel(); this.parentNode.remove()">Tillåt alla kakor</button></div>`,
        ),
        'blocked a:runs !-',
      ],
      [
        'a component',
        `import { useEffect, useState } from 'react';
         export function TrackingConsent() {
           const [granted, setGranted] = useState(false);
           useEffect(() => { if (localStorage.getItem('tracking') === 'granted') setGranted(true); }, []);
           useEffect(() => { if (granted) { PIX } }, [granted]);
           const accept = () => { localStorage.setItem('tracking', 'granted'); setGranted(true); };
           return <div role="dialog"><button onClick={accept}>Accept all</button><button onClick={() => localStorage.setItem('tracking', 'denied')}>Decline</button></div>;
         }`,
        'blocked r:blocked a:runs',
        'tsx',
      ],
    ],
  },
  {
    number: 28,
    verdict: 'pretends',
    pages: [
      [
        'close',
        html(
          '',
          `<div class="cookie-banner"><p>By closing this you accept cookies.</p><button class="close" aria-label="Close">×</button></div><script>document.querySelector('.cookie-banner .close').addEventListener('click', function () { PIX });</script>`,
        ),
        'blocked r:runs !ineffective-gate',
      ],
      [
        'both buttons',
        html(
          '',
          `<div id="banner"><button class="cc-btn accept">Accept</button><button class="cc-btn reject">Reject</button></div><script>LOADS
document.querySelectorAll('#banner .cc-btn').forEach(function (button) { button.addEventListener('click', function () { document.getElementById('banner').remove(); loadPixel(); }); });</script>`,
        ),
        'blocked r:runs !ineffective-gate',
      ],
      [
        'the document',
        withScript('', `LOADS\ndocument.addEventListener('click', loadPixel, { once: true });`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'decline',
        html(
          '',
          `<div id="cookie-consent"><button id="decline">Endast nödvändiga</button></div><script>document.getElementById('decline').onclick = function () { PIX };</script>`,
        ),
        'blocked r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 29,
    verdict: 'gated',
    pages: [
      [
        'polling',
        withScript(
          COOKIEBOT,
          `var timer = setInterval(function () { if (window.Cookiebot && Cookiebot.consent && Cookiebot.consent.marketing) { PIX clearInterval(timer); } }, 100);`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'again and again',
        withScript(
          COOKIEBOT,
          `(function check() { if (!(window.Cookiebot?.consent?.marketing)) { return setTimeout(check, 250); } PIX })();`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'a loop that waits',
        withScript(
          COOKIEBOT,
          `const sleep = (ms) => new Promise((r) => setTimeout(r, ms));\n(async () => { while (!window.Cookiebot?.consent?.marketing) { await sleep(200); } PIX })();`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'of the cookie',
        withScript(
          '',
          `const id = window.setInterval(() => { if (document.cookie.includes('cookie_consent=accepted')) { window.clearInterval(id); INSERT; } }, 500);`,
        ),
        'blocked r:blocked a:runs !-',
      ],
    ],
  },
  {
    number: 30,
    verdict: 'pretends',
    pages: [
      [
        'a count',
        withScript(
          COOKIEBOT,
          `LOADS\nvar tries = 0; var timer = setInterval(function () { if (window.Cookiebot && Cookiebot.consent && Cookiebot.consent.marketing) { clearInterval(timer); loadPixel(); } else if (tries++ > 50) { clearInterval(timer); loadPixel(); } }, 100);`,
        ),
        'runs r:runs !ineffective-gate',
      ],
      [
        'either',
        withScript(
          COOKIEBOT,
          `let n = 0; const t = setInterval(() => { if (window.Cookiebot?.consent?.marketing || ++n > 20) { clearInterval(t); INSERT; } }, 250);`,
        ),
        'runs r:runs !ineffective-gate',
      ],
      [
        'a race',
        withScript(
          COOKIEBOT,
          `const consent = new Promise((resolve) => window.addEventListener('CookiebotOnAccept', resolve));\nconst sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\nPromise.race([consent, sleep(2000)]).then(() => { PIX });`,
        ),
        'runs r:runs !ineffective-gate',
      ],
      [
        'a fallback of its own',
        withScript(
          COOKIEBOT,
          `let done = false; const go = () => { if (done) return; done = true; PIX };\nwindow.addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.marketing) go(); });\nsetTimeout(go, 5000);`,
        ),
        'runs r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 31,
    verdict: 'gated',
    pages: [
      [
        'a detail',
        withScript(
          '',
          `window.addEventListener('cookie-consent-changed', function (e) { if (e.detail && e.detail.marketing) { PIX } });`,
        ),
        'blocked !-',
      ],
      [
        'short',
        withScript(
          '',
          `document.addEventListener('mr-dj:marketing-consent-change', ({ detail }) => { detail.marketing && INSERT; });`,
        ),
        'blocked !-',
      ],
      [
        'told by the banner of the page',
        html(
          '',
          `<div id="cookies"><button id="accept-all">Acceptera alla</button></div>
<script>document.getElementById('accept-all').addEventListener('click', () => { window.dispatchEvent(new CustomEvent('cookie-consent-changed', { detail: { marketing: true } })); });
window.addEventListener('cookie-consent-changed', (e) => { if (e.detail.marketing) { PIX } });</script>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
    ],
    note: 'Nothing in the first pages tells the event; a name that says consent with a detail that says marketing is believed.',
  },
];
