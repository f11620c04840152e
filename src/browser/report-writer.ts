/** What people read of a run: the report, and the list of who gets what. */
import { InventoryBuilder } from '../inventory/build.ts';
import type { LintResult } from '../model/finding.ts';
import type { Unit } from '../model/unit.ts';
import { reportUnit } from '../report/html/collect.ts';
import type { ReportData, ReportUnit } from '../report/html/data.ts';
import type { LanguageCode } from '../report/html/languages/codes.ts';
import { htmlReport } from '../report/html/report.ts';
import { inventoryCsv } from '../report/inventory/csv.ts';
import { maskInventory } from '../report/inventory/masked.ts';
import { worstOf } from '../report/matrix/worst.ts';
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
  readonly #units: ReportUnit[] = [];
  readonly #inventory = new InventoryBuilder();

  add(unit: Unit): void {
    this.#inventory.add(unit);
    const kept = reportUnit(unit);
    if (kept) this.#units.push(kept);
  }

  report({ result, rules, law, options: { sector, regime }, today, language }: ReportFacts): Promise<string> {
    const units = worstOf<ReportUnit['tags'][number], ReportUnit>(this.#units);
    const data: ReportData = {
      result,
      units: units.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
      inventory: this.#inventory.result(),
      rules,
      law,
      profile: { sector, regime },
    };
    return htmlReport(data, {
      language,
      showValues: false,
      anonymize: false,
      ...(today !== undefined && { date: today }),
    });
  }

  inventory(): string {
    return inventoryCsv(maskInventory(this.#inventory.result()));
  }
}
