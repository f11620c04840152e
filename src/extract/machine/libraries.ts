/** Functions of jQuery, Lodash and their kin on lists and objects: what the language itself has by other names. */
import { ALWAYS } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { ite } from './cases.ts';
import { callMethodOf } from './collections.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { callObjectFunction } from './objects.ts';
import { nativeFunction } from './promises.ts';
import { placeOf } from './script-text.ts';
import { defined, truthy } from './truth.ts';
import { isUnseen, itemOf, type Unseen } from './unknown-lists.ts';
import { arr, bool, lit, type MValue, obj, stringOf, UNDEF } from './values.ts';

const HEAD = /^(?:\$|jQuery|_|lodash|underscore|module:(?:lodash|lodash-es|underscore|es-toolkit|lodash\/\w{1,20}))$/;
/** What a function is called there, and as a method of the list that is its first argument. */
const METHODS: Readonly<Record<string, string>> = {
  each: 'forEach',
  forEach: 'forEach',
  map: 'map',
  reduce: 'reduce',
  grep: 'filter',
  filter: 'filter',
  find: 'find',
  some: 'some',
  any: 'some',
  every: 'every',
  all: 'every',
  includes: 'includes',
  contains: 'includes',
  indexOf: 'indexOf',
};

/** The result of such a function, or undefined. */
export function callLibrary(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [head = ''] = path;
  if (!HEAD.test(head) || (path.length !== 2 && !head.startsWith('module:'))) return undefined;
  const name =
    path.length > 1 && path[path.length - 1] !== 'default'
      ? (path[path.length - 1] ?? '')
      : head.slice(head.lastIndexOf('/') + 1);
  const [first = UNDEF, second = UNDEF] = args;
  switch (name) {
    case 'inArray':
      return callMethodOf(m, second, 'indexOf', [first], node);
    case 'extend':
    case 'merge':
    case 'assign':
    case 'assignIn':
      // `$.extend(true, target, …)` goes into the depth.
      return callObjectFunction(m, 'Object.assign', first.t === 'lit' ? args.slice(1) : args, node);
    case 'defaults':
    case 'defaultsDeep':
      return callObjectFunction(m, 'Object.assign', [obj(), ...[...args].reverse()], node);
    case 'object':
    case 'fromPairs':
      return callObjectFunction(m, 'Object.fromEntries', [first], node);
    case 'get':
      return memberAt(m, first, second, args[2], node);
    case 'has':
      return bool(defined(memberAt(m, first, second, undefined, node)));
    case 'isEmpty':
      return first.t === 'stored' || first.t === 'lit'
        ? bool({ op: 'not', of: truthy(first, placeOf(m.script, node)) })
        : undefined;
    case 'isFunction':
      return first.t === 'fn' ? lit(true) : undefined;
    case 'parseJSON':
      return m.callValue({ t: 'global', path: ['JSON', 'parse'] }, args, undefined, node);
    case 'trim':
      return callMethodOf(m, first, 'trim', [], node) ?? first;
    case 'proxy':
      return first;
    default:
  }
  const method = METHODS[name];
  if (method === undefined) return undefined;
  if (isUnseen(m, first))
    return onItems(m, first, method, args.slice(1), /^(?:\$|jQuery)$/.test(head) && name === 'each', node);
  if (first.t !== 'arr' && first.t !== 'stored' && first.t !== 'list') return undefined;
  // jQuery hands the index first.
  const swapped = (name === 'each' || name === 'forEach') && /^(?:\$|jQuery)$/.test(head) && second.t === 'fn';
  if (!swapped) return callMethodOf(m, first, method, args.slice(1), node);
  const items = first.t === 'arr' ? first.items : [first];
  for (const [index, item] of items.slice(0, 12).entries())
    m.under(first.t === 'arr' ? (first.when?.[index] ?? ALWAYS) : ALWAYS, () => {
      m.callValue(second, [lit(index), item], item, node);
    });
  return first;
}

/** A list out of sight. Lodash takes the name of a member for a function: `_.map(list, 'name')`. */
function onItems(
  m: Machine,
  list: Unseen,
  method: string,
  args: readonly MValue[],
  isSwapped: boolean,
  node: ESTree.Node,
): MValue | undefined {
  const [callback] = args;
  const member = stringOf(callback);
  if (member !== undefined && method === 'map')
    return arr([getMember(m, itemOf(list, placeOf(m.script, node)), member, node)], { open: true });
  if (!isSwapped || callback?.t !== 'fn') return callMethodOf(m, list, method, args, node);
  const turned = nativeFunction(m, 'each', ([item = UNDEF, index = UNDEF]) =>
    m.callValue(callback, [index, item], item, node),
  );
  callMethodOf(m, list, method, [turned], node);
  return list;
}

/** `_.get(object, 'a.b', fallback)` */
function memberAt(m: Machine, of: MValue, path: MValue, fallback: MValue | undefined, node: ESTree.Node): MValue {
  const keys =
    path.t === 'arr' ? path.items.map((item) => stringOf(item) ?? '') : (stringOf(path)?.split(/[.[\]]+/) ?? []);
  let value = of;
  for (const key of keys.slice(0, 10)) if (key !== '') value = getMember(m, value, key, node);
  return fallback ? ite(defined(value), value, fallback) : value;
}
