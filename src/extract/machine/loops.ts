/** Loops. */

import { ALWAYS, and, condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { afterLoop, type Flow, GO, merge } from './flow.ts';
import type { Machine } from './machine.ts';
import { declare } from './patterns.ts';
import { MAX_ROUNDS, roundsOf } from './rounds.ts';
import { enter, Scope } from './scope.ts';
import { sourceOf } from './script-text.ts';
import { run } from './statements.ts';

/** A loop whose test is known runs as often as it says (a few times at most); any other runs once, under its test. */
export function loop(
  m: Machine,
  node: ESTree.ForStatement | ESTree.WhileStatement | ESTree.DoWhileStatement,
  scope: Scope,
): Flow {
  if (node.type === 'ForStatement' && node.init) {
    if (node.init.type === 'VariableDeclaration') run(m, node.init, scope);
    else m.evaluate(node.init, scope);
  }
  const start = m.path;
  const breaks = mayBreak(m, node.body);
  let go: Guard = ALWAYS;
  const leave = (flow: Flow): Flow => {
    m.path = start;
    return afterLoop(go === ALWAYS ? flow : { go: and(go, flow.go), jump: and(go, flow.jump) });
  };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const tested = node.type === 'DoWhileStatement' && round === 0 ? undefined : node.test;
    const guard = tested ? m.test(m.evaluate(tested, scope), tested) : ALWAYS;
    if (guard === NEVER || (guard.op === 'const' && !guard.value)) return leave(GO);
    const runOnce = (): Flow => m.under(guard, () => run(m, node.body, scope));
    // As often as the test holds, which is not known.
    const flow = guard.op === 'const' ? runOnce() : m.unbounded(runOnce);
    if (node.type === 'ForStatement' && node.update) m.evaluate(node.update, scope);
    // Leaving the function inside the loop body ends it for what follows; leaving only the loop does not.
    if (guard.op !== 'const') {
      if (waits(m, node)) return leave({ go: not(guard), jump: NEVER });
      return leave(flow === GO ? GO : merge(guard, flow, GO));
    }
    if (flow !== GO && breaks) return leave(flow);
    if (flow !== GO) {
      const on = or(flow.go, flow.jump);
      go = and(go, on);
      if (go === NEVER) return leave(GO);
      m.path = enter(m.path, on);
    }
    if (!tested) return leave(GO);
  }
  return leave(GO);
}

const BREAKS = new WeakMap<ESTree.Node, boolean>();

/** Whether the word stands in a body; a loop in a function is met many times. */
function mayBreak(m: Machine, body: ESTree.Node): boolean {
  let breaks = BREAKS.get(body);
  if (breaks === undefined) {
    breaks = /\bbreak\b/.test(sourceOf(m, body));
    BREAKS.set(body, breaks);
  }
  return breaks;
}

/** `while (!granted()) await sleep(100)`: what follows comes when the test has failed. */
function waits(m: Machine, node: ESTree.Node & { readonly body: ESTree.Statement }): boolean {
  const body = sourceOf(m, node.body);
  return node.type === 'WhileStatement' && /\bawait\b/.test(body) && !/\b(?:break|return|throw)\b/.test(body);
}

/** `for … of` and `for … in`: the body for every item that is known, once where they are not. */
export function each(m: Machine, node: ESTree.ForOfStatement | ESTree.ForInStatement, scope: Scope): Flow {
  const over = m.evaluate(node.right, scope);
  const { items, closed } = roundsOf(m, over, node);
  let flow: Flow = GO;
  for (const { item, when } of items) {
    const inner = new Scope(scope, false);
    const { left } = node;
    if (left.type === 'VariableDeclaration') {
      const target = left.declarations[0]?.id;
      if (target) declare(m, target, item, inner, left.kind);
    } else declare(m, left, item, inner, 'assign');
    const runOnce = (): Flow => m.under(when, () => run(m, node.body, inner));
    const next = closed ? runOnce() : m.unbounded(runOnce);
    if (next !== GO)
      flow = closed && over.t === 'arr' && items.length === 1 ? next : merge(condition('free', 'loop'), next, GO);
  }
  return afterLoop(flow);
}
