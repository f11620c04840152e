import type { Entity, JudgedRoute } from '../../src/model/entity.ts';
import { atomsOf, CONSENT_STATES } from '../../src/model/guard.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/never-fires',
    title: 'A tag that no visitor can make fire, whatever is chosen',
    severity: 'warning',
    needs: ['entities'],
    law: ['GDPR-32'],
  },
  check(unit, context) {
    const routes = new Map<Entity, JudgedRoute[]>();
    for (const route of unit.routes) {
      const known = routes.get(route.entity);
      if (known) known.push(route);
      else routes.set(route.entity, [route]);
    }
    for (const [entity, ways] of routes) {
      if (entity.paused || !ways.every(isBlocked) || lacksTrigger(entity)) continue;
      const [first] = ways;
      if (!first) continue;
      const checks = atomsOf(first.guard).some(({ atom }) => atom.kind === 'signal' || atom.kind === 'consent');
      context.report({
        message: `“${entity.name}” fires in no consent state: its triggers, exceptions and consent checks exclude each other.`,
        why: 'It looks as if it were in use, and sends nothing, not even for visitors who agreed to everything.',
        remedy: checks
          ? 'Keep one gate: the consent settings of the tag or the conditions of its trigger.'
          : 'Look for conditions of the trigger that an exception contradicts.',
        location: entity.location,
        severity: 'warning',
        certainty: 'likely',
        entity: entity.name,
        subject: entity.name,
        trail: entity.uses
          .filter(({ role, target }) => target && (role === 'firing' || role === 'exception'))
          .slice(0, 6)
          .flatMap(({ role, target }) =>
            target
              ? [
                  {
                    message: `${role === 'firing' ? 'trigger' : 'exception'} “${target.name}”`,
                    location: target.location,
                  },
                ]
              : [],
          ),
        law: rule.meta.law,
      });
    }
  },
};

function isBlocked({ states }: JudgedRoute): boolean {
  return CONSENT_STATES.every((state) => states[state].outcome === 'blocked');
}

/** A trigger that is gone is a finding of its own. */
function lacksTrigger({ uses }: Entity): boolean {
  return (
    uses.some(({ role, state }) => role === 'firing' && state !== 'there') ||
    !uses.some(({ role }) => role === 'firing')
  );
}
