/** A small catalogue made by hand, so that these tests do not move with the facts of the real one. */
import { CatalogIndex } from '../../../src/extract/catalog-index.ts';
import type { Catalog, Cmp, CmpEvent, CmpRead, GtmTagShape, Vendor } from '../../../src/model/catalog.ts';

function shape(given: Partial<GtmTagShape> & Pick<GtmTagShape, 'does'>): GtmTagShape {
  return {
    types: [],
    templates: [],
    server: false,
    where: [],
    event: [],
    userData: [],
    params: [],
    wholeEcommerce: [],
    builtInConsent: [],
    ...given,
  };
}

function vendor(given: Partial<Vendor> & Pick<Vendor, 'id'>): Vendor {
  return {
    name: given.id,
    recipient: given.id,
    country: 'US',
    purposes: ['ads'],
    category: 'marketing',
    injected: {},
    cookies: [],
    globals: [],
    urls: [],
    calls: [],
    modules: [],
    builders: [],
    plugins: [],
    userData: { keys: {}, anyKey: false, containers: [], options: [] },
    content: { names: [], categories: [], ids: [], lists: [], search: [] },
    automatic: [],
    testing: [],
    gtm: [],
    settingsFiles: [],
    copies: [],
    snapshots: [],
    ...given,
  };
}

function cmp(given: Partial<Cmp> & Pick<Cmp, 'id'>): Cmp {
  return {
    name: given.id,
    urls: [],
    elementIds: [],
    globals: [],
    modules: [],
    parking: [],
    serverComments: [],
    words: { necessary: [], preferences: [], statistics: [], marketing: [] },
    alwaysRun: [],
    reads: [],
    events: [],
    storage: [],
    inserts: [],
    presets: [],
    constants: {},
    setsGoogleDefault: false,
    updatesGoogle: true,
    gtmTemplates: [],
    ...given,
  };
}

function read(path: CmpRead['use']['path'], gives: CmpRead['gives']): CmpRead {
  return { use: { form: 'read', path, args: [] }, gives, payload: [] };
}

function event(dataLayer: string, means: CmpEvent['means'], more: Partial<CmpEvent> = {}): CmpEvent {
  return { dataLayer, means, payload: [], ...more };
}

const catalog: Catalog = {
  vendors: [
    vendor({
      id: 'tag-manager',
      purposes: ['tag-manager'],
      category: 'necessary',
      consentMode: { system: 'google', signals: ['ad_storage'] },
    }),
    vendor({
      id: 'measure',
      purposes: ['analytics'],
      category: 'statistics',
      gtm: [
        shape({
          types: ['googtag'],
          does: 'init',
          id: 'tagId',
          where: [{ capture: 'tagId', values: ['G-*'], unknown: true }],
          params: ['configSettingsTable', 'configSettingsVariable'],
        }),
        shape({
          types: ['gaawe'],
          does: 'event',
          id: 'measurementIdOverride',
          event: ['eventName'],
          userData: [{ key: 'userDataVariable', onlyIf: { key: 'enhancedUserId', values: ['true'] } }],
          params: ['eventSettingsVariable', 'eventSettingsTable'],
          wholeEcommerce: ['sendEcommerceData'],
        }),
      ],
    }),
    vendor({
      id: 'ads',
      gtm: [
        shape({
          types: ['googtag'],
          does: 'init',
          id: 'tagId',
          where: [{ capture: 'tagId', values: ['AW-*'], unknown: false }],
        }),
        shape({
          types: ['awct'],
          does: 'event',
          id: 'conversionId',
          userData: [
            {
              key: 'cssProvidedEnhancedConversionValue',
              onlyIf: { key: 'enableEnhancedConversion', values: ['true'] },
            },
          ],
        }),
      ],
    }),
    vendor({
      id: 'social',
      userData: { keys: { em: 'email' }, anyKey: false, containers: [], options: [] },
      urls: [
        { url: 'cdn.social.example/pixel.js', kind: 'script', query: [] },
        { url: 'social.example/tr', kind: 'beacon', query: [], id: 'id' },
      ],
      automatic: [
        {
          kind: 'events',
          title: 'clicks',
          collects: 'clicks',
          byDefault: 'on',
          reads: [],
          off: [],
          on: [],
          settingId: 'optional',
          published: [],
          shownBy: [],
          endedBy: [],
          gtmParameter: { key: 'disableAuto', off: ['true'], on: ['false'] },
          remedy: '',
        },
      ],
      gtm: [
        shape({
          templates: ['Social/pixel-template', 'SOC14'],
          does: 'event',
          id: 'pixelId',
          event: ['standardEventName', 'customEventName'],
          userData: [
            { key: 'matchList', onlyIf: { key: 'match', values: ['true'] } },
            { key: 'mail=email', kind: 'email' },
          ],
          params: ['objectList', 'content_name'],
        }),
        shape({
          templates: ['social/server-template'],
          server: true,
          does: 'event',
          id: 'pixelId',
          event: ['eventName'],
          userData: [{ key: 'userDataList' }],
        }),
      ],
    }),
  ],
  cmps: [
    cmp({
      id: 'groups',
      words: { necessary: ['C0001'], preferences: ['C0003'], statistics: ['C0002'], marketing: ['C0004'] },
      reads: [read(['ActiveGroups'], 'list'), read(['Banner', 'closed'], 'decided')],
      events: [
        event('GroupsUpdated', 'ready', { payload: [{ path: ['GroupsInEvent'], gives: 'list' }] }),
        event('ConsentApplied', 'decision'),
        event('ConsentRefused', 'refused'),
      ],
      gtmTemplates: ['groups/gtm-template'],
    }),
    cmp({
      id: 'bot',
      words: {
        necessary: ['necessary'],
        preferences: ['preferences'],
        statistics: ['statistics'],
        marketing: ['marketing'],
      },
      reads: [read(['Bot', 'consent', { capture: 'category' }], 'category')],
      events: [
        event('bot_consent_marketing', 'granted', { category: 'marketing' }),
        event('bot_consent_statistics', 'granted', { category: 'statistics' }),
        event('bot_accept_all', 'accept-all'),
      ],
    }),
  ],
  frameworks: [],
  secrets: [],
  interest: '',
};

export const TEST_CATALOG = new CatalogIndex(catalog);
