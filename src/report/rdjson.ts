import type { LintResult, Severity } from '../model/finding.ts';
import type { LineIndex } from '../text/line-index.ts';
import { escapedJson } from './json.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions } from './options.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };
const utf8 = new TextEncoder();

/** The diagnostic format of reviewdog. Ends with a line end. */
export function rdjson(result: LintResult, { showValues, linesOf }: ReportOptions): string {
  const { findings } = showValues ? result : maskResult(result);
  const diagnostics = findings.map((finding) => {
    const { rule, message, remedy, file, line, column, endLine, endColumn, severity, fix } = finding;
    const lines = linesOf(file);
    return {
      message: remedy === undefined ? message : `${message} ${remedy}`,
      location: { path: file, range: { start: place(line, column, lines), end: place(endLine, endColumn, lines) } },
      severity: SEVERITY[severity],
      code: { value: rule },
      ...(fix &&
        lines && {
          suggestions: fix.edits.map(({ start, end, text }) => ({ range: editedRange(start, end, lines), text })),
        }),
    };
  });
  return escapedJson({ source: { name: 'taglint' }, diagnostics });
}

/** Columns count bytes of UTF-8 here; where the line is not at hand there is none. */
function place(line: number, column: number, lines: LineIndex | undefined): { line: number; column?: number } {
  if (!lines) return { line };
  return { line, column: utf8.encode(lines.lineText(line).slice(0, column - 1)).length + 1 };
}

function editedRange(start: number, end: number, lines: LineIndex): { start: object; end: object } {
  const from = lines.position(start);
  const to = lines.position(end);
  return { start: place(from.line, from.column, lines), end: place(to.line, to.column, lines) };
}
