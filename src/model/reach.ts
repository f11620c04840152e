/** Whether anybody runs a piece of code. */
import type { Activity } from './unit.ts';

/**
 * True where something in sight calls it, or where it is exported or global, which is done for somebody who calls it. What
 * names somebody only by an id passes through wrappers of every kind: there a call in sight has to show that it is a person's.
 */
export function isForUse({ reached, steps }: Pick<Activity, 'reached' | 'steps'>, byIdAlone: boolean): boolean {
  return reached || (!byIdAlone && steps.some(({ kind }) => kind === 'offered'));
}
