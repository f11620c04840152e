/** Component files as modules: their scripts run, their default export is the component. */
import type { ComponentFile, ScriptBlock } from '../../parse/component/index.ts';
import type { ESTree, ScriptLanguage, ScriptParser } from '../../parse/script.ts';
import { locationOf } from '../../text/location.ts';
import { OffsetMap } from '../../text/offset-map.ts';
import type { Source } from '../../text/source.ts';
import type { ReadProblem } from '../extracted.ts';
import { noteProgram } from '../machine/call-syntax.ts';
import { inside } from '../machine/jsx.ts';
import type { Machine } from '../machine/machine.ts';
import { runModule } from '../machine/modules.ts';
import { createInstance, emitter, isOptions } from '../machine/options.ts';
import { nativeFunction } from '../machine/promises.ts';
import { isBox, sameValue } from '../machine/reactive-values.ts';
import { Scope } from '../machine/scope.ts';
import type { ScriptText } from '../machine/script-text.ts';
import { type Fn, type MValue, type Obj, obj, UNDEF, unknownValue } from '../machine/values.ts';
import { renderNodes } from './render.ts';
import { StoreScope, TemplateScope } from './scopes.ts';
import { splitSetup } from './setup.ts';
import { type Instance, inScript, nodeAt, type View } from './view.ts';

/** What loading a component file needs. */
export interface ComponentOptions {
  readonly source: Source;
  readonly file: ComponentFile;
  readonly parser: ScriptParser;
  /** The text of a script block in a file of its own (`<script src>`). */
  readonly external: (src: string) => Source | undefined;
  /** Told of each script block. */
  readonly parsed: (script: ScriptText, program: ESTree.Program) => void;
  /** Told of a script block that does not parse. */
  readonly failed: (problem: ReadProblem) => void;
}

interface Block {
  readonly role: ScriptBlock['role'];
  readonly script: ScriptText;
  readonly program: ESTree.Program;
}

const MAX_DEPTH = 24;

/** Evaluates a component file; gives its exports, `default` being the component. */
export function loadComponent(m: Machine, options: ComponentOptions): Obj {
  const { source, file, parser } = options;
  const exports = obj();
  m.objectPaths.set(exports, m.path);
  m.modules.set(file, exports);
  const whole: ScriptText = { source, masked: source.text, holes: [], guardAt: undefined, module: true };
  const blocks = file.scripts.flatMap((block) => parsedBlock(options, block) ?? []);
  for (const { script, program } of blocks) options.parsed(script, program);
  const moduleScope = file.syntax === 'svelte' ? new StoreScope(m, m.global) : new Scope(m.global, true);
  for (const { role, script, program } of blocks)
    if (role !== 'instance') runModule(m, script, program, moduleScope, exports);
  const setup = blocks.filter(({ role }) => role === 'instance');
  const own = exports.props.get('default');
  const component: Fn = nativeFunction(m, nameOfFile(source.root.name), ([props], node) =>
    show(props ?? unknownValue('props'), node),
  );
  m.components.add(component);
  exports.props.set('default', component);

  let current: Instance | undefined;
  const view: View = {
    m,
    source,
    file,
    whole,
    parser,
    render: ({ nodes }, scope) => {
      if (current) inScript(m, whole, () => current && renderNodes(view, nodes, scope, current));
      return unknownValue('markup');
    },
  };
  const instances = new Map<ESTree.Node | undefined, Rendered>();

  const show = (props: MValue, node: ESTree.Node | undefined): MValue => {
    if (m.stack.includes(component.node) || m.stack.length >= MAX_DEPTH) return unknownValue('markup');
    const { script, frame, awaited } = m;
    const before = current;
    m.stack.push(component.node);
    try {
      let rendered = instances.get(node);
      const fresh = !rendered || !sameProps(rendered.instance.props, props);
      if (!rendered || fresh) {
        rendered = create(props);
        instances.set(node, rendered);
      }
      const { instance, again } = rendered;
      current = instance;
      if (!fresh) for (const run of again) run();
      m.script = whole;
      inside(m, component.name, () => renderNodes(view, file.markup, templateScope(m, file, instance), instance));
      if (fresh) for (const run of rendered.mounted.splice(0)) run();
    } finally {
      m.stack.pop();
      m.script = script;
      m.frame = frame;
      m.awaited = awaited;
      current = before;
    }
    return unknownValue('markup');
  };

  const create = (props: MValue): Rendered => {
    const scope: Scope = file.syntax === 'svelte' ? new StoreScope(m, moduleScope) : new Scope(moduleScope, true);
    const waiting = { mounted: [] as (() => void)[], effects: [] as (() => void)[] };
    const outer = m.instance;
    m.instance = waiting;
    const place = nodeAt({ start: 0, end: 0 });
    const again: (() => void)[] = [];
    let self: Obj | undefined;
    m.frame = { entry: m.path, returns: [], thrown: [] };
    prelude(m, file, scope, props, place);
    for (const { script, program } of setup) {
      const { body, reactive } = splitSetup(program.body, file.syntax, scope, m);
      m.script = script;
      m.runProgram(body, scope);
      const rerun = (): void => inScript(m, script, () => void m.runProgram(reactive, scope));
      if (reactive.length > 0) {
        rerun();
        again.push(rerun);
      }
    }
    if (isOptions(own)) {
      m.script = whole;
      self = createInstance(m, own, props, place);
      const components = own.props.get('components');
      if (components) self.props.set('components', components);
    }
    m.instance = outer;
    for (const cell of scope.cells.values()) if (!isBox(cell.value)) cell.watched = true;
    return { instance: { props, scope, self }, mounted: waiting.mounted, again: [...again, ...waiting.effects] };
  };
  return exports;
}

interface Rendered {
  readonly instance: Instance;
  readonly mounted: (() => void)[];
  readonly again: readonly (() => void)[];
}

function templateScope(m: Machine, file: ComponentFile, { scope, self, props }: Instance): Scope {
  return file.syntax === 'vue' ? new TemplateScope(m, scope, self, props) : scope;
}

/** Names that the compilers of the component languages put into scripts. */
function prelude(m: Machine, file: ComponentFile, scope: Scope, props: MValue, place: ESTree.Node): void {
  const declare = (name: string, value: MValue): void => void scope.declare(name, value, m.path);
  const native = (name: string, value: MValue): void =>
    declare(
      name,
      nativeFunction(m, name, () => value),
    );
  declare('$$props', props);
  const known: MValue = props.t === 'obj' ? props : unknownValue('props');
  switch (file.syntax) {
    case 'vue': {
      native('defineProps', known);
      native('defineModel', unknownValue('model'));
      native('defineEmits', emitter(m, props, place));
      declare('$emit', emitter(m, props, place));
      native('defineExpose', UNDEF);
      native('defineOptions', UNDEF);
      native('withDefaults', known);
      return;
    }
    case 'svelte':
      native('$props', known);
      native('createEventDispatcher', emitter(m, props, place));
      return;
    case 'astro': {
      return;
    }
  }
}

function sameProps(before: MValue, after: MValue): boolean {
  if (before.t !== 'obj' || after.t !== 'obj') return before.t === after.t;
  for (const [key, value] of after.props) {
    const old = before.props.get(key);
    if (!old) return false;
    if (value.t === 'fn' || key === 'children') continue;
    if (!sameValue(old, value)) return false;
  }
  return true;
}

function nameOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

function parsedBlock({ source, parser, external, failed }: ComponentOptions, block: ScriptBlock): Block | undefined {
  const other = block.src === undefined ? undefined : external(block.src);
  const text = other ?? source.nest(source.text.slice(block.start, block.end), OffsetMap.shift(block.start), 'script');
  if (text.text.trim() === '') return undefined;
  const languages: ScriptLanguage[] = block.typescript ? ['js', block.jsx ? 'tsx' : 'ts'] : [block.jsx ? 'jsx' : 'js'];
  let message = '';
  let offset = 0;
  for (const language of languages) {
    const parsed = parser.parse(text.text, language);
    if (parsed.ok) {
      const script: ScriptText = { source: text, masked: text.text, holes: [], guardAt: undefined, module: true };
      noteProgram(script, parsed.program);
      return { role: block.role, script, program: parsed.program };
    }
    ({ message, offset } = parsed);
  }
  if (!parser.wantsHeavy || parser.heavy)
    failed({ message, location: locationOf(text, { start: offset, end: Math.min(offset + 1, text.text.length) }) });
  return undefined;
}
