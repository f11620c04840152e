/** Words that rules take from fixed lists and from the catalogue, and hand to `term`. */
import { catalog } from '../../../src/generated/catalog.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';
import { CATEGORIES, USER_DATA_KINDS } from '../../../src/model/catalog.ts';
import { FIELD_RANK } from '../../../src/model/form-field.ts';
import { SECTORS } from '../../../src/model/profile.ts';
import type { ContextFact, UnknownScript } from '../../../src/model/unit.ts';

const FACTS: Readonly<Record<ContextFact['about'], true>> = {
  title: true,
  description: true,
  'structured-data': true,
  path: true,
  breadcrumb: true,
  container: true,
  heading: true,
  file: true,
  navigation: true,
  table: true,
  route: true,
  site: true,
  package: true,
};
const FORMS: Readonly<Record<NonNullable<UnknownScript['form']>, true>> = {
  image: true,
  frame: true,
  pixel: true,
  request: true,
};

/** Words of vocabularies, and what the catalogue says of vendors. */
export function terms(): { readonly terms: ReadonlySet<string>; readonly vendors: ReadonlySet<string> } {
  const vendors = catalog.vendors.flatMap((vendor) => [
    ...(vendor.retired ? [vendor.retired.what, vendor.retired.instead] : []),
    ...(vendor.recording ? [vendor.recording.remedy] : []),
    ...vendor.testing.map(({ what }) => what),
    ...[...vendor.automatic, ...(vendor.routeViews ? [vendor.routeViews] : [])].flatMap(
      ({ title, collects, remedy }) => [title, collects, remedy],
    ),
    ...wordsUnder(vendor, ['restrained', 'noEffect']),
  ]);
  return {
    terms: new Set([
      ...CATEGORIES,
      ...USER_DATA_KINDS,
      ...FIELD_RANK,
      ...SECTORS,
      ...Object.keys(FACTS),
      ...Object.keys(FORMS),
      ...sensitive.categories.map(({ id }) => id),
    ]),
    vendors: new Set([...vendors, ...catalog.secrets.map(({ title }) => title)]),
  };
}

/** Texts under such keys, however deep. */
function wordsUnder(value: unknown, keys: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => wordsUnder(item, keys));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    keys.includes(key) && typeof inner === 'string' ? [inner] : wordsUnder(inner, keys),
  );
}
