/** Notes the fetches of vendors' addresses. */
import type { Guard } from '../../model/guard.ts';
import type { Carrier, Step } from '../../model/unit.ts';
import type { Location } from '../../text/location.ts';
import { valuesOfAddress } from '../address-data.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { addActivity } from '../machine/activities.ts';
import type { Machine } from '../machine/machine.ts';
import { shortUrl } from '../machine/record.ts';

/** A fetch of an address. */
export interface Fetch {
  readonly url: string;
  readonly kind: 'script' | 'frame' | 'beacon';
  readonly carrier: Carrier;
  /** What fetches, for the label: `<script>`, `written markup`. */
  readonly by: string;
  readonly place: Location;
}

/** Notes a load for every vendor whose address this is, where the machine stands. */
export function recordLoad(machine: Machine, catalog: CatalogIndex, fetch: Fetch): void {
  const { url, kind, carrier, by, place } = fetch;
  for (const match of catalog.matchUrl(url)) {
    addActivity(machine, {
      kind: 'load',
      vendor: match.vendor,
      carrier,
      label: `${by} ${shortUrl(url)}`,
      values: valuesOfAddress(match, url, place),
      args: [],
      location: place,
      url,
      urlKind: match.pattern.kind === 'config' ? 'config' : kind,
    });
  }
}

/** Puts the machine at a place of the document, outside any script. */
export function atDocument(
  machine: Machine,
  guard: Guard,
  steps: readonly Step[],
  fuel: number,
  job: () => void,
): void {
  const path = { parent: undefined, guard, depth: 1, all: guard };
  machine.within({ script: machine.script, path, steps, reached: true, fuel }, job);
}
