/** What a page or script hands to a tag manager: it tells nobody by itself, but to whichever tag reads it. */
import type { Cause, Certainty, Report } from './finding.ts';
import { type Phrase, type Said, say } from './phrase.ts';
import { type JudgedActivity, needsConsent, sendingActivities, type Unit } from './unit.ts';

/** Something that is put where the tags of a tag manager read it: an object pushed to a data layer, an event of the manager's own. */
function isHandedOn(activity: JudgedActivity): boolean {
  const { values, kind, vendor } = activity;
  return !needsConsent(vendor) && (values.pushed !== undefined || (kind === 'event' && isManager(activity)));
}

/**
 * A data layer of a page is read by what stands beside it; who reads that of a script or of a part of a page alone is not in
 * sight. A manager's own wrapper has it.
 */
export function isRead(activity: JudgedActivity, unit: Unit): boolean {
  return (
    unit.kind !== 'page' || activity.queue === undefined || !unit.surroundings.complete || hasReader(activity, unit)
  );
}

/** Put into a data layer that nothing in sight reads. */
export function isUnread(activity: JudgedActivity, unit: Unit): boolean {
  return (
    activity.values.pushed !== undefined &&
    activity.queue !== undefined &&
    !activity.entity &&
    !hasReader(activity, unit)
  );
}

function hasReader({ vendor }: JudgedActivity, unit: Unit): boolean {
  const system = vendor.consentMode?.system;
  return unit.activities.some((other) => !other.values.pushed && other.vendor.consentMode?.system === system);
}

/** What a unit sends to vendors that need a choice, and what it hands to a tag manager whose tags may send it on. */
export function tellingActivities(unit: Unit): readonly JudgedActivity[] {
  return [...sendingActivities(unit), ...handedOnActivities(unit)];
}

/**
 * Containers are not asked: what their tags send is judged itself. A library that has no tags of its own (a bare `gtag.js`)
 * reads nothing of the kind.
 */
function handedOnActivities(unit: Unit): readonly JudgedActivity[] {
  if (unit.kind !== 'page' && unit.kind !== 'script') return [];
  const handed = unit.activities.filter(isHandedOn);
  if (handed.length === 0) return [];
  return unit.kind === 'script' || !unit.surroundings.complete || unit.activities.some(startsManager) ? handed : [];
}

function startsManager(activity: JudgedActivity): boolean {
  const { kind, values } = activity;
  return isManager(activity) && (kind === 'load' || values.id !== undefined);
}

function isManager({ vendor }: JudgedActivity): boolean {
  return vendor.purposes.includes('tag-manager');
}

/** The public ids of the containers that the unit loads; none where they are not known. */
function containersOf({ activities }: Unit): readonly string[] {
  const ids = activities.filter(isManager).flatMap(({ values: { id } }) => {
    const text = id?.kind === 'literal' && typeof id.value === 'string' ? id.value : '';
    return CONTAINER_ID.test(text) ? [text.toUpperCase()] : [];
  });
  return [...new Set(ids)];
}

/** Public ids of containers of Tag Manager. */
export const CONTAINER_ID = /^GTM-[A-Z0-9]{4,12}$/i;

/** How to say where what an activity tells goes, and what that means for the finding. */
export interface Telling {
  readonly isHandedOn: boolean;
  /** `sends item_name to Meta`, `puts item_name into the data layer`. */
  readonly says: (what: Said) => Phrase;
  /** Why it matters, with what has to be said beside it. */
  readonly why: (why: Phrase) => Phrase;
  readonly certainty: (known: Certainty) => Certainty;
  readonly report: Pick<Report, 'cause' | 'unlessSeen'>;
}

const CAUSE: Cause = {
  id: 'handed-on',
  title: say`Something sensitive stands where every tag of the tag manager can read it`,
  remedy: say`Take it out of what is pushed.`,
};

export function tellingOf(activity: JudgedActivity, unit: Unit): Telling {
  const { vendor, values } = activity;
  const sends = (what: Said): Phrase => say`sends ${what} to ${vendor.name}`;
  if (!isHandedOn(activity))
    return { isHandedOn: false, says: sends, why: (why) => why, certainty: (known) => known, report: {} };
  return {
    isHandedOn: true,
    says: values.pushed ? (what) => say`puts ${what} into the data layer` : sends,
    why: (why) =>
      say`${why} Every tag of the tag manager can read it there and send it on; which of them do is not in sight.`,
    // Somebody put it there for a tag; that one reads it is not seen.
    certainty: (known) => (known === 'certain' ? 'likely' : known),
    report: { cause: CAUSE, unlessSeen: containersOf(unit) },
  };
}
