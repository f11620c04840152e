/**
 * What came of handlers and callbacks on earlier pages. Libraries that many pages load are evaluated for each of them; where a page
 * has more handlers than are followed freely, those that led nowhere elsewhere are not followed once more, only paid for: what else
 * there is to follow is the same as if they had been.
 */
import type { Machine } from './machine.ts';
import type { Fn, FunctionNode } from './values.ts';

/** What a function took, with all that it put off. */
export interface Cost {
  steps: number;
  runs: number;
  /** Runs that ended before their end. */
  unresolved: number;
}

/** A task on the way: what it and the tasks that it made took and left behind. */
export interface Trail extends Cost {
  readonly of: FunctionNode | undefined;
  /** Nothing in the unit calls it: its arguments are not known. */
  readonly uncalled: boolean;
  readonly parent: Trail | undefined;
  /** Something came of it, or it is not known that nothing does. */
  led: boolean;
}

/** What is followed: the function of the site that is all that is run, and the task that made it. */
interface Followed {
  readonly of: Fn | undefined;
  readonly trail?: Trail | undefined;
  readonly uncalled?: boolean;
}

/**
 * Functions that led nowhere. The trees of scripts that pages share are kept by the parser of a run, and what is known of them goes
 * with them.
 */
const NOWHERE = { called: new WeakMap<FunctionNode, Cost>(), uncalled: new WeakMap<FunctionNode, Cost>() };

/** The trails of one unit. */
export class Outcomes {
  readonly #trails: Trail[] = [];
  #current: Trail | undefined;

  /** The task that is being run. */
  get current(): Trail | undefined {
    return this.#current;
  }

  /** Runs a task and notes what it took and whether anything came of it. */
  follow(m: Machine, { of, trail: parent, uncalled = false }: Followed, run: () => void): void {
    const before = { trail: this.#current, traces: traces(m), unresolved: m.unresolved, spent: m.spent };
    const trail: Trail = { of: of?.node, uncalled, parent, led: false, steps: 0, runs: 0, unresolved: 0 };
    this.#trails.push(trail);
    this.#current = trail;
    run();
    this.#current = before.trail;
    const steps = m.spent - before.spent;
    const unresolved = m.unresolved - before.unresolved;
    for (let at: Trail | undefined = trail; at; at = at.parent) {
      at.steps += steps;
      at.runs += 1;
      at.unresolved += unresolved;
    }
    if (traces(m) !== before.traces) ledOn(trail);
  }

  /** At the end of a unit: what its functions led to is known. */
  close(): void {
    for (const uncalled of [false, true]) {
      const nowhere = uncalled ? NOWHERE.uncalled : NOWHERE.called;
      const trails = this.#trails.filter((trail) => trail.uncalled === uncalled);
      const led = new Set(trails.filter((trail) => trail.led).map(({ of }) => of));
      for (const { of, steps, runs, unresolved } of trails) {
        if (of && led.has(of)) nowhere.delete(of);
        else if (of) nowhere.set(of, { steps, runs, unresolved });
      }
    }
    this.#trails.length = 0;
  }
}

/** Notes that something may come of a task and of those that led to it. */
export function ledOn(trail: Trail | undefined): void {
  for (let at = trail; at && !at.led; at = at.parent) at.led = true;
}

/** What a function took that led nowhere on an earlier page; undefined where that is not known. */
export function ledNowhere({ node }: Fn, uncalled = false): Cost | undefined {
  return (uncalled ? NOWHERE.uncalled : NOWHERE.called).get(node);
}

/** Counts what a function can leave behind that matters to a tag or a choice; it only grows. */
function traces(m: Machine): number {
  const lists = [m.activities, m.hints, m.unknownScripts, m.fields, m.dynamic, m.writes, m.roots, m.pending];
  const tables = [m.assetHosts, m.seenCmps, m.presets, m.overrides, m.stored, m.queues, m.components, m.global.cells];
  return (
    lists.reduce((sum, { length }) => sum + length, m.listeners.count) + tables.reduce((sum, { size }) => sum + size, 0)
  );
}
