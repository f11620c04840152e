/** Handlers of events: when they run, and what the visitor has said by then. */
import { atom, type ClickMeaning, condition, type Guard, not } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { functionsIn } from './callback-patterns.ts';
import { queuePlatform } from './callbacks.ts';
import { apart, clickSays, isWide } from './clicks.ts';
import { wordsOf } from './element-words.ts';
import { type Listener, listening, stopListening } from './listeners.ts';
import type { Machine } from './machine.ts';
import { isUnchosenEvent, topicOfCallback } from './names.ts';
import { single } from './page-elements.ts';
import { PHASE } from './phase.ts';
import { meansGuard } from './platform.ts';
import { enter, type Path } from './scope.ts';
import { placeOf } from './script-text.ts';
import { stepsTo, waitOfClick, waitOfEvent } from './steps.ts';
import { type Elem, type EventArg, type Fn, global, type MValue, nameOf, type Obj, stringOf } from './values.ts';

const LISTENERS = new Set([
  'addEventListener',
  'attachEvent',
  'on',
  'one',
  'once',
  '$on',
  '$once',
  'bind',
  'addListener',
  'subscribe',
  'live',
  'listen',
  'addEvent',
]);
const SHORTHANDS = new Set([
  'click',
  'submit',
  'change',
  'scroll',
  'ready',
  'load',
  'mouseover',
  'keyup',
  'keydown',
  'focus',
  'blur',
  'hover',
  'resize',
]);
const UNLISTENERS = new Set(['removeEventListener', 'off', 'unbind', 'removeListener', 'detachEvent']);

/** Registers an event handler, if the call is one: `x.addEventListener('click', f)`, `$(x).on('click', f)`, `$(x).click(f)`. */
export function listen(
  m: Machine,
  target: MValue,
  method: string,
  args: readonly MValue[],
  node: ESTree.Node,
): boolean {
  const own = target.t === 'elem' ? target : isBus(target) ? BUS : nameOf(target);
  const [first, second] = args;
  const name = stringOf(first);
  if (UNLISTENERS.has(method) && name !== undefined && second?.t === 'fn') {
    for (const one of name.split(/\s+/)) stopListening(m, plainName(one), second);
    return true;
  }
  // `$(x).on({ click: f }, '#accept')`
  if (first?.t === 'obj' && /^(?:on|one|bind)$/.test(method))
    return listenToAll(m, first, stringOf(second) ?? own, node);
  if (method === 'delegate' && name !== undefined) {
    for (const { fn } of functionsIn(args.slice(2)))
      for (const event of eventsIn(stringOf(second))) handler(m, event, name, fn, node);
    return true;
  }
  const shorthand = SHORTHANDS.has(method) && functionsIn(args).length > 0;
  if (!LISTENERS.has(method) && !shorthand) return false;
  const names = shorthand ? method : name;
  const fns = functionsIn(shorthand ? args : args.slice(1).map(handlerIn));
  if (names === undefined && functionsIn(args).length === 0) return false;
  if (fns.length === 0 && !shorthand) return method === 'addEventListener';
  // Delegation: `$(document).on('click', '#accept', f)`.
  const about = (shorthand ? undefined : stringOf(second)) ?? own;
  for (const event of eventsIn(names)) {
    for (const { fn } of fns)
      handler(m, method === 'attachEvent' ? event.replace(/^on(?=[a-z]+$)/, '') : event, about, fn, node);
  }
  return true;
}

/** An object that handles events: `addEventListener('click', this)` calls its `handleEvent`. */
function handlerIn(arg: MValue): MValue {
  let at = arg.t === 'obj' ? arg : undefined;
  for (let steps = 0; at && steps < 8; steps++, at = at.proto) {
    const handle = at.props.get('handleEvent');
    if (handle?.t === 'fn') return { ...handle, self: arg, bound: [] };
  }
  return arg;
}

/** Stands for an object that is no element: events on it are the site's own, whatever their names. */
const BUS = 'event target';

function isBus(target: MValue): boolean {
  const [made] = target.t === 'obj' ? target.rest : [target];
  return made?.t === 'global' && /^(?:EventTarget|EventEmitter\d?|BroadcastChannel)$/.test(made.path[0] ?? '');
}

function listenToAll(m: Machine, handlers: Obj, about: string | Elem, node: ESTree.Node): boolean {
  let any = false;
  for (const [names, value] of handlers.props) {
    for (const { fn } of functionsIn([value])) {
      any = true;
      for (const name of eventsIn(names)) handler(m, name, about, fn, node);
    }
  }
  return any;
}

function eventsIn(names: string | undefined): string[] {
  return (names ?? '').split(/\s+/).filter(Boolean).slice(0, 12);
}

/** The name of an event without the namespace that jQuery lets one put behind it. */
function plainName(name: string): string {
  return name.split('.')[0] ?? name;
}

/** What resolves a promise is run at once, under the conditions of the event: it only notes them. */
function schedule(m: Machine, phase: number, path: Path, steps: Machine['steps'], fn: Fn, run: () => void): void {
  if (!fn.native) m.tasks.later(phase, path, steps, run, fn);
  else m.within({ script: m.script, path, steps, reached: m.reached, fuel: 500 }, run);
}

const CHOSEN = /^(?:click|dblclick|submit|change|input|tap|pointerup|auxclick|toggle)$/;
/** On a button these are what a click is made of. */
const PRESSED = /^(?:mousedown|mouseup|pointerdown|pointerup|touchstart|touchend|keydown|keyup|keypress)$/;

/** Queues a handler for a DOM event on a target, given by its selector or as the element itself. */
export function handler(m: Machine, name: string, target: string | Elem, fn: Fn, node: ESTree.Node): void {
  if (!m.listeners.accepts(m, fn)) return;
  const several = typeof target === 'string' ? eachOf(m, target, node) : [];
  // One selector, several buttons: each of them says something else.
  if (CHOSEN.test(plainName(name)) && several.length > 0) for (const one of several) handlerOn(m, name, one, fn, node);
  else handlerOn(m, name, target, fn, node);
}

/** The elements that a selector finds, where a click says different things on them. */
function eachOf(m: Machine, selector: string, node: ESTree.Node): readonly Elem[] {
  const found = apart(m, selector);
  const meanings = new Set(found.map(({ said }) => clickSays(said)));
  return meanings.size > 1 ? found.map((one) => single(one, { selector, at: placeOf(m.script, node) })) : [];
}

function handlerOn(m: Machine, name: string, target: string | Elem, fn: Fn, node: ESTree.Node): void {
  const at = placeOf(m.script, node);
  const about = typeof target === 'string' ? target : target.selector;
  const message = about === '' ? say`handler of “${name}”` : say`handler of “${name}” on ${about.slice(0, 60)}`;
  const declared = m.catalog.gates?.event(name, at);
  if (declared) {
    const event: EventArg = { t: 'event', name, payload: [], path: [] };
    const waits = stepsTo(m, 'granted', message, at, name);
    schedule(m, PHASE.event, enter(m.path, declared), waits, fn, () => void m.callFunction(fn, [event], undefined));
    return;
  }
  const platform = m.catalog.events.get(name);
  if (platform) {
    const { cmp, event } = platform;
    if (!m.seenCmps.has(cmp)) m.seenCmps.set(cmp, at);
    const guard = meansGuard(cmp, event.means, at, new Map(), event.category);
    queuePlatform(m, { cmp, event, captures: new Map() }, fn, guard, name, node);
    return;
  }
  const plain = plainName(name);
  const own = typeof target === 'string' ? undefined : target;
  const on = own?.found && { on: own };
  const arg: EventArg = { t: 'event', name: plain, about, ...on, payload: [], path: [] };
  // Libraries hand themselves to what waits for the document: `jQuery(document).ready(function ($) { … })`.
  const first: MValue = plain === 'ready' && node.type === 'CallExpression' ? global(['jQuery']) : arg;
  const { steps, path } = m;
  let listener: Listener = listening(fn, about, path);
  const call = (): void => m.under(not(listener.removed), () => void m.callFunction(fn, [first], own));
  const said = (): Said => clickOn(m, target, fn);
  if (about !== BUS && (CHOSEN.test(plain) || (PRESSED.test(plain) && said().meaning !== 'other'))) {
    m.listeners.add(plain, listener);
    const guardOf = ({ meaning }: Said): Guard => atom({ kind: 'click', meaning, target: about }, at);
    const stepsOf = ({ meaning, described }: Said): Machine['steps'] =>
      stepsTo(m, waitOfClick(meaning, described), message, at);
    if (typeof target === 'string' || !target.created || fn.native) {
      const now = said();
      schedule(m, PHASE.event, enter(path, guardOf(now)), stepsOf(now), fn, call);
      return;
    }
    // An element that a script makes gets its text when it likes to: what it says is known when it is shown.
    const run = (): void => {
      const then = said();
      m.under(guardOf(then), () => m.withSteps(stepsOf(then), call));
    };
    m.tasks.later(PHASE.event, path, steps, run, fn);
    return;
  }
  if (about !== BUS && isUnchosenEvent(plain)) {
    m.listeners.add(plain, listener);
    const phase = plain === 'DOMContentLoaded' || plain === 'ready' ? PHASE.ready : PHASE.loaded;
    const wait = waitOfEvent(plain);
    schedule(m, phase, path, stepsTo(m, wait, message, at, wait === 'interaction' ? plain : undefined), fn, call);
    return;
  }
  // Where its members are declared to say what was chosen, the event alone says nothing.
  const topic = m.catalog.gates?.hasMembers(plain) ? 'free' : topicOfCallback(plain);
  const guard =
    topic === 'free' || topic === 'named'
      ? atom({ kind: 'site-event', name: plain }, at)
      : condition(topic, `event ${plain}`, at);
  listener = listening(fn, about, path, {
    path: enter(path, guard),
    steps: stepsTo(m, 'site-event', message, at),
    event: arg,
  });
  m.listeners.add(plain, listener);
}

interface Said {
  readonly meaning: ClickMeaning;
  readonly described: string;
}

/** What a click on an element says, by its words in the script and on the page. */
function clickOn(m: Machine, target: string | Elem, fn: Fn): Said {
  const about = typeof target === 'string' ? target : target.selector;
  const [found] = typeof target === 'string' ? [] : (target.found ?? []);
  // What the selector calls several elements together says nothing of one of them.
  if (found) return { meaning: clickSays(`${found.said} ${fn.name}`), described: found.said };
  const words = typeof target !== 'string' && target.created ? wordsOf(target) : (m.host.describe(about) ?? '');
  const described = `${about} ${words} ${fn.name}`;
  return { meaning: isWide(about) ? 'other' : clickSays(described), described };
}
