/** What the functions of the template API are handed, and what they note. */
import { condition, type Guard } from '../../../model/guard.ts';
import type { ESTree } from '../../../parse/script.ts';
import type { Machine } from '../../machine/machine.ts';
import { getMember } from '../../machine/members.ts';
import { PHASE } from '../../machine/phase.ts';
import { enter } from '../../machine/scope.ts';
import { placeOf } from '../../machine/script-text.ts';
import { global, type MValue } from '../../machine/values.ts';

/** Something that the code sets going: a request, a call of the page's functions, a consent command. */
export interface Effect {
  readonly guard: Guard;
  /** Something leaves the browser or server by it, or what sends is fetched. */
  readonly leaves: boolean;
}

export interface SandboxCall {
  readonly m: Machine;
  /** The name under which the function is required. */
  readonly name: string;
  readonly args: readonly MValue[];
  readonly node: ESTree.Node;
  readonly effects: Effect[];
}

/** A function of the template API. */
export type Api = (call: SandboxCall) => MValue;

const MAX_EFFECTS = 500;

/** Notes that the code does something here. */
export function noteEffect({ m, effects }: SandboxCall, leaves: boolean): void {
  if (m.reached && effects.length < MAX_EFFECTS) effects.push({ guard: m.path.all, leaves });
}

/** Runs a callback later on; one that tells of a failure runs where something went wrong. */
export function callBack(
  { m, name, node }: SandboxCall,
  fn: MValue | undefined,
  args: readonly MValue[],
  failed: boolean,
): void {
  if (fn?.t !== 'fn') return;
  const place = placeOf(m.script, node);
  const path = failed ? enter(m.path, condition('error', `${name}() fails`, place)) : m.path;
  m.tasks.later(PHASE.promise, path, m.steps, () => void m.callFunction(fn, args, undefined), fn);
}

/** What a dotted path leads to, from the window. */
export function windowMember(m: Machine, path: readonly string[], node: ESTree.Node): MValue {
  return path.reduce<MValue>((of, key) => getMember(m, of, key, node), global([]));
}

/** The members of a path such as `window.dataLayer.push`. */
export function pathOf(text: string): string[] {
  return text
    .slice(0, 300)
    .split('.')
    .filter((key, index) => key !== '' && (index > 0 || key !== 'window'));
}
