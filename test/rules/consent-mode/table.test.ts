import { expect, it } from 'vitest';
import { consentRules } from '../found.ts';

const GTAG = 'window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }';
const ALL = "ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied', analytics_storage: 'denied'";
const GRANTED = ALL.replaceAll('denied', 'granted');
const DEFAULT = `gtag('consent', 'default', { ${ALL} });`;
const GRANT = `gtag('consent', 'default', { ${GRANTED} });`;
const LOADER = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234"></script>';
const RUN = "gtag('js', new Date()); gtag('config', 'G-ABCDEF1234');";
const TERMLY = '<script src="https://app.termly.io/resource-blocker/00000000-0000-0000-0000-000000000000"></script>';

/** A page with Google's tag and a script in front of its commands. */
function page(before: string, after = ''): string {
  return `${LOADER}<script>${before} ${RUN} ${after}</script>`;
}

const WHOLE = '<!doctype html><html><head>';
const END = '</head><body></body></html>';
const SNIPPET =
  "<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],j=d.createElement(s);j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i;f.parentNode.insertBefore(j,f);})(window,document,'script','dataLayer','GTM-ABC1234');</script>";

/** A layout that runs Google's tag by a script component, with a default in front of it where one is asked for. */
function component(strategy: string, effect: string, first?: string): string {
  const consent = first ? `<Script id="consent" strategy="${first}">{\`${GTAG + DEFAULT}\`}</Script>` : '';
  const tag = `<Script id="ga" strategy="${strategy}">{\`${GTAG + RUN}\`}</Script>`;
  return `import { useEffect } from 'react'; import Script from 'next/script';
export default function Layout() { ${effect} return <>${consent}<Script src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234" />${tag}</>; }`;
}

const NONE: readonly string[] = [];
const granted = ['granted-default'];
const late = ['late-default'];
const ignored = ['ignored-command'];
const unknown = ['unknown-signal'];

/** A page, and which rules on consent modes (and on tags that run) report something, by their last names. */
const ROWS: readonly (readonly [name: string, text: string, rules: readonly string[], path?: string])[] = [
  ['no default', page(GTAG), ['fires-before-consent', 'missing-default']],
  ['denied', page(GTAG + DEFAULT), NONE],
  ['denied twice', page(GTAG + DEFAULT + DEFAULT), NONE],
  ['quoted names', page(`${GTAG} gtag("consent", "default", { ${ALL.replace(/(\w+):/g, '"$1":')} });`), NONE],
  ['a table in a variable', page(`${GTAG} var c = { ${ALL} }; gtag('consent', 'default', c);`), NONE],
  [
    'window.gtag',
    page(`window.dataLayer = []; window.gtag = function () { dataLayer.push(arguments); };${DEFAULT}`),
    NONE,
  ],
  ['in a function that is called', page(`${GTAG} (function () { ${DEFAULT} })();`), NONE],
  ['wait_for_update', page(`${GTAG} gtag('consent', 'default', { ${ALL}, wait_for_update: 500 });`), NONE],
  [
    'settings beside it',
    page(`${GTAG + DEFAULT} gtag('set', 'ads_data_redaction', true); gtag('set', 'url_passthrough', true);`),
    NONE,
  ],
  ['necessary granted', page(`${GTAG} gtag('consent', 'default', { ${ALL}, security_storage: 'granted' });`), NONE],
  [
    'stored choice as update',
    page(`${GTAG + DEFAULT} if (localStorage.getItem('c') === '1') gtag('consent', 'update', { ${GRANTED} });`),
    NONE,
  ],
  [
    'stored choice as default',
    page(
      `${GTAG} var c = localStorage.getItem('c') === '1' ? 'granted' : 'denied'; gtag('consent', 'default', { ad_storage: c, ad_user_data: c, ad_personalization: c, analytics_storage: c });`,
    ),
    NONE,
  ],
  ['granted elsewhere', page(`${GTAG + DEFAULT} gtag('consent', 'default', { ${GRANTED}, region: ['US'] });`), NONE],
  ['a type of its own', page(`${GTAG} gtag('consent', 'default', { ${ALL}, social_storage: 'granted' });`), NONE],
  ['a platform that sets it', `${TERMLY}${page(GTAG)}`, NONE],
  ['the loader last', `<script>${GTAG + DEFAULT + RUN}</script>${LOADER}`, NONE],
  ['two scripts', `<script>${GTAG + DEFAULT}</script>${LOADER}<script>${RUN}</script>`, NONE],
  ['unresolved condition', page(`${GTAG} if (isEU) { ${DEFAULT} } else { ${GRANT} }`), NONE],
  ['only a default', `<script>${GTAG + DEFAULT}</script>`, NONE],
  ['granted', page(GTAG + GRANT), granted],
  ['granted, then denied late', page(GTAG + GRANT, `gtag('consent', 'update', { ${ALL} });`), NONE],
  [
    'granted for Sweden',
    page(`${GTAG + DEFAULT} gtag('consent', 'default', { ${GRANTED}, region: ['SE'] });`),
    granted,
  ],
  ['California only', page(`${GTAG} gtag('consent', 'default', { ${ALL}, region: ['US-CA'] });`), granted],
  [
    'measurement granted',
    page(
      `${GTAG} gtag('consent', 'default', { ${ALL.replace("analytics_storage: 'denied'", "analytics_storage: 'granted'")} });`,
    ),
    granted,
  ],
  [
    'granted by a variable',
    page(
      `${GTAG} var g = 'granted'; gtag('consent', 'default', { ad_storage: g, ad_user_data: g, ad_personalization: g, analytics_storage: g });`,
    ),
    granted,
  ],
  ['after the configuration', page(GTAG, DEFAULT), late],
  ['DOM ready', page(`${GTAG} document.addEventListener('DOMContentLoaded', function () { ${DEFAULT} });`), late],
  ['load', page(`${GTAG} window.addEventListener('load', function () { ${DEFAULT} });`), late],
  ['timer', page(`${GTAG} setTimeout(function () { ${DEFAULT} }, 10);`), late],
  ['after a promise', page(`${GTAG} Promise.resolve().then(function () { ${DEFAULT} });`), late],
  ['list', page(`${GTAG} dataLayer.push(['consent', 'default', { ${ALL} }]);`), ignored],
  ['rest parameters', page(`window.dataLayer = []; function gtag(...a) { dataLayer.push(a); } ${DEFAULT}`), ignored],
  ['arrow function', page(`window.dataLayer = []; const gtag = (...a) => dataLayer.push(a); ${DEFAULT}`), ignored],
  [
    'list replaced',
    `<script>${GTAG + DEFAULT}</script><script>window.dataLayer = [];</script>${LOADER}<script>${RUN}</script>`,
    ignored,
  ],
  [
    'misspelt signal',
    page(`${GTAG} gtag('consent', 'default', { ${ALL.replace('analytics_storage', 'analytic_storage')} });`),
    unknown,
  ],
  ['value', page(`${GTAG} gtag('consent', 'default', { ${ALL.replace("'denied'", "'deny'")} });`), unknown],
  ['region as text', page(`${GTAG} gtag('consent', 'default', { ${ALL}, region: 'SE' });`), unknown],
  ['no such region', page(`${GTAG + DEFAULT} gtag('consent', 'default', { ${ALL}, region: ['EU'] });`), unknown],
  [
    'two signals',
    page(`${GTAG} gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' });`),
    ['missing-v2-signals'],
  ],
  [
    'update without the signals of version 2',
    page(
      GTAG + DEFAULT,
      "document.getElementById('accept').onclick = function () { gtag('consent', 'update', { ad_storage: 'granted', analytics_storage: 'granted' }); };",
    ),
    ['missing-v2-signals'],
  ],
  [
    'a signal in other words',
    page(`${GTAG} gtag('consent', 'default', { ${ALL.replace('analytics_storage', 'analytics_consent')} });`),
    unknown,
  ],
  [
    'a type of its own named after a signal',
    page(`${GTAG} gtag('consent', 'default', { ${ALL}, analytics_tracking: 'denied' });`),
    NONE,
  ],
  ['a table where the command should stand', page(`${GTAG} gtag('consent', { ${ALL} });`), ignored],
  [
    'denied in a part of a country that is granted',
    page(
      `${GTAG + DEFAULT} gtag('consent', 'default', { ${GRANTED}, region: ['ES'] }); gtag('consent', 'default', { ${ALL}, region: ['ES-CT'] });`,
    ),
    granted,
  ],
  ['no regions in the list', page(`${GTAG} gtag('consent', 'default', { ${ALL}, region: [] });`), NONE],
  ['denied, then the container', `${WHOLE}<script>${GTAG + DEFAULT}</script>${SNIPPET}${END}`, NONE],
  [
    'denied, and nothing updates',
    `${WHOLE}<script>${GTAG + DEFAULT + RUN}</script>${LOADER}${END}`,
    ['missing-update'],
  ],
  [
    'denied, and only denied again',
    `${WHOLE}<script>${GTAG + DEFAULT + RUN} document.getElementById('no').onclick = function () { gtag('consent', 'update', { ${ALL} }); };</script>${LOADER}${END}`,
    ['missing-update'],
  ],
  [
    'granted or denied by the country that the server knows',
    `<script>${GTAG} {% if country in strict %}${DEFAULT}{% else %}${GRANT}{% endif %} ${RUN}</script>${LOADER}`,
    NONE,
    'base.html.j2',
  ],
  [
    'a default that the theme can switch off',
    `{% if settings.consent_mode %}<script>${GTAG + DEFAULT}</script>{% endif %}<script>${GTAG + RUN}</script>${LOADER}`,
    NONE,
    'theme.liquid',
  ],
  [
    'in an effect, after the tag',
    component('afterInteractive', `useEffect(() => { ${DEFAULT} }, []);`),
    late,
    'App.tsx',
  ],
  ['in a component that waits for the load', component('afterInteractive', '', 'lazyOnload'), late, 'App.tsx'],
  ['in a component that comes first', component('afterInteractive', '', 'beforeInteractive'), NONE, 'App.tsx'],
  [
    'Meta is not governed',
    `<script>${GTAG + DEFAULT} fbq('init', '1234567890123456');</script>`,
    ['fires-before-consent'],
  ],
  [
    'Meta beside a granted default',
    `${page(GTAG + GRANT)}<script>fbq('init', '1234567890123456');</script>`,
    ['fires-before-consent', 'granted-default'],
  ],
];

for (const [name, text, expected, path = 'page.html'] of ROWS) {
  it(name, async () => {
    expect(await consentRules(path, text)).toEqual([...expected].sort());
  });
}
