/** What the operators of expressions give. */
import { type Guard, not } from '../../model/guard.ts';
import type { Literal } from '../../model/value.ts';
import type { ESTree } from '../../parse/script.ts';
import { casesOf, ite, mapCases } from './cases.ts';
import { compare, equals } from './compare.ts';
import { throughConstant } from './constants.ts';
import { settled } from './digests.ts';
import { evaluate } from './expressions.ts';
import { joined } from './literals.ts';
import type { Machine } from './machine.ts';
import { withoutPart } from './named-parts.ts';
import { hasMember } from './objects.ts';
import { memberKey } from './patterns.ts';
import type { Scope } from './scope.ts';
import { placeOf, snippet } from './script-text.ts';
import { storedAs } from './stores.ts';
import { defined } from './truth.ts';
import { bool, lit, type MValue, nameOf, UNDEF, unknownValue } from './values.ts';
import { setMember } from './writes.ts';

/** `a && b`, `a || b`, `a ?? b`: the right side runs under the condition that the left one gives. */
export function logical(
  m: Machine,
  operator: string,
  leftNode: ESTree.Node,
  rightNode: ESTree.Node,
  scope: Scope,
): MValue {
  const left = evaluate(m, leftNode, scope);
  const guard: Guard = operator === '??' ? defined(left, placeOf(m.script, leftNode)) : m.test(left, leftNode);
  const needed = operator === '&&' ? guard : not(guard);
  if (needed.op === 'const')
    return needed.value ? throughConstant(m, leftNode, () => evaluate(m, rightNode, scope)) : left;
  const right = m.under(needed, () => evaluate(m, rightNode, scope));
  if (operator === '&&') return ite(guard, right, left.t === 'bool' ? lit(false) : falsySide(left));
  return ite(guard, left.t === 'bool' ? lit(true) : left, right);
}

/** What `a && b` gives where `a` is falsy: its kind is known, its condition was asked already. */
function falsySide(left: MValue): MValue {
  if (left.t === 'lit') return left;
  return left.t === 'global' || left.t === 'list' || left.t === 'stored' || left.t === 'elem' ? UNDEF : lit(false);
}

/** Comparisons, arithmetic, `in` and `instanceof`. */
export function binary(m: Machine, node: ESTree.BinaryExpression, scope: Scope): MValue {
  const left = evaluate(m, node.left, scope);
  const right = evaluate(m, node.right, scope);
  switch (node.operator) {
    case '===':
    case '==':
      return bool(equals(m, left, right, node, node.operator === '=='));
    case '!==':
    case '!=':
      return bool(not(equals(m, left, right, node, node.operator === '!=')));
    case '+':
      return plus(m, settled(left), settled(right), node);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return bool(compare(m, node.operator, left, right, node));
    case 'in':
      return left.t === 'lit' && (right.t === 'obj' || right.t === 'global' || right.t === 'stored')
        ? hasMember(m, right, left, node)
        : bool(compare(m, node.operator, left, right, node));
    case 'instanceof':
      return bool(compare(m, node.operator, left, right, node));
    default: {
      // A helper gives what is stored, or what stands in for it.
      const helped = left.t === 'ite' && casesOf(left).some(({ value }) => value.t === 'stored');
      return helped ? mapCases(left, (one) => combined(m, node, one, right)) : combined(m, node, left, right);
    }
  }
}

/** The result of an operator on numbers. */
function combined(m: Machine, node: ESTree.BinaryExpression, left: MValue, right: MValue): MValue {
  if (left.t === 'lit' && right.t === 'lit' && typeof left.v === 'number' && typeof right.v === 'number')
    return lit(arithmetic(node.operator, left.v, right.v));
  // Bits of what is stored: `flags & 4`.
  const stored = node.operator === '&' ? [left, right].find((side) => side.t === 'stored') : undefined;
  if (stored?.t === 'stored') return bool(storedAs(stored, snippet(m.script, node, 40), placeOf(m.script, node)));
  return unknownValue(nameOf(left) || nameOf(right));
}

function arithmetic(operator: string, left: number, right: number): number {
  switch (operator) {
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    case '|':
      return left | right;
    case '&':
      return left & right;
    default:
      return Number.NaN;
  }
}

/** A sum, or a text that keeps what its parts are. */
export function plus(m: Machine, left: MValue, right: MValue, node: ESTree.Node): MValue {
  if (left.t === 'lit' && right.t === 'lit' && typeof left.v === 'number' && typeof right.v === 'number') {
    return m.isRepeated ? unknownValue('count') : lit(left.v + right.v);
  }
  if (left.t === 'ite' && right.t !== 'ite') return mapCases(left, (one) => plus(m, one, right, node));
  if (right.t === 'ite' && left.t !== 'ite') return mapCases(right, (one) => plus(m, left, one, node));
  return joined([left, right], m, node);
}

/** `!a`, `typeof a`, `void a`, `-a`, `delete a.b`. */
export function unary(m: Machine, node: ESTree.UnaryExpression, scope: Scope): MValue {
  if (node.operator === 'delete') return remove(m, node.argument, scope);
  const value = evaluate(m, node.argument, scope);
  switch (node.operator) {
    case '!': {
      const guard = m.test(value, node.argument);
      return bool(not(guard));
    }
    case 'typeof':
      return { t: 'typeof', of: value };
    case 'void':
      return UNDEF;
    case '~':
      return value.t === 'index' ? bool(value.found) : unknownValue(nameOf(value));
    case '-':
      return value.t === 'lit' && typeof value.v === 'number' ? lit(-value.v) : unknownValue(nameOf(value));
    case '+':
      return value.t === 'lit' ? lit(Number(value.v)) : value;
    default:
      return unknownValue(nameOf(value));
  }
}

/** `delete object.key` */
function remove(m: Machine, target: ESTree.Node, scope: Scope): MValue {
  const member = target.type === 'ChainExpression' ? target.expression : target;
  if (member.type !== 'MemberExpression') return lit(false);
  const of = evaluate(m, member.object, scope);
  const key = memberKey(m, member, scope);
  if (of.t !== 'obj' || key === undefined) return lit(true);
  of.rest = of.rest.map((one) => withoutPart(one, key));
  if (of.rest.length > 0 || of.props.has(key)) setMember(m, of, key, UNDEF, member);
  // What is not there under any condition has no key either.
  if (of.rest.length === 0 && of.props.get(key) === UNDEF) of.props.delete(key);
  return lit(true);
}

/** `a++` and its like. */
export function update(m: Machine, node: ESTree.UpdateExpression, scope: Scope): MValue {
  const before = evaluate(m, node.argument, scope);
  const value: Literal | undefined =
    before.t === 'lit' && typeof before.v === 'number' ? before.v + (node.operator === '++' ? 1 : -1) : undefined;
  const after = value === undefined || m.isRepeated ? unknownValue(snippet(m.script, node.argument, 30)) : lit(value);
  if (node.argument.type === 'Identifier') scope.find(node.argument.name)?.write(after, m.path);
  return node.prefix || m.isRepeated ? after : before;
}
