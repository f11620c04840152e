import fc from 'fast-check';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agent } from '../../src/report/agent.ts';
import { checkstyle } from '../../src/report/checkstyle.ts';
import { github } from '../../src/report/github.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { junit } from '../../src/report/junit.ts';
import { rdjson } from '../../src/report/rdjson.ts';
import { LineIndex } from '../../src/text/line-index.ts';
import { hostileResult, UNSAFE_IN_TERMINAL } from './hostile.ts';
import { finding, result } from './sample.ts';

const masked = { showValues: false, linesOf: () => new LineIndex('<p>\nåä fbq();\n') };

/** Every element of a document of XML 1.0. @throws Error where it is not well-formed */
function elements(text: string): SaxesTagPlain[] {
  const found: SaxesTagPlain[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => found.push(tag));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return found;
}

const named = (text: string, name: string) => elements(text).filter((element) => element.name === name);

const sample = result([
  finding({ message: 'a "b" <c> & d', remedy: 'Do it.', path: [{ label: 'tag "X"', line: 3, column: 1 }] }),
  finding({ file: 'b c.html', severity: 'note', line: 7, endLine: 9 }),
  finding({ severity: 'warning', cause: 'c', trail: [{ message: 'why', file: 'x.js', line: 4, column: 2 }] }),
  finding({ severity: 'warning', cause: 'c', line: 5 }),
]);

describe('checkstyle', () => {
  it('has the findings by file', () => {
    const text = checkstyle(sample, masked);
    expect(named(text, 'file').map(({ attributes }) => attributes.name)).toEqual(['page.html', 'b c.html']);
    expect(named(text, 'error').map(({ attributes }) => attributes)).toMatchObject([
      {
        line: '2',
        column: '3',
        severity: 'error',
        message: 'a "b" <c> & d',
        source: 'taglint.consent/fires-before-consent',
      },
      { severity: 'warning' },
      { severity: 'warning', line: '5' },
      { severity: 'info', line: '7' },
    ]);
  });

  it('is XML whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileResult, (value) => {
        const text = checkstyle(value, masked);
        expect(text).not.toMatch(UNSAFE_IN_TERMINAL);
        expect(named(text, 'error')).toHaveLength(3);
      }),
    );
  });
});

describe('junit', () => {
  it('has a failure for errors and warnings, and notes that pass', () => {
    const text = junit(sample, masked);
    expect(elements(text)[0]).toMatchObject({ name: 'testsuites', attributes: { tests: '4', failures: '3' } });
    expect(named(text, 'testcase')).toHaveLength(4);
    expect(named(text, 'failure').map(({ attributes }) => attributes.type)).toEqual(['error', 'warning', 'warning']);
    expect(text).toContain('1. why (x.js:4:2)');
  });

  it('has one test that passed for a run without findings', () => {
    const text = junit(result([]), masked);
    expect(elements(text)[0]).toMatchObject({ attributes: { tests: '1', failures: '0' } });
    expect(named(text, 'testcase')).toHaveLength(1);
    expect(text).toContain('Looked at 3 files');
  });

  it('is XML whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileResult, (value) => {
        const text = junit(value, masked);
        expect(text).not.toMatch(UNSAFE_IN_TERMINAL);
        expect(named(text, 'testcase')).toHaveLength(3);
      }),
    );
  });
});

describe('gitlab', () => {
  const report = z.array(
    z.strictObject({
      description: z.string(),
      check_name: z.string(),
      fingerprint: z.string().min(1),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({
        path: z.string(),
        lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1) }),
      }),
    }),
  );

  it('has what the code quality report asks for', () => {
    const list = report.parse(JSON.parse(gitlab(sample, masked)));
    expect(list[0]).toMatchObject({
      description: 'a "b" <c> & d Do it.',
      severity: 'major',
      location: { path: 'page.html' },
    });
    expect(list[1]).toMatchObject({ severity: 'info', location: { path: 'b c.html', lines: { begin: 7, end: 9 } } });
  });

  it('keeps its form whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileResult, (value) => {
        const text = gitlab(value, masked);
        expect(text).not.toMatch(UNSAFE_IN_TERMINAL);
        expect(new Set(report.parse(JSON.parse(text)).map(({ fingerprint }) => fingerprint)).size).toBe(3);
      }),
    );
  });
});

describe('rdjson', () => {
  it('counts columns in bytes', () => {
    const fix = { message: 'f', edits: [{ start: 7, end: 12, text: '' }] };
    const value = result([finding({ column: 4, endColumn: 9, fix })]);
    expect(JSON.parse(rdjson(value, masked))).toMatchObject({
      source: { name: 'taglint' },
      diagnostics: [
        {
          location: { path: 'page.html', range: { start: { line: 2, column: 6 }, end: { line: 2, column: 11 } } },
          severity: 'ERROR',
          code: { value: 'consent/fires-before-consent' },
          suggestions: [{ range: { start: { line: 2, column: 6 }, end: { line: 2, column: 11 } }, text: '' }],
        },
      ],
    });
    expect(JSON.parse(rdjson(value, { ...masked, linesOf: () => undefined }))).toMatchObject({
      diagnostics: [{ location: { range: { start: { line: 2 } } } }],
    });
  });

  it('is safe for a terminal whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileResult, (value) => {
        const text = rdjson(value, masked);
        expect(text).not.toMatch(UNSAFE_IN_TERMINAL);
        expect(JSON.parse(text)).toMatchObject({ diagnostics: [{}, {}, {}] });
      }),
    );
  });
});

describe('github', () => {
  it('annotates the first of each cause before the others, and counts', () => {
    expect(github(sample, masked).split('\n')).toEqual([
      '::error file=page.html,line=2,endLine=2,col=3,endColumn=27,title=consent/fires-before-consent::a "b" <c> & d In tag "X" › line 3:1. Do it.',
      '::warning file=page.html,line=2,endLine=2,col=3,endColumn=27,title=consent/fires-before-consent::The pixel sends an event on a first visit.',
      '::notice file=b c.html,line=7,endLine=9,title=consent/fires-before-consent::The pixel sends an event on a first visit.',
      '::warning file=page.html,line=5,endLine=2,title=consent/fires-before-consent::The pixel sends an event on a first visit.',
      '::notice title=taglint::1 error, 2 warnings, 1 note. Looked at 3 files, 1 of them with something to judge.',
      '',
    ]);
  });

  it('escapes what separates and what ends a command', () => {
    const [line] = github(result([finding({ file: 'a,b:c%\n.html', message: '100% ::error::\n' })]), masked).split(
      '\n',
    );
    expect(line).toContain('file=a%2Cb%3Ac%25%0A.html,');
    expect(line).toMatch(/::100%25 ::error::\\n$/);
  });

  it('has nothing but commands of its own whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileResult, (value) => {
        const text = github(value, masked);
        expect(text).not.toMatch(UNSAFE_IN_TERMINAL);
        const lines = text.trimEnd().split('\n');
        expect(lines).toHaveLength(4);
        for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) /);
        for (const line of lines.slice(0, 3)) {
          const keys = line
            .replace(/^::\w+ /, '')
            .split('::')[0]
            ?.split(',')
            .map((pair) => pair.split('=')[0]);
          expect(keys).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
        }
      }),
    );
  });
});

describe('agent', () => {
  it('has evidence and remedy at the first of a cause', () => {
    expect(agent(sample, masked).split('\n')).toEqual([
      'page.html:2:3 error consent/fires-before-consent a "b" <c> & d | in tag "X" › line 3:1 | fix: Do it.',
      'page.html:2:3 warning consent/fires-before-consent The pixel sends an event on a first visit. | why: why (x.js:4:2)',
      'page.html:5:3 warning consent/fires-before-consent The pixel sends an event on a first visit. | same cause as 2:3',
      'b c.html:7:3 note consent/fires-before-consent The pixel sends an event on a first visit.',
      '1 error, 2 warnings, 1 note. Looked at 3 files, 1 of them with something to judge.',
      '',
    ]);
  });

  it('keeps to its lines whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileResult, (value) => {
        const text = agent(value, masked);
        expect(text).not.toMatch(UNSAFE_IN_TERMINAL);
        expect(text.split('\n')).toHaveLength(5);
      }),
    );
  });
});

describe('masking', () => {
  const value = result([
    finding({
      message: "em: 'anna@example.se'",
      excerpt: 'anna@example.se',
      remedy: 'not anna@example.se',
      entity: 'anna@example.se',
      trail: [{ message: 'anna@example.se', file: 'a', line: 1, column: 1 }],
    }),
  ]);
  it.each(Object.entries({ agent, checkstyle, github, gitlab, junit, rdjson }))('holds in %s', (_, format) => {
    expect(format(value, masked)).not.toContain('anna@');
    expect(format(value, { ...masked, showValues: true })).toContain('anna@example.se');
  });
});
