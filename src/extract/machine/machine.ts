/**
 * The abstract machine: evaluates scripts without running them. Every value is what is known of it, every branch is taken
 * under its condition, and what tags do on the way is recorded as activities with the guard under which it happens.
 */

import type { Cmp, CmpPreset, Vendor } from '../../model/catalog.ts';
import type { DynamicCode } from '../../model/dynamic-code.ts';
import type { Entity } from '../../model/entity.ts';
import type { FormField } from '../../model/form-field.ts';
import { ALWAYS, and, condition, type Guard, not } from '../../model/guard.ts';
import type { Activity, Hint, SettingFact, Step, StepKind, UnknownScript } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import type { Span } from '../../text/offset-map.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import type { StoredWrite } from '../extracted.ts';
import { Budget, OutOfFuel } from './budget.ts';
import { noteProgram } from './call-syntax.ts';
import { clickedWith } from './clicks.ts';
import { Listeners } from './listeners.ts';
import { isOffered } from './offered.ts';
import { ledNowhere, ledOn, Outcomes, type Trail } from './outcomes.ts';
import type { PageElement } from './page-elements.ts';
import { PHASE } from './phase.ts';
import { Relevance } from './relevance.ts';
import { enter, type Path, ROOT, Scope } from './scope.ts';
import { placeOf, type ScriptText } from './script-text.ts';
import { offeredStep, stepsTo } from './steps.ts';
import {
  type Arr,
  type Cls,
  type Elem,
  type Fn,
  type FunctionNode,
  global,
  type Keyed,
  type MValue,
  type Obj,
  truthy,
  UNKNOWN_ARGS,
} from './values.ts';

/** What the machine asks of the page around the scripts. */
export interface MachineHost {
  /** Text, id and classes of the static element that a selector finds, for telling an accept button from others. */
  describe(selector: string): string | undefined;
  /** The elements of the markup that a selector finds. */
  find(selector: string): readonly PageElement[];
  /** Something in the markup waits for a script to release it. */
  readonly holds: boolean;
  /** Ids of the page's elements: an element's id is a property of window. */
  readonly elementIds: ReadonlySet<string>;
  /**
   * Markup that a script writes into the page; scripts in it run only when it is written, not when it is inserted.
   * @param filled what stands at each HOLE of it
   */
  markup(html: string, place: Location, runsScripts: boolean, filled?: readonly MValue[]): void;
  /** An element that a script makes: live, or parked until a platform releases it. */
  parking(element: Elem): { readonly parked: boolean; readonly guard: Guard; readonly steps?: readonly Step[] };
  /** The function that the text of a handler attribute means (`setAttribute('onclick', '…')`), handed on if it can be read. */
  handlerCode(code: string, place: Location, use: (fn: Fn) => void): void;
  /** A script element with an address enters the page: it may be a platform's loader. */
  loader(element: Elem, url: string, place: Location): void;
  /** A local module by the specifier of an import; undefined for packages and files out of sight. */
  module(specifier: string, from: ScriptText): LocalModule | undefined;
  /** The text of a template that a component names; undefined for one out of sight. */
  template(address: string, from: ScriptText): string | undefined;
  /** A script block in the markup of a component, in the source that the machine is in. */
  inline(block: Span, values: ReadonlyMap<string, MValue>): void;
}

/** A file of the site that a script imports: a script, or a component with a meaning of its own. */
export type LocalModule =
  | { readonly script: ScriptText; readonly program: ESTree.Program }
  | { readonly key: object; evaluate(m: Machine): Obj };

/**
 * What the parts of the language mean. The machine holds the state; the meanings stand in files of their own, which call
 * each other through the machine (`interpreter.ts` puts them together), so that imports go one way.
 */
export interface Semantics {
  evaluate(m: Machine, node: ESTree.Node, scope: Scope): MValue;
  callFunction(m: Machine, fn: Fn, args: readonly MValue[], self: MValue | undefined, node?: ESTree.Node): MValue;
  callValue(m: Machine, fn: MValue, args: readonly MValue[], self: MValue | undefined, node: ESTree.Node): MValue;
  callUnknown(m: Machine, name: string, args: readonly MValue[], node: ESTree.Node, of?: MValue): MValue;
  runProgram(m: Machine, body: readonly ESTree.Node[], scope: Scope): Guard;
}

export interface Frame {
  readonly entry: Path;
  readonly returns: { readonly path: Path; readonly value: MValue }[];
  /** What a generator yields. */
  readonly yields?: MValue[];
  /** Conditions, seen from the entry, under which it ends with an exception. */
  readonly thrown: Guard[];
}

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

const SCRIPT_FUEL = 60_000;
const TASK_FUEL = 30_000;
/**
 * Where handlers and callbacks have cost this much, only those that can lead to a tag or a choice are followed further, and
 * less far; and all of them together no further than that.
 */
const FREE_TASK_FUEL = 60_000;
const FREE_TASKS = 1_000;
const LATE_FUEL = 10_000;
const ALL_TASKS_FUEL = 240_000;
/** For all functions together that nothing calls. */
const UNCALLED_FUEL = 120_000;
/** Beyond it those that only lead to a vendor are left out where they led nowhere on an earlier page. */
const FREE_UNCALLED_FUEL = 30_000;
/** After so many tasks it is looked again at what functions refer to. */
const RELEVANCE_TASKS = 100;
/** From the reserve, for a handler that leads to a vendor and for which nothing else is left. */
const HANDLER_FUEL = 250;
const MAX_TASKS = 1_500;
const MAX_NESTING = 300;
/** A function that calls itself again by a timer is followed this often. */
const MAX_GENERATIONS = 8;
const MAX_RENDERS = 3;

export class Machine {
  readonly catalog: CatalogIndex;
  readonly host: MachineHost;
  readonly #semantics: Semantics;
  readonly global = new Scope(undefined, true);
  readonly activities: Activity[] = [];
  /** What is pushed to lists on window of which it is not known yet whether a library reads them. */
  readonly pushedElsewhere: Activity[] = [];
  readonly hints: Hint[] = [];
  readonly unknownScripts: UnknownScript[] = [];
  /** Hosts of images and style sheets. */
  readonly assetHosts = new Set<string>();
  /** Form fields that markup in scripts shows. */
  readonly fields: FormField[] = [];
  /** Code that is made at run time. */
  readonly dynamic: DynamicCode[] = [];
  /** What objects in a vendor's own script say of an account's switches. */
  readonly settings: SettingFact[] = [];
  /** What the unit stores, in order. */
  readonly writes: StoredWrite[] = [];
  readonly seenCmps = new Map<Cmp, Location | undefined>();
  /** Words of platforms that the page's settings grant without a choice; the empty word stands for all. */
  readonly presets = new Map<Cmp, Map<string, CmpPreset['grants']>>();
  /** Functions that the unit sets on a vendor's global (`ttq.load = …`), by dotted path. */
  readonly overrides = new Map<string, MValue>();
  /** Names of the browser's functions whose replacement is being called. */
  readonly replaced = new Set<string>();
  readonly listeners = new Listeners();
  readonly #outcomes = new Outcomes();
  readonly objectPaths = new WeakMap<Obj | Arr | Keyed, Path>();
  readonly functions = new Map<FunctionNode, Fn>();
  /** Classes of which nothing has made an instance yet. */
  readonly unmade = new Map<ESTree.Node, Cls>();
  readonly called = new Set<FunctionNode>();
  readonly stack: FunctionNode[] = [];
  readonly modules = new Map<object, Obj>();
  /** Components of local files; an app shows those that nothing in sight renders, too (a table of routes does). */
  readonly components = new Set<Fn>();
  /** The component whose set-up is being run: what waits for its rendering, and what runs again when its state changes. */
  instance: { readonly mounted: (() => void)[]; readonly effects: (() => void)[] } | undefined;
  path: Path = ROOT;
  steps: readonly Step[] = [];
  frame: Frame = { entry: ROOT, returns: [], thrown: [] };
  script: ScriptText;
  reached = true;
  /** A vendor whose own stub is being run: its calls were recorded where they were made. */
  stub: Vendor | undefined;
  entity: Entity | undefined;
  order = 0;
  /** Runs that ended before their end. */
  unresolved = 0;
  /** Conditions under which something in the current `try` block throws. */
  throws: Guard[] | undefined;
  /** Conditions that the statements after an `await` wait for. */
  awaited: Guard = ALWAYS;
  /** What to do at the end about promises that nothing resolved. */
  readonly pending: (() => void)[] = [];
  /** Runs again and again (an interval): counters have any value. */
  repeats = false;
  /** Inside a `noscript` element. */
  noscript = false;
  readonly states = new Map<ESTree.Node, MValue>();
  /** References that components share by a key. */
  readonly shared = new Map<string, Obj>();
  /** Names and classes of the components and elements that are being rendered, from the outside in. */
  readonly around: string[] = [];
  /** What components hand to those below them, by key. */
  readonly provided = new Map<string, MValue>();
  /** A state hook got another value: what is rendered is rendered anew. */
  stale = false;
  readonly roots: (() => void)[] = [];
  /** What scripts stored on the way, by store and key. */
  readonly stored = new Map<string, MValue>();
  /** Lists that stood for a library's queue, by name. */
  readonly queues = new Map<string, readonly MValue[]>();
  nesting = 0;
  readonly budget = new Budget();
  /** Only what leads to a vendor is run: the budget of what is around has ended. */
  salvaging = false;
  /** What waits, by phase. */
  readonly #queues: readonly Task[][] = Object.values(PHASE).map(() => []);
  readonly #effects: Pick<Task, 'path' | 'steps' | 'reached' | 'run'>[] = [];
  #ran = 0;
  #generation = 0;
  #unbounded = 0;
  #phase: number | undefined;
  #queued = 0;
  /** What tasks have cost. */
  #spentOnTasks = 0;
  #leads: Relevance | undefined;
  #relevance: { readonly of: Relevance; readonly until: number } | undefined;

  constructor(catalog: CatalogIndex, host: MachineHost, script: ScriptText, semantics: Semantics) {
    this.#semantics = semantics;
    this.catalog = catalog;
    this.host = host;
    this.script = script;
    this.global.self = global([]);
  }

  /** What is known of an expression; activities in it are recorded on the way. */
  evaluate(node: ESTree.Node, scope: Scope): MValue {
    return this.#semantics.evaluate(this, node, scope);
  }

  /** Evaluates a call of a function of the unit; `node` adds the call to the evidence. */
  callFunction(fn: Fn, args: readonly MValue[], self: MValue | undefined, node?: ESTree.Node): MValue {
    return this.#semantics.callFunction(this, fn, args, self, node);
  }

  /** Evaluates a call of any value. */
  callValue(fn: MValue, args: readonly MValue[], self: MValue | undefined, node: ESTree.Node): MValue {
    return this.#semantics.callValue(this, fn, args, self, node);
  }

  /** Evaluates a call of which only the name is known. */
  callUnknown(name: string, args: readonly MValue[], node: ESTree.Node, of?: MValue): MValue {
    return this.#semantics.callUnknown(this, name, args, node, of);
  }

  /** Runs the statements of a script or function in a scope of its own; gives the condition under which its end is reached. */
  runProgram(body: readonly ESTree.Node[], scope: Scope): Guard {
    return this.#semantics.runProgram(this, body, scope);
  }

  /** Evaluates a whole script in the global scope (a module in a scope of its own). */
  run(script: ScriptText, program: ESTree.Program, guard: Guard = ALWAYS, steps: readonly Step[] = []): void {
    noteProgram(script, program);
    const scope = script.module ? new Scope(this.global, true) : this.global;
    this.within({ script, path: enter(ROOT, guard), steps, reached: true, fuel: SCRIPT_FUEL }, () => {
      this.runProgram(program.body, scope);
    });
  }

  /** Runs what waits for the page, for events and for timers, then what nothing calls. */
  settle(): void {
    this.settleCalled();
    this.#visitUncalled();
    this.drain();
    this.#outcomes.close();
  }

  /** Runs what waits, and nothing else: of code of which only what it does is asked. */
  settleCalled(): void {
    this.drain();
    for (const { fn, otherwise, removed } of this.listeners.undispatched()) {
      if (!otherwise || this.called.has(fn.node)) continue;
      const path = enter(otherwise.path, not(removed));
      const { steps, event } = otherwise;
      this.later(PHASE.undispatched, path, steps, () => void this.callFunction(fn, [event], undefined), fn);
    }
    this.#showUncalled();
    for (const giveUp of this.pending.splice(0)) giveUp();
    this.drain();
    for (let round = 0; round < MAX_RENDERS && this.stale; round++) {
      this.stale = false;
      for (const render of [...this.roots]) render();
      this.drain();
    }
  }

  /** Evaluates what is left in the queue: earlier phases first. */
  drain(): void {
    this.#runEffects();
    for (let task = this.#next(); task; task = this.#next()) this.#run(task);
  }

  #next(): Task | undefined {
    return this.#queues.find((queue) => queue.length > 0)?.shift();
  }

  #run(task: Task): void {
    const { phase, generation, path, steps, reached, run, of } = task;
    const late = this.#spentOnTasks > FREE_TASK_FUEL || this.#ran > FREE_TASKS;
    // What cannot lead anywhere is left out; what could, and is too much, is owned up to.
    if (late && of && (!this.#canMatter(of) || this.#isFutile(of))) return;
    const overdrawn = this.#spentOnTasks > ALL_TASKS_FUEL || this.#ran > MAX_TASKS;
    if (overdrawn) {
      this.unresolved++;
      ledOn(task.trail);
    }
    if (overdrawn && !(of && this.budget.hasReserve && this.canLeadToTag(of))) return;
    this.#ran++;
    const before = { phase: this.#phase, generation: this.#generation, left: this.budget.total };
    this.#phase = phase;
    this.#generation = generation;
    if (overdrawn) {
      const unread = enter(path, condition('unresolved', 'handlers that take too many steps'));
      this.within({ script: this.script, path: unread, steps, reached, fuel: 0 }, () => {
        this.salvaging = true;
        this.budget.reserved(run, HANDLER_FUEL);
      });
      this.#runEffects();
    } else
      this.#outcomes.follow(this, task, () => {
        this.within({ script: this.script, path, steps, reached, fuel: late ? LATE_FUEL : TASK_FUEL }, run);
        this.#runEffects();
      });
    this.#phase = before.phase;
    this.#generation = before.generation;
    this.#spentOnTasks += before.left - this.budget.total;
  }

  /** Puts work off to the end of what runs now: components are rendered before their effects run. */
  afterwards(run: () => void): void {
    const { path, steps, reached } = this;
    this.#effects.push({ path, steps, reached, run });
  }

  #runEffects(): void {
    for (let effect = this.#effects.shift(); effect; effect = this.#effects.shift()) {
      if (this.#ran > MAX_TASKS) {
        this.unresolved++;
        continue;
      }
      this.#ran++;
      const { run, ...state } = effect;
      this.within({ ...state, script: this.script, fuel: TASK_FUEL }, run);
    }
  }

  /** Pays for what names no vendor and led nowhere on an earlier page. False for others. */
  #isFutile(fn: Fn): boolean {
    const cost = ledNowhere(fn);
    if (!cost || this.canLeadToTag(fn)) return false;
    this.#ran += cost.runs;
    this.#spentOnTasks += cost.steps;
    this.unresolved += cost.unresolved;
    return true;
  }

  #canMatter(fn: Fn): boolean {
    if (!this.#relevance || this.#ran >= this.#relevance.until)
      this.#relevance = { of: new Relevance(this, true), until: this.#ran + RELEVANCE_TASKS };
    return this.#relevance.of.isRelevant(fn);
  }

  /**
   * Puts work into the queue; it will run under the given path.
   *
   * @param of the function of the site that is all it runs: where there is too much to do, it is asked what comes of it
   */
  later(phase: number, path: Path, steps: readonly Step[], run: () => void, of?: Fn): void {
    const generation = this.#generation + 1;
    if (generation > MAX_GENERATIONS) return;
    this.#queues[phase]?.push({
      phase,
      path,
      steps,
      reached: this.reached,
      generation,
      number: this.#queued++,
      run,
      of,
      trail: this.#outcomes.current,
    });
  }

  /** How much work was put into the queue so far. */
  get queued(): number {
    return this.#queued;
  }

  /** Does work that was put into the queue in between: somebody waits for what comes of it. */
  advance(from: number, to: number): void {
    const tasks = this.#queues
      .flat()
      .filter(({ number }) => number >= from && number < to)
      .sort((a, b) => a.number - b.number);
    for (const task of tasks.slice(0, 20)) {
      const queue = this.#queues[task.phase] ?? [];
      const at = queue.indexOf(task);
      // One of the others may have done it.
      if (at < 0) continue;
      queue.splice(at, 1);
      this.#run(task);
    }
  }

  /** What the machine is doing, by the word for work in the queue; undefined while it reads the page's scripts. */
  get phase(): number | undefined {
    return this.#phase;
  }

  /** Runs what is done any number of times: what it adds to a list it may add again. */
  unbounded<T>(run: () => T): T {
    this.#unbounded++;
    try {
      return run();
    } finally {
      this.#unbounded--;
    }
  }

  /** True in a loop of which the number of rounds is not known. */
  get isUnbounded(): boolean {
    return this.#unbounded > 0;
  }

  /** True where a function runs for another time than the first. */
  get isRepeated(): boolean {
    return this.repeats || this.#generation > 2;
  }

  /** Components that nothing in sight renders. */
  #showUncalled(): void {
    this.drain();
    for (const component of this.components) {
      if (this.called.has(component.node)) continue;
      const steps: Step[] = [{ message: `component ${component.name}` }];
      const show = (): void =>
        this.within({ script: component.script, path: ROOT, steps, reached: true, fuel: TASK_FUEL }, () => {
          this.callFunction(component, [], undefined);
        });
      this.roots.push(show);
      show();
      this.drain();
    }
  }

  /**
   * Functions that nothing calls: what they send is judged, when they run is not known. Those that speak of a vendor themselves
   * come first, because those that only lead to one may be too many.
   */
  #visitUncalled(): void {
    const before = this.budget.total;
    let paid = 0;
    this.#makeUnmade();
    for (let round = 0; round < 4; round++) {
      const relevance = new Relevance(this);
      const waiting = [...this.functions.values()].filter(
        (fn) => !this.called.has(fn.node) && relevance.isRelevant(fn),
      );
      if (waiting.length === 0) return;
      const first = waiting.filter((fn) => relevance.speaks(fn));
      const others = waiting.filter((fn) => !relevance.speaks(fn));
      for (const fn of [...first, ...others].slice(0, 400)) {
        const spent = before - this.budget.total + paid;
        if (spent > UNCALLED_FUEL) {
          this.unresolved++;
          continue;
        }
        const futile = spent > FREE_UNCALLED_FUEL && !relevance.speaks(fn) ? ledNowhere(fn, true) : undefined;
        if (futile) {
          paid += futile.steps;
          this.unresolved += futile.unresolved;
          this.called.add(fn.node);
          continue;
        }
        const message = fn.name ? `nothing in sight calls ${fn.name}()` : 'nothing in sight calls this function';
        const steps = [offeredStep(message, isOffered(this, fn))];
        this.#outcomes.follow(this, { of: fn, uncalled: true }, () =>
          this.within({ script: fn.script, path: ROOT, steps, reached: false, fuel: LATE_FUEL }, () => {
            this.callFunction(fn, UNKNOWN_ARGS, undefined);
          }),
        );
      }
      this.drain();
      if (before - this.budget.total + paid > UNCALLED_FUEL) return;
    }
  }

  /** Classes whose instances are made out of sight: what their methods send is judged like that of functions. */
  #makeUnmade(): void {
    const relevance = new Relevance(this);
    const found = [...this.unmade.values()].filter(({ node, script, scope }) => relevance.leads(node, script, scope));
    for (const cls of found.slice(0, 40)) {
      const steps = [offeredStep(`nothing in sight makes a ${cls.node.id?.name ?? 'class'}`, isOffered(this, cls))];
      this.within({ script: cls.script, path: ROOT, steps, reached: false, fuel: LATE_FUEL }, () => {
        this.callValue(cls, UNKNOWN_ARGS, undefined, cls.node);
      });
    }
  }

  /** Runs with a state of its own and restores the machine's, also where the budget ends. */
  within(
    state: { script: ScriptText; path: Path; steps: readonly Step[]; reached: boolean; fuel: number },
    run: () => void,
  ): void {
    this.attempt(() => {
      this.script = state.script;
      this.path = state.path;
      this.steps = state.steps;
      this.frame = { entry: state.path, returns: [], thrown: [] };
      this.reached = state.reached;
      this.throws = undefined;
      this.awaited = ALWAYS;
      this.salvaging = false;
      this.budget.limited(state.fuel, run);
    });
  }

  /** Runs and restores the machine's state, also where the budget ends. */
  attempt(run: () => void): void {
    const { script, path, steps, frame, reached, nesting, throws, stub, awaited, repeats, noscript, salvaging } = this;
    const depth = this.stack.length;
    const around = this.around.length;
    try {
      run();
    } catch (error) {
      // A stack overflow on hostile nesting is a spent budget too.
      if (!(error instanceof OutOfFuel || error instanceof RangeError)) throw error;
      this.unresolved++;
    } finally {
      this.script = script;
      this.path = path;
      this.steps = steps;
      this.frame = frame;
      this.reached = reached;
      this.nesting = nesting;
      this.throws = throws;
      this.stub = stub;
      this.awaited = awaited;
      this.repeats = repeats;
      this.noscript = noscript;
      this.salvaging = salvaging;
      this.stack.length = depth;
      this.around.length = around;
    }
  }

  /** Whether a statement speaks of a vendor, or names something that does. */
  leadsToTag(node: ESTree.Node, scope: Scope): boolean {
    this.#leads ??= new Relevance(this);
    return this.#leads.leads(node, this.script, scope);
  }

  /** Whether a function can lead to a vendor. */
  canLeadToTag(fn: Fn): boolean {
    this.#leads ??= new Relevance(this);
    return this.#leads.isRelevant(fn);
  }

  /** Pays for one node. Throws inside `within` when the budget is spent. */
  spend(): void {
    this.budget.spend();
  }

  /** How many nodes were evaluated so far. */
  get spent(): number {
    return this.budget.spent;
  }

  /** True where nesting is too deep to go on. */
  get tooDeep(): boolean {
    return this.nesting > MAX_NESTING;
  }

  /** Runs under a further condition. */
  under<T>(guard: Guard, run: () => T): T {
    const before = this.path;
    this.path = enter(before, guard);
    try {
      return run();
    } finally {
      this.path = before;
    }
  }

  /** Runs with a further step of evidence. */
  step<T>(message: string, node: ESTree.Node | undefined, run: () => T, kind?: StepKind): T {
    const before = this.steps;
    if (before.length < 8) this.steps = stepsTo(this, kind, message, node && placeOf(this.script, node));
    try {
      return run();
    } finally {
      this.steps = before;
    }
  }

  /** Runs with other evidence. */
  withSteps<T>(steps: readonly Step[], run: () => T): T {
    const before = this.steps;
    this.steps = steps;
    try {
      return run();
    } finally {
      this.steps = before;
    }
  }

  /** `if (value)`, knowing that an element's id is a property of window. */
  test(value: MValue, node: ESTree.Node): Guard {
    const id = value.t === 'global' && value.path.length === 1 ? (value.path[0] ?? '') : '';
    if (this.host.elementIds.has(id)) {
      return this.catalog.cmpElementIds.has(id) ? condition('present', id, placeOf(this.script, node)) : ALWAYS;
    }
    const clicked = value.t === 'unknown' ? clickedWith(this, value.name, undefined, node) : undefined;
    return clicked ?? truthy(value, placeOf(this.script, node));
  }

  /** All conditions that hold here. */
  get guard(): Guard {
    return and(this.path.all);
  }
}
