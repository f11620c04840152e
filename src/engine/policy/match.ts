/** What a policy is about: the tags, the values and the parts of containers that fit it. */
import type { Entity } from '../../model/entity.ts';
import type { Certainty } from '../../model/finding.ts';
import { fitsPattern } from '../../model/name-pattern.ts';
import type { OriginMatch, Policy, PolicyMatch } from '../../model/policy.ts';
import { eventNamesOf, type SentDatum, sentDataOf } from '../../model/sent-data.ts';
import { hostOf, type Sighting } from '../../model/third-parties.ts';
import type { JudgedActivity, Unit } from '../../model/unit.ts';
import { type Origin, originsOf } from '../../model/value.ts';

/** Something that a policy may be about. */
export interface Candidate {
  /** Absent where it is a part of a container as such. */
  readonly sighting?: Sighting;
  /** One value that it sends, where the policy asks for keys or origins. */
  readonly datum?: SentDatum;
  readonly entity?: Entity;
}

export interface Match extends Candidate {
  readonly certainty: Certainty;
}

/** Everything in a unit that a policy is about. */
export function matchesOf(policy: Policy, unit: Unit): readonly Match[] {
  const { match, not } = policy;
  const file = unit.source.root.name;
  return candidatesOf(policy, unit).flatMap((candidate): Match[] => {
    const certainty = fits(match, candidate, file);
    if (!certainty) return [];
    const out = not && fits(not, candidate, file);
    if (out && out !== 'possible') return [];
    return [{ ...candidate, certainty: out ?? certainty }];
  });
}

/** True where a policy asks for nothing but parts of containers, whatever they do. */
export function isAboutEntities({ match, not }: Policy): boolean {
  return [match, not ?? {}].every((one) => Object.keys(one).every((key) => OF_ENTITIES.has(key))) && asksEntity(match);
}

const OF_ENTITIES: ReadonlySet<string> = new Set(['entity', 'kind', 'type', 'file'] satisfies (keyof PolicyMatch)[]);

function asksEntity({ entity, kind, type }: PolicyMatch): boolean {
  return entity !== undefined || kind !== undefined || type !== undefined;
}

function candidatesOf(policy: Policy, { entities, activities, unknownScripts }: Unit): readonly Candidate[] {
  if (isAboutEntities(policy)) return entities.map((entity) => ({ entity }));
  const sightings = [...activities, ...unknownScripts].sort((a, b) => a.order - b.order);
  const { match, not } = policy;
  const asksData = [match, not].some((one) => one?.key !== undefined || one?.origin !== undefined);
  return sightings.flatMap((sighting): Candidate[] => {
    const { entity } = sighting;
    const common = entity ? { sighting, entity } : { sighting };
    if (!('vendor' in sighting)) return asksData ? [] : [common];
    if (asksData) return sentDataOf(sighting).map((datum) => ({ ...common, datum }));
    // Settings and consent commands are nobody's tag; who means them says so.
    const isSetting = sighting.kind === 'configure' || sighting.kind === 'consent';
    return isSetting && !match.activity ? [] : [common];
  });
}

/** How surely all matchers fit; undefined where one does not. */
function fits(match: PolicyMatch, { sighting, datum, entity }: Candidate, file: string): Certainty | undefined {
  const activity = sighting && 'vendor' in sighting ? sighting : undefined;
  const { vendor, purpose, activity: kinds, host, event, key, origin } = match;
  if (match.file && !match.file(file)) return undefined;
  if (match.entity && !named(match.entity, entity?.name)) return undefined;
  if (match.type && !named(match.type, entity?.type)) return undefined;
  if (match.kind && !(entity && match.kind.includes(entity.kind))) return undefined;
  if (vendor && !(activity && vendor.includes(activity.vendor.id))) return undefined;
  if (purpose && !activity?.vendor.purposes.some((one) => purpose.includes(one))) return undefined;
  if (kinds && !(sighting && kinds.includes(activity?.kind ?? 'load'))) return undefined;
  if (host && !(sighting && isBelow(host, sighting))) return undefined;
  if (event && !(activity && eventNamesOf(activity).some((name) => named(event, name)))) return undefined;
  if (key && !(datum && hasKey(key, datum.path))) return undefined;
  if (origin && !(datum && originsOf(datum.value).some((one) => comesFrom(origin, one)))) return undefined;
  return match.consent ? runsIn(match.consent, sighting, activity) : certaintyOf(sighting);
}

function certaintyOf(sighting: Sighting | undefined): Certainty {
  return sighting?.reached === false ? 'likely' : 'certain';
}

/** How surely something is done in one of the states. */
function runsIn(
  states: NonNullable<PolicyMatch['consent']>,
  sighting: Sighting | undefined,
  activity: JudgedActivity | undefined,
): Certainty | undefined {
  if (!sighting?.reached) return undefined;
  const found = states.flatMap((state): Certainty[] => {
    const { outcome, certainty } = sighting.states[state];
    if (outcome === 'unknown') return ['possible'];
    // What is held is fetched; its events wait.
    const acts = outcome === 'runs' || outcome === 'limited' || (outcome === 'held' && activity?.kind === 'load');
    return acts ? [certainty] : [];
  });
  return (['certain', 'likely', 'possible'] as const).find((certainty) => found.includes(certainty));
}

function isBelow(hosts: readonly string[], sighting: Sighting): boolean {
  const host = 'host' in sighting ? sighting.host : hostOf(sighting.url);
  return host !== undefined && hosts.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** By its own name, or with all that leads to it. */
function hasKey(patterns: readonly string[], path: string): boolean {
  return named(patterns, path) || named(patterns, path.slice(path.lastIndexOf('.') + 1));
}

function comesFrom(origins: readonly OriginMatch[], { kind, name }: Origin): boolean {
  return origins.some(
    (one) => (one.kind === undefined || one.kind === kind) && (one.name === undefined || named([one.name], name)),
  );
}

/** Patterns are in lower case already. */
function named(patterns: readonly string[], name: string | undefined): boolean {
  if (name === undefined) return false;
  const lower = name.toLowerCase();
  return patterns.some((pattern) => fitsPattern(pattern, lower));
}
