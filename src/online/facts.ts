/** What a copy of settings says, so that two of them can be compared by their meaning: bytes change with every release of a vendor's code. */
import type { JudgedActivity, SettingFact, Unit } from '../model/unit.ts';
import { textOf, type Value } from '../model/value.ts';
import { containerFacts } from './container-facts.ts';

/** Statements such as `Automatic Advanced Matching of Meta Pixel is on`, each complete in itself. */
export type Facts = ReadonlySet<string>;

/** What was switched on and off between two copies. */
export interface Change {
  readonly on: readonly string[];
  readonly off: readonly string[];
}

const MAX_DEPTH = 6;
const MAX_FACTS = 5_000;

export function factsOf(unit: Unit): Facts {
  const facts = new Set<string>();
  const add = (fact: string): void => {
    if (facts.size < MAX_FACTS) facts.add(fact);
  };
  for (const setting of unit.settings) if (setting.state !== 'off') for (const fact of ofSetting(setting)) add(fact);
  for (const activity of unit.activities)
    if (activity.kind === 'configure' && !activity.values.pushed) for (const fact of ofCommand(activity)) add(fact);
  for (const fact of containerFacts(unit)) add(fact);
  return facts;
}

export function changeBetween(before: Facts, after: Facts): Change {
  return {
    on: [...after].filter((fact) => !before.has(fact)),
    off: [...before].filter((fact) => !after.has(fact)),
  };
}

function ofSetting({ vendor, feature, title, keys, id, entity }: SettingFact): string[] {
  const named = title ?? vendor.automatic.find(({ kind }) => kind === feature)?.title ?? feature;
  // The tags of a published Google tag are numbered anew with every setting; the account stays.
  const where = entity ? (id === undefined ? ` in ${entity.name}` : ` ${id}`) : '';
  const what = `${named} of ${vendor.name}${where}`;
  return [what, ...keys.map((key) => `${what}: ${key}`)];
}

/** A command with the literals that it is given, one statement each; what is switched off is none. */
function ofCommand({ vendor, setting, values }: JudgedActivity): string[] {
  const feature = vendor.automatic.find((one) => one.setting !== undefined && one.setting === setting);
  const several = vendor.automatic.find(({ shownBy, namedBy }) => namedBy !== undefined && isOneOf(setting, shownBy));
  const named = [feature?.title ?? setting, values.key && textOf(values.key)].filter((name) => name !== undefined);
  const what = `${named.length === 0 ? 'a setting' : named.join(' ')} of ${vendor.name}`;
  const { id: _, key: __, value, ...given } = values;
  const switched = value === undefined ? [''] : literalsIn(value);
  if (switched.length === 0) return [];
  const details = Object.values(given).flatMap((one) =>
    several?.namedBy === undefined ? literalsIn(one) : namesIn(one, several.namedBy),
  );
  const told = details.length === 0 && value === undefined ? [] : [...switched, ...details];
  const texts = told.filter((text) => text !== '');
  if (texts.length > 0) return texts.map((text) => `${what}: ${text}`);
  return told.length > 0 ? [what] : [];
}

function isOneOf(setting: string | undefined, list: readonly string[]): boolean {
  return setting !== undefined && list.includes(setting);
}

/** The texts under one key, however deep they lie. */
function namesIn(value: Value, key: string, depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  if (value.kind === 'object')
    return value.properties.flatMap((property) => {
      const text = property.key === key ? textOf(property.value) : undefined;
      return text === undefined ? namesIn(property.value, key, depth + 1) : [text];
    });
  return value.kind === 'array' ? value.items.flatMap((item) => namesIn(item, key, depth + 1)) : [];
}

/** The literals in a value with the path to them; the empty text for a plain "on". */
function literalsIn(value: Value, path = '', depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  const at = (text: string): string => (path === '' ? text : `${path} ${text}`);
  switch (value.kind) {
    case 'literal':
      if (value.value === false || value.value === null || value.value === undefined) return [];
      return [value.value === true ? path : at(String(value.value))];
    case 'array':
      return value.items.flatMap((item) => literalsIn(item, path, depth + 1));
    case 'object':
      return value.properties.flatMap((property) => literalsIn(property.value, at(property.key), depth + 1));
    default:
      return [];
  }
}
