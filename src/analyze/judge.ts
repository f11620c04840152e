/** Gives every activity of a unit its verdict in every consent state. */
import type { ExtractedUnit } from '../extract/extracted.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Route } from '../model/entity.ts';
import { CONSENT_STATES, type ConsentState, type Guard } from '../model/guard.ts';
import type { SiteProfile } from '../model/profile.ts';
import type { Activity, JudgedActivity, Outcome, Tag, Unit, Verdict } from '../model/unit.ts';
import { type BecauseInput, because } from './because.ts';
import { consentModeFact } from './consent-faults.ts';
import {
  type ConsentMode,
  categoryOfSignal,
  consentModes,
  type Evaluate,
  type Moment,
  type SignalSetting,
} from './consent-mode.ts';
import { cmpsById, type EvaluationContext, evaluateGuard } from './evaluate.ts';
import { Gates } from './gate.ts';
import { leadingWay } from './leading-way.ts';
import { StoredHistory } from './stored-history.ts';
import { isGranted, NO, type Truth, YES } from './truth.ts';

/** The unit with verdicts, its tags and what it says of the consent modes. */
export function judge(unit: ExtractedUnit, catalog: Catalog, profile: SiteProfile): Unit {
  const judgement = new Judgement(unit, catalog, profile);
  const activities = unit.activities.map(
    (activity): JudgedActivity => ({ ...activity, ...judgement.told(activity), states: judgement.states(activity) }),
  );
  const tags = tagsOf(unit.kind, activities, judgement);
  const surroundings = unit.surroundings ?? { complete: false, unread: 'none' };
  const { evaluate } = judgement;
  const around = unit.commands ?? [];
  const judged = new Map<Activity, JudgedActivity | undefined>(around.map((command) => [command, command]));
  for (const [index, activity] of unit.activities.entries()) judged.set(activity, activities[index]);
  const input = {
    kind: unit.kind,
    activities: [...around, ...activities],
    judged,
    tags,
    cmps: unit.cmps,
    whole: unit.kind === 'page' && surroundings.complete && surroundings.unread === 'none',
    profile,
    evaluate,
    signals: (system: string) =>
      catalog.vendors.flatMap((vendor) =>
        vendor.consentMode?.system === system ? (vendor.consentSignals?.names ?? []) : [],
      ),
  };
  return {
    kind: unit.kind,
    source: unit.source,
    ...(unit.compiled ? { compiled: unit.compiled } : {}),
    ...(unit.publicId === undefined ? {} : { publicId: unit.publicId }),
    cmps: unit.cmps,
    activities,
    tags,
    hints: (unit.hints ?? []).map((hint) => ({ ...hint, states: judgement.states(hint) })),
    unknownScripts: (unit.unknownScripts ?? []).map((one) => ({ ...one, states: judgement.routeStates(one) })),
    parked: unit.parked ?? [],
    surroundings,
    settings: unit.settings,
    context: unit.context,
    hosts: unit.hosts ?? [],
    fields: unit.fields,
    dynamic: unit.dynamic ?? [],
    entities: unit.entities,
    routes: (unit.routes ?? []).map((route) => ({ ...route, states: judgement.routeStates(route) })),
    stubs: unit.stubs ?? [],
    ...(unit.moves && { moves: unit.moves }),
    ...(unit.embedding && { embedding: unit.embedding }),
    alongside: unit.embedding?.starts ?? [],
    consentModes: [...judgement.modes.values()].map((mode) => consentModeFact(mode, input)),
    because: (activity, state) => because([activity], state, activity.states[state], judgement.because),
  };
}

class Judgement {
  readonly #unit: ExtractedUnit;
  readonly #cmps: EvaluationContext['cmps'];
  readonly #presets: EvaluationContext['presets'];
  readonly #open: EvaluationContext['open'];
  readonly #browserRefuses: boolean;
  readonly #written: NonNullable<EvaluationContext['written']>;
  readonly modes: ReadonlyMap<string, ConsentMode>;
  /** The truth of a guard that asks no consent mode. */
  readonly evaluate: Evaluate;
  /** Commands of vendors' own switches, by vendor. */
  readonly #switches = new Map<string, Activity[]>();
  /** By guard and moment, then by state. */
  readonly #known = new Map<Guard, Map<number, Partial<Record<ConsentState, Truth>>>>();
  readonly gates: Gates;

  constructor(unit: ExtractedUnit, catalog: Catalog, profile: SiteProfile) {
    this.#unit = unit;
    this.#cmps = cmpsById(catalog);
    this.#presets = new Map(unit.cmps.flatMap(({ cmp, presets }) => (presets ? [[cmp.id, presets]] : [])));
    this.#open = openPlatforms(unit);
    this.#browserRefuses = profile.regime === 'us-opt-out';
    const history = new StoredHistory(unit, { cmps: this.#cmps, presets: this.#presets, open: this.#open });
    this.#written = (asked, state) => history.truth(asked, state);
    for (const activity of [...(unit.commands ?? []), ...unit.activities]) {
      if (activity.consent !== 'grant' && activity.consent !== 'revoke') continue;
      if (!activity.reached || activity.entity?.paused) continue;
      const list = this.#switches.get(activity.vendor.id);
      if (list) list.push(activity);
      else this.#switches.set(activity.vendor.id, [activity]);
    }
    // Defaults themselves stand under conditions on platforms and storage, never on signals.
    const plain: EvaluationContext = { ...this.#platforms, signal: () => ({ yes: 1, no: 1 }) };
    this.evaluate = (guard, state) => evaluateGuard(guard, state, plain);
    this.modes = consentModes(unit, profile, this.evaluate);
    this.gates = new Gates(unit, this.#cmps, this.modes, (moment) => this.#context(moment));
  }

  /** Whether a way leads to its tag, or to a script of nobody known, whatever that then does. */
  routeStates({
    guard,
    order,
    stage,
  }: Pick<Route, 'guard' | 'order'> & Partial<Pick<Route, 'stage'>>): Record<ConsentState, Verdict> {
    const outcomes: Readonly<Record<number, Verdict>> = {
      0: { outcome: 'blocked', certainty: 'certain' },
      1: { outcome: 'unknown', certainty: 'possible' },
      2: { outcome: 'runs', certainty: 'likely' },
    };
    return byState((state) => {
      const { yes } = this.#truth(guard, state, stage ? { order, stage } : { order });
      return outcomes[yes] ?? { outcome: 'runs', certainty: 'certain' };
    });
  }

  /** Of an activity to which several ways lead, the one that is told. */
  told(activity: Activity): Pick<JudgedActivity, 'via' | 'steps'> {
    const [first, ...others] = activity.ways ?? [];
    if (!first) return { steps: activity.steps };
    const { guard, steps } = leadingWay([first, ...others], (one, state) => this.#truth(one, state, activity).yes);
    return { via: guard, steps };
  }

  states(activity: Activity): Record<ConsentState, Verdict> {
    return byState((state) => this.#verdict(activity, state));
  }

  #verdict(activity: Activity, state: ConsentState): Verdict {
    const { yes } = this.#truth(activity.guard, state, activity);
    if (yes === 0) return { outcome: 'blocked', certainty: 'certain' };
    if (yes === 1) return { outcome: 'unknown', certainty: 'possible' };
    const certainty = yes === 2 ? 'likely' : 'certain';
    // What a container does that a zone loads is not in sight.
    if (activity.entity?.kind === 'zone') return { outcome: 'unknown', certainty: 'possible' };
    if (this.#heldBy(activity, state)) return { outcome: 'held', certainty };
    return this.#underConsentMode(activity, state, certainty);
  }

  #truth(guard: Guard, state: ConsentState, moment: Moment): Truth {
    if (guard.op === 'const') return guard.value ? YES : NO;
    let moments = this.#known.get(guard);
    if (!moments) {
      moments = new Map();
      this.#known.set(guard, moments);
    }
    let known = moments.get(moment.order);
    if (!known) {
      known = {};
      moments.set(moment.order, known);
    }
    known[state] ??= evaluateGuard(guard, state, this.#context(moment));
    return known[state];
  }

  get #platforms(): Omit<EvaluationContext, 'signal'> {
    return {
      cmps: this.#cmps,
      presets: this.#presets,
      open: this.#open,
      written: this.#written,
      browserRefuses: this.#browserRefuses,
    };
  }

  /** What the reasons for a verdict are looked up in. */
  get because(): BecauseInput {
    return {
      settingOf: (system, signal, state, moment) => this.#setting(system, signal, state, moment),
      contextOf: (activity) => this.#context(activity),
      momentOf: (activity) => this.#momentOf(activity),
      heldBy: (activity, state) => this.#heldBy(activity, state),
    };
  }

  #context(moment: Moment): EvaluationContext {
    return {
      ...this.#platforms,
      signal: (system, signal, at) => this.#signal(system, signal, at, moment),
    };
  }

  #setting(system: string, signal: string, state: ConsentState, moment: Moment): SignalSetting {
    const set = this.modes.get(system)?.setting(signal, state, moment) ?? { value: 'unset' };
    const category = categoryOfSignal(signal);
    // What comes to a server says what was chosen.
    if (set.value !== 'unset' || category === undefined || this.#unit.kind !== 'server-container') return set;
    return { value: isGranted(category, state) ? 'granted' : 'denied' };
  }

  #signal(system: string, signal: string, state: ConsentState, moment: Moment): Truth {
    switch (this.#setting(system, signal, state, moment).value) {
      case 'granted':
        return { yes: 3, no: 0 };
      case 'denied':
        return { yes: 0, no: 3 };
      case 'open':
        return { yes: 1, no: 1 };
      default: {
        // Nobody set it: it counts as granted, unless the page around the container does.
        if (state === 'all') return { yes: 3, no: 1 };
        return this.#whenUnset;
      }
    }
  }

  /** How surely a signal that the unit does not set counts as granted. */
  get #whenUnset(): Truth {
    const { kind, embedding } = this.#unit;
    if (kind === 'page' || embedding?.sight === 'whole') return { yes: 3, no: 0 };
    return embedding?.sight === 'most' ? { yes: 2, no: 1 } : { yes: 1, no: 1 };
  }

  /** The command by which a vendor's own switch holds an activity: its init and events, not the fetch of its script. */
  #heldBy(activity: Activity, state: ConsentState): Activity | undefined {
    if (activity.kind === 'load' || activity.kind === 'consent' || activity.kind === 'configure') return undefined;
    const switches = this.#switches.get(activity.vendor.id);
    if (!switches) return undefined;
    const active = switches.filter((one) => this.#truth(one.guard, state, one).yes >= 2);
    const revoke = active.findLast((one) => one.consent === 'revoke' && one.order < activity.order);
    // What is held is sent as soon as anything grants, before or after.
    const granted = revoke && active.some((one) => one.consent === 'grant' && one.order > revoke.order);
    return granted ? undefined : revoke;
  }

  /** A library under a consent mode sends nothing before its first command: the order of the commands decides. */
  #momentOf(activity: Activity): Moment {
    if (activity.kind !== 'load') return activity;
    const first = this.#unit.activities.find(
      (one) => one.vendor === activity.vendor && one.kind !== 'load' && one.kind !== 'consent',
    );
    return { ...activity, order: Math.max(activity.order, first?.order ?? Number.POSITIVE_INFINITY) };
  }

  #underConsentMode(activity: Activity, state: ConsentState, certainty: 'certain' | 'likely'): Verdict {
    const mode = activity.vendor.consentMode;
    if (!mode || activity.kind === 'consent' || activity.kind === 'configure') return { outcome: 'runs', certainty };
    const moment = this.#momentOf(activity);
    const values = mode.signals.map((signal) => this.modes.get(mode.system)?.signal(signal, state, moment) ?? 'unset');
    if (values.includes('denied')) return { outcome: 'limited', certainty };
    if (values.includes('open')) return { outcome: 'unknown', certainty: 'possible' };
    if (values.includes('unset') && this.#unit.kind === 'container' && state !== 'all') {
      const { yes } = this.#whenUnset;
      if (yes < 2) return { outcome: 'unknown', certainty: 'possible' };
      if (yes === 2) return { outcome: 'runs', certainty: 'likely' };
    }
    return { outcome: 'runs', certainty };
  }
}

function byState(verdict: (state: ConsentState) => Verdict): Record<ConsentState, Verdict> {
  return {
    'first-visit': verdict('first-visit'),
    refused: verdict('refused'),
    preferences: verdict('preferences'),
    statistics: verdict('statistics'),
    marketing: verdict('marketing'),
    all: verdict('all'),
  };
}

/** Interfaces that a whole page loads without any platform that would answer them: those that then say yes to everything. */
function openPlatforms({ cmps, surroundings }: ExtractedUnit): ReadonlySet<string> {
  const [only, ...others] = cmps.filter(({ loaded }) => loaded);
  const alone = only && others.length === 0 && surroundings?.complete && surroundings.unread === 'none';
  return new Set(alone ? [only.cmp.id] : []);
}

/** Activities that make up one tag: those of one vendor in a page or script, those of one tag in a container. */
function tagsOf(kind: Unit['kind'], activities: readonly JudgedActivity[], judgement: Judgement): Tag[] {
  if (kind === 'gtm-template') return [];
  const groups = new Map<string, JudgedActivity[]>();
  for (const activity of activities) {
    if (!activity.reached || activity.carrier === 'noscript' || activity.kind === 'consent') continue;
    if (activity.carrier === 'element' && activity.urlKind === 'beacon') continue;
    // A server has no first visit. Code that stands in a page runs in the browser, whatever API it calls.
    if (activity.server && kind === 'script') continue;
    const key = `${activity.vendor.id} ${activity.entity ? `${activity.entity.name} ${activity.entity.location.start}` : ''}`;
    const group = groups.get(key);
    if (group) group.push(activity);
    else groups.set(key, [activity]);
  }
  const tags: Tag[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    // Settings alone start nothing: the tag that they are for is elsewhere.
    if (!first || group.every(({ kind }) => kind === 'configure')) continue;
    const sorted = [...group].sort((a, b) => a.order - b.order);
    const { vendor, entity } = first;
    const states = statesOf(sorted);
    const tag = {
      name: entity?.name ?? vendor.name,
      vendor,
      activities: sorted,
      states,
      gate: judgement.gates.of(vendor, sorted),
      because: (state: ConsentState) => because(sorted, state, states[state], judgement.because),
    };
    tags.push(entity ? { ...tag, entity } : tag);
  }
  return tags;
}

const STRONGEST: readonly Outcome[] = ['runs', 'unknown', 'held', 'limited', 'blocked'];

function statesOf(activities: readonly JudgedActivity[]): Record<ConsentState, Verdict> {
  const judged = activities.filter((activity) => activity.kind !== 'configure');
  const sends = judged.filter((activity) => activity.kind !== 'load');
  const entries = CONSENT_STATES.map((state): [ConsentState, Verdict] => {
    // A script whose events wait for the vendor's own switch is fetched and no more: the tag is held.
    const held = sends.some((activity) => activity.states[state].outcome === 'held');
    const counted = held ? sends : judged;
    const verdicts = counted.map((activity) => activity.states[state]);
    for (const outcome of STRONGEST) {
      const matching = verdicts.filter((verdict) => verdict.outcome === outcome);
      const surest = matching.find((verdict) => verdict.certainty === 'certain') ?? matching[0];
      if (surest) return [state, surest];
    }
    return [state, { outcome: 'blocked', certainty: 'certain' }];
  });
  return Object.fromEntries(entries) as Record<ConsentState, Verdict>;
}
