/** Variables whose type is a custom template: what its code returns for the variable's fields. */
import { describe, expect, it } from 'vitest';
import type { ExtractedUnit } from '../../../src/extract/extracted.ts';
import { isTransformed } from '../../../src/model/value.ts';
import { activityOf, extract, guardOf, type Json, printValue, tag, variable } from './build.ts';
import { customTemplate, type TemplateParts } from './template.ts';

type Given = Parameters<typeof variable>[2];

const OTHERS = [variable('Email', 'v', { name: 'user.email' }), variable('Shop', 'v', { name: 'ecommerce' })];

/** `{{V}}` with this code; every function that `copyFromDataLayer(…)` and the like name is required. */
function unitOf(code: string, given: Given = {}, parts: TemplateParts = {}): ExtractedUnit {
  const apis = new Set(code.match(/\b(?:[a-z]\w+|JSON|Object|Promise)(?=[(.])/g));
  const head = [...apis].filter((name) => KNOWN.has(name)).map((name) => `const ${name} = require('${name}');`);
  return extract({
    templates: [customTemplate(`${head.join(' ')} ${code}`, { type: 'MACRO', ...parts })],
    variables: [variable('V', 'cvt_1_3', given), ...OTHERS],
    tags: [tag('T', 'gaawe', { eventName: '{{V}}' })],
    ...(parts.server && { server: true }),
  });
}

const KNOWN: ReadonlySet<string> = new Set(
  `copyFromDataLayer copyFromWindow getCookieValues getUrl getQueryParameters getReferrerUrl localStorage getEventData
  getAllEventData getRequestHeader getRemoteAddress sha256Sync hmacSha256 makeString makeTableMap getType JSON Object Promise
  sendHttpRequest getTimestampMillis parseUrl isConsentGranted callInWindow readTitle templateStorage`.split(/\s+/),
);

const valueIn = (unit: ExtractedUnit) => activityOf(unit, 'T').values.event;
/** The value, without the variable itself among the origins. */
const print = (code: string, given?: Given, parts?: TemplateParts): string =>
  printValue(valueIn(unitOf(code, given, parts))).replaceAll(
    /gtm-variable \{\{V\}\} < | < gtm-variable \{\{V\}\}/g,
    '',
  );

const EMAIL = 'gtm-variable {{Email}} < data-layer user.email';

describe('a template variable', () => {
  it.each<[string, string, string, Given?]>([
    ['a key of the data layer', "return copyFromDataLayer('user.email');", 'data-layer user.email'],
    ['a key that a field names', 'return copyFromDataLayer(data.key);', 'data-layer user.email', { key: 'user.email' }],
    [
      'a member',
      "const u = copyFromDataLayer('user') || {}; return u.email;",
      'free[user] ? data-layer user.email : true ? undefined',
    ],
    ['a name of the window', "return copyFromWindow('member.email');", 'variable member.email'],
    ['a cookie', "return getCookieValues('uid')[0];", 'cookie uid present ? cookie uid : true ? undefined'],
    ['a stored value', "return localStorage.getItem('email');", 'storage email'],
    ['a part of the address', "return getUrl('query', false, null, 'email');", 'url location.query'],
    ['a parameter of it', "return getQueryParameters('email');", 'url query email'],
    ['a parameter of it, parsed', 'return parseUrl(getUrl()).searchParams.email;', 'url ?email'],
    ['the title', 'return readTitle();', 'page document.title'],
    ['a field', 'return data.input;', EMAIL, { input: '{{Email}}' }],
    ['a field in another form', 'return makeString(data.input).trim().toLowerCase();', EMAIL, { input: '{{Email}}' }],
    ['a constant', "return data.prefix + '-1';", '"a-1"', { prefix: 'a' }],
    [
      'what a table in the code says',
      "const names = { a: '1', b: '2' }; return names[data.input];",
      '"2"',
      { input: 'b' },
    ],
    [
      'a choice of its own',
      "switch (data.what) { case 'a': return 1; case 'b': return copyFromDataLayer('b'); }",
      'data-layer b',
      { what: 'b' },
    ],
    [
      'a path into a value',
      "return data.path.split('.').reduce((at, key) => at[key], data.of);",
      'gtm-variable {{Shop}}.purchase.id < data-layer ecommerce.purchase.id',
      { of: '{{Shop}}', path: 'purchase.id' },
    ],
    ['the consent', "return isConsentGranted('ad_storage') ? 'yes' : 'no';", 'google ad_storage ? "yes" : true ? "no"'],
    ['nothing', "copyFromDataLayer('user.email');", 'undefined'],
    ['the time', 'return getTimestampMillis();', 'variable getTimestampMillis()'],
    [
      'what the page makes of a field',
      "return callInWindow('lookUp', data.input);",
      `variable lookUp() < ${EMAIL}`,
      { input: '{{Email}}' },
    ],
  ])('is %s', (_what, code, expected, given) => {
    expect(print(code, given)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['a field of the event', "return getEventData('user_data.email_address');", 'event-data user_data.email_address'],
    ['a member of the event', 'return getAllEventData().user_data.email;', 'event-data event.user_data.email'],
    ['a header', "return getRequestHeader('x-user');", 'event-data header x-user'],
    ['the address of the visitor', 'return getRemoteAddress();', 'event-data ip address'],
    [
      'what a promise comes to',
      "return Promise.create((resolve) => resolve(getEventData('email')));",
      'event-data email',
    ],
    [
      'what a request gives',
      "return sendHttpRequest('https://a.example/').then((r) => JSON.parse(r.body).email);",
      'variable response.body.email',
    ],
  ])('on a server is %s', (_what, code, expected) => {
    expect(print(code, {}, { server: true })).toBe(expected);
  });

  it('keeps the keys of an object', () => {
    expect(print("return { em: copyFromDataLayer('user.email'), ph: data.phone, v: 1 };", { phone: '{{Email}}' })).toBe(
      `{ em: data-layer user.email, ph: ${EMAIL}, v: 1 }`,
    );
    const rows = [
      { name: 'email', value: '{{Email}}' },
      { name: 'plan', value: 'gold' },
    ];
    expect(print("return makeTableMap(data.rows, 'name', 'value');", { rows })).toBe(
      `{ email: ${EMAIL}, plan: "gold" }`,
    );
  });

  it('tells a digest from what it is made of', () => {
    const isHashed = (code: string, given?: Given): boolean => {
      const value = valueIn(unitOf(code, given, { server: true }));
      return value !== undefined && isTransformed(value, 'hash');
    };
    expect(isHashed("return sha256Sync(getEventData('email'));")).toBe(true);
    expect(
      isHashed(
        "const v = getEventData('email'); return v && sha256Sync(makeString(v).trim(), { outputEncoding: 'hex' });",
      ),
    ).toBe(true);
    expect(isHashed("return hmacSha256(getEventData('email'), 'k');")).toBe(true);
    expect(
      isHashed('return data.hash ? sha256Sync(data.input) : data.input;', { hash: 'true', input: '{{Email}}' }),
    ).toBe(true);
    expect(
      isHashed('return data.hash ? sha256Sync(data.input) : data.input;', { hash: 'false', input: '{{Email}}' }),
    ).toBe(false);
    expect(isHashed("sha256Sync(getEventData('email')); return getEventData('email');")).toBe(false);
  });

  it('is what it is made of where its code is out of sight, broken, or was not understood', () => {
    const given = { input: '{{Email}}' };
    expect(print('return (;', given)).toBe(EMAIL);
    expect(print('', given)).toBe(EMAIL);
    expect(print('return data.input.reduce((sum, one) => sum + one);', given)).toMatch(EMAIL);
    const own = unitOf('return data.input;', { input: '{{V}}' });
    expect(printValue(valueIn(own))).toBe('gtm-variable {{V}}');
    expect(own.unresolved).toBe(1);
  });

  it('gates by what it returns', () => {
    const guard = (code: string, right: string, given: Given = {}): string =>
      guardOf({
        templates: [customTemplate(code, { type: 'MACRO' })],
        variables: [variable('V', 'cvt_1_3', given), variable('C', 'k', { name: 'marketing' })],
        triggers: [{ triggerId: '1', name: '1', type: 'PAGEVIEW', filter: [equals(right)] }],
      });
    const equals = (right: string): Json => ({
      type: 'EQUALS',
      parameter: [
        { type: 'TEMPLATE', key: 'arg0', value: '{{V}}' },
        { type: 'TEMPLATE', key: 'arg1', value: right },
      ],
    });
    const asks = "return require('isConsentGranted')(data.type) ? 'granted' : 'denied';";
    expect(guard(asks, 'granted', { type: 'ad_storage' })).toBe('google ad_storage');
    expect(guard(asks, 'denied', { type: 'ad_storage' })).toBe('!google ad_storage');
    expect(guard("return require('isConsentGranted')('analytics_storage');", 'true')).toBe('google analytics_storage');
    expect(guard('return data.input;', 'yes', { input: '{{C}}' })).toBe('cookie marketing equals yes');
    expect(guard("return require('getCookieValues')('marketing')[0];", 'yes')).toBe(
      '(cookie marketing present & cookie marketing equals yes)',
    );
  });
});
