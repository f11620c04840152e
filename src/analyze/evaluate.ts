/** Evaluates guards in consent states. */
import type { Catalog, Category, Cmp, CmpPreset, CmpStorage, EventMeaning, PathSegment } from '../model/catalog.ts';
import { type Atom, atomsOf, type ConsentState, type Guard } from '../model/guard.ts';
import { isRefusalKey } from '../model/refusal-name.ts';
import type { Location } from '../text/location.ts';

/** How strongly it can be claimed: 0 not at all, 1 possible, 2 likely, 3 certain. */
export type Level = 0 | 1 | 2 | 3;

/** How strongly a condition can be true, and can be false, on some visit in a state. */
export interface Truth {
  readonly yes: Level;
  readonly no: Level;
}

const YES: Truth = { yes: 3, no: 0 };
const NO: Truth = { yes: 0, no: 3 };
/** True on one visit, false on another: no gate. */
const EITHER: Truth = { yes: 3, no: 3 };

export interface EvaluationContext {
  readonly cmps: ReadonlyMap<string, Cmp>;
  /** By platform the words that the unit's settings grant without a choice; the empty word stands for all. */
  readonly presets: ReadonlyMap<string, ReadonlyMap<string, CmpPreset['grants']>>;
  /** Ids of interfaces behind which the unit shows no platform. */
  readonly open: ReadonlySet<string>;
  /** Keys under which a choice is stored, whatever they are called: a guard compares them with words of choice. */
  readonly choices?: ReadonlySet<string>;
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
      if (GRANTING.test(atom.text) || REFUSING.test(atom.text) || categoryIn(atom.text)) keys.add(atom.key);
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

function weaker(a: Level, b: Level): Level {
  return a < b ? a : b;
}

function stronger(a: Level, b: Level): Level {
  return a > b ? a : b;
}

/** The categories that are granted in a state; `necessary` always is. */
export function isGranted(category: Category, state: ConsentState): boolean {
  return category === 'necessary' || state === 'all' || state === category;
}

function evaluateAtom(atom: Atom, state: ConsentState, context: EvaluationContext): Truth {
  switch (atom.kind) {
    case 'storage':
      return storage(atom, state, context);
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
          return state === 'first-visit' || state === 'refused' ? NO : EITHER;
        case 'refuse':
          return state === 'first-visit' ? NO : EITHER;
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
        case 'signal':
        case 'environment':
          return EITHER;
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

const GRANTING =
  /^(?:.*[:=])?(?:true|1|yes|y|ja|oui|si|on|ok|all|granted?|accept(?:ed|-?all)?|allow(?:ed|-?all)?|agree[d]?|opt(?:ed)?-?in|consented|enabled|full|any|given)$/i;
const REFUSING =
  /^(?:.*[:=])?(?:false|0|no|n|nej|nein|non|off|none|denied|deny|declined?|rejected?|refused?|disabled|opt(?:ed)?-?out|necessary|essential|dismiss(?:ed)?)$/i;

function storage(asked: Extract<Atom, { kind: 'storage' }>, state: ConsentState, context: EvaluationContext): Truth {
  const atom = asked.key === undefined && asked.store === 'cookie' ? namedCookie(asked, context) : asked;
  for (const cmp of context.cmps.values()) {
    for (const stored of cmp.storage) {
      if (!keyFits(stored.key, atom.key)) continue;
      const told = toldBy(cmp, stored, atom, state);
      if (told) return told;
    }
  }
  if (state === 'first-visit') return NO;
  const text = atom.text ?? '';
  if (atom.key !== undefined && isRefusalKey(atom.key)) return refusal(atom.key, atom.test, text, state);
  if (atom.test === 'present') {
    const key = atom.key ?? '';
    return context.choices?.has(key) || /consent|cookie|gdpr|accept|samtyck|choice/i.test(key) ? YES : EITHER;
  }
  const category = categoryIn(`${atom.key ?? ''} ${text}`);
  if (GRANTING.test(text)) {
    if (category) return isGranted(category, state) ? YES : NO;
    return state === 'refused' ? NO : state === 'all' ? YES : { yes: 1, no: 2 };
  }
  if (REFUSING.test(text)) return state === 'refused' ? YES : state === 'all' ? NO : { yes: 1, no: 1 };
  if (category) return isGranted(category, state) ? YES : NO;
  return state === 'all' ? EITHER : { yes: 1, no: 3 };
}

/** A value that is stored where somebody refuses: `tracking_disabled` is “true”. */
function refusal(
  key: string,
  test: Extract<Atom, { kind: 'storage' }>['test'],
  text: string,
  state: ConsentState,
): Truth {
  const isNegative = REFUSING.test(text) && !/(?:out|disabled|declin\w*|reject\w*|refus\w*|den(?:y|ied))$/i.test(text);
  if (isNegative) return state === 'refused' ? NO : EITHER;
  const category = categoryIn(key);
  if (category) return isGranted(category, state) ? NO : YES;
  if (test !== 'present' && !GRANTING.test(text) && !REFUSING.test(text)) return EITHER;
  return state === 'refused' ? YES : state === 'all' ? NO : { yes: 1, no: 1 };
}

/** What a test on the whole cookie string asks for, where its text is a platform's: the name of a cookie, or what only it holds. */
function namedCookie(
  atom: Extract<Atom, { kind: 'storage' }>,
  { cmps }: EvaluationContext,
): Extract<Atom, { kind: 'storage' }> {
  const { text } = atom;
  if (text === undefined || text.length < SHORTEST_OWN_TEXT) return atom;
  for (const { storage } of cmps.values()) {
    for (const { store, key, granted } of storage) {
      if (store !== 'cookie') continue;
      if (key === text || (key.endsWith('*') && text.startsWith(key.slice(0, -1)) && !/[=:]/.test(text)))
        return { kind: 'storage', store, key: text, test: 'present' };
      const texts = Object.values(granted).flat();
      if (texts.some((one) => one.length >= SHORTEST_OWN_TEXT && text.includes(one))) return { ...atom, key };
    }
  }
  return atom;
}

/** `true` and `allow` stand in everybody's cookies. */
const SHORTEST_OWN_TEXT = 7;

/** What a platform's own record tells of a test on it; undefined where the words of the test must do. */
function toldBy(
  cmp: Cmp,
  stored: CmpStorage,
  atom: Extract<Atom, { kind: 'storage' }>,
  state: ConsentState,
): Truth | undefined {
  const { text } = atom;
  const namesIt = text !== undefined && stored.namesAll && atom.test === 'contains' && wordOf(cmp, text) !== undefined;
  if (state === 'first-visit') return stored.beforeChoice && (text === undefined || namesIt) ? { yes: 2, no: 3 } : NO;
  if (stored.means === 'banner-closed') return YES;
  if (text === undefined) return YES;
  const granted = (category: Category): Truth => (isGranted(category, state) ? YES : NO);
  for (const category of ['marketing', 'statistics', 'preferences'] as const) {
    if (stored.granted[category]?.some((one) => one === text || text.includes(one))) return granted(category);
  }
  const [, path = '', value] = /^([^:\s]*)[:\s]?(.*)$/s.exec(text) ?? [];
  // Of one category only: where it is not granted, it says no.
  const [only, ...others] = Object.keys(stored.granted);
  if (REFUSING.test(text) && only !== undefined && others.length === 0) {
    const truth = granted(only as Category);
    return { yes: truth.no, no: truth.yes };
  }
  const meaning = Object.entries(stored.values).find(([one]) => one === text || text.includes(one))?.[1];
  if (meaning) return meantBy(meaning, state);
  for (const payload of stored.payload) {
    const word = matchMember(payload.path, path);
    if (word === undefined) continue;
    if (payload.gives === 'decided' || payload.gives === 'ready') return YES;
    const asked = payload.gives === 'list' ? value : payload.gives === 'all' ? '' : word;
    // A text is there whatever it says.
    if (typeof payload.grantedValue === 'string' && (value ?? '') === '') return YES;
    const category = payload.category ?? wordCategory(cmp, asked ?? '');
    if (!category) return state === 'all' ? YES : state === 'refused' ? NO : { yes: 1, no: 1 };
    const negative =
      payload.gives !== 'list' &&
      value !== undefined &&
      value !== '' &&
      (payload.grantedValue === undefined ? REFUSING.test(value) : value !== String(payload.grantedValue));
    const truth = granted(category);
    return negative ? { yes: truth.no, no: truth.yes } : truth;
  }
  // A member on the way to the answers is there once there are any.
  if ((value ?? '') === '' && stored.payload.some((one) => leadsTo(one.path, path))) return YES;
  if (stored.namesAll && atom.test === 'contains' && (value ?? '') === '') return YES;
  return undefined;
}

/** Whether what a stored text means is so in a state after a choice. */
function meantBy(means: EventMeaning, state: ConsentState): Truth {
  switch (means) {
    case 'ready':
    case 'decision':
      return YES;
    case 'refused':
      return state === 'refused' ? YES : NO;
    case 'accept-all':
      return state === 'all' ? YES : state === 'refused' ? NO : { yes: 1, no: 2 };
    case 'some-granted':
    case 'granted':
      return state === 'refused' ? NO : YES;
  }
}

function leadsTo(pattern: readonly PathSegment[], path: string): boolean {
  const names = path.split('.');
  return (
    names.length < pattern.length &&
    names.every((name, index) => typeof pattern[index] !== 'string' || pattern[index] === name)
  );
}

/** The word that a path of members captures (empty where it captures none); undefined where the path does not fit. */
function matchMember(pattern: readonly PathSegment[], path: string): string | undefined {
  let word = '';
  let rest = path;
  for (const [index, segment] of pattern.entries()) {
    const last = index === pattern.length - 1;
    const at = last ? rest.length : rest.indexOf('.');
    if (at < 0 || rest === '') return undefined;
    const name = rest.slice(0, at);
    if (typeof segment === 'string') {
      if (segment !== name) return undefined;
    } else word = name;
    rest = rest.slice(at + 1);
  }
  return word;
}

function wordCategory(cmp: Cmp, word: string): Category | undefined {
  return wordOf(cmp, word) ?? categoryIn(word);
}

function wordOf(cmp: Cmp, word: string): Category | undefined {
  for (const category of ['marketing', 'statistics', 'preferences', 'necessary'] as const) {
    if (cmp.words[category].some((known) => known.toLowerCase() === word.toLowerCase())) return category;
  }
  return undefined;
}

function keyFits(pattern: string, key: string | undefined): boolean {
  if (key === undefined) return false;
  return pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : pattern === key;
}

function categoryIn(text: string): Category | undefined {
  if (/market|advert|target|C0004|(?:^|[^a-z])ads?(?:[^a-z]|$)/i.test(text)) return 'marketing';
  if (/statist|analytic|measure|performance|C0002/i.test(text)) return 'statistics';
  if (/preferenc|functional|C0003/i.test(text)) return 'preferences';
  return undefined;
}

/** The platforms of a catalogue by id. */
export function cmpsById(catalog: Catalog): ReadonlyMap<string, Cmp> {
  return new Map(catalog.cmps.map((cmp) => [cmp.id, cmp]));
}
