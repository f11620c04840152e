import type { Finding, LintResult, Suggestion } from '../model/finding.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions } from './options.ts';

/** What a terminal would obey or hide; written as escapes, which JSON readers undo. */
const UNSAFE =
  /[\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]|[\udb40-\udb43][\udc00-\udfff]/g;

/** The result as JSON, `schemas/findings.schema.json`; keys always in the same order. Ends with a line end. */
export function json(result: LintResult, options: Pick<ReportOptions, 'showValues'>): string {
  const shown = options.showValues ? result : maskResult(result);
  const document = {
    version: shown.version,
    taglint: shown.taglint,
    findings: shown.findings.map(findingJson),
    skipped: shown.skipped.map(({ file, reason }) => ({ file, reason })),
    stats: shown.stats,
  };
  return escapedJson(document);
}

/** A document as indented JSON in which nothing hides from a reader or moves a terminal. Ends with a line end. */
export function escapedJson(document: unknown): string {
  const text = JSON.stringify(document, null, 2);
  return `${text.replace(UNSAFE, escaped)}\n`;
}

/** Every UTF-16 unit as JSON writes it. */
function escaped(characters: string): string {
  return characters.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A finding as a member of a document; members that are undefined are left out by JSON.stringify. */
export function findingJson(finding: Finding): Record<keyof Finding, unknown> {
  return {
    rule: finding.rule,
    severity: finding.severity,
    certainty: finding.certainty,
    message: finding.message,
    file: finding.file,
    line: finding.line,
    column: finding.column,
    endLine: finding.endLine,
    endColumn: finding.endColumn,
    excerpt: finding.excerpt,
    entity: finding.entity,
    folder: finding.folder,
    vendor: finding.vendor,
    path: finding.path.map(({ label, line, column }) => ({ label, line, column })),
    trail: finding.trail.map(({ message, file, line, column }) => ({ message, file, line, column })),
    cause: finding.cause,
    causeTitle: finding.causeTitle,
    remedy: finding.remedy,
    help: finding.help,
    fix: finding.fix && suggestionJson(finding.fix),
    suggestions: finding.suggestions?.map(suggestionJson),
    law: finding.law,
    fingerprint: finding.fingerprint,
  };
}

function suggestionJson({ message, edits }: Suggestion): Suggestion {
  return { message, edits: edits.map(({ start, end, text }) => ({ start, end, text })) };
}
