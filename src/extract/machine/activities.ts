import type { ConsentCommand } from '../../model/catalog.ts';
import type { Activity, Hint, UnknownScript } from '../../model/unit.ts';
import type { Machine } from './machine.ts';

type Place = 'guard' | 'reached' | 'order' | 'steps';
type Draft = Omit<Activity, Place> & { readonly consent?: ConsentCommand };

const MOST = 5000;

/** Adds an activity that happens here and now. */
export function addActivity(m: Machine, draft: Draft, to: Activity[] = m.activities): void {
  if (to.length < MOST) to.push({ ...draft, ...here(m) });
}

/** Adds a hint that the browser meets here and now. */
export function addHint(m: Machine, draft: Omit<Hint, Place>): void {
  if (m.hints.length < MOST) m.hints.push({ ...draft, ...here(m) });
}

/** Adds a script of an unknown host that is fetched here and now. */
export function addUnknownScript(m: Machine, draft: Omit<UnknownScript, Place>): void {
  if (m.unknownScripts.length < MOST) m.unknownScripts.push({ ...draft, ...here(m) });
}

function here(m: Machine): Pick<Activity, Place | 'entity'> {
  return {
    guard: m.path.all,
    reached: m.reached,
    order: m.order++,
    steps: m.steps,
    ...(m.entity ? { entity: m.entity } : {}),
  };
}
