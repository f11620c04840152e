/** The parts of a container as a person sets them up: fields with their values as text, ids resolved, without what only the export needs. */
import { BUILT_IN_TRIGGERS } from '../extract/gtm/events.ts';
import type { Entity, EntityKind } from '../model/entity.ts';
import type { Unit } from '../model/unit.ts';
import { enumWord, items, type Json, record, scalar, text } from '../parse/container-json.ts';

/** A part of a container. */
export interface Part {
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Values by the name of the field: `eventName`, `eventParameters[0].parameter`, `fires on`. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Ids, bookkeeping of the interface, and what is told in words of its own. */
const LEFT_OUT = new Set([
  'accountId',
  'containerId',
  'containerVersionId',
  'workspaceId',
  'tagId',
  'triggerId',
  'variableId',
  'templateId',
  'clientId',
  'transformationId',
  'zoneId',
  'folderId',
  'parentFolderId',
  'uniqueTriggerId',
  'fingerprint',
  'tagManagerUrl',
  'path',
  'kind',
  'name',
  'type',
  'firingTriggerId',
  'blockingTriggerId',
]);
/** Folders only sort things. */
const SHOWN: ReadonlySet<EntityKind> = new Set([
  'tag',
  'trigger',
  'variable',
  'template',
  'client',
  'transformation',
  'zone',
]);
const MAX_DEPTH = 12;
const MAX_FIELDS = 2_000;

/** The parts of an export; none of a container as it is published, whose parts have no names, and of anything else. */
export function partsOf(unit: Unit): Part[] {
  if (unit.compiled) return [];
  return unit.entities.flatMap((entity) => {
    const raw = SHOWN.has(entity.kind) ? rawOf(entity) : undefined;
    return raw ? [partOf(entity, raw)] : [];
  });
}

function rawOf({ whole }: Entity): Json | undefined {
  if (!whole) return undefined;
  try {
    return record(JSON.parse(whole.source.text.slice(whole.start, whole.end)));
  } catch {
    // A container that is broken somewhere is told as such.
    return undefined;
  }
}

function partOf(entity: Entity, raw: Json): Part {
  const fields = new Map<string, string>();
  // A template has another number in every container that it is taken into.
  const template = entity.uses.find(({ role }) => role === 'type')?.target?.name;
  const type = entity.kind === 'template' ? '' : (template ?? entity.type);
  if (type !== '') fields.set('type', type);
  for (const [label, role] of [
    ['fires on', 'firing'],
    ['does not fire on', 'exception'],
  ] as const) {
    const named = entity.uses
      .filter((use) => use.role === role)
      .map(({ target, name }) => target?.name ?? ownName(name));
    if (named.length > 0) fields.set(label, [...new Set(named)].sort().join(', '));
  }
  for (const [key, value] of Object.entries(raw)) if (!LEFT_OUT.has(key)) collect(key, value, fields, 0);
  const { kind, id, name } = entity;
  return { kind, id, name, type, fields };
}

function ownName(id: string): string {
  return Object.hasOwn(BUILT_IN_TRIGGERS, id) ? (BUILT_IN_TRIGGERS[id]?.name ?? id) : id;
}

function collect(label: string, value: unknown, fields: Map<string, string>, depth: number): void {
  if (depth > MAX_DEPTH || fields.size > MAX_FIELDS) return;
  const whole = record(value);
  const condition = whole && conditionText(whole);
  if (condition !== undefined) add(label, condition, fields);
  else if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isParameter))
      for (const one of items(value)) parameter(label === 'parameter' ? '' : label, one, fields, depth);
    else
      for (const [index, one] of items(value).entries())
        collect(value.length > 1 ? `${label}[${index}]` : label, one, fields, depth + 1);
  } else if (whole) {
    if (isParameter(whole) || isValue(whole)) parameter(label, whole, fields, depth);
    else
      for (const [key, inner] of Object.entries(whole))
        if (!LEFT_OUT.has(key)) collect(`${label}.${key}`, inner, fields, depth + 1);
  } else add(label, text(value) ?? '', fields);
}

/** `{ type, key, value | list | map }`. */
function isParameter(value: unknown): boolean {
  const whole = record(value);
  return whole !== undefined && typeof whole.key === 'string' && typeof whole.type === 'string';
}

/** A parameter without a key: an item of a list, a field with a type. */
function isValue(whole: Json): boolean {
  return typeof whole.type === 'string' && ('value' in whole || 'list' in whole || 'map' in whole);
}

function parameter(prefix: string, value: unknown, fields: Map<string, string>, depth: number): void {
  const whole = record(value);
  if (!whole || depth > MAX_DEPTH) return;
  const key = text(whole.key);
  const label = [prefix, key].filter((part) => part !== undefined && part !== '').join('.');
  const list = items(whole.list);
  for (const [index, item] of list.entries()) {
    const inner = record(item);
    if (inner) parameter(`${label}[${index}]`, inner.key === undefined ? inner : { ...inner }, fields, depth + 1);
  }
  for (const item of items(whole.map)) parameter(label, item, fields, depth + 1);
  if (!('list' in whole) && !('map' in whole) && 'value' in whole) add(label, scalar(whole) ?? '', fields);
}

function add(label: string, value: string, fields: Map<string, string>): void {
  // What is not set reads like what is absent.
  if (value !== '' && label !== '') fields.set(label, value);
}

/** `{{Page Path}} contains /checkout`. */
function conditionText(whole: Json): string | undefined {
  const parameters = items(whole.parameter).flatMap((one): Json[] => [record(one) ?? {}]);
  const of = (key: string): string | undefined => scalar(parameters.find((one) => one.key === key));
  const left = of('arg0');
  if (left === undefined || typeof whole.type !== 'string') return undefined;
  const negated = of('negate') === 'true' ? 'not ' : '';
  const operator = enumWord(whole.type).toLowerCase().replaceAll('_', ' ');
  const end = of('ignore_case') === 'true' ? ' (ignoring case)' : '';
  return `${left} ${negated}${operator} ${of('arg1') ?? ''}${end}`;
}
