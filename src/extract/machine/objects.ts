/** `Object`, `Reflect` and `Proxy`: functions of the language on objects. */

import { ALWAYS, type Guard } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { answerKeys } from './answers.ts';
import { casesOf, ite, mapCases } from './cases.ts';
import type { Machine } from './machine.ts';
import { getMember, memberOf } from './members.ts';
import { payloadOf } from './payloads.ts';
import { narrowed } from './scope.ts';
import { placeOf } from './script-text.ts';
import { overlay, readStored, storedContains, storeOf } from './stores.ts';
import { defined } from './truth.ts';
import { isUnseen, itemOf, type Unseen } from './unknown-lists.ts';
import { type Arr, arr, bool, lit, type MValue, type Obj, obj, stringOf, UNDEF, unknownValue } from './values.ts';
import { setMember } from './writes.ts';

/** The result of a function of `Object` or `Reflect`, or undefined. */
export function callObjectFunction(
  m: Machine,
  name: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [first = UNDEF, second = UNDEF, third = UNDEF] = args;
  switch (name) {
    case 'Object.assign':
      return assignAll(m, args, node);
    case 'Object.keys':
    case 'Object.getOwnPropertyNames':
    case 'Reflect.ownKeys':
    case 'Object.values':
    case 'Object.entries':
      return mapCases(first, (one) => listed(m, name, one, placeOf(m.script, node)));
    case 'Object.fromEntries':
      return mapCases(first, (one) => fromEntries(m, one, node));
    case 'Object.create': {
      const made = fresh(m, node);
      if (first.t === 'obj') made.proto = first;
      if (second.t === 'obj') for (const [key, how] of second.props) define(m, made, key, how, node);
      return made;
    }
    case 'Object.setPrototypeOf':
    case 'Reflect.setPrototypeOf':
      if (first.t === 'obj' && second.t === 'obj' && first !== second) first.proto = second;
      return first;
    case 'Object.getPrototypeOf':
    case 'Reflect.getPrototypeOf':
      return (first.t === 'obj' ? first.proto : undefined) ?? unknownValue('prototype');
    case 'Object.defineProperty':
    case 'Reflect.defineProperty': {
      const key = stringOf(second);
      if (key !== undefined) define(m, first, key, third, node);
      return first;
    }
    case 'Object.defineProperties':
      if (second.t === 'obj') for (const [key, how] of second.props) define(m, first, key, how, node);
      return first;
    case 'Object.hasOwn':
    case 'Reflect.has':
      return hasMember(m, first, second, node);
    case 'Reflect.get': {
      const key = stringOf(second);
      return key === undefined ? unknownValue('member') : getMember(m, first, key, node);
    }
    case 'Reflect.set': {
      const key = stringOf(second);
      if (key !== undefined) setMember(m, first, key, third, node);
      return lit(true);
    }
    case 'Reflect.apply':
      return m.callValue(first, third.t === 'arr' ? third.items : [], second, node);
    case 'Object.is':
      return undefined;
    default:
      return undefined;
  }
}

function fresh(m: Machine, node: ESTree.Node): Obj {
  const made = obj(placeOf(m.script, node));
  m.objectPaths.set(made, m.path);
  return made;
}

/** The keys, values or entries of an object whose members are all known. */
function listed(m: Machine, name: string, of: MValue, at: Location): MValue {
  const what = name.slice(name.indexOf('.') + 1);
  if (of.t === 'stored') return of;
  const where = storeOf(of);
  if (where) return { t: 'stored', store: where, key: undefined };
  if (of.t === 'arr' && what === 'values') return of;
  const words = of.t === 'event' ? answerKeys(of) : undefined;
  if (words && of.t === 'event') {
    const read = (key: string): MValue => payloadOf(m, { ...of, path: [...of.path, key] }, at);
    return arr(
      words.map((key) => (what === 'values' ? read(key) : what === 'entries' ? arr([lit(key), read(key)]) : lit(key))),
    );
  }
  if (isUnseen(m, of)) return what === 'values' || what === 'entries' ? entriesOf(of, what, at) : unknownValue(what);
  if (of.t !== 'obj') return unknownValue(what);
  const keys = [...of.props.keys(), ...(of.getters?.keys() ?? [])];
  const read = (key: string): MValue => narrowed(memberOf(m, of, key) ?? UNDEF, m.path);
  // A key that is set under a condition is there under that condition.
  const when = keys.map((key) => (of.getters?.has(key) ? ALWAYS : presence(of.props.get(key))));
  const items = keys.map((key): MValue => {
    if (what === 'values') return read(key);
    return what === 'entries' ? arr([lit(key), read(key)]) : lit(key);
  });
  const others = of.rest.flatMap((one) => (isUnseen(m, one) ? entriesOf(one, what, at).items : []));
  if (of.rest.length > 0 && items.length + others.length === 0) return unknownValue(what);
  return arr([...items, ...others], {
    open: of.rest.length > 0,
    ...(when.every((one) => one === ALWAYS) ? {} : { when: [...when, ...others.map(() => ALWAYS)] }),
  });
}

/** The values or entries of what is not in sight: each may be any of its members. */
function entriesOf(of: Unseen, what: string, at: Location): Arr {
  const item = itemOf(of, at);
  const entry = what === 'values' ? item : what === 'entries' ? arr([unknownValue('key'), item]) : unknownValue('key');
  return arr([entry], { open: true, at });
}

/** `ite(guard, value, undefined)` is how a member looks that is set under a condition. */
function presence(value: MValue | undefined): Guard {
  if (value?.t !== 'ite' || value.no !== UNDEF) return ALWAYS;
  return value.guard;
}

function fromEntries(m: Machine, from: MValue, node: ESTree.Node): MValue {
  if (from.t === 'stored') return from;
  const made = fresh(m, node);
  if (from.t === 'keyed') {
    for (const { key, value, here } of from.entries) addEntry(made, key, value, here);
    if (from.open) made.rest.push(unknownValue('entries'));
    return made;
  }
  if (from.t === 'unknown' && from.origins.some(({ whole }) => whole)) return from;
  if (from.t !== 'arr') return unknownValue(from.t === 'unknown' ? from.name : 'entries');
  for (const [index, pair] of from.items.slice(0, 100).entries()) {
    if (pair.t === 'arr') addEntry(made, pair.items[0] ?? UNDEF, pair.items[1] ?? UNDEF, from.when?.[index] ?? ALWAYS);
    else made.rest.push(pair);
  }
  if (from.open) made.rest.push(unknownValue('entries'));
  return made;
}

function addEntry(made: Obj, key: MValue, value: MValue, here: Guard): void {
  const name = stringOf(key);
  if (name === undefined) made.rest.push(value);
  else made.props.set(name, ite(here, value, made.props.get(name) ?? UNDEF));
}

function define(m: Machine, target: MValue, key: string, how: MValue, node: ESTree.Node): void {
  const get = how.t === 'obj' ? how.props.get('get') : undefined;
  const set = how.t === 'obj' ? how.props.get('set') : undefined;
  if ((target.t === 'obj' || target.t === 'class') && (get?.t === 'fn' || set?.t === 'fn')) {
    const at = target.t === 'class' ? target : accessorsOf(target);
    if (get?.t === 'fn') at.getters.set(key, { ...get, self: target });
    if (set?.t === 'fn') at.setters.set(key, { ...set, self: target });
    return;
  }
  const value = how.t === 'obj' ? how.props.get('value') : undefined;
  if (value) setMember(m, target, key, value, node);
}

function accessorsOf(of: Obj): {
  getters: NonNullable<Obj['getters']>;
  setters: NonNullable<Obj['setters']>;
} {
  of.getters ??= new Map();
  of.setters ??= new Map();
  return { getters: of.getters, setters: of.setters };
}

/** `key in object`, `Object.hasOwn(object, key)`. */
export function hasMember(m: Machine, of: MValue, key: MValue, node: ESTree.Node): MValue {
  const name = stringOf(key);
  const where = storeOf(of);
  if (where && name !== undefined)
    return bool(defined(readStored(m, where, name, placeOf(m.script, node)), placeOf(m.script, node)));
  if (of.t === 'stored') return bool(storedContains(of, name, placeOf(m.script, node)));
  if (of.t !== 'obj' || name === undefined || of.rest.length > 0) return unknownValue('member');
  const member = memberOf(m, of, name);
  return member ? bool(defined(member, placeOf(m.script, node))) : lit(false);
}

function assignAll(m: Machine, args: readonly MValue[], node: ESTree.Node): MValue {
  const [target, ...sources] = args;
  if (!target) return UNDEF;
  for (const source of sources) {
    for (const { guard, value } of casesOf(source)) {
      if (value.t === 'obj') {
        m.under(guard, () => {
          for (const [key, inner] of value.props) setMember(m, target, key, inner, node);
        });
        if (target.t === 'obj') target.rest.push(...value.rest);
      } else if (value.t === 'stored' && target.t === 'obj') {
        overlay(m, target.props, value, guard === ALWAYS ? undefined : guard);
        target.rest.push(value);
      } else if (target.t === 'obj' && value.t !== 'lit') target.rest.push(value);
    }
  }
  return target;
}

/** `new Proxy(target, handler)`: reads and writes go through the handler's functions. */
export function newProxy(m: Machine, target: MValue, handler: MValue, node: ESTree.Node): MValue {
  if (target.t !== 'obj' || handler.t !== 'obj') return target;
  const get = handler.props.get('get');
  const set = handler.props.get('set');
  if (get?.t !== 'fn' && set?.t !== 'fn') return target;
  const made = fresh(m, node);
  made.proto = target;
  made.traps = {
    target,
    ...(get?.t === 'fn' ? { get } : {}),
    ...(set?.t === 'fn' ? { set } : {}),
  };
  return made;
}
