import { describe, expect, it } from 'vitest';
import { resolveLocation } from '../../../src/text/location.ts';
import {
  activityOf,
  containerText,
  extract,
  extractText,
  type Json,
  onEvent,
  type Parts,
  printGuard,
  printValue,
  tag,
  trigger,
  variable,
} from './build.ts';

const gallery = (id: string, owner: string, repository: string, code = ''): Json => ({
  templateId: id,
  name: repository,
  galleryReference: { host: 'github.com', owner, repository },
  templateData: `___INFO___\n\n{ "type": "TAG", "id": "cvt_temp_public_id" }\n\n___SANDBOXED_JS_FOR_WEB_TEMPLATE___\n\n${code}\n`,
});
const PIXEL = gallery('5', 'social', 'Pixel-Template');

function values(parts: Parts, name = 'T', kind?: Parameters<typeof activityOf>[2]): Record<string, string> {
  const activity = activityOf(extract(parts), name, kind);
  return Object.fromEntries(Object.entries(activity.values).map(([key, value]) => [key, printValue(value)]));
}

describe('which vendor a tag belongs to', () => {
  const vendorOf = (one: Json, more: Parts = {}): string[] =>
    extract({ ...more, tags: [one] }).activities.map(({ vendor, kind }) => `${vendor.id} ${kind}`);

  it('is told by its type and by the id that it carries', () => {
    expect(vendorOf(tag('T', 'googtag', { tagId: 'G-1' }))).toEqual(['measure init']);
    expect(vendorOf(tag('T', 'googtag', { tagId: 'AW-1' }))).toEqual(['ads init']);
    expect(
      vendorOf(tag('T', 'googtag', { tagId: '{{Id}}' }), { variables: [variable('Id', 'c', { value: 'AW-1' })] }),
    ).toEqual(['ads init']);
    expect(
      vendorOf(tag('T', 'googtag', { tagId: '{{Id}}' }), { variables: [variable('Id', 'v', { name: 'id' })] }),
    ).toEqual(['measure init']);
    expect(vendorOf(tag('T', 'googtag', { tagId: 'DC-1' }))).toEqual([]);
    // What only keeps the place of an id is filled in later.
    for (const tagId of ['VALUE_HERE', '%%ID_1%%', '<your id>'])
      expect(vendorOf(tag('T', 'googtag', { tagId }))).toEqual(['measure init']);
    const byHost = variable('Id', 'smm', {
      input: '{{Page Hostname}}',
      map: [
        { key: 'a', value: 'AW-1' },
        { key: 'b', value: 'AW-2' },
      ],
    });
    expect(vendorOf(tag('T', 'googtag', { tagId: '{{Id}}' }), { variables: [byHost] })).toEqual(['ads init']);
  });

  it('is told by the gallery template in each of its spellings', () => {
    expect(vendorOf(tag('T', 'cvt_12_5', { pixelId: '1' }), { templates: [PIXEL] })).toEqual(['social event']);
    expect(vendorOf(tag('T', 'cvt_SOC14', { pixelId: '1' }))).toEqual(['social event']);
    const embedded = { templateId: '8', name: 'x', templateData: '___INFO___\n{"id": "cvt_SOC14"}' };
    expect(vendorOf(tag('T', 'cvt_12_8', { pixelId: '1' }), { templates: [embedded] })).toEqual(['social event']);
    expect(vendorOf(tag('T', 'cvt_12_9', { pixelId: '1' }), { templates: [PIXEL] })).toEqual([]);
  });

  it('is told by what an unknown template may load', () => {
    const permissions = JSON.stringify([
      {
        instance: {
          key: { publicId: 'inject_script' },
          param: [{ key: 'urls', value: { type: 2, listItem: [{ type: 1, string: 'https://cdn.social.example/*' }] } }],
        },
      },
    ]);
    const data = `___INFO___\n{}\n\n___SANDBOXED_JS_FOR_WEB_TEMPLATE___\n\ninjectScript('https://cdn.social.example/pixel.js');\n\n___WEB_PERMISSIONS___\n\n${permissions}\n`;
    const [activity] = extract({
      tags: [tag('T', 'cvt_1_3', { key: 'v' })],
      templates: [{ templateId: '3', name: 'Own', templateData: data }],
    }).activities;
    expect(activity).toMatchObject({ kind: 'load', url: 'https://cdn.social.example/pixel.js', urlKind: 'script' });
    expect(activity?.vendor.id).toBe('social');
  });

  it('is told by the parameters of a copy that lost its gallery reference, and its user data by the vendor’s keys', () => {
    const data = `___INFO___\n{}\n\n___SANDBOXED_JS_FOR_WEB_TEMPLATE___\n\n___WEB_PERMISSIONS___\n\n${JSON.stringify([
      {
        instance: {
          key: { publicId: 'send_pixel' },
          param: [{ key: 'allowedUrls', value: { string: 'https://social.example/tr' } }],
        },
      },
    ])}`;
    const templates = [{ templateId: '3', name: 'Copy', templateData: data }];
    const copy = { pixelId: '1', standardEventName: 'Lead', match: 'true', matchList: [{ name: 'em', value: 'a' }] };
    const unit = extract({ templates, tags: [tag('T', 'cvt_1_3', copy)] });
    expect(unit.activities.map(({ kind, tagShape }) => [kind, tagShape?.id])).toEqual([
      ['event', 'pixelId'],
      ['identify', 'pixelId'],
    ]);
    const own = extract({
      templates,
      tags: [
        tag('T', 'cvt_1_3', {
          account: '1',
          EM: 'a@b.example',
          more: [
            { name: 'em', value: 'c' },
            { name: 'x', value: 'y' },
          ],
        }),
      ],
    });
    expect(own.activities.map(({ kind }) => kind)).toEqual(['load', 'identify']);
    expect(printValue(own.activities[1]?.values.user)).toBe('{ EM: "a@b.example", em: "c" }');
  });

  it('stays open where nobody is known', () => {
    expect(vendorOf(tag('T', 'mystery', { a: 'b' }))).toEqual([]);
    expect(vendorOf(tag('T', '', {}))).toEqual([]);
  });
});

describe('what a tag sends', () => {
  it('is named as the catalogue names it', () => {
    const settings = variable('S', 'gtes', {
      eventSettingsTable: [
        { parameter: 'currency', parameterValue: 'SEK' },
        { parameter: 'value', parameterValue: '1' },
      ],
    });
    const given = {
      measurementIdOverride: 'G-1',
      eventName: 'purchase',
      eventSettingsTable: [{ parameter: 'value', parameterValue: '{{V}}' }],
      eventSettingsVariable: '{{S}}',
      debug: 'true',
    };
    expect(
      values({
        tags: [tag('T', 'gaawe', given)],
        variables: [settings, variable('V', 'v', { name: 'ecommerce.value' })],
      }),
    ).toEqual({
      id: '"G-1"',
      event: '"purchase"',
      params: '{ currency: "SEK", value: "1", value: gtm-variable {{V}} < data-layer ecommerce.value }',
      options: '{ debug: true }',
    });
  });

  it('names the whole ecommerce object where it is sent', () => {
    const ask = (flag: string) =>
      values({ tags: [tag('T', 'gaawe', { eventName: 'purchase', sendEcommerceData: flag })] }).params;
    expect(ask('true')).toBe('{ items: data-layer ecommerce.items }');
    expect(ask('false')).toBeUndefined();
  });

  it('takes the event from the field that the selector names', () => {
    const ask = (given: Record<string, string>) =>
      values({ tags: [tag('T', 'cvt_1_5', { pixelId: '1', ...given })], templates: [PIXEL] }).event;
    expect(ask({ eventName: 'standard', standardEventName: 'Purchase', customEventName: 'old' })).toBe('"Purchase"');
    expect(ask({ eventName: 'custom', standardEventName: 'PageView', customEventName: 'Quiz done' })).toBe(
      '"Quiz done"',
    );
    expect(ask({ standardEventName: 'Lead' })).toBe('"Lead"');
    expect(ask({})).toBeUndefined();
  });

  it('finds the id in a settings variable or a configuration tag', () => {
    const config = tag('Config', 'googtag', { tagId: 'G-9' });
    const reference = {
      ...tag('T', 'gaawe', {}),
      parameter: [{ type: 'TAG_REFERENCE', key: 'measurementId', value: 'Config' }],
    };
    expect(values({ tags: [config, reference] }).id).toBe('"G-9"');
  });
});

describe('user data', () => {
  const identify = (parts: Parts): string => values(parts, 'T', 'identify').user ?? '-';
  const variables = [variable('Mail', 'v', { name: 'user.email' })];

  it('is an activity of its own', () => {
    const unit = extract({
      variables,
      templates: [PIXEL],
      tags: [tag('T', 'cvt_1_5', { pixelId: '1', match: 'true', matchList: [{ name: 'em', value: '{{Mail}}' }] })],
    });
    expect(unit.activities.map(({ kind }) => kind)).toEqual(['event', 'identify']);
    expect(printValue(unit.activities[1]?.values.user)).toBe('{ em: gtm-variable {{Mail}} < data-layer user.email }');
    expect(printValue(unit.activities[1]?.values.id)).toBe('"1"');
  });

  it('is only sent where it is switched on', () => {
    const kinds = (match: string) =>
      extract({
        variables,
        templates: [PIXEL],
        tags: [tag('T', 'cvt_1_5', { match, matchList: [{ name: 'em', value: '{{Mail}}' }] })],
      }).activities.map(({ kind }) => kind);
    expect(kinds('false')).toEqual(['event']);
    expect(kinds('{{Mail}}')).toEqual(['event', 'identify']);
  });

  it('of a single parameter travels under the vendor’s key', () => {
    expect(identify({ variables, templates: [PIXEL], tags: [tag('T', 'cvt_1_5', { mail: '{{Mail}}' })] })).toBe(
      '{ email: gtm-variable {{Mail}} < data-layer user.email }',
    );
  });

  it('that is empty is none', () => {
    const unit = extract({
      templates: [PIXEL],
      tags: [tag('T', 'cvt_1_5', { mail: '', match: 'true', matchList: [{ name: 'em', value: '' }] })],
    });
    expect(unit.activities.map(({ kind }) => kind)).toEqual(['event']);
  });

  it('comes out of a variable of user-provided data', () => {
    const awec = variable('UPD', 'awec', { mode: 'MANUAL', email: '{{Mail}}', phone_number: '', city: 'Malmö' });
    const given = {
      conversionId: '1',
      enableEnhancedConversion: 'true',
      cssProvidedEnhancedConversionValue: '{{UPD}}',
    };
    expect(identify({ variables: [...variables, awec], tags: [tag('T', 'awct', given)] })).toBe(
      '{ email: gtm-variable {{Mail}} < data-layer user.email, city: "Malmö" }',
    );
    const code = variable('UPD', 'awec', { mode: 'CODE', dataSource: '{{Mail}}' });
    expect(identify({ variables: [...variables, code], tags: [tag('T', 'awct', given)] })).toContain(
      'data-layer user.email',
    );
  });

  it('is found in server containers just so', () => {
    const template = gallery('5', 'social', 'server-template');
    const given = { pixelId: '1', userDataList: [{ name: 'em', value: '{{E}}' }] };
    const parts = {
      server: true,
      templates: [template],
      variables: [variable('E', 'ed', { keyPath: 'user_data.email_address' })],
      tags: [tag('T', 'cvt_1_5', given)],
    };
    expect(identify(parts)).toBe('{ em: gtm-variable {{E}} < event-data user_data.email_address }');
    expect(extract(parts).kind).toBe('server-container');
  });

  it('that a server template requires consent for is gated', () => {
    const guard = (setting: string) => {
      const unit = extract({
        server: true,
        templates: [gallery('5', 'social', 'server-template')],
        tags: [tag('T', 'cvt_1_5', { pixelId: '1', adStorageConsent: setting })],
      });
      return printGuard(activityOf(unit, 'T').guard);
    };
    expect(guard('required')).toBe('google ad_storage');
    expect(guard('optional')).toBe('true');
  });
});

describe('automatic collection', () => {
  it('is a fact where the tag says so', () => {
    const states = (given: Record<string, string>) =>
      extract({ templates: [PIXEL], tags: [tag('T', 'cvt_1_5', { pixelId: '77', ...given })] }).settings.map(
        ({ feature, state, id }) => [feature, state, id],
      );
    expect(states({ disableAuto: 'true' })).toEqual([['events', 'off', '77']]);
    expect(states({ disableAuto: 'false' })).toEqual([['events', 'on', '77']]);
    expect(states({})).toEqual([]);
    expect(states({ disableAuto: '{{who knows}}' })).toEqual([]);
  });

  it('of user data is attributed to the vendor whose tag uses the variable', () => {
    const auto = (more: Record<string, string>) => variable('UPD', 'awec', { mode: 'AUTO', ...more });
    const settings = (more: Record<string, string>, given: Record<string, string>) =>
      extract({
        variables: [auto(more)],
        tags: [tag('T', 'awct', { conversionId: '1', cssProvidedEnhancedConversionValue: '{{UPD}}', ...given })],
      });
    const on = settings(
      { autoEmailEnabled: 'true', autoPhoneEnabled: 'false', autoAddressEnabled: 'true' },
      { enableEnhancedConversion: 'true' },
    );
    expect(on.settings.map(({ vendor, feature, state, keys }) => [vendor.id, feature, state, keys])).toEqual([
      ['ads', 'matching', 'on', ['email', 'address']],
    ]);
    expect(on.activities.map(({ kind }) => kind)).toEqual(['event']);
    expect(settings({ autoEmailEnabled: 'true' }, { enableEnhancedConversion: 'false' }).settings).toEqual([]);
    expect(settings({ autoEmailEnabled: 'false' }, { enableEnhancedConversion: 'true' }).settings[0]?.state).toBe(
      'off',
    );
  });

  it('is found through a settings variable', () => {
    const unit = extract({
      variables: [
        variable('UPD', 'awec', { mode: 'AUTO', autoEmailEnabled: 'true' }),
        variable('Settings', 'gtcs', { configSettingsTable: [{ parameter: 'user_data', parameterValue: '{{UPD}}' }] }),
      ],
      tags: [tag('T', 'googtag', { tagId: 'G-1', configSettingsVariable: '{{Settings}}' })],
    });
    expect(unit.settings.map(({ vendor, feature, keys }) => [vendor.id, feature, keys])).toEqual([
      ['measure', 'matching', ['email']],
    ]);
  });
});

describe('platforms and consent writers', () => {
  it('of the catalogue are seen as loaded', () => {
    const templates = [gallery('2', 'groups', 'gtm-template')];
    const seen = (more: Json) =>
      extract({ templates, tags: [tag('CMP', 'cvt_1_2', {}, more)] }).cmps.map(({ cmp, loaded }) => [cmp.id, loaded]);
    expect(seen({})).toEqual([['groups', true]]);
    expect(seen({ paused: true })).toEqual([['groups', false]]);
    expect(seen({ firingTriggerId: [] })).toEqual([['groups', false]]);
  });

  const writer = gallery(
    '4',
    'someone',
    'consent-mode',
    "const a = require('setDefaultConsentState'); const b = require('updateConsentState');",
  );

  it('set the default that the parameters show', () => {
    const given = {
      command: 'default',
      ad_storage: 'denied',
      analytics_storage: '{{A}}',
      regions: 'SE, DK',
      wait_for_update: '500',
    };
    const activity = activityOf(
      extract({
        templates: [writer],
        variables: [variable('A', 'c', { value: 'granted' })],
        tags: [tag('T', 'cvt_1_4', given)],
      }),
      'T',
    );
    expect(activity).toMatchObject({ kind: 'consent', consent: 'default' });
    expect(activity.vendor.id).toBe('tag-manager');
    expect(printValue(activity.values.signals)).toBe(
      '{ ad_storage: "denied", analytics_storage: "granted", region: ["SE", "DK"], wait_for_update: "500" }',
    );
  });

  it('set several, by the rows of a table', () => {
    const given = {
      settings: [
        { region: 'SE', granted: 'security_storage', denied: 'ad_storage, ad_user_data' },
        { region: '', granted: 'ad_storage', denied: '' },
      ],
    };
    const unit = extract({ templates: [writer], tags: [tag('T', 'cvt_1_4', given)] });
    expect(unit.activities.map(({ values: one }) => printValue(one.signals))).toEqual([
      '{ security_storage: "granted", ad_storage: "denied", ad_user_data: "denied", region: ["SE"] }',
      '{ ad_storage: "granted" }',
    ]);
  });

  it('may update, or hide what they set', () => {
    expect(
      activityOf(
        extract({ templates: [writer], tags: [tag('T', 'cvt_1_4', { command: 'update', ad_storage: 'granted' })] }),
        'T',
      ).consent,
    ).toBe('update');
    const hidden = activityOf(extract({ templates: [writer], tags: [tag('T', 'cvt_1_4', { mode: 'x' })] }), 'T');
    expect(hidden.values.signals?.kind).toBe('unknown');
  });
});

describe('custom images', () => {
  it('load what their address names', () => {
    const unit = extract({
      tags: [tag('T', 'img', { url: 'https://social.example/tr?id=55&ev=Purchase&em={{Mail}}' })],
      variables: [variable('Mail', 'v', { name: 'email' })],
    });
    const activity = activityOf(unit, 'T');
    expect(activity).toMatchObject({ kind: 'load', urlKind: 'beacon' });
    expect(printValue(activity.values.id)).toBe('"55"');
    expect(printValue(activity.values.params)).toBe(
      '{ id: "55", ev: "Purchase", em: gtm-variable {{Mail}} < data-layer email }',
    );
    expect(extract({ tags: [tag('T', 'img', { url: '/local.gif' })] }).activities).toEqual([]);
  });
});

describe('custom HTML', () => {
  const html = (code: string, more: Json = {}) => ({ ...tag('T', 'html', { html: code }), ...more });

  it('is read as a page that a script injects', () => {
    const unit = extract({
      triggers: [onEvent('1', 'bot_consent_marketing')],
      tags: [html('<script async src="https://cdn.social.example/pixel.js"></script>', { firingTriggerId: ['1'] })],
    });
    const activity = activityOf(unit, 'T', 'load');
    expect(activity.vendor.id).toBe('social');
    expect(activity.carrier).toBe('tag');
    expect(printGuard(activity.guard)).toBe('bot grants marketing (bot_consent_marketing)');
  });

  it('keeps its place in the file, through all escapes', () => {
    const code = '<p>"é"\n\u2028</p>\n<script src="https://cdn.social.example/pixel.js"></script>';
    const text = containerText({ tags: [html(code)] });
    const activity = activityOf(extractText(text), 'T', 'load');
    const { start, end, path } = resolveLocation(activity.location);
    expect(JSON.parse(`"${text.slice(start, end)}"`)).toBe(activity.location.source.slice(activity.location));
    expect(path[0]?.label).toBe('tag "T"');
  });

  it('of a tag that nothing fires is not reached', () => {
    const unit = extract({
      tags: [html('<script src="https://cdn.social.example/pixel.js"></script>', { firingTriggerId: [] })],
    });
    expect(activityOf(unit, 'T').reached).toBe(false);
  });
});

describe('the unit', () => {
  it('lists every named part with its state', () => {
    const unit = extract({
      tags: [
        tag('Paused', 'html', {}, { paused: true, consentSettings: { consentStatus: 'NOT_NEEDED' } }),
        tag('T', 'gaawe'),
      ],
      triggers: [trigger('1', 'CLICK')],
      variables: [variable('V', 'c', { value: '1' })],
      templates: [PIXEL],
    });
    expect(unit.entities.map(({ kind, name, paused, consentStatus }) => [kind, name, paused, consentStatus])).toEqual([
      ['tag', 'Paused', true, 'not-needed'],
      ['tag', 'T', false, 'not-set'],
      ['trigger', 'Trigger 1', false, undefined],
      ['variable', 'V', false, undefined],
      ['template', 'Pixel-Template', false, undefined],
    ]);
    for (const { name, location } of unit.entities) expect(location.source.slice(location)).toBe(name);
  });

  it('keeps what paused tags would do', () => {
    const unit = extract({ tags: [tag('T', 'googtag', { tagId: 'G-1' }, { paused: true })] });
    expect(unit.activities.map(({ entity }) => entity?.paused)).toEqual([true]);
  });

  it('gives the container’s name and the paths of its triggers as context', () => {
    const unit = extract({
      triggers: [
        trigger('1', 'PAGEVIEW', [
          ['{{Page Path}}', 'CONTAINS', '/receptfritt'],
          ['{{Page URL}}', '!CONTAINS', '/test'],
          ['{{Event}}', 'EQUALS', 'x'],
        ]),
      ],
    });
    expect(unit.context.map(({ about, text }) => [about, text])).toEqual([
      ['container', 'Shop'],
      ['path', '/receptfritt'],
    ]);
  });

  it('has a problem where the JSON is broken, and nothing else', () => {
    const unit = extractText('{ "containerVersion": { "tag": [ }');
    expect(unit.activities).toEqual([]);
    expect(unit.problems).toHaveLength(1);
  });

  it('points a value at the parameter that gave it', () => {
    const unit = extract({ tags: [tag('T', 'googtag', { tagId: 'G-1' })] });
    const location = activityOf(unit, 'T').values.id?.location;
    expect(location?.source.slice(location)).toBe('G-1');
  });
});
