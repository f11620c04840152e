import { consentRequired, REQUIRE_CONSENT_OF_ALL, requireConsent } from '../../src/model/consent-settings.ts';
import { trailOf } from '../../src/model/evidence.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { bypassesOf } from '../../src/model/sequences.ts';
import { needsConsent, type Unit } from '../../src/model/unit.ts';
import { userDataOf } from '../../src/model/user-data.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/consent-not-configured',
    title: 'A tag whose consent settings nobody ever opened',
    severity: 'warning',
    needs: ['tags'],
    law: ['GDPR-25', 'GDPR-32', 'EPRIVACY-5-3'],
    repair: 'suggested',
  },
  check(unit, context) {
    if (context.profile.regime === 'us-opt-out') return;
    if (unit.kind === 'server-container') onServer(unit, context);
    if (unit.kind !== 'container') return;
    const bypasses = bypassesOf(unit);
    for (const tag of unit.tags) {
      const { entity, vendor } = tag;
      if (!entity || entity.paused || entity.consentStatus !== 'not-set' || bypasses.has(entity)) continue;
      // Tags with built-in checks ask by themselves; tags that an event of the platform fires are gated there.
      if (!needsConsent(vendor) || vendor.consentMode || context.profile.exemptVendors.includes(vendor.id)) continue;
      const first = tag.activities.find(
        (activity) => activity.kind !== 'configure' && activity.states['first-visit'].outcome === 'runs',
      );
      if (!first) continue;
      const repair = consentRequired(entity, vendor);
      context.report({
        message: say`The consent settings of “${entity.name}” (${vendor.name}) were never set.`,
        why: say`The tag type asks for no consent by itself, so the container fires it for everybody.`,
        remedy: requireConsent(vendor, unit, context.profile),
        location: entity.location,
        severity: 'warning',
        certainty: first.states['first-visit'].certainty,
        vendor: vendor.name,
        entity: entity.name,
        subject: `${vendor.id} ${entity.name}`,
        ...(repair && { suggestions: [repair] }),
        trail: trailOf(first),
        cause: {
          id: 'no-gate',
          title: say`Tags of this container run without asking for consent`,
          remedy: REQUIRE_CONSENT_OF_ALL,
        },
        law: rule.meta.law,
      });
    }
  },
};

/** A server's tag that hands over user data whatever was chosen. What comes in may be sent by those alone who agreed. */
function onServer(unit: Unit, context: RuleContext): void {
  if (context.strictness === 'default') return;
  for (const { entity, vendor, activities } of unit.tags) {
    if (!entity || entity.paused || !needsConsent(vendor) || vendor.consentMode) continue;
    const first = activities.find(
      (activity) => activity.states.refused.outcome === 'runs' && userDataOf(activity).length > 0,
    );
    // A parameter on “optional” is a finding of its own.
    if (!first || first.steps.some(({ kind }) => kind === 'optional')) continue;
    context.report({
      message: say`“${entity.name}” hands user data to ${vendor.name} whatever was chosen: nothing in this container asks for consent.`,
      why: say`That the events which come in are those of visitors who agreed is seen where they are sent from, not here.`,
      remedy: say`Let the tag fire only where the event says that consent was given: by its own consent parameter, or by a trigger that tests the consent field.`,
      location: entity.location,
      severity: 'note',
      certainty: 'possible',
      vendor: vendor.name,
      entity: entity.name,
      subject: `${vendor.id} ${entity.name}`,
      trail: trailOf(first),
      cause: {
        id: 'server-asks-nothing',
        title: say`Tags of this server container hand user data over whatever was chosen`,
        remedy: say`Test the consent field of the event in their triggers.`,
      },
      law: ['GDPR-25', 'GDPR-6'],
    });
  }
}
