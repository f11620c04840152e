/** What an activity hands to its vendor, key by key: what each is, in which form, and where it comes from. */
import type { Location } from '../../text/location.ts';
import { USER_DATA_KINDS } from '../catalog.ts';
import type { ContentRole } from '../content.ts';
import { contentOf } from '../content.ts';
import type { Certainty } from '../finding.ts';
import { personalDataOf } from '../personal-data.ts';
import { type SentDatum, sentDataOf } from '../sent-data.ts';
import type { Activity } from '../unit.ts';
import { type UserDatum, userDataOf } from '../user-data.ts';
import { alternativesOf, isTransformed, type OriginKind, originsOf, type Value } from '../value.ts';

/**
 * What a key is about: a kind of personal data; something about products or a search; `user-data` is personal by its place,
 * whatever it holds; `other` the rest (amounts, currencies, settings).
 */
export const DATA_CATEGORIES = [
  ...USER_DATA_KINDS,
  'product-name',
  'product-category',
  'product-id',
  'product-list',
  'search-term',
  'user-data',
] as const;
export type DataCategory = (typeof DATA_CATEGORIES)[number];

/** `raw`: as it is; `hashed`: through a digest; `unknown`: one or the other, which is not seen. */
export const DATA_FORMS = ['raw', 'hashed', 'unknown'] as const;
export type DataForm = (typeof DATA_FORMS)[number];
/** From what tells least of a person to what tells most. */
export const FORM_RANK: Readonly<Record<DataForm, number>> = { hashed: 0, unknown: 1, raw: 2 };

/** Where a value comes from. A fixed value has no name: it may be personal itself. */
export interface DataOrigin {
  readonly kind: OriginKind | 'literal';
  readonly name?: string;
}

export interface DataUse {
  /** As the vendor gets it: `em`, `content_name`, `contents.name`. */
  readonly key: string;
  readonly category: DataCategory;
  readonly form: DataForm;
  /** None where nothing in sight says it. */
  readonly origins: readonly DataOrigin[];
  readonly certainty: Certainty;
  readonly location: Location;
}

const ROLES: Readonly<Record<ContentRole, DataCategory>> = {
  name: 'product-name',
  category: 'product-category',
  id: 'product-id',
  list: 'product-list',
  search: 'search-term',
};

/** Everything that the activity sends under a key, each key of one place once; personal data first. */
export function dataOf(activity: Activity): readonly DataUse[] {
  const known = new Set<Value>();
  const keys = new Set<string>();
  const found: DataUse[] = [];
  const add = (use: DataUse, value: Value): void => {
    for (const one of alternativesOf(value)) known.add(one);
    keys.add(lastOf(use.key));
    found.push(use);
  };
  const personal = [...(activity.kind === 'configure' ? [] : userDataOf(activity)), ...personalDataOf(activity)];
  for (const datum of personal) add(personalUse(datum), datum.value);
  // Settings of a library are no data of a visit.
  if (activity.kind === 'configure' || activity.kind === 'consent') return found;
  for (const { key, role, value, location } of contentOf(activity)) {
    if (isKnown(value, key, known, keys)) continue;
    add(
      { key, category: ROLES[role], form: formOf(value), origins: originsFor(value), certainty: 'certain', location },
      value,
    );
  }
  for (const datum of sentDataOf(withoutSettings(activity))) {
    if (isContainer(datum) || isKnown(datum.value, datum.path, known, keys)) continue;
    const { path: key, value, location } = datum;
    found.push({
      key,
      category: 'other',
      form: formOf(value),
      origins: originsFor(value),
      certainty: 'certain',
      location,
    });
  }
  return found;
}

/** Fields with which a tag shows who it is. */
const CREDENTIAL = /token|secret|password|api_?key/i;

/** The fields of a tag say what its script does; those that are filled at run time, what it sends. */
function withoutSettings(activity: Activity): Activity {
  const { options, ...values } = activity.values;
  if (!activity.tagShape || options?.kind !== 'object') return activity;
  const properties = options.properties.filter(
    ({ key, value }) => !CREDENTIAL.test(key) && originsOf(value).length > 0,
  );
  return { ...activity, values: { ...values, options: { ...options, properties } } };
}

/** Stands for the keys of an object of which only the name is seen. */
const WHOLE = '(whole object)';

function personalUse({ key, kind, value, hashed, unclear, whole, certainty, location }: UserDatum): DataUse {
  return {
    // Of an object that is handed over whole only what it is called here is seen.
    key: whole ? WHOLE : key,
    category: kind === 'other' ? 'user-data' : kind,
    form: unclear || (whole && !hashed) ? 'unknown' : hashed ? 'hashed' : 'raw',
    origins: originsFor(value),
    certainty,
    location,
  };
}

function formOf(value: Value): DataForm {
  if (isTransformed(value, 'hash')) return 'hashed';
  return isTransformed(value, 'perhaps-hash') ? 'unknown' : 'raw';
}

function originsFor(value: Value): readonly DataOrigin[] {
  const origins = originsOf(value).map(({ kind, name }): DataOrigin => ({ kind, name }));
  const isFixed = origins.length === 0 && alternativesOf(value).some(({ kind }) => kind === 'literal');
  return isFixed ? [{ kind: 'literal' }] : origins;
}

/** Told already, by its value or by the name under which it stands. */
function isKnown(value: Value, path: string, known: ReadonlySet<Value>, keys: ReadonlySet<string>): boolean {
  return alternativesOf(value).some((one) => known.has(one)) || keys.has(lastOf(path));
}

/** Its members stand beside it. */
function isContainer({ value }: SentDatum): boolean {
  return alternativesOf(value).every(
    (one) =>
      (one.kind === 'object' && one.properties.length > 0) ||
      (one.kind === 'array' && one.items.some((item) => item.kind === 'object')),
  );
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}
