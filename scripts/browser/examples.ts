/** The examples that the page offers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../../src/browser/protocol.ts';

/** Files of `examples/`, with what they show. */
const EXAMPLES: readonly (readonly [title: string, sector: Example['sector'], ...files: string[]])[] = [
  ['Checkout: e-mail and phone go to two pixels', 'pharmacy', 'bad/checkout.html'],
  ['Product page (Liquid): a pixel at once, with the product’s name', 'pharmacy', 'bad/product.liquid'],
  ['Newsletter: delays and scrolling are no consent', 'pharmacy', 'bad/newsletter.html'],
  ['Self-test: a cookie check that lets everybody in', 'pharmacy', 'bad/self-test.html'],
  ['Container export of Google Tag Manager', 'pharmacy', 'bad/gtm-container.json'],
  ['A pixel’s settings file: automatic matching is on', 'pharmacy', 'bad/signals-config-100000000000001.js'],
  ['The checkout, repaired', 'pharmacy', 'repaired/checkout.html'],
  ['The container, repaired', 'pharmacy', 'repaired/gtm-container.json'],
];

export function exampleList(root: string): Example[] {
  return EXAMPLES.map(([title, sector, ...names]) => ({
    title,
    sector,
    files: names.map((name) => ({
      path: name.replace(/^\w+\//, ''),
      text: readFileSync(join(root, 'examples', name), 'utf8'),
    })),
  }));
}
