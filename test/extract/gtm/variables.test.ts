import { describe, expect, it } from 'vitest';
import { isTransformed } from '../../../src/model/value.ts';
import { activityOf, extract, guardOf, type Json, printValue, tag, trigger, variable } from './build.ts';

/** The value of a text with references, as a parameter of a tag. */
function valueOfText(text: string, variables: readonly Json[]) {
  const unit = extract({ variables, tags: [tag('T', 'gaawe', { eventName: text })] });
  return activityOf(unit, 'T').values.event;
}

const print = (text: string, ...variables: readonly Json[]): string => printValue(valueOfText(text, variables));

describe('where a variable’s value comes from', () => {
  it.each<[string, Json, string]>([
    ['data layer', variable('X', 'v', { name: 'user.email' }), 'gtm-variable {{X}} < data-layer user.email'],
    [
      'event data',
      variable('X', 'ed', { keyPath: 'user_data.email' }),
      'gtm-variable {{X}} < event-data user_data.email',
    ],
    ['cookie', variable('X', 'k', { name: '_fbp' }), 'cookie _fbp < gtm-variable {{X}}'],
    ['global', variable('X', 'j', { name: 'MEMBER.id' }), 'gtm-variable {{X}} < variable MEMBER.id'],
    ['query', variable('X', 'u', { component: 'QUERY', queryKey: 'email' }), 'gtm-variable {{X}} < url ?email'],
    ['address', variable('X', 'u', { component: 'PATH' }), 'gtm-variable {{X}} < url path'],
    ['referrer', variable('X', 'f'), 'gtm-variable {{X}} < url referrer'],
    [
      'element',
      variable('X', 'd', { selectorType: 'CSS', elementSelector: '#email' }),
      'gtm-variable {{X}} < form-field #email',
    ],
    ['attribute', variable('X', 'd', { elementId: 'nav', attributeName: 'class' }), 'gtm-variable {{X}} < page nav'],
    ['click', variable('X', 'aev', { varType: 'ELEMENT_TEXT' }), 'gtm-variable {{X}} < page element text'],
    [
      'clicked field',
      variable('X', 'aev', { varType: 'ATTRIBUTE', attribute: 'value' }),
      'gtm-variable {{X}} < form-field attribute value',
    ],
    ['header', variable('X', 'rh', { headerName: 'X-IP' }), 'gtm-variable {{X}} < event-data header X-IP'],
    ['constant', variable('X', 'c', { value: 'G-1' }), '"G-1"'],
    ['nothing', variable('X', 'uv'), 'undefined'],
    ['a type that nobody knows', variable('X', 'zz', { of: '{{Y}}' }), 'gtm-variable {{X}} < gtm-variable {{Y}}'],
  ])('%s', (_what, one, expected) => {
    expect(print('{{X}}', one)).toBe(expected);
  });

  it('names the built-in and the missing', () => {
    expect(print('{{Page URL}}')).toBe('gtm-variable {{Page URL}} < url page url');
    expect(print('{{Click Text}}')).toBe('gtm-variable {{Click Text}} < page click text');
    expect(print('{{Event}}')).toBe('gtm-variable {{Event}} < data-layer event');
    expect(print('{{no such variable}}')).toBe('gtm-variable {{no such variable}}');
  });

  it('tells a digest by the name where it is out of sight', () => {
    const value = valueOfText('{{X}}', [variable('X', 'v', { name: 'user.email_sha256' })]);
    expect(value && isTransformed(value, 'hash')).toBe(true);
    const clear = valueOfText('{{X}}', [variable('X', 'v', { name: 'user.email' })]);
    expect(clear && isTransformed(clear, 'hash')).toBe(false);
  });

  it('points at the variable', () => {
    const value = valueOfText('{{X}}', [variable('X', 'v', { name: 'email' })]);
    const location = value?.kind === 'unknown' ? value.origins[0]?.location : undefined;
    expect(location?.source.slice(location)).toBe('X');
  });
});

describe('texts', () => {
  it('are put together', () => {
    const variables = [
      variable('A', 'c', { value: 'a' }),
      variable('B', 'c', { value: '{{A}}b' }),
      variable('V', 'v', { name: 'v' }),
    ];
    expect(print('{{B}}-{{A}}', ...variables)).toBe('"ab-a"');
    expect(print('p_{{V}}', ...variables)).toBe('p_<gtm-variable {{V}} < data-layer v>');
    expect(print('{{ A }}', ...variables)).toBe('"a"');
    expect(print('{{A', ...variables)).toBe('"{{A"');
    expect(print('{single} }} {{', ...variables)).toBe('"{single} }} {{"');
  });

  it('go through formatting', () => {
    expect(
      print('{{X}}', variable('X', 'c', { value: 'YES' }, { formatValue: { caseConversionType: 'LOWERCASE' } })),
    ).toBe('"yes"');
    const format = { formatValue: { convertUndefinedToValue: { type: 'TEMPLATE', value: 'none' } } };
    expect(print('{{X}}', variable('X', 'uv', {}, format))).toBe('"none"');
  });
});

describe('tables', () => {
  const type = variable('Type', 'v', { name: 'type' });

  it('give one of their outputs', () => {
    const table = variable('T', 'smm', {
      input: '{{Type}}',
      map: [
        { key: 'a', value: '1' },
        { key: 'b', value: '{{Type}}' },
      ],
      setDefaultValue: 'true',
      defaultValue: '3',
    });
    expect(print('{{T}}', type, table)).toBe(
      'free[{{Type}} is a] ? "1" : free[{{Type}} is b] ? gtm-variable {{T}} < gtm-variable {{Type}} < data-layer type : true ? "3"',
    );
  });

  it('give undefined without a default', () => {
    expect(
      print('{{T}}', type, variable('T', 'smm', { input: '{{Type}}', map: [{ key: 'a', value: '1' }] })),
    ).toContain('true ? undefined');
    expect(print('{{T}}', variable('T', 'smm'))).toBe('true ? undefined');
  });

  it('of expressions may put in what was caught', () => {
    const table = variable('T', 'remm', { input: '{{Type}}', map: [{ key: '(.*)@', value: '$1' }] });
    expect(print('{{T}}', type, table)).toContain('data-layer type');
  });

  it('that are very long stay unknown', () => {
    const map = Array.from({ length: 400 }, (_, index) => ({ key: String(index), value: 'x' }));
    expect(print('{{T}}', type, variable('T', 'smm', { input: '{{Type}}', map }))).toBe(
      'gtm-variable {{T}} < gtm-variable {{Type}} < data-layer type',
    );
  });
});

describe('bounds', () => {
  it('end circles', () => {
    const circle = ['A', 'B', 'C'].map((name, index, all) =>
      variable(name, 'c', { value: `x{{${all[(index + 1) % 3]}}}` }),
    );
    expect(print('{{A}}', ...circle)).toContain('gtm-variable {{A}}');
    const unit = extract({ variables: circle, tags: [tag('T', 'gaawe', { eventName: '{{A}}' })] });
    expect(unit.unresolved).toBeGreaterThan(0);
  });

  it('keep references to references from multiplying', () => {
    const variables = Array.from({ length: 20 }, (_, level) =>
      variable(`V${level}`, 'c', { value: `{{V${level + 1}}}`.repeat(40) }),
    );
    expect(print('{{V0}}', ...variables).length).toBeLessThan(500_000);
    for (const rows of [2, 30]) {
      const lookups = Array.from({ length: 30 }, (_, level) => {
        const map = Array.from({ length: rows }, (_row, key) => ({ key: String(key), value: `{{L${level + 1}}}` }));
        return variable(`L${level}`, 'smm', { input: `{{L${level + 1}}}`, map });
      });
      expect(print('{{L0}}', ...lookups).length).toBeLessThan(2_000_000);
      expect(
        guardOf({ variables: lookups, triggers: [trigger('1', 'PAGEVIEW', [['{{L0}}', 'EQUALS', '1']])] }).length,
      ).toBeLessThan(100_000);
    }
  });
});
