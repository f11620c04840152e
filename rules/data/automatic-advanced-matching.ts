import type { AutomaticFeature, Vendor } from '../../src/model/catalog.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { Certainty, Location, ReportStep } from '../../src/model/finding.ts';
import { type Said, say, term } from '../../src/model/phrase.ts';
import { reportRemote } from '../../src/model/remote-features.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { sensitivityOf } from '../../src/model/site.ts';
import { isOneOf, startsLibrary, switchOf } from '../../src/model/switches.ts';
import type { Unit } from '../../src/model/unit.ts';
import { textOf } from '../../src/model/value.ts';

export const rule: Rule = {
  meta: {
    id: 'data/automatic-advanced-matching',
    title: 'A vendor’s automatic collection of form data is on',
    severity: 'error',
    needs: ['activities', 'settings'],
    raisedBy: ['site'],
    law: ['GDPR-32', 'GDPR-25', 'GDPR-5-1-C', 'SE-IMY-APOHEM', 'SE-IMY-APOTEKET', 'SE-IMY-AVANZA'],
  },
  check(unit, context) {
    for (const fact of unit.settings) {
      if (fact.feature !== 'matching' || fact.state === 'off') continue;
      report(unit, context, {
        vendor: fact.vendor,
        location: fact.location,
        keys: fact.keys,
        by: fact.detail,
        // The vendor's tag collects; whether a product takes it is set in the product.
        certainty: fact.state === 'on' ? 'certain' : 'likely',
        ...(fact.state === 'followed' ? { followed: true } : {}),
        ...(fact.entity ? { entity: fact.entity } : {}),
      });
    }
    for (const activity of unit.activities) {
      for (const feature of activity.vendor.automatic) {
        if (feature.kind !== 'matching') continue;
        const { value } = activity.values;
        const switchedOn =
          activity.setting !== undefined &&
          activity.setting === feature.setting &&
          value !== undefined &&
          isOneOf(value, feature.on);
        const byDefault =
          feature.byDefault === 'on' &&
          startsLibrary(activity) &&
          activity.reached &&
          !switchOf(feature, activity, unit).off;
        if (!switchedOn && !byDefault) continue;
        report(unit, context, {
          vendor: activity.vendor,
          location: activity.location,
          keys: keysNear(unit, feature),
          by: switchedOn ? activity.label : say`${activity.label}, with nothing that switches it off`,
          feature,
          ...(activity.entity ? { entity: activity.entity } : {}),
        });
      }
    }
    reportRemote('matching', unit, context, rule.meta.law);
  },
};

interface Case {
  readonly vendor: Vendor;
  readonly location: Location;
  readonly keys: readonly string[];
  readonly by: Said;
  readonly certainty?: Certainty;
  readonly entity?: Entity;
  readonly feature?: AutomaticFeature;
  /** Code of the site's server asks for it. */
  readonly followed?: true;
}

/** The match keys that a settings script lists beside the switch: the literals of a list under the same setting. */
function keysNear(unit: Unit, feature: AutomaticFeature): readonly string[] {
  for (const activity of unit.activities) {
    const { params } = activity.values;
    if (activity.setting === undefined || activity.setting !== feature.setting || params?.kind !== 'object') continue;
    for (const { value } of params.properties) {
      if (value.kind === 'array') return value.items.map(textOf).filter((text): text is string => text !== undefined);
    }
  }
  return [];
}

function report(unit: Unit, context: RuleContext, given: Case): void {
  const { vendor, location, keys, by, certainty = 'certain', entity, feature, followed } = given;
  const site = sensitivityOf(unit, context);
  const matching = feature ?? vendor.automatic.find((one) => one.kind === 'matching');
  const trail: ReportStep[] = [
    { message: followed ? say`asked for by ${by}` : say`switched on by ${by}`, location },
    ...site.evidence,
  ];
  const title = matching ? term(matching.title) : say`Automatic matching`;
  context.report({
    message: followed
      ? say`The site’s own server sends user data where ${title} of ${vendor.name} is on.`
      : keys.length > 0
        ? say`${title} of ${vendor.name} is on, for ${keys.join(', ')}.`
        : say`${title} of ${vendor.name} is on.`,
    why: followed
      ? say`One click in the vendor’s interface makes the server hand over customers’ e-mail addresses, phone numbers and names, also of those who block the pixel; nothing in these files changes then.`
      : say`It reads ${matching ? term(matching.collects) : say`what visitors type into forms`} and sends it as a digest, without a line of code in the page; this is the switch that the fined pharmacies had overlooked.`,
    remedy: matching
      ? term(matching.remedy)
      : say`Switch it off in the vendor’s interface, and keep a dated copy of the settings under review.`,
    location,
    severity: entity?.paused ? 'note' : site.level === 'none' ? 'warning' : 'error',
    certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${matching?.title ?? 'matching'} ${entity?.name ?? ''}`.trim(),
    trail,
    // Several tags that refer to one variable.
    ...(entity
      ? {
          cause: {
            id: `automatic-matching ${vendor.id} ${by}`,
            title: say`Automatic collection by ${vendor.name} for several tags`,
            remedy: say`Switch it off where it is set.`,
          },
        }
      : {}),
    law: rule.meta.law,
  });
}
