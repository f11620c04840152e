/** `taglint rules`, and `taglint explain` of a rule. */
import { existsSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { settingsFor } from '../config/index.ts';
import { ruleIds } from '../generated/ids.ts';
import { ruleList } from '../generated/rule-list.ts';
import { BUILT_IN_RULES } from '../model/built-in-rules.ts';
import type { LawEntry } from '../model/catalog.ts';
import type { RepairKind } from '../model/finding.ts';
import { type Policy, titleOf } from '../model/policy.ts';
import { POLICY_GROUP } from '../model/policy-id.ts';
import type { RuleSummary } from '../model/rule.ts';
import type { RuleInfo } from '../report/options.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { checkRuleId, type ExplainFlags, type InputFlags } from './options.ts';
import { complainOf, outputWidth, visible } from './terminal.ts';

const OPTIONS: Readonly<Record<RepairKind | 'none', string>> = {
  safe: ' (--fix)',
  suggested: ' (--fix=suggested)',
  none: '',
};

/** Prints every rule: id, severity, title, the option that repairs what it finds; those that the nearest configuration declares too. */
export async function listRules(asJson: boolean, config: InputFlags['config']): Promise<ExitCode> {
  const policies = await policiesHere(config);
  if (!policies) return EXIT.failed;
  const builtIn = BUILT_IN_RULES.map(({ id, title, severity }): RuleSummary => ({ id, title, severity, law: [] }));
  const own = policies.map(
    ({ id, severity, ...policy }): RuleSummary => ({ id, title: titleOf(policy), severity, law: [] }),
  );
  const all = [...ruleList, ...builtIn, ...own];
  if (asJson) {
    const told = all.map(({ repair = 'none', ...rule }) => ({ ...rule, repair }));
    process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    return EXIT.clean;
  }
  const width = Math.max(0, ...all.map(({ id }) => id.length));
  const lineOf = ({ id, severity, title, repair }: RuleSummary): string =>
    `${id.padEnd(width)}  ${severity.padEnd(7)}  ${visible(title)}${OPTIONS[repair ?? 'none']}\n`;
  process.stdout.write(all.map(lineOf).join(''));
  return EXIT.clean;
}

/** Prints the page of a rule and the provisions and decisions that it rests on; or what is known of a place in a file. */
export async function explain(what: string, paths: readonly string[], flags: ExplainFlags): Promise<ExitCode> {
  if (isPlace(what, flags)) return (await import('./explain.ts')).explainPlace(what, paths, flags);
  return explainRule(what, flags);
}

/** Ids of rules have no colon; a file may have the name of a rule, which then is the rule. */
function isPlace(what: string, { within }: ExplainFlags): boolean {
  if (within !== undefined || what === '-' || /:\d+:?$/.test(what)) return true;
  return !what.startsWith(POLICY_GROUP) && !ruleIds.includes(what) && existsSync(what);
}

async function explainRule(id: string, { config, format }: ExplainFlags): Promise<ExitCode> {
  const known = await infoOf(id, config);
  if (!known) return EXIT.failed;
  const law = known.law.length === 0 ? [] : await lawEntries(known.law);
  if (format === 'json') {
    const { escapedJson } = await import('../report/json.ts');
    const { title, severity, page } = known;
    process.stdout.write(escapedJson({ id, title, severity, page, law }));
    return EXIT.clean;
  }
  const parts = [known.page ?? known.title, ...(law.length > 0 ? [await lawText(law)] : [])];
  process.stdout.write(`${parts.join('\n\n')}\n`);
  return EXIT.clean;
}

/** @returns undefined where there is no such rule; that is said */
async function infoOf(id: string, config: InputFlags['config']): Promise<RuleInfo | undefined> {
  try {
    checkRuleId(id);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    complainOf(error);
    return undefined;
  }
  const rule = ruleList.find((known) => known.id === id);
  if (rule) {
    const { ruleDocs } = await import('../generated/rule-docs.ts');
    const page = ruleDocs[id]?.trim();
    return { ...rule, ...(page !== undefined && { page }) };
  }
  if (id.startsWith(POLICY_GROUP)) return policyOf(id, config);
  const builtIn = BUILT_IN_RULES.find((one) => one.id === id);
  return builtIn && { ...builtIn, law: [], page: `# ${id}\n\n${builtIn.page}` };
}

/** @returns undefined where the configuration declares no such policy; that is said */
async function policyOf(id: string, config: InputFlags['config']): Promise<RuleInfo | undefined> {
  const policies = await policiesHere(config);
  if (!policies) return undefined;
  const [{ checkPolicyIds }, { policyInfo }] = await Promise.all([
    import('./judge-paths.ts'),
    import('../report/policy.ts'),
  ]);
  const policy = policies.find((one) => one.id === id);
  if (policy) {
    const info = policyInfo(policy);
    return { ...info, ...(info.page !== undefined && { page: info.page.split('\n').map(visible).join('\n') }) };
  }
  try {
    checkPolicyIds([id], { policies });
  } catch (error) {
    complainOf(error);
  }
  return undefined;
}

/** What the configuration of the current folder declares; undefined where it is wrong, which is said. */
async function policiesHere(config: InputFlags['config']): Promise<readonly Policy[] | undefined> {
  try {
    return (await settingsFor({ cwd: process.cwd(), path: '.', config, withoutRecord: true })).policies ?? [];
  } catch (error) {
    complainOf(error);
    return undefined;
  }
}

async function lawEntries(ids: readonly string[]): Promise<readonly LawEntry[]> {
  const { law } = await import('../generated/law.ts');
  return law.filter((entry) => ids.includes(entry.id));
}

async function lawText(entries: readonly LawEntry[]): Promise<string> {
  const { wrap } = await import('../report/terminal.ts');
  const lines = entries.flatMap(({ id, title, year, summary, source, confidence }) => [
    `- ${id}: ${title}${year === undefined || title.includes(String(year)) ? '' : ` (${year})`}${confidence === 'unverified' ? ' [unverified]' : ''}`,
    ...wrap(summary, outputWidth() - 2).map((line) => `  ${line}`),
    `  ${source}`,
  ]);
  return ['## Law', '', ...lines, '', 'Engineering findings, not legal advice.'].join('\n');
}
