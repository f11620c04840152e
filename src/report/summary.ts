import type pc from 'picocolors';
import type { Finding, LintResult, Severity, Skipped } from '../model/finding.ts';
import { clean, wrap } from './terminal.ts';

/** So many skipped files are named one by one; more are counted by reason. */
const MOST_NAMED = 5;

/** The last lines of every run: counts by severity, how many files were looked at, what was skipped and why. */
export function summary(result: LintResult, width: number, colors: ReturnType<typeof pc.createColors>): string[] {
  const { findings } = result;
  const counts = countBySeverity(findings);
  const files = new Set(findings.map((finding) => finding.file)).size;
  const headline = findings.length === 0 ? 'No findings.' : `${counted(findings)} in ${plural(files, 'file')}.`;
  const looked = [...repairable(findings), ...lookedAt(result)];
  const paint = counts.error > 0 ? colors.red : counts.warning > 0 ? colors.yellow : colors.green;
  const lines = [paint(colors.bold(headline)), ...wrap(looked.join(' '), width)];
  if (findings.some((finding) => finding.law.length > 0)) {
    const footer = 'Engineering findings, not legal advice; `taglint explain RULE` tells what each rests on.';
    lines.push(...wrap(footer, width).map((line) => colors.dim(line)));
  }
  return lines;
}

/** How many findings the command can repair itself, and how it is told to. */
function repairable(findings: readonly Finding[]): string[] {
  const safe = findings.filter(({ fix }) => fix).length;
  const suggested = findings.filter(({ fix, suggestions = [] }) => !fix && suggestions.length > 0).length;
  if (safe + suggested === 0) return [];
  const is = (count: number): string => `${count} ${count === 1 ? 'is' : 'are'} fixable`;
  if (suggested === 0) return [`${is(safe)} with --fix.`];
  return [
    safe === 0
      ? `${is(suggested)} with --fix=suggested.`
      : `${is(safe)} with --fix, ${suggested} more with --fix=suggested.`,
  ];
}

/**
 * How much was looked at, what was skipped and why, what was not evaluated to its end, and what is found and not shown: one
 * sentence each. "No findings" is true in every format only beside them.
 */
export function lookedAt({ skipped, stats }: LintResult): string[] {
  const looked = [`Looked at ${plural(stats.files, 'file')}, ${stats.parsed} of them with something to judge.`];
  if (stats.beside)
    looked.push(
      `${plural(stats.beside, 'more file')} judged for what ${stats.beside === 1 ? 'it shares' : 'they share'} with them.`,
    );
  if (skipped.length > 0) looked.push(`Skipped ${skipped.length}: ${reasons(skipped)}.`);
  if (stats.unresolved > 0)
    looked.push(
      `${plural(stats.unresolved, 'evaluation')} ran out of steps and ${stats.unresolved === 1 ? 'counts' : 'count'} as unknown.`,
    );
  const { suppressed, known = 0, gone = 0, hidden = 0 } = stats;
  if (suppressed > 0) looked.push(`${plural(suppressed, 'finding')} suppressed.`);
  if (known > 0) looked.push(`${plural(known, 'finding')} known to the baseline.`);
  if (gone > 0) looked.push(`${gone} of the baseline ${gone === 1 ? 'is' : 'are'} gone (taglint baseline --prune).`);
  if (hidden > 0) looked.push(`${hidden} more ${hidden === 1 ? 'is' : 'are'} only possible (--strictness strict).`);
  return looked;
}

/** `2 errors, 1 note`. */
export function counted(findings: readonly Finding[]): string {
  const counts = countBySeverity(findings);
  return (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity))
    .join(', ');
}

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

function reasons(skipped: readonly Skipped[]): string {
  if (skipped.length <= MOST_NAMED) {
    return skipped.map((entry) => `${clean(entry.file)} (${clean(entry.reason)})`).join(', ');
  }
  const counts = new Map<string, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const named = sorted.slice(0, MOST_NAMED).map(([reason, count]) => `${count} × ${clean(reason)}`);
  if (sorted.length > MOST_NAMED) named.push(`${sorted.length - MOST_NAMED} other reasons`);
  return named.join(', ');
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
