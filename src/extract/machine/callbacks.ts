/** Callbacks: when they run, and under which condition. */

import type { ArgPattern, Cmp, CmpEvent } from '../../model/catalog.ts';
import { ALWAYS, atom, condition, type Guard, NEVER, or } from '../../model/guard.ts';
import type { StepKind } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import type { Machine } from './machine.ts';
import { isImpliedConsent, isInvoker, isUnchosenEvent, meaningOfClick, topicOf, topicOfCallback } from './names.ts';
import { PHASE } from './phase.ts';
import { globalPath, matchPath, meansGuard, payloadArguments, wordsOf } from './platform.ts';
import { enter, type Path } from './scope.ts';
import { placeOf } from './script-text.ts';
import { stepsTo, waitOf, waitOfClick, waitOfEvent } from './steps.ts';
import { casesOf, type EventArg, type Fn, global, type MValue, nameOf, stringOf, truthy } from './values.ts';

/** Functions among the arguments, inside objects and lists too (`{ onAccept() { … } }`), with the key they stand under. */
function functionsIn(args: readonly MValue[], depth = 0, key = ''): { fn: Fn; key: string }[] {
  if (depth > 3) return [];
  return args.flatMap((arg) => {
    if (arg.t === 'fn') return [{ fn: arg, key }];
    if (arg.t === 'ite')
      return functionsIn(
        casesOf(arg).map(({ value }) => value),
        depth + 1,
        key,
      );
    if (arg.t === 'arr') return functionsIn(arg.items.slice(0, 40), depth + 1, key);
    if (arg.t === 'obj') return [...arg.props].flatMap(([name, value]) => functionsIn([value], depth + 1, name));
    return [];
  });
}

/** Runs the callbacks of a call known only by name, under what the name says. */
export function runCallbacks(
  m: Machine,
  name: string,
  args: readonly MValue[],
  node: ESTree.Node,
  options: { readonly topic: 'free' | 'named' | 'consent' | 'opt-out' },
): void {
  const at = placeOf(m.script, node);
  for (const { fn, key } of functionsIn(args)) {
    if (m.called.has(fn.node) && m.stack.includes(fn.node)) continue;
    const own = key === '' ? 'free' : topicOfCallback(key);
    // A callback that a name says is run by itself: ready(), debounce(), useEffect().
    let guard: Guard = ALWAYS;
    if (own === 'consent' || own === 'opt-out') guard = condition(own, `${name} ${key}`, at);
    else if (options.topic === 'consent' || options.topic === 'opt-out') guard = condition(options.topic, name, at);
    else if (options.topic === 'named' && !isInvoker(name) && key === '') guard = condition('named', name, at);
    else if (options.topic === 'named' && key !== '') guard = condition('named', `${name} ${key}`, at);
    const event: EventArg = { t: 'event', name: name || 'callback', payload: [], path: [] };
    m.later(
      PHASE.event,
      enter(m.path, guard),
      stepsTo(m, waitOf(name), `passed to ${name || 'a function'}`, at),
      () => {
        m.callFunction(fn, [event], undefined);
      },
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
      const guard = or(meansGuard(cmp, event.means, at, place.captures, event.category), impliedBy(args, at));
      taken.add(place.fn);
      queuePlatform(m, cmp, event, place.fn, guard, name, node);
    }
  }
  if (!known) return false;
  // What else is handed to a platform runs when the platform says so.
  for (const { fn, key } of functionsIn(args)) {
    if (taken.has(fn)) continue;
    const topic = topicOfCallback(key) === 'opt-out' ? 'opt-out' : 'consent';
    const arg: EventArg = { t: 'event', name, payload: [], path: [] };
    m.later(
      PHASE.event,
      enter(m.path, condition(topic, `${name} ${key}`, at)),
      m.steps,
      () => void m.callFunction(fn, [arg], undefined),
    );
  }
  return true;
}

/** A function where a pattern has its callback, with what the pattern captures beside it. */
interface CallbackPlace {
  readonly fn: Fn;
  readonly captures: ReadonlyMap<string, string>;
}

const MAX_PLACES = 60;

/** The callbacks among arguments; undefined where the arguments do not fit the patterns. */
function callbacksOf(
  patterns: readonly ArgPattern[],
  args: readonly MValue[],
  captures: ReadonlyMap<string, string>,
): CallbackPlace[] | undefined {
  const found: CallbackPlace[] = [];
  let known: ReadonlyMap<string, string> = captures;
  const fns: Fn[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const fit = fitOf(pattern, args[index], known);
    if (!fit) return undefined;
    known = fit.captures;
    fns.push(...fit.fns);
    found.push(...fit.places);
  }
  return [...found, ...fns.map((fn) => ({ fn, captures: known }))].slice(0, MAX_PLACES);
}

interface Fit {
  readonly captures: ReadonlyMap<string, string>;
  /** Callbacks that share the captures of the whole. */
  readonly fns: readonly Fn[];
  /** Callbacks of single items, with captures of their own. */
  readonly places: readonly CallbackPlace[];
}

function fitOf(pattern: ArgPattern, value: MValue | undefined, captures: ReadonlyMap<string, string>): Fit | undefined {
  const text = stringOf(value);
  const plain = (fits: boolean): Fit | undefined => (fits ? { captures, fns: [], places: [] } : undefined);
  if ('literal' in pattern)
    return plain(
      text === undefined ? value?.t === 'lit' && value.v === pattern.literal : text === String(pattern.literal),
    );
  if ('oneOf' in pattern) return plain(text !== undefined && pattern.oneOf.includes(text));
  if ('capture' in pattern) {
    const words = wordsOf(value);
    return {
      captures: words === undefined ? captures : new Map(captures).set(pattern.capture, words),
      fns: pattern.capture === 'callback' && value ? functionsIn([value]).map(({ fn }) => fn) : [],
      places: [],
    };
  }
  if ('object' in pattern) {
    if (value?.t !== 'obj') return undefined;
    let known = captures;
    const fns: Fn[] = [];
    const places: CallbackPlace[] = [];
    for (const [key, inner] of Object.entries(pattern.object)) {
      const fit = fitOf(inner, value.props.get(key), known);
      if (!fit) return undefined;
      known = fit.captures;
      fns.push(...fit.fns);
      places.push(...fit.places);
    }
    return { captures: known, fns, places };
  }
  if ('array' in pattern) {
    if (value?.t !== 'arr') return undefined;
    let known = captures;
    const fns: Fn[] = [];
    const places: CallbackPlace[] = [];
    for (const [index, inner] of pattern.array.entries()) {
      const fit = fitOf(inner, value.items[index], known);
      if (!fit) return undefined;
      known = fit.captures;
      fns.push(...fit.fns);
      places.push(...fit.places);
    }
    return { captures: known, fns, places };
  }
  const items: (readonly [string | undefined, MValue])[] =
    'each' in pattern
      ? value?.t === 'arr'
        ? value.items.map((item) => [undefined, item])
        : []
      : value?.t === 'obj'
        ? [...value.props]
        : [];
  const inner = 'each' in pattern ? pattern.each : pattern.member;
  const places = items.slice(0, MAX_PLACES).flatMap(([key, item]): CallbackPlace[] => {
    const known = 'key' in pattern && key !== undefined ? new Map(captures).set(pattern.key, key) : captures;
    return casesOf(item).flatMap(({ value: one }) => {
      const fit = fitOf(inner, one, known);
      return fit ? [...fit.places, ...fit.fns.map((fn) => ({ fn, captures: fit.captures }))] : [];
    });
  });
  return { captures, fns: [], places };
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
      queuePlatform(m, cmp, event, fn, guard, path.join('.'), undefined);
    }
  }
}

function queuePlatform(
  m: Machine,
  cmp: Cmp,
  event: CmpEvent,
  fn: Fn,
  guard: Guard,
  name: string,
  node: ESTree.Node | undefined,
): void {
  const message = `callback of ${cmp.name} (${MEANINGS[event.means]})`;
  const at = node && placeOf(m.script, node);
  m.later(
    PHASE.event,
    enter(m.path, guard),
    stepsTo(m, KINDS[event.means], message, at),
    () => void m.callFunction(fn, payloadArguments(m, cmp, event, name, at), undefined),
  );
}

const MEANINGS: Readonly<Record<CmpEvent['means'], string>> = {
  ready: 'runs as soon as the platform is there',
  decision: 'runs after any choice, a refusal included',
  granted: 'runs when the category is granted',
  'not-granted': 'runs when the category is not granted',
  'some-granted': 'runs when anything beyond the necessary is granted',
  'accept-all': 'runs when everything is accepted',
  refused: 'runs when the visitor refuses',
};

const KINDS: Readonly<Record<CmpEvent['means'], StepKind>> = {
  ready: 'cmp-ready',
  decision: 'decision',
  granted: 'granted',
  'not-granted': 'refusal',
  'some-granted': 'granted',
  'accept-all': 'granted',
  refused: 'refusal',
};

const LISTENERS = new Set([
  'addEventListener',
  'attachEvent',
  'on',
  'one',
  'once',
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

/** Registers an event handler, if the call is one: `x.addEventListener('click', f)`, `$(x).on('click', f)`, `$(x).click(f)`. */
export function listen(
  m: Machine,
  target: MValue,
  method: string,
  args: readonly MValue[],
  node: ESTree.Node,
): boolean {
  const shorthand = SHORTHANDS.has(method) && functionsIn(args).length > 0;
  if (!LISTENERS.has(method) && !shorthand) return false;
  const names = shorthand ? method : stringOf(args[0]);
  const fns = functionsIn(shorthand ? args : args.slice(1));
  if (names === undefined && functionsIn(args).length === 0) return false;
  if (fns.length === 0 && !shorthand) return method === 'addEventListener';
  // Delegation: `$(document).on('click', '#accept', f)`.
  const delegate = stringOf(args[1]);
  const about =
    delegate !== undefined && !shorthand ? delegate : target.t === 'elem' ? target.selector : nameOf(target);
  for (const name of (names ?? '').split(/\s+/).filter(Boolean).slice(0, 12)) {
    for (const { fn } of fns)
      handler(
        m,
        name.replace(/^on(?=[a-z]+$)/, (on) => (method === 'attachEvent' ? '' : on)),
        about,
        fn,
        node,
      );
  }
  return true;
}

/** What resolves a promise is run at once, under the conditions of the event: it only notes them. */
function schedule(m: Machine, phase: number, path: Path, steps: Machine['steps'], fn: Fn, run: () => void): void {
  if (!fn.native) m.later(phase, path, steps, run);
  else m.within({ script: m.script, path, steps, reached: m.reached, fuel: 500 }, run);
}

/** Queues a handler for a DOM event on a target. */
export function handler(m: Machine, name: string, about: string, fn: Fn, node: ESTree.Node): void {
  const at = placeOf(m.script, node);
  const message = `handler of “${name}”${about === '' ? '' : ` on ${about.slice(0, 60)}`}`;
  const platform = m.catalog.events.get(name);
  if (platform) {
    const { cmp, event } = platform;
    if (!m.seenCmps.has(cmp)) m.seenCmps.set(cmp, at);
    queuePlatform(m, cmp, event, fn, meansGuard(cmp, event.means, at, new Map(), event.category), name, node);
    return;
  }
  const plain = name.split('.')[0] ?? name;
  const arg: EventArg = { t: 'event', name: plain, payload: [], path: [] };
  // Libraries hand themselves to what waits for the document: `jQuery(document).ready(function ($) { … })`.
  const first: MValue = plain === 'ready' && node.type === 'CallExpression' ? global(['jQuery']) : arg;
  const call = (): void => void m.callFunction(fn, [first], undefined);
  if (isUnchosenEvent(plain)) {
    const phase = plain === 'DOMContentLoaded' || plain === 'ready' ? PHASE.ready : PHASE.loaded;
    schedule(m, phase, m.path, stepsTo(m, waitOfEvent(plain), message, at), fn, call);
    return;
  }
  if (/^(?:click|dblclick|submit|change|input|tap|pointerup|auxclick|toggle)$/.test(plain)) {
    const described = `${about} ${m.host.describe(about) ?? ''} ${fn.name}`;
    const wide = /^(?:document|window|body|html)?$/.test(about.trim());
    const said = wide ? 'other' : meaningOfClick(described);
    // Any button of a banner: which one it is, the script does not tell.
    const meaning = said === 'other' && topicOf(described) !== 'free' ? 'unknown' : said;
    const path = enter(m.path, atom({ kind: 'click', meaning, target: about }, at));
    schedule(m, PHASE.event, path, stepsTo(m, waitOfClick(meaning, described), message, at), fn, call);
    return;
  }
  const topic = topicOfCallback(plain);
  const guard =
    topic === 'free' || topic === 'named'
      ? atom({ kind: 'site-event', name: plain }, at)
      : condition(topic, `event ${plain}`, at);
  const steps = stepsTo(m, 'site-event', message, at);
  const waiting = m.handlers.get(plain);
  const entry = { fn, path: enter(m.path, guard), steps };
  if (waiting) waiting.push(entry);
  else m.handlers.set(plain, [entry]);
}

/** `dispatchEvent(new CustomEvent('name'))`: the handlers in sight run under the conditions of the dispatch. */
export function dispatch(m: Machine, event: MValue | undefined, node: ESTree.Node): void {
  const name = event?.t === 'obj' ? stringOf(event.props.get('type')) : stringOf(event);
  if (name === undefined) return;
  const path = m.path;
  const steps = stepsTo(m, undefined, `dispatches “${name}”`, placeOf(m.script, node));
  const init = event?.t === 'obj' ? event.props.get('init') : undefined;
  m.later(PHASE.timer, path, steps, () => {
    for (const { fn } of m.handlers.get(name) ?? []) {
      if (fn.t === 'fn') m.callFunction(fn, [init ?? { t: 'event', name, payload: [], path: [] }], undefined);
    }
  });
}
