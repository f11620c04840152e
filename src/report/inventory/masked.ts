/** The inventory without personal data: what was written into names of tags, events and variables. */
import type {
  Inventory,
  InventoryAccount,
  InventoryDatum,
  InventoryPlace,
  InventoryUse,
} from '../../inventory/inventory.ts';
import { maskPersonalData } from '../mask.ts';

export function maskInventory(inventory: Inventory): Inventory {
  return {
    ...inventory,
    vendors: inventory.vendors.map((vendor) => ({ ...vendor, accounts: vendor.accounts.map(maskAccount) })),
    hosts: inventory.hosts.map(({ host, uses }) => ({
      host: maskPersonalData(host),
      uses: uses.map((use) => ({ ...use, places: use.places.map(maskPlace) })),
    })),
  };
}

function maskAccount({ id, uses, data, features }: InventoryAccount): InventoryAccount {
  return {
    ...(id !== undefined && { id: maskId(id) }),
    uses: uses.map(maskUse),
    data: data.map(maskDatum),
    features: features.map((feature) => ({
      ...feature,
      keys: feature.keys.map(maskPersonalData),
      places: feature.places.map(maskPlace),
    })),
  };
}

/** Ids of accounts are public, and look like digests and numbers of people: they stay. */
function maskId(id: string): string {
  return /^[\w.:/-]{1,80}$/.test(id) ? id : maskPersonalData(id);
}

function maskUse(use: InventoryUse): InventoryUse {
  return {
    ...use,
    ...(use.event !== undefined && { event: maskPersonalData(use.event) }),
    gates: use.gates.map(maskPersonalData),
    places: use.places.map(maskPlace),
  };
}

function maskDatum(datum: InventoryDatum): InventoryDatum {
  return {
    ...datum,
    key: maskPersonalData(datum.key),
    origins: datum.origins.map(({ kind, name }) =>
      name === undefined ? { kind } : { kind, name: maskPersonalData(name) },
    ),
    with: datum.with.map(maskPersonalData),
    places: datum.places.map(maskPlace),
  };
}

function maskPlace(place: InventoryPlace): InventoryPlace {
  return place.entity === undefined ? place : { ...place, entity: maskPersonalData(place.entity) };
}
