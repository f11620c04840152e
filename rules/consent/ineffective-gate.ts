import { consentTags, restraintOf, subjectOf, titleOf } from '../../src/model/consent-tags.ts';
import { trailOf, withGates } from '../../src/model/evidence.ts';
import type { ReportStep } from '../../src/model/finding.ts';
import type { GateTest } from '../../src/model/gate.ts';
import { asksOf, remedyFor, whyNone } from '../../src/model/gate-wording.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { GateVerdict, Tag, Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/ineffective-gate',
    title: 'What stands in front of a tracker looks like consent and is none',
    severity: 'error',
    needs: ['tags'],
    law: ['EPRIVACY-5-3', 'GDPR-6', 'EU-CJEU-PLANET49', 'FR-CNIL-SHEIN', 'US-CA-HEALTHLINE'],
  },
  check(unit, context) {
    if (unit.kind === 'server-container') serverTags(unit, context);
    for (const tag of consentTags(unit, context.profile)) {
      if (tag.gate.kind === 'ineffective') judgeTag(tag, tag.gate, context);
    }
  },
};

function judgeTag(tag: Tag, gate: Extract<GateVerdict, { kind: 'ineffective' }>, context: RuleContext): void {
  const { first, state, certainty, tests } = gate;
  const [main] = tests;
  if (!main) return;
  const verb = certainty === 'certain' ? 'runs' : certainty === 'likely' ? 'likely runs' : 'may run';
  const when = state === 'first-visit' ? 'on a first visit' : 'after a refusal';
  const others = tests.slice(1, 5).map((test) => stepFor('another', test));
  context.report({
    message: `${titleOf(tag)} ${verb} ${when}: what stands in front of it ${asksOf(main)}.`,
    why: whyNone(main),
    remedy: remedyFor(main, tag.entity !== undefined),
    location: first.location,
    severity: restraintOf(tag, first) === undefined ? 'error' : 'note',
    certainty,
    vendor: tag.vendor.name,
    ...(tag.entity ? { entity: tag.entity.name } : {}),
    subject: subjectOf(tag, first),
    trail: withGates([stepFor('the gate', main), ...others], trailOf(first)),
    law: rule.meta.law,
  });
}

function stepFor(which: string, test: GateTest): ReportStep {
  const message = `${which} ${asksOf(test)}`;
  return test.location ? { message, location: test.location } : { message };
}

/** A server template asks for consent by itself, unless its parameter says that consent is optional. */
function serverTags(unit: Unit, context: RuleContext): void {
  for (const tag of unit.tags) {
    const [first] = tag.activities;
    const optional = first?.steps.find(({ kind }) => kind === 'optional');
    if (!first || !optional || tag.entity?.paused || first.states.refused.outcome !== 'runs') continue;
    const subject = optional.subject ?? 'consent';
    context.report({
      message: `${titleOf(tag)} sends after a refusal, too: its parameter ${subject} is set to optional.`,
      why: 'On “optional” the template sends whatever was chosen.',
      remedy: `Set ${subject} to required, so that the tag sends only where the event says that consent was given.`,
      location: optional.location ?? first.location,
      severity: 'warning',
      certainty: first.states.refused.certainty,
      vendor: tag.vendor.name,
      ...(tag.entity ? { entity: tag.entity.name } : {}),
      subject: `${tag.vendor.id} ${tag.entity?.name ?? ''} optional`,
      trail: trailOf(first),
      cause: {
        id: 'optional-consent',
        title: 'Templates of this server container take consent as optional',
        remedy: 'Set the consent parameter of the tags to required.',
      },
      law: rule.meta.law,
    });
  }
}
