/** The events on which triggers fire: their names, which of them a trigger accepts, what their coming depends on. */
import { ALWAYS, atom, type Guard, or } from '../../model/guard.ts';
import { type Phrase, say } from '../../model/phrase.ts';
import type { ContainerCondition, ContainerTrigger } from '../../parse/container.ts';
import type { Location } from '../../text/location.ts';
import { holds, matchesAny, type Test } from './compare.ts';
import { eventGrant, type PlatformEvent } from './platforms.ts';
import { soleReference } from './references.ts';
import { literalPattern } from './regex.ts';
import { nameOf, type Scope } from './scope.ts';

/** Phases of a page load in the order in which Tag Manager runs them. */
const PHASES = ['gtm.init_consent', 'gtm.init', 'gtm.js', 'gtm.dom', 'gtm.load'] as const;
/** The phase of everything that comes later. */
export const LATER = PHASES.length;

interface TriggerEvent {
  readonly event: string;
  /** What a visitor does when it comes, for messages. */
  readonly on?: Phrase;
  /** The event comes in the life of every page; the others may or may not happen. */
  readonly always: boolean;
  /** Every trigger of the type has a listener of its own: whether the event of one is evaluated for another. */
  readonly others?: 'never' | 'perhaps';
}

const page = (event: string): TriggerEvent => ({ event, always: true });
const own = (event: string, others: 'never' | 'perhaps'): TriggerEvent => ({ event, always: true, others });
const perhaps = (event: string): TriggerEvent => ({ event, always: false });
const doing = (event: string, words: Phrase): TriggerEvent => ({
  ...perhaps(event),
  on: say`${words} (${event})`,
});

const EVENTS: Readonly<Record<string, TriggerEvent>> = {
  CONSENT_INIT: page('gtm.init_consent'),
  INIT: page('gtm.init'),
  PAGEVIEW: page('gtm.js'),
  PAGE_VIEW: page('gtm.js'),
  DOM_READY: page('gtm.dom'),
  WINDOW_LOADED: page('gtm.load'),
  PAGE_LOAD: page('gtm.load'),
  TIMER: own('gtm.timer', 'never'),
  SCROLL_DEPTH: own('gtm.scrollDepth', 'perhaps'),
  ELEMENT_VISIBILITY: own('gtm.elementVisibility', 'perhaps'),
  HISTORY_CHANGE: page('gtm.historyChange'),
  JS_ERROR: page('gtm.pageError'),
  CLICK: doing('gtm.click', say`clicks`),
  LINK_CLICK: doing('gtm.linkClick', say`clicks on links`),
  FORM_SUBMIT: doing('gtm.formSubmit', say`forms that are sent`),
  FORM_SUBMISSION: doing('gtm.formSubmit', say`forms that are sent`),
  YOUTUBE_VIDEO: doing('gtm.video', say`videos that are played`),
  YOU_TUBE_VIDEO: doing('gtm.video', say`videos that are played`),
  TRIGGER_GROUP: perhaps('gtm.triggerGroup'),
};

/** What visitors do, in words, by the name of the event. */
const ON = new Map(Object.values(EVENTS).flatMap(({ event, on }) => (on === undefined ? [] : [[event, on] as const])));

const PAGE_EVENTS = new Set(Object.values(EVENTS).flatMap(({ event, always }) => (always ? [event] : [])));

/** Triggers that every container has without listing them. */
export const BUILT_IN_TRIGGERS: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  '2147479553': { name: 'All Pages', type: 'PAGEVIEW' },
  '2147479572': { name: 'Consent Initialization - All Pages', type: 'CONSENT_INIT' },
  '2147479573': { name: 'Initialization - All Pages', type: 'INIT' },
  '2147479574': { name: 'All events', type: 'ALWAYS' },
};

/** True for the ids that Tag Manager keeps for triggers of its own. */
export function isBuiltInTrigger(id: string): boolean {
  return Object.hasOwn(BUILT_IN_TRIGGERS, id) || /^21474795\d\d$/.test(id);
}

/** What is meant by an id of the range that Tag Manager keeps for triggers of its own, where none of them has it. */
export function builtInMeant(id: string): string | undefined {
  return /^21474\d{5}$/.test(id) ? '2147479553 (All Pages)' : undefined;
}

/** Which events a trigger fires on. */
export interface EventSet {
  /** Every event. */
  readonly any: boolean;
  /** The names, where they can be told. */
  readonly names: readonly string[];
  readonly accepts: (name: string) => boolean;
  /** The trigger whose own listener sends the event. */
  readonly sender?: { readonly id: string; readonly others: 'never' | 'perhaps' };
}

/** A name that no site uses: what accepts it accepts everything. */
const PROBE = '\u0000no such event';

export function eventsOf(scope: Scope, trigger: Pick<ContainerTrigger, 'type'> & Partial<ContainerTrigger>): EventSet {
  const fixed = EVENTS[trigger.type];
  if (fixed) {
    const set: EventSet = { any: false, names: [fixed.event], accepts: (name) => name === fixed.event };
    return fixed.others && trigger.id !== undefined
      ? { ...set, sender: { id: trigger.id, others: fixed.others } }
      : set;
  }
  if (trigger.type === 'ALWAYS') return { any: true, names: [], accepts: () => true };
  const conditions = [...(trigger.eventFilters ?? []), ...(trigger.filters ?? [])]
    .filter((one) => isEventTest(scope, one))
    .map((one) => withKnownText(scope, one));
  const given = conditions.length === 0 ? trigger.eventName : undefined;
  if (given !== undefined) return { any: false, names: [given], accepts: (name) => name === given };
  if (conditions.length === 0) return { any: false, names: [], accepts: () => false };
  const accepts = (name: string): boolean => conditions.every((one) => holds(name, testOf(scope, one)) === !one.negate);
  const names = conditions.flatMap((one) => (one.negate ? [] : namesOf(one))).filter(accepts);
  return { any: accepts(PROBE), names: [...new Set(names)], accepts };
}

function namesOf(one: ContainerCondition): readonly string[] {
  if (one.operator === 'EQUALS') return [one.right];
  return one.operator === 'MATCH_REGEX' ? (literalPattern(one.right)?.texts ?? []) : [one.right];
}

/** Whether an exception that fires on `blocking` is evaluated on every event of `firing`; undefined where that is unknown. */
export function covers(blocking: EventSet, firing: EventSet): boolean | undefined {
  if (blocking.any) return true;
  if (firing.any) return false;
  const { sender } = blocking;
  if (sender && firing.sender && sender.id !== firing.sender.id && blocking.names[0] === firing.names[0])
    return sender.others === 'never' ? false : undefined;
  if (firing.names.length > 0) return firing.names.every((name) => blocking.accepts(name));
  return undefined;
}

/** True for conditions on the name of the event. */
export function isEventTest(scope: Scope, { left }: ContainerCondition): boolean {
  const name = soleReference(left);
  if (name === undefined) return false;
  if (name === '_event') return true;
  const variable = scope.variable(name);
  if (variable)
    return variable.type === 'e' || (variable.type === 'v' && variable.parameters.get('name')?.value === 'event');
  return name === 'Event' || (scope.container.server && name === 'Event Name');
}

const WORDS: Readonly<Record<string, string>> = {
  EQUALS: 'is',
  CONTAINS: 'contains',
  STARTS_WITH: 'starts with',
  ENDS_WITH: 'ends with',
  MATCH_REGEX: 'matches',
  CSS_SELECTOR: 'matches the selector',
  URL_MATCHES: 'matches the address',
};

/** The comparison of a condition, without its negation. */
export function testOf(scope: Scope, one: ContainerCondition): Test {
  const operator = WORDS[one.operator] ?? one.operator.toLowerCase().replaceAll('_', ' ');
  return {
    operator: one.operator,
    right: one.right,
    ignoreCase: one.ignoreCase,
    text: `${one.left} ${operator} ${one.right}`.slice(0, 200),
    location: scope.places.at(one.path),
    server: scope.container.server,
  };
}

/** The condition with its text filled in, where the variables in it are constants. */
function withKnownText(scope: Scope, one: ContainerCondition): ContainerCondition {
  const right = scope.textValue(one.right, undefined);
  return right.kind === 'literal' ? { ...one, right: String(right.value) } : one;
}

/** The condition that an event with such a name comes; `names` as they are tested, negation included. */
export function eventGuard(scope: Scope, given: ContainerCondition): Guard {
  const one = withKnownText(scope, given);
  const test = testOf(scope, one);
  // "Not this event" leaves the page's own events.
  if (one.negate || matchesAny(test)) return ALWAYS;
  if ([...PAGE_EVENTS].some((name) => holds(name, test) === true)) return ALWAYS;
  const declared = (scope.catalog.gates?.events ?? []).filter((name) => holds(name, test) === true);
  const platform = platformEvents(scope, test);
  if (platform.length + declared.length > 0) {
    for (const { cmp } of platform) scope.asks(cmp, test.location);
    return or(
      ...declared.flatMap((name) => scope.catalog.gates?.event(name, test.location) ?? []),
      ...platform.map((event) => eventGrant(event, test)),
      ...otherNames(scope, one, test),
    );
  }
  return siteEvent(one.right, test.location, test.operator === 'EQUALS' ? ON.get(one.right) : undefined);
}

function siteEvent(name: string, location: Location | undefined, on?: Phrase): Guard {
  return atom({ kind: 'site-event', name, ...(on === undefined ? {} : { on }) }, location);
}

/** The guard of a trigger whose event is fixed by its type or given without a filter. */
export function typeGuard(scope: Scope, trigger: ContainerTrigger): Guard {
  if (trigger.type === 'ALWAYS') return ALWAYS;
  const fixed = EVENTS[trigger.type];
  const location = nameOf(scope, trigger);
  if (fixed) return fixed.always ? ALWAYS : siteEvent(trigger.name, location, fixed.on);
  if ([...trigger.eventFilters, ...trigger.filters].some((one) => isEventTest(scope, one))) return ALWAYS;
  const name = trigger.eventName;
  if (name === undefined) return siteEvent(trigger.name, location);
  return eventGuard(scope, {
    operator: 'EQUALS',
    left: '{{_event}}',
    right: name,
    negate: false,
    ignoreCase: false,
    path: trigger.namePath,
  });
}

/** The phase in which a set of events first comes. */
export function phaseOf(events: EventSet): number {
  const phase = PHASES.findIndex((name) => events.any || events.accepts(name));
  return phase < 0 ? LATER : phase;
}

function platformEvents(scope: Scope, test: Test): PlatformEvent[] {
  const exact = test.operator === 'EQUALS' && !test.ignoreCase;
  if (exact) {
    const found = scope.catalog.dataLayerEvents.get(test.right);
    return found ? [found] : [];
  }
  return [...scope.catalog.dataLayerEvents].flatMap(([name, event]) => (holds(name, test) === true ? [event] : []));
}

/** Alternatives of an expression that are no platform's event: `^(purchase|cookie_consent_marketing)$`. */
function otherNames(scope: Scope, one: ContainerCondition, test: Test): Guard[] {
  if (one.operator !== 'MATCH_REGEX') return [];
  const known = [...scope.catalog.dataLayerEvents.keys(), ...(scope.catalog.gates?.events ?? [])];
  const others = (literalPattern(one.right)?.texts ?? []).filter((text) => !known.some((name) => name.includes(text)));
  return others.map((name) => siteEvent(name, test.location, ON.get(name)));
}
