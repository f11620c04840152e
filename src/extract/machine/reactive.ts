/** The reactive functions of Vue, Nuxt, Svelte and their kin: references, derived values, watchers, effects, stores. */
import { ALWAYS, condition, type Guard } from '../../model/guard.ts';
import { type Phrase, say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { injected } from './classes.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { topicOf } from './names.ts';
import { nativeFunction } from './promises.ts';
import { asBox, box, isBox, observe, sameValue } from './reactive-values.ts';
import { placeOf } from './script-text.ts';
import { arr, type Fn, lit, type MValue, nameOf, type Obj, obj, stringOf, UNDEF, unknownValue } from './values.ts';
import { setMember } from './writes.ts';

/** Hooks that run once a component is on the page. */
const MOUNT = new Set([
  'onMounted',
  'onMount',
  'onBeforeMount',
  'onNuxtReady',
  'onActivated',
  'tryOnMounted',
  'onAppMounted',
  'callOnce',
]);
const EFFECT = new Set([
  'effect',
  'watchEffect',
  'watchPostEffect',
  'watchSyncEffect',
  '$effect',
  '$effect.pre',
  '$effect.root',
]);
const REFERENCE = new Set(['ref', 'shallowRef', 'customRef', 'writable', 'readable', 'signal', 'toRef', 'refDefault']);

/** The result of a reactive function, or undefined. `name` is the last part of its path (`$state.raw` both). */
export function callReactive(m: Machine, name: string, args: readonly MValue[], node: ESTree.Node): MValue | undefined {
  const [first, second] = args;
  if (MOUNT.has(name) && first) {
    const run = rerun(m, say`runs in ${name}()`, node, () => void m.callValue(first, [], undefined, node));
    if (m.instance) m.instance.mounted.push(run);
    else run();
    return UNDEF;
  }
  if (EFFECT.has(name) && first) {
    effect(
      m,
      rerun(m, say`runs in ${name}()`, node, () => void m.callValue(first, [], undefined, node)),
    );
    return UNDEF;
  }
  if (REFERENCE.has(name)) {
    if (isBox(first)) return first;
    return name === 'toRef' && second
      ? memberBox(m, first, stringOf(second), node)
      : reference(m, first ?? UNDEF, node);
  }
  switch (name) {
    case '$state':
    case '$state.raw':
    case '$derived':
    case '$bindable':
    case '$state.snapshot':
    case 'markRaw':
    case 'toRaw':
    case 'readonly':
      return first?.t === 'obj' ? observe(first) : (first ?? UNDEF);
    case 'unref':
    case 'toValue':
    case 'get':
      if (isBox(first)) return getMember(m, first, 'value', node);
      if (name === 'get') return undefined;
      return first?.t === 'fn' ? m.callValue(first, [], undefined, node) : (first ?? UNDEF);
    case '$derived.by':
      return first ? m.callValue(first, [], undefined, node) : UNDEF;
    case 'reactive':
    case 'shallowReactive':
      return first?.t === 'obj' ? observe(first) : undefined;
    case 'toRefs':
    case 'storeToRefs':
      return first?.t === 'obj' ? references(m, first, node) : first;
    case 'computed':
    case 'computedAsync':
      return computed(m, first, node);
    case 'derived':
      return first && second?.t === 'fn' ? derived(m, first, second, node) : undefined;
    case 'watch':
    case 'watchImmediate':
    case 'whenever':
    case 'watchOnce':
    case 'until':
      return first && second?.t === 'fn' ? watch(m, name, first, second, args[2], node) : undefined;
    case 'useState':
      // Nuxt's has a key, and gives a reference.
      return first && stringOf(first) !== undefined && second?.t === 'fn'
        ? shared(m, stringOf(first) ?? '', second, node)
        : undefined;
    case 'provide':
    case 'setContext':
      if (stringOf(first) !== undefined && second) m.provided.set(stringOf(first) ?? '', second);
      return undefined;
    case 'inject':
    case 'getContext': {
      if (first?.t === 'class') return injected(m, first);
      const key = stringOf(first);
      return key === undefined ? undefined : (m.provided.get(key) ?? unknownValue(key, [], placeOf(m.script, node)));
    }
    case 'makeAutoObservable':
    case 'makeObservable':
      return first?.t === 'obj' ? observe(first) : undefined;
    case 'defineStore':
      return store(m, args, node);
    case 'persisted':
    case 'localStorageStore':
    case 'persistentAtom':
    case 'persistentStore': {
      const key = stringOf(first);
      if (key === undefined) return undefined;
      const stored: MValue = { t: 'stored', store: 'local', key, at: placeOf(m.script, node) };
      const empty = !second || (second.t === 'lit' && !second.v) || second.t === 'obj';
      return reference(m, empty ? stored : unknownValue(key), node);
    }
    default:
      return undefined;
  }
}

/** Methods of references and stores. */
export function callBox(
  m: Machine,
  of: Obj,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  if (!isBox(of)) return undefined;
  const [first] = args;
  switch (key) {
    case 'set':
    case 'next':
      setMember(m, of, 'value', first ?? UNDEF, node);
      return UNDEF;
    case 'asReadonly':
      return of;
    case 'update':
      if (first)
        setMember(m, of, 'value', m.callValue(first, [getMember(m, of, 'value', node)], undefined, node), node);
      return UNDEF;
    case 'get':
    case 'peek':
    case 'getValue':
      return getMember(m, of, 'value', node);
    case 'listen':
      if (first)
        effect(
          m,
          rerun(
            m,
            say`runs in ${key}()`,
            node,
            () => void m.callValue(first, [getMember(m, of, 'value', node)], undefined, node),
          ),
        );
      return unknownValue('unsubscribe');
    default:
      return undefined;
  }
}

/** Runs now (after the set-up of a component, if in one), and again whenever something that components show has changed. */
export function effect(m: Machine, run: () => void): void {
  if (m.instance) {
    m.instance.mounted.push(run);
    m.instance.effects.push(run);
    return;
  }
  m.roots.push(run);
  run();
}

const FUEL = 20_000;

/** A job that can be done again later, under the conditions that hold here. */
export function rerun(m: Machine, message: Phrase, node: ESTree.Node, job: () => void): () => void {
  const { script, path, reached } = m;
  const steps = [...m.steps, { message, location: placeOf(script, node) }].slice(-8);
  return () => {
    const { instance } = m;
    m.instance = undefined;
    m.within({ script, path, steps, reached, fuel: FUEL }, job);
    m.instance = instance;
  };
}

/** References keep what was written to them: one for each place in the code and component. */
function reference(m: Machine, value: MValue, node: ESTree.Node): Obj {
  // Outside of components (a composable's own `ref`), the same place is the same reference wherever it is called from.
  const known = m.states.get(node);
  if (isBox(known)) return known;
  const made = box(m, value);
  m.states.set(node, made);
  return made;
}

function shared(m: Machine, key: string, initial: Fn, node: ESTree.Node): Obj {
  const known = m.shared.get(key);
  if (known) return known;
  const made = box(m, m.callValue(initial, [], undefined, node));
  m.shared.set(key, made);
  return made;
}

/** An object whose member `value` is made anew for whoever reads it. */
export function getterBox(m: Machine, read: () => MValue): Obj {
  const made = asBox(obj());
  made.getters = new Map([['value', nativeFunction(m, 'value', read)]]);
  return made;
}

function computed(m: Machine, source: MValue | undefined, node: ESTree.Node): MValue {
  const get = source?.t === 'obj' ? source.props.get('get') : source;
  if (!get) return unknownValue('computed()');
  const { script } = m;
  let running = false;
  return getterBox(m, () => {
    if (running) return unknownValue();
    running = true;
    const before = m.script;
    m.script = script;
    const value = m.callValue(get, [], undefined, node);
    m.script = before;
    running = false;
    return value;
  });
}

/** `derived(store, (value) => …)`, `derived([a, b], ([x, y]) => …)`. */
function derived(m: Machine, source: MValue, map: Fn, node: ESTree.Node): MValue {
  return getterBox(m, () => m.callValue(map, [contentOf(m, source, node)], undefined, node));
}

function memberBox(m: Machine, of: MValue | undefined, key: string | undefined, node: ESTree.Node): MValue {
  if (of?.t !== 'obj' || key === undefined) return box(m, unknownValue(key ?? ''));
  return getterBox(m, () => getMember(m, of, key, node));
}

function references(m: Machine, of: Obj, node: ESTree.Node): Obj {
  const made = obj();
  made.rest = of.rest;
  for (const key of [...of.props.keys(), ...(of.getters?.keys() ?? [])]) {
    const value = of.props.get(key);
    made.props.set(key, isBox(value) || value?.t === 'fn' ? value : memberBox(m, of, key, node));
  }
  return made;
}

/** What a watched source is at this moment. */
function contentOf(m: Machine, source: MValue, node: ESTree.Node): MValue {
  if (source.t === 'fn') return contentOf(m, m.callValue(source, [], undefined, node), node);
  if (isBox(source)) return getMember(m, source, 'value', node);
  if (source.t === 'arr') return arr(source.items.map((item) => contentOf(m, item, node)));
  return source;
}

/**
 * `watch(source, callback)`: the callback is called with what the source becomes. Of a source that is in sight it is known
 * whether and when it changes; of any other its name has to tell.
 */
function watch(
  m: Machine,
  name: string,
  source: MValue,
  callback: Fn,
  options: MValue | undefined,
  node: ESTree.Node,
): MValue {
  const now = (): MValue => contentOf(m, source, node);
  let before = now();
  const immediate =
    name === 'watchImmediate' ||
    (options?.t === 'obj' && !sameValue(options.props.get('immediate') ?? lit(false), lit(false)));
  const call = (value: MValue, guard: Guard): void => {
    if (name === 'whenever' || name === 'until')
      m.under(m.test(value, node), () => void m.callValue(callback, [value], undefined, node));
    else m.under(guard, () => void m.callValue(callback, [value, UNDEF], undefined, node));
  };
  let first = true;
  effect(
    m,
    rerun(m, say`runs in ${name}()`, node, () => {
      const value = now();
      if (first && (immediate || !isInSight(before))) call(before, immediate ? ALWAYS : changeOf(before));
      else if (!first && !sameValue(value, before)) {
        if (value.t === 'ite' && sameValue(value.no, before)) call(value.yes, value.guard);
        else call(value, ALWAYS);
      }
      first = false;
      before = value;
    }),
  );
  return unknownValue('watch()');
}

/** Whether the code that changes a value is in sight. */
function isInSight(value: MValue): boolean {
  switch (value.t) {
    case 'lit':
    case 'obj':
      return true;
    case 'arr':
      return value.items.every(isInSight);
    case 'ite':
      return isInSight(value.yes) && isInSight(value.no);
    default:
      return false;
  }
}

/** The condition under which something out of sight changes. */
function changeOf(value: MValue): Guard {
  if (value.t === 'arr') return value.items.map(changeOf).find((guard) => guard !== ALWAYS) ?? ALWAYS;
  const name = nameOf(value);
  const topic = topicOf(name);
  return topic === 'consent' || topic === 'opt-out' ? condition(topic, name) : ALWAYS;
}

/** `defineStore('id', { state, getters, actions })`, `defineStore('id', () => { … })`: a function that gives the store. */
function store(m: Machine, args: readonly MValue[], node: ESTree.Node): MValue {
  const options = args.find((arg) => arg.t === 'obj' || arg.t === 'fn');
  const key = stringOf(args[0]);
  let made: MValue | undefined;
  return nativeFunction(m, 'useStore', () => {
    if (made) return made;
    if (options?.t !== 'obj') {
      made = options ? unwrapped(m, m.callValue(options, [], undefined, node), node) : unknownValue('store');
      return made;
    }
    const whole = observe(obj());
    made = whole;
    const state = options.props.get('state');
    const initial = state?.t === 'fn' ? m.callValue(state, [], undefined, node) : state;
    const persist = options.props.get('persist');
    const stored = persist && !sameValue(persist, lit(false));
    if (initial?.t === 'obj') {
      whole.rest = initial.rest;
      for (const [name, value] of initial.props) {
        const falsy = value.t === 'lit' && !value.v;
        whole.props.set(
          name,
          stored && falsy ? { t: 'stored', store: 'local', key, member: name, at: placeOf(m.script, node) } : value,
        );
      }
    }
    m.objectPaths.set(whole, m.path);
    members(m, whole, options, 'getters', node);
    members(m, whole, options, 'actions', node);
    return whole;
  });
}

/** A store shows what its references stand for. */
function unwrapped(m: Machine, store: MValue, node: ESTree.Node): MValue {
  if (store.t !== 'obj') return store;
  const whole = observe(obj());
  whole.rest = store.rest;
  m.objectPaths.set(whole, m.path);
  for (const [name, value] of store.props) {
    if (!isBox(value)) {
      whole.props.set(name, value);
      continue;
    }
    whole.getters ??= new Map();
    whole.setters ??= new Map();
    whole.getters.set(
      name,
      nativeFunction(m, name, () => getMember(m, value, 'value', node)),
    );
    whole.setters.set(
      name,
      nativeFunction(m, name, ([next]) => {
        setMember(m, value, 'value', next ?? UNDEF, node);
        return UNDEF;
      }),
    );
  }
  return whole;
}

function members(m: Machine, whole: Obj, options: Obj, kind: 'getters' | 'actions', node: ESTree.Node): void {
  const list = options.props.get(kind);
  if (list?.t !== 'obj') return;
  for (const [name, value] of list.props) {
    if (value.t !== 'fn') continue;
    if (kind === 'actions') whole.props.set(name, { ...value, self: whole });
    else {
      whole.getters ??= new Map();
      whole.getters.set(
        name,
        nativeFunction(m, name, () => m.callFunction(value, [whole], whole, node)),
      );
    }
  }
}
