/** Binding patterns: names, destructuring, defaults. */
import { ALWAYS } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { ite } from './cases.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { withoutPart } from './named-parts.ts';
import { isWindowName } from './names.ts';
import { sameValue } from './reactive-values.ts';
import { recordAssignment } from './record.ts';
import type { Scope } from './scope.ts';
import { defined } from './truth.ts';
import { arr, global, type MValue, obj, stringOf, unknownValue } from './values.ts';
import { setMember } from './writes.ts';

export type BindingKind = 'var' | 'let' | 'const' | 'using' | 'await using' | 'assign' | 'param';

/** Binds a value to a pattern: declares its names, or writes to them (`assign`). */
export function declare(m: Machine, target: ESTree.Node, value: MValue, scope: Scope, kind: BindingKind): void {
  m.spend();
  switch (target.type) {
    case 'Identifier':
      bindName(m, target, value, scope, kind);
      return;
    case 'MemberExpression': {
      const object = m.evaluate(target.object, scope);
      const key = memberKey(m, target, scope);
      if (key !== undefined) setMember(m, object, key, value, target);
      return;
    }
    case 'AssignmentPattern': {
      const { right } = target;
      const there = value.t === 'lit' && value.v === null ? ALWAYS : defined(value);
      declare(m, target.left, right ? ite(there, value, m.evaluate(right, scope)) : value, scope, kind);
      return;
    }
    case 'ObjectPattern': {
      const taken = new Set<string>();
      for (const property of target.properties) {
        if (property.type === 'RestElement') {
          declare(m, property.argument, othersOf(value, taken), scope, kind);
        } else if (property.type === 'Property') {
          const key = property.computed
            ? stringOf(m.evaluate(property.key, scope))
            : property.key.type === 'Identifier'
              ? property.key.name
              : property.key.type === 'Literal'
                ? String(property.key.value)
                : undefined;
          if (key === undefined) continue;
          taken.add(key);
          declare(m, property.value, getMember(m, value, key, property), scope, kind);
        }
      }
      return;
    }
    case 'ArrayPattern':
      for (const [index, element] of target.elements.entries()) {
        if (!element) continue;
        if (element.type === 'RestElement') {
          const items = value.t === 'arr' ? value.items.slice(index) : [];
          const open = value.t !== 'arr' || value.open;
          declare(m, element.argument, value.t === 'stored' ? value : arr(items, { open }), scope, kind);
        } else declare(m, element, getMember(m, value, String(index), element), scope, kind);
      }
      return;
    case 'RestElement':
      declare(m, target.argument, value, scope, kind);
      return;
    default:
      if ('parameter' in target && isNode(target.parameter)) declare(m, target.parameter, value, scope, kind);
  }
}

/** `{ a, b, ...others }`: what an object has besides those that are taken. */
function othersOf(value: MValue, taken: ReadonlySet<string>): MValue {
  const others = obj();
  const without = (one: MValue): MValue => [...taken].reduce((left, key) => withoutPart(left, key), one);
  if (value.t !== 'obj' || value.traps || value.getters) {
    others.rest = [without(value)];
    return others;
  }
  for (const [key, member] of value.props) if (!taken.has(key)) others.props.set(key, member);
  for (const [key, place] of value.places) if (!taken.has(key)) others.places.set(key, place);
  others.rest = value.rest.map(without);
  return others;
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function bindName(m: Machine, target: ESTree.Identifier, value: MValue, scope: Scope, kind: BindingKind): void {
  const { name } = target;
  // A value that is known by no other name is known by the variable's.
  const isWindow = kind === 'param' && (value.t === 'unknown' || value.t === 'event') && isWindowName(name);
  const named = isWindow
    ? global([])
    : value.t === 'unknown' && value.name === ''
      ? unknownValue(name, value.origins, value.at, value.transforms)
      : value;
  if (value.t === 'fn' && value.name === '') value.name = name;
  if (kind === 'assign' || kind === 'var') {
    const cell = scope.find(name) ?? undefined;
    if (cell && (kind === 'assign' || scope.functionScope.cells.get(name) === cell)) {
      if (cell.watched && !sameValue(cell.value, named)) m.stale = true;
      cell.write(named, m.path);
      if (m.global.cells.get(name) === cell) recordAssignment(m, [name], named, target);
      return;
    }
    if (kind === 'assign') {
      setMember(m, { t: 'global', path: [] }, name, named, target);
      return;
    }
  }
  const home = kind === 'var' ? scope.functionScope : scope;
  home.declare(name, named, m.path);
  if (home === m.global) recordAssignment(m, [name], named, target);
}

/** The name of a member: `.name`, `['name']`, or a computed name that is known. */
export function memberKey(m: Machine, node: ESTree.MemberExpression, scope: Scope): string | undefined {
  return memberKeyOf(m, node, scope).text;
}

/** The name of a member, and what is known of a computed one. */
export function memberKeyOf(
  m: Machine,
  node: ESTree.MemberExpression,
  scope: Scope,
): { readonly text: string | undefined; readonly value?: MValue } {
  const { property } = node;
  if (!node.computed)
    return {
      text:
        property.type === 'Identifier'
          ? property.name
          : property.type === 'PrivateIdentifier'
            ? `#${property.name}`
            : undefined,
    };
  const value = m.evaluate(property, scope);
  return { text: stringOf(value), value };
}
