/** Expressions. */
import { ALWAYS, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { noteAccountSettings } from './account-settings.ts';
import { evaluateCall } from './calls.ts';
import { casesOf, ite, mapCases } from './cases.ts';
import { makeClass, superMember } from './classes.ts';
import { equals } from './compare.ts';
import { throughConstant } from './constants.ts';
import { evaluateNew } from './constructions.ts';
import { declaredAnswer } from './declared.ts';
import { settled } from './digests.ts';
import { makeFunction } from './functions.ts';
import { evaluateJsx } from './jsx.ts';
import { itemsOf } from './keyed.ts';
import { joined, literalOf, textBetween } from './literals.ts';
import type { Machine } from './machine.ts';
import { getMember, readGlobal, whereThere } from './members.ts';
import { commonExport, importCall } from './modules.ts';
import { binary, logical, plus, unary, update } from './operators.ts';
import { membersOf } from './page-elements.ts';
import { declare, memberKey, memberKeyOf } from './patterns.ts';
import { awaited } from './promises.ts';
import { carriedBy, carrying } from './provenance.ts';
import { type Scope, since } from './scope.ts';
import { holesIn, placeOf } from './script-text.ts';
import { overlay } from './stores.ts';
import { isUnseen, itemOf } from './unknown-lists.ts';
import {
  arr,
  type Carried,
  lit,
  type MValue,
  nameOf,
  obj,
  stringOf,
  UNDEF,
  type Unknown,
  unknownValue,
} from './values.ts';
import { setMember } from './writes.ts';

/** What is known of an expression; activities in it are recorded on the way. */
export function evaluate(m: Machine, node: ESTree.Node, scope: Scope): MValue {
  m.spend();
  if (m.tooDeep) return unknownValue();
  m.nesting++;
  try {
    return known(m, node, scope);
  } finally {
    m.nesting--;
  }
}

function known(m: Machine, node: ESTree.Node, scope: Scope): MValue {
  const declared = declaredAnswer(m, node, scope);
  if (declared) return declared;
  switch (node.type) {
    case 'Literal':
      return literalOf(m, node);
    case 'TemplateLiteral':
      return templateText(m, node, scope);
    case 'Identifier':
      return identifier(m, node, scope);
    case 'ThisExpression':
      return scope.thisValue ?? { t: 'global', path: [] };
    case 'MemberExpression': {
      const object = evaluate(m, node.object, scope);
      const { text, value } = memberKeyOf(m, node, scope);
      if (node.object.type === 'Super' && text !== undefined) return superMember(m, scope, text) ?? UNDEF;
      if (text === undefined) return elementOf(m, object, value, node);
      return node.optional
        ? whereThere(m, object, node, (one) => getMember(m, one, text, node))
        : getMember(m, object, text, node);
    }
    case 'ChainExpression':
      return evaluate(m, node.expression, scope);
    case 'CallExpression':
      return evaluateCall(m, node, scope);
    case 'NewExpression':
      return evaluateNew(m, node, scope);
    case 'ObjectExpression':
      return objectOf(m, node, scope);
    case 'ArrayExpression':
      return arrayOf(m, node, scope);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return makeFunction(
        m,
        node,
        scope,
        node.type === 'FunctionExpression' ? (node.id?.name ?? '') : '',
        thisOf(node, scope),
      );
    case 'ClassExpression':
      return makeClass(m, node, scope);
    case 'AssignmentExpression':
      return assign(m, node, scope);
    case 'LogicalExpression':
      return logical(m, node.operator, node.left, node.right, scope);
    case 'ConditionalExpression': {
      const guard = m.test(evaluate(m, node.test, scope), node.test);
      if (guard.op === 'const') {
        const taken = guard.value ? node.consequent : node.alternate;
        return throughConstant(m, node.test, () => evaluate(m, taken, scope));
      }
      const yes = m.under(guard, () => evaluate(m, node.consequent, scope));
      const no = m.under(not(guard), () => evaluate(m, node.alternate, scope));
      return ite(guard, yes, no);
    }
    case 'BinaryExpression':
      return binary(m, node, scope);
    case 'UnaryExpression':
      return unary(m, node, scope);
    case 'UpdateExpression':
      return update(m, node, scope);
    case 'SequenceExpression': {
      let last: MValue = UNDEF;
      for (const expression of node.expressions) last = evaluate(m, expression, scope);
      return last;
    }
    case 'AwaitExpression': {
      return awaited(m, evaluate(m, node.argument, scope));
    }
    case 'YieldExpression':
      return yielded(m, node, scope);
    case 'SpreadElement':
      return evaluate(m, node.argument, scope);
    case 'ImportExpression':
      return importCall(m, evaluate(m, node.source, scope), node);
    case 'TaggedTemplateExpression':
      evaluate(m, node.tag, scope);
      return templateText(m, node.quasi, scope);
    case 'JSXElement':
    case 'JSXFragment':
    case 'JSXExpressionContainer':
      return evaluateJsx(m, node, scope);
    case 'MetaProperty':
      return unknownValue('import.meta');
    case 'Super':
      return scope.thisValue ?? unknownValue('super');
    default:
      // Nodes of TypeScript that wrap an expression: `x as T`, `x!`, `x satisfies T`.
      if ('expression' in node && typeof node.expression === 'object' && node.expression !== null) {
        return evaluate(m, node.expression, scope);
      }
      return unknownValue();
  }
}

const MAX_YIELDS = 12;

function yielded(m: Machine, node: ESTree.YieldExpression, scope: Scope): MValue {
  const value = node.argument ? evaluate(m, node.argument, scope) : UNDEF;
  const { yields } = m.frame;
  if (yields && yields.length < MAX_YIELDS) {
    if (node.delegate && value.t === 'arr') yields.push(...value.items.slice(0, MAX_YIELDS));
    else yields.push(ite(since(m.path, m.frame.entry), value, UNDEF));
  }
  return value;
}

function thisOf(node: ESTree.Node, scope: Scope): MValue | undefined {
  return node.type === 'ArrowFunctionExpression' ? scope.thisValue : undefined;
}

function identifier(m: Machine, node: ESTree.Identifier, scope: Scope): MValue {
  const { name } = node;
  const [start, end] = node.range ?? [0, 0];
  if (m.script.holes.length > 0) {
    const [hole] = holesIn(m.script, start, end);
    if (hole) return hole.start === start && hole.end >= end ? hole.value(scope) : unknownValue();
  }
  if (name === 'undefined') return UNDEF;
  if (name === 'NaN') return lit(Number.NaN);
  const cell = scope.find(name);
  if (cell && m.global.cells.get(name) !== cell) return cell.read(m.path);
  return readGlobal(m, name, placeOf(m.script, node));
}

/** A member whose name is not known: an element of a list, an entry of a table. */
function elementOf(m: Machine, object: MValue, key: MValue | undefined, node: ESTree.Node): MValue {
  if (key?.t === 'ite' && object.t === 'obj') {
    return mapCases(key, (one) => {
      const text = stringOf(one);
      return text === undefined ? elementOf(m, object, one, node) : getMember(m, object, text, node);
    });
  }
  // A table asked with what is stored: `{ granted: true, denied: false }[choice]`.
  if (object.t === 'obj' && key?.t === 'stored' && object.rest.length === 0) {
    let found: MValue = UNDEF;
    for (const [name, value] of [...object.props].slice(0, 10))
      found = ite(equals(m, key, lit(name), node), value, found);
    return found;
  }
  if (object.t === 'arr') {
    const [first] = object.items;
    return first && object.items.length === 1 ? first : unknownValue('item');
  }
  if (object.t === 'stored' || object.t === 'list') return object;
  const source = object.t === 'obj' && object.props.size === 0 ? object.rest[0] : undefined;
  if (source && isUnseen(m, source)) return itemOf(source, placeOf(m.script, node));
  return carrying(unknownValue(nameOf(object) === '' ? '' : `${nameOf(object)}[]`), partsOf(object));
}

/** What the parts of a value carry, where it is known where that comes from. */
function partsOf(value: MValue): Carried | undefined {
  return value.t === 'unknown' || (value.t === 'global' && value.carries) ? carriedBy([value]) : undefined;
}

function templateText(m: Machine, node: ESTree.TemplateLiteral, scope: Scope): MValue {
  const parts: (string | MValue)[] = [];
  for (const [index, quasi] of node.quasis.entries()) {
    parts.push(...textBetween(m, quasi));
    const expression = node.expressions[index];
    if (expression) parts.push(evaluate(m, expression, scope));
  }
  return joined(parts, m, node);
}

function isHole(m: Machine, node: ESTree.Node): boolean {
  const [start, end] = node.range ?? [0, 0];
  return m.script.holes.length > 0 && node.type === 'Identifier' && holesIn(m.script, start, end).length > 0;
}

function objectOf(m: Machine, node: ESTree.ObjectExpression, scope: Scope): MValue {
  const made = obj(placeOf(m.script, node));
  m.objectPaths.set(made, m.path);
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = evaluate(m, property.argument, scope);
      if (spread.t === 'obj') {
        for (const [key, value] of spread.props) made.props.set(key, value);
        made.rest.push(...spread.rest);
      } else if (spread.t === 'stored') {
        overlay(m, made.props, spread, undefined);
        made.rest.push(spread);
      } else if (spread.t === 'ite') {
        // `...(condition && { key: value })`
        const { yes, no, guard } = spread;
        for (const [side, when] of [
          [yes, guard],
          [no, not(guard)],
        ] as const) {
          if (side.t === 'obj')
            for (const [key, value] of side.props) made.props.set(key, ite(when, value, made.props.get(key) ?? UNDEF));
          if (side.t === 'stored') {
            overlay(m, made.props, side, when);
            made.rest.push(side);
          }
        }
      } else if (spread.t !== 'lit') made.rest.push(spread);
      continue;
    }
    if (property.type !== 'Property') continue;
    const { key: keyNode } = property;
    const key = property.computed
      ? stringOf(evaluate(m, keyNode, scope))
      : keyNode.type === 'Identifier'
        ? keyNode.name
        : keyNode.type === 'Literal'
          ? String(keyNode.value)
          : undefined;
    let value = evaluate(m, property.value, scope);
    // `{ {{ more }} }`: which members a template prints is not known.
    if (isHole(m, keyNode)) {
      made.rest.push(value);
      continue;
    }
    if (property.kind !== 'init' && value.t === 'fn' && key !== undefined) {
      if (property.kind === 'get') {
        made.getters ??= new Map();
        made.getters.set(key, { ...value, self: made });
      } else {
        made.setters ??= new Map();
        made.setters.set(key, { ...value, self: made });
      }
      continue;
    }
    if (value.t === 'fn') {
      if (value.name === '' && key !== undefined) value.name = key;
      value = value.node.type === 'ArrowFunctionExpression' ? value : { ...value, self: made };
    }
    if (key === undefined) made.rest.push(value);
    else {
      made.props.set(key, value);
      made.places.set(key, placeOf(m.script, property));
    }
  }
  noteAccountSettings(m, made);
  return made;
}

function arrayOf(m: Machine, node: ESTree.ArrayExpression, scope: Scope): MValue {
  const items: MValue[] = [];
  const when: Guard[] = [];
  let open = false;
  for (const element of node.elements) {
    if (!element) items.push(UNDEF);
    else if (element.type === 'SpreadElement') {
      const value = evaluate(m, element.argument, scope);
      const spread = value.t === 'keyed' ? itemsOf(value) : value;
      // A copy of what is stored is what is stored.
      if (spread.t === 'stored' && node.elements.length === 1) return spread;
      if (spread.t === 'elem') {
        items.push(...membersOf(m, spread));
        open ||= !spread.found;
      } else if (spread.t === 'arr') {
        if (spread.when) for (const [index, guard] of spread.when.entries()) when[items.length + index] = guard;
        items.push(...spread.items);
        open ||= spread.open;
      } else {
        for (const { guard, value: one } of casesOf(spread)) {
          if (one.t === 'lit') continue;
          const found = one.t === 'arr' ? one.items : isUnseen(m, one) ? [itemOf(one)] : [];
          if (guard !== ALWAYS) for (const [index] of found.entries()) when[items.length + index] = guard;
          items.push(...found);
          open ||= one.t !== 'arr' || one.open;
        }
      }
    } else items.push(evaluate(m, element, scope));
  }
  const made = arr(items, {
    open,
    at: placeOf(m.script, node),
    ...(when.length > 0 ? { when: items.map((_, index) => when[index] ?? ALWAYS) } : {}),
  });
  m.objectPaths.set(made, m.path);
  return made;
}

function assign(m: Machine, node: ESTree.AssignmentExpression, scope: Scope): MValue {
  const { left, operator } = node;
  let value: MValue;
  const mark = m.throws?.length ?? 0;
  if (operator === '=') value = evaluate(m, node.right, scope);
  else if (operator === '||=' || operator === '&&=' || operator === '??=') {
    value = logical(m, operator.slice(0, 2), left, node.right, scope);
  } else if (operator === '+=') {
    value = plus(m, evaluate(m, left, scope), evaluate(m, node.right, scope), node);
  } else {
    evaluate(m, node.right, scope);
    value = unknownValue();
  }
  // What throws on the way is not assigned.
  const thrown = m.throws && m.throws.length > mark ? or(...m.throws.slice(mark)) : NEVER;
  m.under(not(thrown), () => write(m, node, value, scope));
  return value;
}

function write(m: Machine, node: ESTree.AssignmentExpression, value: MValue, scope: Scope): void {
  const { left } = node;
  if (left.type === 'MemberExpression') {
    const object = evaluate(m, left.object, scope);
    const key = memberKey(m, left, scope);
    if (key !== undefined) {
      setMember(m, object, key, value, node);
      if (object.t === 'global') commonExport(m, [...object.path, key], value, node);
    } else if (object.t === 'obj') object.rest.push(value);
    else if (object.t === 'arr') object.open = true;
    else if (left.object.type === 'Identifier' && digestsMember(object, value))
      declare(m, left.object, { ...object, transforms: [...object.transforms, 'hash'] }, scope, 'assign');
  } else declare(m, left, value, scope, 'assign');
}

/** `for (key in user) user[key] = sha256(user[key])`, where nothing is known of the keys: what is left of the object are digests. */
function digestsMember(object: MValue, value: MValue): object is Unknown {
  if (object.t !== 'unknown') return false;
  const digest = settled(value);
  if (digest.t !== 'unknown' || !digest.transforms.includes('hash')) return false;
  const own = new Set(object.origins.map(({ name }) => name));
  return digest.origins.some(({ name }) => own.has(name.replace(/\[\]$/, '')));
}
