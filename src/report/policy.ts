/** What reports and commands tell of a rule that a configuration declares. */
import { type Policy, titleOf } from '../model/policy.ts';
import type { RuleInfo } from './options.ts';

/** The page is made of what the configuration says. */
export function policyInfo(policy: Policy): RuleInfo & { readonly page: string } {
  const { id, severity } = policy;
  return { id, title: titleOf(policy), severity, law: [], page: pageOf(policy) };
}

function pageOf(policy: Policy): string {
  const { id, severity, why, remedy, declared, text } = policy;
  const parts = [
    `# ${titleOf(policy)}`,
    `\`${id}\` · **${severity}** · a policy of this site (${declared})`,
    ...(why === undefined ? [] : [`## Why\n\n${why}`]),
    ...(remedy === undefined ? [] : [`## How to fix\n\n${remedy}`]),
    `## What it is about\n\n${fenced(text)}`,
  ];
  return parts.join('\n\n');
}

/** A fence that no line of the text closes. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${text}\n${fence}`;
}
