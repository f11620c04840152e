import { describe, expect, it } from 'vitest';
import { parseCode } from '../../../src/extract/gtm/sandbox/run.ts';
import { ScriptParser } from '../../../src/parse/script.ts';
import { Source } from '../../../src/text/source.ts';

const HEADING = '___SANDBOXED_JS_FOR_WEB_TEMPLATE___';

function usesOf(code: string) {
  const text = `${HEADING}\n${code}`;
  const parsed = parseCode(
    new Source('template.tpl', text),
    { heading: 0, start: HEADING.length, end: text.length },
    new ScriptParser(),
  );
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.code.uses;
}

const fieldsOf = (code: string): string => {
  const { fields } = usesOf(code);
  return fields ? [...fields].sort().join(' ') : 'any';
};

const apisOf = (code: string): string =>
  [...usesOf(code).apis]
    .map(([name, uses]) => `${name}: ${uses.map((one) => `${one.argument ?? '?'}${one.whole ? '' : '…'}`).join(' ')}`)
    .join(', ');

const LOG = "const log = require('logToConsole');";

describe('the fields that the code of a template reads', () => {
  it.each<[string, string, string]>([
    ['members', "use(data.x, data['y'], data[`z`]);", 'x y z'],
    ['an optional member', 'use(data?.x?.y);', 'x'],
    ['patterns', "const { a, b: c, 'd': e = 3, f: { g } } = data;", 'a b d f'],
    ['another name', 'const d = data; use(d.x);', 'x'],
    ['another name, set later', 'let d; d = data; use(d.x);', 'x'],
    ['another name, out of its block', 'if (1) { var d = data; } use(d.x);', 'x'],
    ['one of two', 'const d = data || {}; const e = data ? data : {}; use(d.x, e.y);', 'x y'],
    ['whether it is there', "if (data.hasOwnProperty('x')) use(1);", 'x'],
    ['in a function', 'const f = function () { return data.x; }; f();', 'x'],
    ['by a function that is handed the record', 'function f(o, n) { use(o.x); } f(data, 1);', 'x'],
    ['by one that takes it apart', 'use(f(1, data)); function f(n, { a, b }) {}', 'a b'],
    ['by one that calls itself', 'const f = (o) => f(o) || o.x; f(data);', 'x'],
    ['a key that a constant names', "const k = 'x'; use(data[k], data[a ? 'y' : 'z']);", 'x y z'],
    ['a key that is decided later', 'list.forEach((k) => use(data[k]));', 'any'],
    ['the rest', 'const { a, ...more } = data;', 'any'],
    ['all, handed on', 'send(data);', 'any'],
    ['all, in an object', 'send({ data });', 'any'],
    ['all, spread', 'send({ ...data });', 'any'],
    ['all keys', 'for (const k in data) use(k);', 'any'],
    ['all, returned', 'return data;', 'any'],
    ['none: a comment or a text', "// data.x\nuse('data.x');", ''],
    ['none: it is written', 'data.x = 1; delete data.y;', ''],
    ['what is added to', 'data.x += 1;', 'x'],
    ['none: only whether there is a record', "if (!data || typeof data !== 'object') return;", ''],
    [
      'none: another thing of that name',
      'send({ data: 1 }); use(x.data.y); list.map((data) => data.z); { const data = {}; use(data.w); }',
      '',
    ],
    ['none: it goes into the log', `${LOG} log('data =', data, require('JSON').stringify(data), data.x);`, ''],
    [
      'what a log of its own asks',
      `${LOG} const debug = (what) => { if (data.debug) log(what); }; debug(data);`,
      'debug',
    ],
  ])('%s', (_what, code, expected) => {
    expect(fieldsOf(code)).toBe(expected);
  });
});

describe('the functions of the template API that the code uses', () => {
  it.each<[string, string, string]>([
    [
      'by name',
      "const s = require('sendPixel'); s('https://a.example/x?' + data.q);",
      'sendPixel: https://a.example/x?…',
    ],
    ['at once', "require('getCookieValues')('id');", 'getCookieValues: id'],
    ['by another name', "const s = require('sendPixel'); const t = s; t('a');", 'sendPixel: a'],
    [
      'one of two',
      "const s = data.x ? require('sendPixel') : require('injectScript'); s('a');",
      'sendPixel: a, injectScript: a',
    ],
    ['handed to a function', "const s = require('sendPixel'); const run = (fn) => fn('a'); run(s);", 'sendPixel: a'],
    [
      'of an object',
      "const l = require('localStorage'); l.getItem('a'); l.setItem('b' + x, 1);",
      'localStorage.getItem: a, localStorage.setItem: b…',
    ],
    [
      'another thing of that name',
      "const get = require('getCookieValues'); list.map((get) => get('x')); get('y');",
      'getCookieValues: y',
    ],
    [
      'with what a name was set to',
      "let u; u = 'https://a.example/'; require('injectScript')(u);",
      'injectScript: https://a.example/',
    ],
    [
      'with what a name was set to twice',
      "let u = 'a'; if (x) u = 'b'; require('injectScript')(u);",
      'injectScript: ?…',
    ],
    [
      'handed to somebody else',
      "urls.forEach(require('sendPixel'));",
      'sendPixel: ?…, sendPixel.getItem: ?…, sendPixel.setItem: ?…, sendPixel.removeItem: ?…',
    ],
  ])('%s', (_what, code, expected) => {
    expect(apisOf(code)).toBe(expected);
  });
});
