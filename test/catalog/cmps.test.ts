import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CatalogIndex } from '../../src/extract/catalog-index.ts';
import type {
  Answer,
  ArgPattern,
  Category,
  Cmp,
  CmpEvent,
  EventMeaning,
  PathSegment,
  UsePattern,
} from '../../src/model/catalog.ts';
import { CATALOG, compileWithoutVendors } from './load.ts';

const catalog = compileWithoutVendors();
const { cmps } = catalog;
const index = new CatalogIndex(catalog);
/** Captures that say what a grant is about. */
const WORDS: readonly string[] = ['category', 'purpose', 'service', 'vendor'];
const CATEGORIES: readonly Category[] = ['necessary', 'preferences', 'statistics', 'marketing'];

function byId(id: string): Cmp {
  const found = cmps.find((cmp) => cmp.id === id);
  if (!found) throw new Error(`no CMP ${id}`);
  return found;
}

function captures(use: UsePattern): string[] {
  const inSegment = (segment: PathSegment): string[] => (typeof segment === 'string' ? [] : [segment.capture]);
  const inArg = (arg: ArgPattern): string[] => {
    if ('capture' in arg) return [arg.capture];
    if ('object' in arg) return Object.values(arg.object).flatMap(inArg);
    if ('array' in arg) return arg.array.flatMap(inArg);
    if ('each' in arg) return inArg(arg.each);
    if ('member' in arg) return [arg.key, ...inArg(arg.member)];
    return [];
  };
  return [...use.path.flatMap(inSegment), ...use.args.flatMap(inArg)];
}

/** `OneTrust.OnConsentChanged()`, `Cookiebot.consent.$category`: readable, without arguments. */
function written(use: UsePattern): string {
  const path = use.path.map((segment) => (typeof segment === 'string' ? segment : `$${segment.capture}`)).join('.');
  return use.form === 'call' ? `${path}()` : path;
}

function nameOf(event: CmpEvent): string {
  if (event.event !== undefined) return event.event;
  if (event.dataLayer !== undefined) return `dataLayer:${event.dataLayer}`;
  return event.use ? written(event.use) : '';
}

describe.each(cmps.map((cmp) => [cmp.id, cmp] as const))('%s', (id, cmp) => {
  test('stands in a file of its name and can be recognised', () => {
    expect(readdirSync(join(CATALOG, 'cmps'))).toContain(`${id}.yaml`);
    expect(cmp.urls.length + cmp.globals.length + cmp.modules.length).toBeGreaterThan(0);
    expect(cmp.urls.filter((url) => url.includes('://') || url.startsWith('/'))).toEqual([]);
  });

  test('gives a word to one category only', () => {
    const all = [...CATEGORIES.flatMap((category) => cmp.words[category]), ...cmp.alwaysRun];
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
  });

  test('parks in a way that can be recognised', () => {
    for (const parking of cmp.parking) {
      if (parking.mechanism === 'type') expect(parking.types).not.toEqual([]);
      else expect(parking.types).toEqual([]);
      if (parking.mechanism === 'no-src') expect(parking.srcAttributes).not.toEqual([]);
      expect(parking.attribute === 'class').toBe(parking.classPrefix !== undefined);
      expect(parking.elements).not.toEqual([]);
      // A platform whose markup names categories must know some.
      if (!parking.wordsAreServices) expect(cmp.words.marketing).not.toEqual([]);
    }
  });

  test('blocks automatically by a sign that the page shows', () => {
    if (!cmp.autoBlock) return;
    const { attribute, url, builtIn } = cmp.autoBlock;
    expect(attribute !== undefined || url !== undefined || builtIn).toBe(true);
    // Addresses are compared in lower case.
    expect(url).toBe(url?.toLowerCase());
  });

  test('reads name what they are about', () => {
    const named = (captured: readonly string[], answer: Answer, subject: string): void => {
      const words = captured.filter((name) => WORDS.includes(name));
      if (answer.gives === 'category')
        expect(words.includes('category') || answer.category !== undefined, subject).toBe(true);
      else expect(words, subject).not.toContain('category');
      if (words.includes('category')) expect(cmp.words.marketing, subject).not.toEqual([]);
      expect(answer.values !== undefined, subject).toBe(answer.gives === 'status');
    };
    for (const read of cmp.reads) {
      const captured = captures(read.use);
      if (read.payload.length === 0) named(captured, read, written(read.use));
      for (const part of read.payload) {
        const inPath = part.path.flatMap((segment) => (typeof segment === 'string' ? [] : [segment.capture]));
        named([...captured, ...inPath], part, written(read.use));
      }
    }
  });

  test('events have one name and a meaning', () => {
    const names = cmp.events.map((event) =>
      event.use ? `${written(event.use)}${JSON.stringify(event.use.args)}` : nameOf(event),
    );
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const event of cmp.events) {
      const given = [event.event, event.dataLayer, event.use].filter((value) => value !== undefined);
      expect(given, nameOf(event)).toHaveLength(1);
      if (event.use) expect(captures(event.use), nameOf(event)).toContain('callback');
      // A grant says of what; the other meanings have no category.
      const about = event.use ? captures(event.use).filter((name) => WORDS.includes(name)) : [];
      const granted = event.means === 'granted';
      if (granted) expect(event.category !== undefined || about.length > 0, nameOf(event)).toBe(true);
      else expect(event.category, nameOf(event)).toBeUndefined();
      for (const { path, gives, category } of event.payload) {
        const captured = path.flatMap((segment) => (typeof segment === 'string' ? [] : [segment.capture]));
        const words = [...about, ...captured];
        if (gives === 'category') expect(words.includes('category') || category, nameOf(event)).toBeTruthy();
        else if (!['service', 'refused', 'not-refused'].includes(gives)) expect(captured, nameOf(event)).toEqual([]);
        expect(path.filter((segment) => segment === '')).toEqual([]);
      }
    }
  });

  test('storage has a meaning', () => {
    const keys = cmp.storage.map((entry) => `${entry.store}:${entry.key}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    for (const entry of cmp.storage) {
      if (entry.means === 'banner-closed') expect(entry.granted, entry.key).toEqual({});
      const texts = Object.values(entry.granted).flat();
      expect(texts.filter((text) => text === '')).toEqual([]);
      // One text cannot grant two categories, unless there is but one choice.
      const oneChoice = ['osano-oss', 'react-cookie-consent', 'cookie-notice'].includes(id);
      if (!oneChoice) expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
    }
  });
});

describe('all platforms', () => {
  test('an event name belongs to one platform', () => {
    const names = cmps.flatMap((cmp) => cmp.events.filter((event) => !event.use).map(nameOf));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('a global, an element id and a read belong to one platform', () => {
    for (const list of [
      cmps.flatMap((cmp) => cmp.globals),
      cmps.flatMap((cmp) => cmp.elementIds),
      cmps.flatMap((cmp) => cmp.modules),
      cmps.flatMap((cmp) => cmp.reads.map((read) => `${written(read.use)} ${JSON.stringify(read.use.args)}`)),
    ]) {
      expect(list.filter((name, at) => list.indexOf(name) !== at)).toEqual([]);
    }
  });

  test.each([
    ['https://policy.app.cookieinformation.com/uc.js', 'cookieinformation'],
    ['//consent.cookiebot.com/uc.js?cbid=0-0', 'cookiebot'],
    ['https://cdn.cookielaw.org/scripttemplates/otSDKStub.js', 'onetrust'],
    ['https://cdn.cookielaw.org/consent/0-0/OtAutoBlock.js', 'onetrust'],
    ['/static/otSDKStub.js', 'onetrust'],
    ['https://web.cmp.usercentrics.eu/ui/loader.js', 'usercentrics'],
    ['https://web.eu1.cmp.usercentrics.eu/ui/loader.js', 'usercentrics'],
    ['https://app.usercentrics.eu/browser-ui/latest/loader.js', 'usercentrics'],
    ['https://privacy-proxy.usercentrics.eu/latest/uc-block.bundle.js', 'usercentrics'],
    ['https://cdn-cookieyes.com/client_data/0a/script.js', 'cookieyes'],
    ['/wp-content/plugins/complianz-gdpr-premium/cookiebanner/js/complianz.min.js', 'complianz'],
    ['https://consent.cookiefirst.com/sites/example.com-0/consent.js', 'cookiefirst'],
    ['//cdn.cookie-script.com/s/0af.js', 'cookiescript'],
    ['https://cdn.iubenda.com/cs/iubenda_cs.js', 'iubenda'],
    ['https://sdk.privacy-center.org/0-0/loader.js?target=example.com', 'didomi'],
    ['https://static.axept.io/sdk-slim.js', 'axeptio'],
    ['/js/klaro.js', 'klaro'],
    ['https://cdn.jsdelivr.net/gh/orestbida/cookieconsent@3.0.1/dist/cookieconsent.umd.js', 'vanilla-cookieconsent'],
    ['https://cdn.jsdelivr.net/gh/orestbida/cookieconsent@v2.9.2/dist/cookieconsent.js', 'vanilla-cookieconsent-2'],
    ['https://cdn.jsdelivr.net/npm/cookieconsent@3/build/cookieconsent.min.js', 'osano-oss'],
    ['https://cdnjs.cloudflare.com/ajax/libs/cookieconsent2/3.1.1/cookieconsent.min.js', 'osano-oss'],
    ['/tarteaucitron/tarteaucitron.min.js', 'tarteaucitron'],
    ['https://cmp.osano.com/0/0/osano.js', 'osano'],
    ['https://app.termly.io/resource-blocker/0-0?autoBlock=on', 'termly'],
    ['https://cc.cdn.civiccomputing.com/9/cookieControl-9.x.min.js', 'civic'],
    ['https://cdn.shopify.com/shopifycloud/consent-tracking-api/v0.1/consent-tracking-api.js', 'shopify'],
  ])('%s is the loader of %s', (url, id) => {
    expect(index.matchCmpUrl(url)?.id).toBe(id);
  });

  test.each([
    'https://connect.facebook.net/en_US/fbevents.js',
    'https://www.googletagmanager.com/gtm.js?id=GTM-0',
    'https://support.cookiebot.com/hc/',
    '/js/cookie.js',
    '/js/consent.js',
  ])('%s is nobody', (url) => {
    expect(index.matchCmpUrl(url)).toBeUndefined();
  });
});

describe('facts that are easy to get wrong', () => {
  test.each<[string, string, EventMeaning]>([
    ['cookieinformation', 'CookieInformationConsentGiven', 'decision'],
    ['cookieinformation', 'CookieInformationAPIReady', 'ready'],
    ['cookieinformation', 'dataLayer:cookie_cat_marketing', 'granted'],
    ['cookieinformation', 'dataLayer:cookie_cat_necessary', 'decision'],
    ['cookiebot', 'CookiebotOnAccept', 'some-granted'],
    ['cookiebot', 'CookiebotOnLoad', 'ready'],
    ['cookiebot', 'CookiebotOnDecline', 'refused'],
    ['cookiebot', 'dataLayer:cookie_consent_update', 'decision'],
    ['cookiebot', 'dataLayer:cookie_consent_marketing', 'granted'],
    ['onetrust', 'OptanonWrapper', 'ready'],
    ['onetrust', 'OneTrustGroupsUpdated', 'ready'],
    ['onetrust', 'OneTrust.OnConsentChanged()', 'decision'],
    ['onetrust', 'dataLayer:OneTrustLoaded', 'ready'],
    ['onetrust', 'dataLayer:OneTrustGroupsUpdated', 'ready'],
    ['usercentrics', 'UC_UI_INITIALIZED', 'ready'],
    ['usercentrics', 'UC_UI_CMP_EVENT', 'ready'],
    ['cookieyes', 'cookieyes_consent_update', 'decision'],
    ['cookieyes', 'cookieyes_banner_load', 'ready'],
    ['complianz', 'cmplz_enable_category', 'ready'],
    ['complianz', 'dataLayer:cmplz_event_marketing', 'granted'],
    ['cookiescript', 'CookieScriptAcceptAll', 'accept-all'],
    ['cookiescript', 'dataLayer:CookieScriptConsentUpdated[strict]', 'decision'],
    ['cookiescript', 'dataLayer:CookieScriptConsentUpdated[targeting]', 'granted'],
    ['iubenda', 'dataLayer:iubenda_consent_given_purpose_1', 'decision'],
    ['iubenda', 'dataLayer:iubenda_consent_given_purpose_5', 'granted'],
    ['didomi', 'didomiOnReady.push()', 'ready'],
    ['didomi', 'dataLayer:didomi-consent', 'ready'],
    ['didomi', 'dataLayer:didomi-consent-changed', 'decision'],
    ['axeptio', '_axcb.push()', 'ready'],
    ['vanilla-cookieconsent', 'cc:onConsent', 'decision'],
    ['vanilla-cookieconsent', 'cc:onFirstConsent', 'decision'],
    ['tarteaucitron', 'facebookpixel_allowed', 'granted'],
    ['shopify', 'visitorConsentCollected', 'decision'],
    ['shopify', 'Shopify.loadFeatures()', 'ready'],
    ['iab-tcf', '__tcfapi()', 'ready'],
    ['wp-consent-api', 'wp_consent_type_defined', 'ready'],
  ])('%s: %s means %s', (id, name, means) => {
    const found = byId(id).events.filter((event) => nameOf(event) === name);
    expect(found.map((event) => event.means)).toEqual(found.map(() => means));
    expect(found.length).toBeGreaterThan(0);
  });

  test.each([
    ['onetrust', 'OptanonAlertBoxClosed'],
    ['complianz', 'cmplz_banner-status'],
    ['usercentrics', 'uc_user_interaction'],
    ['silktide', 'silktideCookieBanner_InitialChoice'],
  ])('%s: %s says only that the banner is closed', (id, key) => {
    expect(byId(id).storage.find((entry) => entry.key === key)?.means).toBe('banner-closed');
  });

  test('Cookie Information parks by the absent src, never by a type', () => {
    const { parking } = byId('cookieinformation');
    expect(parking.map((entry) => entry.mechanism)).toEqual(['no-src']);
    expect(parking[0]?.srcAttributes).toEqual(['data-consent-src']);
    expect(parking.flatMap((entry) => entry.types)).toEqual([]);
  });

  test('a word that Cookiebot does not know runs; one that OneTrust does not know stays parked', () => {
    expect(new Set(byId('cookiebot').parking.map((entry) => entry.unknownWord))).toEqual(new Set(['runs']));
    expect(new Set(byId('onetrust').parking.map((entry) => entry.unknownWord))).toEqual(new Set(['parked']));
    expect(
      cmps.filter((cmp) => cmp.parking.some((entry) => entry.unknownWord === 'runs')).map((cmp) => cmp.id),
    ).toEqual(['cookiebot']);
  });

  test.each<[string, string, Category | undefined]>([
    ['cookiebot', 'advertising', undefined],
    ['cookiebot', 'necessary', 'necessary'],
    ['cookieinformation', 'cookie_cat_unclassified', undefined],
    ['onetrust', 'C0001', 'necessary'],
    ['onetrust', 'C0002', 'statistics'],
    ['onetrust', 'C0003', 'preferences'],
    ['onetrust', 'C0004', 'marketing'],
    ['onetrust', 'C0005', 'marketing'],
    // The same word is necessary for one platform and a preference for the other.
    ['complianz', 'functional', 'necessary'],
    ['wp-consent-api', 'functional', 'necessary'],
    ['cookieyes', 'functional', 'preferences'],
    ['cookiefirst', 'performance', 'statistics'],
    ['cookieyes', 'cookieyes-advertisement', 'marketing'],
    ['cookiescript', 'strict', 'necessary'],
    ['iubenda', '1', 'necessary'],
    ['iubenda', '5', 'marketing'],
    ['iab-tcf', '1', 'marketing'],
  ])('%s: the word %s is %s', (id, word, category) => {
    const { words } = byId(id);
    expect(CATEGORIES.find((name) => words[name].includes(word))).toBe(category);
  });

  test('several words on one tag must all be granted', () => {
    for (const [id, separator] of [
      ['cookiebot', 'comma'],
      ['onetrust', 'hyphen'],
      ['cookiescript', 'space'],
      ['iubenda', 'comma'],
    ] as const) {
      const entry = byId(id).parking[0];
      expect([entry?.separator, entry?.combine]).toEqual([separator, 'all']);
    }
  });

  test('attributes that name services name no category', () => {
    for (const id of ['usercentrics', 'didomi', 'klaro', 'orejime', 'civic']) {
      expect(
        byId(id).parking.every((entry) => entry.wordsAreServices),
        id,
      ).toBe(true);
    }
  });

  test('the blockers and the platforms that set the Google default are these', () => {
    expect(byId('cookiebot').autoBlock?.attribute).toEqual({ name: 'data-blockingmode', value: 'auto' });
    expect(byId('onetrust').autoBlock?.url).toBe('*/otautoblock.js');
    expect(byId('onetrust').autoBlock?.builtIn).toBe(false);
    expect(byId('usercentrics').autoBlock?.builtIn).toBe(false);
    expect(byId('cookieinformation').autoBlock).toBeUndefined();
    expect(byId('cookiescript').autoBlock).toBeUndefined();
    expect(cmps.filter((cmp) => cmp.setsGoogleDefault).map((cmp) => cmp.id)).toEqual(['tarteaucitron', 'termly']);
  });

  test('these leave updates of the consent mode to the page', () => {
    const silent = cmps.filter(({ updatesGoogle }) => !updatesGoogle).map(({ id }) => id);
    for (const id of ['civic', 'klaro', 'osano-oss', 'vanilla-cookieconsent', 'react-cookie-consent'])
      expect(silent).toContain(id);
    for (const id of ['cookiebot', 'usercentrics', 'iubenda', 'ketch', 'osano', 'securiti', 'termly', 'tarteaucitron'])
      expect(silent).not.toContain(id);
  });

  test.each<[string, string, Category, string]>([
    ['cookiebot', 'CookieConsent', 'marketing', '{stamp:%27a%27%2Cnecessary:true%2Cstatistics:false%2Cmarketing:true}'],
    ['onetrust', 'OptanonConsent', 'marketing', 'version=1&groups=C0001%3A1%2CC0002%3A0%2CC0004%3A1'],
    ['cookieyes', 'cookieyes-consent', 'statistics', 'consentid:a,consent:no,action:yes,necessary:yes,analytics:yes'],
    ['cookiefirst', 'cookiefirst-consent', 'marketing', '%7B%22advertising%22%3Atrue%7D'],
    ['cookiescript', 'CookieScriptConsent', 'marketing', '{"action":"accept","categories":"[\\"targeting\\"]"}'],
    ['complianz', 'cmplz_marketing', 'marketing', 'allow'],
    ['civic', 'CookieControl', 'marketing', '{"optionalCookies":{"marketing":"accepted"}}'],
    ['tarteaucitron', 'tarteaucitron', 'marketing', '!gtag=wait!facebookpixel=true'],
  ])('%s: %s grants %s', (id, key, category, value) => {
    const granted = byId(id).storage.find((entry) => entry.key === key)?.granted ?? {};
    const categories = CATEGORIES.filter((name) => granted[name]?.some((text) => value.includes(text)));
    expect(categories.filter((name) => name !== 'necessary')).toEqual([category]);
  });

  test.each([
    [
      'cookieinformation',
      'CookieInformationConsent',
      '{"consents_approved":[],"consents_denied":["cookie_cat_marketing"]}',
    ],
    ['cookiebot', 'CookieConsent', '{stamp:%270%27%2Cnecessary:true%2Cpreferences:false%2Cmarketing:false}'],
    ['onetrust', 'OptanonConsent', 'groups=C0001%3A1%2CC0004%3A0'],
    ['cookieyes', 'cookieyes-consent', 'consentid:a,consent:yes,action:yes,necessary:yes,advertisement:no'],
    ['cookiescript', 'CookieScriptConsent', '{"categories":"[]","googleconsentmap":{"ad_storage":"targeting"}}'],
    ['vanilla-cookieconsent', 'cc_cookie', '{"categories":["necessary"],"services":{"necessary":[],"marketing":[]}}'],
    ['osano-oss', 'cookieconsent_status', 'dismiss'],
    ['react-cookie-consent', 'CookieConsent', 'false'],
  ])('%s: a refusal in %s grants nothing', (id, key, value) => {
    const entry = byId(id).storage.find((candidate) => candidate.key === key);
    expect(entry?.means).toBe('choices');
    const texts = Object.entries(entry?.granted ?? {}).flatMap(([name, list]) => (name === 'necessary' ? [] : list));
    expect(texts.filter((text) => value.includes(text))).toEqual([]);
  });
});
