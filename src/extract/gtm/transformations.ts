/** Transformations of a server container: what they take from an event, or put into it, before a tag sees it. */
import type { Activity } from '../../model/unit.ts';
import { isEmpty, type Property, UNDEFINED, type Value } from '../../model/value.ts';
import type { ContainerParameter, ContainerPart, ContainerTag } from '../../parse/container.ts';
import { placeOf, type Scope } from './scope.ts';
import { parameterValue } from './tables.ts';

/** What a transformation makes of the event data at a path; undefined where it leaves it alone. */
type Change = (path: string) => Value | undefined;

const MAX_DEPTH = 24;

export class Transformations {
  readonly #scope: Scope;
  readonly #all: readonly { readonly part: ContainerPart; readonly change: Change }[];

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#all = scope.container.transformations.flatMap((part) => {
      // Under a condition, it may not be for the event that matters.
      const isConditional = part.parameters.get('matchingConditionsEnabled')?.value !== 'false';
      const change = isConditional ? undefined : changeOf(scope, part);
      return change ? [{ part, change }] : [];
    });
  }

  /** The activities of a tag with the event data as it sees it. User data of which nothing is left is not handed over. */
  apply(tag: ContainerTag, activities: readonly Activity[]): readonly Activity[] {
    const own = this.#all.filter(({ part }) => affects(part, tag));
    const changes = own.map(({ change }) => change);
    if (changes.length === 0) return activities;
    const added = own.flatMap(({ part }) => addedBy(this.#scope, part));
    return activities
      .map((one) => withAdded(one, added))
      .flatMap((activity): Activity[] => {
        const entries = Object.entries(activity.values).map(
          ([name, value]) => [name, changed(value, changes, 0)] as const,
        );
        const values = Object.fromEntries(entries.filter(([, value]) => !isNothing(value)));
        return activity.kind === 'identify' && !values.user ? [] : [{ ...activity, values }];
      });
  }
}

/** A list says which tags and types of tags are meant, or which are not. */
function affects({ parameters }: ContainerPart, tag: ContainerTag): boolean {
  const tags = cells(parameters.get('affectedTags'), 'tagReference');
  const types = parameters.get('affectedTagTypes')?.list ?? [];
  const isListed =
    tags.includes(tag.name) ||
    types.some(({ map }) => {
      const type = map.find(({ key }) => key === 'tagType')?.value;
      const exceptions = cells(
        map.find(({ key }) => key === 'tagTypeExceptions'),
        'tagReference',
      );
      return type === tag.type && !exceptions.includes(tag.name);
    });
  return isListed !== (parameters.get('allTagsExcept')?.value === 'true');
}

function changeOf(scope: Scope, { type, parameters }: ContainerPart): Change | undefined {
  switch (type) {
    case 'tf_exclude_params': {
      const names = cells(parameters.get('excludedParamsTable'), 'excludedParams');
      return (path) => (names.some((name) => isWithin(path, name)) ? UNDEFINED : undefined);
    }
    case 'tf_allow_params': {
      const names = cells(parameters.get('allowedParamsTable'), 'allowedParams');
      // What holds something that is allowed is there, at least in part.
      return (path) => (names.some((name) => isWithin(path, name) || isWithin(name, path)) ? undefined : UNDEFINED);
    }
    case 'tf_augment_event': {
      const rows = rowsAdded(parameters);
      return (path) => {
        const row = rows.find(({ name }) => name === path);
        return row && parameterValue(scope, row.value);
      };
    }
    default:
      return undefined;
  }
}

interface AddedRow {
  readonly name: string;
  readonly value: ContainerParameter;
}

function rowsAdded(parameters: ContainerPart['parameters']): AddedRow[] {
  return (parameters.get('augmentEventTable')?.list ?? []).flatMap(({ map }) => {
    const name = map.find(({ key }) => key === 'paramName')?.value;
    const value = map.find(({ key }) => key === 'paramValue');
    return name !== undefined && value ? [{ name, value }] : [];
  });
}

function addedBy(scope: Scope, { type, parameters }: ContainerPart): Property[] {
  if (type !== 'tf_augment_event') return [];
  return rowsAdded(parameters).map(({ name, value }) => ({
    key: name,
    value: parameterValue(scope, value),
    location: placeOf(scope, value),
  }));
}

/** What is put into the event goes along with a tag that forwards all of it. */
function withAdded(activity: Activity, added: readonly Property[]): Activity {
  const { params } = activity.values;
  if (added.length === 0 || params?.kind !== 'object' || !activity.tagShape?.wholeEcommerce.length) return activity;
  const names = new Set(added.map(({ key }) => key));
  const kept = params.properties.filter(({ key }) => !names.has(key));
  return { ...activity, values: { ...activity.values, params: { ...params, properties: [...kept, ...added] } } };
}

function cells(table: ContainerParameter | undefined, column: string): string[] {
  return (table?.list ?? []).flatMap((row) => {
    const value = row.map.length > 0 ? row.map.find(({ key }) => key === column)?.value : row.value;
    return value === undefined || value === '' ? [] : [value];
  });
}

/** `user_data.address.city` is within `user_data`. */
function isWithin(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`);
}

function changed(value: Value, changes: readonly Change[], depth: number): Value {
  if (depth > MAX_DEPTH) return value;
  const inner = (one: Value): Value => changed(one, changes, depth + 1);
  switch (value.kind) {
    case 'unknown': {
      const fields = value.origins.filter(({ kind, name }) => kind === 'event-data' && !/^header /.test(name));
      // Of a value that is made of several fields, one may be left.
      const results = fields.map(({ name }) => firstChange(name, changes));
      const [first] = results;
      return first && (results.length === 1 || results.every(isNothing)) ? first : value;
    }
    case 'object': {
      const properties = value.properties.flatMap((property): Property[] => {
        const result = inner(property.value);
        return result !== property.value && isNothing(result) ? [] : [{ ...property, value: result }];
      });
      return { ...value, properties, rest: value.rest.map(inner).filter((one) => !isNothing(one)) };
    }
    case 'array':
      return { ...value, items: value.items.map(inner) };
    case 'choice':
      return { ...value, alternatives: value.alternatives.map((one) => ({ ...one, value: inner(one.value) })) };
    case 'text':
      return { ...value, parts: value.parts.map((part) => (typeof part === 'string' ? part : inner(part))) };
    default:
      return value;
  }
}

function firstChange(path: string, changes: readonly Change[]): Value | undefined {
  for (const change of changes) {
    const result = change(path);
    if (result) return result;
  }
  return undefined;
}

function isNothing(value: Value | undefined): boolean {
  return value !== undefined && (isEmpty(value) || (value.kind === 'literal' && value.value === undefined));
}
