/** What can be saved, written as the command writes it. */
import { rules } from '../generated/rules.ts';
import type { LintResult } from '../model/finding.ts';
import type { Policy } from '../model/policy.ts';
import { json } from '../report/json.ts';
import type { ReportOptions } from '../report/options.ts';
import { policyInfo } from '../report/policy.ts';
import { sarif } from '../report/sarif.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Job, TextFile } from './protocol.ts';
import type { ReportWriter } from './report-writer.ts';

/** What a run leaves for documents. */
export interface Outcome {
  readonly result: LintResult;
  readonly failed: boolean;
  /** Rules that the configuration declares. */
  readonly policies: readonly Policy[];
  /** Has seen the units; absent where nothing needs it. */
  readonly writer: ReportWriter | undefined;
}

export async function written(job: Job, { result, failed, writer, policies }: Outcome): Promise<string> {
  const { options, today } = job;
  switch (job.document) {
    case 'sarif':
      return sarif(result, {
        showValues: false,
        complete: !failed,
        rules: [...(await infos()), ...policies.map(policyInfo)],
        linesOf: linesOf(job.files),
      });
    case 'report':
      return writer?.report({ result, options, today }) ?? '';
    case 'inventory':
      return writer?.inventory() ?? '';
    default:
      return json(result, { showValues: false });
  }
}

/** The log is whole without the pages of the rules, should they not be there. */
async function infos(): Promise<Parameters<typeof sarif>[1]['rules']> {
  const rulePages = await import('../generated/rule-docs.ts').then(
    ({ ruleDocs }) => ruleDocs,
    (): Readonly<Record<string, string>> => ({}),
  );
  return rules.map(({ meta: { id, title, severity, law } }) => {
    const page = rulePages[id]?.trim();
    return { id, title, severity, law, ...(page !== undefined && { page }) };
  });
}

function linesOf(files: readonly TextFile[]): ReportOptions['linesOf'] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const known = new Map<string, LineIndex>();
  return (file) => {
    const text = texts.get(file);
    if (text === undefined) return undefined;
    const lines = known.get(file) ?? new LineIndex(text);
    known.set(file, lines);
    return lines;
  };
}
