/** Published containers become the same facts as exports. */
import { describe, expect, it } from 'vitest';
import { grouped, macro, type Published, predicate, published, type Raw, tag } from '../../parse/compiled/build.ts';
import { activityOf, extractText, printGuard, printValue } from './build.ts';

const extract = (given: Published) => extractText(published(given));

/** The guard of the tag at index 0 under one rule. */
function guardOf(given: Published, more: Raw = {}): string {
  const tags = [tag(1, 'googtag', { tagId: 'G-1' }, more), ...(given.tags ?? [])];
  return printGuard(activityOf(extract({ ...given, tags }), 'tag 1').guard);
}

describe('guards', () => {
  it('of page views and custom events', () => {
    expect(guardOf({})).toBe('true');
    const predicates = [predicate(0, 'eq', 'purchase')];
    expect(
      guardOf({
        predicates,
        rules: [
          [
            ['if', 1],
            ['add', 0],
          ],
        ],
      }),
    ).toBe('event purchase');
  });

  it('ask cookies, negated ones too', () => {
    const given: Published = {
      macros: [macro('k', { name: 'agreed', decodeCookie: false })],
      predicates: [predicate(1, 'eq', 'yes')],
    };
    expect(
      guardOf({
        ...given,
        rules: [
          [
            ['if', 0, 1],
            ['add', 0],
          ],
        ],
      }),
    ).toBe('cookie agreed equals yes');
    expect(
      guardOf({
        ...given,
        rules: [
          [
            ['if', 0],
            ['unless', 1],
            ['add', 0],
          ],
        ],
      }),
    ).toBe('!cookie agreed equals yes');
  });

  it('of several rules are alternatives', () => {
    const given: Published = {
      macros: [macro('k', { name: 'agreed' })],
      predicates: [predicate(1, 'eq', 'yes')],
      rules: [
        [
          ['if', 0, 1],
          ['add', 0],
        ],
        [
          ['if', 0],
          ['add', 0],
        ],
      ],
    };
    expect(guardOf(given)).toBe('true');
  });

  it('hold back what another rule blocks on the same event, and nothing on others', () => {
    const blocked = (event: string): string =>
      guardOf({
        macros: [macro('k', { name: 'no' })],
        predicates: [predicate(1, 'eq', '1'), predicate(0, 'eq', event)],
        rules: [
          [
            ['if', 0],
            ['add', 0],
          ],
          [
            ['if', 1, 2],
            ['block', 0],
          ],
        ],
      });
    expect(blocked('gtm.js')).toBe('!cookie no equals 1');
    expect(blocked('gtm.dom')).toBe('true');
    expect(
      guardOf({
        macros: [macro('k', { name: 'no' })],
        predicates: [predicate(1, 'eq', '1'), predicate(0, 're', '.*')],
        rules: [
          [
            ['if', 0],
            ['add', 0],
          ],
          [
            ['if', 1, 2],
            ['block', 0],
          ],
        ],
      }),
    ).toBe('!cookie no equals 1');
  });

  it('ask for the consent types of the list', () => {
    expect(guardOf({}, { consent: ['list', 'ad_storage'] })).toBe('google ad_storage');
  });

  it('of a group ask for all its members', () => {
    expect(guardOf(grouped())).toBe('event agreed');
  });

  it('follow lookup tables and conditions that stand in values', () => {
    const table: Published = {
      macros: [
        macro('k', { name: 'c' }),
        macro('smm', {
          input: ['macro', 1],
          setDefaultValue: true,
          defaultValue: 'no',
          map: ['list', ['map', 'key', 'all', 'value', 'yes']],
        }),
      ],
      predicates: [predicate(2, 'eq', 'yes')],
      rules: [
        [
          ['if', 0, 1],
          ['add', 0],
        ],
      ],
    };
    expect(guardOf(table)).toContain('cookie c equals all');
    const inline: Published = {
      macros: [macro('k', { name: 'c' }), macro('c', { value: ['zb', '_eq', ['macro', 1], 'all', false, false] })],
      predicates: [predicate(2, 'eq', 'true')],
      rules: [
        [
          ['if', 0, 1],
          ['add', 0],
        ],
      ],
    };
    expect(guardOf(inline)).toContain('cookie c equals all');
  });

  it('evaluate custom JavaScript', () => {
    const given: Published = {
      macros: [macro('jsm', { javascript: ['template', '(function(){return-1<document.cookie.indexOf("ok=1")})();'] })],
      predicates: [predicate(1, 'eq', 'true')],
      rules: [
        [
          ['if', 0, 1],
          ['add', 0],
        ],
      ],
    };
    expect(guardOf(given)).toContain('cookie');
  });
});

describe('tags', () => {
  it('of Custom HTML are read though their scripts wait', () => {
    const html = [
      'template',
      '<p>å</p><script type="text/gtmscript" data-gtmsrc="https://cdn.social.example/pixel.js?id=',
      ['escape', ['macro', 1], 12],
      '"></script><script type="text/gtmscript">',
      '(function(d){var s=d.createElement("script");s.src="https://cdn.social.example/pixel.js";d.body.appendChild(s)})(document)',
      '</script>',
    ];
    const text = published({ macros: [macro('c', { value: '12' })], tags: [tag(4, 'html', { html })] });
    const loads = extractText(text).activities;
    expect(loads.map(({ kind, vendor }) => `${vendor.id} ${kind}`)).toEqual(['social load', 'social load']);
    const flagged = loads.map(({ location }) => {
      const { start, end } = location.source.toRoot(location.start, location.end);
      return text.slice(start, end).replace(/\s+/g, '');
    });
    expect(flagged[0]).toContain('data-gtmsrc=');
    expect(flagged[0]).toContain('["escape",["macro",1],12]');
    expect(flagged[1]).toBe(String.raw`s.src=\"https:\/\/cdn.social.example\/pixel.js\"`);
  });

  it('keep the values of their settings, also those that a variable holds', () => {
    const unit = extract({
      macros: [
        macro('v', { name: 'user.id', dataLayerVersion: 2 }),
        macro('gtcs', {
          configSettingsTable: ['list', ['map', 'parameter', 'user_id', 'parameterValue', ['macro', 1]]],
        }),
      ],
      tags: [tag(1, 'googtag', { tagId: 'G-1', configSettingsVariable: ['macro', 2] })],
    });
    expect(printValue(activityOf(unit, 'tag 1').values.params)).toContain('user_id: ');
  });

  it('of templates are told by the permissions', () => {
    const unit = extract({
      tags: [tag(1, 'cvt_99_7', { pixel: '123' })],
      permissions: { __cvt_99_7: { inject_script: { urls: ['https://cdn.social.example/pixel.js'] } } },
    });
    expect(activityOf(unit, 'tag 1').vendor.id).toBe('social');
    expect(unit.entities.find(({ kind }) => kind === 'template')).toMatchObject({ live: true, widePermissions: [] });
  });

  it('that are paused, called or unknown', () => {
    const unit = extract({
      tags: [
        tag(1, 'googtag', { tagId: 'G-1' }, { setup_tags: ['list', ['tag', 1, 0]] }),
        tag(2, 'gaawe', { eventName: 'x', measurementIdOverride: 'G-1' }),
        tag(3, 'paused', { originalTagType: 'html' }),
        tag(4, 'ogt_dma'),
      ],
      rules: [
        [
          ['if', 0],
          ['add', 0, 3],
        ],
      ],
    });
    expect(activityOf(unit, 'tag 2').reached).toBe(true);
    expect(unit.entities.filter(({ paused }) => paused).map(({ name, type }) => `${name} ${type}`)).toEqual([
      'tag 3 html',
    ]);
    expect(unit.activities.some(({ entity }) => entity?.name === 'tag 4')).toBe(false);
  });
});

it('gives the place of a broken file', () => {
  const text = published({ tags: [tag(1, 'html', { html: 'x' })] });
  const cut = text.slice(0, text.indexOf('"vtp_html"') + 4);
  const [problem] = extractText(cut).problems;
  expect(problem).toMatchObject({ severity: 'error', message: expect.stringContaining('never closed') });
});

it('reads a large container once', () => {
  const tags = Array.from({ length: 3000 }, (_, index) => tag(index, 'gaawe', { eventName: ['macro', index % 40] }));
  const macros = Array.from({ length: 40 }, (_, index) => macro('v', { name: `key.${index}`, dataLayerVersion: 2 }));
  const rules = tags.map((_, index) => [
    ['if', 0],
    ['add', index],
  ]);
  expect(extract({ tags, macros, rules }).entities.filter(({ kind }) => kind === 'tag')).toHaveLength(3000);
});
