/** What taglint finds in the files of a repository: who gets data, which consent platforms are there, how sensitive the site is. */
import type { Cmp, Vendor } from '../model/catalog.ts';
import { type SiteContext, sensitivityOf } from '../model/site.ts';
import { needsConsent, type Unit } from '../model/unit.ts';

export interface FoundVendor {
  readonly id: string;
  readonly name: string;
  readonly purposes: readonly string[];
  readonly needsConsent: boolean;
  /** The first file that has it. */
  readonly file: string;
}

export interface FoundPlatform {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** A file loads it; otherwise code is only written for it. */
  readonly loaded: boolean;
}

/** Takes in the units of a run. Texts are as the input has them. */
export class Found {
  readonly #vendors = new Map<string, FoundVendor>();
  readonly #platforms = new Map<string, FoundPlatform>();
  readonly #containers = new Set<string>();
  #sensitive: string | undefined;

  judged(unit: Unit, context: SiteContext): void {
    const file = unit.source.root.name;
    if (unit.kind === 'container' || unit.kind === 'server-container') this.#containers.add(file);
    for (const { vendor, location } of [...unit.activities, ...unit.hints])
      this.#vendor(vendor, location.source.root.name);
    for (const { cmp, loaded, location } of unit.cmps) this.#platform(cmp, loaded, location?.source.root.name ?? file);
    const { level, reason } = sensitivityOf(unit, context);
    if (level === 'evident') this.#sensitive ??= `${file}: ${reason}`;
  }

  get vendors(): readonly FoundVendor[] {
    return [...this.#vendors.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  get platforms(): readonly FoundPlatform[] {
    return [...this.#platforms.values()].sort((a, b) => Number(b.loaded) - Number(a.loaded));
  }

  /** Files that are containers. */
  get containers(): readonly string[] {
    return [...this.#containers].sort();
  }

  /** The first evidence that the site is about something sensitive; undefined where nothing says so. */
  get sensitive(): string | undefined {
    return this.#sensitive;
  }

  #vendor(vendor: Vendor, file: string): void {
    const { id, name, purposes } = vendor;
    if (!this.#vendors.has(id)) this.#vendors.set(id, { id, name, purposes, needsConsent: needsConsent(vendor), file });
  }

  #platform({ id, name }: Cmp, loaded: boolean, file: string): void {
    const known = this.#platforms.get(id);
    if (!known || (loaded && !known.loaded)) this.#platforms.set(id, { id, name, file, loaded });
  }
}
