/** `taglint [paths…]`. */
import { existsSync } from 'node:fs';
import { isFileIn } from '../discover/tree.ts';
import type { Finding, LintResult, Severity } from '../model/finding.ts';
import type { Run } from '../run/run.ts';
import { baselineFile } from './baseline-file.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { appendJobSummary } from './job-summary.ts';
import { type Asked, complainOfPaths, judgePaths, notYetStaged, runCode } from './judge-paths.ts';
import type { FailOn, LintFlags } from './options.ts';
import { FORMATS, type Output, outputsOf } from './outputs.ts';
import { render } from './render.ts';
import { complain, complainOf, write } from './terminal.ts';

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** Lints, prints, and tells how it went. */
export async function lint(paths: readonly string[], flags: LintFlags): Promise<ExitCode> {
  if (flags.explainContext) return (await import('./explain-context.ts')).explainContexts(paths, flags);
  const { strictness, rule, only, suppressions } = flags;
  const outputs = outputsAsked(flags);
  if (!outputs) return EXIT.failed;
  const asked: Asked = {
    ...(strictness && { strictness }),
    ...(rule && { severities: rule }),
    ...(!suppressions && { suppressions: false }),
    ...(only && { only }),
  };
  const isDry = flags.fixDryRun !== undefined;
  const judged = flags.fix || isDry ? await fixed(paths, flags, asked) : await judgePaths(paths, flags, asked);
  const outcome = judged && (await newIn(judged, flags));
  if (!outcome) return EXIT.failed;
  const { result } = outcome;
  const shown = flags.quiet ? errorsOnly(result) : result;
  // A dry run prints what it would change.
  if (!isDry && !(await print(shown, outcome, outputs, flags))) return EXIT.failed;
  complainOfPaths(outcome);
  // Findings come last: a failed run outranks them, and so does nothing to look at.
  const code = runCode(outcome);
  if (code !== EXIT.clean) return code;
  const { failOn, maxWarnings } = flags;
  const tooMany = maxWarnings !== undefined && hasMoreWarnings(result.findings, maxWarnings);
  if (!failing(result.findings, failOn)) return tooMany ? EXIT.findings : EXIT.clean;
  if (!failing(shown.findings, failOn))
    complain(`findings that --quiet does not print fail the run (--fail-on ${failOn})`);
  return EXIT.findings;
}

/** The run after the repairs: of what a run without them would print. */
async function fixed(paths: readonly string[], flags: LintFlags, asked: Asked): Promise<Run | undefined> {
  const { fixPaths } = await import('./fix.ts');
  return fixPaths(paths, flags, asked, async (run) => {
    const found = await newIn(run, flags);
    return found && (flags.quiet ? errorsOnly(found.result) : found.result).findings;
  });
}

/** What the baseline does not know; all where there is none. @returns undefined where it cannot be used; that is said */
async function newIn(run: Run, { baseline: flag, ...flags }: LintFlags): Promise<Run | undefined> {
  if (flag === false) return run;
  const baseline = baselineFile(run, flag);
  if (flag === true && !isFileIn(baseline.tree, baseline.file)) {
    if (existsSync(baseline.file)) notYetStaged(baseline.file, baseline.tree);
    return run;
  }
  return (await import('./baseline.ts')).newIn(run, baseline, looksForAll(flags));
}

/** What a run did not look for is not gone. */
function looksForAll({ only, rule, suppressions }: Pick<LintFlags, 'only' | 'rule' | 'suppressions'>): boolean {
  return !only && !rule && suppressions;
}

/** Says so where there are more. */
function hasMoreWarnings(findings: readonly Finding[], most: number): boolean {
  const { length } = findings.filter(({ severity }) => severity === 'warning');
  if (length <= most) return false;
  complain(`${length} warning${length === 1 ? ' is' : 's are'} more than --max-warnings ${most}`);
  return true;
}

function failing(findings: readonly Finding[], failOn: FailOn): boolean {
  return failOn !== 'never' && findings.some(({ severity }) => RANK[severity] >= RANK[failOn]);
}

function errorsOnly(result: LintResult): LintResult {
  return { ...result, findings: result.findings.filter(({ severity }) => severity === 'error') };
}

/** @returns undefined where the options contradict each other; that is said */
function outputsAsked({ format, output }: LintFlags): readonly Output[] | undefined {
  try {
    return outputsOf(format, output);
  } catch (error) {
    complainOf(error);
    return undefined;
  }
}

/**
 * Every format to its place, standard output last.
 * @returns false where one could not be written; that is said
 */
async function print(result: LintResult, outcome: Run, outputs: readonly Output[], flags: LintFlags): Promise<boolean> {
  let written = true;
  for (const output of outputs.toSorted((a, b) => Number(a.file === undefined) - Number(b.file === undefined))) {
    const { file, format } = output;
    // "No findings" must mean "looked and found none"; programs get their document all the same.
    if (format === 'github') await appendJobSummary(result, flags.showValues ?? false);
    if (result.stats.files === 0 && file === undefined && FORMATS[format].reader === 'people') continue;
    if (!write(await render(result, outcome, output, flags), file)) written = false;
    else if (file !== undefined) {
      const { length } = result.findings;
      complain(`${length} finding${length === 1 ? '' : 's'} written to ${file}`);
    }
  }
  return written;
}
