import {
  consentRequired,
  hasDefault,
  REQUIRE_CONSENT_OF_ALL,
  requireConsent,
} from '../../src/model/consent-settings.ts';
import { consentTags, restraintOf, subjectOf, titleOf } from '../../src/model/consent-tags.ts';
import { runsAs, sharesPlace, trailOf } from '../../src/model/evidence.ts';
import type { Report, Severity } from '../../src/model/finding.ts';
import { parkingOf } from '../../src/model/parking-repairs.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { JudgedActivity, Tag, Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/fires-before-consent',
    title: 'A tracker can run on a first visit, before any choice is made',
    severity: 'error',
    needs: ['tags'],
    law: ['EPRIVACY-5-3', 'GDPR-6', 'UK-ICO-SKYBET', 'NL-AP-KRUIDVAT', 'FR-CNIL-SHEIN'],
    repair: 'suggested',
  },
  check(unit, context) {
    for (const tag of consentTags(unit, context.profile)) {
      // What looks like a gate, and a blocker that comes too late, have rules of their own: one tag, one finding.
      if (tag.gate.kind === 'none') judgeTag(tag, tag.gate.first, unit, context);
    }
  },
};

function judgeTag(tag: Tag, first: JudgedActivity, unit: Unit, context: RuleContext): void {
  const firing = tag.activities.filter(
    ({ kind, states }) => kind !== 'configure' && kind !== 'consent' && states['first-visit'].outcome !== 'blocked',
  );
  // A script whose events wait for the vendor's own switch is fetched all the same: that is the lesser finding.
  const held = firing.filter(({ states }) => states['first-visit'].outcome === 'held');
  const active = firing.filter((activity) => !held.includes(activity));
  const onlyHeld = held.length > 0 && active.every(({ kind }) => kind === 'load');
  const { outcome, certainty } = first.states['first-visit'];
  if (outcome === 'limited' && context.strictness === 'default') return;
  const restrained = restraintOf(tag, first);
  const severity: Severity =
    outcome === 'limited' || restrained !== undefined ? 'note' : onlyHeld ? 'warning' : 'error';
  const others = active.filter((activity) => !sharesPlace(activity, first)).slice(0, 6);
  const trail = trailOf(first);
  context.report({
    message: messageOf(tag, first, onlyHeld, outcome === 'limited'),
    why: onlyHeld
      ? say`The script is still fetched: address, browser and referrer reach the vendor before any choice.`
      : outcome === 'limited'
        ? say`Under a denied default the tag sends pings without cookies.`
        : restrained !== undefined
          ? say`In this form it ${restrained}.`
          : say`Storing or reading on the device for this purpose needs a choice first.`,
    remedy: unit.kind === 'container' ? requireConsent(tag.vendor, unit, context.profile) : REMEDY,
    location: first.location,
    severity,
    certainty,
    vendor: tag.vendor.name,
    ...(tag.entity ? { entity: tag.entity.name } : {}),
    subject: subjectOf(tag, first),
    ...suggestionsFor(tag, unit, context),
    trail: [
      ...trail,
      ...others.map((activity) => ({ message: say`then ${activity.label}`, location: activity.location })),
    ],
    cause:
      unit.kind === 'container'
        ? {
            id: 'no-gate',
            title: say`Tags of this container run without asking for consent`,
            remedy: REQUIRE_CONSENT_OF_ALL,
          }
        : { id: 'no-gate', title: say`Trackers of this page run without asking for consent`, remedy: REMEDY },
    law: rule.meta.law,
  });
}

/** On a page with a platform: its way of parking. In a container with a default: the consent settings of the tag. */
function suggestionsFor(tag: Tag, unit: Unit, { profile }: RuleContext): Pick<Report, 'suggestions'> {
  const { entity, vendor } = tag;
  const parked = parkingOf(tag, unit);
  if (parked) return { suggestions: [parked] };
  if (!entity || unit.kind !== 'container' || entity.consentStatus === 'needed' || !hasDefault(unit, profile))
    return {};
  const repair = consentRequired(entity, vendor);
  return repair ? { suggestions: [repair] } : {};
}

const REMEDY = say`Park the tag in the way of your consent platform, or run it from a handler that tests the category.`;

function messageOf(tag: Tag, first: JudgedActivity, onlyHeld: boolean, limited: boolean): Phrase {
  const name = titleOf(tag);
  if (onlyHeld) return say`${name} is fetched on a first visit; only its events wait for consent.`;
  if (limited) return say`${name} runs on a first visit in the limited form of its consent mode.`;
  return say`${name} ${runsAs(first.states['first-visit'].certainty)} on a first visit, before any choice (${first.label}).`;
}
