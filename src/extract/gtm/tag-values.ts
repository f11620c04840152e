/** What a tag sends, by the names of the catalogue: id, event, user, params; what is left over are its options. */
import type { GtmTagShape } from '../../model/catalog.ts';
import {
  isEmpty,
  literal,
  type ObjectValue,
  type Origin,
  type Property,
  textOf,
  unknown,
  type Value,
} from '../../model/value.ts';
import type { ContainerParameter, ContainerTag } from '../../parse/container.ts';
import { soleReference } from './references.ts';
import { placeOf, type Scope } from './scope.ts';
import { shapeOf } from './shapes.ts';
import { parameterValue } from './tables.ts';

/** Code is no option: it is read as what it is. */
const CODE = new Set(['html', 'javascript']);
/** Variables that hold nothing but settings; their keys are the parameters themselves. */
const SETTINGS = new Set(['gtes', 'gtcs', 'gas', 'awec']);

/** Where a reference to another tag leads is looked up this far. */
const MAX_HOPS = 3;

/** The values of a tag that the catalogue knows. */
export function tagValues(scope: Scope, tag: ContainerTag, shape: GtmTagShape): Record<string, Value> {
  const values: Record<string, Value> = {};
  const id = idOf(scope, tag, shape, 0);
  if (id) values.id = id;
  const event = eventOf(scope, tag, shape);
  if (event) values.event = event;
  const params = paramsOf(scope, tag, shape);
  if (params.properties.length > 0 || params.rest.length > 0) values.params = params;
  const taken = [
    shape.id,
    ...shape.event,
    ...shape.params,
    ...shape.wholeEcommerce,
    ...shape.userData.map(({ key }) => parameterOf(key)),
  ];
  const options = optionsOf(scope, tag, new Set(taken));
  if (options.properties.length > 0) values.options = options;
  return values;
}

/** The account's id: the parameter, a settings variable that holds it, or the configuration tag that the tag refers to. */
export function idOf(scope: Scope, tag: ContainerTag, shape: GtmTagShape, hops: number): Value | undefined {
  const key = shape.id;
  if (key === undefined) return undefined;
  const given = tag.parameters.get(key);
  if (given && given.type !== 'TAG_REFERENCE' && given.value !== undefined && given.value !== '')
    return parameterValue(scope, given);
  for (const parameter of tag.parameters.values()) {
    // `measurementId`, the older field of `measurementIdOverride`, names a configuration tag or is the id itself.
    const older = parameter.key.length > 4 && parameter.key !== key && key.startsWith(parameter.key);
    const other =
      hops < MAX_HOPS && (older || parameter.type === 'TAG_REFERENCE') ? scope.tag(parameter.value ?? '') : undefined;
    if (older && !other && parameter.type !== 'TAG_REFERENCE' && parameter.value)
      return parameterValue(scope, parameter);
    if (other) {
      const found = shapeOf(scope, other);
      const id = found && idOf(scope, other, found.shape, hops + 1);
      if (id) return { ...id, location: placeOf(scope, parameter) };
    }
    const name = soleReference(parameter.value ?? '');
    const inner = name === undefined ? undefined : scope.variable(name)?.parameters.get(key);
    if (inner?.value) return scope.textValue(inner.value, placeOf(scope, parameter));
  }
  return undefined;
}

/**
 * The event's name. Templates keep one field for each way to name it and a selector that says which one counts:
 * `eventName: standard` beside `standardEventName`.
 */
function eventOf(scope: Scope, tag: ContainerTag, shape: GtmTagShape): Value | undefined {
  const filled = shape.event.flatMap((key) => {
    const parameter = tag.parameters.get(key);
    return parameter?.value ? [parameter] : [];
  });
  const selectors = [...tag.parameters.values()].flatMap(({ key, value }) =>
    /event|type|name/i.test(key) && /^[a-z]{4,12}$/i.test(value ?? '') ? [(value ?? '').toLowerCase()] : [],
  );
  const selected = selectors.flatMap((word) => {
    const meant = shape.event.filter((key) => key.toLowerCase().includes(word));
    return meant.length === 1
      ? filled.filter(({ key }) => key === meant[0] && tag.parameters.get(key)?.value?.toLowerCase() !== word)
      : [];
  });
  const parameter = selected[0] ?? filled[0];
  return parameter && parameterValue(scope, parameter);
}

function paramsOf(scope: Scope, tag: ContainerTag, shape: GtmTagShape): ObjectValue {
  const given = present(tag, shape.params);
  // A table overrides what a settings variable says.
  const ordered = [
    ...given.filter(({ parameter }) => parameter.list.length === 0),
    ...given.filter(({ parameter }) => parameter.list.length > 0),
  ];
  const merged = merge(scope, ordered);
  const whole = shape.wholeEcommerce.flatMap((key): Property[] => {
    const parameter = tag.parameters.get(key);
    const value = parameter && parameterValue(scope, parameter);
    if (!value || isOff(value)) return [];
    const location = placeOf(scope, parameter);
    const origin: Origin = scope.container.server
      ? { kind: 'event-data', name: 'items', location }
      : { kind: 'data-layer', name: 'ecommerce.items', location };
    return [{ key: 'items', value: unknown([origin], location), location }];
  });
  return { ...merged, properties: [...merged.properties, ...whole.slice(0, 1)] };
}

function isOff(value: Value): boolean {
  return isEmpty(value) || (value.kind === 'literal' && /^(?:false|0|no|none)$/i.test(String(value.value)));
}

/** The user data that a tag hands over; undefined where it hands over none. */
export function userOf(scope: Scope, tag: ContainerTag, shape: GtmTagShape): Value | undefined {
  const given = present(tag, userKeys(scope, tag, shape));
  const [first] = given;
  if (!first) return undefined;
  // A single variable is the user's data itself, whatever it turns out to be.
  const only =
    given.length === 1 && first.parameter.list.length === 0 && isWhole(scope, first.parameter)
      ? parameterValue(scope, first.parameter)
      : undefined;
  const user = only ?? merge(scope, given);
  return isEmpty(user) ? undefined : user;
}

/** Keys of the parameters with user data that are switched on. */
export function userKeys(scope: Scope, tag: ContainerTag, shape: GtmTagShape): string[] {
  return shape.userData.flatMap(({ key, onlyIf }) => {
    if (!onlyIf) return [key];
    const parameter = tag.parameters.get(onlyIf.key);
    const value = parameter && parameterValue(scope, parameter);
    if (!value) return [];
    if (value.kind !== 'literal') return [key];
    return onlyIf.values.includes(String(value.value)) ? [key] : [];
  });
}

interface Given {
  /** The name under which a single value travels. */
  readonly name: string;
  readonly parameter: ContainerParameter;
}

/** The parameters of a list of keys, `parameter` or `parameter=name`, that the tag has. */
function present(tag: ContainerTag, keys: readonly string[]): Given[] {
  return keys.flatMap((entry) => {
    const key = parameterOf(entry);
    const parameter = tag.parameters.get(key);
    if (!parameter || parameter.value === '') return [];
    return [{ name: entry.slice(entry.indexOf('=') + 1), parameter }];
  });
}

function parameterOf(entry: string): string {
  return entry.split('=', 1)[0] ?? entry;
}

/** One object of tables, settings variables and single values. */
function merge(scope: Scope, given: readonly Given[]): ObjectValue {
  const properties: Property[] = [];
  const rest: Value[] = [];
  for (const { name, parameter } of given) {
    const value = parameterValue(scope, parameter);
    const whole = parameter.list.length > 0 || isWhole(scope, parameter);
    if (whole && value.kind === 'object') {
      properties.push(...value.properties);
      rest.push(...value.rest);
    } else if (whole && value.kind !== 'literal') rest.push(value);
    else if (!whole) properties.push({ key: name, value, location: placeOf(scope, parameter) });
  }
  const [first] = given;
  return first
    ? { kind: 'object', properties, rest, location: placeOf(scope, first.parameter) }
    : { kind: 'object', properties, rest };
}

/** True for a parameter that stands for a whole object and not for one value in it. */
function isWhole(scope: Scope, parameter: ContainerParameter): boolean {
  const name = soleReference(parameter.value ?? '');
  const type = name === undefined ? undefined : scope.variable(name)?.type;
  if (type !== undefined && SETTINGS.has(type)) return true;
  return /variable|macro|object|settings|attributes|enhancedconversion|userdata|user_data/i.test(parameter.key);
}

/** All other single values of a tag, secrets included: rules ask for them by name. */
export function optionsOf(scope: Scope, tag: ContainerTag, taken: ReadonlySet<string | undefined>): ObjectValue {
  const properties = [...tag.parameters.values()].flatMap((parameter): Property[] => {
    if (taken.has(parameter.key) || CODE.has(parameter.key) || parameter.type === 'TAG_REFERENCE') return [];
    if (parameter.value === undefined) return [];
    const value = parameterValue(scope, parameter);
    const text = parameter.type === 'BOOLEAN' ? textOf(value) : undefined;
    const location = placeOf(scope, parameter);
    return [{ key: parameter.key, value: text === undefined ? value : literal(text === 'true', location), location }];
  });
  return { kind: 'object', properties, rest: [] };
}
