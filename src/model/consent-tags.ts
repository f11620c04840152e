/** Whose tags the rules on consent judge (design, *Pages: the fine print*). */
import { faultOf } from './consent-mode.ts';
import { entityTitle } from './evidence.ts';
import { type Phrase, type Said, say, term } from './phrase.ts';
import type { SiteProfile } from './profile.ts';
import { bypassesOf } from './sequences.ts';
import { type JudgedActivity, needsConsent, type Tag, type Unit } from './unit.ts';

/**
 * The tags of a unit that need a choice: vendors of advertising, measurement, recording and testing that the site's
 * authority does not exempt, which the unit starts itself. Where a consent command is to blame for a tag, the finding stands
 * at the command; where a sequence is to blame, at the sequence. A server container has no first visit, and where the law asks
 * for an opt-out only, a first visit may be tracked: then there are none.
 */
export function consentTags(unit: Unit, profile: SiteProfile): Tag[] {
  if (profile.regime === 'us-opt-out') return [];
  return choiceTags(unit, profile);
}

/** The tags about which the visitor has a say, whatever the regime: to opt in, or to opt out. */
export function choiceTags(unit: Unit, profile: SiteProfile): Tag[] {
  if (unit.kind === 'server-container') return [];
  const bypasses = bypassesOf(unit);
  return unit.tags.filter(
    (tag) =>
      needsConsent(tag.vendor) &&
      !profile.exemptVendors.includes(tag.vendor.id) &&
      !tag.entity?.paused &&
      isLoaded(tag, unit) &&
      !faultOf(unit, tag) &&
      !(tag.entity && bypasses.has(tag.entity)),
  );
}

/**
 * The tags of a server container that a gate on the visitor's choice may stand in front of. Tags that ask for the state of a consent mode take it out of the event
 * themselves.
 */
export function gatedServerTags(unit: Unit, profile: SiteProfile): Tag[] {
  if (unit.kind !== 'server-container') return [];
  return unit.tags.filter(
    ({ vendor, entity }) =>
      needsConsent(vendor) && !vendor.consentMode && !profile.exemptVendors.includes(vendor.id) && !entity?.paused,
  );
}

/** Calls to a vendor that the unit never loads are judged where the loader stands. */
function isLoaded(tag: Tag, unit: Unit): boolean {
  const fetched = (activity: JudgedActivity): boolean => activity.kind === 'load' && activity.urlKind !== 'config';
  // A start of the library without a loader in sight counts, unless the unit only queues for one that is loaded elsewhere.
  const started = (activity: JudgedActivity): boolean =>
    activity.tagShape !== undefined || (activity.kind === 'init' && !unit.stubs.includes(tag.vendor.id));
  if (tag.activities.some((activity) => fetched(activity) || started(activity))) return true;
  // A tag of a container that calls a vendor is a tag of its own, wherever the page loads the library.
  return unit.kind === 'container';
}

/**
 * What a tag still does on a first visit where its address or a setting restrains it; undefined where nothing does. A setting
 * counts if it comes before the first event.
 */
export function restraintOf(tag: Tag, first: JudgedActivity): Phrase | undefined {
  if (first.restrained !== undefined) return term(first.restrained);
  for (const { kind, restrained, states } of tag.activities) {
    if (kind === 'event') return undefined;
    if (kind === 'configure' && restrained !== undefined && states['first-visit'].outcome === 'runs')
      return term(restrained);
  }
  return undefined;
}

/** What a tag is called in messages: by its name in a container, else by its vendor. */
export function titleOf(tag: Tag): Said {
  return tag.entity ? say`${entityTitle(tag.entity)} (${tag.vendor.name})` : tag.vendor.name;
}

/** Normalised subject for the fingerprint of a finding about a tag. */
export function subjectOf(tag: Tag, first: JudgedActivity): string {
  return tag.entity ? `${tag.vendor.id} ${tag.entity.name} ${first.kind}` : tag.vendor.id;
}
