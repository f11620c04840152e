import type { Finding, LintResult } from '../model/finding.ts';
import { byFile, causesOf } from './causes.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions } from './options.ts';
import { placeWithin } from './place.ts';
import { counted, lookedAt } from './summary.ts';
import { clean } from './terminal.ts';

/**
 * One dense line a finding, for coding assistants: place, severity, rule, message, evidence, remedy. Findings of one cause
 * follow each other, and evidence and remedy stand at the first. Ends with a line end.
 */
export function agent(result: LintResult, { showValues }: Pick<ReportOptions, 'showValues'>): string {
  const shown = showValues ? result : maskResult(result);
  const lines: string[] = [];
  for (const [, findings] of byFile(shown.findings)) {
    for (const { first, others } of causesOf(findings)) {
      lines.push(whole(first));
      for (const other of others) lines.push(`${headOf(other)} | same cause as ${first.line}:${first.column}`);
    }
  }
  const headline = shown.findings.length === 0 ? 'no findings.' : `${counted(shown.findings)}.`;
  lines.push([headline, ...lookedAt(shown)].join(' '));
  return `${lines.map(clean).join('\n')}\n`;
}

function whole(finding: Finding): string {
  const within = placeWithin(finding);
  const why = finding.trail.map(({ message, file, line, column }) => {
    return `${message} (${file === finding.file ? '' : `${file}:`}${line}:${column})`;
  });
  return [
    headOf(finding),
    ...(within === '' ? [] : [`in ${within}`]),
    ...(why.length === 0 ? [] : [`why: ${why.join('; ')}`]),
    ...(finding.remedy === undefined ? [] : [`fix: ${finding.remedy}`]),
  ].join(' | ');
}

function headOf({ file, line, column, severity, certainty, rule, message }: Finding): string {
  const doubt = certainty === 'certain' ? '' : ` (${certainty})`;
  return `${file}:${line}:${column} ${severity}${doubt} ${rule} ${message}`;
}
