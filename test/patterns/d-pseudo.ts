import { html, type Pattern, withScript } from './support.ts';

/** D: time, interaction, environment and signals of the browser. */
export const pseudoPatterns: readonly Pattern[] = [
  {
    number: 44,
    verdict: 'open',
    pages: [
      ['a delay', withScript('', `setTimeout(function () { PIX }, 3000);`), 'runs r:runs !ineffective-gate'],
      [
        'by name',
        withScript('', `LOADS\nwindow.addEventListener('load', () => setTimeout(loadPixel, 5e3));`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'awaited',
        withScript(
          '',
          `const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\n(async function () { await wait(3500); PIX })();`,
        ),
        'runs r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 45,
    verdict: 'open',
    pages: [
      [
        'a list of events',
        withScript(
          '',
          `LOADS\nlet loaded = false; const load = () => { if (loaded) return; loaded = true; loadPixel(); };\n['scroll', 'mousemove', 'touchstart', 'keydown'].forEach((event) => window.addEventListener(event, load, { once: true, passive: true }));`,
        ),
        'runs r:runs !ineffective-gate',
      ],
      [
        'scroll',
        withScript('', `window.onscroll = function () { window.onscroll = null; PIX };`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'jQuery',
        withScript('', `$(document).one('mousemove touchstart scroll', function () { INSERT; });`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'and a timer',
        withScript(
          '',
          `LOADS\nvar t = setTimeout(go, 3000); function go() { clearTimeout(t); loadPixel(); } for (const e of ["click", "scroll"]) addEventListener(e, go, { once: true });`,
        ),
        'runs r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 46,
    verdict: 'open',
    pages: [
      ['load', withScript('', `window.onload = function () { PIX };`), 'runs r:runs !fires-before-consent'],
      [
        'DOM ready',
        withScript('', `document.addEventListener('DOMContentLoaded', () => { INSERT; });`),
        'runs r:runs !fires-before-consent',
      ],
      [
        'idle',
        withScript(
          '',
          `LOADS\n'requestIdleCallback' in window ? requestIdleCallback(loadPixel, { timeout: 2000 }) : setTimeout(loadPixel, 1);`,
        ),
        'runs r:runs',
      ],
      [
        'seen',
        withScript(
          '',
          `const io = new IntersectionObserver((entries) => { entries.forEach((entry) => { if (entry.isIntersecting) { io.disconnect(); INSERT; } }); }); io.observe(document.querySelector('footer'));`,
        ),
        'runs r:runs',
      ],
      [
        'ready state',
        withScript(
          '',
          `function start() { PIX } if (document.readyState === 'complete') start(); else window.addEventListener('load', start);`,
        ),
        'runs r:runs !fires-before-consent',
      ],
    ],
  },
  {
    number: 47,
    verdict: 'open',
    pages: [
      ['inline', html(`<script type="rocketlazyloadscript">PIX</script>`), 'runs r:runs'],
      [
        'by address',
        html(
          `<script type="rocketlazyloadscript" data-rocket-type="text/javascript" data-rocket-src="SRC" async></script>`,
        ),
        'runs r:runs',
      ],
      ['LiteSpeed', html(`<script type="litespeed/javascript" data-src="SRC"></script>`), 'runs r:runs'],
      [
        'Rocket Loader',
        html(
          `<script type="0123456789abcdef01234567-text/javascript" src="SRC"></script><script src="/cdn-cgi/scripts/7d0fa10a/cloudflare-static/rocket-loader.min.js" data-cf-settings="0123456789abcdef01234567-|49" defer></script>`,
        ),
        'runs r:runs',
      ],
    ],
  },
  {
    number: 48,
    verdict: 'open',
    pages: [
      [
        'inline',
        html(
          `<script>partytown = { forward: ['fbq'] };</script><script src="/~partytown/partytown.js"></script><script type="text/partytown">PIX</script>`,
        ),
        'runs r:runs',
      ],
      [
        'with an attribute of Cookiebot',
        html(
          `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-blockingmode="manual"></script><script src="/~partytown/partytown.js"></script><script type="text/partytown" data-cookieconsent="marketing">PIX</script>`,
        ),
        'runs r:runs',
      ],
      [
        'by address',
        html(`<script src="/~partytown/partytown.js"></script><script type="text/partytown" src="SRC"></script>`),
        'runs r:runs',
      ],
    ],
  },
  {
    number: 49,
    verdict: 'open',
    pages: [
      [
        'lazyOnload',
        `import Script from 'next/script';\nexport default function Layout({ children }) { return (<><Script id="fb" strategy="lazyOnload" src="SRC" />{children}</>); }`,
        'runs r:runs',
        'jsx',
      ],
      [
        'inline',
        `import Script from 'next/script';\nexport default function RootLayout({ children }: { children: React.ReactNode }) {\n  return (<html lang="sv"><body>{children}<Script id="fb-pixel" strategy="afterInteractive" dangerouslySetInnerHTML={{ __html: \`PIX\` }} /></body></html>);\n}`,
        'runs r:runs',
        'tsx',
      ],
      [
        'worker',
        `import Script from 'next/script';\nconst Analytics = () => <Script strategy="worker" src="SRC" />;\nexport default Analytics;`,
        'runs r:runs',
        'jsx',
      ],
      [
        'after the platform',
        `import Script from 'next/script';\nexport default function Document() { return (<><Script id="Cookiebot" strategy="beforeInteractive" src="https://consent.cookiebot.com/uc.js" data-cbid="x" data-blockingmode="manual" /><Script strategy="afterInteractive" src="SRC" /></>); }`,
        'runs r:runs',
        'tsx',
      ],
    ],
  },
  {
    number: 50,
    verdict: 'open',
    pages: [
      [
        'Jekyll',
        html(`{% if jekyll.environment == 'production' %}TAG{% endif %}`),
        'runs r:runs !fires-before-consent',
      ],
      [
        'Twig',
        html(`{% if app.environment == 'prod' %}TAG{% endif %}`),
        'runs r:runs !fires-before-consent',
        'html.twig',
      ],
      ['Node', `if (process.env.NODE_ENV === 'production') { PIX }`, 'runs r:runs', 'js'],
      [
        'a host',
        withScript('', `if (location.hostname !== 'localhost' && !location.hostname.endsWith('.test')) { PIX }`),
        'runs r:runs !fires-before-consent',
      ],
      ['Blade', html(`@production\n TAG\n @endproduction`), 'runs r:runs !fires-before-consent', 'blade.php'],
      ['Rails', html(`<% if Rails.env.production? %>TAG<% end %>`), 'runs r:runs !fires-before-consent', 'html.erb'],
      [
        'PHP',
        html(`<?php if (observata_is_production()) : ?>TAG<?php endif; ?>`),
        'runs r:runs !fires-before-consent',
        'php',
      ],
    ],
  },
  {
    number: 51,
    verdict: 'open',
    pages: [
      [
        'Liquid',
        html(`{%- if settings.pixel_id != blank -%}TAG{%- endif -%}`),
        'runs r:runs !fires-before-consent',
        'liquid',
      ],
      ['Blade', html(`@if($enabled)\nTAG\n@endif`), 'runs r:runs !fires-before-consent', 'blade.php'],
      [
        'script',
        withScript(
          '',
          `(function () { var META_ID = window.siteConfig && window.siteConfig.metaId; if (!META_ID) return; PIX })();`,
        ),
        'runs r:runs !fires-before-consent',
      ],
      [
        'a component',
        `const META_ID = process.env.NEXT_PUBLIC_META_ID;\nexport function Pixel() { if (!META_ID) return null; return <script async src="SRC" />; }`,
        'runs r:runs',
        'tsx',
      ],
      [
        'Smarty',
        html(`{if isset($fb_pixel_id) && $fb_pixel_id}\nTAG\n{/if}`),
        'runs r:runs !fires-before-consent',
        'tpl',
      ],
    ],
  },
  {
    number: 52,
    verdict: 'open',
    pages: [
      ['a page', html(`{% if page_name == 'product' %}TAG{% endif %}`), 'runs r:runs !fires-before-consent'],
      ['logged in', html(`{% if customer %}TAG{% endif %}`), 'runs r:runs', 'liquid'],
      [
        'no administrator',
        html(`<?php if (!is_admin() && !current_user_can('manage_options')) { ?>TAG<?php } ?>`),
        'runs r:runs !fires-before-consent',
        'php',
      ],
      [
        'a path',
        withScript('', `if (/^\\/(kassa|checkout)/.test(location.pathname)) { PIX }`),
        'runs r:runs !fires-before-consent',
      ],
      ['an element', withScript('', `if (document.body.classList.contains('single-product')) { PIX }`), 'runs r:runs'],
    ],
  },
  {
    number: 53,
    verdict: 'depends',
    pages: [
      [
        'an else for the rest of the world',
        withScript(
          '',
          `var isEU = ['SE', 'DE', 'FR'].indexOf(window.geo && window.geo.country) > -1; if (isEU) { showBanner(); } else { PIX }`,
        ),
        'runs !fires-before-consent',
      ],
      [
        'a time zone',
        withScript(
          '',
          `const isEU = Intl.DateTimeFormat().resolvedOptions().timeZone.startsWith('Europe/'); if (!isEU) { INSERT; }`,
        ),
        'runs',
      ],
      [
        'Didomi',
        withScript(
          '<script src="https://sdk.privacy-center.org/x/loader.js" async></script>',
          `window.didomiOnReady = window.didomiOnReady || []; window.didomiOnReady.push(function (Didomi) { if (!Didomi.isConsentRequired()) { PIX } });`,
        ),
        'unknown !-',
      ],
    ],
    note: 'A region is a condition about something else: the trail names it. What Didomi requires is a setting of its console: unknown.',
  },
  {
    number: 54,
    verdict: 'open',
    pages: [
      [
        'both signals',
        withScript(
          '',
          `(function () { if (navigator.doNotTrack === '1' || navigator.globalPrivacyControl) return; PIX })();`,
        ),
        'runs r:runs !fires-before-consent',
      ],
      [
        'do not track',
        withScript(
          '',
          `var dnt = navigator.doNotTrack || window.doNotTrack || navigator.msDoNotTrack; if (dnt != "1" && dnt != "yes") { INSERT }`,
        ),
        'runs r:runs !fires-before-consent',
      ],
      ['GPC', withScript('', `if (!navigator.globalPrivacyControl) { PIX }`), 'runs r:runs !fires-before-consent'],
    ],
  },
  {
    number: 55,
    verdict: 'gated',
    pages: [
      [
        'either returns',
        withScript(
          '',
          `(function () { var consent = localStorage.getItem('consent') === 'granted'; var gpc = navigator.globalPrivacyControl; if (!consent || gpc) return; PIX })();`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'one condition',
        withScript(
          '',
          `const allowed = !navigator.globalPrivacyControl && JSON.parse(localStorage.getItem('consent') || '{}').marketing; allowed && INSERT;`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 56,
    verdict: 'pretends',
    pages: [
      [
        'react-cookie-consent',
        `import CookieConsent from 'react-cookie-consent';
         LOADS
         export function Banner() { return <CookieConsent acceptOnScroll={true} onAccept={() => loadPixel()}>Kakor</CookieConsent>; }`,
        'runs',
        'jsx',
      ],
      [
        'Osano OSS, scroll',
        withScript(
          '<script src="https://cdn.jsdelivr.net/npm/cookieconsent@3.1.1/build/cookieconsent.min.js"></script>',
          `LOADS\nwindow.cookieconsent.initialise({ type: 'opt-in', dismissOnScroll: 200, onStatusChange: function (status) { loadPixel(); } });`,
        ),
        'runs r:runs !ineffective-gate',
      ],
      [
        'Osano OSS, for information',
        withScript(
          '<script src="https://cdn.jsdelivr.net/npm/cookieconsent@3.1.1/build/cookieconsent.min.js"></script>',
          `LOADS\nwindow.cookieconsent.initialise({ type: 'info', onInitialise: function (status) { if (this.hasConsented()) loadPixel(); } });`,
        ),
        'blocked r:runs !ineffective-gate',
      ],
      [
        'by hand',
        withScript(
          '',
          `LOADS\nwindow.addEventListener('scroll', function () { if (!localStorage.getItem('consent')) { localStorage.setItem('consent', 'granted'); loadPixel(); } }, { once: true });`,
        ),
        'runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 57,
    verdict: 'open',
    pages: [
      [
        'Lighthouse',
        withScript('', `if (!/Lighthouse|PageSpeed|bot/i.test(navigator.userAgent)) { PIX }`),
        'runs r:runs',
      ],
      [
        'indexOf',
        withScript('', `if (navigator.userAgent.indexOf("Chrome-Lighthouse") === -1) { INSERT }`),
        'runs r:runs',
      ],
      [
        'an experiment',
        withScript('', `if (Math.random() < 0.5) { window.variant = 'b'; } if (window.variant !== 'c') { PIX }`),
        'runs r:runs',
      ],
      ['web driver', withScript('', `if (!navigator.webdriver) { PIX }`), 'runs r:runs'],
    ],
  },
];
