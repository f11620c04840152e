import type { Entity, Reference } from '../../src/model/entity.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/dead-exception',
    title: 'An exception on an event on which the tag never fires',
    severity: 'warning',
    needs: ['entities'],
    law: ['GDPR-32'],
  },
  check(unit, context) {
    for (const entity of unit.entities) {
      if (entity.paused) continue;
      for (const reference of entity.uses) {
        const { target, missed, location } = reference;
        if (!target || !missed || isJudgedAsGate(unit, entity, reference)) continue;
        context.report({
          message: say`The exception “${target.name}” of “${entity.name}” blocks nothing: it is asked on an event on which the tag never fires.`,
          why: say`Tag Manager asks an exception only when its own event comes. On all other events the tag fires as if it had none.`,
          remedy: say`Build the exception on the events of the tag’s triggers, or on every event: a custom event that matches .* with the same conditions.`,
          location,
          severity: 'warning',
          certainty: 'certain',
          entity: entity.name,
          subject: `${entity.name} ${target.name}`,
          trail: [
            { message: say`the exception “${target.name}”`, location: target.location },
            ...entity.uses
              .flatMap((one) => (one.role === 'firing' && one.target ? [one.target] : []))
              .slice(0, 4)
              .map(({ name, location: at }) => ({ message: say`fires on “${name}”`, location: at })),
          ],
          cause: {
            id: `dead-exception ${target.name}`,
            title: say`The exception “${target.name}” is asked on another event`,
            remedy: say`Build it on the events of the tags.`,
          },
          law: rule.meta.law,
        });
      }
    }
  },
};

/** An exception that was meant as the tag's gate is the finding on that gate. */
function isJudgedAsGate({ activities }: Unit, entity: Entity, { target }: Reference): boolean {
  return activities.some(
    (activity) =>
      activity.entity === entity &&
      activity.steps.some(({ kind, subject }) => kind === 'other-event' && subject === target?.name),
  );
}
