/** Collects the inventory unit by unit; of a unit that was added nothing is kept. */
import type { Vendor } from '../model/catalog.ts';
import { CONSENT_STATES } from '../model/guard.ts';
import type { DataUse } from '../model/inventory/data.ts';
import { type FeatureUse, featuresOf } from '../model/inventory/features.ts';
import { type HostUse, hostUsesOf, usesOf, type VendorUse } from '../model/inventory/uses.ts';
import { ownDomains } from '../model/own-hosts.ts';
import { GENERAL_PROFILE, type SiteProfile } from '../model/profile.ts';
import type { Unit } from '../model/unit.ts';
import { type Location, resolveLocation } from '../text/location.ts';
import type {
  Inventory,
  InventoryAccount,
  InventoryDatum,
  InventoryFeature,
  InventoryHost,
  InventoryPlace,
  InventoryUse,
  InventoryVendor,
} from './inventory.ts';

/** What is gathered under a key: the first of its kind, with the places of all. */
class Gathered<T extends { readonly places: readonly InventoryPlace[] }> {
  readonly #found = new Map<string, { value: T; readonly places: Map<string, InventoryPlace> }>();

  /** @param merge makes one of what was there and what comes; what was there stays if absent */
  add(key: string, value: T, merge: (before: T, next: T) => T = (before) => before): void {
    let entry = this.#found.get(key);
    if (entry) entry.value = merge(entry.value, value);
    else {
      entry = { value, places: new Map() };
      this.#found.set(key, entry);
    }
    for (const place of value.places) entry.places.set(placeKey(place), place);
  }

  /** Sorted by key. */
  sorted(): T[] {
    return [...this.#found]
      .sort(([a], [b]) => compare(a, b))
      .map(([, { value, places }]) => ({ ...value, places: [...places.values()].sort(byPlace) }));
  }
}

interface Account {
  readonly id: string;
  readonly uses: Gathered<InventoryUse>;
  readonly data: Gathered<InventoryDatum>;
  readonly features: Gathered<InventoryFeature>;
}

export class InventoryBuilder {
  readonly #vendors = new Map<string, { readonly vendor: Vendor; readonly accounts: Map<string, Account> }>();
  readonly #hosts = new Map<string, Gathered<InventoryHost['uses'][number]>>();
  readonly #platforms = new Map<string, string>();
  /** Said of whichever account there is. */
  readonly #general: FeatureUse[] = [];

  /** @param profile knows hosts of the site's own */
  add(unit: Unit, profile: SiteProfile = GENERAL_PROFILE): void {
    for (const use of usesOf(unit)) for (const account of this.#accounts(use)) addUse(account, use);
    for (const feature of featuresOf(unit)) {
      if (feature.accounts.length === 0) this.#general.push(feature);
      for (const account of feature.accounts.length > 0 ? this.#accounts(feature) : []) addFeature(account, feature);
    }
    for (const use of hostUsesOf(unit, ownDomains(unit, profile))) this.#addHost(use);
    for (const { cmp, loaded } of unit.cmps) if (loaded) this.#platforms.set(cmp.id, cmp.name);
  }

  result(): Inventory {
    for (const feature of this.#general) {
      const known = this.#vendors.get(feature.vendor.id)?.accounts.values();
      for (const account of known ?? this.#accounts(feature)) addFeature(account, feature);
    }
    this.#general.length = 0;
    return {
      vendors: [...this.#vendors.values()]
        .sort((a, b) => compare(a.vendor.id, b.vendor.id))
        .map(({ vendor, accounts }) => vendorOf(vendor, accounts.values())),
      hosts: [...this.#hosts].sort(([a], [b]) => compare(a, b)).map(([host, uses]) => ({ host, uses: uses.sorted() })),
      platforms: [...this.#platforms].sort(([a], [b]) => compare(a, b)).map(([id, name]) => ({ id, name })),
    };
  }

  #accounts({ vendor, accounts: ids }: Pick<VendorUse, 'vendor' | 'accounts'>): Account[] {
    let entry = this.#vendors.get(vendor.id);
    if (!entry) {
      entry = { vendor, accounts: new Map() };
      this.#vendors.set(vendor.id, entry);
    }
    const { accounts } = entry;
    return (ids.length > 0 ? ids : ['']).map((id) => {
      const known = accounts.get(id) ?? { id, uses: new Gathered(), data: new Gathered(), features: new Gathered() };
      accounts.set(id, known);
      return known;
    });
  }

  #addHost({ host, form, states, location, entity, dead }: HostUse): void {
    const uses = this.#hosts.get(host) ?? new Gathered();
    this.#hosts.set(host, uses);
    uses.add(`${form} ${statesKey(states)}`, { form, states, dead, places: [placeOf(location, entity)] });
  }
}

function addUse(account: Account, use: VendorUse): void {
  const { does, events, data, states, gates, location, entity, dead } = use;
  const places = [placeOf(location, entity)];
  const names = does === 'event' ? events : [does];
  for (const name of names) {
    const key = `${RANK[does]} ${name} ${statesKey(states)} ${gates.join(' + ')} ${dead}`;
    const event = does === 'event' ? { event: name } : {};
    account.uses.add(key, { does, ...event, states, gates, dead, places });
  }
  for (const datum of data) {
    const { key, category, form, origins } = datum;
    const value: InventoryDatum = {
      key,
      category,
      form,
      origins,
      with: use.with,
      places: [placeOf(datum.location, entity)],
    };
    account.data.add(`${key.toLowerCase()} ${category} ${form}`, value, mergedData);
  }
}

function mergedData(before: InventoryDatum, next: InventoryDatum): InventoryDatum {
  const origins = new Map([...before.origins, ...next.origins].map((one) => [originKey(one), one]));
  return {
    ...before,
    origins: [...origins].sort(([a], [b]) => compare(a, b)).map(([, origin]) => origin),
    with: [...new Set([...before.with, ...next.with])].sort(),
  };
}

function originKey({ kind, name = '' }: DataUse['origins'][number]): string {
  return `${kind} ${name}`;
}

const SURENESS: Readonly<Record<FeatureUse['state'], number>> = { on: 2, off: 1, unknown: 0 };

function addFeature(account: Account, { kind, title, state, by, keys, location }: FeatureUse): void {
  const value: InventoryFeature = { kind, title, state, by, keys, places: [placeOf(location, undefined)] };
  // What the vendor serves says more than code that does not tell.
  account.features.add(`${kind} ${title}`, value, (before, next) => {
    const known = SURENESS[next.state] > SURENESS[before.state] ? next : before;
    return { ...known, keys: [...new Set([...before.keys, ...next.keys])].sort() };
  });
}

function vendorOf(vendor: Vendor, accounts: Iterable<Account>): InventoryVendor {
  const { id, name, recipient, country, purposes, category, cookies } = vendor;
  return {
    id,
    name,
    recipient,
    countries: country.split(/[\s,]+/).filter((code) => code !== ''),
    purposes,
    category,
    cookies,
    accounts: [...accounts].sort((a, b) => compare(a.id, b.id)).map(accountOf),
  };
}

function accountOf({ id, uses, data, features }: Account): InventoryAccount {
  return {
    ...(id !== '' && { id }),
    uses: uses.sorted(),
    data: data.sorted(),
    features: features.sorted(),
  };
}

/** Uses stand in the order in which a visit meets them. */
const RANK: Readonly<Record<VendorUse['does'], number>> = { load: 0, init: 1, configure: 2, identify: 3, event: 4 };

function statesKey(states: VendorUse['states']): string {
  return CONSENT_STATES.map((state) => states[state].outcome).join();
}

function placeOf(location: Location, entity: VendorUse['entity']): InventoryPlace {
  const { file, line, column } = resolveLocation(location);
  return entity ? { file, line, column, entity: entity.name } : { file, line, column };
}

function placeKey({ file, line, column, entity = '' }: InventoryPlace): string {
  return `${file} ${line} ${column} ${entity}`;
}

function byPlace(a: InventoryPlace, b: InventoryPlace): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.entity ?? '', b.entity ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
