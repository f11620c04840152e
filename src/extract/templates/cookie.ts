/** Cookies that a server's template reads: absent on a first visit, unless a fallback stands in for them. */
import { atom, type Guard, not, or } from '../../model/guard.ts';
import type { Location } from '../../text/location.ts';
import { topicOf } from '../machine/names.ts';

const COOKIE = /cookies?\b|_COOKIE|COOKIES|getCookie/i;
const EMPTY = /^(?:nil|null|none|blank|empty|false|0|undefined|)$/i;
/** What stands between the jar and the name of a cookie, or behind it. */
const NO_NAME = /^(?:signed|encrypted|permanent|get|has|value|Value|getValue|request|query|all|key|fetch|raw\w*)$/;

/** What an expression reads. */
export interface CookieRead {
  readonly key: string | undefined;
  /** Member of the parsed value: `json_decode($_COOKIE['x'])->ads`. */
  readonly member: string | undefined;
  /** The text that stands in for a cookie that is not there: `get('consent', 'true')`, `?? '1'`, `|default('granted')`. */
  readonly fallback: string | undefined;
}

/** A function whose name is the question, `cookies_accepted()`: it answers, whatever it reads. */
const ANSWERING = /^\\?[\w\\:>-]{0,80}(?:accepted|allowed|granted|agreed|consented)\s?\(\s?\)$/i;

/** True for a call that answers whether the visitor agreed, without saying to what. */
export function isAnswering(subject: string): boolean {
  return ANSWERING.test(subject);
}

/** True where an expression reads a cookie of the request. A name that only speaks of cookies must be compared or have a key. */
export function isCookie(subject: string, value: string | undefined): boolean {
  return (
    !isAnswering(subject) &&
    COOKIE.test(subject.slice(0, 400)) &&
    (topicOf(subject) !== 'free' || value !== undefined || /[[.(]/.test(subject))
  );
}

/** Reads the parts of a cookie's expression. */
export function cookieRead(subject: string): CookieRead {
  const [asks = subject] = subject.split('??', 1);
  const quoted = /["']([^"']+)["']/.exec(asks)?.[1];
  const jar = /cookies?\b\??|_COOKIE/i.exec(asks);
  const behind = jar ? asks.slice(jar.index + jar[0].length) : '';
  const symbol = /:(\w+)/.exec(behind)?.[1];
  const named = [...behind.matchAll(/(?:\.|->)([\w-]+)/g)]
    .map(([, name = '']) => name)
    .find((name) => !NO_NAME.test(name));
  const parsed = /json|decode|parse|unserialize/i.test(asks);
  const member = parsed
    ? /\)\s*(?:\[\s*["']([\w-]+)["']\s*\]|(?:\??->|\??\.)([\w-]+))\s*$/.exec(subject)?.slice(1).find(Boolean)
    : undefined;
  const fallback =
    /(?:\?\?|\bdefault\s*[:(]|\bdefault\s)\s*(?:["']([^"']*)["']|([\w-]+))/i.exec(subject) ??
    /,\s*(?:["']([^"']*)["']|(true|1)\b)\s*\)/i.exec(subject);
  return { key: quoted ?? symbol ?? named, member, fallback: fallback?.[1] ?? fallback?.[2] };
}

const CONTAINS = /^(?:preg_match)\s*\(/;

/**
 * The guard of a question for a cookie: is it there, is it `value`?
 * @param contained a word that is looked for in it instead
 */
export function cookieGuard(subject: string, value: string | undefined, at: Location, contained?: string): Guard {
  const { key, member, fallback } = cookieRead(subject);
  const empty = value !== undefined && EMPTY.test(value);
  const turned = (guard: Guard): Guard => (empty ? not(guard) : guard);
  const word = contained ?? member ?? (CONTAINS.test(subject) ? textBeside(subject, key) : undefined);
  if (word !== undefined || CONTAINS.test(subject)) {
    const text = word === undefined ? {} : { text: word };
    return turned(atom({ kind: 'storage', store: 'cookie', key, test: 'contains', ...text }, at));
  }
  const present = atom({ kind: 'storage', store: 'cookie', key, test: 'present' }, at);
  const asked =
    value === undefined || empty
      ? present
      : atom({ kind: 'storage', store: 'cookie', key, test: 'equals', text: value }, at);
  const stands =
    fallback !== undefined &&
    (value === undefined || empty ? !EMPTY.test(fallback) : fallback.toLowerCase() === value.toLowerCase());
  return turned(stands ? or(not(present), asked) : asked);
}

/** The text that a pattern looks for, beside the name of the cookie. */
function textBeside(subject: string, key: string | undefined): string | undefined {
  return subject
    .match(/["'][^"']*["']/g)
    ?.map((quoted) => quoted.slice(1, -1))
    .findLast((one) => one !== '' && one !== key);
}
