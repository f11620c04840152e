import type { ConsentCommand } from '../../model/catalog.ts';
import type { Activity } from '../../model/unit.ts';
import type { Machine } from './machine.ts';

type Draft = Omit<Activity, 'guard' | 'reached' | 'order' | 'steps'> & { readonly consent?: ConsentCommand };

/** Adds an activity that happens here and now. */
export function addActivity(m: Machine, draft: Draft): void {
  if (m.activities.length >= 5000) return;
  m.activities.push({
    ...draft,
    guard: m.path.all,
    reached: m.reached,
    order: m.order++,
    steps: m.steps,
    ...(m.entity ? { entity: m.entity } : {}),
  });
}
