/** What people read of a run: the report, and the list of who gets what. */
import { law } from '../generated/law.ts';
import { ruleList } from '../generated/rule-list.ts';
import { BUILT_IN_RULES } from '../model/built-in-rules.ts';
import type { LintResult } from '../model/finding.ts';
import type { Unit } from '../model/unit.ts';
import { ReportBuilder } from '../report/html/builder.ts';
import type { LanguageCode } from '../report/html/languages/codes.ts';
import { htmlReport } from '../report/html/report.ts';
import { inventoryCsv } from '../report/inventory/csv.ts';
import { maskInventory } from '../report/inventory/masked.ts';
import type { JudgeOptions } from './protocol.ts';

/** What a report tells beside the units. */
export interface ReportFacts {
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

  report({ result, options: { sector, regime }, today, language }: ReportFacts): Promise<string> {
    const builtIn = BUILT_IN_RULES.map(({ id, title, severity }) => ({ id, title, severity, law: [] }));
    const rules = [...ruleList, ...builtIn];
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
