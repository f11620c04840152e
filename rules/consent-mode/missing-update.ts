import { trailOf } from '../../src/model/evidence.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'consent-mode/missing-update',
    title: 'A denied consent default that nothing ever updates',
    severity: 'note',
    needs: ['activities'],
    law: ['GDPR-7', 'GDPR-25'],
  },
  check(unit, context) {
    if (unit.kind !== 'page') return;
    for (const { neverUpdated: command } of unit.consentModes) {
      if (!command) continue;
      const { vendor } = command;
      context.report({
        message: say`${command.label} denies, and nothing on the page ever updates it.`,
        why: say`A choice that the visitor makes has no effect: the tags stay in their limited form, page after page.`,
        remedy: say`Send an update when the visitor chooses, and again on every page once a choice is stored; or load the platform that does.`,
        location: command.location,
        severity: 'note',
        certainty: command.states['first-visit'].certainty,
        vendor: vendor.name,
        subject: `${vendor.id} never updated`,
        trail: trailOf(command),
        law: rule.meta.law,
      });
    }
  },
};
