/** Automatic features that a vendor's interface alone switches: no file of the site says how they are set. */
import type { AutomaticFeature } from './catalog.ts';
import type { Report } from './finding.ts';
import { say, term } from './phrase.ts';
import type { RuleContext } from './rule.ts';
import { collects, startsLibrary } from './switches.ts';
import type { Activity, Unit } from './unit.ts';

/** Such a feature, and what starts the account that it belongs to. */
interface RemoteFeature {
  readonly feature: AutomaticFeature;
  readonly init: Activity;
}

/** For reviewers (strictness audit): a note on each such feature of a kind. */
export function reportRemote(
  kind: AutomaticFeature['kind'],
  unit: Unit,
  context: RuleContext,
  law: Report['law'],
): void {
  if (context.strictness !== 'audit') return;
  for (const { feature, init } of remoteFeatures(kind, unit)) {
    const { vendor, entity, label, location } = init;
    context.report({
      message: say`Whether ${term(feature.title)} of ${vendor.name} is on, is set in the vendor’s interface: no file of the site shows it.`,
      why: say`Where it is on, it collects ${term(feature.collects)}; anybody with access to the account can switch it on.`,
      remedy: term(feature.remedy),
      location,
      severity: 'note',
      certainty: 'possible',
      vendor: vendor.name,
      ...(entity ? { entity: entity.name } : {}),
      subject: `${vendor.id} ${feature.title} remote`,
      trail: [{ message: say`${vendor.name} is started by ${label}`, location }],
      law,
    });
  }
}

/** Such features, each once. */
function remoteFeatures(
  kind: AutomaticFeature['kind'],
  unit: Pick<Unit, 'activities' | 'settings'>,
): readonly RemoteFeature[] {
  const found = new Map<AutomaticFeature, RemoteFeature>();
  for (const init of unit.activities) {
    if (!startsLibrary(init) || !init.reached || init.entity?.paused) continue;
    for (const feature of init.vendor.automatic) {
      if (feature.kind !== kind || feature.byDefault !== 'remote' || found.has(feature)) continue;
      // Beside what the page itself can switch, the rest says little.
      if (init.vendor.automatic.some((other) => other.kind === kind && other.byDefault === 'on')) continue;
      const isSaid = unit.settings.some((fact) => fact.vendor === init.vendor && fact.feature === kind);
      const certainty = isSaid ? undefined : collects(feature, init, unit);
      if (certainty === 'possible' || certainty === 'likely') found.set(feature, { feature, init });
    }
  }
  return [...found.values()];
}
