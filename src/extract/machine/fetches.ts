/** Addresses that are fetched or sent to. */

import type { Carrier } from '../../model/unit.ts';
import type { Value } from '../../model/value.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { valuesOfAddress } from '../address-data.ts';
import { addActivity } from './activities.ts';
import { casesOf } from './cases.ts';
import { freeze } from './freeze.ts';
import type { Machine } from './machine.ts';
import { placeOf } from './script-text.ts';
import { addressOf, holesOf } from './text-address.ts';
import { noteHost } from './unknown-scripts.ts';
import type { MValue } from './values.ts';

/** How an address is fetched. */
export type FetchKind = 'script' | 'frame' | 'style' | 'beacon';
/** A fetch of an address. */
export interface Fetch {
  readonly url: string;
  readonly kind: FetchKind;
  readonly carrier: Carrier;
  /** A hash beside the address fixes what comes from it. */
  readonly pinned?: boolean;
  /** An image or frame that nobody is meant to see, in markup that a script injects. */
  readonly hidden?: boolean;
  /** What fetches, for the label: `<script>`, `written markup`. */
  readonly by: string;
  readonly place: Location;
  /** What stands in each hole of the address. */
  readonly holes?: readonly Value[];
  /** What is sent along. */
  readonly body?: Value;
  readonly headers?: Value;
  /** Nobody reads what is answered: it is there to tell the host something. */
  readonly silent?: boolean;
}

/** Notes a load for every vendor whose address this is, where the machine stands. */
export function recordLoad(m: Machine, fetch: Fetch): void {
  const { url, kind, carrier, by, place, holes, body, headers } = fetch;
  const matches = m.catalog.matchUrl(url);
  if (matches.length === 0) noteHost(m, fetch);
  for (const match of matches) {
    const { kind: listed, restrained, server } = match.pattern;
    addActivity(m, {
      kind: 'load',
      vendor: match.vendor,
      carrier,
      label: `${by} ${shortUrl(url)}`,
      values: { ...valuesOfAddress(match, url, place, holes), ...(body && { body }) },
      args: [],
      location: place,
      url,
      urlKind: listed === 'config' || (listed === 'beacon' && carrier === 'script') ? listed : kind,
      ...(restrained === undefined ? {} : { restrained }),
      ...(server && { server }),
      ...(server && headers && { headers }),
    });
  }
}

/** What else is known of a request. */
interface Sent extends Pick<Fetch, 'silent'> {
  readonly place?: Location;
  readonly body?: MValue | undefined;
  readonly headers?: MValue | undefined;
}

/** A request of a script to an address: a script, frame or beacon of a vendor, or a platform's loader. */
export function recordUrl(
  m: Machine,
  address: MValue,
  kind: FetchKind,
  by: string,
  node: ESTree.Node,
  { place = placeOf(m.script, node), body, headers, silent = false }: Sent = {},
): void {
  const sent = { ...(body && { body: freeze(body) }), ...(headers && { headers: freeze(headers) }) };
  for (const { guard, value } of casesOf(address)) {
    const url = addressOf(value);
    if (url === undefined) continue;
    const cmp = m.catalog.matchCmpUrl(url);
    if (cmp) m.seenCmps.set(cmp, place);
    const carrier = m.noscript ? 'noscript' : 'script';
    const holes = holesOf(value).map((hole) => freeze(hole));
    m.under(guard, () => recordLoad(m, { url, kind, carrier, by, place, holes, silent, ...sent }));
  }
}

/** An address for messages: without its query, holes as `…`. */
export function shortUrl(url: string): string {
  return (url.split(/[?#]/, 1)[0] ?? '').replaceAll('\uFFFC', '…').slice(0, 100);
}
