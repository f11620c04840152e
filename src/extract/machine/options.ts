/** Components that are objects of options (Vue): data, methods, computed values, watchers and hooks around one `this`. */
import { ALWAYS } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { insertHead } from './head.ts';
import { hyperscript } from './jsx.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { nativeFunction } from './promises.ts';
import { callReactive } from './reactive.ts';
import { isBox, observe } from './reactive-values.ts';
import { renderChildren } from './render.ts';
import { lit, type MValue, type Obj, obj, stringOf, UNDEF, unknownValue } from './values.ts';

const HOOKS = ['beforeCreate', 'created', 'beforeMount', 'asyncData', 'fetch', 'serverPrefetch'];
const MOUNT_HOOKS = ['mounted', 'activated', 'beforeRouteEnter', 'ready'];
const HEAD = ['head', 'metaInfo', 'meta'];

/** Whether an object is a component's options. */
export function isOptions(value: MValue | undefined): value is Obj {
  return (
    value?.t === 'obj' &&
    [...HOOKS, ...MOUNT_HOOKS, ...HEAD, 'data', 'methods', 'computed', 'watch', 'setup', 'render', 'props'].some(
      (key) => value.props.has(key),
    )
  );
}

/** Makes an instance and runs its hooks. `m.instance` takes what waits for the rendering. */
export function createInstance(m: Machine, options: Obj, props: MValue, node: ESTree.Node): Obj {
  const self = observe(obj());
  m.objectPaths.set(self, m.path);
  self.rest = [unknownValue('this')];
  for (const name of namesOf(options.props.get('props'))) {
    const given = props.t === 'obj' ? props.props.get(name) : undefined;
    self.props.set(name, given ?? unknownValue(name));
  }
  self.props.set('$emit', emitter(m, props, node));
  const call = (value: MValue | undefined, args: readonly MValue[] = []): MValue =>
    value ? m.callValue(value, args, self, node) : UNDEF;
  for (const source of [...mixinsOf(options), options]) {
    const methods = source.props.get('methods');
    if (methods?.t === 'obj')
      for (const [name, value] of methods.props) self.props.set(name, value.t === 'fn' ? { ...value, self } : value);
    const computed = source.props.get('computed');
    if (computed?.t === 'obj') {
      self.rest = [...computed.rest, ...self.rest];
      for (const [name, value] of computed.props) {
        const get = value.t === 'obj' ? value.props.get('get') : value;
        self.getters ??= new Map();
        self.getters.set(
          name,
          nativeFunction(m, name, () => call(get, [self])),
        );
      }
    }
    const data = source.props.get('data');
    const initial = data?.t === 'fn' ? call(data, [self]) : data;
    if (initial?.t === 'obj') for (const [name, value] of initial.props) self.props.set(name, value);
    const setup = source.props.get('setup');
    const made = call(setup, [props]);
    const exposed = made.t === 'promise' ? made.value : made;
    if (exposed.t === 'obj') for (const [name, value] of exposed.props) self.props.set(name, value);
  }
  for (const source of [...mixinsOf(options), options]) {
    watchAll(m, self, source.props.get('watch'), node);
    for (const key of HOOKS) {
      const hook = source.props.get(key);
      if (hook?.t === 'fn') m.step(say`runs in ${key}()`, node, () => call(hook));
    }
    for (const key of MOUNT_HOOKS) {
      const hook = source.props.get(key);
      if (hook?.t !== 'fn') continue;
      const { path } = m;
      m.instance?.mounted.push(() =>
        m.step(say`runs in ${key}()`, node, () => {
          const before = m.path;
          m.path = path;
          call(hook);
          m.path = before;
        }),
      );
    }
    for (const key of HEAD) {
      const head = source.props.get(key);
      if (head) insertHead(m, head.t === 'fn' ? call(head) : head, node);
    }
  }
  const draw = options.props.get('render');
  if (draw?.t === 'fn') {
    const show = (): void => renderChildren(m, call(draw, [hyperscriptOf(m)]));
    m.instance?.mounted.push(show);
    m.instance?.effects.push(show);
  }
  return self;
}

/** The function that old components are handed to make elements with. */
function hyperscriptOf(m: Machine): MValue {
  return nativeFunction(m, 'h', (args, at) =>
    at?.type === 'CallExpression' ? hyperscript(m, args, at) : unknownValue('markup'),
  );
}

function namesOf(props: MValue | undefined): readonly string[] {
  if (props?.t === 'arr') return props.items.flatMap((item) => stringOf(item) ?? []);
  return props?.t === 'obj' ? [...props.props.keys()] : [];
}

function mixinsOf(options: Obj): Obj[] {
  const mixins = options.props.get('mixins');
  return mixins?.t === 'arr' ? mixins.items.slice(0, 10).filter((item) => item.t === 'obj') : [];
}

/** `emit('accept')` calls what the parent set for the event. */
export function emitter(m: Machine, props: MValue, node: ESTree.Node): MValue {
  return nativeFunction(m, 'emit', ([event, ...args]) => {
    const name = stringOf(event);
    const handler =
      name !== undefined && props.t === 'obj'
        ? props.props.get(`on${name.charAt(0).toUpperCase()}${name.slice(1)}`)
        : undefined;
    if (handler) m.callValue(handler, args, undefined, node);
    return UNDEF;
  });
}

function watchAll(m: Machine, self: Obj, watchers: MValue | undefined, node: ESTree.Node): void {
  if (watchers?.t !== 'obj') return;
  for (const [name, value] of watchers.props) {
    for (const one of value.t === 'arr' ? value.items : [value]) {
      const handler = one.t === 'obj' ? one.props.get('handler') : one;
      const named = stringOf(handler);
      const fn = named === undefined ? handler : getMember(m, self, named, node);
      if (fn?.t !== 'fn') continue;
      const source = nativeFunction(m, name, () =>
        name.split('.').reduce<MValue>((of, key) => {
          const member = getMember(m, of, key, node);
          return isBox(member) ? getMember(m, member, 'value', node) : member;
        }, self),
      );
      m.under(ALWAYS, () =>
        callReactive(m, 'watch', [source, { ...fn, self }, one.t === 'obj' ? one : lit(undefined)], node),
      );
    }
  }
}
