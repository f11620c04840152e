import { consentTags, gatedServerTags, subjectOf, titleOf } from '../../src/model/consent-tags.ts';
import { trailOf, withGates } from '../../src/model/evidence.ts';
import { anyOf, type Phrase, say, term } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { GateVerdict, Tag } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/wrong-category',
    title: 'A tracker waits for a category that does not cover its purpose',
    severity: 'error',
    needs: ['tags'],
    law: ['EPRIVACY-5-3', 'GDPR-6', 'EU-EDPB-CBT'],
  },
  check(unit, context) {
    for (const tag of [...consentTags(unit, context.profile), ...gatedServerTags(unit, context.profile)]) {
      if (tag.gate.kind === 'wrong-category') judgeTag(tag, tag.gate, context);
    }
  },
};

/** What a vendor does, by the category that covers it. */
const PURPOSES: Readonly<Record<string, Phrase>> = {
  marketing: say`advertising`,
  statistics: say`measurement`,
  preferences: say`comfort`,
};

function judgeTag(tag: Tag, gate: Extract<GateVerdict, { kind: 'wrong-category' }>, context: RuleContext): void {
  const { first, category, word, covering, location, certainty } = gate;
  const needed = covering[0] ?? tag.vendor.category;
  const purpose = PURPOSES[needed] ?? needed;
  const necessary = category === 'necessary';
  const asked = word === category ? say`“${word}”` : say`“${word}” (${term(category)})`;
  context.report({
    message: necessary
      ? say`${titleOf(tag)} is marked ${asked}, which always runs; its purpose is ${purpose}.`
      : say`${titleOf(tag)} waits for ${asked}; its purpose is ${purpose}, which that consent does not cover.`,
    why: necessary
      ? say`The platform runs it before any choice. A tracker for ${purpose} is not necessary for the page.`
      : say`Visitors who allow ${term(category)} and refuse ${term(needed)} are tracked for ${purpose} all the same.`,
    remedy: say`Let it wait for the category that covers ${purpose} (${anyOf(covering.map(term))}).`,
    location: first.location,
    severity: 'error',
    certainty,
    vendor: tag.vendor.name,
    ...(tag.entity ? { entity: tag.entity.name } : {}),
    subject: `${subjectOf(tag, first)} ${category}`,
    trail: withGates(location ? [{ message: say`the gate asks for ${asked}`, location }] : [], trailOf(first)),
    law: rule.meta.law,
  });
}
