/** The job summary of GitHub Actions: a page that steps append to. */
import { appendFileSync } from 'node:fs';
import type { LintResult } from '../model/finding.ts';
import { complain } from './terminal.ts';

/** Appends the findings to the summary where there is one. A summary that cannot be written is said, and fails no run. */
export async function appendJobSummary(result: LintResult, showValues: boolean): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file === undefined || file === '') return;
  const { markdown } = await import('../report/markdown.ts');
  try {
    appendFileSync(file, `${markdown(result, { showValues })}\n`);
  } catch (error) {
    complain(`cannot write the job summary: ${error instanceof Error ? error.message : String(error)}`);
  }
}
