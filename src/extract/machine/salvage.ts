/**
 * What is done where a budget ends: a large library in front of a vendor's snippet must not hide it. What is left of a body and
 * leads to a vendor is run on the reserve, without what does not; whether it runs rests on what was not evaluated.
 */
import { condition, type Guard } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { OutOfFuel } from './budget.ts';
import type { Machine } from './machine.ts';
import { enter, type Scope } from './scope.ts';
import { placeOf } from './script-text.ts';

/** Longer statements are looked into, one by one. */
const MAX_SNIPPET = 4_000;
const MAX_DECLARATION = 300;

type Run<T> = (m: Machine, node: ESTree.Node, scope: Scope) => T;

/** Runs a statement of a body; where the budget is low, a snippet is read to its end. */
export function runAtEnd<T>(m: Machine, node: ESTree.Node, scope: Scope, run: Run<T>): T {
  if (!m.budget.isLow || lengthOf(node) > MAX_SNIPPET || !m.leadsToTag(node, scope)) return run(m, node, scope);
  return m.budget.reserved(() => run(m, node, scope));
}

/** True where a statement is left out, because only what leads to a vendor is run. */
export function isPassedOver(m: Machine, node: ESTree.Node, body: readonly ESTree.Node[], scope: Scope): boolean {
  if (!m.salvaging) return false;
  const [first, last] = [body[0]?.range?.[0] ?? 0, body[body.length - 1]?.range?.[1] ?? 0];
  if (last - first <= MAX_SNIPPET) return false;
  if (node.type === 'VariableDeclaration' && lengthOf(node) <= MAX_DECLARATION) return false;
  return !m.leadsToTag(node, scope);
}

/** Runs what is left of a body behind the place where the budget ended, and the statement in which it did. */
export function salvage<T>(
  m: Machine,
  { body, index, scope, error }: { body: readonly ESTree.Node[]; index: number; scope: Scope; error: OutOfFuel },
  run: Run<T>,
): void {
  const left = body.slice(error.salvaged ? index + 1 : index).filter((node) => m.leadsToTag(node, scope));
  if (left.length === 0) return;
  error.salvaged = true;
  const before = m.salvaging;
  m.salvaging = true;
  m.path = enter(m.path, unread(m, body[index]));
  for (const node of left) {
    if (!m.budget.hasReserve) break;
    m.attempt(() => m.budget.reserved(() => run(m, node, scope)));
  }
  m.salvaging = before;
}

function unread(m: Machine, node: ESTree.Node | undefined): Guard {
  return condition('unresolved', 'a script that takes too many steps', node && placeOf(m.script, node));
}

function lengthOf({ range: [start, end] = [0, 0] }: ESTree.Node): number {
  return end - start;
}
