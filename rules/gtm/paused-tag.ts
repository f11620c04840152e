import { say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/paused-tag',
    title: 'A paused tag that is kept in the container',
    severity: 'note',
    needs: ['entities'],
    law: ['GDPR-25', 'GDPR-32'],
  },
  check(unit, context) {
    for (const entity of unit.entities) {
      if (!entity.paused) continue;
      const vendor = unit.activities.find((one) => one.entity === entity && !one.values.pushed)?.vendor;
      const callers = entity.usedBy.filter(({ kind }) => kind === 'tag');
      context.report({
        message: vendor
          ? say`“${entity.name}” (${vendor.name}) is paused and still in the container.`
          : say`“${entity.name}” is paused and still in the container.`,
        why: say`One click sends it out again, with whatever triggers and consent settings it had when it was paused.`,
        remedy: say`Delete it; the versions of the container keep it.`,
        location: entity.location,
        severity: 'note',
        certainty: 'certain',
        ...(vendor ? { vendor: vendor.name } : {}),
        entity: entity.name,
        subject: entity.name,
        trail: callers.slice(0, 4).map(({ name, location }) => ({ message: say`“${name}” names it`, location })),
        cause: {
          id: 'paused-tags',
          title: say`Paused tags are kept in this container`,
          remedy: say`Delete the paused tags.`,
        },
        law: rule.meta.law,
      });
    }
  },
};
