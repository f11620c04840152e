/** Which public settings belong to what a unit loads and starts. */
import type { Snapshot, Vendor } from '../model/catalog.ts';
import type { Unit } from '../model/unit.ts';
import { textOf } from '../model/value.ts';

/** Settings of one account, by the catalogue. */
export interface Target {
  readonly vendor: Vendor;
  readonly snapshot: Snapshot;
  /** Fits the pattern of the catalogue: nothing that leads elsewhere, in an address or in a path. */
  readonly id: string;
}

/** What holds for every id, whatever the catalogue says: a name of a folder on every system, and no more than a part of an address. */
const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** The settings of all accounts that a unit names. Ids that templates or variables fill in at run time are nobody's. */
export function targetsOf(unit: Unit, vendors: readonly Vendor[]): Target[] {
  const found: Target[] = [];
  for (const { vendor, values } of unit.activities) {
    if (!values.id || vendor.snapshots.length === 0) continue;
    // Templates of the gallery take several ids in one field.
    for (const id of (textOf(values.id) ?? '').split(',')) found.push(...targetsOfId(id.trim(), vendor));
  }
  for (const { leadsTo = [] } of unit.settings)
    for (const id of leadsTo) found.push(...vendors.flatMap((vendor) => targetsOfId(id, vendor)));
  const { publicId } = unit;
  if (publicId !== undefined) found.push(...vendors.flatMap((vendor) => targetsOfId(publicId, vendor)));
  return found;
}

/** Names a target among all of a run. */
export function keyOf({ snapshot, id }: Target): string {
  return `${snapshot.name}/${id}`;
}

function targetsOfId(id: string, vendor: Vendor): Target[] {
  if (!PLAIN_ID.test(id)) return [];
  return vendor.snapshots.flatMap((snapshot) => {
    const { prefix = '' } = snapshot;
    const whole = id.startsWith(prefix) ? id : `${prefix}${id}`;
    return new RegExp(snapshot.ids).test(whole) ? [{ vendor, snapshot, id: whole }] : [];
  });
}

/**
 * Where the settings are to be had.
 * @param mirror a server that stands for the vendors' hosts: theirs becomes the first part of the path
 */
export function addressOf({ snapshot, id }: Target, mirror?: URL): URL {
  const address = new URL(snapshot.url.replace('{id}', encodeURIComponent(id)));
  if (!mirror) return address;
  const base = mirror.href.replace(/[?#].*$/, '').replace(/\/$/, '');
  return new URL(`${base}/${address.host}${address.pathname}${address.search}`);
}
