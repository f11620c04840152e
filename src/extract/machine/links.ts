/** Link elements: style sheets, and hints by which the browser gets something ready. */
import type { Carrier, HintRel } from '../../model/unit.ts';
import type { Location } from '../../text/location.ts';
import { addHint } from './activities.ts';
import { recordLoad, shortUrl } from './fetches.ts';
import type { Machine } from './machine.ts';

/** A link element with its attributes. */
export interface Link {
  readonly url: string;
  readonly rel: string;
  readonly as: string;
  readonly carrier: Carrier;
  readonly place: Location;
}

/** What a browser does for a hint, the most first: of several words in one `rel` the first of these counts. */
const HINTS: readonly HintRel[] = ['prerender', 'preload', 'modulepreload', 'prefetch', 'preconnect', 'dns-prefetch'];

/** True for hints with which the browser fetches the address itself, and does not only open the way to its host. */
function fetches(rel: HintRel): boolean {
  return rel !== 'preconnect' && rel !== 'dns-prefetch';
}

/** Notes what a link element fetches or gets ready, where the machine stands. */
export function recordLink(m: Machine, { url, rel, as, carrier, place }: Link): void {
  const words = rel.toLowerCase().split(/\s+/);
  const hint = HINTS.find((word) => words.includes(word));
  // A style sheet or font that is fetched ahead is on its way to being used, often by a script that turns the link's rel.
  if (words.includes('stylesheet') || (hint && fetches(hint) && /^(?:style|font)$/i.test(as.trim()))) {
    recordLoad(m, { url, kind: 'style', carrier, by: '<link>', place });
    return;
  }
  if (!hint) return;
  const exact = fetches(hint) ? m.catalog.matchUrl(url).map(({ vendor }) => vendor) : [];
  for (const vendor of exact.length > 0 ? exact : m.catalog.matchHost(url)) {
    const label = `<link rel="${hint}"> ${shortUrl(url)}`;
    addHint(m, { kind: 'load', vendor, carrier, label, values: {}, args: [], location: place, url, rel: hint });
  }
}
