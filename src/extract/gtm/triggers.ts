/** When a trigger fires: the events that it listens to, and the condition under which it lets them pass. */
import { and, condition, type Guard, NEVER } from '../../model/guard.ts';
import { type Phrase, say } from '../../model/phrase.ts';
import type { Step, StepKind } from '../../model/unit.ts';
import type { ContainerTrigger } from '../../parse/container.ts';
import { carriedGuard } from './conditions.ts';
import { BUILT_IN_TRIGGERS, type EventSet, eventsOf, isEventTest, LATER, phaseOf, typeGuard } from './events.ts';
import { nameOf, type Scope } from './scope.ts';

export interface TriggerFacts {
  readonly events: EventSet;
  /** The event comes and all conditions hold. */
  readonly guard: Guard;
  /** The conditions alone, on an event that has come: what decides where the trigger is an exception. */
  readonly filters: Guard;
  readonly phase: number;
  readonly step: Step;
  /** What it is called where it is an exception, and its name where it is known. */
  readonly exception: Phrase;
  readonly name?: string;
}

/** Groups may name groups; a chain longer than this is given up. */
const MAX_GROUP_DEPTH = 6;

export class Triggers {
  readonly #scope: Scope;
  readonly #byId = new Map<string, ContainerTrigger>();
  readonly #known = new Map<string, TriggerFacts | undefined>();

  constructor(scope: Scope) {
    this.#scope = scope;
    for (const trigger of scope.container.triggers) {
      if (trigger.id !== '' && !this.#byId.has(trigger.id)) this.#byId.set(trigger.id, trigger);
    }
  }

  /** The trigger with this id; undefined where the container has none, so that nothing ever fires on it. */
  get(id: string, depth = 0): TriggerFacts | undefined {
    if (this.#known.has(id)) return this.#known.get(id);
    // Entered first: a group that contains itself finds nothing.
    this.#known.set(id, undefined);
    const trigger = this.#byId.get(id);
    const facts = trigger ? this.#read(trigger, depth) : (this.#builtIn(id) ?? this.#elsewhere(id));
    this.#known.set(id, facts);
    return facts;
  }

  #builtIn(id: string): TriggerFacts | undefined {
    const known = Object.hasOwn(BUILT_IN_TRIGGERS, id) ? BUILT_IN_TRIGGERS[id] : undefined;
    if (!known) return undefined;
    const { server } = this.#scope.container;
    const type = server ? 'ALWAYS' : known.type;
    const events = eventsOf(this.#scope, { type });
    const always = and();
    return {
      events,
      guard: always,
      filters: always,
      phase: phaseOf(events),
      step: { message: say`trigger "${known.name}"`, ...waitOf(known.type) },
      exception: say`exception "${known.name}"`,
      name: known.name,
    };
  }

  /** A trigger of a file without triggers, such as a listing of tags: on what it fires is not seen here. */
  #elsewhere(id: string): TriggerFacts | undefined {
    const { container } = this.#scope;
    if (container.sections.has('trigger')) return undefined;
    const message = say`trigger ${id}, which is not in this file`;
    const guard = condition('unresolved', message.toString());
    const events: EventSet = { any: false, names: [], accepts: () => false };
    const exception = say`exception ${id}, which is not in this file`;
    return { events, guard, filters: guard, phase: LATER, step: { message }, exception };
  }

  #read(trigger: ContainerTrigger, depth: number): TriggerFacts {
    const scope = this.#scope;
    const events = eventsOf(scope, trigger);
    const all = [...trigger.eventFilters, ...trigger.filters, ...trigger.listenerFilters];
    const eventTests = distinctEvents(all.filter((one) => isEventTest(scope, one)).map(scope.condition));
    const carriers = events.any ? [] : events.names.map((name) => scope.catalog.dataLayerEvents.get(name));
    const platforms = carriers.every((one) => one !== undefined) ? carriers : [];
    const filters = and(
      ...all
        .filter((one) => !isEventTest(scope, one))
        .map((one) => carriedGuard(scope, one, platforms) ?? scope.condition(one)),
    );
    const members = trigger.type === 'TRIGGER_GROUP' ? this.#members(trigger, depth) : [];
    const base = trigger.type === 'TRIGGER_GROUP' ? and(...members) : typeGuard(scope, trigger);
    return {
      events,
      guard: and(base, ...eventTests, filters),
      filters,
      phase: events.names.length === 0 && !events.any ? LATER : phaseOf(events),
      step: {
        message: say`trigger "${trigger.name}"`,
        location: nameOf(scope, trigger),
        ...waitOf(trigger.type),
        ...waitOfPlatform(scope, events),
      },
      exception: say`exception "${trigger.name}"`,
      name: trigger.name,
    };
  }

  /** Every member must have fired; a member that is not there never does. */
  #members(trigger: ContainerTrigger, depth: number): Guard[] {
    if (depth >= MAX_GROUP_DEPTH || trigger.members.length === 0) return [NEVER];
    return trigger.members.map((id) => this.get(id, depth + 1)?.guard ?? NEVER);
  }
}

/** A trigger that listens to nothing but a platform's events: to its readiness, or to any answer. */
function waitOfPlatform(scope: Scope, { any, names }: EventSet): Pick<Step, 'kind' | 'subject'> {
  const known = names.map((name) => scope.catalog.dataLayerEvents.get(name)?.event.means);
  const subject = names.join(', ');
  if (any || known.length === 0) return {};
  if (known.every((means) => means === 'ready')) return { kind: 'cmp-ready', subject };
  return known.every((means) => means === 'ready' || means === 'decision') ? { kind: 'decision', subject } : {};
}

const WAITS: Readonly<Record<string, StepKind>> = {
  DOM_READY: 'load',
  WINDOW_LOADED: 'load',
  PAGE_LOAD: 'load',
  TIMER: 'delay',
  SCROLL_DEPTH: 'interaction',
  HISTORY_CHANGE: 'interaction',
  ELEMENT_VISIBILITY: 'visibility',
};

/** What a trigger waits for, where its type says it. */
function waitOf(type: string): { readonly kind?: StepKind } {
  const kind = Object.hasOwn(WAITS, type) ? WAITS[type] : undefined;
  return kind ? { kind } : {};
}

/** `{{_event}}` and `{{Event}}` are often tested both, for the same name. */
function distinctEvents(guards: readonly Guard[]): Guard[] {
  const seen = new Set<string>();
  return guards.filter((guard) => {
    if (guard.op !== 'atom' || guard.atom.kind !== 'site-event') return true;
    if (seen.has(guard.atom.name)) return false;
    seen.add(guard.atom.name);
    return true;
  });
}
