/** Evidence for people: how execution gets to an activity, what its conditions say, where a value comes from. */
import type { Vendor } from './catalog.ts';
import type { Entity } from './entity.ts';
import type { Cause, ReportStep } from './finding.ts';
import { type Atom, atomsOf, type ConditionTopic, type Guard } from './guard.ts';
import { SITE } from './site-gate.ts';
import type { Activity, JudgedActivity } from './unit.ts';
import { childrenOf, isTransformed, type Origin, originsOf, type Value } from './value.ts';

const MAX_STEPS = 8;

/** What stands there, for messages: the call, or the tag of a container by its name. */
export function nameOf(activity: Activity): string {
  return activity.tagShape && activity.entity ? entityTitle(activity.entity) : activity.label;
}

/** A tag of a container, for messages. Tags of published containers have no names, and are called by their number. */
export function entityTitle({ name, id }: Pick<Entity, 'name' | 'id'>, word: 'Tag' | 'tag' = 'Tag'): string {
  return name === `tag ${id}` ? `${word} ${id}` : `${word} “${name}”`;
}

/** Whatever else is said of what belongs to a product that is switched off, deleting it clears all. */
export function retiredCause({ id, name }: Pick<Vendor, 'id' | 'name'>): Cause {
  return { id: `retired-${id}`, title: `Tags of ${name}, which is switched off`, remedy: 'Remove them.' };
}

/** What is said of a tag because another one does the same is cleared by deleting either. */
export function twinCause({ id, name }: Entity, twin: Entity): Cause {
  return {
    id: `twin ${id} ${name}`,
    title: `“${name}” does the same as “${twin.name}”`,
    remedy: `Delete “${name}” or “${twin.name}”.`,
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
    if (message === undefined || seen.has(message)) continue;
    seen.add(message);
    steps.push(location ? { message, location } : { message });
  }
  return steps;
}

const STORES = { cookie: 'cookie', local: 'localStorage', session: 'sessionStorage', unknown: 'stored value' } as const;

function describeAtom(atom: Atom, negated: boolean): string | undefined {
  switch (atom.kind) {
    case 'storage': {
      const what = atom.key === undefined ? `the ${STORES[atom.store]}` : `${STORES[atom.store]} “${short(atom.key)}”`;
      const test =
        atom.test === 'present'
          ? 'is there'
          : atom.test === 'equals'
            ? `is “${short(atom.text ?? '')}”`
            : `contains “${short(atom.text ?? '')}”`;
      return `asks ${negated ? 'that not ' : 'whether '}${what} ${test}; on a first visit nothing is stored`;
    }
    case 'consent':
      if (atom.cmp === SITE)
        return `asks ${negated ? 'the opposite of ' : ''}gate “${short(atom.word)}” declared in .taglint.yml (${atom.category ?? 'category not known'})`;
      return `asks ${negated ? 'that not ' : 'whether '}“${short(atom.word)}” is granted (${atom.category ?? 'category not known'})`;
    case 'decided':
      return 'runs after any choice, a refusal included';
    case 'refused':
      return 'runs after a refusal';
    case 'signal':
      return `needs ${atom.signal} granted`;
    case 'auto-block':
      return 'an automatic blocker stands in front';
    case 'click':
      return atom.meaning === 'accept'
        ? `waits for the visitor to use “${short(atom.target)}”`
        : `runs when the visitor uses “${short(atom.target)}”, which is no consent`;
    case 'includer':
      return atom.gates
        ? 'is a part of a page that seems to be included behind a gate; what includes it is not in sight'
        : 'is a part of a page; what includes it is not in sight';
    case 'site-event':
      return `runs on ${atom.on ?? `the event “${short(atom.name)}”`}, which is no consent`;
    case 'condition':
      return describeCondition(atom.topic, `${negated ? '!' : ''}${short(atom.text)}`, short(atom.text));
  }
}

/** What a condition is about that is no consent, or how little is known of it; undefined where there is nothing to say. */
function describeCondition(topic: ConditionTopic, shown: string, name: string): string | undefined {
  switch (topic) {
    case 'free':
    case 'error':
    case 'unresolved':
      return undefined;
    case 'present':
      return `asks for ${name}, which is there before anything was chosen`;
    case 'region':
    case 'place':
      return `the condition “${shown}” is about the region, not about a choice`;
    case 'signal':
      return `the condition “${shown}” is about a signal of the browser; not objecting is no consent`;
    case 'environment':
      return `the condition “${shown}” is about the environment, not about a choice`;
    default:
      return `rests on ${name}, which is known only by its name`;
  }
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Of a chain of variables the end is what counts; longer ones are rare. */
const MAX_ORIGINS = 4;
const MAX_FILLED = 4;

/** Where the pages of the run push what a container reads: each place once. */
export function pushesOf(values: readonly Value[]): ReportStep[] {
  const steps = new Map<string, ReportStep>();
  const visit = (value: Value, depth: number): void => {
    const at = value.filledAt;
    if (at && steps.size < MAX_FILLED)
      steps.set(`${at.source.name} ${at.start}`, { message: 'is pushed to the data layer here', location: at });
    if (!at && depth < 6) for (const inner of childrenOf(value)) visit(inner, depth + 1);
  };
  for (const value of values) visit(value, 0);
  return [...steps.values()];
}

const KINDS: Readonly<Record<Origin['kind'], string>> = {
  'form-field': 'form field',
  template: 'template expression',
  'data-layer': 'data layer key',
  'gtm-variable': 'variable',
  url: 'page address',
  cookie: 'cookie',
  storage: 'stored value',
  page: 'page content',
  variable: '',
  'event-data': 'event data',
};

/** `form field #email`, `variable {{DL - email}} › data layer key user.email`; empty where nothing is known. */
export function describeOrigin(value: Value): string {
  const texts = originsOf(value)
    .slice(0, MAX_ORIGINS)
    .map(({ kind, name }) => `${KINDS[kind]} ${short(name)}`.trim());
  if (texts.length === 0) return value.kind === 'literal' ? 'a fixed value' : '';
  const text = texts.join(' › ');
  return isTransformed(value, 'hash') ? `${text}, hashed` : text;
}
