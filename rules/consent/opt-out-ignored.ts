import { choiceTags, restraintOf, subjectOf, titleOf } from '../../src/model/consent-tags.ts';
import { sharesPlace, trailOf } from '../../src/model/evidence.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { JudgedActivity, Tag, Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/opt-out-ignored',
    title: 'A tracker runs although the visitor has opted out',
    severity: 'error',
    needs: ['tags'],
    law: ['US-CCPA-1798-120', 'US-CPPA-TRACTOR', 'US-CA-HEALTHLINE', 'US-CPPA-TODDSNYDER'],
  },
  check(unit, context) {
    if (context.profile.regime !== 'us-opt-out') return;
    for (const tag of choiceTags(unit, context.profile)) {
      const running = tag.activities.filter(
        ({ kind, states }) => kind !== 'configure' && kind !== 'consent' && states.refused.outcome === 'runs',
      );
      const [first] = running;
      if (first && !isLimited(tag, unit)) report(tag, first, running, unit, context);
    }
  },
};

/** The vendor was told to serve the site alone, which no opt-out needs to stop. */
function isLimited({ vendor }: Tag, unit: Unit): boolean {
  return unit.activities.some(
    ({ limitsSale, vendor: told, states }) =>
      limitsSale &&
      states.refused.outcome === 'runs' &&
      (told.id === vendor.id ||
        (told.consentMode !== undefined && told.consentMode.system === vendor.consentMode?.system)),
  );
}

/** What advertising companies get is sold or shared; measurement may be a service to the site alone. */
function isSold({ vendor }: Tag): boolean {
  return vendor.purposes.some((purpose) => purpose === 'ads' || purpose === 'affiliate');
}

function report(
  tag: Tag,
  first: JudgedActivity,
  running: readonly JudgedActivity[],
  unit: Unit,
  context: RuleContext,
): void {
  const restrained = restraintOf(tag, first);
  context.report({
    message: say`${titleOf(tag)} runs although the visitor has opted out (${first.label}).`,
    why: say`Neither a choice against sale and sharing nor the browser’s signal (Global Privacy Control) keeps it from running.`,
    remedy: say`Run it only where navigator.globalPrivacyControl is not set and the visitor has not opted out, or tell the vendor to serve the site alone.`,
    location: first.location,
    severity: restrained !== undefined ? 'note' : isSold(tag) ? 'error' : 'warning',
    certainty: first.states.refused.certainty,
    vendor: tag.vendor.name,
    ...(tag.entity ? { entity: tag.entity.name } : {}),
    subject: subjectOf(tag, first),
    trail: [
      ...trailOf(first),
      ...running
        .filter((activity) => !sharesPlace(activity, first))
        .slice(0, 6)
        .map(({ label, location }) => ({ message: say`then ${label}`, location })),
    ],
    cause: {
      id: 'opt-out',
      title:
        unit.kind === 'container'
          ? say`Tags of this container run for visitors who have opted out`
          : say`Trackers of this page run for visitors who have opted out`,
      remedy: say`Ask once for the opt-out, in front of all of them.`,
    },
    law: rule.meta.law,
  });
}
