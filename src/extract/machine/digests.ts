/** What code digests on some of its ways: `isHashed(v) ? v : sha256(v)`. */
import { ALWAYS, type Atom, and, atomsOf, type Guard } from '../../model/guard.ts';
import { keyOfAtom, truthUnder } from '../../model/guard-truth.ts';
import type { Origin, Transform } from '../../model/value.ts';
import { casesOf } from './cases.ts';
import { isHash, UNRESOLVED } from './names.ts';
import { type Ite, type MValue, type Unknown, unknownValue } from './values.ts';

/** Conditions that say nothing of the value are tried out; more of them are not. */
const MAX_FOREIGN = 6;
const MAX_ORIGINS = 8;
const DIGESTED: ReadonlySet<Transform> = new Set(['hash', 'perhaps-hash']);

interface Way {
  readonly guard: Guard;
  readonly value: Unknown;
}

/** The value, with the ways to its digest made one. */
export function settled(value: MValue): MValue {
  return (value.t === 'ite' ? digestedOf(value) : undefined) ?? value;
}

/**
 * The value that leaves code in which it comes to a digest on one way at least: digested where the other ways depend on the value
 * itself, which is then empty or a digest already; else perhaps digested. Undefined where nothing is digested, or where it may be
 * something else than one datum.
 */
export function digestedOf(value: Ite): Unknown | undefined {
  const ways = waysOf(value, ALWAYS);
  if (!ways) return undefined;
  const digested = ways.filter(({ value: { transforms } }) => transforms.some((one) => DIGESTED.has(one)));
  const [first] = digested;
  if (!first) return undefined;
  const others = ways.filter((way) => !digested.includes(way) && !isExcused(way, digested));
  const perhaps = ways.some(({ value: { transforms } }) => transforms.includes('perhaps-hash'));
  const all = others.length === 0 && !perhaps;
  const told = all ? digested : [...others, ...digested];
  const transforms: Transform[] = [
    ...new Set(told.flatMap(({ value: one }) => one.transforms.filter((transform) => !DIGESTED.has(transform)))),
    all ? 'hash' : 'perhaps-hash',
  ];
  return unknownValue(first.value.name, originsOf(told, all), first.value.at, transforms);
}

/** The ways to one datum, or to any number of it: `isArray(v) ? v.map(digest) : digest(v)`. */
function waysOf(value: MValue, before: Guard): Way[] | undefined {
  const ways: Way[] = [];
  for (const { guard, value: one } of casesOf(value)) {
    const all = and(before, guard);
    const [only] = one.t === 'arr' && one.open && one.items.length === 1 ? one.items : [];
    const inner = only && only.t !== 'arr' ? waysOf(only, all) : undefined;
    if (inner) ways.push(...inner);
    else if (one.t === 'unknown') ways.push({ guard: all, value: one });
    else if (one.t !== 'lit') return undefined;
  }
  return ways;
}

/** Where the values come from; a digest by its own name stands there only where all of them are digests. */
function originsOf(ways: readonly Way[], all: boolean): Origin[] {
  const found = new Map<string, Origin>();
  for (const { value } of ways)
    for (const one of value.origins) {
      if (all || one.kind !== 'variable' || !isHash(one.name)) found.set(`${one.kind} ${one.name}`, one);
    }
  return [...found.values()].slice(0, MAX_ORIGINS);
}

/** A way on which the value goes out as it came, because of what it is. */
function isExcused({ guard, value }: Way, digested: readonly Way[]): boolean {
  // What a helper gives out of sight (`list.map(…)`) is no datum that came from somewhere.
  if (value.name === UNRESOLVED || (value.name === '' && value.origins.length === 0)) return false;
  if (value.origins.every(({ kind, name }) => kind === 'variable' && name.endsWith('()'))) return true;
  const names = value.origins.map(({ name }) => name);
  const same = digested.filter(({ value: one }) => one.origins.some(({ name }) => names.includes(name)));
  return same.length > 0 && onlyAsks(guard, same, [...names, value.name]);
}

/** True where nothing but the value's own state decides that it goes this way and none of the others. */
function onlyAsks(guard: Guard, others: readonly Way[], names: readonly string[]): boolean {
  const foreign = new Set<Atom>();
  let asksValue = false;
  for (const { atom } of atomsOf(guard)) {
    const own = atom.kind === 'condition' && names.some((name) => name.length > 2 && atom.text.includes(name));
    if (own) asksValue = true;
    else foreign.add(atom);
  }
  const atoms = [...foreign];
  if (!asksValue || atoms.length > MAX_FOREIGN) return false;
  for (let bits = 0; bits < 2 ** atoms.length; bits += 1) {
    const known = new Map(atoms.map((atom, index) => [keyOfAtom(atom), (bits & (2 ** index)) !== 0]));
    if (can(guard, known) && !others.some((other) => can(other.guard, known))) return false;
  }
  return true;
}

function can(guard: Guard, known: ReadonlyMap<string, boolean>): boolean {
  return truthUnder(guard, known) !== false;
}
