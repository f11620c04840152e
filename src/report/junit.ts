import type { Finding, LintResult } from '../model/finding.ts';
import { byFile } from './causes.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions } from './options.ts';
import { placeWithin } from './place.ts';
import { lookedAt } from './summary.ts';
import { attribute, xmlText } from './xml.ts';

/**
 * The XML of JUnit, which every build server shows: a suite for each file with findings, a test case for each finding.
 * Errors and warnings are failures, notes are tests that pass and say something. A run without findings is one test that
 * passed. Ends with a line end.
 */
export function junit(result: LintResult, { showValues }: Pick<ReportOptions, 'showValues'>): string {
  const shown = showValues ? result : maskResult(result);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const all = shown.findings.length === 0 ? 1 : shown.findings.length;
  lines.push(`<testsuites${attribute('name', 'taglint')}${counts(all, shown.findings)}>`);
  for (const [file, findings] of byFile(shown.findings)) {
    lines.push(`  <testsuite${attribute('name', file)}${counts(findings.length, findings)}>`);
    lines.push(...findings.flatMap(testCase), '  </testsuite>');
  }
  if (shown.findings.length === 0) {
    lines.push(
      `  <testsuite${attribute('name', 'taglint')}${counts(1, [])}>`,
      `    <testcase${attribute('name', 'no findings')}${attribute('classname', 'taglint')}${attribute('time', 0)}>`,
      `      <system-out>${xmlText(lookedAt(shown).join(' '))}</system-out>`,
      '    </testcase>',
      '  </testsuite>',
    );
  }
  lines.push('</testsuites>');
  return `${lines.join('\n')}\n`;
}

function counts(tests: number, findings: readonly Finding[]): string {
  const failures = findings.filter(isFailure).length;
  return attribute('tests', tests) + attribute('failures', failures) + attribute('errors', 0) + attribute('time', 0);
}

function isFailure({ severity }: Finding): boolean {
  return severity !== 'note';
}

function testCase(finding: Finding): string[] {
  const { rule, file, line, column, severity, message } = finding;
  const name = attribute('name', `${rule} (${line}:${column})`) + attribute('classname', file);
  const open = `    <testcase${name}${attribute('file', file)}${attribute('line', line)}${attribute('time', 0)}>`;
  const details = xmlText(detailsOf(finding));
  const body = isFailure(finding)
    ? `<failure${attribute('type', severity)}${attribute('message', message)}>${details}</failure>`
    : `<system-out>${xmlText(message)} ${details}</system-out>`;
  return [open, `      ${body}`, '    </testcase>'];
}

/** Place, evidence and remedy on one line: build servers show it as it stands. */
function detailsOf(finding: Finding): string {
  const { file, line, column, trail, remedy } = finding;
  const within = placeWithin(finding);
  return [
    `${file}:${line}:${column}${within === '' ? '' : ` in ${within}`}.`,
    ...trail.map((step, index) => `${index + 1}. ${step.message} (${step.file}:${step.line}:${step.column})`),
    ...(remedy === undefined ? [] : [`Fix: ${remedy}`]),
  ].join(' ');
}
