/** What was looked at and what was not, in the words of the page. */
import type { LintResult } from '../../model/finding.ts';
import { counted, plural } from '../../report/summary.ts';

const MOST_NAMED = 5;

/** The verdict in a few words. "No findings" must mean that something was judged. */
export function headline({ findings, stats }: LintResult): string {
  if (findings.length > 0) return counted(findings);
  return stats.parsed === 0 ? 'No tag was found' : 'No findings';
}

/** One sentence for each thing that an honest verdict needs beside it. */
export function lookedWords({ skipped, stats }: LintResult): string[] {
  const { files, parsed, unresolved, suppressed, hidden = 0 } = stats;
  const words = [`Looked at ${plural(files, 'file')}, ${parsed} with something to judge.`];
  for (const { file, reason } of skipped.slice(0, MOST_NAMED)) words.push(`${file} was left out: ${reason}.`);
  if (skipped.length > MOST_NAMED) words.push(`${skipped.length - MOST_NAMED} more were left out.`);
  if (unresolved > 0)
    words.push(
      `${plural(unresolved, 'evaluation')} ran out of steps and ${unresolved === 1 ? 'counts' : 'count'} as unknown.`,
    );
  if (suppressed > 0) words.push(`${plural(suppressed, 'finding')} switched off by a comment or note.`);
  if (hidden > 0)
    words.push(`${hidden} more ${hidden === 1 ? 'is' : 'are'} only possible; strictness “strict” shows them.`);
  return words;
}
