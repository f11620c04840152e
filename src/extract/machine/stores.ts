/** What scripts store and read back: cookies, local and session storage. */
import { and, atom, type Guard, not } from '../../model/guard.ts';
import type { Location } from '../../text/location.ts';
import { ite } from './cases.ts';
import type { Machine } from './machine.ts';
import { categoryOfWord, isConsentWord, isRefusalWord } from './names.ts';
import { contentOf } from './stored-content.ts';
import { storedPresent } from './truth.ts';
import { lit, type MValue, type Stored, stringOf, UNDEF, unknownValue } from './values.ts';

const MAX_STORED = 200;

/** Notes what is stored here; it is there for what reads it later on the same page, and on the next visit. */
export function store(m: Machine, where: Stored['store'], key: string | undefined, value: MValue): void {
  // Whoever stores more than this stores what nobody follows.
  const known = m.writes.length < MAX_STORED ? key : undefined;
  if (m.writes.length <= MAX_STORED)
    m.writes.push({ store: where, key: known, content: contentOf(value), guard: m.path.all, reached: m.reached });
  if (key === undefined || !m.reached || m.stored.size >= MAX_STORED) return;
  const name = `${where} ${key}`;
  const before = m.stored.get(name) ?? { t: 'stored', store: where, key };
  m.stored.set(name, ite(m.path.all, value, before));
}

/** `document.cookie = 'name=value; path=/'`. */
export function storeCookie(m: Machine, text: MValue): void {
  if (text.t === 'ite') {
    m.under(text.guard, () => storeCookie(m, text.yes));
    m.under(not(text.guard), () => storeCookie(m, text.no));
    return;
  }
  const whole = stringOf(text);
  const parts = whole !== undefined ? [whole] : text.t === 'text' ? text.parts : [];
  const [first] = parts;
  const match = typeof first === 'string' ? /^\s*([^=;\s]{1,100})=([^;]{0,2000})(;?)/.exec(first) : null;
  if (!match?.[1]) {
    store(m, 'cookie', undefined, UNDEF);
    return;
  }
  const attributes = parts.filter((part) => typeof part === 'string').join('');
  store(m, 'cookie', match[1], isExpired(attributes) ? UNDEF : cookieValue(parts, match[2] ?? '', match[3] === ';'));
}

/** What stands between the name of a cookie and its attributes. */
function cookieValue(parts: readonly (string | MValue)[], begun: string, ended: boolean): MValue {
  if (ended || parts.length === 1) return lit(begun);
  const [, second, third] = parts;
  const alone = begun === '' && (third === undefined || (typeof third === 'string' && /^\s*(?:;|$)/.test(third)));
  return alone && second !== undefined && typeof second !== 'string' ? second : unknownValue('');
}

/** Attributes of a cookie that take it away. */
function isExpired(attributes: string): boolean {
  if (/max-age\s*=\s*(?:0(?!\d)|-)/i.test(attributes)) return true;
  const year = /expires\s*=[^;]{0,20}?\b((?:19|20)\d\d)\b/i.exec(attributes)?.[1];
  return year !== undefined && Number(year) < LONG_AGO;
}

/** A fixed date before this year is meant to be past. */
const LONG_AGO = 2015;

/** What is stored under a key: absent on a first visit, unless the page itself put it there. */
export function readStored(m: Machine, where: Stored['store'], key: string | undefined, at?: Location): MValue {
  const own = key === undefined ? undefined : m.stored.get(`${where} ${key}`);
  if (own) return own;
  return at ? { t: 'stored', store: where, key, at } : { t: 'stored', store: where, key };
}

/** `localStorage` or `sessionStorage` itself: all that is stored there. */
export function storeOf(value: MValue | undefined): Stored['store'] | undefined {
  if (value?.t !== 'global' || value.path.length !== 1) return undefined;
  return value.path[0] === 'localStorage' ? 'local' : value.path[0] === 'sessionStorage' ? 'session' : undefined;
}

/** What stands for any value behind the name in a pattern: `=([^;]*)`, `=(.*?)(;|$)`. */
const ANY =
  /\(?(?:\?:|\?<\w{1,40}>)?(?:\[\^[^\]]{1,6}\]|\.|\\[SswdW])[*+]\??\)?|\(;\|\$\)|\(\?:;\|\$\)|\(\$\|;\)|\(\?=;\|\$\)|;?\s*\$|;\??|\|/g;

/**
 * A text that is looked for in the whole cookie string: `name=` and patterns around it ask for one cookie, with what else
 * stands in the pattern as the text looked for in its value.
 */
function cookieIn(needle: string): { readonly key: string; readonly text: string } | undefined {
  const short = needle.slice(0, 300);
  const match = /(?<![!\\\w.-])([\w.-]{1,80})(?:=|%3D|\\=|\\s\*=\\s\*|\s\*=\s\*)/.exec(short);
  if (!match?.[1]) return isCookieName(short) ? { key: short, text: '' } : undefined;
  const rest = short.slice(match.index + match[0].length).replace(ANY, '');
  return { key: match[1], text: rest.trim() };
}

/** A word of several parts that names a cookie (`cookie_consent`, `OptanonAlertBoxClosed`), and is no answer kept in one. */
function isCookieName(word: string): boolean {
  if (isConsentWord(word) || isRefusalWord(word) || categoryOfWord(word) !== undefined) return false;
  return /^[A-Za-z_][\w.-]{4,80}$/.test(word) && /[a-z\d][A-Z]|[a-z\d][_-][a-z]|cookie|consent/.test(word);
}

/** The condition that a stored text contains another one. */
export function storedContains(of: Stored, needle: string | undefined, at: Location): Guard {
  const named = needle !== undefined && of.key === undefined && of.store === 'cookie' ? cookieIn(needle) : undefined;
  const contains = (key: string | undefined, text: string | undefined): Guard =>
    atom({ kind: 'storage', store: of.store, key, test: 'contains', ...(text === undefined ? {} : { text }) }, at);
  if (named) {
    const present = atom({ kind: 'storage', store: of.store, key: named.key, test: 'present' }, at);
    return named.text === '' ? present : and(present, contains(named.key, named.text));
  }
  const member = of.member === undefined || needle === undefined ? needle : `${of.member} ${needle}`;
  return contains(of.key, member);
}

/** The condition that what is stored passes a test that tells more than whether it is there. */
export function storedAs(of: Stored, test: string, at: Location): Guard {
  const there = storedPresent(of, at);
  return and(there, atom({ kind: 'storage', store: of.store, key: of.key, test: 'contains', text: test }, at));
}

/** The value of the cookie that a pattern finds. */
export function storedMatch(of: Stored, needle: string | undefined, at: Location): Stored {
  const present = storedContains(of, needle, at);
  const key = of.key ?? (needle === undefined ? undefined : cookieIn(needle)?.key);
  return { ...of, key, present };
}

/** The value found where a condition on one cookie holds: it is that cookie's. */
export function foundUnder(of: Stored, found: Guard): Stored {
  const one = found.op === 'and' ? found.of[0] : found;
  return of.key === undefined && one?.op === 'atom' && one.atom.kind === 'storage' && one.atom.key !== undefined
    ? { ...of, key: one.atom.key }
    : of;
}

/** `{ ...defaults, ...saved }`: what is saved wins where it is there. */
export function overlay(m: Machine, props: Map<string, MValue>, saved: Stored, when: Guard | undefined): void {
  const { member: _, ...record } = saved;
  for (const [key, value] of props) {
    const member = { ...saved, member: saved.member === undefined ? key : `${saved.member}.${key}` };
    const there = storedPresent(record);
    props.set(key, ite(when ? and(when, there) : there, member, value));
  }
  m.spend();
}
