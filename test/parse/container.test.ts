import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Container, readContainer } from '../../src/parse/container.ts';

function read(value: unknown): Container {
  const document = readContainer(JSON.stringify(value));
  if (!document.ok) throw new Error(document.error.message);
  return document.container;
}

const TAG = {
  tagId: '7',
  name: 'Pixel',
  type: 'html',
  parameter: [{ type: 'TEMPLATE', key: 'html', value: '<b>' }],
  firingTriggerId: ['1', '2'],
  blockingTriggerId: ['3'],
  priority: { type: 'INTEGER', value: '10' },
  consentSettings: {
    consentStatus: 'NEEDED',
    consentType: { type: 'LIST', list: [{ type: 'TEMPLATE', value: 'ad_storage' }] },
  },
  setupTag: [{ tagName: 'Base', stopOnSetupFailure: true }],
  teardownTag: [{ tagName: 'After' }],
  paused: true,
};

describe('readContainer', () => {
  it('reads a tag of an export', () => {
    const [tag] = read({ exportFormatVersion: 2, containerVersion: { tag: [TAG] } }).tags;
    expect(tag).toMatchObject({
      id: '7',
      name: 'Pixel',
      type: 'html',
      firing: ['1', '2'],
      blocking: ['3'],
      priority: 10,
      consentStatus: 'needed',
      paused: true,
      path: ['containerVersion', 'tag', 0],
    });
    expect(tag?.consentTypes.map(({ value }) => value)).toEqual(['ad_storage']);
    expect(tag?.setup).toEqual([{ name: 'Base', path: ['containerVersion', 'tag', 0, 'setupTag', 0, 'tagName'] }]);
    expect(tag?.cleanup.map(({ name }) => name)).toEqual(['After']);
    expect(tag?.parameters.get('html')).toMatchObject({
      value: '<b>',
      path: ['containerVersion', 'tag', 0, 'parameter', 0],
    });
  });

  it('reads the shape of the API, without the wrapper and with its enum words', () => {
    const container = read({
      container: { usageContext: ['web'] },
      tag: [{ ...TAG, consentSettings: { consentStatus: 'notNeeded' } }],
      trigger: [
        {
          triggerId: '1',
          type: 'customEvent',
          customEventFilter: [
            {
              type: 'matchRegex',
              parameter: [
                { type: 'template', key: 'arg0', value: '{{_event}}' },
                { key: 'arg1', value: 'a' },
              ],
            },
          ],
        },
        { triggerId: '2', type: 'domReady' },
      ],
    });
    expect(container.tags[0]?.path).toEqual(['tag', 0]);
    expect(container.tags[0]?.consentStatus).toBe('not-needed');
    expect(container.triggers.map(({ type }) => type)).toEqual(['CUSTOM_EVENT', 'DOM_READY']);
    expect(container.triggers[0]?.eventFilters[0]).toMatchObject({
      operator: 'MATCH_REGEX',
      left: '{{_event}}',
      right: 'a',
    });
  });

  it('reads an export within the answer of an interface or a list, and says where further ones stand', () => {
    const version = { tag: [TAG] };
    const whole = { exportFormatVersion: 2, containerVersion: version };
    const placed: [unknown, (string | number)[]][] = [
      [[whole], [0, 'containerVersion']],
      [[version], [0]],
      [{ status: 200, data: { export: whole } }, ['data', 'export', 'containerVersion']],
      [{ result: { containerVersion: [version] } }, ['result', 'containerVersion', 0]],
    ];
    for (const [value, base] of placed) {
      expect(read(value).tags.map(({ path }) => path)).toEqual([[...base, 'tag', 0]]);
      expect(readContainer(JSON.stringify(value))).toMatchObject({ others: [] });
    }
    const two = readContainer(JSON.stringify({ containers: [whole, { name: 'b', containerVersion: version }] }));
    expect(two).toMatchObject({ others: [['containers', 1, 'containerVersion']] });
    expect(read([TAG, { triggerId: '1', type: 'pageview' }])).toMatchObject({
      tags: [{ id: '7' }],
      triggers: [{ id: '1' }],
    });
  });

  it('tells server containers by their context, and where there is none by what is in them', () => {
    expect(read({ container: { usageContext: ['SERVER'] } }).server).toBe(true);
    expect(read({ container: { usageContext: ['WEB'] }, client: [{ name: 'c' }] }).server).toBe(false);
    expect(read({ client: [{ name: 'GA4', type: 'gaaw_client' }] }).server).toBe(true);
    expect(read({ tag: [{ name: 'x', type: 'sgtmgaaw' }] }).server).toBe(true);
    expect(read({}).server).toBe(false);
  });

  it('takes ids and values of hand-made files as they come', () => {
    const [tag] = read({
      tag: [
        {
          tagId: 12,
          name: 'T',
          firingTriggerId: 'lead_trigger',
          parameter: [
            { key: 'on', value: true },
            { key: 'n', value: 5 },
          ],
        },
      ],
    }).tags;
    expect(tag).toMatchObject({ id: '12', firing: ['lead_trigger'] });
    expect(tag?.parameters.get('on')?.value).toBe('true');
    expect(tag?.parameters.get('n')?.value).toBe('5');
  });

  it('gives a nameless entity a name to be called by', () => {
    expect(read({ tag: [{ tagId: '4' }] }).tags[0]?.name).toBe('tag 4');
    expect(read({ customTemplate: [{ templateId: '9' }] }).templates[0]?.name).toBe('template 9');
  });

  it('leaves out what has another type than expected, and nothing else', () => {
    const container = read({
      containerVersion: {
        tag: [
          null,
          'x',
          7,
          ['y'],
          { name: 'kept', parameter: { key: 'a' }, consentSettings: 'NEEDED', firingTriggerId: {} },
        ],
        trigger: { triggerId: '1' },
        variable: [{ name: 'v', parameter: [null, { key: 'name', value: { a: 1 } }, { key: 'list', list: 'no' }] }],
        builtInVariable: [1, { type: 'PAGE_URL' }],
        container: [],
      },
    });
    expect(container.tags.map(({ name }) => name)).toEqual(['kept']);
    expect(container.tags[0]).toMatchObject({ consentStatus: 'not-set', firing: [] });
    expect(container.triggers).toEqual([]);
    expect(container.variables[0]?.parameters.get('name')?.value).toBeUndefined();
    expect(container.builtIns).toEqual([{ name: '', type: 'PAGE_URL' }]);
    // The place of an item is its place in the document, not among those that were kept.
    expect(container.tags[0]?.path).toEqual(['containerVersion', 'tag', 4]);
  });

  it('reads formatting, groups and gallery references', () => {
    const container = read({
      variable: [
        {
          name: 'v',
          formatValue: {
            caseConversionType: 'lowercase',
            convertUndefinedToValue: { type: 'TEMPLATE', value: 'none' },
          },
        },
      ],
      trigger: [
        {
          triggerId: '5',
          type: 'TRIGGER_GROUP',
          parameter: [{ key: 'triggerIds', type: 'LIST', list: [{ value: '1' }, { value: '2' }] }],
        },
      ],
      customTemplate: [
        { templateId: '3', galleryReference: { owner: 'Acme', repository: 'Pixel', galleryTemplateId: 'ABC12' } },
      ],
    });
    expect(container.variables[0]?.format.letters).toBe('lower');
    expect(container.variables[0]?.format.whenUndefined?.value).toBe('none');
    expect(container.triggers[0]?.members).toEqual(['1', '2']);
    expect(container.templates[0]).toMatchObject({ repository: 'acme/pixel', galleryId: 'ABC12' });
  });

  it('reads past a byte order mark and stray text, and reports JSON that is none', () => {
    expect(readContainer('\uFEFF{"tag":[]}').ok).toBe(true);
    expect(readContainer('I\'m{"tag":[{"name":"T"}]}')).toMatchObject({ ok: true, start: 3 });
    const broken = readContainer('{"tag":[}');
    expect(broken.ok).toBe(false);
    if (!broken.ok) expect(broken.error.offset).toBe(8);
  });

  it('survives nesting without bound', () => {
    let list: unknown = [];
    for (let depth = 0; depth < 500; depth += 1) list = [{ key: 'a', type: 'LIST', list }];
    expect(read({ tag: [{ name: 'T', parameter: list }] }).tags).toHaveLength(1);
    expect(() => readContainer('['.repeat(50_000))).not.toThrow();
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('tag', 'trigger', 'variable', 'customTemplate', 'container', 'client'),
        (value, key) => {
          expect(() => readContainer(JSON.stringify({ containerVersion: { [key]: value } }))).not.toThrow();
          expect(() => readContainer(JSON.stringify([{ a: value }, { [key]: value }]))).not.toThrow();
          expect(() =>
            readContainer(JSON.stringify({ [key]: [value, { parameter: value, filter: value }] })),
          ).not.toThrow();
        },
      ),
    );
  });
});
