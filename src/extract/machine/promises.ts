/** Promises: what waits for them runs under the conditions under which they are resolved. */

import { ALWAYS, and, condition, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { topicOf } from './names.ts';
import { PHASE } from './phase.ts';
import { enter, type Path } from './scope.ts';
import { type Fn, ite, type MValue, nameOf, type Promised, UNDEF, unknownValue } from './values.ts';

/** A promise that is not resolved where it is made. */
export interface Deferred {
  readonly settled: { readonly path: Path; readonly value: MValue }[];
  readonly waiting: ((path: Path, value: MValue) => void)[];
}

const MAX_SETTLED = 12;

/** A function of the machine's own that scripts can call, pass on and register. */
export function nativeFunction(m: Machine, name: string, native: (args: readonly MValue[]) => MValue): Fn {
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
  const { path } = m;
  promise.settled.push({ path, value });
  for (const wake of [...promise.waiting]) wake(path, value);
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

/** `promise.then(callback)`: the new promise is resolved with what the callback gives. */
export function whenSettled(m: Machine, promise: Promised, callback: MValue | undefined, node: ESTree.Node): MValue {
  if (!callback) return promise;
  const { path, steps } = m;
  const next = deferred(m);
  const run = (at: Path, value: MValue): void => {
    m.later(PHASE.promise, at, steps, () => {
      const result = m.callValue(callback, [value], undefined, node);
      const inner = result.t === 'promise' ? result : undefined;
      if (inner?.pending) listenTo(inner.pending, (when, late) => m.under(when.all, () => settle(m, next, late)));
      else settle(m, next, inner ? inner.value : result);
    });
  };
  if (promise.pending) listenTo(promise.pending, (at, value) => run(enter(at, path.all), value));
  else run(path, promise.value);
  return { t: 'promise', value: unknownValue('promise'), pending: next };
}

function listenTo(promise: Deferred, wake: (path: Path, value: MValue) => void): void {
  if (promise.waiting.length < MAX_SETTLED) promise.waiting.push(wake);
  for (const { path, value } of [...promise.settled]) wake(path, value);
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
  const when = or(...settled.map(({ path }) => path.all));
  if (when !== ALWAYS) m.awaited = and(m.awaited, when);
  return others.reduce((result, { path, value: one }) => ite(path.all, one, result), first.value);
}

/** `Promise.race([…])`: whoever is first. */
export function race(m: Machine, promises: readonly MValue[]): MValue {
  const next = deferred(m);
  for (const one of promises) {
    if (one.t === 'promise' && one.pending)
      listenTo(one.pending, (at, value) => m.under(at.all, () => settle(m, next, value)));
    else if (one.t === 'promise') settle(m, next, one.value);
    else {
      const name = nameOf(one);
      m.under(condition(topicOf(name), name), () => settle(m, next, one));
    }
  }
  return { t: 'promise', value: unknownValue('promise'), pending: next };
}
