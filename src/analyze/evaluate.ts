/** Evaluates guards in consent states. */
import type { Catalog, Cmp, CmpPreset } from '../model/catalog.ts';
import { type Atom, atomsOf, type ConsentState, type Guard } from '../model/guard.ts';
import type { Location } from '../text/location.ts';
import { categoryIn, type Stored, type StoredFacts, speaksOfChoice, storedTruth } from './stored-values.ts';
import { EITHER, isGranted, type Level, NO, stronger, type Truth, weaker, YES } from './truth.ts';

export interface EvaluationContext extends StoredFacts {
  /** By platform the words that the unit's settings grant without a choice; the empty word stands for all. */
  readonly presets: ReadonlyMap<string, ReadonlyMap<string, CmpPreset['grants']>>;
  /** Ids of interfaces behind which the unit shows no platform. */
  readonly open: ReadonlySet<string>;
  /** What a test on a stored value comes to by what the unit itself stores; undefined where that does not tell. */
  readonly written?: (asked: Stored, state: ConsentState) => Truth | undefined;
  /** Conditions that are known by the way by which a state was reached. */
  readonly assumed?: (atom: Atom) => Truth | undefined;
  /** An opted-out visitor's browser says so itself: what the regime calls refused. */
  readonly browserRefuses?: boolean;
  /** Whether a signal of a consent mode is granted in a state. */
  signal(system: string, signal: string, state: ConsentState): Truth;
}

/** How many conditions that a guard asks more than once are told apart by cases. */
const MAX_SPLITS = 5;

/** The truth of a guard; a condition that it asks in several places has one answer in all of them. */
export function evaluateGuard(guard: Guard, state: ConsentState, context: EvaluationContext): Truth {
  const repeated = repeatedIn(guard);
  const choices = choicesIn(guard);
  const informed = choices.size === 0 ? context : { ...context, choices };
  return repeated.length === 0
    ? evaluate(guard, state, informed, NONE)
    : split(guard, repeated, 0, NONE, state, informed);
}

const CHOICES = new WeakMap<Guard, ReadonlySet<string>>();

/** The keys of stored values that a guard compares with words of choice. */
function choicesIn(guard: Guard): ReadonlySet<string> {
  let found = CHOICES.get(guard);
  if (!found) {
    const keys = new Set<string>();
    for (const { atom } of atomsOf(guard)) {
      if (atom.kind !== 'storage' || atom.key === undefined || atom.text === undefined) continue;
      if (speaksOfChoice(atom.text)) keys.add(atom.key);
    }
    found = keys;
    CHOICES.set(guard, found);
  }
  return found;
}

type Known = ReadonlyMap<string, boolean>;
const NONE: Known = new Map();

function split(
  guard: Guard,
  repeated: readonly AtomGuard[],
  index: number,
  known: Known,
  state: ConsentState,
  context: EvaluationContext,
): Truth {
  const one = repeated[index];
  if (!one) return evaluate(guard, state, context, known);
  const truth = evaluateAtom(one.atom, state, context);
  if (truth.yes === 0 || truth.no === 0) return split(guard, repeated, index + 1, known, state, context);
  const key = keyOf(one);
  const where = split(guard, repeated, index + 1, new Map(known).set(key, true), state, context);
  const elsewhere = split(guard, repeated, index + 1, new Map(known).set(key, false), state, context);
  return {
    yes: stronger(weaker(truth.yes, where.yes), weaker(truth.no, elsewhere.yes)),
    no: stronger(weaker(truth.yes, where.no), weaker(truth.no, elsewhere.no)),
  };
}

type AtomGuard = Extract<Guard, { op: 'atom' }>;
const KEYS = new WeakMap<AtomGuard, string>();
const REPEATED = new WeakMap<Guard, readonly AtomGuard[]>();
const MAX_NODES = 400;

function keyOf(guard: AtomGuard): string {
  let key = KEYS.get(guard);
  if (key === undefined) {
    key = `${Object.values(guard.atom).join(' ')} ${guard.location?.start ?? ''} ${guard.location?.source.name ?? ''}`;
    KEYS.set(guard, key);
  }
  return key;
}

/** The conditions that stand more than once in a guard. */
function repeatedIn(guard: Guard): readonly AtomGuard[] {
  if (guard.op === 'atom' || guard.op === 'const') return [];
  let found = REPEATED.get(guard);
  if (found) return found;
  const seen = new Map<string, { guard: AtomGuard; count: number }>();
  let nodes = 0;
  const visit = (at: Guard): void => {
    if (++nodes > MAX_NODES || at.op === 'const') return;
    if (at.op === 'not') visit(at.of);
    else if (at.op !== 'atom') for (const operand of at.of) visit(operand);
    else {
      const entry = seen.get(keyOf(at));
      if (entry) entry.count++;
      else seen.set(keyOf(at), { guard: at, count: 1 });
    }
  };
  visit(guard);
  found = [...seen.values()]
    .filter(({ count }) => count > 1)
    .slice(0, MAX_SPLITS)
    .map((entry) => entry.guard);
  REPEATED.set(guard, found);
  return found;
}

function evaluate(guard: Guard, state: ConsentState, context: EvaluationContext, known: Known): Truth {
  switch (guard.op) {
    case 'const':
      return guard.value ? YES : NO;
    case 'not': {
      const { yes, no } = evaluate(guard.of, state, context, known);
      return { yes: no, no: yes };
    }
    case 'and': {
      let yes: Level = 3;
      let no: Level = 0;
      const told = guard.of.some(tellsButton);
      for (const one of guard.of) {
        if (told && isAnyButton(one)) continue;
        const truth = evaluate(one, state, context, known);
        yes = weaker(yes, truth.yes);
        no = stronger(no, truth.no);
      }
      return { yes, no };
    }
    case 'or': {
      let yes: Level = 0;
      let no: Level = 3;
      for (const one of guard.of) {
        const truth = evaluate(one, state, context, known);
        yes = stronger(yes, truth.yes);
        no = weaker(no, truth.no);
      }
      return { yes, no };
    }
    case 'atom': {
      const assumed = known.size === 0 ? undefined : known.get(keyOf(guard));
      if (assumed !== undefined) return assumed ? YES : NO;
      return evaluateAtom(guard.atom, state, context);
    }
  }
}

/** A click on some button of a banner. */
function isAnyButton(guard: Guard): boolean {
  return guard.op === 'atom' && guard.atom.kind === 'click' && guard.atom.meaning === 'unknown';
}

/** Says which button was clicked: what hears the clicks of a whole banner asks for it inside. */
function tellsButton(guard: Guard): boolean {
  if (guard.op === 'atom')
    return guard.atom.kind === 'click' && (guard.atom.meaning === 'accept' || guard.atom.meaning === 'refuse');
  if (guard.op === 'not') return tellsButton(guard.of);
  return guard.op === 'or' ? guard.of.every(tellsButton) : guard.op === 'and' && guard.of.some(tellsButton);
}

/** A condition that makes a guard hold, with the side on which it must stand. */
export interface Reason {
  readonly atom: Atom;
  readonly negated: boolean;
  readonly location?: Location;
}

/** The conditions that make a guard hold in a state: of alternatives the strongest, and of these the shortest. */
export function reasonsFor(guard: Guard, state: ConsentState, context: EvaluationContext): readonly Reason[] {
  return reasons(guard, true, state, context).found;
}

function reasons(
  guard: Guard,
  wanted: boolean,
  state: ConsentState,
  context: EvaluationContext,
): { level: Level; found: readonly Reason[] } {
  if (guard.op === 'const') return { level: guard.value === wanted ? 3 : 0, found: [] };
  if (guard.op === 'not') return reasons(guard.of, !wanted, state, context);
  if (guard.op === 'atom') {
    const { yes, no } = evaluateAtom(guard.atom, state, context);
    const one = { atom: guard.atom, negated: !wanted };
    const reason: Reason = guard.location ? { ...one, location: guard.location } : one;
    return { level: wanted ? yes : no, found: [reason] };
  }
  const parts = guard.of.map((part) => reasons(part, wanted, state, context));
  if ((guard.op === 'and') === wanted) {
    return {
      level: parts.reduce<Level>((level, part) => weaker(level, part.level), 3),
      found: parts.flatMap(({ found }) => found),
    };
  }
  const [best] = parts.sort((a, b) => b.level - a.level || a.found.length - b.found.length);
  return best ?? { level: 0, found: [] };
}

/**
 * The conditions that keep a guard from being true more surely than it is in a state: of conditions that must all hold the
 * weakest, of alternatives those of each. Empty where it is true, or where what it asks contradicts itself.
 */
export function limitsOf(
  guard: Guard,
  state: ConsentState,
  context: EvaluationContext,
): { readonly level: Level; readonly found: readonly Reason[] } {
  return limits(guard, true, state, context);
}

function limits(
  guard: Guard,
  wanted: boolean,
  state: ConsentState,
  context: EvaluationContext,
): { level: Level; found: readonly Reason[] } {
  if (guard.op === 'const' || guard.op === 'atom') return reasons(guard, wanted, state, context);
  if (guard.op === 'not') return limits(guard.of, !wanted, state, context);
  const parts = guard.of.map((part) => limits(part, wanted, state, context));
  const all = (guard.op === 'and') === wanted;
  const level = parts.map((part) => part.level).reduce(all ? weaker : stronger, all ? 3 : 0);
  if (level === 3) return { level, found: [] };
  const counted = all ? parts.filter((part) => part.level === level).slice(0, 1) : parts;
  return { level, found: counted.flatMap(({ found }) => found) };
}

function evaluateAtom(atom: Atom, state: ConsentState, context: EvaluationContext): Truth {
  const assumed = context.assumed?.(atom);
  if (assumed) return assumed;
  switch (atom.kind) {
    case 'storage':
      return context.written?.(atom, state) ?? storedTruth(atom, state, context);
    case 'consent': {
      if (atom.category === 'necessary') return YES;
      const preset = presetOf(atom, context);
      if (preset === 'always') return YES;
      if (state === 'first-visit') {
        if (preset) return YES;
        return atom.failsOpen && context.open.has(atom.cmp) ? { yes: 1, no: 2 } : NO;
      }
      if (state === 'refused') return NO;
      if (atom.category === undefined) return state === 'all' ? YES : { yes: 1, no: 2 };
      return isGranted(atom.category, state) ? YES : NO;
    }
    case 'decided':
      return state === 'first-visit' ? NO : YES;
    case 'refused':
      return state === 'refused' ? YES : NO;
    case 'signal':
      return context.signal(atom.system, atom.signal, state);
    case 'auto-block':
      // The blocker knows what its scan found; whether it knows this tag, the page does not say.
      return isGranted(atom.category, state) ? YES : { yes: 1, no: 2 };
    case 'click':
      switch (atom.meaning) {
        case 'accept':
          return accepted(atom.target, state);
        case 'refuse':
          return state === 'first-visit' ? NO : state === 'all' ? { yes: 1, no: 3 } : EITHER;
        case 'other':
          return { yes: 2, no: 3 };
        case 'unknown':
          return { yes: 1, no: 3 };
      }
      break;
    case 'includer':
      return { yes: atom.gates ? 1 : 2, no: 3 };
    case 'site-event':
      return { yes: 2, no: 3 };
    case 'condition':
      switch (atom.topic) {
        case 'free':
        case 'applies':
        case 'place':
        case 'environment':
          return EITHER;
        case 'signal':
          return context.browserRefuses && state === 'refused' ? YES : EITHER;
        case 'region':
          // The page itself tells the regime's visitors apart from others; whether it tells right, is not known.
          return { yes: 3, no: 1 };
        case 'named':
          return { yes: 2, no: 3 };
        case 'consent':
          return state === 'all' ? { yes: 3, no: 1 } : { yes: 1, no: 2 };
        case 'opt-out':
          return state === 'refused' ? { yes: 2, no: 1 } : { yes: 1, no: 2 };
        case 'present':
          return YES;
        case 'error':
          return { yes: 1, no: 2 };
        case 'field':
        case 'unresolved':
          return { yes: 1, no: 1 };
      }
  }
  return EITHER;
}

/** How the unit's settings grant a word, or everything, without a choice. */
function presetOf(
  { cmp, word }: Extract<Atom, { kind: 'consent' }>,
  { presets }: EvaluationContext,
): CmpPreset['grants'] | undefined {
  const granted = presets.get(cmp);
  return granted?.get(word) ?? granted?.get('');
}

/** The button that accepts everything, or the box of one category. */
function accepted(target: string, state: ConsentState): Truth {
  if (state === 'first-visit' || state === 'refused') return NO;
  const category = categoryIn(target);
  if (category) return isGranted(category, state) ? EITHER : NO;
  return state === 'all' ? EITHER : { yes: 1, no: 3 };
}

/** The platforms of a catalogue by id. */
export function cmpsById(catalog: Catalog): ReadonlyMap<string, Cmp> {
  return new Map(catalog.cmps.map((cmp) => [cmp.id, cmp]));
}
