/** Compiles the JavaScript-like patterns of the catalogue (`fbq('init', $id, $user)`) into `UsePattern`s. */
import { type ESTree, parseScript } from 'meriyah';
import type { ArgPattern, PathSegment, UsePattern } from '../../src/model/catalog.ts';

export class PatternError extends Error {}

/**
 * @param text an expression: a call, `new` call, assignment or member path; identifiers with `$` are captures,
 *   `'a' || 'b'` are alternatives
 * @param module when given, the path starts at this npm package (`default.init($id)`)
 * @throws PatternError when the text is not such an expression
 */
export function compileUse(text: string, module?: string): UsePattern {
  let expression: ESTree.Expression;
  try {
    const statement = parseScript(`(${text})`).body[0];
    if (statement?.type !== 'ExpressionStatement') throw new PatternError(`not an expression: ${text}`);
    expression = statement.expression;
  } catch (error) {
    throw new PatternError(`${error instanceof Error ? error.message : String(error)} in pattern ${text}`);
  }
  const start: PathSegment[] = module === undefined ? [] : [`module:${module}`];
  switch (expression.type) {
    case 'CallExpression':
      return {
        form: 'call',
        path: [...start, ...path(expression.callee, text)],
        args: args(expression.arguments, text),
      };
    case 'NewExpression':
      return {
        form: 'new',
        path: [...start, ...path(expression.callee, text)],
        args: args(expression.arguments, text),
      };
    case 'AssignmentExpression':
      return {
        form: 'assign',
        path: [...start, ...path(expression.left, text)],
        args: [argument(expression.right, text)],
      };
    case 'MemberExpression':
    case 'Identifier':
      return { form: 'read', path: [...start, ...path(expression, text)], args: [] };
    default:
      throw new PatternError(`a pattern is a call, an assignment or a path: ${text}`);
  }
}

function path(node: ESTree.Node, text: string): PathSegment[] {
  if (node.type === 'Identifier') return [segment(node.name)];
  if (node.type === 'MemberExpression') {
    // `window['$crisp']`: a name that begins with a dollar is none that captures.
    const isGlobal = node.object.type === 'Identifier' && node.object.name === 'window';
    const object = isGlobal ? [] : path(node.object, text);
    if (!node.computed && node.property.type === 'Identifier') return [...object, segment(node.property.name)];
    if (node.computed && node.property.type === 'Literal') return [...object, String(node.property.value)];
    if (node.computed && node.property.type === 'Identifier') return [...object, segment(node.property.name)];
  }
  // `Osano.cm.getConsent().MARKETING`: the arguments of a call inside a path do not matter.
  if (node.type === 'CallExpression') return [...path(node.callee, text), '()'];
  throw new PatternError(`not a path: ${text}`);
}

function segment(name: string): PathSegment {
  return name.startsWith('$') && name.length > 1 ? { capture: name.slice(1) } : name;
}

function args(nodes: readonly ESTree.Node[], text: string): ArgPattern[] {
  return nodes.map((node) => argument(node, text));
}

function argument(node: ESTree.Node, text: string): ArgPattern {
  switch (node.type) {
    case 'Literal': {
      const value = node.value;
      if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        return { literal: value };
      }
      break;
    }
    case 'Identifier':
      if (node.name.startsWith('$')) return { capture: node.name.slice(1) };
      break;
    case 'LogicalExpression':
      return { oneOf: [...alternatives(node.left, text), ...alternatives(node.right, text)] };
    case 'ArrayExpression': {
      const [first] = node.elements;
      // `[...{ name: $category, onAccept: $callback }]`: every item that fits.
      if (first?.type === 'SpreadElement' && node.elements.length === 1)
        return { each: argument(first.argument, text) };
      return { array: node.elements.map((element) => (element === null ? { capture: '' } : argument(element, text))) };
    }
    case 'ObjectExpression': {
      const object: Record<string, ArgPattern> = {};
      for (const property of node.properties) {
        if (property.type !== 'Property') throw new PatternError(`spread in pattern: ${text}`);
        const key = property.key;
        // `{ [$category]: { onAccept: $callback } }`: every member that fits.
        if (property.computed) {
          if (key.type !== 'Identifier' || !key.name.startsWith('$') || node.properties.length > 1)
            throw new PatternError(`a computed key is a $capture that stands alone: ${text}`);
          return { member: argument(property.value, text), key: key.name.slice(1) };
        }
        const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
        if (name === undefined) throw new PatternError(`computed key in pattern: ${text}`);
        object[name] = argument(property.value, text);
      }
      return { object };
    }
    default:
  }
  throw new PatternError(`an argument is a literal, a $capture, an object or an array: ${text}`);
}

function alternatives(node: ESTree.Node, text: string): string[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node.type === 'LogicalExpression') return [...alternatives(node.left, text), ...alternatives(node.right, text)];
  throw new PatternError(`alternatives are string literals: ${text}`);
}
