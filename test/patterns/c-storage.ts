import { html, type Pattern, withScript } from './support.ts';

/** C: what is stored in cookies and in the browser's storage. */
export const storagePatterns: readonly Pattern[] = [
  {
    number: 32,
    verdict: 'gated',
    pages: [
      [
        'Cookiebot',
        withScript('', `if (/marketing:true/.test(document.cookie)) { PIX }`),
        'blocked r:blocked m:runs !-',
      ],
      [
        'CookieYes',
        withScript('', `if (document.cookie.match(/cookieyes-consent=[^;]*advertisement:yes/)) { PIX }`),
        'blocked r:blocked m:runs !-',
      ],
      ['OneTrust', withScript('', `if (/C0004(:|%3A)1/.test(document.cookie)) { PIX }`), 'blocked r:blocked m:runs !-'],
      [
        'a helper and JSON',
        withScript(
          '',
          `function readCookie(name) { var m = document.cookie.match(new RegExp('(?:^|; )' + name + '=([^;]*)')); return m ? decodeURIComponent(m[1]) : null; }
var c = readCookie('CookieConsent'); if (c && c.indexOf('marketing:true') > -1) { PIX }`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'decoded first',
        withScript('', `const raw = decodeURIComponent(document.cookie); raw.includes('marketing:true') && INSERT;`),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 33,
    verdict: 'pretends',
    pages: [
      [
        'existence',
        withScript('', `if (document.cookie.indexOf('cookie_consent=') > -1) { PIX }`),
        'blocked r:runs !-',
      ],
      [
        'Django',
        html(`{% load static %}{% if "accept-cookies" in request.COOKIES %}TAG{% endif %}`),
        'blocked r:runs a:runs !-',
      ],
      ['ERB', html(`<% if cookies[:cookie_consent] %>TAG<% end %>`), 'blocked r:runs !-', 'html.erb'],
      [
        'a notice that was closed',
        withScript(
          '',
          `if (document.cookie.split('; ').some((row) => row.startsWith('viewed_cookie_policy='))) { PIX }`,
        ),
        'blocked r:runs !ineffective-gate',
      ],
      [
        'OneTrust',
        withScript('', `if (document.cookie.indexOf('OptanonAlertBoxClosed=') !== -1) { PIX }`),
        'blocked r:runs !ineffective-gate',
      ],
      [
        'dismissed',
        withScript('', `if (Cookies.get('cookieconsent_status') === 'dismiss') { PIX }`),
        'blocked r:runs !ineffective-gate',
      ],
    ],
    note: 'Existence alone: whether the site also writes the key on a refusal shows elsewhere, so such a tag runs for those who refuse in the matrix and is no finding by default.',
  },
  {
    number: 34,
    verdict: 'pretends',
    pages: [
      [
        'react-cookie-consent',
        `import { getCookieConsentValue } from 'react-cookie-consent';\nif (getCookieConsentValue()) { PIX }`,
        'blocked r:runs !ineffective-gate',
        'js',
      ],
      ['a member', withScript('', `if (localStorage.consent) { PIX }`), 'blocked r:runs !-'],
      [
        'getItem',
        withScript('', `const consent = localStorage.getItem('cookie-consent'); if (consent) { PIX }`),
        'blocked r:runs !-',
      ],
      [
        'compared',
        `import { getCookieConsentValue } from 'react-cookie-consent';\nif (getCookieConsentValue('shop') === 'true') { PIX }`,
        'blocked r:blocked a:runs !-',
        'js',
      ],
    ],
    note: 'Where the value is written shows elsewhere: the tag runs for those who refuse in the matrix, a finding comes with evidence alone. The last page is the right form.',
  },
  {
    number: 35,
    verdict: 'gated',
    pages: [
      [
        'equality',
        withScript('', `if (localStorage.getItem('consent') === 'granted') { PIX }`),
        'blocked r:blocked a:runs !-',
      ],
      [
        'typed',
        `type Consent = 'granted' | 'denied' | null;
         const KEY = 'analytics-consent' as const;
         export function hasConsent(): boolean { return (window.localStorage.getItem(KEY) as Consent) === 'granted'; }
         if (hasConsent()) { PIX }`,
        'blocked r:blocked a:runs !-',
        'ts',
      ],
      [
        'js-cookie',
        withScript('', `if (Cookies.get("cookie_consent") == "accepted") { INSERT }`),
        'blocked r:blocked a:runs !-',
      ],
      [
        'switch',
        withScript(
          '',
          `switch (sessionStorage.getItem('gdpr')) { case 'yes': case 'all': PIX break; default: console.log('waiting'); }`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'list of answers',
        withScript('', `const ok = ['granted', 'all'].includes(localStorage.getItem('consent')); if (ok) { PIX }`),
        'blocked r:blocked a:runs !-',
      ],
    ],
  },
  {
    number: 36,
    verdict: 'open',
    pages: [
      [
        'unless declined',
        withScript('', `if (localStorage.getItem('cookie_consent') !== 'declined') { PIX }`),
        'runs r:blocked !ineffective-gate',
      ],
      [
        'the other way round',
        withScript('', `'rejected' != window.localStorage["cookies"] && INSERT;`),
        'runs r:blocked !ineffective-gate',
      ],
      [
        'early return',
        withScript('', `(function () { if (Cookies.get('cookies') === 'no') { return; } PIX })();`),
        'runs r:blocked !ineffective-gate',
      ],
      [
        'a cookie',
        withScript('', `if (document.cookie.indexOf('consent=denied') === -1) { PIX }`),
        'runs r:blocked !ineffective-gate',
      ],
    ],
  },
  {
    number: 37,
    verdict: 'open',
    pages: [
      [
        'default true',
        withScript(
          '',
          `let ok = true; const stored = localStorage.getItem('cookie-preferences'); if (stored) { ok = JSON.parse(stored).marketing !== false; } if (ok) { PIX }`,
        ),
        'runs r:blocked !ineffective-gate',
      ],
      [
        'a property',
        withScript(
          '',
          `var prefs = { marketing: true, statistics: true }; var saved = localStorage.getItem('prefs'); if (saved !== null) { prefs = JSON.parse(saved); } if (prefs.marketing) { PIX }`,
        ),
        'runs r:blocked',
      ],
      [
        'spread',
        withScript(
          '',
          `const defaults = { marketing: true }; const prefs = { ...defaults, ...JSON.parse(localStorage.getItem('cookie-prefs') || '{}') }; prefs.marketing && INSERT;`,
        ),
        'runs',
      ],
      [
        'Object.assign',
        withScript(
          '',
          `const settings = Object.assign({ analytics: true, ads: true }, JSON.parse(localStorage.getItem('consent'))); if (settings.ads) { PIX }`,
        ),
        'runs',
      ],
      [
        'default false',
        withScript(
          '',
          `const defaults = { marketing: false }; const prefs = { ...defaults, ...JSON.parse(localStorage.getItem('cookie-prefs') || '{}') }; prefs.marketing && INSERT;`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
    note: 'The last page is the right form.',
  },
  {
    number: 38,
    verdict: 'open',
    pages: [
      [
        'or',
        withScript(
          '',
          `const getCookie = (n) => (document.cookie.match('(^|;)\\\\s*' + n + '\\\\s*=\\\\s*([^;]+)') || []).pop();\nconst c = getCookie('consent') || 'granted'; if (c === 'granted') { PIX }`,
        ),
        'runs r:blocked',
      ],
      [
        'nullish',
        withScript(
          '',
          `const allowed = JSON.parse(localStorage.getItem('marketing_consent')) ?? true; if (allowed) { PIX }`,
        ),
        'runs',
      ],
      [
        'Jinja',
        html(`{% if request.cookies.get('consent', 'yes') == 'yes' %}TAG{% endif %}`),
        'runs r:blocked',
        'html.j2',
      ],
      [
        'Twig',
        html(`{% if app.request.cookies.get('cookie_consent')|default('yes') == 'yes' %}TAG{% endif %}`),
        'runs r:blocked',
        'html.twig',
      ],
      [
        'PHP',
        html(`<?php if (($_COOKIE['cookie_consent'] ?? '1') === '1'): ?>TAG<?php endif; ?>`),
        'runs r:blocked',
        'php',
      ],
      [
        'a parameter',
        withScript(
          '',
          `function read(key, fallback) { var v = localStorage.getItem(key); return v === null ? fallback : v; } if (read('consent', 'granted') === 'granted') { PIX }`,
        ),
        'runs r:blocked',
      ],
    ],
  },
  {
    number: 39,
    verdict: 'gated',
    pages: [
      [
        'Django view',
        html(`{% if request.COOKIES.analytics|default:'false' == 'true' %}TAG{% endif %}`),
        'blocked r:blocked a:runs',
        'html',
      ],
      [
        'Flask',
        html(`{% if request.cookies.get('marketing_consent', 'false') == 'true' %}TAG{% endif %}`),
        'blocked r:blocked a:runs !-',
        'html.j2',
      ],
      [
        'script',
        withScript('', `const c = localStorage.getItem('consent') || 'denied'; if (c === 'granted') { PIX }`),
        'blocked r:blocked a:runs !-',
      ],
      [
        'PHP',
        html(
          `<?php $consent = isset($_COOKIE['consent']) ? $_COOKIE['consent'] : 'no'; if ($consent == 'yes') { ?>TAG<?php } ?>`,
        ),
        'blocked r:blocked a:runs !-',
        'php',
      ],
    ],
  },
  {
    number: 40,
    verdict: 'depends',
    pages: [
      [
        'open where nothing can be read',
        withScript(
          '',
          `function mayTrack() { if (typeof localStorage === 'undefined') return true; return localStorage.getItem('consent') === 'granted'; } if (mayTrack()) { PIX }`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'open where the key is missing',
        withScript(
          '',
          `function mayTrack(key) { var value = localStorage.getItem(key); if (value === null) { return true; } return value === 'granted'; } if (mayTrack('consent')) { PIX }`,
        ),
        'runs r:blocked !ineffective-gate',
      ],
      [
        'in PHP',
        `<?php function may_track() { if (!isset($_COOKIE['consent'])) { return true; } return $_COOKIE['consent'] === 'yes'; } ?>\n${html('<?php if (may_track()): ?>TAG<?php endif; ?>')}`,
        'runs r:blocked !ineffective-gate',
        'php',
      ],
    ],
    note: 'The branch decides: a browser always has localStorage, a first visit never has the key.',
  },
  {
    number: 41,
    verdict: 'open',
    pages: [
      [
        'opted out',
        withScript('', `var optedOut = document.cookie.indexOf('optout=1') > -1; if (!optedOut) { PIX }`),
        'runs !ineffective-gate',
      ],
      ['no-track', withScript('', `if (localStorage['no-track'] !== '1') { PIX }`), 'runs !ineffective-gate'],
      [
        'ga-disable',
        html(
          `<script>var disableStr = 'ga-disable-G-ABC123'; if (document.cookie.indexOf(disableStr + '=true') > -1) { window[disableStr] = true; }</script><script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC123"></script><script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date()); gtag('config', 'G-ABC123');</script>`,
        ),
        'runs @google-analytics',
      ],
      [
        'PHP',
        html(`<?php if (empty($_COOKIE['tracking_optout'])) : ?>TAG<?php endif; ?>`),
        'runs !ineffective-gate',
        'php',
      ],
    ],
  },
  {
    number: 42,
    verdict: 'gated',
    pages: [
      [
        'JSON',
        withScript(
          '',
          `var prefs = JSON.parse(localStorage.getItem('cookie-preferences') || '{}'); if (prefs.marketing) { PIX }`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'a guard on null',
        withScript(
          '',
          `const saved = localStorage.getItem('cookie-preferences'); if (saved) { const { marketing } = JSON.parse(saved); if (marketing) { PIX } }`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'a try',
        withScript(
          '',
          `function prefs() { try { return JSON.parse(localStorage.getItem('cookie-preferences')) || {}; } catch (e) { return {}; } } if (prefs().marketing === true) { PIX }`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'a cookie',
        withScript('', `const c = Cookies.getJSON('cookie_preferences'); if (c && c.marketing) { PIX }`),
        'blocked r:blocked m:runs !-',
      ],
      [
        'a component',
        `import { useEffect, useState } from 'react';
         import Script from 'next/script';
         type Preferences = { necessary: boolean; marketing: boolean };
         export default function MarketingScripts() {
           const [prefs, setPrefs] = useState<Preferences | null>(null);
           useEffect(() => { const raw = localStorage.getItem('cookie-preferences'); if (raw) setPrefs(JSON.parse(raw) as Preferences); }, []);
           if (!prefs?.marketing) return null;
           return <Script id="fb" src="SRC" strategy="afterInteractive" />;
         }`,
        'blocked r:blocked m:runs',
        'tsx',
      ],
    ],
  },
  {
    number: 43,
    verdict: 'open',
    pages: [
      [
        'revoked afterwards',
        withScript(
          '',
          `PIX\nvar c = JSON.parse(localStorage.getItem('consent') || '{}'); if (!c.marketing) { fbq('consent', 'revoke'); }`,
        ),
        'runs !ineffective-gate',
      ],
      [
        'on the event of the platform',
        withScript(
          '',
          `PIX\nwindow.addEventListener('CookiebotOnDecline', function () { fbq('consent', 'revoke'); });`,
        ),
        'runs !ineffective-gate',
      ],
      [
        'by a click',
        html(
          '<script>PIX</script>',
          `<button id="reject-cookies">Avvisa</button><script>document.getElementById('reject-cookies').addEventListener('click', () => fbq('consent', 'revoke'));</script>`,
        ),
        'runs',
      ],
    ],
  },
];
