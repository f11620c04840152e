import type { ConsentModeFact } from '../../src/model/consent-mode.ts';
import type { EmbeddingPage } from '../../src/model/embedding.ts';
import { trailOf } from '../../src/model/evidence.ts';
import { atomsOf } from '../../src/model/guard.ts';
import { eachOf, type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { JudgedActivity, Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent-mode/missing-default',
    title: 'Tags with a consent mode, and no consent default before them',
    severity: 'warning',
    needs: ['activities'],
    law: ['EPRIVACY-5-3', 'GDPR-25'],
  },
  check(unit, context) {
    if (unit.kind === 'server-container' || unit.kind === 'gtm-template' || context.profile.regime === 'us-opt-out')
      return;
    for (const mode of unit.consentModes) {
      if (mode.faults.some(({ kind, certainty }) => kind !== 'race' && certainty !== 'possible')) continue;
      if (mode.default === 'none') judge(mode.system, unit, context);
      else uncovered(mode, unit, context);
    }
  },
};

function judge(system: string, unit: Unit, context: RuleContext): void {
  const first = unit.activities.find((activity) => asks(activity, system, unit, context));
  if (!first) return;
  const { vendor, entity } = first;
  const container = unit.kind === 'container';
  // Of a page in sight it is known that it sets none.
  const page = unit.embedding?.sight === 'part' ? undefined : unit.embedding;
  const who = say`“${entity?.name ?? vendor.name}” is the first tag that asks for one`;
  context.report({
    message: page
      ? say`Neither this container nor ${namesOf(page)} sets a consent default; ${who}.`
      : container
        ? say`Nothing in this container sets a consent default; ${who}.`
        : say`${vendor.name} runs without a consent default before it.`,
    why: container && !page ? WHY_IN_CONTAINER : page && context.profile.defaultsOnPage ? WHY_CONTRADICTED : WHY,
    remedy: container
      ? say`Set the default in a consent template on “Consent Initialization – All Pages”, or in the page above the container snippet.`
      : say`Set all consent types to denied in the first script of the page, above the tag, and update them when the visitor chooses.`,
    location: first.location,
    severity: 'warning',
    certainty: container && page?.sight !== 'whole' ? 'likely' : first.states['first-visit'].certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: system,
    trail: trailOf(first),
    cause: {
      id: `no-default-${system}`,
      title: say`No consent default is set`,
      remedy: say`Set a consent default before the first tag.`,
    },
    law: rule.meta.law,
  });
}

const WHY = say`A consent type that nobody has set counts as granted: cookies are set from the first visit on.`;
const WHY_IN_CONTAINER = say`A consent type that nobody has set counts as granted. If the page sets the default, say so with consent.defaults-on-page.`;
const WHY_CONTRADICTED = say`A consent type that nobody has set counts as granted; what consent.defaults-on-page says of the page is not so.`;

function namesOf({ path, others }: EmbeddingPage): Phrase {
  if (others === 0) return say`${path}, which loads it,`;
  return say`${path}, which loads it (as ${others} more do),`;
}

/** A default is there, but sets nothing that the first of these tags asks for. */
function uncovered({ system, uncovered: tags }: ConsentModeFact, unit: Unit, context: RuleContext): void {
  const found = tags.find(({ tag }) => tag.activities.some((activity) => asks(activity, system, unit, context)));
  const first = found?.tag.activities.find((activity) => asks(activity, system, unit, context));
  if (!found || !first) return;
  const { vendor, entity } = first;
  const names = eachOf(found.signals);
  context.report({
    message: say`The consent default leaves out ${names}, which ${entity ? say`“${entity.name}”` : vendor.name} asks for.`,
    why: say`A consent type that nobody has set counts as granted: cookies are set from the first visit on.`,
    remedy: say`Set ${names} to denied in the default as well.`,
    location: first.location,
    severity: 'warning',
    certainty: unit.kind === 'container' ? 'likely' : first.states['first-visit'].certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${system} ${names}`,
    trail: trailOf(first),
    cause: {
      id: `no-default-${system}`,
      title: say`No consent default is set`,
      remedy: say`Set a consent default before the first tag.`,
    },
    law: rule.meta.law,
  });
}

/** An activity that runs on a first visit unless a default holds it back. */
function asks(activity: JudgedActivity, system: string, unit: Unit, context: RuleContext): boolean {
  if (!activity.reached || activity.entity?.paused || activity.kind === 'consent' || activity.kind === 'configure')
    return false;
  if (activity.carrier === 'noscript' || activity.urlKind === 'beacon') return false;
  if (context.profile.exemptVendors.includes(activity.vendor.id)) return false;
  const { outcome } = activity.states['first-visit'];
  if (outcome === 'blocked') return false;
  if (unit.kind === 'container') {
    const checksSignal = atomsOf(activity.guard).some(({ atom }) => atom.kind === 'signal' && atom.system === system);
    return checksSignal || (isMeasured(activity, system) && activity.tagShape !== undefined);
  }
  // Where the vendor's own switch holds the tag, nothing asks.
  const held = unit.tags.some(
    ({ activities, states }) => activities.includes(activity) && states['first-visit'].outcome === 'held',
  );
  if (held) return false;
  return isMeasured(activity, system) && (activity.kind === 'init' || activity.kind === 'load') && outcome === 'runs';
}

/** A tag manager's own loader asks for nothing; what it loads is not in sight. */
function isMeasured(activity: JudgedActivity, system: string): boolean {
  return activity.vendor.consentMode?.system === system && !activity.vendor.purposes.includes('tag-manager');
}
