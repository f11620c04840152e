/** What can be done with the answers of consent platforms. */
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { PHASE } from './phase.ts';
import { payloadOf } from './platform.ts';
import { placeOf } from './script-text.ts';
import { bool, type EventArg, ite, type MValue, truthy, UNDEF } from './values.ts';

/** Methods of what a platform answers: a promise of it, or a list whose items have the path `[]`. */
export function answerMethod(
  m: Machine,
  of: EventArg,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [callback] = args;
  if (callback?.t !== 'fn') return undefined;
  if (key === 'then' && of.answers) {
    m.later(PHASE.event, m.path, m.steps, () => void m.callFunction(callback, [of], undefined, node));
    return of;
  }
  if (!/^(?:find|filter|some|every|forEach|map)$/.test(key)) return undefined;
  const item = payloadOf(m, { ...of, path: [...of.path, '[]'] }, placeOf(m.script, node));
  const result = m.callFunction(callback, [item], undefined, node);
  const found = truthy(result, placeOf(m.script, node));
  if (key === 'find') return ite(found, item, UNDEF);
  if (key === 'filter') return of;
  return key === 'some' || key === 'every' ? bool(found) : undefined;
}
