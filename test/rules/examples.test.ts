import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../src/generated/ids.ts';
import { lintExample, rangeOf, readPage } from './pages.ts';

/** A marked or flagged text, short enough to be read in a failure. */
function shown(text: string, { start, end }: { start: number; end: number }): string {
  const line = text.slice(0, start).split('\n').length;
  return `${line}: ${text.slice(start, end)}`;
}

describe.each(ruleIds)('%s', (id) => {
  const page = readPage(id);

  it.each(
    page.examples.filter(({ section }) => section === 'Incorrect').map((example) => [example.line, example] as const),
  )('finds what line %i marks', async (_, example) => {
    expect(example.expected, 'an incorrect example marks what is reported').not.toEqual([]);
    const findings = (await lintExample(example, id)).filter(({ rule }) => rule === id);
    const found = findings.map((finding) => rangeOf(finding, example.text));
    expect(found.map((range) => shown(example.text, range))).toEqual(
      example.expected.map((range) => shown(example.text, range)),
    );
    expect(found).toEqual(example.expected);
    if (example.severity !== undefined) {
      expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set([example.severity]));
    }
  });

  it.each(
    page.examples.filter(({ section }) => section === 'Correct').map((example) => [example.line, example] as const),
  )('is silent on line %i', async (_, example) => {
    expect(example.expected, 'a correct example marks nothing').toEqual([]);
    const findings = await lintExample(example, id);
    const unwanted = findings.filter(
      ({ rule, severity }) =>
        !example.also.includes(rule) && (rule === id || severity === 'error' || rule.endsWith('-error')),
    );
    expect(unwanted.map(({ rule, line, message }) => `${rule} ${line}: ${message}`)).toEqual([]);
  });
});
