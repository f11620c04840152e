/** Rules of a site's own, as its configuration declares them under `policy`. */
import type { Location } from '../text/location.ts';
import type { ActivityKind, Purpose } from './catalog.ts';
import type { EntityKind } from './entity.ts';
import type { Severity } from './finding.ts';
import type { ConsentState } from './guard.ts';
import type { OriginKind } from './value.ts';

/**
 * What a policy is about. Each matcher that is there has to fit, and of each one of its values. Names are patterns in which
 * `*` stands for any characters; upper and lower case do not differ.
 */
export interface PolicyMatch {
  /** Ids of vendors. */
  readonly vendor?: readonly string[];
  readonly purpose?: readonly Purpose[];
  readonly activity?: readonly ActivityKind[];
  /** Consent states in which it does something. */
  readonly consent?: readonly ConsentState[];
  /** Hosts, with all below each. */
  readonly host?: readonly string[];
  /** Names of events. */
  readonly event?: readonly string[];
  /** Keys of what is sent, or the path of keys that leads to a value: `contents.name`. */
  readonly key?: readonly string[];
  /** Where what is sent comes from. */
  readonly origin?: readonly OriginMatch[];
  /** Names of parts of a container. */
  readonly entity?: readonly string[];
  readonly kind?: readonly EntityKind[];
  /** Types as the container writes them: `html`, `img`, `awct`. */
  readonly type?: readonly string[];
  /** Whether a file is meant, by the path that findings show. */
  readonly file?: (path: string) => boolean;
}

export interface OriginMatch {
  readonly kind?: OriginKind;
  readonly name?: string;
}

export interface Policy {
  /** `policy/NAME`. */
  readonly id: string;
  readonly match: PolicyMatch;
  /** What is left out of it, where all of this fits too. */
  readonly not?: PolicyMatch;
  /** What is wrong; `{vendor}`, `{host}`, `{key}`, `{event}`, `{entity}` stand for what was found. */
  readonly message: string;
  readonly why?: string;
  readonly remedy?: string;
  readonly severity: Severity;
  /** Where it was declared; absent for one of a preset. */
  readonly location?: Location;
  /** Where it was declared, for people: `.taglint.yml:12`, `preset bank:4`. */
  readonly declared: string;
  /** As it is written, for people. */
  readonly text: string;
}

/** What a message may name. */
export const POLICY_WORDS = ['vendor', 'host', 'key', 'event', 'entity'] as const;

/** A message without what is found: for lists of rules. */
export function titleOf({ message }: Pick<Policy, 'message'>): string {
  const text = message.replace(/\{(\w+)\}/g, (written, word: string) => GENERAL.get(word) ?? written);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const GENERAL: ReadonlyMap<string, string> = new Map([
  ['vendor', 'a vendor'],
  ['host', 'a host'],
  ['key', 'a value'],
  ['event', 'an event'],
  ['entity', 'a tag'],
] satisfies [PolicyWord, string][]);

export type PolicyWord = (typeof POLICY_WORDS)[number];

export const ENTITY_KINDS = [
  'tag',
  'trigger',
  'variable',
  'template',
  'client',
  'transformation',
  'zone',
  'folder',
] as const satisfies readonly EntityKind[];

export const ORIGIN_KINDS = [
  'form-field',
  'template',
  'data-layer',
  'gtm-variable',
  'url',
  'cookie',
  'storage',
  'page',
  'variable',
  'event-data',
] as const satisfies readonly OriginKind[];
