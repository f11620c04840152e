/** Which command is to blame where tags of a consent mode run in full on a first visit. */

import type { Cmp } from '../model/catalog.ts';
import { type ConsentModeFact, type ConsentModeFault, regionsOf, signalProblems } from '../model/consent-mode.ts';
import { atomsOf } from '../model/guard.ts';
import type { SiteProfile } from '../model/profile.ts';
import type { Activity, JudgedActivity, Tag, Unit } from '../model/unit.ts';
import { alternativesOf, originsOf, propertyOf, textOf, type Value } from '../model/value.ts';
import {
  type ConsentMode,
  countriesOf,
  type Evaluate,
  isBefore,
  isTracking,
  type Moment,
  settingOf,
  tablesIn,
} from './consent-mode.ts';
import type { Truth } from './evaluate.ts';

const FIRST = 'first-visit';
const PAGE_VIEW = 2;

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

/** What the unit says of a consent mode, for the rules. */
export function consentModeFact(mode: ConsentMode, input: FaultInput): ConsentModeFact {
  const faults = new Faults(mode, input);
  return {
    system: mode.system,
    signals: input.signals(mode.system),
    default: faults.runs.length > 0 ? 'set' : mode.platform ? 'platform' : mode.assumed ? 'assumed' : 'none',
    faults: faults.all(),
    uncovered: faults.uncovered(),
    neverUpdated: faults.neverUpdated(),
  };
}

/** A default that may run on a first visit. */
interface Running {
  readonly activity: JudgedActivity;
  readonly truth: Truth;
}

/** A tag that asks the consent mode, with the moment at which it first does. */
interface Asking {
  readonly tag: Tag;
  readonly moment: Moment;
  readonly signals: readonly string[];
}

type Given = 'granted' | 'denied' | 'depends' | 'perhaps';

class Faults {
  readonly #mode: ConsentMode;
  readonly #input: FaultInput;
  readonly runs: readonly Running[];
  readonly #asking: readonly Asking[];
  readonly #all: ConsentModeFault[] = [];

  constructor(mode: ConsentMode, input: FaultInput) {
    this.#mode = mode;
    this.#input = input;
    this.runs = mode.defaults.flatMap((activity): Running[] => {
      const judged = input.judged.get(activity);
      const truth = input.evaluate(activity.guard, FIRST);
      return judged && truth.yes >= 1 ? [{ activity: judged, truth }] : [];
    });
    this.#asking = input.tags.flatMap((tag) => this.#asks(tag) ?? []);
  }

  all(): readonly ConsentModeFault[] {
    if (this.#input.kind === 'server-container') return [];
    this.#granted();
    this.#late();
    this.#misspelt();
    this.#ignored();
    return this.#all;
  }

  /** Tags in full use whose signals no default sets, though one sets others. */
  uncovered(): ConsentModeFact['uncovered'] {
    if (this.runs.length === 0) return [];
    const blamed = new Set(this.#all.flatMap(({ tags }) => tags));
    return this.#asking.flatMap(({ tag, moment, signals }) => {
      if (blamed.has(tag) || !isFull(tag)) return [];
      const open = signals.filter((signal) => this.#mode.signal(signal, FIRST, moment) === 'unset');
      return open.length === 0 ? [] : [{ tag, signals: open }];
    });
  }

  /** The first default that denies, on a page where nothing can ever take it back. */
  neverUpdated(): JudgedActivity | undefined {
    const { whole, activities, cmps } = this.#input;
    if (!whole || this.#mode.updates.length > 0 || this.#mode.platform) return undefined;
    if (cmps.some(({ cmp }) => cmp.updatesGoogle)) return undefined;
    if (activities.some((one) => one.consent === 'update' || one.ignored)) return undefined;
    const denies = ({ activity, truth }: Running): boolean =>
      truth.yes === 3 &&
      this.#tables(activity).some(
        (table) =>
          table.kind === 'object' &&
          table.properties.some(({ key, value }) => isTracking(key) && textOf(value) === 'denied'),
      );
    const found = this.runs.find(denies)?.activity;
    return found && this.#asking.length > 0 ? found : undefined;
  }

  #asks(tag: Tag): Asking | undefined {
    const { vendor, entity } = tag;
    if (vendor.consentMode?.system !== this.#mode.system || entity?.paused) return undefined;
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

  #granted(): void {
    const signals = new Set(
      this.runs.flatMap(({ activity }) =>
        this.#tables(activity).flatMap((table) =>
          table.kind === 'object' ? table.properties.map(({ key }) => key) : [],
        ),
      ),
    );
    const found = new Map<JudgedActivity, { signals: Map<string, string[]>; possible: boolean; elsewhere: boolean }>();
    const countries = countriesOf(this.#input.profile);
    for (const signal of [...signals].filter(isTracking)) {
      if (this.#isTakenBack(signal)) continue;
      for (const country of countries) {
        const given = this.#givenIn(country, signal);
        if (!given) continue;
        const entry = found.get(given.by) ?? { signals: new Map(), possible: true, elsewhere: true };
        entry.signals.set(signal, [...(entry.signals.get(signal) ?? []), country]);
        if (given.value !== 'perhaps') entry.possible = false;
        if (given.value !== 'elsewhere') entry.elsewhere = false;
        found.set(given.by, entry);
      }
    }
    for (const [command, { signals: open, possible, elsewhere }] of found) {
      const names = [...open.keys()];
      const most = [...open.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
      const tags = this.#asking
        .filter((one) => isFull(one.tag) && one.signals.some((signal) => open.has(signal)))
        .map(({ tag }) => tag)
        .filter((tag) => !tag.vendor.purposes.includes('tag-manager'));
      const certainty =
        possible || command.states[FIRST].outcome === 'unknown' ? 'possible' : command.states[FIRST].certainty;
      const regions = most.length === countries.length ? [] : most;
      this.#all.push({ kind: 'granted', command, certainty, signals: names, regions, elsewhere, tags });
    }
  }

  /** What a visitor from a country starts with, where that is a grant, and the command that it is owed to. */
  #givenIn(country: string, signal: string): { by: JudgedActivity; value: Given | 'elsewhere' } | undefined {
    let best: { by: JudgedActivity; value: Given; specific: boolean } | undefined;
    let elsewhere: JudgedActivity | undefined;
    for (const { activity, truth } of this.runs) {
      for (const table of this.#tables(activity)) {
        if (table.kind !== 'object') return undefined;
        const value = propertyOf(table, signal);
        const codes = regionsOf(table);
        if (!value) {
          if (table.rest.length > 0) return undefined;
          continue;
        }
        if (codes === null) return undefined;
        if (codes && !codes.some((code) => code.split('-', 1)[0] === country)) {
          elsewhere ??= activity;
          continue;
        }
        const specific = codes !== undefined;
        if (best?.specific && !specific) continue;
        const given = truth.yes < 2 ? 'depends' : this.#valueOf(value);
        // A command under a condition that may not hold leaves what was said before.
        const open = truth.no >= 2 && best && best.specific === specific && best.value !== given;
        best = { by: given === 'granted' || !best ? activity : best.by, value: open ? 'perhaps' : given, specific };
        if (!open) best = { ...best, by: activity };
      }
    }
    if (best) return best.value === 'granted' || best.value === 'perhaps' ? best : undefined;
    const misspelt =
      elsewhere && this.#problems(elsewhere).some(({ kind }) => kind === 'region' || kind === 'region-form');
    return elsewhere && !misspelt && !this.#mode.platform ? { by: elsewhere, value: 'elsewhere' } : undefined;
  }

  #valueOf(value: Value): Given {
    const setting = settingOf(value, (guard) => this.#input.evaluate(guard, FIRST));
    if (setting !== 'depends') return setting;
    // A stored choice is none on a first visit; a page's own setting may be anything.
    const stored = originsOf(value).some(
      ({ kind, name }) => kind === 'cookie' || kind === 'storage' || /consent|cookie|cmp|gdpr|optin|opt_in/i.test(name),
    );
    const texts = alternativesOf(value).map(textOf);
    if (stored || (value.kind === 'choice' && !texts.includes('granted'))) return 'depends';
    return value.kind === 'literal' ? 'depends' : 'perhaps';
  }

  /** An update that certainly runs denies what the default granted. */
  #isTakenBack(signal: string): boolean {
    return this.#mode.updates.some((update) => {
      const { yes, no } = this.#input.evaluate(update.guard, FIRST);
      return (
        yes === 3 &&
        no === 0 &&
        this.#tables(update).every((table) => {
          const value = propertyOf(table, signal);
          return value !== undefined && this.#valueOf(value) === 'denied';
        })
      );
    });
  }

  #late(): void {
    const late = new Map<
      JudgedActivity,
      { kind: 'late' | 'race'; signals: Set<string>; tags: Tag[]; certain: boolean }
    >();
    const blamed = new Set(this.#all.flatMap(({ tags }) => tags));
    const blame = (
      command: JudgedActivity,
      kind: 'late' | 'race',
      signal: string,
      tag: Tag,
      certain: boolean,
    ): void => {
      const entry = late.get(command) ?? { kind, signals: new Set(), tags: [], certain: false };
      entry.signals.add(signal);
      if (kind === 'late') entry.kind = kind;
      if (certain) entry.certain = true;
      if (!entry.tags.includes(tag)) entry.tags.push(tag);
      late.set(command, entry);
    };
    if (this.#mode.platform || this.#mode.assumed) return;
    for (const { tag, moment, signals } of this.#asking) {
      if (blamed.has(tag)) continue;
      for (const signal of signals) {
        const sets = this.#settersOf(signal);
        if (sets.some((one) => isBefore(one.activity, moment) && !isRace(one.activity, moment))) continue;
        for (const { activity, truth, afterChoice } of sets) {
          if (isBefore(activity, moment) && !afterChoice) blame(activity, 'race', signal, tag, false);
          else if (afterChoice || truth.yes >= 2)
            blame(activity, 'late', signal, tag, isCertain(activity, moment, tag));
        }
      }
    }
    for (const [command, { kind, signals, tags, certain }] of late) {
      this.#all.push({
        kind,
        command,
        certainty: certain && kind === 'late' ? 'certain' : 'likely',
        signals: [...signals],
        regions: [],
        elsewhere: false,
        tags,
      });
    }
  }

  /** Defaults that set a signal for the regime's countries, those included that only a choice sets off. */
  #settersOf(signal: string): { activity: JudgedActivity; truth: Truth; afterChoice: boolean }[] {
    const countries = countriesOf(this.#input.profile);
    return this.#mode.defaults.flatMap((command) => {
      const activity = this.#input.judged.get(command);
      const truth = this.#input.evaluate(command.guard, FIRST);
      if (!activity) return [];
      const afterChoice =
        truth.yes === 0 &&
        atomsOf(command.guard).some(
          ({ atom }) => atom.kind === 'consent' || atom.kind === 'decided' || atom.kind === 'click',
        );
      if (truth.yes === 0 && !afterChoice) return [];
      const sets = this.#tables(activity).some((table) => {
        const codes = regionsOf(table);
        const reaches = !codes || codes.some((code) => countries.includes(code.split('-', 1)[0] ?? ''));
        return table.kind === 'object' ? reaches && propertyOf(table, signal) !== undefined : !afterChoice;
      });
      return sets ? [{ activity, truth, afterChoice }] : [];
    });
  }

  #misspelt(): void {
    const blamed = new Set(this.#all.flatMap(({ tags }) => tags));
    for (const { activity } of this.runs) {
      const problems = this.#problems(activity).filter(({ kind }) => kind !== 'setting' && kind !== 'value');
      if (problems.length === 0) continue;
      const region = problems.some(({ kind }) => kind !== 'signal');
      const open = (signal: string, moment: Moment): boolean =>
        this.#mode.signal(signal, FIRST, moment) === 'unset' && (region || problems.some(({ key }) => key === signal));
      const tags = this.#asking.filter(
        ({ tag, moment, signals }) => !blamed.has(tag) && isFull(tag) && signals.some((signal) => open(signal, moment)),
      );
      if (tags.length === 0) continue;
      this.#all.push({
        kind: 'misspelt',
        command: activity,
        certainty: 'certain',
        signals: problems.map(({ key }) => key),
        regions: [],
        elsewhere: false,
        tags: tags.map(({ tag }) => tag),
      });
    }
  }

  #ignored(): void {
    const blamed = new Set(this.#all.flatMap(({ tags }) => tags));
    const command = this.#input.activities.find(
      (one) =>
        one.ignored !== undefined &&
        one.reached &&
        !one.entity?.paused &&
        one.vendor.consentMode?.system === this.#mode.system &&
        (one.ignored.intended ?? 'default') === 'default' &&
        one.states[FIRST].outcome !== 'blocked',
    );
    if (!command || this.runs.length > 0 || this.#mode.platform) return;
    const tags = this.#asking.filter(({ tag }) => !blamed.has(tag) && isFull(tag)).map(({ tag }) => tag);
    const { certainty } = command.states[FIRST];
    this.#all.push({ kind: 'ignored', command, certainty, signals: [], regions: [], elsewhere: false, tags });
  }

  #problems(activity: Activity): ReturnType<typeof signalProblems> {
    const known = activity.vendor.consentSignals;
    return known ? this.#tables(activity).flatMap((table) => signalProblems(table, known)) : [];
  }

  #tables(activity: Activity): readonly Value[] {
    return tablesIn(activity, (guard) => this.#input.evaluate(guard, FIRST));
  }
}

/** The tag runs on a first visit, and nothing holds its storage back as far as the unit tells. */
function isFull(tag: Tag): boolean {
  const { outcome } = tag.states[FIRST];
  return outcome === 'runs' || outcome === 'unknown';
}

/** A container fires two tags of one phase in an order of its own; what Custom HTML pushes may come after either. */
function isRace(command: Moment, tag: Moment): boolean {
  const { stage } = command;
  if (!stage || !tag.stage) return false;
  return stage.markup && stage.phase === 0 && tag.stage.phase <= PAGE_VIEW;
}

function isCertain(command: Moment, moment: Moment, tag: Tag): boolean {
  // The tags behind a tag manager are not in sight.
  if (tag.vendor.purposes.includes('tag-manager')) return false;
  const [mine, its] = [command.stage, moment.stage];
  if (!mine || !its) return true;
  return mine.markup || mine.phase > its.phase || mine.priority < its.priority;
}
