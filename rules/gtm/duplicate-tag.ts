import { twinCause } from '../../src/model/evidence.ts';
import { removalOf } from '../../src/model/json-repairs.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/duplicate-tag',
    title: 'Two tags with the same settings on the same triggers',
    severity: 'warning',
    needs: ['entities'],
    law: ['GDPR-5-1-C', 'GDPR-32'],
    repair: 'suggested',
  },
  check(unit, context) {
    for (const entity of unit.entities) {
      const { name, twin, location, uses } = entity;
      if (!twin) continue;
      const repair = entity.usedBy.length === 0 ? removalOf(entity) : undefined;
      context.report({
        message: say`“${name}” does the same as “${twin.name}”: type, settings and triggers are equal.`,
        why: say`Everything is sent twice, and who gates or deletes one of them believes the matter settled.`,
        remedy: say`Delete “${name}” or “${twin.name}”.`,
        location,
        severity: 'warning',
        certainty: 'certain',
        entity: name,
        subject: name,
        ...(repair && { suggestions: [repair] }),
        trail: [
          { message: say`the same as “${twin.name}”`, location: twin.location },
          ...uses
            .flatMap(({ role, target }) => (role === 'firing' && target ? [target] : []))
            .slice(0, 4)
            .map((trigger) => ({ message: say`both fire on “${trigger.name}”`, location: trigger.location })),
        ],
        cause: twinCause(entity, twin),
        law: rule.meta.law,
      });
    }
  },
};
