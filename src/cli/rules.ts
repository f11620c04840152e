/** `taglint rules` and `taglint explain`. */
import { InvalidArgumentError } from 'commander';
import { ruleList } from '../generated/rule-list.ts';
import type { RuleSummary } from '../model/rule.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { checkRuleId } from './options.ts';
import { complain, outputWidth } from './terminal.ts';

/** Prints every rule: id, severity, title. */
export function listRules(asJson: boolean): ExitCode {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(ruleList, null, 2)}\n`);
    return EXIT.clean;
  }
  const width = Math.max(0, ...ruleList.map(({ id }) => id.length));
  const lineOf = ({ id, severity, title }: RuleSummary): string =>
    `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`;
  process.stdout.write(ruleList.map(lineOf).join(''));
  return EXIT.clean;
}

/** Prints the page of a rule and the provisions and decisions that it rests on. */
export async function explain(id: string): Promise<ExitCode> {
  try {
    checkRuleId(id);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    complain(error.message);
    return EXIT.failed;
  }
  const rule = ruleList.find((known) => known.id === id);
  if (!rule) {
    process.stdout.write(`${PARSE_ERROR}\n`);
    return EXIT.clean;
  }
  const { ruleDocs } = await import('../generated/rule-docs.ts');
  const parts = [ruleDocs[id]?.trim() ?? rule.title];
  if (rule.law.length > 0) parts.push(await lawOf(rule.law));
  process.stdout.write(`${parts.join('\n\n')}\n`);
  return EXIT.clean;
}

async function lawOf(ids: readonly string[]): Promise<string> {
  const [{ catalog }, { wrap }] = await Promise.all([
    import('../generated/catalog.ts'),
    import('../report/terminal.ts'),
  ]);
  const entries = catalog.law.filter((entry) => ids.includes(entry.id));
  const lines = entries.flatMap(({ id, title, year, summary, source, confidence }) => [
    `- ${id}: ${title}${year === undefined || title.includes(String(year)) ? '' : ` (${year})`}${confidence === 'unverified' ? ' [unverified]' : ''}`,
    ...wrap(summary, outputWidth() - 2).map((line) => `  ${line}`),
    `  ${source}`,
  ]);
  return ['## Law', '', ...lines, '', 'Engineering findings, not legal advice.'].join('\n');
}

const PARSE_ERROR = `# parse-error

A container that is no valid JSON (an error), or a script that neither JavaScript nor TypeScript can be (a warning, and
only where the file holds something of interest). What stands there was not looked at, so that "no findings" says nothing
about it. Repair the text; \`--rule parse-error=off\` hides the finding.`;
