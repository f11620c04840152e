/** Findings in the order in which somebody repairs them: what has one cause together, the worst first. */
import type { Finding, Severity } from '../model/finding.ts';

/** Findings of one file that one repair clears; a finding without a shared cause stands alone. */
export interface FindingCause {
  /** The gravest, and of those the first in the file. */
  readonly first: Finding;
  readonly others: readonly Finding[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * The causes behind the findings of one file: errors, warnings, notes; of equal ones the cause that clears most first, then
 * by position.
 */
export function causesOf(findings: readonly Finding[]): FindingCause[] {
  const groups: Finding[][] = [];
  const known = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = finding.cause === undefined ? undefined : known.get(finding.cause);
    if (group) {
      group.push(finding);
      continue;
    }
    const started = [finding];
    groups.push(started);
    if (finding.cause !== undefined) known.set(finding.cause, started);
  }
  const causes = groups.flatMap((group): FindingCause[] => {
    const [first, ...others] = group.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    return first ? [{ first, others }] : [];
  });
  return causes.sort((a, b) => RANK[a.first.severity] - RANK[b.first.severity] || b.others.length - a.others.length);
}

/** Where else the cause shows. A tag of which two rules speak is one place, named by the graver. */
export function otherPlaces({ first, others }: FindingCause): Finding[] {
  const seen = new Set(first.entity === undefined ? [] : [first.entity]);
  return others.filter(({ entity }) => {
    if (entity === undefined) return true;
    if (seen.has(entity)) return false;
    seen.add(entity);
    return true;
  });
}

/** Findings by their file, in the order in which they come. */
export function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = files.get(finding.file);
    if (list) list.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}
