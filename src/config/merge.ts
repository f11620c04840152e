/** Several layers of a configuration as one, and where each value of it comes from. */
import type { Path, Places } from './document.ts';
import type { Layer } from './layers.ts';

/** Where a value was written. */
export interface Origin {
  readonly layer: Layer;
  /** What leads to it there. */
  readonly path: Path;
}

/** Where a value was written; without a source it holds because nobody says anything. */
export interface WrittenAt {
  /** A file, or `preset NAME`. */
  readonly source?: string;
  readonly line?: number;
  readonly column?: number;
}

type Members = Record<string, unknown>;

/**
 * Layers put together; the last outranks those before it. Keys come together, lists add up, a single value is replaced. An
 * entry of `policy` is replaced as a whole, and so is each option of a rule.
 */
export class Merged implements Places {
  readonly data: Members = {};
  readonly #origins = new Map<string, Origin>();
  readonly #layers: readonly Layer[];

  /** @param layers valid ones, at least one */
  constructor(layers: readonly Layer[]) {
    this.#layers = layers;
    for (const layer of layers)
      if (isMembers(layer.document.data)) this.#add(this.data, layer.document.data, [], layer);
  }

  /** Where the value that a path leads to was written. */
  originOf(path: Path): Origin | undefined {
    for (let length = path.length; length > 0; length--) {
      const origin = this.#origins.get(keyOf(path.slice(0, length)));
      if (origin) return { layer: origin.layer, path: [...origin.path, ...path.slice(length)] };
    }
    return undefined;
  }

  /** What it is made of, the last outranks those before it. */
  get names(): readonly string[] {
    return this.#layers.map(({ document }) => document.source.name);
  }

  /** Where the value that a path leads to was written, for people. */
  writtenAt(path: Path): WrittenAt {
    const origin = this.originOf(path);
    if (!origin) return {};
    const { document } = origin.layer;
    return { source: document.source.name, ...document.position(origin.path) };
  }

  value(path: Path): string {
    const origin = this.originOf(path);
    return origin ? origin.layer.document.value(origin.path) : (this.#layers.at(-1)?.document.value([]) ?? '');
  }

  key(path: Path): string {
    const origin = this.originOf(path);
    return origin ? origin.layer.document.key(origin.path) : this.value(path);
  }

  #add(into: Members, from: Members, path: Path, layer: Layer): void {
    for (const [key, value] of Object.entries(from)) {
      const at = [...path, key];
      if (at.length === 1 && key === 'extends') continue;
      if (isRule(at) && at.length === 2 && typeof value === 'string')
        this.#add(into, { [key]: { severity: value } }, path, layer);
      else if (isMembers(value) && !isPolicy(at)) {
        const before = into[key];
        const members = isMembers(before) ? before : {};
        into[key] = members;
        this.#add(members, value, at, layer);
      } else if (Array.isArray(value) && !isRule(at)) this.#addList(into, key, value, { at, layer });
      else {
        into[key] = value;
        this.#origins.set(keyOf(at), { layer, path: at });
      }
    }
  }

  #addList(into: Members, key: string, items: readonly unknown[], { at, layer }: { at: Path; layer: Layer }): void {
    const before: unknown = into[key];
    const list: unknown[] = Array.isArray(before) ? before : [];
    into[key] = list;
    const known = new Set(list.map(keyOf));
    for (const [index, item] of items.entries()) {
      // Of overrides the last one counts, so that one said again is not the one before.
      if (at[0] !== 'overrides' && known.has(keyOf(item))) continue;
      this.#origins.set(keyOf([...at, list.length]), { layer, path: [...at, index] });
      list.push(item);
    }
  }
}

/** `rules.ID`, and what stands below it. */
function isRule(path: Path): boolean {
  return path[0] === 'rules' && path.length > 1;
}

/** `policy.NAME`. */
function isPolicy(path: Path): boolean {
  return path[0] === 'policy' && path.length > 1;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyOf(value: unknown): string {
  return JSON.stringify(value);
}
