/** What is read by a name: parameters of the page's address, fields of a form. */
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { ite } from './cases.ts';
import type { Machine } from './machine.ts';
import { isChoice, ticked } from './page-elements.ts';
import { placeOf } from './script-text.ts';
import { truthy } from './truth.ts';
import { lit, type MValue, type Unknown, unknownValue } from './values.ts';

/** True for a value that is the page's address or a part of it. */
function isAddress(value: MValue | undefined): value is Unknown {
  return value?.t === 'unknown' && value.origins.some(({ kind }) => kind === 'url');
}

/** `new URL(location.href)`: still the page's address. */
export function addressObject(value: MValue | undefined, at: Location): MValue | undefined {
  return isAddress(value) ? unknownValue('URL()', value.origins, at) : undefined;
}

/** `new URLSearchParams(location.search)`, `url.searchParams`: all parameters of the page's address. */
export function allParameters(value: MValue | undefined, at: Location, name = 'URLSearchParams()'): MValue | undefined {
  if (!isAddress(value)) return undefined;
  return unknownValue(name, [{ kind: 'url', name: '?', whole: true, location: at }], at);
}

/**
 * The part of such a whole that has this name; undefined for other values.
 * @param called what the value is called in conditions
 */
export function partNamed(m: Machine, of: Unknown, key: string, called: string, node: ESTree.Node): MValue | undefined {
  const whole = of.origins.find((origin) => origin.whole);
  if (whole?.kind !== 'url' && whole?.kind !== 'form-field') return undefined;
  // A hook that gives a pair, or an entry of a list.
  if (/^\d+$/.test(key)) return of;
  const at = placeOf(m.script, node);
  if (whole.kind === 'url') return parameter(key, called, at);
  if (isChoice(key)) return ticked(m, key, node);
  return unknownValue(called, [{ kind: 'form-field', name: key, location: at }], at);
}

/** Such a whole without the part of this name. */
export function withoutPart(of: MValue, key: string): MValue {
  if (of.t !== 'unknown' || of.origins.length < 2 || !of.origins.some(({ whole }) => whole)) return of;
  return { ...of, origins: of.origins.filter(({ name }) => name !== key) };
}

/** What a pattern takes out of the page's address: `location.search.match(/[?&]email=([^&]+)/)`; null where it is not there. */
export function matchedParameter(
  of: MValue | undefined,
  pattern: string | undefined,
  node: ESTree.Node,
  m: Machine,
): MValue | undefined {
  const name = pattern === undefined ? undefined : /([\w-]{1,60})=/.exec(pattern)?.[1];
  if (!isAddress(of) || name === undefined) return undefined;
  const found = parameter(name, of.name, placeOf(m.script, node));
  return ite(truthy(found), found, lit(null));
}

/** A parameter of the page's address. @param called what the value is called in conditions */
export function parameter(name: string, called: string, at: Location): MValue {
  return unknownValue(called, [{ kind: 'url', name: `?${name.slice(0, 60)}`, location: at }], at);
}

/** `getUrlParameter('email')`: a helper out of sight that is called after what it reads. */
export function isParameterReader(name: string): boolean {
  return /(?:^|[._a-z])(?:url|query|query_?string|search|location|get)_?(?:string_?)?(?:param(?:eter)?|variable)s?(?:by_?name|value|from_?url)?$/i.test(
    name,
  );
}
