/** The end of a unit: what waits is done, and then what nothing in sight calls, shows or makes is looked at. */

import { not } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { Step } from '../../model/unit.ts';
import type { Machine } from './machine.ts';
import { isOffered } from './offered.ts';
import { ledNowhere } from './outcomes.ts';
import { PHASE } from './phase.ts';
import { Relevance } from './relevance.ts';
import { enter, ROOT } from './scope.ts';
import { offeredStep } from './steps.ts';
import { LATE_FUEL, TASK_FUEL } from './tasks.ts';
import { type Fn, UNKNOWN_ARGS } from './values.ts';

/** For all functions together that nothing calls. */
const UNCALLED_FUEL = 120_000;
/** Beyond it those that only lead to a vendor are left out where they led nowhere on an earlier page. */
const FREE_UNCALLED_FUEL = 30_000;
/** Functions may make others: so often it is looked for those that nothing calls, and at so many of them each time. */
const MAX_ROUNDS = 4;
const MAX_UNCALLED = 400;
const MAX_UNMADE = 40;
/** How often a page is rendered anew because its state has changed. */
const MAX_RENDERS = 3;

/** Runs what waits for the page, for events and for timers, then what nothing calls. */
export function settle(m: Machine): void {
  settleCalled(m);
  visitUncalled(m);
  m.tasks.drain();
  m.tasks.outcomes.close();
}

/** Runs what waits, and nothing else: of code of which only what it does is asked. */
export function settleCalled(m: Machine): void {
  m.tasks.drain();
  for (const { fn, otherwise, removed } of m.listeners.undispatched()) {
    if (!otherwise || m.called.has(fn.node)) continue;
    const { path, steps, event } = otherwise;
    const run = (): void => void m.callFunction(fn, [event], undefined);
    m.tasks.later(PHASE.undispatched, enter(path, not(removed)), steps, run, fn);
  }
  showUncalled(m);
  for (const giveUp of m.pending.splice(0)) giveUp();
  m.tasks.drain();
  for (let round = 0; round < MAX_RENDERS && m.stale; round++) {
    m.stale = false;
    for (const render of [...m.roots]) render();
    m.tasks.drain();
  }
}

/** Components that nothing in sight renders. */
function showUncalled(m: Machine): void {
  m.tasks.drain();
  for (const component of m.components) {
    if (m.called.has(component.node)) continue;
    const steps: Step[] = [{ message: say`component ${component.name}` }];
    const show = (): void =>
      m.within({ script: component.script, path: ROOT, steps, reached: true, fuel: TASK_FUEL }, () => {
        m.callFunction(component, [], undefined);
      });
    m.roots.push(show);
    show();
    m.tasks.drain();
  }
}

/**
 * Functions that nothing calls: what they send is judged, when they run is not known. Those that speak of a vendor themselves
 * come first, because those that only lead to one may be too many.
 */
function visitUncalled(m: Machine): void {
  const before = m.budget.total;
  /** For what led nowhere on an earlier page. */
  let paid = 0;
  makeUnmade(m);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const relevance = new Relevance(m);
    const waiting = [...m.functions.values()].filter((fn) => !m.called.has(fn.node) && relevance.isRelevant(fn));
    if (waiting.length === 0) return;
    const first = waiting.filter((fn) => relevance.speaks(fn));
    const others = waiting.filter((fn) => !relevance.speaks(fn));
    for (const fn of [...first, ...others].slice(0, MAX_UNCALLED)) {
      const spent = before - m.budget.total + paid;
      if (spent > UNCALLED_FUEL) {
        m.unresolved++;
        continue;
      }
      const futile = spent > FREE_UNCALLED_FUEL && !relevance.speaks(fn) ? ledNowhere(fn, true) : undefined;
      if (futile) {
        paid += futile.steps;
        m.unresolved += futile.unresolved;
        m.called.add(fn.node);
      } else visit(m, fn);
    }
    m.tasks.drain();
    if (before - m.budget.total + paid > UNCALLED_FUEL) return;
  }
}

function visit(m: Machine, fn: Fn): void {
  const message = fn.name ? say`nothing in sight calls ${fn.name}()` : say`nothing in sight calls this function`;
  const steps = [offeredStep(message, isOffered(m, fn))];
  m.tasks.outcomes.follow(m, { of: fn, uncalled: true }, () =>
    m.within({ script: fn.script, path: ROOT, steps, reached: false, fuel: LATE_FUEL }, () => {
      m.callFunction(fn, UNKNOWN_ARGS, undefined);
    }),
  );
}

/** Classes whose instances are made out of sight: what their methods send is judged like that of functions. */
function makeUnmade(m: Machine): void {
  const relevance = new Relevance(m);
  const found = [...m.unmade.values()].filter(({ node, script, scope }) => relevance.leads(node, script, scope));
  for (const cls of found.slice(0, MAX_UNMADE)) {
    const steps = [offeredStep(say`nothing in sight makes a ${cls.node.id?.name ?? say`class`}`, isOffered(m, cls))];
    m.within({ script: cls.script, path: ROOT, steps, reached: false, fuel: LATE_FUEL }, () => {
      m.callValue(cls, UNKNOWN_ARGS, undefined, cls.node);
    });
  }
}
