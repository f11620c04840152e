/** Macros become variables; those that are built-in variables keep their names. */
import type { JsonPath } from '../../text/json-positions.ts';
import type { BuiltInVariable, ContainerCondition, ContainerParameter, ContainerVariable } from '../container.ts';
import { type Json, record, text } from '../container-json.ts';
import { builtInName, LISTENER_IDS } from './functions.ts';
import { parameterOf, parametersOf, textsOf } from './parameters.ts';
import { BASE, inlineCondition } from './rules.ts';
import type { Names } from './texts.ts';

const MAX_CONDITIONS = 2000;

export class Macros {
  readonly builtIns: readonly BuiltInVariable[];
  readonly #macros: readonly unknown[];
  readonly #builtIn: readonly (string | undefined)[];
  readonly #conditions: { readonly name: string; readonly condition: ContainerCondition }[] = [];
  readonly #known = new Map<string, string>();

  constructor(macros: readonly unknown[]) {
    this.#macros = macros;
    this.#builtIn = macros.map((value) => {
      const raw = record(value) ?? {};
      return builtInName(text(raw.function) ?? '', (key) => raw[`vtp_${key}`]);
    });
    const names = new Set(this.#builtIn.flatMap((name) => name ?? []));
    this.builtIns = [...names].map((name) => ({ name, type: name.toUpperCase().replaceAll(/[ -]/g, '_') }));
  }

  readonly nameOf = (index: unknown): string => {
    const known = typeof index === 'number' ? this.#builtIn[index] : undefined;
    return known ?? `macro ${typeof index === 'number' ? index : '?'}`;
  };

  /** Gives a condition that stands in a value a variable of its own. */
  condition(value: readonly unknown[], path: JsonPath, names: Names): string {
    const key = path.join('.');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = `condition ${this.#conditions.length}`;
    this.#known.set(key, name);
    const condition = this.#conditions.length < MAX_CONDITIONS ? inlineCondition(value, path, names) : undefined;
    if (condition) this.#conditions.push({ name, condition });
    return name;
  }

  /** The variables; to be read when all that refers to them has been. */
  variables(names: Names): ContainerVariable[] {
    const own = this.#macros.flatMap((value, index): ContainerVariable[] => {
      const raw = record(value);
      if (!raw || this.#builtIn[index] !== undefined || raw.vtp_name === LISTENER_IDS) return [];
      return [readMacro(raw, index, names)];
    });
    return [...own, ...this.#conditions.map(({ name, condition }) => conditionVariable(name, condition))];
  }
}

function readMacro(raw: Json, index: number, names: Names): ContainerVariable {
  const path = [...BASE, 'macros', index];
  const parameters = parametersOf(raw, path, names);
  const given = (key: string): ContainerParameter | undefined =>
    raw[key] === undefined ? undefined : parameterOf(key, raw[key], [...path, key], names);
  const format = {
    whenUndefined: given('convert_undefined_to'),
    whenNull: given('convert_null_to'),
    whenTrue: given('convert_true_to'),
    whenFalse: given('convert_false_to'),
  };
  const rewritten = Object.values(format).flatMap((one) => one ?? []);
  return {
    id: String(index),
    name: `macro ${index}`,
    type: (text(raw.function) ?? '').replace(/^__/, ''),
    path,
    namePath: [...path, 'function'],
    parameters,
    folderId: undefined,
    texts: textsOf([...parameters.values(), ...rewritten]),
    format: { letters: lettersOf(raw.convert_case_to), ...format },
  };
}

function lettersOf(value: unknown): 'lower' | 'upper' | undefined {
  if (value === undefined || value === null) return undefined;
  return value === 1 || value === '1' ? 'lower' : 'upper';
}

/** A table that looks the condition up: one row, `true`, and `false` for everything else. */
function conditionVariable(name: string, condition: ContainerCondition): ContainerVariable {
  const { operator, left, right, negate, ignoreCase, path } = condition;
  const one = (key: string, value: string): ContainerParameter => ({
    key,
    type: 'TEMPLATE',
    value,
    list: [],
    map: [],
    path,
  });
  const row: ContainerParameter = {
    ...one('', ''),
    type: 'MAP',
    value: undefined,
    map: [one('key', right), one('value', String(!negate))],
  };
  const parameters = [
    one('input', left),
    one('setDefaultValue', 'true'),
    one('defaultValue', String(negate)),
    one('ignoreCase', String(ignoreCase)),
    { ...one('map', ''), type: 'LIST', value: undefined, list: [row] },
  ];
  // Other operators have no table: what comes out is not known.
  const type = operator === 'EQUALS' ? 'smm' : operator === 'MATCH_REGEX' ? 'remm' : 'condition';
  return {
    id: name,
    name,
    type,
    path: path.slice(0, -1),
    namePath: path.slice(0, -1),
    parameters: new Map(parameters.map((parameter) => [parameter.key, parameter])),
    folderId: undefined,
    texts: textsOf(parameters),
    format: {
      letters: undefined,
      whenUndefined: undefined,
      whenNull: undefined,
      whenTrue: undefined,
      whenFalse: undefined,
    },
  };
}
