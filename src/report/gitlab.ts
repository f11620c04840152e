import type { LintResult, Severity } from '../model/finding.ts';
import { escapedJson } from './json.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions } from './options.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', note: 'info' };

/** The code quality report of GitLab, a subset of Code Climate's. Ends with a line end. */
export function gitlab(result: LintResult, { showValues }: Pick<ReportOptions, 'showValues'>): string {
  const { findings } = showValues ? result : maskResult(result);
  return escapedJson(
    findings.map(({ rule, message, remedy, file, line, endLine, severity, fingerprint }) => ({
      description: remedy === undefined ? message : `${message} ${remedy}`,
      check_name: rule,
      // The same partial may be judged in several files; GitLab drops what has a fingerprint that it has seen.
      fingerprint: `${fingerprint}-${file}`,
      severity: SEVERITY[severity],
      location: { path: file.replace(/^(?:\.\/+)+/, ''), lines: { begin: line, end: endLine } },
    })),
  );
}
