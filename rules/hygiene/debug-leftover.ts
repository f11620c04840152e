import type { Entity, Flaw } from '../../src/model/entity.ts';
import { entityFirst } from '../../src/model/entity-words.ts';
import { nameOf } from '../../src/model/evidence.ts';
import { type Phrase, say, term } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { JudgedActivity } from '../../src/model/unit.ts';
import { alternativesOf, childrenOf, type Property, propertyOf, type Value } from '../../src/model/value.ts';

export const rule: Rule = {
  meta: {
    id: 'hygiene/debug-leftover',
    title: 'A switch for tests, or code to look for a mistake, that was left in',
    severity: 'warning',
    needs: ['activities', 'entities'],
    law: [],
  },
  check(unit, context) {
    const seen = new Set<unknown>();
    for (const activity of unit.activities) {
      if (activity.entity?.paused || !activity.reached) continue;
      for (const { keys, what } of activity.vendor.testing) {
        for (const { key, value, location } of switchedOn(activity, keys)) {
          const place = value.location ?? location ?? activity.location;
          const id = `${place.source.root.name} ${place.start}`;
          if (seen.has(id)) continue;
          seen.add(id);
          context.report({
            message: say`${nameOf(activity)} sends ${key} to ${activity.vendor.name} for every visitor.`,
            why: say`With it ${activity.vendor.name} ${term(what)}.`,
            remedy: say`Remove it, or let a variable give it only where somebody tests.`,
            location: place,
            severity: 'warning',
            certainty: activity.states.all.outcome === 'runs' ? 'certain' : 'likely',
            vendor: activity.vendor.name,
            ...(activity.entity ? { entity: activity.entity.name } : {}),
            subject: `${activity.vendor.id} ${key} ${activity.entity?.name ?? ''}`,
            trail: [],
            cause: {
              id: `testing ${activity.vendor.id} ${key}`,
              title: say`${key} is sent for every visitor`,
              remedy: say`Remove it.`,
            },
            law: rule.meta.law,
          });
        }
      }
    }
    for (const entity of unit.entities) {
      if (!entity.live) continue;
      for (const flaw of entity.flaws) if (flaw.kind in CODE) reportCode(context, entity, flaw);
    }
  },
};

/** The switches among what an activity sends that are on, whoever visits. */
function switchedOn({ values }: JudgedActivity, keys: readonly string[]): Property[] {
  return Object.values(values).flatMap((value) =>
    keys.flatMap((key): Property[] => {
      const found = propertyOf(value, key);
      return found && isOn(found) ? [{ key, value: found }] : [];
    }),
  );
}

/** A value that is not known may be one that only tests give. */
function isOn(value: Value): boolean {
  return alternativesOf(value).every(
    (one) => childrenOf(one).length === 0 && one.kind === 'literal' && !OFF.has(String(one.value ?? '').toLowerCase()),
  );
}

const OFF: ReadonlySet<string> = new Set(['', 'false', '0', 'no', 'off', 'undefined', 'null']);

interface Wording {
  readonly fault: Phrase;
  readonly why: Phrase;
  readonly remedy: Phrase;
  readonly title: Phrase;
}

const CODE: Readonly<Partial<Record<Flaw['kind'], Wording>>> = {
  breakpoint: {
    fault: say`stops in the debugger`,
    why: say`The page stands still for everybody who has the developer tools open, partners and testers first.`,
    remedy: say`Delete the statement.`,
    title: say`Code that stops in the debugger`,
  },
  dialog: {
    fault: say`opens a dialog`,
    why: say`Visitors see it, and the page waits for them; mostly it was put there for a test.`,
    remedy: say`Delete the call.`,
    title: say`Code that opens a dialog`,
  },
  output: {
    fault: say`writes to the console`,
    why: say`Everybody can read there what the tag handles, values of the data layer included.`,
    remedy: say`Delete the call, or make it depend on {{Debug Mode}}.`,
    title: say`Code that writes to the console`,
  },
};

function reportCode(context: RuleContext, entity: Entity, flaw: Flaw): void {
  const wording = CODE[flaw.kind];
  // Output is harmless and widespread: for those who ask for more.
  if (!wording || (flaw.kind === 'output' && context.strictness === 'default')) return;
  const { fault, why, remedy, title } = wording;
  context.report({
    message: say`${entityFirst(entity)} ${fault}.`,
    why,
    remedy,
    location: flaw.location,
    severity: flaw.kind === 'output' ? 'note' : 'warning',
    certainty: flaw.kind === 'dialog' ? 'likely' : 'certain',
    entity: entity.name,
    subject: `${entity.name} ${flaw.kind}`,
    trail: [],
    cause: { id: `leftover-${flaw.kind}`, title, remedy },
    law: rule.meta.law,
  });
}
