/** What can be saved, written as the command writes it. */
import { rules } from '../generated/rules.ts';
import type { LintResult } from '../model/finding.ts';
import { json } from '../report/json.ts';
import type { ReportOptions } from '../report/options.ts';
import { sarif } from '../report/sarif.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Parts } from './parts/parts.ts';
import type { Export, Job, TextFile } from './protocol.ts';
import type { ReportWriter } from './report-writer.ts';

/** What a run leaves for documents. */
export interface Outcome {
  readonly result: LintResult;
  readonly failed: boolean;
  /** Has seen the units; absent where it could not be loaded, or nothing needs it. */
  readonly writer: ReportWriter | undefined;
}

/** The part that a document is written with. */
export function needsWriter(document: Export | undefined): boolean {
  return document === 'report' || document === 'inventory';
}

export async function written(job: Job, { result, failed, writer }: Outcome, parts: Parts): Promise<string> {
  if (needsWriter(job.document) && !writer) throw new Error('what this is written with could not be loaded');
  const { options, today } = job;
  switch (job.document) {
    case 'sarif':
      return sarif(result, { showValues: false, complete: !failed, rules: infos(parts), linesOf: linesOf(job.files) });
    case 'report':
      return writer?.report({ result, options, today }) ?? '';
    case 'inventory':
      return writer?.inventory() ?? '';
    default:
      return json(result, { showValues: false });
  }
}

function infos({ rulePages = {} }: Parts): Parameters<typeof sarif>[1]['rules'] {
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
