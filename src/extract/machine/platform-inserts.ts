/** What a page lets its platform load once a category is granted. */
import type { ESTree } from '../../parse/script.ts';
import { fitOf } from './callback-patterns.ts';
import { recordUrl } from './fetches.ts';
import type { Machine } from './machine.ts';
import { globalPath, matchPath, meansGuard } from './platform.ts';
import { placeOf } from './script-text.ts';
import type { MValue } from './values.ts';

/** `OneTrust.InsertScript(url, …, category)`: the platform loads it where the category is granted. */
export function insertedByPlatform(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[],
  node: ESTree.Node,
): boolean {
  const names = globalPath(m, path);
  for (const { cmp, use } of m.catalog.inserts.get(names[0] ?? '') ?? []) {
    let captures: ReadonlyMap<string, string> | undefined = matchPath(use.path, names);
    if (!captures) continue;
    for (const [index, pattern] of use.args.entries()) {
      captures = captures && fitOf(pattern, args[index], captures)?.captures;
    }
    const at = use.args.findIndex((pattern) => 'capture' in pattern && pattern.capture === 'url');
    const address = args[at];
    if (!captures || !address) continue;
    const place = placeOf(m.script, node);
    if (!m.seenCmps.has(cmp)) m.seenCmps.set(cmp, place);
    m.under(meansGuard(cmp, 'granted', place, captures), () =>
      recordUrl(m, address, 'script', `${names.join('.')}()`, node),
    );
    return true;
  }
  return false;
}
