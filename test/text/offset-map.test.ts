import { describe, expect, it } from 'vitest';
import { OffsetMap, OffsetMapBuilder } from '../../src/text/offset-map.ts';

describe('OffsetMap', () => {
  it('shifts by the base where nothing is escaped', () => {
    const map = OffsetMap.shift(10);
    expect(map.toOuterSpan(2, 5)).toEqual({ start: 12, end: 15 });
    expect(map.toInner(12)).toBe(2);
    expect(map.toInner(3)).toBe(0);
    expect(map.isShift).toBe(true);
  });

  // outer: 5..  a \n b \u0041 c      inner: a ⏎ b A c
  const map = new OffsetMapBuilder(5).copy(1).replace(1, 2).copy(1).replace(1, 6).copy(1).build();

  it('covers the whole escape', () => {
    expect(map.toOuterSpan(1, 2)).toEqual({ start: 6, end: 8 });
    expect(map.toOuterSpan(3, 4)).toEqual({ start: 9, end: 15 });
    expect(map.toOuterSpan(0, 4)).toEqual({ start: 5, end: 15 });
    expect(map.toOuterSpan(4, 5)).toEqual({ start: 15, end: 16 });
  });

  it('ends a range before an escape that follows it', () => {
    expect(map.toOuterSpan(0, 1)).toEqual({ start: 5, end: 6 });
    expect(map.toOuterSpan(2, 3)).toEqual({ start: 8, end: 9 });
  });

  it('keeps empty ranges empty', () => {
    expect(map.toOuterSpan(3, 3)).toEqual({ start: 9, end: 9 });
    expect(map.toOuterSpan(5, 5)).toEqual({ start: 16, end: 16 });
  });

  it('leads every offset of an escape to its character', () => {
    expect([5, 6, 7, 8, 9, 12, 14, 15].map((offset) => map.toInner(offset))).toEqual([0, 1, 1, 2, 3, 3, 3, 4]);
  });

  it('skips gaps between joined literals', () => {
    // outer: 'ab' + 'cd' with a at 1 and c at 8
    const joined = new OffsetMapBuilder(1).copy(2, 1).copy(2, 8).build();
    expect(joined.toOuterSpan(0, 2)).toEqual({ start: 1, end: 3 });
    expect(joined.toOuterSpan(2, 4)).toEqual({ start: 8, end: 10 });
    expect(joined.toOuterSpan(1, 3)).toEqual({ start: 2, end: 9 });
    expect(joined.toInner(8)).toBe(2);
    expect(joined.toInner(5)).toBe(2);
  });

  it('covers a reference that stands for two characters', () => {
    const pair = new OffsetMapBuilder(0).replace(2, 9).copy(3).build();
    expect(pair.toOuterSpan(1, 2)).toEqual({ start: 0, end: 9 });
    expect(pair.toOuterSpan(2, 3)).toEqual({ start: 9, end: 10 });
  });
});
