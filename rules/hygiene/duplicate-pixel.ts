import { and, atomsOf } from '../../src/model/guard.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { JudgedActivity } from '../../src/model/unit.ts';
import { textOf } from '../../src/model/value.ts';

export const rule: Rule = {
  meta: {
    id: 'hygiene/duplicate-pixel',
    title: 'The same id is initialised twice',
    severity: 'warning',
    needs: ['activities'],
    law: ['GDPR-32'],
  },
  check(unit, context) {
    const byId = new Map<string, JudgedActivity[]>();
    for (const activity of unit.activities) {
      if (activity.kind !== 'init' || !activity.reached || activity.entity?.paused || activity.carrier === 'noscript')
        continue;
      const id = textOf(activity.values.id) ?? nameOfHole(activity);
      if (id === undefined || id === '') continue;
      const key = `${activity.vendor.id} ${id}`;
      const known = byId.get(key) ?? [];
      known.push(activity);
      byId.set(key, known);
    }
    for (const [key, activities] of byId) {
      const [first, ...rest] = activities;
      if (!first) continue;
      // The vendors' libraries are started by one call; another form of the same start is no repetition.
      const again = rest.find(
        (activity) => activity.label === first.label && !isSamePlace(activity, first) && canBothRun(activity, first),
      );
      if (!again) continue;
      const { vendor, entity } = again;
      context.report({
        message: `${vendor.name} is initialised twice with the same id.`,
        why: 'Events are counted twice, and a gate in front of one of them is worth nothing while the other runs.',
        remedy: 'Keep one of the two: the one that the consent platform controls.',
        location: again.location,
        severity: 'warning',
        certainty: 'certain',
        vendor: vendor.name,
        ...(entity ? { entity: entity.name } : {}),
        subject: key,
        trail: [
          {
            message: `first initialised here (${first.entity ? `tag “${first.entity.name}”` : first.label})`,
            location: first.location,
          },
        ],
        law: rule.meta.law,
      });
    }
  },
};

/** Two holes with the same expression are the same id, whatever it is. */
function nameOfHole(activity: JudgedActivity): string | undefined {
  const { id } = activity.values;
  if (id?.kind !== 'unknown') return undefined;
  const [origin] = id.origins;
  return origin && (origin.kind === 'template' || origin.kind === 'gtm-variable')
    ? `${origin.kind} ${origin.name}`
    : undefined;
}

function isSamePlace(a: JudgedActivity, b: JudgedActivity): boolean {
  return a.location.source === b.location.source && a.location.start === b.location.start;
}

/**
 * Branches that exclude each other are no repetition; neither are two that wait for different pages or events: one of the
 * two must run wherever the unit does.
 */
function canBothRun(a: JudgedActivity, b: JudgedActivity): boolean {
  const both = and(a.guard, b.guard);
  if (both.op === 'const') return both.value;
  return isEverywhere(a) || isEverywhere(b);
}

function isEverywhere(activity: JudgedActivity): boolean {
  return atomsOf(activity.guard).every(
    ({ atom }) => atom.kind !== 'site-event' && atom.kind !== 'condition' && atom.kind !== 'click',
  );
}
