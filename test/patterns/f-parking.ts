import { COOKIE_INFORMATION, COOKIEBOT, COOKIEBOT_AUTO, html, ONETRUST, type Pattern, VANILLA } from './support.ts';

const COMPLIANZ = '<script src="/wp-content/plugins/complianz-gdpr/cookiebanner/js/complianz.min.js"></script>';
const IUBENDA = '<script src="https://cdn.iubenda.com/cs/iubenda_cs.js" charset="UTF-8" async></script>';
const COOKIESCRIPT = '<script src="//cdn.cookie-script.com/s/0123456789abcdef.js"></script>';
const CONSENTMANAGER =
  '<script type="text/javascript" data-cmp-ab="1" src="https://cdn.consentmanager.net/delivery/autoblocking/0123456789abc.js" data-cmp-host="a.delivery.consentmanager.net" data-cmp-cdn="cdn.consentmanager.net" data-cmp-codesrc="0"></script>';
const DIDOMI =
  '<script src="https://sdk.privacy-center.org/00000000-0000-0000-0000-000000000000/loader.js?target=www.example.se" async></script>';
const NOSCRIPT =
  '<noscript><img height="1" width="1" style="display:none" src="https://www.facebook.com/tr?id=1234567890&ev=PageView&noscript=1"/></noscript>';

/** F: markup that a platform parks, or that only looks so. */
export const parkingPatterns: readonly Pattern[] = [
  {
    number: 69,
    verdict: 'gated',
    pages: [
      [
        'Cookiebot',
        html(`${COOKIEBOT}\n<script type="text/plain" data-cookieconsent="marketing">PIX</script>`),
        'blocked r:blocked s:blocked m:runs !-',
      ],
      [
        'by address',
        html(`${COOKIEBOT}\n<script src="SRC" data-cookieconsent='marketing' type='text/plain' async></script>`),
        'blocked r:blocked m:runs !-',
      ],
      [
        'OneTrust',
        html(`${ONETRUST}\n<script type="text/plain" class="optanon-category-C0004">PIX</script>`),
        'blocked r:blocked m:runs !-',
      ],
      [
        'vanilla-cookieconsent',
        html(VANILLA, `<script type="text/plain" data-category="marketing" data-service="Meta Pixel">PIX</script>`),
        'blocked r:blocked m:runs !-',
      ],
      [
        'Complianz',
        html(`<script type="text/plain" data-service="facebook" data-category="marketing">PIX</script>`, COMPLIANZ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'iubenda',
        html(`${IUBENDA}<script type="text/plain" class="_iub_cs_activate-inline" data-iub-purposes="5">PIX</script>`),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 70,
    verdict: 'dead',
    pages: [
      [
        'no platform',
        html(`<script type="text/plain" data-cookieconsent="marketing">PIX</script>`),
        'blocked r:blocked a:runs !unmanaged-block',
      ],
      [
        'another platform than before',
        html(`<script type="text/plain" class="_iub_cs_activate-inline" data-iub-purposes="5">PIX</script>`, COMPLIANZ),
        'blocked r:blocked a:runs !unmanaged-block',
      ],
      [
        'class of OneTrust on a page with Cookiebot',
        html(`${COOKIEBOT}<script type="text/plain" class="optanon-category-C0004">PIX</script>`),
        'blocked a:runs !unmanaged-block',
      ],
    ],
    note: 'Dead as it stands, and found as such. The matrix shows what the markup asks for, since a layout or a tag manager may bring the platform.',
  },
  {
    number: 71,
    verdict: 'open',
    pages: [
      [
        'no type',
        html(`${COOKIEBOT}<script data-cookieconsent="marketing" src="SRC" async></script>`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'a type that runs',
        html(`${COOKIEBOT}<script type="text/javascript" data-cookieconsent="marketing">PIX</script>`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'a tag manager',
        html(
          `${COOKIEBOT}<script data-cookieconsent="statistics" async src="https://www.googletagmanager.com/gtag/js?id=G-ABC123"></script><script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('js',new Date());gtag('config','G-ABC123');</script>`,
        ),
        '@google-analytics runs r:runs',
      ],
    ],
  },
  {
    number: 72,
    verdict: 'open',
    pages: [
      [
        'a live address',
        html(`${COOKIE_INFORMATION}<script src="SRC" data-category-consent="cookie_cat_marketing"></script>`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'both addresses',
        html(
          `${COOKIE_INFORMATION}<script async src="SRC" data-consent-src="SRC" data-category-consent="cookie_cat_marketing"></script>`,
        ),
        'runs r:runs !ineffective-gate',
      ],
      [
        'parked',
        html(
          `${COOKIE_INFORMATION}<script src="" data-consent-src="SRC" data-category-consent="cookie_cat_marketing"></script>`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
    note: 'The last page is the right form.',
  },
  {
    number: 73,
    verdict: 'open',
    pages: [
      [
        'inline',
        html(`${COOKIE_INFORMATION}<script data-category-consent="cookie_cat_marketing">PIX</script>`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'with a type that runs',
        html(
          `${COOKIE_INFORMATION}<script type="text/javascript" data-category-consent="cookie_cat_marketing" data-consent-src>PIX</script>`,
        ),
        'runs r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 74,
    verdict: 'open',
    pages: [
      [
        'next/script',
        `import Script from 'next/script';\nexport default function Layout() { return <Script data-cookiecategory="targeting" strategy="beforeInteractive" src="SRC" />; }`,
        'runs r:runs',
        'tsx',
      ],
      [
        'CookieScript',
        html(`${COOKIESCRIPT}<script data-cookiecategory="targeting" src="SRC"></script>`),
        'runs r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 75,
    verdict: 'open',
    pages: [
      ['inline', html(VANILLA, `<script data-category="marketing">PIX</script>`), 'runs r:runs !ineffective-gate'],
      [
        'by address',
        html(VANILLA, `<script data-category="marketing" data-service="Meta" src="SRC" defer></script>`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'a module',
        html(VANILLA, `<script type="module" data-category="marketing">PIX</script>`),
        'runs r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 76,
    verdict: 'dead',
    pages: [
      [
        'vanilla-cookieconsent',
        html(VANILLA, `<script type="text/plain" data-category="marketting">PIX</script>`),
        'blocked a:blocked !unmanaged-block',
      ],
      [
        'CookieScript',
        html(
          COOKIESCRIPT,
          `<script type="text/plain" data-cookiescript="accepted" data-cookiecategory="marketting">PIX</script>`,
        ),
        'blocked a:blocked !unmanaged-block',
      ],
      [
        'OneTrust',
        html(ONETRUST, `<script type="text/plain" class="optanon-category-X99">PIX</script>`),
        'blocked a:blocked !-',
      ],
      [
        'Cookiebot runs it',
        html(COOKIEBOT, `<script type="text/plain" data-cookieconsent="marketting">PIX</script>`),
        'runs r:runs !ineffective-gate',
      ],
    ],
    note: 'Ids of groups of OneTrust are settings of the tenant: whether one exists shows in no page, so the block is not called dead.',
  },
  {
    number: 77,
    verdict: 'pretends',
    pages: [
      [
        'Cookiebot',
        html(`${COOKIEBOT}<script type="text/plain" data-cookieconsent="necessary">PIX</script>`),
        'runs r:runs !wrong-category',
      ],
      [
        'OneTrust',
        html(`${ONETRUST}<script type="text/plain" class="optanon-category-C0001" src="SRC"></script>`),
        'runs r:runs !wrong-category',
      ],
      [
        'Complianz',
        html(COMPLIANZ, `<script type="text/plain" data-category="functional">PIX</script>`),
        'runs r:runs !wrong-category',
      ],
      [
        'vanilla-cookieconsent',
        html(VANILLA, `<script type="text/plain" data-category="necessary">PIX</script>`),
        'runs r:runs !wrong-category',
      ],
    ],
  },
  {
    number: 78,
    verdict: 'pretends',
    pages: [
      [
        'OneTrust',
        html(`${ONETRUST}<script type="text/plain" class="optanon-category-C0002">PIX</script>`),
        'blocked r:blocked s:runs m:blocked !wrong-category',
      ],
      [
        'Cookiebot',
        html(`${COOKIEBOT}<script type="text/plain" data-cookieconsent="statistics">PIX</script>`),
        'blocked s:runs m:blocked !wrong-category',
      ],
      [
        'vanilla-cookieconsent',
        html(VANILLA, `<script type="text/plain" data-category="analytics">PIX</script>`),
        'blocked s:runs m:blocked !wrong-category',
      ],
    ],
  },
  {
    number: 79,
    verdict: 'open',
    pages: [
      [
        'inline',
        html(`${COOKIEBOT_AUTO}<script data-cookieconsent="ignore">PIX</script>`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'by address',
        html(`${COOKIEBOT_AUTO}<script data-cookieconsent="ignore" src="SRC" async></script>`),
        'runs r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 80,
    verdict: 'gated',
    pages: [
      [
        'by the accept button',
        html(
          '<script type="text/plain" data-consent="marketing">PIX</script>',
          `<div class="cookie-banner"><button id="accept">Acceptera</button><button id="deny">Neka</button></div>
<script>function loadTrackingScripts() { document.querySelectorAll('script[type="text/plain"][data-consent="marketing"]').forEach(function (old) { var s = document.createElement('script'); s.text = old.textContent; old.parentNode.replaceChild(s, old); }); }
document.getElementById('accept').addEventListener('click', function () { localStorage.setItem('consent', 'granted'); loadTrackingScripts(); });
if (localStorage.getItem('consent') === 'granted') loadTrackingScripts();</script>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'by address',
        html(
          '<script type="text/plain" data-consent="marketing" data-src="SRC"></script>',
          `<button class="js-accept-cookies">OK, acceptera</button>
<script>const release = () => { for (const old of document.querySelectorAll('script[data-consent="marketing"]')) { const s = document.createElement('script'); s.async = true; s.src = old.dataset.src; old.replaceWith(s); } };
document.querySelector('.js-accept-cookies').onclick = release;</script>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'by nobody’s choice',
        html(
          '<script type="text/plain" data-consent="marketing">PIX</script>',
          `<script>window.addEventListener('load', function () { document.querySelectorAll('script[type="text/plain"][data-consent]').forEach(function (old) { var s = document.createElement('script'); s.text = old.textContent; document.head.appendChild(s); }); });</script>`,
        ),
        'runs r:runs',
      ],
    ],
  },
  {
    number: 81,
    verdict: 'gated',
    pages: [
      [
        'with Orejime',
        html(
          '<script>window.orejimeConfig = { purposes: [{ id: "ads", title: "Ads" }], privacyPolicyUrl: "/privacy" };</script><script src="https://cdn.jsdelivr.net/npm/orejime@3/dist/orejime-standard-en.js"></script>',
          `<template data-purpose="ads"><script>PIX</script></template>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      ['without', html('', `<template data-purpose="ads"><script>PIX</script></template>`), 'blocked r:blocked a:runs'],
    ],
    note: 'The last page is dead without the platform; the matrix shows what the markup asks for, since a layout may bring it.',
  },
  {
    number: 82,
    verdict: 'gated',
    pages: [
      [
        'inline',
        html(`${DIDOMI}<script type="didomi/javascript" data-vendor="c:facebook">PIX</script>`),
        'blocked r:blocked a:runs !-',
      ],
      [
        'by address',
        html(
          `${DIDOMI}<script type="didomi/javascript" data-vendor="c:meta-pixel" data-purposes="select_personalized_ads" src="SRC"></script>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
    ],
  },
  {
    number: 83,
    verdict: 'gated',
    pages: [
      [
        'parked',
        html(
          `${CONSENTMANAGER}<script type="text/plain" class="cmplazyload" data-cmp-src="SRC" data-cmp-vendor="s7"></script>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'without type',
        html(`${CONSENTMANAGER}<script class="cmplazyload" data-cmp-src="SRC" data-cmp-vendor="s7"></script>`),
        'blocked r:blocked a:runs !-',
      ],
      [
        'a live address',
        html(
          `<script src="https://cdn.consentmanager.net/delivery/js/cmp_final.min.js"></script><script class="cmplazyload" src="SRC" data-cmp-vendor="s7"></script>`,
        ),
        'runs r:runs',
      ],
    ],
  },
  {
    number: 84,
    verdict: 'open',
    pages: [
      [
        'inline',
        html(`${IUBENDA}<script class="_iub_cs_activate-inline" data-iub-purposes="5">PIX</script>`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'Klaviyo',
        html(
          `${IUBENDA}<script class="_iub_cs_activate-inline" data-iub-purposes="3">var _learnq = _learnq || []; (function () { var k = document.createElement('script'); k.async = true; k.src = 'https://static.klaviyo.com/onsite/js/klaviyo.js?company_id=AbCdEf'; document.head.appendChild(k); })(); _learnq.push(['identify', { '$email': 'kund@example.se' }]);</script>`,
        ),
        '@klaviyo runs r:runs',
      ],
    ],
  },
  {
    number: 85,
    verdict: 'open',
    pages: [
      [
        'beside a parked script',
        html(COOKIEBOT, `<script type="text/plain" data-cookieconsent="marketing">PIX</script>\n${NOSCRIPT}`),
        '@beacon runs r:runs !noscript-beacon',
      ],
      [
        'beside a gate',
        html('', `<script>if (localStorage.getItem('consent') === 'granted') { PIX }</script>${NOSCRIPT}`),
        '@beacon runs r:runs !noscript-beacon',
      ],
      [
        'a component',
        `import Script from 'next/script';
         export default function FacebookPixel() {
           return (<><Script type="text/plain" data-category="marketing" src="SRC" /><noscript><img height="1" width="1" style={{ display: 'none' }} alt="" src="https://www.facebook.com/tr?id=1234567890&ev=PageView&noscript=1" /></noscript></>);
         }`,
        '@beacon runs r:runs',
        'jsx',
      ],
    ],
  },
  {
    number: 86,
    verdict: 'dead',
    pages: [
      [
        'innerHTML',
        html(
          `<script>var el = document.createElement('noscript'); el.innerHTML = '<img height="1" width="1" src="https://www.facebook.com/tr?id=1234567890&ev=PageView&noscript=1">'; document.head.appendChild(el);</script>`,
        ),
        '@beacon blocked !-',
      ],
      [
        'an image in it',
        html(
          `<script>const n = document.createElement('noscript'); const i = document.createElement('img'); i.src = '/spacer.gif'; n.appendChild(i); document.body.append(n);</script>`,
        ),
        '@beacon blocked !-',
      ],
    ],
  },
  {
    number: 87,
    verdict: 'likely',
    pages: [
      ['Cookiebot', html(`${COOKIEBOT_AUTO}TAG`), 'unknown m:runs !-'],
      [
        'Termly',
        html(
          `<script src="https://app.termly.io/resource-blocker/00000000-0000-0000-0000-000000000000?autoBlock=on"></script>TAG`,
        ),
        'unknown a:runs !-',
      ],
      ['consentmanager', html(`${CONSENTMANAGER}TAG`), 'unknown a:runs !-'],
    ],
    note: 'Unknown is the outcome of a tag that automatic blocking probably stops: no finding.',
  },
  {
    number: 88,
    verdict: 'open',
    pages: [
      [
        'async',
        html(
          `<script async src="https://app.termly.io/resource-blocker/00000000-0000-0000-0000-000000000000?autoBlock=on"></script>TAG`,
        ),
        'runs r:runs !cmp-loaded-late',
      ],
      ['behind', html(`TAG${COOKIEBOT_AUTO}`), 'runs !cmp-loaded-late'],
      ['deferred', html(`${COOKIEBOT_AUTO.replace('<script', '<script defer')}TAG`), 'runs !cmp-loaded-late'],
    ],
  },
  {
    number: 89,
    verdict: 'open',
    pages: [
      [
        'in the body of a layout',
        `import Script from 'next/script';
         export default function RootLayout({ children }: { children: React.ReactNode }) {
           return (<html lang="sv"><head><script async src="SRC" /></head><body><Script id="CookieConsent" src="https://policy.app.cookieinformation.com/uc.js" data-culture="SV" strategy="afterInteractive" />{children}</body></html>);
         }`,
        'runs r:runs',
        'tsx',
      ],
      [
        'inserted by a script',
        html(
          `<script>var s = document.createElement('script'); s.id = 'Cookiebot'; s.src = 'https://consent.cookiebot.com/uc.js'; s.setAttribute('data-blockingmode', 'auto'); document.head.appendChild(s);</script>TAG`,
        ),
        'runs',
      ],
      [
        'Helmet',
        `import { Helmet } from 'react-helmet';
         export function App() { return (<><Helmet><script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="x" data-blockingmode="auto" type="text/javascript" /></Helmet><script src="SRC" /></>); }`,
        'runs r:runs',
        'jsx',
      ],
    ],
  },
  {
    number: 90,
    verdict: 'depends',
    pages: [
      [
        'platform in production, tag always',
        html(`{% if app.environment == 'prod' %}${COOKIEBOT_AUTO}{% endif %}TAG`),
        'unknown',
        'html.twig',
      ],
      [
        'both in production',
        html(`{% if app.environment == 'prod' %}${COOKIEBOT_AUTO}TAG{% endif %}`),
        'unknown !-',
        'html.twig',
      ],
      [
        'the tag in production, parked',
        html(
          `{% if use_cookie_prompt %}${COOKIEBOT}{% endif %}<script type="text/plain" data-cookieconsent="marketing">PIX</script>`,
        ),
        'blocked r:blocked',
        'html.twig',
      ],
    ],
    note: 'Where the platform stands behind a condition on the environment and the tag does not, the page of production is likely blocked: unknown, as for every tag behind automatic blocking.',
  },
  {
    number: 91,
    verdict: 'depends',
    pages: [
      [
        'next/script',
        `import Script from 'next/script';
         export default function Layout() { return (<><Script id="Cookiebot" strategy="beforeInteractive" src="https://consent.cookiebot.com/uc.js" data-cbid="x" data-blockingmode="manual" /><Script type="text/plain" data-cookieconsent="marketing" src="SRC" /></>); }`,
        'blocked r:blocked m:runs',
        'tsx',
      ],
      [
        'a script element',
        `export const Head = () => (<head><script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="x" data-blockingmode="manual" /><script type="text/plain" data-cookieconsent="marketing" dangerouslySetInnerHTML={{ __html: \`PIX\` }} /></head>);`,
        'blocked r:blocked m:runs',
        'jsx',
      ],
    ],
    note: 'Whether the platform finds the element in time shows in no source; the markup is what a developer can be asked for.',
  },
];
