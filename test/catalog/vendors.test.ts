import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ESTree, parseScript } from 'meriyah';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileCatalog } from '../../scripts/catalog/compile.ts';
import { vendorSchema } from '../../scripts/catalog/schemas/vendor.ts';
import type { ActivityKind, ArgPattern, Catalog, Vendor, VendorCall, Where } from '../../src/model/catalog.ts';
import { EMBEDS } from './embeds.ts';
import { CATALOG } from './load.ts';

const VENDORS = join(CATALOG, 'vendors');
const SNIPPETS = join(import.meta.dirname, '../fixtures/vendors');

/** Compiles the vendors alone, so that a mistake in the platforms' files or the law does not fail these tests. */
function compileVendors(): Catalog {
  const directory = mkdtempSync(join(tmpdir(), 'taglint-vendors-'));
  try {
    symlinkSync(VENDORS, join(directory, 'vendors'));
    mkdirSync(join(directory, 'cmps'));
    mkdirSync(join(directory, 'frameworks'));
    writeFileSync(join(directory, 'law.yaml'), 'entries: []\n');
    writeFileSync(join(directory, 'secrets.yaml'), 'secrets: []\n');
    return compileCatalog(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const catalog = compileVendors();
const byId = new Map(catalog.vendors.map((vendor) => [vendor.id, vendor]));

function vendor(id: string): Vendor {
  const found = byId.get(id);
  if (!found) throw new Error(`no vendor ${id}`);
  return found;
}

// What follows is a matcher of literal uses, just enough to say whose a documented snippet is. It is written against the
// doc comments of the catalogue's types, not against the extractor.

interface Use {
  readonly form: 'call' | 'new' | 'assign';
  readonly path: readonly string[];
  readonly args: readonly unknown[];
}
/** An argument that is no literal. */
const UNKNOWN = Symbol('unknown');

function wildcard(pattern: string, text: string, prefix: boolean): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}${prefix ? '' : '$'}`).test(text);
}

function fits(pattern: ArgPattern, value: unknown, found: Map<string, unknown>): boolean {
  if ('capture' in pattern) {
    found.set(pattern.capture, value);
    return true;
  }
  if ('literal' in pattern) return pattern.literal === value;
  if ('oneOf' in pattern) return typeof value === 'string' && pattern.oneOf.includes(value);
  if ('array' in pattern) {
    return Array.isArray(value) && pattern.array.every((inner, index) => fits(inner, value[index], found));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('object' in pattern)) return false;
  const members = new Map(Object.entries(value));
  return Object.entries(pattern.object).every(([key, inner]) => fits(inner, members.get(key), found));
}

function allowed(where: readonly Where[], values: ReadonlyMap<string, unknown>): boolean {
  return where.every(({ capture, values: wanted, unknown }) => {
    const value = values.get(capture);
    if (typeof value !== 'string') return unknown;
    return wanted.some((pattern) => wildcard(pattern, value, false));
  });
}

function matches(call: VendorCall, use: Use): boolean {
  if (call.use.form !== use.form || call.use.path.length !== use.path.length) return false;
  const found = new Map<string, unknown>();
  for (const [index, segment] of call.use.path.entries()) {
    if (typeof segment === 'string' && segment !== use.path[index]) return false;
  }
  return call.use.args.every((arg, index) => fits(arg, use.args[index], found)) && allowed(call.where, found);
}

/** The first call that matches, in the order of the catalogue: across vendors, then within the vendor's file. */
function owner(use: Use): { vendor: string; does: ActivityKind; call: VendorCall } | undefined {
  for (const { id, calls } of catalog.vendors) {
    const call = calls.find((one) => matches(one, use));
    if (call) return { vendor: id, does: call.does, call };
  }
  return undefined;
}

function pathOf(node: ESTree.Node): string[] | undefined {
  if (node.type === 'Identifier') return node.name === 'window' ? [] : [node.name];
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const callee = pathOf(node.callee);
    return callee && [...callee, '()'];
  }
  if (node.type !== 'MemberExpression') return undefined;
  const object = pathOf(node.object);
  if (!object) return undefined;
  if (node.property.type === 'Identifier' && !node.computed) return [...object, node.property.name];
  return node.property.type === 'Literal' ? [...object, String(node.property.value)] : undefined;
}

function literal(node: ESTree.Node | null): unknown {
  if (node?.type === 'Literal') return node.value;
  if (node?.type === 'ArrayExpression') return node.elements.map(literal);
  if (node?.type !== 'ObjectExpression') return UNKNOWN;
  const members: [string, unknown][] = [];
  for (const property of node.properties) {
    if (property.type !== 'Property') continue;
    const { key } = property;
    members.push([
      key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '',
      literal(property.value),
    ]);
  }
  return Object.fromEntries(members);
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function usesIn(script: string): Use[] {
  const uses: Use[] = [];
  const visit = (node: ESTree.Node): void => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const path = pathOf(node.callee);
      const args = node.arguments.map(literal);
      const form = node.type === 'CallExpression' ? 'call' : 'new';
      if (path) uses.push({ form, path, args });
      // A queue that takes several commands in one push.
      if (path?.at(-1) === 'push' && args.length > 1) for (const arg of args) uses.push({ form, path, args: [arg] });
    } else if (node.type === 'AssignmentExpression') {
      const path = pathOf(node.left);
      // `h._hjSettings = …`, where the loader's h is window.
      const plain = path && path.length > 1 && path[0]?.length === 1 ? path.slice(1) : path;
      if (plain) uses.push({ form: 'assign', path: plain, args: [literal(node.right)] });
    }
    for (const child of Object.values(node)) {
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) visit(one);
    }
  };
  visit(parseScript(script));
  return uses;
}

function useOf(expression: string): Use {
  const first = usesIn(expression)[0];
  if (!first) throw new Error(`no use in ${expression}`);
  return first;
}

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script[^>]*>([^<]*(?:<(?!\/script)[^<]*)*)<\/script>/g)].map(([, text]) => text ?? '');
}

/** Whose an address is, with the kind of the first pattern of the vendor that matches. */
function ownersOf(url: string): { vendor: string; kind: string }[] {
  const [target = '', query = ''] = url.replace(/^(?:https?:)?\/\//, '').split(/\?(.*)/s);
  const values = new Map<string, unknown>(new URLSearchParams(query));
  return catalog.vendors.flatMap(({ id, urls }) => {
    const found = urls.find((one) => wildcard(one.url, target.toLowerCase(), true) && allowed(one.query, values));
    return found ? [{ vendor: id, kind: found.kind }] : [];
  });
}

/** What the snippet of each vendor must show at least. */
const EXPECTED: Readonly<Record<string, readonly ActivityKind[]>> = {
  'ab-tasty': ['event'],
  activecampaign: ['init', 'configure', 'identify', 'event'],
  adform: ['init'],
  'adobe-analytics': ['init', 'event'],
  'adobe-audience-manager': [],
  'adobe-tags': ['event'],
  'adobe-target': ['init'],
  adroll: ['init', 'event'],
  adtraction: [],
  'amazon-ads': ['init', 'configure', 'identify', 'event'],
  amplitude: ['init', 'identify', 'event'],
  'analytics-js': ['init', 'event'],
  appcues: ['identify'],
  awin: ['event'],
  axon: ['init', 'event'],
  'baidu-tongji': ['event'],
  'bloomreach-engagement': ['init', 'identify', 'event'],
  blueconic: [],
  braze: ['init', 'identify', 'event'],
  brevo: ['event', 'identify'],
  chartbeat: ['init'],
  'cj-affiliate': [],
  'clerk-io': [],
  clevertap: ['init', 'identify'],
  clicky: ['init', 'identify'],
  'cloudflare-web-analytics': [],
  comscore: ['init'],
  contentsquare: ['event'],
  convert: [],
  'crazy-egg': [],
  criteo: ['init', 'identify', 'event'],
  'customer-io': ['identify', 'event'],
  'datadog-rum': ['init'],
  demandbase: [],
  drip: ['init', 'identify'],
  'dynamic-yield': ['event'],
  econda: ['event'],
  eloqua: ['init', 'event'],
  emarsys: ['identify', 'event'],
  etracker: ['configure'],
  ezoic: [],
  fathom: ['event'],
  floodlight: ['init', 'event'],
  fullstory: ['init', 'identify'],
  'gainsight-px': ['identify'],
  gemius: ['init'],
  glassbox: [],
  goatcounter: ['event'],
  'google-ads': ['init', 'event'],
  'google-ads-conversion-js': ['init'],
  'google-adsense': ['consent', 'configure', 'event'],
  'google-analytics': ['init', 'event'],
  'google-optimize': [],
  'google-publisher-tag': ['init', 'configure', 'event'],
  'google-tag': ['consent', 'configure', 'identify'],
  heap: ['init', 'event', 'identify'],
  hotjar: ['init', 'identify'],
  hubspot: ['identify', 'event'],
  impact: ['identify', 'event'],
  infonline: ['init'],
  inspectlet: ['init', 'identify'],
  kameleoon: [],
  kelkoo: ['event'],
  kilkaya: [],
  kissmetrics: ['identify'],
  klaviyo: ['identify', 'event'],
  linkedin: ['init', 'event', 'identify'],
  logrocket: ['init', 'identify'],
  'lucky-orange': ['identify'],
  lytics: ['identify'],
  mailchimp: [],
  mailerlite: [],
  'mapp-intelligence': ['configure', 'event'],
  marketo: ['init'],
  matomo: ['init', 'consent', 'identify', 'event'],
  'medallia-dxa': [],
  mediavine: [],
  meta: ['init', 'event', 'consent', 'configure'],
  'microsoft-clarity': ['consent', 'identify'],
  'microsoft-uet': ['consent', 'identify', 'event'],
  mixpanel: ['init', 'identify', 'event'],
  moengage: ['identify', 'event'],
  mouseflow: ['identify'],
  mparticle: ['identify'],
  'new-relic': ['init', 'configure'],
  nielsen: ['init'],
  nosto: [],
  ometria: ['identify'],
  omniconvert: [],
  omnisend: ['init', 'event'],
  onesignal: ['init', 'identify', 'consent'],
  'openai-ads': ['init', 'event'],
  optimizely: ['event', 'consent'],
  optinmonster: [],
  outbrain: ['event'],
  pardot: ['init'],
  parsely: ['event'],
  pendo: ['init'],
  permutive: ['event'],
  piano: ['init'],
  'piano-analytics': ['configure', 'event', 'init'],
  pinterest: ['init', 'event'],
  'piwik-pro': [],
  'piwik-pro-tag-manager': [],
  plausible: ['event'],
  podsights: ['init', 'event'],
  posthog: ['init', 'identify', 'event'],
  'qualtrics-site-intercept': [],
  quantcast: ['init'],
  'quantum-metric': ['event'],
  quora: ['init', 'event'],
  'rakuten-advertising': [],
  raptive: [],
  reddit: ['init', 'event'],
  rockerbox: [],
  'rtb-house': ['event'],
  rudderstack: ['init', 'event', 'identify'],
  rule: [],
  segment: ['init', 'event', 'identify'],
  'sentry-replay': ['init'],
  'simple-analytics': ['event'],
  siteimprove: ['event'],
  sixsense: ['init'],
  skimlinks: [],
  sklik: ['identify'],
  smartlook: ['init', 'identify'],
  snap: ['init', 'event'],
  sojern: [],
  'spotify-ads': ['init', 'event'],
  sprig: ['identify'],
  stackadapt: ['event'],
  'stape-data-tag': ['event'],
  statcounter: ['init'],
  taboola: ['event'],
  teads: [],
  tealium: ['event'],
  tiktok: ['init', 'event', 'identify', 'consent'],
  'top-mail-ru': ['init', 'event'],
  'trade-desk': [],
  tradedoubler: [],
  tradetracker: ['event'],
  triggerbee: ['identify', 'event'],
  tvsquared: ['init', 'configure', 'event'],
  umami: ['event', 'identify'],
  'universal-analytics': ['init'],
  userpilot: ['init', 'identify'],
  'vercel-analytics': ['init'],
  'vercel-speed-insights': [],
  vizzit: [],
  vk: ['init', 'event'],
  voyado: ['init', 'identify', 'event'],
  vwo: ['event'],
  woopra: ['init', 'identify', 'event'],
  'wordpress-stats': ['init', 'event'],
  x: ['init', 'event', 'configure'],
  'yandex-metrica': ['init', 'identify', 'event'],
  zemanta: [],
};

describe('vendor files', () => {
  const files = readdirSync(VENDORS).filter((name) => name.endsWith('.yaml'));

  it.each(files)('%s fits the schema and is named after its id', (name) => {
    const result = vendorSchema.safeParse(parse(readFileSync(join(VENDORS, name), 'utf8')));
    expect(result.error?.issues ?? []).toEqual([]);
    expect(`${result.data?.id}.yaml`).toBe(name);
  });

  it('compile, with ids that are unique and a snippet for each', () => {
    const ids = catalog.vendors.map(({ id }) => id);
    expect(new Set(ids).size).toBe(files.length);
    const trackers = ids.filter((id) => !(id in EMBEDS));
    expect(Object.keys(EXPECTED).sort()).toEqual([...trackers].sort());
    expect(readdirSync(SNIPPETS).sort()).toEqual(trackers.map((id) => `${id}.html`).sort());
  });

  it('give no call that an earlier call of the same vendor shadows', () => {
    const shadowed = catalog.vendors.flatMap(({ id, calls }) =>
      calls.flatMap((call, index) => {
        const sample = JSON.stringify(call.use);
        const twin = calls.findIndex((other) => JSON.stringify(other.use) === sample);
        const apart = JSON.stringify(calls[twin]?.where) !== JSON.stringify(call.where);
        return twin < index && !apart ? [`${id}: ${sample}`] : [];
      }),
    );
    expect(shadowed).toEqual([]);
  });

  it('claim a global, an address, a use or a tag type once, or tell each other apart by where', () => {
    const claims = new Map<string, { vendor: string; where: readonly Where[] }[]>();
    const claim = (key: string, id: string, where: readonly Where[]): void => {
      claims.set(key, [...(claims.get(key) ?? []), { vendor: id, where }]);
    };
    for (const { id, globals, urls, calls, gtm } of catalog.vendors) {
      for (const name of globals) claim(`global ${name}`, id, []);
      for (const { url, query } of urls) claim(`url ${url}`, id, query);
      for (const { use, where } of calls) claim(`use ${JSON.stringify(use)}`, id, where);
      for (const { types, templates, where } of gtm) {
        for (const name of [...types, ...templates]) claim(`tag ${name}`, id, where);
      }
    }
    const clashes = [...claims].filter(([, list]) => {
      const values = list.flatMap(({ where }) => where.flatMap((one) => one.values));
      const open = list.filter(({ where }) => where.length === 0 || where.some((one) => one.unknown));
      const restricted = list.every(({ where }) => where.length > 0);
      return list.length > 1 && (!restricted || open.length > 1 || new Set(values).size < values.length);
    });
    expect(clashes.map(([key]) => key)).toEqual([]);
    expect([...claims.keys()]).not.toContain('global dataLayer');
  });

  it('switch a feature on by default only where the source was read', () => {
    const on = catalog.vendors.flatMap(({ id, automatic }) =>
      automatic.filter(({ byDefault }) => byDefault === 'on').map(({ title }) => `${id}: ${title}`),
    );
    expect(on).toEqual([
      'amplitude: Autocapture',
      'meta: Automatic events and microdata',
      'posthog: Autocapture',
      'x: Automatic events (autoConfig)',
      'x: Automatic advanced matching',
      'x: Data layer tracking',
      'x: Dwell tracking',
    ]);
  });

  it('name a call for every setting that switches a feature', () => {
    for (const { id, calls, automatic } of catalog.vendors) {
      const settings = new Set(calls.map(({ setting }) => setting));
      for (const { setting, title } of automatic) {
        if (setting !== undefined) expect(settings.has(setting), `${id}: ${title}`).toBe(true);
      }
    }
  });
});

describe('public settings', () => {
  const all = catalog.vendors.flatMap(({ snapshots }) => snapshots);

  it('have names of their own, for the folders of their copies', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it.each(all.map((one) => [one.name, one] as const))(
    'of %s take an id, and nothing that leads elsewhere',
    (_, one) => {
      const ids = new RegExp(one.ids);
      for (const id of ['../x', 'a/b', 'a?b', 'a#b', 'a&b', 'x@evil.test', '%2e%2e', '', ' ', 'a'.repeat(200), '1\n']) {
        expect(ids.test(id), id).toBe(false);
      }
      const { protocol, hostname } = new URL(one.url.replace('{id}', '1'));
      expect(protocol).toBe('https:');
      expect(hostname).not.toContain('{');
    },
  );
});

describe('the documented snippet', () => {
  const interest = new RegExp(catalog.interest);

  it.each(Object.entries(EXPECTED))('of %s is found, and is nobody else’s', (id, expected) => {
    const html = readFileSync(join(SNIPPETS, `${id}.html`), 'utf8');
    expect(interest.test(html)).toBe(true);
    const found = scriptsOf(html)
      .flatMap(usesIn)
      .flatMap((use) => owner(use) ?? []);
    expect([...new Set(found.map((one) => one.vendor))]).toEqual(found.length > 0 ? [id] : []);
    expect([...new Set(found.map(({ does }) => does))]).toEqual(expect.arrayContaining([...expected]));
    const addresses = [...html.matchAll(/(?:https?:)?\/\/[\w.-]+\.[a-z]+\/[^"'\s<]*/g)].map(([url]) => url);
    const owners = addresses.flatMap(ownersOf).map((one) => one.vendor);
    expect(owners).toContain(id);
    expect(owners.filter((one) => one !== id)).toEqual([]);
  });

  const called = Object.keys(EXPECTED).filter((id) => byId.get(id)?.globals.length !== 0);
  it.each(called)('of %s is of interest without its addresses too, by the names of its functions', (id) => {
    const html = readFileSync(join(SNIPPETS, `${id}.html`), 'utf8');
    const calls = scriptsOf(html.replace(/(?:https?:)?\/\/[\w.-]+\.[a-z]+\/[^"'\s<]*/g, ''));
    expect(interest.test(calls.join('\n'))).toBe(true);
  });

  it.each([
    '<a href="https://www.facebook.com/shop">Facebook</a> <a href="https://www.instagram.com/shop">Instagram</a>',
    '<script src="https://cdn.jsdelivr.net/npm/swiper"></script><a href="https://www.microsoft.com/">Microsoft</a>',
    '<a href="https://www.google.com/maps">Karta</a><a href="https://www.pinterest.com/shop">Pinterest</a>',
    '<script>window.shop = window.shop || {}; shop.cart = [];</script><p>gallery (ga) and clarity</p>',
  ])('is nothing that an ordinary page looks like: %s', (html) => {
    expect(interest.test(html)).toBe(false);
  });
});

describe('uses', () => {
  it.each([
    ["gtag('config', 'G-ABC')", 'google-analytics', 'init'],
    ["gtag('config', 'GT-ABC')", 'google-analytics', 'init'],
    ["gtag('config', measurementId)", 'google-analytics', 'init'],
    ["gtag('config', 'AW-1')", 'google-ads', 'init'],
    ["gtag('config', 'DC-1')", 'floodlight', 'init'],
    ["gtag('config', 'UA-1-1')", 'universal-analytics', 'init'],
    ["gtag('event', 'purchase', { items: [] })", 'google-analytics', 'event'],
    ["gtag('event', 'purchase', { send_to: 'AW-1/x' })", 'google-ads', 'event'],
    ["gtag('event', 'conversion', { send_to: 'DC-1/a/b' })", 'floodlight', 'event'],
    ["gtag('event', 'conversion', params)", 'google-ads', 'event'],
    ["gtag('event', name, params)", 'google-analytics', 'event'],
    ["gtag('consent', 'update', signals)", 'google-tag', 'consent'],
    ["gtag('set', 'user_id', '1')", 'google-analytics', 'identify'],
    ["fbq('set', 'userData', user)", 'meta', 'identify'],
    ["fbq('set', 'agent', 'x', '1')", 'meta', 'configure'],
    ["_fbq.push(['addPixelId', '1'])", 'meta', 'init'],
    ["ttq.instance('C1').track('ViewContent', {})", 'tiktok', 'event'],
    ["new TTDUniversalPixelApi().init('a', ['b'])", 'trade-desk', 'init'],
    ["new UET({ ti: '1' })", 'microsoft-uet', 'init'],
    ["uetq.push('event', '', {})", 'microsoft-uet', 'event'],
    ["uetq.push({ ec: 'a', ea: 'b' })", 'microsoft-uet', 'event'],
    ["ym(1, 'hit', '/x')", 'yandex-metrica', 'event'],
  ])('%s belongs to %s', (expression, id, does) => {
    expect(owner(useOf(expression))).toMatchObject({ vendor: id, does });
  });

  it('knows no command in a word that Meta ignores', () => {
    expect(owner(useOf("fbq('consent', 'revoke')"))?.call.consent).toBe('revoke');
    expect(owner(useOf("fbq('consent', 'grant')"))?.call.consent).toBe('grant');
    for (const word of ["'denied'", "'deny'", "'granted'", 'false']) {
      const found = owner(useOf(`fbq('consent', ${word})`));
      expect(found).toMatchObject({ vendor: 'meta', does: 'consent' });
      expect(found?.call.consent).toBeUndefined();
    }
  });

  it('leaves the calls of other libraries alone', () => {
    for (const text of ["dataLayer.push({ event: 'x' })", "analytics.subscribe('x')", 'ttq.ready(f)', 'clarity()']) {
      expect(owner(useOf(text))).toBeUndefined();
    }
  });
});

describe('what is embedded', () => {
  const interest = new RegExp(catalog.interest);

  it.each(Object.entries(EMBEDS))('of %s is found, and is nobody else’s', (id, addresses) => {
    expect(vendor(id).purposes.every((purpose) => /^(?:chat|embed|captcha|form|font)$/.test(purpose))).toBe(true);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(
        ownersOf(address).map((one) => one.vendor),
        address,
      ).toEqual([id]);
      expect(interest.test(address), address).toBe(true);
    }
  });
});

describe('addresses', () => {
  it.each([
    ['https://www.googletagmanager.com/gtag/js?id=G-1', ['google-analytics']],
    ['https://www.googletagmanager.com/gtag/js?id=AW-1', ['google-ads']],
    ['https://www.googletagmanager.com/gtag/js?id=DC-1', ['floodlight']],
    ['https://www.googletagmanager.com/gtag/js?id=UA-1-1', ['universal-analytics']],
    ['https://www.googletagmanager.com/gtag/js', ['google-analytics']],
    ['https://metrics.example.org/gtag/js?id=AW-1', ['google-ads']],
    ['https://metrics.example.org/gtm.js?id=GTM-1', ['google-tag']],
    ['https://www.example.org/js/gtm.js', []],
    ['//connect.facebook.net/sv_SE/fbevents.js', ['meta']],
    ['https://connect.facebook.net/en_US/sdk.js', ['facebook-plugins']],
    ['https://www.facebook.com/tr/?id=1&ev=PageView', ['meta']],
    ['https://www.facebook.com/shop', []],
    ['https://www.google-analytics.com/analytics.js', ['analytics-js']],
    ['https://region1.google-analytics.com/g/collect?v=2', ['google-analytics']],
    ['https://eu-assets.i.posthog.com/array/phc_x/config.js', ['posthog']],
    ['/js/matomo.js', ['matomo']],
  ])('%s', (url, expected) => {
    expect(ownersOf(url).map((one) => one.vendor)).toEqual(expected);
  });

  it('tells the settings of a pixel from its script', () => {
    expect(ownersOf('https://connect.facebook.net/signals/config/1?v=2')).toEqual([{ vendor: 'meta', kind: 'config' }]);
    expect(ownersOf('https://analytics.tiktok.com/i18n/pixel/config.js?sdkid=C1')).toEqual([
      { vendor: 'tiktok', kind: 'config' },
    ]);
    expect(ownersOf('https://eu-assets.i.posthog.com/static/array.js')).toEqual([
      { vendor: 'posthog', kind: 'script' },
    ]);
  });
});

describe('what the vendors read', () => {
  it('takes any value for user data with Meta alone', () => {
    expect(catalog.vendors.filter(({ userData }) => userData.anyKey).map(({ id }) => id)).toEqual(['meta']);
  });

  it('keeps the two opposite traps: a string id with Meta, a string value with X', () => {
    const meta = vendor('meta').automatic.find(({ setting }) => setting === 'autoConfig');
    expect(meta).toMatchObject({ settingId: 'string', off: [false, 'false'], option: 'autoConfig' });
    for (const feature of vendor('x').automatic) expect(feature.off).toEqual(['false']);
  });

  it('asks for the tick before the list of the Meta template counts', () => {
    const shape = vendor('meta').gtm.find(({ templates }) => templates.includes('5RM3Q'));
    expect(shape?.userData).toEqual([
      { key: 'advancedMatchingList', onlyIf: { key: 'advancedMatching', values: ['true'] } },
    ]);
  });

  it('knows for which Google tags consent is built in', () => {
    const types = new Map(
      catalog.vendors.flatMap(({ gtm }) => gtm.flatMap((one) => one.types.map((type) => [type, one]))),
    );
    for (const type of ['gaawe', 'gaawc', 'ua']) expect(types.get(type)?.builtInConsent).toEqual(['analytics_storage']);
    for (const type of ['awct', 'sp', 'awud', 'gclidw', 'flc', 'fls']) {
      expect(types.get(type)?.builtInConsent).toEqual(['ad_storage', 'ad_user_data', 'ad_personalization']);
    }
    for (const type of ['hjtc', 'bzi', 'pntr', 'twitter_website_tag', 'crto', 'awc', 'awj']) {
      expect(types.get(type)?.builtInConsent).toEqual([]);
    }
  });
});
