/** What people read of a run: the report, and the list of who gets what. */
import type { LintResult } from '../model/finding.ts';
import type { Unit } from '../model/unit.ts';
import { ReportBuilder } from '../report/html/builder.ts';
import type { ReportData } from '../report/html/data.ts';
import type { LanguageCode } from '../report/html/languages/codes.ts';
import { htmlReport } from '../report/html/report.ts';
import { inventoryCsv } from '../report/inventory/csv.ts';
import { maskInventory } from '../report/inventory/masked.ts';
import type { JudgeOptions } from './protocol.ts';

/** What the core knows, and what is written has to tell. */
export interface ReportFacts extends Pick<ReportData, 'rules' | 'law'> {
  readonly result: LintResult;
  readonly options: JudgeOptions;
  /** `2026-11-30`. */
  readonly today: string | undefined;
  readonly language: LanguageCode;
}

export class ReportWriter {
  readonly #builder = new ReportBuilder();

  add(unit: Unit): void {
    this.#builder.add(unit);
  }

  report({ result, rules, law, options: { sector, regime }, today, language }: ReportFacts): Promise<string> {
    return htmlReport(this.#builder.data({ result, rules, law, profile: { sector, regime } }), {
      language,
      showValues: false,
      anonymize: false,
      ...(today !== undefined && { date: today }),
    });
  }

  inventory(): string {
    return inventoryCsv(maskInventory(this.#builder.inventory()));
  }
}
