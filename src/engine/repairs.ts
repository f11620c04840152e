/** Which repairs of a file's findings can be made at once. */
import type { Finding, Suggestion } from '../model/finding.ts';
import { sortedEdits, type TextEdit } from '../text/edit.ts';

/** `safe`: what changes nothing that anybody could want; `suggested`: also the first of what somebody must agree to. */
export type RepairKind = 'safe' | 'suggested';

export interface ChosenRepairs {
  /** In the order of their places; none touches another. */
  readonly edits: readonly TextEdit[];
  /** The findings that they are made for. */
  readonly findings: readonly Finding[];
}

/** The repair that is made for a finding. */
export function repairOf({ fix, suggestions }: Finding, kind: RepairKind): Suggestion | undefined {
  const repair = fix ?? (kind === 'suggested' ? suggestions?.[0] : undefined);
  return repair && repair.edits.length > 0 ? repair : undefined;
}

/**
 * Takes one repair after the other, each whole or not at all: what touches an earlier one is left for the next time. Findings with
 * the very same repair share it.
 */
export function chooseRepairs(findings: readonly Finding[], kind: RepairKind): ChosenRepairs {
  let edits: readonly TextEdit[] = [];
  const chosen: Finding[] = [];
  const known = new Set<string>();
  for (const finding of findings) {
    const repair = repairOf(finding, kind);
    if (!repair) continue;
    const key = JSON.stringify(repair.edits);
    const together = known.has(key) ? edits : sortedEdits([...edits, ...repair.edits]);
    if (!together) continue;
    known.add(key);
    edits = together;
    chosen.push(finding);
  }
  return { edits, findings: chosen };
}
