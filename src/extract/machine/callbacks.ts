/** Callbacks: when they run, and under which condition. */

import type { CmpEvent } from '../../model/catalog.ts';
import { ALWAYS, atom, condition, type Guard, NEVER, or } from '../../model/guard.ts';
import { type Phrase, say } from '../../model/phrase.ts';
import type { StepKind } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { callbacksOf, functionsIn } from './callback-patterns.ts';
import type { Machine } from './machine.ts';
import { isImpliedConsent, isInvoker, topicOfCallback } from './names.ts';
import { offer } from './offered.ts';
import { type PlatformCallback, payloadArguments } from './payloads.ts';
import { PHASE } from './phase.ts';
import { globalPath, matchPath, meansGuard } from './platform.ts';
import { enter } from './scope.ts';
import { placeOf } from './script-text.ts';
import { stepsTo, waitOf } from './steps.ts';
import { truthy } from './truth.ts';
import { type EventArg, type Fn, global, type MValue } from './values.ts';

/** Methods of a list that is not seen, which call back before they return. */
const ITERATES = /(?:^|\.)(?:forEach|map|flatMap|filter|find|findIndex|some|every)$/;

/** Runs the callbacks of a call known only by name, under what the name says. */
export function runCallbacks(
  m: Machine,
  name: string,
  args: readonly MValue[],
  node: ESTree.Node,
  options: { readonly topic: 'free' | 'named' | 'consent' | 'opt-out'; readonly argument?: MValue },
): void {
  const at = placeOf(m.script, node);
  for (const arg of args) if (arg.t === 'class') offer(m, arg);
  for (const { fn, key } of functionsIn(args)) {
    if ((m.called.has(fn.node) && m.stack.includes(fn.node)) || !m.listeners.accepts(m, fn)) continue;
    const own = key === '' ? 'free' : topicOfCallback(key);
    // A callback that a name says is run by itself: ready(), debounce(), useEffect().
    let guard: Guard = ALWAYS;
    if (own === 'consent' || own === 'opt-out') guard = condition(own, `${name} ${key}`, at);
    else if (options.topic === 'consent' || options.topic === 'opt-out') guard = condition(options.topic, name, at);
    else if (options.topic === 'named' && !isInvoker(name) && key === '') guard = condition('named', name, at);
    else if (options.topic === 'named' && key !== '') guard = condition('named', `${name} ${key}`, at);
    const event: EventArg = { t: 'event', name: name || 'callback', payload: [], path: [] };
    if (key === '' && ITERATES.test(name)) {
      m.under(guard, () => void m.callFunction(fn, [options.argument ?? event], undefined));
      continue;
    }
    m.tasks.later(
      PHASE.event,
      enter(m.path, guard),
      stepsTo(
        m,
        waitOf(name),
        say`passed to ${name || say`a function`}`,
        at,
        waitOf(name) === 'visibility' ? name : undefined,
      ),
      // What it gives back is for whoever called it: the object of a module or of a service.
      () => offer(m, m.callFunction(fn, [options.argument ?? event], undefined)),
      fn,
    );
  }
}

/** `CMP.onChange(callback)`, `queue.push(callback)` of a platform in the catalogue. */
export function registerPlatformCallback(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[],
  node: ESTree.Node,
): boolean {
  const names = globalPath(m, path);
  const candidates = m.catalog.callbacks.get(names[0] ?? '');
  if (!candidates) return false;
  const at = placeOf(m.script, node);
  const name = `${names.join('.').replaceAll('.()', '()')}()`;
  const taken = new Set<Fn>();
  const replaced = new Set<Fn>();
  let known = false;
  for (const { cmp, event } of candidates) {
    const { use } = event;
    if (use?.form !== 'call') continue;
    const captures = matchPath(use.path, names);
    if (!captures) continue;
    known = true;
    const places = callbacksOf(use.args, args, captures);
    if (!places) continue;
    if (!m.seenCmps.has(cmp)) m.seenCmps.set(cmp, at);
    for (const place of places) {
      if (replaced.has(place.fn)) continue;
      if (event.instead) replaced.add(place.fn);
      const guard = or(meansGuard(cmp, event.means, at, place.captures, event.category), impliedBy(args, at));
      taken.add(place.fn);
      queuePlatform(m, { cmp, event, captures: place.captures }, place.fn, guard, name, node);
    }
  }
  if (!known) return false;
  // What else is handed to a platform runs when the platform says so.
  for (const { fn, key } of functionsIn(args)) {
    if (taken.has(fn)) continue;
    const topic = topicOfCallback(key) === 'opt-out' ? 'opt-out' : 'consent';
    const arg: EventArg = { t: 'event', name, payload: [], path: [] };
    m.tasks.later(
      PHASE.event,
      enter(m.path, condition(topic, `${name} ${key}`, at)),
      m.steps,
      () => void m.callFunction(fn, [arg], undefined),
    );
  }
  return true;
}

/** Settings that count scrolling or waiting as a choice. */
function impliedBy(args: readonly MValue[], at: Location): Guard {
  for (const arg of args) {
    if (arg.t !== 'obj') continue;
    for (const [key, value] of arg.props) {
      if (isImpliedConsent(key) && truthy(value) !== NEVER) return atom({ kind: 'site-event', name: key }, at);
    }
  }
  return NEVER;
}

/** A function that a platform calls by its name (`function OptanonWrapper() { … }`), or that its settings hold. */
export function registerCallbackName(m: Machine, path: readonly string[], value: MValue): void {
  const candidates = m.catalog.callbacks.get(path[0] ?? '');
  if (!candidates) return;
  for (const { cmp, event } of candidates) {
    const captures = event.use?.form === 'assign' ? matchPath(event.use.path, path) : undefined;
    const places = event.use && captures && callbacksOf(event.use.args, [value], captures);
    for (const { fn, captures: known } of places ?? []) {
      if (m.called.has(fn.node)) continue;
      if (!m.seenCmps.has(cmp)) m.seenCmps.set(cmp, undefined);
      const guard = meansGuard(cmp, event.means, undefined, known, event.category);
      queuePlatform(m, { cmp, event, captures: known }, fn, guard, path.join('.'), undefined);
    }
  }
}

export function queuePlatform(
  m: Machine,
  callback: PlatformCallback,
  fn: Fn,
  guard: Guard,
  name: string,
  node: ESTree.Node | undefined,
): void {
  const { cmp, event } = callback;
  const message = say`callback of ${cmp.name} (${MEANINGS[event.means]})`;
  const at = node && placeOf(m.script, node);
  const self = event.self === undefined ? undefined : global(event.self.split('.'));
  const steps = stepsTo(m, KINDS[event.means], message, at, name);
  const run = (): void => void m.callFunction(fn, payloadArguments(m, callback, name, at), self);
  if (!event.atOnce) {
    m.tasks.later(PHASE.event, enter(m.path, guard), steps, run);
    return;
  }
  const before = m.steps;
  m.steps = steps;
  m.under(guard, run);
  m.steps = before;
}

const MEANINGS: Readonly<Record<CmpEvent['means'], Phrase>> = {
  ready: say`runs as soon as the platform is there`,
  decision: say`runs after any choice, a refusal included`,
  granted: say`runs when the category is granted`,
  'some-granted': say`runs when anything beyond the necessary is granted`,
  'accept-all': say`runs when everything is accepted`,
  refused: say`runs when the visitor refuses`,
};

const KINDS: Readonly<Record<CmpEvent['means'], StepKind>> = {
  ready: 'cmp-ready',
  decision: 'decision',
  granted: 'granted',
  'some-granted': 'granted',
  'accept-all': 'granted',
  refused: 'refusal',
};
