/** Markup that consent platforms hold back until a choice (design: blocked markup). */
import type { Cmp, Parking } from '../model/catalog.ts';
import { ALWAYS, and, atom, condition, type Guard, NEVER, not, or } from '../model/guard.ts';
import type { Location } from '../text/location.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { categoryOfWord } from './machine/names.ts';
import { categoryOf } from './machine/platform.ts';

export interface ParkingVerdict {
  /** The markup does not run as it stands. */
  readonly parked: boolean;
  /** The condition under which it runs. */
  readonly guard: Guard;
  /** The platform whose attribute it carries, whether or not that parks anything. */
  readonly cmp?: Cmp;
  /** The attribute with the parked address. */
  readonly srcAttribute?: string;
}

const LIVE: ParkingVerdict = { parked: false, guard: ALWAYS };
const NONE: ReadonlySet<Cmp> = new Set();

/** Types that browsers run, and types that optimisers write and run later without any choice. */
const RUNS =
  /^(?:|text\/(?:java|ecma|j|live|x-java|x-ecma)script(?:1\.\d)?|application\/(?:java|ecma|x-java|x-ecma)script|module|text\/(?:babel|jsx|typescript|ts)|text\/partytown|rocketlazyloadscript|litespeed\/javascript|text\/(?:lazyload|rocketscript)|[0-9a-f]+-(?:text\/javascript|module)|text\/gtmscript)$/i;

/** True for the types of scripts that run, now or by an optimiser's hand. */
export function runs(type: string | undefined): boolean {
  return RUNS.test((type ?? '').split(';')[0]?.trim() ?? '');
}

/**
 * @param loaded the platforms that the page loads; they are asked first where an attribute belongs to several
 * @param blocking the platforms whose loader stands before this element and had run when the browser met it
 */
export function parkingOf(
  catalog: CatalogIndex,
  tag: string,
  attribute: (name: string) => string | undefined,
  insideTemplate: boolean,
  loaded: ReadonlySet<Cmp>,
  at: Location | undefined,
  blocking: ReadonlySet<Cmp> = NONE,
): ParkingVerdict {
  const type = attribute('type')?.trim().toLowerCase();
  const inert = tag === 'script' && !runs(type);
  const marked = markedBy(catalog, tag, attribute, type, loaded, blocking);
  if (marked) {
    const { cmp, parking, words } = marked;
    const src = attribute('src')?.trim();
    const srcAttribute = parking.srcAttributes.find((name) => (attribute(name) ?? '') !== '');
    const emptySrc = src === undefined || src === '' || /^(?:about:blank|#|data:)/i.test(src);
    const withoutSrc = emptySrc && srcAttribute !== undefined;
    const parked = {
      type: tag === 'script' ? inert : withoutSrc,
      'no-src': withoutSrc,
      template: insideTemplate,
      runtime: blocking.has(cmp),
    }[parking.mechanism];
    if (!parked)
      return insideTemplate
        ? { parked: true, guard: NEVER, cmp }
        : { ...LIVE, parked: inert, guard: inert ? NEVER : ALWAYS, cmp };
    const guard = wordsGuard(cmp, parking, words, at);
    return srcAttribute === undefined ? { parked, guard, cmp } : { parked, guard, cmp, srcAttribute };
  }
  if (insideTemplate) return { parked: true, guard: NEVER };
  if (!inert) return LIVE;
  // A type that nobody in the catalogue releases: a page's own parking, or dead.
  const own = [
    'data-consent',
    'data-category',
    'data-cookie-category',
    'data-cookie-consent',
    'data-cookieconsent',
    'data-purpose',
    'data-consent-category',
  ]
    .map(attribute)
    .find((value) => value !== undefined);
  if (own === undefined) return { parked: true, guard: NEVER };
  const category = categoryOfWord(own);
  return {
    parked: true,
    guard:
      category && category !== 'necessary'
        ? atom({ kind: 'consent', cmp: 'own', category, word: own }, at)
        : condition('consent', `parked as ${own}`, at),
  };
}

function markedBy(
  catalog: CatalogIndex,
  tag: string,
  attribute: (name: string) => string | undefined,
  type: string | undefined,
  loaded: ReadonlySet<Cmp>,
  blocking: ReadonlySet<Cmp>,
): { cmp: Cmp; parking: Parking; words: readonly string[] } | undefined {
  let best: { cmp: Cmp; parking: Parking; words: readonly string[]; score: number } | undefined;
  for (const cmp of catalog.catalog.cmps) {
    for (const parking of cmp.parking) {
      if (!parking.elements.includes(tag)) continue;
      const { requires } = parking;
      if (requires && attribute(requires.name)?.trim().toLowerCase() !== requires.value) continue;
      // What needs no type outranks what does, where its blocker has run.
      const runtime = parking.mechanism === 'runtime';
      if (runtime && !blocking.has(cmp)) continue;
      const ownType = type !== undefined && type !== 'text/plain' && parking.types.includes(type);
      const words = wordsOf(parking, attribute);
      if (!words && !ownType) continue;
      const known = (words ?? []).some((word) => categoryOf(cmp, word) !== undefined);
      const score = (loaded.has(cmp) ? 4 : 0) + (ownType ? 2 : 0) + (known ? 1 : 0) + (runtime ? 0.5 : 0);
      if (!best || score > best.score) best = { cmp, parking, words: words ?? [], score };
    }
  }
  return best;
}

function wordsOf(parking: Parking, attribute: (name: string) => string | undefined): readonly string[] | undefined {
  const value = attribute(parking.attribute);
  if (value === undefined) return undefined;
  if (parking.classPrefix !== undefined) {
    const prefix = parking.classPrefix;
    const names = value.split(/\s+/).filter((part) => part.startsWith(prefix));
    if (names.length === 0) return undefined;
    return names.flatMap((name) => split(name.slice(prefix.length), parking.separator));
  }
  return split(value, parking.separator);
}

function split(value: string, separator: Parking['separator']): string[] {
  const by = { none: undefined, comma: /\s*,\s*/, space: /\s+/, hyphen: /-/ }[separator];
  return (by ? value.trim().split(by) : [value.trim()]).filter((word) => word !== '');
}

function wordsGuard(cmp: Cmp, parking: Parking, words: readonly string[], at: Location | undefined): Guard {
  const { negation } = parking;
  if (parking.category) return atom({ kind: 'consent', cmp: cmp.id, category: parking.category, word: '' }, at);
  const guardOf = (word: string): Guard => {
    if (negation !== undefined && word.startsWith(negation)) return not(guardOf(word.slice(negation.length)));
    // Never touched: what is parked stays parked.
    if (cmp.alwaysRun.some((known) => known.toLowerCase() === word.toLowerCase())) return NEVER;
    const category = categoryOf(cmp, word);
    if (category === 'necessary') return ALWAYS;
    if (category) return atom({ kind: 'consent', cmp: cmp.id, category, word }, at);
    if (parking.wordsAreServices)
      return atom({ kind: 'consent', cmp: cmp.id, category: categoryOfWord(word), word }, at);
    return parking.unknownWord === 'runs' ? ALWAYS : NEVER;
  };
  const guards = words.map(guardOf);
  if (guards.length === 0)
    return parking.wordsAreServices ? atom({ kind: 'consent', cmp: cmp.id, category: undefined, word: '' }, at) : NEVER;
  return parking.combine === 'all' ? and(...guards) : or(...guards);
}
