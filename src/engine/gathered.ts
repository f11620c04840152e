/** Reports of one place that stands in many pages, as one. */
import type { Report, ReportedPage } from '../model/finding.ts';

/**
 * @param alike reports that differ by their pages alone
 * @param worst the one of them that is told
 */
export function gathered(alike: readonly Report[], worst: Report): Report {
  if (!worst.pages || alike.length < 2) return worst;
  const pages = new Map<string, ReportedPage>();
  for (const page of alike.flatMap((report) => report.pages?.found ?? [])) {
    const key = fileOf(page);
    if (!pages.has(key)) pages.set(key, page);
  }
  // Whatever order they were read in.
  const sorted = [...pages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, page]) => page);
  return { ...worst, ...worst.pages.tell(sorted) };
}

/** The file that says what the page is about: the page's own, or that of a layout, which says so once for all of its pages. */
function fileOf({ where, evidence }: ReportedPage): string {
  const [first] = evidence;
  return first?.location ? first.location.source.root.name : `${first?.message ?? ''} ${where}`;
}
