/** What is declared before a body runs: functions, and names of variables. */
import type { ESTree } from '../../parse/script.ts';
import { registerCallbackName } from './callbacks.ts';
import { makeFunction } from './functions.ts';
import type { Machine } from './machine.ts';
import type { Scope } from './scope.ts';
import { isDeclared } from './statements.ts';
import { UNDEF } from './values.ts';

/** Declares the functions and `var` names of a body before it runs. */
export function hoist(m: Machine, body: readonly ESTree.Node[], scope: Scope): void {
  for (const name of namesOfVars(body)) {
    if (!scope.cells.has(name))
      scope.declare(name, scope === m.global ? (m.global.find(name)?.value ?? UNDEF) : UNDEF, m.path);
  }
  hoistFunctions(m, body, scope);
}

/** Functions are there from the first statement of their block on. */
export function hoistFunctions(m: Machine, body: readonly ESTree.Node[], scope: Scope): void {
  for (const node of body) {
    const statement =
      node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration' ? node.declaration : node;
    if (statement?.type !== 'FunctionDeclaration') continue;
    const name = statement.id?.name ?? '';
    const fn = makeFunction(m, statement, scope, name);
    if (name !== '') scope.declare(name, fn, m.path);
    if (scope === m.global) registerCallbackName(m, [name], fn);
  }
}

const VARS = new WeakMap<readonly ESTree.Node[], ReadonlySet<string>>();

/** The `var` names of a body; a function is called many times. */
function namesOfVars(body: readonly ESTree.Node[]): ReadonlySet<string> {
  let names = VARS.get(body);
  if (!names) {
    names = varsOf(body);
    VARS.set(body, names);
  }
  return names;
}

function varsOf(
  body: readonly (ESTree.Node | null | undefined)[],
  depth = 0,
  names: Set<string> = new Set(),
): Set<string> {
  if (depth > 40) return names;
  for (const node of body) {
    switch (node?.type) {
      case 'VariableDeclaration':
        if (node.kind === 'var' && !isDeclared(node))
          for (const { id } of node.declarations) if (id.type === 'Identifier') names.add(id.name);
        break;
      case 'ExportNamedDeclaration':
        varsOf([node.declaration], depth + 1, names);
        break;
      case 'BlockStatement':
        varsOf(node.body, depth + 1, names);
        break;
      case 'IfStatement':
        varsOf([node.consequent, node.alternate], depth + 1, names);
        break;
      case 'ForStatement':
        varsOf([node.init, node.body], depth + 1, names);
        break;
      case 'ForInStatement':
      case 'ForOfStatement':
        varsOf([node.left, node.body], depth + 1, names);
        break;
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'LabeledStatement':
      case 'WithStatement':
        varsOf([node.body], depth + 1, names);
        break;
      case 'TryStatement':
        varsOf([node.block, node.handler?.body, node.finalizer], depth + 1, names);
        break;
      case 'SwitchStatement':
        for (const item of node.cases) varsOf(item.consequent, depth + 1, names);
        break;
      default:
    }
  }
  return names;
}
