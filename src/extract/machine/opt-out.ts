/** Settings with which a platform grants everything from the start. */
import { fitOf } from './callback-patterns.ts';
import type { Machine } from './machine.ts';
import { globalPath, matchPath } from './platform.ts';
import type { MValue } from './values.ts';

/** Notes a setting with which everything counts as granted until somebody refuses. */
export function noteOptOut(
  m: Machine,
  path: readonly string[],
  form: 'call' | 'assign',
  args: readonly MValue[],
): void {
  const names = globalPath(m, path);
  for (const { cmp, use } of m.catalog.optOuts.get(names[0] ?? '') ?? []) {
    if (use.form !== form || !m.reached || m.optOut.has(cmp)) continue;
    const captures = matchPath(use.path, names);
    if (captures && use.args.every((pattern, index) => fitOf(pattern, args[index], captures))) m.optOut.add(cmp);
  }
}
