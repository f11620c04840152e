import type { ConsentModeFault } from '../../src/model/consent-mode.ts';
import { defaultFirst } from '../../src/model/default-repairs.ts';
import { entityTitle, nameOf, trailOf } from '../../src/model/evidence.ts';
import type { ReportStep } from '../../src/model/finding.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { JudgedActivity, Tag, Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent-mode/late-default',
    title: 'A consent default that executes after the tags that it should govern',
    severity: 'error',
    needs: ['activities'],
    law: ['EPRIVACY-5-3', 'GDPR-25', 'UK-ICO-SKYBET'],
    repair: 'suggested',
  },
  check(unit, context) {
    if (unit.kind === 'server-container' || context.profile.regime === 'us-opt-out') return;
    for (const { faults } of unit.consentModes) {
      for (const fault of faults) if (fault.kind === 'late' || fault.kind === 'race') report(fault, unit, context);
    }
  },
};

function report(fault: ConsentModeFault, unit: Unit, context: RuleContext): void {
  const { command, certainty, tags, kind } = fault;
  const { entity, vendor, stage } = command;
  // A page's command has a stage too, where it comes after the container has started.
  const isTag = entity !== undefined;
  const [first] = tags;
  if (!first) return;
  const who = entity ? entityTitle(entity) : command.label;
  const afterChoice = command.states['first-visit'].outcome === 'blocked';
  const behind = tags.length > 1 ? say`${nameOfTag(first)} and ${tags.length - 1} more` : nameOfTag(first);
  const moved = kind === 'late' ? defaultFirst(fault, unit) : undefined;
  context.report({
    message: afterChoice
      ? tags.length > 1
        ? say`${who} sets the consent default only after the choice; ${behind} run on a first visit without one.`
        : say`${who} sets the consent default only after the choice; ${behind} runs on a first visit without one.`
      : kind === 'race'
        ? say`${who} sets the consent default from Custom HTML: it may come after ${behind}.`
        : say`${who} sets the consent default after ${behind}.`,
    why:
      kind === 'race' || (isTag && stage?.markup)
        ? say`What Custom HTML pushes to the data layer is read only after everything that the same event fires.`
        : say`What runs before it finds no default, and a consent type that nobody has set counts as granted.`,
    remedy: isTag
      ? say`Set the default in a consent template on “Consent Initialization – All Pages”, or in the page above the container snippet.`
      : say`Move the default into an inline script above every tag; nothing may wait for it to be called.`,
    location: command.location,
    severity: kind === 'race' ? 'warning' : 'error',
    certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${entity?.name ?? ''} late`,
    ...(moved && { suggestions: [moved] }),
    trail: [...trailOf(command), ...tags.slice(0, 6).map((tag) => stepOf(tag, unit))],
    cause: {
      id: `late-default-${vendor.id}`,
      title: say`The consent default comes too late`,
      remedy: say`Set the default before the first tag.`,
    },
    law: rule.meta.law,
  });
}

function nameOfTag(tag: Tag): Phrase {
  const first = firstOf(tag);
  return tag.entity || !first ? say`“${tag.name}”` : say`${tag.vendor.name} (${nameOf(first)})`;
}

/** The library does nothing before its first command. */
function firstOf({ activities }: Tag): JudgedActivity | undefined {
  return activities.find(({ kind }) => kind === 'init' || kind === 'event') ?? activities[0];
}

function stepOf(tag: Tag, unit: Unit): ReportStep {
  const first = firstOf(tag);
  const message = say`${nameOfTag(tag)} runs before it`;
  return first && first.location.source.root === unit.source.root ? { message, location: first.location } : { message };
}
