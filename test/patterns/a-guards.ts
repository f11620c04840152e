import { COOKIE_INFORMATION, COOKIEBOT, html, ONETRUST, type Pattern, withScript } from './support.ts';

/** A: conditions in scripts on the state of a platform. */
export const guardPatterns: readonly Pattern[] = [
  {
    number: 1,
    verdict: 'gated',
    pages: [
      [
        'getter of the platform',
        withScript(
          COOKIE_INFORMATION,
          `window.addEventListener('CookieInformationConsentGiven', function () {
             if (CookieInformation.getConsentGivenFor('cookie_cat_marketing')) { PIX }
           });`,
        ),
        'blocked r:blocked s:blocked m:runs a:runs !-',
      ],
      [
        'at the top of the script',
        withScript(
          COOKIE_INFORMATION,
          `var hasMarketing = window.CookieInformation && window.CookieInformation.getConsentGivenFor("cookie_cat_marketing");
           if (hasMarketing) { PIX }`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'in a helper with arrow functions',
        withScript(
          COOKIE_INFORMATION,
          `const hasMarketingConsent = () => window.CookieInformation?.getConsentGivenFor('cookie_cat_marketing') ?? false;
           const initPixel = () => { if (hasMarketingConsent() !== true) return; PIX };
           document.addEventListener('DOMContentLoaded', initPixel);`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'minified',
        withScript(
          COOKIE_INFORMATION,
          `!function(w,c){c&&c.getConsentGivenFor("cookie_cat_marketing")&&INSERT}(window,window.CookieInformation);`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 2,
    verdict: 'gated',
    pages: [
      [
        'a chain of conjuncts',
        withScript(COOKIEBOT, `if (window.Cookiebot && Cookiebot.consent && Cookiebot.consent.marketing) { PIX }`),
        'blocked r:blocked s:blocked m:runs !-',
      ],
      [
        'optional chaining',
        withScript(COOKIEBOT, `if (window.Cookiebot?.consent?.marketing) { PIX }`),
        'blocked r:blocked m:runs !-',
      ],
      [
        'names in brackets',
        withScript(
          COOKIEBOT,
          `var type = 'marketing'; if (window['Cookiebot'] && window['Cookiebot']['consent'][type] === true) { PIX }`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'destructured',
        withScript(
          COOKIEBOT,
          `const { consent: { marketing = false } = {} } = window.Cookiebot || {}; if (marketing) { PIX }`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'when jQuery is ready',
        withScript(
          COOKIEBOT,
          `jQuery(function ($) { if (typeof Cookiebot !== 'undefined' && Cookiebot.consent.marketing) { PIX $('body').addClass('tracked'); } });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 3,
    verdict: 'gated',
    pages: [
      [
        'indexOf in the wrapper',
        withScript(ONETRUST, `function OptanonWrapper() { if (OnetrustActiveGroups.indexOf('C0004') > -1) { PIX } }`),
        'blocked r:blocked s:blocked m:runs !-',
      ],
      [
        'includes',
        withScript(
          ONETRUST,
          `window.OptanonWrapper = () => { if (window.OnetrustActiveGroups.includes(',C0004,')) { PIX } };`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'split',
        withScript(
          ONETRUST,
          `function OptanonWrapper() { var groups = (window.OnetrustActiveGroups || '').split(','); if (groups.indexOf("C0004") !== -1) { loadPixel(); } } LOADS`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'match',
        withScript(ONETRUST, `function OptanonWrapper() { if (OnetrustActiveGroups.match(/C0004/)) { PIX } }`),
        'blocked r:blocked m:runs !-',
      ],
      [
        'a test of an expression',
        withScript(ONETRUST, `function OptanonWrapper(){/,C0004,/.test(OnetrustActiveGroups)&&INSERT}`),
        'blocked r:blocked m:runs !-',
      ],
      [
        'some of the groups',
        withScript(
          ONETRUST,
          `window.addEventListener('OneTrustGroupsUpdated', (event) => { if (event.detail.some((group) => group === 'C0004')) { PIX } });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 4,
    verdict: 'pretends',
    pages: [
      [
        'strictly necessary',
        withScript(ONETRUST, `function OptanonWrapper() { if (OnetrustActiveGroups.includes('C0001')) { PIX } }`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'an old number',
        withScript(ONETRUST, `function OptanonWrapper() { if (OnetrustActiveGroups.indexOf(',1,') >= 0) { PIX } }`),
        'runs r:runs !ineffective-gate',
      ],
      [
        'split',
        withScript(
          ONETRUST,
          `function OptanonWrapper(){var g=OnetrustActiveGroups.split(",");if(~g.indexOf("C0001")){PIX}}`,
        ),
        'runs r:runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 5,
    verdict: 'depends',
    note: 'No group but the necessary one is active on a first visit, whatever the tenant numbers. The purpose is that of the numbers that the platform gave by default, as with C0003: a tenant may have renamed both.',
    pages: [
      [
        'a digit',
        withScript(ONETRUST, `function OptanonWrapper() { if (OnetrustActiveGroups.indexOf('3') > -1) { PIX } }`),
        'blocked r:blocked a:runs !wrong-category',
      ],
      [
        'between commas',
        withScript(ONETRUST, `function OptanonWrapper() { if (OnetrustActiveGroups.includes(',3,')) { PIX } }`),
        'blocked r:blocked a:runs !wrong-category',
      ],
    ],
  },
  {
    number: 6,
    verdict: 'pretends',
    pages: [
      [
        'else branch',
        withScript(
          COOKIEBOT,
          `if (window.CookieConsentApi) { if (window.CookieConsentApi.marketing) { PIX } } else { PIX }`,
        ),
        'runs',
      ],
      [
        'no Cookiebot: fires at once',
        withScript(
          '',
          `LOADS
           if (window.Cookiebot) { window.addEventListener('CookiebotOnAccept', function () { if (Cookiebot.consent.marketing) loadPixel(); }); }
           else { loadPixel(); }`,
        ),
        'runs !ineffective-gate',
      ],
      [
        'no WP Consent API',
        withScript('', `if (typeof wp_has_consent !== 'function' || wp_has_consent('marketing')) { PIX }`),
        'runs !ineffective-gate',
      ],
      [
        'no Shopify API',
        withScript(
          '',
          `if (!window.Shopify || !Shopify.customerPrivacy || Shopify.customerPrivacy.userCanBeTracked()) { PIX }`,
        ),
        'runs !ineffective-gate',
      ],
      [
        'in a helper',
        withScript(
          '',
          `function allowed() { if (typeof OnetrustActiveGroups === 'undefined') { return true; } return OnetrustActiveGroups.indexOf('C0004') !== -1; } if (allowed()) { PIX }`,
        ),
        'runs !ineffective-gate',
      ],
      [
        'by a fallback',
        withScript('', `const ok = window.Cookiebot?.consent?.marketing ?? true; if (ok) { PIX }`),
        'runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 7,
    verdict: 'pretends',
    pages: [
      [
        'negative test',
        withScript(
          ONETRUST.replace('<script', '<script async'),
          `function mayTrack() { if (window.OnetrustActiveGroups && window.OnetrustActiveGroups.indexOf('C0004') === -1) return false; return true; }
           if (mayTrack()) { PIX }`,
        ),
        'runs r:runs !ineffective-gate',
      ],
      [
        'as one expression',
        withScript(
          '',
          `const blocked = window.OnetrustActiveGroups && !window.OnetrustActiveGroups.includes('C0004'); if (!blocked) { PIX }`,
        ),
        'runs !ineffective-gate',
      ],
      [
        'with Cookiebot',
        withScript(
          '',
          `var denied = typeof Cookiebot !== 'undefined' && Cookiebot.consent && !Cookiebot.consent.marketing; denied || INSERT;`,
        ),
        'runs !ineffective-gate',
      ],
    ],
  },
  {
    number: 8,
    verdict: 'gated',
    pages: [
      [
        'early return',
        withScript(
          COOKIEBOT,
          `function hasMarketingConsent() { return Boolean(window.Cookiebot && window.Cookiebot.consent && window.Cookiebot.consent.marketing); }
           function initPixel() { if (!hasMarketingConsent()) return; PIX }
           initPixel(); window.addEventListener('CookiebotOnAccept', initPixel);`,
        ),
        'blocked r:blocked s:blocked m:runs !-',
      ],
      [
        'in an effect of a component',
        `import { useEffect } from 'react';
         import { hasMarketingConsent } from './consent';
         export default function FacebookPixel() {
           useEffect(() => {
             const init = () => { if (!hasMarketingConsent()) return; PIX };
             init();
             window.addEventListener('CookiebotOnConsentReady', init);
             return () => window.removeEventListener('CookiebotOnConsentReady', init);
           }, []);
           return null;
         }
=== consent.ts
export function hasMarketingConsent(): boolean { return window.Cookiebot?.consent?.marketing === true; }`,
        'blocked r:blocked m:runs',
        'tsx',
      ],
      [
        'thrown away',
        withScript(
          COOKIEBOT,
          `(() => { const ok = window.Cookiebot?.consent?.marketing; if (!ok) { console.info('no consent'); return; } PIX })();`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'out of a loop',
        withScript(
          COOKIEBOT,
          `var tags = [function () { PIX }]; for (var i = 0; i < tags.length; i++) { if (!(window.Cookiebot && Cookiebot.consent.marketing)) break; tags[i](); }`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 9,
    verdict: 'likely',
    note: 'The function says yes where no plugin defines a consent type: a whole page that loads the interface and no platform is not believed; elsewhere that shows in no template, and the gate is.',
    pages: [
      [
        'the function',
        withScript(
          '<script src="/wp-content/plugins/wp-consent-api/assets/js/wp-consent-api.min.js"></script>',
          `if (wp_has_consent('marketing')) { PIX }`,
        ),
        'unknown r:blocked m:runs !-',
      ],
      [
        'and its event',
        withScript(
          '<script src="/wp-content/plugins/wp-consent-api/assets/js/wp-consent-api.min.js"></script>',
          `document.addEventListener('wp_listen_for_consent_change', function (e) { var changed = e.detail; for (var key in changed) { if (changed.hasOwnProperty(key) && key === 'marketing' && changed[key] === 'allow') { PIX } } });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'with jQuery',
        withScript(
          '',
          `jQuery(document).ready(function ($) { if (typeof wp_has_consent === 'function' && wp_has_consent("marketing")) { PIX } });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 10,
    verdict: 'gated',
    pages: [
      [
        'in the callback',
        withScript(
          '',
          `window.Shopify.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], function (error) { if (error) { return; } if (window.Shopify.customerPrivacy.marketingAllowed()) { PIX } });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'and on the event',
        withScript(
          '',
          `LOADS\ndocument.addEventListener('visitorConsentCollected', (event) => { if (event.detail.marketingAllowed) loadPixel(); });`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'at the top',
        withScript(
          '',
          `if (window.Shopify && Shopify.customerPrivacy && Shopify.customerPrivacy.marketingAllowed()) { PIX }`,
        ),
        'blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 11,
    verdict: 'pretends',
    pages: [
      [
        'statistics',
        withScript(COOKIEBOT, `if (window.Cookiebot && Cookiebot.consent.statistics) { PIX }`),
        'blocked s:runs m:blocked !wrong-category',
      ],
      [
        'preferences',
        withScript(
          COOKIEBOT,
          `window.addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.preferences) { PIX } });`,
        ),
        'blocked p:runs m:blocked !wrong-category',
      ],
      [
        'performance',
        withScript(ONETRUST, `function OptanonWrapper() { if (OnetrustActiveGroups.includes('C0002')) { PIX } }`),
        'blocked s:runs m:blocked !wrong-category',
      ],
      [
        'either of two',
        withScript(
          COOKIEBOT,
          `if (window.Cookiebot?.consent?.statistics || window.Cookiebot?.consent?.marketing) { PIX }`,
        ),
        'blocked s:runs m:runs !wrong-category',
      ],
    ],
  },
  {
    number: 12,
    verdict: 'open',
    pages: [
      [
        'inverted',
        withScript(
          COOKIEBOT,
          `window.addEventListener('CookiebotOnConsentReady', function () { if (!Cookiebot.consent.marketing) { PIX } });`,
        ),
        'blocked r:runs m:blocked !ineffective-gate',
      ],
      [
        'inverted at the top',
        withScript('', `if (!(window.Cookiebot && Cookiebot.consent && Cookiebot.consent.marketing)) { PIX }`),
        'runs r:runs',
      ],
      [
        'branches swapped',
        withScript(
          COOKIE_INFORMATION,
          `if (CookieInformation.getConsentGivenFor('cookie_cat_marketing')) { console.log('ok'); } else { PIX }`,
        ),
        'runs',
      ],
      [
        'unless denied, in ERB',
        html(`<% unless cookies[:consent] == 'denied' %>TAG<% end %>`),
        'runs r:blocked !ineffective-gate',
        'html.erb',
      ],
    ],
    note: 'On the ready event of the platform nothing runs before the visitor has answered; the inverted test is then a tag that runs for those who refuse.',
  },
  {
    number: 13,
    verdict: 'pretends',
    pages: [
      [
        'a name that lies',
        withScript(
          '',
          `function hasConsent() { return localStorage.getItem('cookie_consent') !== 'declined'; } if (hasConsent()) { PIX }`,
        ),
        'runs r:blocked !ineffective-gate',
      ],
      [
        'an arrow function',
        withScript(
          '',
          `const userHasGivenMarketingConsent = () => !document.cookie.includes('consent=no'); userHasGivenMarketingConsent() && INSERT;`,
        ),
        'runs !ineffective-gate',
      ],
      [
        'a getter of an object',
        withScript(
          '',
          `const consentManager = { get isGranted() { return window.localStorage.getItem('gdpr') != 'rejected'; } }; if (consentManager.isGranted) { PIX }`,
        ),
        'runs !ineffective-gate',
      ],
      [
        'always yes',
        withScript('', `function checkCookieConsent() { return true; } if (checkCookieConsent()) { PIX }`),
        'runs',
      ],
    ],
  },
  {
    number: 14,
    verdict: 'pretends',
    pages: [
      [
        'a state that begins with yes',
        `import { useEffect, useState } from 'react';
         export default function PixelTracker() {
           const [consentGiven] = useState(true);
           useEffect(() => { if (!consentGiven) return; PIX }, [consentGiven]);
           return null;
         }`,
        'runs r:runs',
        'tsx',
      ],
      [
        'known is not granted',
        `import { useState } from 'react';
         import Script from 'next/script';
         export function Pixel() {
           const [consent] = useState(() => false);
           const shouldLoad = consent !== undefined;
           return shouldLoad ? <Script src="SRC" strategy="afterInteractive" /> : null;
         }`,
        'runs r:runs',
        'tsx',
      ],
      [
        'a constant',
        withScript(
          '',
          `const CONSENT_REQUIRED = false; var consentGiven = !CONSENT_REQUIRED; if (consentGiven) { PIX }`,
        ),
        'runs',
      ],
      [
        'a default of a parameter',
        withScript('', `function init({ consent = true } = {}) { if (consent) { PIX } } init();`),
        'runs',
      ],
    ],
  },
  {
    number: 15,
    verdict: 'pretends',
    pages: [
      [
        'open in both branches',
        withScript(
          '',
          `function allowed() { try { return localStorage.getItem('cookie-consent') !== 'declined'; } catch (e) { return true; } } if (allowed()) { PIX }`,
        ),
        'runs r:blocked !ineffective-gate',
      ],
      [
        'JSON that is not there',
        withScript(
          '',
          `let ok; try { ok = JSON.parse(localStorage.getItem('consent')).marketing; } catch { ok = true; } if (ok) { PIX }`,
        ),
        'runs',
      ],
      [
        'closed where it throws',
        withScript(
          '',
          `let ok = false; try { ok = JSON.parse(localStorage.getItem('consent')).marketing === true; } catch (error) { ok = false; } if (ok) { PIX }`,
        ),
        'blocked r:blocked !-',
      ],
    ],
    note: 'The last page is the same form with its branches closed: it is gated.',
  },
];
