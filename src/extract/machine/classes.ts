/** Classes: what an instance has, in which order its constructors run, what stands on the class itself. */
import { NEVER } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { callFunction, makeFunction } from './functions.ts';
import type { Machine } from './machine.ts';
import { isWindowName } from './names.ts';
import { observe } from './reactive-values.ts';
import { Scope } from './scope.ts';
import { placeOf } from './script-text.ts';
import { type Cls, type Fn, global, type MValue, type Obj, obj, stringOf, UNDEF, unknownValue } from './values.ts';

type ClassNode = ESTree.ClassDeclaration | ESTree.ClassExpression;

/** Classes that extend each other further than this are cut. */
const MAX_PARENTS = 6;

export function makeClass(m: Machine, node: ClassNode, scope: Scope): Cls {
  const inner = new Scope(scope, false);
  const parent = node.superClass ? m.evaluate(node.superClass, scope) : undefined;
  const made: Cls = {
    t: 'class',
    node,
    scope: inner,
    script: m.script,
    props: new Map(parent?.t === 'class' || parent?.t === 'fn' ? parent.props : []),
    getters: new Map(parent?.t === 'class' ? parent.getters : []),
    setters: new Map(parent?.t === 'class' ? parent.setters : []),
    parent,
  };
  made.props.delete('prototype');
  inner.home = made;
  m.unmade.set(node, made);
  if (node.id) inner.declare(node.id.name, made, m.path);
  const own = new Scope(inner, false);
  own.self = made;
  for (const member of node.body.body) {
    if (member.type === 'StaticBlock') {
      const block = new Scope(own, true);
      if (m.runProgram(member.body, block) === NEVER) break;
      continue;
    }
    if (!('static' in member) || !member.static || !('key' in member)) continue;
    const key = keyOf(m, member, own);
    if (key === undefined) continue;
    if (member.type === 'MethodDefinition' && member.value.type === 'FunctionExpression') {
      place(made, member.kind, key, makeFunction(m, member.value, inner, key, made));
    } else if (member.type === 'PropertyDefinition') {
      made.props.set(key, member.value ? m.evaluate(member.value, own) : UNDEF);
    }
  }
  return made;
}

function place(
  target: { props: Map<string, MValue>; getters?: Map<string, Fn>; setters?: Map<string, Fn> },
  kind: string,
  key: string,
  fn: Fn,
): void {
  if (kind === 'get') {
    target.getters ??= new Map();
    target.getters.set(key, fn);
  } else if (kind === 'set') {
    target.setters ??= new Map();
    target.setters.set(key, fn);
  } else {
    target.getters?.delete(key);
    target.props.set(key, fn);
  }
}

/** `new Class(…)`: an object with the class's fields and methods, after its constructors have run. */
export function instantiate(m: Machine, cls: Cls, args: readonly MValue[], node: ESTree.Node): MValue {
  const made = obj(placeOf(m.script, node));
  m.objectPaths.set(made, m.path);
  const chain: Cls[] = [];
  let last: MValue | undefined = cls;
  while (last?.t === 'class' && chain.length < MAX_PARENTS) {
    chain.unshift(last);
    m.unmade.delete(last.node);
    last = last.parent;
  }
  if (last?.t === 'fn') {
    const prototype = last.props.get('prototype');
    if (prototype?.t === 'obj') made.proto = prototype;
  } else if (last && last.t !== 'lit') made.rest = [last];
  for (const one of chain) addMethods(m, one, made);
  construct(m, cls, args, made);
  return made;
}

function addMethods(m: Machine, cls: Cls, made: Obj): void {
  for (const member of cls.node.body.body) {
    if (member.type !== 'MethodDefinition' || member.static || member.kind === 'constructor') continue;
    if (member.value.type !== 'FunctionExpression') continue;
    const key = keyOf(m, member, cls.scope);
    if (key !== undefined) place(made, member.kind, key, methodOf(m, cls, member.value, key, made));
  }
  const prototype = cls.props.get('prototype');
  if (prototype?.t === 'obj') for (const [key, value] of prototype.props) made.props.set(key, value);
}

/** A method of a class in sight, as a member of one of its instances. */
function methodOf(m: Machine, cls: Cls, node: ESTree.FunctionExpression, key: string, self: MValue): Fn {
  const { script } = m;
  m.script = cls.script;
  const fn = makeFunction(m, node, cls.scope, key, self);
  m.script = script;
  return fn;
}

/** Arguments that stand for what a container of services hands to a constructor, by the types of its parameters. */
export const INJECTED: readonly MValue[] = [];

/** The one instance of a service's class that is handed to everybody. */
export function injected(m: Machine, cls: Cls): MValue {
  const known = m.states.get(cls.node);
  if (known) return known;
  // A service that waits for itself is not known.
  m.states.set(cls.node, unknownValue(cls.node.id?.name ?? 'service'));
  const made = instantiate(m, cls, INJECTED, cls.node);
  m.states.set(cls.node, made);
  return made;
}

function servicesFor(m: Machine, cls: Cls, { params }: ESTree.FunctionExpression): readonly MValue[] {
  return params.map((parameter) => {
    const inner = 'parameter' in parameter ? parameter.parameter : parameter;
    const type = typeNameOf(inner);
    const service = type === undefined ? undefined : cls.scope.find(type)?.value;
    return service?.t === 'class' ? injected(m, service) : (service ?? unknownValue(type ?? ''));
  });
}

/** `private name: Type` among the parameters of a constructor declares a field. */
function fieldOf(parameter: ESTree.Node): string | undefined {
  const inner: unknown = 'parameter' in parameter ? parameter.parameter : undefined;
  const name = memberOf(memberOf(inner, 'left') ?? inner, 'name');
  return typeof name === 'string' ? name : undefined;
}

/** `constructor(@Inject(WINDOW) private window: Window)` */
function isWindow(parameter: ESTree.Node, name: string): boolean {
  return isWindowName(name) || ('parameter' in parameter && typeNameOf(parameter.parameter) === 'Window');
}

/** The name of the class that a parameter's type names. */
function typeNameOf(parameter: unknown): string | undefined {
  const annotation = memberOf(memberOf(parameter, 'typeAnnotation'), 'typeAnnotation');
  const name = memberOf(memberOf(annotation, 'typeName'), 'name');
  return typeof name === 'string' ? name : undefined;
}

function memberOf(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null ? Object.entries(of).find(([name]) => name === key)?.[1] : undefined;
}

/** Runs the constructors and field initialisers of a class and of those that it extends. */
function construct(m: Machine, cls: Cls, args: readonly MValue[], made: Obj): void {
  for (const member of cls.node.body.body) {
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    if (member.value.type !== 'FunctionExpression') continue;
    if (!cls.parent) initialise(m, cls, made);
    const given = args === INJECTED ? servicesFor(m, cls, member.value) : args;
    for (const [index, parameter] of member.value.params.entries()) {
      const name = fieldOf(parameter);
      if (name === undefined) continue;
      made.props.set(name, given[index] ?? (isWindow(parameter, name) ? global([]) : unknownValue(name)));
    }
    callFunction(m, methodOf(m, cls, member.value, 'constructor', made), given, made);
    return;
  }
  constructParent(m, cls, args, made);
}

/** `super(…)`: the parent's constructor, then the fields of the class itself. */
export function constructParent(m: Machine, cls: Cls, args: readonly MValue[], made: MValue | undefined): void {
  if (made?.t !== 'obj') return;
  const { parent } = cls;
  if (parent?.t === 'class' && m.stack.length < 20) construct(m, parent, args, made);
  else if (parent?.t === 'fn') callFunction(m, parent, args, made);
  initialise(m, cls, made);
}

function initialise(m: Machine, cls: Cls, made: Obj): void {
  const scope = new Scope(cls.scope, false);
  scope.self = made;
  const { script } = m;
  m.script = cls.script;
  for (const member of cls.node.body.body) {
    if (member.type !== 'PropertyDefinition' || member.static) continue;
    const key = keyOf(m, member, scope);
    if (key === undefined) continue;
    const value = member.value ? m.evaluate(member.value, scope) : UNDEF;
    if (value.t === 'fn' && value.name === '') value.name = key;
    if (isState(member.value)) observe(made);
    made.props.set(key, value);
  }
  m.script = script;
}

/** `$state(…)`: what is shown changes with the field. */
function isState(node: ESTree.Node | null | undefined): boolean {
  if (node?.type !== 'CallExpression') return false;
  const { callee } = node;
  const named = callee.type === 'MemberExpression' ? callee.object : callee;
  return named.type === 'Identifier' && named.name === '$state';
}

/** `super.name`: the member as the parent class has it, for the same `this`. */
export function superMember(m: Machine, scope: Scope, key: string): MValue | undefined {
  const self = scope.thisValue;
  let cls: MValue | undefined = scope.homeClass?.parent;
  if (self?.t === 'class') return cls?.t === 'class' ? cls.props.get(key) : undefined;
  for (let steps = 0; cls?.t === 'class' && steps < MAX_PARENTS; steps++) {
    for (const member of cls.node.body.body) {
      if (member.type !== 'MethodDefinition' || member.static || member.kind === 'constructor') continue;
      if (member.value.type !== 'FunctionExpression' || keyOf(m, member, cls.scope) !== key) continue;
      const fn = methodOf(m, cls, member.value, key, self ?? UNDEF);
      return member.kind === 'get' ? callFunction(m, fn, [], self) : fn;
    }
    cls = cls.parent;
  }
  if (cls?.t === 'fn') {
    const prototype = cls.props.get('prototype');
    return prototype?.t === 'obj' ? prototype.props.get(key) : undefined;
  }
  return undefined;
}

function keyOf(m: Machine, member: { key?: ESTree.Node | null; computed?: boolean }, scope: Scope): string | undefined {
  const { key } = member;
  if (!key) return undefined;
  if (member.computed) return stringOf(m.evaluate(key, scope));
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}
