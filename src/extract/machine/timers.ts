/** Timers and other delays. */

import { type Said, say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { PHASE } from './phase.ts';
import { placeOf } from './script-text.ts';
import { stepsTo } from './steps.ts';
import { type MValue, unknownValue } from './values.ts';

/** Functions that run a callback later, whoever the visitor is. */
export const TIMERS = new Set([
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'requestIdleCallback',
  'queueMicrotask',
  'setImmediate',
]);

/** A callback that runs later. */
export function timer(m: Machine, name: string, args: readonly MValue[], node: ESTree.Node): MValue {
  const [callback, delay] = args;
  if (callback?.t === 'lit' && typeof callback.v === 'string') {
    const code = callback.v;
    const steps = stepsTo(m, 'delay', say`runs in ${name}()`, placeOf(m.script, node), timeOf(name, delay));
    m.tasks.later(PHASE.timer, m.path, steps, () =>
      m.host.markup(`<script>${code}</script>`, placeOf(m.script, node), true),
    );
    return unknownValue(name);
  }
  if (callback && (callback.t === 'fn' || callback.t === 'ite' || callback.t === 'global')) {
    const message =
      delay?.t === 'lit' && typeof delay.v === 'number'
        ? say`runs in ${name}() after ${delay.v} ms`
        : say`runs in ${name}()`;
    const steps = stepsTo(m, 'delay', message, placeOf(m.script, node), timeOf(name, delay));
    const handed = args.slice(2);
    const run = (): void => {
      m.repeats ||= name === 'setInterval';
      m.callValue(callback, handed, undefined, node);
    };
    if (callback.t !== 'fn') m.tasks.later(PHASE.timer, m.path, steps, run);
    else if (callback.native) m.withSteps(steps, run);
    else m.tasks.later(PHASE.timer, m.path, steps, run, { ...callback, bound: [...(callback.bound ?? []), ...handed] });
  }
  return unknownValue(name);
}

/** A time that somebody may take for a gate; undefined for a turn of the event loop and other moments. */
function timeOf(name: string, delay: MValue | undefined): Said | undefined {
  const known = delay?.t === 'lit' ? Number(delay.v) : undefined;
  if (name === 'setInterval') return known === undefined ? say`a timer` : say`a timer of ${known} ms`;
  if (name !== 'setTimeout' || !delay) return undefined;
  if (known === undefined) return say`some time`;
  return known >= 500 ? `${known} ms` : undefined;
}
