/** What TypeScript adds to statements that has a value at run time: enumerations and namespaces. */
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { withExports } from './modules.ts';
import { Scope } from './scope.ts';
import { placeOf } from './script-text.ts';
import { lit, type MValue, obj, stringOf } from './values.ts';

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function listIn(of: object, key: string): readonly ESTree.Node[] {
  const value: unknown = Object.entries(of).find(([name]) => name === key)?.[1];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function nameIn(of: object): string | undefined {
  const id: unknown = 'id' in of ? of.id : undefined;
  if (!isNode(id)) return undefined;
  if (id.type === 'Identifier') return id.name;
  return id.type === 'Literal' ? String(id.value) : undefined;
}

/** Declares an enumeration or namespace; gives its name, or undefined for any other node. */
export function declareTypeScript(m: Machine, node: ESTree.Node, scope: Scope): string | undefined {
  const type: string = node.type;
  const name = nameIn(node);
  if (name === undefined || (type !== 'TSEnumDeclaration' && type !== 'TSModuleDeclaration')) return undefined;
  const known = scope.cells.get(name)?.value;
  const made = known?.t === 'obj' ? known : obj(placeOf(m.script, node));
  m.objectPaths.set(made, m.path);
  scope.declare(name, made, m.path);
  const body: unknown = 'body' in node ? node.body : undefined;
  if (type === 'TSEnumDeclaration') {
    const inner = new Scope(scope, false);
    let next: number | undefined = 0;
    for (const member of listIn(isNode(body) ? body : node, 'members')) {
      const key = nameIn(member);
      if (key === undefined) continue;
      const initial: unknown = 'initializer' in member ? member.initializer : undefined;
      const value: MValue = isNode(initial) ? m.evaluate(initial, inner) : lit(next);
      made.props.set(key, value);
      inner.declare(key, value, m.path);
      next = value.t === 'lit' && typeof value.v === 'number' ? value.v + 1 : undefined;
      // Numbers lead back to the name.
      if (value.t === 'lit' && typeof value.v === 'number') made.props.set(stringOf(value) ?? '', lit(key));
    }
  } else if (isNode(body)) {
    const inner = new Scope(scope, true);
    withExports(m, made, () => void m.runProgram(listIn(body, 'body'), inner));
  }
  return name;
}
