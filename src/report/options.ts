import type { Severity } from '../model/finding.ts';
import type { LineIndex } from '../text/line-index.ts';

/** What a report tells of a rule beside its findings. */
export interface RuleInfo {
  readonly id: string;
  /** One line for lists. */
  readonly title: string;
  readonly severity: Severity;
  readonly law: readonly string[];
  /** The rule's page, in Markdown. */
  readonly page?: string;
}

/** What every format is told; each takes what it needs. */
export interface ReportOptions {
  readonly showValues: boolean;
  /** Lines of a file by the path that findings show, or undefined where its text is not at hand. */
  readonly linesOf: (file: string) => LineIndex | undefined;
}
