/** What the sandboxed code of a template calls of the template API, and with what. */
import type { ESTree } from '../../parse/script.ts';

/** One use of a function of the API: the beginning of its first argument, as far as it is fixed. */
export interface ApiUse {
  readonly argument: string | undefined;
  /** Nothing that is decided at run time follows. */
  readonly whole: boolean;
}

interface Text {
  readonly text: string;
  readonly whole: boolean;
}

const MAX_DEPTH = 200;
const MAX_HOPS = 8;
const UNKNOWN: ApiUse = { argument: undefined, whole: false };

/** The uses of each function that the code requires, by name (`localStorage.getItem`). */
export function apiUses(code: ESTree.Node): ReadonlyMap<string, readonly ApiUse[]> {
  return new Reader(code).uses;
}

class Reader {
  readonly uses = new Map<string, ApiUse[]>();
  /** Functions of the API by the names that the code gives them. */
  readonly #apis = new Map<string, string>();
  /** What a name is set to; two values where it is set twice. */
  readonly #values = new Map<string, (ESTree.Node | undefined)[]>();
  /** Identifiers that are no use of a value: names that are declared, keys, members. */
  readonly #names = new Set<ESTree.Node>();

  constructor(code: ESTree.Node) {
    each(code, (node) => this.#declare(node));
    each(code, (node) => this.#use(node));
  }

  #declare(node: ESTree.Node): void {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') {
      this.#names.add(node.id);
      const api = node.init ? requiredBy(node.init) : undefined;
      if (api !== undefined) this.#apis.set(node.id.name, api);
      else this.#set(node.id.name, node.init ?? undefined);
    } else if (node.type === 'AssignmentExpression') {
      if (node.left.type === 'Identifier') this.#set(node.left.name, node.operator === '=' ? node.right : undefined);
    } else if (node.type === 'MemberExpression' && !node.computed) this.#names.add(node.property);
    else if (node.type === 'Property' && !node.computed) {
      if (!node.shorthand) this.#names.add(node.key);
    } else if ('params' in node) {
      for (const param of node.params) {
        if (param.type !== 'Identifier') continue;
        this.#names.add(param);
        this.#set(param.name, undefined);
      }
    }
  }

  #set(name: string, value: ESTree.Node | undefined): void {
    const known = this.#values.get(name);
    if (known) known.push(value);
    else this.#values.set(name, [value]);
  }

  #use(node: ESTree.Node): void {
    if (node.type === 'CallExpression') {
      const api = this.#apiOf(node.callee);
      if (api === undefined) return;
      if (node.callee.type === 'Identifier') this.#names.add(node.callee);
      if (node.callee.type === 'MemberExpression') this.#names.add(node.callee.object);
      for (const one of this.#argumentOf(node)) this.#add(api, one);
    } else if (node.type === 'Identifier' && !this.#names.has(node)) {
      // Handed on as a value: what it is called with is not followed.
      const api = this.#apis.get(node.name);
      if (api === undefined) return;
      this.#add(api, UNKNOWN);
      for (const method of ['getItem', 'setItem', 'removeItem']) this.#add(`${api}.${method}`, UNKNOWN);
    }
  }

  #add(api: string, use: ApiUse): void {
    const known = this.uses.get(api);
    if (known) known.push(use);
    else this.uses.set(api, [use]);
  }

  #apiOf(callee: ESTree.Node): string | undefined {
    if (callee.type === 'Identifier') return this.#apis.get(callee.name);
    if (callee.type === 'CallExpression') return requiredBy(callee);
    if (callee.type !== 'MemberExpression') return undefined;
    const object = this.#apiOf(callee.object);
    return object !== undefined && !callee.computed && callee.property.type === 'Identifier'
      ? `${object}.${callee.property.name}`
      : undefined;
  }

  #argumentOf({ arguments: [first] }: ESTree.CallExpression): ApiUse[] {
    const texts = first && this.#texts(first, 0);
    if (!texts) return [UNKNOWN];
    return texts.map(({ text, whole }) => ({ argument: text, whole }));
  }

  /** The texts that an expression can come to, each as far as it is fixed. */
  #texts(node: ESTree.Node, hops: number): Text[] | undefined {
    if (hops > MAX_HOPS) return undefined;
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'string' ? [{ text: node.value, whole: true }] : undefined;
      case 'TemplateLiteral': {
        const [first] = node.quasis;
        return first && [{ text: first.value.cooked ?? '', whole: node.expressions.length === 0 }];
      }
      case 'BinaryExpression': {
        if (node.operator !== '+') return undefined;
        const left = this.#texts(node.left, hops + 1);
        const right = left?.every(({ whole }) => whole) ? this.#texts(node.right, hops + 1) : undefined;
        return left?.slice(0, 8).flatMap((one): Text[] => {
          if (!one.whole || !right) return [{ text: one.text, whole: false }];
          return right.slice(0, 8).map(({ text, whole }) => ({ text: one.text + text, whole }));
        });
      }
      case 'ConditionalExpression':
        return this.#either(node.consequent, node.alternate, hops);
      case 'LogicalExpression':
        return this.#either(node.left, node.right, hops);
      case 'CallExpression': {
        const [first] = node.arguments;
        return first && /^(?:encodeUri|makeString)$/.test(this.#apiOf(node.callee) ?? '')
          ? this.#texts(first, hops + 1)
          : undefined;
      }
      case 'Identifier': {
        const [value, again] = this.#values.get(node.name) ?? [];
        return value && this.#values.get(node.name)?.length === 1 && !again ? this.#texts(value, hops + 1) : undefined;
      }
      default:
        return undefined;
    }
  }

  #either(one: ESTree.Node, other: ESTree.Node, hops: number): Text[] | undefined {
    const [a, b] = [this.#texts(one, hops + 1), this.#texts(other, hops + 1)];
    return a && b && [...a, ...b].slice(0, 16);
  }
}

function requiredBy(node: ESTree.Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return undefined;
  const [first] = node.arguments;
  return first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined;
}

/** Every node below a node, parents first. */
function each(node: ESTree.Node, visit: (node: ESTree.Node) => void, depth = 0): void {
  if (depth > MAX_DEPTH) return;
  visit(node);
  for (const child of childNodes(node)) each(child, visit, depth + 1);
}

/** The nodes directly below a node, in the order of the text. */
export function childNodes(node: ESTree.Node): ESTree.Node[] {
  return Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
