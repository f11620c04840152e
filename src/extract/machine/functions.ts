/** Functions: closures, calls, what they return. */
import { ALWAYS, type Guard, NEVER, or } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { ite } from './cases.ts';
import { propagate } from './exceptions.ts';
import type { Frame, Machine } from './machine.ts';
import { parameterName } from './names.ts';
import { declare } from './patterns.ts';
import { Scope, since } from './scope.ts';
import {
  arr,
  type Fn,
  type FunctionNode,
  type MValue,
  type Promised,
  UNDEF,
  UNKNOWN_ARGS,
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
  if (fn.bound) return callFunction(m, { ...fn, bound: undefined }, [...fn.bound, ...args], fn.self, stepNode);
  if (m.salvaging && !m.canLeadToTag(fn)) return unknownValue(fn.name === '' ? '' : `${fn.name}()`);
  const active = m.stack.filter((node) => node === fn.node).length;
  if (active >= 2 || m.stack.length >= MAX_CALLS || m.tooDeep)
    return unknownValue(fn.name === '' ? '' : `${fn.name}()`);
  if (stepNode && fn.name !== '') return m.step(say`called as ${fn.name}()`, stepNode, () => invoke(m, fn, args, self));
  return invoke(m, fn, args, self);
}

function invoke(m: Machine, fn: Fn, args: readonly MValue[], self: MValue | undefined): MValue {
  const { node } = fn;
  const scope = new Scope(fn.scope, true);
  const { script, frame, path, awaited, steps, throws } = m;
  let thrown: Guard = NEVER;
  m.awaited = ALWAYS;
  m.script = fn.script;
  const yields: MValue[] = [];
  const own: Frame = { entry: path, returns: [], thrown: [], yields };
  m.frame = own;
  if (node.async) m.throws = undefined;
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
    thrown = or(...own.thrown);
    if (node.generator && yields.length > 0) return arr(yields);
    if (!node.async) return result;
    const rejected = or(thrown, (result.t === 'promise' ? result.rejected : undefined) ?? NEVER);
    thrown = NEVER;
    const settled: Promised = result.t === 'promise' ? result : { t: 'promise', value: result };
    return rejected === NEVER ? settled : { ...settled, rejected };
  } finally {
    m.stack.pop();
    m.script = script;
    m.frame = frame;
    m.path = path;
    m.awaited = awaited;
    m.steps = steps;
    m.throws = throws;
    if (thrown !== NEVER) propagate(m, thrown);
  }
}

/** A parameter that the caller leaves out is undefined; where nothing is known of the caller, it is unknown. */
function missing(args: readonly MValue[], index: number, parameter: ESTree.Node): MValue {
  if (args !== UNKNOWN_ARGS && args[0]?.t !== 'event' && index >= args.length) return UNDEF;
  return unknownValue(parameterName(parameter));
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
