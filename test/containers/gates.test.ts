/** What stands in front of tags in real containers: filters on platforms' variables, their events and cookies, exceptions. */
import { describe } from 'vitest';
import { type Json, onEvent, type Parts, type Test, trigger, variable } from '../extract/gtm/build.ts';
import { needs, pixel, type Row, testRows } from './support.ts';

const when = (filter: Test, ...variables: Json[]): Parts => ({
  tags: [pixel('T', { firingTriggerId: ['1'] })],
  triggers: [trigger('1', 'PAGEVIEW', [filter])],
  variables,
});
const on = (event: string, filters: Test[] = [], ...variables: Json[]): Parts => ({
  tags: [pixel('T', { firingTriggerId: ['1'] })],
  triggers: [onEvent('1', event, filters)],
  variables,
});
const unless = (firing: Json, exception: Json, ...variables: Json[]): Parts => ({
  tags: [pixel('T', { firingTriggerId: [firing.triggerId], blockingTriggerId: [exception.triggerId] })],
  triggers: [firing, exception],
  variables,
});

const OT = variable('OT', 'j', { name: 'OnetrustActiveGroups' });
const OTDL = variable('OT dl', 'v', { name: 'OnetrustActiveGroups' });
const CBC = variable('CB', 'k', { name: 'CookieConsent', decodeCookie: 'true' });
const CBC0 = variable('CB', 'k', { name: 'CookieConsent', decodeCookie: 'false' });
const CBJ = variable('CB', 'j', { name: 'Cookiebot.consent.marketing' });
const OTC = variable('OTC', 'k', { name: 'OptanonConsent', decodeCookie: 'true' });
const DID = variable('D', 'v', { name: 'didomiVendorsEnabled' });
const DIDP = variable('D', 'v', { name: 'didomiPurposesEnabled' });
const AX = variable('AX', 'k', { name: 'axeptio_authorized_vendors' });
const rows: Row[] = [
  ['all pages', { tags: [pixel()] }, 'RRRRRR', 'fires-before-consent:E'],
  ['needs ad_storage no default', { tags: [pixel('T', needs('ad_storage'))] }, '?????R', 'missing-default:W'],
  ['onetrust C0004', when(['{{OT}}', 'CONTAINS', 'C0004'], OT), 'BBBBRR', ''],
  ['onetrust ,C0004,', when(['{{OT}}', 'MATCH_REGEX', ',C0004,'], OT), 'BBBBRR', ''],
  ['onetrust regex dots', when(['{{OT}}', 'MATCH_REGEX', '.*C0004.*'], OT), 'BBBBRR', ''],
  ['onetrust dl equals', when(['{{OT dl}}', 'MATCH_REGEX', '(C0004)'], OTDL), 'BBBBRR', ''],
  ['onetrust C0002 for ads', when(['{{OT}}', 'CONTAINS', 'C0002'], OT), 'BBBRBR', 'wrong-category:E'],
  ['onetrust ,C0002, regex for ads', when(['{{OT}}', 'MATCH_REGEX', ',C0002,'], OT), 'BBBRBR', 'wrong-category:E'],
  ['onetrust C0001 for ads', when(['{{OT}}', 'CONTAINS', 'C0001'], OT), 'RRRRRR', 'ineffective-gate:E'],
  ['onetrust C0002|C0004', when(['{{OT}}', 'MATCH_REGEX', 'C000[24]'], OT), 'BBBRRR', 'wrong-category:E'],
  ['onetrust does not contain C0004', when(['{{OT}}', '!CONTAINS', 'C0004'], OT), 'RRRRBB', 'ineffective-gate:E'],
  ['OneTrustGroupsUpdated alone', on('OneTrustGroupsUpdated'), 'RRRRRR', 'ineffective-gate:E'],
  ['OneTrustLoaded alone', on('OneTrustLoaded'), 'RRRRRR', 'ineffective-gate:E'],
  [
    'OneTrustGroupsUpdated + C0004',
    on('OneTrustGroupsUpdated', [['{{OT dl}}', 'CONTAINS', ',C0004,']], OTDL),
    'BBBBRR',
    '',
  ],
  [
    'OneTrustGroupsUpdated + C0002',
    on('OneTrustGroupsUpdated', [['{{OT dl}}', 'CONTAINS', ',C0002,']], OTDL),
    'BBBRBR',
    'wrong-category:E',
  ],
  ['OTConsentApplied', on('OTConsentApplied'), 'BRRRRR', 'ineffective-gate:E'],
  ['OptanonConsent cookie contains C0004:1', when(['{{OTC}}', 'CONTAINS', 'C0004:1'], OTC), 'BBBBRR', ''],
  ['OptanonConsent cookie contains C0004', when(['{{OTC}}', 'CONTAINS', 'C0004'], OTC), 'RRRRRR', 'ineffective-gate:E'],
  ['OptanonConsent undecoded', when(['{{OTC}}', 'CONTAINS', 'C0004%3A1'], OTC), 'BBBBRR', ''],
  ['OptanonConsent regex', when(['{{OTC}}', 'MATCH_REGEX', '.*C0004(:|%3A)1.*'], OTC), 'BBBBRR', ''],
  [
    'OptanonAlertBoxClosed',
    when(['{{X}}', '!EQUALS', 'undefined'], variable('X', 'k', { name: 'OptanonAlertBoxClosed' })),
    'BRRRRR',
    'ineffective-gate:E',
  ],
  ['cookiebot cookie', when(['{{CB}}', 'CONTAINS', 'marketing:true'], CBC), 'BBBBRR', ''],
  ['cookiebot cookie regex', when(['{{CB}}', 'MATCH_REGEX', '.*marketing:true.*'], CBC0), 'BBBBRR', ''],
  ['cookiebot cookie statistics', when(['{{CB}}', 'CONTAINS', 'statistics:true'], CBC), 'BBBRBR', 'wrong-category:E'],
  ['cookiebot cookie necessary', when(['{{CB}}', 'CONTAINS', 'necessary:true'], CBC), 'BRRRRR', 'ineffective-gate:E'],
  ['cookiebot cookie exists', when(['{{CB}}', '!EQUALS', 'undefined'], CBC), 'BRRRRR', 'ineffective-gate:E'],
  ['cookiebot js', when(['{{CB}}', 'EQUALS', 'true'], CBJ), 'BBBBRR', ''],
  ['cookie_consent_marketing', on('cookie_consent_marketing'), 'BBBBRR', ''],
  ['cookie_consent_statistics', on('cookie_consent_statistics'), 'BBBRBR', 'wrong-category:E'],
  ['cookie_consent_update', on('cookie_consent_update'), 'BRRRRR', 'ineffective-gate:E'],
  ['cookie_consent_update + marketing', on('cookie_consent_update', [['{{CB}}', 'EQUALS', 'true']], CBJ), 'BBBBRR', ''],
  ['cookie_consent_.*', on('/cookie_consent_.*/'), 'BRRRRR', 'ineffective-gate:E'],
  [
    'cookie_consent_(statistics|marketing)',
    on('/cookie_consent_(statistics|marketing)/'),
    'BBBRRR',
    'wrong-category:E',
  ],
  ['usercentrics event', on('consent_status'), 'RRRRRR', 'ineffective-gate:E'],
  [
    'usercentrics event + service',
    on('consent_status', [['{{U}}', 'EQUALS', 'true']], variable('U', 'v', { name: 'Facebook Pixel' })),
    'BBBBRR',
    '',
  ],
  ['didomi vendors contains', when(['{{D}}', 'CONTAINS', 'facebook'], DID), 'BB???R', ''],
  ['didomi consent changed', on('didomi-consent-changed'), 'BRRRRR', 'ineffective-gate:E'],
  ['didomi purposes', on('didomi-consent', [['{{D}}', 'CONTAINS', 'advertising_personalization']], DIDP), 'BBBBRR', ''],
  [
    'didomi purposes wrong',
    on('didomi-consent', [['{{D}}', 'CONTAINS', 'market_research']], DIDP),
    'BBBRBR',
    'wrong-category:E',
  ],
  ['didomi vendors enabled empty', on('didomi-consent'), 'RRRRRR', 'ineffective-gate:E'],
  ['axeptio cookie', when(['{{AX}}', 'CONTAINS', ',facebook_pixel,'], AX), 'BBBBRR', ''],
  ['axeptio event', on('axeptio_activate_facebook_pixel'), 'BBBBRR', ''],
  ['axeptio_update', on('axeptio_update'), 'BRRRRR', 'ineffective-gate:E'],
  ['axeptio cookie regex', when(['{{AX}}', 'MATCH_REGEX', 'facebook_pixel'], AX), 'BBBBRR', ''],
  ['axeptio ga for ads', when(['{{AX}}', 'CONTAINS', 'google_analytics'], AX), 'BBBRBR', 'wrong-category:E'],
  // exceptions
  [
    'exception page view denied',
    unless(trigger('1', 'PAGEVIEW'), trigger('2', 'PAGEVIEW', [['{{OT}}', '!CONTAINS', 'C0004']]), OT),
    'BBBBRR',
    '',
  ],
  [
    'exception all events regex',
    unless(trigger('1', 'DOM_READY'), onEvent('2', '/.*/', [['{{OT}}', '!MATCH_REGEX', ',C0004,']]), OT),
    'BBBBRR',
    '',
  ],
  [
    'exception all events regex .+',
    unless(onEvent('1', 'purchase'), onEvent('2', '/.+/', [['{{CB}}', '!EQUALS', 'true']]), CBJ),
    'BBBBRR',
    '',
  ],
  [
    'exception on other event',
    unless(trigger('1', 'DOM_READY'), trigger('2', 'PAGEVIEW', [['{{OT}}', '!CONTAINS', 'C0004']]), OT),
    'RRRRRR',
    'ineffective-gate:E',
  ],
  [
    'exception CB undefined cookie',
    unless(trigger('1', 'PAGEVIEW'), onEvent('2', '/.*/', [['{{CB}}', 'EQUALS', 'undefined']]), CBC),
    'BRRRRR',
    'ineffective-gate:E',
  ],
  [
    'exception marketing:false cookie',
    unless(trigger('1', 'PAGEVIEW'), onEvent('2', '/.*/', [['{{CB}}', 'CONTAINS', 'marketing:false']]), CBC),
    'RBBBRR',
    'ineffective-gate:E',
  ],
  [
    'one of two triggers gated',
    {
      tags: [pixel('T', { firingTriggerId: ['1', '2'] })],
      triggers: [onEvent('1', 'cookie_consent_marketing'), trigger('2', 'DOM_READY')],
    },
    'RRRRRR',
    'fires-before-consent:E',
  ],
  [
    'trigger group with cmp event',
    {
      tags: [pixel('T', { firingTriggerId: ['g'] })],
      triggers: [
        onEvent('1', 'cookie_consent_marketing'),
        trigger('2', 'DOM_READY'),
        {
          triggerId: 'g',
          name: 'G',
          type: 'TRIGGER_GROUP',
          parameter: [
            {
              type: 'LIST',
              key: 'triggerIds',
              list: [
                { type: 'TRIGGER_REFERENCE', value: '1' },
                { type: 'TRIGGER_REFERENCE', value: '2' },
              ],
            },
          ],
        },
      ],
    },
    'BBBBRR',
    '',
  ],
];
describe('gates', () => testRows(rows, /^consent|sequencing/));
