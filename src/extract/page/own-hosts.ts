import type { HtmlElement } from '../../parse/html.ts';
import { publicHost } from '../machine/unknown-scripts.ts';

/** The host that an element gives the page itself: its canonical address, its base, itself in another language. */
export function ownHostOf({ name, attributes }: HtmlElement): string | undefined {
  const attribute = (key: string): string => attributes.get(key)?.trim() ?? '';
  switch (name) {
    case 'base':
      return publicHost(attribute('href'));
    case 'link': {
      const rel = attribute('rel').toLowerCase();
      const isPage = rel === 'canonical' || (rel === 'alternate' && attributes.has('hreflang'));
      return isPage ? publicHost(attribute('href')) : undefined;
    }
    case 'meta':
      return attribute('property').toLowerCase() === 'og:url' ? publicHost(attribute('content')) : undefined;
    default:
      return undefined;
  }
}
