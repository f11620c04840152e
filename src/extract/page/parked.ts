/** Markup that waits for a platform to release it, and what of the page's surroundings could. */
import type { Cmp, Parking } from '../../model/catalog.ts';
import type { Claim, Parked, Surroundings } from '../../model/parked.ts';
import type { HtmlElement } from '../../parse/html.ts';
import type { Location } from '../../text/location.ts';
import { nearest } from '../../text/nearest.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { categoryOf } from '../machine/platform.ts';
import { OWN_ATTRIBUTES, runs, runsAlways, wordsOf } from '../parking.ts';
import type { Masking } from '../templates/masking.ts';
import { isData } from './elements.ts';

interface Met {
  readonly element: HtmlElement;
  readonly location: Location;
  readonly claims: readonly (Omit<Claim, 'unknown'> & { readonly words: readonly string[] })[];
  readonly subject: string;
}

export class ParkedMarkup {
  readonly #catalog: CatalogIndex;
  readonly #met: Met[] = [];
  /** Texts of the scripts that the page runs. */
  readonly #texts = new Set<string>();
  #unread: Surroundings['unread'] = 'none';

  constructor(catalog: CatalogIndex) {
    this.#catalog = catalog;
  }

  /** Notes a script, frame or image that does not run as it stands. */
  element(element: HtmlElement, location: Location, content: string): void {
    const { name, attributes } = element;
    const type = attributes.get('type')?.trim().toLowerCase();
    const inert = name === 'script' && !runs(type);
    if (inert && isData(type)) return;
    const claims = this.#claimsOn(element, type, inert);
    const own = OWN_ATTRIBUTES.find((one) => attributes.has(one));
    const claimed = claims[0];
    const fetches = [...attributes.values()].some((value) => this.#catalog.matchUrl(value).length > 0);
    if (name !== 'script') {
      // Lazy loading uses the same attributes; what is fetched must be somebody's.
      if (!claimed?.fits || !fetches || (PLAIN_ATTRIBUTE.test(claimed.attribute) && claimed.words.length === 0)) return;
    } else if (!inert) {
      if (!claimed?.fits || attributes.get('src')) return;
    } else if (!claimed && own === undefined) {
      // Nobody's attribute: a sample of code, or the tag of a vendor that somebody switched off.
      const sample = /\b(?:lang|language|code|highlight)\b/.test(attributes.get('class') ?? '');
      if (type !== 'text/plain' || sample || !(fetches || this.#catalog.interest.test(content))) return;
    }
    const attribute = claimed?.attribute ?? own ?? 'type';
    const subject = `${attribute}="${(attributes.get(attribute) ?? '').slice(0, 60)}"`;
    this.#met.push({ element, location, claims, subject });
  }

  /** Notes the text of a script that the page runs. */
  script(text: string): void {
    this.#texts.add(text);
  }

  /** Notes a script of the page that is not among the inputs. */
  unread(url: string): void {
    if (this.#catalog.matchUrl(url).length > 0 || this.#catalog.matchCmpUrl(url)) return;
    if (CONSENT_FILE.test(url)) this.#unread = 'consent';
    else if (this.#unread === 'none' && !LIBRARY.test(url)) this.#unread = 'some';
  }

  finish(complete: boolean): { readonly parked: readonly Parked[]; readonly surroundings: Surroundings } {
    const parked = this.#met.map(({ element, location, claims, subject }): Parked => {
      const attribute = /^[^=]*/.exec(subject)?.[0] ?? '';
      return {
        name: element.name,
        subject,
        location,
        claims: claims.map(({ words, ...claim }) => ({ ...claim, unknown: this.#unknown(claim.cmp, words) })),
        plain: PLAIN_ATTRIBUTE.test(attribute),
        released: this.#mentions(attribute, element.attributes.get('type') ?? ''),
      };
    });
    return { parked, surroundings: { complete, unread: this.#unread } };
  }

  /** The ways of parking of which the element has the attribute; what fits first. */
  #claimsOn({ name, attributes }: HtmlElement, type: string | undefined, inert: boolean): Met['claims'] {
    const claims: Met['claims'][number][] = [];
    const src = attributes.get('src')?.trim() ?? '';
    for (const cmp of this.#catalog.catalog.cmps) {
      for (const parking of cmp.parking) {
        const { mechanism, requires, attribute } = parking;
        if (mechanism === 'template' || !parking.elements.includes(name)) continue;
        const ownType = type !== undefined && type !== 'text/plain' && parking.types.includes(type);
        const words = wordsOf(parking, (key) => attributes.get(key));
        if (!words && !ownType) continue;
        const required = !requires || attributes.get(requires.name)?.trim().toLowerCase() === requires.value;
        const address = parking.srcAttributes.some((key) => (attributes.get(key) ?? '') !== '');
        const withoutSrc = !inert && address && /^(?:|about:blank|#.*|data:.*)$/i.test(src);
        const typed = inert && parking.types.includes(type ?? '');
        const held = { type: name === 'script' ? typed : withoutSrc, 'no-src': withoutSrc, runtime: true }[mechanism];
        claims.push({ cmp, attribute, fits: required && held, words: closed(parking) ? (words ?? []) : [] });
      }
    }
    return claims.sort((a, b) => Number(b.fits) - Number(a.fits));
  }

  /** Words that a platform does not know, and that are no category of the site's own. */
  #unknown(cmp: Cmp, words: readonly string[]): Claim['unknown'] {
    const known = Object.values(cmp.words).flat();
    return words.flatMap((word) => {
      const plain = word.replace(/^!/, '');
      if (plain === '' || categoryOf(cmp, plain) || runsAlways(cmp, plain) || this.#isNamed(plain)) return [];
      const near = nearest(plain, known);
      // Numbered categories are the site's own to make.
      const numbered = near !== undefined && near.replace(/\d/g, '0') === plain.replace(/\d/g, '0');
      if (near !== undefined && !numbered) return [{ word: plain, meant: near }];
      const elsewhere = this.#catalog.catalog.cmps.some((other) => categoryOf(other, plain) !== undefined);
      return elsewhere && !numbered ? [{ word: plain }] : [];
    });
  }

  /** A script of the page has the word as a name or text: the platform's configuration, for one. */
  #isNamed(word: string): boolean {
    const named = new RegExp(`["'\`]${escaped(word)}["'\`]|\\b${escaped(word)}["'\`]?\\s{0,9}:`);
    return [...this.#texts].some((text) => named.test(text));
  }

  /** A script of the page names the attribute or the type by which something is parked: it releases it. */
  #mentions(attribute: string, type: string): boolean {
    const property = attribute.replace(/^data-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const names = [type, attribute === 'class' || attribute === 'type' ? '' : attribute].filter((name) => name !== '');
    return [...this.#texts].some(
      (text) =>
        names.some((name) => text.includes(name)) ||
        (attribute.startsWith('data-') && new RegExp(`dataset\\.${escaped(property)}\\b`).test(text)),
    );
  }
}

const PLAIN_ATTRIBUTE =
  /^(?:type|data-(?:consent|category|name|purpose|(?:cookie|consent)-(?:category|consent|type)))$/;
const CONSENT_FILE = /consent|cookie|\bcmp\b|gdpr|rgpd|dsgvo|privacy|samtyck|klaro|orejime|tarteaucitron/i;
/** Libraries that everybody takes from the same places, none of which is a consent platform. */
const LIBRARY =
  /jquery|bootstrap|popper|swiper|slick|modernizr|polyfill|lazysizes|lodash|moment|gsap|aos\b|(?:cdnjs\.cloudflare|jsdelivr|unpkg|googleapis|gstatic|bootstrapcdn|code\.jquery|fontawesome)\./i;

/** Words mean categories of the platform's own, not services or other things that only the site's configuration names. */
function closed({ unknownWord, wordsAreServices }: Parking): boolean {
  return unknownWord === 'parked' && !wordsAreServices;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Words in template expressions that put in other templates, scripts or markup. */
const PUTS_IN =
  /include|extend|import|require|render|partial|layout|block|yield|section|slot|stack|push|component|template|part\b|hook|header|footer|head\b|content|body|script|asset|widget|html|raw|safe|consent|cookie|analytics|tracking|tags?\b/i;

/** True for the text of a whole document, into which no template puts a part that is not in sight. */
export function isWhole(text: string, { masked, hasHoles, hasBranches }: Masking): boolean {
  if (!/<html[\s>]|<!doctype/i.test(masked) || !/<(?:head|body)[\s>]/i.test(masked)) return false;
  if (!hasHoles && !hasBranches && masked === text) return true;
  let islands = '';
  for (let at = 0; at < text.length; at++) if (masked[at] !== text[at]) islands += text[at];
  return !PUTS_IN.test(islands);
}
