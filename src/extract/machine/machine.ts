/**
 * The abstract machine: evaluates scripts without running them. Every value is what is known of it, every branch is taken
 * under its condition, and what tags do on the way is recorded as activities with the guard under which it happens.
 */

import type { Cmp, CmpPreset, Vendor } from '../../model/catalog.ts';
import type { DynamicCode } from '../../model/dynamic-code.ts';
import type { Entity } from '../../model/entity.ts';
import type { FormField } from '../../model/form-field.ts';
import { ALWAYS, and, condition, type Guard } from '../../model/guard.ts';
import type { Phrase } from '../../model/phrase.ts';
import type { Activity, Hint, SettingFact, Step, StepKind, UnknownScript } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import type { StoredWrite } from '../extracted.ts';
import { Budget, OutOfFuel } from './budget.ts';
import { noteProgram } from './call-syntax.ts';
import { clickedWith } from './clicks.ts';
import type { MachineHost, Semantics } from './host.ts';
import { Listeners } from './listeners.ts';
import { Relevance } from './relevance.ts';
import { enter, type Path, ROOT, Scope } from './scope.ts';
import { placeOf, type ScriptText } from './script-text.ts';
import { stepsTo } from './steps.ts';
import { Tasks } from './tasks.ts';
import { truthy } from './truth.ts';
import { type Arr, type Cls, type Fn, type FunctionNode, global, type Keyed, type MValue, type Obj } from './values.ts';

export interface Frame {
  readonly entry: Path;
  readonly returns: { readonly path: Path; readonly value: MValue }[];
  /** What a generator yields. */
  readonly yields?: MValue[];
  /** Conditions, seen from the entry, under which it ends with an exception. */
  readonly thrown: Guard[];
}

/** For one script. */
const SCRIPT_FUEL = 60_000;
const MAX_NESTING = 300;

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
  /** Where the code changes the address without a page being loaded. */
  moves: Location | undefined;
  readonly seenCmps = new Map<Cmp, Location | undefined>();
  /** Words of platforms that the page's settings grant without a choice; the empty word stands for all. */
  readonly presets = new Map<Cmp, Map<string, CmpPreset['grants']>>();
  /** What the whole script waits for, where a platform runs it. */
  sandbox: Guard | undefined;
  /** Functions that the unit sets on a vendor's global (`ttq.load = …`), by dotted path. */
  readonly overrides = new Map<string, MValue>();
  /** Names of the browser's functions whose replacement is being called. */
  readonly replaced = new Set<string>();
  readonly listeners = new Listeners();
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
  readonly tasks = new Tasks(this);
  #unbounded = 0;
  #leads: Relevance | undefined;

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
    return this.repeats || this.tasks.isRepeated;
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
  step<T>(message: Phrase, node: ESTree.Node | undefined, run: () => T, kind?: StepKind): T {
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
