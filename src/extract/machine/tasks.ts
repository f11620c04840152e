/**
 * The machine's queue: what waits for the page, for promises, events and timers, in the order in which a browser would come to it, and
 * how much of it is followed.
 */

import { condition } from '../../model/guard.ts';
import type { Step } from '../../model/unit.ts';
import type { Machine } from './machine.ts';
import { ledNowhere, ledOn, Outcomes, type Trail } from './outcomes.ts';
import { PHASE } from './phase.ts';
import { Relevance } from './relevance.ts';
import { enter, type Path } from './scope.ts';
import type { Fn } from './values.ts';

interface Task {
  readonly phase: number;
  readonly path: Path;
  readonly steps: readonly Step[];
  readonly reached: boolean;
  /** How many timers and promises led here one after the other. */
  readonly generation: number;
  /** In the order in which the tasks were made. */
  readonly number: number;
  readonly run: () => void;
  /** The function of the site that is all it runs. */
  readonly of: Fn | undefined;
  /** The task that made it. */
  readonly trail: Trail | undefined;
}

/** For one task. */
export const TASK_FUEL = 30_000;
/**
 * Where handlers and callbacks have cost this much, only those that can lead to a tag or a choice are followed further, and
 * less far; and all of them together no further than that.
 */
const FREE_TASK_FUEL = 60_000;
const FREE_TASKS = 1_000;
export const LATE_FUEL = 10_000;
const ALL_TASKS_FUEL = 240_000;
const MAX_TASKS = 1_500;
/** After so many tasks it is looked again at what functions refer to. */
const RELEVANCE_TASKS = 100;
/** From the reserve, for a handler that leads to a vendor and for which nothing else is left. */
const HANDLER_FUEL = 250;
/** A function that calls itself again by a timer is followed this often. */
const MAX_GENERATIONS = 8;
/** Tasks that are done out of turn because somebody waits for what comes of them. */
const MAX_ADVANCED = 20;

export class Tasks {
  readonly outcomes = new Outcomes();
  readonly #machine: Machine;
  /** What waits, by phase. */
  readonly #queues: readonly Task[][] = Object.values(PHASE).map(() => []);
  readonly #effects: Pick<Task, 'path' | 'steps' | 'reached' | 'run'>[] = [];
  #ran = 0;
  #generation = 0;
  #phase: number | undefined;
  #queued = 0;
  /** What tasks have cost. */
  #spent = 0;
  #relevance: { readonly of: Relevance; readonly until: number } | undefined;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** How much work was put into the queue so far. */
  get queued(): number {
    return this.#queued;
  }

  /** What the machine is doing, by the word for work in the queue; undefined while it reads the page's scripts. */
  get phase(): number | undefined {
    return this.#phase;
  }

  /** True in what timers and promises have led to for another time than the first. */
  get isRepeated(): boolean {
    return this.#generation > 2;
  }

  /**
   * Puts work into the queue; it will run under the given path.
   *
   * @param of the function of the site that is all it runs: where there is too much to do, it is asked what comes of it
   */
  later(phase: number, path: Path, steps: readonly Step[], run: () => void, of?: Fn): void {
    const generation = this.#generation + 1;
    if (generation > MAX_GENERATIONS) return;
    const { reached } = this.#machine;
    const trail = this.outcomes.current;
    this.#queues[phase]?.push({ phase, path, steps, reached, generation, number: this.#queued++, run, of, trail });
  }

  /** Puts work off to the end of what runs now: components are rendered before their effects run. */
  afterwards(run: () => void): void {
    const { path, steps, reached } = this.#machine;
    this.#effects.push({ path, steps, reached, run });
  }

  /** Does work that was put into the queue in between: somebody waits for what comes of it. */
  advance(from: number, to: number): void {
    const tasks = this.#queues
      .flat()
      .filter(({ number }) => number >= from && number < to)
      .sort((a, b) => a.number - b.number);
    for (const task of tasks.slice(0, MAX_ADVANCED)) {
      const queue = this.#queues[task.phase] ?? [];
      const at = queue.indexOf(task);
      // One of the others may have done it.
      if (at < 0) continue;
      queue.splice(at, 1);
      this.#run(task);
    }
  }

  /** Does all that waits: earlier phases first. */
  drain(): void {
    this.#runEffects();
    for (let task = this.#next(); task; task = this.#next()) this.#run(task);
  }

  #next(): Task | undefined {
    return this.#queues.find((queue) => queue.length > 0)?.shift();
  }

  #run(task: Task): void {
    const m = this.#machine;
    const { phase, generation, path, steps, reached, run, of } = task;
    const late = this.#spent > FREE_TASK_FUEL || this.#ran > FREE_TASKS;
    // What cannot lead anywhere is left out; what could, and is too much, is owned up to.
    if (late && of && (!this.#canMatter(of) || this.#isFutile(of))) return;
    const overdrawn = this.#spent > ALL_TASKS_FUEL || this.#ran > MAX_TASKS;
    if (overdrawn) {
      m.unresolved++;
      ledOn(task.trail);
    }
    if (overdrawn && !(of && m.budget.hasReserve && m.canLeadToTag(of))) return;
    this.#ran++;
    const before = { phase: this.#phase, generation: this.#generation, left: m.budget.total };
    this.#phase = phase;
    this.#generation = generation;
    if (overdrawn) {
      const unread = enter(path, condition('unresolved', 'handlers that take too many steps'));
      m.within({ script: m.script, path: unread, steps, reached, fuel: 0 }, () => {
        m.salvaging = true;
        m.budget.reserved(run, HANDLER_FUEL);
      });
      this.#runEffects();
    } else
      this.outcomes.follow(m, task, () => {
        m.within({ script: m.script, path, steps, reached, fuel: late ? LATE_FUEL : TASK_FUEL }, run);
        this.#runEffects();
      });
    this.#phase = before.phase;
    this.#generation = before.generation;
    this.#spent += before.left - m.budget.total;
  }

  #runEffects(): void {
    const m = this.#machine;
    for (let effect = this.#effects.shift(); effect; effect = this.#effects.shift()) {
      if (this.#ran > MAX_TASKS) {
        m.unresolved++;
        continue;
      }
      this.#ran++;
      const { run, ...state } = effect;
      m.within({ ...state, script: m.script, fuel: TASK_FUEL }, run);
    }
  }

  /** Pays for what names no vendor and led nowhere on an earlier page. False for others. */
  #isFutile(fn: Fn): boolean {
    const cost = ledNowhere(fn);
    if (!cost || this.#machine.canLeadToTag(fn)) return false;
    this.#ran += cost.runs;
    this.#spent += cost.steps;
    this.#machine.unresolved += cost.unresolved;
    return true;
  }

  #canMatter(fn: Fn): boolean {
    if (!this.#relevance || this.#ran >= this.#relevance.until)
      this.#relevance = { of: new Relevance(this.#machine, true), until: this.#ran + RELEVANCE_TASKS };
    return this.#relevance.of.isRelevant(fn);
  }
}
