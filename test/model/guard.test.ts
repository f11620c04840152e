import { describe, expect, it } from 'vitest';
import { and, atomsOf, condition, type Guard, not, or } from '../../src/model/guard.ts';

const free = (name: number | string): Guard => condition('free', `is ${name}`);
const consent = condition('consent', 'has consent');
const many = (length: number): Guard[] => Array.from({ length }, (_, index) => free(index));

function topicsOf(guard: Guard): string[] {
  return [...new Set(atomsOf(guard).map(({ atom }) => (atom.kind === 'condition' ? atom.topic : atom.kind)))].sort();
}

describe('a guard of very many conditions', () => {
  it('is one that decides nothing, where none of them has to do with consent', () => {
    expect(topicsOf(and(...many(60)))).toEqual(['free']);
    expect(topicsOf(many(60).reduce((all, one) => and(all, not(one))))).toEqual(['free']);
    const pairs = many(90).map((one, index) => or(one, free(`other ${index}`)));
    expect(topicsOf(pairs.reduce((all, one) => (all.op === 'and' ? or(all, one) : and(all, one))))).toEqual(['free']);
  });

  it('keeps those on consent', () => {
    for (const guards of [
      [consent, ...many(60)],
      [...many(60), consent],
      [...many(30), consent, ...many(60)],
    ]) {
      const together = and(...guards);
      expect(together.op).toBe('and');
      expect(topicsOf(together)).toEqual(['consent', 'free']);
      expect(topicsOf(guards.reduce((all, one) => and(all, one)))).toEqual(['consent', 'free']);
    }
    expect(topicsOf(and(or(and(...many(20)), and(consent, ...many(20))), or(...many(24), consent)))).toContain(
      'consent',
    );
  });

  it('tells parts that differ apart, so that they contradict nothing', () => {
    const [left, right] = [or(...many(60)), and(...many(60))];
    expect(and(left, not(right))).toMatchObject({ op: 'and' });
    const [first] = atomsOf(left);
    const [second] = atomsOf(right);
    expect(first?.atom).not.toEqual(second?.atom);
  });

  it('is unresolved, where it asks for too much that is about consent', () => {
    const asks = Array.from({ length: 60 }, (_, index) => condition('consent', `has consent ${index}`));
    expect(topicsOf(and(...asks))).toEqual(['consent', 'unresolved']);
  });
});
