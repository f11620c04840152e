/** Compiles a consent platform's file. */
import {
  CATEGORIES,
  type Category,
  type Cmp,
  type CmpStorage,
  type PathSegment,
  type Payload,
} from '../../src/model/catalog.ts';
import { clean, use } from './convert.ts';
import type { CmpFile } from './schemas/platform.ts';

export function cmp(raw: CmpFile, file: string): Cmp {
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
          atOnce: event['at-once'] || undefined,
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
    presets: raw.presets.map((preset) => ({ use: use(preset.use, file, preset.module), grants: preset.grants })),
    constants: raw.constants,
    setsGoogleDefault: raw['sets-google-default'],
    updatesGoogle: raw['updates-google'],
    gtmTemplates: raw['gtm-templates'],
    gtmConsent:
      raw['gtm-consent'] && clean({ signals: raw['gtm-consent'].signals, offBy: raw['gtm-consent']['off-by'] }),
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
  for (const category of CATEGORIES) {
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
