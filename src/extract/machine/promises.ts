/** Promises: what waits for them runs under the conditions under which they are resolved. */

import { ALWAYS, and, condition, type Guard, or } from '../../model/guard.ts';
import type { Step } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { topicOf } from './names.ts';
import { PHASE } from './phase.ts';
import { enter, type Path } from './scope.ts';
import { type Fn, ite, type MValue, nameOf, type Promised, UNDEF, unknownValue } from './values.ts';

interface Settlement {
  readonly path: Path;
  readonly value: MValue;
  /** How execution got to the resolution. */
  readonly steps: readonly Step[];
}

/** A promise that is not resolved where it is made. */
export interface Deferred {
  readonly settled: Settlement[];
  readonly waiting: ((settled: Settlement) => void)[];
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

/** Resolves a promise here and now. */
function settle(m: Machine, promise: Deferred, value: MValue): void {
  if (promise.settled.length >= MAX_SETTLED) return;
  const { path, steps } = m;
  const settled: Settlement = { path, value, steps };
  promise.settled.push(settled);
  for (const wake of [...promise.waiting]) wake(settled);
}

/** `new Promise((resolve, reject) => …)`. */
export function newPromise(m: Machine, executor: MValue | undefined, node: ESTree.Node): MValue {
  if (executor?.t !== 'fn') return { t: 'promise', value: unknownValue('promise') };
  const pending = deferred(m);
  const promise: Promised = { t: 'promise', value: unknownValue('promise'), pending };
  const resolve = nativeFunction(m, 'resolve', ([value]) => {
    settle(m, pending, value ?? UNDEF);
    return UNDEF;
  });
  m.callFunction(executor, [resolve, nativeFunction(m, 'reject', () => UNDEF)], undefined, node);
  return promise;
}

/** A promise that is resolved where a condition holds. */
export function resolvedUnder(m: Machine, guard: Guard, value: MValue): Promised {
  const pending = deferred(m);
  m.under(guard, () => settle(m, pending, value));
  return { t: 'promise', value, pending };
}

/** `promise.then(callback)`: the new promise is resolved with what the callback gives. */
export function whenSettled(m: Machine, promise: Promised, callback: MValue | undefined, node: ESTree.Node): MValue {
  if (!callback) return promise;
  const { path, steps } = m;
  const next = deferred(m);
  const run = (at: Path, value: MValue, led: readonly Step[]): void => {
    m.later(PHASE.promise, at, waited(steps, led), () => {
      const result = m.callValue(callback, [value], undefined, node);
      const inner = result.t === 'promise' ? result : undefined;
      if (inner?.pending) listenTo(inner.pending, (late) => pass(m, next, late));
      else settle(m, next, inner ? inner.value : result);
    });
  };
  if (promise.pending) listenTo(promise.pending, (one) => run(enter(one.path, path.all), one.value, one.steps));
  else run(path, promise.value, []);
  return { t: 'promise', value: unknownValue('promise'), pending: next };
}

/** Resolves one promise with what another was resolved with. */
function pass(m: Machine, promise: Deferred, { path, value, steps }: Settlement): void {
  m.under(path.all, () => m.withSteps(waited(m.steps, steps), () => settle(m, promise, value)));
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
  if (!value.pending) return value.value;
  const { settled } = value.pending;
  const [first, ...others] = settled;
  if (!first) {
    m.awaited = and(m.awaited, condition('unresolved', 'a promise'));
    return unknownValue('promise');
  }
  m.steps = waited(m.steps, first.steps);
  const when = or(...settled.map(({ path }) => path.all));
  if (when !== ALWAYS) m.awaited = and(m.awaited, when);
  return others.reduce((result, { path, value: one }) => ite(path.all, one, result), first.value);
}

/** `Promise.race([…])`: whoever is first. */
export function race(m: Machine, promises: readonly MValue[]): MValue {
  const next = deferred(m);
  for (const one of promises) {
    if (one.t === 'promise' && one.pending) listenTo(one.pending, (settled) => pass(m, next, settled));
    else if (one.t === 'promise') settle(m, next, one.value);
    else {
      const name = nameOf(one);
      m.under(condition(topicOf(name), name), () => settle(m, next, one));
    }
  }
  return { t: 'promise', value: unknownValue('promise'), pending: next };
}
