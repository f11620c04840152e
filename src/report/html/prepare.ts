/** The data as the page may show it: personal data masked, names of a length that a page bears. */
import type { Finding } from '../../model/finding.ts';
import { maskInventory } from '../inventory/masked.ts';
import { maskResult } from '../masked-result.ts';
import { anonymous } from './anonymous.ts';
import type { HtmlReportOptions, ReportData } from './data.ts';
import type { Words } from './languages/texts.ts';
import { short } from './markup.ts';

/** Who receives data is told in lists and filters, which a long name would burst. */
const LONGEST_VENDOR = 80;

export function prepared(all: ReportData, { showValues, anonymize }: HtmlReportOptions, words: Words): ReportData {
  const data = anonymize ? anonymous(all, words) : all;
  const result = showValues ? data.result : maskResult(data.result);
  return {
    ...data,
    inventory: showValues ? data.inventory : maskInventory(data.inventory),
    result: { ...result, findings: result.findings.map(withShortVendor) },
    units: data.units.map((unit) => ({ ...unit, tags: unit.tags.map(withShortVendor) })),
  };
}

function withShortVendor<T extends Pick<Finding, 'vendor'>>(one: T): T {
  return one.vendor === undefined ? one : { ...one, vendor: short(one.vendor, LONGEST_VENDOR) };
}
