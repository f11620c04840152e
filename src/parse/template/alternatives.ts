import type { BranchGroup, RegionTree } from './tree.ts';
import type { TemplateBranch } from './types.ts';

/** More readings than this of one range are not offered. */
const MOST_READINGS = 64;

/** A statement with a boundary inside the range, with the statements nested in each of its branches. */
interface Choice {
  readonly options: { readonly branch: TemplateBranch; readonly inner: Choice[]; readings: number }[];
  /** Keeping no branch is a reading too. */
  readonly none: boolean;
  readings: number;
}

/** Chooses the readings of ranges in which the branches of a statement cannot all stand side by side. */
export class Alternatives {
  readonly #tree: RegionTree;
  readonly #boundaries: { readonly offset: number; readonly group: number }[] = [];

  constructor(tree: RegionTree) {
    this.#tree = tree;
    for (const branch of tree.branches) {
      const group = tree.groups.get(branch.group);
      if (branch.inCode || group === undefined || !exclusive(group)) continue;
      this.#boundaries.push({ offset: branch.start, group: branch.group }, { offset: branch.end, group: branch.group });
    }
    this.#boundaries.sort((a, b) => a.offset - b.offset);
  }

  /** See `TemplateScan.alternativesIn`. */
  within(start: number, end: number): TemplateBranch[][] {
    const outer = this.#choices(start, end);
    const count = Math.min(MOST_READINGS, largest(outer));
    const readings: TemplateBranch[][] = [];
    for (let index = 0; index < count; index += 1) {
      const blanked: TemplateBranch[] = [];
      for (const choice of outer) choose(choice, index, blanked);
      readings.push(blanked);
    }
    return readings;
  }

  #choices(start: number, end: number): Choice[] {
    const ids = new Set<number>();
    for (let index = this.#firstAfter(start); index < this.#boundaries.length; index += 1) {
      const boundary = this.#boundaries[index];
      if (boundary === undefined || boundary.offset >= end) break;
      ids.add(boundary.group);
    }
    const outer: Choice[] = [];
    const byBranch = new Map<TemplateBranch, Choice[]>();
    const made: Choice[] = [];
    // Group ids grow in the order of opening, so an enclosing statement comes first.
    for (const id of [...ids].sort((a, b) => a - b)) {
      const group = this.#tree.groups.get(id);
      if (group === undefined) continue;
      const choice = newChoice(group);
      made.push(choice);
      for (const option of choice.options) byBranch.set(option.branch, option.inner);
      let parent = group.branches[0]?.parent;
      while (parent !== undefined && !byBranch.has(parent)) parent = parent.parent;
      ((parent && byBranch.get(parent)) ?? outer).push(choice);
    }
    for (const choice of made.reverse()) count(choice);
    return outer;
  }

  #firstAfter(offset: number): number {
    let low = 0;
    let high = this.#boundaries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#boundaries[middle]?.offset ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Branches of a loop stand side by side only if it has an else. Blocks and early exits have nothing to choose. */
function exclusive(group: BranchGroup): boolean {
  if (group.rest) return false;
  return group.branches[0]?.kind === 'if' || group.branches.length > 1;
}

function newChoice(group: BranchGroup): Choice {
  const inText = group.branches.filter((branch) => !branch.inCode);
  const conditional = group.branches[0]?.kind === 'if';
  return {
    options: inText.map((branch) => ({ branch, inner: [], readings: 1 })),
    none: conditional && (!group.complete || inText.length < group.branches.length),
    readings: 0,
  };
}

function largest(choices: readonly Choice[]): number {
  let most = 0;
  for (const choice of choices) most = Math.max(most, choice.readings);
  return most;
}

/** A branch needs as many readings as the largest statement in it; a statement as many as its branches together. */
function count(choice: Choice): void {
  let sum = choice.none ? 1 : 0;
  for (const option of choice.options) {
    option.readings = Math.max(1, largest(option.inner));
    sum += option.readings;
  }
  choice.readings = sum;
}

/** Adds the branches that reading number `index` blanks. A statement with fewer readings starts over with its first branch. */
function choose(choice: Choice, index: number, blanked: TemplateBranch[]): void {
  let left = index < choice.readings ? index : 0;
  let taken = false;
  for (const option of choice.options) {
    if (!taken && left < option.readings) {
      taken = true;
      for (const inner of option.inner) choose(inner, left, blanked);
    } else blanked.push(option.branch);
    left -= option.readings;
  }
}
