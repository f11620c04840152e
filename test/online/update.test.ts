import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalog } from '../../src/generated/catalog.ts';
import { SnapshotStore } from '../../src/online/store.ts';
import { addressOf, type Target, targetsOf } from '../../src/online/targets.ts';
import { type Outcome, update } from '../../src/online/update.ts';
import { createLinter } from '../../src/run/run.ts';
import { macro, type Published, predicate, published, tag } from '../parse/compiled/build.ts';
import { type Answer, TestServer } from './server.ts';

const PIXEL = '1234567890123456';
const SCRIPT = `/connect.facebook.net/signals/config/${PIXEL}`;
const JSON_FILE = `/connect.facebook.net/signals/config/json/${PIXEL}`;

/** The settings of a pixel as Meta serves them, in its structure, with automatic matching for the keys. */
const pixelScript = (keys: readonly string[], more = ''): string => `/* release ${Math.random()} */
fbq.registerPlugin("${PIXEL}", {__fbEventsPlugin: 1, plugin: function(fbq, instance, config) {
fbq.loadPlugin("cookie"); instance.optIn("${PIXEL}", "FirstPartyCookies", true);
${
  keys.length === 0
    ? ''
    : `config.set("${PIXEL}", "automaticMatching", {"selectedMatchKeys":${JSON.stringify(keys)}});
fbq.loadPlugin("identity"); instance.optIn("${PIXEL}", "AutomaticMatching", true);`
}
${more}
instance.configLoaded("${PIXEL}"); }});`;

interface TiktokSettings {
  readonly matching: object | null;
  readonly metadata?: boolean;
  readonly cookie?: boolean;
  readonly event?: string;
}

/** What TikTok serves for a pixel, in its structure: flags for everybody, then the settings of the account. */
const tiktokScript = ({ matching, metadata = false, cookie = false, event }: TiktokSettings): string => `
window[window["TiktokAnalyticsObject"]]._variation_id = "test_${Math.random()}";
window[window["TiktokAnalyticsObject"]]._plugins = {"AdvancedMatching":true,"AutoAdvancedMatching":true,"AutoConfig":true};
!function(){function i(){return window&&window.TiktokAnalyticsObject||"ttq"}function n(){return window&&window[i()]}
var t,o,d=[{id:"MTA0",map:{AutoAdvancedMatching:!1}},{id:"MTA1",map:{AutoAdvancedMatching:!0}}],
r=${JSON.stringify({
  info: { pixelCode: 'C4ABCDEFGHIJKLMNOPQR', firstPartyCookieEnabled: cookie },
  plugins: { AdvancedMatching: { email: true }, AutoAdvancedMatching: matching, AutoConfig: metadata ? true : null },
  rules:
    event === undefined
      ? []
      : [
          {
            trigger_type: 'CLICK',
            code: `<script>window[window.TiktokAnalyticsObject].instance("X").track("${event}",{})</script>`,
          },
        ],
})},
f=n();f||(f=[],window&&(window[i()]=f)),Object.assign(r,{options:(t=r.info.pixelCode,(o=n()._o)&&o[t]||{})}),
function(i){f._i||(f._i={});var n=i.info.pixelCode;n&&(f._i[n]||(f._i[n]=[]),Object.assign(f._i[n],i))}(r)}();`;

const pixelJson = (keys: readonly string[]): string =>
  JSON.stringify({
    matchingConfig: { enableAutomaticMatching: keys.length > 0, enabledAutomaticMatchingFields: keys },
  });

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'taglint-online-'));
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy']) vi.stubEnv(name, '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

async function targetsIn(text: string, kind: 'html' | 'container' = 'html'): Promise<Target[]> {
  const targets: Target[] = [];
  const judged = await createLinter({
    withoutRules: true,
    judged: (unit) => void targets.push(...targetsOf(unit, catalog.vendors)),
  });
  await judged.lint({ path: 'page.html', kind, text });
  judged.result(1, 0);
  return targets;
}

const pageWith = (id: string): string => `<script>fbq('init', ${JSON.stringify(id)});</script>`;
const namesOf = (targets: readonly Target[]): string[] => targets.map(({ snapshot, id }) => `${snapshot.name}/${id}`);

interface Asked {
  readonly check?: boolean;
  readonly day?: string;
  readonly targets?: readonly Target[];
}

async function updated(
  answers: Readonly<Record<string, Answer | string>>,
  { check = false, day = '2026-03-01T06:00:00Z', targets }: Asked = {},
): Promise<Record<string, Outcome>> {
  await using server = new TestServer(answers);
  const { outcomes } = await update(targets ?? (await targetsIn(pageWith(PIXEL))), {
    catalog,
    store: new SnapshotStore(root),
    check,
    mirror: new URL(await server.listen()),
    limits: { timeout: 2_000, attempts: 2, delay: 1 },
    now: () => new Date(day),
  });
  return Object.fromEntries(
    outcomes.map((outcome) => [`${outcome.target.snapshot.name}/${outcome.target.id}`, outcome]),
  );
}

const stored = (kind: string, id = PIXEL): string[] => readdirSync(join(root, '.taglint/snapshots', kind, id)).sort();

describe('accounts', () => {
  it('are found in pages, in all forms', async () => {
    const page = `
      <script>fbq('init', '${PIXEL}'); ttq.load('C4ABCDEFGHIJKLMNOPQR'); pintrk('load', '2612345678901');
      gtag('config', 'AW-123456789'); gtag('config', 'G-ABCDEF1234');</script>
      <noscript><img src="https://www.facebook.com/tr?id=9876543210123&ev=PageView"></noscript>
      <script async src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234"></script>`;
    expect(new Set(namesOf(await targetsIn(page)))).toEqual(
      new Set([
        `meta-signals/${PIXEL}`,
        `meta-signals-json/${PIXEL}`,
        'meta-signals/9876543210123',
        'meta-signals-json/9876543210123',
        'tiktok-pixel/C4ABCDEFGHIJKLMNOPQR',
        'pinterest-tag/2612345678901',
        'google-ads/AW-123456789',
        'google-tag/G-ABCDEF1234',
        'gtm/GTM-ABC1234',
      ]),
    );
  });

  it('are found in containers, which have a published form themselves', async () => {
    const container = published({
      tags: [tag(4, 'html', { html: `<script>${`fbq('init','${PIXEL}')`}</script>` })],
      id: 'GTM-ABCD12',
    });
    expect(namesOf(await targetsIn(container, 'container'))).toEqual([
      `meta-signals/${PIXEL}`,
      `meta-signals-json/${PIXEL}`,
      'gtm/GTM-ABCD12',
    ]);
  });

  it.each([
    '../../../etc/passwd',
    '123456/../../x',
    '1234567890123456?x=1',
    '1234567890123456#',
    '123456@evil.test/',
    '//evil.test',
    '{{ settings.pixel }}',
    '123456\n7',
    '１２３４５６７',
    'NUL',
    '',
    '1'.repeat(500),
  ])('are none where the id is %j', async (id) => {
    expect(await targetsIn(pageWith(id))).toEqual([]);
  });

  it('stand in an address of the catalogue, or in one of the mirror', async () => {
    const [target] = await targetsIn(pageWith(PIXEL));
    if (!target) throw new Error('no target');
    expect(addressOf(target).href).toBe(`https://connect.facebook.net/signals/config/${PIXEL}`);
    expect(addressOf(target, new URL('http://mirror.test:81/a/?b#c')).href).toBe(
      `http://mirror.test:81/a/connect.facebook.net/signals/config/${PIXEL}`,
    );
  });
});

describe('copies', () => {
  it('are kept with their source, under the date', async () => {
    const text = pixelScript([]);
    const { [`meta-signals/${PIXEL}`]: script } = await updated({ [SCRIPT]: text, [JSON_FILE]: pixelJson([]) });
    expect(script?.state).toBe('new');
    expect(stored('meta-signals')).toEqual(['2026-03-01.js', '2026-03-01.source.json']);
    const folder = join(root, '.taglint/snapshots/meta-signals', PIXEL);
    expect(readFileSync(join(folder, '2026-03-01.js'), 'utf8')).toBe(text);
    expect(JSON.parse(readFileSync(join(folder, '2026-03-01.source.json'), 'utf8'))).toEqual({
      url: script?.url,
      fetched: '2026-03-01T06:00:00Z',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: text.length,
    });
  });

  it('are not written again where nothing has changed, and never over another', async () => {
    const same = pixelJson([]);
    await updated({ [JSON_FILE]: same });
    const again = await updated({ [JSON_FILE]: same }, { day: '2026-03-02T06:00:00Z' });
    expect(again[`meta-signals-json/${PIXEL}`]?.state).toBe('same');
    await updated({ [JSON_FILE]: pixelJson(['em']) }, { day: '2026-03-01T18:30:00Z' });
    await updated({ [JSON_FILE]: pixelJson(['ph']) }, { day: '2026-03-03T06:00:00Z' });
    expect(stored('meta-signals-json').filter((name) => !name.includes('source'))).toEqual([
      '2026-03-01.json',
      '2026-03-01T183000Z.json',
      '2026-03-03.json',
    ]);
  });

  it('are not written through a link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'taglint-outside-'));
    mkdirSync(join(root, '.taglint'));
    symlinkSync(outside, join(root, '.taglint/snapshots'));
    const { [`meta-signals-json/${PIXEL}`]: outcome } = await updated({ [JSON_FILE]: pixelJson([]) });
    expect(outcome).toMatchObject({ state: 'failed', reason: expect.stringContaining('a link or a file') });
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it.each([
    ['an error page', '<!doctype html><title>Error</title>'],
    ['nothing', ' \n'],
    ['a picture', 'GIF89a\0\0'],
  ])('are not made of %s', async (_, text) => {
    const outcomes = await updated({ [SCRIPT]: text, [JSON_FILE]: text });
    expect(Object.values(outcomes).map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect(existsSync(join(root, '.taglint'))).toBe(false);
  });

  it('are not made of JSON that is cut off', async () => {
    const { [`meta-signals-json/${PIXEL}`]: outcome } = await updated({ [JSON_FILE]: pixelJson(['em']).slice(0, -5) });
    expect(outcome).toMatchObject({ state: 'failed', reason: 'the answer is no JSON' });
  });

  it('survive a bad answer', async () => {
    await updated({ [JSON_FILE]: pixelJson(['em']) });
    const { [`meta-signals-json/${PIXEL}`]: outcome } = await updated({
      [JSON_FILE]: (response) => void response.writeHead(500).end(),
    });
    expect(outcome?.state).toBe('failed');
    expect(stored('meta-signals-json')).toEqual(['2026-03-01.json', '2026-03-01.source.json']);
  });
});

describe('what has changed', () => {
  it('is the pharmacy’s switch, with its keys', async () => {
    await updated({ [SCRIPT]: pixelScript([]), [JSON_FILE]: pixelJson([]) });
    const keys = ['em', 'fn', 'ln', 'ph'];
    const after = await updated({ [SCRIPT]: pixelScript(keys), [JSON_FILE]: pixelJson(keys) }, { check: true });
    const what = 'Automatic Advanced Matching of Meta Pixel';
    expect(after[`meta-signals-json/${PIXEL}`]?.change).toEqual({
      on: [what, ...keys.map((key) => `${what}: ${key}`)],
      off: [],
    });
    expect(after[`meta-signals/${PIXEL}`]?.change).toEqual({
      on: [...keys.map((key) => `${what}: selectedMatchKeys ${key}`), what],
      off: [],
    });
    // A check writes nothing.
    expect(stored('meta-signals-json')).toHaveLength(2);
  });

  it('is one key more, and what was switched off', async () => {
    await updated({ [JSON_FILE]: pixelJson(['em', 'ph']) });
    const { [`meta-signals-json/${PIXEL}`]: after } = await updated(
      { [JSON_FILE]: pixelJson(['em', 'db']) },
      { check: true },
    );
    expect(after?.change).toEqual({
      on: ['Automatic Advanced Matching of Meta Pixel: db'],
      off: ['Automatic Advanced Matching of Meta Pixel: ph'],
    });
  });

  it('is nothing where only the code is another', async () => {
    await updated({ [SCRIPT]: pixelScript(['em']) });
    const { [`meta-signals/${PIXEL}`]: after } = await updated(
      { [SCRIPT]: pixelScript(['em'], 'config.set(null, "batching", {"batchWaitTimeMs":10});') },
      { check: true },
    );
    expect(after).toMatchObject({ state: 'changed', change: { on: [], off: [] } });
  });

  it('is a pixel in a container, whose own settings are fetched too', async () => {
    const html = `<script>fbq('init','${PIXEL}');fbq('track','PageView')</script>`;
    const container = (...tags: ReturnType<typeof tag>[]): string => published({ tags, id: 'GTM-ABCD12' });
    const targets = (
      await targetsIn('<script src="https://www.googletagmanager.com/gtm.js?id=GTM-ABCD12"></script>')
    ).slice(0, 1);
    const address = '/www.googletagmanager.com/gtm.js?id=GTM-ABCD12';
    await updated({ [address]: container() }, { targets });
    const after = await updated(
      { [address]: container(tag(4, 'html', { html })), [JSON_FILE]: pixelJson(['em']) },
      { targets, check: true },
    );
    expect(after['gtm/GTM-ABCD12']?.change?.on).toContain(`Meta Pixel ${PIXEL} in tag 4`);
    expect(after[`meta-signals-json/${PIXEL}`]?.state).toBe('new');
  });

  it.each([
    [
      'a plug-in of Meta',
      [`instance.optIn("${PIXEL}", "FirstPartyCookies", false);`, ''],
      [`fbq.loadPlugin("inferredevents"); instance.optIn("${PIXEL}", "InferredEvents", true);`, ''],
      { on: ['button clicks and form fields (InferredEvents) of Meta Pixel'], off: [] },
    ],
    [
      'an event that was set up in the interface',
      [`fbq.set("estRules","${PIXEL}",[{"derived_event_name":"Lead","rule_id":"1","transformations":[1]}]);`],
      [
        `fbq.set("estRules","${PIXEL}",[{"derived_event_name":"Lead","rule_id":"2","transformations":[1]},
          {"derived_event_name":"Purchase","rule_id":"3","condition":{"value":"Köp"}}]);`,
      ],
      { on: ['events set up in the interface of Meta Pixel: Purchase'], off: [] },
    ],
    [
      'what Meta has met in events',
      [
        `config.set("${PIXEL}","unwantedData",{"blacklisted_keys":{"PageView":{"cd":[],"url":["lng"]}},"sensitive_keys":{}});`,
      ],
      [
        `config.set("${PIXEL}","unwantedData",{"blacklisted_keys":{"PageView":{"cd":["email"],"url":["lng"]}},"sensitive_keys":{}});`,
      ],
      { on: ['withheld parameters of Meta Pixel: blacklisted_keys PageView cd email'], off: [] },
    ],
    [
      'the core setup',
      [`instance.optIn("${PIXEL}","ProtectedDataMode",true);`],
      [''],
      { on: [], off: ['core setup (ProtectedDataMode) of Meta Pixel'] },
    ],
  ])('is %s', async (_, [before = ''], [after = ''], change) => {
    await updated({ [SCRIPT]: pixelScript([], before) });
    const { [`meta-signals/${PIXEL}`]: outcome } = await updated({ [SCRIPT]: pixelScript([], after) }, { check: true });
    expect(outcome?.change).toEqual(change);
  });

  it('is the same whatever the parameters of the settings script are called', async () => {
    const minified = (text: string): string =>
      text.replaceAll('instance', 'i').replaceAll('config)', 'c)').replaceAll('config.', 'c.').replaceAll('fbq,', 'f,');
    await updated({ [SCRIPT]: pixelScript([]) });
    const { [`meta-signals/${PIXEL}`]: after } = await updated(
      { [SCRIPT]: minified(pixelScript(['em']).replaceAll('fbq.loadPlugin', 'f.loadPlugin')) },
      { check: true },
    );
    const what = 'Automatic Advanced Matching of Meta Pixel';
    expect(after?.change).toEqual({ on: [`${what}: selectedMatchKeys em`, what], off: [] });
  });

  it.each([
    ['matching of e-mail addresses', { auto_email: true, auto_phone_number: false }, ['', ': email']],
    ['matching of both', { auto_email: true, auto_phone_number: true }, ['', ': email', ': phone number']],
    ['nothing where both are false', { auto_email: false, auto_phone_number: false }, []],
  ])('is a plug-in of TikTok: %s', async (_, matching, on) => {
    const targets = (await targetsIn("<script>ttq.load('C4ABCDEFGHIJKLMNOPQR')</script>")).slice(0, 1);
    const address = '/analytics.tiktok.com/i18n/pixel/events.js?sdkid=C4ABCDEFGHIJKLMNOPQR&lib=ttq';
    await updated({ [address]: tiktokScript({ matching: null }) }, { targets });
    const after = await updated({ [address]: tiktokScript({ matching }) }, { targets, check: true });
    expect(after['tiktok-pixel/C4ABCDEFGHIJKLMNOPQR']?.change).toEqual({
      on: on.map((detail) => `Automatic Advanced Matching of TikTok Pixel${detail}`),
      off: [],
    });
  });

  it('is an event of TikTok’s Event Builder, the reading of the page, and the cookie', async () => {
    const targets = (await targetsIn("<script>ttq.load('C4ABCDEFGHIJKLMNOPQR')</script>")).slice(0, 1);
    const address = '/analytics.tiktok.com/i18n/pixel/events.js?sdkid=C4ABCDEFGHIJKLMNOPQR&lib=ttq';
    await updated({ [address]: tiktokScript({ matching: null, metadata: true, cookie: true }) }, { targets });
    const after = await updated(
      { [address]: tiktokScript({ matching: null, event: 'AddPaymentInfo' }) },
      { targets, check: true },
    );
    const set = 'Events set up in the interface (Event Builder) of TikTok Pixel';
    expect(after['tiktok-pixel/C4ABCDEFGHIJKLMNOPQR']?.change).toEqual({
      on: [set, `${set}: AddPaymentInfo`],
      off: ['Automatic events and page metadata (AutoConfig) of TikTok Pixel', 'First-party cookies of TikTok Pixel'],
    });
  });

  it('is a field of Pinterest’s matching, each by itself', async () => {
    const targets = (await targetsIn("<script>pintrk('load', '2612345678901')</script>")).slice(0, 1);
    const address = '/ct.pinterest.com/user/?tid=2612345678901';
    const answer = (flags: object): string => JSON.stringify({ aemEnabled: true, aemPhEnabled: false, ...flags });
    await updated({ [address]: answer({}) }, { targets });
    const after = await updated(
      { [address]: answer({ aemEnabled: false, aemPhEnabled: true, mdFrequency: 1 }) },
      { targets, check: true },
    );
    const what = 'Automatic Enhanced Match of Pinterest Tag';
    expect(after['pinterest-tag/2612345678901']?.change).toEqual({
      on: [`${what}: phone`, 'Ingestion of page metadata of Pinterest Tag'],
      off: [`${what}: email`],
    });
  });

  describe('in a container', () => {
    const html = (code: string): { html: string } => ({ html: `<script type="text/gtmscript">${code}</script>` });
    const pixel = html(`fbq('init','${PIXEL}');fbq('track','PageView');`);
    const gated: Published = {
      macros: [macro('v', { name: 'OnetrustActiveGroups', dataLayerVersion: 2 })],
      predicates: [predicate(0, 'eq', 'OneTrustGroupsUpdated'), predicate(1, 'cn', 'C0004')],
      rules: [
        [
          ['if', 1, 2],
          ['add', 0],
        ],
      ],
    };
    const bought: Published = {
      predicates: [predicate(0, 'eq', 'buy')],
      rules: [
        [
          ['if', 1],
          ['add', 0],
        ],
      ],
    };
    const named = `Meta Pixel ${PIXEL} in tag 4`;
    const ads = { conversionId: '987654321', conversionLabel: 'abc' };

    async function changeOf(before: Published, after: Published): Promise<Outcome['change']> {
      const targets = (
        await targetsIn('<script src="https://www.googletagmanager.com/gtm.js?id=GTM-ABCD12"></script>')
      ).slice(0, 1);
      const address = '/www.googletagmanager.com/gtm.js?id=GTM-ABCD12';
      await updated({ [address]: published({ ...before, id: 'GTM-ABCD12' }) }, { targets });
      const after_ = { [address]: published({ ...after, id: 'GTM-ABCD12' }) };
      return (await updated(after_, { targets, check: true }))['gtm/GTM-ABCD12']?.change;
    }

    it.each<[string, Published, Published, Outcome['change']]>([
      [
        'nothing where tags stand in another order',
        { tags: [tag(4, 'html', pixel), tag(5, 'awct', ads)] },
        { tags: [tag(5, 'awct', ads), tag(4, 'html', pixel)] },
        { on: [], off: [] },
      ],
      [
        'a tag that no longer waits for a choice',
        { tags: [tag(4, 'html', pixel)], ...gated },
        { tags: [tag(4, 'html', pixel)] },
        {
          on: [
            `${named} runs: before a choice`,
            `${named} runs: before a choice on every page`,
            `${named} runs: after a refusal`,
          ],
          off: [],
        },
      ],
      [
        'a tag that fired on an event of the site and fires on every page now',
        { tags: [tag(4, 'html', pixel)], ...bought },
        { tags: [tag(4, 'html', pixel)] },
        { on: [`${named} runs: before a choice on every page`], off: [] },
      ],
      [
        'what is sent',
        { tags: [tag(4, 'html', pixel)] },
        { tags: [tag(4, 'html', html(`fbq('init','${PIXEL}',{em:'x'});fbq('track','Lead',{content_name:'x'});`))] },
        {
          on: [`${named}: parameter em`, `${named}: event Lead`, `${named}: parameter content_name`],
          off: [`${named}: event PageView`],
        },
      ],
      [
        'a script of a host that nobody knows, and code of which nothing is known',
        { tags: [tag(4, 'html', pixel)] },
        {
          tags: [
            tag(4, 'html', pixel),
            tag(6, 'html', {
              html: '<script data-gtmsrc="https://cdn.nobody-knows.net/x.js" type="text/gtmscript"></script>',
            }),
            tag(7, 'html', html('window.something = 1;')),
          ],
        },
        { on: ['a script of cdn.nobody-knows.net in tag 6', 'tag 6 (html)', 'tag 7 (html)'], off: [] },
      ],
      [
        'user data of a conversion',
        { tags: [tag(5, 'awct', ads)] },
        {
          macros: [macro('awec', { mode: 'MANUAL', email: ['macro', 0] })],
          tags: [
            tag(5, 'awct', {
              ...ads,
              enableEnhancedConversion: true,
              cssProvidedEnhancedConversionValue: ['macro', 1],
            }),
          ],
        },
        { on: ['Google Ads 987654321 in tag 5: user data email'], off: [] },
      ],
    ])('is %s', async (_, before, after, change) => {
      expect(await changeOf(before, after)).toEqual(change);
    });

    it('leads to the settings of conversion ids, which containers give without their beginning', async () => {
      const container = published({ tags: [tag(5, 'awct', ads)], id: 'GTM-ABCD12' });
      expect(namesOf(await targetsIn(container, 'container'))).toEqual(['google-ads/AW-987654321', 'gtm/GTM-ABCD12']);
    });
  });

  describe('in the file of a Google tag', () => {
    const of = (id: string): { instanceDestinationId: string } => ({ instanceDestinationId: id });
    const own = of('G-ABCDEF1234');
    const address = '/www.googletagmanager.com/gtag/js?id=G-ABCDEF1234';
    const first = [tag(10, 'ccd_ga_first', own), tag(11, 'gct', { trackingId: 'G-ABCDEF1234', sessionDuration: 0 })];

    it.each<[string, Published['tags'], Published['tags'], Outcome['change']]>([
      [
        'nothing where its parts are numbered anew',
        [...first, tag(12, 'ogt_google_signals', { ...own, googleSignals: 'DISABLED' }), tag(13, 'ccd_em_form', own)],
        [
          ...first.map((one) => ({ ...one, tag_id: Number(one.tag_id) + 100 })),
          tag(112, 'ccd_em_form', own),
          tag(113, 'ogt_google_signals', { ...own, googleSignals: 'DISABLED' }),
        ],
        { on: [], off: [] },
      ],
      [
        'automatic collection of user data',
        [...first, tag(12, 'ogt_1p_data_v2', { ...own, isEnabled: true, isAutoEnabled: false })],
        [...first, tag(12, 'ogt_1p_data_v2', { ...own, isEnabled: true, isAutoEnabled: true, autoEmailEnabled: true })],
        {
          on: [
            'Automatically detected user-provided data of Google Analytics 4 G-ABCDEF1234',
            'Automatically detected user-provided data of Google Analytics 4 G-ABCDEF1234: email',
            'User-provided data (ogt_1p_data_v2) of Google tag G-ABCDEF1234: isAutoEnabled',
            'User-provided data (ogt_1p_data_v2) of Google tag G-ABCDEF1234: autoEmailEnabled',
          ],
          off: [],
        },
      ],
      [
        'Google signals, a linked product, events that are detected, consent',
        [...first, tag(12, 'ogt_google_signals', { ...own, googleSignals: 'DISABLED' })],
        [
          ...first,
          tag(12, 'ogt_google_signals', { ...own, googleSignals: 'ENABLED' }),
          tag(13, 'dest_aw', { destinationId: 'AW-987654321' }),
          tag(14, 'ogt_auto_events', { ...own, enableForm: true, enableScroll: false }),
          tag(15, 'ogt_consent_defaults', { ...own, adsToggle: true, adsTargetingMode: 'ALL' }),
          tag(16, 'ogt_new_thing', own),
        ],
        {
          on: [
            'Enhanced measurement of Google Analytics 4 G-ABCDEF1234',
            'Enhanced measurement of Google Analytics 4 G-ABCDEF1234: form interactions',
            'Google signals (ogt_google_signals) of Google tag G-ABCDEF1234: googleSignals ENABLED',
            'Linked destination (dest_aw) of Google tag G-ABCDEF1234',
            'Linked destination (dest_aw) of Google tag G-ABCDEF1234: destinationId AW-987654321',
            'Automatic event detection (ogt_auto_events) of Google tag G-ABCDEF1234',
            'Automatic event detection (ogt_auto_events) of Google tag G-ABCDEF1234: enableForm',
            'Consent defaults of the tag (ogt_consent_defaults) of Google tag G-ABCDEF1234',
            'Consent defaults of the tag (ogt_consent_defaults) of Google tag G-ABCDEF1234: adsToggle',
            'Consent defaults of the tag (ogt_consent_defaults) of Google tag G-ABCDEF1234: adsTargetingMode ALL',
            'ogt_new_thing of Google tag G-ABCDEF1234',
          ],
          off: ['Google signals (ogt_google_signals) of Google tag G-ABCDEF1234: googleSignals DISABLED'],
        },
      ],
    ])('is %s', async (_, before, after, change) => {
      const targets = (await targetsIn("<script>gtag('config', 'G-ABCDEF1234')</script>")).slice(0, 1);
      await updated({ [address]: published({ tags: before ?? [], id: 'G-ABCDEF1234' }) }, { targets });
      const { 'google-tag/G-ABCDEF1234': outcome } = await updated(
        { [address]: published({ tags: after ?? [], id: 'G-ABCDEF1234' }) },
        { targets, check: true },
      );
      expect(outcome?.change).toEqual(change);
    });

    it('leads to the files of its destinations, and from those to theirs', async () => {
      const file = (id: string, ...to: string[]): string =>
        published({ tags: to.map((one, index) => tag(index, 'dest_aw', { destinationId: one })), id });
      const page = "<script>gtag('config', 'G-ABCDEF1234')</script>";
      const outcomes = await updated(
        {
          [address]: file('G-ABCDEF1234', 'AW-987654321', 'G-ABCDEF1234', '{{id}}', '../x'),
          '/www.googletagmanager.com/gtag/js?id=AW-987654321': file('AW-987654321', 'AW-111222333'),
          '/www.googletagmanager.com/gtag/js?id=AW-111222333': file('AW-111222333'),
        },
        { targets: await targetsIn(page) },
      );
      expect(Object.entries(outcomes).map(([name, one]) => `${name} ${one?.state}`)).toEqual([
        'google-ads/AW-111222333 new',
        'google-ads/AW-987654321 new',
        'google-tag/G-ABCDEF1234 new',
      ]);
    });
  });

  it('is a page of settings that is no longer there', async () => {
    await updated({ [JSON_FILE]: pixelJson([]) });
    const { [`meta-signals-json/${PIXEL}`]: after } = await updated({}, { check: true });
    expect(after).toMatchObject({ state: 'absent', path: expect.stringContaining('2026-03-01.json') });
  });
});

it('asks for each address once, and for no more than a site can have', async () => {
  const [target] = await targetsIn(pageWith(PIXEL));
  if (!target) throw new Error('no target');
  const many = Array.from({ length: 600 }, (_, index): Target => ({ ...target, id: String(100_000 + index) }));
  await using server = new TestServer({});
  const { outcomes, leftOut } = await update([...many, ...many], {
    catalog,
    store: new SnapshotStore(root),
    mirror: new URL(await server.listen()),
  });
  expect(outcomes).toHaveLength(500);
  expect(leftOut).toBe(100);
  expect(server.asked).toHaveLength(500);
});

it('does not take a damaged copy for the last one', async () => {
  const folder = join(root, '.taglint/snapshots/meta-signals-json', PIXEL);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '2026-02-01.json'), '\0\0\0');
  const { [`meta-signals-json/${PIXEL}`]: outcome } = await updated({ [JSON_FILE]: pixelJson([]) });
  expect(outcome?.state).toBe('new');
});
