/** Where the parts of a container stand: in the sections of a version, or loose in a listing. */
import type { JsonPath } from '../text/json-positions.ts';
import { items, type Json, record } from './container-json.ts';

/** A part of a container with its place in the document. */
export type Entry = readonly [part: unknown, path: JsonPath];

/** By section: `tag`, `trigger`, `variable` … */
export type Sections = ReadonlyMap<string, readonly Entry[]>;

/** The sections of a version that stands at a path. */
export function versionSections(version: Json, base: JsonPath): Sections {
  return new Map(
    Object.keys(version).map((section) => [
      section,
      items(version[section]).map((part, index): Entry => [part, [...base, section, index]]),
    ]),
  );
}

/** What tells the parts of a listing apart, where no section does. */
const ID_KEYS: readonly (readonly [key: string, section: string])[] = [
  ['tagId', 'tag'],
  ['firingTriggerId', 'tag'],
  ['triggerId', 'trigger'],
  ['variableId', 'variable'],
  ['templateId', 'customTemplate'],
  ['clientId', 'client'],
  ['transformationId', 'transformation'],
  ['zoneId', 'zone'],
  ['folderId', 'folder'],
];

/** Parts on their own, as the API lists them: tags, triggers, a single tag. */
export function listingSections(entries: readonly Entry[]): Sections {
  const sections = new Map<string, Entry[]>();
  for (const entry of entries) {
    const part = record(entry[0]);
    const section = part && ID_KEYS.find(([key]) => Object.hasOwn(part, key))?.[1];
    if (section === undefined) continue;
    const known = sections.get(section);
    if (known) known.push(entry);
    else sections.set(section, [entry]);
  }
  return sections;
}
