/** Which edition of the language a script needs. */
import { childNodes } from './child-nodes.ts';
import type { ESTree } from './script.ts';

/** A piece of syntax and the edition of ECMAScript that brought it. */
export interface Syntax {
  /** For messages: `an arrow function`. */
  readonly name: string;
  /** 2015 and later. */
  readonly edition: number;
  readonly node: ESTree.Node;
}

const MAX_DEPTH = 200;

/** The newest syntax of a script, its first place; undefined where ECMAScript 5 has all of it. */
export function newestSyntax(program: ESTree.Program): Syntax | undefined {
  let newest: Syntax | undefined;
  const visit = (node: ESTree.Node, around: Around, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    const known = syntaxOf(node, around);
    if (known && known[1] > (newest?.edition ?? 5)) newest = { name: known[0], edition: known[1], node };
    for (const child of childNodes(node)) visit(child, [node.type, around[0]], depth + 1);
  };
  visit(program, [undefined, undefined], 0);
  return newest;
}

/** The types of the two nodes around one, the nearer first. */
type Around = readonly [parent: string | undefined, grandparent: string | undefined];

type Known = readonly [name: string, edition: number];

/** Node types that are new whatever stands in them. */
const BY_TYPE: Readonly<Record<string, Known>> = {
  ArrowFunctionExpression: ['an arrow function', 2015],
  TemplateLiteral: ['a template literal', 2015],
  ClassDeclaration: ['a class', 2015],
  ClassExpression: ['a class', 2015],
  ForOfStatement: ['for … of', 2015],
  SpreadElement: ['a spread', 2015],
  RestElement: ['a rest parameter', 2015],
  ArrayPattern: ['destructuring', 2015],
  ObjectPattern: ['destructuring', 2015],
  AssignmentPattern: ['a default value', 2015],
  YieldExpression: ['a generator', 2015],
  MetaProperty: ['new.target', 2015],
  AwaitExpression: ['await', 2017],
  ChainExpression: ['optional chaining', 2020],
  ImportExpression: ['import()', 2020],
  PropertyDefinition: ['a class field', 2022],
  PrivateIdentifier: ['a private member', 2022],
  StaticBlock: ['a static block', 2022],
};

/** Operators that are new. */
const OPERATORS: Readonly<Record<string, Known>> = {
  '**': ['an exponent', 2016],
  '**=': ['an exponent', 2016],
  '??': ['the operator ??', 2020],
  '??=': ['the operator ??=', 2021],
  '&&=': ['the operator &&=', 2021],
  '||=': ['the operator ||=', 2021],
};

function syntaxOf(node: ESTree.Node, [parent, grandparent]: Around): Known | undefined {
  switch (node.type) {
    case 'VariableDeclaration':
      return node.kind === 'var' ? undefined : [`a declaration with ${node.kind}`, 2015];
    case 'FunctionDeclaration':
      return (
        functionSyntax(node) ?? (isInBlock(parent, grandparent) ? ['a function declared in a block', 2015] : undefined)
      );
    case 'FunctionExpression':
      return functionSyntax(node);
    case 'ArrowFunctionExpression':
      return node.async ? ['an async function', 2017] : BY_TYPE[node.type];
    case 'Property':
      return propertySyntax(node);
    case 'SpreadElement':
    case 'RestElement':
      return parent === 'ObjectExpression' || parent === 'ObjectPattern'
        ? ['an object with … in it', 2018]
        : BY_TYPE[node.type];
    case 'ForOfStatement':
      return node.await ? ['for await', 2018] : BY_TYPE[node.type];
    case 'CatchClause':
      return node.param ? undefined : ['a catch without a name', 2019];
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return OPERATORS[node.operator];
    case 'Literal':
      return literalSyntax(node);
    default:
      return BY_TYPE[node.type];
  }
}

function functionSyntax(node: ESTree.FunctionDeclaration | ESTree.FunctionExpression): Known | undefined {
  if (node.async) return node.generator ? ['an async generator', 2018] : ['an async function', 2017];
  return node.generator ? ['a generator', 2015] : undefined;
}

/** Neither at the top of a script nor of a function, where ECMAScript 5 has declarations of functions. */
function isInBlock(parent: string | undefined, grandparent: string | undefined): boolean {
  return parent === 'SwitchCase' || (parent === 'BlockStatement' && !/Function/.test(grandparent ?? ''));
}

function propertySyntax({ method, shorthand, computed }: ESTree.Property): Known | undefined {
  if (method) return ['a method without function', 2015];
  if (shorthand) return ['a property without a value', 2015];
  return computed ? ['a computed property', 2015] : undefined;
}

const BEHIND_OR_NAMED = /\(\?<[=!\w$]/;
const ESCAPES_AND_CLASSES = /\\.|\[(?:\\.|[^\]\\])*\]/g;

function literalSyntax(node: ESTree.Literal): Known | undefined {
  if (typeof node.value === 'bigint') return ['a BigInt', 2020];
  if ('regex' in node && node.regex) {
    const { pattern, flags } = node.regex;
    if (/[dv]/.test(flags)) return ['a flag of a regular expression', flags.includes('v') ? 2024 : 2022];
    if (flags.includes('s') || BEHIND_OR_NAMED.test(pattern.replace(ESCAPES_AND_CLASSES, '')))
      return ['a newer regular expression', 2018];
    if (/[yu]/.test(flags)) return ['a flag of a regular expression', 2015];
  }
  return undefined;
}
