/** Stores of state that components of several files share, as the packages for them make them. */

import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { nativeFunction } from './promises.ts';
import { effect, rerun } from './reactive.ts';
import { box, isBox, observe } from './reactive-values.ts';
import { placeOf } from './script-text.ts';
import { overlay } from './stores.ts';
import { arr, type Fn, lit, type MValue, type Obj, obj, type Stored, stringOf, UNDEF, unknownValue } from './values.ts';
import { setMember } from './writes.ts';

const PACKAGES = /^module:(?:zustand|jotai|recoil|nanostores|@nanostores\/|valtio|@reduxjs\/toolkit|react-redux)/;

/** The result of a function of such a package, or undefined. `path` begins with the module. */
export function callStateStore(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [head = '', name = ''] = path;
  if (!PACKAGES.test(head)) return undefined;
  const [first, second] = args;
  // With types the function is called twice: `create<State>()((set) => …)`.
  if (/^(?:create|createStore|createWithEqualityFn)$/.test(name) && head.startsWith('module:zustand'))
    return first
      ? hookStore(m, first, node)
      : nativeFunction(m, name, ([initial]) => (initial ? hookStore(m, initial, node) : UNDEF));
  switch (name) {
    case 'persist':
      return first ? persisted(m, first, second, node) : undefined;
    case 'devtools':
    case 'immer':
    case 'subscribeWithSelector':
    case 'combine':
      return first?.t === 'obj' && second?.t === 'fn' ? merged(m, first, second, node) : first;
    case 'proxy':
      return first?.t === 'obj' ? observe(first) : first;
    case 'useSnapshot':
      return first;
    case 'atom':
    case 'map':
    case 'selector':
      return atomOf(m, first ?? UNDEF, node);
    case 'atomWithStorage': {
      const key = stringOf(first);
      const stored: MValue = { t: 'stored', store: 'local', key, at: placeOf(m.script, node) };
      return box(m, second?.t === 'lit' && second.v ? unknownValue(key) : stored);
    }
    case 'useAtom':
    case 'useRecoilState':
      return isBox(first) ? arr([getMember(m, first, 'value', node), setterOf(m, first, node)]) : undefined;
    case 'useAtomValue':
    case 'useRecoilValue':
    case 'useStore':
      return isBox(first) ? getMember(m, first, 'value', node) : undefined;
    case 'useSetAtom':
    case 'useSetRecoilState':
      return isBox(first) ? setterOf(m, first, node) : undefined;
    case 'createSlice':
      return first?.t === 'obj' ? slice(m, first, node) : undefined;
    case 'configureStore':
      return first?.t === 'obj' ? configured(m, first, node) : undefined;
    case 'useSelector':
      return first?.t === 'fn' && m.shared.has(REDUX)
        ? m.callValue(first, [m.shared.get(REDUX) ?? UNDEF], undefined, node)
        : undefined;
    case 'useDispatch':
      return nativeFunction(m, 'dispatch', ([action]) => dispatched(m, action, node));
    default:
      return undefined;
  }
}

/** `create((set, get) => ({ … }))`: a hook that gives the state, or what a selector picks of it. */
function hookStore(m: Machine, initial: MValue, node: ESTree.Node): Fn {
  const state = observe(obj(placeOf(m.script, node)));
  m.objectPaths.set(state, m.path);
  const set = nativeFunction(m, 'set', ([change]) => {
    const changes = change?.t === 'fn' ? m.callValue(change, [state], undefined, node) : change;
    if (changes?.t === 'obj') for (const [key, value] of changes.props) setMember(m, state, key, value, node);
    return UNDEF;
  });
  const get = nativeFunction(m, 'get', () => state);
  const api = obj();
  const hook = nativeFunction(m, 'useStore', ([selector]) =>
    selector?.t === 'fn' ? m.callValue(selector, [state], undefined, node) : state,
  );
  const subscribe = nativeFunction(m, 'subscribe', (args) => {
    const listener = args.find((arg) => arg.t === 'fn');
    const picked = args.length > 1 ? args[0] : undefined;
    const told = (): MValue => (picked?.t === 'fn' ? m.callValue(picked, [state], undefined, node) : state);
    if (listener)
      effect(
        m,
        rerun(
          m,
          say`runs in subscribe()`,
          node,
          () => void m.callValue(args.at(-1) ?? listener, [told()], undefined, node),
        ),
      );
    return unknownValue('unsubscribe');
  });
  for (const [name, fn] of Object.entries({ setState: set, getState: get, getInitialState: get, subscribe })) {
    api.props.set(name, fn);
    hook.props.set(name, fn);
  }
  const made = m.callValue(initial, [set, get, api], undefined, node);
  if (made.t === 'obj') {
    for (const [key, value] of made.props) if (!state.props.has(key)) state.props.set(key, value);
    if (made.getters) state.getters = made.getters;
    state.rest.push(...made.rest);
  }
  return hook;
}

/** `persist(initial, { name: 'consent' })`: what is stored under the name stands in front. */
function persisted(m: Machine, initial: MValue, options: MValue | undefined, node: ESTree.Node): Fn {
  return nativeFunction(m, 'persist', (args) => {
    const made = m.callValue(initial, args, undefined, node);
    if (made.t !== 'obj') return made;
    const key = options?.t === 'obj' ? stringOf(options.props.get('name')) : undefined;
    const saved: Stored = { t: 'stored', store: 'local', key, member: 'state', at: placeOf(m.script, node) };
    const actions = new Map([...made.props].filter(([, value]) => value.t === 'fn'));
    overlay(m, made.props, saved, undefined);
    for (const [name, action] of actions) made.props.set(name, action);
    return made;
  });
}

/** `combine({ … }, (set) => ({ … }))` */
function merged(m: Machine, state: Obj, actions: Fn, node: ESTree.Node): Fn {
  return nativeFunction(m, 'combine', (args) => {
    const made = m.callValue(actions, args, undefined, node);
    if (made.t === 'obj') for (const [key, value] of state.props) made.props.set(key, value);
    return made;
  });
}

/** `atom(false)`, `atom({ key, default })`, `atom((get) => get(other))`. */
function atomOf(m: Machine, initial: MValue, node: ESTree.Node): MValue {
  const read = nativeFunction(m, 'get', ([of]) => (isBox(of) ? getMember(m, of, 'value', node) : UNDEF));
  if (initial.t === 'fn') return box(m, m.callValue(initial, [read], undefined, node));
  if (initial.t !== 'obj' || !initial.props.has('key')) return box(m, initial);
  const get = initial.props.get('get');
  if (get?.t !== 'fn') return box(m, initial.props.get('default') ?? UNDEF);
  const given = obj();
  given.props.set('get', read);
  return box(m, m.callValue(get, [given], undefined, node));
}

function setterOf(m: Machine, of: Obj, node: ESTree.Node): Fn {
  return nativeFunction(m, 'set', ([next]) => {
    const value = next?.t === 'fn' ? m.callValue(next, [getMember(m, of, 'value', node)], undefined, node) : next;
    setMember(m, of, 'value', value ?? UNDEF, node);
    return UNDEF;
  });
}

const REDUX = 'store of reducers';
const SLICES = new WeakMap<Obj, { readonly state: MValue; readonly name: string }>();

/** `createSlice({ name, initialState, reducers })` */
function slice(m: Machine, options: Obj, node: ESTree.Node): Obj {
  const initial = options.props.get('initialState') ?? UNDEF;
  const state = initial.t === 'fn' ? m.callValue(initial, [], undefined, node) : initial;
  if (state.t === 'obj') observe(state);
  const made = obj(placeOf(m.script, node));
  const actions = obj();
  const reducers = options.props.get('reducers');
  if (reducers?.t === 'obj') {
    for (const [name, reducer] of reducers.props) {
      if (reducer.t !== 'fn') continue;
      actions.props.set(
        name,
        nativeFunction(m, name, ([payload]) =>
          nativeFunction(m, 'action', () => {
            const action = obj();
            action.props.set('payload', payload ?? UNDEF);
            action.props.set('type', lit(name));
            const next = m.callValue(reducer, [state, action], undefined, node);
            if (next.t === 'obj' && next !== state && state.t === 'obj')
              for (const [key, value] of next.props) setMember(m, state, key, value, node);
            return UNDEF;
          }),
        ),
      );
    }
  }
  const reducer = obj();
  SLICES.set(reducer, { state, name: stringOf(options.props.get('name')) ?? '' });
  made.props.set('actions', actions);
  made.props.set('reducer', reducer);
  return made;
}

/** `configureStore({ reducer: { consent: slice.reducer } })` */
function configured(m: Machine, options: Obj, node: ESTree.Node): Obj {
  const reducers = options.props.get('reducer');
  const whole = obj(placeOf(m.script, node));
  if (reducers?.t === 'obj') {
    for (const [key, reducer] of reducers.props) {
      const known = reducer.t === 'obj' ? SLICES.get(reducer) : undefined;
      whole.props.set(key, known?.state ?? unknownValue(key));
    }
  }
  m.shared.set(REDUX, whole);
  const store = obj(placeOf(m.script, node));
  store.props.set(
    'getState',
    nativeFunction(m, 'getState', () => whole),
  );
  store.props.set(
    'dispatch',
    nativeFunction(m, 'dispatch', ([action]) => dispatched(m, action, node)),
  );
  store.props.set(
    'subscribe',
    nativeFunction(m, 'subscribe', ([listener]) => {
      if (listener)
        effect(
          m,
          rerun(m, say`runs in subscribe()`, node, () => void m.callValue(listener, [], undefined, node)),
        );
      return unknownValue('unsubscribe');
    }),
  );
  return store;
}

function dispatched(m: Machine, action: MValue | undefined, node: ESTree.Node): MValue {
  if (action?.t === 'fn') m.callValue(action, [], undefined, node);
  return action ?? UNDEF;
}
