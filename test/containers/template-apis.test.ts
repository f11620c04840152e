/** Each function of the template API that sends, loads or calls: what a template does with it is an activity of its vendor. */
import { describe, expect, it } from 'vitest';
import { createLinter } from '../../src/run/run.ts';
import { containerText, tag } from '../extract/gtm/build.ts';
import { customTemplate } from '../extract/gtm/template.ts';
import { ALL_PAGES, cellsOf, foundIn, judgeText } from './support.ts';

function container(code: string, server: boolean): string {
  return containerText({
    server,
    templates: [customTemplate(code, { server })],
    tags: [tag('T', 'cvt_1_3', {}, { firingTriggerId: [server ? '2147479574' : ALL_PAGES] })],
  });
}

/** What is done, each as `kind vendor`. */
async function doneBy(code: string, server = false): Promise<string> {
  const done: string[] = [];
  const linter = await createLinter({
    judged: ({ activities }) => {
      for (const { kind, vendor } of activities) done.push(`${kind} ${vendor.id}`);
    },
  });
  await linter.lint({ path: 'container.json', kind: 'container', text: container(code, server) });
  return done.join(', ');
}

const META = 'https://connect.facebook.net/en_US/fbevents.js';
const PIXEL = 'https://www.facebook.com/tr?id=123&ev=PageView';
const API = 'https://graph.facebook.com/v19.0/123/events';

describe('a web template that uses', () => {
  it.each<[string, string, string]>([
    ['injectScript', `require('injectScript')('${META}', data.gtmOnSuccess, data.gtmOnFailure, 'key');`, 'load meta'],
    [
      'injectHiddenIframe',
      "require('injectHiddenIframe')('https://www.googletagmanager.com/ns.html?id=GTM-ABC123');",
      'load google-tag',
    ],
    ['sendPixel', `require('sendPixel')('${PIXEL}', data.gtmOnSuccess);`, 'load meta'],
    ['callInWindow', "require('callInWindow')('fbq', 'track', 'Lead');", 'event meta'],
    ['callInWindow with a path', "require('callInWindow')('ttq.track', 'CompletePayment');", 'event tiktok'],
    [
      'createArgumentsQueue',
      "const fbq = require('createArgumentsQueue')('fbq', 'fbq.queue'); fbq('init', '123');",
      'init meta',
    ],
    ['createQueue', "const push = require('createQueue')('_paq'); push(['trackPageView']);", 'event matomo'],
    ['setInWindow', "require('setInWindow')('_linkedin_partner_id', '123', true);", 'init linkedin'],
    ['copyFromWindow', "const fbq = require('copyFromWindow')('fbq'); fbq('track', 'Lead');", 'event meta'],
    ['logToConsole', `require('logToConsole')('${PIXEL}', require('JSON').stringify(data));`, ''],
    ['a function that is only required', "const sendPixel = require('sendPixel');", ''],
    ['a script of nobody known', "require('injectScript')('https://static.shop.test/own.js');", ''],
  ])('%s', async (_api, code, done) => {
    expect(await doneBy(code)).toBe(done);
  });
});

describe('a server template that uses', () => {
  const event = "const event = require('getAllEventData')();";
  it.each<[string, string, string]>([
    [
      'sendHttpRequest',
      `require('sendHttpRequest')('${API}', { method: 'POST' }, require('JSON').stringify({ data: [] }));`,
      'load meta',
    ],
    [
      'sendHttpRequest with a callback',
      `require('sendHttpRequest')('${API}', () => data.gtmOnSuccess(), { method: 'POST' }, '{}');`,
      'load meta',
    ],
    ['sendHttpGet', `require('sendHttpGet')('${PIXEL}').then(data.gtmOnSuccess);`, 'load meta'],
    ['sendPixelFromBrowser', `require('sendPixelFromBrowser')('${PIXEL}');`, 'load meta'],
    [
      'sendEventToGoogleAnalytics',
      `${event} require('sendEventToGoogleAnalytics')(event).then(data.gtmOnSuccess);`,
      'event google-analytics',
    ],
    [
      'sendEventToGoogleAnalytics after a request',
      "require('sendHttpGet')('https://lookup.shop.test/').then((r) => require('sendEventToGoogleAnalytics')({ event_name: 'x', price: r.body }));",
      'event google-analytics',
    ],
    ['sendMessage, which stays in the container', `${event} require('sendMessage')('note', event);`, ''],
    ['the container’s own storage', `${event} require('templateDataStorage').setItemCopy('x', event);`, ''],
    ['a host of nobody known', "require('sendHttpRequest')('https://hook.shop.test/', { method: 'POST' }, '{}');", ''],
    ['logToConsole', `${event} require('logToConsole')('${API}', event);`, ''],
  ])('%s', async (_api, code, done) => {
    expect(await doneBy(code, true)).toBe(done);
  });

  it('sendEventToGoogleAnalytics sends what it is handed', async () => {
    const send = (what: string): string => `${event} require('sendEventToGoogleAnalytics')(${what});`;
    const found = async (code: string): Promise<string> => foundIn(await judgeText(container(code, true)), /^data\//);
    expect(await found(send("{ event_name: 'purchase', email: event.email }"))).toMatch(/:E/);
    expect(await found(send("{ event_name: 'purchase', value: event.value }"))).toBe('');
  });

  it('sendEventToGoogleAnalytics behind a question', async () => {
    const asks = "if (!require('getEventData')('consent_state.analytics_storage')) return;";
    const judged = await judgeText(container(`${asks} ${event} require('sendEventToGoogleAnalytics')(event);`, true));
    expect(cellsOf(judged, 'T')).toBe('BBBRBR');
  });
});
