/** Tags that a sequence starts although their own triggers wait for consent. */
import type { Entity, JudgedRoute } from './entity.ts';
import { CONSENT_STATES, type ConsentState } from './guard.ts';
import type { Unit } from './unit.ts';

/** A tag that the sequence of another starts in a state in which its own triggers hold it back. */
export interface Bypass {
  readonly own: JudgedRoute;
  readonly called: JudgedRoute;
  /** The first state of which that is true. */
  readonly state: ConsentState;
}

/** The first bypass of each tag. */
export function bypassesOf({ routes }: Unit): ReadonlyMap<Entity, Bypass> {
  const owns = new Map<Entity, JudgedRoute>();
  for (const route of routes) if (!route.caller && !route.entity.paused) owns.set(route.entity, route);
  const found = new Map<Entity, Bypass>();
  for (const called of routes) {
    const own = owns.get(called.entity);
    if (!called.caller || !own || found.has(called.entity)) continue;
    const state = bypassed(own, called);
    if (state !== undefined) found.set(called.entity, { own, called, state });
  }
  return found;
}

/** A tag that its triggers never start is not held back by consent. */
function bypassed(own: JudgedRoute, called: JudgedRoute): ConsentState | undefined {
  if (own.states.all.outcome === 'blocked') return undefined;
  return CONSENT_STATES.find(
    (state) => own.states[state].outcome === 'blocked' && called.states[state].outcome !== 'blocked',
  );
}
