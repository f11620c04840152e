/** What can be done with the answers of consent platforms. */
import type { PathSegment } from '../../model/catalog.ts';
import { ALWAYS, and, not } from '../../model/guard.ts';
import { isRefusalName } from '../../model/refusal-name.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { ite } from './cases.ts';
import type { Machine } from './machine.ts';
import { payloadOf } from './payloads.ts';
import { PHASE } from './phase.ts';
import { categoryOf, grants } from './platform.ts';
import { enter } from './scope.ts';
import { placeOf } from './script-text.ts';
import { truthy } from './truth.ts';
import { arr, bool, type EventArg, lit, type MValue, nameOf, stringOf, UNDEF } from './values.ts';

/** Methods of what a platform answers: a promise of it, or a list whose items have the path `[]`. */
export function answerMethod(
  m: Machine,
  of: EventArg,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [callback] = args;
  const at = placeOf(m.script, node);
  if (isStream(of)) {
    if (/^(?:first|take|skip|distinctUntilChanged|pipe)$/.test(key)) return of;
    if (callback?.t !== 'fn') return undefined;
    const value = payloadOf(m, of, at);
    if (key === 'filter') {
      const passes = truthy(m.callFunction(callback, [value], undefined, node), at);
      return { ...of, when: and(of.when ?? ALWAYS, passes) };
    }
    if (key !== 'subscribe') return undefined;
    const path = enter(m.path, of.when ?? ALWAYS);
    m.tasks.later(PHASE.event, path, m.steps, () => void m.callFunction(callback, [value], undefined, node));
    return UNDEF;
  }
  // What is granted, as an object whose members are words, or as a list of them.
  const word = stringOf(callback);
  const asks = word !== undefined && /^(?:includes|indexOf|has|hasOwnProperty)$/.test(key);
  if (asks && of.cmp && (answerKeys(of) || categoryOf(of.cmp, word))) {
    // A list that the catalogue does not name, asked for one of the platform's words.
    const granted = answerKeys(of)
      ? truthy(payloadOf(m, { ...of, path: [...of.path, word] }, at), at)
      : grants(of.cmp, word, at);
    const found = isRefusalName(nameOf(of)) ? not(granted) : granted;
    return key === 'indexOf' ? { t: 'index', found } : key === 'hasOwnProperty' ? lit(true) : bool(found);
  }
  if (callback?.t !== 'fn') return undefined;
  if (key === 'then' && of.answers) {
    m.tasks.later(PHASE.event, m.path, m.steps, () => void m.callFunction(callback, [of], undefined, node));
    return of;
  }
  if (!/^(?:find|filter|some|every|forEach|map)$/.test(key)) return undefined;
  const item = answerItem(m, of, at);
  const result = m.callFunction(callback, [item], undefined, node);
  const found = truthy(result, at);
  if (key === 'find') return ite(found, item, UNDEF);
  if (key === 'filter') return arr([item], { when: [found] });
  return key === 'some' || key === 'every' ? bool(found) : undefined;
}

const MAX_WORDS = 24;

/** The keys of what a platform answers, where each is a word for a category: `{ marketing: 'allow', … }`. */
export function answerKeys(of: EventArg): readonly string[] | undefined {
  const { cmp, path } = of;
  const keyed = of.payload.some(
    (payload) =>
      payload.path.length === path.length + 1 &&
      typeof payload.path[path.length] === 'object' &&
      startsWith(payload.path, path),
  );
  if (!cmp || !keyed) return undefined;
  return [...new Set(Object.values(cmp.words).flat())].slice(0, MAX_WORDS);
}

function startsWith(pattern: readonly PathSegment[], path: readonly string[]): boolean {
  return path.every((name, index) => pattern[index] === name);
}

/** An item of a list that a platform answers with. */
export function answerItem(m: Machine, of: EventArg, at: Location): MValue {
  return payloadOf(m, { ...of, path: [...of.path, '[]'] }, at);
}

/** A stream of answers: the answer itself is told to those who subscribe. */
function isStream(of: EventArg): boolean {
  return of.answers === true && of.payload.some(({ path }) => path.length === 0);
}
