import { expect, it } from 'vitest';
import { consentRules } from '../found.ts';

const INIT = "fbq('init', '1234567890123456'); fbq('track', 'PageView');";
const ONETRUST =
  '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="00000000"></script>';
const VANILLA = 'https://cdn.jsdelivr.net/gh/orestbida/cookieconsent@3.1.0/dist/cookieconsent.esm.js';
/** Google's tag under a denied default. */
const GTAG =
  "<script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); } gtag('consent', 'default', { analytics_storage: 'denied' }); gtag('js', new Date()); gtag('config', 'G-ABCDEF1234');</script><script async src=\"https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234\"></script>";
const UNGATED = GTAG.replace(/gtag\('consent'.*?\}\); /, '');
const NONE: readonly string[] = [];

/** A page or script, and which rules on consent report something, by their last names. */
const ROWS: readonly (readonly [name: string, text: string, rules: readonly string[], path?: string])[] = [
  [
    'whether the banner was closed, by the bare name of a cookie',
    `${ONETRUST}<script>if (document.cookie.indexOf('OptanonAlertBoxClosed') > -1) { ${INIT} }</script>`,
    ['ineffective-gate'],
  ],
  [
    'a category in the value of a cookie',
    `${ONETRUST}<script>if (document.cookie.indexOf('C0004%3A1') > -1) { ${INIT} }</script>`,
    NONE,
  ],
  [
    'a platform that is imported by its address, any answer',
    `<script type="module">import * as CookieConsent from '${VANILLA}'; CookieConsent.run({ onConsent: () => { ${INIT} } });</script>`,
    ['ineffective-gate'],
  ],
  [
    'a platform that is imported by its address, the category',
    `<script type="module">import * as CookieConsent from '${VANILLA}'; CookieConsent.run({ onConsent: () => { if (CookieConsent.acceptedCategory('marketing')) { ${INIT} } } });</script>`,
    NONE,
  ],
  [
    'a misspelt command in a list',
    "<script>var _paq = window._paq = window._paq || []; _paq.push(['requireconsent']); _paq.push(['setSiteId', '1']); _paq.push(['trackPageView']);</script>",
    ['fires-before-consent', 'ignored-command'],
  ],
  [
    'a list that holds a command',
    "<script>var _paq = window._paq = window._paq || []; _paq.push(['requireConsent']); _paq.push(['setSiteId', '1']); _paq.push(['trackPageView']);</script>",
    ['fires-before-consent'],
  ],
  [
    'an update that grants after some seconds',
    `${GTAG}<script>setTimeout(function () { gtag('consent', 'update', { analytics_storage: 'granted' }); }, 2000);</script>`,
    ['ineffective-gate'],
  ],
  [
    'an update that grants on the first scroll',
    `${GTAG}<script>addEventListener('scroll', () => gtag('consent', 'update', { analytics_storage: 'granted' }));</script>`,
    ['ineffective-gate'],
  ],
  [
    'an update that grants at once',
    `${GTAG}<script>gtag('consent', 'update', { analytics_storage: 'granted' });</script>`,
    ['ineffective-gate'],
  ],
  [
    'an update where a choice is stored',
    `${GTAG}<script>if (localStorage.getItem('consent') === 'granted') gtag('consent', 'update', { analytics_storage: 'granted' });</script>`,
    NONE,
  ],
  [
    'a switch with the id in its name, for everybody who has not agreed',
    `<script>window['ga-disable-G-ABCDEF1234'] = localStorage.getItem('consent') !== 'granted';</script>${UNGATED}`,
    ['fires-before-consent'],
  ],
  [
    'a switch with the id in its name, for those who refused',
    `<script>if (document.cookie.indexOf('ga-disable-G-ABCDEF1234=true') > -1) window['ga-disable-G-ABCDEF1234'] = true;</script>${UNGATED}`,
    ['ineffective-gate', 'missing-default'],
  ],
  [
    'the button of the banner by its id alone',
    `<button id="accept">OK</button><script>accept.onclick = function () { ${INIT} };</script>`,
    NONE,
  ],
  [
    'a button that refuses, by its id alone',
    `<button id="decline">Nej</button><script>decline.onclick = function () { ${INIT} };</script>`,
    ['ineffective-gate'],
  ],
  [
    'a setting of the theme, whatever it is called: no visitor chose it',
    `{% if settings.cookie_consent_enabled %}<script>${INIT}</script>{% endif %}`,
    ['fires-before-consent'],
    'theme.liquid',
  ],
];

for (const [name, text, expected, path = 'page.html'] of ROWS) {
  it(name, async () => {
    expect(await consentRules(path, text)).toEqual(expected);
  });
}
