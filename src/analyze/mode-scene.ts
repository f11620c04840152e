/** What the faults of a consent mode are told from: the defaults of a first visit, and the tags that ask for them. */
import type { Cmp } from '../model/catalog.ts';
import { signalProblems } from '../model/consent-mode.ts';
import type { SiteProfile } from '../model/profile.ts';
import type { Activity, JudgedActivity, Tag, Unit } from '../model/unit.ts';
import type { Value } from '../model/value.ts';
import { type ConsentMode, type Evaluate, isTracking, type Moment, tablesIn } from './consent-mode.ts';
import type { Truth } from './truth.ts';

export const FIRST = 'first-visit';

export interface FaultInput {
  readonly kind: Unit['kind'];
  readonly activities: readonly JudgedActivity[];
  /** The same, by what was extracted. */
  readonly judged: ReadonlyMap<Activity, JudgedActivity | undefined>;
  readonly tags: readonly Tag[];
  readonly cmps: readonly { readonly cmp: Cmp; readonly loaded: boolean }[];
  /** The unit is a whole page, and every script of its own is in sight. */
  readonly whole: boolean;
  readonly profile: SiteProfile;
  /** The names of a consent mode's signals. */
  readonly signals: (system: string) => readonly string[];
  readonly evaluate: Evaluate;
}

/** A default that may run on a first visit. */
export interface Running {
  readonly activity: JudgedActivity;
  readonly truth: Truth;
}

/** A tag that asks the consent mode, with the moment at which it first does. */
export interface Asking {
  readonly tag: Tag;
  readonly moment: Moment;
  readonly signals: readonly string[];
}

export class ModeScene {
  readonly mode: ConsentMode;
  readonly input: FaultInput;
  /** The defaults that may run on a first visit, in order of execution. */
  readonly runs: readonly Running[];
  readonly asking: readonly Asking[];

  constructor(mode: ConsentMode, input: FaultInput) {
    this.mode = mode;
    this.input = input;
    this.runs = mode.defaults.flatMap((activity): Running[] => {
      const judged = input.judged.get(activity);
      const truth = input.evaluate(activity.guard, FIRST);
      return judged && truth.yes >= 1 ? [{ activity: judged, truth }] : [];
    });
    this.asking = input.tags.flatMap((tag) => asks(tag, mode.system) ?? []);
  }

  /** The objects of signals that a command can be called with on a first visit. */
  tables(activity: Activity): readonly Value[] {
    return tablesIn(activity, (guard) => this.input.evaluate(guard, FIRST));
  }

  /** What the library does not understand of a command. */
  problems(activity: Activity): ReturnType<typeof signalProblems> {
    const known = activity.vendor.consentSignals;
    return known ? this.tables(activity).flatMap((table) => signalProblems(table, known)) : [];
  }
}

function asks(tag: Tag, system: string): Asking | undefined {
  const { vendor, entity } = tag;
  if (vendor.consentMode?.system !== system || entity?.paused) return undefined;
  const active = tag.activities.filter(
    (one) => one.kind !== 'configure' && one.kind !== 'consent' && one.states[FIRST].outcome !== 'blocked',
  );
  // A library under a consent mode sends nothing before its first command: the order of the commands decides.
  const commands = active.filter((one) => one.kind !== 'load');
  if (vendor.purposes.includes('tag-manager')) {
    // Its snippet queues the event that starts the tags before it fetches the script; a bare script element does not.
    const start = active.find((one) => one.kind === 'load' && one.carrier === 'script' && one.urlKind === 'script');
    const signals = (vendor.consentSignals?.names ?? []).filter(isTracking);
    return start && { tag, moment: start, signals };
  }
  const [first] = commands;
  const [load] = active;
  // Without a command in sight the library does what it does by itself, after everything that was queued.
  const moment = first ?? (load && { ...load, order: Number.POSITIVE_INFINITY });
  return moment && { tag, moment, signals: vendor.consentMode.signals };
}

/** The tag runs on a first visit, and nothing holds its storage back as far as the unit tells. */
export function isFull(tag: Tag): boolean {
  const { outcome } = tag.states[FIRST];
  return outcome === 'runs' || outcome === 'unknown';
}
