import type { Entity, Reference, ReferenceRole } from '../../src/model/entity.ts';
import type { Cause, Certainty, Severity } from '../../src/model/finding.ts';
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
      ? `${nameOf(entity)} uses the built-in variable ${shown}, which this container has not enabled.`
      : `${nameOf(entity)} ${VERBS[role]} ${shown}, which this container does not have.`,
    why: off ? 'It stays undefined.' : consequenceOf(reference),
    remedy: off
      ? `Enable ${shown} under Variables › Configure.`
      : kind === 'folder'
        ? 'Move it to a folder that is there, or take `parentFolderId` out.'
        : `${similar === undefined ? 'Restore it, or take the reference out' : `Is “${similar}” meant? Otherwise restore it, or take the reference out`}.`,
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
  const remedy = off ? 'Enable the built-in variable.' : 'Restore it, or take the references out.';
  const what = off ? 'built-in variables' : `${kind}s`;
  if (unlisted) return { id: `no ${what}`, title: `The container lists no ${what} at all`, remedy };
  const shown = shownName(reference);
  return {
    id: `${state} ${kind} ${name}`,
    title: off ? `${shown} is not enabled` : `${shown} is not in this container`,
    remedy,
  };
}

/** A container that lists nothing of a kind may be a part to be merged into another; a folder only sorts. */
function gravity(entity: Entity, { kind, unlisted }: Reference): { severity: Severity; certainty: Certainty } {
  if (kind === 'folder') return { severity: 'note', certainty: unlisted ? 'possible' : 'certain' };
  if (unlisted) return { severity: 'warning', certainty: kind === 'template' ? 'possible' : 'likely' };
  return { severity: entity.live ? 'error' : 'warning', certainty: 'certain' };
}

function nameOf({ kind, name }: Entity): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} “${name}”`;
}

function shownName({ kind, name }: Reference): string {
  if (kind === 'variable') return `{{${name}}}`;
  if (kind === 'trigger' || kind === 'folder') return `${kind} ${name}`;
  return `${kind === 'template' ? 'the template' : kind} “${name}”`;
}

const VERBS: Readonly<Record<ReferenceRole, string>> = {
  value: 'refers to',
  type: 'is of',
  firing: 'fires on',
  exception: 'has the exception',
  'set-up': 'has the set-up tag',
  'clean-up': 'has the clean-up tag',
  member: 'waits for',
  folder: 'is in',
};

function consequenceOf({ kind, role }: Reference): string {
  return kind === 'tag' && role === 'value'
    ? 'It takes the id of its account from there, and sends nothing without one.'
    : CONSEQUENCES[role];
}

const CONSEQUENCES: Readonly<Record<ReferenceRole, string>> = {
  value: 'The value is undefined wherever it is used, and a condition on it does not ask what it was meant to ask.',
  type: 'The tag or variable does nothing.',
  firing: 'It never fires on it.',
  exception: 'The exception never holds: the tag fires where it was meant to be blocked.',
  'set-up': 'What the tag was meant to wait for does not run.',
  'clean-up': 'What was meant to follow the tag does not run.',
  member: 'A group fires only when all its members have.',
  folder: 'It stands in no folder, and who looks for it where it belongs does not find it.',
};
