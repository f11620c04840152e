import { describe, expect, it } from 'vitest';
import { containerText, tag } from '../extract/gtm/build.ts';
import { consentDefault, GTAG, lintAll, page, row, SNIPPET, told } from './embedded.ts';

const PIXEL = `<script>!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');fbq('init','1234567890123456');fbq('track','PageView');</script>`;
const NEEDED = { consentSettings: { consentStatus: 'NEEDED', consentType: { list: [{ value: 'ad_storage' }] } } };

/** A Google tag, a pixel without a check, and a pixel that checks for ad_storage. */
const CONTAINER = containerText({
  tags: [
    tag('GA4', 'googtag', { tagId: 'G-ABCDEF1' }),
    tag('Meta', 'html', { html: PIXEL }),
    tag('Meta checked', 'html', { html: PIXEL.replace('1234567890123456', '999999999999999') }, NEEDED),
  ],
});
const DENIED = consentDefault('denied');
const inPage = (...scripts: readonly string[]) =>
  lintAll({ 'index.html': page(...scripts), 'container.json': CONTAINER });

describe('a container without its page', () => {
  it('does not know what the page sets', async () => {
    const found = await lintAll({ 'index.html': page(DENIED, SNIPPET('GTM-OTHER')), 'container.json': CONTAINER });
    expect(row(found, 'container.json', 'GA4')).toBe('unknown unknown unknown unknown unknown runs');
    expect(told(found, 'container.json', 'consent-mode/')).toEqual([
      'consent-mode/missing-default warning likely (GA4)',
    ]);
  });
});

describe("a page's consent default", () => {
  it('governs the container that is loaded after it', async () => {
    const found = await inPage(DENIED, SNIPPET());
    expect(row(found, 'container.json', 'GA4')).toBe('limited limited limited runs limited runs');
    expect(row(found, 'container.json', 'Meta')).toBe('runs runs runs runs runs runs');
    expect(row(found, 'container.json', 'Meta checked')).toBe('blocked blocked blocked blocked runs runs');
    expect(told(found, 'container.json', 'consent')).toEqual(['consent/fires-before-consent error certain (Meta)']);
    expect(told(found, 'index.html')).toEqual([]);
    expect(found.findings.find(({ rule }) => rule === 'consent/fires-before-consent')?.trail).toContainEqual(
      expect.objectContaining({ file: 'index.html', message: 'index.html loads this container' }),
    );
  });

  it('that is missing on a whole page is missing for certain', async () => {
    const found = await inPage(SNIPPET());
    expect(row(found, 'container.json', 'GA4')).toBe('runs runs runs runs runs runs');
    expect(told(found, 'container.json', 'consent-mode/')).toEqual([
      'consent-mode/missing-default warning certain (GA4)',
    ]);
    const [missing] = found.findings.filter(({ rule }) => rule === 'consent-mode/missing-default');
    expect(missing?.message).toContain('Neither this container nor index.html, which loads it, sets a consent default');
    expect(missing?.trail[0]).toMatchObject({ file: 'index.html', message: 'index.html loads this container' });
  });

  it.each([
    ['an external script whose name says nothing', '<script src="/assets/main.js"></script>', 'runs', 'likely'],
    ['a script that is named after consent', '<script src="/js/cookie-consent.js"></script>', 'unknown', 'likely'],
  ])('may stand in %s', async (_, script, outcome, certainty) => {
    const found = await inPage(script, SNIPPET());
    expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe(outcome);
    expect(told(found, 'container.json', 'consent-mode/')).toEqual([
      `consent-mode/missing-default warning ${certainty} (GA4)`,
    ]);
  });

  it('behind the snippet is said once, at the page, with the tags that it misses', async () => {
    const found = await inPage(SNIPPET(), DENIED);
    expect(row(found, 'container.json', 'GA4')).toBe('runs runs runs runs runs runs');
    expect(told(found, 'index.html')).toEqual(['consent-mode/late-default error certain']);
    expect(told(found, 'container.json', 'consent-mode/')).toEqual([]);
    const [late] = found.findings.filter(({ rule }) => rule === 'consent-mode/late-default');
    expect(late?.trail).toContainEqual(expect.objectContaining({ message: '“GA4” runs before it' }));
    expect(late?.message).not.toContain('Custom HTML');
  });

  it('behind the snippet is in time for what waits for the window', async () => {
    const late = tag('GA4', 'googtag', { tagId: 'G-ABCDEF1' }, { firingTriggerId: ['1'] });
    const text = containerText({ tags: [late], triggers: [{ triggerId: '1', name: 'Loaded', type: 'WINDOW_LOADED' }] });
    const found = await lintAll({ 'index.html': page(SNIPPET(), DENIED), 'container.json': text });
    expect(row(found, 'container.json', 'GA4')).toBe('limited limited limited runs limited runs');
  });

  it('behind a bare script element is in time: that one queues nothing itself', async () => {
    const loader = '<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-TEST"></script>';
    const found = await inPage(loader, DENIED);
    expect(row(found, 'container.json', 'GA4')).toBe('limited limited limited runs limited runs');
  });

  it('that grants is said once, at the page', async () => {
    const found = await inPage(consentDefault('granted'), SNIPPET());
    expect(row(found, 'container.json', 'GA4')).toBe('runs runs runs runs runs runs');
    expect(told(found, 'index.html')).toEqual(['consent-mode/granted-default error certain']);
    expect(told(found, 'container.json', 'consent-mode/')).toEqual([]);
    expect(
      told(found, 'container.json').some((text) => text.endsWith('fires-before-consent error certain (GA4)')),
    ).toBe(false);
  });

  it('for another region leaves Europe without one', async () => {
    const found = await inPage(consentDefault('denied', ", region: ['US-CA']"), SNIPPET());
    expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe('runs');
    expect(told(found, 'index.html')).toEqual(['consent-mode/granted-default error certain']);
  });

  it('granted worldwide and denied in Europe is denied', async () => {
    const world = consentDefault('granted');
    const europe =
      "gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied', region: EEA });";
    const countries = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE GB CH';
    const regions = `var EEA = '${countries}'.split(' ');`;
    const listed = europe.replace('EEA', JSON.stringify(countries.split(' ')));
    for (const text of [`${world} ${listed}`, `${regions} ${world} ${listed}`]) {
      const found = await inPage(text, SNIPPET());
      expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe('limited');
      expect(told(found, 'index.html', 'consent-mode/')).toEqual([]);
    }
  });

  it('of a platform on the page counts', async () => {
    const platform =
      '<script src="https://app.termly.io/resource-blocker/00000000-0000-0000-0000-000000000000"></script>';
    const found = await inPage(platform, SNIPPET());
    expect(row(found, 'container.json', 'GA4')).toBe('limited limited limited runs limited runs');
    expect(told(found, 'container.json', 'consent-mode/')).toEqual([]);
  });

  it('that is overruled by an update before any choice does not hold', async () => {
    const update = "gtag('consent', 'update', { ad_storage: 'granted', analytics_storage: 'granted' });";
    const found = await inPage(`${DENIED} ${update}`, SNIPPET());
    expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe('runs');
  });

  it('that the library ignores is said at the page, not as a missing one', async () => {
    const found = await inPage(
      "window.dataLayer = window.dataLayer || []; var gtag = (...args) => dataLayer.push(args); gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' });",
      SNIPPET(),
    );
    expect(told(found, 'index.html', 'consent-mode/')).toEqual(['consent-mode/ignored-command error certain']);
    expect(told(found, 'container.json', 'consent-mode/')).toEqual([]);
    expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe('runs');
  });
});

describe('what the configuration says of the page', () => {
  const profile = { defaultsOnPage: 'denied' } as const;
  it('counts where no page is linted', async () => {
    const found = await lintAll({ 'container.json': CONTAINER }, { profile });
    expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe('limited');
  });

  it('is outranked by a page that sets none, and the contradiction is told', async () => {
    const found = await lintAll({ 'index.html': page(SNIPPET()), 'container.json': CONTAINER }, { profile });
    expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe('runs');
    const [missing] = found.findings.filter(({ rule }) => rule === 'consent-mode/missing-default');
    expect(missing?.message).toContain('consent.defaults-on-page');
  });

  it('is outranked by a page that grants', async () => {
    const files = { 'index.html': page(consentDefault('granted'), SNIPPET()), 'container.json': CONTAINER };
    expect(row(await lintAll(files, { profile }), 'container.json', 'GA4')?.split(' ')[0]).toBe('runs');
  });

  it('still counts for a part of a page that sets nothing', async () => {
    const found = await lintAll(
      { 'parts/head.html': `<script>${SNIPPET()}</script>\n`, 'container.json': CONTAINER },
      { profile },
    );
    expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe('limited');
  });
});

describe('a container that is loaded after the choice', () => {
  const parked = `<script type="text/plain" data-cookieconsent="statistics">${SNIPPET()}</script>`;
  const cookiebot =
    '<script src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000"></script>';

  it('fires nothing before', async () => {
    const marketing = parked.replace('statistics', 'marketing');
    const found = await inPage(cookiebot, marketing);
    expect(row(found, 'container.json', 'Meta')).toBe('blocked blocked blocked blocked runs runs');
    expect(told(found, 'container.json', 'consent')).toEqual([]);
    expect(told(found, 'container.json', 'gtm/')).toEqual([]);
    const reasons = found.units.find(({ file }) => file === 'container.json')?.tags[1]?.reasons['first-visit'];
    expect(reasons).toEqual([expect.objectContaining({ file: 'index.html', message: '“marketing” is not granted' })]);
  });

  it('of another purpose is the wrong category for what it fires', async () => {
    const found = await inPage(cookiebot, parked);
    expect(row(found, 'container.json', 'Meta')).toBe('blocked blocked blocked runs blocked runs');
    expect(told(found, 'container.json', 'consent/')).toContain('consent/wrong-category error certain (Meta)');
  });

  it('by a stored choice of the site waits for it', async () => {
    const own = `if (localStorage.getItem('cookie-consent') === 'accepted') { ${SNIPPET()} }`;
    const found = await inPage(own);
    expect(row(found, 'container.json', 'Meta')?.split(' ').slice(0, 2)).toEqual(['blocked', 'blocked']);
    expect(told(found, 'container.json', 'consent/')).toEqual([]);
  });

  it('does not wait behind a timer', async () => {
    const found = await inPage(`setTimeout(function () { ${SNIPPET()} }, 3000);`);
    expect(told(found, 'container.json', 'consent/')).toContain('consent/ineffective-gate error certain (Meta)');
  });
});

describe('the id of a container', () => {
  it.each([
    [
      'its frame for browsers without scripts',
      page(DENIED, '<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-TEST"></iframe></noscript>'),
      'index.html',
    ],
    [
      'a loader on a server of the site',
      page(DENIED, '<script async src="https://metrics.shop.example/gtm.js?id=GTM-TEST"></script>'),
      'index.html',
    ],
    ['lower case', page(DENIED, SNIPPET('gtm-test')), 'index.html'],
    [
      'a package',
      `import TagManager from 'react-gtm-module';\n${GTAG}\n${DENIED.slice(GTAG.length)}\nTagManager.initialize({ gtmId: 'GTM-TEST' });\n`,
      'main.ts',
    ],
    [
      'a component',
      `import { GoogleTagManager } from '@next/third-parties/google';
export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <head>
        <script dangerouslySetInnerHTML={{ __html: \`${DENIED}\` }} />
      </head>
      <GoogleTagManager gtmId="GTM-TEST" />
      <body>{children}</body>
    </html>
  );
}
`,
      'app/layout.tsx',
    ],
  ])('is found in %s', async (_, text, path) => {
    const found = await lintAll({ [path]: text, 'container.json': CONTAINER });
    expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe('limited');
  });
});

describe('several pages', () => {
  const files = {
    'a.html': page(DENIED, SNIPPET()),
    'b.html': page(SNIPPET()),
    'c.html': page(DENIED, SNIPPET()),
    'container.json': CONTAINER,
  };

  it('give the worst case, with their names', async () => {
    const found = await lintAll(files);
    expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe('runs');
    expect(told(found, 'container.json', 'consent-mode/')).toEqual([
      'consent-mode/missing-default warning certain (GA4)',
    ]);
    const unit = found.units.find(({ file }) => file === 'container.json');
    expect(unit?.pages).toEqual([
      { path: 'b.html', others: 0 },
      { path: 'a.html', others: 1 },
    ]);
  });

  it('give the same in any order', async () => {
    const { 'container.json': container, ...pages } = files;
    const turned = { ...Object.fromEntries(Object.entries(pages).reverse()), 'container.json': container };
    expect(await lintAll(turned)).toMatchObject({ findings: (await lintAll(files)).findings });
  });

  it('that differ in many ways are kept to a few, the worst among them', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `p${index}.html`,
        page(consentDefault('denied', `, wait_for_update: ${index}`), SNIPPET()),
      ]),
    );
    const found = await lintAll({ ...many, 'z.html': page(SNIPPET()), 'container.json': CONTAINER });
    expect(row(found, 'container.json', 'GA4')?.split(' ')[0]).toBe('runs');
    expect(found.units.find(({ file }) => file === 'container.json')?.pages.length).toBeLessThan(10);
  });
});

describe("a page's form fields", () => {
  const FORM = '<form><input name="personnummer"><input type="email" name="email"></form>';
  const fields = async (files: Record<string, string>): Promise<string[]> => {
    const { findings } = await lintAll({ ...files, 'container.json': CONTAINER });
    return findings
      .filter(({ rule }) => rule === 'data/exposed-form-field')
      .map(({ file, vendor, excerpt }) => `${file} ${vendor} ${/name="(\w+)"/.exec(excerpt)?.[1]}`)
      .sort();
  };

  it('stand where the pixel of its container reads them', async () => {
    const html = page(SNIPPET()).replace('</body>', `${FORM}</body>`);
    expect(await fields({ 'index.html': html })).toEqual([
      'index.html Meta Pixel email',
      'index.html Meta Pixel personnummer',
    ]);
    expect(await fields({ 'index.html': page(SNIPPET()) })).toEqual([]);
    expect(await fields({ 'index.html': html.replaceAll('GTM-TEST', 'GTM-OTHER') })).toEqual([]);
  });

  it('are those of all pages alike, each once', async () => {
    const one = page(SNIPPET()).replace('</body>', '<input type="email" name="email"></body>');
    const other = page(SNIPPET()).replace('</body>', `${FORM}</body>`);
    expect(await fields({ 'a.html': one, 'b.html': other })).toEqual([
      'a.html Meta Pixel email',
      'b.html Meta Pixel personnummer',
    ]);
  });
});
