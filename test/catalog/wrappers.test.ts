/** Packages that wrap a vendor, in the forms in which sites use them, and what only looks like one. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Unit } from '../../src/model/unit.ts';
import { createLinter } from '../../src/run/run.ts';

async function done(text: string, path = 'app.tsx'): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const judged = ({ activities }: Unit): void => {
    for (const { vendor, kind, reached } of activities) if (reached) found.add(`${vendor.id}:${kind}`);
  };
  const linter = await createLinter({ withoutRules: true, judged });
  await linter.lint({ path, kind: 'script', text });
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
