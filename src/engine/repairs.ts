/** Which repairs of a file's findings can be made at once. */
import type { Finding, RepairKind, Suggestion } from '../model/finding.ts';
import type { TextEdit } from '../text/edit.ts';

export interface ChosenRepairs {
  /** In the order of their places; none touches another. */
  readonly edits: readonly TextEdit[];
  /** The findings that they are made for. */
  readonly findings: readonly Finding[];
}

/** The repair that is made for a finding; `suggested` means the safe ones too, and else the first of what is suggested. */
export function repairOf({ fix, suggestions }: Finding, kind: RepairKind): Suggestion | undefined {
  const repair = fix ?? (kind === 'suggested' ? suggestions?.[0] : undefined);
  return repair && repair.edits.length > 0 ? repair : undefined;
}

/**
 * Takes one repair after the other, each whole or not at all: what touches an earlier one is left for the next time. Findings with
 * the very same repair share it.
 */
export function chooseRepairs(findings: readonly Finding[], kind: RepairKind): ChosenRepairs {
  const edits: TextEdit[] = [];
  const chosen: Finding[] = [];
  const known = new Set<string>();
  for (const finding of findings) {
    const repair = repairOf(finding, kind);
    if (!repair) continue;
    const key = JSON.stringify(repair.edits);
    if (!known.has(key)) {
      if (!repair.edits.every((edit) => fits(edits, edit))) continue;
      for (const edit of repair.edits) edits.splice(placeFor(edits, edit), 0, edit);
      known.add(key);
    }
    chosen.push(finding);
  }
  return { edits, findings: chosen };
}

/** Whether an edit touches none of those that are sorted already, and stands where none stands. */
function fits(sorted: readonly TextEdit[], edit: TextEdit): boolean {
  const at = placeFor(sorted, edit);
  const [before, after] = [sorted[at - 1], sorted[at]];
  return !(before && before.end > edit.start) && !(after && (after.start === edit.start || after.start < edit.end));
}

/** Index of the first edit that does not begin before this one. */
function placeFor(sorted: readonly TextEdit[], { start }: TextEdit): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
