/** The inventory: who gets what, of all units of a run. Sorted, and the same for the same input. */
import type { AutomaticFeature, Category, Purpose } from '../model/catalog.ts';
import type { ConsentState } from '../model/guard.ts';
import type { DataCategory, DataForm, DataOrigin } from '../model/inventory/data.ts';
import type { FeatureUse } from '../model/inventory/features.ts';
import type { HostUse, VendorUse } from '../model/inventory/uses.ts';
import type { Verdict } from '../model/unit.ts';

export interface Inventory {
  /** By id. */
  readonly vendors: readonly InventoryVendor[];
  /** Hosts that no catalogue knows, by name. */
  readonly hosts: readonly InventoryHost[];
  /** Consent platforms that are loaded, by id. */
  readonly platforms: readonly InventoryPlatform[];
}

export interface InventoryVendor {
  readonly id: string;
  readonly name: string;
  readonly recipient: string;
  /** Two-letter codes of the countries of the recipient. */
  readonly countries: readonly string[];
  readonly purposes: readonly Purpose[];
  /** The consent category that covers its purposes. */
  readonly category: Category;
  /** Names of cookies and storage keys that its script sets on the site, where it runs; `*` stands for any characters. */
  readonly cookies: readonly string[];
  /** By id; what is of no known account comes first. */
  readonly accounts: readonly InventoryAccount[];
}

/** What one account of a vendor (a pixel, a property) gets. */
export interface InventoryAccount {
  /** `{{ settings.pixel_id }}` where it is filled in at run time; absent where none is in sight. */
  readonly id?: string;
  readonly uses: readonly InventoryUse[];
  readonly data: readonly InventoryDatum[];
  readonly features: readonly InventoryFeature[];
}

/** One thing that is done for an account, in the same way in all its places. */
export interface InventoryUse {
  readonly does: VendorUse['does'];
  /** Of an event. */
  readonly event?: string;
  readonly states: Readonly<Record<ConsentState, Verdict>>;
  /** The gates that hold it together, sorted. */
  readonly gates: readonly string[];
  /** Nothing makes it run: paused, or blocked in every state. */
  readonly dead: boolean;
  readonly places: readonly InventoryPlace[];
}

/** A key that an account gets in one form. */
export interface InventoryDatum {
  readonly key: string;
  readonly category: DataCategory;
  readonly form: DataForm;
  readonly origins: readonly DataOrigin[];
  /** What it travels with: events by their names, `init`, `identify`, `load`. */
  readonly with: readonly string[];
  readonly places: readonly InventoryPlace[];
}

/** Something that a vendor's script collects by itself. */
export interface InventoryFeature {
  readonly kind: AutomaticFeature['kind'] | 'other';
  readonly title: string;
  readonly state: FeatureUse['state'];
  readonly by: FeatureUse['by'];
  readonly keys: readonly string[];
  readonly places: readonly InventoryPlace[];
}

export interface InventoryHost {
  readonly host: string;
  readonly uses: readonly (Pick<InventoryUse, 'states' | 'dead' | 'places'> & { readonly form: HostUse['form'] })[];
}

export interface InventoryPlatform {
  readonly id: string;
  readonly name: string;
}

/** 1-based, in the outermost file. */
export interface InventoryPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The part of a container. */
  readonly entity?: string;
}
