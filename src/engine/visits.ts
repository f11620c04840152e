/** Containers of a run, and the pages that load them and reveal something: what the tags of the one learn of the other. */
import type { Embedding } from '../extract/embedding.ts';
import type { SiteContext } from '../model/site.ts';
import type { Unit } from '../model/unit.ts';
import { type Visit, visitOf } from '../model/visit.ts';

/** Pages and containers that are kept until all are known. */
const MAX_PAGES = 3000;
const MAX_CONTAINERS = 40;

interface VisitedPage {
  readonly id: string;
  /** How the page loads the container: the container was judged behind that. */
  readonly signature: string;
  readonly visit: Visit;
}

interface Container<Input> {
  readonly unit: Unit;
  readonly signature: string;
  readonly input: Input;
}

export class Visits<Input> {
  readonly #pages = new Map<string, VisitedPage>();
  readonly #containers = new Map<string, Container<Input>[]>();
  #count = 0;

  /** Takes note of the page of a file, and of the containers that it loads, itself or by the layout around it. */
  page(file: string, unit: Unit, loads: readonly Embedding[], context: SiteContext): void {
    if (loads.length === 0 || this.#pages.size >= MAX_PAGES) return;
    const visit = visitOf(unit, file, context);
    if (!visit) return;
    for (const { id, signature } of loads) {
      const key = `${id} ${unit.source.root.name} ${file}`;
      if (!this.#pages.has(key)) this.#pages.set(key, { id, signature, visit });
    }
  }

  /** Takes note of a container that was judged behind a page. */
  container(unit: Unit, { id, signature }: Embedding, input: Input): void {
    if (this.#count++ >= MAX_CONTAINERS) return;
    const alike = this.#containers.get(id);
    if (alike) alike.push({ unit, signature, input });
    else this.#containers.set(id, [{ unit, signature, input }]);
  }

  /** Each container with a page that is visited. */
  *take(): Generator<{ readonly unit: Unit; readonly input: Input }> {
    const pages = [...this.#pages.values()];
    this.#pages.clear();
    for (const { id, signature, visit } of pages) {
      const known = this.#containers.get(id) ?? [];
      // The worst come first, and stand for pages that are like none.
      const files = new Map([...known].reverse().map((one) => [one.unit.source.root.name, one]));
      for (const one of known) if (one.signature === signature) files.set(one.unit.source.root.name, one);
      for (const { unit, input } of files.values()) yield { unit: { ...unit, visit }, input };
    }
  }
}
