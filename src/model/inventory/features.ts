/** What vendors' scripts collect by themselves, as far as code, settings and snapshots tell. */
import type { Location } from '../../text/location.ts';
import type { AutomaticFeature, Vendor } from '../catalog.ts';
import { collects, isOneOf, startsLibrary, switchOf } from '../switches.ts';
import type { JudgedActivity, SettingFact, Unit } from '../unit.ts';
import { accountsOf } from './accounts.ts';

export interface FeatureUse {
  readonly vendor: Vendor;
  /** The accounts that it is said of; none where it counts for whichever there is. */
  readonly accounts: readonly string[];
  readonly kind: AutomaticFeature['kind'] | 'other';
  readonly title: string;
  /** `unknown`: the vendor's interface decides, and nothing in sight says how. */
  readonly state: 'on' | 'off' | 'unknown';
  /** `code`: a call or a field of a tag; `default`: nothing switches it off; `settings`: what the vendor serves for the account. */
  readonly by: 'code' | 'default' | 'settings';
  /** The match keys or fields that are on, where the source names them. */
  readonly keys: readonly string[];
  readonly location: Location;
}

/** Features that a unit tells of; what is off by default and not mentioned is left out. */
export function featuresOf(unit: Unit): readonly FeatureUse[] {
  return [
    ...unit.settings.map(ofSetting),
    ...unit.activities.flatMap((activity) =>
      isIdle(activity) ? [] : [...switched(activity, unit), ...started(activity, unit)],
    ),
  ];
}

function isIdle({ reached, entity }: JudgedActivity): boolean {
  return !reached || entity?.paused === true;
}

function ofSetting({ vendor, feature, title, state, keys, id, location }: SettingFact): FeatureUse {
  return {
    vendor,
    accounts: id === undefined ? [] : [id],
    kind: feature,
    title: title ?? vendor.automatic.find(({ kind }) => kind === feature)?.title ?? feature,
    state: state === 'off' ? 'off' : 'on',
    by: 'settings',
    keys: [...keys].sort(),
    location,
  };
}

/** What a call switches on in so many words. */
function switched(activity: JudgedActivity, unit: Unit): FeatureUse[] {
  const { vendor, setting, values, location } = activity;
  const { value } = values;
  if (setting === undefined || value === undefined) return [];
  return vendor.automatic
    .filter((feature) => feature.setting === setting && isOneOf(value, feature.on))
    .map(({ kind, title }) => ({
      vendor,
      accounts: accountsOf(activity, unit),
      kind,
      title,
      state: 'on',
      by: 'code',
      keys: [],
      location,
    }));
}

/** What comes with the start of the vendor's library. */
function started(activity: JudgedActivity, unit: Unit): FeatureUse[] {
  if (!startsLibrary(activity)) return [];
  const { vendor, location } = activity;
  return vendor.automatic.flatMap((feature): FeatureUse[] => {
    const state = stateOf(feature, activity, unit);
    if (!state) return [];
    const by = state === 'on' && feature.byDefault === 'on' ? 'default' : 'code';
    const { kind, title } = feature;
    return [{ vendor, accounts: accountsOf(activity, unit), kind, title, state, by, keys: [], location }];
  });
}

function stateOf(feature: AutomaticFeature, activity: JudgedActivity, unit: Unit): FeatureUse['state'] | undefined {
  const certainty = collects(feature, activity, unit);
  if (certainty === 'certain') return 'on';
  if (certainty !== undefined) return 'unknown';
  return switchOf(feature, activity, unit).off ? 'off' : undefined;
}
