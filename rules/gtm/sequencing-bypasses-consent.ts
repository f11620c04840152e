import type { Entity } from '../../src/model/entity.ts';
import type { ConsentState } from '../../src/model/guard.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { type Bypass, bypassesOf } from '../../src/model/sequences.ts';
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
    for (const bypass of bypassesOf(unit).values()) report(unit, context, bypass);
  },
};

function report(unit: Unit, context: RuleContext, { own, called, state }: Bypass): void {
  const { entity, caller } = called;
  if (!caller) return;
  const activities = unit.activities.filter((activity) => activity.entity === entity && sends(activity));
  const tracker = activities.find(({ vendor }) => needsConsent(vendor));
  if (tracker && context.profile.exemptVendors.includes(tracker.vendor.id)) return;
  const isSetUp = called.role === 'set-up';
  // A tag of a consent mode sends less by itself while that is denied.
  const severe = tracker && tracker.states[state].outcome === 'runs';
  context.report({
    message: isSetUp
      ? say`“${entity.name}” runs ${WORDS[state]} as set-up tag of “${caller.name}”, although its own triggers wait for consent.`
      : say`“${entity.name}” runs ${WORDS[state]} as clean-up tag of “${caller.name}”, although its own triggers wait for consent.`,
    why: say`A tag in a sequence starts with the tag that calls it; its own triggers and exceptions are not asked.`,
    remedy: say`Gate “${caller.name}” in the same way, or require additional consent under Advanced Settings › Consent Settings of “${entity.name}”: those are asked in a sequence too.`,
    location: entity.location,
    severity: severe ? 'error' : 'warning',
    certainty: called.states[state].certainty,
    ...(tracker ? { vendor: tracker.vendor.name } : {}),
    entity: entity.name,
    subject: `${entity.name} ${caller.name}`,
    trail: [
      {
        message: isSetUp ? say`set-up tag of “${caller.name}”` : say`clean-up tag of “${caller.name}”`,
        location: caller.location,
      },
      ...firingOf(caller).map(({ name, location }) => ({ message: say`which the trigger “${name}” fires`, location })),
      ...firingOf(own.entity).map(({ name, location }) => ({
        message: say`its own trigger “${name}” is not asked`,
        location,
      })),
    ],
    law: rule.meta.law,
  });
}

const WORDS: Readonly<Record<ConsentState, Phrase>> = {
  'first-visit': say`on a first visit`,
  refused: say`after a refusal`,
  preferences: say`where only preferences are granted`,
  statistics: say`where only statistics are granted`,
  marketing: say`where only marketing is granted`,
  all: say`in every state`,
};

function sends({ kind, reached }: JudgedActivity): boolean {
  return reached && kind !== 'configure' && kind !== 'consent';
}

function firingOf({ uses }: Entity): Entity[] {
  return uses.flatMap(({ role, target }) => (role === 'firing' && target ? [target] : [])).slice(0, 4);
}
