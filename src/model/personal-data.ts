/** Personal data among what an activity sends as event parameters, settings or address, where no user data belongs. */

import type { Location } from '../text/location.ts';
import type { UserDataKind } from './catalog.ts';
import { isOfContact } from './contact-event.ts';
import type { FieldKind } from './form-field.ts';
import { isLink } from './links.ts';
import { isOthers, PERSON, pathOf } from './owners.ts';
import { isAnswerName, kindOfWord } from './personal-words.ts';
import { isForUse } from './reach.ts';
import type { Activity } from './unit.ts';
import { isDigest, isPseudonymous, type UserDatum, userDataOf } from './user-data.ts';
import { alternativesOf, isEmpty, isTransformed, isUnsure, type Origin, textOf, type Value } from './value.ts';

const MAX_DEPTH = 6;
const MAX_FOUND = 40;

/** Kinds that tell who somebody is, or where to reach them. A place or a gender alone does not. */
const TELLING: ReadonlySet<FieldKind> = new Set<UserDataKind>([
  'email',
  'phone',
  'first-name',
  'last-name',
  'name',
  'birth-date',
  'street',
  'identity-number',
  'user-id',
]);

function isTelling(kind: FieldKind): kind is UserDataKind {
  return TELLING.has(kind);
}

/** What data of this activity says about a person outside of the fields that are made for it (those are `userDataOf`). */
export function personalDataOf(activity: Activity): readonly UserDatum[] {
  // What is set for later events is nobody's identity yet.
  const matched = matchedOf(activity);
  // The parameters of an address stand in one place.
  const known = new Set(matched.map(({ location }) => keyOf(location)));
  const keys = new Set(matched.map(subjectOf));
  const { user, id, event, ...rest } = activity.values;
  const values = activity.args.length > 0 ? activity.args.filter(({ location }) => location !== user?.location) : [];
  return personalDataIn([...Object.values(rest), ...values], activity).filter((datum) => {
    if (activity.kind === 'load' || isFormField(datum)) return !keys.has(subjectOf(datum));
    return !known.has(keyOf(datum.location));
  });
}

/** One of the fields of a form that is sent as a whole: all of them stand in one place. */
function isFormField({ kind, value }: UserDatum): boolean {
  return (
    kind === 'identity-number' &&
    value.kind === 'unknown' &&
    value.origins.every(({ kind: from }) => from === 'form-field')
  );
}

/** Who sends something, and under which circumstances. */
type Sender = Pick<Activity, 'values' | 'guard' | 'reached' | 'steps' | 'location'> &
  Partial<Pick<Activity, 'kind' | 'vendor'>>;

/** What values say about a person. */
export function personalDataIn(values: readonly Value[], sender: Sender): readonly UserDatum[] {
  const found = new Map<string, UserDatum>();
  const add = (datum: UserDatum): void => {
    const key = subjectOf(datum);
    if (!found.has(key) && found.size < MAX_FOUND) found.set(key, datum);
  };
  for (const value of values) visit('', value, sender, add, 0);
  return [...found.values()];
}

/** What is judged as user data that is handed over. */
function matchedOf(activity: Activity): readonly UserDatum[] {
  return activity.kind === 'configure' ? [] : userDataOf(activity);
}

function subjectOf({ key, location }: Pick<UserDatum, 'key' | 'location'>): string {
  return `${keyOf(location)} ${key}`;
}

function keyOf({ source, start, end }: Location): string {
  return `${source.name} ${start} ${end}`;
}

function visit(key: string, value: Value, activity: Sender, add: (datum: UserDatum) => void, depth: number): void {
  if (depth > MAX_DEPTH) return;
  const containers = activity.vendor?.userData.containers ?? [];
  for (const one of alternativesOf(value)) {
    if (one.kind === 'object') {
      for (const property of one.properties) {
        // What stands in a field for user data is advanced matching.
        if (
          activity.kind !== 'configure' &&
          containers.some((name) => name.toLowerCase() === property.key.toLowerCase())
        )
          continue;
        const inner = property.value;
        visit(property.key, inner.location ? inner : { ...inner, ...at(property.location) }, activity, add, depth + 1);
      }
      // `{ event: 'sent', ...Object.fromEntries(new FormData(form)) }`: under the names of the fields.
      for (const rest of one.rest) if (holdsWhole(rest)) visit('', rest, activity, add, depth + 1);
    } else if (one.kind === 'array') for (const item of one.items) visit(key, item, activity, add, depth + 1);
    else judge(key, one, value.location, activity, add);
  }
}

function holdsWhole(value: Value): boolean {
  return alternativesOf(value).some((one) => one.kind === 'unknown' && one.origins.some(({ whole }) => whole === true));
}

function at(location: Location | undefined): { location?: Location } {
  return location ? { location } : {};
}

function judge(
  key: string,
  value: Value,
  place: Location | undefined,
  activity: Sender,
  add: (datum: UserDatum) => void,
): void {
  if (isEmpty(value) || isTransformed(value, 'redact')) return;
  const location = value.location ?? place ?? activity.location;
  if (value.kind === 'literal') {
    const text = textOf(value);
    const kind = kindOfKey(key);
    if (text === undefined || kind === undefined || !isOfKind(kind, text)) return;
    add({ key, kind, value, hashed: isDigest(text), certainty: 'certain', location });
    return;
  }
  for (const told of tellingsOf(key, value)) addTold(told, key, value, location, activity, add);
}

/** What a value says of a person; all fields of a form say what each of them holds. */
function tellingsOf(key: string, value: Value): readonly Telling[] {
  const fields =
    value.kind === 'unknown' ? value.origins.filter(({ kind, whole }) => kind === 'form-field' && whole) : [];
  if (value.kind === 'unknown' && fields.length > 1 && fields.length === value.origins.length)
    return fields.flatMap((origin) => tellingOf(key, { ...value, origins: [origin] }) ?? []);
  const told = tellingOf(key, value);
  return told ? [told] : [];
}

function addTold(
  { kind, name, origin, unsure }: Telling,
  key: string,
  value: Value,
  location: Location,
  activity: Sender,
  add: (datum: UserDatum) => void,
): void {
  // A parameter may be called so for another reason, and one of all the fields need not be filled.
  const named = origin === undefined || origin.kind === 'variable' || origin.kind === 'url' || isWhole(origin);
  add({
    key: name,
    kind,
    value,
    hashed: isTransformed(value, 'hash') || /hash|sha_?256|md5/i.test(`${key} ${origin?.name ?? ''}`),
    certainty:
      unsure || isOfContact(activity, kind, key, value)
        ? 'possible'
        : named
          ? isForUse(activity, isPseudonymous(kind))
            ? 'likely'
            : 'possible'
          : 'certain',
    location,
  });
}

interface Telling {
  readonly kind: UserDataKind;
  /** The key, or where there is none that says it, the words of the source. */
  readonly name: string;
  readonly origin?: Origin;
  /** A function out of sight may have made something else of it. */
  readonly unsure?: true;
}

/** What a value that is not fixed says of a person: by where it comes from, by its key, or by the parameter of an address. */
function tellingOf(key: string, value: Value): Telling | undefined {
  if (value.kind === 'text') {
    for (const [index, part] of value.parts.entries()) {
      if (typeof part === 'string') continue;
      const before = value.parts[index - 1];
      const parameter = typeof before === 'string' ? /[?&]([\w.[\]-]{1,60})=$/.exec(before)?.[1] : undefined;
      const told = tellingOf(parameter ?? '', part);
      if (told) return { ...told, name: parameter ?? (key === '' ? told.name : key) };
    }
    return undefined;
  }
  if (value.kind !== 'unknown' || ABOUT.test(key) || isLink(value.origins) || isAnswer(value.origins)) return undefined;
  if (value.origins.some(({ name }) => ABOUT_DEVICE.test(name))) return undefined;
  let unsure: Telling | undefined;
  for (const origin of value.origins) {
    const kind = kindOfOrigin(origin);
    if (kind === undefined) continue;
    const told = { kind, name: key === '' ? origin.name : key, origin };
    if (!isUnsure(value, origin) || kindOfKey(key) !== undefined) return told;
    unsure ??= { ...told, unsure: true };
  }
  if (unsure) return unsure;
  const kind = kindOfKey(key);
  const [origin] = value.origins;
  if (kind === undefined || (origin && isOthers(origin.name))) return undefined;
  return origin ? { kind, name: key, origin } : { kind, name: key };
}

/** Whether the device is a mobile one, as browsers say it: `client_hints.mobile`, `navigator.userAgentData.mobile`. */
const ABOUT_DEVICE =
  /(?:^|[._])(?:client_?hints?|sec-ch-ua|user_?agent(?:_?data)?|ua(?:_?data)?|device|browser)(?:[._-]?(?:data|info))?[._-](?:is_?)?mobile$/i;

/** What a variable of a container is called says less than what it reads. */
function isAnswer(origins: readonly Origin[]): boolean {
  const read = origins.find(({ kind }) => kind === 'data-layer' || kind === 'event-data');
  return read !== undefined && isAnswerName(read.name.split('.').at(-1) ?? '');
}

/** The kind of personal data that a key or name says. Names of things (`phone_model`, `email_template`) say none. */
function kindOfKey(key: string): UserDataKind | undefined {
  const word = key.replace(/[_\-\s$.[\]]/g, '').toLowerCase();
  const kind = kindOfWord(key.replace(/^(?:cd|ud|up|ep)[.[]|\]$/g, ''));
  if (kind === undefined || !TELLING.has(kind) || isAnswerName(key)) return undefined;
  if (kind === 'phone' && !/(?:phone|mobile)(?:n(?:umbe)?r|no)?$|^tel$|^telefon(?:nummer|nr)?$|mobilnummer$/.test(word))
    return undefined;
  if (kind === 'phone' && /^(?:head|ear|smart|micro|i)phone$/.test(word)) return undefined;
  if (
    kind === 'street' &&
    !/^(?:street|(?:customer|user|home|shipping|billing|delivery)(?:street)?address|gatu)/.test(word)
  )
    return undefined;
  return kind;
}

/** Keys that say something about data, not the data: `phone_model`, `email_length`. */
const ABOUT =
  /(?:model|template|type|length|count|domain|valid|verified|status|exists|provider|clicks?|consent|opt_?in)$/i;

/** Parameters that a campaign puts into its links. */
const CAMPAIGN = /^\??(?:utm|mtm|pk|hsa|mc|mkt|vero|ref)_/i;

function kindOfOrigin({ kind: from, name, asks, whole }: Origin): UserDataKind | undefined {
  if (isOthers(name) || (from === 'url' && CAMPAIGN.test(name))) return undefined;
  if (from === 'form-field') {
    // What is asked of the element is not what was typed.
    if (/\.(?:length|checked|valid\w*|disabled|selectedIndex|type|name|id|className|files)$/.test(name))
      return undefined;
    if (asks !== undefined) return isTelling(asks) ? asks : undefined;
    const words = name.slice(0, 200).match(/[\p{L}][\p{L}\d_-]*/gu) ?? [];
    for (const word of words) {
      const kind = kindOfKey(word);
      if (kind !== undefined) return kind;
    }
    return undefined;
  }
  const path = pathOf(name);
  const last = path.at(-1) ?? '';
  const kind = kindOfKey(last);
  if (kind !== undefined) return kind;
  if (from === 'template' && whole && PERSON.test(last)) return 'name';
  const owner = path.at(-2) ?? '';
  if (PERSON.test(owner) && /^(?:full|display|given|family|nick)?_?name$/i.test(last)) return 'name';
  return PERSON.test(owner) && /^id$/i.test(last) ? 'user-id' : undefined;
}

/** All fields of a form, or all that a site knows of a person: `{{ customer | json }}`. */
function isWhole({ kind, name, whole }: Origin): boolean {
  return whole === true && (kind !== 'template' || PERSON.test(pathOf(name).at(-1) ?? ''));
}

/** Whether a fixed text can be such data of a visitor; addresses of the site itself (`info@…`) are none. */
function isOfKind(kind: UserDataKind, text: string): boolean {
  if (isDigest(text)) return true;
  switch (kind) {
    case 'email':
      return (
        /^[^\s@<>]{1,64}@[^\s@<>]{1,200}\.[a-z]{2,}$/i.test(text) &&
        !/^(?:info|kontakt|contact|hello|hej|support|sales|office|mail|kundservice|help|admin|service|no-?reply)@/i.test(
          text,
        )
      );
    case 'identity-number':
      return /^(?:\d{6}|\d{8})[-+ ]?\d{3,4}[a-z]?$/i.test(text);
    default:
      return false;
  }
}
