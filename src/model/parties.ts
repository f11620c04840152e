/** Who stands behind the hosts of the web: a list of names and kinds, made from a public data set when taglint is built. */

/** A third party of the web. Nothing is known of what it does with what it gets. */
export interface Party {
  readonly name: string;
  /** The data set's own word (ad, analytics, cdn, hosting …), or `SHARED`. */
  readonly kind: string;
}

/** The kind of what stands below a domain where anybody can have a host: storage, delivery, sites of customers. */
export const SHARED = 'shared';

/** The list as it is stored: for every party its name, its kind and its hosts; `*.` at the start of a host takes in all below it. */
export interface PartyList {
  readonly parties: readonly (readonly [name: string, kind: string, hosts: string])[];
}

const PUBLIC_ENDINGS = new Set([
  'co',
  'com',
  'org',
  'net',
  'gov',
  'edu',
  'ac',
  'or',
  'ne',
  'go',
  'gob',
  'gouv',
  'asso',
]);

/** Finds the party of a host. */
export class PartyIndex {
  readonly #exact = new Map<string, Party>();
  readonly #below = new Map<string, Party>();

  constructor({ parties }: PartyList) {
    for (const [name, kind, hosts] of parties) {
      const party = { name, kind };
      for (const host of hosts.split(' ')) {
        if (host.startsWith('*.')) this.#below.set(host.slice(2), party);
        else this.#exact.set(host, party);
      }
    }
  }

  find(host: string): Party | undefined {
    const exact = this.#exact.get(host);
    if (exact) return exact;
    const labels = host.split('.');
    for (let from = 0; from < labels.length - 1; from++) {
      const found = this.#below.get(labels.slice(from).join('.'));
      if (found) return found;
    }
    return undefined;
  }
}

/**
 * The part of a host that one owner has registered: `shop.example.co.uk` gives `example.co.uk`. A rule of thumb in place of the
 * list of public suffixes; where it is wrong, hosts of two owners count as one.
 */
export function registrable(host: string): string {
  const labels = host.split('.');
  const [ending = '', second = ''] = [labels.at(-1), labels.at(-2)];
  const length = ending.length === 2 && PUBLIC_ENDINGS.has(second) ? 3 : 2;
  return labels.slice(-length).join('.');
}
