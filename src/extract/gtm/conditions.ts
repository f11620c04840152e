/** Trigger filters become guards: what stands on the left decides what the comparison is about. */
import { ALWAYS, and, atom, atomsOf, condition, type Guard, not, or } from '../../model/guard.ts';
import type { ContainerCondition, ContainerTag, ContainerVariable } from '../../parse/container.ts';
import type { Location } from '../../text/location.ts';
import { meaningOfClick, topicOf } from '../machine/names.ts';
import { answered } from '../machine/platform.ts';
import type { MValue } from '../machine/values.ts';
import { byName, compareValue, isNegative, matchesAny, type Test } from './compare.ts';
import { eventGuard, isEventTest, testOf } from './events.ts';
import { compareRead, eventRead, type PlatformEvent, platformRead } from './platforms.ts';
import { partsOf, soleReference } from './references.ts';
import { literalPattern } from './regex.ts';
import type { Scope } from './scope.ts';

/** The consent mode whose signals Tag Manager itself keeps. */
export const TAG_MANAGER_SYSTEM = 'google';

const SIGNAL =
  /^(?:ad_storage|analytics_storage|ad_user_data|ad_personalization|functionality_storage|personalization_storage|security_storage)$/;
/** Fields of an incoming event that carry the visitor's choice to a server container. */
const SERVER_CONSENT =
  /(?:^|[._-])(?:ad_storage|analytics_storage|ad_user_data|ad_personalization|consent_state|gcs|gcd)(?:$|[._-])/;

/** `G110`, `G11`, `G11.`: after the version the digit for advertising storage, then that for measurement. */
const GCS = /^\^?G1([01.])([01.])?\$?$/;

/** Atoms and operators in the guard of one condition. */
const MAX_GUARD = 600;

/** The guard of one condition, negation included. */
export function conditionGuard(scope: Scope, one: ContainerCondition): Guard {
  if (isEventTest(scope, one)) return eventGuard(scope, one);
  const right = scope.textValue(one.right, undefined);
  const test = testOf(scope, right.kind === 'literal' ? { ...one, right: String(right.value) } : one);
  const guard = right.kind === 'literal' ? positive(scope, one, test) : twoValues(scope, one, test);
  if (isLarge(guard)) {
    scope.giveUp();
    return condition('unresolved', test.text, test.location);
  }
  return one.negate ? not(guard) : guard;
}

/** Tables that look up in tables make guards that share their parts; walked one by one they would never end. */
function isLarge(guard: Guard): boolean {
  let left = MAX_GUARD;
  const count = (at: Guard): void => {
    left -= 1;
    if (left < 0 || at.op === 'const' || at.op === 'atom') return;
    for (const part of at.op === 'not' ? [at.of] : at.of) if (left >= 0) count(part);
  };
  count(guard);
  return left < 0;
}

/** A comparison of two values that are both not known: only what their names say. */
function twoValues(scope: Scope, one: ContainerCondition, test: Test): Guard {
  const names = [...partsOf(one.left), ...partsOf(one.right)].flatMap((part) =>
    typeof part === 'string' ? [] : [part.reference, keyOf(scope.variable(part.reference)) ?? ''],
  );
  return (
    byName(names, { ...test, right: '' === test.right ? '' : 'true' }) ?? condition('free', test.text, test.location)
  );
}

function positive(scope: Scope, one: ContainerCondition, test: Test): Guard {
  const name = soleReference(one.left);
  const declared = declaredGate(scope, one, name, test);
  if (declared) return declared;
  if (name === undefined) return compareValue(scope.textValue(one.left, undefined), test);
  const variable = scope.variable(name);
  if (!variable) return builtIn(name, test);
  if (variable.type === 'k') noteRecord(scope, keyOf(variable), test);
  return (
    (scope.container.server ? incoming(variable, test) : undefined) ??
    platform(scope, variable, test) ??
    signal(scope, variable, test) ??
    (variable.type === 'aev' ? acceptClick(test) : undefined) ??
    withName(name, compareValue(scope.reference(name, test.location), test), test)
  );
}

/** A gate that the site declares: by the variable's name, or by what the variable reads. */
function declaredGate(
  scope: Scope,
  one: ContainerCondition,
  name: string | undefined,
  { operator, right, location }: Test,
): Guard | undefined {
  const { gates } = scope.catalog;
  if (!gates) return undefined;
  const negative = isNegative(right);
  if (operator !== 'EQUALS') return undefined;
  const byReference = gates.compared(one.left, right, negative, location);
  const variable = name === undefined ? undefined : scope.variable(name);
  const key = variable?.type === 'v' || variable?.type === 'j' ? keyOf(variable) : undefined;
  return byReference ?? (key === undefined ? undefined : gates.compared(key, right, negative, location));
}

/** A click on what speaks of accepting cookies is a choice; the rest of the page's own data is free. */
function builtIn(name: string, test: Test): Guard {
  if (matchesAny(test)) return ALWAYS;
  return (
    (/^Click /.test(name) ? acceptClick(test) : undefined) ??
    byName([name], test) ??
    condition('free', test.text, test.location)
  );
}

function acceptClick(test: Test): Guard | undefined {
  if (topicOf(test.right) !== 'consent' || meaningOfClick(test.right) !== 'accept') return undefined;
  return atom({ kind: 'click', meaning: 'accept', target: test.right }, test.location);
}

/** Where evaluation gives up, the variable's name is what is left to go by. */
function withName(name: string, guard: Guard, test: Test): Guard {
  if (guard.op !== 'atom' || guard.atom.kind !== 'condition' || guard.atom.topic !== 'unresolved') return guard;
  return byName([name], test) ?? guard;
}

/** The consent fields of an incoming event; what refuses is a condition of its own, because a missing field passes it. */
function incoming(variable: ContainerVariable, test: Test): Guard | undefined {
  const key = keyOf(variable)?.toLowerCase();
  if (key === undefined || !SERVER_CONSENT.test(key)) return undefined;
  const granted = (name: string): Guard =>
    atom({ kind: 'signal', system: TAG_MANAGER_SYSTEM, signal: name }, test.location);
  const named = /(?:ad_storage|analytics_storage|ad_user_data|ad_personalization)$/.exec(key)?.[0];
  // A field that is missing refuses nothing: where it must say "no", it must also be there.
  const there = condition('field', key, test.location);
  if (named !== undefined && test.operator === 'EQUALS')
    return isNegative(test.right) ? and(not(granted(named)), there) : granted(named);
  if (isNegative(test.right)) return condition('opt-out', test.text, test.location);
  const spelled = test.operator === 'MATCH_REGEX' ? literalPattern(test.right)?.texts : undefined;
  const digits = (spelled ?? [test.right]).map((one) => GCS.exec(one));
  if (digits.length > 0 && digits.every((one) => one !== null)) {
    const asks = (digit: string | undefined, name: string): Guard =>
      digit === '1' ? granted(name) : digit === '0' ? not(granted(name)) : ALWAYS;
    const alternatives = digits.map(([, ads, analytics]) => {
      const all = and(asks(ads, 'ad_storage'), asks(analytics, 'analytics_storage'));
      return ads === '1' || analytics === '1' ? all : and(all, there);
    });
    return or(...alternatives);
  }
  return condition(/G10/.test(test.right) ? 'opt-out' : 'consent', test.text, test.location);
}

/** The guard of a condition on what an event of a platform carries; undefined where it carries no such thing. */
export function carriedGuard(
  scope: Scope,
  one: ContainerCondition,
  events: readonly PlatformEvent[],
): Guard | undefined {
  const name = soleReference(one.left);
  const variable = name === undefined ? undefined : scope.variable(name);
  const key = variable?.type === 'v' ? keyOf(variable) : undefined;
  if (key === undefined || events.length === 0) return undefined;
  const test = testOf(scope, one);
  const reads = events.map((event) => eventRead(event, key, test));
  if (!reads.every((read) => read !== undefined)) return undefined;
  for (const { cmp } of reads) scope.asks(cmp, test.location);
  const guard = or(...reads.map((read) => compareRead(read, test)));
  return one.negate ? not(guard) : guard;
}

function platform(scope: Scope, variable: ContainerVariable, test: Test): Guard | undefined {
  if (variable.type !== 'v' && variable.type !== 'j') return undefined;
  const read = platformRead(scope.catalog, keyOf(variable) ?? '');
  if (!read) return undefined;
  scope.asks(read.cmp, test.location);
  return compareRead(read, test);
}

/** A cookie that a platform keeps its record in: the container is written for that platform. */
function noteRecord(scope: Scope, key: string | undefined, { location }: Test): void {
  for (const cmp of scope.catalog.catalog.cmps) {
    const isLoaded = cmp.urls.length > 0;
    if (isLoaded && cmp.storage.some((one) => one.store === 'cookie' && one.key === key)) scope.asks(cmp, location);
  }
}

/** What a platform or the consent mode answers, where a variable in code asks one of them. */
export function answerOf(scope: Scope, name: string, location: Location): MValue | undefined {
  const variable = scope.variable(name);
  if (!variable) return undefined;
  const read =
    variable.type === 'v' || variable.type === 'j' ? platformRead(scope.catalog, keyOf(variable) ?? '') : undefined;
  if (!read) return stateOf(scope, variable, location);
  scope.asks(read.cmp, location);
  return answered(read.cmp, read.answer, read.captures, location);
}

/** What a variable of a template out of sight gives that is told to look at the state of a consent type. */
function stateOf(scope: Scope, variable: ContainerVariable, location: Location): MValue | undefined {
  const signal = scope.template(variable.type) ? undefined : consentTypeOf(variable);
  if (signal === undefined) return undefined;
  return { t: 'bool', guard: atom({ kind: 'signal', system: TAG_MANAGER_SYSTEM, signal }, location), unworded: true };
}

/** The consent type in a field that is named after consent. */
function consentTypeOf(variable: ContainerVariable): string | undefined {
  const given = [...variable.parameters.values()].find(({ value }) => SIGNAL.test(value ?? ''));
  return given && /consent/i.test(`${variable.type} ${given.key}`) ? given.value : undefined;
}

/** A template variable that asks Tag Manager for the state of a consent type: by its code, else by its fields. */
function signal(scope: Scope, variable: ContainerVariable, test: Test): Guard | undefined {
  const asks = scope.template(variable.type)?.calls('isConsentGranted') === true;
  const given = [...variable.parameters.values()].find((parameter) => SIGNAL.test(parameter.value ?? ''));
  if (!asks && consentTypeOf(variable) === undefined) return undefined;
  const returned = compareValue(scope.reference(variable.name, test.location), test);
  if (atomsOf(returned).some(({ atom }) => atom.kind === 'signal')) return returned;
  const guard = given?.value
    ? atom({ kind: 'signal', system: TAG_MANAGER_SYSTEM, signal: given.value }, test.location)
    : condition('consent', test.text, test.location);
  return isNegative(test.right) ? not(guard) : guard;
}

/** The data layer key, global, cookie or event field that a variable reads. */
function keyOf(variable: ContainerVariable | undefined): string | undefined {
  const parameters = variable?.parameters;
  return (
    parameters?.get('name') ??
    parameters?.get('keyPath') ??
    parameters?.get('headerName') ??
    parameters?.get('cookieName')
  )?.value;
}

/** The guard of a tag's own consent checks: every type in the list must be granted; an empty list checks nothing. */
export function consentGuard(scope: Scope, tag: ContainerTag): Guard {
  const required = and(scope.sandboxes.gate(tag), scope.container.server ? requiredConsent(scope, tag) : ALWAYS);
  if (tag.consentStatus !== 'needed') return required;
  const checks = tag.consentTypes.flatMap((type): Guard[] => {
    const text = type.value ?? type.map[0]?.value ?? '';
    if (text.trim() === '') return [];
    const location = scope.places.at([...type.path, 'value']);
    const value = scope.textValue(text, location);
    if (value.kind === 'literal') {
      return [atom({ kind: 'signal', system: TAG_MANAGER_SYSTEM, signal: String(value.value) }, location)];
    }
    return [condition('consent', `consent type ${text}`.slice(0, 200), location)];
  });
  return and(required, ...checks);
}

/**
 * A server template's own consent parameter, where it says that consent is required; on "optional" it checks nothing. Where the
 * template's code is in sight, that says what is required.
 */
function requiredConsent(scope: Scope, tag: ContainerTag): Guard {
  if (scope.sandboxes.canRead(tag)) return ALWAYS;
  for (const { key, value, path } of tag.parameters.values()) {
    if (value === 'required' && /consent/i.test(key)) {
      const location = scope.places.at([...path, 'value']);
      const signal = /(ad|analytics)_?storage/i.exec(key)?.[1]?.toLowerCase();
      return signal === undefined
        ? condition('consent', `${key} is required`, location)
        : atom({ kind: 'signal', system: TAG_MANAGER_SYSTEM, signal: `${signal}_storage` }, location);
    }
  }
  return ALWAYS;
}
