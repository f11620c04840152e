/** The containers that the pages of a run load. Of pages that make no difference to a container one is kept. */
import { fieldsOfBoth } from '../analyze/embeddings.ts';
import type { DataLayer } from '../extract/data-layer.ts';
import type { Embedding } from '../extract/embedding.ts';
import type { ObjectValue } from '../model/value.ts';

/** A container is judged in so many different pages, the worst of all. */
const MAX_PAGES = 6;
/** States of the data layer that are kept for a container. */
const MAX_STATES = 40;

export class Embeddings {
  readonly #byId = new Map<string, Map<string, Embedding>>();
  /** States of the data layer by container, each once, whatever else its page is like. */
  readonly #layers = new Map<string, Map<string, ObjectValue>>();

  readonly #beside = new Map<string, ObjectValue>();

  /** What a unit pushes to the data layer that loads no container. */
  addBeside(states: DataLayer): void {
    keep(states, this.#beside);
  }

  add(found: readonly Embedding[]): void {
    for (const one of found) {
      this.#push(one);
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
    if (!known || id === undefined) return [];
    const pushed = [...(this.#layers.get(id.toUpperCase())?.values() ?? [])];
    // Of several containers it is not known into whose data layer a script of the site pushes.
    const pushedBeside = this.#byId.size === 1 ? [...this.#beside.values()] : [];
    return sorted(known).map((one) => ({ ...one, pushed, pushedBeside }));
  }

  #push({ id, pushed }: Embedding): void {
    if (pushed.length === 0) return;
    let known = this.#layers.get(id);
    if (!known) {
      known = new Map();
      this.#layers.set(id, known);
    }
    keep(pushed, known);
  }
}

/** Each state once, up to a number of them. */
function keep(states: DataLayer, known: Map<string, ObjectValue>): void {
  for (const state of states) {
    if (known.size >= MAX_STATES) return;
    const text = withoutPlaces(state);
    if (!known.has(text)) known.set(text, state);
  }
}

/** As text, without where it stands. */
function withoutPlaces(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'location' ? undefined : inner));
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
