import type { Entity, JudgedRoute } from '../../src/model/entity.ts';
import { CONSENT_STATES, type ConsentState } from '../../src/model/guard.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { type JudgedActivity, needsConsent, type Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/sequencing-bypasses-consent',
    title: 'A set-up or clean-up tag runs with less consent than its own triggers demand',
    severity: 'error',
    needs: ['entities'],
    law: ['EPRIVACY-5-3', 'GDPR-25', 'GDPR-32'],
  },
  check(unit, context) {
    const own = new Map<Entity, JudgedRoute>();
    for (const route of unit.routes) if (!route.caller && !route.entity.paused) own.set(route.entity, route);
    const reported = new Set<Entity>();
    for (const route of unit.routes) {
      const demand = own.get(route.entity);
      if (!route.caller || !demand || reported.has(route.entity)) continue;
      const state = bypassed(demand, route);
      if (state === undefined) continue;
      reported.add(route.entity);
      report(unit, context, demand, route, state);
    }
  },
};

/**
 * The first state in which the sequence starts what the tag's own triggers hold back. A tag that its triggers never start
 * is not held back by consent.
 */
function bypassed(own: JudgedRoute, called: JudgedRoute): ConsentState | undefined {
  if (own.states.all.outcome === 'blocked') return undefined;
  return CONSENT_STATES.find(
    (state) => own.states[state].outcome === 'blocked' && called.states[state].outcome !== 'blocked',
  );
}

function report(unit: Unit, context: RuleContext, own: JudgedRoute, called: JudgedRoute, state: ConsentState): void {
  const { entity, caller } = called;
  if (!caller) return;
  const activities = unit.activities.filter((activity) => activity.entity === entity && sends(activity));
  const tracker = activities.find(({ vendor }) => needsConsent(vendor));
  if (tracker && context.profile.exemptVendors.includes(tracker.vendor.id)) return;
  const kind = called.role === 'set-up' ? 'set-up tag' : 'clean-up tag';
  // A tag of a consent mode sends less by itself while that is denied.
  const severe = tracker && tracker.states[state].outcome === 'runs';
  context.report({
    message: `“${entity.name}” runs ${WORDS[state]} as ${kind} of “${caller.name}”, although its own triggers wait for consent.`,
    why: 'A tag in a sequence starts with the tag that calls it; its own triggers and exceptions are not asked.',
    remedy: `Gate “${caller.name}” in the same way, or require the consent type under Consent Settings of “${entity.name}”: those are asked in a sequence too.`,
    location: entity.location,
    severity: severe ? 'error' : 'warning',
    certainty: called.states[state].certainty,
    ...(tracker ? { vendor: tracker.vendor.name } : {}),
    entity: entity.name,
    subject: `${entity.name} ${caller.name}`,
    trail: [
      { message: `${kind} of “${caller.name}”`, location: caller.location },
      ...firingOf(caller).map(({ name, location }) => ({ message: `which the trigger “${name}” fires`, location })),
      ...firingOf(own.entity).map(({ name, location }) => ({
        message: `its own trigger “${name}” is not asked`,
        location,
      })),
    ],
    law: rule.meta.law,
  });
}

const WORDS: Readonly<Record<ConsentState, string>> = {
  'first-visit': 'on a first visit',
  refused: 'after a refusal',
  preferences: 'where only preferences are granted',
  statistics: 'where only statistics are granted',
  marketing: 'where only marketing is granted',
  all: 'in every state',
};

function sends({ kind, reached }: JudgedActivity): boolean {
  return reached && kind !== 'configure' && kind !== 'consent';
}

function firingOf({ uses }: Entity): Entity[] {
  return uses.flatMap(({ role, target }) => (role === 'firing' && target ? [target] : [])).slice(0, 4);
}
