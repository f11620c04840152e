/** What the sandboxed code of a template uses: functions of the template API, each with what it asks for, and fields of the tag. */
import type { ESTree } from '../../parse/script.ts';
import type { FunctionNode } from '../machine/values.ts';
import { CodeNames, isFunction, type Name, type Place } from './code-names.ts';

/** One use of a function of the API: the beginning of its first argument, as far as it is fixed. */
export interface ApiUse {
  readonly argument: string | undefined;
  /** Nothing that is decided at run time follows. */
  readonly whole: boolean;
}

export interface CodeUses {
  /** The uses of each function that the code requires, by name (`localStorage.getItem`). */
  readonly apis: ReadonlyMap<string, readonly ApiUse[]>;
  /** The fields of the tag that the code reads; undefined where it may read any. */
  readonly fields: ReadonlySet<string> | undefined;
}

interface Text {
  readonly text: string;
  readonly whole: boolean;
}

const MAX_HOPS = 8;
const UNKNOWN: ApiUse = { argument: undefined, whole: false };
const LOG = 'logToConsole';

/** What the code of a template uses; its only parameter is the record of the tag's fields. */
export function usesOf(code: FunctionNode): CodeUses {
  return new Reader(code);
}

class Reader implements CodeUses {
  readonly apis = new Map<string, ApiUse[]>();
  readonly fields: ReadonlySet<string> | undefined;
  readonly #names: CodeNames;
  /** What is required in each place of the code where a function of the API stands. */
  readonly #required = new Map<ESTree.Node, string>();

  constructor(code: FunctionNode) {
    this.#names = new CodeNames(code);
    const required = this.#names.foreignCalls.flatMap((place): [Place, string][] => {
      const api = requiredBy(place.node);
      return api === undefined ? [] : [[place, api]];
    });
    for (const [place, api] of required) this.#follow(place, (at) => void this.#required.set(at.node, api));
    for (const [place, api] of required) this.#follow(place, (at) => this.#use(api, at));
    this.fields = this.#fieldsOf(code);
  }

  /** Goes from where a value stands to where something is done with it: through names, alternatives, parameters of own functions. */
  #follow(from: Place, visit: (place: Place) => void, seen = new Set<Name>()): void {
    const { node, up } = from;
    const around = up?.node;
    const byName = (name: Name | undefined): void => {
      if (!name || seen.has(name)) return;
      seen.add(name);
      for (const use of name.uses) this.#follow(use, visit, seen);
    };
    switch (around?.type) {
      case 'VariableDeclarator':
        if (around.id.type === 'Identifier') byName(this.#names.of(around.id));
        else visit(from);
        return;
      case 'AssignmentExpression':
        if (around.right === node && around.left.type === 'Identifier') byName(this.#names.of(around.left));
        else visit(from);
        return;
      case 'LogicalExpression':
      case 'ConditionalExpression':
        if (!up || (around.type === 'ConditionalExpression' && around.test === node)) visit(from);
        else this.#follow(up, visit, seen);
        return;
      case 'CallExpression': {
        const { arguments: given }: { readonly arguments: readonly ESTree.Node[] } = around;
        const fn = this.#functionOf(around.callee);
        const parameter = fn && this.#names.parameters.get(fn)?.[given.indexOf(node)];
        if (parameter) byName(parameter);
        else visit(from);
        return;
      }
      default:
        visit(from);
    }
  }

  /** The function of the code's own that a name stands for. */
  #functionOf(callee: ESTree.Node): FunctionNode | undefined {
    const [value, ...others] = this.#names.of(callee)?.values ?? [];
    return value && others.length === 0 && isFunction(value) ? value : undefined;
  }

  /** What is done with a function of the API where it stands. */
  #use(api: string, { node, up }: Place): void {
    const around = up?.node;
    if (around?.type === 'CallExpression' && around.callee === node) this.#add(api, ...this.#argumentOf(around));
    else if (around?.type === 'MemberExpression' && around.object === node && !around.computed) {
      const member = around.property.type === 'Identifier' ? around.property.name : '';
      const call = up?.up?.node;
      const isCalled = call?.type === 'CallExpression' && call.callee === around;
      this.#add(`${api}.${member}`, ...(isCalled ? this.#argumentOf(call) : [UNKNOWN]));
    } else {
      // Handed on as a value: what it is called with is not followed.
      for (const one of ['', '.getItem', '.setItem', '.removeItem']) this.#add(`${api}${one}`, UNKNOWN);
    }
  }

  #add(api: string, ...uses: readonly ApiUse[]): void {
    const known = this.apis.get(api);
    if (known) known.push(...uses);
    else this.apis.set(api, [...uses]);
  }

  #argumentOf({ arguments: [first] }: ESTree.CallExpression): ApiUse[] {
    const texts = first && this.#texts(first, 0);
    if (!texts) return [UNKNOWN];
    return texts.map(({ text, whole }) => ({ argument: text, whole }));
  }

  #fieldsOf(code: FunctionNode): ReadonlySet<string> | undefined {
    const [data] = this.#names.parameters.get(code) ?? [];
    if (!data || !this.#names.complete) return undefined;
    const fields = new Set<string>();
    let any = false;
    const read = (keys: readonly string[] | undefined): void => {
      if (keys) for (const key of keys) fields.add(key);
      else any = true;
    };
    const seen = new Set([data]);
    for (const use of data.uses) this.#follow(use, (place) => read(this.#readAt(place)), seen);
    return any ? undefined : fields;
  }

  /** The fields that are read where the record stands; undefined for any. */
  #readAt(place: Place): readonly string[] | undefined {
    const { node, up } = place;
    const around = up?.node;
    if (!around || this.#isLogged(place)) return [];
    switch (around.type) {
      case 'MemberExpression': {
        if (around.object !== node) return undefined;
        const outer = up?.up?.node;
        const isWritten = outer?.type === 'AssignmentExpression' && outer.operator === '=' && outer.left === around;
        if (isWritten || (outer?.type === 'UnaryExpression' && outer.operator === 'delete')) return [];
        if (!around.computed) return this.#member(around, outer);
        return this.#keys(around.property);
      }
      case 'VariableDeclarator':
        return this.#keysIn(around.id);
      case 'AssignmentExpression':
        return around.right === node ? this.#keysIn(around.left) : [];
      case 'CallExpression': {
        const { arguments: given }: { readonly arguments: readonly ESTree.Node[] } = around;
        const pattern = this.#functionOf(around.callee)?.params[given.indexOf(node)];
        return pattern && this.#keysIn(pattern);
      }
      // Whether the record is there says nothing of its fields.
      case 'UnaryExpression':
      case 'IfStatement':
      case 'ConditionalExpression':
      case 'ExpressionStatement':
        return [];
      default:
        return undefined;
    }
  }

  /** `data.name`, and `data.hasOwnProperty('name')`. */
  #member({ property }: ESTree.MemberExpression, outer: ESTree.Node | undefined): readonly string[] | undefined {
    if (property.type !== 'Identifier') return undefined;
    if (property.name !== 'hasOwnProperty' || outer?.type !== 'CallExpression') return [property.name];
    const [asked] = outer.arguments;
    return asked && this.#keys(asked);
  }

  /** The fields that a pattern takes out of the record. */
  #keysIn(pattern: ESTree.Node): readonly string[] | undefined {
    if (pattern.type !== 'ObjectPattern') return undefined;
    const keys: string[] = [];
    for (const property of pattern.properties) {
      if (property.type === 'RestElement') return undefined;
      const { key, computed } = property;
      const own = !computed && key.type === 'Identifier' ? [key.name] : this.#keys(key);
      if (!own) return undefined;
      keys.push(...own);
    }
    return keys;
  }

  #keys(key: ESTree.Node): readonly string[] | undefined {
    const texts = this.#texts(key, 0);
    return texts?.every(({ whole }) => whole) ? texts.map(({ text }) => text) : undefined;
  }

  /** Goes no further than into the log. */
  #isLogged(place: Place): boolean {
    for (let { node, up } = place; up; { node, up } = up) {
      const around: ESTree.Node = up.node;
      if (isFunction(around) || /Statement$|^VariableDeclarator$/.test(around.type)) return false;
      if (around.type === 'CallExpression' && around.callee !== node && this.#apiOf(around.callee) === LOG) return true;
    }
    return false;
  }

  #apiOf(callee: ESTree.Node): string | undefined {
    const direct = this.#required.get(callee);
    if (direct !== undefined || callee.type !== 'MemberExpression' || callee.computed) return direct;
    const object = this.#required.get(callee.object);
    return object !== undefined && callee.property.type === 'Identifier'
      ? `${object}.${callee.property.name}`
      : undefined;
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
        const [value, ...others] = this.#names.of(node)?.values ?? [];
        return value && others.length === 0 ? this.#texts(value, hops + 1) : undefined;
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
