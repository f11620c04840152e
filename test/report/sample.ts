import type { Finding, LintResult } from '../../src/model/finding.ts';

export function finding(over: Partial<Finding> = {}): Finding {
  return {
    rule: 'consent/fires-before-consent',
    severity: 'error',
    certainty: 'certain',
    message: 'The pixel sends an event on a first visit.',
    file: 'page.html',
    line: 2,
    column: 3,
    endLine: 2,
    endColumn: 27,
    excerpt: "fbq('track', 'PageView');",
    path: [],
    trail: [],
    law: [],
    fingerprint: 'abc',
    ...over,
  };
}

export function result(findings: Finding[], over: Partial<LintResult> = {}): LintResult {
  return {
    version: 1,
    taglint: '0.1.0',
    findings,
    skipped: [],
    stats: { files: 3, parsed: 1, units: 1, activities: 1, unresolved: 0, suppressed: 0, milliseconds: 5 },
    ...over,
  };
}
