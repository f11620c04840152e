/** What a unit says of the consent modes: defaults and updates, in order of execution and by region. */

import type { ExtractedUnit } from '../extract/extracted.ts';
import type { Category } from '../model/catalog.ts';
import { regionsOf } from '../model/consent-mode.ts';
import { EU_REGIME } from '../model/countries.ts';
import type { ConsentState, Guard } from '../model/guard.ts';
import type { SiteProfile } from '../model/profile.ts';
import type { Activity } from '../model/unit.ts';
import { propertyOf, textOf, type Value } from '../model/value.ts';
import { isGranted, type Truth } from './truth.ts';

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

type Holds = (guard: Guard) => Truth;
export type Evaluate = (guard: Guard, state: ConsentState) => Truth;

export type Setting = 'granted' | 'denied' | 'depends';

/** `open`: commands under conditions that say nothing of a choice set it this way and that. */
type Found = Setting | 'open';

/** The place of an activity in the order of execution. */
export type Moment = Pick<Activity, 'order' | 'stage'>;

export interface ConsentMode {
  readonly system: string;
  /** The commands that the library obeys, in order of execution. */
  readonly defaults: readonly Activity[];
  readonly updates: readonly Activity[];
  /** A platform sets the default by itself. */
  readonly platform: boolean;
  readonly assumed: 'granted' | 'denied' | undefined;
  /** The value of a signal when the activity at a moment runs, from what was set before it. */
  signal(signal: string, state: ConsentState, moment: Moment): Found | 'unset';
  /** The same, with the command that decides; without one it is a choice, a platform, the configuration, or nobody. */
  setting(signal: string, state: ConsentState, moment: Moment): SignalSetting;
  /** The update that grants on a first visit what the defaults before an activity deny. */
  grantingUpdate(signals: readonly string[], moment: Moment): Activity | undefined;
}

export interface SignalSetting {
  readonly value: Found | 'unset';
  readonly by?: Activity;
}

/** True for signals that stand for advertising or measurement. */
export function isTracking(signal: string): boolean {
  const category = CATEGORY_OF_SIGNAL[signal];
  return category === 'marketing' || category === 'statistics';
}

/**
 * @param evaluate the truth of a guard in a state, for defaults that stand under a condition
 */
export function consentModes(
  unit: ExtractedUnit,
  profile: SiteProfile,
  evaluate: Evaluate,
): ReadonlyMap<string, ConsentMode> {
  const modes = new Map<string, ConsentMode>();
  const systems = new Set(unit.activities.flatMap((activity) => activity.vendor.consentMode?.system ?? []));
  systems.add('google');
  for (const system of systems) modes.set(system, consentMode(system, unit, profile, evaluate));
  return modes;
}

const PAGE_VIEW = 2;

/**
 * Whether a command is in force when an activity runs. What Custom HTML pushes from initialization on comes after
 * everything that the page view fires (facts on consent mode, section 2); on consent initialization it is a race that is
 * mostly won.
 */
export function isBefore(command: Moment, activity: Moment): boolean {
  const { stage } = command;
  if (!stage?.markup || stage.phase === 0 || !activity.stage) return command.order < activity.order;
  return activity.stage.phase > Math.max(PAGE_VIEW, stage.phase);
}

function consentMode(system: string, unit: ExtractedUnit, profile: SiteProfile, evaluate: Evaluate): ConsentMode {
  const commands = [...(unit.commands ?? []), ...unit.activities].filter(
    (activity) =>
      activity.vendor.consentMode?.system === system &&
      (activity.consent === 'default' || activity.consent === 'update') &&
      activity.reached &&
      !activity.entity?.paused,
  );
  const defaults = commands.filter((activity) => activity.consent === 'default');
  const updates = commands.filter((activity) => activity.consent === 'update');
  const platform = system === 'google' && unit.cmps.some(({ cmp, loaded }) => loaded && cmp.setsGoogleDefault);
  const assumed = isAssumed(system, unit, platform) ? profile.defaultsOnPage : undefined;
  const updated = updates.length > 0 || platform || unit.cmps.some(({ loaded }) => loaded) || assumed !== undefined;
  const byDefault = (signal: string, moment: Moment, holds: Holds): SignalSetting => {
    const before = defaults.filter((activity) => isBefore(activity, moment) && holds(activity.guard).yes >= 1);
    // What needs no choice is granted unless somebody denies it in so many words.
    const otherwise =
      CATEGORY_OF_SIGNAL[signal] === 'necessary' ? 'granted' : (assumed ?? (platform ? 'denied' : 'unset'));
    return settingFor(before, signal, profile, holds) ?? { value: otherwise };
  };
  const setting = (signal: string, state: ConsentState, moment: Moment): SignalSetting => {
    const holds: Holds = (guard) => evaluate(guard, state);
    let set = byDefault(signal, moment, holds);
    // A choice that is stored is sent as an update by the platform or the page.
    const category = CATEGORY_OF_SIGNAL[signal];
    const granted = category !== undefined && isGranted(category, state);
    for (const update of updates) {
      if (evaluate(update.guard, state).yes < 2) continue;
      const value = settingIn(update, signal, profile, holds)?.value;
      if (value === 'granted' || (value === 'depends' && granted)) set = { value: 'granted', by: update };
      else if (value === 'denied') set = { value: 'denied', by: update };
    }
    const chosen = state !== 'first-visit' && state !== 'refused';
    if (set.value === 'denied' && granted && chosen && (updated || unit.kind === 'container'))
      return { value: 'granted' };
    if (set.value !== 'depends') return set;
    return { ...set, value: granted ? 'granted' : chosen ? 'depends' : 'denied' };
  };
  const signal: ConsentMode['signal'] = (...asked) => setting(...asked).value;
  const grantingUpdate: ConsentMode['grantingUpdate'] = (signals, moment) => {
    const holds: Holds = (guard) => evaluate(guard, 'first-visit');
    const denied = signals.filter((one) => byDefault(one, moment, holds).value === 'denied');
    return updates.find(
      (update) =>
        holds(update.guard).yes >= 2 &&
        denied.some((one) => settingIn(update, one, profile, holds)?.value === 'granted'),
    );
  };
  return { system, defaults, updates, platform, assumed, signal, setting, grantingUpdate };
}

/** What the configuration says of pages counts as long as no page is seen that sets a default, or sets none. */
function isAssumed(system: string, { kind, embedding }: ExtractedUnit, platform: boolean): boolean {
  if (system !== 'google' || kind !== 'container') return false;
  if (!embedding) return true;
  const isSet = embedding.commands.some(({ consent, vendor }) => {
    return consent === 'default' && vendor.consentMode?.system === system;
  });
  return embedding.sight === 'part' && !isSet && !platform;
}

/** The most specific default for the regime's regions decides; among equals a region that grants counts. */
function settingFor(
  defaults: readonly Activity[],
  signal: string,
  profile: SiteProfile,
  holds: Holds,
): { value: Found; by: Activity } | undefined {
  let best: { value: Found; specific: boolean; by: Activity } | undefined;
  for (const activity of defaults) {
    const found = settingIn(activity, signal, profile, holds);
    if (!found || (best && !found.specific && best.specific)) continue;
    const { yes, no } = holds(activity.guard);
    let value: Found = found.value;
    // What is known of the condition only by its name may run or not; what may not run leaves what was said before.
    if (yes < 2 && best?.value !== found.value) value = 'depends';
    else if (no >= 2 && best && best.specific === found.specific && best.value !== found.value) value = 'open';
    best = { value, specific: found.specific, by: activity };
  }
  return best && { value: best.value, by: best.by };
}

function settingIn(
  activity: Activity,
  signal: string,
  profile: SiteProfile,
  holds: Holds,
): { value: Setting; specific: boolean } | undefined {
  let result: { value: Setting; specific: boolean } | undefined;
  for (const table of tablesIn(activity, holds)) {
    if (table.kind !== 'object') return { value: 'depends', specific: false };
    const region = regionOf(table, profile);
    if (region === 'elsewhere') continue;
    const specific = region !== 'everywhere';
    const found = propertyOf(table, signal);
    if (!found) {
      if (table.rest.length > 0) result ??= { value: 'depends', specific };
      continue;
    }
    const value = settingOf(found, holds);
    // What denies in parts of countries leaves the rest of them as it is.
    if (region !== 'part' || value !== 'denied') result = { value, specific };
  }
  return result;
}

/** The objects of signals that a command can be called with in a state. */
export function tablesIn(activity: Activity, holds: Holds): readonly Value[] {
  const signals = activity.values.signals ?? activity.values.params ?? activity.values.value;
  return signals ? possible(signals, holds) : [];
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

/** What a signal's value is in a state. */
export function settingOf(value: Value, holds: Holds): Setting {
  const texts = possible(value, holds).map(textOf);
  if (texts.every((text) => text === 'granted')) return 'granted';
  if (texts.every((text) => text === 'denied')) return 'denied';
  return 'depends';
}

/** The countries whose visitors the regime is about. */
export function countriesOf(profile: SiteProfile): readonly string[] {
  return profile.regime === 'eu' ? EU_REGIME : ['US'];
}

/** Whom a command is for, seen from the regime: `part` where it names provinces and states, but no whole country. */
function regionOf(table: Value, profile: SiteProfile): 'everywhere' | 'inside' | 'part' | 'elsewhere' {
  const codes = regionsOf(table);
  if (codes === undefined) return 'everywhere';
  if (codes === null) return 'inside';
  const countries = countriesOf(profile);
  if (codes.includes('') || codes.some((code) => countries.includes(code))) return 'inside';
  return codes.some((code) => countries.includes(code.split('-', 1)[0] ?? '')) ? 'part' : 'elsewhere';
}
