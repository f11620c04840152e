import { atomsOf, type Guard } from '../../model/guard.ts';
import type { SandboxFacts } from './sandbox/run.ts';

/** The condition on which everything hangs that the code does, where that is one on consent. */
export function soleCondition(facts: SandboxFacts): Guard | undefined {
  const [only, ...others] = new Set(facts.effects.map(({ guard }) => guard));
  return only && others.length === 0 && facts.complete && asksForConsent(only) ? only : undefined;
}

export function asksForConsent(guard: Guard): boolean {
  return atomsOf(guard).some(({ atom }) => {
    if (atom.kind === 'condition') return atom.topic === 'consent' || atom.topic === 'opt-out';
    return ['signal', 'consent', 'decided', 'refused', 'storage', 'click'].includes(atom.kind);
  });
}
