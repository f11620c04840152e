/** Which consent platforms a page loads, how, and what the first of them holds back by itself. */
import type { Cmp } from '../../model/catalog.ts';
import { ALWAYS, atom, type Guard } from '../../model/guard.ts';
import type { CmpLoader } from '../../model/unit.ts';
import type { Location } from '../../text/location.ts';
import { matchWildcard } from '../catalog-index.ts';
import type { SeenCmp } from '../extracted.ts';

/** A loader as it is met. */
export interface MetLoader {
  readonly url: string;
  readonly place: Location;
  /** Order of the activity that comes next. */
  readonly order: number;
  readonly how: CmpLoader['how'];
  readonly by: string;
  attribute(name: string): string | undefined;
}

export class Platforms {
  readonly #loaders = new Map<Cmp, CmpLoader>();
  readonly #inMarkup = new Set<Cmp>();
  /** Platforms whose loader stands in the markup so far: they release what is parked in their way. */
  readonly inMarkup: ReadonlySet<Cmp> = this.#inMarkup;
  readonly #blocking = new Set<Cmp>();
  /** Platforms that block by themselves and whose loader is synchronous: it has run when the browser meets what stands after it. */
  readonly blocking: ReadonlySet<Cmp> = this.#blocking;
  #blocker: Guard = ALWAYS;

  /** The condition under which what follows runs in spite of an automatic blocker that stands first. */
  get blocker(): Guard {
    return this.#blocker;
  }

  /** Notes a loader that a script writes or appends. */
  inserted(cmp: Cmp, met: MetLoader): void {
    const known = this.#loaders.get(cmp);
    const blocks = blocksByItself(cmp, met);
    // A platform in several files (its blocker and its banner): the one that blocks decides.
    if (known && (known.blocks || !blocks)) return;
    const { how, by, order, place } = met;
    this.#loaders.set(cmp, { how, by, order, blocks, location: place });
  }

  /** Notes a loader in the markup; if it blocks by itself and stands synchronously, what follows is likely blocked. */
  element(cmp: Cmp, met: MetLoader): void {
    this.inserted(cmp, met);
    this.#inMarkup.add(cmp);
    if (met.how !== 'synchronous' || !blocksByItself(cmp, met)) return;
    this.#blocking.add(cmp);
    this.#blocker = atom({ kind: 'auto-block', cmp: cmp.id, category: 'marketing' }, met.place);
  }

  /** All platforms of the unit: those that it loads, and those whose names its code only uses. */
  seen(
    named: ReadonlyMap<Cmp, Location | undefined>,
    presets: ReadonlyMap<Cmp, NonNullable<SeenCmp['presets']>>,
  ): SeenCmp[] {
    const cmps = new Map<Cmp, SeenCmp>();
    for (const [cmp, location] of named)
      cmps.set(cmp, location ? { cmp, loaded: false, location } : { cmp, loaded: false });
    for (const [cmp, loader] of this.#loaders) cmps.set(cmp, { cmp, loaded: true, location: loader.location, loader });
    return [...cmps.values()].map((seen) => {
      const granted = presets.get(seen.cmp);
      return granted ? { ...seen, presets: granted } : seen;
    });
  }
}

/** True where a loader is told, or built, to hold back by itself what it recognises. */
function blocksByItself({ autoBlock }: Cmp, { attribute, url }: MetLoader): boolean {
  if (!autoBlock) return false;
  if (autoBlock.builtIn) return true;
  const { attribute: flag } = autoBlock;
  if (flag && attribute(flag.name)?.trim().toLowerCase() === flag.value.toLowerCase()) return true;
  const { query } = autoBlock;
  const asked = query && new RegExp(`[?&;]${query.name}=([^&#]*)`, 'i').exec(url)?.[1];
  if (query && asked?.toLowerCase() === query.value.toLowerCase()) return true;
  const address = url.toLowerCase().replace(/^(?:https?:)?\/\//, '');
  return autoBlock.url !== undefined && matchWildcard(autoBlock.url.toLowerCase(), address) !== undefined;
}
