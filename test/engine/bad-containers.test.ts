import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { containerText, onEvent, tag, variable } from '../extract/gtm/build.ts';
import { mutate, picks } from '../extract/gtm/mutate.ts';
import { type Found, lintAll } from './embedded.ts';

const PIXEL = "<script>fbq('init', '1234567890123456'); fbq('track', 'PageView');</script>";
const GOOD = containerText({
  tags: [
    tag('GA4', 'googtag', { tagId: '{{Id}}' }),
    tag('Meta', 'html', { html: PIXEL }, { firingTriggerId: ['1'], setupTag: [{ tagName: 'GA4' }] }),
  ],
  triggers: [onEvent('1', 'purchase')],
  variables: [variable('Id', 'c', { value: 'G-ABCDEF1' })],
});

const lint = (text: string): Promise<Found> => lintAll({ 'container.json': text });

async function parseError(text: string): Promise<string> {
  const { findings } = await lint(text);
  const [found, ...others] = findings;
  expect(others).toEqual([]);
  expect(found).toMatchObject({ rule: 'parse-error', severity: 'error', certainty: 'certain' });
  return `${found?.line}:${found?.column} ${found?.message}`;
}

describe('a text that is no container', () => {
  it.each([
    ['ends too early', GOOD.slice(0, -3), /the text ends inside an object/],
    ['has a comma too many', GOOD.replace(/\n {2}\}\n\}$/, ',\n  }\n}'), /expected a key in double quotes, found "}"/],
    ['has single quotes', GOOD.replace('"GA4"', "'GA4'"), /expected a value, found "'"/],
    ['has a comment', GOOD.replace('"trigger":', '/* ours */ "trigger":'), /found "\/"/],
    ['is two containers', `${GOOD}\n${GOOD}`, /text after the end of the JSON value/],
    [
      'is an error page',
      `<!doctype html><title>502</title><script>var a = {"b": 1};</script>${GOOD}`,
      /^1:1 .*this is markup, not JSON/,
    ],
  ])('is a finding with its place where it %s', async (_, text, message) => {
    expect(await parseError(text)).toMatch(message);
  });

  it('is told by line and column', async () => {
    expect(await parseError(`${GOOD.slice(0, GOOD.indexOf('"GA4"'))}}`)).toMatch(/^\d+:\d+ /);
  });
});

describe('what stands before and after the JSON', () => {
  it.each([
    ['a byte order mark', `\uFEFF${GOOD}`],
    ['a comment', `// exported by the shop\n${GOOD}`],
    ['words', `I'm the container of the shop: ${GOOD}`],
    ['an assignment', `var container = ${GOOD};`],
  ])('changes nothing: %s', async (_, text) => {
    const rules = ({ findings }: Found): string[] => findings.map(({ rule, entity }) => `${rule} ${entity}`);
    expect(rules(await lint(text))).toEqual(rules(await lint(GOOD)));
  });
});

/** Rules with the names of the entities. */
const said = ({ findings }: Found): string[] => findings.map(({ rule, entity }) => `${rule} ${entity ?? ''}`.trim());

describe('names and ids', () => {
  it('that stand twice hide nothing', async () => {
    const text = containerText({
      tags: [
        tag('Same', 'html', { html: PIXEL }, { tagId: '1' }),
        tag('Same', 'html', { html: PIXEL.replaceAll('1234567890123456', '6543210987654321') }, { tagId: '1' }),
      ],
      triggers: [onEvent('1', 'a'), onEvent('1', 'b')],
      variables: [variable('V', 'c', { value: 'a' }), variable('V', 'c', { value: 'b' })],
    });
    const found = said(await lint(text)).filter((text) => text.startsWith('consent/'));
    expect(found).toEqual(['consent/fires-before-consent Same', 'consent/fires-before-consent Same']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may be %s', async (name) => {
    const text = containerText({
      tags: [
        tag(name, 'html', { html: `<script>fbq('init', '{{${name}}}');</script>` }, { firingTriggerId: [name] }),
        tag('Next', name, {}, { setupTag: [{ tagName: name }], parentFolderId: name }),
      ],
      triggers: [{ ...onEvent(name, 'a'), name }],
      variables: [variable(name, 'v', { name })],
    });
    const { findings } = await lint(text);
    expect(findings.filter(({ rule }) => rule === 'internal-error')).toEqual([]);
    expect(findings.find(({ rule }) => rule === 'consent/fires-before-consent')?.entity).toBe(name);
    // The reference to the folder is the only one that leads nowhere.
    expect(findings.filter(({ rule }) => rule === 'gtm/undefined-reference').length).toBeLessThanOrEqual(1);
  });

  it('may be keys of the document', async () => {
    const text = GOOD.replace(
      '"containerVersion": {',
      '"__proto__": { "tag": [] }, "containerVersion": { "__proto__": 1, "constructor": {}, ',
    );
    expect(said(await lint(text))).toEqual(said(await lint(GOOD)));
  });

  it('of any length and with any characters are shown by their beginning', async () => {
    const name = '\u202E\u0007\u001B[31mA'.repeat(1200);
    const { findings } = await lint(containerText({ tags: [tag(name, 'html', { html: PIXEL })] }));
    expect(findings.length).toBeGreaterThan(0);
    for (const { message, entity, trail, path } of findings) {
      const texts = [entity ?? '', ...trail.map((step) => step.message), ...path.map(({ label }) => label)];
      expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(1000);
      expect(message.length).toBeLessThan(2000);
    }
  });
});

describe('circles', () => {
  it.each<readonly [string, string]>([
    [
      'variables',
      containerText({
        tags: [tag('A', 'googtag', { tagId: '{{X}}' })],
        variables: [variable('X', 'c', { value: '{{Y}}' }), variable('Y', 'c', { value: '{{X}}' })],
      }),
    ],
    [
      'tables',
      containerText({
        tags: [tag('A', 'googtag', { tagId: '{{X}}' })],
        variables: [variable('X', 'smm', { input: '{{X}}', map: [{ key: '{{X}}', value: '{{X}}' }] })],
      }),
    ],
    [
      'sequences',
      containerText({
        tags: [
          tag('A', 'googtag', { tagId: 'G-1' }, { setupTag: [{ tagName: 'B' }] }),
          tag('B', 'googtag', { tagId: 'G-1' }, { setupTag: [{ tagName: 'A' }], teardownTag: [{ tagName: 'B' }] }),
        ],
      }),
    ],
    [
      'groups',
      containerText({
        tags: [tag('A', 'googtag', { tagId: 'G-1' }, { firingTriggerId: ['g'] })],
        triggers: [
          {
            triggerId: 'g',
            name: 'g',
            type: 'TRIGGER_GROUP',
            parameter: [{ key: 'triggerIds', list: [{ value: 'h' }] }],
          },
          {
            triggerId: 'h',
            name: 'h',
            type: 'TRIGGER_GROUP',
            parameter: [{ key: 'triggerIds', list: [{ value: 'g' }] }],
          },
        ],
      }),
    ],
    ['zones', containerText({ zones: [{ zoneId: '1', name: 'Z', childContainer: [{ publicId: 'GTM-TEST' }] }] })],
  ])('of %s end', async (_, text) => {
    const { findings } = await lint(text);
    expect(findings.filter(({ rule }) => rule === 'internal-error' || rule === 'parse-error')).toEqual([]);
  });
});

describe('size', () => {
  const count = 100_000;
  const numbers = Array.from({ length: count }, (_, index) => index);

  it('of lists that nest a hundred thousand times hides no other tag', async () => {
    const nested = `${'[{"key":"a","type":"LIST","list":'.repeat(count)}[]${'}]'.repeat(count)}`;
    const text = GOOD.replace(
      '"tag": [',
      `"tag": [ { "tagId": "9", "name": "Deep", "type": "html", "parameter": ${nested} },`,
    );
    expect(said(await lint(text))).toEqual(expect.arrayContaining(said(await lint(GOOD))));
    const bare = GOOD.replace('"tag": [', `"tag": [ ${'['.repeat(count)}${']'.repeat(count)},`);
    expect(said(await lint(bare))).toEqual(said(await lint(GOOD)));
  });

  it('of an expression hides no tag', async () => {
    const patterns = [
      `${'('.repeat(50_000)}a${')'.repeat(50_000)}`,
      `(${numbers
        .slice(0, 9000)
        .map((n) => `(a+)+x${n}`)
        .join('|')})`,
    ];
    for (const pattern of patterns) {
      const text = containerText({
        tags: [tag('Meta', 'html', { html: PIXEL }, { firingTriggerId: ['1'] }), tag('Other', 'html', { html: PIXEL })],
        triggers: [onEvent('1', `/${pattern}/`)],
      });
      expect(said(await lint(text))).toContain('consent/fires-before-consent Other');
    }
  });

  it('of minified code in one tag hides no other tag', async () => {
    const code = '!function(e,t){var n=e.a||{};n.b=function(){return t.c(1)+2}}(window,{c:function(x){return x}});';
    const text = containerText({
      tags: [
        tag('Large', 'html', { html: `<script>${code.repeat(11_000)}fbq('track','X');</script>` }),
        tag('Meta', 'html', { html: PIXEL }),
      ],
    });
    expect(said(await lint(text))).toContain('consent/fires-before-consent Meta');
  });
});

describe('wrong types anywhere', () => {
  it('make no error in the linter, and findings with places in the text', async () => {
    const text = picks.map((given) => mutate(GOOD, given, 1));
    await fc.assert(
      fc.asyncProperty(text, async (changed) => {
        const { findings } = await lint(changed);
        for (const one of findings) expectPlace(one, changed);
      }),
      { numRuns: 150 },
    );
  });
});

function expectPlace({ rule, line, column, endLine, endColumn }: Finding, text: string): void {
  expect(rule).not.toBe('internal-error');
  const lines = text.split('\n');
  expect(line).toBeGreaterThanOrEqual(1);
  expect(endLine).toBeLessThanOrEqual(lines.length);
  expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
  expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1]?.length ?? 0) + 1);
  expect(line * 1e6 + column).toBeLessThanOrEqual(endLine * 1e6 + endColumn);
}
