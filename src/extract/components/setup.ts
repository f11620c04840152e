/** The statements of a component's script: what runs once, and what runs again when something has changed. */
import type { ComponentSyntax } from '../../parse/component/index.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from '../machine/machine.ts';
import type { Scope } from '../machine/scope.ts';
import { UNDEF } from '../machine/values.ts';

type Statement = ESTree.Program['body'][number];

/** Tells the reactive statements of Svelte (`$: …`, `const x = $derived(…)`) from the others; properties get their values. */
export function splitSetup(
  body: readonly Statement[],
  syntax: ComponentSyntax,
  scope: Scope,
  m: Machine,
): { readonly body: readonly ESTree.Node[]; readonly reactive: readonly ESTree.Node[] } {
  if (syntax !== 'svelte') return { body, reactive: [] };
  const once: ESTree.Node[] = [];
  const reactive: ESTree.Node[] = [];
  for (const node of body) {
    if (node.type === 'LabeledStatement' && node.label.name === '$') {
      const { body: inner } = node;
      // `$: ok = …` declares the name where nothing else does.
      if (inner.type === 'ExpressionStatement' && inner.expression.type === 'AssignmentExpression') {
        const { left } = inner.expression;
        if (left.type === 'Identifier' && !declares(body, left.name)) scope.declare(left.name, UNDEF, m.path);
      }
      reactive.push(inner);
    } else if (node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'VariableDeclaration') {
      once.push(node.declaration.kind === 'let' ? withProps(node.declaration) : node.declaration);
    } else if (node.type === 'ExportNamedDeclaration' && node.declaration) once.push(node.declaration);
    else {
      once.push(node);
      if (node.type === 'VariableDeclaration' && node.declarations.some(({ init }) => isDerived(init)))
        reactive.push(asAssignments(node));
    }
  }
  return { body: once, reactive };
}

function declares(body: readonly Statement[], name: string): boolean {
  return body.some((node) => {
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    return (
      declaration?.type === 'VariableDeclaration' &&
      declaration.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name)
    );
  });
}

/** `export let name = initial`: what the parent gives, else the initial value. */
function withProps(node: ESTree.VariableDeclaration): ESTree.VariableDeclaration {
  return {
    ...node,
    declarations: node.declarations.map((one) => {
      if (one.id.type !== 'Identifier') return one;
      const { id } = one;
      const given: ESTree.MemberExpression = {
        type: 'MemberExpression',
        object: { type: 'Identifier', name: '$$props', ...at(id) },
        property: { type: 'Identifier', name: id.name, ...at(id) },
        computed: false,
        optional: false,
        ...at(id),
      };
      if (!one.init) return { ...one, init: given };
      return {
        ...one,
        init: { type: 'LogicalExpression', operator: '??', left: given, right: one.init, ...at(one.init) },
      };
    }),
  };
}

function at(node: ESTree.Node): { range?: [number, number] } {
  return node.range ? { range: node.range } : {};
}

function isDerived(node: ESTree.Node | null | undefined): boolean {
  if (node?.type !== 'CallExpression') return false;
  const { callee } = node;
  return (
    (callee.type === 'Identifier' && callee.name === '$derived') ||
    (callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === '$derived')
  );
}

/** The declarations again, as assignments to the same names. */
function asAssignments(node: ESTree.VariableDeclaration): ESTree.Node {
  const expressions = node.declarations.flatMap(({ id, init }): ESTree.Expression[] =>
    id.type === 'Identifier' && init && isDerived(init)
      ? [{ type: 'AssignmentExpression', operator: '=', left: id, right: init, ...at(init) }]
      : [],
  );
  return {
    type: 'ExpressionStatement',
    expression: { type: 'SequenceExpression', expressions, ...at(node) },
    ...at(node),
  };
}
