/** One account that two tags of a container start. */
import { describe, expect, it } from 'vitest';
import { containerText, type Json, onEvent, type Parts, tag, trigger, variable } from '../extract/gtm/build.ts';
import { ALL_PAGES, foundIn, judgeText, needs } from './support.ts';

const INITIALIZATION = '2147479573';
const google = (name: string, id: string, more: Json = {}): Json => tag(name, 'googtag', { tagId: id }, more);
const fires = (...triggers: string[]): Json => ({ firingTriggerId: triggers });
const found = async (parts: Parts): Promise<string> =>
  foundIn(await judgeText(containerText(parts)), /duplicate-pixel/);

const FOUND: readonly (readonly [name: string, parts: Parts])[] = [
  ['in two phases', { tags: [google('A', 'G-ABCDEF1234', fires(INITIALIZATION)), google('B', 'G-ABCDEF1234')] }],
  [
    'by the older type and the newer',
    { tags: [tag('A', 'gaawc', { measurementId: 'G-ABCDEF1234' }), google('B', 'G-ABCDEF1234')] },
  ],
  [
    'by a constant and by the id',
    {
      tags: [google('A', '{{ID}}'), google('B', 'G-ABCDEF1234')],
      variables: [variable('ID', 'c', { value: 'G-ABCDEF1234' })],
    },
  ],
  [
    'by one variable that is not seen',
    { tags: [google('A', '{{ID}}'), google('B', '{{ID}}')], variables: [variable('ID', 'v', { name: 'ga4Id' })] },
  ],
  [
    'with consent and without',
    { tags: [google('A', 'G-ABCDEF1234', needs('analytics_storage')), google('B', 'G-ABCDEF1234')] },
  ],
  [
    'on one event more',
    {
      tags: [google('A', 'G-ABCDEF1234'), google('B', 'G-ABCDEF1234', fires(ALL_PAGES, '1'))],
      triggers: [onEvent('1', 'page_view')],
    },
  ],
];

const NONE: readonly (readonly [name: string, parts: Parts])[] = [
  ['two accounts', { tags: [google('A', 'G-ABCDEF1234'), google('B', 'G-ZYXWVU9876')] }],
  ['two products', { tags: [google('A', 'G-ABCDEF1234'), google('B', 'AW-123456789')] }],
  ['a paused tag', { tags: [google('A', 'G-ABCDEF1234'), google('B', 'G-ABCDEF1234', { paused: true })] }],
  [
    'pages of their own',
    {
      tags: [google('A', 'G-ABCDEF1234', fires('1')), google('B', 'G-ABCDEF1234', fires('2'))],
      triggers: [
        trigger('1', 'PAGEVIEW', [['{{Page Path}}', 'CONTAINS', '/shop']]),
        trigger('2', 'PAGEVIEW', [['{{Page Path}}', 'CONTAINS', '/blog']]),
      ],
    },
  ],
  [
    'pages that come later',
    {
      tags: [google('A', 'G-ABCDEF1234'), google('B', 'G-ABCDEF1234', fires('1'))],
      triggers: [trigger('1', 'HISTORY_CHANGE')],
    },
  ],
  [
    'an event of the site',
    {
      tags: [google('A', 'G-ABCDEF1234'), google('B', 'G-ABCDEF1234', fires('1'))],
      triggers: [onEvent('1', 'virtual_page_view')],
    },
  ],
];

describe('an account is started twice', () => {
  it.each(FOUND)('%s', async (_name, parts) => {
    expect(await found(parts)).toBe('duplicate-pixel:W');
  });
});

describe('no account is started twice by', () => {
  it.each(NONE)('%s', async (_name, parts) => {
    expect(await found(parts)).toBe('');
  });
});
