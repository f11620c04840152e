import type { Location } from '../text/location.ts';
import type { Category } from './catalog.ts';
import type { Phrase } from './phrase.ts';

/** What the visitor has chosen (design, *Words*). */
export const CONSENT_STATES = ['first-visit', 'refused', 'preferences', 'statistics', 'marketing', 'all'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** Where a stored value is kept; `unknown` when a helper's name is all that is known. */
export type Store = 'cookie' | 'local' | 'session' | 'unknown';

/** What a click handler's element stands for. */
export type ClickMeaning = 'accept' | 'refuse' | 'other' | 'unknown';

/** A condition that the linter cannot decide, by what it is about. It decides whether the condition may hide a gate. */
export type ConditionTopic =
  /** Environment, settings, page, once-flags, presence of a library: true for some visitor, false for another. */
  | 'free'
  /** The same, but resting on a helper or callback whose effect is known only by its name. */
  | 'named'
  /** A name that speaks of consent, whose definition is out of sight: positive means granted. */
  | 'consent'
  /** A name that speaks of refusal or opting out: positive means refused. */
  | 'opt-out'
  /** An element of the page by its id, which is a property of window: always there. */
  | 'present'
  /** Whether the visitor is where the regime's law holds: positive means there. Whose law holds is no choice. */
  | 'region'
  /** A platform says whether the law holds for the visitor; as long as it does not know, it says nothing. */
  | 'applies'
  /** Country, language, time zone: tells visitors of the regime apart from each other as well. */
  | 'place'
  /** A signal of the browser that refuses (do-not-track, global privacy control); having none is no consent. */
  | 'signal'
  /** Production or staging, host, bot or person. */
  | 'environment'
  /** An incoming event of a server container carries a field. */
  | 'field'
  /** Something may go wrong, and nothing says that it does. */
  | 'error'
  /** Evaluation gave up. */
  | 'unresolved';

export type Atom =
  /** A stored value: is it there, does it equal or contain a text? Absent on a first visit, whatever helper reads it. */
  | {
      readonly kind: 'storage';
      readonly store: Store;
      readonly key: string | undefined;
      readonly test: 'present' | 'equals' | 'contains';
      readonly text?: string;
    }
  /**
   * A platform says that a category is granted. `word` is the platform's word; `category` undefined where it is not known,
   * `necessary` where the platform always grants it. `markup` is set where blocked markup asks, not a script; `failsOpen`
   * where the answer is yes as long as no platform is set up.
   */
  | {
      readonly kind: 'consent';
      readonly cmp: string;
      readonly category: Category | undefined;
      readonly word: string;
      readonly markup?: true;
      readonly failsOpen?: true;
    }
  /** Some choice is stored or was just made, a refusal included. */
  | { readonly kind: 'decided'; readonly cmp: string }
  /** The last choice was a refusal. */
  | { readonly kind: 'refused'; readonly cmp: string }
  /** A signal of a consent mode (`ad_storage`) is granted, by the defaults and updates of the unit. */
  | { readonly kind: 'signal'; readonly system: string; readonly signal: string }
  /** An automatic blocker loads first; what it knows, it holds back. */
  | { readonly kind: 'auto-block'; readonly cmp: string; readonly category: Category }
  /** A click on an element: on the banner's button it is a choice, elsewhere it is none. */
  | { readonly kind: 'click'; readonly meaning: ClickMeaning; readonly target: string }
  /**
   * A site event (custom event, form, click in a container) that may or may not happen on a visit; no choice. `on`: what a
   * visitor does when it comes, `clicks on links (gtm.linkClick)`.
   */
  | { readonly kind: 'site-event'; readonly name: string; readonly on?: Phrase }
  /** A part of a page whose page is not in sight: what includes it may hold it back; `gates` where something says that it does. */
  | { readonly kind: 'includer'; readonly gates: boolean }
  | { readonly kind: 'condition'; readonly topic: ConditionTopic; readonly text: string };

/** The condition under which an activity runs. */
export type Guard =
  | { readonly op: 'const'; readonly value: boolean }
  | { readonly op: 'atom'; readonly atom: Atom; readonly location?: Location }
  | { readonly op: 'not'; readonly of: Guard }
  | { readonly op: 'and'; readonly of: readonly Guard[] }
  | { readonly op: 'or'; readonly of: readonly Guard[] };

export const ALWAYS: Guard = { op: 'const', value: true };
export const NEVER: Guard = { op: 'const', value: false };

/**
 * Guards are kept small: beyond this many operands those that have nothing to do with consent are put into one, and what is still too much is replaced
 * by an unresolved condition.
 */
const MAX_OPERANDS = 24;

/** Counted as trees: parts that are shared between branches would otherwise make a small guard endless to walk. */
const MAX_SIZE = 160;

/**
 * A guard that knows its negation, and its size. Both stand on the guard and not in a map beside it: a long script makes
 * millions of guards, and a weak map of them costs more than everything that is done with them.
 */
abstract class Made {
  #negated: Guard | undefined;

  /** The negation, if it was ever made. */
  get negated(): Guard | undefined {
    return this.#negated;
  }

  negation(of: Guard): Guard {
    this.#negated ??= { op: 'not', of };
    return this.#negated;
  }
}

class Leaf extends Made {
  readonly op = 'atom';
  readonly atom: Atom;
  declare readonly location?: Location;

  constructor(value: Atom, location: Location | undefined) {
    super();
    this.atom = value;
    if (location) this.location = location;
  }
}

class Combination extends Made {
  readonly op: 'and' | 'or';
  readonly of: readonly Guard[];
  readonly #size: number;
  readonly #isFree: boolean;
  #short: Guard | undefined;

  constructor(op: 'and' | 'or', of: readonly Guard[], size: number) {
    super();
    this.op = op;
    this.of = of;
    this.#size = size;
    this.#isFree = of.every(isFree);
  }

  get size(): number {
    return this.#size;
  }

  /** True for some visitor and false for another, whatever either has chosen. */
  get isFree(): boolean {
    return this.#isFree;
  }

  /** The same with one condition for each part that has nothing to do with consent. */
  get short(): Guard {
    this.#short ??= this.#isFree ? summary(this.op, this.of) : shortened(this.op, this.of);
    return this.#short;
  }
}

function isFree(guard: Guard): boolean {
  if (guard.op === 'not') return isFree(guard.of);
  if (guard.op === 'atom') return guard.atom.kind === 'condition' && guard.atom.topic === 'free';
  return guard instanceof Combination && guard.isFree;
}

function sizeOf(guard: Guard): number {
  if (guard.op === 'not') return sizeOf(guard.of);
  return guard instanceof Combination ? guard.size : 1;
}

export function atom(value: Atom, location?: Location): Guard {
  return new Leaf(value, location);
}

export function condition(topic: ConditionTopic, text: string, location?: Location): Guard {
  return atom({ kind: 'condition', topic, text }, location);
}

/** The negation of a condition; of one object it is one object, so that both are known again. */
export function not(guard: Guard): Guard {
  if (guard.op === 'const') return guard.value ? NEVER : ALWAYS;
  if (guard.op === 'not') return guard.of;
  return guard instanceof Made ? guard.negation(guard) : { op: 'not', of: guard };
}

export function and(...guards: readonly Guard[]): Guard {
  return combine('and', guards);
}

export function or(...guards: readonly Guard[]): Guard {
  return combine('or', guards);
}

/** Operands beyond this many are looked at for constants alone: what is made of them is unresolved. */
const MAX_COMPARED = 4 * MAX_OPERANDS;

/** The usual case, without a list: two guards of which neither is itself a combination of the kind; undefined for others. */
function pair(op: 'and' | 'or', left: Guard, right: Guard): Guard | undefined {
  const neutral = op === 'and';
  if (left.op === 'const') return left.value === neutral ? right : left;
  if (right.op === 'const') return right.value === neutral ? left : right;
  if (left.op === op || right.op === op) return undefined;
  if (left === right) return left;
  if ((left.op === 'not' && left.of === right) || (right.op === 'not' && right.of === left))
    return neutral ? NEVER : ALWAYS;
  return combination(op, [left, right], 1 + sizeOf(left) + sizeOf(right));
}

/** A combination that is kept small. */
function combination(op: 'and' | 'or', operands: readonly Guard[], size: number): Guard {
  return size <= MAX_SIZE && operands.length <= MAX_OPERANDS
    ? new Combination(op, operands, size)
    : shortened(op, operands);
}

function shortened(op: 'and' | 'or', operands: readonly Guard[]): Guard {
  const kept = operands.filter((one) => !isFree(one)).map(shortOf);
  if (kept.length < operands.length) kept.push(summary(op, operands.filter(isFree)));
  if (kept.length > MAX_OPERANDS) kept.splice(MAX_OPERANDS, kept.length, tooMany());
  const [only] = kept;
  if (kept.length === 1 && only) return only;
  const size = sizeOfAll(kept);
  return size > MAX_SIZE ? tooMany() : new Combination(op, kept, size);
}

function shortOf(guard: Guard): Guard {
  if (guard.op === 'not') return not(shortOf(guard.of));
  return guard instanceof Combination ? guard.short : guard;
}

function tooMany(): Guard {
  return condition('unresolved', 'too many conditions');
}

function sizeOfAll(operands: readonly Guard[]): number {
  return operands.reduce((sum, operand) => sum + sizeOf(operand), 1);
}

/** One condition for many that have nothing to do with consent. */
function summary(op: 'and' | 'or', operands: readonly Guard[]): Guard {
  const [only] = operands;
  if (operands.length === 1 && only && sizeOf(only) === 1) return only;
  return condition('free', `${sizeOfAll(operands)} conditions (${digest(op, operands).toString(36)})`);
}

/** A number for what a guard asks: two conditions of one text are one condition, and those of two guards are not to be taken for each other. */
function digest(op: 'and' | 'or', operands: readonly Guard[]): number {
  let hash = 0;
  const add = (text: string): void => {
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  };
  const visit = (guard: Guard): void => {
    add(guard.op);
    if (guard.op === 'not') visit(guard.of);
    else if (guard.op === 'atom')
      add(`${guard.atom.kind === 'condition' ? guard.atom.text : ''} ${guard.location?.start ?? ''}`);
    else if (guard.op !== 'const') guard.of.forEach(visit);
  };
  add(op);
  operands.forEach(visit);
  return hash;
}

function combine(op: 'and' | 'or', guards: readonly Guard[]): Guard {
  const [left, right] = guards;
  const known = guards.length === 2 && left && right ? pair(op, left, right) : undefined;
  if (known) return known;
  const neutral = op === 'and';
  const operands: Guard[] = [];
  let size = 1;
  let isWhole = true;
  /** False where the whole is decided by this one. */
  const add = (guard: Guard): boolean => {
    if (guard.op === 'const') return guard.value === neutral;
    if (guard.op === op) {
      if (operands.length > 0 || !(guard instanceof Combination)) return guard.of.every(add);
      // What was combined before is free of doubles and contradictions: only what is added is compared.
      operands.push(...guard.of);
      size = guard.size;
      return true;
    }
    if (operands.length > MAX_COMPARED) {
      isWhole = false;
      return true;
    }
    if (operands.includes(guard)) return true;
    if (isOpposed(operands, guard)) return false;
    operands.push(guard);
    size += sizeOf(guard);
    return true;
  };
  for (const guard of guards) if (!add(guard)) return neutral ? NEVER : ALWAYS;
  const [first] = operands;
  if (first === undefined) return neutral ? ALWAYS : NEVER;
  if (operands.length === 1) return first;
  if (isWhole) return combination(op, operands, size);
  return combination(op, [...operands, tooMany()], size + 1);
}

/** `a && !a`: the two branches of one condition, met again on the same path. */
function isOpposed(operands: readonly Guard[], guard: Guard): boolean {
  if (guard.op === 'not') return operands.includes(guard.of);
  const negated = guard instanceof Made ? guard.negated : undefined;
  return negated !== undefined && operands.includes(negated);
}

/**
 * What a guard is where `known` holds, as far as it can be told by looking: true or false where its conditions are among
 * those of `known`, else undefined.
 */
export function givenThat(known: Guard, guard: Guard): boolean | undefined {
  return decide(known.op === 'and' ? known.of : [known], guard);
}

function decide(holds: readonly Guard[], guard: Guard): boolean | undefined {
  if (guard.op === 'const') return guard.value;
  if (guard.op === 'not') {
    const inner = decide(holds, guard.of);
    return inner === undefined ? undefined : !inner;
  }
  for (const one of holds) {
    if (one === guard) return true;
    if (one.op === 'not' && one.of === guard) return false;
  }
  if (guard.op === 'atom') return undefined;
  const decisive = guard.op === 'or';
  let open = false;
  for (const part of guard.of) {
    const told = decide(holds, part);
    if (told === decisive) return decisive;
    if (told === undefined) open = true;
  }
  return open ? undefined : !decisive;
}

/** Every atom of a guard with its polarity, in reading order; bounded, for evidence and for rules that ask what a gate is about. */
export function atomsOf(guard: Guard): { atom: Atom; negated: boolean; location?: Location }[] {
  const found: { atom: Atom; negated: boolean; location?: Location }[] = [];
  const visit = (at: Guard, negated: boolean): void => {
    if (found.length >= 64) return;
    if (at.op === 'atom') {
      found.push(at.location ? { atom: at.atom, negated, location: at.location } : { atom: at.atom, negated });
    } else if (at.op === 'not') visit(at.of, !negated);
    else if (at.op !== 'const') for (const operand of at.of) visit(operand, negated);
  };
  visit(guard, false);
  return found;
}
