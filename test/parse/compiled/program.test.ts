import { describe, expect, it } from 'vitest';
import { programCode } from '../../../src/parse/compiled/program.ts';

const read = (name: string) => [15, name];
/** The code of a program with these statements, in one line. */
const written = (...statements: unknown[]): string | undefined =>
  programCode([50, '__cvt_1_2', [46, 'a'], ...statements])?.replace(/\s+/g, ' ');

describe('programCode', () => {
  it.each<[string, unknown, string]>([
    ['constants', [52, 'b', ['require', 'injectScript']], 'const b = require("injectScript");'],
    ['fields of the tag', ['b', [17, read('a'), 'pixelId']], 'b(a["pixelId"]);'],
    ['methods', [2, read('a'), 'gtmOnSuccess', [7]], 'a["gtmOnSuccess"]();'],
    ['branches', [22, [28, read('b')], [46, [36]], [46, ['c']]], 'if ((!b)) { return; } else { c(); }'],
    ['operators', ['b', [30, [20, read('c'), 'x'], [1, true, [18, 2, 1]]]], 'b(((c === "x") || (true && (2 > 1))));'],
    ['records and lists', ['b', [8, 'k', [7, 1, 'x']], [44], [45]], 'b(({"k": [1, "x"]}), undefined, null);'],
    ['variables', [41, 'b', 'c'], 'let b, c;'],
    ['assignments', [3, 'b', [39, read('c'), 1, [27, 1]]], '(b = (c ? 1 : (-1)));'],
    ['members that are set', [43, read('b'), 'k', [26, 2, 3]], '(b["k"] = (2 * 3));'],
    ['functions', [52, 'b', [51, '', [7, 'c'], [36, read('c')]]], 'const b = (function (c) { return c; });'],
    ['named functions', [50, 'b', [46, 'c'], [36]], 'function b(c) { return; }'],
    ['loops over members', [55, 'k', read('b'), [46, [6]]], 'for (const k in b) { continue; }'],
    ['loops over items', [66, 'k', read('b'), [46, [4]]], 'for (const k of b) { break; }'],
    [
      'counting loops',
      [63, [7, 'i'], [23, read('i'), 3], [33, read('i'), [3, 'i', [0, read('i'), 1]]], [46]],
      'for (; (i < 3); (i = (i + 1))) { }',
    ],
    [
      'switches',
      [38, read('b'), [46, 'x'], [46, [5, [46, [4]]], [9, [46, ['c']]]]],
      'switch (b) { case "x": break; default: c(); }',
    ],
    ['attempts', [68, 'e', [53, ['b']], [46]], 'try { { b(); } } catch (e) { }'],
    [
      'what is called as soon as it is there',
      ['b', [13, [41, '$0'], [3, '$0', ['c']], ['$0', 1]]],
      'b((function () { let $0; ($0 = c()); return $0(1); })());',
    ],
  ])('%s', (_, statement, code) => {
    expect(written(statement)).toBe(`const a = data; ${code}`);
  });

  it.each<[string, unknown]>([
    ['an operation that is not known', [999, 1]],
    ['a name that is none', [52, 'a b', 1]],
    ['parts that are missing', [3]],
    ['deep nesting', Array.from({ length: 5000 }).reduce((inner) => [28, inner], true)],
    ['a record instead of a list', { x: 1 }],
  ])('reads nothing with %s', (_, statement) => {
    expect(written(statement)).toBeUndefined();
  });

  it('reads nothing of what is no program', () => {
    for (const value of [undefined, null, 3, {}, [], [50], [50, 'x', 'y']]) expect(programCode(value)).toBeUndefined();
  });
});
