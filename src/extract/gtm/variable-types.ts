/** What a variable gives, by its type. */
import { ALWAYS, atom, condition } from '../../model/guard.ts';
import {
  isEmpty,
  literal,
  type ObjectValue,
  type Origin,
  type OriginKind,
  originsOf,
  UNDEFINED,
  unknown,
  type Value,
} from '../../model/value.ts';
import type { ContainerParameter, ContainerVariable } from '../../parse/container.ts';
import { evaluateFunction } from '../fragment.ts';
import { freeze } from '../machine/freeze.ts';
import { referencesIn } from './references.ts';
import { placeOf, type Scope } from './scope.ts';
import { objectOf, parameterValue, rowsOf } from './tables.ts';

/** A table with more rows than this is not unfolded. */
const MAX_ROWS = 100;
const PERSON_KEYS = [
  'email',
  'phone_number',
  'first_name',
  'last_name',
  'street',
  'city',
  'region',
  'postal_code',
  'country',
];

/** The value of a variable, before it is formatted and without the variable itself among the origins. */
export function readVariable(scope: Scope, variable: ContainerVariable): Value {
  const text = (key: string): string | undefined => variable.parameters.get(key)?.value;
  const from = (kind: OriginKind, name: string | undefined): Value =>
    unknown(name === undefined ? [] : [{ kind, name }]);
  switch (variable.type) {
    case 'c':
      return read(scope, variable.parameters.get('value'));
    case 'v':
      return orDefault(scope, variable, from('data-layer', text('name')));
    case 'ed':
      return orDefault(scope, variable, from('event-data', text('keyPath')));
    case 'k':
      return from('cookie', text('name'));
    case 'csm':
      return from('cookie', text('cookieName'));
    case 'j':
      return from('variable', text('name'));
    case 'u':
      return from(
        'url',
        text('queryKey') === undefined ? (text('component') ?? 'url').toLowerCase() : `?${text('queryKey')}`,
      );
    case 'f':
      return from('url', 'referrer');
    case 'rh':
      return from('event-data', `header ${text('headerName') ?? ''}`);
    case 'e':
      return from('data-layer', 'event');
    case 'd':
      return element(scope, variable);
    case 'aev':
    case 'vis':
      return orDefault(scope, variable, interaction(text('varType'), text('attribute')));
    case 'jsm':
      return script(scope, variable);
    case 'smm':
      return lookup(scope, variable, 'EQUALS');
    case 'remm':
      return lookup(scope, variable, 'MATCH_REGEX');
    case 'awec':
      return person(scope, variable);
    case 'gtes':
    case 'gtcs':
    case 'gas':
      return settings(scope, variable);
    case 'uv':
      return UNDEFINED;
    case 'cid':
      return scope.container.publicId === undefined ? unknown() : literal(scope.container.publicId);
    default:
      return template(scope, variable);
  }
}

function read(scope: Scope, parameter: ContainerParameter | undefined): Value {
  return parameter ? parameterValue(scope, parameter) : UNDEFINED;
}

function orDefault(scope: Scope, variable: ContainerVariable, value: Value): Value {
  const given = variable.parameters.get('defaultValue');
  if (variable.parameters.get('setDefaultValue')?.value !== 'true' || !given) return value;
  return withDefault(value, parameterValue(scope, given), variable.name);
}

/** A value that is perhaps not there, and what stands in for it. */
export function withDefault(value: Value, otherwise: Value, name: string): Value {
  const [first] = value.kind === 'unknown' ? value.origins : [];
  const guard =
    first?.kind === 'cookie'
      ? atom({ kind: 'storage', store: 'cookie', key: first.name, test: 'present' })
      : condition('free', `{{${name}}} is set`);
  return {
    kind: 'choice',
    alternatives: [
      { guard, value },
      { guard: ALWAYS, value: otherwise },
    ],
  };
}

/** The text or an attribute of an element of the page. */
function element(scope: Scope, variable: ContainerVariable): Value {
  const parameters = variable.parameters;
  const name = parameters.get('elementSelector') ?? parameters.get('elementId') ?? parameters.get('selector');
  const attribute = parameters.get('attributeName')?.value ?? '';
  const field = attribute === '' || /value/i.test(attribute);
  return unknown([{ kind: field ? 'form-field' : 'page', name: name?.value ?? variable.name, ...at(scope, name) }]);
}

function at(scope: Scope, parameter: ContainerParameter | undefined): Partial<Origin> {
  return parameter ? { location: placeOf(scope, parameter) } : {};
}

/** What the visitor clicked or sent: a field's content only where the variable asks for it. */
function interaction(type = '', attribute = ''): Value {
  const name = `${type.toLowerCase().replaceAll('_', ' ')} ${attribute}`.trim();
  if (/URL/.test(type)) return unknown([{ kind: 'url', name }]);
  const field = /value/i.test(attribute) || /^(?:ELEMENT|FORM_ELEMENT|VALUE|ELEMENT_VALUE)$/.test(type);
  return unknown([{ kind: field ? 'form-field' : 'page', name }]);
}

function script(scope: Scope, variable: ContainerVariable): Value {
  const code = variable.parameters.get('javascript');
  const source = code && scope.places.nested([...code.path, 'value'], `variable "${variable.name}"`);
  if (!source) return unknown();
  const reference = (name: string, location: Parameters<Scope['reference']>[1]): Value =>
    scope.reference(name, location);
  const { catalog, parser, answer } = scope;
  const value = evaluateFunction(source, { catalog, parser, guard: ALWAYS, steps: [], order: 0, reference, answer });
  if (value.kind !== 'literal' || value.value !== undefined || !/\breturn\b|=>/.test(source.text)) return value;
  // A function that returns something and comes to nothing was not understood.
  scope.giveUp();
  return unknown();
}

/** Lookup and regex tables: the first row that fits counts. */
function lookup(scope: Scope, variable: ContainerVariable, operator: 'EQUALS' | 'MATCH_REGEX'): Value {
  const flag = (key: string): boolean => variable.parameters.get(key)?.value === 'true';
  const input = variable.parameters.get('input')?.value ?? '';
  const map = variable.parameters.get('map');
  const rows = map ? rowsOf(map) : [];
  const origins = originsOf(scope.textValue(input, undefined));
  const fallback = variable.parameters.get('defaultValue');
  const otherwise = flag('setDefaultValue') ? read(scope, fallback) : UNDEFINED;
  if (rows.length > MAX_ROWS) {
    scope.giveUp();
    return unknown(origins);
  }
  const alternatives = rows.map(({ key, value }) => {
    const whole = operator === 'MATCH_REGEX' && flag('fullMatch');
    const right = whole ? `^(?:${key.value ?? ''})$` : (key.value ?? '');
    const guard = scope.condition({
      operator,
      left: input,
      right,
      negate: false,
      ignoreCase: operator === 'EQUALS' || flag('ignoreCase'),
      path: key.path,
    });
    // `$1` puts in what the expression caught.
    const caught = operator === 'MATCH_REGEX' && /\$\d/.test(value.value ?? '');
    return { guard, value: caught ? unknown(origins, placeOf(scope, value)) : parameterValue(scope, value) };
  });
  return { kind: 'choice', alternatives: [...alternatives, { guard: ALWAYS, value: otherwise }] };
}

/** User-provided data. The automatic mode names no values: it is a setting, not something that is handed over. */
function person(scope: Scope, variable: ContainerVariable): Value {
  const mode = variable.parameters.get('mode')?.value?.toUpperCase();
  if (mode === 'CODE') {
    const source = variable.parameters.get('dataSource') ?? [...variable.parameters.values()].find(hasReference);
    return read(scope, source);
  }
  if (mode === 'AUTO') return { kind: 'object', properties: [], rest: [] };
  const properties = PERSON_KEYS.flatMap((key) => {
    const given = variable.parameters.get(key);
    return given && given.value !== ''
      ? [{ key, value: parameterValue(scope, given), location: placeOf(scope, given) }]
      : [];
  });
  return { kind: 'object', properties, rest: [] };
}

function hasReference(parameter: ContainerParameter): boolean {
  return referencesIn(parameter.value).length > 0;
}

/** Settings variables: all tables of the variable in one object, user properties under a key of their own. */
function settings(scope: Scope, variable: ContainerVariable): ObjectValue {
  const tables = [...variable.parameters.values()].filter((parameter) => parameter.list.length > 0);
  const read = tables.map((table) => ({ key: table.key, object: objectOf(scope, table) }));
  const own = read.filter(({ key }) => key !== 'userProperties');
  const user = read.flatMap(({ key, object }) =>
    key === 'userProperties' ? [{ key: 'user_properties', value: object }] : [],
  );
  return {
    kind: 'object',
    properties: [...own.flatMap(({ object }) => object.properties), ...user],
    rest: own.flatMap(({ object }) => object.rest),
  };
}

/**
 * What the code of a template returns for the fields of the variable. Where that is out of sight, or was not understood, what the
 * variable is made of is known; so it is for a type that nobody knows.
 */
function template(scope: Scope, variable: ContainerVariable): Value {
  const facts = scope.sandboxes.of(variable);
  const value = facts && freeze(facts.returned);
  if (value && (facts.complete || !isEmpty(value)) && !isVague(value)) return unplaced(scope, value);
  const fields = [...variable.parameters.values()]
    .slice(0, 40)
    .flatMap((parameter) => originsOf(parameterValue(scope, parameter)));
  return unknown([...(value ? originsOf(value) : []), ...fields].slice(0, 8));
}

/** Says neither what it is nor where it comes from: the answer of a function out of sight. */
function isVague(value: Value): boolean {
  return (
    value.kind === 'unknown' && value.origins.every(({ kind, name }) => kind === 'variable' && name.endsWith('()'))
  );
}

/** The code belongs to every variable of the template: where in it one of several values stands is no place of this variable's. */
function unplaced(scope: Scope, value: Value): Value {
  if (value.kind === 'choice') {
    return { ...value, alternatives: value.alternatives.map((one) => ({ ...one, value: unplaced(scope, one.value) })) };
  }
  if (!value.location || value.location.source === scope.places.source) return value;
  const { location: _, ...rest } = value;
  return rest;
}
