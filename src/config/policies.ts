/** `policy` of a configuration as the engine takes it. */
import type { OriginMatch, Policy, PolicyMatch } from '../model/policy.ts';
import { POLICY_GROUP } from '../model/policy-id.ts';
import { type ConfigPlace, fileMatcher } from './files.ts';
import type { ConfigFile } from './schema.ts';

type Declared = NonNullable<ConfigFile['policy']>[string];
type Matchers = Declared['match'];
type DeclaredOrigin = Exclude<NonNullable<Matchers['origin']>, readonly unknown[]>;

/** Where each policy was declared, and what is written there. */
export type Declaration = Pick<Policy, 'location' | 'declared' | 'text'>;

export interface PolicyPlace extends ConfigPlace {
  readonly declarationOf: (name: string) => Declaration;
}

/** The policies of a valid configuration. */
export function policiesOf(declared: ConfigFile['policy'], { declarationOf, ...place }: PolicyPlace): Policy[] {
  return Object.entries(declared ?? {}).map(([name, { match, not, message, why, remedy, severity }]) => ({
    id: POLICY_GROUP + name,
    match: matchOf(match, place),
    ...(not && { not: matchOf(not, place) }),
    message,
    ...(why !== undefined && { why }),
    ...(remedy !== undefined && { remedy }),
    severity: severity ?? 'error',
    ...declarationOf(name),
  }));
}

function matchOf(written: Matchers, place: ConfigPlace): PolicyMatch {
  const { vendor, purpose, activity, consent, host, kind, event, key, origin, entity, type, file } = written;
  return {
    ...(vendor && { vendor: listOf(vendor) }),
    ...(purpose && { purpose: listOf(purpose) }),
    ...(activity && { activity: listOf(activity) }),
    ...(consent && { consent: listOf(consent) }),
    ...(host && { host: listOf(host) }),
    ...(kind && { kind: listOf(kind) }),
    ...(event && { event: patternsOf(event) }),
    ...(key && { key: patternsOf(key) }),
    ...(entity && { entity: patternsOf(entity) }),
    ...(type && { type: patternsOf(type) }),
    ...(origin && { origin: listOf(origin).map(originOf) }),
    ...(file && { file: fileMatcher(listOf(file), place) }),
  };
}

function originOf(written: DeclaredOrigin): OriginMatch {
  if (typeof written === 'string') return { kind: written };
  const { kind, name } = written;
  return { ...(kind && { kind }), ...(name !== undefined && { name: name.toLowerCase() }) };
}

function listOf<T extends string | object>(value: T | readonly T[]): readonly T[] {
  return isList(value) ? value : [value];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** Upper and lower case do not differ. */
function patternsOf(value: string | readonly string[]): readonly string[] {
  return listOf(value).map((one) => one.toLowerCase());
}
