/** What a vendor's own interface has switched on: it stands in no export, only in the published file of the vendor's tag. */
import type { AutomaticFeature, PublishedFeature, PublishedFunction, Vendor } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import { say } from '../../model/phrase.ts';
import type { SettingFact } from '../../model/unit.ts';
import type { ContainerParameter, ContainerTag } from '../../parse/container.ts';
import { matchWildcard } from '../catalog-index.ts';
import { nameOf, placeOf, type Scope } from './scope.ts';

const MAX_TEXTS = 60;
const MAX_DEPTH = 5;

/** The parameter in which a tag of the file says for which account it stands. */
const OWNER = 'instanceDestinationId';

export function publishedSettings(scope: Scope, entities: ReadonlyMap<ContainerTag, Entity>): SettingFact[] {
  if (!scope.container.compiled) return [];
  return scope.catalog.catalog.vendors.flatMap((vendor) => [
    ...vendor.automatic.flatMap((feature) => factsOf(scope, vendor, feature, entities)),
    ...otherSettings(scope, vendor, entities),
  ]);
}

/** Settings that no rule judges, with the texts that they are set to: one fact for each function. */
function otherSettings(
  scope: Scope,
  vendor: Vendor,
  entities: ReadonlyMap<ContainerTag, Entity>,
): readonly SettingFact[] {
  const { publishedSettings: known } = vendor;
  if (!known) return [];
  return scope.container.tags.flatMap((tag): SettingFact[] => {
    const isOneOf = (names: readonly string[]): boolean => names.some((name) => matchWildcard(name, tag.type));
    if (!isOneOf(known.functions) || isOneOf(known.except)) return [];
    const entity = entities.get(tag);
    const id = ownerOf(scope, tag);
    // For an id that does not exist there is a file all the same, in which the owner is worked out.
    if (id === undefined || id.includes('{{')) return [];
    const parameters = [...tag.parameters.values()].filter(({ key }) => key !== OWNER);
    return [
      {
        vendor,
        feature: 'other',
        title: known.titles[tag.type] ?? tag.type,
        state: 'on',
        detail: tag.type,
        keys: [...new Set(parameters.flatMap((parameter) => textsOf(parameter)))].slice(0, MAX_TEXTS),
        id,
        leadsTo: known.leadsTo.flatMap((key) => tag.parameters.get(key)?.value ?? []),
        location: nameOf(scope, tag),
        ...(entity && { entity }),
      },
    ];
  });
}

/** What a parameter is set to, as `key text`; what is off or empty is nothing. */
function textsOf({ key, value, list, map }: ContainerParameter, depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  if (value !== undefined) return value === '' || value === 'false' ? [] : [value === 'true' ? key : `${key} ${value}`];
  return [...list, ...map].flatMap((inner) => textsOf(inner, depth + 1).map((text) => `${key} ${text}`.trim()));
}

/** One fact for each account: what several functions take is taken by one feature. */
function factsOf(
  scope: Scope,
  vendor: Vendor,
  feature: AutomaticFeature,
  entities: ReadonlyMap<ContainerTag, Entity>,
): SettingFact[] {
  const facts = new Map<string, SettingFact>();
  for (const published of feature.published) {
    for (const tag of scope.container.tags) {
      if (tag.type !== published.function) continue;
      const id = ownerOf(scope, tag);
      if (id === undefined || !published.ids.some((wanted) => matchWildcard(wanted, id))) continue;
      const known = facts.get(id);
      const keys = keysOf(tag, published);
      if (known) {
        if (known.state !== 'off' && isOn(tag, published, keys))
          facts.set(id, { ...known, keys: [...new Set([...known.keys, ...keys])] });
        continue;
      }
      const entity = entities.get(tag);
      facts.set(id, {
        vendor,
        feature: feature.kind,
        state: stateOf(scope, tag, published, keys),
        detail: say`${tag.type} in the published tag ${id}`,
        keys,
        id,
        location: placeOfSetting(scope, tag, published),
        ...(entity ? { entity } : {}),
      });
    }
  }
  return [...facts.values()];
}

function stateOf(
  scope: Scope,
  tag: ContainerTag,
  published: PublishedFeature,
  keys: readonly string[],
): SettingFact['state'] {
  if (!isOn(tag, published, keys)) return 'off';
  const { sentBy } = published;
  if (!sentBy) return 'on';
  const owner = ownerOf(scope, tag);
  return scope.container.tags.some((one) => holds(one, sentBy) && ownerOf(scope, one) === owner) ? 'on' : 'auto';
}

/** A function that takes nothing of what it could take does nothing. */
function isOn(tag: ContainerTag, published: PublishedFeature, keys: readonly string[]): boolean {
  return holds(tag, published) && (keys.length > 0 || Object.keys(published.keys).length === 0);
}

function holds({ type, parameters }: ContainerTag, wanted: PublishedFunction): boolean {
  return (
    type === wanted.function &&
    Object.entries(wanted.when).every(([key, texts]) => texts.includes(parameters.get(key)?.value ?? ''))
  );
}

function keysOf({ parameters }: ContainerTag, { keys, gives }: PublishedFeature): string[] {
  const flags = Object.entries(keys).flatMap(([key, name]) => (parameters.get(key)?.value === 'true' ? [name] : []));
  return gives === undefined ? flags : [...flags, gives];
}

function ownerOf({ container }: Scope, { parameters }: ContainerTag): string | undefined {
  return parameters.get(OWNER)?.value ?? container.publicId;
}

/** The first parameter that says so, or the function. */
function placeOfSetting(scope: Scope, tag: ContainerTag, { when }: PublishedFeature): SettingFact['location'] {
  const parameter = Object.keys(when).flatMap((key) => tag.parameters.get(key) ?? [])[0];
  return parameter ? placeOf(scope, parameter) : nameOf(scope, tag);
}
