/** `taglint rules` and `taglint explain`. */
import { InvalidArgumentError } from 'commander';
import { ruleList } from '../generated/rule-list.ts';
import { BUILT_IN_RULES } from '../model/built-in-rules.ts';
import type { RuleSummary } from '../model/rule.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { checkRuleId } from './options.ts';
import { complain, outputWidth } from './terminal.ts';

/** Prints every rule: id, severity, title. */
export function listRules(asJson: boolean): ExitCode {
  const builtIn = BUILT_IN_RULES.map(({ id, title, severity }): RuleSummary => ({ id, title, severity, law: [] }));
  const all = [...ruleList, ...builtIn];
  if (asJson) {
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return EXIT.clean;
  }
  const width = Math.max(0, ...all.map(({ id }) => id.length));
  const lineOf = ({ id, severity, title }: RuleSummary): string =>
    `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`;
  process.stdout.write(all.map(lineOf).join(''));
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
    const page = BUILT_IN_RULES.find((one) => one.id === id)?.page ?? '';
    process.stdout.write(`# ${id}\n\n${page}\n`);
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
