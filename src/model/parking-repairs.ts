/** Parks what runs before consent, in the way of the consent platform that the page uses. */
import type { Cmp, Parking, Vendor } from './catalog.ts';
import { replaced, textAt } from './code-repairs.ts';
import type { Location, Repair, RepairEdit } from './finding.ts';
import { attributeSet, attributesAdded, attributesIn, startTagOf } from './markup-repairs.ts';
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
  const edits = [...tags.values()].map((tag) => parked(tag, platform.cmp, vendor));
  if (edits.length === 0 || edits.includes(undefined)) return undefined;
  const word = wordOf(platform.cmp, vendor);
  return { message: `Park it for ${platform.cmp.name} (${word}).`, edits: edits.flatMap((one) => one ?? []) };
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

function wordOf({ words }: Cmp, { category }: Vendor): string | undefined {
  return words[category][0];
}

/** How the platform parks an element, where the vendor's category is all that it wants to know. */
function wayOf(cmp: Cmp, element: string, hasAddress: boolean): Parking | undefined {
  const fits = cmp.parking.filter(
    ({ mechanism, elements, wordsAreServices, category, srcAttributes }) =>
      elements.includes(element) &&
      !wordsAreServices &&
      category === undefined &&
      ((mechanism === 'type' && element === 'script') ||
        (mechanism === 'no-src' && hasAddress && srcAttributes.length > 0)),
  );
  return fits.find(({ mechanism }) => mechanism === 'type') ?? fits[0];
}

function parked(tag: Location, cmp: Cmp, vendor: Vendor): readonly RepairEdit[] | undefined {
  const element = /^<([a-z]+)/i.exec(textAt(tag))?.[1]?.toLowerCase() ?? '';
  const attributes = attributesIn(tag);
  const way = wayOf(
    cmp,
    element,
    attributes.some(({ name }) => name === 'src'),
  );
  const word = wordOf(cmp, vendor);
  if (!way || word === undefined) return undefined;
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
  if (classPrefix !== undefined) {
    const names = find(attribute)?.valueAt;
    if (!set(attribute, `${names ? `${textAt(names)} ` : ''}${classPrefix}${word}`)) return undefined;
  } else if (!set(attribute, word)) return undefined;
  if (requires && !set(requires.name, requires.value)) return undefined;
  const [renamed] = srcAttributes;
  const src = find('src');
  if (src && renamed !== undefined && find(renamed)) return undefined;
  if (src && renamed !== undefined) edits.push(replaced(src.nameAt, renamed));
  return added.length > 0 ? [attributesAdded(tag, added), ...edits] : edits;
}
