import { trailOf } from '../../src/model/evidence.ts';
import { elementRemoved } from '../../src/model/markup-repairs.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';
import { needsConsent } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/noscript-beacon',
    title: 'A tracking image or frame in the markup, which no script gate can hold',
    severity: 'error',
    needs: ['activities'],
    law: ['EPRIVACY-5-3', 'EU-EDPB-2-2023', 'GDPR-6'],
    repair: 'suggested',
  },
  check(unit, context) {
    if (unit.kind === 'container' || unit.kind === 'server-container' || context.profile.regime === 'us-opt-out')
      return;
    for (const activity of unit.activities) {
      const { vendor, carrier, states } = activity;
      const bare = carrier === 'element' && activity.urlKind === 'beacon';
      if (activity.kind !== 'load' || !(carrier === 'noscript' || bare)) continue;
      if (!needsConsent(vendor) || context.profile.exemptVendors.includes(vendor.id)) continue;
      const { outcome, certainty } = states['first-visit'];
      if (outcome === 'blocked') continue;
      const removed = elementRemoved(activity.location);
      context.report({
        message: bare
          ? say`An image in the markup calls ${vendor.name} on every visit.`
          : say`The noscript part calls ${vendor.name} for every visitor without JavaScript.`,
        why: say`No consent platform can hold it: the browser requests it as it reads the page, and it sends the address of the page.`,
        remedy: say`Remove it; where it is needed, write it on the server only for visitors who have consented.`,
        location: activity.location,
        severity: 'error',
        certainty,
        vendor: vendor.name,
        ...(removed && { suggestions: [{ message: say`Remove it.`, edits: [removed] }] }),
        subject: `${vendor.id} ${bare ? 'image' : 'noscript'}`,
        trail: trailOf(activity),
        law: rule.meta.law,
      });
    }
  },
};
