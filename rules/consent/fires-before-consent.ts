import { trailOf } from '../../src/model/evidence.ts';
import type { Severity } from '../../src/model/finding.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { type JudgedActivity, needsConsent, type Tag, type Unit, type Verdict } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/fires-before-consent',
    title: 'A tracker can run on a first visit, before any choice is made',
    severity: 'error',
    needs: ['tags'],
    law: ['EPRIVACY-5-3', 'GDPR-6', 'UK-ICO-SKYBET', 'NL-AP-KRUIDVAT', 'FR-CNIL-SHEIN'],
  },
  check(unit, context) {
    // A server container has no first visit; where the law asks for an opt-out only, a first visit may be tracked.
    if (unit.kind === 'server-container' || context.profile.regime === 'us-opt-out') return;
    for (const tag of unit.tags) {
      if (!needsConsent(tag.vendor) || context.profile.exemptVendors.includes(tag.vendor.id)) continue;
      if (tag.entity?.paused || !isLoaded(tag, unit)) continue;
      judgeTag(tag, unit, context);
    }
  },
};

/** Calls to a vendor that the unit never loads are judged where the loader stands. */
function isLoaded(tag: Tag, unit: Unit): boolean {
  const fetched = (activity: JudgedActivity): boolean => activity.kind === 'load' && activity.urlKind !== 'config';
  // A start of the library without a loader in sight counts, unless the unit only queues for one that is loaded elsewhere.
  const started = (activity: JudgedActivity): boolean =>
    activity.tagShape !== undefined || (activity.kind === 'init' && !unit.stubs.includes(tag.vendor.id));
  if (tag.activities.some((activity) => fetched(activity) || started(activity))) return true;
  // A tag of a container that calls a vendor is a tag of its own, wherever the page loads the library.
  return unit.kind === 'container';
}

const RANK: Readonly<Record<Verdict['outcome'], number>> = { runs: 0, held: 1, unknown: 2, limited: 3, blocked: 4 };

function judgeTag(tag: Tag, unit: Unit, context: RuleContext): void {
  const firing = tag.activities.filter(
    (activity) =>
      activity.kind !== 'configure' &&
      activity.kind !== 'consent' &&
      activity.states['first-visit'].outcome !== 'blocked',
  );
  // A script whose events wait for the vendor's own switch is fetched all the same: that is the lesser finding.
  const held = firing.filter((activity) => activity.states['first-visit'].outcome === 'held');
  const active = firing.filter((activity) => !held.includes(activity));
  const onlyHeld = held.length > 0 && active.every((activity) => activity.kind === 'load');
  // The loader or the start of the library says more than an event that a framework happens to run first.
  const [first] = [...(onlyHeld && active.length === 0 ? held : active)].sort(
    (a, b) =>
      RANK[a.states['first-visit'].outcome] - RANK[b.states['first-visit'].outcome] ||
      Number(a.kind === 'event') - Number(b.kind === 'event') ||
      a.order - b.order,
  );
  if (!first) return;
  const { outcome, certainty } = first.states['first-visit'];
  if (outcome === 'limited' && context.strictness === 'default') return;
  const severity: Severity = outcome === 'limited' ? 'note' : onlyHeld ? 'warning' : 'error';
  const others = active.filter((activity) => activity !== first).slice(0, 6);
  const trail = trailOf(first);
  context.report({
    message: messageOf(tag, first, onlyHeld, outcome === 'limited'),
    why: onlyHeld
      ? 'The script is still fetched: address, browser and referrer reach the vendor before any choice.'
      : outcome === 'limited'
        ? 'Under a denied default the tag sends pings without cookies.'
        : 'Storing or reading on the device for this purpose needs a choice first.',
    remedy: unit.kind === 'container' ? GTM_REMEDY : REMEDY,
    location: first.location,
    severity,
    certainty,
    vendor: tag.vendor.name,
    ...(tag.entity ? { entity: tag.entity.name } : {}),
    subject: `${tag.vendor.id} ${tag.entity?.name ?? ''} ${tag.entity?.name === undefined ? '' : first.kind}`.trim(),
    trail: [
      ...trail,
      ...others.map((activity) => ({ message: `then ${activity.label}`, location: activity.location })),
    ],
    cause:
      unit.kind === 'container'
        ? { id: 'no-gate', title: 'Tags of this container run without asking for consent', remedy: GTM_REMEDY }
        : { id: 'no-gate', title: 'Trackers of this page run without asking for consent', remedy: REMEDY },
    law: rule.meta.law,
  });
}

const REMEDY = 'Park the tag in the way of your consent platform, or run it from a handler that tests the category.';
const GTM_REMEDY =
  'Require the consent type under Consent Settings of the tag, or fire it on an event of your consent platform only.';

function messageOf(tag: Tag, first: JudgedActivity, onlyHeld: boolean, limited: boolean): string {
  const name = tag.entity ? `Tag “${tag.entity.name}” (${tag.vendor.name})` : tag.vendor.name;
  if (onlyHeld) return `${name} is fetched on a first visit; only its events wait for consent.`;
  if (limited) return `${name} runs on a first visit in the limited form of its consent mode.`;
  const { certainty } = first.states['first-visit'];
  return `${name} ${certainty === 'certain' ? 'runs' : certainty === 'likely' ? 'likely runs' : 'may run'} on a first visit, before any choice (${first.label}).`;
}
