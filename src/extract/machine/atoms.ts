import type { Atom, Guard } from '../../model/guard.ts';

const MAX_DEPTH = 6;

/** True for guards that say the same at the same place; deep guards count as different unless they are one object. */
export function sameGuard(left: Guard, right: Guard, depth = 0): boolean {
  if (left === right) return true;
  if (left.op !== right.op || depth > MAX_DEPTH) return false;
  if (left.op === 'const') return right.op === 'const' && left.value === right.value;
  if (left.op === 'not') return right.op === 'not' && sameGuard(left.of, right.of, depth + 1);
  if (left.op === 'atom') {
    if (
      right.op !== 'atom' ||
      left.location?.start !== right.location?.start ||
      left.location?.source !== right.location?.source
    )
      return false;
    return sameAtom(left.atom, right.atom);
  }
  if (right.op !== left.op || left.of.length !== right.of.length) return false;
  return left.of.every((one, index) => {
    const partner = right.of[index];
    return partner !== undefined && sameGuard(one, partner, depth + 1);
  });
}

function sameAtom(left: Atom, right: Atom): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  // Nearly all of them, compared at every step into a branch.
  if (left.kind === 'condition' && right.kind === 'condition')
    return left.text === right.text && left.topic === right.topic;
  const other: ReadonlyMap<string, unknown> = new Map(Object.entries(right));
  const own = Object.entries(left);
  return own.length === other.size && own.every(([key, value]) => other.get(key) === value);
}
