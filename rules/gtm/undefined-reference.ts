import type { Entity, Reference, ReferenceRole } from '../../src/model/entity.ts';
import { bareEntity, pluralOf } from '../../src/model/entity-words.ts';
import type { Cause, Certainty, Severity } from '../../src/model/finding.ts';
import { type Phrase, type Said, say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/undefined-reference',
    title: 'A reference to a variable, trigger, tag, template or folder that is not there',
    severity: 'error',
    needs: ['entities'],
    law: ['GDPR-32'],
  },
  check(unit, context) {
    for (const entity of unit.entities) {
      const seen = new Set<string>();
      for (const reference of entity.uses) {
        const { state, kind, role, name } = reference;
        if (state === 'there' || seen.has(`${kind} ${role} ${name}`)) continue;
        seen.add(`${kind} ${role} ${name}`);
        report(entity, reference, context);
      }
    }
  },
};

function report(entity: Entity, reference: Reference, context: RuleContext): void {
  const { kind, role, name, state, similar, location } = reference;
  const shown = shownName(reference);
  const off = state === 'disabled';
  const { severity, certainty } = gravity(entity, reference);
  context.report({
    message: off
      ? say`${bareEntity(entity)} uses the built-in variable ${shown}, which this container has not enabled.`
      : say`${bareEntity(entity)} ${VERBS[role]} ${shown}, which this container does not have.`,
    why: off ? say`It stays undefined.` : consequenceOf(reference),
    remedy: off
      ? say`Enable ${shown} under Variables › Configure.`
      : kind === 'folder'
        ? say`Move it to a folder that is there, or take \`parentFolderId\` out.`
        : similar === undefined
          ? say`Restore it, or take the reference out.`
          : say`Is “${similar}” meant? Otherwise restore it, or take the reference out.`,
    location,
    severity,
    certainty,
    entity: entity.name,
    subject: `${entity.kind} ${entity.name} ${role} ${name}`,
    trail: [],
    cause: causeOf(reference),
    law: rule.meta.law,
  });
}

/** One name that is gone, or a container without the whole kind: what one repair puts right. */
function causeOf(reference: Reference): Cause {
  const { kind, name, state, unlisted } = reference;
  const off = state === 'disabled';
  const remedy = off ? say`Enable the built-in variable.` : say`Restore it, or take the references out.`;
  const what = off ? say`built-in variables` : pluralOf(kind);
  if (unlisted) return { id: `no ${what}`, title: say`The container lists no ${what} at all`, remedy };
  const shown = shownName(reference);
  return {
    id: `${state} ${kind} ${name}`,
    title: off ? say`${shown} is not enabled` : say`${shown} is not in this container`,
    remedy,
  };
}

/** A container that lists nothing of a kind may be a part to be merged into another; a folder only sorts. */
function gravity(entity: Entity, { kind, unlisted }: Reference): { severity: Severity; certainty: Certainty } {
  if (kind === 'folder') return { severity: 'note', certainty: unlisted ? 'possible' : 'certain' };
  if (unlisted) return { severity: 'warning', certainty: kind === 'template' ? 'possible' : 'likely' };
  return { severity: entity.live ? 'error' : 'warning', certainty: 'certain' };
}

function shownName({ kind, name }: Reference): Said {
  switch (kind) {
    case 'variable':
      return `{{${name}}}`;
    case 'trigger':
      return say`trigger ${name}`;
    case 'folder':
      return say`folder ${name}`;
    case 'template':
      return say`the template “${name}”`;
    default:
      return say`tag “${name}”`;
  }
}

const VERBS: Readonly<Record<ReferenceRole, Phrase>> = {
  value: say`refers to`,
  type: say`is of`,
  firing: say`fires on`,
  exception: say`has the exception`,
  'set-up': say`has the set-up tag`,
  'clean-up': say`has the clean-up tag`,
  member: say`waits for`,
  folder: say`is in`,
};

function consequenceOf({ kind, role }: Reference): Phrase {
  return kind === 'tag' && role === 'value'
    ? say`It takes the id of its account from there, and sends nothing without one.`
    : CONSEQUENCES[role];
}

const CONSEQUENCES: Readonly<Record<ReferenceRole, Phrase>> = {
  value: say`The value is undefined wherever it is used, and a condition on it does not ask what it was meant to ask.`,
  type: say`The tag or variable does nothing.`,
  firing: say`It never fires on it.`,
  exception: say`The exception never holds: the tag fires where it was meant to be blocked.`,
  'set-up': say`What the tag was meant to wait for does not run.`,
  'clean-up': say`What was meant to follow the tag does not run.`,
  member: say`A group fires only when all its members have.`,
  folder: say`It stands in no folder, and who looks for it where it belongs does not find it.`,
};
