/** Who listens to events in the unit, and who makes them happen there. */
import { type Guard, NEVER, not, or } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { Step } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { PHASE } from './phase.ts';
import { type Path, since } from './scope.ts';
import { placeOf } from './script-text.ts';
import { stepsTo } from './steps.ts';
import { type Elem, type EventArg, type Fn, lit, type MValue, obj, stringOf } from './values.ts';

const MAX_LISTENERS = 2_000;
/** Libraries make events happen in many places: a listener is run for the first of them. */
const MAX_HEARD = 4;
/** The same for all listeners of a unit. */
const MAX_RUNS = 60;

export interface Listener {
  readonly fn: Fn;
  /** The element in the script's own words; what it is does not matter for events of the site's own. */
  readonly about: string;
  /** Where it was registered. */
  readonly path: Path;
  /** Where it runs if nothing in sight makes the event happen. */
  readonly otherwise?: { readonly path: Path; readonly steps: readonly Step[]; readonly event: EventArg };
  /** Conditions under which it was taken away again. */
  removed: Guard;
  /** How often something in sight made it run. */
  heard: number;
}

/** The listeners of a unit, by the name of the event. */
export class Listeners {
  readonly #byName = new Map<string, Listener[]>();
  readonly #dispatched = new Set<string>();
  #count = 0;
  #runs = 0;
  readonly #registered = new WeakMap<object, number>();

  add(name: string, listener: Listener): void {
    if (this.#count++ >= MAX_LISTENERS) return;
    const known = this.#byName.get(name);
    if (known) known.push(listener);
    else this.#byName.set(name, [listener]);
  }

  /** How often somebody began to listen. */
  get count(): number {
    return this.#count;
  }

  /** Those who listen by now. */
  of(name: string): readonly Listener[] {
    return [...(this.#byName.get(name) ?? [])];
  }

  /**
   * Whether a function is to be registered once more. While the page is read, it may stand for many events; handlers that
   * register handlers (as libraries do in each other) are followed a few times.
   */
  accepts(m: Machine, fn: Fn): boolean {
    if (m.tasks.phase === undefined || fn.native) return true;
    const known = this.#registered.get(fn.node) ?? 0;
    this.#registered.set(fn.node, known + 1);
    return known < MAX_HEARD;
  }

  /** Pays for running one listener; false where there was enough of it. */
  pay(): boolean {
    return this.#runs++ < MAX_RUNS;
  }

  /** Notes that something in sight makes the event happen: who listens too late does not hear it. */
  dispatched(name: string): void {
    this.#dispatched.add(name);
  }

  /** Takes out the listeners of events that nothing in sight makes happen. */
  undispatched(): readonly Listener[] {
    const left: Listener[] = [];
    for (const [name, list] of this.#byName) {
      if (!this.#dispatched.has(name)) left.push(...list.filter(({ otherwise }) => otherwise));
      this.#byName.delete(name);
    }
    return left;
  }
}

/** `removeEventListener('name', f)` while the page's scripts run; later it is the end of what has run once. */
export function stopListening(m: Machine, name: string, fn: Fn): void {
  if (!m.reached || m.tasks.phase !== undefined || m.stack.includes(fn.node)) return;
  for (const listener of m.listeners.of(name)) {
    if (listener.fn.node === fn.node) listener.removed = or(listener.removed, since(m.path, listener.path));
  }
}

/** Makes an event happen: on one element, or for everybody who listens to that name. */
function happen(
  m: Machine,
  name: string,
  element: string | undefined,
  args: readonly MValue[],
  node: ESTree.Node,
): void {
  if (m.reached && element === undefined) m.listeners.dispatched(name);
  const message = element === undefined ? say`dispatches “${name}”` : say`clicks ${element.slice(0, 60)}`;
  const steps = stepsTo(m, undefined, message, placeOf(m.script, node));
  const run = (): void => {
    for (const listener of m.listeners.of(name)) {
      const { fn, about, path, removed } = listener;
      if (element !== undefined && about !== element) continue;
      if (m.stack.includes(fn.node) || listener.heard++ >= MAX_HEARD || !m.listeners.pay()) continue;
      m.under(path.all, () => m.under(not(removed), () => void m.callFunction(fn, args, undefined)));
    }
  };
  // While the page is read, only those hear it who listen already; what a visitor or a timer causes, comes when all do.
  if (m.tasks.phase === undefined || m.tasks.phase < PHASE.event) m.withSteps(steps, run);
  else m.tasks.later(PHASE.timer, m.path, steps, run);
}

/** `dispatchEvent(new CustomEvent('name'))`: the listeners in sight run under the conditions of the dispatch. */
export function dispatch(m: Machine, event: MValue | undefined, node: ESTree.Node, element?: Elem): void {
  const name = event?.t === 'obj' ? stringOf(event.props.get('type')) : stringOf(event);
  if (name === undefined) return;
  if (element && POINTED.test(name))
    happen(m, name, element.selector, [{ t: 'event', name, payload: [], path: [] }], node);
  else happen(m, name, undefined, [heard(name, event)], node);
}

/** What listeners are handed: the event with what was said about it. */
function heard(name: string, event: MValue | undefined): MValue {
  const init = event?.t === 'obj' ? event.props.get('init') : undefined;
  if (init?.t !== 'obj') return { t: 'event', name, payload: [], path: [] };
  const made = obj(init.at);
  for (const [key, value] of init.props) made.props.set(key, value);
  made.props.set('type', lit(name));
  made.rest.push(...init.rest);
  return made;
}

/** Events that happen on one element. */
const POINTED = /^(?:click|submit|change|input)$/;
const EMITTERS = new Set(['emit', '$emit', 'trigger', 'triggerHandler', 'fire', 'publish', 'emitSync', 'broadcast']);

/**
 * `bus.emit('name', …)`, `$(x).trigger('name', […])`, `button.click()`: whoever listens in sight, hears it.
 * False where the call is none of these.
 */
export function emit(m: Machine, of: MValue, method: string, args: readonly MValue[], node: ESTree.Node): boolean {
  const [first, ...rest] = args;
  const element = of.t === 'elem' ? of : undefined;
  if (method === 'dispatchEvent') {
    dispatch(m, first, node, element);
    return true;
  }
  const event: MValue = { t: 'event', name: method, payload: [], path: [] };
  if (element && !first && /^(?:click|submit|requestSubmit)$/.test(method)) {
    happen(m, method === 'click' ? 'click' : 'submit', element.selector, [event], node);
    return true;
  }
  if (!EMITTERS.has(method)) return false;
  const name = first?.t === 'obj' ? stringOf(first.props.get('type')) : stringOf(first);
  if (name === undefined) return false;
  if (!method.startsWith('trigger')) {
    happen(m, name, undefined, rest, node);
    return true;
  }
  // jQuery hands the event itself first.
  const [data] = rest;
  const plain = name.split('.')[0] ?? name;
  const told: MValue[] = [
    { t: 'event', name: plain, payload: [], path: [] },
    ...(data?.t === 'arr' ? data.items : rest),
  ];
  happen(m, plain, element && POINTED.test(plain) ? element.selector : undefined, told, node);
  return true;
}

/** A listener that nobody has taken away. */
export function listening(fn: Fn, about: string, path: Path, otherwise?: Listener['otherwise']): Listener {
  return { fn, about, path, removed: NEVER, heard: 0, ...(otherwise ? { otherwise } : {}) };
}
