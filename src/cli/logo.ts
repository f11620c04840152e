/** An image for the head of a report. */
import { readFileSync } from 'node:fs';

const MOST_BYTES = 512 * 1024;

/** By their first bytes: the name of a file says little. */
const KINDS: readonly (readonly [mime: string, isKind: (bytes: Buffer) => boolean])[] = [
  ['image/png', (bytes) => bytes.subarray(0, 4).toString('latin1') === '\x89PNG'],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff'],
  ['image/gif', (bytes) => bytes.subarray(0, 4).toString('latin1') === 'GIF8'],
  ['image/webp', (bytes) => bytes.subarray(8, 12).toString('latin1') === 'WEBP'],
  [
    'image/svg+xml',
    (bytes) => /^\s*(?:<\?xml|<!--|<svg)/.test(bytes.subarray(0, 200).toString('utf8')) && bytes.includes('<svg'),
  ],
];

/**
 * The image as a `data:` address. As the source of an image element no script in it runs and nothing that it names is loaded.
 * @throws Error for a file that cannot be read, is too large or is no image
 */
export function readLogo(file: string): string {
  const bytes = readFileSync(file);
  if (bytes.length > MOST_BYTES) throw new Error(`${file}: a logo has at most ${MOST_BYTES / 1024} KiB`);
  const kind = KINDS.find(([, isKind]) => isKind(bytes));
  if (!kind) throw new Error(`${file}: no image that a report can hold (PNG, JPEG, GIF, WebP, SVG)`);
  return `data:${kind[0]};base64,${bytes.toString('base64')}`;
}
