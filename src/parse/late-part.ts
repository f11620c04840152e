/** Thrown where a text needs a part that was not imported yet: whoever reads it imports the part, and begins again. */
export class PartNeeded extends Error {
  readonly part: LatePart<unknown>;

  constructor(part: LatePart<unknown>) {
    super('a part of the program is yet to be imported');
    this.part = part;
  }
}

/**
 * What only few inputs need, imported when the first of them comes: readers of other languages than plain markup and scripts. Those
 * who use one do not wait: they throw `PartNeeded`.
 */
export class LatePart<T> {
  readonly #import: () => Promise<T>;
  #module: T | undefined;

  /** @param load an `import()` */
  constructor(load: () => Promise<T>) {
    this.#import = load;
  }

  /** @throws PartNeeded before it is imported */
  get module(): T {
    if (this.#module === undefined) throw new PartNeeded(this);
    return this.#module;
  }

  async load(): Promise<void> {
    this.#module ??= await this.#import();
  }
}
