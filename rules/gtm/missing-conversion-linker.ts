import { say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/missing-conversion-linker',
    title: 'Tags read the id of the click on an ad, and no tag of the container keeps it',
    severity: 'note',
    needs: ['tags'],
    law: [],
  },
  check(unit, context) {
    // Newer libraries keep the id by themselves in some setups: worth a look, not a repair.
    if (context.strictness !== 'audit') return;
    if (unit.activities.some(({ entity, tagShape }) => entity?.live && tagShape?.clickId === 'keeps')) return;
    for (const { name, vendor, entity, activities } of unit.tags) {
      if (!entity?.live || !activities.some(({ tagShape }) => tagShape?.clickId === 'reads')) continue;
      context.report({
        message: say`“${name}” reads the id of the click on an ad, and no tag of this container keeps it.`,
        why: say`The id stands in the address of the first page only. Without a cookie that keeps it a sale on a later page belongs to no campaign.`,
        remedy: say`Ask whether another container or the page keeps it; otherwise add the linker tag on all pages, under the same consent.`,
        location: entity.location,
        severity: 'note',
        certainty: 'likely',
        vendor: vendor.name,
        entity: entity.name,
        subject: `${vendor.id} ${entity.name}`,
        trail: [],
        cause: {
          id: 'no-conversion-linker',
          title: say`No tag of this container keeps the id of the click`,
          remedy: say`Add the linker tag.`,
        },
        law: rule.meta.law,
      });
    }
  },
};
