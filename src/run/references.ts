/** Which scripts lead to others, told by names alone: cheap, and it may say "yes" too often, never too rarely. */
import { basename, dirname } from 'node:path';

/** The addresses of scripts in markup and of imports in scripts. Linear: every part is bounded. */
const REFERENCE = /(?:\bsrc\s{0,4}=|\bfrom\b|\bimport\b|\brequire\b)\s{0,4}\(?\s{0,4}["'`]?([^"'`\s>()]{1,300})/g;

/** The names that a text refers to: last segment of each address, without extension; also its folder's for an index. */
export function referencedNames(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, address = ''] of text.matchAll(REFERENCE)) {
    const path = address.split(/[?#]/, 1)[0] ?? '';
    for (const name of namesOf(path)) names.add(name);
  }
  return names;
}

/** The names by which other files can refer to a script. */
export function namesOf(path: string): readonly string[] {
  const name = stemOf(basename(path));
  return name === 'index' ? [name, basename(dirname(path))] : [name];
}

function stemOf(name: string): string {
  return name.replace(/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i, '');
}

/** A script with the names that it refers to. */
export interface Referrer {
  readonly path: string;
  readonly names: ReadonlySet<string>;
}

/**
 * The names of `hot` scripts and of all that refer to them, directly or through others.
 * @param others scripts that are not hot by themselves
 */
export function reachingNames(
  hot: readonly string[],
  others: readonly Referrer[],
  namesOfFile: (path: string) => readonly string[] = namesOf,
): { names: Set<string>; warm: Set<string> } {
  const names = new Set(hot.flatMap(namesOfFile));
  const warm = new Set<string>();
  // Each name that is new wakes those that refer to it: every script is looked at once per name, not once per round.
  const byName = new Map<string, Referrer[]>();
  for (const other of others) {
    for (const name of other.names) {
      const list = byName.get(name);
      if (list) list.push(other);
      else byName.set(name, [other]);
    }
  }
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const { path } of byName.get(name) ?? []) {
      if (warm.has(path)) continue;
      warm.add(path);
      for (const next of namesOfFile(path)) {
        if (names.has(next)) continue;
        names.add(next);
        queue.push(next);
      }
    }
  }
  return { names, warm };
}
