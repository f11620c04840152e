/** `taglint [paths…]`. */
import { writeFileSync } from 'node:fs';
import { didYouMean, settingsFor } from '../config/index.ts';
import type { Finding, LintResult, Severity } from '../model/finding.ts';
import { type Run, type RunOptions, run } from '../run/run.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { FailOn, LintFlags } from './options.ts';
import { readStdin } from './stdin.ts';
import { complain, outputWidth, Progress, wantsColor } from './terminal.ts';

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };
const COMMANDS = ['rules', 'explain'];
const STDIN_NAME = '<stdin>';

/** Lints, prints, and tells how it went. */
export async function lint(paths: readonly string[], flags: LintFlags): Promise<ExitCode> {
  let outcome: Run;
  const progress = new Progress();
  try {
    outcome = await run(
      paths.filter((path) => path !== '-'),
      await runOptions(paths, flags, progress),
    );
  } catch (error) {
    // A wrong configuration, or standard input that cannot be read; inputs never make a run reject.
    complain(error instanceof Error ? error.message : String(error));
    return EXIT.failed;
  } finally {
    progress.clear();
  }
  const { result, errors } = outcome;
  const shown = flags.quiet ? errorsOnly(result) : result;
  // "No findings" must mean "looked and found none"; programs get their document all the same.
  const isEmpty = result.stats.files === 0 && flags.format === 'stylish';
  if (!isEmpty && !(await print(shown, outcome, flags))) return EXIT.failed;
  for (const { path, message } of errors) {
    complain(`${path}: ${message}${COMMANDS.includes(path) ? '' : didYouMean(path, COMMANDS)}`);
  }
  if (result.stats.files === 0 && errors.length === 0) complain(`nothing to look at${reasons(result)}`);
  const code = exitCode(outcome, flags.failOn);
  if (code === EXIT.findings && !failing(shown.findings, flags.failOn)) {
    complain(`findings that --quiet does not print fail the run (--fail-on ${flags.failOn})`);
  }
  return code;
}

async function runOptions(paths: readonly string[], flags: LintFlags, progress: Progress): Promise<RunOptions> {
  const cwd = process.cwd();
  const { stdinFilename, sector, strictness, rule, config } = flags;
  const wantsStdin = stdinFilename !== undefined || paths.includes('-');
  const first = paths.find((path) => path !== '-' && !path.startsWith('!')) ?? stdinFilename ?? '.';
  const settings = await settingsFor({
    cwd,
    path: first,
    config,
    ...(sector && { profile: { sector } }),
    ...(rule && { severities: rule }),
  });
  return {
    ...settings,
    cwd,
    strictness,
    progress: (stage, done, all) => progress.update(stage, done, all),
    ...(wantsStdin && { stdin: { name: stdinFilename ?? STDIN_NAME, bytes: await readStdin() } }),
  };
}

/** A failed run outranks nothing to look at, which outranks findings. */
function exitCode({ result, errors, failed }: Run, failOn: FailOn): ExitCode {
  if (failed || errors.some(({ code }) => code === 'unreadable')) return EXIT.failed;
  if (errors.length > 0 || result.stats.files === 0) return EXIT.nothing;
  return failing(result.findings, failOn) ? EXIT.findings : EXIT.clean;
}

function failing(findings: readonly Finding[], failOn: FailOn): boolean {
  return failOn !== 'never' && findings.some(({ severity }) => RANK[severity] >= RANK[failOn]);
}

/** Why there is nothing, where files were there. */
function reasons({ skipped }: LintResult): string {
  const [first] = skipped;
  if (!first) return '';
  const more = skipped.length > 1 ? `, and ${skipped.length - 1} more were skipped` : '';
  return `: ${first.file} (${first.reason})${more}`;
}

function errorsOnly(result: LintResult): LintResult {
  return { ...result, findings: result.findings.filter(({ severity }) => severity === 'error') };
}

/** @returns false where the output could not be written; that is said */
async function print(result: LintResult, { readSource }: Run, flags: LintFlags): Promise<boolean> {
  const { output, showValues = false } = flags;
  const text = await render(result, readSource, flags, showValues);
  if (output === undefined) {
    process.stdout.write(text);
    return true;
  }
  try {
    writeFileSync(output, text);
  } catch (error) {
    complain(`cannot write ${output}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
  const { length } = result.findings;
  complain(`${length} finding${length === 1 ? '' : 's'} written to ${output}`);
  return true;
}

async function render(
  result: LintResult,
  readSource: Run['readSource'],
  { format, color, output }: LintFlags,
  showValues: boolean,
): Promise<string> {
  if (format === 'json') return (await import('../report/json.ts')).json(result, { showValues });
  const { stylish } = await import('../report/stylish.ts');
  const isTerminal = output === undefined && process.stdout.isTTY === true;
  return stylish(result, { color: wantsColor(color, isTerminal), width: outputWidth(), showValues, readSource });
}
