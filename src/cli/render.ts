/** A result in one of the formats; loads that format alone. */
import type { LintResult } from '../model/finding.ts';
import type { ReportOptions, RuleInfo } from '../report/options.ts';
import type { Run } from '../run/run.ts';
import { LineIndex } from '../text/line-index.ts';
import { EXIT } from './exit-codes.ts';
import { runCode } from './judge-paths.ts';
import type { LintFlags } from './options.ts';
import type { Output } from './outputs.ts';
import { outputWidth, wantsColor } from './terminal.ts';

/** @param result what is shown of the run's result */
export async function render(
  result: LintResult,
  outcome: Run,
  { format, file }: Output,
  flags: LintFlags,
): Promise<string> {
  const options: ReportOptions = { showValues: flags.showValues ?? false, linesOf: linesOf(outcome.readSource) };
  switch (format) {
    case 'stylish': {
      const isTerminal = file === undefined && process.stdout.isTTY === true;
      return (await import('../report/stylish.ts')).stylish(result, {
        ...options,
        color: wantsColor(flags.color, isTerminal),
        width: outputWidth(),
        ...(flags.verbose && { verbose: flags.verbose }),
      });
    }
    case 'compact':
      return (await import('../report/compact.ts')).compact(result, options);
    case 'json':
      return (await import('../report/json.ts')).json(result, options);
    case 'sarif': {
      const complete = runCode(outcome) !== EXIT.failed;
      return (await import('../report/sarif.ts')).sarif(result, {
        ...options,
        complete,
        rules: await ruleInfos(outcome),
      });
    }
    case 'github':
      return (await import('../report/github.ts')).github(result, options);
    case 'gitlab':
      return (await import('../report/gitlab.ts')).gitlab(result, options);
    case 'junit':
      return (await import('../report/junit.ts')).junit(result, options);
    case 'checkstyle':
      return (await import('../report/checkstyle.ts')).checkstyle(result, options);
    case 'rdjson':
      return (await import('../report/rdjson.ts')).rdjson(result, options);
    case 'markdown':
      return (await import('../report/markdown.ts')).markdown(result, options);
    case 'agent':
      return (await import('../report/agent.ts')).agent(result, options);
  }
}

/** The file of the finding before is nearly always that of the next. */
export function linesOf(readSource: Run['readSource']): ReportOptions['linesOf'] {
  let last: { readonly file: string; readonly lines: LineIndex | undefined } | undefined;
  return (file) => {
    if (last?.file !== file) {
      const text = readSource(file);
      last = { file, lines: text === undefined ? undefined : new LineIndex(text) };
    }
    return last.lines;
  };
}

async function ruleInfos({ policies }: Run): Promise<RuleInfo[]> {
  const [{ rules }, { ruleDocs }] = await Promise.all([
    import('../generated/rules.ts'),
    import('../generated/rule-docs.ts'),
  ]);
  const known = rules.map(({ meta: { id, title, severity, law } }): RuleInfo => {
    const page = ruleDocs[id]?.trim();
    return { id, title, severity, law, ...(page !== undefined && { page }) };
  });
  if (policies.length === 0) return known;
  const { policyInfo } = await import('../report/policy.ts');
  return [...known, ...policies.map(policyInfo)];
}
