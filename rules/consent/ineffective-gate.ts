import { consentTags, restraintOf, subjectOf, titleOf } from '../../src/model/consent-tags.ts';
import type { Entity } from '../../src/model/entity.ts';
import { runsAs, trailOf, withGates } from '../../src/model/evidence.ts';
import type { ReportStep } from '../../src/model/finding.ts';
import type { GateTest } from '../../src/model/gate.ts';
import { asksOf, remedyFor, whyNone } from '../../src/model/gate-wording.ts';
import { ownConsentWording } from '../../src/model/own-consent-wording.ts';
import { parkingOf } from '../../src/model/parking-repairs.ts';
import { listOf, type Phrase, type Said, say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { type GateVerdict, type JudgedActivity, needsConsent, type Tag, type Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/ineffective-gate',
    title: 'What stands in front of a tracker looks like consent and is none',
    severity: 'error',
    needs: ['activities'],
    law: ['EPRIVACY-5-3', 'GDPR-6', 'EU-CJEU-PLANET49', 'FR-CNIL-SHEIN', 'US-CA-HEALTHLINE'],
    repair: 'suggested',
  },
  check(unit, context) {
    if (unit.kind === 'gtm-template') ownConsentOfTemplate(unit, context);
    if (unit.kind === 'server-container') {
      ownConsent(unit, context);
      openGates(unit, context);
    }
    for (const tag of consentTags(unit, context.profile)) {
      if (tag.gate.kind === 'ineffective') judgeTag(tag, tag.gate, unit, context);
    }
  },
};

function judgeTag(
  tag: Tag,
  gate: Extract<GateVerdict, { kind: 'ineffective' }>,
  unit: Unit,
  context: RuleContext,
): void {
  const { first, state, certainty, tests } = gate;
  const [main] = tests;
  if (!main) return;
  const when = state === 'first-visit' ? say`on a first visit` : say`after a refusal`;
  // The platform's attribute alone holds nothing: what is missing is the rest of its way.
  const parked = main.kind === 'attribute' ? parkingOf(tag, unit) : undefined;
  const others = tests.slice(1, 5).map((test) => stepOf(say`another ${asksOf(test)}`, test));
  context.report({
    message: say`${titleOf(tag)} ${runsAs(certainty)} ${when}: what stands in front of it ${asksOf(main)}.`,
    why: whyNone(main),
    remedy: remedyFor(main, tag.entity !== undefined),
    location: first.location,
    severity: restraintOf(tag, first) === undefined ? 'error' : 'note',
    certainty,
    vendor: tag.vendor.name,
    ...(tag.entity ? { entity: tag.entity.name } : {}),
    subject: subjectOf(tag, first),
    ...(parked && { suggestions: [parked] }),
    trail: withGates([stepOf(say`the gate ${asksOf(main)}`, main), ...others], trailOf(first)),
    law: rule.meta.law,
  });
}

function stepOf(message: Phrase, { location }: GateTest): ReportStep {
  return location ? { message, location } : { message };
}

/** A template that could ask for consent by itself, and whose parameter for it is set to optional, or is one that nothing reads. */
function ownConsent(unit: Unit, context: RuleContext): void {
  for (const tag of unit.tags) {
    const [first] = tag.activities;
    if (first) judgeOwn(first, titleOf(tag), unit, context);
  }
}

/** The same of a template alone, which has no tags: once a vendor. */
function ownConsentOfTemplate(unit: Unit, context: RuleContext): void {
  const vendors = new Set<string>();
  for (const first of unit.activities) {
    if (vendors.has(first.vendor.id) || first.kind === 'consent' || !needsConsent(first.vendor)) continue;
    vendors.add(first.vendor.id);
    judgeOwn(first, say`Template “${first.entity?.name ?? ''}” (${first.vendor.name})`, unit, context);
  }
}

function judgeOwn(first: JudgedActivity, title: Said, { kind }: Unit, context: RuleContext): void {
  const { entity, vendor, states } = first;
  const step = first.steps.find((one) => one.kind === 'optional' || one.kind === 'unread');
  if (!step || entity?.paused || states.refused.outcome !== 'runs') return;
  const subject = String(step.subject ?? 'consent');
  const wording = ownConsentWording(step.kind === 'unread' ? 'unread' : 'optional', kind === 'gtm-template');
  context.report({
    message: wording.says(title, subject),
    why: wording.why,
    remedy: wording.remedy(subject),
    location: step.location ?? first.location,
    severity: 'warning',
    certainty: states.refused.certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${entity?.name ?? ''} ${step.kind}`,
    trail: trailOf(first),
    ...(wording.cause ? { cause: wording.cause } : {}),
    law: rule.meta.law,
  });
}

/** Gates of a server that pass what says nothing of a choice: one finding a gate, whatever number of tags stands behind it. */
function openGates(unit: Unit, context: RuleContext): void {
  const gates = new Map<string, { test: GateTest; tags: Tag[] }>();
  for (const tag of unit.tags) {
    if (tag.gate.kind !== 'ineffective' || tag.entity?.paused || !needsConsent(tag.vendor)) continue;
    for (const test of tag.gate.tests) {
      if (test.kind !== 'missing-field' || !test.location) continue;
      const key = `${test.subject} ${test.location.start}`;
      const gate = gates.get(key);
      if (gate) gate.tags.push(tag);
      else gates.set(key, { test, tags: [tag] });
    }
  }
  for (const { test, tags } of gates.values()) {
    const [first] = tags;
    const location = test.location;
    if (!first || !location) continue;
    // Else it stands in the code of the tag's template.
    const place = triggerAt(first, location) ?? first.entity;
    const names = tags.map(({ entity, name }) => say`“${entity?.name ?? name}”`);
    const shown = listOf(names.slice(0, 3));
    const listed = names.length > 3 ? say`${shown} and ${names.length - 3} more` : shown;
    context.report({
      message: say`The condition in front of ${listed} ${asksOf(test)}.`,
      why: whyNone(test),
      remedy: say`Ask for the grant instead: let the tag fire where the field says that consent was given, and nowhere else.`,
      location,
      severity: 'warning',
      certainty: 'likely',
      ...(tags.every(({ vendor }) => vendor.id === first.vendor.id) ? { vendor: first.vendor.name } : {}),
      ...(place ? { entity: place.name } : {}),
      subject: `${place?.name ?? ''} ${test.subject} missing`,
      trail: tags.slice(0, 8).map(({ entity, name, activities: [activity] }) => ({
        message: say`in front of “${entity?.name ?? name}”`,
        location: entity?.location ?? activity?.location ?? location,
      })),
      law: rule.meta.law.slice(0, 2),
    });
  }
}

/** The trigger of a tag in which a condition stands. */
function triggerAt({ entity }: Tag, { source, start }: Entity['location']): Entity | undefined {
  const triggers = (entity?.uses ?? []).flatMap(({ kind, target }) => (kind === 'trigger' && target ? [target] : []));
  return triggers
    .filter(({ location }) => location.source === source && location.start <= start)
    .sort((a, b) => b.location.start - a.location.start)[0];
}
