/** Product names, categories, ids and search words in what an activity sends. */
import type { Location } from '../text/location.ts';
import type { Activity } from './unit.ts';
import { alternativesOf, isEmpty, type Origin, originsOf, textOf, type Value } from './value.ts';

export type ContentRole = 'name' | 'category' | 'id' | 'search' | 'list';

export interface ContentItem {
  readonly key: string;
  readonly role: ContentRole;
  readonly value: Value;
  /** The literal text, or the words of the expression that gives the value. */
  readonly text: string;
  /** The text stands in the source; otherwise it is filled at run time. */
  readonly literal: boolean;
  /** A function out of sight makes it of what the origin says: it may be only something about that. */
  readonly made?: boolean;
  readonly location: Location;
}

const MAX_DEPTH = 5;
const MAX_ITEMS = 60;

/** Captured arguments that are one item by themselves. */
const SINGLE: Readonly<Record<string, ContentRole>> = { product: 'name', sku: 'id', search: 'search' };

/** Keys that mean the visitor's search words whatever the vendor. */
const SEARCH_KEY =
  /^(?:site_?)?search_?(?:term|string|query|text|words?|phrase|keywords?|input)s?$|^keywords?$|^s(?:ö|o|oe)kord$/i;

/** What is done to whom, or what for, by the names that booking forms give it; an id or a number of it is none. */
const BOOKED_KEY = new RegExp(
  '^(?:(?:booked|selected|chosen)_?)?(?:(?:treatment|therapy|procedure|diagnos[ie]s|symptoms?|vaccin(?:e|ation)|' +
    'behandling|behandlung|diagnose|diagnos|trattamento|tratamiento|tratamento|traitement|terapia|zabieg|hoito)' +
    '(?:_?(?:types?|names?|titles?|categor(?:y|ies)|reason))?|' +
    '(?:appointment|booking|consultation|visit|service)_?(?:types?|names?|titles?|categor(?:y|ies)|reason))$',
  'i',
);

/** Parameters in which the address of a page of results tells what was searched for. */
const SEARCH_PARAMETER =
  /^\?(?:q|s|query|term|(?:site_?)?search(?:_?(?:term|text|query|word)s?)?|keywords?|s(?:ö|o|oe)k(?:ord)?|suche?)$/i;

export function contentOf(activity: Activity): readonly ContentItem[] {
  const found: ContentItem[] = [];
  for (const [name, role] of Object.entries(SINGLE)) {
    const value = activity.values[name];
    if (value && !isEmpty(value)) add(name, role, value, activity.location, found);
  }
  for (const name of ['params', 'body', 'options', 'value', 'pushed']) {
    const value = activity.values[name];
    if (value) visit(value, activity, found, 0);
  }
  return found.slice(0, MAX_ITEMS);
}

function visit(value: Value, activity: Activity, found: ContentItem[], depth: number, ofProduct = false): void {
  if (depth > MAX_DEPTH || found.length > MAX_ITEMS) return;
  const { content } = activity.vendor;
  for (const one of alternativesOf(value)) {
    if (one.kind === 'array') {
      for (const item of one.items) visit(item, activity, found, depth + 1, ofProduct);
      continue;
    }
    if (one.kind !== 'object') continue;
    for (const { key, value: inner, location } of one.properties) {
      if (isEmpty(inner)) continue;
      const place = inner.location ?? location ?? activity.location;
      const role = roleOf(key, content) ?? (ofProduct ? productRole(key) : undefined);
      if (role === 'list') {
        const before = found.length;
        if (inner.kind === 'array') visit(inner, activity, found, depth + 1, true);
        // Where no item says what is in it, the whole list does.
        if (inner.kind !== 'array' || (inner.open && found.length === before))
          found.push({ key, role, value: inner, text: wordsOf(inner), literal: false, location: place });
      } else if (role) {
        for (const entry of inner.kind === 'array' ? inner.items : [inner]) add(key, role, entry, place, found);
      } else if (inner.kind === 'object' || inner.kind === 'array') visit(inner, activity, found, depth + 1);
      else if (isTaxonomyId(key, inner))
        found.push({
          key,
          role: 'category',
          value: inner,
          text: `${key} ${textOf(inner)}`,
          literal: true,
          location: place,
        });
      else {
        const filled = byOrigin(inner);
        if (filled) found.push({ key, ...filled, value: inner, text: wordsOf(inner), literal: false, location: place });
      }
    }
  }
}

/** A table of products, and other choices, give one item for each of the values. */
function add(key: string, role: ContentRole, value: Value, place: Location, found: ContentItem[]): void {
  for (const one of alternativesOf(value)) {
    if (isEmpty(one) || found.length > MAX_ITEMS) continue;
    const text = textOf(one);
    found.push({
      key,
      role,
      value: one,
      text: text ?? wordsOf(one),
      literal: text !== undefined,
      location: one.location ?? value.location ?? place,
    });
  }
}

function roleOf(key: string, content: Activity['vendor']['content']): ContentRole | undefined {
  const is = (keys: readonly string[]): boolean => keys.some((known) => known.toLowerCase() === key.toLowerCase());
  if (is(content.lists)) return 'list';
  if (is(content.names)) return 'name';
  if (is(content.categories)) return 'category';
  if (is(content.search) || SEARCH_KEY.test(key)) return 'search';
  if (is(content.ids)) return 'id';
  return BOOKED_KEY.test(key) ? 'category' : undefined;
}

/** A number of a taxonomy of products is no name; the name of its key says which taxonomy it is of. */
function isTaxonomyId(key: string, value: Value): boolean {
  const text = textOf(value);
  return text !== undefined && TAXONOMY_KEY.test(key) && TAXONOMY_ID.test(text);
}

const TAXONOMY_KEY = /categor|taxonom/i;
/** `1680`, `hb-1-15-5`, `gid://…/TaxonomyCategory/hb-1-15-5`. */
const TAXONOMY_ID = /^(?:gid:\/\/[\w./-]{1,100}|[a-z]{2}(?:-\d{1,5}){1,9}|\d{3,7})$/i;

/** What a member of a product is by its plain words, where the vendor has none of its own for it. */
function productRole(key: string): ContentRole | undefined {
  if (/^(?:(?:product|item)_?)?(?:name|title)$/i.test(key)) return 'name';
  return /^(?:(?:product|item)_?)?category$/i.test(key) ? 'category' : undefined;
}

const PRODUCTS = '(?:items?|line_?items?|products?|impressions|cart|basket)(?:\\.\\d+|\\[\\d*\\])*';
const NAME_PATH = new RegExp(`(?:^|\\.)(?:(?:item|product)_?(?:name|title)|${PRODUCTS}\\.(?:name|title))$`, 'i');
const CATEGORY_PATH = new RegExp(`(?:^|\\.)(?:(?:item|product)_?category\\d?|${PRODUCTS}\\.category)$`, 'i');
const LIST_PATH = /^ecommerce(?:\.\w+)?\.(?:items|products|impressions)$/i;

/** What a parameter of the site's own carries, by what fills it. */
function byOrigin(value: Value): Pick<ContentItem, 'role' | 'made'> | undefined {
  for (const one of alternativesOf(value)) {
    const origins = originsOf(one);
    const made = origins.some(({ name }) => name.endsWith('()'));
    for (const origin of origins) {
      const role = roleOfOrigin(origin);
      // What a function makes of a list may be its ids, or how many there are.
      if (role && !(role === 'list' && made)) return made ? { role, made } : { role };
    }
  }
  return undefined;
}

/** What stands at a place in the data layer, in a template's data or in the address of a page of results. */
function roleOfOrigin({ kind, name }: Origin): ContentRole | undefined {
  if (kind === 'url') return SEARCH_PARAMETER.test(name) ? 'search' : undefined;
  if (kind !== 'data-layer' && kind !== 'event-data' && kind !== 'template') return undefined;
  if (NAME_PATH.test(name)) return 'name';
  if (CATEGORY_PATH.test(name)) return 'category';
  return LIST_PATH.test(name) ? 'list' : undefined;
}

/** Literal parts and the names of what fills the rest. */
function wordsOf(value: Value): string {
  const literals =
    value.kind === 'text' ? value.parts.filter((part): part is string => typeof part === 'string').join(' ') : '';
  const origins = originsOf(value)
    .map(({ name }) => name)
    .join(' ');
  return `${literals} ${origins}`.trim();
}
