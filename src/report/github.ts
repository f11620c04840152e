import type { Finding, LintResult, Severity } from '../model/finding.ts';
import { byFile, causesOf } from './causes.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions } from './options.ts';
import { placeWithin } from './place.ts';
import { counted, lookedAt } from './summary.ts';
import { clean } from './terminal.ts';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Workflow commands of GitHub Actions, which become annotations; the counts are the last. GitHub shows ten of each kind a
 * step, so of findings with one cause the first goes before, and the others follow behind all causes. Ends with a line end.
 */
export function github(result: LintResult, { showValues }: Pick<ReportOptions, 'showValues'>): string {
  const shown = showValues ? result : maskResult(result);
  const causes = [...byFile(shown.findings).values()].flatMap(causesOf);
  const ordered = [...causes.map(({ first }) => first), ...causes.flatMap(({ others }) => others)];
  const headline = ordered.length === 0 ? 'No findings.' : `${counted(ordered)}.`;
  const summary = [headline, ...lookedAt(shown)].join(' ');
  return `${[...ordered.map(annotation), `::notice title=taglint::${data(summary)}`].join('\n')}\n`;
}

function annotation(finding: Finding): string {
  const { file, line, column, endLine, endColumn, severity, rule, message, remedy } = finding;
  const within = placeWithin(finding);
  // Columns are for places on one line only.
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
  const place = `file=${property(file)},line=${line},endLine=${endLine}${columns}`;
  const text = [message, within === '' ? undefined : `In ${within}.`, remedy].filter((part) => part !== undefined);
  return `::${COMMAND[severity]} ${place},title=${property(rule)}::${data(text.join(' '))}`;
}

/** Text of a command: on one line, and nothing in it is an escape already. */
function data(text: string): string {
  return clean(text).replace(/%/g, '%25');
}

/** A property of a command. Line ends in the name of a file are kept: with another name there is no annotation. */
function property(text: string): string {
  return text
    .split(/([\r\n])/)
    .map((part) =>
      part === '\r' ? '%0D' : part === '\n' ? '%0A' : data(part).replace(/:/g, '%3A').replace(/,/g, '%2C'),
    )
    .join('');
}
