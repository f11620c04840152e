/** Variables that ask Tag Manager for the state of a consent type, in triggers, tables and code. */
import { describe } from 'vitest';
import { consentDefault } from '../engine/embedded.ts';
import { type Json, tag, trigger, variable } from '../extract/gtm/build.ts';
import { customTemplate } from '../extract/gtm/template.ts';
import { CONSENT_INIT, PIXEL, pixel, type Row, testRows } from './support.ts';

const ASKED =
  "const isConsentGranted = require('isConsentGranted'); const granted = isConsentGranted(data.consentType);";
const WORDS = customTemplate(`${ASKED} return granted ? 'granted' : 'denied';`, { type: 'MACRO' });
const ANSWER = customTemplate(`${ASKED} return granted;`, { type: 'MACRO' });
const STATE = variable('State', 'cvt_1_3', { consentType: 'ad_storage' });
const ELSEWHERE = variable('State', 'cvt_5_VBGBF', { consentType: 'ad_storage' });
const DENIED = tag(
  'Default',
  'html',
  { html: `<script>${consentDefault('denied')}</script>` },
  { firingTriggerId: [CONSENT_INIT] },
);
const code = (javascript: string): Json =>
  tag('T', 'html', { html: `<script>${javascript}</script>` }, { consentSettings: { consentStatus: 'NOT_NEEDED' } });
const under = (condition: string): Json => code(`if (${condition}) { ${PIXEL} }`);

const GATED = 'BBBBRR';
const OPEN = 'RRRRRR';
const INVERTED = 'RRRRBB';

interface Case {
  readonly tags: readonly Json[];
  readonly variables?: readonly Json[];
  readonly triggers?: readonly Json[];
}

function rowOf(
  name: string,
  { tags, variables = [], triggers = [] }: Case,
  templates: Json[],
  state: Json,
  cells: string,
): Row {
  return [name, { tags: [DENIED, ...tags], variables: [state, ...variables], triggers, templates }, cells];
}

const table = (type: 'smm' | 'remm', key: string): Json =>
  variable('Table', type, {
    input: '{{State}}',
    setDefaultValue: 'true',
    defaultValue: 'no',
    map: [{ key, value: 'yes' }],
  });
const onPage = (left: string, operator: string, right: string): Case => ({
  tags: [pixel('T', { firingTriggerId: ['1'] })],
  triggers: [trigger('1', 'PAGEVIEW', [[left, operator, right]])],
});

const inWords: readonly [string, Case, string][] = [
  ['code, in quotes', { tags: [under("'{{State}}' === 'granted'")] }, GATED],
  ['code, bare', { tags: [under("{{State}} === 'granted'")] }, GATED],
  ['code that leaves', { tags: [code(`if ('{{State}}' !== 'granted') return; ${PIXEL}`)] }, GATED],
  ['code, the wrong way round', { tags: [under("'{{State}}' === 'denied'")] }, INVERTED],
  ['a trigger', onPage('{{State}}', 'EQUALS', 'granted'), GATED],
  ['a trigger that says not', onPage('{{State}}', '!EQUALS', 'denied'), GATED],
  ['a lookup table', { ...onPage('{{Table}}', 'EQUALS', 'yes'), variables: [table('smm', 'granted')] }, GATED],
  ['a regex table', { ...onPage('{{Table}}', 'EQUALS', 'yes'), variables: [table('remm', '^granted$')] }, GATED],
  ['a table in code', { tags: [under("'{{Table}}' === 'yes'")], variables: [table('smm', 'granted')] }, GATED],
];

describe('a consent state in words gates', () => {
  testRows(
    inWords.map(([name, one, cells]) => rowOf(name, one, [WORDS], STATE, cells)),
    /^$/,
  );
});

describe('a consent state of a template that is not in the container gates', () => {
  const rows = inWords.filter(([name]) => !name.includes('table'));
  testRows(
    rows.map(([name, one, cells]) => rowOf(name, one, [], ELSEWHERE, cells)),
    /^$/,
  );
  testRows([rowOf('yes or no', { tags: [under('{{State}} === true')] }, [], ELSEWHERE, GATED)], /^$/);
});

describe('a consent state as yes or no gates', () => {
  const rows: readonly [string, Case, string][] = [
    ['code, in quotes', { tags: [under("'{{State}}' === 'true'")] }, GATED],
    ['code, bare', { tags: [under('{{State}}')] }, GATED],
    ['code, compared', { tags: [under('{{State}} === true')] }, GATED],
    ['code, the wrong way round', { tags: [under("'{{State}}' === 'false'")] }, INVERTED],
    ['code, by a word that it never says', { tags: [under("'{{State}}' !== 'denied'")] }, OPEN],
    ['a trigger', onPage('{{State}}', 'EQUALS', 'true'), GATED],
    ['a lookup table', { ...onPage('{{Table}}', 'EQUALS', 'yes'), variables: [table('smm', 'true')] }, GATED],
  ];
  testRows(
    rows.map(([name, one, cells]) => rowOf(name, one, [ANSWER], STATE, cells)),
    /^$/,
  );
});
