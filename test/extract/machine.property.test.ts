import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Unit } from '../../src/model/unit.ts';
import type { HeavyParser } from '../../src/parse/script.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';
import { guardCases } from './gating/guards.ts';
import { pseudoCases } from './gating/pseudo.ts';
import { storageCases } from './gating/storage.ts';
import { expand, read } from './gating/support.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/vendors');
const PAGES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'));
const SCRIPTS = [...guardCases, ...storageCases, ...pseudoCases].map(([, code]) => expand(code));

let heavy: HeavyParser;
beforeAll(async () => {
  heavy = await loadTypeScriptParser();
});

const TOKENS = [
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '"',
  "'",
  '`',
  '${',
  '{{',
  '}}',
  '{% if consent %}',
  '{% endif %}',
  '<?php if ($x) { ?>',
  '<?php } ?>',
  '<noscript>',
  '=>',
  '?.',
  '??',
  '&&',
  '||',
  '(',
  ')',
  '{',
  '}',
  '[',
  'return;',
  'await ',
  'new Promise(',
  '.then(',
  'for(;;)',
  'while(1)',
  'function f(){f()}f();',
  'setTimeout(f,1);',
  'var f=f;',
  'class A extends A{}',
  '\u0000',
  '\r',
  '\ud800',
];

interface Edit {
  readonly kind: 'delete' | 'duplicate' | 'insert' | 'move';
  /** Places are shares of the text's length. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly token: string;
}

const place = fc.double({ min: 0, max: 1, noNaN: true });
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('delete', 'duplicate', 'insert', 'move'),
  from: place,
  to: place,
  length: fc.integer({ min: 1, max: 300 }),
  token: fc.constantFrom(...TOKENS),
});

function apply(text: string, change: Edit): string {
  const at = Math.floor(change.from * text.length);
  if (change.kind === 'insert') return text.slice(0, at) + change.token + text.slice(at);
  const piece = text.slice(at, at + change.length);
  const without = text.slice(0, at) + text.slice(at + change.length);
  if (change.kind === 'delete') return without;
  if (change.kind === 'duplicate') return text.slice(0, at) + piece + text.slice(at);
  const to = Math.floor(change.to * without.length);
  return without.slice(0, to) + piece + without.slice(to);
}

const mutated = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 12 }))
    .map(([text, edits]) => edits.reduce(apply, text));

describe('page analysis on broken input', () => {
  it('never throws and ends quickly on mutated pages', () => {
    fc.assert(
      fc.property(
        mutated(PAGES),
        fc.constantFrom('html', 'php', 'liquid', 'ejs'),
        (text, extension) => void read(text, extension),
      ),
      {
        numRuns: 150,
      },
    );
  }, 60_000);

  it('never throws and ends quickly on mutated scripts', () => {
    fc.assert(
      fc.property(
        mutated(SCRIPTS),
        fc.constantFrom('js', 'tsx'),
        (text, extension) => void read(text, extension, heavy),
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each([
    ['nested calls', `${'f('.repeat(3000)}1${')'.repeat(3000)}`],
    ['nested functions', `${'(function(){'.repeat(800)}${'})();'.repeat(800)}`],
    ['nested conditions', `${'if(a){'.repeat(1500)}fbq('init','1');${'}'.repeat(1500)}`],
    [
      'a long chain of conditions',
      `var v=0;${Array.from({ length: 3000 }, (_, i) => `if(a${i})v=${i};`).join('')}if(v)fbq('init','1');`,
    ],
    [
      'a long chain of early returns',
      `(function(){${Array.from({ length: 2000 }, (_, i) => `if(a${i})return;`).join('')}fbq('init','1');})()`,
    ],
    [
      'functions that call each other',
      `${Array.from({ length: 40 }, (_, i) => `function f${i}(){f${(i + 1) % 40}();f${(i + 7) % 40}();}`).join('')}f0();`,
    ],
    [
      'a function that calls itself by a timer',
      `function t(){if(x)fbq('init','1');else{setTimeout(t,9);setTimeout(t,99);setTimeout(t,999)}}t();`,
    ],
    [
      'a list set past its end',
      `var a=[];a[5]=function(){fbq('init','1')};function late(){a.forEach(f=>f&&f());for(var f of a)f&&f()}`,
    ],
    ['promises of promises', `function p(){return new Promise(r=>p().then(r)).then(p)}p().then(p);`],
    [
      'states that set each other',
      `import {useState,useEffect} from 'react';export default function A(){const [a,b]=useState(0);useEffect(()=>{b(a+1);b(x=>x+1)});return <A/>}`,
    ],
    ['a getter that reads itself', `var o={get a(){return o.a+o.a}};if(o.a)fbq('init','1');`],
    [
      'events that dispatch each other',
      `addEventListener('a',()=>dispatchEvent(new Event('b')));addEventListener('b',()=>dispatchEvent(new Event('a')));dispatchEvent(new Event('a'));`,
    ],
    ['markup that writes itself', `function w(){document.write('<script>w();w()</scr'+'ipt>')}w();`],
  ])(
    'ends on %s',
    (_name, code) => {
      read(code, 'jsx');
    },
    30_000,
  );
});

describe('both parsers', () => {
  const told = (unit: Unit): string[] =>
    unit.activities.map((activity) =>
      [
        activity.kind,
        activity.vendor.id,
        activity.label,
        activity.location.start,
        activity.location.end,
        activity.reached,
        ...Object.values(activity.states).map((verdict) => verdict.outcome),
      ].join(' '),
    );

  it('give the same activities for the pages of all vendors', () => {
    for (const page of PAGES) expect(told(read(page, 'html', heavy, true))).toEqual(told(read(page, 'html')));
  }, 60_000);

  it('give the same activities for the gating patterns', () => {
    for (const script of SCRIPTS) {
      if (/^\s*(?:type|interface) |<script/m.test(script)) continue;
      expect(told(read(script, 'html', heavy, true)), script).toEqual(told(read(script, 'html')));
    }
  }, 60_000);
});
