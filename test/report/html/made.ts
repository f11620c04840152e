/** Reports of texts, as the command makes them of files. */
import { classify } from '../../../src/discover/index.ts';
import { Linter } from '../../../src/engine/lint.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { law } from '../../../src/generated/law.ts';
import { ruleList } from '../../../src/generated/rule-list.ts';
import { rules } from '../../../src/generated/rules.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';
import { InventoryBuilder } from '../../../src/inventory/build.ts';
import { inEnglish, type Wording } from '../../../src/model/phrase.ts';
import { GENERAL_PROFILE, type SiteProfile } from '../../../src/model/profile.ts';
import { loadTypeScriptParser } from '../../../src/parse/typescript.ts';
import { reportUnit } from '../../../src/report/html/collect.ts';
import type { HtmlReportOptions, ReportData, ReportUnit } from '../../../src/report/html/data.ts';
import { loadWording } from '../../../src/report/html/languages/load.ts';
import { htmlReport } from '../../../src/report/html/report.ts';

const OPTIONS: HtmlReportOptions = { language: 'en', date: '2026-11-30', showValues: false, anonymize: false };

/** What is found in texts, by their paths. */
export async function dataOf(
  files: Readonly<Record<string, string>>,
  profile: SiteProfile = GENERAL_PROFILE,
  wording: Wording = inEnglish,
): Promise<ReportData> {
  const units: ReportUnit[] = [];
  const builder = new InventoryBuilder();
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: '0.0.0',
    profile,
    loadHeavyParser: async () => loadTypeScriptParser(),
    wording,
    judged: (unit) => {
      builder.add(unit);
      const kept = reportUnit(unit, wording);
      if (kept) units.push(kept);
    },
  });
  for (const [path, text] of Object.entries(files)) {
    const kind = classify(path, text);
    if (kind !== 'other') await linter.lint({ path, kind, text });
  }
  const result = linter.result(Object.keys(files).length, 1);
  return { result, units, inventory: builder.result(), rules: ruleList, law, profile };
}

export async function reportOf(
  files: Readonly<Record<string, string>>,
  options: Partial<HtmlReportOptions> = {},
): Promise<string> {
  const wording = await loadWording(options.language ?? OPTIONS.language);
  return htmlReport(await dataOf(files, GENERAL_PROFILE, wording), { ...OPTIONS, ...options });
}

export function reportFrom(data: ReportData, options: Partial<HtmlReportOptions> = {}): Promise<string> {
  return htmlReport(data, { ...OPTIONS, ...options });
}
