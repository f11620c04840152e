/** What stands before, around and behind a vendor's snippet may cost more than a unit may: the tag is found all the same. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/model/unit.ts';
import { expand, read } from './gating/support.ts';

function firstVisit(code: string): Outcome | undefined {
  const unit = read(expand(code), 'html');
  const tag = unit.tags.find(({ vendor }) => vendor.id === 'meta');
  return tag?.activities.some(({ kind }) => kind === 'load') ? tag.states['first-visit'].outcome : undefined;
}

/** A line of a library that costs some thousand steps. */
const line = (n: number): string =>
  `var x${n}=[];for(var i${n}=0;i${n}<12;i${n}++)for(var k=0;k<12;k++)for(var j=0;j<12;j++)x${n}.push({left:i${n}*k+j,top:i${n}-k});`;
const library = (size: number): string => Array.from({ length: size }, (_, n) => line(n)).join('\n');
const HEAVY = library(60);
const ON_READY = "document.addEventListener('DOMContentLoaded',function(){";

const CASES: readonly (readonly [name: string, code: string, ...expected: Outcome[]])[] = [
  ['a script before', `<script>${HEAVY}</script>TAG`, 'runs'],
  ['many scripts before', `${`<script>${HEAVY}</script>`.repeat(20)}TAG`, 'runs'],
  ['a script behind', `TAG<script>${HEAVY}</script>`, 'runs'],
  ['the same script, before', `${HEAVY}\nPIX`, 'unknown'],
  ['the same script, behind', `PIX\n${HEAVY}`, 'runs'],
  ['a bundle before', `(function(){${HEAVY}})();\nPIX`, 'unknown'],
  ['a bundle around', `(function(){${HEAVY}\nPIX\n${HEAVY}})();`, 'unknown'],
  ['bundles around bundles', `!function(){!function(){${HEAVY}}();!function(){${HEAVY}\nPIX}()}();`, 'unknown'],
  ['a condition that is asked', `function ask(){${HEAVY} return x1.length>9}\nif(ask()){PIX}`, 'unknown'],
  ['a condition by its operator', `LOADS function ask(){${HEAVY} return x1.length>9}\nask()&&loadPixel();`, 'unknown'],
  ['a function that is called behind', `LOADS ${HEAVY}\nloadPixel();`, 'unknown'],
  ['a function that leads to it', `LOADS function start(){loadPixel()}\n${HEAVY}\nstart();`, 'unknown'],
  ['a method that leads to it', `LOADS var app={start:loadPixel};\n${HEAVY}\napp.start();`, 'unknown'],
  ['a handler', `${ON_READY}${HEAVY}\nPIX});`, 'unknown'],
  ['a handler that calls', `LOADS ${ON_READY}${HEAVY}\nloadPixel()});`, 'unknown'],
  ['two handlers', `LOADS ${ON_READY}${HEAVY}\nloadPixel()});${ON_READY}loadPixel()});`, 'unknown', 'runs'],
  [
    'handlers that cost too much',
    `LOADS ${`addEventListener('scroll',function(){${library(3)}if(x1.sent)fbq('track','Lead')});`.repeat(120)}addEventListener('load',loadPixel);`,
    'runs',
    'unknown',
  ],
  [
    'too many handlers',
    `LOADS ${"addEventListener('scroll',function(){fbq('track','Lead')});".repeat(1_600)}addEventListener('resize',function(){loadPixel()});`,
    'runs',
    'unknown',
  ],
  [
    'a definition that was begun',
    `function start(){if(window.fbq)return;window.fbq=function(){};${HEAVY}\ndelete window.fbq;PIX}\nstart();start();`,
    'unknown',
    'runs',
  ],
  [
    'a definition that was begun, with a loader of its own',
    `function start(){if(window.fbq)return;window.fbq=function(){(fbq.queue=fbq.queue||[]).push(arguments)};${HEAVY}\nINSERT;fbq('init','1234567890')}\nstart();\nstart();`,
    'unknown',
    'runs',
  ],
];

describe('a library that costs more than a unit may', () => {
  it.each(CASES)('hides no tag: %s', (_name, code, ...expected) => {
    expect(expected).toContain(firstVisit(code));
  });

  it('hides no tag wherever the budget ends', () => {
    const outcomes = new Set<Outcome | undefined>();
    for (let filler = 0; filler < 16; filler++) {
      const many = `var f=0;${'f=f+1;'.repeat(filler * 31)}`;
      outcomes.add(firstVisit(`LOADS\n${library(3)}${many}loadPixel();\n${ON_READY}loadPixel()});${HEAVY}`));
      outcomes.add(firstVisit(`${library(4)}${many}PIX\n${HEAVY}`));
    }
    expect([...outcomes].filter((one) => one !== 'runs' && one !== 'unknown')).toEqual([]);
  });

  it('opens no gate', () => {
    const gated = (code: string) => firstVisit(`LOADS ${code}`);
    const accept = "document.querySelector('#accept').addEventListener('click',loadPixel);";
    expect(gated(`${HEAVY}\n${accept}`)).not.toBe('runs');
    expect(gated(`${HEAVY}\nif(document.cookie.indexOf('consent=yes')>-1)loadPixel();`)).toBe('blocked');
  });
});
