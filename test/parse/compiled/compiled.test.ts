import { describe, expect, it } from 'vitest';
import { compiledStart } from '../../../src/parse/compiled/detect.ts';
import { readCompiled } from '../../../src/parse/compiled/index.ts';
import type { Container, ContainerTrigger } from '../../../src/parse/container.ts';
import { JsonPositions } from '../../../src/text/json-positions.ts';
import { Source } from '../../../src/text/source.ts';
import { grouped, macro, type Published, predicate, published, tag } from './build.ts';

function readText(text: string): Container {
  const document = readCompiled(text, compiledStart(text));
  if (!document.ok) throw new Error(document.error.message);
  return document.container;
}

const read = (given: Published): Container => readText(published(given));

const shown = ({ type, eventFilters, filters, listenerFilters }: ContainerTrigger): string =>
  [
    type,
    ...[...eventFilters, ...filters].map(
      ({ left, operator, right, negate }) => `${left} ${negate ? '!' : ''}${operator} ${right}`,
    ),
    ...listenerFilters.map(({ left, operator, right }) => `armed where ${left} ${operator} ${right}`),
  ].join(', ');

describe('macros', () => {
  it('are variables of the type that an export has', () => {
    const { variables } = read({
      macros: [
        macro('v', { name: 'user.email', dataLayerVersion: 2, setDefaultValue: false }),
        macro('k', { name: 'consent', decodeCookie: true }, { convert_case_to: 1, convert_undefined_to: 'none' }),
      ],
    });
    expect(variables.map(({ name, type }) => `${name}: ${type}`)).toEqual(['macro 1: v', 'macro 2: k']);
    const [layer, cookie] = variables;
    expect(layer?.parameters.get('name')?.value).toBe('user.email');
    expect(layer?.parameters.get('setDefaultValue')).toMatchObject({ type: 'BOOLEAN', value: 'false' });
    expect(cookie?.format.letters).toBe('lower');
    expect(cookie?.format.whenUndefined?.value).toBe('none');
  });

  it('that are built-in variables keep their names', () => {
    const { builtIns, variables } = read({
      macros: [
        macro('u', { component: 'PATH', enableMultiQueryKeys: false }),
        macro('v', { name: 'gtm.elementUrl', dataLayerVersion: 1 }),
        macro('v', { name: 'gtm.elementUrl', dataLayerVersion: 2 }),
        macro('u', { component: 'QUERY', queryKey: 'id' }),
        macro('aev', { varType: 'TEXT' }),
      ],
    });
    expect(builtIns.map(({ name }) => name)).toEqual(['Event', 'Page Path', 'Click URL', 'Click Text']);
    expect(variables.map(({ name }) => name)).toEqual(['macro 3', 'macro 4']);
  });

  it('in texts are references; braces that stand there are none', () => {
    const { tags } = read({
      macros: [macro('c', { value: 'x' })],
      tags: [
        tag(1, 'img', {
          url: ['template', 'https://a.test/?a={{b}}&c=', ['escape', ['macro', 1], 12], '&d=', ['macro', 0]],
        }),
      ],
    });
    expect(tags[0]?.parameters.get('url')?.value).toBe('https://a.test/?a={ {b}}&c={{macro 1}}&d={{Event}}');
  });

  it('lists and maps nest', () => {
    const { tags } = read({
      tags: [tag(1, 'x', { table: ['list', ['map', 'name', 'a', 'value', ['macro', 0]], ['map', 'name', 'b']] })],
    });
    const rows = tags[0]?.parameters
      .get('table')
      ?.list.map(({ map }) => map.map(({ key, value }) => `${key}=${value}`));
    expect(rows).toEqual([['name=a', 'value={{Event}}'], ['name=b']]);
  });
});

describe('rules', () => {
  const trigger = (given: Published): string => read(given).triggers.slice(0, 1).map(shown).join();

  it.each([
    ['gtm.js', 'PAGEVIEW'],
    ['gtm.init_consent', 'CONSENT_INIT'],
    ['gtm.init', 'INIT'],
    ['gtm.dom', 'DOM_READY'],
    ['gtm.load', 'WINDOW_LOADED'],
    ['gtm.click', 'CLICK'],
    ['gtm.historyChange-v2', 'HISTORY_CHANGE'],
    ['purchase', 'CUSTOM_EVENT, {{Event}} EQUALS purchase'],
  ])('on %s are of the type %s', (event, type) => {
    expect(
      trigger({
        predicates: [predicate(0, 'eq', event)],
        rules: [
          [
            ['if', 1],
            ['add', 0],
          ],
        ],
      }),
    ).toBe(type);
  });

  it('ask every predicate of "if", and none of "unless"', () => {
    const given: Published = {
      macros: [macro('v', { name: 'plan', dataLayerVersion: 2 })],
      predicates: [predicate(0, 're', '^(a|b)$'), predicate(1, 'cn', 'pro'), predicate(1, 'eq', 'free')],
      rules: [
        [
          ['if', 1, 2],
          ['unless', 3],
          ['add', 0],
        ],
      ],
    };
    expect(trigger(given)).toBe(
      'CUSTOM_EVENT, {{Event}} MATCH_REGEX ^(a|b)$, {{macro 1}} CONTAINS pro, {{macro 1}} !EQUALS free',
    );
  });

  it('add and block tags', () => {
    const { tags } = read({
      tags: [tag(4, 'html'), tag(9, 'img')],
      predicates: [predicate(0, 'eq', 'gtm.dom')],
      rules: [
        [
          ['if', 0],
          ['add', 0, 1],
        ],
        [
          ['if', 1],
          ['add', 1],
          ['block', 0],
        ],
      ],
    });
    expect(tags.map(({ name, firing, blocking }) => ({ name, firing, blocking }))).toEqual([
      { name: 'tag 4', firing: ['0'], blocking: ['1'] },
      { name: 'tag 9', firing: ['0', '1'], blocking: [] },
    ]);
  });

  it('carry the conditions under which their listener is armed', () => {
    const given: Published = {
      macros: [macro('v', { name: 'gtm.triggers', dataLayerVersion: 2 }), macro('u', { component: 'PATH' })],
      tags: [tag(1, 'html'), macro('tl', { interval: '5000', uniqueTriggerId: '123_7' })],
      predicates: [
        predicate(0, 'eq', 'gtm.timer'),
        predicate(1, 're', '(^$|((^|,)123_7($|,)))'),
        predicate(2, 'sw', '/shop'),
      ],
      rules: [
        [
          ['if', 1, 2],
          ['add', 0],
        ],
        [
          ['if', 0, 3],
          ['add', 1],
        ],
      ],
    };
    expect(trigger(given)).toBe('TIMER, armed where {{Page Path}} STARTS_WITH /shop');
    expect(read(given).tags.map(({ name }) => name)).toEqual(['tag 1']);
  });

  it('of groups wait for the rules of their members', () => {
    const { triggers } = read(grouped(tag(1, 'html')));
    expect(triggers[1]).toMatchObject({ type: 'TRIGGER_GROUP', members: ['0', '2'] });
  });
});

describe('tags', () => {
  it('say what consent they ask for, and nothing where there is no list', () => {
    const { tags } = read({
      tags: [tag(1, 'html', {}, { consent: ['list', 'ad_storage', 'site_ads'] }), tag(2, 'html')],
    });
    expect(tags[0]).toMatchObject({ consentStatus: 'needed' });
    expect(tags[0]?.consentTypes.map(({ value }) => value)).toEqual(['ad_storage', 'site_ads']);
    expect(tags[1]?.consentStatus).toBeUndefined();
  });

  it('stand in sequences by index, and are paused under a function of its own', () => {
    const { tags } = read({
      tags: [
        tag(
          5,
          'html',
          {},
          { setup_tags: ['list', ['tag', 1, 0]], teardown_tags: ['list', ['tag', 2, 0]], priority: 10 },
        ),
        tag(6, 'html'),
        tag(7, 'paused', { originalTagType: 'awct' }, { metadata: ['map', 'name', 'Old conversion'] }),
      ],
    });
    expect(tags[0]?.setup.map(({ name }) => name)).toEqual(['tag 6']);
    expect(tags[0]?.cleanup.map(({ name }) => name)).toEqual(['Old conversion']);
    expect(tags[0]?.priority).toBe(10);
    expect(tags[2]).toMatchObject({ type: 'awct', paused: true });
  });

  it('of zones load other containers where the boundary holds', () => {
    const { zones, tags } = read({
      tags: [
        tag(3, 'zone', {
          childContainers: ['list', ['map', 'publicId', 'GTM-CHILD']],
          boundaries: ['list', ['zb', '_sw', ['macro', 1], '/en', false, false]],
        }),
      ],
      macros: [macro('u', { component: 'PATH' })],
    });
    expect(tags).toEqual([]);
    expect(zones[0]?.children.map(({ publicId }) => publicId)).toEqual(['GTM-CHILD']);
    expect(zones[0]?.conditions).toMatchObject([{ left: '{{Page Path}}', operator: 'STARTS_WITH', right: '/en' }]);
  });

  it('keep the permissions and the code of their template', () => {
    const { templates } = read({
      tags: [tag(1, 'cvt_123_9')],
      permissions: { __cvt_123_9: { inject_script: { urls: ['https://a.test/x.js'] } }, __c: {} },
      runtime: [[50, '__cvt_123_9', [46, 'a'], [52, 'b', ['require', 'injectScript']]]],
    });
    expect(templates).toMatchObject([{ id: '9', compiled: { permissions: { inject_script: {} } } }]);
    expect(templates[0]?.data).toContain('const b = require("injectScript");');
  });

  it('say which container it is', () => {
    expect(read({}).publicId).toBe('GTM-TEST1');
    const data = published({ tags: [tag(1, 'gct', { trackingId: 'G-ABC1' })] }).split('};')[0];
    expect(readText(`${data}}`).publicId).toBe('G-ABC1');
  });
});

describe('texts', () => {
  const given = published({
    macros: [macro('c', { value: 'x' })],
    tags: [
      tag(1, 'html', {
        html: [
          'template',
          '\n<script type="text/gtmscript" data-gtmsrc="//a.test/å.js">track("{{x}}",',
          ['escape', ['macro', 1], 8, 16],
          ');</script>',
        ],
      }),
    ],
  });

  it('lead back to where their pieces stand', () => {
    const document = readCompiled(given, compiledStart(given));
    if (!document.ok) throw new Error(document.error.message);
    const file = new Source('gtm.js', given);
    const found = document.textAt?.(new JsonPositions(given, document.start), ['resource', 'tags', 0, 'vtp_html']);
    if (!found) throw new Error('no text');
    expect(found.value).toBe(
      '\n<script type="text/javascript" src="//a.test/å.js">track("{ {x}}",{{macro 1}});</script>',
    );
    expect(found.value).toBe(document.container.tags[0]?.parameters.get('html')?.value);
    const source = file.nest(found.value, found.map, 'html');
    const at = (text: string): string => {
      const start = source.text.indexOf(text);
      const { start: from, end } = source.toRoot(start, start + text.length);
      return given.slice(from, end).replace(/\s+/g, '');
    };
    expect(at('//a.test/å.js')).toBe(String.raw`\/\/a.test\/å.js`);
    expect(at('text/javascript')).toBe(String.raw`text\/gtmscript`);
    expect(at('src=')).toBe('data-gtmsrc=');
    expect(at('{{macro 1}}')).toBe('["macro",1]');
    expect(at('track(')).toBe('track(');
    expect(at('{ {x}}')).toBe('{{x}}');
  });

  it('of custom JavaScript are functions, not their call', () => {
    const { variables } = read({
      macros: [
        macro('jsm', { javascript: ['template', '(function(){return ', ['escape', ['macro', 0], 8, 16], '})();'] }),
      ],
    });
    expect(variables[0]?.parameters.get('javascript')?.value).toBe('function(){return {{Event}}}');
  });
});

describe('bad input', () => {
  it('tells where a text ends too early', () => {
    const text = published({ tags: [tag(1, 'html', { html: 'x' })] });
    const cut = text.slice(0, text.indexOf('"vtp_html"'));
    const document = readCompiled(cut, compiledStart(cut));
    expect(document).toMatchObject({ ok: false, error: { offset: cut.length } });
  });

  it.each([
    [
      'indexes that lead nowhere',
      {
        tags: [tag(1, 'html', { html: ['macro', 99] })],
        rules: [
          [
            ['if', 77],
            ['add', 5, -1, 0.5, '0'],
          ],
        ],
      },
    ],
    ['macros that are themselves', { macros: [macro('v', { name: ['macro', 1] })] }],
    [
      'parts of another type',
      { macros: [7, null, [], 'x'], tags: [null, 3, { function: 4 }], rules: [4, [[]], [['if', 'x']]] },
    ],
    ['deep lists', { tags: [tag(1, 'html', { html: deep(200) })] }],
  ] as const)('%s', (_, given) => {
    expect(() => read(given as unknown as Published)).not.toThrow();
  });

  it('a predicate that is not there is a condition that nobody knows', () => {
    const { triggers } = read({
      rules: [
        [
          ['if', 0, 44],
          ['add', 0],
        ],
      ],
    });
    expect(triggers[0]?.filters).toMatchObject([{ operator: 'UNKNOWN' }]);
  });
});

function deep(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = ['list', ['template', value]];
  return value;
}

describe('compiledStart', () => {
  it('knows a published container, in one line and laid out, with and without an assignment', () => {
    const text = published({});
    expect(text.slice(compiledStart(text)).startsWith('{\n "resource"')).toBe(true);
    expect(compiledStart('var data={"resource":{"version":"1","macros":[]}}')).toBe(9);
    expect(compiledStart('{"resource":{"macros":[]}}')).toBe(0);
    const saved = `<!-- Mirrored from somewhere by a program -->\n${text}`;
    expect(compiledStart(saved)).toBe(saved.indexOf('{\n "resource"'));
  });

  it.each([
    'var data = {"items":[]};',
    'var data = {"resource":{"id":1}};',
    '<p>var data = {"resource":{"version":"1","macros":[]}}</p>',
    '{"exportFormatVersion":2,"containerVersion":{}}',
  ])('and nothing else: %s', (text) => {
    expect(compiledStart(text)).toBe(-1);
  });
});
