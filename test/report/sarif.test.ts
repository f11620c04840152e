import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { LintResult } from '../../src/model/finding.ts';
import { type SarifOptions, sarif } from '../../src/report/sarif.ts';
import { LineIndex } from '../../src/text/line-index.ts';
import { hostileResult, UNSAFE_IN_TERMINAL } from './hostile.ts';
import { finding, result } from './sample.ts';

const require = createRequire(import.meta.url);
const schema: object = JSON.parse(
  readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
);
const ajv = new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile<Log>(schema);

const rule = {
  id: 'consent/fires-before-consent',
  title: 'A tracker can run',
  severity: 'error',
  law: ['GDPR-6'],
  page: '# A tracker\n\nWhy.',
} as const;

function render(value: LintResult, over: Partial<SarifOptions> = {}): string {
  const linesOf = () => new LineIndex('<script>\n  fbq();\n</script>\n');
  return sarif(value, { showValues: false, linesOf, rules: [rule], complete: true, ...over });
}

function parse(text: string): Log {
  const log: unknown = JSON.parse(text);
  if (!validate(log)) throw new Error(ajv.errorsText(validate.errors));
  return log;
}

function run(value: LintResult, over: Partial<SarifOptions> = {}) {
  const [first] = parse(render(value, over)).runs;
  if (!first) throw new Error('no run');
  return { ...first, results: first.results ?? [] };
}

function only(value: LintResult): Result {
  const [first] = run(value).results;
  if (!first) throw new Error('no result');
  return first;
}

describe('sarif', () => {
  it('is valid without findings and says that the run was whole', () => {
    expect(run(result([]))).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
    expect(run(result([]), { complete: false }).invocations).toMatchObject([{ executionSuccessful: false }]);
  });

  it('has the rules that found something, with their pages', () => {
    const { tool, results } = run(result([finding({ rule: 'parse-error' }), finding()]));
    expect(tool.driver.rules).toMatchObject([
      {
        id: rule.id,
        name: 'ConsentFiresBeforeConsent',
        shortDescription: { text: rule.title },
        help: { text: rule.page, markdown: rule.page },
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['privacy', 'consent'], law: ['GDPR-6'] },
      },
      { id: 'parse-error', shortDescription: { text: 'parse-error' } },
    ]);
    expect(results.map(({ ruleIndex }) => ruleIndex)).toEqual([1, 0]);
  });

  it('has place, remedy, level and a fingerprint that code scanning compares by', () => {
    expect(only(result([finding({ severity: 'warning', remedy: 'Do it.', fingerprint: 'f' })]))).toMatchObject({
      level: 'warning',
      message: { text: 'The pixel sends an event on a first visit. Do it.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'page.html' },
            region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 27 },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: 'f', 'taglint/v1': 'f' },
    });
  });

  it('has the evidence as a code flow, through files', () => {
    const trail = [
      { message: 'loaded here', file: 'page.html', line: 1, column: 1 },
      { message: 'called from', file: 'js/a.js', line: 7, column: 2 },
    ];
    const [flow] = only(result([finding({ trail })])).codeFlows ?? [];
    const places = flow?.threadFlows[0]?.locations.map(({ location }) => location);
    expect(places).toMatchObject([
      { message: { text: 'loaded here' }, physicalLocation: { artifactLocation: { uri: 'page.html' } } },
      {
        message: { text: 'called from' },
        physicalLocation: { artifactLocation: { uri: 'js/a.js' }, region: { startLine: 7, startColumn: 2 } },
      },
    ]);
  });

  it('names the inner places of a nested finding', () => {
    const path = [
      { label: 'tag "Meta"', line: 1, column: 1 },
      { label: 'html', line: 7, column: 3 },
    ];
    const { locations, relatedLocations } = only(result([finding({ folder: 'Ads', path })]));
    expect(locations?.[0]?.logicalLocations).toMatchObject([
      { name: 'tag "Meta"', fullyQualifiedName: 'folder "Ads" › tag "Meta"' },
      { name: 'html', fullyQualifiedName: 'folder "Ads" › tag "Meta" › html', properties: { line: 7, column: 3 } },
    ]);
    expect(relatedLocations?.[0]?.message?.text).toBe('folder "Ads" › tag "Meta" › html › line 7:3');
  });

  it('has fixes as lines and columns, or as offsets where the text is not at hand', () => {
    const fix = { message: 'take it out', edits: [{ start: 11, end: 17, text: '' }] };
    const value = result([finding({ fix })]);
    expect(only(value).fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
      { deletedRegion: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 }, insertedContent: { text: '' } },
    ]);
    const [bare] = run(value, { linesOf: () => undefined }).results;
    expect(bare?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.deletedRegion).toEqual({
      charOffset: 11,
      charLength: 6,
    });
  });

  it('says what was skipped', () => {
    const { invocations } = run(result([], { skipped: [{ file: 'a b.json', reason: 'too large' }] }));
    expect(invocations?.[0]?.toolExecutionNotifications).toMatchObject([
      {
        message: { text: 'Not looked at: too large' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b.json' } } }],
      },
    ]);
  });

  it.each([
    ['a b/ö#1?.html', 'a%20b/%C3%B6%231%3F.html'],
    ['./a.html', 'a.html'],
    ['../up.html', '../up.html'],
    ['/srv/a.html', 'file:///srv/a.html'],
    ['c:d.html', 'c%3Ad.html'],
    ['-a\n.html', '-a%0A.html'],
    ['\ud800.html', '%EF%BF%BD.html'],
    ['<stdin>', '%3Cstdin%3E'],
  ])('writes %j as %s', (file, uri) => {
    expect(only(result([finding({ file })])).locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });

  it('masks values unless told otherwise', () => {
    const value = result([finding({ message: "em: 'anna@example.se'" })]);
    expect(render(value)).not.toContain('anna@');
    expect(render(value, { showValues: true })).toContain('anna@example.se');
  });

  it('stays valid, safe for a terminal and free of links, whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileResult, (value) => {
        const text = render(value);
        expect(text).not.toMatch(UNSAFE_IN_TERMINAL);
        const { results = [] } = parse(text).runs[0] ?? {};
        expect(results).toHaveLength(3);
        for (const { message } of results) expect(message.text).not.toMatch(/\]\(/);
      }),
    );
  });
});
