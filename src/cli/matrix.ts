/** `taglint matrix [paths…]`. */
import type { LintResult } from '../model/finding.ts';
import type { MatrixUnit } from '../report/matrix/rows.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, judgePaths, runCode } from './judge-paths.ts';
import type { MatrixFlags } from './options.ts';
import { complain, outputWidth, wantsColor, write } from './terminal.ts';

/** Judges, prints what every tag does in every consent state, and tells how it went. No finding makes it fail. */
export async function matrix(paths: readonly string[], flags: MatrixFlags): Promise<ExitCode> {
  const [{ matrixUnit }, { worstOf }] = await Promise.all([
    import('../report/matrix/rows.ts'),
    import('../report/matrix/worst.ts'),
  ]);
  const found: MatrixUnit[] = [];
  const outcome = await judgePaths(paths, flags, {
    withoutRules: true,
    // Only the rows are kept: a judged unit holds the whole file.
    judged: (unit) => {
      const rows = matrixUnit(unit);
      if (rows.tags.length > 0) found.push(rows);
    },
  });
  if (!outcome) return EXIT.failed;
  const units = worstOf(found).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const { result } = outcome;
  // "No tags" must mean "looked and found none"; programs get their document all the same.
  const isEmpty = result.stats.files === 0 && flags.format === 'table';
  if (!isEmpty && !write(await render(units, result, flags), flags.output)) return EXIT.failed;
  complainOfPaths(outcome);
  for (const { file, line, column, message } of result.findings) complain(`${file}:${line}:${column}: ${message}`);
  // A container that is no JSON has no matrix: that must not pass for one without tags.
  const unread = result.findings.some(({ severity }) => severity === 'error');
  return unread ? EXIT.failed : runCode(outcome);
}

async function render(units: readonly MatrixUnit[], result: LintResult, flags: MatrixFlags): Promise<string> {
  const { format, explain = false, showValues = false, color, output } = flags;
  if (format === 'json') return (await import('../report/matrix/json.ts')).matrixJson(units, { explain, showValues });
  const { matrixTable } = await import('../report/matrix/table.ts');
  const isTerminal = output === undefined && process.stdout.isTTY === true;
  return matrixTable(units, result, {
    explain,
    showValues,
    color: wantsColor(color, isTerminal),
    width: outputWidth(),
  });
}
