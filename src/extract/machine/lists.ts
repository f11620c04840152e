/** Methods of lists. */
import { ALWAYS, and, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { ite } from './cases.ts';
import { equals } from './compare.ts';
import { listen } from './handlers.ts';
import { recordPush } from './ignored.ts';
import { joined } from './literals.ts';
import type { Machine } from './machine.ts';
import { UNRESOLVED } from './names.ts';
import { recordCall } from './record.ts';
import { since } from './scope.ts';
import { truthy } from './truth.ts';
import { type Arr, arr, bool, FALSE, lit, type MValue, nameOf, stringOf, UNDEF, unknownValue } from './values.ts';

const MAX_ITEMS = 12;

/** A method of a list; undefined for one of which nothing is known. */
export function listMethod(
  m: Machine,
  of: Arr,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [callback] = args;
  const items = (): readonly MValue[] =>
    of.items.length === 0 && of.open ? [unknownValue('item')] : of.items.slice(0, MAX_ITEMS);
  const each = (visit: (value: MValue, index: number) => void): void => {
    for (const [index, item] of items().entries()) {
      if (callback)
        m.under(of.when?.[index] ?? ALWAYS, () =>
          visit(m.callValue(callback, [item, lit(index), of], undefined, node), index),
        );
    }
  };
  const test = (): Guard[] => {
    const guards: Guard[] = [];
    each((value, index) => void guards.push(and(of.when?.[index] ?? ALWAYS, truthy(value))));
    return guards;
  };
  switch (key) {
    case 'push':
    case 'unshift':
      if (of.items.length < 500) add(m, of, args);
      if (spreads(node) && args.some((arg) => arg.t === 'unknown')) of.open = true;
      for (const arg of args) if (arg.t === 'arr' && arg.isArguments) recordCall(m, ['', 'push'], [arg], 'call', node);
      recordPush(m, of, args, node);
      return lit(of.items.length);
    case 'forEach':
      each(() => undefined);
      return UNDEF;
    case 'map':
    case 'flatMap': {
      const mapped: MValue[] = [];
      each((value) => void mapped.push(value));
      return arr(mapped, { open: of.open, ...(of.when ? { when: of.when } : {}) });
    }
    case 'filter': {
      if (callback?.t === 'global')
        return arr([...of.items], { open: of.open, when: items().map((item) => truthy(item)) });
      const when = test();
      const kept = of.items
        .slice(0, MAX_ITEMS)
        .map((item, index) => ({ item, guard: when[index] ?? ALWAYS }))
        .filter(({ guard }) => guard !== NEVER);
      return arr(
        kept.map(({ item }) => item),
        { open: of.open, when: kept.map(({ guard }) => guard) },
      );
    }
    case 'find':
    case 'findLast': {
      let found: MValue = UNDEF;
      for (const [index, item] of [...items().entries()].reverse()) {
        const here = of.when?.[index] ?? ALWAYS;
        if (callback) found = ite(and(here, truthy(m.callValue(callback, [item], undefined, node))), item, found);
      }
      return found;
    }
    case 'some':
      return bool(or(...test()));
    case 'every':
      return bool(and(...test().map((one, index) => or(not(of.when?.[index] ?? ALWAYS), one))));
    case 'reduce': {
      let sum = args[1] ?? items()[0] ?? UNDEF;
      for (const item of args[1] ? items() : items().slice(1))
        if (callback) sum = m.callValue(callback, [sum, item], undefined, node);
      return sum;
    }
    case 'join': {
      const separator = stringOf(callback) ?? ',';
      return joined(
        of.items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
        m,
        node,
      );
    }
    case 'concat':
      return arr([...of.items, ...args.flatMap((arg) => (arg.t === 'arr' ? arg.items : [arg]))], {
        open: of.open || m.isUnbounded || args.some((arg) => arg.t === 'unknown' || (arg.t === 'arr' && arg.open)),
      });
    case 'slice':
      return arr(
        callback
          ? of.items.slice(callback.t === 'lit' && typeof callback.v === 'number' ? callback.v : 0)
          : [...of.items],
        { open: of.open },
      );
    case 'splice':
      return splice(m, of, args);
    case 'pop':
    case 'shift':
      return take(of, key);
    case 'entries':
      return arr(
        of.items.map((item, index) => arr([lit(index), item])),
        { open: of.open, ...(of.when ? { when: of.when } : {}) },
      );
    case 'values':
    case 'toSorted':
    case 'toReversed':
      return arr([...of.items], { open: of.open, ...(of.when ? { when: of.when } : {}) });
    case 'contains': {
      // Classes come and go: one that the markup does not have may be there.
      const there = of.items.some((item) => callback && equals(m, callback, item, node) === ALWAYS);
      return there ? bool(ALWAYS) : unknownValue('class');
    }
    case 'includes':
    case 'indexOf': {
      if (!callback) return FALSE;
      const found = or(
        ...items().map((item, index) => and(of.when?.[index] ?? ALWAYS, equals(m, callback, item, node))),
      );
      return key === 'includes' ? bool(found) : { t: 'index', found };
    }
    case 'reverse':
    case 'sort':
    case 'flat':
      return of;
    default:
      if (listen(m, of, key, args, node)) return of;
      return undefined;
  }
}

function spreads(node: ESTree.Node): boolean {
  return node.type === 'CallExpression' && node.arguments.some(({ type }) => type === 'SpreadElement');
}

/** `splice`: what it takes out of the list is what it gives; a list of unknown bounds keeps its items. */
function splice(m: Machine, of: Arr, args: readonly MValue[]): MValue {
  const [from, count, ...added] = args;
  const start = from?.t === 'lit' && typeof from.v === 'number' ? from.v : undefined;
  const length = count === undefined ? of.items.length : count.t === 'lit' ? Number(count.v) : undefined;
  if (start === undefined || length === undefined || Number.isNaN(length))
    return arr([...of.items], { open: of.open, ...(of.when ? { when: of.when } : {}) });
  const when = of.when && [...of.when];
  const taken = when?.splice(start, length, ...added.map(() => ALWAYS));
  const made = m.objectPaths.get(of);
  const here = made ? since(m.path, made) : ALWAYS;
  const items = of.items.slice(start, start < 0 ? undefined : start + length);
  // Under a condition the list may still be what it was.
  if (here === ALWAYS) {
    of.items.splice(start, length, ...added);
    if (when) of.when = when;
  } else add(m, of, added);
  return arr(items, { open: of.open, ...(taken ? { when: taken } : {}) });
}

/** A longer list whose items are there under conditions gives one of them: which one, is not known. */
const MAX_TAKEN = 12;

/** `pop`, `shift`: the item is taken out where it is there. */
function take(of: Arr, key: 'pop' | 'shift'): MValue {
  const item = key === 'pop' ? of.items.pop() : of.items.shift();
  const { when } = of;
  if (!item || !when) return item ?? UNDEF;
  const here = when[key === 'pop' ? of.items.length : 0] ?? ALWAYS;
  of.when = key === 'pop' ? when.slice(0, -1) : when.slice(1);
  // Where it is not there, it is the next one.
  const left = of.items.map((value, index) => ({ value, guard: of.when?.[index] ?? ALWAYS }));
  const next = key === 'pop' ? left.reverse() : left;
  let otherwise: MValue = next.length > MAX_TAKEN ? unknownValue(nameOf(item) || UNRESOLVED) : UNDEF;
  for (const { value, guard } of next.slice(0, MAX_TAKEN).reverse()) otherwise = ite(guard, value, otherwise);
  return ite(here, item, otherwise);
}

/** Items pushed under a condition are in the list under that condition. */
function add(m: Machine, of: Arr, args: readonly MValue[]): void {
  const made = m.objectPaths.get(of);
  const here = made ? since(m.path, made) : ALWAYS;
  if (here !== ALWAYS || of.when) {
    of.when = [...of.items.map((_, index) => of.when?.[index] ?? ALWAYS), ...args.map(() => here)];
  }
  of.items.push(...args);
  if (m.isUnbounded) of.open = true;
}
