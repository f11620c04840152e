/** Packages that wrap a vendor, and queues and functions of vendors, in the forms in which sites use them, and what only looks like one. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Unit } from '../../src/model/unit.ts';
import { createLinter } from '../../src/run/run.ts';

async function done(text: string, path = 'app.tsx', kind: 'script' | 'html' = 'script'): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const judged = ({ activities }: Unit): void => {
    for (const { vendor, kind, reached } of activities) if (reached) found.add(`${vendor.id}:${kind}`);
  };
  const linter = await createLinter({ withoutRules: true, judged });
  await linter.lint({ path, kind, text });
  return found;
}

// The parser for TypeScript is loaded once, outside of what a test may take.
beforeAll(async () => void (await done('const a: string = "x";')), 60_000);

const WRAPPERS: readonly (readonly [name: string, code: string, does: string])[] = [
  [
    'amplitude-js',
    `import amplitude from 'amplitude-js';\namplitude.getInstance().init('k'); amplitude.getInstance().setUserProperties({ email });`,
    'amplitude:init amplitude:identify',
  ],
  [
    '@amplitude/unified',
    `import { initAll } from '@amplitude/unified';\ninitAll('k', { sessionReplay: { sampleRate: 1 } });`,
    'amplitude:init',
  ],
  [
    '@amplitude/analytics-browser',
    `import { createInstance } from '@amplitude/analytics-browser';\nconst a = createInstance(); a.init('k'); a.track('x');`,
    'amplitude:init amplitude:event',
  ],
  [
    '@segment/analytics-next',
    `import { AnalyticsBrowser } from '@segment/analytics-next';\nconst analytics = AnalyticsBrowser.load({ writeKey: 'k' }); analytics.identify('1', { email });`,
    'segment:init segment:identify',
  ],
  [
    '@segment/analytics-next, later',
    `import { AnalyticsBrowser } from '@segment/analytics-next';\nconst analytics = new AnalyticsBrowser(); analytics.load({ writeKey: 'k' }); analytics.page();`,
    'segment:init segment:event',
  ],
  [
    '@customerio/cdp-analytics-browser',
    `import { AnalyticsBrowser } from '@customerio/cdp-analytics-browser';\nAnalyticsBrowser.load({ writeKey: 'k' }).identify('1', { email });`,
    'customer-io:init customer-io:identify',
  ],
  [
    '@rudderstack/analytics-js',
    `import { RudderAnalytics } from '@rudderstack/analytics-js';\nconst r = new RudderAnalytics(); r.load('k', 'https://d.example.org'); r.identify('1', { email });`,
    'rudderstack:init rudderstack:identify',
  ],
  [
    'rudder-sdk-js',
    `import * as rudderanalytics from 'rudder-sdk-js';\nrudderanalytics.load('k', 'https://d.example.org');`,
    'rudderstack:init',
  ],
  [
    'tiktok-pixel',
    `import TiktokPixel from 'tiktok-pixel';\nTiktokPixel.init('C4ABCDEFGHIJKLMNOPQR'); TiktokPixel.pageView();`,
    'tiktok:init tiktok:event',
  ],
  [
    'react-reddit-pixel',
    `import RedditPixel from 'react-reddit-pixel';\nRedditPixel.init('t2_abc'); RedditPixel.pageVisit();`,
    'reddit:init reddit:event',
  ],
  [
    'react-snapchat-pixel',
    `import ReactPixel from 'react-snapchat-pixel';\nReactPixel.init('00000000', { user_email: email });`,
    'snap:init',
  ],
  [
    'react-pinterest-tag',
    `import ReactPinterestTag from 'react-pinterest-tag';\nReactPinterestTag.init('2612345678901');`,
    'pinterest:init',
  ],
  [
    'react-facebook-pixel, loaded late',
    `import('react-facebook-pixel').then((x) => x.default).then((ReactPixel) => { ReactPixel.init('123456789012345'); });`,
    'meta:init',
  ],
  [
    'next-plausible',
    `import PlausibleProvider from 'next-plausible';\nexport default function App() { return <PlausibleProvider domain='example.org'>x</PlausibleProvider>; }`,
    'plausible:init',
  ],
  [
    'plausible-tracker',
    `import Plausible from 'plausible-tracker';\nPlausible({ domain: 'example.org' }).trackEvent('x');`,
    'plausible:init plausible:event',
  ],
  [
    '@plausible-analytics/tracker',
    `import { init } from '@plausible-analytics/tracker';\ninit({ domain: 'example.org' });`,
    'plausible:init',
  ],
  [
    'fathom-client',
    `import * as Fathom from 'fathom-client';\nFathom.load('ABCDEF'); Fathom.trackPageview();`,
    'fathom:init fathom:event',
  ],
  [
    'react-yandex-metrika',
    `import { YMInitializer } from 'react-yandex-metrika';\nexport default function App() { return <YMInitializer accounts={[12345678]} options={{ webvisor: true }} />; }`,
    'yandex-metrica:init',
  ],
  [
    '@contentsquare/tag-sdk',
    `import { injectContentsquareScript } from '@contentsquare/tag-sdk';\ninjectContentsquareScript({ siteId: '12345' });`,
    'contentsquare:init',
  ],
  [
    '@pendo/agent',
    `import { initialize } from '@pendo/agent';\ninitialize({ apiKey: 'k', visitor: { id: '1' } });`,
    'pendo:init',
  ],
  [
    '@jonkoops/matomo-tracker-react',
    `import { createInstance } from '@jonkoops/matomo-tracker-react';\ncreateInstance({ urlBase: 'https://m.example.org', siteId: 3 });`,
    'matomo:init',
  ],
  [
    'posthog-js/react, hook',
    `import { usePostHog } from 'posthog-js/react';\nexport default function P({ user }) { const posthog = usePostHog(); posthog.identify(user.id, { email: user.email }); return null; }`,
    'posthog:identify',
  ],
  [
    'firebase/analytics',
    `import { getAnalytics, logEvent, setUserId } from 'firebase/analytics';\nconst a = getAnalytics(app); logEvent(a, 'x'); setUserId(a, email);`,
    'google-analytics:init google-analytics:event google-analytics:identify',
  ],
  [
    '@vercel/analytics/react',
    `import { Analytics } from '@vercel/analytics/react';\nexport default function App() { return <><Analytics /></>; }`,
    'vercel-analytics:init',
  ],
  [
    '@vercel/speed-insights/next',
    `import { SpeedInsights } from '@vercel/speed-insights/next';\nexport default function App() { return <SpeedInsights />; }`,
    'vercel-speed-insights:init',
  ],
  [
    '@braze/web-sdk',
    `import * as braze from '@braze/web-sdk';\nbraze.initialize('k', {}); braze.changeUser(email);`,
    'braze:init braze:identify',
  ],
];

const NEAR: readonly (readonly [name: string, code: string])[] = [
  ["a package of the site's own", `import { init, track } from './analytics';\ninit('k'); track('x');`],
  ['another package with the same names', `import { init } from '@example/tracker';\ninit({ domain: 'example.org' });`],
  ['an import that nothing calls', `import ReactPixel from 'react-facebook-pixel';\nexport const name = 'x';`],
  [
    'types alone',
    `import type { AnalyticsBrowser } from '@segment/analytics-next';\nexport const a: AnalyticsBrowser | undefined = undefined;`,
  ],
  [
    'reports of errors without a replay',
    `import * as Sentry from '@sentry/nextjs';\nSentry.init({ dsn: 'k', tracesSampleRate: 1 });`,
  ],
  [
    'a replay that is switched off',
    `import * as Sentry from '@sentry/react';\nSentry.init({ dsn: 'k', replaysSessionSampleRate: 0, replaysOnErrorSampleRate: 0 });`,
  ],
  ['a function of the same name', `function getAnalytics(app) { return app; }\ngetAnalytics({});`],
  ['another class of the same name', `class RudderAnalytics { load() {} }\nnew RudderAnalytics().load('k', 'u');`],
  [
    'another component',
    `import { Analytics } from './Analytics';\nexport default function App() { return <Analytics />; }`,
  ],
  ['other parts of the package', `import { initializeApp } from 'firebase/app';\ninitializeApp({ apiKey: 'k' });`],
  [
    'a provider that is switched off',
    `import PlausibleProvider from 'next-plausible';\nexport default function App() { return <PlausibleProvider domain='example.org' enabled={false}>x</PlausibleProvider>; }`,
  ],
];

describe('a wrapper', () => {
  it.each(WRAPPERS)('%s', async (_, code, does) => {
    expect([...(await done(code))].sort()).toEqual(does.split(' ').sort());
  });

  it.each(NEAR)('is not %s', async (_, code) => {
    expect([...(await done(code))]).toEqual([]);
  });
});

it.each([
  ['tiktokPixel', 'tiktok', "id: 'C4ABCDEFGHIJKLMNOPQR'"],
  ['xPixel', 'x', "id: 'o1234'"],
  ['snapchatPixel', 'snap', "id: '00000000'"],
  ['redditPixel', 'reddit', "id: 't2_abc'"],
  ['linkedinInsight', 'linkedin', "id: '123'"],
  ['bingUet', 'microsoft-uet', "id: '123'"],
  ['fathomAnalytics', 'fathom', "site: 'ABCDEF'"],
  ['umamiAnalytics', 'umami', "websiteId: 'abc'"],
])('the registry of Nuxt Scripts starts %s', async (name, vendor, options) => {
  const code = `export default defineNuxtConfig({ modules: ['@nuxt/scripts'], scripts: { registry: { ${name}: { ${options}, trigger: 'onNuxtReady' } } } });`;
  expect([...(await done(code, 'nuxt.config.ts'))]).toEqual([`${vendor}:init`]);
});

const QUEUES: readonly (readonly [name: string, code: string, does: string])[] = [
  [
    'a ready handler of the vendor’s own',
    "<script src='https://js.adsrvr.org/up_loader.1.1.0.js'></script><script>ttd_dom_ready(function(){if(typeof TTDUniversalPixelApi==='function'){var u=new TTDUniversalPixelApi();u.init('adv',['pix'],'https://insight.adsrvr.org/track/up')}});</script>",
    'trade-desk:init',
  ],
  [
    'a list whose name is handed in',
    "<script>(function(w,d,dn,t){w[dn]=w[dn]||[];w[dn].push({eventType:'init',value:t,dc:''});var f=d.getElementsByTagName('script')[0],c=d.createElement('script');c.async=true;c.src='https://tags.creativecdn.com/'+t+'.js';f.parentNode.insertBefore(c,f)})(window,document,'rtbhEvents','1VsdHahO113fpi5BMiW0');</script>",
    'rtb-house:init rtb-house:load',
  ],
  [
    'a list that is made where it is used',
    "<script>(rtbhEvents=window.rtbhEvents||[]).push({eventType:'offer',offerId:'SKU1'},{eventType:'uid',id:document.querySelector('#e').value});</script>",
    'rtb-house:event rtb-house:identify',
  ],
  [
    'a list of another script',
    "<script>ScarabQueue=window.ScarabQueue||[];ScarabQueue.push(['tag','x',{a:1}]);</script>",
    'emarsys:event',
  ],
  [
    'page views under another address',
    "<script>window._uxa=window._uxa||[];window._uxa.push(['trackPageview','/x']);</script>",
    'contentsquare:event',
  ],
  [
    'a variable',
    "<script>window._uxa=window._uxa||[];window._uxa.push(['setCustomVariable',1,'email',document.querySelector('#e').value]);</script>",
    'contentsquare:configure',
  ],
  ['an opt-out', "<script>window._uxa=window._uxa||[];window._uxa.push(['optout']);</script>", 'contentsquare:consent'],
  [
    'another page',
    "<script>window._mfq=window._mfq||[];window._mfq.push(['newPageView','/x']);</script>",
    'mouseflow:event',
  ],
  [
    'a function that is asked for first',
    "<script src='https://c.seznam.cz/js/rc.js'></script><script>var retargetingConf={rtgId:1,consent:1};if(window.rc&&window.rc.retargetingHit){window.rc.retargetingHit(retargetingConf)}</script>",
    'sklik:load sklik:event',
  ],
  [
    'apply on a list',
    "<script>window.criteo_q=window.criteo_q||[];var ev=[{event:'setAccount',account:1},{event:'viewHome'}];window.criteo_q.push.apply(window.criteo_q,ev);</script>",
    'criteo:event',
  ],
  [
    'a spread list',
    "<script>window.criteo_q=window.criteo_q||[];const ev=[{event:'setAccount',account:1},{event:'viewHome'}];window.criteo_q.push(...ev);</script>",
    'criteo:event',
  ],
  [
    'a proxy as stub',
    "<script>!function(){if(!window.klaviyo){window._klOnsite=window._klOnsite||[];try{window.klaviyo=new Proxy({},{get:function(n,i){return 'push'===i?function(){var n;(n=window._klOnsite).push.apply(n,arguments)}:function(){for(var n=arguments.length,o=new Array(n),w=0;w<n;w++)o[w]=arguments[w];var t='function'==typeof o[o.length-1]?o.pop():void 0,e=new Promise((function(n){window._klOnsite.push([i].concat(o,[function(i){t&&t(i),n(i)}]))}));return e}}})}catch(n){window.klaviyo=window.klaviyo||[],window.klaviyo.push=function(){var n;(n=window._klOnsite).push.apply(n,arguments)}}}}();klaviyo.identify({email:document.querySelector('#e').value});</script>",
    'klaviyo:identify',
  ],
  [
    'a tracker beside the queue',
    "<script>var t=Matomo.getTracker('https://m.example.org/matomo.php',1);t.trackPageView();</script>",
    'matomo:event',
  ],
];

it.each(QUEUES)('a page uses %s', async (_, code, does) => {
  const found = await done(
    `<html><head>${code}</head><body><input id="e" type="email"></body></html>`,
    'page.html',
    'html',
  );
  expect([...found]).toEqual(expect.arrayContaining(does.split(' ')));
});
