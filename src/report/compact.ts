import type { LintResult } from '../model/finding.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions } from './options.ts';
import { counted, lookedAt } from './summary.ts';
import { clean } from './terminal.ts';

/**
 * One line a finding, as compilers print them and editors read them: `file:line:column: severity: message [rule]`. The
 * counts stand in the last line. Ends with a line end.
 */
export function compact(result: LintResult, { showValues }: Pick<ReportOptions, 'showValues'>): string {
  const shown = showValues ? result : maskResult(result);
  const lines = shown.findings.map(({ file, line, column, severity, certainty, message, rule }) => {
    const doubt = certainty === 'certain' ? '' : `, ${certainty}`;
    return clean(`${file}:${line}:${column}: ${severity}: ${message} [${rule}${doubt}]`);
  });
  const headline = shown.findings.length === 0 ? 'No findings.' : `${counted(shown.findings)}.`;
  lines.push([headline, ...lookedAt(shown)].join(' '));
  return `${lines.join('\n')}\n`;
}
