/** Who gets to know of a visit: the vendors that a unit uses, and hosts that nobody knows. */
import type { Vendor } from './catalog.ts';
import type { Entity } from './entity.ts';
import type { JudgedActivity, JudgedUnknownScript, Unit, Verdict } from './unit.ts';

/** One place where a third party is used. */
export type Sighting = JudgedActivity | JudgedUnknownScript;

/** A vendor or an unknown host in a page, or in one tag of a container. */
export interface ThirdParty {
  /** Absent where only a host is known. */
  readonly vendor?: Vendor;
  /** For messages. */
  readonly name: string;
  /** Where it is fetched from, as far as that stands there. */
  readonly hosts: readonly string[];
  readonly entity?: Entity;
  /** In order of execution, at least one. */
  readonly sightings: readonly [Sighting, ...Sighting[]];
  /** Nothing makes it run, whatever the visitor chooses: paused, or blocked in every state. */
  readonly dead: boolean;
}

/** Code that nothing calls counts too, settings and consent commands alone do not: what they are for is elsewhere. */
export function thirdPartiesOf({ activities, unknownScripts }: Unit): ThirdParty[] {
  const groups = new Map<string, Sighting[]>();
  const add = (id: string, sighting: Sighting): void => {
    const { entity } = sighting;
    const key = `${id} ${entity ? `${entity.name} ${entity.location.start}` : ''}`;
    const group = groups.get(key);
    if (group) group.push(sighting);
    else groups.set(key, [sighting]);
  };
  for (const activity of activities) if (isUse(activity)) add(activity.vendor.id, activity);
  // Requests go to the site's own hosts as a rule.
  for (const script of unknownScripts) if (script.sent === undefined) add(script.host, script);
  return [...groups.values()].flatMap(thirdParty);
}

/** The host of an absolute address. */
export function hostOf(url: string | undefined): string | undefined {
  return /^(?:https?:)?\/\/([^/?#:@\s]{1,255})/i.exec(url ?? '')?.[1]?.toLowerCase();
}

function thirdParty(group: readonly Sighting[]): ThirdParty[] {
  const [first, ...rest] = [...group].sort((a, b) => a.order - b.order);
  if (!first) return [];
  const { entity } = first;
  const vendor = 'vendor' in first ? first.vendor : undefined;
  const hosts = new Set(group.flatMap((one) => ('host' in one ? one.host : (hostOf(one.url) ?? []))));
  return [
    {
      ...(vendor && { vendor }),
      name: vendor?.name ?? [...hosts].join(),
      hosts: [...hosts],
      ...(entity && { entity }),
      sightings: [first, ...rest],
      dead: entity?.paused === true || group.every(isBlocked),
    },
  ];
}

function isUse({ kind }: JudgedActivity): boolean {
  return kind !== 'configure' && kind !== 'consent';
}

function isBlocked({ states }: { readonly states: Readonly<Record<string, Verdict>> }): boolean {
  return Object.values(states).every(({ outcome }) => outcome === 'blocked');
}

/** Whether a host is a domain or lies below it. */
export function isBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
