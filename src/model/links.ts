/** Links of a page: where they lead is the site's own data. */
import type { Origin } from './value.ts';

/** Where a link leads (`mailto:`, `tel:`), and what it says to whom clicks it, is the site's own data. */
const LINK = /\.href$|\shref$|mailto:|\btel:|^(?:click )?(?:url|text)$/;

/** Whether an origin of this name is a link of the page. */
export function isOfLink(name: string): boolean {
  return LINK.test(name);
}

/** Whether all that a value comes from is a link; the variables of a container on the way say nothing else. */
export function isLink(origins: readonly Origin[]): boolean {
  const sources = origins.filter(({ kind }) => kind !== 'gtm-variable');
  return sources.length > 0 && sources.every(({ name }) => isOfLink(name));
}
