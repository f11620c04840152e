/** Statements: control flow as conditions. */
import { ALWAYS, and, condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { OutOfFuel } from './budget.ts';
import { makeClass } from './classes.ts';
import { equals } from './compare.ts';
import { pastConstant, throughConstant } from './constants.ts';
import { announce } from './decorated.ts';
import { declareTypeScript } from './enums.ts';
import { throwHere } from './exceptions.ts';
import { afterLoop, type Flow, GO, JUMP, LEAVE, merge } from './flow.ts';
import { makeFunction } from './functions.ts';
import { hoist, hoistFunctions } from './hoist.ts';
import { each, loop } from './loops.ts';
import type { Machine } from './machine.ts';
import { bindImports, exported } from './modules.ts';
import { declare } from './patterns.ts';
import { isPassedOver, runAtEnd, salvage } from './salvage.ts';
import { enter, Scope } from './scope.ts';
import { sourceOf, templateGuard } from './script-text.ts';
import { UNDEF, unknownValue } from './values.ts';

/** Declares what a body declares and runs it; gives the condition under which its end is reached. */
export function runProgram(m: Machine, body: readonly ESTree.Node[], scope: Scope): Guard {
  hoist(m, body, scope);
  return runBody(m, body, scope).go;
}

/** Runs statements one after the other, each under the conditions that the earlier ones leave. */
function runBody(m: Machine, body: readonly ESTree.Node[], scope: Scope): Flow {
  const start = m.path;
  let go: Guard = ALWAYS;
  let jump: Guard = NEVER;
  for (const [index, node] of body.entries()) {
    if (isPassedOver(m, node, body, scope)) continue;
    const here = m.path;
    const template = templateGuard(m.script, node);
    m.path = enter(here, template);
    let flow: Flow;
    try {
      flow = runAtEnd(m, node, scope, run);
    } catch (error) {
      if (error instanceof OutOfFuel) {
        m.path = here;
        salvage(m, { body, index, scope, error }, run);
      }
      throw error;
    }
    if (m.awaited !== ALWAYS) {
      flow = { go: and(flow.go, m.awaited), jump: flow.jump };
      m.awaited = ALWAYS;
    }
    m.path = here;
    if (flow === GO) continue;
    jump = or(jump, and(go, template, flow.jump));
    const next = template === ALWAYS ? flow.go : or(not(template), flow.go);
    go = and(go, next);
    if (go === NEVER) break;
    m.path = enter(here, next);
  }
  m.path = start;
  return go === ALWAYS && jump === NEVER ? GO : { go, jump };
}

function block(m: Machine, body: readonly ESTree.Node[], scope: Scope): Flow {
  const inner = new Scope(scope, false);
  hoistFunctions(m, body, inner);
  return runBody(m, body, inner);
}

export function run(m: Machine, node: ESTree.Node, scope: Scope): Flow {
  m.spend();
  switch (node.type) {
    case 'ExpressionStatement':
      m.evaluate(node.expression, scope);
      return GO;
    case 'VariableDeclaration':
      if (isDeclared(node)) return GO;
      for (const { id, init } of node.declarations) {
        if (!init && node.kind === 'var') continue;
        declare(m, id, init ? m.evaluate(init, scope) : UNDEF, scope, node.kind);
      }
      return GO;
    case 'BlockStatement':
      return block(m, node.body, scope);
    case 'IfStatement':
      return branch(m, node, scope);
    case 'ReturnStatement': {
      const value = node.argument ? m.evaluate(node.argument, scope) : UNDEF;
      // What the expression waits for, or what it throws, the return waits for.
      m.frame.returns.push({ path: enter(m.path, m.awaited), value });
      return LEAVE;
    }
    case 'ThrowStatement':
      m.evaluate(node.argument, scope);
      throwHere(m);
      return LEAVE;
    case 'BreakStatement':
    case 'ContinueStatement':
      // Out of more than one loop: what follows in the inner one and behind it is passed over.
      return node.label ? LEAVE : JUMP;
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return loop(m, node, new Scope(scope, false));
    case 'ForOfStatement':
    case 'ForInStatement':
      return each(m, node, scope);
    case 'TryStatement':
      return attempt(m, node, scope);
    case 'SwitchStatement':
      return choose(m, node, scope);
    case 'LabeledStatement': {
      const flow = run(m, node.body, scope);
      return new RegExp(`\\b(?:break|continue) ${node.label.name.replace(/\$/g, '\\$')}\\b`).test(
        sourceOf(m, node.body),
      )
        ? GO
        : afterLoop(flow);
    }
    case 'ClassDeclaration':
      if (node.id) scope.declare(node.id.name, announce(m, makeClass(m, node, scope), scope), m.path);
      return GO;
    case 'ImportDeclaration':
      bindImports(m, node, scope);
      return GO;
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return exportOf(m, node, scope);
    case 'WithStatement':
      m.evaluate(node.object, scope);
      return run(m, node.body, scope);
    default:
      declareTypeScript(m, node, scope);
      return GO;
  }
}

/** `declare const fbq: any;` of TypeScript says what is there, and makes nothing. */
export function isDeclared(node: ESTree.VariableDeclaration): boolean {
  return 'declare' in node && node.declare === true;
}

function exportOf(
  m: Machine,
  node: ESTree.ExportNamedDeclaration | ESTree.ExportDefaultDeclaration,
  scope: Scope,
): Flow {
  const { declaration } = node;
  if (!declaration) return exportsOf(m, node, scope);
  if (node.type === 'ExportDefaultDeclaration') {
    const named =
      declaration.type === 'FunctionDeclaration' && declaration.id ? scope.find(declaration.id.name)?.value : undefined;
    if (declaration.type === 'ClassDeclaration')
      exported(m, 'default', announce(m, makeClass(m, declaration, scope), scope), declaration);
    else if (declaration.type === 'FunctionDeclaration')
      exported(m, 'default', named ?? makeFunction(m, declaration, scope, ''), declaration);
    else if (declaration.type !== 'VariableDeclaration')
      exported(m, 'default', m.evaluate(declaration, scope), declaration);
    return GO;
  }
  const flow = run(m, declaration, scope);
  const named = 'id' in declaration && declaration.id?.type === 'Identifier' ? declaration.id.name : undefined;
  if (declaration.type !== 'FunctionDeclaration' && declaration.type !== 'VariableDeclaration' && named !== undefined) {
    exported(m, named, scope.find(named)?.value ?? UNDEF, declaration);
  }
  if (declaration.type === 'FunctionDeclaration' && declaration.id) {
    exported(m, declaration.id.name, scope.find(declaration.id.name)?.value ?? UNDEF, declaration);
  } else if (declaration.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) {
      if (id.type === 'Identifier') exported(m, id.name, scope.find(id.name)?.value ?? UNDEF, declaration);
    }
  }
  return flow;
}

/** `export { a, b as c }`: what is there by now; a name that is declared further down is not. */
function exportsOf(
  m: Machine,
  node: ESTree.ExportNamedDeclaration | ESTree.ExportDefaultDeclaration,
  scope: Scope,
): Flow {
  if (node.type === 'ExportDefaultDeclaration' || node.source) return GO;
  for (const { local, exported: to } of node.specifiers) {
    const value = local.type === 'Identifier' ? scope.find(local.name)?.value : undefined;
    if (value && to.type === 'Identifier') exported(m, to.name, value, local);
  }
  return GO;
}

function branch(m: Machine, node: ESTree.IfStatement, scope: Scope): Flow {
  const guard = m.test(m.evaluate(node.test, scope), node.test);
  if (guard.op === 'const') {
    const taken = guard.value ? node.consequent : node.alternate;
    if (taken) return throughConstant(m, node.test, () => run(m, taken, scope));
    pastConstant(m, node.test, node.consequent);
    return GO;
  }
  const yes = m.under(guard, () => run(m, node.consequent, scope));
  const { alternate } = node;
  const no = alternate ? m.under(not(guard), () => run(m, alternate, scope)) : GO;
  return merge(guard, yes, no);
}

function attempt(m: Machine, node: ESTree.TryStatement, scope: Scope): Flow {
  const outer = m.throws;
  const throws: Guard[] = [];
  const { handler, finalizer } = node;
  const mark = m.frame.thrown.length;
  if (handler) m.throws = throws;
  let tried: Flow;
  try {
    tried = block(m, node.block.body, scope);
  } finally {
    m.throws = outer;
    if (handler) m.frame.thrown.length = Math.min(m.frame.thrown.length, mark);
  }
  let flow = tried;
  if (handler) {
    // Nothing says that the block throws, unless it reads a member of something that is not there.
    const failed = or(...throws, condition('error', 'an error in the try block'));
    const inner = new Scope(scope, false);
    if (handler.param) declare(m, handler.param, unknownValue('error'), inner, 'let');
    const caught = m.under(failed, () => block(m, handler.body.body, inner));
    if (tried !== GO || caught !== GO) {
      flow = { go: or(tried.go, and(failed, caught.go)), jump: or(tried.jump, and(failed, caught.jump)) };
      if (tried.go === ALWAYS) flow = { go: ALWAYS, jump: flow.jump };
    }
  }
  if (finalizer) {
    const last = block(m, finalizer.body, scope);
    if (last !== GO) flow = { go: and(flow.go, last.go), jump: or(flow.jump, last.jump) };
  }
  return flow;
}

function choose(m: Machine, node: ESTree.SwitchStatement, scope: Scope): Flow {
  const subject = m.evaluate(node.discriminant, scope);
  const inner = new Scope(scope, false);
  const tests = node.cases.map((item) =>
    item.test ? equals(m, subject, m.evaluate(item.test, inner), item.test) : undefined,
  );
  const none = and(...tests.map((test) => (test ? not(test) : ALWAYS)));
  let fallen: Guard = NEVER;
  let leaves: Guard = NEVER;
  let matched: Guard = NEVER;
  for (const [index, item] of node.cases.entries()) {
    const guard = or(tests[index] ?? none, fallen);
    fallen = NEVER;
    matched = or(matched, guard);
    if (guard === NEVER) continue;
    const flow = m.under(guard, () => runBody(m, item.consequent, inner));
    fallen = and(guard, flow.go);
    leaves = or(leaves, and(guard, not(or(flow.go, flow.jump))));
  }
  return leaves === NEVER ? GO : { go: not(leaves), jump: NEVER };
}
