/** Compiles a vendor's file. */
import { TEMPLATE_API, type Vendor, type VendorCall } from '../../src/model/catalog.ts';
import { clean, optionsOf, use, wheres } from './convert.ts';
import type { VendorFile } from './schemas/vendor.ts';

export function vendor(raw: VendorFile, file: string): Vendor {
  const compiled = (call: VendorFile['calls'][number], module?: string): VendorCall =>
    clean({
      does: call.does,
      use: use(call.call, file, module),
      each: call.each,
      where: wheres(call.where, call['or-unknown']),
      unless: optionsOf(call.unless),
      holds: optionsOf(call.holds),
      setsDefault: call['sets-default'],
      consent: call.consent,
      hands: Object.entries(call.hands).map(([capture, names]) => ({ capture, names })),
      setting: call.setting,
      restrained: call.restrained,
      limitsSale: call['limits-sale'],
      noEffect: call['no-effect'],
      server: call.server || undefined,
    });
  const calls: VendorCall[] = raw.calls.map((call) => compiled(call));
  for (const [module, list] of Object.entries(raw.modules)) calls.push(...list.map((call) => compiled(call, module)));
  calls.push(...raw['template-api'].map((call) => compiled(call, TEMPLATE_API)));
  return clean({
    id: raw.id,
    name: raw.name,
    recipient: raw.recipient,
    country: raw.country,
    purposes: raw.purposes,
    category: raw.category,
    retired: raw.retired && {
      since: raw.retired.since,
      what: raw.retired.what,
      instead: raw.retired.instead,
      ...(raw.retired.inert ? { inert: raw.retired.inert } : {}),
    },
    consentMode: raw['consent-mode'],
    globals: raw.globals,
    injected: raw.injected,
    cookies: raw.cookies,
    urls: raw.urls.map((url) =>
      clean({
        url: url.url.toLowerCase(),
        kind: url.kind,
        query: wheres(url.where, url['or-unknown']),
        id: url.id,
        server: url.server || undefined,
        restrained: url.restrained,
      }),
    ),
    calls,
    modules: Object.keys(raw.modules),
    builders: Object.entries(raw.builders).flatMap(([module, classes]) =>
      Object.entries(classes).map(([name, parameters]) => ({ module, name, parameters })),
    ),
    plugins: raw.plugins.map(({ names, member, part, calls: list }) =>
      clean({ names, member, part, calls: list.map((call) => compiled(call)) }),
    ),
    queueCommand: raw['queue-command'],
    queue: raw.queue,
    consentSignals: raw['consent-signals'],
    userData: {
      keys: Object.fromEntries(Object.entries(raw['user-data'].keys).map(([key, kind]) => [key.toLowerCase(), kind])),
      anyKey: raw['user-data']['any-key'],
      containers: raw['user-data'].containers,
      options: raw['user-data'].options,
    },
    content: raw.content,
    automatic: raw.automatic.map((feature) =>
      clean({
        kind: feature.kind,
        title: feature.title,
        collects: feature.collects,
        byDefault: feature['by-default'],
        ...(feature['usually-on'] && { usuallyOn: true as const }),
        stoppedBy: feature['stopped-by'],
        reads: feature.reads,
        setting: feature.setting,
        off: feature.off,
        on: feature.on,
        othersOff: feature['others-off'],
        beforeInit: feature['before-init'],
        endedBy: Object.entries(feature['ended-by']).map(([setting, values]) => ({ setting, values })),
        settingId: feature['setting-id'],
        option: feature.option,
        gtmParameter: feature['gtm-parameter'],
        published: feature.published.map(({ 'sent-by': sentBy, ...one }) => clean({ ...one, sentBy })),
        shownBy: feature['shown-by'],
        namedBy: feature['named-by'],
        remedy: feature.remedy,
      }),
    ),
    copies: raw.copies.map(({ files, marks, url }) => ({ files, marks, url })),
    routeViews: raw['route-views'] && {
      kind: 'events' as const,
      byDefault: 'on' as const,
      title: raw['route-views'].title,
      collects: raw['route-views'].collects,
      reads: [],
      setting: raw['route-views'].setting,
      off: raw['route-views'].off,
      on: [],
      endedBy: [],
      settingId: raw['route-views']['setting-id'],
      published: [],
      shownBy: [],
      remedy: raw['route-views'].remedy,
    },
    gtm: raw.gtm.map((shape) =>
      clean({
        types: shape.types,
        templates: shape.templates,
        server: shape.server,
        does: shape.does,
        where: wheres(shape.where, shape['or-unknown']),
        id: shape.id,
        event: shape.event,
        unnamed: shape.unnamed,
        userData: shape['user-data'].map((entry) =>
          clean({ key: entry.key, kind: entry.kind, onlyIf: entry['only-if'] }),
        ),
        params: shape.params,
        wholeEcommerce: shape['whole-ecommerce'],
        ...(shape.grants ? { grants: shape.grants } : {}),
        builtInConsent: shape['built-in-consent'],
        ...(shape['click-id'] ? { clickId: shape['click-id'] } : {}),
      }),
    ),
    snapshots: raw.snapshots.map(({ source: _, ...snapshot }) => clean(snapshot)),
    recording:
      raw.recording &&
      clean({
        fields: raw.recording.fields,
        onlyWith: optionsOf(raw.recording['only-with']),
        offWith: optionsOf(raw.recording['off-with']),
        maskedWith: optionsOf(raw.recording['masked-with']),
        shownWith: optionsOf(raw.recording['shown-with']),
        masks: raw.recording.masks,
        shows: raw.recording.shows,
        remedy: raw.recording.remedy,
      }),
    testing: raw.testing.map(({ keys, what }) => ({ keys, what })),
    money: raw.money && { value: raw.money.value, currency: raw.money.currency, events: raw.money.events },
    publishedSettings: raw['published-settings'] && {
      functions: raw['published-settings'].functions,
      except: raw['published-settings'].except,
      titles: raw['published-settings'].titles,
      leadsTo: raw['published-settings']['leads-to'],
    },
    serverCode: raw['server-code'] && { calls: raw['server-code'].calls, feature: raw['server-code'].feature },
    withheld: raw.withheld && {
      setting: raw.withheld.setting,
      under: raw.withheld.under,
      places: raw.withheld.places,
    },
    settingsFiles: raw['settings-files'].map((entry) =>
      clean({
        account: entry.account?.split('.'),
        path: entry.path.split('.'),
        feature: entry.feature,
        title: entry.title,
        keys: entry.keys?.split('.'),
        flags: Object.entries(entry.flags).map(([path, key]) => ({ path: path.split('.'), key })),
        items: entry.items,
      }),
    ),
  });
}
