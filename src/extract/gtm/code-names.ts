/** The names in the code of a template: where each is declared, what it is set to, where it is read. */
import { childNodes } from '../../parse/child-nodes.ts';
import type { ESTree } from '../../parse/script.ts';
import type { FunctionNode } from '../machine/values.ts';

/** A node, and the nodes around it. */
export interface Place {
  readonly node: ESTree.Node;
  readonly up: Place | undefined;
}

export interface Name {
  /** What it is set to, as far as that is an expression; undefined stands for what is decided at run time. */
  readonly values: (ESTree.Node | undefined)[];
  readonly uses: Place[];
}

interface Scope {
  readonly names: Map<string, Name>;
  readonly up: Scope | undefined;
  /** The scope of the function, for `var`. */
  readonly ofFunction: Scope | undefined;
}

const MAX_DEPTH = 200;

/** Goes through the code once. */
export class CodeNames {
  /** Calls of a function that the code does not declare: `require('…')`. */
  readonly foreignCalls: Place[] = [];
  /** Names of the parameters of each function, by their position; undefined for a pattern. */
  readonly parameters = new Map<ESTree.Node, readonly (Name | undefined)[]>();
  /** False where something is nested too deeply to be looked at. */
  complete = true;
  readonly #names = new Map<ESTree.Node, Name>();
  readonly #pending: { readonly place: Place; readonly scope: Scope }[] = [];
  readonly #set: {
    readonly target: ESTree.Identifier;
    readonly scope: Scope;
    readonly value: ESTree.Node | undefined;
  }[] = [];

  constructor(code: FunctionNode) {
    this.#function({ node: code, up: undefined }, scopeIn(undefined, true), 0);
    for (const { target, scope, value } of this.#set) {
      const name = find(scope, target.name);
      if (!name) continue;
      name.values.push(value);
      this.#names.set(target, name);
    }
    for (const { place, scope } of this.#pending) {
      const name = place.node.type === 'Identifier' ? find(scope, place.node.name) : undefined;
      if (name) {
        name.uses.push(place);
        this.#names.set(place.node, name);
      } else if (place.up?.node.type === 'CallExpression' && place.up.node.callee === place.node)
        this.foreignCalls.push(place.up);
    }
  }

  /** The name that an identifier reads, sets or declares. */
  of(identifier: ESTree.Node): Name | undefined {
    return this.#names.get(identifier);
  }

  #walk(place: Place, scope: Scope, depth: number): void {
    const { node } = place;
    if (depth > MAX_DEPTH) {
      this.complete = false;
      return;
    }
    switch (node.type) {
      case 'Identifier':
        this.#pending.push({ place, scope });
        return;
      case 'FunctionDeclaration':
        if (node.id) this.#declare(node.id, scope.ofFunction ?? scope, node);
        this.#function(place, scopeIn(scope, true), depth);
        return;
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.#function(place, scopeIn(scope, true), depth);
        return;
      case 'VariableDeclaration': {
        const target = node.kind === 'var' ? (scope.ofFunction ?? scope) : scope;
        const isLoop = /^For(?:In|Of)Statement$/.test(place.up?.node.type ?? '');
        for (const declarator of node.declarations) {
          const { id, init } = declarator;
          const value = id.type === 'Identifier' ? (init ?? undefined) : undefined;
          // `let x;` sets it to nothing yet.
          for (const one of identifiersIn(id)) this.#declare(one, target, value, init !== null || isLoop);
          const at = { node: declarator, up: place };
          if (id.type !== 'Identifier') this.#defaults(id, at, scope, depth + 1);
          if (init) this.#walk({ node: init, up: at }, scope, depth + 1);
        }
        return;
      }
      case 'AssignmentExpression': {
        const { left, right } = node;
        const plain = node.operator === '=';
        if (left.type === 'Identifier') {
          this.#set.push({ target: left, scope, value: plain ? right : undefined });
          if (!plain) this.#walk({ node: left, up: place }, scope, depth + 1);
        } else if (left.type === 'MemberExpression') this.#walk({ node: left, up: place }, scope, depth + 1);
        else {
          for (const target of identifiersIn(left)) this.#set.push({ target, scope, value: undefined });
          this.#defaults(left, place, scope, depth + 1);
        }
        this.#walk({ node: right, up: place }, scope, depth + 1);
        return;
      }
      case 'UpdateExpression':
        if (node.argument.type === 'Identifier') this.#set.push({ target: node.argument, scope, value: undefined });
        this.#walk({ node: node.argument, up: place }, scope, depth + 1);
        return;
      case 'MemberExpression':
        this.#walk({ node: node.object, up: place }, scope, depth + 1);
        if (node.computed) this.#walk({ node: node.property, up: place }, scope, depth + 1);
        return;
      case 'Property':
        if (node.computed) this.#walk({ node: node.key, up: place }, scope, depth + 1);
        this.#walk({ node: node.value, up: place }, scope, depth + 1);
        return;
      case 'CatchClause': {
        const inner = scopeIn(scope, false);
        if (node.param) for (const one of identifiersIn(node.param)) this.#declare(one, inner, undefined);
        this.#walk({ node: node.body, up: place }, inner, depth + 1);
        return;
      }
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement':
        this.#children(place, scopeIn(scope, false), depth);
        return;
      case 'LabeledStatement':
        this.#walk({ node: node.body, up: place }, scope, depth + 1);
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
        return;
      default:
        this.#children(place, scope, depth);
    }
  }

  #children(place: Place, scope: Scope, depth: number): void {
    for (const node of childNodes(place.node)) this.#walk({ node, up: place }, scope, depth + 1);
  }

  #function(place: Place, scope: Scope, depth: number): void {
    const { node } = place;
    if (!isFunction(node)) return;
    if (node.type === 'FunctionExpression' && node.id) this.#declare(node.id, scope, node);
    const names = node.params.map((param): Name | undefined => {
      if (param.type === 'Identifier') return this.#declare(param, scope, undefined);
      const own = param.type === 'AssignmentPattern' && param.left.type === 'Identifier' ? param.left : undefined;
      for (const one of identifiersIn(param)) this.#declare(one, scope, undefined);
      this.#defaults(param, place, scope, depth + 1);
      return own && this.#names.get(own);
    });
    this.parameters.set(node, names);
    if (node.body) this.#walk({ node: node.body, up: place }, scope, depth + 1);
  }

  /** The expressions in a pattern: defaults and computed keys. */
  #defaults(pattern: ESTree.Node, up: Place, scope: Scope, depth: number): void {
    if (depth > MAX_DEPTH) return;
    const place = { node: pattern, up };
    switch (pattern.type) {
      case 'AssignmentPattern':
        this.#defaults(pattern.left, place, scope, depth + 1);
        if (pattern.right) this.#walk({ node: pattern.right, up: place }, scope, depth + 1);
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') continue;
          if (property.computed) this.#walk({ node: property.key, up: place }, scope, depth + 1);
          this.#defaults(property.value, place, scope, depth + 1);
        }
        return;
      case 'ArrayPattern':
        for (const item of pattern.elements) if (item) this.#defaults(item, place, scope, depth + 1);
        return;
      case 'MemberExpression':
        this.#walk(place, scope, depth + 1);
        return;
      default:
    }
  }

  #declare(identifier: ESTree.Identifier, scope: Scope, value: ESTree.Node | undefined, sets = true): Name {
    const known = scope.names.get(identifier.name);
    const name: Name = known ?? { values: [], uses: [] };
    if (sets) name.values.push(value);
    scope.names.set(identifier.name, name);
    this.#names.set(identifier, name);
    return name;
  }
}

function scopeIn(up: Scope | undefined, isFunctionScope: boolean): Scope {
  const names = new Map<string, Name>();
  if (isFunctionScope) return { names, up, ofFunction: undefined };
  return { names, up, ofFunction: up?.ofFunction ?? up };
}

function find(scope: Scope, name: string): Name | undefined {
  for (let at: Scope | undefined = scope; at; at = at.up) {
    const found = at.names.get(name);
    if (found) return found;
  }
  return undefined;
}

export function isFunction(node: ESTree.Node): node is FunctionNode {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** The identifiers that a pattern sets. */
function identifiersIn(pattern: ESTree.Node, depth = 0): ESTree.Identifier[] {
  if (depth > 20) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'AssignmentPattern':
      return identifiersIn(pattern.left, depth + 1);
    case 'RestElement':
      return identifiersIn(pattern.argument, depth + 1);
    case 'ArrayPattern':
      return pattern.elements.flatMap((item) => (item ? identifiersIn(item, depth + 1) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) =>
        identifiersIn(one.type === 'RestElement' ? one.argument : one.value, depth + 1),
      );
    default:
      return [];
  }
}
