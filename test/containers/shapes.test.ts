/** The shapes in which containers are handed over: exports, versions and listings of the API, files made by hand. */
import { describe, expect, it } from 'vitest';
import { containerText, type Json, onEvent, type Parts, trigger, variable } from '../extract/gtm/build.ts';
import { cellsOf, foundIn, judgeText, needs, pixel, type Row, testRows } from './support.ts';

const PARTS: Parts = {
  tags: [pixel('T', { firingTriggerId: ['7'], tagId: '12' }), pixel('Held', { tagId: '13', firingTriggerId: ['8'] })],
  triggers: [
    trigger('7', 'PAGEVIEW', [['{{Page Path}}', 'CONTAINS', '/thanks']]),
    onEvent('8', 'cookie_consent_marketing'),
  ],
  variables: [variable('Id', 'c', { value: '1' })],
};

const version = (): Json => JSON.parse(containerText(PARTS)).containerVersion;
const listed = (tags: Json): Json[] => (version().tag as Json[]).map((one) => ({ ...one, ...tags }));

/** The same container in other clothes. */
const SHAPES: readonly (readonly [name: string, text: string])[] = [
  ['an export', containerText(PARTS)],
  ['a version of the API', JSON.stringify(version())],
  [
    'numbers as ids',
    containerText(PARTS)
      .replace(/"(tagId|triggerId)": "(\d+)"/g, '"$1": $2')
      .replace(/\[\s*"(\d)"\s*\]/g, '[$1]'),
  ],
  [
    'enum words in lower camel case',
    containerText(PARTS)
      .replaceAll('PAGEVIEW', 'pageview')
      .replaceAll('CUSTOM_EVENT', 'customEvent')
      .replaceAll('"EQUALS"', '"equals"')
      .replaceAll('"CONTAINS"', '"contains"'),
  ],
  [
    'lower-case types of parameters',
    containerText(PARTS).replaceAll('"TEMPLATE"', '"template"').replaceAll('"BOOLEAN"', '"boolean"'),
  ],
  ['a byte order mark', `\uFEFF${containerText(PARTS)}`],
  ['without a section for variables', JSON.stringify({ ...version(), variable: undefined })],
  [
    'without the container’s own data',
    JSON.stringify({ exportFormatVersion: 2, containerVersion: { tag: version().tag, trigger: version().trigger } }),
  ],
  ['a listing of a workspace', JSON.stringify({ tag: version().tag, trigger: version().trigger })],
  [
    'one trigger that is no list',
    JSON.stringify({
      ...version(),
      tag: listed({}).map((one) => ({ ...one, firingTriggerId: String((one.firingTriggerId as string[])[0]) })),
    }),
  ],
  [
    'fields that nobody knows',
    JSON.stringify({ ...version(), tag: listed({ monitoringMetadata: { type: 'MAP' }, x: [[[1]]] }) }),
  ],
  ['comments around it', `\n\n${containerText(PARTS)}\n`],
  [
    'paths as references',
    JSON.stringify({
      ...version(),
      tag: listed({}).map((one) => ({
        ...one,
        firingTriggerId: (one.firingTriggerId as string[]).map(
          (id) => `accounts/1/containers/2/workspaces/3/triggers/${id}`,
        ),
      })),
    }),
  ],
];

describe('a container is the same', () => {
  it.each(SHAPES)('%s', async (_name, text) => {
    const judged = await judgeText(text);
    expect([cellsOf(judged, 'T'), cellsOf(judged, 'Held'), foundIn(judged, /^consent/)]).toEqual([
      'RRRRRR',
      'BBBBRR',
      'fires-before-consent:E',
    ]);
  });

  it('a listing of tags alone', async () => {
    const judged = await judgeText(JSON.stringify({ tag: [pixel('T'), pixel('Later', { firingTriggerId: ['9'] })] }));
    expect([cellsOf(judged, 'T'), foundIn(judged, /^consent/)]).toEqual(['RRRRRR', 'fires-before-consent:E']);
    expect(cellsOf(judged, 'Later')).toBe('??????');
    const array = await judgeText(JSON.stringify([pixel('T'), pixel('Later', { firingTriggerId: ['9'] })]));
    expect([cellsOf(array, 'T'), foundIn(array, /^consent/)]).toEqual(['RRRRRR', 'fires-before-consent:E']);
  });
});

const on = (type: string, more: Json = {}): Parts => ({
  tags: [pixel('T', { firingTriggerId: ['1'], ...more })],
  triggers: [trigger('1', type)],
});
const ROWS: readonly Row[] = [
  ['once per page', on('PAGEVIEW', { tagFiringOption: 'ONCE_PER_LOAD' }), 'RRRRRR', 'fires-before-consent:E'],
  ['once per event', on('PAGEVIEW', { tagFiringOption: 'oncePerEvent' }), 'RRRRRR', 'fires-before-consent:E'],
  ['unlimited', on('PAGEVIEW', { tagFiringOption: 'UNLIMITED' }), 'RRRRRR', 'fires-before-consent:E'],
  [
    'with a schedule',
    on('PAGEVIEW', { scheduleStartMs: '1700000000000', scheduleEndMs: '1700086400000' }),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  ['on the published version only', on('PAGEVIEW', { liveOnly: true }), 'RRRRRR', 'fires-before-consent:E'],
  [
    'with a priority',
    on('PAGEVIEW', { priority: { type: 'INTEGER', value: '-10' } }),
    'RRRRRR',
    'fires-before-consent:E',
  ],
  ['paused', on('PAGEVIEW', { paused: true }), 'BBBBBB', ''],
  ['paused by a text', on('PAGEVIEW', { paused: 'true' }), 'BBBBBB', ''],
  ['without parameters', { tags: [{ tagId: '1', name: 'T', type: 'html', firingTriggerId: ['2147479553'] }] }, '-', ''],
  ['without triggers', { tags: [pixel('T', { firingTriggerId: [] })] }, '-', ''],
  ['on a click', on('CLICK'), 'RRRRRR', 'fires-before-consent:E'],
  ['on a link', on('linkClick'), 'RRRRRR', 'fires-before-consent:E'],
  ['on a form', on('FORM_SUBMISSION'), 'RRRRRR', 'fires-before-consent:E'],
  ['on a timer', on('TIMER'), 'RRRRRR', 'fires-before-consent:E'],
  ['on scrolling', on('scrollDepth'), 'RRRRRR', 'fires-before-consent:E'],
  ['in view', on('ELEMENT_VISIBILITY'), 'RRRRRR', 'fires-before-consent:E'],
  ['on history', on('historyChange'), 'RRRRRR', 'fires-before-consent:E'],
  ['on an error', on('JS_ERROR'), 'RRRRRR', 'fires-before-consent:E'],
  ['on a video', on('YOU_TUBE_VIDEO'), 'RRRRRR', 'fires-before-consent:E'],
  [
    'with its own check, once per page',
    on('PAGEVIEW', { tagFiringOption: 'ONCE_PER_LOAD', ...needs('ad_storage') }),
    '?????R',
    'missing-default:W',
  ],
];
describe('triggers and firing options', () => testRows(ROWS, /^consent/));
