/** `taglint [paths…]`. */
import type { Finding, LintResult, Severity } from '../model/finding.ts';
import type { Run } from '../run/run.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, judgePaths, runCode } from './judge-paths.ts';
import type { FailOn, LintFlags } from './options.ts';
import { complain, outputWidth, wantsColor, write } from './terminal.ts';

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** Lints, prints, and tells how it went. */
export async function lint(paths: readonly string[], flags: LintFlags): Promise<ExitCode> {
  const { strictness, rule, suppressions } = flags;
  const outcome = await judgePaths(paths, flags, {
    strictness,
    ...(rule && { severities: rule }),
    ...(!suppressions && { suppressions: false }),
  });
  if (!outcome) return EXIT.failed;
  const { result } = outcome;
  const shown = flags.quiet ? errorsOnly(result) : result;
  // "No findings" must mean "looked and found none"; programs get their document all the same.
  const isEmpty = result.stats.files === 0 && flags.format === 'stylish';
  if (!isEmpty && !(await print(shown, outcome, flags))) return EXIT.failed;
  complainOfPaths(outcome);
  const code = exitCode(outcome, flags.failOn);
  if (code === EXIT.findings && !failing(shown.findings, flags.failOn)) {
    complain(`findings that --quiet does not print fail the run (--fail-on ${flags.failOn})`);
  }
  return code;
}

/** Findings come last: a failed run outranks them, and so does nothing to look at. */
function exitCode(outcome: Run, failOn: FailOn): ExitCode {
  const code = runCode(outcome);
  return code === EXIT.clean && failing(outcome.result.findings, failOn) ? EXIT.findings : code;
}

function failing(findings: readonly Finding[], failOn: FailOn): boolean {
  return failOn !== 'never' && findings.some(({ severity }) => RANK[severity] >= RANK[failOn]);
}

function errorsOnly(result: LintResult): LintResult {
  return { ...result, findings: result.findings.filter(({ severity }) => severity === 'error') };
}

/** @returns false where the output could not be written; that is said */
async function print(result: LintResult, { readSource }: Run, flags: LintFlags): Promise<boolean> {
  const { output, showValues = false } = flags;
  const text = await render(result, readSource, flags, showValues);
  if (!write(text, output)) return false;
  if (output === undefined) return true;
  const { length } = result.findings;
  complain(`${length} finding${length === 1 ? '' : 's'} written to ${output}`);
  return true;
}

async function render(
  result: LintResult,
  readSource: Run['readSource'],
  { format, color, output, verbose }: LintFlags,
  showValues: boolean,
): Promise<string> {
  if (format === 'json') return (await import('../report/json.ts')).json(result, { showValues });
  const { stylish } = await import('../report/stylish.ts');
  const isTerminal = output === undefined && process.stdout.isTTY === true;
  return stylish(result, {
    color: wantsColor(color, isTerminal),
    width: outputWidth(),
    showValues,
    ...(verbose && { verbose }),
    readSource,
  });
}
