/** Configurations of frameworks: the plugins that they list and what they put into the head of every page. */
import type { Framework } from '../../model/catalog.ts';
import { condition } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { each, eachItem, insertHead, insertTags } from './head.ts';
import type { Machine } from './machine.ts';
import { recordPlugin } from './record.ts';
import { placeOf } from './script-text.ts';
import { triggerGuard } from './triggers.ts';
import { arr, type MValue, type Obj, obj, stringOf, unknownValue } from './values.ts';

/** Members under which a plugin's name, and its options, stand in an object. */
const NAME = ['resolve', 'use', 'src', 'name', 'handler'];
const OPTIONS = 'options';

/** Reads a configuration: an object, or a function or promise that gives one. */
export function configure(m: Machine, framework: Framework, value: MValue, node: ESTree.Node): void {
  m.step(say`configuration of ${framework.name}`, node, () =>
    each(m, value, node, (configuration) => {
      for (const path of framework.heads) {
        const head = given(m, memberAt(configuration, path), node);
        if (head?.t === 'arr') insertTags(m, head, node);
        else if (head) insertHead(m, head, node);
      }
      for (const path of framework.plugins) {
        const list = memberAt(configuration, path);
        if (list?.t === 'obj')
          for (const [name, options] of list.props)
            listed(m, configuration, name, first(options), list.places.get(name), node);
        else if (list) eachItem(m, list, node, (item) => plugin(m, configuration, item, node));
      }
      registered(m, framework, configuration, node);
      for (const path of framework.scripts) named(m, configuration, path, node);
    }),
  );
}

/** What a module that is an entry exports: the configuration of a framework, if its file is one. */
export function exportedConfiguration(m: Machine, value: MValue, node: ESTree.Node): void {
  const framework = m.catalog.frameworkOf(m.script.source.root.name);
  if (framework) configure(m, framework, value, node);
}

/** What a member is, or gives where it is a function. */
function given(m: Machine, value: MValue | undefined, node: ESTree.Node): MValue | undefined {
  const made = value?.t === 'fn' ? m.callFunction(value, [unknownValue('context')], undefined, node) : value;
  return made?.t === 'promise' ? made.value : made;
}

function memberAt(of: Obj, path: readonly string[]): MValue | undefined {
  let value: MValue | undefined = of;
  for (const key of path) {
    if (value?.t !== 'obj') return undefined;
    value = value.props.get(key);
  }
  return value;
}

/** `globals: { theScript: 'https://…' }`, `theScript: { src }`, `theScript: ['https://…', { trigger }]`. */
function named(m: Machine, configuration: Obj, path: readonly string[], node: ESTree.Node): void {
  const scripts = memberAt(configuration, path);
  if (scripts?.t === 'obj') insertTags(m, arr([...scripts.props.values()].map(first)), node);
}

/** `registry: { theScript: { id, trigger } }`, `theScript: [{ id }, { trigger }]`, `theScript: true`. */
function registered(m: Machine, { registry }: Framework, configuration: Obj, node: ESTree.Node): void {
  if (!registry) return;
  const scripts = memberAt(configuration, registry.at);
  if (scripts?.t !== 'obj') return;
  for (const [name, entry] of scripts.props) {
    const at = scripts.places.get(name);
    const parts = (entry.t === 'arr' ? entry.items : [entry]).filter((one) => one.t === 'obj');
    const trigger = parts.map(({ props }) => props.get(registry.trigger)).find((value) => value !== undefined);
    // Texts stand for stubs.
    if (entry.t === 'lit' && entry.v !== true) continue;
    const waits = condition('unresolved', `${registry.trigger} of ${name}`, at ?? placeOf(m.script, node));
    m.under(trigger ? triggerGuard(m, trigger, node) : waits, () =>
      listed(m, configuration, [...registry.at, name].join('.'), parts[0], at, node),
    );
  }
}

function first(options: MValue): MValue {
  return options.t === 'arr' ? (options.items[0] ?? options) : options;
}

/** `'the-plugin'`, `['the-plugin', { … }]`, `{ resolve: 'the-plugin', options: { … } }`. */
function plugin(m: Machine, configuration: Obj, item: MValue, node: ESTree.Node): void {
  if (item.t === 'arr') {
    const [name, options] = item.items;
    listed(m, configuration, name && nameIn(name), options, placeIn(name) ?? item.at, node);
  } else if (item.t === 'obj') {
    const name = NAME.map((key) => item.props.get(key)).find((value) => value && nameIn(value) !== undefined);
    listed(m, configuration, name && nameIn(name), item.props.get(OPTIONS), placeIn(name) ?? item.at, node);
  } else listed(m, configuration, nameIn(item), undefined, placeIn(item), node);
}

/** The package that a name, or something imported from it, stands for; `require.resolve('…')` too. */
function nameIn(value: MValue): string | undefined {
  return value.t === 'global' ? /^module:(.*)$/.exec(value.path[0] ?? '')?.[1] : stringOf(value);
}

function placeIn(value: MValue | undefined): Obj['at'] {
  return value && 'at' in value ? value.at : undefined;
}

function listed(
  m: Machine,
  configuration: Obj,
  name: string | undefined,
  given: MValue | undefined,
  at: Obj['at'],
  node: ESTree.Node,
): void {
  if (name === undefined) return;
  const location = at ?? placeOf(m.script, node);
  for (const { vendor, plugin: known } of m.catalog.plugins.get(name) ?? []) {
    const { member, part, calls } = known;
    const inner = given?.t === 'obj' ? given : undefined;
    const options =
      part === undefined
        ? (given ?? (member === undefined ? undefined : memberAt(configuration, member.split('.'))))
        : inner?.props.get(part);
    if (part !== undefined && !options) continue;
    const text = part === undefined ? `plugin ${name}` : `${part} of ${name}`;
    each(m, options ?? obj(), node, (one) => recordPlugin(m, { vendor, calls }, one, { text, node, location }));
  }
}
