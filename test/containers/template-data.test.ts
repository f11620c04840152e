/** What templates that the catalogue does not know send of a person: digested, in clear text, or one of the two. */
import { describe, expect, it } from 'vitest';
import { containerText, tag, variable } from '../extract/gtm/build.ts';
import { customTemplate } from '../extract/gtm/template.ts';
import { foundIn, type Judged, judgeText } from './support.ts';

const APIS = [
  'sha256Sync',
  'sha256',
  'makeString',
  'getType',
  'JSON',
  'sendHttpRequest',
  'getAllEventData',
  'Object',
  'createRegex',
  'testRegex',
  'sendPixel',
  'makeTableMap',
];
const META = 'https://graph.facebook.com/v19.0/123/events';
const HEAD = `${APIS.map((name) => `const ${name} = require('${name}');`).join('\n')}
const event = getAllEventData();
const send = (body) => sendHttpRequest('${META}', { method: 'POST' }, JSON.stringify({ data: [{ user_data: body }] }));
const isHashed = (value) => value ? makeString(value).match('^[A-Fa-f0-9]{64}$') !== null : false;
const hashed = (value) => {
  if (!value) return value;
  const type = getType(value);
  if (type === 'undefined' || value === 'undefined') return undefined;
  if (type === 'array') return value.map((one) => hashed(one));
  if (isHashed(value)) return value;
  return sha256Sync(makeString(value).trim().toLowerCase(), { outputEncoding: 'hex' });
};
`;

async function judge(code: string, head = HEAD): Promise<Judged> {
  const given = { digest: '{{Digest}}', list: [{ name: 'em', value: '{{Email}}' }] };
  return judgeText(
    containerText({
      server: true,
      templates: [customTemplate(head + code, { server: true })],
      tags: [tag('T', 'cvt_1_3', given, { firingTriggerId: ['2147479574'] })],
      variables: [variable('Email', 'ed', { keyPath: 'email' }), variable('Digest', 'ed', { keyPath: 'digest' })],
    }),
  );
}

/** The keys of the finding, each with what is said of its form. */
async function dataOf(code: string): Promise<string> {
  const { result } = await judge(code);
  const found = result.findings.filter(({ rule }) => rule === 'data/advanced-matching');
  return found
    .flatMap(({ severity, certainty, trail }) => [
      `${severity} ${certainty}:`,
      ...trail.flatMap(({ message }) => {
        const [, key, form = 'clear'] = /^(\S+) \([\w-]+(?:, ([\w ]+))?\)/.exec(message) ?? [];
        return key === undefined ? [] : [`${key} ${form}`];
      }),
    ])
    .join(' ');
}

const HASHED = 'warning certain: em hashed';
const CLEAR = 'error certain: em clear';

describe('data that a template digests', () => {
  const rows: readonly (readonly [name: string, code: string, found: string])[] = [
    ['not at all', 'send({ em: event.email });', CLEAR],
    ['always', 'send({ em: sha256Sync(event.email) });', HASHED],
    ['unless it is a digest', 'send({ em: isHashed(event.email) ? event.email : sha256Sync(event.email) });', HASHED],
    ['if it is none', 'const v = event.email; send({ em: !isHashed(v) ? sha256Sync(v) : v });', HASHED],
    [
      'unless it matches an expression',
      "const re = createRegex('^[a-f0-9]{64}$', 'i'); const v = event.email; send({ em: testRegex(re, v) ? v : sha256Sync(v) });",
      HASHED,
    ],
    ['unless it is long', 'const v = event.email; send({ em: v.length === 64 ? v : sha256Sync(v) });', HASHED],
    ['if there is any', 'const v = event.email; send({ em: v && sha256Sync(v) });', HASHED],
    ['by a helper', 'send({ em: hashed(event.email) });', HASHED],
    ['in a list', 'send({ em: [hashed(event.email)] });', HASHED],
    ['as a list', 'send({ em: hashed([event.email]) });', HASHED],
    ['in a callback', 'sha256(event.email, (digest) => send({ em: digest }), data.gtmOnFailure);', HASHED],
    [
      'in a loop over keys',
      "const user = { em: event.email }; for (const key in user) if (key === 'em') user[key] = hashed(user[key]); send(user);",
      HASHED,
    ],
    [
      'in a loop over a list of keys',
      "const user = { em: event.email }; ['em', 'ph'].forEach((key) => { if (user[key]) user[key] = hashed(user[key]); }); send(user);",
      HASHED,
    ],
    [
      'in a loop that leaves it out',
      "const user = { em: event.email, zp: event.zip }; for (const key in user) if (key === 'zp') user[key] = hashed(user[key]); send(user);",
      `${CLEAR} zp hashed`,
    ],
    [
      'out of a table of the tag',
      "const user = makeTableMap(data.list, 'name', 'value'); if (user.em) user.em = hashed(user.em); send(user);",
      HASHED,
    ],
    [
      'beside another that stays',
      'send({ em: hashed(event.email), ph: event.phone });',
      'error certain: em hashed ph clear',
    ],
    [
      'in another place alone',
      "require('logToConsole')(sha256Sync(event.client_id)); send({ em: event.email });",
      CLEAR,
    ],
    [
      'if a field of the tag says so',
      'const v = event.email; send({ em: data.digest ? sha256Sync(v) : v });',
      'warning likely: em hashed or not',
    ],
    [
      'in the address of a pixel',
      "sendPixel('https://www.facebook.com/tr?id=123&ud[em]=' + hashed(event.email));",
      'warning certain: ud[em] hashed',
    ],
  ];
  for (const [name, code, found] of rows) {
    it(name, async () => {
      expect(await dataOf(code)).toBe(found);
    });
  }
});

describe('data in the bodies of a vendor’s API', () => {
  const call = (url: string, body: string): string =>
    `require('sendHttpRequest')('${url}', { method: 'POST' }, require('JSON').stringify(${body}));`;
  const EMAIL = "require('getEventData')('user_data.email_address')";
  const rows: readonly (readonly [name: string, url: string, body: string])[] = [
    ['Meta', META, `{ data: [{ event_name: 'Purchase', user_data: { em: ${EMAIL} } }] }`],
    [
      'TikTok',
      'https://business-api.tiktok.com/open_api/v1.3/event/track/',
      `{ event_source: 'web', data: [{ event: 'Purchase', user: { email: [${EMAIL}] } }] }`,
    ],
    [
      'TikTok before version 1.3',
      'https://business-api.tiktok.com/open_api/v1.2/pixel/track/',
      `{ event: 'Purchase', context: { user: { email: ${EMAIL} } } }`,
    ],
    [
      'Pinterest',
      'https://api.pinterest.com/v5/ad_accounts/549/events',
      `{ data: [{ event_name: 'checkout', user_data: { em: [${EMAIL}] } }] }`,
    ],
    [
      'Snap',
      'https://tr.snapchat.com/v3/aaaaaaaa-0000-4000-8000-000000000000/events',
      `{ data: [{ event_name: 'PURCHASE', user_data: { em: [${EMAIL}] } }] }`,
    ],
    [
      'LinkedIn',
      'https://api.linkedin.com/rest/conversionEvents',
      `{ conversion: 'urn:1', user: { email: ${EMAIL} } }`,
    ],
    [
      'Reddit',
      'https://ads-api.reddit.com/api/v3/pixels/t2_1/conversion_events',
      `{ data: { events: [{ user: { email: ${EMAIL} } }] } }`,
    ],
    [
      'X',
      'https://ads-api.x.com/12/measurement/conversions/o1',
      `{ conversions: [{ identifiers: [{ email_address: ${EMAIL} }] }] }`,
    ],
  ];
  for (const [name, url, body] of rows) {
    it(`of ${name}`, async () => {
      expect(foundIn(await judge(call(url, body), ''), /advanced-matching|personal-data/)).toMatch(/:E/);
    });
  }
});

describe('an object of which only the whole is known', () => {
  const WHOLE = 'error whole';
  const DIGESTS = 'warning hashed';
  const rows: readonly (readonly [name: string, code: string, found: string])[] = [
    ['as it is', 'send(event.user_data);', WHOLE],
    ['copied', 'const u = event.user_data; const o = {}; for (const k in u) o[k] = u[k]; send(o);', WHOLE],
    ['digested', 'send(sha256Sync(JSON.stringify(event.user_data)));', DIGESTS],
    [
      'copied in digests',
      'const u = event.user_data; const o = {}; for (const k in u) o[k] = sha256Sync(u[k]); send(o);',
      DIGESTS,
    ],
    [
      'copied in digests, by its keys',
      'const u = event.user_data; const o = {}; Object.keys(u).forEach((k) => { o[k] = hashed(u[k]); }); send(o);',
      DIGESTS,
    ],
    [
      'copied in digests, by its entries',
      'send(Object.entries(event.user_data).reduce((o, e) => { o[e[0]] = sha256Sync(e[1]); return o; }, {}));',
      DIGESTS,
    ],
    ['turned into digests', 'const u = event.user_data; for (const k in u) u[k] = sha256Sync(u[k]); send(u);', DIGESTS],
    [
      'turned into digests where something is there',
      'const u = event.user_data; for (const k in u) { if (u[k]) u[k] = hashed(u[k]); } send(u);',
      DIGESTS,
    ],
    [
      'turned into digests but for some',
      "const u = event.user_data; for (const k in u) { if (k !== 'zip') u[k] = sha256Sync(u[k]); } send(u);",
      'warning unclear',
    ],
    ['turned into texts', 'const u = event.user_data; for (const k in u) u[k] = makeString(u[k]); send(u);', WHOLE],
    [
      'filled with the digests of another',
      'const u = event.user_data; const w = event.more; for (const k in u) u[k] = sha256Sync(w[k]); send(u);',
      WHOLE,
    ],
  ];
  for (const [name, code, expected] of rows) {
    it(name, async () => {
      const { result } = await judge(code);
      const found = result.findings.filter(({ rule }) => rule === 'data/advanced-matching');
      const form = (message: string): string =>
        / hashed or /.test(message)
          ? 'unclear'
          : / whole object/.test(message)
            ? 'whole'
            : / hashed\./.test(message)
              ? 'hashed'
              : 'clear';
      expect(found.map(({ severity, message }) => `${severity} ${form(message)}`).join()).toBe(expected);
    });
  }
});
