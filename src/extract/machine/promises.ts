/** Promises: what waits for them runs under the conditions under which they are resolved or rejected. */

import { ALWAYS, and, condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { Step } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import { ite } from './cases.ts';
import { caught, raise } from './exceptions.ts';
import type { Machine } from './machine.ts';
import { topicOf } from './names.ts';
import { PHASE } from './phase.ts';
import { enter, type Path } from './scope.ts';
import { arr, type Fn, type MValue, nameOf, obj, type Promised, UNDEF, unknownValue } from './values.ts';

/** A promise that is not resolved where it is made. */
export interface Deferred {
  readonly settled: Settlement[];
  readonly waiting: ((settled: Settlement) => void)[];
  /** Work in the queue that its executor left there: handlers that will resolve it. */
  work?: { readonly from: number; readonly to: number };
}

interface Settlement {
  readonly path: Path;
  readonly value: MValue;
  /** How execution got to the resolution. */
  readonly steps: readonly Step[];
  readonly rejected: boolean;
}

const MAX_SETTLED = 12;

/** A function of the machine's own that scripts can call, pass on and register. */
export function nativeFunction(m: Machine, name: string, native: NonNullable<Fn['native']>): Fn {
  const node: ESTree.ArrowFunctionExpression = {
    type: 'ArrowFunctionExpression',
    params: [],
    body: { type: 'BlockStatement', body: [] },
    async: false,
    expression: false,
    generator: false,
  };
  return { t: 'fn', node, scope: m.global, script: m.script, self: undefined, props: new Map(), name, native };
}

function deferred(m: Machine): Deferred {
  const made = m.path;
  const pending: Deferred = { settled: [], waiting: [] };
  // A promise that nothing in sight resolves: whether what waits for it runs is not known.
  m.pending.push(() => {
    if (pending.settled.length > 0 || pending.waiting.length === 0) return;
    const { script, steps, reached } = m;
    m.within({ script, path: enter(made, condition('unresolved', 'a promise')), steps, reached, fuel: 1000 }, () =>
      settle(m, pending, unknownValue('promise')),
    );
  });
  return pending;
}

/** Resolves or rejects a promise here and now; what it is resolved with may be a promise itself. */
function settle(m: Machine, promise: Deferred, value: MValue, rejected = false): void {
  if (value.t === 'promise' && !rejected) {
    if (value.pending) {
      listenTo(value.pending, (late) => pass(m, promise, late));
      return;
    }
    const fails = value.rejected ?? NEVER;
    if (fails !== NEVER) m.under(fails, () => settle(m, promise, unknownValue('error'), true));
    if (fails !== ALWAYS) m.under(not(fails), () => settle(m, promise, value.value));
    return;
  }
  if (promise.settled.length >= MAX_SETTLED) return;
  const { path, steps } = m;
  const settled: Settlement = { path, value, steps, rejected };
  promise.settled.push(settled);
  for (const wake of [...promise.waiting]) wake(settled);
}

/** A promise with the functions that resolve and reject it. */
function open(m: Machine): { promise: Promised; resolve: Fn; reject: Fn } {
  const pending = deferred(m);
  const resolve = nativeFunction(m, 'resolve', ([value]) => {
    settle(m, pending, value ?? UNDEF);
    return UNDEF;
  });
  const reject = nativeFunction(m, 'reject', ([value]) => {
    settle(m, pending, value ?? UNDEF, true);
    return UNDEF;
  });
  return { promise: { t: 'promise', value: unknownValue('promise'), pending }, resolve, reject };
}

/** `new Promise((resolve, reject) => …)`. */
export function newPromise(m: Machine, executor: MValue | undefined, node?: ESTree.Node): MValue {
  if (executor?.t !== 'fn') return { t: 'promise', value: unknownValue('promise') };
  const { promise, resolve, reject } = open(m);
  const from = m.tasks.queued;
  const { thrown } = caught(m, () => m.callFunction(executor, [resolve, reject], undefined, node));
  if (promise.pending) promise.pending.work = { from, to: m.tasks.queued };
  if (thrown !== NEVER) m.under(thrown, () => reject.native?.([unknownValue('error')]));
  return promise;
}

/** A promise that is resolved where a condition holds. */
export function resolvedUnder(m: Machine, guard: Guard, value: MValue): Promised {
  const pending = deferred(m);
  m.under(guard, () => settle(m, pending, value));
  return { t: 'promise', value, pending };
}

/** `Promise.withResolvers()`. */
export function withResolvers(m: Machine): MValue {
  const made = obj();
  m.objectPaths.set(made, m.path);
  for (const [key, value] of Object.entries(open(m))) made.props.set(key, value);
  return made;
}

/** `$.Deferred()`: a promise that carries the functions that resolve it. */
export function newDeferred(m: Machine): MValue {
  const { promise } = open(m);
  return promise;
}

/** A method of a promise, or of a deferred of jQuery; undefined for names that it does not have. */
export function callPromise(
  m: Machine,
  of: Promised,
  name: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [first, second] = args;
  switch (name) {
    case 'then':
    case 'done':
    case 'success':
      return whenSettled(m, of, { resolved: first, rejected: second }, node);
    case 'catch':
    case 'fail':
    case 'error':
      return whenSettled(m, of, { rejected: first }, node);
    case 'finally':
    case 'always':
      return whenSettled(m, of, { resolved: first, rejected: first, passes: true }, node);
    case 'resolve':
    case 'resolveWith':
    case 'reject':
    case 'rejectWith':
      if (!of.pending) return of;
      settle(m, of.pending, (name.endsWith('With') ? second : first) ?? UNDEF, name.startsWith('reject'));
      return of;
    case 'promise':
      return of;
    default:
      return undefined;
  }
}

interface Reactions {
  readonly resolved?: MValue | undefined;
  readonly rejected?: MValue | undefined;
  /** `finally`: what comes in goes out. */
  readonly passes?: boolean;
}

/** `promise.then(callback)`: the new promise is resolved with what the callback gives. */
function whenSettled(m: Machine, promise: Promised, reactions: Reactions, node: ESTree.Node): MValue {
  if (!reactions.resolved && !reactions.rejected) return promise;
  const { path, steps } = m;
  const next = deferred(m);
  const run = (at: Path, value: MValue, led: readonly Step[], rejected: boolean): void => {
    const callback = rejected ? reactions.rejected : reactions.resolved;
    const way = waited(steps, led);
    if (!callback || (callback.t === 'lit' && !callback.v)) {
      m.within({ script: m.script, path: at, steps: way, reached: m.reached, fuel: 1000 }, () =>
        settle(m, next, value, rejected),
      );
      return;
    }
    m.tasks.later(PHASE.promise, at, way, () => {
      const { value: result, thrown } = caught(m, () =>
        m.callValue(callback, reactions.passes ? [] : [value], undefined, node),
      );
      if (thrown !== NEVER) m.under(thrown, () => settle(m, next, unknownValue('error'), true));
      if (thrown === ALWAYS) return;
      m.under(not(thrown), () => (reactions.passes ? settle(m, next, value, rejected) : settle(m, next, result)));
    });
  };
  if (promise.pending)
    listenTo(promise.pending, (one) => run(enter(one.path, path.all), one.value, one.steps, one.rejected));
  else {
    const fails = promise.rejected ?? NEVER;
    if (fails !== ALWAYS) run(enter(path, not(fails)), promise.value, [], false);
    if (fails !== NEVER) run(enter(path, fails), unknownValue('error'), [], true);
  }
  return { t: 'promise', value: unknownValue('promise'), pending: next };
}

/** Resolves one promise with what another was resolved with. */
function pass(m: Machine, promise: Deferred, { path, value, steps, rejected }: Settlement): void {
  m.under(path.all, () => m.withSteps(waited(m.steps, steps), () => settle(m, promise, value, rejected)));
}

/** What leads to code that waits for a promise: its own steps, and those of the resolution that wait for something. */
function waited(own: readonly Step[], led: readonly Step[]): readonly Step[] {
  const added = led.filter((step) => step.kind && !own.includes(step));
  return added.length === 0 ? own : [...own, ...added].slice(-8);
}

function listenTo(promise: Deferred, wake: (settled: Settlement) => void): void {
  if (promise.waiting.length < MAX_SETTLED) promise.waiting.push(wake);
  for (const settled of [...promise.settled]) wake(settled);
}

/**
 * `await value`: what follows in the function runs under the conditions of the resolution. One that nothing in sight has
 * resolved so far leaves open when it goes on.
 */
export function awaited(m: Machine, value: MValue): MValue {
  if (value.t !== 'promise') {
    const name = nameOf(value);
    if (value.t === 'unknown' || value.t === 'global') {
      const topic = topicOf(name);
      if (topic === 'consent') m.awaited = and(m.awaited, condition(topic, name));
    }
    return value;
  }
  if (!value.pending) {
    if (value.rejected) raise(m, value.rejected);
    return value.value;
  }
  const { settled, work } = value.pending;
  if (settled.length === 0 && work) m.tasks.advance(work.from, work.to);
  const resolved = settled.filter((one) => !one.rejected);
  const fails = or(...settled.filter((one) => one.rejected).map(({ path }) => path.all));
  if (settled.length === 0) {
    m.awaited = and(m.awaited, condition('unresolved', 'a promise'));
    return unknownValue('promise');
  }
  if (fails !== NEVER) raise(m, fails);
  const [first] = resolved;
  if (!first) return unknownValue('promise');
  m.steps = waited(m.steps, first.steps);
  const when = or(...resolved.map(({ path }) => path.all));
  if (when !== ALWAYS) m.awaited = and(m.awaited, when);
  return resolution(value);
}

/** `Promise.race([…])`: whoever is first. */
export function race(m: Machine, promises: readonly MValue[]): MValue {
  const next = deferred(m);
  for (const one of promises) {
    if (one.t === 'promise') settle(m, next, one);
    else {
      const name = nameOf(one);
      m.under(condition(topicOf(name), name), () => settle(m, next, one));
    }
  }
  return { t: 'promise', value: unknownValue('promise'), pending: next };
}

/** `Promise.all([…])`: resolved where every one is. */
export function all(m: Machine, promises: readonly MValue[], lenient: boolean): MValue {
  const items = promises.slice(0, 40);
  const pending = items.flatMap((one) => (one.t === 'promise' && one.pending ? [one.pending] : []));
  const rejected = lenient
    ? NEVER
    : or(...items.map((one): Guard => (one.t === 'promise' && one.rejected ? one.rejected : NEVER)));
  const valueOfAll = (): MValue => arr(items.map((item) => (item.t === 'promise' ? lastValue(item) : item)));
  if (pending.length === 0) {
    return { t: 'promise', value: valueOfAll(), ...(rejected === NEVER ? {} : { rejected }) };
  }
  const next = deferred(m);
  const resolutions = (one: Deferred): Settlement[] => one.settled.filter((settled) => lenient || !settled.rejected);
  let known = false;
  for (const one of pending) {
    listenTo(one, (settled) => {
      if (settled.rejected && !lenient) {
        pass(m, next, settled);
        return;
      }
      if (!known || pending.some((other) => resolutions(other).length === 0)) return;
      resolveAll();
    });
  }
  // Every list of resolutions is complete enough once each promise has one; what comes later is added then.
  const resolveAll = (): void => {
    if (pending.some((other) => resolutions(other).length === 0)) return;
    const guards = pending.map((other) => or(...resolutions(other).map(({ path }) => path.all)));
    const led = pending.flatMap((other) => resolutions(other).flatMap(({ steps }) => steps));
    m.under(and(...guards, not(rejected)), () =>
      m.withSteps(waited(m.steps, led), () => settle(m, next, valueOfAll())),
    );
  };
  known = true;
  resolveAll();
  return { t: 'promise', value: unknownValue('promises'), pending: next };
}

/** What a promise comes to, as far as anything in sight has resolved it; any other value is what it is. */
export function resolution(of: MValue): MValue {
  if (of.t !== 'promise') return of;
  const resolved = of.pending?.settled.filter((one) => !one.rejected) ?? [];
  const last = resolved.at(-1);
  if (!last) return of.value;
  return resolved.slice(0, -1).reduceRight((result, { path, value }) => ite(path.all, value, result), last.value);
}

function lastValue(promise: Promised): MValue {
  if (!promise.pending) return promise.value;
  return promise.pending.settled.findLast((one) => !one.rejected)?.value ?? unknownValue('promise');
}
