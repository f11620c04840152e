/**
 * Objects of packages that setters fill: `new UserData().setEmails([…])` is what `{ emails: […] }` is. Which classes are such
 * stands in the catalogue.
 */
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { recordCall } from './record.ts';
import { placeOf } from './script-text.ts';
import { type MValue, type Obj, obj, stringOf, UNDEF } from './values.ts';
import { setMember } from './writes.ts';

/** How what such an object is of is called. */
const made = new WeakMap<Obj, readonly string[]>();

/** `new UserData()` of a package; undefined for what is filled in another way. */
export function newBuilder(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[],
  node: ESTree.Node,
): Obj | undefined {
  const [head = ''] = path;
  const name = path[path.length - 1] ?? '';
  const parameters = m.catalog.builders.get(`${head}.${name}`);
  if (!parameters) return undefined;
  const built = obj(placeOf(m.script, node));
  m.objectPaths.set(built, m.path);
  made.set(built, [head, name]);
  for (const [index, key] of parameters.entries()) {
    const value = args[index];
    if (value) built.props.set(key, value);
  }
  return built;
}

/** A method of such an object: a setter gives the object; what others do, is told by what is in it then. */
export function callBuilder(
  m: Machine,
  of: Obj,
  method: string,
  args: readonly MValue[],
  node: ESTree.Node,
): Obj | undefined {
  const path = made.get(of);
  if (!path) return undefined;
  const [, word] = /^(?:set|add|with)([A-Z]\w*)$/.exec(method) ?? [];
  if (word === undefined) {
    recordCall(m, [...path, '()', method], [of, ...args], 'call', node);
    return undefined;
  }
  // `addCustomProperty('name', value)`
  const named = args.length > 1 ? stringOf(args[0]) : undefined;
  setMember(m, of, named ?? snakeCase(word), (named === undefined ? args[0] : args[1]) ?? UNDEF, node);
  return of;
}

/** `ClientIpAddress` as APIs spell their keys: `client_ip_address`. */
function snakeCase(word: string): string {
  return word.replace(/(?!^)([A-Z])/g, '_$1').toLowerCase();
}
