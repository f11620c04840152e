import type { AutomaticFeature, Vendor } from '../../src/model/catalog.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { Certainty, Location, ReportStep, Severity } from '../../src/model/finding.ts';
import { kindOfWord } from '../../src/model/personal-words.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { type Sensitivity, sensitivityOf } from '../../src/model/site.ts';
import { switchOf } from '../../src/model/switches.ts';
import { needsConsent, type Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'data/automatic-events',
    title: 'Automatic events are left on',
    severity: 'note',
    needs: ['activities', 'settings'],
    law: ['GDPR-25', 'GDPR-5-1-C', 'SE-IMY-AVANZA'],
  },
  check(unit, context) {
    if (unit.kind === 'server-container') return;
    const seen = new Set<string>();
    for (const activity of unit.activities) {
      if (activity.kind !== 'init' || !activity.reached || activity.entity?.paused || !needsConsent(activity.vendor))
        continue;
      if (seen.has(activity.vendor.id)) continue;
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
        location,
        entity,
        certainty: states.all.outcome === 'unknown' ? 'possible' : 'certain',
      });
    }
    // What the vendor's interface has switched on, as its published tag shows it.
    for (const { vendor, feature: kind, state, keys, detail, location, entity } of unit.settings) {
      const feature = vendor.automatic.find((one) => one.kind === 'events' && one.published.length > 0);
      if (kind !== 'events' || state === 'off' || !feature) continue;
      const by = { message: `switched on by ${detail}`, location };
      report(unit, context, { vendor, features: [feature], location, entity, certainty: 'certain', by, parts: keys });
    }
  },
};

interface Case {
  readonly vendor: Vendor;
  readonly features: readonly AutomaticFeature[];
  readonly location: Location;
  readonly certainty: Certainty;
  readonly entity: Entity | undefined;
  readonly ignored?: ReportStep | undefined;
  readonly by?: ReportStep;
  /** What is on, where the source names the parts. */
  readonly parts?: readonly string[];
}

function report(unit: Unit, context: RuleContext, given: Case): void {
  const { vendor, features, location, certainty, entity, ignored, by, parts = [] } = given;
  const collected = parts.length > 0 ? parts : features.map((feature) => feature.collects);
  const site = sensitivityOf(unit, context);
  const evidence = evidenceOf(unit);
  const titles = features.map((feature) => feature.title).join('; ');
  context.report({
    message: ignored
      ? `Automatic collection by ${vendor.name} stays on (${titles}): the call that should switch it off is ignored.`
      : `Automatic collection by ${vendor.name} is left on: ${titles}.`,
    why: `It collects ${collected.join(parts.length > 0 ? ', ' : '; ')}, without any event being written.`,
    remedy: [...new Set(features.map((feature) => feature.remedy))].join(' '),
    location: ignored?.location ?? location,
    severity: severityOf(site, evidence.length > 0),
    certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: vendor.id,
    trail: [...(ignored ? [ignored] : []), ...(by ? [by] : []), ...evidence.slice(0, 4), ...site.evidence],
    law: rule.meta.law,
  });
}

/** Fields and structured data that the automatic events would pick up on this very page. */
function evidenceOf(unit: Unit): ReportStep[] {
  const fields = unit.fields
    .filter(({ name, type }) => type === 'email' || type === 'tel' || kindOfWord(name) !== undefined)
    .map(({ name, type, location }) => ({
      message: `a field for ${kindOfWord(name) ?? type} stands on the page`,
      location,
    }));
  const data = unit.context
    .filter(({ about, text }) => about === 'structured-data' && /\bProduct\b|product:/.test(text))
    .map(({ location }) =>
      location
        ? { message: 'structured data describes a product', location }
        : { message: 'structured data describes a product' },
    );
  return [...fields, ...data];
}

function severityOf(site: Sensitivity, evident: boolean): Severity {
  if (!evident) return site.level === 'none' ? 'note' : 'warning';
  return site.level === 'none' ? 'warning' : 'error';
}
