import { ALWAYS, type Guard } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { type Location, locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import type { Scope } from './scope.ts';
import type { MValue } from './values.ts';

/** A place in a script that a template or a container fills at run time. */
export interface Hole {
  readonly start: number;
  readonly end: number;
  /** `scope`: the names that are known where it stands. */
  readonly value: (scope?: Scope) => MValue;
}

/** A script as the machine evaluates it: its source, and what its template syntax means at each offset. */
export interface ScriptText {
  readonly source: Source;
  /** The text that was parsed: the source's text with template syntax masked, same length. */
  readonly masked: string;
  /** Sorted by start; they do not overlap. */
  readonly holes: readonly Hole[];
  /** Conditions of the template around an offset inside the script, beyond those around the whole script. */
  readonly guardAt: ((offset: number) => Guard) | undefined;
  /** Where the whole text stands in for positions inside it (a script put together at run time). */
  readonly anchor?: Location;
  /** Characters that stand in front of the source's text in what was parsed. */
  readonly lead?: number;
  /** The script is an ES module. */
  readonly module?: boolean;
}

export function templateGuard(script: ScriptText, node: ESTree.Node): Guard {
  return script.guardAt && node.range ? script.guardAt(node.range[0]) : ALWAYS;
}

export function placeOf(script: ScriptText, node: ESTree.Node): Location {
  if (script.anchor) return script.anchor;
  const [start, end] = node.range ?? [0, 0];
  return locationOf(script.source, { start, end });
}

/** The text of a node as it was parsed. */
export function sourceOf(m: { readonly script: ScriptText }, node: ESTree.Node): string {
  const [start, end] = node.range ?? [0, 0];
  return m.script.masked.slice(start, end);
}

/** The source text of a node, on one line, shortened. */
export function snippet(script: ScriptText, node: ESTree.Node, length = 80): string {
  const [start, end] = node.range ?? [0, 0];
  const lead = script.lead ?? 0;
  const text = script.source.text
    .slice(Math.max(start - lead, 0), Math.min(end, start + length * 4) - lead)
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** Holes that overlap a range, in order. */
export function holesIn(script: Pick<ScriptText, 'holes'>, start: number, end: number): readonly Hole[] {
  const { holes } = script;
  let low = 0;
  let high = holes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((holes[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: Hole[] = [];
  for (let index = low; index < holes.length; index++) {
    const hole = holes[index];
    if (!hole || hole.start >= end) break;
    found.push(hole);
  }
  return found;
}
