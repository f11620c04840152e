/** What the code of a template is handed: the fields of a tag, and what the template puts into those that it leaves out. */
import { type Guard, NEVER } from '../../model/guard.ts';
import type { Origin } from '../../model/value.ts';
import type { ContainerParameter } from '../../parse/container.ts';
import type { TemplateCondition, TemplateParameter } from '../../parse/gtm-template.ts';
import { thaw } from '../machine/freeze.ts';
import { fromJson } from '../machine/json.ts';
import { truthy } from '../machine/truth.ts';
import { arr, lit, type MValue, obj, unknownValue } from '../machine/values.ts';
import type { Places } from './places.ts';
import { placeOf, type Scope } from './scope.ts';

/** The fields of a tag or variable, with the template's own values where the export leaves a key out. */
export function fieldsOf(
  scope: Scope,
  given: ReadonlyMap<string, ContainerParameter>,
  parameters: readonly TemplateParameter[],
): Map<string, MValue> {
  const types = new Map(parameters.map(({ name, type }) => [name, type]));
  const fields = new Map<string, MValue>();
  for (const [key, parameter] of given) fields.set(key, givenValue(scope, parameter, types.get(key)));
  for (const parameter of parameters) {
    if (fields.has(parameter.name) || parameter.initial === undefined || isHidden(parameter, fields)) continue;
    fields.set(parameter.name, fromJson(parameter.initial));
  }
  return fields;
}

/** Hidden by a condition that certainly does not hold: the interface leaves the field out. */
export function isHidden({ conditions }: TemplateParameter, fields: ReadonlyMap<string, MValue>): boolean {
  return conditions.length > 0 && conditions.every((one) => fails(one, fields.get(one.parameter)));
}

function fails({ value: wanted, operator }: TemplateCondition, given: MValue | undefined): boolean {
  const there: Guard = given ? truthy(given) : NEVER;
  if (operator === 'PRESENT') return there === NEVER;
  if (given !== undefined && given.t !== 'lit') return false;
  const text = given?.v === undefined ? '' : String(given.v);
  const same = text === (wanted === undefined ? '' : String(wanted));
  return operator === 'EQUALS' ? !same : operator === 'NOT_EQUALS' ? same : false;
}

function givenValue(scope: Scope, parameter: ContainerParameter, type: string | undefined): MValue {
  const { value, list, map } = parameter;
  if (value === undefined) {
    if (parameter.type === 'LIST' || list.length > 0)
      return arr(list.map((item) => givenValue(scope, item, undefined)));
    const row = obj(placeOf(scope, parameter));
    for (const cell of map) row.props.set(cell.key, givenValue(scope, cell, undefined));
    return row;
  }
  const text = scope.textValue(value, placeOf(scope, parameter));
  const isBoolean = parameter.type === 'BOOLEAN' || type === 'CHECKBOX';
  if (text.kind !== 'literal') return thaw(text);
  if (isBoolean && /^(?:true|false)$/.test(String(text.value))) return lit(text.value === 'true', text.location);
  if (parameter.type === 'INTEGER' && value !== '') return lit(Number(value), text.location);
  return thaw(text);
}

/**
 * The fields of a tag that somebody has just made: what the template puts there, and in what must be filled in something that
 * nobody knows.
 *
 * @param filled fields that may stay empty are filled in as well
 */
export function initialFields(
  parameters: readonly TemplateParameter[],
  places: Places,
  filled: boolean,
): Map<string, MValue> {
  const fields = new Map<string, MValue>();
  for (const parameter of parameters) {
    const { name, type, initial, required, path } = parameter;
    if (initial !== undefined) {
      if (!isHidden(parameter, fields)) fields.set(name, fromJson(initial));
    } else if (type === 'TEXT' && (required || filled)) {
      const location = places.at([...path, 'name']);
      // Who sets the tag up fills it in: its name says nothing of the visitor.
      const origin: Origin = { kind: 'variable', name: 'a field of the tag', location };
      fields.set(name, unknownValue(`data.${name}`, [origin], location));
    }
  }
  return fields;
}
