import { expand } from '../extract/gating/support.ts';
import { COOKIEBOT, html, type Pattern, withScript } from './support.ts';

const LOADER = expand('PIX').split("fbq('init'")[0] ?? '';
const RUN = "fbq('init', '1234567890'); fbq('track', 'PageView');";
const GTAG_SCRIPT = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC123"></script>';
const GTAG = 'window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}';
const DENIED =
  "{ ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied', analytics_storage: 'denied' }";
const GRANTED = DENIED.replaceAll('denied', 'granted');
const CONFIG = "gtag('js', new Date()); gtag('config', 'G-ABC123');";
const TTQ =
  '!function (w, d, t) { w.TiktokAnalyticsObject=t;var ttq=w[t]=w[t]||[];ttq.methods=["page","track","identify","instances","debug","on","off","once","ready","alias","group","enableCookie","disableCookie","holdConsent","revokeConsent","grantConsent"],ttq.setAndDefer=function(t,e){t[e]=function(){t.push([e].concat(Array.prototype.slice.call(arguments,0)))}};for(var i=0;i<ttq.methods.length;i++)ttq.setAndDefer(ttq,ttq.methods[i]);ttq.load=function(e,n){var r="https://analytics.tiktok.com/i18n/pixel/events.js";ttq._i=ttq._i||{},ttq._i[e]=[];var s=d.createElement("script");s.async=!0,s.src=r+"?sdkid="+e+"&lib="+t;var a=d.getElementsByTagName("script")[0];a.parentNode.insertBefore(s,a)};';

/** E: consent switches of the vendors themselves. */
export const vendorPatterns: readonly Pattern[] = [
  {
    number: 58,
    verdict: 'likely',
    pages: [
      [
        'grant by the accept button',
        html(
          '',
          `<button id="accept-cookies">Acceptera</button><script>${LOADER} fbq('consent', 'revoke'); ${RUN}\ndocument.getElementById('accept-cookies').onclick = function () { fbq('consent', 'grant'); };</script>`,
        ),
        'held r:held a:runs',
      ],
      [
        'grant by the platform',
        withScript(
          COOKIEBOT,
          `${LOADER} fbq('consent', 'revoke'); ${RUN}\nwindow.addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.marketing) fbq('consent', 'grant'); });`,
        ),
        'held r:held m:runs',
      ],
      [
        'grant from storage',
        withScript(
          '',
          `${LOADER} fbq("consent","revoke"); if (localStorage.getItem("consent") === "granted") fbq("consent","grant"); ${RUN}`,
        ),
        'held r:held a:runs',
      ],
    ],
  },
  {
    number: 59,
    verdict: 'pretends',
    pages: [
      ['behind the events', withScript('', `${LOADER} ${RUN} fbq('consent', 'revoke');`), 'runs'],
      [
        'between them',
        withScript('', `${LOADER} fbq('init', '1234567890'); fbq('consent', 'revoke'); fbq('track', 'PageView');`),
        'runs',
      ],
      [
        'when the document is ready',
        withScript('', `PIX\ndocument.addEventListener('DOMContentLoaded', () => fbq('consent', 'revoke'));`),
        'runs',
      ],
    ],
  },
  {
    number: 60,
    verdict: 'pretends',
    pages: [
      [
        'only where denied',
        withScript(
          '',
          `${LOADER} var perm = localStorage.getItem('perm'); if (perm === 'denied') fbq('consent', 'revoke'); ${RUN}`,
        ),
        'runs r:held !ineffective-gate',
      ],
      [
        'as an operand',
        withScript('', `${LOADER} fbq('consent', Cookies.get('marketing') === 'no' ? 'revoke' : 'grant'); ${RUN}`),
        'runs r:held',
      ],
    ],
  },
  {
    number: 61,
    verdict: 'likely',
    pages: [
      [
        'branches',
        html(
          `<script>${LOADER} <?php if (wp_has_consent('marketing')) { ?> fbq('consent', 'grant'); <?php } else { ?> fbq('consent', 'revoke'); <?php } ?> ${RUN}</script>`,
        ),
        'held r:held m:runs',
        'php',
      ],
      [
        'a ternary',
        html(
          `<script>${LOADER} <?php echo wp_has_consent('marketing') ? "fbq('consent', 'grant');" : "fbq('consent', 'revoke');"; ?> ${RUN}</script>`,
        ),
        'held r:held m:runs',
        'php',
      ],
      [
        'an argument',
        html(
          `<script>${LOADER} fbq('consent', '<?= wp_has_consent('marketing') ? 'grant' : 'revoke' ?>'); ${RUN}</script>`,
        ),
        'held r:held m:runs',
        'php',
      ],
    ],
  },
  {
    number: 62,
    verdict: 'likely',
    pages: [
      [
        'denied',
        html(`${GTAG_SCRIPT}<script>${GTAG} gtag('consent', 'default', ${DENIED}); ${CONFIG}</script>`),
        '@google-analytics limited r:limited',
      ],
      [
        'and an update',
        html(
          `${GTAG_SCRIPT}<script>${GTAG} gtag("consent", "default", ${DENIED}); ${CONFIG} if (localStorage.getItem('consent') === 'granted') { gtag('consent', 'update', ${GRANTED}); }</script>`,
        ),
        '@google-analytics limited r:limited a:runs',
      ],
    ],
    note: 'Limited: pings without storage are sent.',
  },
  {
    number: 63,
    verdict: 'pretends',
    pages: [
      [
        'an array',
        html(
          `<script>window.dataLayer = window.dataLayer || []; dataLayer.push(['consent', 'default', ${DENIED}]);</script>${GTAG_SCRIPT}<script>${GTAG} ${CONFIG}</script>`,
        ),
        '@google-analytics runs r:runs',
      ],
      [
        'several',
        html(
          `<script>(window.dataLayer = window.dataLayer || []).push(['consent', 'default', ${DENIED}], ['set', 'ads_data_redaction', true]);</script>${GTAG_SCRIPT}<script>${GTAG} ${CONFIG}</script>`,
        ),
        '@google-analytics runs',
      ],
    ],
  },
  {
    number: 64,
    verdict: 'pretends',
    pages: [
      [
        'rest parameters',
        html(
          `${GTAG_SCRIPT}<script>window.dataLayer = window.dataLayer || []; const gtag = (...args) => dataLayer.push(args); gtag('consent', 'default', ${DENIED}); gtag('js', new Date()); gtag('config', 'G-ABC123');</script>`,
        ),
        '@google-analytics runs',
      ],
      [
        'a function with rest parameters',
        html(
          `${GTAG_SCRIPT}<script>window.dataLayer = window.dataLayer || []; function gtag(...args) { window.dataLayer.push(args); } ${CONFIG}</script>`,
        ),
        '@google-analytics runs',
      ],
      [
        'the default alone is lost',
        html(
          `<script>window.dataLayer = window.dataLayer || []; ((...a) => dataLayer.push(a))('consent', 'default', ${DENIED});</script>${GTAG_SCRIPT}<script>${GTAG} ${CONFIG}</script>`,
        ),
        '@google-analytics runs',
      ],
    ],
    note: 'Where all commands are lost the library is fetched all the same, with no default in force.',
  },
  {
    number: 65,
    verdict: 'pretends',
    pages: [
      [
        'denied for Google',
        html(
          `<script>${GTAG} gtag('consent', 'default', ${DENIED});</script>${GTAG_SCRIPT}<script>${GTAG} ${CONFIG}</script><script>PIX</script>`,
        ),
        'runs r:runs !fires-before-consent',
      ],
      [
        'and updated',
        html(
          `<script>${GTAG} gtag('consent', 'default', ${DENIED}); document.querySelector('#accept').onclick = () => gtag('consent', 'update', ${GRANTED});</script><script>PIX</script>`,
        ),
        'runs r:runs !fires-before-consent',
      ],
    ],
  },
  {
    number: 66,
    verdict: 'likely',
    pages: [
      [
        'hold, then load',
        withScript('', `${TTQ} ttq.holdConsent(); ttq.load('C4ABCDEF'); ttq.page(); }(window, document, 'ttq');`),
        '@tiktok held r:held',
      ],
      [
        'and grant by a click',
        html(
          '',
          `<button id="accept-all">Acceptera alla</button><script>${TTQ} ttq.holdConsent(); ttq.load('C4ABCDEF'); ttq.page(); }(window, document, 'ttq');\ndocument.getElementById('accept-all').addEventListener('click', () => window.ttq.grantConsent());</script>`,
        ),
        '@tiktok held r:held a:runs',
      ],
    ],
  },
  {
    number: 67,
    verdict: 'pretends',
    pages: [
      [
        'held in the else branch',
        withScript(
          COOKIEBOT,
          `${TTQ} ttq.load('C4ABCDEF'); if (window.Cookiebot && Cookiebot.consent && Cookiebot.consent.marketing) { ttq.page(); } else { ttq.holdConsent(); } }(window, document, 'ttq');`,
        ),
        '@tiktok runs r:runs m:runs',
      ],
      [
        'no platform, no waiting',
        withScript(
          '',
          `${TTQ} ttq.load('C4ABCDEF'); if (!window.Cookiebot) { console.log('No Cookiebot, firing immediately'); ttq.page(); } else { ttq.holdConsent(); } }(window, document, 'ttq');`,
        ),
        '@tiktok runs',
      ],
      [
        'held behind the event',
        withScript('', `${TTQ} ttq.load('C4ABCDEF'); ttq.page(); ttq.holdConsent(); }(window, document, 'ttq');`),
        '@tiktok runs',
      ],
    ],
  },
  {
    number: 68,
    verdict: 'open',
    pages: [
      [
        'a function that is called at once',
        html(
          `<script>${GTAG} gtag('consent', 'default', ${DENIED}); function accept() { gtag('consent', 'update', ${GRANTED}); } accept();</script>${GTAG_SCRIPT}<script>${CONFIG}</script>`,
        ),
        '@google-analytics runs r:runs',
      ],
      [
        'at the top',
        html(
          `<script>${GTAG} gtag('consent', 'default', ${DENIED}); gtag('consent', 'update', ${GRANTED});</script>${GTAG_SCRIPT}<script>${CONFIG}</script>`,
        ),
        '@google-analytics runs r:runs',
      ],
      [
        'Meta',
        withScript(
          '',
          `${LOADER} fbq('consent', 'revoke'); ${RUN} (function acceptAll() { fbq('consent', 'grant'); })();`,
        ),
        'runs r:runs',
      ],
      [
        'when the window has loaded',
        html(
          `<script>${GTAG} gtag('consent', 'default', ${DENIED}); window.addEventListener('load', () => gtag('consent', 'update', ${GRANTED}));</script>${GTAG_SCRIPT}<script>${CONFIG}</script>`,
        ),
        '@google-analytics runs r:runs',
      ],
    ],
  },
];
