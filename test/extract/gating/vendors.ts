import { type Case, SNIPPET } from './support.ts';

const META = `${SNIPPET}fbq('init','1');fbq('track','PageView');`;
const GA_HEAD = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC123"></script>`;
const GTAG = 'window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}';
const DENIED = `{'ad_storage':'denied','ad_user_data':'denied','ad_personalization':'denied','analytics_storage':'denied'}`;
const GRANTED = DENIED.replaceAll('denied', 'granted');
const CONFIG = `gtag('js', new Date()); gtag('config', 'G-ABC123');`;
const TTQ = `!function (w, d, t) { w.TiktokAnalyticsObject=t;var ttq=w[t]=w[t]||[];ttq.methods=["page","track","identify","instances","debug","on","off","once","ready","alias","group","enableCookie","disableCookie","holdConsent","revokeConsent","grantConsent"],ttq.setAndDefer=function(t,e){t[e]=function(){t.push([e].concat(Array.prototype.slice.call(arguments,0)))}};for(var i=0;i<ttq.methods.length;i++)ttq.setAndDefer(ttq,ttq.methods[i]);ttq.load=function(e,n){var r="https://analytics.tiktok.com/i18n/pixel/events.js";ttq._i=ttq._i||{},ttq._i[e]=[];var s=d.createElement("script");s.async=!0,s.src=r+"?sdkid="+e+"&lib="+t;var a=d.getElementsByTagName("script")[0];a.parentNode.insertBefore(s,a)};`;
const UET = `(function(w,d,t,r,u){var f,n,i;w[u]=w[u]||[],f=function(){var o={ti:"12345"};o.q=w[u],w[u]=new UET(o),w[u].push("pageLoad")},n=d.createElement(t),n.src=r,n.async=1,n.onload=n.onreadystatechange=function(){var s=this.readyState;s&&s!=="loaded"&&s!=="complete"||(f(),n.onload=n.onreadystatechange=null)},i=d.getElementsByTagName(t)[0],i.parentNode.insertBefore(n,i)})(window,document,"script","//bat.bing.com/bat.js","uetq");`;

/** E: consent switches of the vendors themselves. */
export const vendorCases: readonly Case[] = [
  [
    '58 revoke before init',
    `${SNIPPET} fbq('consent','revoke'); fbq('init','1'); fbq('track','PageView'); document.getElementById('accept-all').addEventListener('click', function () { fbq('consent','grant'); });`,
    'held r:held a:runs',
  ],
  [
    '58 revoke, grant from storage',
    `${SNIPPET} fbq('consent','revoke'); fbq('init','1'); fbq('track','PageView'); if (localStorage.getItem('consent') === 'granted') fbq('consent','grant');`,
    'held r:held a:runs',
  ],
  [
    '58 revoke, grant by the platform',
    `${SNIPPET} fbq('consent','revoke'); fbq('init','1'); fbq('track','PageView'); window.addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.marketing) fbq('consent', 'grant'); });`,
    'held r:held m:runs s:held',
  ],
  [
    '58 revoke, grant on any decision',
    `${SNIPPET} fbq('consent','revoke'); fbq('init','1'); fbq('track','PageView'); window.addEventListener('CookieInformationConsentGiven', () => { fbq('consent', 'grant'); });`,
    'held r:runs',
  ],
  [
    '58 ternary before init',
    `${SNIPPET} fbq('consent', localStorage.getItem('consent') === 'granted' ? 'grant' : 'revoke'); fbq('init','1'); fbq('track','PageView');`,
    'held r:held a:runs',
  ],
  [
    '58 revoke, unconditional grant',
    `${SNIPPET} fbq('consent','revoke'); fbq('init','1'); fbq('track','PageView'); fbq('consent','grant');`,
    'runs',
  ],
  [
    '58 revoke, grant by a timer',
    `${SNIPPET} fbq('consent','revoke'); fbq('init','1'); fbq('track','PageView'); setTimeout(function () { fbq('consent','grant'); }, 1000);`,
    'runs',
  ],
  [
    '58 a word that does nothing',
    `${SNIPPET} fbq('consent','denied'); fbq('init','1'); fbq('track','PageView');`,
    'runs',
  ],
  ['59 revoke after init', `${META} fbq('consent','revoke');`, 'runs'],
  [
    '60 revoke only where denied',
    `${SNIPPET} var perm = localStorage.getItem('perm'); if (perm === 'denied') fbq('consent','revoke'); fbq('init','1'); fbq('track','PageView');`,
    'runs r:held',
  ],
  [
    '60 revoke unless granted',
    `${SNIPPET} var perm = localStorage.getItem('perm'); if (perm !== 'granted') fbq('consent','revoke'); fbq('init','1'); fbq('track','PageView');`,
    'held r:held a:runs',
  ],
  [
    '61 switch written by the server',
    `<script>${SNIPPET} <?php echo wp_has_consent('marketing') ? "fbq('consent','grant');" : "fbq('consent','revoke');"; ?> fbq('init','1'); fbq('track','PageView');</script>`,
    'held m:runs',
    'php',
  ],
  [
    '61 switch in branches of the template',
    `<script>${SNIPPET} <?php if (wp_has_consent('marketing')) { ?> fbq('consent','grant'); <?php } else { ?> fbq('consent','revoke'); <?php } ?> fbq('init','1'); fbq('track','PageView');</script>`,
    'held m:runs',
    'php',
  ],
  [
    '62 denied default',
    `${GA_HEAD}<script>${GTAG} gtag('consent','default',${DENIED}); ${CONFIG}</script>`,
    '@google-analytics limited r:limited',
  ],
  [
    '62 denied default, update by the accept button',
    `${GA_HEAD}<script>${GTAG} gtag('consent','default',${DENIED}); ${CONFIG} document.getElementById('accept').onclick = function () { gtag('consent','update',${GRANTED}); };</script>`,
    '@google-analytics limited r:limited a:runs',
  ],
  [
    '62 denied default behind the commands',
    `${GA_HEAD}<script>${GTAG} ${CONFIG} gtag('consent','default',${DENIED});</script>`,
    '@google-analytics runs',
  ],
  [
    '62 denied default in another element',
    `<script>${GTAG} gtag('consent','default',${DENIED});</script>${GA_HEAD}<script>${CONFIG}</script>`,
    '@google-analytics limited',
  ],
  [
    '62 denied default on DOM ready',
    `${GA_HEAD}<script>${GTAG} document.addEventListener('DOMContentLoaded', function () { gtag('consent','default',${DENIED}); }); ${CONFIG}</script>`,
    '@google-analytics runs',
  ],
  [
    '62 granted default',
    `${GA_HEAD}<script>${GTAG} gtag('consent','default',${GRANTED}); ${CONFIG}</script>`,
    '@google-analytics runs',
  ],
  ['62 no default', `${GA_HEAD}<script>${GTAG} ${CONFIG}</script>`, '@google-analytics runs'],
  [
    '62 default from storage',
    `${GA_HEAD}<script>${GTAG} var ok = localStorage.getItem('consent') === 'granted' ? 'granted' : 'denied'; gtag('consent','default',{ad_storage: ok, analytics_storage: ok, ad_user_data: ok, ad_personalization: ok}); ${CONFIG}</script>`,
    '@google-analytics limited r:limited',
  ],
  [
    '62 default from storage, opt-out',
    `${GA_HEAD}<script>${GTAG} var ok = localStorage.getItem('consent') === 'denied' ? 'denied' : 'granted'; gtag('consent','default',{ad_storage: ok, analytics_storage: ok, ad_user_data: ok, ad_personalization: ok}); ${CONFIG}</script>`,
    '@google-analytics runs r:limited',
  ],
  [
    '62 default only where something is stored',
    `${GA_HEAD}<script>${GTAG} if (localStorage.getItem('consent') === 'denied') { gtag('consent','default',${DENIED}); } else { gtag('consent','default',${GRANTED}); } ${CONFIG}</script>`,
    '@google-analytics runs r:limited',
  ],
  [
    '62 region elsewhere',
    `${GA_HEAD}<script>${GTAG} gtag('consent','default',{ad_storage:'denied',analytics_storage:'denied',region:['US-CA']}); ${CONFIG}</script>`,
    '@google-analytics runs',
  ],
  [
    '62 granted for the world, denied for the EEA',
    `${GA_HEAD}<script>${GTAG} gtag('consent','default',${GRANTED}); gtag('consent','default',{ad_storage:'denied',analytics_storage:'denied',ad_user_data:'denied',ad_personalization:'denied',region:['SE','DE','FR','NO']}); ${CONFIG}</script>`,
    '@google-analytics limited',
  ],
  [
    '62 object made of pieces',
    `${GA_HEAD}<script>${GTAG} var d = {}; ['ad_storage','analytics_storage','ad_user_data','ad_personalization'].forEach(function (k) { d[k] = 'denied'; }); gtag('consent','default', d); ${CONFIG}</script>`,
    '@google-analytics limited',
  ],
  [
    '63 array pushed',
    `${GA_HEAD}<script>${GTAG} dataLayer.push(['consent','default',${DENIED}]); ${CONFIG}</script>`,
    '@google-analytics runs',
  ],
  [
    '64 arrow function',
    `${GA_HEAD}<script>window.dataLayer = window.dataLayer || []; const gtag = (...args) => { dataLayer.push(args); }; gtag('consent','default',${DENIED}); function real(){dataLayer.push(arguments)} real('js', new Date()); real('config', 'G-ABC123');</script>`,
    '@google-analytics runs',
  ],
  [
    '65 denied default and another vendor',
    `<script>${GTAG} gtag('consent','default',${DENIED}); ${META}</script>`,
    'runs',
  ],
  [
    '66 hold',
    `${TTQ} ttq.holdConsent(); ttq.load('CABC'); ttq.page(); }(window, document, 'ttq');`,
    '@tiktok held r:held',
  ],
  [
    '66 hold, grant on accept',
    `${TTQ} ttq.holdConsent(); ttq.load('CABC'); ttq.page(); }(window, document, 'ttq'); document.querySelector('#accept').addEventListener('click', () => ttq.grantConsent());`,
    '@tiktok held r:held a:runs',
  ],
  ['66 no hold', `${TTQ} ttq.load('CABC'); ttq.page(); }(window, document, 'ttq');`, '@tiktok runs'],
  [
    '67 hold too late',
    `${TTQ} ttq.load('CABC'); ttq.page(); ttq.holdConsent(); }(window, document, 'ttq');`,
    '@tiktok runs',
  ],
  [
    '68 update granted at the top',
    `${GA_HEAD}<script>${GTAG} gtag('consent','default',${DENIED}); gtag('consent','update',${GRANTED}); ${CONFIG}</script>`,
    '@google-analytics runs',
  ],
  [
    '68 update granted by a function that is called',
    `${GA_HEAD}<script>${GTAG} gtag('consent','default',${DENIED}); ${CONFIG} function accept() { gtag('consent','update',${GRANTED}); } accept();</script>`,
    '@google-analytics runs',
  ],
  [
    '68 update granted where nothing is stored',
    `${GA_HEAD}<script>${GTAG} gtag('consent','default',${DENIED}); ${CONFIG} if (localStorage.getItem('consent') !== 'denied') gtag('consent','update',${GRANTED});</script>`,
    '@google-analytics runs r:limited',
  ],
  [
    '68 update on scroll',
    `${GA_HEAD}<script>${GTAG} gtag('consent','default',${DENIED}); ${CONFIG} window.addEventListener('scroll', function () { gtag('consent','update',${GRANTED}); });</script>`,
    '@google-analytics runs',
  ],
  [
    '68 UET denied default',
    `<script>window.uetq = window.uetq || []; window.uetq.push('consent', 'default', { 'ad_storage': 'denied' });</script><script>${UET}</script>`,
    '@microsoft-uet limited',
  ],
  ['68 UET without default', `<script>${UET}</script>`, '@microsoft-uet runs'],
];
