/** What people read of a run: the report, and the list of who gets what. */
import { law } from '../generated/law.ts';
import { ruleList } from '../generated/rule-list.ts';
import { BUILT_IN_RULES } from '../model/built-in-rules.ts';
import type { LintResult } from '../model/finding.ts';
import type { Wording } from '../model/phrase.ts';
import type { Unit } from '../model/unit.ts';
import { ReportBuilder } from '../report/html/builder.ts';
import type { LanguageCode } from '../report/html/languages/codes.ts';
import { loadWording } from '../report/html/languages/load.ts';
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
}

export class ReportWriter {
  /** How findings are to be worded; in English if absent. */
  readonly wording: Wording | undefined;
  readonly #builder: ReportBuilder;
  readonly #language: LanguageCode;

  private constructor(language: LanguageCode, wording: Wording | undefined) {
    this.wording = wording;
    this.#builder = new ReportBuilder(wording);
    this.#language = language;
  }

  static async in(language: LanguageCode): Promise<ReportWriter> {
    return new ReportWriter(language, await loadWording(language));
  }

  add(unit: Unit): void {
    this.#builder.add(unit);
  }

  report({ result, options: { sector, regime }, today }: ReportFacts): Promise<string> {
    const builtIn = BUILT_IN_RULES.map(({ id, title, severity }) => ({ id, title, severity, law: [] }));
    const rules = [...ruleList, ...builtIn];
    return htmlReport(this.#builder.data({ result, rules, law, profile: { sector, regime } }), {
      language: this.#language,
      showValues: false,
      anonymize: false,
      ...(today !== undefined && { date: today }),
    });
  }

  inventory(): string {
    return inventoryCsv(maskInventory(this.#builder.inventory()));
  }
}
