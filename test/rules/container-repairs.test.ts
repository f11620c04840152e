import { describe, expect, it } from 'vitest';
import { repaired } from './repaired.ts';

type Json = Record<string, unknown>;

const HOTJAR = {
  tagId: '10',
  name: 'Hotjar',
  type: 'hjtc',
  parameter: [{ type: 'TEMPLATE', key: 'hotjar_site_id', value: '123456' }],
  firingTriggerId: ['2147479553'],
};
const REQUIRED = {
  consentStatus: 'NEEDED',
  consentType: { type: 'LIST', list: [{ type: 'TEMPLATE', value: 'analytics_storage' }] },
};

function exportOf(...tag: Json[]): Json {
  return { exportFormatVersion: 2, containerVersion: { tag } };
}

/** `{ "a": 1, "b": [1] }` on one line. */
function spaced(value: Json): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']');
}

const WRITERS: readonly (readonly [string, (value: Json) => string])[] = [
  ['two spaces', (value) => JSON.stringify(value, null, 2)],
  ['four spaces', (value) => JSON.stringify(value, null, 4)],
  ['tabs', (value) => JSON.stringify(value, null, '\t')],
  ['line ends of Windows', (value) => JSON.stringify(value, null, 2).replaceAll('\n', '\r\n')],
  ['one line', (value) => JSON.stringify(value)],
  ['one line with spaces', spaced],
  ['a byte order mark', (value) => `\ufeff${JSON.stringify(value, null, 2)}`],
];

describe.each(WRITERS)('a container written with %s', (_, write) => {
  const fix = (...tags: Json[]): Promise<string> =>
    repaired('gtm/consent-not-configured', 'container.json', write(exportOf(...tags)), 'suggested');

  it('gets consent settings where it has none', async () => {
    expect(await fix(HOTJAR)).toBe(write(exportOf({ ...HOTJAR, consentSettings: REQUIRED })));
  });

  it('gets them in their place where nobody has set them', async () => {
    const tag = { consentSettings: { consentStatus: 'NOT_SET' }, ...HOTJAR };
    expect(await fix(tag)).toBe(write(exportOf({ ...tag, consentSettings: REQUIRED })));
  });

  it('loses a tag that does nothing, wherever it stands', async () => {
    const empty = { ...HOTJAR, name: 'Empty', type: 'html', parameter: [{ type: 'TEMPLATE', key: 'html', value: '' }] };
    const other = { ...HOTJAR, tagId: '11', name: 'Other' };
    for (const tags of [
      [empty, HOTJAR, other],
      [HOTJAR, empty, other],
      [HOTJAR, other, empty],
      [empty, HOTJAR, other, empty, empty],
    ]) {
      const text = write(exportOf(...tags));
      const expected = write(exportOf(...tags.filter((tag) => tag !== empty)));
      expect(await repaired('gtm/html-without-effect', 'container.json', text)).toBe(expected);
    }
  });

  it('gets the switch of a template', async () => {
    const pixel = { type: 'TEMPLATE', key: 'pixelId', value: '1' };
    const event = { type: 'TEMPLATE', key: 'standardEventName', value: 'PageView' };
    const tag = { ...HOTJAR, type: 'cvt_5RM3Q', parameter: [pixel, event] };
    const off = { type: 'BOOLEAN', key: 'disableAutoConfig', value: 'true' };
    const fixed = (parameter: Json[]): Promise<string> =>
      repaired('data/automatic-events', 'container.json', write(exportOf({ ...tag, parameter })));
    expect(await fixed([pixel, event])).toBe(write(exportOf({ ...tag, parameter: [pixel, event, off] })));
    expect(await fixed([{ ...off, value: 'false' }, pixel, event])).toBe(
      write(exportOf({ ...tag, parameter: [off, pixel, event] })),
    );
  });
});

it('the words of the API are kept', async () => {
  const tag = {
    ...HOTJAR,
    parameter: [{ type: 'template', key: 'hotjar_site_id', value: '123456' }],
    consentSettings: { consentStatus: 'notSet' },
  };
  const write = (consentSettings: Json): string =>
    JSON.stringify({ tag: [{ ...tag, consentSettings }], containerId: '1', containerVersionId: '2' });
  expect(await repaired('gtm/consent-not-configured', 'container.json', write(tag.consentSettings), 'suggested')).toBe(
    write({
      consentStatus: 'needed',
      consentType: { type: 'list', list: [{ type: 'template', value: 'analytics_storage' }] },
    }),
  );
});

it('where a default is set, a tag that runs before consent gets consent settings', async () => {
  const consent = {
    tagId: '1',
    name: 'Default',
    type: 'html',
    parameter: [
      {
        type: 'TEMPLATE',
        key: 'html',
        value:
          "<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('consent','default',{ad_storage:'denied',analytics_storage:'denied',ad_user_data:'denied',ad_personalization:'denied'});</script>",
      },
    ],
    firingTriggerId: ['2147479572'],
  };
  const open = { ...HOTJAR, consentSettings: { consentStatus: 'NOT_NEEDED' } };
  const text = JSON.stringify(exportOf(consent, open));
  expect(await repaired('consent/fires-before-consent', 'container.json', text, 'suggested')).toBe(
    JSON.stringify(exportOf(consent, { ...open, consentSettings: REQUIRED })),
  );
  const alone = JSON.stringify(exportOf(open));
  expect(await repaired('consent/fires-before-consent', 'container.json', alone, 'suggested')).toBe(alone);
});

describe('a tag that does nothing and that something depends on stays', () => {
  const empty = { ...HOTJAR, name: 'Empty', type: 'html', parameter: [{ type: 'TEMPLATE', key: 'html', value: '' }] };
  it.each<readonly [string, Json, Json]>([
    ['a sequence that names it', empty, { setupTag: [{ tagName: 'Empty' }] }],
    ['a sequence of its own', { ...empty, teardownTag: [{ tagName: 'Hotjar' }] }, {}],
    ['a trigger that listens for it alone', { ...empty, firingTriggerId: ['7'] }, {}],
  ])('%s', async (_, tag, more) => {
    const trigger = [{ triggerId: '7', name: 'Links', type: 'LINK_CLICK' }];
    const text = JSON.stringify({
      exportFormatVersion: 2,
      containerVersion: { tag: [tag, { ...HOTJAR, ...more }], trigger },
    });
    expect(await repaired('gtm/html-without-effect', 'container.json', text)).toBe(text);
  });
});
