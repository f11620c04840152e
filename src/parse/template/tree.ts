import type { BranchKind, ExcludedCondition, TemplateBranch, TemplateLanguage } from './types.ts';

/** A branch while the tree is built. */
export interface Draft {
  start: number;
  end: number;
  kind: BranchKind;
  condition: string | undefined;
  conditionStart: number | undefined;
  negated: boolean;
  excluded: readonly ExcludedCondition[];
  group: number;
  parent: Draft | undefined;
  language: TemplateLanguage;
  header: string;
  custom: boolean;
  inCode: boolean;
  /** Empty, or part of a statement that is not closed. */
  dropped: boolean;
  island: number;
}

/** An open statement while the tree is built. */
export interface Frame {
  readonly language: TemplateLanguage;
  readonly group: number;
  readonly closer: string;
  readonly header: string;
  readonly kind: BranchKind;
  readonly parent: Draft | undefined;
  readonly subject: string | undefined;
  readonly unknown: boolean;
  readonly quiet: boolean;
  readonly rest: boolean;
  readonly branches: Draft[];
  /** Own conditions of the branches so far. */
  excluded: readonly ExcludedCondition[];
  current: Draft | undefined;
  lastIsland: number;
}

/** All branches of one statement, and whether one of them always runs. */
export interface BranchGroup {
  readonly branches: TemplateBranch[];
  /** A plain else, so that exactly one branch runs. */
  complete: boolean;
  /** The text after an early exit: always kept when a text is read again. */
  rest: boolean;
}

/** The finished tree. */
export interface RegionTree {
  readonly branches: readonly TemplateBranch[];
  readonly groups: ReadonlyMap<number, BranchGroup>;
  readonly unbalanced: boolean;
  enclosing(offset: number): readonly TemplateBranch[];
}

/**
 * The branches around an offset, outermost first. `tops` holds the innermost branch from each of the sorted `offsets` on.
 */
export function enclosingBranches(
  offsets: readonly number[],
  tops: readonly (Draft | undefined)[],
  offset: number,
): TemplateBranch[] {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found: TemplateBranch[] = [];
  for (let draft = tops[low - 1]; draft !== undefined; draft = draft.parent) {
    // Statements of two languages may cross: a parent can have ended before its child.
    if (!draft.dropped && draft.start <= offset && offset < draft.end) found.push(draft);
  }
  return found.reverse();
}
