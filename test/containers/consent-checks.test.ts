/** The consent checks of tags, built in and additional, and the defaults and updates that they rest on. */
import { describe, expect, it } from 'vitest';
import { containerText, type Json, onEvent, type Parts, tag, trigger, variable } from '../extract/gtm/build.ts';
import { ALL_PAGES, CONSENT_INIT, cellsOf, foundIn, judgeText, needs, pixel, type Row, testRows } from './support.ts';

const GA4 = (more: Json = {}): Json => tag('T', 'googtag', { tagId: 'G-ABCDEF1234' }, more);
const ADS = (more: Json = {}): Json => tag('T', 'awct', { conversionId: '123456789', conversionLabel: 'abc' }, more);

const DENIED =
  "gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' });";
const GRANTED = DENIED.replaceAll('denied', 'granted');
const GTAG = 'window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }';
const script = (name: string, code: string, trigger: string, more: Json = {}): Json =>
  tag(name, 'html', { html: `<script>${GTAG} ${code}</script>` }, { firingTriggerId: [trigger], ...more });
const defaultBy = (code: string, at: string, more: Json = {}): Json => script('Default', code, at, more);

const STATE_TEMPLATE: Json = {
  templateId: '9',
  name: 'Consent State',
  templateData:
    "___INFO___\n{}\n___SANDBOXED_JS_FOR_WEB_TEMPLATE___\nconst isConsentGranted = require('isConsentGranted');\nreturn isConsentGranted(data.consentType) ? 'granted' : 'denied';\n",
};
const CMP_TEMPLATE: Json = {
  templateId: '5',
  name: 'Banner',
  galleryReference: { host: 'github.com', owner: 'cybotcorp', repository: 'gtm-templates-cookiebot-cmp' },
  templateData: '',
};
const state = (consentType: string): Json => variable('State', 'cvt_1_9', { consentType });
const byState = (right: string, type = 'ad_storage', operator = 'EQUALS'): Parts => ({
  templates: [STATE_TEMPLATE],
  variables: [state(type)],
  tags: [pixel('T', { firingTriggerId: ['1'] })],
  triggers: [trigger('1', 'PAGEVIEW', [['{{State}}', operator, right]])],
});
const cookiebot = (more: Record<string, string> = {}): Json =>
  tag(
    'Cookiebot',
    'cvt_1_5',
    { serial: '00000000-0000-0000-0000-000000000000', consentModeEnabled: 'true', ...more },
    { firingTriggerId: [CONSENT_INIT] },
  );

const ROWS: readonly Row[] = [
  ['GA4 without a default', { tags: [GA4()] }, '?????R', 'missing-default:W'],
  [
    'GA4 that needs nothing more',
    { tags: [GA4({ consentSettings: { consentStatus: 'NOT_NEEDED' } })] },
    '?????R',
    'missing-default:W',
  ],
  ['GA4 with its own check', { tags: [GA4(needs('analytics_storage'))] }, '?????R', 'missing-default:W'],
  ['a pixel that needs ad_storage', { tags: [pixel('T', needs('ad_storage'))] }, '?????R', 'missing-default:W'],
  ['a pixel that needs an empty list', { tags: [pixel('T', needs())] }, 'RRRRRR', 'fires-before-consent:E'],
  [
    'a pixel that needs ad_storage and ad_user_data',
    { tags: [pixel('T', needs('ad_storage', 'ad_user_data'))] },
    '?????R',
    'missing-default:W',
  ],
  [
    'a pixel that needs analytics_storage',
    { tags: [pixel('T', needs('analytics_storage'))] },
    '?????R',
    'missing-default:W wrong-category:E',
  ],
  [
    'a pixel that needs functionality_storage',
    { tags: [pixel('T', needs('functionality_storage'))] },
    '?????R',
    'missing-default:W wrong-category:E',
  ],
  [
    'a pixel that needs a type of the site’s own',
    { tags: [pixel('T', needs('marketing_pixels'))] },
    '?????R',
    'missing-default:W',
  ],
  [
    'a pixel that needs what a constant says',
    { tags: [pixel('T', needs('{{Type}}'))], variables: [variable('Type', 'c', { value: 'ad_storage' })] },
    '?????R',
    'missing-default:W',
  ],
  [
    'a pixel that needs what the data layer says',
    { tags: [pixel('T', needs('{{Type}}'))], variables: [variable('Type', 'v', { name: 'consentType' })] },
    '?????R',
    '',
  ],
  ['a default by a template of a platform', { templates: [CMP_TEMPLATE], tags: [cookiebot(), GA4()] }, 'LLLRLR', ''],
  [
    'a pixel behind a platform’s template',
    { templates: [CMP_TEMPLATE], tags: [cookiebot(), pixel('T', needs('ad_storage'))] },
    'BBBBRR',
    '',
  ],
  [
    'a pixel beside a platform’s template',
    { templates: [CMP_TEMPLATE], tags: [cookiebot(), pixel()] },
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'a platform’s template without consent mode',
    { templates: [CMP_TEMPLATE], tags: [cookiebot({ consentModeEnabled: 'false' }), GA4()] },
    '?????R',
    'missing-default:W',
  ],
  [
    'a paused platform',
    { templates: [CMP_TEMPLATE], tags: [{ ...cookiebot(), paused: true }, GA4()] },
    '?????R',
    'missing-default:W',
  ],
  [
    'a default in custom HTML on consent initialization',
    { tags: [defaultBy(DENIED, CONSENT_INIT), GA4()] },
    'LLLRLR',
    'late-default:W',
  ],
  [
    'a default in custom HTML behind the tag',
    { tags: [GA4(), defaultBy(DENIED, ALL_PAGES)] },
    '?????R',
    'late-default:E',
  ],
  ['a granted default', { tags: [defaultBy(GRANTED, CONSENT_INIT), GA4()] }, 'RRRRRR', 'granted-default:E'],
  [
    'a paused default',
    { tags: [defaultBy(DENIED, CONSENT_INIT, { paused: true }), GA4()] },
    '?????R',
    'missing-default:W',
  ],
  [
    'a default for a pixel that needs nothing',
    { tags: [defaultBy(DENIED, CONSENT_INIT), pixel()] },
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'an update by the platform’s event',
    {
      tags: [
        defaultBy(DENIED, CONSENT_INIT),
        script('Update', DENIED.replace('default', 'update').replaceAll('denied', 'granted'), '2'),
        GA4(),
      ],
      triggers: [onEvent('2', 'cookie_consent_marketing')],
    },
    'LLLRRR',
    'late-default:W',
  ],
  [
    'an update on every page',
    {
      tags: [
        defaultBy(DENIED, CONSENT_INIT),
        script('Update', DENIED.replace('default', 'update').replaceAll('denied', 'granted'), ALL_PAGES),
        GA4({ firingTriggerId: ['1'] }),
      ],
      triggers: [trigger('1', 'WINDOW_LOADED')],
    },
    'RRRRRR',
    'ineffective-gate:E',
  ],
  ['a state variable as filter', byState('granted'), '?????R', 'missing-default:W'],
  ['a state variable that is not denied', byState('denied', 'ad_storage', '!EQUALS'), '?????R', 'missing-default:W'],
  [
    'a state variable of the wrong type',
    byState('granted', 'analytics_storage'),
    '?????R',
    'missing-default:W wrong-category:E',
  ],
  [
    'a state variable the wrong way round',
    { ...byState('denied'), tags: [...(byState('denied').tags ?? []), defaultBy(DENIED, CONSENT_INIT)] },
    'RRRRBB',
    'ineffective-gate:E',
  ],
  [
    'an Ads conversion on a purchase',
    { tags: [ADS({ firingTriggerId: ['1'] })], triggers: [onEvent('1', 'purchase')] },
    '?????R',
    'missing-default:W',
  ],
];

describe('consent checks', () => testRows(ROWS, /^consent/));

describe('what the configuration says of the page', () => {
  const rows: readonly Row[] = [
    ['GA4', { tags: [GA4()] }, 'LLLRLR', ''],
    ['an Ads conversion', { tags: [ADS()] }, 'LLLLRR', ''],
    ['a pixel that needs ad_storage', { tags: [pixel('T', needs('ad_storage'))] }, 'BBBBRR', ''],
    [
      'a pixel that needs analytics_storage',
      { tags: [pixel('T', needs('analytics_storage'))] },
      'BBBRBR',
      'wrong-category:E',
    ],
    [
      'a pixel that needs security_storage',
      { tags: [pixel('T', needs('security_storage'))] },
      'RRRRRR',
      'ineffective-gate:E',
    ],
    ['a pixel that needs nothing', { tags: [pixel()] }, 'RRRRRR', 'fires-before-consent:E'],
    ['a state variable as filter', byState('granted'), 'BBBBRR', ''],
    ['a state variable that is not denied', byState('denied', 'ad_storage', '!EQUALS'), 'BBBBRR', ''],
  ];
  testRows(rows, /^consent/, { profile: { defaultsOnPage: 'denied' } });
});

it('judges both dialects alike', async () => {
  const parts: Parts = {
    tags: [pixel('T', { firingTriggerId: ['1'], ...needs('ad_storage') })],
    triggers: [onEvent('1', 'cookie_consent_marketing')],
  };
  const exported = await judgeText(containerText(parts));
  const api = containerText(parts)
    .replace('"CUSTOM_EVENT"', '"customEvent"')
    .replaceAll('"EQUALS"', '"equals"')
    .replaceAll('"NEEDED"', '"needed"')
    .replaceAll('"TEMPLATE"', '"template"')
    .replaceAll('"LIST"', '"list"');
  const version = JSON.stringify(JSON.parse(api).containerVersion);
  expect(api).not.toContain('NEEDED');
  const judged = await judgeText(version);
  expect(cellsOf(judged, 'T')).toBe(cellsOf(exported, 'T'));
  expect(foundIn(judged, /./)).toBe(foundIn(exported, /./));
});

describe('the types that a tag needs, as people write them by hand', () => {
  const ad = { type: 'TEMPLATE', value: 'ad_storage' };
  it.each<[name: string, consentType: unknown, cells: string]>([
    ['a list parameter', { type: 'LIST', list: [ad] }, 'BBBBRR'],
    ['texts in it', { type: 'LIST', list: ['ad_storage'] }, 'BBBBRR'],
    ['a map in it', { type: 'LIST', list: [{ type: 'MAP', map: [{ ...ad, key: 'consentType' }] }] }, 'BBBBRR'],
    ['a plain list', [ad], 'BBBBRR'],
    ['a list of texts', ['analytics_storage', 'ad_storage'], 'BBBBBR'],
    ['a text', 'ad_storage', 'BBBBRR'],
    ['an empty list', [], 'RRRRRR'],
    ['nothing', null, 'RRRRRR'],
  ])('%s', async (_name, consentType, cells) => {
    const one = pixel('T', { consentSettings: { consentStatus: 'NEEDED', consentType } });
    const parts: Parts = { tags: [defaultBy(DENIED, CONSENT_INIT), one] };
    expect(cellsOf(await judgeText(containerText(parts)), 'T')).toBe(cells);
  });
});
