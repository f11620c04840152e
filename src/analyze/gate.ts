/** What stands in front of a tag: a gate, the wrong one, something that only looks like one, or nothing. */
import type { ExtractedUnit, StoredWrite } from '../extract/extracted.ts';
import type { Category, Cmp, Purpose, Vendor } from '../model/catalog.ts';
import { entityTitle } from '../model/evidence.ts';
import type { Certainty } from '../model/finding.ts';
import type { GateKind, GateTest } from '../model/gate.ts';
import { atomsOf, type ConsentState, type Guard } from '../model/guard.ts';
import type { Activity, GateVerdict, JudgedActivity, LoadedCmp, Verdict } from '../model/unit.ts';
import { type ConsentMode, categoryOfSignal } from './consent-mode.ts';
import { type EvaluationContext, evaluateGuard, type Reason, reasonsFor } from './evaluate.ts';
import { isPlatforms, keepsChoice, type TestFacts, testsOf } from './gate-tests.ts';
import { categoryStored, type Stored } from './stored-values.ts';
import { isGranted, NO, YES } from './truth.ts';

const GATED: GateVerdict = { kind: 'gated' };
const RANK: Readonly<Record<Verdict['outcome'], number>> = { runs: 0, held: 1, unknown: 2, limited: 3, blocked: 4 };

/** Judges what stands in front of the tags of one unit. */
export class Gates {
  readonly #cmps: readonly LoadedCmp[];
  readonly #writes: readonly StoredWrite[];
  readonly #facts: TestFacts;
  readonly #modes: ReadonlyMap<string, ConsentMode>;
  readonly #contextOf: (activity: Activity) => EvaluationContext;
  readonly #switches: readonly Activity[];

  /** @param contextOf what conditions are evaluated with when an activity runs */
  constructor(
    {
      cmps,
      writes = [],
      activities,
      commands = [],
    }: Pick<ExtractedUnit, 'cmps' | 'writes' | 'activities' | 'commands'>,
    known: ReadonlyMap<string, Cmp>,
    modes: ReadonlyMap<string, ConsentMode>,
    contextOf: (activity: Activity) => EvaluationContext,
  ) {
    this.#cmps = cmps;
    this.#writes = writes;
    this.#facts = { cmps: known, seen: new Set(cmps.map(({ cmp }) => cmp.id)) };
    this.#modes = modes;
    this.#contextOf = contextOf;
    this.#switches = [...commands, ...activities].filter(
      ({ consent, reached, entity }) => (consent === 'revoke' || consent === 'grant') && reached && !entity?.paused,
    );
  }

  of(vendor: Vendor, activities: readonly JudgedActivity[]): GateVerdict {
    const first = firstIn(activities, 'first-visit');
    if (first) return this.#onFirstVisit(vendor, first, activities);
    return this.#onRefusal(activities) ?? this.#inOtherCategory(vendor, activities) ?? GATED;
  }

  #onFirstVisit(vendor: Vendor, first: JudgedActivity, activities: readonly JudgedActivity[]): GateVerdict {
    const { outcome } = first.states['first-visit'];
    if (outcome === 'unknown') {
      if (this.#blockedEarly(first)) return GATED;
      const open = this.#withoutField(first);
      if (open) return open;
      return this.#inOtherCategory(vendor, activities, withDefaults(this.#contextOf(first))) ?? { kind: 'none', first };
    }
    if (outcome !== 'runs') return { kind: 'none', first };
    const reasons = this.#reasons(first, 'first-visit');
    const tests = [
      ...testsOf(first, 'first-visit', reasons, this.#facts),
      ...this.#switchTests(vendor, activities),
      ...this.#updateTests(vendor, activities),
    ];
    // A blocker that stands first knows the tag, or it does not: nothing can be said against the page.
    if (this.#blockedEarly(first) && !tests.some(({ kind }) => kind === 'exempt')) return GATED;
    const late = this.#lateBlocker(first);
    if (late) {
      // What waits for a scroll or some seconds comes after a blocker that only loads late.
      if (tests.some(({ kind }) => kind === 'delay' || kind === 'interaction' || kind === 'visibility')) return GATED;
      if (tests.every(({ kind }) => kind === 'attribute')) return { kind: 'late-blocker', first, cmp: late };
    }
    // In blocked markup the word was chosen for the tag: that is the wrong category rather than no gate.
    const free = reasons.find(({ atom, negated }) => !negated && atom.kind === 'consent' && atom.markup);
    if (free?.atom.kind === 'consent' && free.atom.category === 'necessary' && vendor.category !== 'necessary')
      return wrong(first, vendor, 'necessary', free, free.atom.word, first.states['first-visit'].certainty);
    if (tests.length === 0) return { kind: 'none', first };
    return {
      kind: 'ineffective',
      first,
      state: 'first-visit',
      certainty: first.states['first-visit'].certainty,
      tests,
    };
  }

  /** A gate that asks an incoming event for a refusal, and lets pass what carries none. */
  #withoutField(first: JudgedActivity): GateVerdict | undefined {
    const fields = atomsOf(first.guard).flatMap(({ atom, location }) =>
      atom.kind === 'condition' && atom.topic === 'field' ? [{ subject: atom.text, location }] : [],
    );
    if (fields.length === 0) return undefined;
    const assumed = (atom: Reason['atom']) => (atom.kind === 'condition' && atom.topic === 'field' ? NO : undefined);
    if (evaluateGuard(first.guard, 'refused', { ...this.#contextOf(first), assumed }).yes < 2) return undefined;
    const tests = fields.map(({ subject, location }): GateTest => {
      const test: GateTest = { kind: 'missing-field', subject };
      return location ? { ...test, location } : test;
    });
    return { kind: 'ineffective', first, state: 'first-visit', certainty: 'likely', tests };
  }

  /** The vendor's own switch, where it is there and does not hold: it comes too late, or is turned on again. */
  #switchTests(vendor: Vendor, activities: readonly JudgedActivity[]): GateTest[] {
    const own = this.#switches.filter((one) => one.vendor.id === vendor.id);
    const [sent] = activities.filter(({ kind, states }) => kind !== 'load' && states['first-visit'].outcome === 'runs');
    if (!sent || own.length === 0) return [];
    const holds = (one: Activity, state: ConsentState): boolean =>
      evaluateGuard(one.guard, state, this.#contextOf(one)).yes >= 2;
    const revokes = own.filter(({ consent }) => consent === 'revoke');
    const grant = own.find((one) => one.consent === 'grant' && holds(one, 'first-visit'));
    const active = revokes.find((one) => holds(one, 'first-visit'));
    if (active && grant) return [switchTest('grants-itself', grant)];
    if (active) return active.order > sent.order ? [switchTest('late-switch', active)] : [];
    const refused = revokes.find((one) => holds(one, 'refused'));
    return refused ? [switchTest('refused-switch', refused)] : [];
  }

  /** A denied default that an update grants again before anybody has chosen: what the update waits for is no gate. */
  #updateTests({ consentMode }: Vendor, activities: readonly JudgedActivity[]): readonly GateTest[] {
    const sent = activities.find(({ kind, states }) => kind !== 'load' && states['first-visit'].outcome === 'runs');
    const update =
      consentMode && sent && this.#modes.get(consentMode.system)?.grantingUpdate(consentMode.signals, sent);
    if (!update) return [];
    const tests = testsOf(update, 'first-visit', this.#reasons(update, 'first-visit'), this.#facts);
    return tests.length > 0 ? tests : [switchTest('updated', update)];
  }

  /** Silent on a first visit, and runs once the visitor has refused. */
  #onRefusal(activities: readonly JudgedActivity[]): GateVerdict | undefined {
    const first = firstIn(activities, 'refused');
    if (first?.states.refused.outcome !== 'runs') return undefined;
    const reasons = this.#reasons(first, 'refused');
    const tests = testsOf(first, 'refused', reasons, this.#facts);
    if (tests.length === 0) return undefined;
    const stored = reasons.flatMap(({ atom, negated }) => (!negated && atom.kind === 'storage' ? [atom] : []));
    const there = stored.map((atom) => this.#storedByRefusal(atom, first));
    if (there.includes('no')) return undefined;
    const certainty = there.includes('unknown') ? 'possible' : first.states.refused.certainty;
    return { kind: 'ineffective', first, state: 'refused', certainty, tests };
  }

  /** Whether a value that a tag asks for is there after a refusal: the platform's is, the site's own where it stores it. */
  #storedByRefusal(atom: Stored, activity: JudgedActivity): 'yes' | 'no' | 'unknown' {
    if (atom.test !== 'present') return 'yes';
    if (isPlatforms(atom, this.#facts)) return 'yes';
    // A value that is stored for another purpose (a login, a campaign) says nothing of a refusal.
    if (!keepsChoice(atom, this.#facts)) return 'unknown';
    const writes = this.#writes.filter(
      ({ key, store, reached }) => reached && key === atom.key && store === atom.store,
    );
    if (writes.length === 0) return 'unknown';
    const context = this.#contextOf(activity);
    return writes.some(({ guard }) => evaluateGuard(guard, 'refused', context).yes >= 2) ? 'yes' : 'no';
  }

  /** @param assuming what the conditions are evaluated with, where that is more than the unit says */
  #inOtherCategory(
    vendor: Vendor,
    activities: readonly JudgedActivity[],
    assuming?: EvaluationContext,
  ): GateVerdict | undefined {
    if (vendor.category === 'necessary') return undefined;
    const covering = coveringCategories(vendor);
    for (const state of ['statistics', 'preferences'] as const) {
      if (covering.includes(state)) continue;
      const first = firstIn(activities, state);
      if (!first) continue;
      const runs = assuming
        ? opensIn(first.guard, state, assuming)
        : first.states[state].outcome === 'runs' && first.states[state].certainty;
      if (!runs) continue;
      for (const reason of reasonsFor(first.guard, state, assuming ?? this.#contextOf(first))) {
        const word = reason.negated ? undefined : this.#wordFor(reason.atom, state);
        if (word !== undefined) return wrong(first, vendor, state, reason, word, runs);
      }
    }
    return undefined;
  }

  /** The word with which a condition asks for a category, where it is sure that it is this category. */
  #wordFor(atom: Reason['atom'], category: Category): string | undefined {
    if (atom.kind === 'signal') return categoryOfSignal(atom.signal) === category ? atom.signal : undefined;
    if (atom.kind === 'storage') return categoryStored(atom, this.#facts) === category ? atom.text : undefined;
    if (atom.kind !== 'consent' || atom.category !== category) return undefined;
    const cmp = this.#facts.cmps.get(atom.cmp);
    const known = cmp
      ? cmp.words[category].some((word) => word.toLowerCase() === atom.word.toLowerCase()) ||
        cmp.events.some((event) => event.dataLayer === atom.word && event.category === category)
      : true;
    return known || PLAIN[category].test(atom.word) ? atom.word : undefined;
  }

  #reasons(activity: Activity, state: ConsentState): readonly Reason[] {
    return reasonsFor(activity.guard, state, this.#contextOf(activity));
  }

  /** A platform that blocks by itself, and stands synchronously before the activity. */
  #blockedEarly(first: JudgedActivity): boolean {
    return this.#cmps.some(
      ({ loader }) => loader?.blocks && loader.how === 'synchronous' && loader.order <= first.order,
    );
  }

  /** A platform that blocks by itself, but is loaded after the activity or at some time of its own. */
  #lateBlocker(first: JudgedActivity): Cmp | undefined {
    if (first.carrier === 'tag') return undefined;
    return this.#cmps.find(
      ({ loader }) => loader?.blocks && (loader.how !== 'synchronous' || loader.order > first.order),
    )?.cmp;
  }
}

function switchTest(kind: GateKind, { label, location, entity, tagShape }: Activity): GateTest {
  return { kind, subject: tagShape && entity ? entityTitle(entity, 'tag') : label, location };
}

/** Words that name their category in so many letters, in a site's own code. */
const PLAIN: Readonly<Record<Category, RegExp>> = {
  necessary: /^(?:strictly[\s_-]?)?(?:necessary|essential)$/i,
  preferences: /^(?:preferences?|functional(?:ity)?|personali[sz]ation)$/i,
  statistics: /^(?:statistics?|analytics?|performance|measurement)$/i,
  marketing: /^(?:marketing|advertising|advertisement|ads?|targeting)$/i,
};

/** As if a default on the page around a container denied every signal, and an update told the choice. */
function withDefaults(context: EvaluationContext): EvaluationContext {
  return {
    ...context,
    signal: (_, signal, state) => {
      const category = categoryOfSignal(signal);
      if (category === undefined) return { yes: 1, no: 1 };
      return isGranted(category, state) ? YES : NO;
    },
  };
}

/** How surely a guard that is shut on a first visit opens in a state. */
function opensIn(guard: Guard, state: ConsentState, context: EvaluationContext): 'likely' | undefined {
  if (evaluateGuard(guard, 'first-visit', context).yes > 0) return undefined;
  return evaluateGuard(guard, state, context).yes >= 2 ? 'likely' : undefined;
}

function wrong(
  first: JudgedActivity,
  vendor: Vendor,
  category: Category,
  { location }: Reason,
  word: string,
  certainty: Certainty,
): GateVerdict {
  const covering = coveringCategories(vendor);
  const found = { kind: 'wrong-category' as const, first, category, word, covering, certainty };
  return location ? { ...found, location } : found;
}

const COVERING: Readonly<Record<Purpose, readonly Category[]>> = {
  ads: ['marketing'],
  affiliate: ['marketing'],
  'marketing-automation': ['marketing'],
  analytics: ['statistics', 'marketing'],
  replay: ['statistics', 'marketing'],
  cdp: ['statistics', 'marketing'],
  'ab-testing': ['preferences', 'statistics', 'marketing'],
  'tag-manager': ['preferences', 'statistics', 'marketing'],
  chat: ['preferences', 'statistics', 'marketing'],
  embed: ['preferences', 'statistics', 'marketing'],
  captcha: ['preferences', 'statistics', 'marketing'],
  form: ['preferences', 'statistics', 'marketing'],
  font: ['preferences', 'statistics', 'marketing'],
};

/** The categories that cover what a vendor is there for: for several purposes any that covers one of them. */
function coveringCategories(vendor: Vendor): readonly Category[] {
  return [...new Set([vendor.category, ...vendor.purposes.flatMap((purpose) => COVERING[purpose])])];
}

/**
 * The activity of a tag that says most of it in a state: what runs before what is held or unknown, the loader or the start
 * of the library before an event that a framework happens to run first.
 */
function firstIn(activities: readonly JudgedActivity[], state: ConsentState): JudgedActivity | undefined {
  const firing = activities.filter(
    ({ kind, states }) => kind !== 'configure' && kind !== 'consent' && states[state].outcome !== 'blocked',
  );
  // A script whose events wait for the vendor's own switch is fetched all the same.
  const active = firing.filter(({ states }) => states[state].outcome !== 'held');
  const [first] = [...(active.length > 0 ? active : firing)].sort(
    (a, b) =>
      RANK[a.states[state].outcome] - RANK[b.states[state].outcome] ||
      Number(a.kind === 'event') - Number(b.kind === 'event') ||
      a.order - b.order,
  );
  return first;
}
