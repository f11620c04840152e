/** A half-open range `[start, end)` of UTF-16 offsets in one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How the offsets of an inner text (decoded, embedded) correspond to those of the outer text that holds it.
 *
 * Most of an embedded text is copied as it stands, so only the places where a stretch of the outer text stands for one of
 * another length are stored (an escape, an entity, a gap between two joined literals). Such a place is atomic: a range
 * that touches it covers all of it in the outer text.
 */
export class OffsetMap {
  /** Outer offset of the inner offset 0. */
  readonly base: number;
  readonly #innerStart: readonly number[];
  readonly #innerEnd: readonly number[];
  readonly #outerStart: readonly number[];
  readonly #outerEnd: readonly number[];

  /** Use `OffsetMap.shift` or an `OffsetMapBuilder`. */
  constructor(base: number, breaks: readonly Break[] = []) {
    this.base = base;
    this.#innerStart = breaks.map((b) => b.innerStart);
    this.#innerEnd = breaks.map((b) => b.innerEnd);
    this.#outerStart = breaks.map((b) => b.outerStart);
    this.#outerEnd = breaks.map((b) => b.outerEnd);
  }

  /** The map of a text that stands in the outer text unchanged, from `base` on. */
  static shift(base: number): OffsetMap {
    return new OffsetMap(base);
  }

  /** True where nothing but the base offset differs. */
  get isShift(): boolean {
    return this.#innerStart.length === 0;
  }

  /** Outer offset at which the inner character at `offset` begins. */
  toOuter(offset: number): number {
    // The last break that begins at or before the offset decides; an empty break (a gap) lies before its character.
    const at = lastAtOrBefore(this.#innerStart, offset);
    if (at < 0) return this.base + Math.max(0, offset);
    const innerEnd = this.#innerEnd[at] ?? 0;
    if (offset < innerEnd) return this.#outerStart[at] ?? 0;
    return (this.#outerEnd[at] ?? 0) + (offset - innerEnd);
  }

  /** Outer offset at which an inner range that ends before `offset` ends: after the whole escape of its last character. */
  toOuterEnd(offset: number): number {
    if (offset <= 0) return this.toOuter(0);
    const last = offset - 1;
    const at = lastAtOrBefore(this.#innerStart, last);
    if (at < 0) return this.base + offset;
    const innerEnd = this.#innerEnd[at] ?? 0;
    const outerEnd = this.#outerEnd[at] ?? 0;
    return last < innerEnd ? outerEnd : outerEnd + (offset - innerEnd);
  }

  /** The outer range of an inner one. An empty range stays empty. */
  toOuterSpan(start: number, end: number): Span {
    const outerStart = this.toOuter(start);
    return { start: outerStart, end: end > start ? Math.max(outerStart, this.toOuterEnd(end)) : outerStart };
  }

  /** The stretches of another length that begin in a range of the inner text. */
  breaksIn(start: number, end: number): Break[] {
    const found: Break[] = [];
    for (let at = lastAtOrBefore(this.#innerStart, start - 1) + 1; (this.#innerStart[at] ?? end) < end; at += 1) {
      found.push({
        innerStart: this.#innerStart[at] ?? 0,
        innerEnd: this.#innerEnd[at] ?? 0,
        outerStart: this.#outerStart[at] ?? 0,
        outerEnd: this.#outerEnd[at] ?? 0,
      });
    }
    return found;
  }

  /** Inner offset of the character that the outer offset belongs to; offsets before the inner text give 0. */
  toInner(offset: number): number {
    const at = lastAtOrBefore(this.#outerStart, offset);
    if (at < 0) return Math.max(0, offset - this.base);
    const outerEnd = this.#outerEnd[at] ?? 0;
    if (offset < outerEnd) return this.#innerStart[at] ?? 0;
    return (this.#innerEnd[at] ?? 0) + (offset - outerEnd);
  }
}

/** One stretch whose length differs between inner and outer text; all offsets absolute in their text. */
export interface Break {
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly outerStart: number;
  readonly outerEnd: number;
}

/** Builds the map of a decoded text piece by piece, from left to right in both texts. */
export class OffsetMapBuilder {
  readonly #base: number;
  readonly #breaks: Break[] = [];
  #inner = 0;
  #outer: number;

  /** `base`: outer offset of the first inner character. */
  constructor(base: number) {
    this.#base = base;
    this.#outer = base;
  }

  /** Length of the inner text so far. */
  get innerLength(): number {
    return this.#inner;
  }

  /** `length` characters that stand at `outerStart` as they are. */
  copy(length: number, outerStart: number = this.#outer): this {
    if (length <= 0) return this;
    this.#gap(outerStart);
    this.#inner += length;
    this.#outer += length;
    return this;
  }

  /** `innerLength` characters that are written with `outerLength` characters at `outerStart`. */
  replace(innerLength: number, outerLength: number, outerStart: number = this.#outer): this {
    this.#gap(outerStart);
    this.#break(innerLength, outerLength);
    return this;
  }

  /** A range of a text that another map leads into the same outer text; the range may cut no stretch of the map in two. */
  append(map: OffsetMap, start: number, end: number): this {
    let at = start;
    for (const one of map.breaksIn(start, end)) {
      this.copy(one.innerStart - at, map.toOuter(at));
      this.replace(one.innerEnd - one.innerStart, one.outerEnd - one.outerStart, one.outerStart);
      at = one.innerEnd;
    }
    return at < end ? this.copy(end - at, map.toOuter(at)) : this;
  }

  build(): OffsetMap {
    return new OffsetMap(this.#base, this.#breaks);
  }

  #gap(outerStart: number): void {
    if (outerStart > this.#outer) this.#break(0, outerStart - this.#outer);
  }

  #break(innerLength: number, outerLength: number): void {
    const innerStart = this.#inner;
    const outerStart = this.#outer;
    this.#inner += innerLength;
    this.#outer += outerLength;
    this.#breaks.push({ innerStart, innerEnd: this.#inner, outerStart, outerEnd: this.#outer });
  }
}

/** Index of the last element that is `<= value` in an ascending list, or -1. */
function lastAtOrBefore(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
