import type { Finding, LintResult, Suggestion, TrailStep } from '../model/finding.ts';
import { maskPersonalData } from './mask.ts';

/** A result in which no text that comes from the input shows personal data or a secret. */
export function maskResult(result: LintResult): LintResult {
  return { ...result, findings: result.findings.map(maskFinding) };
}

/** A finding in which no text that comes from the input shows personal data or a secret. */
export function maskFinding(finding: Finding): Finding {
  return {
    ...finding,
    message: maskPersonalData(finding.message),
    excerpt: maskPersonalData(finding.excerpt),
    path: finding.path.map((step) => ({ ...step, label: maskPersonalData(step.label) })),
    trail: finding.trail.map((step): TrailStep => ({ ...step, message: maskPersonalData(step.message) })),
    ...(finding.fix && { fix: maskRepair(finding.fix) }),
    ...(finding.suggestions && { suggestions: finding.suggestions.map(maskRepair) }),
    ...(finding.entity !== undefined && { entity: maskPersonalData(finding.entity) }),
    ...(finding.folder !== undefined && { folder: maskPersonalData(finding.folder) }),
    ...(finding.causeTitle !== undefined && { causeTitle: maskPersonalData(finding.causeTitle) }),
    ...(finding.remedy !== undefined && { remedy: maskPersonalData(finding.remedy) }),
  };
}

/** A masked text must not get into a file: what would show personal data is told, without its edits. */
function maskRepair({ message, edits }: Suggestion): Suggestion {
  const shows = edits.some(({ text }) => maskPersonalData(text) !== text);
  return { message: maskPersonalData(message), edits: shows ? [] : edits };
}

/** Longest excerpt; a range may be a whole script. */
const EXCERPT_LENGTH = 160;

/** The flagged text as `Finding.excerpt` holds it: on one line, shortened, masked. */
export function excerptOf(text: string): string {
  // Twice the length: white space shrinks, and a value that the end cuts must still be recognised to be masked.
  const line = maskPersonalData(
    text
      .slice(0, EXCERPT_LENGTH * 4)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const short = line.length > EXCERPT_LENGTH || text.length > EXCERPT_LENGTH * 4;
  return short ? `${line.slice(0, EXCERPT_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
