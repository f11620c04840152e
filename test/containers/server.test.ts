/** Containers of servers: states come with the event, templates ask by themselves, transformations take data away. */
import { describe, expect, it } from 'vitest';
import {
  containerText,
  type Json,
  onEvent,
  type Parts,
  type Test,
  tag,
  trigger,
  variable,
} from '../extract/gtm/build.ts';
import { cellsOf, foundIn, judgeText, type Row, testRows } from './support.ts';

const ALL = '2147479574';
const META: Json = {
  templateId: '5',
  name: 'Facebook Conversion API',
  galleryReference: { host: 'github.com', owner: 'stape-io', repository: 'facebook-tag' },
  templateData: '',
};
type Given = Parameters<typeof tag>[2];
const capi = (given: Given = {}, more: Json = {}): Json =>
  tag(
    'T',
    'cvt_1_5',
    { pixelId: '1234567890123456', accessToken: '{{Token}}', adStorageConsent: 'required', ...given },
    { firingTriggerId: [ALL], ...more },
  );
const optional = { adStorageConsent: 'optional' };
const ed = (name: string, keyPath: string): Json => variable(name, 'ed', { keyPath });
const VARIABLES = [
  ed('ad_storage', 'consent_state.ad_storage'),
  ed('flag', 'ad_storage'),
  ed('gcs', 'x-ga-gcs'),
  ed('email', 'user_data.email_address'),
  ed('hashed', 'user_data.sha256_email_address'),
  ed('items', 'items'),
  ed('postcode', 'user_data.address.postal_code'),
  ed('customer', 'customer_id'),
  variable('geo postcode', 'rh', { headerName: 'X-GEO-PostalCode' }),
  variable('viewer', 'rh', { headerName: 'CloudFront-Viewer-Postal-Code' }),
  variable('Token', 'c', { value: '{{secret}}' }),
];
const server = (...tags: Json[]): Parts => ({ server: true, templates: [META], variables: VARIABLES, tags });
const when = (...filters: Test[]): Parts => ({
  ...server(capi(optional, { firingTriggerId: ['1'] })),
  triggers: [trigger('1', 'ALWAYS', filters)],
});
const unless = (...filters: Test[]): Parts => ({
  ...server(capi({ adStorageConsent: '' }, { firingTriggerId: ['1'], blockingTriggerId: ['2'] })),
  triggers: [trigger('1', 'ALWAYS'), onEvent('2', '/.*/', filters)],
});
const gated = (...filters: Test[]): Parts => ({
  ...server(capi({ adStorageConsent: '' }, { firingTriggerId: ['1'] })),
  triggers: [trigger('1', 'ALWAYS', filters)],
});

const ROWS: readonly Row[] = [
  ['a template that requires consent', server(capi()), 'BBBBRR', ''],
  ['a template that takes consent as optional', server(capi(optional)), 'RRRRRR', 'ineffective-gate:W'],
  ['a template that says nothing of consent', server(capi({ adStorageConsent: '' })), 'RRRRRR', ''],
  ['optional behind a trigger that asks', when(['{{ad_storage}}', 'EQUALS', 'granted']), 'BBBBRR', ''],
  ['a trigger on the field', gated(['{{ad_storage}}', 'EQUALS', 'granted']), 'BBBBRR', ''],
  ['a trigger on the flag', gated(['{{flag}}', 'EQUALS', 'true']), 'BBBBRR', ''],
  ['a trigger on the digits', gated(['{{gcs}}', 'MATCH_REGEX', '^G11']), 'BBBBRR', ''],
  ['a trigger on either digits', gated(['{{gcs}}', 'MATCH_REGEX', 'G11[01]']), 'BBBBRR', ''],
  ['a trigger on G111', gated(['{{gcs}}', 'EQUALS', 'G111']), 'BBBBBR', ''],
  ['a trigger on what is not G100', gated(['{{gcs}}', '!EQUALS', 'G100']), '???RRR', 'ineffective-gate:W'],
  ['a trigger on what is not denied', gated(['{{ad_storage}}', '!EQUALS', 'denied']), '????RR', 'ineffective-gate:W'],
  ['an exception on denied', unless(['{{ad_storage}}', 'EQUALS', 'denied']), '????RR', 'ineffective-gate:W'],
  ['an exception on false', unless(['{{flag}}', 'EQUALS', 'false']), '????RR', 'ineffective-gate:W'],
  ['an exception on G100', unless(['{{gcs}}', 'EQUALS', 'G100']), '???RRR', 'ineffective-gate:W'],
  ['an exception on what is not granted', unless(['{{ad_storage}}', '!EQUALS', 'granted']), 'BBBBRR', ''],
  ['an exception on what is not true', unless(['{{flag}}', '!EQUALS', 'true']), 'BBBBRR', ''],
  [
    'a trigger on the event alone',
    { ...server(capi({ adStorageConsent: '' }, { firingTriggerId: ['1'] })), triggers: [onEvent('1', 'purchase')] },
    'RRRRRR',
    '',
  ],
  [
    'Google’s own tag',
    server(tag('T', 'sgtmgaaw', { measurementId: 'G-ABCDEF1234' }, { firingTriggerId: [ALL] })),
    'RRRRRR',
    '',
  ],
];
describe('consent on the server', () => testRows(ROWS, /^consent\//));

const list = (...rows: readonly (readonly [string, string])[]): Given => ({
  userDataList: rows.map(([name, value]) => ({ name, value })),
});
const transformation = (type: string, tables: Given, more: Given = {}): Json => ({
  transformationId: '1',
  name: 'Redact',
  type,
  parameter: tag('', '', { matchingConditionsEnabled: 'false', allTagsExcept: 'true', ...tables, ...more }).parameter,
});
const exclude = (...names: string[]): Json =>
  transformation('tf_exclude_params', { excludedParamsTable: names.map((excludedParams) => ({ excludedParams })) });
const augment = (paramName: string, paramValue: string): Json =>
  transformation('tf_augment_event', { augmentEventTable: [{ paramName, paramValue }] });

const DATA: readonly (readonly [name: string, parts: Parts, found: string])[] = [
  ['e-mail', server(capi(list(['em', '{{email}}']))), 'advanced-matching:E'],
  ['hashed e-mail', server(capi(list(['em', '{{hashed}}']))), 'advanced-matching:W'],
  [
    'the address of the request',
    server(capi(list(['client_ip_address', '{{ip}}'], ['client_user_agent', '{{ua}}']))),
    'advanced-matching:N',
  ],
  [
    'e-mail behind required consent',
    server(capi({ ...list(['em', '{{email}}']), adStorageConsent: 'required' })),
    'advanced-matching:E',
  ],
  [
    'e-mail that is excluded',
    { ...server(capi(list(['em', '{{email}}']))), transformations: [exclude('user_data')] },
    '',
  ],
  [
    'e-mail that is excluded by its path',
    { ...server(capi(list(['em', '{{email}}']))), transformations: [exclude('user_data.email_address')] },
    '',
  ],
  [
    'e-mail, other things excluded',
    { ...server(capi(list(['em', '{{email}}']))), transformations: [exclude('items', 'page_location')] },
    'advanced-matching:E',
  ],
  ['a postcode', server(capi(list(['zp', '{{postcode}}']))), 'advanced-matching:E'],
  ['a place guessed from the address', server(capi(list(['zp', '{{geo postcode}}']))), 'advanced-matching:N'],
  ['the same by another network', server(capi(list(['zp', '{{viewer}}']))), 'advanced-matching:N'],
  [
    'an id and a guessed place',
    server(capi(list(['external_id', '{{customer}}'], ['zp', '{{geo postcode}}']))),
    'advanced-matching:W',
  ],
  [
    'Google’s own tag that forwards all',
    server(
      tag(
        'T',
        'sgtmgaaw',
        { measurementId: 'G-ABCDEF1234', epToIncludeDropdown: 'all', upToIncludeDropdown: 'all' },
        { firingTriggerId: [ALL] },
      ),
    ),
    '',
  ],
  [
    'Google’s own tag with an e-mail',
    server(
      tag(
        'T',
        'sgtmgaaw',
        {
          measurementId: 'G-ABCDEF1234',
          epToIncludeDropdown: 'all',
          eventParameters: [{ fieldName: 'user_email', value: '{{email}}' }],
        },
        { firingTriggerId: [ALL] },
      ),
    ),
    'personal-data-in-event:E',
  ],
  [
    'Google’s own tag behind an augmentation',
    {
      ...server(
        tag('T', 'sgtmgaaw', { measurementId: 'G-ABCDEF1234', epToIncludeDropdown: 'all' }, { firingTriggerId: [ALL] }),
      ),
      transformations: [augment('user_email', '{{email}}')],
    },
    'personal-data-in-event:E',
  ],
  [
    'an augmentation with a constant',
    {
      ...server(
        tag('T', 'sgtmgaaw', { measurementId: 'G-ABCDEF1234', epToIncludeDropdown: 'all' }, { firingTriggerId: [ALL] }),
      ),
      transformations: [augment('site', 'shop')],
    },
    '',
  ],
];
describe('data on the server', () => {
  it.each(DATA)('%s', async (_name, parts, found) => {
    expect(foundIn(await judgeText(containerText(parts)), /^data\/(?!automatic)/)).toBe(found);
  });
});

it('says where nothing asks', async () => {
  const judged = await judgeText(containerText(server(capi({ adStorageConsent: '' }))), { strictness: 'audit' });
  expect(cellsOf(judged, 'T')).toBe('RRRRRR');
});

describe('user data of a server that asks for nothing', () => {
  const USER = { userDataList: [{ name: 'em', value: '{{email}}' }] };
  const noted = async (parts: Parts, strictness: 'default' | 'strict' = 'strict'): Promise<string> =>
    foundIn(await judgeText(containerText(parts), { strictness }), /consent-not-configured/);

  it('is noted where somebody asks for more', async () => {
    const parts = server(capi({ adStorageConsent: '', ...USER }));
    expect([await noted(parts), await noted(parts, 'default')]).toEqual(['consent-not-configured:N', '']);
  });

  it.each([
    ['consent is required', server(capi(USER))],
    ['consent is optional, which is a finding of its own', server(capi({ ...optional, ...USER }))],
    ['nothing is handed over', server(capi({ adStorageConsent: '' }))],
    ['the tag is paused', server(capi({ adStorageConsent: '', ...USER }, { paused: true }))],
    [
      'a trigger asks',
      {
        ...server(capi({ adStorageConsent: '', ...USER }, { firingTriggerId: ['1'] })),
        triggers: [trigger('1', 'ALWAYS', [['{{ad_storage}}', 'EQUALS', 'granted']])],
      },
    ],
  ])('is not noted where %s', async (_name, parts) => {
    expect(await noted(parts)).toBe('');
  });
});
