/** A data layer keeps what is pushed as Tag Manager does. */
import { describe, expect, it } from 'vitest';
import { type Message, readFrom, statesOf } from '../../src/extract/data-layer.ts';
import { ALWAYS, condition, type Guard } from '../../src/model/guard.ts';
import { literal, type ObjectValue, type Value } from '../../src/model/value.ts';
import { printValue } from './gtm/build.ts';

function fixed(given: unknown): Value {
  if (Array.isArray(given)) return { kind: 'array', items: given.map(fixed), open: false };
  if (typeof given === 'object' && given !== null) return objectOf(given);
  return typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean'
    ? literal(given)
    : literal(null);
}

function objectOf(given: object): ObjectValue {
  const properties = Object.entries(given).map(([key, value]) => ({ key, value: fixed(value) }));
  return { kind: 'object', properties, rest: [] };
}

const message = (given: object, guard: Guard = ALWAYS): Message => ({ value: objectOf(given), guard });
const read = (name: string, ...messages: readonly (object | Message)[]): string[] => {
  const all = messages.map((one) => ('guard' in one ? one : message(one)));
  return readFrom(statesOf(all as Message[]), name).map(printValue);
};

describe('what a variable reads', () => {
  it.each<[string, string, readonly object[], readonly string[]]>([
    ['a key', 'a', [{ a: 1 }], ['1']],
    ['a path', 'a.b.c', [{ a: { b: { c: 1 } } }], ['1']],
    ['a name with dots', 'a.b', [{ 'a.b': 1 }], ['1']],
    ['the last of several', 'a', [{ a: 1 }, { a: 2 }], ['2']],
    [
      'both where an event comes between',
      'a',
      [
        { event: 'x', a: 1 },
        { event: 'y', a: 2 },
      ],
      ['2', '1'],
    ],
    ['what is still there at a later event', 'a', [{ a: 1 }, { event: 'y', b: 2 }], ['1']],
    ['what is merged', 'a', [{ a: { b: 1 } }, { a: { c: 2 } }], ['{ b: 1, c: 2 }']],
    ['lists by their places', 'a', [{ a: [1, 2, 3] }, { a: [4] }], ['[4, 2, 3]']],
    ['objects in lists, merged', 'a', [{ a: [{ b: 1 }] }, { a: [{ c: 2 }] }], ['[{ b: 1, c: 2 }]']],
    ['what replaces', 'a', [{ a: { b: 1 } }, { _clear: true, a: { c: 2 } }], ['{ c: 2 }']],
    ['an item', 'a.0.b', [{ a: [{ b: 1 }, { b: 2 }] }], ['1']],
    ['a member of any item', 'a.b', [{ a: [{ b: 1 }, { b: 2 }] }], ['true ? 1 : true ? 2']],
    ['nothing', 'a.b', [{ a: 1 }], []],
    ['nothing under another name', 'b', [{ a: 1 }], []],
  ])('%s', (_, name, messages, expected) => {
    expect(read(name, ...messages)).toEqual(expected);
  });

  it('is one of two where a message may not come', () => {
    const maybe = message({ a: 2 }, condition('free', 'x'));
    expect(read('a', message({ a: 1 }), maybe)).toEqual(['free[x] ? 2 : true ? 1']);
  });

  it('is bounded', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ event: 'x', a: index }));
    expect(read('a', ...many).length).toBeLessThan(20);
    const maybe = Array.from({ length: 200 }, (_, index) =>
      message({ a: { b: index } }, condition('free', `${index}`)),
    );
    expect(JSON.stringify(statesOf(maybe)).length).toBeLessThan(100_000);
  });
});
