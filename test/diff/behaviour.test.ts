/** What changed for visitors, in sentences. */
import { describe, expect, it } from 'vitest';
import { PIXEL } from '../cli/samples.ts';
import { onEvent, tag, trigger, variable } from '../extract/gtm/build.ts';
import { containers, diffOf, page, pages, said } from './support.ts';

const script = (code: string, attributes = ''): string => `<title>t</title>\n<script${attributes}>${code}</script>\n`;
const init = (more: string): string =>
  PIXEL.replace("fbq('init', '1234567890123456')", `fbq('init', '1234567890123456'${more})`);
const ONETRUST =
  '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="0a1b2c3d-1111-2222-3333-444455556666"></script>';
const parked = `${ONETRUST}${script(PIXEL, ' type="text/plain" class="optanon-category-C0004"')}`;

const NAMED = 'Meta Pixel 1234567890123456 in page.html';

describe('pages', () => {
  it.each([
    [
      'a key',
      script(PIXEL),
      script(init(', { em: "{{ customer.email }}" }')),
      `weaker: ${NAMED} now sends em (e-mail address, in clear text) from template expression customer.email; it was not sent before.`,
    ],
    [
      'several keys',
      script(PIXEL),
      script(`${init(', { em: user.email, ph: user.phone }')}fbq('track', 'Lead');fbq('track', 'Search');`),
      `weaker: ${NAMED} now sends em (e-mail address, in clear text) from code user.email and ph (phone number, in clear text) from code user.phone; they were not sent before.`,
      `weaker: ${NAMED} now sends the events Lead and Search.`,
    ],
    [
      'a key that is gone',
      script(init(', { em: "{{ customer.email }}" }')),
      script(PIXEL),
      `stronger: ${NAMED} no longer sends em (e-mail address, in clear text) from template expression customer.email.`,
    ],
    [
      'a digest that is gone',
      script(init(', { em: sha256(user.email) }')),
      script(init(', { em: user.email }')),
      `weaker: ${NAMED} now sends em as e-mail address, in clear text; before as e-mail address, hashed.`,
    ],
    [
      'a digest',
      script(init(', { em: user.email }')),
      script(init(', { em: sha256(user.email) }')),
      `stronger: ${NAMED} now sends em as e-mail address, hashed; before as e-mail address, in clear text.`,
    ],
    [
      'another source',
      script(init(', { em: user.email }')),
      script(init(', { em: account.email }')),
      `neutral: ${NAMED} now takes em from code account.email, before from code user.email.`,
    ],
    [
      'an amount',
      script(PIXEL),
      script(PIXEL.replace("'PageView'", "'PageView', { value: total }")),
      `neutral: ${NAMED} now sends value from code total; it was not sent before.`,
    ],
    ['an event', script(PIXEL), script(`${PIXEL}fbq('track', 'Lead');`), `weaker: ${NAMED} now sends the event Lead.`],
    [
      'an event that is gone',
      script(`${PIXEL}fbq('track', 'Lead');`),
      script(PIXEL),
      `stronger: ${NAMED} no longer sends the event Lead.`,
    ],
    [
      'a gate that is gone',
      parked,
      `${ONETRUST}${script(PIXEL)}`,
      `weaker: ${NAMED} now runs before consent, after a refusal and where preferences or statistics is allowed (did not run before).`,
    ],
    [
      'a gate',
      `${ONETRUST}${script(PIXEL)}`,
      parked,
      `stronger: ${NAMED} no longer runs before consent, after a refusal and where preferences or statistics is allowed (ran before).`,
    ],
    [
      'another account',
      script(PIXEL),
      script(PIXEL.replaceAll('1234567890123456', '6543210987654321')),
      'weaker: Meta Pixel gets data under another account: 6543210987654321.',
      'stronger: Meta Pixel gets no data any more under the account 1234567890123456.',
    ],
    [
      'a new vendor',
      '<title>t</title>',
      script(PIXEL),
      'weaker: Meta Pixel is new, with the account 1234567890123456.',
      `weaker: ${NAMED} is new: it runs in every consent state, before consent too, and sends the event PageView.`,
    ],
    [
      'a vendor that is gone',
      script(PIXEL),
      '<title>t</title>',
      'stronger: Meta Pixel is not used any more.',
      `stronger: ${NAMED} is gone; sent until now: the event PageView.`,
    ],
    [
      'a host',
      '<title>t</title>',
      '<title>t</title><script src="https://cdn.unheard-of-analytics.example/a.js"></script>',
      'weaker: cdn.unheard-of-analytics.example is a host that was not there before, and of which nothing is known here.',
    ],
  ])('%s', async (_name, before, after, ...expected) => {
    expect(said(await pages(before, after))).toEqual(expected);
  });

  it('tells nothing of what was moved, renamed or laid out in another way', async () => {
    const text = script(init(', { em: user.email }'));
    expect(said(await diffOf([page('a.html', text)], [page('b/c.html', text)]))).toEqual([]);
    const laidOut = text.replaceAll(';', ';\n\n').replace('user.email', 'user . email /* the address */');
    expect(said(await pages(text, laidOut))).toEqual([]);
  });

  it('tells what a vendor collects by itself', async () => {
    const off = PIXEL.replace("fbq('init'", "fbq('set', 'autoConfig', false, '1234567890123456');\nfbq('init'");
    const [change, ...others] = said(await pages(script(off), script(PIXEL)));
    expect(change).toMatch(
      /^weaker: Meta Pixel of 1234567890123456: Automatic events and microdata is on now; it was off\.$/,
    );
    expect(others).toEqual([]);
  });
});

const GOOGLE = { tagId: 'G-ABCDEFGHIJ' };
const config = tag('GA4', 'googtag', GOOGLE);
const event = (more: Parameters<typeof tag>[2] = {}, rest: Parameters<typeof tag>[3] = {}): ReturnType<typeof tag> =>
  tag('Purchase', 'gaawe', { eventName: 'purchase', measurementIdOverride: 'G-ABCDEFGHIJ', ...more }, rest);

describe('containers', () => {
  it('tell changes by their tags', async () => {
    const table = [{ parameter: 'email', parameterValue: '{{Mail}}' }];
    const variables = [variable('Mail', 'v', { name: 'user.email', dataLayerVersion: '2' })];
    const before = { tags: [config, event()], variables };
    const after = { tags: [config, event({ eventSettingsTable: table })], variables };
    expect(said(await containers(before, after))).toEqual([
      'weaker: Purchase (Google Analytics 4) now sends email (e-mail address, in clear text) from variable {{Mail}}, data layer key user.email; it was not sent before.',
    ]);
  });

  it('tell one change of several tags once', async () => {
    const of = (name: string, rest: Parameters<typeof tag>[3] = {}): ReturnType<typeof tag> =>
      tag(name, 'html', { html: `<script>${PIXEL}</script>` }, rest);
    const names = ['A', 'B', 'C'];
    const needed = {
      consentSettings: {
        consentStatus: 'NEEDED',
        consentType: { type: 'LIST', list: [{ type: 'TEMPLATE', value: 'ad_storage' }] },
      },
    };
    const denied = tag(
      'Default',
      'html',
      {
        html: "<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('consent','default',{ad_storage:'denied'});</script>",
      },
      { firingTriggerId: ['2147479572'] },
    );
    const found = said(
      await containers(
        { tags: [denied, ...names.map((name) => of(name, needed))] },
        { tags: [denied, ...names.map((name) => of(name))] },
      ),
    );
    expect(found[0]).toMatch(/^weaker: A, B and C now run before consent/);
    expect(found.filter((line) => line.includes('A, B and C'))).toHaveLength(found.length);
  });

  it('tell another event once', async () => {
    const after = { tags: [config, event({ eventName: 'order_completed' })] };
    expect(said(await containers({ tags: [config, event()] }, after))).toEqual([
      'weaker: Purchase (Google Analytics 4) now sends the event order_completed in place of purchase.',
    ]);
  });

  it('tell tags that stop and start', async () => {
    const paused = { paused: true };
    expect(said(await containers({ tags: [config, event()] }, { tags: [config, event({}, paused)] }))).toEqual([
      'stronger: Purchase (Google Analytics 4) never runs any more: paused, without a trigger, or blocked in every state.',
    ]);
    expect(said(await containers({ tags: [config, event({}, paused)] }, { tags: [config, event()] }))).toEqual([
      'weaker: Purchase (Google Analytics 4) now runs: nothing made it run before.',
    ]);
  });

  it('tell nothing of new names and ids', async () => {
    const table = [{ parameter: 'email', parameterValue: '{{Mail}}' }];
    const renamed = [{ parameter: 'email', parameterValue: '{{DL - Mail}}' }];
    const mail = (name: string): ReturnType<typeof variable> =>
      variable(name, 'v', { name: 'user.email', dataLayerVersion: '2' }, { variableId: '7' });
    const before = { tags: [event({ eventSettingsTable: table })], variables: [mail('Mail')] };
    const after = {
      tags: [event({ eventSettingsTable: renamed }, { name: 'GA4 - Purchase', fingerprint: '99' })],
      variables: [mail('DL - Mail')],
    };
    expect(said(await containers(before, after))).toEqual([]);
    const numbers = {
      tags: [event({}, { tagId: '77', firingTriggerId: ['4'] })],
      triggers: [onEvent('4', 'purchase')],
    };
    const others = { tags: [event({}, { tagId: '78', firingTriggerId: ['9'] })], triggers: [onEvent('9', 'purchase')] };
    expect(said(await containers(numbers, others))).toEqual([]);
  });

  it('tell where a trigger lets a tag run on other pages only in the configuration', async () => {
    const on = (filter: string): Parameters<typeof containers>[0] => ({
      tags: [event({}, { firingTriggerId: ['4'] })],
      triggers: [trigger('4', 'PAGEVIEW', [['{{Page Path}}', 'CONTAINS', filter]])],
    });
    expect(said(await containers(on('/shop'), on('/')))).toEqual([]);
  });
});
