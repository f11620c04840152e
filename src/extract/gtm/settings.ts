/** Automatic collection that a tag or a variable switches on or off in so many words. */
import type { Vendor } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import { say } from '../../model/phrase.ts';
import type { SettingFact } from '../../model/unit.ts';
import { alternativesOf, textOf } from '../../model/value.ts';
import type { ContainerParameter, ContainerTag, ContainerVariable } from '../../parse/container.ts';
import { referencesIn } from './references.ts';
import { nameOf, placeOf, type Scope } from './scope.ts';
import type { TagShape } from './shapes.ts';
import { parameterValue } from './tables.ts';
import { idOf, userKeys } from './tag-values.ts';

/** Fields of the automatic mode, and what each takes from the page. */
const AUTOMATIC: readonly (readonly [parameter: string, key: string])[] = [
  ['autoEmailEnabled', 'email'],
  ['autoPhoneEnabled', 'phone_number'],
  ['autoAddressEnabled', 'address'],
];

/** Variables that may stand between a tag and the user-provided data: a table refers to one, that one to another. */
const SETTINGS = new Set(['awec', 'gtes', 'gtcs']);
const MAX_VARIABLES = 50;

export function settingsOf(
  scope: Scope,
  tag: ContainerTag,
  { vendor, shape }: TagShape,
  entity: Entity,
): SettingFact[] {
  const id = textOf(idOf(scope, tag, shape, 0));
  const known = id === undefined ? {} : { id };
  const facts: SettingFact[] = [];
  for (const feature of vendor.automatic) {
    const parameter = feature.gtmParameter && tag.parameters.get(feature.gtmParameter.key);
    const state = parameter && stateOf(scope, parameter, feature.gtmParameter);
    if (!state) continue;
    const detail = say`${parameter.key} is ${parameter.value ?? ''}`;
    facts.push({
      vendor,
      feature: feature.kind,
      state,
      detail,
      keys: [],
      ...known,
      location: placeOf(scope, parameter),
      entity,
    });
  }
  const parameters = [...userKeys(scope, tag, shape), ...shape.params].flatMap((key) => tag.parameters.get(key) ?? []);
  const seen = new Set<ContainerVariable>();
  for (const parameter of parameters) collect(scope, parameter, seen);
  for (const variable of seen) {
    if (isAutomatic(variable)) facts.push(automaticFact(scope, variable, vendor, known, entity));
  }
  return facts;
}

function stateOf(
  scope: Scope,
  parameter: ContainerParameter,
  feature: { readonly off: readonly string[]; readonly on: readonly string[] } | undefined,
): 'on' | 'off' | undefined {
  const texts = alternativesOf(parameterValue(scope, parameter)).map(textOf);
  const all = (values: readonly string[] = []): boolean =>
    texts.every((text) => text !== undefined && values.includes(text));
  if (all(feature?.off)) return 'off';
  return all(feature?.on) ? 'on' : undefined;
}

function automaticFact(
  scope: Scope,
  variable: ContainerVariable,
  vendor: Vendor,
  known: { readonly id?: string },
  entity: Entity,
): SettingFact {
  const set = AUTOMATIC.filter(([parameter]) => variable.parameters.has(parameter));
  const on = AUTOMATIC.filter(([parameter]) => variable.parameters.get(parameter)?.value === 'true');
  const mode = variable.parameters.get('mode');
  return {
    vendor,
    feature: 'matching',
    // Only the fields that are named can be told off; without any the automatic mode looks for e-mail addresses.
    state: set.length > 0 && on.length === 0 ? 'off' : 'on',
    detail: say`the variable "${variable.name}" collects automatically`,
    keys: set.length === 0 ? ['email'] : on.map(([, key]) => key),
    ...known,
    location: mode ? placeOf(scope, mode) : nameOf(scope, variable),
    entity,
  };
}

/** The settings variables that a parameter refers to, those in between included. */
function collect(scope: Scope, parameter: ContainerParameter, seen: Set<ContainerVariable>): void {
  for (const item of [...parameter.list, ...parameter.map]) collect(scope, item, seen);
  for (const name of referencesIn(parameter.value)) {
    const variable = scope.variable(name);
    if (!variable || seen.has(variable) || seen.size >= MAX_VARIABLES || !SETTINGS.has(variable.type)) continue;
    seen.add(variable);
    if (variable.type !== 'awec') for (const inner of variable.parameters.values()) collect(scope, inner, seen);
  }
}

function isAutomatic({ type, parameters }: ContainerVariable): boolean {
  return type === 'awec' && parameters.get('mode')?.value?.toUpperCase() === 'AUTO';
}
