/** Parks what runs before consent, in the way of the consent platform that the page uses. */
import type { Cmp, Parking, Vendor } from './catalog.ts';
import { before, behind, replaced, textAt } from './code-repairs.ts';
import type { Location, Repair, RepairEdit } from './finding.ts';
import { atomsOf } from './guard.ts';
import { attributeSet, attributesAdded, attributesIn, elementEnd, startTagOf } from './markup-repairs.ts';
import { say } from './phrase.ts';
import type { Activity, Tag, Unit } from './unit.ts';

/** A script of more characters is more than a snippet. */
const LONGEST_SNIPPET = 10_000;

/**
 * Parks the elements of a tag. Undefined where the page uses no platform or several, the platform wants something that only its own
 * interface tells, or an element does more than this tag.
 */
export function parkingOf({ activities, vendor }: Pick<Tag, 'activities' | 'vendor'>, unit: Unit): Repair | undefined {
  const [platform, ...others] = unit.cmps.filter(({ loaded, cmp }) => loaded && cmp.parking.length > 0);
  if (unit.kind !== 'page' || !platform || others.length > 0) return undefined;
  const tags = new Map<number, Location>();
  const file = activities[0]?.location.source.root;
  for (const activity of activities) {
    if (activity.carrier === 'noscript' || !activity.reached) continue;
    const tag = startTagOf(activity.location);
    if (!tag || tag.source !== file || !isAlone(activity, vendor, unit)) return undefined;
    tags.set(tag.start, tag);
  }
  const ways = [...tags.values()].map((tag) => parked(tag, platform.cmp, vendor, unit));
  const [way] = ways;
  if (!way || ways.includes(undefined)) return undefined;
  // One name for two services would let both go with the consent to one.
  if (way.isService && activities.some(({ location }) => !isOnlyOf(vendor, location, unit))) return undefined;
  const { name } = platform.cmp;
  const message = way.isService
    ? say`Park it for ${name} as “${way.word}”, or whatever it is called there.`
    : say`Park it for ${name} (${way.word}).`;
  return { message, edits: ways.flatMap((one) => one?.edits ?? []) };
}

/** Whether all that the script does is of the vendor's category, and no other script waits for it. */
function isAlone({ location: { source } }: Activity, { category }: Vendor, unit: Unit): boolean {
  if (!source.nesting) return true;
  return (
    source.text.length <= LONGEST_SNIPPET &&
    unit.activities.every(
      (one) => one.location.source !== source || (one.kind !== 'consent' && one.vendor.category === category),
    ) &&
    !unit.cmps.some(({ location }) => location?.source === source)
  );
}

/** Whether no other vendor is in the script. */
function isOnlyOf({ id }: Vendor, { source }: Location, { activities }: Unit): boolean {
  return !source.nesting || activities.every((one) => one.location.source !== source || one.vendor.id === id);
}

/** What stands in the attribute: a word of the vendor's category, or what the service is called. */
interface Word {
  readonly word: string;
  readonly isService: boolean;
}

interface ParkedElement extends Word {
  readonly edits: readonly RepairEdit[];
}

function wordFor(
  { id, words }: Cmp,
  { wordsAreServices, serviceWord, category }: Parking,
  vendor: Vendor,
  unit: Unit,
): Word | undefined {
  const [usual] = words[vendor.category];
  if (!wordsAreServices) {
    const word = category ?? usual;
    return word === undefined || (category && category !== vendor.category) ? undefined : { word, isService: false };
  }
  const known = calledOnPage(id, vendor, unit);
  if (known !== undefined) return { word: known, isService: false };
  const named = { name: vendor.name, slug: slugOf(vendor.name), category: usual };
  const word = serviceWord && named[serviceWord];
  return word === undefined ? undefined : { word, isService: true };
}

/** What the page calls the vendor's service where another of its tags waits for the platform. */
function calledOnPage(platform: string, vendor: Vendor, { activities }: Unit): string | undefined {
  for (const { vendor: other, guard } of activities) {
    if (other.id !== vendor.id) continue;
    for (const { atom, negated } of atomsOf(guard))
      if (!negated && atom.kind === 'consent' && atom.cmp === platform && atom.markup && atom.word !== '')
        return atom.word;
  }
  return undefined;
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The ways in which the platform parks an element, the usual one first. */
function waysOf(cmp: Cmp, element: string, hasAddress: boolean): readonly Parking[] {
  return cmp.parking.filter(
    ({ mechanism, elements, srcAttributes }) =>
      elements.includes(element) &&
      ((mechanism === 'type' && element === 'script') ||
        mechanism === 'template' ||
        (mechanism === 'no-src' && hasAddress && srcAttributes.length > 0)),
  );
}

function parked(tag: Location, cmp: Cmp, vendor: Vendor, unit: Unit): ParkedElement | undefined {
  const element = /^<([a-z]+)/i.exec(textAt(tag))?.[1]?.toLowerCase() ?? '';
  const attributes = attributesIn(tag);
  const hasAddress = attributes.some(({ name }) => name === 'src');
  for (const way of waysOf(cmp, element, hasAddress)) {
    const word = wordFor(cmp, way, vendor, unit);
    if (!word) continue;
    const edits = way.mechanism === 'template' ? wrapped(tag, element, way, word) : marked(tag, attributes, way, word);
    return edits && { ...word, edits };
  }
  return undefined;
}

/** Puts the element into a template that says what it waits for. */
function wrapped(
  tag: Location,
  element: string,
  { attribute }: Parking,
  { word }: Word,
): readonly RepairEdit[] | undefined {
  const end = elementEnd(tag, element);
  return end && [before(tag, `<template ${attribute}="${word}">`), behind(end, '</template>')];
}

/** Gives the element the attributes with which the platform parks it. */
function marked(
  tag: Location,
  attributes: ReturnType<typeof attributesIn>,
  way: Parking,
  { word }: Word,
): readonly RepairEdit[] | undefined {
  const find = (name: string): (typeof attributes)[number] | undefined => attributes.find((one) => one.name === name);
  const added: [string, string][] = [];
  const edits: RepairEdit[] = [];
  const set = (name: string, value: string): boolean => {
    const there = find(name);
    if (!there) {
      added.push([name, value]);
      return true;
    }
    const edit = attributeSet(there, value);
    if (edit) edits.push(edit);
    return edit !== undefined;
  };
  const type = find('type')?.valueAt;
  const [wanted] = way.types;
  if (way.mechanism === 'type') {
    // What is freed comes back as a plain script.
    if (type && /module|json/i.test(textAt(type))) return undefined;
    if (wanted === undefined || !set('type', wanted)) return undefined;
  }
  const { classPrefix, attribute, requires, srcAttributes } = way;
  const [renamed] = srcAttributes;
  if (classPrefix !== undefined) {
    const names = find(attribute)?.valueAt;
    if (!set(attribute, `${names ? `${textAt(names)} ` : ''}${classPrefix}${word}`)) return undefined;
    // Where one attribute is both, its value is the address.
  } else if (attribute !== renamed && !set(attribute, word)) return undefined;
  if (requires && !set(requires.name, requires.value)) return undefined;
  const src = find('src');
  if (src && renamed !== undefined && find(renamed)) return undefined;
  if (src && renamed !== undefined) edits.push(replaced(src.nameAt, renamed));
  return added.length > 0 ? [attributesAdded(tag, added), ...edits] : edits;
}
