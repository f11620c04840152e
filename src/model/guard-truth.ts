/** The truth of guards by trying out their conditions. */
import { type Atom, atomsOf, type Guard } from './guard.ts';

/** More conditions are not tried out. */
const MAX_ATOMS = 6;

/** What tells one condition from another, wherever it stands. */
export function keyOfAtom(atom: Atom): string {
  return JSON.stringify(atom);
}

/** The truth of a guard where some of its conditions are known; undefined where it depends on the others. */
export function truthUnder(guard: Guard, known: ReadonlyMap<string, boolean>): boolean | undefined {
  switch (guard.op) {
    case 'const':
      return guard.value;
    case 'atom':
      return known.get(keyOfAtom(guard.atom));
    case 'not': {
      const of = truthUnder(guard.of, known);
      return of === undefined ? undefined : !of;
    }
    default: {
      const decisive = guard.op === 'or';
      const parts = guard.of.map((one) => truthUnder(one, known));
      if (parts.includes(decisive)) return decisive;
      return parts.includes(undefined) ? undefined : !decisive;
    }
  }
}

/** True for a guard that holds whatever its conditions come to: both branches of one, put together. */
export function holdsAnyway(guard: Guard): boolean {
  if (guard.op === 'const') return guard.value;
  const keys = [...new Set(atomsOf(guard).map(({ atom }) => keyOfAtom(atom)))];
  if (keys.length > MAX_ATOMS) return false;
  for (let bits = 0; bits < 2 ** keys.length; bits += 1) {
    const known = new Map(keys.map((key, index) => [key, (bits & (2 ** index)) !== 0]));
    if (truthUnder(guard, known) !== true) return false;
  }
  return true;
}
