/** Whether a use fits a pattern of the catalogue, what it captures, and under which condition. */

import type { ArgPattern, Option, UsePattern, VendorCall, Where } from '../../model/catalog.ts';
import { ALWAYS, and, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { matchWildcard } from '../catalog-index.ts';
import { casesOf } from './cases.ts';
import { equals } from './compare.ts';
import type { Machine } from './machine.ts';
import { matchPath } from './platform.ts';
import { addressOf } from './text-address.ts';
import { lit, type MValue, stringOf } from './values.ts';

/** A package as a whole (`require`, `import * as`) and its default export are one where it exports in only one of the two ways. */
export function matchModule(
  pattern: UsePattern['path'],
  path: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const [head = '', second, ...rest] = path;
  if (!head.startsWith('module:')) return undefined;
  return second === 'default'
    ? matchPath(pattern, [head, ...rest])
    : matchPath(pattern, [head, 'default', ...path.slice(1)]);
}

/** The condition under which one of the options has one of its values. */
export function oneHolds(
  m: Machine,
  options: readonly Option[],
  captured: ReadonlyMap<string, MValue>,
  node: ESTree.Node,
): Guard {
  const guards = options.map(({ path: [capture = '', ...members], values }): Guard => {
    const value = members.reduce<MValue | undefined>(
      (of, key) => (of?.t === 'obj' ? of.props.get(key) : undefined),
      captured.get(capture),
    );
    if (!value) return NEVER;
    return or(
      ...values.map((wanted) => {
        if (wanted === true) return m.test(value, node);
        return wanted === false ? not(m.test(value, node)) : equals(m, value, lit(wanted), node);
      }),
    );
  });
  return or(...guards);
}

/** What a pattern captures of the arguments; undefined where they do not fit. */
export function matchArgs(
  call: VendorCall,
  args: readonly MValue[],
  captures: ReadonlyMap<string, string>,
): Map<string, MValue> | undefined {
  const found = new Map<string, MValue>();
  for (const [name, text] of captures) found.set(name, { t: 'lit', v: text });
  for (const [index, pattern] of call.use.args.entries()) {
    if (!matchArg(pattern, args[index], found)) return undefined;
  }
  return call.where.every((where) => fits(where, found.get(where.capture))) ? found : undefined;
}

/** The condition under which arguments that may be one of several texts are those of the pattern. */
export function conditionOf(call: VendorCall, args: readonly MValue[]): Guard {
  const guards = call.use.args.map((pattern, index): Guard => {
    const value = args[index];
    if (value?.t !== 'ite' || !('literal' in pattern || 'oneOf' in pattern)) return ALWAYS;
    const fitting = casesOf(value).filter(({ value: one }) => matchArg(pattern, one, new Map()));
    return or(...fitting.map(({ guard }) => guard));
  });
  return and(...guards);
}

function matchArg(pattern: ArgPattern, value: MValue | undefined, found: Map<string, MValue>): boolean {
  if ('capture' in pattern) {
    if (value && pattern.capture !== '') found.set(pattern.capture, value);
    return true;
  }
  if (!value) return false;
  if ('literal' in pattern || 'oneOf' in pattern) {
    const wanted = 'literal' in pattern ? [pattern.literal] : pattern.oneOf;
    return casesOf(value).some(({ value: one }) => {
      const text = stringOf(one);
      return wanted.some((want) => (one.t === 'lit' && one.v === want) || (typeof want === 'string' && text === want));
    });
  }
  if ('object' in pattern) {
    if (value.t !== 'obj') return false;
    // What the pattern does not name is sent too.
    if (!found.has('params')) found.set('params', value);
    return Object.entries(pattern.object).every(([key, inner]) => {
      const member = value.props.get(key);
      return member || 'capture' in inner ? matchArg(inner, member, found) || 'capture' in inner : false;
    });
  }
  if (value.t !== 'arr' || !('array' in pattern)) return false;
  return pattern.array.every((inner, index) => matchArg(inner, value.items[index], found));
}

function fits(where: Where, value: MValue | undefined): boolean {
  if (!value) return false;
  const text = addressOf(value);
  if (text === undefined || text === '' || text.startsWith('\uFFFC')) return where.unknown;
  return where.values.some((wanted) => matchWildcard(wanted, text) !== undefined);
}
