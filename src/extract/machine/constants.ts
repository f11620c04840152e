/** Tests that speak of consent and have the same answer for everybody: what they let through was never asked for. */

import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { topicOf } from './names.ts';
import { placeOf, snippet } from './script-text.ts';
import { stepsTo } from './steps.ts';

const SAYS_YES = /accepted|allowed|granted|agreed/i;

function speaksOfConsent(m: Machine, test: ESTree.Node): boolean {
  const text = snippet(m.script, test, 120);
  const topic = topicOf(text);
  return topic === 'consent' || topic === 'opt-out' || SAYS_YES.test(text);
}

/** Runs what a constant test lets through, with the test as evidence where it speaks of consent. */
export function throughConstant<T>(m: Machine, test: ESTree.Node, run: () => T): T {
  if (!speaksOfConsent(m, test)) return run();
  return m.withSteps(constantSteps(m, test), run);
}

/** What follows an early exit whose constant test never holds: the rest of the function has the test as evidence. */
export function pastConstant(m: Machine, test: ESTree.Node, exit: ESTree.Node): void {
  const last = exit.type === 'BlockStatement' ? exit.body[exit.body.length - 1] : exit;
  if (last?.type !== 'ReturnStatement' && last?.type !== 'ThrowStatement') return;
  if (speaksOfConsent(m, test)) m.steps = constantSteps(m, test);
}

function constantSteps(m: Machine, test: ESTree.Node): Machine['steps'] {
  const text = snippet(m.script, test, 60);
  return stepsTo(m, 'granted-default', say`“${text}” is the same for every visitor`, placeOf(m.script, test), text);
}
