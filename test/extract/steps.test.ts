import { describe, expect, it } from 'vitest';
import type { StepKind } from '../../src/model/unit.ts';
import { expand, read } from './gating/support.ts';

/** What the steps that lead to the pixel's init wait for, in order. */
function waitsOf(code: string): (StepKind | undefined)[] {
  const unit = read(expand(code), 'html');
  const init = unit.activities.find((activity) => activity.kind === 'init');
  return (init?.steps ?? []).map((step) => step.kind).filter((kind) => kind !== undefined);
}

const CASES: readonly (readonly [name: string, code: string, ...kinds: StepKind[]])[] = [
  ['a call', `LOADS loadPixel();`],
  ['a timer', `setTimeout(function () { PIX }, 3000);`, 'delay'],
  ['a timer with code as text', `LOADS setTimeout("loadPixel()", 3000);`, 'delay'],
  ['a timer in a promise', `LOADS new Promise((ok) => setTimeout(ok, 3000)).then(loadPixel);`, 'delay'],
  [
    'a timer that is awaited',
    `LOADS const sleep = (ms) => new Promise((ok) => setTimeout(ok, ms)); (async () => { await sleep(9); loadPixel(); })();`,
    'delay',
  ],
  ['an idle moment', `requestIdleCallback(() => { PIX });`, 'delay'],
  ['the load event, then a timer', `LOADS onload = () => setTimeout(loadPixel, 1);`, 'load', 'delay'],
  ['DOM-ready', `document.addEventListener('DOMContentLoaded', () => { PIX });`, 'load'],
  ['DOM-ready of jQuery', `$(function () { PIX });`, 'load'],
  ['scrolling', `LOADS addEventListener('scroll', loadPixel, { once: true });`, 'interaction'],
  ['the first touch', `LOADS ['touchstart'].forEach((e) => addEventListener(e, loadPixel));`, 'interaction'],
  [
    'coming into view',
    `LOADS new IntersectionObserver(() => loadPixel()).observe(document.querySelector('footer'));`,
    'visibility',
  ],
  ['a click anywhere', `LOADS document.addEventListener('click', loadPixel);`, 'click'],
  [
    'the close button',
    `LOADS document.querySelector('.banner .close').addEventListener('click', loadPixel);`,
    'dismissal',
  ],
  [
    'the button that declines',
    `LOADS document.querySelector('#decline').addEventListener('click', loadPixel);`,
    'refusal',
  ],
  [
    'the button that accepts',
    `LOADS document.querySelector('#accept').addEventListener('click', loadPixel);`,
    'accept',
  ],
  ['an event of the site', `LOADS addEventListener('menu-opened', loadPixel);`, 'site-event'],
  ['a platform that is there', `window.addEventListener('CookiebotOnLoad', () => { PIX });`, 'cmp-ready'],
  ['any choice', `window.addEventListener('CookieInformationConsentGiven', () => { PIX });`, 'decision'],
];

describe('steps', () => {
  it.each(CASES)('tell what %s waits for', (_name, code, ...kinds) => {
    expect(waitsOf(code)).toEqual(kinds);
  });
});

describe('an attribute that platforms know too', () => {
  it.each([
    ['data-category="marketing"', ['attribute']],
    ['data-category="DIC_kwDOAbCdEf4C"', []],
    ['data-category="{{ site.comments.category }}"', []],
  ])('%s', (attribute, kinds) => {
    const code = `<script ${attribute} src="https://connect.facebook.net/en_US/fbevents.js"></script>`;
    const { activities } = read(code, 'html');
    expect(activities.flatMap(({ steps }) => steps.map(({ kind }) => kind))).toEqual(kinds);
  });
});
