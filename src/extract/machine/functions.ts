/** Functions and classes: closures, calls, instances. */
import { ALWAYS, NEVER } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { declare } from './patterns.ts';
import { Scope, since } from './scope.ts';
import { placeOf } from './script-text.ts';
import {
  arr,
  type Cls,
  type Fn,
  type FunctionNode,
  ite,
  type MValue,
  obj,
  stringOf,
  UNDEF,
  unknownValue,
} from './values.ts';

const MAX_CALLS = 24;

export function makeFunction(m: Machine, node: FunctionNode, scope: Scope, name: string, self?: MValue): Fn {
  const fn: Fn = { t: 'fn', node, scope, script: m.script, self, props: new Map(), name };
  if (!m.functions.has(node)) m.functions.set(node, fn);
  return fn;
}

/**
 * Evaluates a call. `stepNode` adds the call to the evidence. Recursion is followed once; a call that is nested too
 * deeply gives an unknown value.
 */
export function callFunction(
  m: Machine,
  fn: Fn,
  args: readonly MValue[],
  self: MValue | undefined,
  stepNode?: ESTree.Node,
): MValue {
  m.called.add(fn.node);
  if (fn.native) return fn.native(args, stepNode);
  const active = m.stack.filter((node) => node === fn.node).length;
  if (active >= 2 || m.stack.length >= MAX_CALLS || m.tooDeep)
    return unknownValue(fn.name === '' ? '' : `${fn.name}()`);
  if (stepNode && fn.name !== '') return m.step(`called as ${fn.name}()`, stepNode, () => invoke(m, fn, args, self));
  return invoke(m, fn, args, self);
}

function invoke(m: Machine, fn: Fn, args: readonly MValue[], self: MValue | undefined): MValue {
  const { node } = fn;
  const scope = new Scope(fn.scope, true);
  const { script, frame, path, awaited, steps } = m;
  m.awaited = ALWAYS;
  m.script = fn.script;
  m.frame = { entry: path, returns: [] };
  m.stack.push(node);
  try {
    if (node.type !== 'ArrowFunctionExpression') {
      scope.self = self ?? fn.self ?? m.global.self;
      scope.declare('arguments', arr([...args], { isArguments: true }), path);
      if (node.type === 'FunctionExpression' && node.id) scope.declare(node.id.name, fn, path);
    }
    for (const [index, parameter] of node.params.entries()) {
      if (parameter.type === 'RestElement') declare(m, parameter.argument, arr(args.slice(index)), scope, 'param');
      else declare(m, parameter, args[index] ?? missing(args, index, parameter), scope, 'param');
    }
    let result: MValue;
    const { body } = node;
    if (!body) return UNDEF;
    if (body.type !== 'BlockStatement') result = m.evaluate(body, scope);
    else {
      const go = m.runProgram(body.body, scope);
      result = resultOf(m, go === NEVER);
    }
    return node.async && result.t !== 'promise' ? { t: 'promise', value: result } : result;
  } finally {
    m.stack.pop();
    m.script = script;
    m.frame = frame;
    m.path = path;
    m.awaited = awaited;
    m.steps = steps;
  }
}

/** A parameter that the caller leaves out is undefined; where nothing is known of the caller, it is unknown. */
function missing(args: readonly MValue[], index: number, parameter: ESTree.Node): MValue {
  if (args.length > 0 && args[0]?.t !== 'event' && index >= args.length) return UNDEF;
  return parameter.type === 'Identifier' ? unknownValue(parameter.name) : unknownValue();
}

/** Several returns under conditions are one value with alternatives; the last holds when no other does. */
function resultOf(m: Machine, alwaysReturns: boolean): MValue {
  const { returns, entry } = m.frame;
  let result: MValue = UNDEF;
  for (let index = returns.length - 1; index >= 0; index--) {
    const entryOf = returns[index];
    if (!entryOf) continue;
    const last = index === returns.length - 1 && alwaysReturns;
    result = last ? entryOf.value : ite(since(entryOf.path, entry), entryOf.value, result);
  }
  return result;
}

export function makeClass(m: Machine, node: ESTree.ClassDeclaration | ESTree.ClassExpression, scope: Scope): Cls {
  const made: Cls = { t: 'class', node, scope: new Scope(scope, false), script: m.script, props: new Map() };
  if (node.id) made.scope.declare(node.id.name, made, m.path);
  for (const member of node.body.body) {
    if (!('static' in member) || !member.static || !('key' in member)) continue;
    const key = keyOf(m, member, made.scope);
    if (key === undefined) continue;
    if (member.type === 'MethodDefinition' && member.value.type === 'FunctionExpression') {
      made.props.set(key, makeFunction(m, member.value, made.scope, key, made));
    } else if (member.type === 'PropertyDefinition' && member.value) {
      made.props.set(key, m.evaluate(member.value, made.scope));
    }
  }
  return made;
}

/** `new Class(…)`: an object with the class's fields and methods, after its constructor has run. */
export function instantiate(m: Machine, cls: Cls, args: readonly MValue[], node: ESTree.Node, depth = 0): MValue {
  const made = obj(placeOf(m.script, node));
  m.objectPaths.set(made, m.path);
  const parent = cls.node.superClass && depth < 4 ? m.evaluate(cls.node.superClass, cls.scope) : undefined;
  if (parent?.t === 'class') {
    const base = instantiate(m, parent, args, node, depth + 1);
    if (base.t === 'obj') {
      for (const [key, value] of base.props) made.props.set(key, value);
      if (base.getters) made.getters = new Map(base.getters);
    }
  } else if (parent) made.rest = [parent];
  let construct: Fn | undefined;
  const scope = new Scope(cls.scope, false);
  scope.self = made;
  for (const member of cls.node.body.body) {
    if (!('key' in member) || ('static' in member && member.static)) continue;
    const key = keyOf(m, member, scope);
    if (key === undefined) continue;
    if (member.type === 'MethodDefinition' && member.value.type === 'FunctionExpression') {
      const method = makeFunction(m, member.value, cls.scope, key, made);
      if (member.kind === 'constructor') construct = method;
      else if (member.kind === 'get') {
        made.getters ??= new Map();
        made.getters.set(key, method);
      } else if (member.kind === 'method') made.props.set(key, method);
    } else if (member.type === 'PropertyDefinition') {
      made.props.set(key, member.value ? m.evaluate(member.value, scope) : UNDEF);
    }
  }
  if (construct) callFunction(m, construct, args, made);
  return made;
}

function keyOf(m: Machine, member: { key?: ESTree.Node | null; computed?: boolean }, scope: Scope): string | undefined {
  const { key } = member;
  if (!key) return undefined;
  if (member.computed) return stringOf(m.evaluate(key, scope));
  if (key.type === 'Identifier' || key.type === 'PrivateIdentifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}
