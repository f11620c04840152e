/** When a tag fires: its triggers, its exceptions, its consent checks, and the tags that run it in a sequence. */
import type { Route } from '../../model/entity.ts';
import { ALWAYS, and, atomsOf, condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { Stage, Step } from '../../model/unit.ts';
import type { ContainerTag } from '../../parse/container.ts';
import { topicOf } from '../machine/names.ts';
import { consentGuard } from './conditions.ts';
import { covers, LATER } from './events.ts';
import { nameOf, type Scope } from './scope.ts';
import { type TriggerFacts, Triggers } from './triggers.ts';

export interface Firing {
  readonly guard: Guard;
  /** A trigger of the container or another tag can make it fire. */
  readonly reached: boolean;
  readonly steps: readonly Step[];
  /** Rank in the order of execution, from 0. */
  readonly order: number;
  readonly stage: Stage;
}

type Rank = readonly [phase: number, priority: number, sequence: number, index: number];

interface Caller {
  readonly tag: ContainerTag;
  readonly kind: 'set-up' | 'clean-up';
}

const MAX_STEPS = 12;
/** Set-up tags have set-up tags. */
const MAX_SEQUENCE = 12;

/** One way by which a tag starts. */
export interface Way {
  readonly caller?: ContainerTag;
  readonly role: Route['role'];
  readonly guard: Guard;
}

export class Firings {
  readonly #scope: Scope;
  readonly #triggers: Triggers;
  readonly #callers = new Map<ContainerTag, Caller[]>();
  readonly #guards = new Map<ContainerTag, Guard>();
  readonly #index = new Map<ContainerTag, number>();
  readonly #ranks = new Map<ContainerTag, Rank>();
  readonly #reached = new Map<ContainerTag, boolean>();
  readonly #order = new Map<ContainerTag, number>();

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#triggers = new Triggers(scope);
    for (const tag of scope.container.tags) {
      // A paused tag does not run, nor what it would run before and after.
      if (tag.paused) continue;
      for (const { name } of tag.setup) this.#called(name, { tag, kind: 'set-up' });
      for (const { name } of tag.cleanup) this.#called(name, { tag, kind: 'clean-up' });
    }
    for (const [index, tag] of scope.container.tags.entries()) this.#index.set(tag, index);
    const sorted = [...scope.container.tags].sort((a, b) => compareRanks(this.#rank(a, 0), this.#rank(b, 0)));
    for (const [order, tag] of sorted.entries()) this.#order.set(tag, order);
  }

  of(tag: ContainerTag): Firing {
    const [phase, priority] = this.#rank(tag, 0);
    return {
      stage: { phase, priority: -priority, markup: tag.type === 'html' },
      guard: this.#guard(tag, 0),
      reached: this.#isReached(tag, 0),
      steps: this.#steps(tag).slice(0, MAX_STEPS),
      order: this.#order.get(tag) ?? 0,
    };
  }

  /** The ways by which a tag starts, each on its own: what the tag asks itself is asked on all of them. */
  ways(tag: ContainerTag): Way[] {
    const checks = consentGuard(this.#scope, tag);
    const own: Way[] =
      tag.firing.length > 0 ? [{ role: 'firing', guard: and(or(...this.#ownGuards(tag)), checks) }] : [];
    const called = (this.#callers.get(tag) ?? []).map(
      ({ tag: caller, kind }): Way => ({ caller, role: kind, guard: and(this.#guard(caller, 0), checks) }),
    );
    return [...own, ...called];
  }

  /** Ids of exceptions that are asked on none of the events on which the tag's own triggers fire. */
  missed(tag: ContainerTag): string[] {
    const facts = this.#firing(tag);
    return tag.blocking.filter((id) => {
      const blocker = this.#triggers.get(id);
      return blocker && facts.length > 0 && facts.every(({ events }) => covers(blocker.events, events) === false);
    });
  }

  #called(name: string, caller: Caller): void {
    const tag = this.#scope.tag(name);
    if (!tag || tag === caller.tag) return;
    const callers = this.#callers.get(tag);
    if (callers) callers.push(caller);
    else this.#callers.set(tag, [caller]);
  }

  /** The triggers with these ids that the container has. */
  triggers(ids: readonly string[]): TriggerFacts[] {
    return ids.flatMap((id) => this.#triggers.get(id) ?? []);
  }

  trigger(id: string): TriggerFacts | undefined {
    return this.#triggers.get(id);
  }

  #firing(tag: ContainerTag): TriggerFacts[] {
    return this.triggers(tag.firing);
  }

  #guard(tag: ContainerTag, depth: number): Guard {
    const known = this.#guards.get(tag);
    if (known) return known;
    if (depth > MAX_SEQUENCE) return NEVER;
    // Tags that call each other in a circle: the circle adds nothing.
    this.#guards.set(tag, NEVER);
    const own = this.#ownGuards(tag);
    const called = (this.#callers.get(tag) ?? []).map((caller) => this.#guard(caller.tag, depth + 1));
    const guard = and(or(...own, ...called), consentGuard(this.#scope, tag));
    this.#guards.set(tag, guard);
    return guard;
  }

  /** What each of the tag's triggers asks, exceptions included. */
  #ownGuards(tag: ContainerTag): Guard[] {
    const blockers = tag.blocking.flatMap((id) => this.#triggers.get(id) ?? []);
    return this.#firing(tag).map((trigger) => and(trigger.guard, ...blockers.map((one) => exception(one, trigger))));
  }

  #isReached(tag: ContainerTag, depth: number): boolean {
    const known = this.#reached.get(tag);
    if (known !== undefined) return known;
    const own = this.#firing(tag).length > 0;
    this.#reached.set(tag, own);
    const called = (): boolean =>
      depth < MAX_SEQUENCE && (this.#callers.get(tag) ?? []).some((caller) => this.#isReached(caller.tag, depth + 1));
    const reached = own || called();
    this.#reached.set(tag, reached);
    return reached;
  }

  #steps(tag: ContainerTag): Step[] {
    const scope = this.#scope;
    const steps: Step[] = [];
    // One trigger that waits for less is what the tag waits for.
    const facts = this.#firing(tag);
    const alike = facts.every(({ step }) => step.kind === facts[0]?.step.kind);
    for (const id of tag.firing) {
      const found = this.#triggers.get(id)?.step;
      const step = found && !alike ? withoutWait(found) : found;
      steps.push(
        step ?? { message: say`trigger ${id}, which the container does not have`, location: nameOf(scope, tag) },
      );
    }
    for (const { tag: caller, kind } of this.#callers.get(tag) ?? []) {
      steps.push({ message: CALLED[kind](caller.name), location: nameOf(scope, caller) });
    }
    for (const id of tag.blocking) {
      const blocker = this.#triggers.get(id);
      if (!blocker) continue;
      const step = withoutWait(blocker.step);
      const missed =
        asksForConsent(blocker) && facts.length > 0 && !facts.some((one) => covers(blocker.events, one.events));
      const { exception: message, name: subject = message } = blocker;
      steps.push(missed ? { ...step, message, kind: 'other-event', subject } : { ...step, message });
    }
    return steps;
  }

  /** Earliest phase, then priority, then the order of the export; a sequenced tag stands next to the tag that calls it. */
  #rank(tag: ContainerTag, depth: number): Rank {
    const known = this.#ranks.get(tag);
    if (known) return known;
    const index = this.#index.get(tag) ?? 0;
    const phase = Math.min(LATER, ...this.#firing(tag).map((trigger) => trigger.phase));
    let rank: Rank = [phase, -tag.priority, 0, index];
    this.#ranks.set(tag, rank);
    if (depth > MAX_SEQUENCE) return rank;
    for (const { tag: caller, kind } of this.#callers.get(tag) ?? []) {
      const [callerPhase, priority, sequence] = this.#rank(caller, depth + 1);
      const called: Rank = [callerPhase, priority, sequence + (kind === 'set-up' ? -1 : 1), index];
      if (tag.firing.length === 0 || compareRanks(called, rank) < 0) rank = called;
    }
    this.#ranks.set(tag, rank);
    return rank;
  }
}

const CALLED = {
  'set-up': (name: string) => say`set-up tag of "${name}"`,
  'clean-up': (name: string) => say`clean-up tag of "${name}"`,
} as const;

function withoutWait({ message, location }: Step): Step {
  return location ? { message, location } : { message };
}

/** An exception that is meant as a gate: its conditions or its name speak of consent. */
function asksForConsent({ filters, step }: TriggerFacts): boolean {
  return (
    speaksOfConsent(step.message.toString()) ||
    atomsOf(filters).some(({ atom }) => {
      if (atom.kind === 'condition') return atom.topic === 'consent' || atom.topic === 'opt-out';
      if (atom.kind === 'storage') return speaksOfConsent(`${atom.key ?? ''} ${atom.text ?? ''}`);
      return atom.kind === 'consent' || atom.kind === 'decided' || atom.kind === 'signal' || atom.kind === 'refused';
    })
  );
}

function speaksOfConsent(text: string): boolean {
  const topic = topicOf(text);
  return topic === 'consent' || topic === 'opt-out';
}

/** An exception stops only the events on which it is evaluated. */
function exception(blocker: TriggerFacts, firing: TriggerFacts): Guard {
  const covered = covers(blocker.events, firing.events);
  if (covered === false) return ALWAYS;
  if (covered === true) return not(blocker.filters);
  return not(and(blocker.filters, condition('unresolved', blocker.step.message.toString())));
}

function compareRanks(a: Rank | undefined, b: Rank | undefined): number {
  if (!a || !b) return 0;
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
