/** Links by which a page gets something of a tracker ready before anybody has chosen. */
import type { Location } from '../text/location.ts';
import type { Vendor } from './catalog.ts';
import type { SiteProfile } from './profile.ts';
import { type JudgedActivity, type JudgedHint, needsConsent, type Unit } from './unit.ts';

/** A link element that gets something of a tracker ready on a first visit. */
export interface TrackerHint {
  readonly hint: JudgedHint;
  readonly vendor: Vendor;
  /** The browser fetches the address, and does not only look up or connect to its host. */
  readonly fetches: boolean;
}

/**
 * The hints of a unit that serve trackers on a first visit, one for each link element. A host from which a tag manager comes
 * too is none of a tracker's: the page may well load the manager alone.
 */
export function trackerHints(unit: Unit, profile: SiteProfile): TrackerHint[] {
  if (unit.kind === 'server-container' || profile.regime === 'us-opt-out') return [];
  const links = new Map<Location, JudgedHint[]>();
  for (const hint of unit.hints.filter((one) => isMet(one) && !isPartOfLoad(one, unit))) {
    const known = links.get(hint.location);
    if (known) known.push(hint);
    else links.set(hint.location, [hint]);
  }
  return [...links.values()].flatMap((hints): TrackerHint[] => {
    if (hints.some(({ vendor }) => vendor.purposes.includes('tag-manager'))) return [];
    const tracker = hints.find(({ vendor }) => needsConsent(vendor) && !profile.exemptVendors.includes(vendor.id));
    if (!tracker) return [];
    const fetches = tracker.rel !== 'preconnect' && tracker.rel !== 'dns-prefetch';
    return [{ hint: tracker, vendor: tracker.vendor, fetches }];
  });
}

/** A script that fetches an address ahead and then loads it does one thing: the finding is about the load. */
function isPartOfLoad({ carrier, vendor, url }: JudgedHint, unit: Unit): boolean {
  if (carrier !== 'script' || url === undefined) return false;
  return unit.activities.some(
    (one) => one.kind === 'load' && one.vendor === vendor && one.url === url && isMet(one) && one.urlKind === 'script',
  );
}

/** A Google tag under a denied consent mode is fetched by its own loader all the same: a hint adds nothing to it. */
function isMet({ reached, states }: JudgedActivity): boolean {
  const { outcome } = states['first-visit'];
  return reached && (outcome === 'runs' || outcome === 'unknown');
}
