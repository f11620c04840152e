import { describe, expect, it } from 'vitest';
import { ScriptParser } from '../../src/parse/script.ts';
import { newestSyntax } from '../../src/parse/script-edition.ts';

const parser = new ScriptParser();

function newest(code: string): string | undefined {
  const parsed = parser.parse(code, 'js');
  if (!parsed.ok) throw new Error(parsed.message);
  const found = newestSyntax(parsed.program);
  return found && `${found.edition} ${found.name} ${code.slice(...(found.node.range ?? [0, 0]))}`;
}

describe('the edition of the language that a script needs', () => {
  it.each([
    ['var f = () => 1', '2015 an arrow function () => 1'],
    ['let a = 1', '2015 a declaration with let let a = 1'],
    ['for (const a of b) c(a)', '2015 for … of for (const a of b) c(a)'],
    ['var a = `b`', '2015 a template literal `b`'],
    ['class A {}', '2015 a class class A {}'],
    ['f(...list)', '2015 a spread ...list'],
    ['function f(...list) {}', '2015 a rest parameter ...list'],
    ['var { a } = b', '2015 destructuring { a }'],
    ['var [a] = b', '2015 destructuring [a]'],
    ['function f(a = 1) {}', '2015 a default value a = 1'],
    ['var o = { a }', '2015 a property without a value a'],
    ['var o = { a() {} }', '2015 a method without function a() {}'],
    ['var o = { [a]: 1 }', '2015 a computed property [a]: 1'],
    ['function* f() {}', '2015 a generator function* f() {}'],
    ['if (a) { function f() {} }', '2015 a function declared in a block function f() {}'],
    ['switch (a) { case 1: function f() {} }', '2015 a function declared in a block function f() {}'],
    ['var r = /a/u', '2015 a flag of a regular expression /a/u'],
    ['var a = b ** 2', '2016 an exponent b ** 2'],
    ['async function f() {}', '2017 an async function async function f() {}'],
    ['var f = async () => 1', '2017 an async function async () => 1'],
    ['var o = { ...a }', '2018 an object with … in it ...a'],
    ['var { a, ...rest } = b', '2018 an object with … in it ...rest'],
    ['var r = /(?<year>\\d+)/', '2018 a newer regular expression /(?<year>\\d+)/'],
    ['var r = /(?<!a)b/', '2018 a newer regular expression /(?<!a)b/'],
    ['async function f() { for await (const a of b) c(a) }', '2018 for await for await (const a of b) c(a)'],
    ['try { a() } catch { b() }', '2019 a catch without a name catch { b() }'],
    ['var a = b?.c.d', '2020 optional chaining b?.c.d'],
    ['var a = b ?? c', '2020 the operator ?? b ?? c'],
    ['var a = 10n', '2020 a BigInt 10n'],
    ['import("/a.js")', '2020 import() import("/a.js")'],
    ['a ||= b', '2021 the operator ||= a ||= b'],
    ['class A { #a = 1 }', '2022 a class field #a = 1'],
    ['const a = b ?? (() => c)', '2020 the operator ?? b ?? (() => c)'],
  ])('%s', (code, expected) => {
    expect(newest(code)).toBe(expected);
  });

  it.each([
    'var a = function () { function b() {} return b; };',
    'function f() { function g() {} }',
    '(function () { "use strict"; for (var i in a) { b[i] = a[i]; } try { c(); } catch (error) { d(error); } })();',
    'var o = { get a() { return 1; }, "b": 2 }; label: while (true) break label;',
    'var r = /[(?<!]/gi; var s = "() => `${a}` ?? b";',
    'a = b && b.c || d;',
  ])('ECMAScript 5: %s', (code) => {
    expect(newest(code)).toBeUndefined();
  });

  it('gives up on depth instead of running out of stack', () => {
    expect(newest(`a = ${'['.repeat(400)}() => 1${']'.repeat(400)}`)).toBeUndefined();
  });
});
