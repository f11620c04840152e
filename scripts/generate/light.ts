/** Modules with the few facts that are needed before the catalogue is, so that a run with nothing to judge stays cheap. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Catalog } from '../../src/model/catalog.ts';
import { banner, quoted } from './module-text.ts';

export interface Ids {
  readonly ruleIds: readonly string[];
  readonly vendorIds: readonly string[];
  readonly platformIds: readonly string[];
  readonly ruleOptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly presetNames: readonly string[];
}

/** The ids that a user may name in options and in the configuration. */
export function idsModule({ ruleIds, vendorIds, platformIds, ruleOptions }: Ids): string {
  const lists = [list('ruleIds', ruleIds), list('vendorIds', vendorIds), list('platformIds', platformIds)];
  const options = Object.entries(ruleOptions).map(([id, told]) => {
    const names = Object.entries(told).map(([name, about]) => `    ${quoted(name)}: ${quoted(about)},\n`);
    return `  ${quoted(id)}: {\n${names.join('')}  },\n`;
  });
  return `${banner}${lists.join('\n')}
/** What rules may be told, with what it says. */
export const ruleOptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${options.join('')}};
`;
}

/** The scan that decides whether a file is decoded and parsed at all. */
export function interestModule(catalog: Catalog): string {
  return `${banner}/** Source of \`Catalog.interest\`. */
export const interest = ${quoted(catalog.interest)};

/** Source of a regular expression that finds something in every settings file of a vendor. */
export const settingsInterest = ${quoted(settingsInterest(catalog))};

/** Source of a regular expression that finds the paths of frameworks' configurations: plugins are listed there by any name. */
export const configurationPaths = ${quoted(configurationPaths(catalog))};
`;
}

/** @param manifest path of package.json */
export function versionModule(manifest: string): string {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return `${banner}export const version = ${quoted(version)};\n`;
}

function list(name: string, ids: readonly string[]): string {
  const entries = ids.map((id) => `  ${quoted(id)},\n`).join('');
  return `export const ${name}: readonly string[] = [\n${entries}];\n`;
}

function configurationPaths({ frameworks }: Catalog): string {
  const files = frameworks.flatMap((framework) => framework.files).map(escaped);
  return `(?:^|[\\\\/])(?:${files.join('|')})\\.[cm]?[jt]s$`;
}

function settingsInterest(catalog: Catalog): string {
  const keys = catalog.vendors.flatMap(({ settingsFiles }) => settingsFiles.map(({ path }) => path.at(-1) ?? ''));
  const unique = [...new Set(keys.filter((key) => key !== ''))].sort();
  // Finds nothing where no vendor has such files.
  if (unique.length === 0) return '(?!)';
  return `"(?:${unique.map(escaped).join('|')})"`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
