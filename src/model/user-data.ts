/** What an activity hands to its vendor about the person: keys, kinds, origin, raw or hashed. */

import type { Location } from '../text/location.ts';
import type { UserDataKind, Vendor } from './catalog.ts';
import { isOfContact } from './contact-event.ts';
import { isLink } from './links.ts';
import { isOfSite } from './owners.ts';
import { isAnswerName, kindOfWord } from './personal-words.ts';
import { isForUse } from './reach.ts';
import type { Activity } from './unit.ts';
import {
  alternativesOf,
  isEmpty,
  isTransformed,
  isUnsure,
  type Literal,
  type Origin,
  originsOf,
  type Property,
  textOf,
  type Value,
} from './value.ts';

export interface UserDatum {
  readonly key: string;
  readonly kind: UserDataKind;
  readonly value: Value;
  readonly hashed: boolean;
  /** Digested on some ways through the code, or as far as it could be evaluated: whether it always is, is not known. */
  readonly unclear?: true;
  /** An object of which only the name is seen: what it holds, and in which form, is not. */
  readonly whole?: true;
  /** likely where only a name says what it is; possible where not even that. */
  readonly certainty: 'certain' | 'likely' | 'possible';
  readonly location: Location;
}

/** Captured arguments that are a single datum by themselves. */
const SINGLE: Readonly<Record<string, UserDataKind>> = {
  email: 'email',
  phone: 'phone',
  firstname: 'first-name',
  lastname: 'last-name',
  fullname: 'name',
  userid: 'user-id',
  userId: 'user-id',
  user_id: 'user-id',
};

/** Bodies of requests nest: a list of events, in each of them an object of user data, in that a list of addresses. */
const MAX_DEPTH = 6;
const MAX_ITEMS = 20;

export function userDataOf(activity: Activity): readonly UserDatum[] {
  const { values } = activity;
  const found: UserDatum[] = [];
  for (const [name, kind] of Object.entries(SINGLE)) {
    const value = values[name];
    if (value) single(name, kind, value, activity, found);
  }
  if (values.user) inUser(values.user, activity, found, 0);
  for (const name of ['params', 'body', 'options', 'event_params']) {
    const value = values[name];
    if (value) inParams(value, activity, found, 0);
  }
  return dedupe(found);
}

function inUser(value: Value, activity: Activity, found: UserDatum[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const one of alternativesOf(value)) {
    if (isEmpty(one)) continue;
    if (one.kind === 'object') {
      const named = namedValue(one.properties, activity.vendor);
      if (named) {
        single(named.key, named.kind, named.value, activity, found, named.location);
        continue;
      }
      for (const { key, value: inner, location } of one.properties) {
        if (inner.kind === 'object' || (inner.kind === 'array' && inner.items.some(({ kind }) => kind === 'object'))) {
          inUser(inner, activity, found, depth + 1);
          continue;
        }
        const { anyKey, options } = activity.vendor.userData;
        const kind = kindOf(activity.vendor, key) ?? (anyKey && !options.includes(key) ? 'other' : undefined);
        if (kind !== undefined) single(key, kind, inner, activity, found, location);
      }
      for (const rest of one.rest) opaque(rest, activity, found);
    } else if (one.kind === 'array') {
      for (const item of one.items.slice(0, MAX_ITEMS)) inUser(item, activity, found, depth + 1);
    } else if (one.kind === 'unknown' || one.kind === 'text') opaque(one, activity, found);
    else if (one.kind === 'literal' && typeof one.value === 'string' && one.value.includes('@'))
      single('user', 'email', one, activity, found);
  }
}

/** An entry that says in one member what stands in another: `{ idType: 'SHA256_EMAIL', idValue }`, `{ type: 'email', value }`. */
function namedValue(
  properties: readonly Property[],
  vendor: Vendor,
): (Property & { readonly kind: UserDataKind }) | undefined {
  const value = properties.find(({ key }) => /^(?:id_?)?value$/i.test(key));
  if (!value) return undefined;
  for (const { key, value: said } of properties) {
    const text = /^(?:id_?)?(?:type|name|key)$/i.test(key) ? textOf(said) : undefined;
    const kind = text === undefined ? undefined : kindOf(vendor, text.replace(/^(?:sha_?256|md5|hashed)_/i, ''));
    if (text !== undefined && kind !== undefined) return { ...value, key: text, kind };
  }
  return undefined;
}

/** An argument that is user data by its place, but of which only the name is known. */
function opaque(value: Value, activity: Activity, found: UserDatum[]): void {
  const origins = originsOf(value);
  const name = origins[0]?.name ?? '';
  const personal =
    /user|customer|e-?mail|match|person|profile|kund|client|shopper|visitor|identity|contact|account|traits/i.test(
      name,
    );
  // A parameter of a function that nothing calls says nothing of what is sent.
  const certainty =
    personal && activity.reached
      ? 'likely'
      : origins.some((origin) => origin.kind !== 'variable' && !isUnsure(value, origin))
        ? 'likely'
        : 'possible';
  found.push({
    key: name === '' ? 'an object' : name,
    kind: /e-?mail/i.test(name) ? 'email' : 'other',
    value,
    hashed: isTransformed(value, 'hash') || /hash|sha256/i.test(name),
    ...(isTransformed(value, 'perhaps-hash') ? { unclear: true } : {}),
    ...(/e-?mail/i.test(name) ? {} : { whole: true }),
    certainty,
    location: value.location ?? activity.location,
  });
}

function inParams(value: Value, activity: Activity, found: UserDatum[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const one of alternativesOf(value)) {
    if (one.kind === 'array')
      for (const item of one.items.slice(0, MAX_ITEMS)) inParams(item, activity, found, depth + 1);
    if (one.kind !== 'object') continue;
    for (const { key, value: inner, location } of one.properties) {
      if (activity.vendor.userData.containers.some((container) => container.toLowerCase() === key.toLowerCase())) {
        inUser(inner, activity, found, depth + 1);
        continue;
      }
      // Tables of a container name a member of such an object by its path: `user_data.email_address`.
      const [container = '', member] = [key.slice(0, key.indexOf('.')), key.slice(key.lastIndexOf('.') + 1)];
      const inside = activity.vendor.userData.containers.some((one) => one.toLowerCase() === container.toLowerCase());
      const told = inside ? kindOf(activity.vendor, member) : undefined;
      if (told !== undefined) single(key, told, inner, activity, found, location);
      if (inside) continue;
      const kind = activity.vendor.userData.keys[key.toLowerCase()];
      // Short keys such as `name` or `city` mean a product or shop as often as a person.
      if (kind !== undefined && DIRECT.has(kind) && key.length > 2 && !isOfContact(activity, kind, key, inner))
        single(key, kind, inner, activity, found, location);
      else if (isNested(inner)) inParams(inner, activity, found, depth + 1);
    }
  }
}

function isNested(value: Value): boolean {
  return alternativesOf(value).some(({ kind }) => kind === 'object' || kind === 'array');
}

const DIRECT: ReadonlySet<UserDataKind> = new Set(['email', 'phone', 'identity-number', 'user-id']);

function single(
  key: string,
  kind: UserDataKind,
  value: Value,
  activity: Activity,
  found: UserDatum[],
  place?: Location,
): void {
  for (const one of alternativesOf(value)) {
    if (isEmpty(one) || isTransformed(one, 'redact')) continue;
    // APIs of servers take several addresses of one person.
    if (one.kind === 'array' && one.items.length > 0) {
      const before = found.length;
      for (const item of one.items.slice(0, MAX_ITEMS)) single(key, kind, item, activity, found, place);
      if (found.length > before) break;
      continue;
    }
    if (one.kind === 'literal' && !canBe(kind, one.value)) continue;
    // Traits in the place of an id: `identify({ email })`.
    if (one.kind === 'object') {
      inUser(one, activity, found, 1);
      continue;
    }
    const text = textOf(one);
    const digest = text !== undefined && isDigest(text);
    const origins = originsOf(one);
    if ((kind === 'phone' || kind === 'email') && (isLink(origins) || isOfSite(origins))) continue;
    // What the vendor's example leaves to be filled in: `{{ yourEmailVariable }}`.
    if (origins.length > 0 && origins.every(({ name }) => /^your[A-Z_]/.test(name))) continue;
    const named = one.kind === 'unknown' && origins.every(({ kind: from }) => from === 'variable');
    const handed = named && activity.server && !activity.reached;
    // An API for servers asks for digests: what its caller is handed by files out of sight may be one.
    const asked = handed && activity.kind === 'load' && !isPseudonymous(kind) && !origins.some(isOfRequest);
    const unclear = asked || isTransformed(one, 'perhaps-hash');
    // An id that is filled from an address or number is that address or number.
    const told =
      kind === 'user-id'
        ? origins
            .filter((origin) => !isUnsure(one, origin))
            .map(({ name }) => kindOfWord(name.split('.').at(-1) ?? ''))
            .find((other) => other !== undefined && other !== 'user-id')
        : undefined;
    found.push({
      key,
      kind: told ?? (kind === 'postcode' && origins.some(({ name }) => GUESSED.test(name)) ? 'region' : kind),
      value: one,
      hashed:
        digest ||
        isTransformed(one, 'hash') ||
        /sha_?-?256|hash|md5/i.test(key) ||
        origins.some(({ name }) => /hash|sha_?256|md5/i.test(name)),
      ...(unclear ? { unclear } : {}),
      certainty:
        named && !handed && (unclear || !isForUse(activity, isPseudonymous(kind)))
          ? 'possible'
          : named || unclear
            ? 'likely'
            : 'certain',
      location: one.location ?? place ?? value.location ?? activity.location,
    });
    break;
  }
}

/**
 * Whether a fixed value can be such data: a page that a server made holds the visitor's own. A switch (`email: 'yes'`) and
 * what the vendor's example left to be filled in (`<user_email_address>`, `[EMAIL]`, `USER_ID`) cannot.
 */
function canBe(kind: UserDataKind, value: Literal): boolean {
  // Of numbers only those can be that are written in figures.
  if (typeof value === 'number')
    return kind !== 'email' && kind !== 'name' && kind !== 'first-name' && kind !== 'last-name';
  if (typeof value !== 'string') return false;
  const text = value.trim();
  if (isDigest(text)) return true;
  if (/^(?:<[^<>]*>|\[[^[\]]*\]|[A-Z]+(?:_[A-Z]+)+)$/.test(text)) return false;
  if (/^(?:your|insert|replace|enter|add)[ _-]/i.test(text)) return false;
  if (kind === 'email') return text.includes('@') || isEncoded(text);
  if (kind === 'phone' || kind === 'identity-number' || kind === 'birth-date')
    return /\d/.test(text) || isEncoded(text);
  return kind !== 'other';
}

/** Headers in which a server keeps where the address of a visitor is thought to be: no more than a rough place. */
const GUESSED = /(?:^|[^a-z])geo(?:ip)?(?:[^a-z]|$)|cloudfront-viewer|vercel-ip|(?:^|[^a-z])cf-ip/i;

/** Whether a value is a part of what a browser has sent to a server: `req.body.email`, `(await request.json()).email`. */
function isOfRequest({ name }: Origin): boolean {
  return /(?:^|\.)(?:body|query|json\(\)|formData\(\))\.|^event\.(?:body|data)\b/.test(name);
}

/** A digest in hexadecimal. */
export function isDigest(text: string): boolean {
  return /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text);
}

/** A digest in base64. */
function isEncoded(text: string): boolean {
  return /^[\w+/-]{22,88}={0,2}$/.test(text);
}

/** The kind of personal data that a key means to the vendor, or by its plain words. */
function kindOf(vendor: Vendor, key: string): UserDataKind | undefined {
  return vendor.userData.keys[key.toLowerCase()] ?? (isAnswerName(key) ? undefined : kindOfWord(key));
}

function dedupe(found: readonly UserDatum[]): UserDatum[] {
  const seen = new Set<string>();
  return found.filter((datum) => {
    const key = `${datum.key.toLowerCase()} ${datum.location.start} ${datum.location.source.name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Data that names nobody by itself: ids and coarse places. */
export function isPseudonymous(kind: UserDataKind): boolean {
  if (kind === 'device') return true;
  return kind === 'user-id' || kind === 'country' || kind === 'region' || kind === 'city' || kind === 'ip-address';
}
