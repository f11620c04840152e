/** How a function that stands in front of a library's queue hands its commands over. */
import type { ESTree } from '../../parse/script.ts';
import type { Fn, FunctionNode } from './values.ts';

/** In which form commands are pushed: as the `arguments` object that the library takes, or in one that it ignores. */
export interface QueueForm {
  readonly form: 'arguments' | 'list' | 'object' | 'separate' | 'unknown';
  /** The name of the list on window. */
  readonly queue: string | undefined;
  /** What is pushed, by the only push of the function. */
  readonly pushed?: readonly ESTree.Node[];
}

const UNKNOWN: QueueForm = { form: 'unknown', queue: undefined };
const MAX_NODES = 400;
const FORMS = new WeakMap<FunctionNode, QueueForm>();

/**
 * Source: Google's data-layer-helper tells an `arguments` object from a list; facts on consent mode, section 2.
 * A function that pushes nothing in sight is unknown.
 */
export function queueFormOf(fn: Fn): QueueForm {
  let form = FORMS.get(fn.node);
  if (!form) {
    form = fn.native ? UNKNOWN : find(fn.node);
    FORMS.set(fn.node, form);
  }
  return form;
}

function find(fn: FunctionNode): QueueForm {
  let best = UNKNOWN;
  let count = 0;
  let pushes = 0;
  const visit = (node: unknown, own: boolean): void => {
    if (count++ > MAX_NODES || best.form === 'arguments' || !isNode(node)) return;
    const inner = own && node.type !== 'FunctionExpression' && node.type !== 'FunctionDeclaration';
    if (node.type === 'CallExpression' && inner) {
      const pushed = pushOf(node, fn);
      if (pushed) pushes++;
      if (pushed && (best.form === 'unknown' || pushed.form === 'arguments')) best = pushed;
    }
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) for (const item of value) visit(item, inner);
      else if (typeof value === 'object' && value !== null && 'type' in value) visit(value, inner);
    }
  };
  visit(fn.body, true);
  if (pushes < 2) return best;
  const { pushed, ...rest } = best;
  return rest;
}

function pushOf(node: ESTree.CallExpression, fn: FunctionNode): QueueForm | undefined {
  const member = memberOf(node.callee);
  if (!member) return undefined;
  const name = nameOf(member);
  if (name === 'push')
    return { form: formOf(node.arguments, fn), queue: queueOf(member.object), pushed: node.arguments };
  if (name !== 'call' && name !== 'apply') return undefined;
  // `dataLayer.push.apply(dataLayer, arguments)` pushes the parts of a command one by one.
  const push = memberOf(member.object);
  if (!push || nameOf(push) !== 'push') return undefined;
  const [target, ...rest] = node.arguments;
  const queue = target && queueOf(target);
  if (name === 'call') return { form: formOf(rest, fn), queue };
  const [list] = rest;
  if (list?.type === 'ArrayExpression')
    return {
      form: formOf(
        list.elements.flatMap((item) => (item ? [item] : [])),
        fn,
      ),
      queue,
    };
  return { form: 'separate', queue };
}

function formOf(args: readonly ESTree.Node[], fn: FunctionNode): QueueForm['form'] {
  const [first] = args;
  if (!first) return 'unknown';
  if (first.type === 'SpreadElement' || args.length > 1) return 'separate';
  const value = bare(first);
  switch (value.type) {
    case 'Identifier':
      // An arrow function has no arguments of its own.
      if (value.name === 'arguments') return fn.type === 'ArrowFunctionExpression' ? 'list' : 'arguments';
      return isRest(fn, value.name) ? 'list' : 'unknown';
    case 'ArrayExpression':
      return 'list';
    case 'ObjectExpression':
      return value.properties.some((one) => one.type === 'SpreadElement' && isArguments(one.argument))
        ? 'object'
        : 'unknown';
    case 'CallExpression': {
      // `Array.from(arguments)`, `[].slice.call(arguments)`.
      const member = memberOf(value.callee);
      const copies = member && /^(?:from|of|call|apply|slice|concat)$/.test(nameOf(member) ?? '');
      return copies && value.arguments.some(isArguments) ? 'list' : 'unknown';
    }
    default:
      return 'unknown';
  }
}

function isArguments(node: ESTree.Node): boolean {
  return node.type === 'Identifier' && node.name === 'arguments';
}

function isRest(fn: FunctionNode, name: string): boolean {
  return fn.params.some(
    (one) => one.type === 'RestElement' && one.argument.type === 'Identifier' && one.argument.name === name,
  );
}

/** Without what only the types need: `args as never`, `args!`. */
function bare(node: ESTree.Node): ESTree.Node {
  let at = node;
  for (let depth = 0; depth < 4 && 'expression' in at && isNode(at.expression) && /^TS/.test(at.type); depth++)
    at = at.expression;
  return at;
}

function memberOf(node: ESTree.Node): ESTree.MemberExpression | undefined {
  const inner = bare(node.type === 'ChainExpression' ? node.expression : node);
  return inner.type === 'MemberExpression' ? inner : undefined;
}

function nameOf(node: ESTree.MemberExpression): string | undefined {
  const { property } = node;
  if (!node.computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}

/** `dataLayer`, `window.dataLayer`, `window['dataLayer']`, `(window.dataLayer = window.dataLayer || [])`. */
function queueOf(node: ESTree.Node): string | undefined {
  const inner = bare(node.type === 'ChainExpression' ? node.expression : node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'MemberExpression') return nameOf(inner);
  if (inner.type === 'AssignmentExpression') return queueOf(inner.left);
  return inner.type === 'LogicalExpression' ? queueOf(inner.left) : undefined;
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
