import type { Case } from './support.ts';

const COOKIEBOT = `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="x" data-blockingmode="manual"></script>`;
const COOKIEBOT_AUTO = `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="x" data-blockingmode="auto"></script>`;
const COOKIE_INFORMATION = `<script id="CookieConsent" src="https://policy.app.cookieinformation.com/uc.js" data-culture="SV"></script>`;
const ONETRUST = `<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="x"></script>`;
const VANILLA = `<script src="https://cdn.jsdelivr.net/gh/orestbida/cookieconsent@3.1.0/dist/cookieconsent.umd.js"></script>`;
const COOKIESCRIPT = `<script src="//cdn.cookie-script.com/s/abc.js"></script>`;
const NOSCRIPT = `<noscript><img height="1" width="1" style="display:none" src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"/></noscript>`;

/** F and G: markup that a platform parks, or that only looks so. */
export const parkingCases: readonly Case[] = [
  [
    'template of the site, its scripts copied by the accept button',
    `<template class="later"><script>PIX</script></template><button id="accept-cookies">Accept</button><script>document.getElementById('accept-cookies').onclick = () => { for (const one of document.querySelectorAll('template.later')) for (const inert of one.content.querySelectorAll('script')) { const script = document.createElement('script'); script.textContent = inert.textContent; document.head.append(script); } };</script>`,
    'blocked r:blocked a:runs',
  ],
  [
    'written, percent-encoded',
    `<script>document.write(unescape("%3Cscript src='https://connect.facebook.net/en_US/fbevents.js'%3E%3C/script%3E"));</script>`,
    'runs',
  ],
  [
    'written, a fragment made by a range runs its scripts',
    `<script>document.body.appendChild(document.createRange().createContextualFragment('<script src="https://connect.facebook.net/en_US/fbevents.js"><\\/script>'));</script>`,
    'runs',
  ],
  [
    'image whose address a script fills in',
    `<img class="later" data-src="https://www.facebook.com/tr?id=1&ev=PageView" alt=""><script>document.querySelectorAll('.later').forEach(function (one) { one.src = one.dataset.src; });</script>`,
    'runs',
  ],
  [
    'image whose address a script fills in where the choice is stored',
    `<img class="later" data-src="https://www.facebook.com/tr?id=1&ev=PageView" alt=""><script>if (localStorage.getItem('consent') === 'yes') document.querySelectorAll('.later').forEach((one) => { one.setAttribute('src', one.getAttribute('data-src')); });</script>`,
    'blocked r:blocked a:runs',
  ],
  [
    '69 parked',
    `${COOKIEBOT}<script type="text/plain" data-cookieconsent="marketing">PIX</script>`,
    'blocked r:blocked m:runs s:blocked a:runs',
  ],
  [
    '69 parked by address',
    `${COOKIEBOT}<script type="text/plain" data-cookieconsent="marketing" src="SRC"></script>`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '69 parked, upper case and spaces',
    `${COOKIEBOT}<SCRIPT TYPE=" Text/Plain " DATA-COOKIECONSENT="Marketing">PIX</SCRIPT>`,
    'blocked m:runs s:blocked',
  ],
  [
    '69 parked for two categories',
    `${COOKIEBOT}<script type="text/plain" data-cookieconsent="statistics, marketing">PIX</script>`,
    'blocked m:blocked s:blocked a:runs',
  ],
  [
    '69 parked before the loader',
    `<script type="text/plain" data-cookieconsent="marketing">PIX</script>${COOKIEBOT}`,
    'blocked m:runs s:blocked',
  ],
  [
    '69 parked, OneTrust',
    `${ONETRUST}<script type="text/plain" class="optanon-category-C0004">PIX</script>`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '69 parked, OneTrust, several classes',
    `${ONETRUST}<script type="text/plain" class="foo optanon-category-C0002-C0004 bar">PIX</script>`,
    'blocked m:blocked s:blocked a:runs',
  ],
  [
    '69 parked, vanilla',
    `${VANILLA}<script type="text/plain" data-category="marketing" data-service="Meta">PIX</script>`,
    'blocked r:blocked m:runs s:blocked',
  ],
  [
    '69 parked, CookieScript',
    `${COOKIESCRIPT}<script type="text/plain" data-cookiescript="accepted" data-cookiecategory="targeting">PIX</script>`,
    'blocked m:runs s:blocked',
  ],
  [
    '69 parked, Usercentrics service',
    `<script id="usercentrics-cmp" src="https://web.cmp.usercentrics.eu/ui/loader.js" data-settings-id="x" async></script><script type="text/plain" data-usercentrics="Facebook Pixel">PIX</script>`,
    'blocked r:blocked a:runs',
  ],
  ['70 parked, no platform', `<script type="text/plain" data-cookieconsent="marketing">PIX</script>`, 'blocked'],
  ['70 parked, nobody knows why', `<script type="text/plain">PIX</script>`, 'blocked a:blocked'],
  [
    '71 attribute without type',
    `${COOKIEBOT}<script data-cookieconsent="marketing" src="SRC"></script>`,
    'runs r:runs',
  ],
  [
    '71 attribute with a type that runs',
    `${COOKIEBOT}<script type="text/javascript" data-cookieconsent="marketing">PIX</script>`,
    'runs r:runs',
  ],
  ['71 class without type', `${ONETRUST}<script class="optanon-category-C0004">PIX</script>`, 'runs'],
  [
    '72 attribute and a live address',
    `${COOKIE_INFORMATION}<script src="SRC" data-category-consent="cookie_cat_marketing"></script>`,
    'runs r:runs',
  ],
  [
    '72 attribute and a parked address',
    `${COOKIE_INFORMATION}<script src="" data-consent-src="SRC" data-category-consent="cookie_cat_marketing"></script>`,
    'blocked r:blocked m:runs',
  ],
  [
    '72 attribute, no src at all',
    `${COOKIE_INFORMATION}<script data-consent-src="SRC" data-category-consent="cookie_cat_marketing"></script>`,
    'blocked r:blocked m:runs',
  ],
  [
    '73 inline code',
    `${COOKIE_INFORMATION}<script data-category-consent="cookie_cat_marketing">PIX</script>`,
    'runs r:runs',
  ],
  [
    '73 inline code that is dead',
    `${COOKIE_INFORMATION}<script type="text/plain" data-category-consent="cookie_cat_marketing">PIX</script>`,
    'blocked',
  ],
  [
    '74 attribute of CookieScript without type',
    `${COOKIESCRIPT}<script data-cookiecategory="targeting" src="SRC"></script>`,
    'runs',
  ],
  ['75 attribute of vanilla without type', `${VANILLA}<script data-category="marketing">PIX</script>`, 'runs'],
  [
    '76 unknown word, Cookiebot runs it',
    `${COOKIEBOT}<script type="text/plain" data-cookieconsent="advertising">PIX</script>`,
    'runs r:runs',
  ],
  [
    '76 unknown word, vanilla leaves it',
    `${VANILLA}<script type="text/plain" data-category="marketting">PIX</script>`,
    'blocked a:blocked',
  ],
  [
    '76 unknown word, OneTrust leaves it',
    `${ONETRUST}<script type="text/plain" class="optanon-category-X99">PIX</script>`,
    'blocked',
  ],
  ['77 necessary', `${COOKIEBOT}<script type="text/plain" data-cookieconsent="necessary">PIX</script>`, 'runs r:runs'],
  [
    '77 necessary, OneTrust',
    `${ONETRUST}<script type="text/plain" class="optanon-category-C0001" src="SRC"></script>`,
    'runs r:runs',
  ],
  [
    '77 functional is necessary with Complianz',
    `<script src="/wp-content/plugins/complianz-gdpr/cookiebanner/js/complianz.min.js"></script><script type="text/plain" data-category="functional">PIX</script>`,
    'runs r:runs',
  ],
  [
    '78 statistics',
    `${ONETRUST}<script type="text/plain" class="optanon-category-C0002">PIX</script>`,
    'blocked s:runs m:blocked',
  ],
  ['79 ignore', `${COOKIEBOT_AUTO}<script data-cookieconsent="ignore">PIX</script>`, 'runs'],
  [
    '80 own parking',
    `<script type="text/plain" data-consent="marketing">PIX</script><script>function loadTrackingScripts(){document.querySelectorAll('script[type="text/plain"][data-consent="marketing"]').forEach(function(o){var s=document.createElement('script');s.text=o.textContent;o.replaceWith(s);});} document.getElementById('accept').onclick = loadTrackingScripts;</script>`,
    'blocked',
  ],
  ['81 template', `<template data-purpose="ads"><script>PIX</script></template>`, 'blocked'],
  ['81 template of nobody', `<template id="x"><script src="SRC"></script></template>`, 'blocked a:blocked'],
  [
    '82 type of Didomi',
    `<script src="https://sdk.privacy-center.org/x/loader.js" async></script><script type="didomi/javascript" data-vendor="c:facebook">PIX</script>`,
    'blocked r:blocked a:runs',
  ],
  [
    '83 lazy class with an address that is not live',
    `<script class="cmplazyload" data-cmp-src="SRC" data-cmp-vendor="s7"></script>`,
    'blocked',
  ],
  ['83 lazy class with a live address', `<script class="cmplazyload" src="SRC" data-cmp-vendor="s7"></script>`, 'runs'],
  [
    '84 class of iubenda without type',
    `<script src="https://cdn.iubenda.com/cs/iubenda_cs.js"></script><script class="_iub_cs_activate-inline" data-iub-purposes="5">PIX</script>`,
    'runs',
  ],
  [
    '84 class of iubenda with type',
    `<script src="https://cdn.iubenda.com/cs/iubenda_cs.js"></script><script type="text/plain" class="_iub_cs_activate-inline" data-iub-purposes="5">PIX</script>`,
    'blocked r:blocked m:runs',
  ],
  [
    '85 noscript beside a parked script',
    `${COOKIEBOT}<script type="text/plain" data-cookieconsent="marketing">PIX</script>${NOSCRIPT}`,
    'blocked',
  ],
  [
    '85 the beacon of it',
    `<script type="text/plain" data-cookieconsent="marketing">PIX</script>${NOSCRIPT}`,
    '@beacon runs r:runs',
  ],
  ['85 the beacon inside a parked template', `<template data-purpose="ads">${NOSCRIPT}</template>`, '@beacon blocked'],
  [
    '86 noscript made by a script',
    `var n = document.createElement('noscript'); n.innerHTML = '<img src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1">'; document.body.appendChild(n);`,
    'blocked',
  ],
  ['87 automatic blocking first', `${COOKIEBOT_AUTO}TAG`, 'unknown m:runs a:runs'],
  [
    '88 automatic blocking, async',
    `<script async id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-blockingmode="auto"></script>TAG`,
    'runs',
  ],
  ['88 automatic blocking behind the tag', `TAG${COOKIEBOT_AUTO}`, 'runs'],
  ['88 automatic blocking in a comment', `<!-- ${COOKIEBOT_AUTO} -->TAG`, 'runs'],
  ['88 OneTrust without its blocker', `${ONETRUST}TAG`, 'runs'],
  [
    '89 loader that a script inserts',
    `<script>var s=document.createElement('script');s.src='https://consent.cookiebot.com/uc.js';s.id='Cookiebot';s.setAttribute('data-blockingmode','auto');document.head.appendChild(s);</script>TAG`,
    'runs',
  ],
  [
    '94 frame parked',
    `${COOKIE_INFORMATION}<img src="" data-consent-src="https://www.facebook.com/tr?id=1&ev=PageView" data-category-consent="cookie_cat_marketing">`,
    '@beacon blocked m:runs',
  ],
  [
    '95 blank frame of Cookiebot',
    `${COOKIEBOT}<iframe data-cookieconsent="marketing" data-cookieblock-src="https://www.googletagmanager.com/ns.html?id=GTM-ABC" src="about:blank"></iframe>`,
    '@beacon blocked m:runs',
  ],
  [
    '100 image in the body',
    `<img height="1" width="1" src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"/>`,
    '@beacon runs',
  ],
  ['100 loader in a comment', `<!-- TAG --><p>fbq('init', '1')</p>`, 'blocked'],
  ['100 loader in a textarea', `<textarea><script src="SRC"></script></textarea>`, 'blocked'],
  ['100 hidden element', `<div style="display:none" hidden><script>PIX</script></div>`, 'runs'],
  ['100 JSON', `<script type="application/json">{"a":"PIX"}</script>`, 'blocked'],
  ['100 nomodule', `<script nomodule src="SRC"></script>`, 'runs'],
  [
    '100 markup a script parks',
    `${COOKIEBOT}<script>var s=document.createElement('script');s.type='text/plain';s.setAttribute('data-cookieconsent','marketing');s.src='SRC';document.head.appendChild(s);</script>`,
    'blocked m:runs s:blocked',
  ],
  [
    '100 markup a script parks for the wrong platform',
    `${COOKIE_INFORMATION}<script>var s=document.createElement('script');s.setAttribute('data-category-consent','cookie_cat_marketing');s.src='SRC';document.head.appendChild(s);</script>`,
    'runs',
  ],
];
