/** Which consent platforms a page loads, and what the first of them holds back by itself. */
import type { Cmp } from '../../model/catalog.ts';
import { ALWAYS, atom, type Guard } from '../../model/guard.ts';
import type { HtmlElement } from '../../parse/html.ts';
import type { Location } from '../../text/location.ts';
import type { SeenCmp } from '../extracted.ts';
import { inside } from './elements.ts';

export class Platforms {
  readonly #loaded = new Map<Cmp, Location>();
  readonly #blockers = new Set<Cmp>();
  /** Platforms whose loader stands in the markup so far: they release what is parked in their way. */
  readonly inMarkup: ReadonlySet<Cmp> = this.#blockers;
  readonly #synchronous = new Set<Cmp>();
  /** Platforms whose loader is synchronous: it has run when the browser meets what stands after it. */
  readonly synchronous: ReadonlySet<Cmp> = this.#synchronous;
  #blocker: Guard = ALWAYS;

  /** The condition under which what follows runs in spite of an automatic blocker that stands first. */
  get blocker(): Guard {
    return this.#blocker;
  }

  /** Notes a loader that a script writes or appends. */
  written(cmp: Cmp, place: Location): void {
    if (!this.#loaded.has(cmp)) this.#loaded.set(cmp, place);
  }

  /** Notes a loader in the markup; if it blocks by itself and stands synchronously, what follows is likely blocked. */
  element(cmp: Cmp, element: HtmlElement, place: Location, src: string): void {
    this.written(cmp, place);
    this.#blockers.add(cmp);
    if (element.attributes.has('async') || element.attributes.has('defer') || inside(element, 'template')) return;
    this.#synchronous.add(cmp);
    const { autoBlock } = cmp;
    if (!autoBlock) return;
    const { attribute, url, query, builtIn } = autoBlock;
    const asked = query && new RegExp(`[?&;]${query.name}=([^&#]*)`, 'i').exec(src)?.[1];
    const on =
      builtIn ||
      (query !== undefined && asked?.toLowerCase() === query.value.toLowerCase()) ||
      (attribute !== undefined &&
        element.attributes.get(attribute.name)?.toLowerCase() === attribute.value.toLowerCase()) ||
      (url !== undefined && src.toLowerCase().includes(url.replace(/\*/g, '').toLowerCase()));
    if (on) this.#blocker = atom({ kind: 'auto-block', cmp: cmp.id, category: 'marketing' }, place);
  }

  /** All platforms of the unit: those that it loads, and those whose names its code only uses. */
  seen(named: ReadonlyMap<Cmp, Location | undefined>, optOut: ReadonlySet<Cmp>): SeenCmp[] {
    const cmps = new Map<Cmp, SeenCmp>();
    for (const [cmp, location] of named)
      cmps.set(cmp, location ? { cmp, loaded: false, location } : { cmp, loaded: false });
    for (const [cmp, location] of this.#loaded) cmps.set(cmp, { cmp, loaded: true, location });
    return [...cmps.values()].map((seen) => (optOut.has(seen.cmp) ? { ...seen, optOut: true } : seen));
  }
}
