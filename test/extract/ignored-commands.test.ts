import { describe, expect, it } from 'vitest';
import { CatalogIndex } from '../../src/extract/catalog-index.ts';
import { PageReader } from '../../src/extract/page/reader.ts';
import { maskingOf } from '../../src/extract/templates/masking.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { ScriptParser } from '../../src/parse/script.ts';
import { Source } from '../../src/text/source.ts';

const LAYER = 'window.dataLayer=window.dataLayer||[];';
const GTAG = `${LAYER}function gtag(){dataLayer.push(arguments)}`;
const DEFAULT = "gtag('consent','default',{ad_storage:'denied'});";

/** What becomes of the consent commands of a script: the command that is obeyed, or why it is ignored. */
function commands(script: string): (string | undefined)[] {
  const source = new Source('page.html', `<script>${script}</script>`);
  const options = { catalog: new CatalogIndex(catalog), parser: new ScriptParser(), resolve: () => undefined };
  const { activities } = new PageReader(source, options).read(source, maskingOf(source));
  return activities.filter(({ kind }) => kind === 'consent').map(({ consent, ignored }) => ignored?.reason ?? consent);
}

describe('consent commands', () => {
  it.each([
    ['a list', `${LAYER}dataLayer.push(['consent','default',{}])`, ['list']],
    ['an arrow function', `${LAYER}const gtag=(...a)=>dataLayer.push(a);${DEFAULT}`, ['list']],
    [
      'a copy of the arguments',
      `${LAYER}function gtag(){dataLayer.push([].slice.call(arguments))}${DEFAULT}`,
      ['list'],
    ],
    ['parts', `${LAYER}dataLayer.push('consent','default',{})`, ['arguments']],
    ['an object', `${LAYER}dataLayer.push({consent:'default'})`, ['object']],
    ['a replaced list', `${GTAG}${DEFAULT}dataLayer=[{page:'x'}]`, ['overwritten']],
    ['a list set up twice', `${GTAG}${DEFAULT}${LAYER}`, ['default']],
    ['the arguments object', `${GTAG}${DEFAULT}`, ['default']],
    ['a list of its own', "var q=[];q.push(['consent','default',{}])", []],
    ['a word that is none', "fbq('consent','denied');fbq('consent','revoke')", ['word', 'revoke']],
    ['a misspelt method', 'ttq.holdconsent();ttq.holdConsent()', ['word', 'revoke']],
  ])('%s', (_, script, expected) => {
    expect(commands(script)).toEqual(expected);
  });
});
