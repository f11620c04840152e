/** Values that are one thing or another, by a condition. */
import { ALWAYS, and, type Guard, not } from '../../model/guard.ts';
import type { Origin } from '../../model/value.ts';
import { UNRESOLVED } from './names.ts';
import { type Ite, type MValue, nameOf, type Unknown, unknownValue } from './values.ts';

const MAX_ITE_DEPTH = 12;

/** `yes` under the guard, else `no`. Deep chains become unknown, so that a long script stays cheap. */
export function ite(guard: Guard, yes: MValue, no: MValue): MValue {
  if (guard.op === 'const') return guard.value ? yes : no;
  if (yes === no || isSameStored(yes, no)) return yes;
  if (depthOf(no) + depthOf(yes) > MAX_ITE_DEPTH) return oneOf(yes, no);
  return { t: 'ite', guard, yes, no };
}

/** What is left of too many alternatives: where one of them is a digest, where they come from and that perhaps all are. */
function oneOf(yes: MValue, no: MValue): Unknown {
  const origins = new Map<string, Origin>();
  let digested = false;
  const visit = (at: MValue): void => {
    if (at.t === 'ite') {
      visit(at.yes);
      visit(at.no);
    } else if (at.t === 'unknown') {
      digested ||= at.transforms.some((one) => one === 'hash' || one === 'perhaps-hash');
      for (const origin of at.origins) origins.set(`${origin.kind} ${origin.name}`, origin);
    }
  };
  visit(yes);
  visit(no);
  const name = nameOf(yes) || nameOf(no) || UNRESOLVED;
  return digested
    ? unknownValue(name, [...origins.values()].slice(0, 8), undefined, ['perhaps-hash'])
    : unknownValue(name);
}

/** `try { text = decodeURIComponent(stored) } catch { text = stored }`: one stored text either way. */
function isSameStored(a: MValue, b: MValue): boolean {
  return (
    a.t === 'stored' &&
    b.t === 'stored' &&
    a.store === b.store &&
    a.key === b.key &&
    a.member === b.member &&
    a.present === b.present
  );
}

function depthOf(value: MValue): number {
  let depth = 0;
  for (let at = value; at.t === 'ite' && depth <= MAX_ITE_DEPTH; at = at.no)
    depth += 1 + (at.yes.t === 'ite' ? depthOf(at.yes) : 0);
  return depth;
}

interface Case {
  readonly guard: Guard;
  readonly value: MValue;
}

const CASES = new WeakMap<Ite, readonly Case[]>();

/** All values that a value can be, with the condition of each. */
export function casesOf(value: MValue): readonly Case[] {
  if (value.t !== 'ite') return [{ guard: ALWAYS, value }];
  let cases = CASES.get(value);
  if (!cases) {
    const made: Case[] = [];
    collectCases(value, ALWAYS, made);
    cases = made;
    CASES.set(value, cases);
  }
  return cases;
}

function collectCases(value: MValue, guard: Guard, into: Case[]): void {
  if (value.t !== 'ite') {
    into.push({ guard, value });
    return;
  }
  collectCases(value.yes, and(guard, value.guard), into);
  collectCases(value.no, and(guard, not(value.guard)), into);
}

/** Applies a function to every alternative of a value. */
export function mapCases(value: MValue, change: (value: MValue) => MValue): MValue {
  if (value.t !== 'ite') return change(value);
  return ite(value.guard, mapCases(value.yes, change), mapCases(value.no, change));
}
