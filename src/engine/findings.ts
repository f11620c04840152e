/** From what rules report to the findings that are printed: positions, order, repetition, fingerprints. */
import type { Finding, Report, Severity, TrailStep } from '../model/finding.ts';
import type { Strictness } from '../model/profile.ts';
import { excerptOf } from '../report/masked-result.ts';
import { type ResolvedLocation, resolveLocation } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import { fingerprintOf } from './fingerprint.ts';

/** A report with the rule and the unit that it came from. */
export interface Reported {
  readonly rule: string;
  readonly unit: Source;
  readonly report: Report;
  /** Name of the folder in which the report's entity lies. */
  readonly folder?: string;
}

export interface FinishOptions {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly strictness: Strictness;
}

const SURENESS: Readonly<Record<Report['certainty'], number>> = { certain: 0, likely: 1, possible: 2 };
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Sorted by file and position; the same finding from several units (a shared script) stands once. */
export function finish(
  reported: readonly Reported[],
  options: FinishOptions,
): { findings: Finding[]; suppressed: number } {
  const seen = new Set<string>();
  const occurrences = new Map<string, number>();
  const findings: Finding[] = [];
  let suppressed = 0;
  const placed = reported.map((one) => ({ ...one, at: resolveLocation(one.report.location) }));
  placed.sort(
    (a, b) =>
      compare(a.at.file, b.at.file) ||
      a.at.start - b.at.start ||
      compare(a.rule, b.rule) ||
      a.at.end - b.at.end ||
      // A part that several pages include is found at its worst.
      SURENESS[a.report.certainty] - SURENESS[b.report.certainty] ||
      RANK[a.report.severity] - RANK[b.report.severity],
  );
  for (const { rule, unit, report, folder, at } of placed) {
    const key = `${rule} ${at.file} ${at.start} ${at.end} ${report.subject}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const configured = options.severities[rule];
    // What is only possible is a note, shown to those who ask for more (design, *Strictness*).
    const severity: Severity =
      report.certainty === 'possible'
        ? 'note'
        : configured === undefined || configured === 'off'
          ? report.severity
          : configured;
    if (configured === 'off' || (report.certainty === 'possible' && options.strictness === 'default')) {
      suppressed++;
      continue;
    }
    const subject = `${rule}\n${at.file}\n${at.path.map((step) => step.label).join(' › ')}\n${report.subject}`;
    const count = occurrences.get(subject) ?? 0;
    occurrences.set(subject, count + 1);
    findings.push({
      rule,
      severity,
      certainty: report.certainty,
      message: report.why === undefined ? bounded(report.message) : `${bounded(report.message)} ${report.why}`,
      file: at.file,
      line: at.line,
      column: at.column,
      endLine: at.endLine,
      endColumn: at.endColumn,
      excerpt: excerptOf(report.location.source.root.text.slice(at.start, Math.min(at.end, at.start + 2000))),
      ...(report.entity === undefined ? {} : { entity: bounded(report.entity) }),
      ...(folder === undefined ? {} : { folder }),
      ...(report.vendor === undefined ? {} : { vendor: report.vendor }),
      path: at.path.map((step) => ({ ...step, label: bounded(step.label) })),
      trail: trailOf(report, at),
      ...(report.cause === undefined
        ? {}
        : {
            cause: `${report.cause.id}:${fingerprintOf(`${report.cause.id}\n${unit.root.name}`)}`,
            causeTitle: report.cause.title,
          }),
      ...(report.remedy === undefined ? {} : { remedy: report.remedy }),
      law: report.law,
      fingerprint: fingerprintOf(count === 0 ? subject : `${subject}\n${count}`),
    });
  }
  findings.sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      RANK[a.severity] - RANK[b.severity] ||
      compare(a.rule, b.rule),
  );
  return { findings, suppressed };
}

/** Names of tags and variables are of any length; a page of one name tells nobody more than its beginning. */
const MAX_TEXT = 1000;

function bounded(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}

const MAX_TRAIL = 20;

/** The steps of a report, each once: a part that several pages include gets there in the same way from each of them. */
function trailOf({ trail }: Report, at: ResolvedLocation): TrailStep[] {
  const steps = new Map<string, TrailStep>();
  for (const { message, location } of trail) {
    if (steps.size >= MAX_TRAIL) break;
    const place = location ? resolveLocation(location) : at;
    const key = `${message} ${place.file} ${place.start}`;
    if (steps.has(key)) continue;
    steps.set(key, { message: bounded(message), file: place.file, line: place.line, column: place.column });
  }
  return [...steps.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
