import { entityTitle, twinCause } from '../../src/model/evidence.ts';
import { and, atomsOf } from '../../src/model/guard.ts';
import { say } from '../../src/model/phrase.ts';
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
      if (!isStart(activity)) continue;
      const id = textOf(activity.values.id) ?? nameOfHole(activity);
      if (id === undefined || id === '') continue;
      const key = `${activity.vendor.id} ${id}`;
      const known = byId.get(key) ?? [];
      known.push(activity);
      byId.set(key, known);
    }
    for (const [key, activities] of byId) {
      const [first, again] = repetition(activities) ?? elsewhere(activities, unit.alongside) ?? [];
      if (!first || !again) continue;
      const { vendor, entity } = again;
      context.report({
        message:
          again.tagShape && entity && first.entity
            ? say`${entityTitle(entity)} starts ${vendor.name} with the same id as ${entityTitle(first.entity, 'tag')}.`
            : say`${vendor.name} is initialised twice with the same id.`,
        why: say`Events are counted twice, and a gate in front of one of them is worth nothing while the other runs.`,
        remedy: say`Keep one of the two: the one that the consent platform controls.`,
        location: again.location,
        severity: 'warning',
        certainty: 'certain',
        vendor: vendor.name,
        ...(entity ? { entity: entity.name } : {}),
        subject: key,
        trail: [
          {
            message: say`first initialised here (${first.entity ? entityTitle(first.entity, 'tag') : first.label})`,
            location: first.location,
          },
          ...(activities.includes(first) ? [] : again.steps.filter(({ location }) => location)),
        ],
        ...(entity?.twin && { cause: twinCause(entity, entity.twin) }),
        law: rule.meta.law,
      });
    }
  },
};

type Pair = readonly [first: JudgedActivity, again: JudgedActivity];

function isStart({ kind, reached, entity, carrier }: JudgedActivity): boolean {
  return kind === 'init' && reached && !entity?.paused && carrier !== 'noscript';
}

/** Within one unit the vendors' libraries are started by one call; another form of the same start is no repetition. */
function repetition([first, ...rest]: readonly JudgedActivity[]): Pair | undefined {
  const again = rest.find(
    (one) => first && isSameForm(one, first) && !isSamePlace(one, first) && canBothRun(one, first),
  );
  return first && again && [first, again];
}

/**
 * Calls that read the same, or two tags of a container that both fire on every page load, whatever their names: what fires later may
 * be a page of its own. Each tag of a gallery template starts its library, which is one start.
 */
function isSameForm(one: JudgedActivity, other: JudgedActivity): boolean {
  if (!one.tagShape && !other.tagShape) return one.label === other.label;
  return [one, other].every(
    (tag) => tag.tagShape?.templates.length === 0 && (tag.stage?.phase ?? LATER) < LATER && isEverywhere(tag),
  );
}

/** The phase of a container's tags that fire when the page has loaded. */
const LATER = 5;

/**
 * What the page or another of its containers starts already, in whatever form. Variables are known in their container alone;
 * tags of one gallery template see each other's starts, also from another container.
 */
function elsewhere(activities: readonly JudgedActivity[], alongside: readonly JudgedActivity[]): Pair | undefined {
  for (const again of activities) {
    const id = textOf(again.values.id);
    const first = alongside.find(
      (one) =>
        isStart(one) &&
        !isOneTemplate(one, again) &&
        one.vendor === again.vendor &&
        id === textOf(one.values.id) &&
        canBothRun(again, one),
    );
    if (id !== undefined && first) return [first, again];
  }
  return undefined;
}

function isOneTemplate({ tagShape }: JudgedActivity, other: JudgedActivity): boolean {
  return tagShape !== undefined && tagShape === other.tagShape && tagShape.templates.length > 0;
}

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
