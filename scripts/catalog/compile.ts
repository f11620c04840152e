/** Reads the catalogue's YAML, checks it and compiles it into the plain object that the linter carries. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { MARK } from '../../src/engine/suppressions/comments.ts';
import {
  type Catalog,
  type Category,
  type Cmp,
  type CmpStorage,
  type Framework,
  type LawEntry,
  type Option,
  type PathSegment,
  type Payload,
  TEMPLATE_API,
  type Vendor,
  type VendorCall,
  type Where,
} from '../../src/model/catalog.ts';
import { compileUse, PatternError } from './patterns.ts';
import {
  type CmpFile,
  cmpSchema,
  type FrameworkFile,
  frameworkSchema,
  lawSchema,
  secretsSchema,
  type VendorFile,
  vendorSchema,
} from './schema.ts';

/** A mistake in a catalogue file; the message starts with `file:line:column`. */
class CatalogError extends Error {}

/**
 * @param directory the folder with `vendors/`, `cmps/`, `frameworks/`, `law.yaml` and `secrets.yaml`
 * @throws CatalogError naming file, line, key and what is expected
 */
export function compileCatalog(directory: string): Catalog {
  const vendors = yamlFiles(join(directory, 'vendors')).map((file) => vendor(read(file, vendorSchema), file));
  const cmps = yamlFiles(join(directory, 'cmps')).map((file) => cmp(read(file, cmpSchema), file));
  const frameworks = yamlFiles(join(directory, 'frameworks')).map((file) => framework(read(file, frameworkSchema)));
  const law = readLaw(directory);
  const { secrets } = read(join(directory, 'secrets.yaml'), secretsSchema);
  unique(vendors, 'vendor');
  unique(cmps, 'CMP');
  unique(frameworks, 'framework');
  unique(law, 'law entry');
  unique(secrets, 'secret');
  return { vendors, cmps, frameworks, law, secrets, interest: interest(vendors) };
}

/**
 * The files as they were written, for pages about them.
 * @throws CatalogError naming file, line, key and what is expected
 */
export function readCatalog(directory: string): { vendors: VendorFile[]; platforms: CmpFile[]; law: LawEntry[] } {
  return {
    law: readLaw(directory),
    vendors: yamlFiles(join(directory, 'vendors')).map((file) => read(file, vendorSchema)),
    platforms: yamlFiles(join(directory, 'cmps')).map((file) => read(file, cmpSchema)),
  };
}

function readLaw(directory: string): LawEntry[] {
  return read(join(directory, 'law.yaml'), lawSchema).entries.map((entry) => clean(entry));
}

function yamlFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(directory, name));
}

function read<T extends z.ZodType>(file: string, schema: T): z.infer<T> {
  const text = readFileSync(file, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const broken = document.errors[0];
  if (broken) throw new CatalogError(`${at(broken.pos[0])}: ${broken.message}`);
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const messages = result.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    let offset = 0;
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isRanged(node)) {
        offset = node.range[0];
        break;
      }
    }
    return `${at(offset)}: ${path.join('.')}: ${issue.message}`;
  });
  throw new CatalogError(messages.join('\n'));
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function unique(entries: readonly { id: string }[], what: string): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw new CatalogError(`${what} ${id} is there twice`);
    seen.add(id);
  }
}

function wheres(where: Readonly<Record<string, string[]>>, unknown: boolean): Where[] {
  return Object.entries(where).map(([capture, values]) => ({ capture, values, unknown }));
}

function optionsOf(raw: Readonly<Record<string, Option['values']>>): Option[] {
  return Object.entries(raw).map(([path, values]) => ({ path: path.split('.'), values }));
}

function use(text: string, file: string, module?: string) {
  try {
    return compileUse(text, module);
  } catch (error) {
    if (error instanceof PatternError) throw new CatalogError(`${file}: ${error.message}`);
    throw error;
  }
}

function vendor(raw: VendorFile, file: string): Vendor {
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
        source: feature.source,
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
      source: raw['route-views'].source,
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
        source: raw.recording.source,
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
    source: raw.source,
  });
}

function cmp(raw: CmpFile, file: string): Cmp {
  return clean({
    id: raw.id,
    name: raw.name,
    urls: raw.urls.map((url) => url.toLowerCase()),
    elementIds: raw['element-ids'],
    globals: raw.globals,
    modules: raw.modules,
    moduleGlobal: raw['module-global'],
    parking: raw.parking.map((parking) =>
      clean({
        mechanism: parking.mechanism,
        types: parking.types,
        attribute: parking.attribute,
        classPrefix: parking['class-prefix'],
        requires: parking.requires,
        separator: parking.separator,
        combine: parking.combine,
        negation: parking.negation,
        category: parking.category,
        srcAttributes: parking['src-attributes'],
        elements: parking.elements,
        unknownWord: parking['unknown-word'],
        wordsAreServices: parking['words-are-services'],
        serviceWord: parking['service-word'],
      }),
    ),
    serverComments: raw['server-comments'],
    words: raw.words,
    alwaysRun: raw['always-run'],
    autoBlock:
      raw['auto-block'] &&
      clean({
        attribute: raw['auto-block'].attribute,
        query: raw['auto-block'].query,
        url: raw['auto-block'].url,
        builtIn: raw['auto-block']['built-in'],
      }),
    reads: raw.reads.map((read) =>
      clean({
        use: use(read.read, file, read.module),
        gives: read.gives,
        category: read.category,
        grantedValue: read['granted-value'],
        values: read.values,
        undecided: read.undecided || undefined,
        payload: payload(read.payload),
        promise: read.promise || undefined,
        failsOpen: read['fails-open'] || undefined,
      }),
    ),
    events: raw.events
      .flatMap((event) => forEveryWord(event, raw.words))
      .map((event) =>
        clean({
          event: event.event,
          dataLayer: event['data-layer'],
          use: event.use === undefined ? undefined : use(event.use, file, event.module),
          means: event.means,
          category: event.category,
          instead: event.instead || undefined,
          payload: payload(event.payload),
          self: event.self,
        }),
      ),
    storage: raw.storage.map((entry) =>
      clean({
        store: entry.store,
        key: entry.key,
        means: entry.means,
        beforeChoice: entry['before-choice'] || undefined,
        namesAll: entry['names-all'] || undefined,
        granted: grantedTexts(entry, raw.words),
        values: entry.values,
        payload: payload(entry.payload),
      }),
    ),
    inserts: raw.inserts.map((text) => ({ use: use(text, file) })),
    presets: raw.presets.map((preset) => ({ use: use(preset.use, file), grants: preset.grants })),
    constants: raw.constants,
    setsGoogleDefault: raw['sets-google-default'],
    updatesGoogle: raw['updates-google'],
    gtmTemplates: raw['gtm-templates'],
    gtmConsent:
      raw['gtm-consent'] && clean({ signals: raw['gtm-consent'].signals, offBy: raw['gtm-consent']['off-by'] }),
    source: raw.source,
  });
}

function framework(raw: FrameworkFile): Framework {
  const paths = (members: readonly string[]): string[][] => members.map((member) => member.split('.'));
  const { registry } = raw;
  return clean({
    ...raw,
    plugins: paths(raw.plugins),
    scripts: paths(raw.scripts),
    heads: paths(raw.heads),
    registry: registry && { at: registry.at.split('.'), trigger: registry.trigger },
  });
}

const WORD = '$word';

type EventFile = CmpFile['events'][number];

/** `$word_allowed` is an event of every word but those for the necessary. */
function forEveryWord(event: EventFile, words: CmpFile['words']): EventFile[] {
  if (![event.event, event['data-layer'], event.use].some((name) => name?.includes(WORD))) return [event];
  return (['preferences', 'statistics', 'marketing'] as const).flatMap((category) =>
    words[category].map((word) => ({
      ...event,
      event: event.event?.replace(WORD, word),
      'data-layer': event['data-layer']?.replace(WORD, word),
      use: event.use?.replace(WORD, word),
      ...(event.means === 'granted' ? { category } : {}),
    })),
  );
}

/** The texts that grant a category: those that the file names, and those made of its words. */
function grantedTexts(entry: CmpFile['storage'][number], words: CmpFile['words']): CmpStorage['granted'] {
  const granted: Partial<Record<Category, readonly string[]>> = clean(entry.granted);
  for (const category of ['necessary', 'preferences', 'statistics', 'marketing'] as const) {
    const made = entry['granted-texts'].flatMap((text) => words[category].map((word) => text.replace(WORD, word)));
    if (made.length > 0) granted[category] = [...(granted[category] ?? []), ...made];
  }
  return granted;
}

function payload(entries: CmpFile['events'][number]['payload']): Payload[] {
  return entries.map((entry) =>
    clean({
      argument: entry.argument === 0 ? undefined : entry.argument,
      path: entry.path
        .split('.')
        .filter((part) => part !== '')
        .map((part): PathSegment => (/^\$\w/.test(part) ? { capture: part.slice(1) } : part)),
      gives: entry.gives,
      category: entry.category,
      grantedValue: entry['granted-value'],
      values: entry.values,
      undecided: entry.undecided || undefined,
      global: entry.global,
    }),
  );
}

/** Drops keys whose value is undefined, so that the compiled types can tell "not given" exactly. */
function clean<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } & T {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> } & T;
}

/**
 * A script element with an address on a host: it may be one that nobody knows. The hosts from which most pages take their
 * libraries are left out, for the speed of the scan alone.
 */
const LIBRARIES = [
  'ajax\\.googleapis',
  'cdn\\.jsdelivr',
  'cdnjs\\.cloudflare',
  'code\\.jquery',
  'stackpath\\.bootstrapcdn',
  'unpkg',
];
const FOREIGN_SCRIPT = `<script[^>]{0,300}?\\ssrc\\s{0,2}=\\s{0,2}["']?(?:https?:)?//(?!(?:${LIBRARIES.join('|')})\\.)`;

/**
 * One regular expression over all names by which a vendor can be met: its globals where they are used, the hosts of its
 * addresses, its packages. Suppressions are met too: one that the tag has left behind is to be told. Alternatives share no nested repetition, so that the scan is linear.
 */
function interest(vendors: readonly Vendor[]): string {
  const globals = new Set<string>();
  const texts = new Set<string>();
  for (const vendor of vendors) {
    for (const name of vendor.globals) globals.add(name);
    for (const { url, query } of vendor.urls) {
      // Links have the address too; the parameter that must be there stands only where it is fetched.
      const asked = query.find(({ values, unknown }) => !unknown && values.every((value) => !value.includes('*')));
      if (asked && url.startsWith('*')) {
        for (const value of asked.values) texts.add(`${asked.capture}=${value}`);
        continue;
      }
      const fixed = url.split('*').reduce((longest, part) => (part.length > longest.length ? part : longest), '');
      const host = url.split('/')[0] ?? '';
      texts.add(host.includes('*') ? fixed : host);
    }
    for (const call of vendor.serverCode?.calls ?? []) texts.add(call);
    for (const module of vendor.modules) texts.add(module);
    for (const { names, part } of vendor.plugins) {
      // A word that is no name of a package (`classic`) stands in many texts; the configuration is read by its file's name.
      for (const name of names) if (part === undefined && /[-/.]/.test(name)) texts.add(name);
    }
  }
  const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  // Those that end with a global's name are found with it.
  const injected = vendors
    .flatMap((vendor) => Object.keys(vendor.injected))
    .filter((name) => !globals.has(name.slice(1)));
  const names = [...globals].sort().map(escaped).join('|');
  // What contains another text is found with it.
  const shortest = [...texts].filter((text) => ![...texts].some((other) => other !== text && text.includes(other)));
  const fixed = shortest.sort().map(escaped).join('|');
  // What is put into such a list is sent by whoever reads it, also where the reader is loaded elsewhere.
  const lists = vendors.flatMap(({ queue }) => (queue ? [escaped(queue.name)] : [])).join('|');
  const pushed = `\\b(?:${lists})\\s{0,2}(?:\\??\\.\\s{0,2}push\\b|\\|\\|\\s{0,2}\\[)`;
  const members = `(?:${[...new Set(injected)].sort().map(escaped).join('|')})\\s{0,2}(?:[(.[]|\\?\\.)`;
  return `\\b(?:${names})(?:["'\`]|\\s{0,2}(?:[=(.[]|\\?\\.))|${members}|${pushed}|${fixed}|${FOREIGN_SCRIPT}|${MARK}`;
}
