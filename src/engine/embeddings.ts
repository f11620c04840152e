/** The containers that the pages of a run load. Of pages that make no difference to a container one is kept. */
import { fieldsOfBoth } from '../analyze/embeddings.ts';
import type { Embedding } from '../extract/embedding.ts';

/** A container is judged in so many different pages, the worst of all. */
const MAX_PAGES = 6;

export class Embeddings {
  readonly #byId = new Map<string, Map<string, Embedding>>();

  add(found: readonly Embedding[]): void {
    for (const one of found) {
      let known = this.#byId.get(one.id);
      if (!known) {
        known = new Map();
        this.#byId.set(one.id, known);
      }
      const alike = known.get(one.signature);
      known.set(one.signature, alike ? together(alike, one) : one);
      if (known.size <= MAX_PAGES) continue;
      const last = sorted(known)[MAX_PAGES];
      if (last) known.delete(last.signature);
    }
  }

  /** The pages that load a container and differ in what they put in front of it, the worst first. */
  of(id: string | undefined): readonly Embedding[] {
    const known = id === undefined ? undefined : this.#byId.get(id.toUpperCase());
    return known ? sorted(known) : [];
  }
}

/** The pages are told by the first of them, whatever order they come in. */
function together(a: Embedding, b: Embedding): Embedding {
  const [first, second] = b.path < a.path ? [b, a] : [a, b];
  return { ...first, others: a.others + b.others + 1, fields: fieldsOfBoth(first.fields, second.fields) };
}

/** Whatever order they came in. */
function sorted(known: ReadonlyMap<string, Embedding>): Embedding[] {
  return [...known.values()].sort((a, b) => b.harm - a.harm || (a.signature < b.signature ? -1 : 1));
}
