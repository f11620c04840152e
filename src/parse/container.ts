/**
 * Reads a Google Tag Manager container: the export of the user interface (`{ exportFormatVersion, containerVersion }`)
 * and the version as the API gives it (`versions.get`), with enum words of either dialect. Hand-made containers are met as
 * often as exported ones, so every field is optional and what has another type than expected is left out.
 */
import { type JsonSyntaxError, parseJson } from '../text/json-error.ts';
import type { JsonPath, JsonPositions } from '../text/json-positions.ts';
import type { OffsetMap } from '../text/offset-map.ts';
import { enumWord, ids, isTrue, items, type Json, record, scalar, text } from './container-json.ts';
import { listingSections, type Sections, versionSections, versionsWithin } from './container-sections.ts';
import { type ContainerText, textsOf } from './container-texts.ts';

/** A parameter of a tag, trigger, variable or client. Its value is text whatever its type; lists and maps nest. */
export interface ContainerParameter {
  readonly key: string;
  /** TEMPLATE, BOOLEAN, INTEGER, LIST, MAP, TAG_REFERENCE, TRIGGER_REFERENCE. */
  readonly type: string;
  readonly value: string | undefined;
  readonly list: readonly ContainerParameter[];
  readonly map: readonly ContainerParameter[];
  /** Path of the parameter's object in the document. */
  readonly path: JsonPath;
}

/** A condition of a trigger: `left` and `right` are texts with references. */
export interface ContainerCondition {
  /** EQUALS, CONTAINS, STARTS_WITH, ENDS_WITH, MATCH_REGEX, CSS_SELECTOR, URL_MATCHES, GREATER, LESS … */
  readonly operator: string;
  readonly left: string;
  readonly right: string;
  readonly negate: boolean;
  readonly ignoreCase: boolean;
  /** Path of the right-hand text, or of the whole condition where it has none. */
  readonly path: JsonPath;
}

interface Named {
  readonly id: string;
  /** The name, or what stands for it where an entity has none. */
  readonly name: string;
  readonly type: string;
  readonly path: JsonPath;
  /** Where findings about the entity as a whole point: its name. */
  readonly namePath: JsonPath;
  readonly parameters: ReadonlyMap<string, ContainerParameter>;
  readonly folderId: string | undefined;
  /** Where other parts are named, parameters included. */
  readonly texts: readonly ContainerText[];
}

/** A tag that runs before (set-up) or after (clean-up) another; sequences name tags by name. */
export interface SequencedTag {
  readonly name: string;
  readonly path: JsonPath;
}

export interface ContainerTag extends Named {
  readonly firing: readonly string[];
  readonly blocking: readonly string[];
  readonly paused: boolean;
  readonly priority: number;
  /** Undefined where the document cannot tell whether anybody looked. */
  readonly consentStatus: 'not-set' | 'not-needed' | 'needed' | undefined;
  readonly consentTypes: readonly ContainerParameter[];
  readonly setup: readonly SequencedTag[];
  readonly cleanup: readonly SequencedTag[];
}

export interface ContainerTrigger extends Named {
  readonly eventFilters: readonly ContainerCondition[];
  readonly filters: readonly ContainerCondition[];
  /** When the listener is armed (links, forms, timers). */
  readonly listenerFilters: readonly ContainerCondition[];
  /** Members of a trigger group. */
  readonly members: readonly string[];
  /** The event's name where a hand-made container gives it without a filter. */
  readonly eventName: string | undefined;
}

export interface ContainerVariable extends Named {
  readonly format: VariableFormat;
}

/** How a variable's value is rewritten; texts may hold references. */
export interface VariableFormat {
  readonly letters: 'lower' | 'upper' | undefined;
  readonly whenUndefined: ContainerParameter | undefined;
  readonly whenNull: ContainerParameter | undefined;
  readonly whenTrue: ContainerParameter | undefined;
  readonly whenFalse: ContainerParameter | undefined;
}

export interface ContainerTemplate {
  readonly id: string;
  readonly name: string;
  readonly path: JsonPath;
  readonly namePath: JsonPath;
  readonly data: string;
  /** Of a published container, where `data` holds the code alone, or nothing where that cannot be read. */
  readonly compiled?: CompiledTemplate;
  /** `owner/repository` of the gallery, in lower case. */
  readonly repository: string | undefined;
  readonly galleryId: string | undefined;
}

/** What a published container says of a custom template besides its code. */
export interface CompiledTemplate {
  /** Permissions by id; their fields are lists, records, texts and flags. */
  readonly permissions: Readonly<Record<string, unknown>>;
}

/** A client or transformation of a server container, a zone, a folder: what is read of it are its name and what it names. */
export interface ContainerPart extends Named {}

/** Other containers that this one loads where the conditions of the boundary hold. */
export interface ContainerZone extends ContainerPart {
  readonly children: readonly { readonly publicId: string; readonly path: JsonPath }[];
  readonly conditions: readonly ContainerCondition[];
  /** Triggers on which the boundary is evaluated, where the zone names some. */
  readonly evaluation: readonly string[];
  /** The types of tags that the zone lets run; undefined where it lets all. */
  readonly allowedTypes: readonly string[] | undefined;
}

export interface BuiltInVariable {
  readonly name: string;
  readonly type: string;
}

export interface Container {
  readonly server: boolean;
  readonly name: string | undefined;
  readonly namePath: JsonPath;
  readonly publicId: string | undefined;
  readonly tags: readonly ContainerTag[];
  readonly triggers: readonly ContainerTrigger[];
  readonly variables: readonly ContainerVariable[];
  readonly templates: readonly ContainerTemplate[];
  readonly clients: readonly ContainerPart[];
  readonly transformations: readonly ContainerPart[];
  readonly zones: readonly ContainerZone[];
  readonly folders: readonly ContainerPart[];
  readonly builtIns: readonly BuiltInVariable[];
  /** Sections that the container has, empty ones included: `tag`, `trigger`, `variable`, `builtInVariable` … */
  readonly sections: ReadonlySet<string>;
  /** Published: parts have no names, and what is not needed at run time is not there. */
  readonly compiled?: true;
}

/** The text at a path of a document, with the map of its characters into the file; undefined where there is none. */
export type TextAt = (positions: JsonPositions, path: JsonPath) => MappedText | undefined;

export interface MappedText {
  readonly value: string;
  readonly map: OffsetMap;
}

export type ContainerDocument =
  | {
      readonly ok: true;
      readonly container: Container;
      /** Offset at which the JSON begins. */
      readonly start: number;
      /** Where further containers stand in the same document: they are not read. */
      readonly others?: readonly JsonPath[];
      /** Reads a text that stands at a path, where it is more than a string. */
      readonly textAt?: TextAt;
    }
  | { readonly ok: false; readonly error: JsonSyntaxError };

/** Parameters nest as list, map, value: deeper levels mean nothing to Tag Manager. */
const MAX_DEPTH = 8;

/** Reads the text of a container. Never throws; only text that is no JSON is an error. */
export function readContainer(source: string): ContainerDocument {
  const document = parseJson(source);
  if (!document.ok) return document;
  const listed = Array.isArray(document.value)
    ? listingSections(document.value.map((part, index) => [part, [index]]))
    : undefined;
  const [found, ...others] = listed && listed.size > 0 ? [] : versionsWithin(document.value);
  const { version, base } = found ?? { version: record(document.value) ?? {}, base: [] };
  const sections =
    listed && listed.size > 0
      ? listed
      : 'firingTriggerId' in version
        ? listingSections([[version, base]])
        : versionSections(version, base);
  const container = readVersion(version, base, sections);
  return { ok: true, container, start: document.start, others: others.map((one) => one.base) };
}

function readVersion(version: Json, base: JsonPath, sections: Sections): Container {
  const about = record(version.container) ?? {};
  const entities = <T>(section: string, read: (raw: Json, path: JsonPath) => T): T[] =>
    (sections.get(section) ?? []).flatMap(([part, path]) => {
      const raw = record(part);
      return raw ? [read(raw, path)] : [];
    });
  const tags = entities('tag', readTag);
  const parts = (section: string): ContainerPart[] =>
    entities(section, (raw, path) => named(raw, path, `${section}Id`, section));
  const clients = parts('client');
  const contexts = items(about.usageContext).map((context) => text(context)?.toUpperCase());
  const builtIns = items(version.builtInVariable).flatMap((entry): BuiltInVariable[] => {
    const raw = record(entry);
    const type = enumWord(raw?.type);
    return raw && type !== '' ? [{ name: text(raw.name) ?? '', type }] : [];
  });
  // The first format of exports lists the types alone.
  const older = items(about.enabledBuiltInVariable).map(
    (type): BuiltInVariable => ({ name: '', type: enumWord(type) }),
  );
  return {
    server: contexts.includes('SERVER') || (contexts.length === 0 && (clients.length > 0 || tags.some(isServerTag))),
    name: text(about.name) ?? text(version.name),
    namePath: text(about.name) === undefined ? [...base, 'name'] : [...base, 'container', 'name'],
    publicId: text(about.publicId),
    tags,
    triggers: entities('trigger', readTrigger),
    variables: entities('variable', readVariable),
    templates: entities('customTemplate', readTemplate),
    clients,
    transformations: parts('transformation'),
    zones: entities('zone', readZone),
    folders: parts('folder'),
    builtIns: [...builtIns, ...older],
    sections: new Set(sections.keys()),
  };
}

function isServerTag(tag: ContainerTag): boolean {
  return tag.type.startsWith('sgtm');
}

function readTag(raw: Json, path: JsonPath): ContainerTag {
  const consent = record(raw.consentSettings) ?? {};
  const status = enumWord(consent.consentStatus);
  return {
    ...named(raw, path, 'tagId', 'tag'),
    firing: ids(raw.firingTriggerId),
    blocking: ids(raw.blockingTriggerId),
    paused: isTrue(raw.paused),
    priority: Number(scalar(raw.priority) ?? 0) || 0,
    consentStatus: status === 'NEEDED' ? 'needed' : status === 'NOT_NEEDED' ? 'not-needed' : 'not-set',
    consentTypes: consentTypes(consent.consentType, [...path, 'consentSettings', 'consentType']),
    setup: sequence(raw.setupTag, [...path, 'setupTag']),
    cleanup: sequence(raw.teardownTag, [...path, 'teardownTag']),
  };
}

/** A list parameter of texts; in files that are written by hand also a plain list, and plain texts in either, or a text alone. */
function consentTypes(value: unknown, path: JsonPath): ContainerParameter[] {
  const list = record(value)?.list;
  const at = list === undefined ? path : [...path, 'list'];
  const given = list ?? value;
  const entries = typeof given === 'string' ? [given] : items(given);
  return entries.flatMap((entry, index) => {
    const place = Array.isArray(given) ? [...at, index] : at;
    return typeof entry === 'string'
      ? { key: '', type: 'TEMPLATE', value: entry, list: [], map: [], path: place }
      : (parameter(entry, place, 0) ?? []);
  });
}

function sequence(value: unknown, path: JsonPath): SequencedTag[] {
  return items(value).flatMap((entry, index) => {
    const name = text(record(entry)?.tagName);
    return name === undefined ? [] : [{ name, path: [...path, index, 'tagName'] }];
  });
}

function readTrigger(raw: Json, path: JsonPath): ContainerTrigger {
  const base = named(raw, path, 'triggerId', 'trigger');
  const members = base.parameters.get('triggerIds')?.list ?? [];
  return {
    ...base,
    type: enumWord(raw.type),
    eventFilters: conditions(raw.customEventFilter, [...path, 'customEventFilter']),
    filters: conditions(raw.filter, [...path, 'filter']),
    listenerFilters: conditions(raw.autoEventFilter, [...path, 'autoEventFilter']),
    members: members.flatMap((member) => (member.value === undefined ? [] : [member.value])),
    eventName:
      scalar(raw.eventName) ?? scalar(raw.customEventName) ?? base.parameters.get('eventName')?.value ?? undefined,
  };
}

function readZone(raw: Json, path: JsonPath): ContainerZone {
  const boundary = record(raw.boundary) ?? {};
  const restriction = record(raw.typeRestriction) ?? {};
  return {
    ...named(raw, path, 'zoneId', 'zone'),
    children: items(raw.childContainer).flatMap((entry, index) => {
      const publicId = text(record(entry)?.publicId);
      return publicId === undefined ? [] : [{ publicId, path: [...path, 'childContainer', index, 'publicId'] }];
    }),
    conditions: conditions(boundary.condition, [...path, 'boundary', 'condition']),
    evaluation: ids(boundary.customEvaluationTriggerId),
    allowedTypes: isTrue(restriction.enable) ? ids(restriction.whitelistedTypeId) : undefined,
  };
}

function conditions(value: unknown, path: JsonPath): ContainerCondition[] {
  return items(value).flatMap((entry, index): ContainerCondition[] => {
    const raw = record(entry);
    if (!raw) return [];
    const at = [...path, index];
    const found = parameters(raw.parameter, [...at, 'parameter']);
    const left = found.get('arg0')?.value;
    if (left === undefined) return [];
    const right = found.get('arg1');
    return [
      {
        operator: enumWord(raw.type),
        left,
        right: right?.value ?? '',
        negate: found.get('negate')?.value === 'true',
        ignoreCase: found.get('ignore_case')?.value === 'true',
        path: right?.value === undefined ? at : [...right.path, 'value'],
      },
    ];
  });
}

function readVariable(raw: Json, path: JsonPath): ContainerVariable {
  const format = record(raw.formatValue) ?? {};
  const letters = enumWord(format.caseConversionType);
  const given = (key: string): ContainerParameter | undefined =>
    parameter(format[key], [...path, 'formatValue', key], 0);
  return {
    ...named(raw, path, 'variableId', 'variable'),
    format: {
      letters: letters === 'LOWERCASE' ? 'lower' : letters === 'UPPERCASE' ? 'upper' : undefined,
      whenUndefined: given('convertUndefinedToValue'),
      whenNull: given('convertNullToValue'),
      whenTrue: given('convertTrueToValue'),
      whenFalse: given('convertFalseToValue'),
    },
  };
}

function readTemplate(raw: Json, path: JsonPath): ContainerTemplate {
  const gallery = record(raw.galleryReference) ?? {};
  const owner = text(gallery.owner);
  const repository = text(gallery.repository);
  const id = text(raw.templateId) ?? '';
  return {
    id,
    name: text(raw.name) ?? `template ${id}`.trim(),
    path,
    namePath: [...path, 'name'],
    data: typeof raw.templateData === 'string' ? raw.templateData : '',
    repository: owner !== undefined && repository !== undefined ? `${owner}/${repository}`.toLowerCase() : undefined,
    galleryId: text(gallery.galleryTemplateId),
  };
}

function named(raw: Json, path: JsonPath, idKey: string, what: string): Named {
  const id = text(raw[idKey]) ?? '';
  return {
    id,
    name: text(raw.name) ?? `${what} ${id}`.trim(),
    type: text(raw.type) ?? '',
    path,
    namePath: [...path, 'name'],
    parameters: parameters(raw.parameter, [...path, 'parameter']),
    folderId: text(raw.parentFolderId),
    texts: textsOf(raw, path),
  };
}

/** Parameters by key; the first of two with one key counts. */
function parameters(value: unknown, path: JsonPath): Map<string, ContainerParameter> {
  const found = new Map<string, ContainerParameter>();
  items(value).forEach((entry, index) => {
    const one = parameter(entry, [...path, index], 0);
    if (one && !found.has(one.key)) found.set(one.key, one);
  });
  return found;
}

function parameter(value: unknown, path: JsonPath, depth: number): ContainerParameter | undefined {
  const raw = record(value);
  if (!raw || depth > MAX_DEPTH) return undefined;
  const nested = (key: 'list' | 'map'): ContainerParameter[] =>
    items(raw[key]).flatMap((entry, index) => parameter(entry, [...path, key, index], depth + 1) ?? []);
  return {
    key: text(raw.key) ?? '',
    type: enumWord(raw.type),
    value: text(raw.value),
    list: nested('list'),
    map: nested('map'),
    path,
  };
}
