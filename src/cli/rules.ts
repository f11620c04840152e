/** `taglint rules` and `taglint explain`. */
import { InvalidArgumentError } from 'commander';
import { settingsFor } from '../config/index.ts';
import { ruleList } from '../generated/rule-list.ts';
import { BUILT_IN_RULES } from '../model/built-in-rules.ts';
import { type Policy, titleOf } from '../model/policy.ts';
import { POLICY_GROUP } from '../model/policy-id.ts';
import type { RuleSummary } from '../model/rule.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { checkRuleId, type InputFlags } from './options.ts';
import { complain, outputWidth, visible } from './terminal.ts';

/** Prints every rule: id, severity, title; those that the nearest configuration declares too. */
export async function listRules(asJson: boolean, config: InputFlags['config']): Promise<ExitCode> {
  const policies = await policiesHere(config);
  if (!policies) return EXIT.failed;
  const builtIn = BUILT_IN_RULES.map(({ id, title, severity }): RuleSummary => ({ id, title, severity, law: [] }));
  const own = policies.map(
    ({ id, severity, ...policy }): RuleSummary => ({ id, title: titleOf(policy), severity, law: [] }),
  );
  const all = [...ruleList, ...builtIn, ...own];
  if (asJson) {
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return EXIT.clean;
  }
  const width = Math.max(0, ...all.map(({ id }) => id.length));
  const lineOf = ({ id, severity, title }: RuleSummary): string =>
    `${id.padEnd(width)}  ${severity.padEnd(7)}  ${visible(title)}\n`;
  process.stdout.write(all.map(lineOf).join(''));
  return EXIT.clean;
}

/** Prints the page of a rule and the provisions and decisions that it rests on. */
export async function explain(id: string, config: InputFlags['config']): Promise<ExitCode> {
  try {
    checkRuleId(id);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    complain(error.message);
    return EXIT.failed;
  }
  const rule = ruleList.find((known) => known.id === id);
  if (!rule && id.startsWith(POLICY_GROUP)) return await explainPolicy(id, config);
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

async function explainPolicy(id: string, config: InputFlags['config']): Promise<ExitCode> {
  const policies = await policiesHere(config);
  if (!policies) return EXIT.failed;
  const [{ checkPolicyIds }, { policyInfo }] = await Promise.all([
    import('./judge-paths.ts'),
    import('../report/policy.ts'),
  ]);
  const policy = policies.find((one) => one.id === id);
  if (policy) process.stdout.write(`${policyInfo(policy).page.split('\n').map(visible).join('\n')}\n`);
  else {
    try {
      checkPolicyIds([id], { policies });
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  }
  return policy ? EXIT.clean : EXIT.failed;
}

/** What the configuration of the current folder declares; undefined where it is wrong, which is said. */
async function policiesHere(config: InputFlags['config']): Promise<readonly Policy[] | undefined> {
  try {
    return (await settingsFor({ cwd: process.cwd(), path: '.', config })).policies ?? [];
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return undefined;
  }
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
