import { entityTitle, retiredCause, trailOf } from '../../src/model/evidence.ts';
import { say, term } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'hygiene/retired-product',
    title: 'A tag of a product that is switched off',
    severity: 'warning',
    needs: ['tags'],
    law: ['GDPR-25', 'GDPR-32'],
  },
  check(unit, context) {
    for (const { vendor, entity, activities } of unit.tags) {
      const [first] = activities;
      const { retired } = vendor;
      if (!retired || !first || entity?.paused) continue;
      context.report({
        message: entity
          ? say`${entityTitle(entity)} belongs to ${vendor.name}, which is switched off since ${retired.since}.`
          : say`${vendor.name} is switched off since ${retired.since}.`,
        why: say`It ${term(retired.what)}.`,
        remedy: say`Remove it. In its place: ${term(retired.instead)}.`,
        location: entity?.location ?? first.location,
        severity: 'warning',
        certainty: 'certain',
        vendor: vendor.name,
        ...(entity ? { entity: entity.name } : {}),
        subject: `${vendor.id} ${entity?.name ?? ''}`,
        trail: trailOf(first),
        cause: retiredCause(vendor),
        law: rule.meta.law,
      });
    }
  },
};
