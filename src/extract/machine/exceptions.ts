/** Exceptions: what they keep from running, up to where they are caught. */
import { and, atomsOf, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { Machine } from './machine.ts';
import { since } from './scope.ts';

/** Topics of conditions on which nothing depends that the analysis asks. */
const IDLE = new Set(['free', 'named', 'place', 'signal', 'environment']);

/** An error on a wrong argument or a missing library changes nothing for what follows; it would only make guards long. */
function matters(guard: Guard): boolean {
  if (guard.op === 'const') return guard.value;
  return atomsOf(guard).some(({ atom }) => atom.kind !== 'condition' || !IDLE.has(atom.topic));
}

/** Notes that something throws here under a condition: what follows runs where it does not. */
export function raise(m: Machine, guard: Guard): void {
  if (guard === NEVER) return;
  m.throws?.push(and(m.path.all, guard));
  propagate(m, guard);
}

/** What a called function throws goes on here. */
export function propagate(m: Machine, guard: Guard): void {
  if (!matters(guard)) return;
  m.frame.thrown.push(and(since(m.path, m.frame.entry), guard));
  m.awaited = and(m.awaited, not(guard));
}

/** `throw`: the conditions that lead here. */
export function throwHere(m: Machine): void {
  m.throws?.push(m.path.all);
  m.frame.thrown.push(since(m.path, m.frame.entry));
}

/** Runs something whose exceptions are caught; gives the condition under which it throws. */
export function caught<T>(m: Machine, run: () => T): { readonly value: T; readonly thrown: Guard } {
  const { frame, throws, awaited } = m;
  const mark = frame.thrown.length;
  m.throws = undefined;
  try {
    const value = run();
    const thrown = or(...frame.thrown.splice(mark));
    return { value, thrown };
  } finally {
    m.throws = throws;
    m.awaited = awaited;
    frame.thrown.length = Math.min(frame.thrown.length, mark);
  }
}
