/** Stand-ins of our own for vendors' and platforms' scripts. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('stubs/', import.meta.url);
const read = (name: string): string => readFileSync(fileURLToPath(new URL(`${name}.js`, folder)), 'utf8');
const library = read('lib');
const known = new Map<string, string | undefined>();

/** The stand-in for the script of a vendor or platform by its id; undefined where there is none. */
export function stubOf(id: string): string | undefined {
  const name = /^(?:google-|floodlight$)/.test(id) ? 'google' : id;
  if (!known.has(name)) {
    const has = existsSync(fileURLToPath(new URL(`${name}.js`, folder)));
    known.set(name, has ? `(() => {\n${library}\n${read(name)}\n})();` : undefined);
  }
  return known.get(name);
}
