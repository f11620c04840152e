/** Tables of parameters: rows of name and value, in whatever columns a tag type or template keeps them. */
import type { ObjectValue, Property, Value } from '../../model/value.ts';
import type { ContainerParameter } from '../../parse/container.ts';
import { placeOf, type Scope } from './scope.ts';

const KEY_COLUMNS = [
  'name',
  'parameter',
  'key',
  'fieldName',
  'property',
  'paramName',
  'userProperty',
  'listName',
  'propertyName',
  'index',
];
const VALUE_COLUMNS = ['value', 'parameterValue', 'paramValue', 'listValues', 'propertyValue', 'dimension', 'metric'];

export interface Row {
  readonly key: ContainerParameter;
  readonly value: ContainerParameter;
}

/** The rows of a table that have a name and a value. */
export function rowsOf(table: ContainerParameter): Row[] {
  return table.list.flatMap(({ map }): Row[] => {
    const key = column(map, KEY_COLUMNS) ?? map[0];
    const value = column(map, VALUE_COLUMNS) ?? map.find((cell) => cell !== key);
    return key && value && key !== value ? [{ key, value }] : [];
  });
}

function column(cells: readonly ContainerParameter[], names: readonly string[]): ContainerParameter | undefined {
  for (const name of names) {
    const found = cells.find((cell) => cell.key === name);
    if (found) return found;
  }
  return undefined;
}

/** A table of name and value as an object. A name that is not known makes its value one of the unnamed rest. */
export function objectOf(scope: Scope, table: ContainerParameter): ObjectValue {
  const properties: Property[] = [];
  const rest: Value[] = [];
  for (const { key, value } of rowsOf(table)) {
    const name = scope.textValue(key.value ?? '', placeOf(scope, key));
    const content = parameterValue(scope, value);
    if (name.kind === 'literal' && name.value !== '') {
      properties.push({ key: String(name.value), value: content, location: placeOf(scope, key) });
    } else if (name.kind !== 'literal') rest.push(content);
  }
  return { kind: 'object', properties, rest, location: placeOf(scope, table) };
}

/** Any parameter: a text, a table of names and values, a map, a list. */
export function parameterValue(scope: Scope, parameter: ContainerParameter): Value {
  const location = placeOf(scope, parameter);
  if (parameter.value !== undefined) return scope.textValue(parameter.value, location);
  if (parameter.list.some((item) => item.map.length > 0)) return objectOf(scope, parameter);
  if (parameter.map.length > 0) {
    const properties = parameter.map.map((entry) => ({ key: entry.key, value: parameterValue(scope, entry) }));
    return { kind: 'object', properties, rest: [], location };
  }
  return { kind: 'array', items: parameter.list.map((item) => parameterValue(scope, item)), open: false, location };
}
