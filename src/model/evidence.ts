/** Evidence for people: how execution gets to an activity, what its conditions say, where a value comes from. */
import type { Vendor } from './catalog.ts';
import type { Entity } from './entity.ts';
import type { Cause, Certainty, ReportStep } from './finding.ts';
import { type Atom, atomsOf, type ConditionTopic, type Guard } from './guard.ts';
import { listOf, type Phrase, type Said, say } from './phrase.ts';
import { SITE } from './site-gate.ts';
import type { Activity, JudgedActivity } from './unit.ts';
import { childrenOf, isTransformed, type Origin, originsOf, type Value } from './value.ts';

const MAX_STEPS = 8;

/** What stands there, for messages: the call, or the tag of a container by its name. */
export function nameOf(activity: Activity): Said {
  return activity.tagShape && activity.entity ? entityTitle(activity.entity) : activity.label;
}

/**
 * A tag of a container, for messages, at the start of a sentence or within one. Tags of published containers have no names, and
 * are called by their number.
 */
export function entityTitle({ name, id }: Pick<Entity, 'name' | 'id'>, word: 'Tag' | 'tag' = 'Tag'): Phrase {
  const isNumbered = name === `tag ${id}`;
  if (word === 'tag') return isNumbered ? say`tag ${id}` : say`tag “${name}”`;
  return isNumbered ? say`Tag ${id}` : say`Tag “${name}”`;
}

/** That something runs, and how sure that is. */
export function runsAs(certainty: Certainty): Phrase {
  return certainty === 'certain' ? say`runs` : certainty === 'likely' ? say`likely runs` : say`may run`;
}

/** Whatever else is said of what belongs to a product that is switched off, deleting it clears all. */
export function retiredCause({ id, name }: Pick<Vendor, 'id' | 'name'>): Cause {
  return { id: `retired-${id}`, title: say`Tags of ${name}, which is switched off`, remedy: say`Remove them.` };
}

/** What is said of a tag because another one does the same is cleared by deleting either. */
export function twinCause({ id, name }: Entity, twin: Entity): Cause {
  return {
    id: `twin ${id} ${name}`,
    title: say`“${name}” does the same as “${twin.name}”`,
    remedy: say`Delete “${name}” or “${twin.name}”.`,
  };
}

/** The calls, callbacks and triggers that lead to the activity, and the conditions in front of it. */
export function trailOf(activity: Activity & Pick<Partial<JudgedActivity>, 'via'>): ReportStep[] {
  const steps: ReportStep[] = activity.steps.map((step) =>
    step.location ? { message: step.message, location: step.location } : { message: step.message },
  );
  const conditions = conditionsOf(activity.via ?? activity.guard);
  return [...steps.slice(0, MAX_STEPS), ...conditions.slice(0, MAX_STEPS)];
}

/** True for what stands in the same place: the same code, run again for another page or in another branch. */
export function sharesPlace(one: Activity, other: Activity): boolean {
  const [{ location: a }, { location: b }] = [one, other];
  return one === other || (a.source === b.source && a.start === b.start && a.end === b.end);
}

/** The way to an activity, with what stands in front of it first, unless the way passes that place anyway. */
export function withGates(gates: readonly ReportStep[], trail: readonly ReportStep[]): ReportStep[] {
  const isPassed = ({ location: at }: ReportStep): boolean =>
    trail.some(({ location }) => location?.start === at?.start && location?.source === at?.source);
  return [...gates.filter((gate) => gate.location && !isPassed(gate)), ...trail];
}

/** What each condition in front of an activity asks, and what the answer is on a first visit. */
function conditionsOf(guard: Guard): ReportStep[] {
  const seen = new Set<string>();
  const steps: ReportStep[] = [];
  for (const { atom, negated, location } of atomsOf(guard)) {
    const message = describeAtom(atom, negated);
    if (message === undefined || seen.has(message.toString())) continue;
    seen.add(message.toString());
    steps.push(location ? { message, location } : { message });
  }
  return steps;
}

/** A cookie or a stored value, with its name where it is known. */
export function storedName(store: Extract<Atom, { kind: 'storage' }>['store'], key: string): Phrase {
  switch (store) {
    case 'cookie':
      return say`cookie “${key}”`;
    case 'local':
      return say`localStorage “${key}”`;
    case 'session':
      return say`sessionStorage “${key}”`;
    case 'unknown':
      return say`stored value “${key}”`;
  }
}

const UNNAMED = {
  cookie: say`the cookie`,
  local: say`the localStorage`,
  session: say`the sessionStorage`,
  unknown: say`the stored value`,
} as const;

function storageTest({ store, key, test, text }: Extract<Atom, { kind: 'storage' }>, negated: boolean): Phrase {
  const what = key === undefined ? UNNAMED[store] : storedName(store, short(key));
  const wanted = short(text ?? '');
  switch (test) {
    case 'present':
      return negated ? say`that not ${what} is there` : say`whether ${what} is there`;
    case 'equals':
      return negated ? say`that not ${what} is “${wanted}”` : say`whether ${what} is “${wanted}”`;
    default:
      return negated ? say`that not ${what} contains “${wanted}”` : say`whether ${what} contains “${wanted}”`;
  }
}

function describeAtom(atom: Atom, negated: boolean): Phrase | undefined {
  switch (atom.kind) {
    case 'storage':
      return say`asks ${storageTest(atom, negated)}; on a first visit nothing is stored`;
    case 'consent': {
      const word = short(atom.word);
      const category = atom.category ?? say`category not known`;
      if (atom.cmp === SITE)
        return negated
          ? say`asks the opposite of gate “${word}” declared in .taglint.yml (${category})`
          : say`asks gate “${word}” declared in .taglint.yml (${category})`;
      return negated
        ? say`asks that not “${word}” is granted (${category})`
        : say`asks whether “${word}” is granted (${category})`;
    }
    case 'decided':
      return say`runs after any choice, a refusal included`;
    case 'refused':
      return say`runs after a refusal`;
    case 'signal':
      return say`needs ${atom.signal} granted`;
    case 'auto-block':
      return say`an automatic blocker stands in front`;
    case 'click':
      return atom.meaning === 'accept'
        ? say`waits for the visitor to use “${short(atom.target)}”`
        : say`runs when the visitor uses “${short(atom.target)}”, which is no consent`;
    case 'includer':
      return atom.gates
        ? say`is a part of a page that seems to be included behind a gate; what includes it is not in sight`
        : say`is a part of a page; what includes it is not in sight`;
    case 'site-event':
      return atom.on === undefined
        ? say`runs on the event “${short(atom.name)}”, which is no consent`
        : say`runs on ${atom.on}, which is no consent`;
    case 'condition':
      return describeCondition(atom.topic, `${negated ? '!' : ''}${short(atom.text)}`, short(atom.text));
  }
}

/** What a condition is about that is no consent, or how little is known of it; undefined where there is nothing to say. */
function describeCondition(topic: ConditionTopic, shown: string, name: string): Phrase | undefined {
  switch (topic) {
    case 'free':
    case 'error':
    case 'unresolved':
      return undefined;
    case 'present':
      return say`asks for ${name}, which is there before anything was chosen`;
    case 'region':
    case 'place':
      return say`the condition “${shown}” is about the region, not about a choice`;
    case 'signal':
      return say`the condition “${shown}” is about a signal of the browser; not objecting is no consent`;
    case 'environment':
      return say`the condition “${shown}” is about the environment, not about a choice`;
    default:
      return say`rests on ${name}, which is known only by its name`;
  }
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Of a chain of variables the end is what counts; longer ones are rare. */
const MAX_ORIGINS = 4;
const MAX_FILLED = 4;

/** What is said of a value, with where the value comes from. */
export function withOrigin(what: Phrase, value: Value): Phrase {
  const origin = describeOrigin(value);
  return origin ? say`${what} from ${origin}` : what;
}

/** `item_name is filled from data layer key ecommerce.items`. */
export function filledFrom(key: string, value: Value): Phrase {
  const origin = describeOrigin(value);
  return origin ? say`${key} is filled from ${origin}` : say`${key} is filled when the page runs`;
}

/** Where the pages of the run push what a container reads: each place once. */
export function pushesOf(values: readonly Value[]): ReportStep[] {
  const steps = new Map<string, ReportStep>();
  const visit = (value: Value, depth: number): void => {
    const at = value.filledAt;
    if (at && steps.size < MAX_FILLED)
      steps.set(`${at.source.name} ${at.start}`, { message: say`is pushed to the data layer here`, location: at });
    if (!at && depth < 6) for (const inner of childrenOf(value)) visit(inner, depth + 1);
  };
  for (const value of values) visit(value, 0);
  return [...steps.values()];
}

/** What each kind of origin is called, with its name. */
const KINDS: Readonly<Record<Origin['kind'], (name: string) => Said>> = {
  'form-field': (name) => say`form field ${name}`,
  template: (name) => say`template expression ${name}`,
  'data-layer': (name) => say`data layer key ${name}`,
  'gtm-variable': (name) => say`variable ${name}`,
  url: (name) => say`page address ${name}`,
  cookie: (name) => say`cookie ${name}`,
  storage: (name) => say`stored value ${name}`,
  page: (name) => say`page content ${name}`,
  variable: (name) => name,
  'event-data': (name) => say`event data ${name}`,
};

/** `form field #email`, `variable {{DL - email}} › data layer key user.email`; undefined where nothing is known. */
export function describeOrigin(value: Value): Phrase | undefined {
  const known = originsOf(value).slice(0, MAX_ORIGINS);
  if (known.length === 0) return value.kind === 'literal' ? say`a fixed value` : undefined;
  const way = listOf(
    known.map(({ kind, name }) => KINDS[kind](short(name))),
    ' › ',
  );
  return isTransformed(value, 'hash') ? say`${way}, hashed` : way;
}
