/** Methods of stored values and of platforms’ lists of words. */
import { ALWAYS } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { ite } from './cases.ts';
import type { Machine } from './machine.ts';
import { listContains } from './platform.ts';
import { placeOf } from './script-text.ts';
import { foundUnder, storedContains, storedMatch } from './stores.ts';
import { needleOf } from './texts.ts';
import { truthy } from './truth.ts';
import { arr, bool, lit, type MValue, type Stored, UNDEF } from './values.ts';

/** A method of what a cookie or storage holds; undefined for one that says nothing of it. */
export function storedMethod(
  m: Machine,
  of: Stored,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const needle = needleOf(args[0]);
  switch (key) {
    case 'includes':
    case 'startsWith':
    case 'endsWith':
    case 'some':
    case 'every':
    case 'has':
    case 'test':
      if (args[0]?.t === 'fn') return bool(truthy(m.callValue(args[0], [of], undefined, node)));
      return bool(storedContains(of, needle, placeOf(m.script, node)));
    case 'indexOf':
    case 'search':
    case 'lastIndexOf':
    case 'findIndex':
      return { t: 'index', found: storedContains(of, needle, placeOf(m.script, node)) };
    case 'match':
    case 'exec':
      return storedMatch(of, needle, placeOf(m.script, node));
    case 'split': {
      // `('; ' + document.cookie).split('; name=')`: two parts where the cookie is there.
      if (needle === undefined || !/[\w-]=$/.test(needle) || of.key !== undefined) return of;
      const one = storedMatch(of, needle, placeOf(m.script, node));
      return arr([lit(''), one], { when: [ALWAYS, one.present ?? ALWAYS] });
    }
    case 'find':
    case 'filter':
    case 'findLast': {
      const [callback] = args;
      if (callback?.t !== 'fn') return of;
      const found = truthy(m.callValue(callback, [of], undefined, node));
      const one = foundUnder(of, found);
      return key === 'filter' ? arr([one], { when: [found] }) : ite(found, one, UNDEF);
    }
    case 'map':
    case 'flatMap':
    case 'forEach': {
      const [callback] = args;
      if (callback?.t === 'fn') m.callValue(callback, [of], undefined, node);
      return key === 'forEach' ? UNDEF : of;
    }
    case 'reduce': {
      const [callback, initial] = args;
      if (callback?.t !== 'fn') return of;
      return m.callValue(callback, [initial ?? of, of], undefined, node);
    }
    default:
      if (
        /^(?:toString|valueOf|trim|split|slice|substring|substr|replace|replaceAll|toLowerCase|toUpperCase|pop|shift|join|get|at|concat|reverse|charAt|getItem|normalize|json)$/.test(
          key,
        )
      ) {
        if (key === 'get' && needle !== undefined)
          return of.key === undefined ? { ...of, key: needle } : { ...of, member: needle };
        return of;
      }
      return undefined;
  }
}

/** A method of the words that a platform's answer lists; undefined for one that says nothing of them. */
export function wordListMethod(
  m: Machine,
  of: Extract<MValue, { t: 'list' }>,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [callback] = args;
  if (callback?.t === 'fn') {
    const found = truthy(m.callValue(callback, [of], undefined, node));
    if (key === 'some' || key === 'every') return bool(found);
    if (key === 'find') return ite(found, of, UNDEF);
    if (key === 'findIndex') return { t: 'index', found };
    return key === 'filter' ? arr([of], { when: [found] }) : of;
  }
  const word = needleOf(args[0]);
  if (/^(?:split|toString|trim|toLowerCase|filter|map|concat|join|replace|slice)$/.test(key)) return of;
  if (word === undefined) return undefined;
  const found = listContains(of, word, placeOf(m.script, node));
  if (key === 'indexOf' || key === 'search') return { t: 'index', found: truthy(found) };
  return /^(?:includes|match|has|some|test)$/.test(key) ? found : undefined;
}

/** What is stored, where it stands between fixed texts: `'; ' + document.cookie`. */
export function storedIn(of: MValue): Stored | undefined {
  if (of.t !== 'text') return undefined;
  const open = of.parts.filter((part) => typeof part !== 'string');
  const [only] = open;
  return open.length === 1 && typeof only === 'object' && only.t === 'stored' ? only : undefined;
}
