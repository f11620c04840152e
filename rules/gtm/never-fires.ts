import type { Entity, JudgedRoute, ReferenceRole } from '../../src/model/entity.ts';
import type { Report } from '../../src/model/finding.ts';
import { atomsOf, CONSENT_STATES } from '../../src/model/guard.ts';
import { say } from '../../src/model/phrase.ts';
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
        message: say`“${entity.name}” fires in no consent state: its triggers, exceptions and consent checks exclude each other.`,
        why: say`It looks as if it were in use, and sends nothing, not even for visitors who agreed to everything.`,
        remedy: checks
          ? say`Keep one gate: the consent settings of the tag or the conditions of its trigger.`
          : say`Look for conditions of the trigger that an exception contradicts.`,
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
                    message: role === 'firing' ? say`trigger “${target.name}”` : say`exception “${target.name}”`,
                    location: target.location,
                  },
                ]
              : [],
          ),
        ...causeOf(entity),
        law: rule.meta.law,
      });
    }
  },
};

/** What exceptions ask and the triggers that they stop do not: one value that is always there stops every tag behind it. */
function causeOf(entity: Entity): Pick<Report, 'cause'> {
  const fires = askedBy(entity, 'firing');
  const asked = [...askedBy(entity, 'exception')].filter((name) => !fires.has(name)).sort();
  if (asked.length === 0) return {};
  const names = asked.map((name) => `{{${name}}}`).join(', ');
  return {
    cause: {
      id: `never-fires ${names}`,
      title: say`Exceptions on ${names} stop tags in every consent state`,
      remedy: say`Look at what the exceptions ask of ${names}.`,
    },
  };
}

/** Names of the container's own variables in the conditions of an entity's triggers or exceptions. */
function askedBy({ uses }: Entity, role: ReferenceRole): ReadonlySet<string> {
  const triggers = uses.flatMap((use) => (use.role === role && use.target ? [use.target] : []));
  const names = triggers.flatMap((trigger) => trigger.uses.filter(({ kind, target }) => kind === 'variable' && target));
  return new Set(names.map(({ name }) => name));
}

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
