/** What a file must hold to be worth parsing. */
import { MARK } from '../../src/engine/suppressions/comments.ts';
import type { Vendor } from '../../src/model/catalog.ts';

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
const FOREIGN_HOST = `(?:https?:)?//(?!(?:${LIBRARIES.join('|')})\\.)`;
const FOREIGN_SCRIPT = `<script[^>]{0,300}?\\ssrc\\s{0,2}=\\s{0,2}["']?${FOREIGN_HOST}`;
/** The same where a script makes the element: the address handed to the function that does, as loaders are written, or given to the element. */
const FOREIGN_LOADER = `["']script["']\\s{0,2},\\s{0,2}["']${FOREIGN_HOST}|\\.src\\s{0,2}=\\s{0,2}["']${FOREIGN_HOST}[^"'\\s]{1,200}\\.js\\b`;

/**
 * One regular expression over all names by which a vendor can be met: its globals where they are used, the hosts of its
 * addresses, its packages. Suppressions are met too: one that the tag has left behind is to be told. Alternatives share no nested repetition, so that the scan is linear.
 */
export function interest(vendors: readonly Vendor[]): string {
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
  return `\\b(?:${names})(?:["'\`]|\\s{0,2}(?:[=(.[]|\\?\\.))|${members}|${pushed}|${fixed}|${FOREIGN_SCRIPT}|${FOREIGN_LOADER}|${MARK}`;
}
