/** Where the parts of a call stand, for repairs. */
import type { CallSyntax, WrapperSyntax } from '../../model/call-syntax.ts';
import type { ESTree } from '../../parse/script.ts';
import { type Location, locationOf } from '../../text/location.ts';
import type { Span } from '../../text/offset-map.ts';
import type { ScriptText } from './script-text.ts';
import type { Fn } from './values.ts';

const PROGRAMS = new WeakMap<ScriptText, ESTree.Program>();

/** Notes the tree of a script, in which statements are looked up. */
export function noteProgram(script: ScriptText, program: ESTree.Program): void {
  PROGRAMS.set(script, program);
}

/**
 * @param withStatement looks for the statement, too, which takes longer
 * @returns undefined for what is no call, and for code that does not stand in its source as it is
 */
export function callSyntaxOf(script: ScriptText, node: ESTree.Node, withStatement = true): CallSyntax | undefined {
  const call = placeIn(script, node);
  if (!call || node.type !== 'CallExpression') return undefined;
  const args = node.arguments.flatMap((arg) => (arg.type === 'SpreadElement' ? [] : (placeIn(script, arg) ?? [])));
  if (args.length !== node.arguments.length) return undefined;
  const program = withStatement ? PROGRAMS.get(script) : undefined;
  // Whether a line ends in front of it would not be seen.
  if (withStatement && !program) return undefined;
  const statement = program && statementAt(program, node);
  const place = statement && placeIn(script, statement);
  return { call, args, ...(place && { statement: place }) };
}

/** @param args what the function pushes, where it pushes it once */
export function wrapperSyntaxOf({ script, node }: Fn, args: readonly ESTree.Node[]): WrapperSyntax | undefined {
  const [first] = args;
  const last = args[args.length - 1];
  const whole = placeIn(script, node);
  if (!whole || !first?.range || !last?.range) return undefined;
  const { source } = whole;
  const pushed = locationOf(source, { start: first.range[0], end: last.range[1] });
  if (node.type !== 'ArrowFunctionExpression') return { pushed };
  const [from, to] = node.body.range ?? [0, 0];
  const head = source.text.slice(whole.start, from);
  const arrow = /\s*=>\s*$/.exec(head)?.[0];
  if (arrow === undefined || !head.startsWith('(')) return undefined;
  const isExpression = node.body.type !== 'BlockStatement';
  return {
    pushed,
    arrow: {
      whole,
      arrow: locationOf(source, { start: from - arrow.length, end: from }),
      ...(isExpression && { expression: locationOf(source, { start: from, end: to }) }),
    },
  };
}

function placeIn({ source, anchor, lead }: ScriptText, { range }: ESTree.Node): Location | undefined {
  return anchor || lead || !range ? undefined : locationOf(source, { start: range[0], end: range[1] });
}

/** The expression statement that begins with a node, in a list of statements. */
function statementAt(program: ESTree.Program, { range }: ESTree.Node): ESTree.Node | undefined {
  if (!range) return undefined;
  const [start, end] = range;
  let found: ESTree.Node | undefined;
  let at: ESTree.Node | undefined = program;
  while (at) {
    const inner: { node: ESTree.Node; listed: boolean } | undefined = childAround(at, { start, end });
    if (inner?.node.type === 'ExpressionStatement' && inner.node.range?.[0] === start)
      found = inner.listed ? inner.node : undefined;
    at = inner?.node;
  }
  return found;
}

/** The part of a node that a range lies in, and whether it is one of a list of statements. */
function childAround(node: ESTree.Node, { start, end }: Span): { node: ESTree.Node; listed: boolean } | undefined {
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent' || typeof value !== 'object' || value === null) continue;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const one of list) {
      if (!isNode(one) || !one.range || one.range[0] > start || one.range[1] < end) continue;
      if (one.range[0] === node.range?.[0] && one.range[1] === node.range[1] && one.type === node.type) continue;
      return { node: one, listed: Array.isArray(value) && (key === 'body' || key === 'consequent') };
    }
  }
  return undefined;
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
