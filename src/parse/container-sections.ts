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

/** A version of a container with its place in the document. */
export interface FoundVersion {
  readonly version: Json;
  readonly base: JsonPath;
}

const SECTIONS = ['tag', 'trigger', 'variable', 'customTemplate', 'client', 'transformation'];
/** Answers of an interface and lists of exports nest no deeper, and hold no more. */
const MAX_NESTING = 6;
const MAX_LOOKED_AT = 2_000;

/** Whether a record is a version itself, or a part of one on its own. */
function isVersion(raw: Json): boolean {
  return 'firingTriggerId' in raw || SECTIONS.some((section) => Array.isArray(raw[section]));
}

/** The versions within whatever wraps them: the answer of an interface, a list of exports, a backup. */
export function versionsWithin(value: unknown): FoundVersion[] {
  const found: FoundVersion[] = [];
  const waiting: Entry[] = [[value, []]];
  for (let at = 0; at < waiting.length && at < MAX_LOOKED_AT; at++) {
    const [part, path] = waiting[at] ?? [];
    const raw = record(part);
    if (!path) continue;
    const wrapped = raw && record(raw.containerVersion);
    if (wrapped) found.push({ version: wrapped, base: [...path, 'containerVersion'] });
    else if (raw && isVersion(raw)) found.push({ version: raw, base: path });
    else if (path.length < MAX_NESTING) {
      const inner = raw ? Object.entries(raw) : items(part).map((item, index) => [index, item] as const);
      for (const [key, one] of inner) if (typeof one === 'object' && one !== null) waiting.push([one, [...path, key]]);
    }
  }
  return found;
}
