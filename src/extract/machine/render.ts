/** Components: their state, and what is rendered inside them. */
import type { ESTree } from '../../parse/script.ts';
import { sameGuard } from './atoms.ts';
import { casesOf, ite } from './cases.ts';
import type { Machine } from './machine.ts';
import { nativeFunction } from './promises.ts';
import { asBox } from './reactive-values.ts';
import { truthy } from './truth.ts';
import { arr, type Fn, type MValue, type Obj, obj, UNDEF } from './values.ts';
import { setMember } from './writes.ts';

/**
 * `useState(initial)`: the initial value, or what the page's code set under its conditions; what is rendered with another
 * value is rendered anew once everything else has run.
 */
export function stateOf(m: Machine, initial: MValue | undefined, node: ESTree.Node): MValue {
  let value = m.states.get(node);
  if (!value) {
    value = initial?.t === 'fn' ? m.callValue(initial, [], undefined, node) : (initial ?? UNDEF);
    m.states.set(node, value);
  }
  const setter = nativeFunction(m, 'setState', ([next]) => {
    const before = m.states.get(node) ?? UNDEF;
    const after = next?.t === 'fn' ? m.callValue(next, [before], undefined, node) : (next ?? UNDEF);
    const when = m.path.all;
    if (before.t === 'ite' && sameGuard(before.guard, when)) return UNDEF;
    if (before.t === 'lit' && after.t === 'lit' && before.v === after.v) return UNDEF;
    m.states.set(node, ite(when, after, before));
    m.stale = true;
    return UNDEF;
  });
  return arr([value, setter]);
}

/**
 * A hook over a cookie or storage key: the stored value, or the default that it is given. Some give the value itself with a
 * `value` member, some a pair.
 */
export function storedState(m: Machine, stored: MValue, initial: MValue | undefined, node: ESTree.Node): MValue {
  const option =
    initial?.t === 'obj'
      ? (initial.props.get('default') ?? initial.props.get('defaultValue') ?? UNDEF)
      : (initial ?? UNDEF);
  const fallback = option.t === 'fn' ? m.callValue(option, [], undefined, node) : option;
  const value =
    fallback.t === 'lit' && (fallback.v === undefined || fallback.v === null)
      ? stored
      : ite(truthy(stored), stored, fallback);
  const pair = asBox(obj());
  pair.props.set('0', value);
  pair.props.set('value', value);
  m.objectPaths.set(pair, m.path);
  pair.props.set(
    '1',
    nativeFunction(m, 'set', () => UNDEF),
  );
  pair.rest = [stored];
  return pair;
}

/** `this.setState({ … })` of a class component. */
export function setState(m: Machine, component: Obj, changes: MValue | undefined, node: ESTree.Node): MValue {
  const state = component.props.get('state');
  if (state && changes?.t === 'obj') for (const [key, value] of changes.props) setMember(m, state, key, value, node);
  return UNDEF;
}

const CHILDREN = new WeakSet<object>();

/** What stands between a component's tags: rendered where the component puts it. */
export function childrenOf(m: Machine, render: () => void): Fn {
  const children = nativeFunction(m, 'children', () => {
    render();
    return UNDEF;
  });
  CHILDREN.add(children.props);
  return children;
}

/** Renders the children in a value, under the conditions of each alternative. */
export function renderChildren(m: Machine, value: MValue): void {
  for (const { guard, value: one } of casesOf(value)) {
    if (one.t !== 'fn' || !one.native || !CHILDREN.has(one.props)) continue;
    const { native } = one;
    m.under(guard, () => native([]));
  }
}

interface Context {
  value: MValue;
  readonly box: Obj;
}

const CONTEXTS = new WeakMap<Obj, Context>();

/** `createContext(initial)`: what components below a provider read. */
export function createContext(initial: MValue | undefined): Obj {
  const box = obj();
  CONTEXTS.set(box, { value: initial ?? UNDEF, box });
  box.props.set('Provider', box);
  return box;
}

export function contextOf(value: MValue): Context | undefined {
  return value.t === 'obj' ? CONTEXTS.get(value) : undefined;
}

/** Renders what stands in a provider, with its value. */
export function provide(m: Machine, context: Context, value: MValue | undefined, render: () => void): void {
  const before = context.value;
  if (value) context.value = value;
  render();
  m.spend();
  context.value = before;
}
