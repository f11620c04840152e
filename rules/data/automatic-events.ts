import type { AutomaticFeature, Vendor } from '../../src/model/catalog.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { Certainty, Location, Repair, ReportStep, Severity } from '../../src/model/finding.ts';
import { kindOfWord } from '../../src/model/personal-words.ts';
import { listOf, say, term } from '../../src/model/phrase.ts';
import { reportRemote } from '../../src/model/remote-features.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { type Sensitivity, sensitivityOf } from '../../src/model/site.ts';
import { switchesOff } from '../../src/model/switch-repairs.ts';
import { isOneOf, startsLibrary, switchOf } from '../../src/model/switches.ts';
import { needsConsent, type Unit } from '../../src/model/unit.ts';
import { isEmpty, propertyOf, textOf, type Value } from '../../src/model/value.ts';

export const rule: Rule = {
  meta: {
    id: 'data/automatic-events',
    title: 'Automatic events are left on',
    severity: 'note',
    needs: ['activities', 'settings'],
    raisedBy: ['site'],
    law: ['GDPR-25', 'GDPR-5-1-C', 'SE-IMY-AVANZA'],
    repair: 'safe',
  },
  check(unit, context) {
    if (unit.kind === 'server-container') return;
    const seen = new Set<string>();
    const decided = new Set<string>();
    for (const activity of unit.activities) {
      if (!startsLibrary(activity) || !activity.reached || activity.entity?.paused || !needsConsent(activity.vendor))
        continue;
      if (seen.has(activity.vendor.id)) continue;
      // What starts an account first decides for it.
      const id = textOf(activity.values.id);
      const account = `${activity.vendor.id} ${id}`;
      if (id !== undefined && decided.has(account)) continue;
      decided.add(account);
      const on = activity.vendor.automatic
        .filter((feature) => feature.kind === 'events' && feature.byDefault === 'on')
        .map((feature) => ({ feature, state: switchOf(feature, activity, unit) }))
        .filter(({ state }) => !state.off);
      const [first] = on;
      if (!first) continue;
      seen.add(activity.vendor.id);
      const { vendor, entity, location, states } = activity;
      report(unit, context, {
        vendor,
        features: on.map(({ feature }) => feature),
        ignored: on.find(({ state }) => state.ignored)?.state.ignored,
        repair: switchesOff(activity, on),
        location,
        entity,
        certainty: states.all.outcome === 'unknown' ? 'possible' : 'certain',
      });
    }
    // What the vendor's interface has switched on, as its published tag shows it.
    for (const { vendor, feature: kind, title, state, keys, detail, location, entity } of unit.settings) {
      const events = vendor.automatic.filter((one) => one.kind === 'events');
      const feature =
        title === undefined
          ? (events.find(({ published }) => published.length > 0) ?? events[0])
          : events.find((one) => one.title === title);
      if (kind !== 'events' || state === 'off' || !feature) continue;
      // A tag's own field that leaves on what is on by default is judged above, where the first tag decides.
      if (entity && feature.gtmParameter && feature.byDefault === 'on') continue;
      const by = { message: say`switched on by ${detail}`, location };
      report(unit, context, { vendor, features: [feature], location, entity, certainty: 'certain', by, parts: keys });
    }
    reportServed(unit, context);
    reportRoutes(unit, context);
    reportRemote('events', unit, context, rule.meta.law);
  },
};

/**
 * Page views on route changes: left on where what a page itself collects is switched off. Where that is on, it is the finding.
 * Whether views change at all, only the use of the History API or a router tells.
 */
function reportRoutes(unit: Unit, context: RuleContext): void {
  const { moves } = unit;
  const site = sensitivityOf(unit, context);
  const isSensitive = site.level !== 'none';
  if (context.strictness !== 'audit' && !(moves && (isSensitive || context.strictness === 'strict'))) return;
  const seen = new Set<Vendor>();
  for (const activity of unit.activities) {
    const { vendor, location, states } = activity;
    const { routeViews } = vendor;
    if (!routeViews || seen.has(vendor) || activity.kind !== 'init' || activity.tagShape || !activity.reached) continue;
    seen.add(vendor);
    const own = vendor.automatic.filter(({ kind, byDefault }) => kind === 'events' && byDefault === 'on');
    if (own.some((feature) => !switchOf(feature, activity, unit).off)) continue;
    const { off, ignored } = switchOf(routeViews, activity, unit);
    if (off) continue;
    context.report({
      message: ignored
        ? say`${term(routeViews.title)} stay on at ${vendor.name}: the switch is ignored.`
        : say`${term(routeViews.title)} stay on at ${vendor.name}, although its automatic events are switched off.`,
      why: say`It is told ${term(routeViews.collects)}.`,
      remedy: term(routeViews.remedy),
      location: ignored?.location ?? location,
      severity: isSensitive ? 'warning' : 'note',
      certainty: states.all.outcome === 'unknown' ? 'possible' : moves ? 'certain' : 'likely',
      vendor: vendor.name,
      subject: `${vendor.id} routes`,
      trail: [
        ...(ignored ? [ignored] : []),
        ...(moves ? [{ message: say`the address changes without a page being loaded`, location: moves }] : []),
        ...site.evidence,
      ],
      law: rule.meta.law,
    });
  }
}

/** What the script that the vendor serves for an account switches on. */
function reportServed(unit: Unit, context: RuleContext): void {
  const seen = new Set<AutomaticFeature>();
  for (const { vendor, setting, values, label, location, entity } of unit.activities) {
    if (setting === undefined || entity?.paused) continue;
    for (const feature of vendor.automatic) {
      if (feature.kind !== 'events' || !feature.shownBy.includes(setting) || seen.has(feature)) continue;
      if (values.value ? !isOneOf(values.value, [true]) : !values.params || isEmpty(values.params)) continue;
      seen.add(feature);
      report(unit, context, {
        vendor,
        features: [feature],
        location,
        entity,
        // Where it is on for everybody, the pages may switch it off.
        certainty: feature.byDefault === 'on' ? 'possible' : 'certain',
        by: { message: say`switched on by ${label}`, location },
        parts: namesIn(values.params, feature.namedBy),
      });
    }
  }
}

function namesIn(list: Value | undefined, key: string | undefined): readonly string[] {
  if (list?.kind !== 'array' || key === undefined) return [];
  return [...new Set(list.items.flatMap((item) => textOf(propertyOf(item, key)) ?? []))];
}

interface Case {
  readonly vendor: Vendor;
  readonly features: readonly AutomaticFeature[];
  readonly location: Location;
  readonly certainty: Certainty;
  readonly entity: Entity | undefined;
  readonly ignored?: ReportStep | undefined;
  readonly repair?: Repair | undefined;
  readonly by?: ReportStep;
  /** What is on, where the source names the parts. */
  readonly parts?: readonly string[];
}

function report(unit: Unit, context: RuleContext, given: Case): void {
  const { vendor, features, location, certainty, entity, ignored, repair, by, parts = [] } = given;
  // A published tag lists what is collected, other settings what the collected events are called.
  const isListed = parts.length > 0 && features.some(({ published }) => published.length > 0);
  const collected = isListed
    ? parts.join(', ')
    : listOf(
        features.map((feature) => term(feature.collects)),
        '; ',
      );
  const site = sensitivityOf(unit, context);
  const evidence = evidenceOf(unit);
  const titles = listOf(
    features.map((feature) => term(feature.title)),
    '; ',
  );
  const named = isListed || parts.length === 0 ? titles : say`${titles}: ${parts.join(', ')}`;
  context.report({
    message: ignored
      ? say`Automatic collection by ${vendor.name} stays on (${titles}): the call that should switch it off is ignored.`
      : by
        ? say`Automatic collection by ${vendor.name} is switched on: ${named}.`
        : say`Automatic collection by ${vendor.name} is left on: ${named}.`,
    why: say`It collects ${collected}, without any event being written.`,
    remedy: listOf([...new Set(features.map((feature) => feature.remedy))].map(term), ' '),
    location: ignored?.location ?? location,
    severity: severityOf(site, evidence.length > 0),
    certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: vendor.id,
    ...(repair && { fix: repair }),
    trail: [...(ignored ? [ignored] : []), ...(by ? [by] : []), ...evidence.slice(0, 4), ...site.evidence],
    law: rule.meta.law,
  });
}

/** Fields and structured data that the automatic events would pick up on this very page. */
function evidenceOf(unit: Unit): ReportStep[] {
  const fields = unit.fields
    .filter(({ name, type }) => type === 'email' || type === 'tel' || kindOfWord(name) !== undefined)
    .map(({ name, type, location }) => ({
      message: say`a field for ${term(kindOfWord(name) ?? type)} stands on the page`,
      location,
    }));
  const data = unit.context
    .filter(({ about, text }) => about === 'structured-data' && /\bProduct\b|product:/.test(text))
    .map(({ location }) =>
      location
        ? { message: say`structured data describes a product`, location }
        : { message: say`structured data describes a product` },
    );
  return [...fields, ...data];
}

function severityOf(site: Sensitivity, evident: boolean): Severity {
  if (!evident) return site.level === 'none' ? 'note' : 'warning';
  return site.level === 'none' ? 'warning' : 'error';
}
