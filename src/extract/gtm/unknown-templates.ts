/** Templates that the catalogue does not know: copies without their gallery reference, and other people's. */
import type { Vendor } from '../../model/catalog.ts';
import { isEmpty, type Property, type Value } from '../../model/value.ts';
import type { ContainerTag } from '../../parse/container.ts';
import { HOLE, type UrlMatch } from '../catalog-index.ts';
import { placeOf, type Scope } from './scope.ts';
import type { TagShape } from './shapes.ts';
import { parameterValue, rowsOf } from './tables.ts';

export interface FoundAddress extends UrlMatch {
  readonly address: string;
}

/** The vendors whose addresses a tag's template may load, each with the first such address. */
export function addressesOf(scope: Scope, tag: ContainerTag): FoundAddress[] {
  const found = new Map<string, FoundAddress>();
  for (const address of scope.template(tag.type)?.addresses ?? []) {
    for (const match of scope.catalog.matchUrl(address.replaceAll('*', HOLE))) {
      if (!found.has(match.vendor.id)) found.set(match.vendor.id, { ...match, address });
    }
  }
  return [...found.values()];
}

/** A template of the vendor with the same parameters: the tag's own is a copy of it. */
export function similarShape(scope: Scope, tag: ContainerTag, vendor: Vendor): TagShape | undefined {
  const shape = vendor.gtm.find(({ templates, server, id, event, params, userData }) => {
    if (templates.length === 0 || server !== scope.container.server || id === undefined || !tag.parameters.has(id))
      return false;
    const keys = [...event, ...params, ...userData.map(({ key }) => key)];
    return keys.filter((key) => tag.parameters.has(key)).length >= 2;
  });
  return shape && { vendor, shape };
}

/** User data under the vendor's own keys, in whatever table or parameter of the tag. */
export function userDataIn(scope: Scope, tag: ContainerTag, vendor: Vendor): Value | undefined {
  const known = vendor.userData.keys;
  const isKnown = (key: string): boolean => Object.hasOwn(known, key.toLowerCase());
  const properties: Property[] = [];
  for (const parameter of tag.parameters.values()) {
    const cells = parameter.list.length > 0 ? rowsOf(parameter) : [{ key: parameter, value: parameter }];
    for (const { key, value } of cells) {
      const name = key === value ? key.key : (key.value ?? '');
      if (isKnown(name))
        properties.push({ key: name, value: parameterValue(scope, value), location: placeOf(scope, value) });
    }
  }
  const [first] = properties;
  if (!first) return undefined;
  const user: Value = { kind: 'object', properties, rest: [], ...(first.location ? { location: first.location } : {}) };
  return isEmpty(user) ? undefined : user;
}
