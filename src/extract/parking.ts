/** Markup that consent platforms hold back until a choice (design: blocked markup). */
import type { Category, Cmp, Parking } from '../model/catalog.ts';
import { ALWAYS, and, atom, condition, type Guard, NEVER, not, or } from '../model/guard.ts';
import { say } from '../model/phrase.ts';
import type { Step } from '../model/unit.ts';
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
  /** What the attribute promises and does not keep. */
  readonly steps?: readonly Step[];
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

/** True for a type with which a platform parks scripts. */
export function isOwnType(cmp: Cmp | undefined, type: string | undefined): boolean {
  return type !== undefined && cmp?.parking.some(({ types }) => types.includes(type)) === true;
}

/** Attributes with which sites park in a way of their own. */
export const OWN_ATTRIBUTES = [
  'data-consent',
  'data-category',
  'data-cookie-category',
  'data-cookie-consent',
  'data-cookieconsent',
  'data-purpose',
  'data-consent-category',
];

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
  const own = catalog.gates?.marked(attribute, at);
  if (own) {
    const { guard, subject, srcAttribute } = own;
    const emptySrc = /^(?:|about:blank|#.*|data:.*)$/i.test(attribute('src')?.trim() ?? '');
    const parked = insideTemplate || (tag === 'script' ? inert : emptySrc && srcAttribute !== undefined);
    return parked
      ? { parked, guard, ...(srcAttribute === undefined ? {} : { srcAttribute }) }
      : { ...LIVE, steps: [ownStep(subject, at)] };
  }
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
    if (!parked) {
      if (insideTemplate || inert) return { parked: true, guard: NEVER, cmp };
      // Other widgets have attributes of the same name.
      if (!loaded.has(cmp) && !parking.wordsAreServices && !words.some((word) => isWordOf(cmp, word))) return LIVE;
      const exempt = words.some((word) => runsAlways(cmp, word));
      return { ...LIVE, cmp, steps: [attributeStep(exempt ? 'exempt' : 'attribute', cmp, parking, attribute, at)] };
    }
    if (!marked.managed) return { parked: true, guard: NEVER, cmp };
    // What is freed keeps its type: with one that does not run it stays dead.
    if (parking.mechanism === 'no-src' && inert) return { parked: true, guard: NEVER, cmp };
    const { guard, runsAs } = wordsGuard(cmp, parking, words, at);
    const steps = runsAs ? [attributeStep(runsAs, cmp, parking, attribute, at)] : [];
    return { parked, guard, cmp, steps, ...(srcAttribute === undefined ? {} : { srcAttribute }) };
  }
  if (insideTemplate) return { parked: true, guard: NEVER };
  const name = OWN_ATTRIBUTES.find((one) => attribute(one) !== undefined);
  const word = name === undefined ? undefined : (attribute(name) ?? '');
  if (!inert) {
    const promises =
      tag === 'script' && name !== undefined && /consent|cookie/.test(name) && categoryOfWord(word ?? '');
    return promises ? { ...LIVE, steps: [ownStep(`${name}="${(word ?? '').slice(0, 60)}"`, at)] } : LIVE;
  }
  // A type that nobody in the catalogue releases: a page's own parking, or dead.
  if (word === undefined) return { parked: true, guard: NEVER };
  const category = categoryOfWord(word);
  return {
    parked: true,
    guard:
      category && category !== 'necessary'
        ? atom({ kind: 'consent', cmp: 'own', category, word }, at)
        : condition('consent', `parked as ${word}`, at),
  };
}

/** An element with the attribute of a platform. */
interface Marked {
  readonly cmp: Cmp;
  readonly parking: Parking;
  readonly words: readonly string[];
  /** It has all that the platform asks for. */
  readonly managed: boolean;
}

function markedBy(
  catalog: CatalogIndex,
  tag: string,
  attribute: (name: string) => string | undefined,
  type: string | undefined,
  loaded: ReadonlySet<Cmp>,
  blocking: ReadonlySet<Cmp>,
): Marked | undefined {
  let best: (Marked & { score: number }) | undefined;
  for (const cmp of catalog.catalog.cmps) {
    for (const parking of cmp.parking) {
      if (!parking.elements.includes(tag)) continue;
      const { requires } = parking;
      const managed = !requires || attribute(requires.name)?.trim().toLowerCase() === requires.value;
      // What asks for more than a tag has leaves it to others, unless the page loads only this platform.
      if (!managed && !loaded.has(cmp)) continue;
      // What needs no type outranks what does, where its blocker has run.
      const runtime = parking.mechanism === 'runtime';
      if (runtime && !blocking.has(cmp)) continue;
      const ownType = type !== undefined && type !== 'text/plain' && parking.types.includes(type);
      const words = wordsOf(parking, attribute);
      if (!words && !ownType) continue;
      const categories = (words ?? []).flatMap((word) => categoryOf(cmp, word) ?? []);
      const known = categories.length > 0;
      // One platform's word for the necessary is another's for a choice.
      const chosen = categories.some((category) => category !== 'necessary');
      // A script without a type is parked by what asks for no type, if anything parks it.
      const typeless = tag === 'script' && type === undefined && parking.mechanism === 'no-src';
      const score =
        (typeless ? 0.25 : 0) +
        (loaded.has(cmp) ? 8 : 0) +
        (ownType ? 4 : 0) +
        (words ? 1.5 : 0) +
        (managed ? 0.75 : 0) +
        (known ? 2 : 0) +
        (runtime ? 1 : 0) +
        (chosen ? 0.5 : 0);
      if (!best || score > best.score) best = { cmp, parking, words: words ?? [], managed, score };
    }
  }
  return best;
}

/** The words with which an element asks for categories; undefined without the attribute. */
export function wordsOf(
  parking: Parking,
  attribute: (name: string) => string | undefined,
): readonly string[] | undefined {
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

function wordsGuard(
  cmp: Cmp,
  parking: Parking,
  words: readonly string[],
  at: Location | undefined,
): { readonly guard: Guard; readonly runsAs?: 'unknown-word' } {
  const asks = (category: Category | undefined, word: string): Guard =>
    atom({ kind: 'consent', cmp: cmp.id, category, word, markup: true }, at);
  let runsAs: 'unknown-word' | undefined;
  const { negation } = parking;
  const guardOf = (word: string): Guard => {
    if (negation !== undefined && word.startsWith(negation)) return not(guardOf(word.slice(negation.length)));
    // Never touched: what is parked stays parked.
    if (runsAlways(cmp, word)) return NEVER;
    const category = categoryOf(cmp, word);
    if (category) return asks(category, word);
    if (parking.wordsAreServices) return asks(categoryOfService(word), word);
    if (parking.unknownWord === 'parked') return NEVER;
    runsAs ??= 'unknown-word';
    return ALWAYS;
  };
  if (parking.category) return { guard: asks(parking.category, '') };
  const guards = words.map(guardOf);
  if (guards.length === 0) return { guard: parking.wordsAreServices ? asks(undefined, '') : NEVER };
  const guard = parking.combine === 'all' ? and(...guards) : or(...guards);
  return runsAs && guard === ALWAYS ? { guard, runsAs } : { guard };
}

function isWordOf(cmp: Cmp, word: string): boolean {
  return runsAlways(cmp, word) || (categoryOf(cmp, word) ?? categoryOfWord(word)) !== undefined;
}

/** A word that tells the platform to leave a tag alone. */
export function runsAlways(cmp: Cmp, word: string): boolean {
  return cmp.alwaysRun.some((known) => known.toLowerCase() === word.toLowerCase());
}

/** A service that only sounds necessary is no proof that it always runs. */
function categoryOfService(word: string): Category | undefined {
  const category = categoryOfWord(word);
  return category === 'necessary' ? undefined : category;
}

/** An attribute of the site's own on a script that runs as it stands. */
function ownStep(subject: string, at: Location | undefined): Step {
  const message = say`carries ${subject}, and nothing that holds it back`;
  return { kind: 'attribute', message, subject, ...(at ? { location: at } : {}) };
}

/** `data-cookieconsent="marketing"`, as evidence. */
function attributeStep(
  kind: 'attribute' | 'exempt' | 'unknown-word',
  cmp: Cmp,
  parking: Parking,
  attribute: (name: string) => string | undefined,
  at: Location | undefined,
): Step {
  const subject = `${parking.attribute}="${(attribute(parking.attribute) ?? '').slice(0, 60)}"`;
  const message = {
    attribute: say`carries ${subject} of ${cmp.name}, and nothing that holds it back`,
    exempt: say`carries ${subject}, with which ${cmp.name} leaves it alone`,
    'unknown-word': say`carries ${subject}, a word that ${cmp.name} does not know and lets run`,
  }[kind];
  return { kind, message, subject, cmp: cmp.id, ...(at ? { location: at } : {}) };
}
