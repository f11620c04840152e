/** How strongly something can be claimed of a visit, and what is granted on it. */
import type { Category } from '../model/catalog.ts';
import type { ConsentState } from '../model/guard.ts';

/** How strongly it can be claimed: 0 not at all, 1 possible, 2 likely, 3 certain. */
export type Level = 0 | 1 | 2 | 3;

/** How strongly a condition can be true, and can be false, on some visit in a state. */
export interface Truth {
  readonly yes: Level;
  readonly no: Level;
}

export const YES: Truth = { yes: 3, no: 0 };
export const NO: Truth = { yes: 0, no: 3 };
/** True on one visit, false on another: no gate. */
export const EITHER: Truth = { yes: 3, no: 3 };

export function weaker(a: Level, b: Level): Level {
  return a < b ? a : b;
}

export function stronger(a: Level, b: Level): Level {
  return a > b ? a : b;
}

/** The categories that are granted in a state; `necessary` always is. */
export function isGranted(category: Category, state: ConsentState): boolean {
  return category === 'necessary' || state === 'all' || state === category;
}
