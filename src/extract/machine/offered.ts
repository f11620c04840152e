/** Which functions a module or script offers to others: what calls them may be out of sight. */

import { casesOf } from './cases.ts';
import type { Machine } from './machine.ts';
import type { ScriptText } from './script-text.ts';
import type { Cls, Fn, MValue } from './values.ts';

type Range = readonly [start: number, end: number];

const offers = new WeakMap<Machine, Map<ScriptText, Range[]>>();

/** Members of an object that are looked at: `export default { track, identify }`. */
const MAX_MEMBERS = 60;

/** Notes a value that is exported, global or given back to code out of sight: a function, a class, an object of such. */
export function offer(m: Machine, value: MValue, depth = 0): void {
  if (value.t === 'fn' || value.t === 'class') note(m, value);
  // `if (!window.track) window.track = function () { … }`
  if (value.t === 'ite' && depth <= 1) for (const { value: one } of casesOf(value)) offer(m, one, depth + 1);
  if (value.t !== 'obj' || depth > 1) return;
  for (const member of [...value.props.values()].slice(0, MAX_MEMBERS)) offer(m, member, depth + 1);
}

/** Notes what a script that stands alone leaves on window. */
export function offerGlobals(m: Machine): void {
  m.tasks.drain();
  for (const { value } of m.global.cells.values()) offer(m, value);
}

/** Whether a function or class is offered, or stands in what is. */
export function isOffered(m: Machine, { node, script }: Fn | Cls): boolean {
  const [from, to] = node.range ?? [0, 0];
  return (offers.get(m)?.get(script) ?? []).some(([start, end]) => start <= from && to <= end);
}

function note(m: Machine, { script, node }: Fn | Cls): void {
  if (!node.range) return;
  const known = offers.get(m) ?? new Map<ScriptText, Range[]>();
  offers.set(m, known);
  const ranges = known.get(script) ?? [];
  known.set(script, ranges);
  ranges.push([node.range[0], node.range[1]]);
}
