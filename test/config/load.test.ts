import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../../src/config/load.ts';

function messageFor(text: string): string {
  try {
    parseConfig(text, 'c.yml');
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('parseConfig', () => {
  it('reads every key', () => {
    const text = `
site:
  sector: pharmacy
  regime: eu
  sensitive-paths: [/medicines/]
rules:
  consent/noscript-beacon: off
  parse-error: warning
  gtm/paused-tag: { severity: off }
  gtm/naming-scheme: { severity: note, options: { tag: ["GA4 *"] } }
consent:
  defaults-on-page: denied
  gates:
    - { cookie: choice, value: 3, category: [statistics, marketing] }
vendors:
  exempt: [matomo]
  allow: [meta, cdn.example.com]
  deny: [tiktok]
suppressions:
  - { rule: gtm/paused-tag, entity: Old pixel, reason: kept for the autumn, until: 2027-01-31 }
  - { rule: [gtm/unused-entity, suppression/unused], entity: Old trigger, file: GTM-*.json, reason: shared }
ignore:
  - old/
`;
    expect(parseConfig(text, 'c.yml')).toEqual({
      site: { sector: 'pharmacy', regime: 'eu', 'sensitive-paths': ['/medicines/'] },
      rules: {
        'consent/noscript-beacon': { severity: 'off' },
        'parse-error': { severity: 'warning' },
        'gtm/paused-tag': { severity: 'off' },
        'gtm/naming-scheme': { severity: 'note', options: { tag: ['GA4 *'] } },
      },
      consent: {
        'defaults-on-page': 'denied',
        gates: [{ cookie: 'choice', value: 3, category: ['statistics', 'marketing'] }],
      },
      vendors: { exempt: ['matomo'], allow: ['meta', 'cdn.example.com'], deny: ['tiktok'] },
      suppressions: [
        { rule: 'gtm/paused-tag', entity: 'Old pixel', reason: 'kept for the autumn', until: '2027-01-31' },
        {
          rule: ['gtm/unused-entity', 'suppression/unused'],
          entity: 'Old trigger',
          file: 'GTM-*.json',
          reason: 'shared',
        },
      ],
      ignore: ['old/'],
    });
  });

  it.each(['', '# nothing\n', '---\n', '{}'])('takes %j for an empty configuration', (text) => {
    expect(parseConfig(text, 'c.yml')).toEqual({});
  });

  it.each([
    [
      'rules:\n  consent/noscript-becon: off\n',
      /^c\.yml:2:3: there is no rule .*did you mean consent\/noscript-beacon\?/,
    ],
    ['rules:\n  hygiene/duplicate-pixel: warn\n', /^c\.yml:2:28: .*"warn", expected off, note, warning or error/],
    ['rules:\n  gtm/paused-tag: [note]\n', /^c\.yml:2:19: .*expected off, note, warning or error/],
    ['rules:\n  gtm/paused-tag: { severity: of }\n', /^c\.yml:2:31: .*\.severity is "of", .*did you mean off\?/],
    ['rules:\n  gtm/paused-tag: { severty: off }\n', /^c\.yml:2:21: "severty" is no key .*did you mean severity\?/],
    [
      'rules:\n  gtm/naming-scheme:\n    options: { tagg: [a] }\n',
      /^c\.yml:3:16: "tagg" is no key of rules\.gtm\/naming-scheme\.options \(did you mean tag\?\)/,
    ],
    ['rules:\n  gtm/naming-scheme:\n    options: { tag: a }\n', /^c\.yml:3:21: .*options\.tag: expected a list/],
    ['site:\n  sector: farmacy\n', /^c\.yml:2:11: site\.sector is "farmacy", .*did you mean pharmacy\?/],
    ['site:\n  sektor: pharmacy\n', /^c\.yml:2:3: "sektor" is no key of site \(did you mean sector\?\)/],
    ['site: pharmacy\n', /^c\.yml:1:7: site: expected keys with values/],
    ['site: {}\nignroe: [a]\n', /^c\.yml:2:1: "ignroe" is no key of the configuration \(did you mean ignore\?\)/],
    [
      'overrides:\n  - { files: [a], rules: { gtm/pausd-tag: off } }\n',
      /^c\.yml:2:28: there is no rule "gtm\/pausd-tag" \(did you mean gtm\/paused-tag\?\)/,
    ],
    ['overrides:\n  - { file: [a], rules: {} }\n', /"file" is no key of overrides\.0 \(did you mean files\?\)/],
    [
      'suppressions:\n  - { rule: gtm/pausd-tag, entity: a, reason: b }\n',
      /^c\.yml:2:13: there is no rule "gtm\/pausd-tag" \(did you mean gtm\/paused-tag\?\)/,
    ],
    [
      'suppressions:\n  - { rule: [gtm/paused-tag, gtm/x], entity: a, reason: b }\n',
      /^c\.yml:2:13: there is no rule "gtm\/x"/,
    ],
    [
      'suppressions:\n  - { rule: gtm/paused-tag, entity: a }\n',
      /^c\.yml:2:5: suppressions\.0\.reason: expected a text/,
    ],
    ["suppressions:\n  - { rule: gtm/paused-tag, entity: a, reason: ' ' }\n", /^c\.yml:2:48: .*reason is empty/],
    [
      'suppressions:\n  - { rule: gtm/paused-tag, entity: a, reason: b, untill: 2027-01-31 }\n',
      /^c\.yml:2:51: "untill" is no key of suppressions\.0 \(did you mean until\?\)/,
    ],
    [
      'suppressions:\n  - { rule: gtm/paused-tag, entity: a, reason: b, until: 31.1.2027 }\n',
      /^c\.yml:2:58: suppressions\.0\.until is no day, written as 2027-01-31/,
    ],
    ['ignore: old\n', /^c\.yml:1:9: ignore: expected a list/],
    ['ignore: [1]\n', /^c\.yml:1:10: ignore\.0: expected a text/],
    ["ignore: ['']\n", /^c\.yml:1:10: ignore\.0 is empty/],
    ['vendors:\n  exempt: [matmo]\n', /^c\.yml:2:12: .*no vendor "matmo" \(did you mean matomo\?\)/],
    ['vendors:\n  allow: [matomo, hotjr]\n', /^c\.yml:2:19: .*no vendor "hotjr" \(did you mean hotjar\?\); docs\//],
    ['vendors:\n  deny: ["*.hotjar.com"]\n', /^c\.yml:2:10: .*"\*\.hotjar\.com" is no host such as cdn/],
    ['vendors:\n  deny: [https://hotjar.com/x.js]\n', /is no host such as/],
    ['vendors:\n  deny: [1]\n', /^c\.yml:2:10: vendors\.deny\.0: expected the id of a vendor, or a host/],
    ['vendors:\n  allow: matomo\n', /^c\.yml:2:10: vendors\.allow: expected a list/],
    ['vendors:\n  alow: []\n', /"alow" is no key of vendors \(did you mean allow\?\)/],
    ['consent: { defaults-on-page: yes }\n', /^c\.yml:1:30: .*expected denied or granted/],
    ['rules: [\n', /^c\.yml:\d+:\d+: /],
    ['- a\n', /^c\.yml:1:1: the configuration: expected keys with values/],
    ['site: {}\nignore: *nothing\n', /^c\.yml:2:9: there is no anchor &nothing/],
    ['site: {}\nsite: {}\n', /^c\.yml:2:1: /],
  ])('refuses %j with its place', (text, message) => {
    expect(messageFor(text)).toMatch(message);
  });

  it.each([
    ['- category: marketing', /^c\.yml:3:7: consent\.gates\.0 names no gate, expected one of expression, event/],
    ['- { cookie: a, event: b, category: marketing }', /^c\.yml:3:17: .*write event and cookie as two gates/],
    ['- { cookie: a }', /^c\.yml:3:7: consent\.gates\.0\.category is missing: .*marketing/],
    ['- { cookie: a, category: ads }', /^c\.yml:3:30: .*"ads", expected necessary, .*did you mean marketing\?/],
    ['- { cookie: a, category: [marketing, analytics] }', /"analytics", .*did you mean statistics\?/],
    ['- { cookie: a, category: marketting }', /did you mean marketing\?/],
    ['- { cookie: a, category: [] }', /category is empty/],
    ['- { expresion: a, category: marketing }', /^c\.yml:3:9: "expresion" is no key .*did you mean expression\?/],
    ['- { expression: "a.b = 1", category: marketing }', /^c\.yml:3:21: .*expression assigns with =; compare with ==/],
    ['- { expression: "f(a", category: marketing }', /has a \( without its partner/],
    ['- { expression: "f(\'a)", category: marketing }', /has a ' without its partner/],
    ['- { expression: "() => a", category: marketing }', /expression is code/],
    ['- { expression: "true", category: marketing }', /expression asks nothing/],
    ['- { expression: "{%  %}", category: marketing }', /expression is empty/],
    ['- { expression: "a && (b || c)", category: marketing }', /joins its parts in too many ways/],
    ['- { expression: a, value: b, category: marketing }', /value does not go with expression; compare in the/],
    ['- { expression: a, path: b, category: marketing }', /path does not go with expression/],
    ['- { event: scroll, category: marketing }', /event is "scroll", which comes for every visitor/],
    ['- { event: "addEventListener(\'click\', f)", category: marketing }', /event is "click", which comes for every/],
    ['- { event: "bus.on(NAME)", category: marketing }', /event has no name of an event in its brackets/],
    ['- { event: a, value: b, category: marketing }', /value says what a member of the event is: add path/],
    ['- { event: "f(a)", path: b, category: marketing }', /path goes with the name of an event/],
    ['- { attribute: "a b", category: marketing }', /attribute is no attribute/],
    ['- { attribute: type, category: marketing }', /attribute is type: name the attribute that says/],
    ['- { attribute: class, category: marketing }', /attribute is class: name the class too/],
    ['- { attribute: "data-a=b", value: c, category: marketing }', /value is there twice/],
    ['- { cookie: a, value: [1], category: marketing }', /value is \[1\], expected a text, a number, true or false/],
    [
      '- { cookie: a, category: marketing }\n    - { cookie: a, category: statistics }',
      /^c\.yml:4:17: consent\.gates\.1\.cookie is the same gate as consent\.gates\.0/,
    ],
    [
      '- { expression: "f(\'a\')", category: marketing }\n    - { expression: \'f("a")\', category: marketing }',
      /same gate/,
    ],
  ])('refuses the gate %j', (gate, message) => {
    expect(messageFor(`consent:\n  gates:\n    ${gate}\n`)).toMatch(message);
  });

  it('names every mistake', () => {
    const lines = messageFor('site: { sector: x, regime: y }\nignored: []\n').split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['c.yml:1:17:', 'c.yml:1:28:', 'c.yml:2:1:']);
  });

  it('refuses aliases that multiply', () => {
    const levels = Array.from({ length: 12 }, (_, index) => {
      const inner =
        index === 0
          ? 'x'
          : Array(9)
              .fill(`*a${index - 1}`)
              .join(', ');
      return `a${index}: &a${index} [${inner}]`;
    });
    expect(messageFor(levels.join('\n'))).toMatch(/^c\.yml:/);
  });

  it('reads or refuses any text, and always with a place', () => {
    const word = fc.constantFrom(
      'site',
      'rules',
      'ignore',
      ':',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '"',
      'x',
      '<<',
      '!!js',
      '1',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const message = messageFor(text);
          expect(message === '' || /^c\.yml:\d+:\d+: ./.test(message)).toBe(true);
        },
      ),
    );
  });
});
