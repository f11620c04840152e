import type { LintResult, Severity } from '../model/finding.ts';
import { byFile } from './causes.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions } from './options.ts';
import { attribute } from './xml.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'info' };

/** The XML of Checkstyle, which many build servers read. Ends with a line end. */
export function checkstyle(result: LintResult, { showValues }: Pick<ReportOptions, 'showValues'>): string {
  const { findings } = showValues ? result : maskResult(result);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">'];
  for (const [file, list] of byFile(findings)) {
    lines.push(`  <file${attribute('name', file)}>`);
    for (const { line, column, severity, message, rule } of list) {
      const place = attribute('line', line) + attribute('column', column);
      const what = attribute('severity', SEVERITY[severity]) + attribute('message', message);
      lines.push(`    <error${place}${what}${attribute('source', `taglint.${rule}`)}/>`);
    }
    lines.push('  </file>');
  }
  lines.push('</checkstyle>');
  return `${lines.join('\n')}\n`;
}
