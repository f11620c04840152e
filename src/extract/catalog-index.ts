/** Look-up tables over the catalogue, made once for a run. */
import type {
  Catalog,
  Cmp,
  CmpEvent,
  CmpPreset,
  CmpRead,
  Framework,
  PathSegment,
  ScriptCopy,
  SettingsFile,
  UrlPattern,
  UsePattern,
  Vendor,
  VendorCall,
  VendorPlugin,
} from '../model/catalog.ts';
import type { SiteGate } from '../model/site-gate.ts';
import { SiteGates } from './gates/site-gates.ts';

export interface UrlMatch {
  readonly vendor: Vendor;
  readonly pattern: UrlPattern;
  /** The account's id, where the address shows it. */
  readonly id: string | undefined;
}

/** An address of a vendor, with its place in the catalogue. */
interface VendorUrl {
  readonly vendor: Vendor;
  readonly pattern: UrlPattern;
  readonly order: number;
}

/** Stands for text that is not known (a template hole, a variable) inside an address. */
export const HOLE = '\uFFFC';

const MAX_KEPT_URLS = 1_000;
const MAX_KEPT_URL = 500;

export class CatalogIndex {
  readonly catalog: Catalog;
  /** The gates that the site declares, if it does. */
  readonly gates: SiteGates | undefined;
  /** Vendor calls by the first segment of their path (or of a module path). */
  readonly calls = new Map<string, { vendor: Vendor; call: VendorCall }[]>();
  /** Classes of packages that setters fill, by package and name, with what their constructors take. */
  readonly builders = new Map<string, readonly string[]>();
  /** Plugins that configurations list, by name. */
  readonly plugins = new Map<string, { vendor: Vendor; plugin: VendorPlugin }[]>();
  /** Frameworks by the functions that are handed a configuration of theirs. */
  readonly configurators = new Map<string, Framework>();
  /** Functions that frameworks call where a file exports them. */
  readonly hooks: ReadonlySet<string>;
  readonly reads = new Map<string, { cmp: Cmp; read: CmpRead }[]>();
  /** CMP callbacks by the first segment of their use pattern. */
  readonly callbacks = new Map<string, { cmp: Cmp; event: CmpEvent }[]>();
  /** Calls that let a platform load something, by the first segment of their path. */
  readonly inserts = new Map<string, { cmp: Cmp; use: UsePattern }[]>();
  /** Settings with which a platform counts everything, or a single word, as granted, likewise. */
  readonly presets = new Map<string, { cmp: Cmp; preset: CmpPreset }[]>();
  /** The literals that names of platforms stand for. */
  readonly constants = new Map<string, string | number | boolean>();
  /** CMP events by DOM event name. */
  readonly events = new Map<string, { cmp: Cmp; event: CmpEvent }>();
  readonly dataLayerEvents = new Map<string, { cmp: Cmp; event: CmpEvent }>();
  /** Switches of settings that the vendors' own scripts hold as an object. */
  readonly accountSettings: readonly { readonly vendor: Vendor; readonly file: SettingsFile }[];
  readonly vendorGlobals = new Map<string, Vendor>();
  /** The globals that components find under a name of their own. */
  readonly injected = new Map<string, string>();
  readonly cmpGlobals = new Map<string, Cmp>();
  readonly cmpElementIds = new Map<string, Cmp>();
  /** The global whose members a package exports. */
  readonly #moduleGlobals = new Map<string, string>();
  /** Functions whose commands may also be pushed to a data layer as an `arguments` object. */
  readonly queueCommands: readonly string[];
  /** Finds something in every text that can speak of a vendor. */
  readonly interest: RegExp;
  /** Lists on window that hold such commands, by name, with the vendor and its function. */
  readonly queues = new Map<string, { readonly vendor: Vendor; readonly command: string }>();

  /** Patterns by their host, where it is written in full. */
  readonly #byHost = new Map<string, { readonly list: VendorUrl[]; sorted?: readonly VendorUrl[] }>();
  readonly #anyHost: VendorUrl[] = [];
  /** The same addresses stand on every page. */
  readonly #matched = new Map<string, readonly UrlMatch[]>();

  /** @param gates the gates that the site declares */
  constructor(catalog: Catalog, gates: readonly SiteGate[] = []) {
    this.catalog = catalog;
    this.gates = gates.length > 0 ? new SiteGates(gates) : undefined;
    this.interest = new RegExp(catalog.interest);
    this.queueCommands = [...new Set(catalog.vendors.flatMap((vendor) => vendor.queueCommand ?? []))];
    this.accountSettings = catalog.vendors.flatMap((vendor) =>
      vendor.settingsFiles.flatMap((file) => (file.account ? [{ vendor, file }] : [])),
    );
    let order = 0;
    for (const vendor of catalog.vendors) {
      for (const pattern of vendor.urls) this.#addUrl({ vendor, pattern, order: order++ });
      if (vendor.queue && vendor.queueCommand !== undefined)
        this.queues.set(vendor.queue.name, { vendor, command: vendor.queueCommand });
      for (const name of vendor.globals) if (!this.vendorGlobals.has(name)) this.vendorGlobals.set(name, vendor);
      for (const [name, of] of Object.entries(vendor.injected)) this.injected.set(name, of);
      for (const call of vendor.calls) push(this.calls, headOf(call.use.path), { vendor, call });
      for (const { module, name, parameters } of vendor.builders)
        this.builders.set(`module:${module}.${name}`, parameters);
      for (const plugin of vendor.plugins)
        for (const name of plugin.names) push(this.plugins, name, { vendor, plugin });
    }
    this.hooks = new Set(catalog.frameworks.flatMap(({ hooks }) => hooks));
    for (const framework of catalog.frameworks)
      for (const name of framework.functions) this.configurators.set(name, framework);
    for (const cmp of catalog.cmps) {
      for (const name of cmp.globals) if (!this.cmpGlobals.has(name)) this.cmpGlobals.set(name, cmp);
      if (cmp.moduleGlobal !== undefined)
        for (const module of cmp.modules) this.#moduleGlobals.set(module, cmp.moduleGlobal);
      for (const id of cmp.elementIds) this.cmpElementIds.set(id, cmp);
      for (const { use } of cmp.inserts) push(this.inserts, headOf(use.path), { cmp, use });
      for (const preset of cmp.presets) push(this.presets, headOf(preset.use.path), { cmp, preset });
      for (const [name, value] of Object.entries(cmp.constants)) this.constants.set(name, value);
      for (const read of cmp.reads) push(this.reads, headOf(read.use.path), { cmp, read });
      for (const event of cmp.events) {
        if (event.use) push(this.callbacks, headOf(event.use.path), { cmp, event });
        if (event.event !== undefined) this.events.set(event.event, { cmp, event });
        if (event.dataLayer !== undefined) this.dataLayerEvents.set(event.dataLayer, { cmp, event });
      }
    }
  }

  /**
   * The vendor's own script of which a file of the site is a saved copy.
   * @param text the file's text; where it is not in sight, only a name that is the vendor's alone says it
   */
  copyOf(path: string, text: string | undefined): Pick<ScriptCopy, 'url'> | undefined {
    const folders = path.split(/[?#]/, 1)[0]?.split('/') ?? [];
    const name = folders.pop() ?? '';
    if (!/\.js$/i.test(name)) return undefined;
    const mirrored = this.#mirrored(folders, name);
    if (mirrored !== undefined) return { url: mirrored };
    for (const { copies } of this.catalog.vendors)
      for (const copy of copies) {
        if (!copy.files.some((pattern) => matchWildcard(pattern, name))) continue;
        if (text === undefined ? copy.files.includes(name) : copy.marks.every((mark) => text.includes(mark)))
          return copy;
      }
    return undefined;
  }

  /** The address of a script in a copy of whole sites, which are kept in folders that have the names of their hosts. */
  #mirrored(folders: readonly string[], name: string): string | undefined {
    const at = folders.findIndex((folder) => this.#byHost.has(folder.toLowerCase()));
    if (at < 0) return undefined;
    const url = [...folders.slice(at), name].join('/');
    return this.matchUrl(url).some(({ pattern }) => pattern.kind === 'script') ? `https://${url}` : undefined;
  }

  #addUrl(entry: VendorUrl): void {
    const { url } = entry.pattern;
    const host = hostOf(url);
    if (host.includes('*') || !url.includes('/')) {
      this.#anyHost.push(entry);
      return;
    }
    const known = this.#byHost.get(host);
    if (known) known.list.push(entry);
    else this.#byHost.set(host, { list: [entry] });
  }

  /**
   * The vendors that an address belongs to (usually one). `url` may hold HOLE where text is not known. Scheme and leading
   * slashes are ignored; a relative address belongs to nobody unless a pattern starts with `*`.
   */
  matchUrl(url: string): readonly UrlMatch[] {
    const known = this.#matched.get(url);
    if (known) return known;
    const matches = this.#matching(url);
    if (url.length <= MAX_KEPT_URL) {
      if (this.#matched.size >= MAX_KEPT_URLS) this.#matched.clear();
      this.#matched.set(url, matches);
    }
    return matches;
  }

  #matching(url: string): readonly UrlMatch[] {
    const { target, query } = splitUrl(url);
    if (target === '') return [];
    const matches: UrlMatch[] = [];
    let done: Vendor | undefined;
    const host = hostOf(target);
    for (const { vendor, pattern } of this.#patternsFor(host)) {
      if (vendor === done) continue;
      const stars = matchWildcard(pattern.url, target);
      // A star in front of a host's name stands for a part of the host, not for another host with the name in its path.
      if (!stars || !matchWildcard(`${hostOf(pattern.url)}/`, `${host}/`)) continue;
      const fits = pattern.query.every((where) => {
        const value = query.get(where.capture);
        if (value === undefined || value.includes(HOLE)) {
          const known = value?.slice(0, value.indexOf(HOLE)) ?? '';
          return known === ''
            ? where.unknown
            : where.values.some((wanted) => matchWildcard(wanted.toLowerCase(), known.toLowerCase()));
        }
        return where.values.some((wanted) => matchWildcard(wanted.toLowerCase(), value.toLowerCase()) !== undefined);
      });
      if (!fits) continue;
      matches.push({ vendor, pattern, id: idOf(pattern, stars, query) });
      done = vendor;
    }
    return matches;
  }

  /** The vendors that have addresses at the host of `url`, each once; a product that is switched off only where it is alone there. */
  matchHost(url: string): readonly Vendor[] {
    const host = hostOf(splitUrl(url).target);
    if (host === '' || host.includes(HOLE)) return [];
    const vendors = new Set<Vendor>();
    for (const { vendor, pattern } of this.#patternsFor(host)) {
      // A star right before a name stands for a host that serves much else (`*www.facebook.com/tr`), or for any (`*/gtm.js`).
      const named = hostOf(pattern.url);
      if (!/^\*(?!\.)/.test(named) && matchWildcard(`${named}/`, `${host}/`)) vendors.add(vendor);
    }
    const current = [...vendors].filter(({ retired }) => !retired);
    return current.length > 0 ? current : [...vendors];
  }

  /** Whether a vendor or a consent platform has addresses at a host. */
  knowsHost(host: string): boolean {
    if (this.matchHost(`//${host}/`).length > 0) return true;
    // A copy on the site's own host may have any name there (`*/cookieconsent.js`).
    const isNamed = (url: string): boolean => hostOf(url).includes('.') && !url.startsWith('*/');
    const serves = (url: string): boolean => matchWildcard(`${hostOf(url)}/`, `${host}/`) !== undefined;
    return this.catalog.cmps.some(({ urls }) => urls.some((url) => isNamed(url) && serves(url)));
  }

  /** The patterns that an address at a host can match, in the order of the catalogue. */
  #patternsFor(host: string): readonly VendorUrl[] {
    const own = this.#byHost.get(host);
    if (!own) return this.#anyHost;
    own.sorted ??= [...own.list, ...this.#anyHost].sort((a, b) => a.order - b.order);
    return own.sorted;
  }

  /** The framework whose configuration a file is, by its path. */
  frameworkOf(path: string): Framework | undefined {
    const stem = path.replaceAll('\\', '/').replace(/\.[cm]?[jt]s$/i, '');
    if (stem === path) return undefined;
    return this.catalog.frameworks.find(({ files }) =>
      files.some((file) => stem === file || stem.endsWith(`/${file}`)),
    );
  }

  /** The global that stands for what a module exports: a package, or a platform's file by its address. */
  moduleGlobal(specifier: string): string | undefined {
    const known = this.#moduleGlobals.get(specifier);
    if (known !== undefined || !/^(?:https?:)?\/\//.test(specifier)) return known;
    return this.matchCmpUrl(specifier)?.moduleGlobal;
  }

  /** The CMP whose loader an address is. */
  matchCmpUrl(url: string): Cmp | undefined {
    const { target } = splitUrl(url);
    if (target === '') return undefined;
    return this.catalog.cmps.find((cmp) => cmp.urls.some((pattern) => matchWildcard(pattern, target) !== undefined));
  }
}

/** What stands in front of the first slash. */
function hostOf(target: string): string {
  return target.split('/', 1)[0] ?? '';
}

function headOf(path: readonly PathSegment[]): string {
  const head = path[0];
  return typeof head === 'string' ? head : '';
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function idOf(pattern: UrlPattern, stars: readonly string[], query: ReadonlyMap<string, string>): string | undefined {
  if (pattern.id === undefined) return undefined;
  const value = pattern.id.startsWith('*') ? stars[Number(pattern.id.slice(1)) - 1] : query.get(pattern.id);
  return value === undefined || value === '' || value.includes(HOLE) ? undefined : value;
}

function splitUrl(url: string): { target: string; query: Map<string, string> } {
  const trimmed = url.trim().slice(0, 4000);
  const rest = trimmed.replace(/^(?:https?:)?\/\//i, '');
  if (
    rest === trimmed &&
    !/^[\w.-]+\.[a-z]{2,}\//i.test(trimmed) &&
    !trimmed.startsWith('/') &&
    !trimmed.includes(HOLE)
  ) {
    // A relative address: only patterns that start with `*` can mean it.
    return { target: `/${trimmed.split(/[?#]/, 1)[0] ?? ''}`.toLowerCase(), query: queryOf(trimmed) };
  }
  return { target: (rest.split(/[?#]/, 1)[0] ?? '').toLowerCase(), query: queryOf(rest) };
}

function queryOf(url: string): Map<string, string> {
  const query = new Map<string, string>();
  const start = url.indexOf('?');
  if (start < 0) return query;
  const text = url.slice(start + 1).split('#', 1)[0] ?? '';
  for (const part of text.split(/&amp;|&/)) {
    const at = part.indexOf('=');
    const key = at < 0 ? part : part.slice(0, at);
    if (key !== '' && !query.has(key)) query.set(key, decode(at < 0 ? '' : part.slice(at + 1)));
  }
  return query;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Matches a prefix of `text` with a pattern in which `*` stands for any characters. Returns the texts of the stars, or
 * undefined. Greedy search of the fixed parts from left to right: linear in the text for every part.
 */
export function matchWildcard(pattern: string, text: string): string[] | undefined {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  if (!text.startsWith(first)) return undefined;
  let at = first.length;
  const stars: string[] = [];
  for (let index = 1; index < parts.length; index++) {
    const part = parts[index] ?? '';
    if (part === '') {
      stars.push(text.slice(at));
      at = text.length;
      continue;
    }
    const found = text.indexOf(part, at);
    if (found < 0) return undefined;
    stars.push(text.slice(at, found));
    at = found + part.length;
  }
  return stars;
}
