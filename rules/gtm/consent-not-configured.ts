import { REQUIRE_CONSENT_OF_ALL, requireConsent } from '../../src/model/consent-settings.ts';
import { trailOf } from '../../src/model/evidence.ts';
import type { Rule } from '../../src/model/rule.ts';
import { bypassesOf } from '../../src/model/sequences.ts';
import { needsConsent } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/consent-not-configured',
    title: 'A tag whose consent settings nobody ever opened',
    severity: 'warning',
    needs: ['tags'],
    law: ['GDPR-25', 'GDPR-32', 'EPRIVACY-5-3'],
  },
  check(unit, context) {
    if (unit.kind !== 'container' || context.profile.regime === 'us-opt-out') return;
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
      context.report({
        message: `The consent settings of “${entity.name}” (${vendor.name}) were never set.`,
        why: 'The tag type asks for no consent by itself, so the container fires it for everybody.',
        remedy: requireConsent(vendor, unit, context.profile),
        location: entity.location,
        severity: 'warning',
        certainty: first.states['first-visit'].certainty,
        vendor: vendor.name,
        entity: entity.name,
        subject: `${vendor.id} ${entity.name}`,
        trail: trailOf(first),
        cause: {
          id: 'no-gate',
          title: 'Tags of this container run without asking for consent',
          remedy: REQUIRE_CONSENT_OF_ALL,
        },
        law: rule.meta.law,
      });
    }
  },
};
