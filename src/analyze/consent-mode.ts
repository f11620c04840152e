/** What a unit says of the consent modes: defaults and updates, in order of execution and by region. */

import type { ExtractedUnit } from '../extract/extracted.ts';
import type { Category } from '../model/catalog.ts';
import type { ConsentState, Guard } from '../model/guard.ts';
import type { SiteProfile } from '../model/profile.ts';
import type { Activity, ConsentModeFact } from '../model/unit.ts';
import { propertyOf, textOf, type Value } from '../model/value.ts';
import { isGranted, type Truth } from './evaluate.ts';

/** Which category a signal belongs to. Source: Google's consent mode reference; facts on consent mode, section 1. */
const CATEGORY_OF_SIGNAL: Readonly<Record<string, Category>> = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'statistics',
  functionality_storage: 'preferences',
  personalization_storage: 'preferences',
  security_storage: 'necessary',
};

/** The category that a signal belongs to; undefined for signals that are not known. */
export function categoryOfSignal(signal: string): Category | undefined {
  return CATEGORY_OF_SIGNAL[signal];
}

/** The regions of the regime `eu`: EEA, United Kingdom, Switzerland (ISO 3166-1). */
const EU_REGIONS = new Set(
  'AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK GB CH'.split(' '),
);

type Holds = (guard: Guard) => Truth;

type Setting = 'granted' | 'denied' | 'depends';

export interface ConsentMode {
  readonly fact: ConsentModeFact;
  /** The value of a signal when the activity at `order` runs, from what was set before it. */
  signal(signal: string, state: ConsentState, order: number): Setting | 'unset';
}

/**
 * @param evaluate the truth of a guard in a state, for defaults that stand under a condition
 */
export function consentModes(
  unit: ExtractedUnit,
  profile: SiteProfile,
  evaluate: (guard: Guard, state: ConsentState) => Truth,
): ReadonlyMap<string, ConsentMode> {
  const modes = new Map<string, ConsentMode>();
  const systems = new Set(unit.activities.flatMap((activity) => activity.vendor.consentMode?.system ?? []));
  systems.add('google');
  for (const system of systems) modes.set(system, consentMode(system, unit, profile, evaluate));
  return modes;
}

function consentMode(
  system: string,
  unit: ExtractedUnit,
  profile: SiteProfile,
  evaluate: (guard: Guard, state: ConsentState) => Truth,
): ConsentMode {
  const commands = unit.activities.filter(
    (activity) =>
      activity.vendor.consentMode?.system === system &&
      (activity.consent === 'default' || activity.consent === 'update') &&
      activity.reached &&
      !activity.entity?.paused,
  );
  const defaults = commands.filter((activity) => activity.consent === 'default');
  const platform = system === 'google' && unit.cmps.some(({ cmp, loaded }) => loaded && cmp.setsGoogleDefault);
  const assumed = system === 'google' && unit.kind === 'container' ? profile.defaultsOnPage : undefined;
  const fact: ConsentModeFact = {
    system,
    default: defaults.length > 0 ? 'set' : platform ? 'platform' : assumed ? 'assumed' : 'none',
  };
  return {
    fact,
    signal: (signal, state, order) => {
      let value: Setting | 'unset' = assumed ?? (platform ? 'denied' : 'unset');
      const holds: Holds = (guard) => evaluate(guard, state);
      const before = defaults.filter((activity) => activity.order < order && holds(activity.guard).yes >= 2);
      const found = settingFor(before, signal, profile, holds);
      if (found) value = found;
      // A choice that is stored is sent as an update by the platform or the page.
      const category = CATEGORY_OF_SIGNAL[signal];
      const granted = category !== undefined && isGranted(category, state);
      for (const update of commands) {
        if (update.consent !== 'update' || evaluate(update.guard, state).yes < 2) continue;
        const set = settingIn(update, signal, profile, holds)?.value;
        if (set === 'granted' || (set === 'depends' && granted)) value = 'granted';
        else if (set === 'denied') value = 'denied';
      }
      const updates =
        commands.some((activity) => activity.consent === 'update') ||
        platform ||
        unit.cmps.some(({ loaded }) => loaded) ||
        assumed !== undefined;
      if (
        value === 'denied' &&
        granted &&
        state !== 'first-visit' &&
        state !== 'refused' &&
        (updates || unit.kind === 'container')
      )
        return 'granted';
      if (value === 'depends')
        return granted ? 'granted' : state === 'first-visit' || state === 'refused' ? 'denied' : 'depends';
      return value;
    },
  };
}

/** The most specific default for the regime's regions decides; among equals a region that grants counts. */
function settingFor(
  defaults: readonly Activity[],
  signal: string,
  profile: SiteProfile,
  holds: Holds,
): Setting | undefined {
  let best: { value: Setting; specific: boolean } | undefined;
  for (const activity of defaults) {
    const found = settingIn(activity, signal, profile, holds);
    if (found && (!best || found.specific || !best.specific)) best = found;
  }
  return best?.value;
}

function settingIn(
  activity: Activity,
  signal: string,
  profile: SiteProfile,
  holds: Holds,
): { value: Setting; specific: boolean } | undefined {
  const signals = activity.values.signals ?? activity.values.params ?? activity.values.value;
  if (!signals) return undefined;
  let result: { value: Setting; specific: boolean } | undefined;
  for (const table of possible(signals, holds)) {
    if (table.kind !== 'object') return { value: 'depends', specific: false };
    const region = regionOf(propertyOf(table, 'region'), profile);
    if (region === 'elsewhere') continue;
    const value = propertyOf(table, signal);
    if (!value) {
      if (table.rest.length > 0) result ??= { value: 'depends', specific: region === 'inside' };
      continue;
    }
    result = { value: settingOf(value, holds), specific: region === 'inside' };
  }
  return result;
}

/** What a value can be in a state: alternatives whose conditions do not hold there are left out. */
function possible(value: Value, holds: Holds): readonly Value[] {
  if (value.kind !== 'choice') return [value];
  const found: Value[] = [];
  for (const { guard, value: one } of value.alternatives) {
    const { yes, no } = holds(guard);
    if (yes === 0) continue;
    found.push(...possible(one, holds));
    if (no === 0) break;
  }
  return found;
}

function settingOf(value: Value, holds: Holds): Setting {
  const texts = possible(value, holds).map(textOf);
  if (texts.every((text) => text === 'granted')) return 'granted';
  if (texts.every((text) => text === 'denied')) return 'denied';
  return 'depends';
}

function regionOf(region: Value | undefined, profile: SiteProfile): 'everywhere' | 'inside' | 'elsewhere' {
  if (!region) return 'everywhere';
  if (region.kind !== 'array') return region.kind === 'unknown' ? 'inside' : 'elsewhere';
  if (region.open) return 'inside';
  const codes = region.items.map((item) => textOf(item) ?? '');
  const wanted =
    profile.regime === 'eu'
      ? (code: string) => EU_REGIONS.has(code.split('-')[0] ?? '')
      : (code: string) => /^US(?:-|$)/.test(code);
  return codes.some(wanted) || codes.includes('') ? 'inside' : 'elsewhere';
}
