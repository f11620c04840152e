/** Compares who gets data with whom the privacy notice names. */
import type { Inventory, InventoryPlace } from '../inventory/inventory.ts';

/** The vendors that there are, as a notice may call them. */
export interface KnownVendor {
  readonly id: string;
  readonly name: string;
  /** `Google Ireland Limited / Google LLC`. */
  readonly recipient: string;
  /** Hosts that its scripts, images and frames come from. */
  readonly hosts: readonly string[];
}

/** An entry of the notice, and what it means. */
export interface NamedParty {
  readonly text: string;
  /** `notice.yml:3:5`. */
  readonly place: string;
  readonly vendors: readonly string[];
  readonly platforms: readonly string[];
  /** Where the entry is one. */
  readonly host?: string;
}

/** Somebody who gets data and whom the notice does not name. */
export interface Unnamed {
  /** Absent for a host. */
  readonly id?: string;
  readonly name: string;
  readonly recipient?: string;
  readonly places: readonly InventoryPlace[];
}

export interface NoticeDifference {
  readonly unnamed: readonly Unnamed[];
  /** Named, and not found in the files. */
  readonly unused: readonly NamedParty[];
}

/** What an entry of a notice means; undefined where nobody is called so. */
export function partyOf(
  text: string,
  place: string,
  vendors: readonly KnownVendor[],
  platforms: readonly { readonly id: string; readonly name: string }[],
): NamedParty | undefined {
  const wanted = text.trim().toLowerCase();
  const isHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(wanted);
  const meant = vendors.filter(
    ({ id, name, recipient, hosts }) =>
      [id, name, ...recipient.split('/')].some((one) => one.trim().toLowerCase() === wanted) ||
      (isHost && hosts.some((host) => isBelow(host, wanted))),
  );
  const called = platforms.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  if (meant.length === 0 && called.length === 0 && !isHost) return undefined;
  return {
    text,
    place,
    vendors: meant.map(({ id }) => id),
    platforms: called.map(({ id }) => id),
    ...(isHost && { host: wanted }),
  };
}

/** What nothing makes run gets nothing. */
export function compareNotice(
  { vendors, hosts, platforms }: Inventory,
  named: readonly NamedParty[],
): NoticeDifference {
  const used = vendors.flatMap(({ id, name, recipient, accounts }): (Unnamed & { readonly id: string })[] => {
    const live = accounts.flatMap(({ uses }) => uses.filter(({ dead }) => !dead));
    return live.length === 0 ? [] : [{ id, name, recipient, places: live.flatMap(({ places }) => places) }];
  });
  const strangers = hosts.flatMap(({ host, uses }): Unnamed[] => {
    const live = uses.filter(({ dead }) => !dead);
    return live.length === 0 ? [] : [{ name: host, places: live.flatMap(({ places }) => places) }];
  });
  const means = (party: NamedParty, { id, name }: Unnamed): boolean =>
    id === undefined ? party.host !== undefined && isBelow(name, party.host) : party.vendors.includes(id);
  const all = [...used, ...strangers];
  const isLoaded = (party: NamedParty): boolean => platforms.some(({ id }) => party.platforms.includes(id));
  return {
    unnamed: all.filter((one) => !named.some((party) => means(party, one))),
    unused: named.filter((party) => !isLoaded(party) && !all.some((one) => means(party, one))),
  };
}

function isBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
