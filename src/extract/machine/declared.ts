/** Gates that the site declares, where a script asks for them. */
import { ALWAYS, and, condition, type Guard, not } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { functionsIn } from './callback-patterns.ts';
import { ite } from './cases.ts';
import type { Machine } from './machine.ts';
import { PHASE } from './phase.ts';
import { resolvedUnder } from './promises.ts';
import { enter, type Scope } from './scope.ts';
import { placeOf, sourceOf } from './script-text.ts';
import { stepsTo } from './steps.ts';
import { bool, type MValue, type Obj, stringOf, unknownValue } from './values.ts';

/** The answer of an expression that is declared as a gate, whatever the unit itself makes of its names. */
export function declaredAnswer(m: Machine, node: ESTree.Node, scope: Scope): MValue | undefined {
  const { gates } = m.catalog;
  if (!gates) return undefined;
  const [start, end] = node.range ?? [0, 0];
  if (node.type === 'CallExpression' && gates.hasCallbacks) {
    const promise = declaredCallback(m, node, scope);
    if (promise) return promise;
  }
  if (end - start > gates.longest && node.type !== 'LogicalExpression')
    return node.type === 'CallExpression' ? declaredPromise(m, node, scope) : undefined;
  switch (node.type) {
    case 'BinaryExpression':
      return declaredComparison(m, node);
    case 'LogicalExpression': {
      // `mayRun?.('ads') ?? true`: where the function is missing, the other side answers.
      const there = node.operator === '??' ? presence(m, node.left) : undefined;
      const answer = there && declaredAnswer(m, node.left, scope);
      return answer && ite(there, answer, m.evaluate(node.right, scope));
    }
    case 'CallExpression':
    case 'ChainExpression':
    case 'Identifier':
    case 'MemberExpression': {
      const guard = gates.test(sourceOf(m, node), undefined, placeOf(m.script, node));
      return guard && bool(guard);
    }
    default:
      return undefined;
  }
}

function declaredComparison(m: Machine, node: ESTree.BinaryExpression): MValue | undefined {
  const { gates } = m.catalog;
  const at = placeOf(m.script, node);
  const { left, right, operator } = node;
  if (/^[!=]==?$/.test(operator)) {
    const [subject, literal] = left.type === 'Literal' ? [right, left] : [left, right];
    if (literal.type !== 'Literal' || literal.value === null) return undefined;
    const asked = gates?.test(sourceOf(m, subject), String(literal.value), at);
    const there = typeof literal.value === 'boolean' ? presence(m, subject) : undefined;
    const guard = asked && and(there ?? ALWAYS, asked);
    return guard && bool(operator.startsWith('!') ? not(guard) : guard);
  }
  const guard = gates?.test(sourceOf(m, node), undefined, at);
  return guard && bool(guard);
}

/** Whether what stands in front of `?.` is there; undefined where nothing is asked with `?.`. */
function presence(m: Machine, node: ESTree.Node): Guard | undefined {
  const text = sourceOf(m, node);
  return node.type === 'ChainExpression' && text.includes('?.')
    ? condition('free', text.slice(0, 80), placeOf(m.script, node))
    : undefined;
}

/** The answer of a platform's path, however the script has come to it. */
export function declaredPath(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[] | undefined,
  at: Location | undefined,
): MValue | undefined {
  const { gates } = m.catalog;
  if (!gates) return undefined;
  const words = args?.map((arg) => `'${stringOf(arg) ?? ''}'`).join(',');
  const text = `${pathText(path)}${words === undefined ? '' : `(${words})`}`;
  const guard = gates.test(text, undefined, at);
  return guard && bool(guard);
}

/** `whenGranted('ads', callback)`, `await whenGranted('ads')`: what is handed over runs once the answer is yes. */
function declaredCallback(m: Machine, node: ESTree.CallExpression, scope: Scope): MValue | undefined {
  const literals = node.arguments.filter((one) => one.type === 'Literal').map((one) => sourceOf(m, one));
  const call = `${sourceOf(m, node.callee)}(${literals.join(',')})`;
  const at = placeOf(m.script, node);
  const guard = call.length > 200 ? undefined : m.catalog.gates?.callback(call, at);
  if (!guard) return undefined;
  const args = node.arguments.map((one) => m.evaluate(one, scope));
  const steps = stepsTo(m, 'granted', say`callback of the site's own gate ${call.slice(0, 60)}`, at, call.slice(0, 60));
  for (const { fn } of functionsIn(args))
    m.tasks.later(PHASE.event, enter(m.path, guard), steps, () => void m.callFunction(fn, [], undefined));
  return resolvedUnder(m, guard, unknownValue());
}

/** `hasConsent('ads').then((ok) => …)`: the answer is what the callback is handed. */
function declaredPromise(m: Machine, node: ESTree.CallExpression, scope: Scope): MValue | undefined {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'then')
    return undefined;
  const answer = declaredAnswer(m, callee.object, scope);
  const fn = answer && node.arguments[0] && m.evaluate(node.arguments[0], scope);
  if (!answer || fn?.t !== 'fn') return undefined;
  m.tasks.later(PHASE.event, m.path, m.steps, () => void m.callFunction(fn, [answer], undefined, node));
  return unknownValue();
}

/** The condition under which a component that is declared as a gate renders what stands in it. */
export function declaredComponent(m: Machine, name: string, props: Obj, at: Location): Guard | undefined {
  return m.catalog.gates?.component(
    name,
    (property) => {
      const value = props.props.get(property);
      const texts = value?.t === 'arr' ? value.items.map(stringOf) : [stringOf(value)];
      return value && texts.flatMap((text) => text?.split(/[\s,]+/) ?? []);
    },
    at,
  );
}

/** A member of a platform of the site's own, compared with a text. */
export function declaredEquals(m: Machine, left: MValue, wanted: string, at: Location): Guard | undefined {
  return left.t === 'global' ? m.catalog.gates?.test(pathText(left.path), wanted, at) : undefined;
}

/** A path as a script writes it; what a package exports has no name in front. */
function pathText(path: readonly string[]): string {
  const names = path[0]?.startsWith('module:') ? path.slice(path[1] === 'default' ? 2 : 1) : path;
  return names.join('.').replaceAll('.()', '()');
}
