/** Members that are written: of objects, elements, lists, and of window. */

import { ALWAYS } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { ite } from './cases.ts';
import { isHandlerProperty, setElementProperty, setGlobalHandler } from './dom.ts';
import type { Machine } from './machine.ts';
import { setterOf } from './members.ts';
import { offer } from './offered.ts';
import { hostElement } from './page-elements.ts';
import { isObserved, sameValue } from './reactive-values.ts';
import { recordAssignment } from './record.ts';
import { ROOT, since } from './scope.ts';
import { placeOf } from './script-text.ts';
import { store, storeCookie } from './stores.ts';
import { global, lit, type MValue, nameOf, stringOf, UNDEF } from './values.ts';

/** Writes a member: where it is a vendor's, that is a use of it. */
export function setMember(m: Machine, of: MValue, key: string, value: MValue, node: ESTree.Node): void {
  const at = placeOf(m.script, node);
  switch (of.t) {
    case 'global':
      setGlobal(m, of.path, key, value, node);
      return;
    case 'obj': {
      if (isObserved(of) && !sameValue(of.props.get(key) ?? UNDEF, value)) m.stale = true;
      if (of.traps) {
        const { target, set } = of.traps;
        if (set) m.callFunction(set, [target, lit(key), value, of], undefined);
        else setMember(m, target, key, value, node);
        return;
      }
      const element = /^(?:inner|outer)HTML$/.test(key) ? hostElement(of) : undefined;
      if (element) {
        setElementProperty(m, element, key, value, node);
        return;
      }
      const setter = setterOf(of, key);
      if (setter) {
        m.callFunction(setter, [value], of);
        return;
      }
      const made = m.objectPaths.get(of);
      const when = made ? since(m.path, made) : since(m.path, m.frame.entry);
      of.props.set(key, ite(when, value, of.props.get(key) ?? UNDEF));
      of.places.set(key, at);
      if (value.t === 'fn' && value.name === '') value.name = key;
      return;
    }
    case 'arr': {
      const index = Number(key);
      if (!Number.isInteger(index) || index < 0 || index >= 1000) return;
      while (of.items.length < index) of.items.push(UNDEF);
      of.items[index] = value;
      return;
    }
    case 'elem':
      setElementProperty(m, of, key, value, node);
      return;
    case 'fn':
    case 'class': {
      const setter = of.t === 'class' ? of.setters.get(key) : undefined;
      if (setter) {
        m.callFunction(setter, [value], of);
        return;
      }
      of.props.set(key, of.t === 'class' ? ite(m.path.all, value, of.props.get(key) ?? UNDEF) : value);
      if (value.t === 'fn' && value.name === '') value.name = key;
      return;
    }
    case 'ite':
      m.under(of.guard, () => setMember(m, of.yes, key, value, node));
      return;
    default:
      if (isHandlerProperty(key)) setGlobalHandler(m, nameOf(of), key, value, node);
  }
}

function setGlobal(m: Machine, path: readonly string[], key: string, value: MValue, node: ESTree.Node): void {
  const full = [...path, key];
  if (value.t === 'fn' && value.name === '') value.name = full.join('.');
  recordAssignment(m, full, value, node);
  // What a vendor's script calls when it is there: `Chat.onLoad = function () { … }`.
  if (path.length > 0 && m.catalog.vendorGlobals.has(path[0] ?? '')) offer(m, value);
  if (isHandlerProperty(key) && (path.length === 0 || path[0] === 'document')) {
    setGlobalHandler(m, path[0] ?? 'window', key, value, node);
    return;
  }
  // An element's id is a property of window: `accept.onclick = …`.
  const [id] = path;
  if (id !== undefined && path.length === 1 && isHandlerProperty(key) && m.host.elementIds.has(id)) {
    setGlobalHandler(m, `#${id}`, key, value, node);
    return;
  }
  if (path.length === 0) {
    const cell = m.global.cells.get(key);
    if (cell) cell.write(value, m.path);
    // Before, and where it is not written, it is undefined.
    else m.global.declare(key, UNDEF, ROOT).write(value, m.path);
    return;
  }
  const [head] = path;
  const isStore = path.length === 1 && (head === 'localStorage' || head === 'sessionStorage');
  const isCookie = path.length === 1 && head === 'document' && key === 'cookie';
  if (isCookie) storeCookie(m, value);
  if (isStore) store(m, head === 'localStorage' ? 'local' : 'session', key, value);
  // What is stored is read where it is stored. One cookie that is not known whole, or set by a handler, tells nothing of all.
  if (isStore || (isCookie && (stringOf(value) === undefined || m.tasks.phase !== undefined))) return;
  const name = full.join('.');
  const before = m.overrides.get(name);
  m.overrides.set(
    name,
    value.t === 'fn' || isCookie || m.path.all === ALWAYS ? value : ite(m.path.all, value, before ?? global(full)),
  );
}
