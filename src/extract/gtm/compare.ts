/** What an operator of a trigger or a lookup table says of a value: the guard under which the comparison holds. */
import { ALWAYS, type Atom, and, atom, condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import { isPlaceholder } from '../../model/placeholder.ts';
import type { Origin, Value } from '../../model/value.ts';
import type { Location } from '../../text/location.ts';
import { isRefusalWord, topicOf } from '../machine/names.ts';
import { literalPattern, matchesAll, testPattern } from './regex.ts';

/** A comparison with a known text; negation stands outside. */
export interface Test {
  readonly operator: string;
  readonly right: string;
  readonly ignoreCase: boolean;
  /** The comparison in words, for evidence: `{{Page Path}} contains /order`. */
  readonly text: string;
  readonly location?: Location;
  /** In a server container a text that refuses is a condition of its own: a missing field passes it. */
  readonly server: boolean;
}

/** Values that one comparison goes through: the rows of a table, of the tables in it. */
const MAX_VALUES = 150;

/** Tests a known text; undefined where the operator or the expression cannot be evaluated. */
export function holds(left: string, test: Test): boolean | undefined {
  const fold = (text: string): string => (test.ignoreCase ? text.toLowerCase() : text);
  const value = fold(left);
  const right = fold(test.right);
  switch (test.operator) {
    case 'EQUALS':
      return value === right;
    case 'CONTAINS':
      return value.includes(right);
    case 'STARTS_WITH':
      return value.startsWith(right);
    case 'ENDS_WITH':
      return value.endsWith(right);
    case 'MATCH_REGEX':
      return testPattern(test.right, test.ignoreCase, left);
    case 'GREATER':
      return Number(left) > Number(right);
    case 'GREATER_OR_EQUALS':
      return Number(left) >= Number(right);
    case 'LESS':
      return Number(left) < Number(right);
    case 'LESS_OR_EQUALS':
      return Number(left) <= Number(right);
    default:
      return undefined;
  }
}

/** The guard of `value operator text`. Texts are compared as Tag Manager does: `undefined` is the word "undefined". */
export function compareValue(value: Value, test: Test, budget = { left: MAX_VALUES }): Guard {
  budget.left -= 1;
  if (budget.left < 0) return condition('unresolved', test.text, test.location);
  switch (value.kind) {
    case 'literal': {
      const text = String(value.value);
      // What is filled in before the container is used is not known; what is compared with it may be.
      if (isPlaceholder(text) && text !== test.right) return condition('free', test.text, test.location);
      return known(holds(text, test), test);
    }
    case 'choice':
      return compareChoice(value.alternatives, test, budget);
    case 'unknown':
      return compareUnknown(value.origins, test);
    case 'text':
      return known(matchesAny(test) ? true : undefined, test, originsIn(value.parts));
    default:
      return known(matchesAny(test) ? true : undefined, test);
  }
}

function compareChoice(
  alternatives: readonly { readonly guard: Guard; readonly value: Value }[],
  test: Test,
  budget: { left: number },
): Guard {
  if (alternatives.length > budget.left) return condition('unresolved', test.text, test.location);
  const results = alternatives.map((one) => compareValue(one.value, test, budget));
  const last = results[results.length - 1];
  if (last === undefined) return NEVER;
  // All the same answer: it does not matter which alternative it is.
  if (last.op === 'const' && results.every((one) => one.op === 'const' && one.value === last.value)) return last;
  let guard = last;
  for (let index = results.length - 2; index >= 0; index -= 1) {
    const when = alternatives[index]?.guard;
    const result = results[index];
    if (when && result) guard = or(and(when, result), and(not(when), guard));
  }
  return guard;
}

/** Where the value is out of sight its origin says what the comparison is about. */
function compareUnknown(origins: readonly Origin[], test: Test): Guard {
  if (matchesAny(test)) return ALWAYS;
  const deeper = origins.filter((origin) => origin.kind !== 'gtm-variable');
  const [first] = deeper;
  if (first && deeper.length === 1) {
    if (first.kind === 'cookie') return compareStored('cookie', first.name, test);
    if (first.kind === 'storage') return compareStored('local', first.name, test);
  }
  const named = byName(
    origins.map((origin) => origin.name),
    test,
  );
  if (named) return named;
  const stored = deeper.some((origin) => origin.kind === 'cookie' || origin.kind === 'storage');
  return condition(first && !stored ? 'free' : 'unresolved', test.text, test.location);
}

/** A condition that speaks of consent only by the name of what it tests; undefined where no name does. */
export function byName(names: readonly string[], test: Test): Guard | undefined {
  const topics = names.map(topicOf);
  const topic = topics.find((one) => one === 'opt-out') ?? topics.find((one) => one === 'consent');
  if (topic === undefined) return undefined;
  if (!isNegative(test.right)) return condition(topic, test.text, test.location);
  if (test.server) return condition(topic === 'consent' ? 'opt-out' : 'consent', test.text, test.location);
  return not(condition(topic, test.text, test.location));
}

/** True for texts that say "no": compared with them, a consent variable is positive where consent is missing. */
export function isNegative(text: string): boolean {
  const word = text.trim().replace(/^\^|\$$/g, '');
  return (
    isRefusalWord(word) || /^(?:|false|no|n|0|off|undefined|null|nej|nein|non|not[ _-]?granted|unset)$/i.test(word)
  );
}

/** A cookie or storage key: absent on a first visit, whatever reads it. An absent value is the text "undefined". */
function compareStored(store: 'cookie' | 'local', key: string, test: Test): Guard {
  const is = (kind: 'equals' | 'contains', text: string): Guard =>
    stored({ kind: 'storage', store, key, test: kind, text });
  const stored = (value: Atom): Guard => atom(value, test.location);
  const present = stored({ kind: 'storage', store, key, test: 'present' });
  const { right } = test;
  if (matchesAny(test)) return ALWAYS;
  const whenAbsent = holds('undefined', test);
  const withAbsent = (guard: Guard): Guard => (whenAbsent === true ? or(not(present), guard) : guard);
  switch (test.operator) {
    case 'EQUALS':
      return right === 'undefined' ? not(present) : right === '' ? NEVER : is('equals', right);
    case 'CONTAINS':
    case 'STARTS_WITH':
    case 'ENDS_WITH':
      return withAbsent(is('contains', right));
    case 'MATCH_REGEX': {
      const literals = literalPattern(right);
      if (literals)
        return withAbsent(or(...literals.texts.map((text) => is(literals.whole ? 'equals' : 'contains', text))));
      return withAbsent(and(present, condition('unresolved', test.text, test.location)));
    }
    default:
      return and(present, condition('free', test.text, test.location));
  }
}

/** True where every text passes. */
export function matchesAny(test: Test): boolean {
  if (test.operator === 'MATCH_REGEX') return matchesAll(test.right);
  return test.right === '' && ['CONTAINS', 'STARTS_WITH', 'ENDS_WITH'].includes(test.operator);
}

function known(result: boolean | undefined, test: Test, origins?: readonly Origin[]): Guard {
  if (result !== undefined) return result ? ALWAYS : NEVER;
  return origins ? compareMixed(origins, test) : condition('unresolved', test.text, test.location);
}

function compareMixed(origins: readonly Origin[], test: Test): Guard {
  const named = byName(
    origins.map((origin) => origin.name),
    test,
  );
  return named ?? condition('free', test.text, test.location);
}

function originsIn(parts: readonly (string | Value)[]): Origin[] {
  return parts.flatMap((part) => (typeof part === 'object' && part.kind === 'unknown' ? part.origins : []));
}
