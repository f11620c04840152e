/** From what rules report to the findings that are printed: positions, order, repetition, fingerprints. */
import type { Finding, Repair, Report, Severity, Suggestion, TrailStep } from '../model/finding.ts';
import { inEnglish, type Wording } from '../model/phrase.ts';
import type { Strictness } from '../model/profile.ts';
import { excerptOf } from '../report/masked-result.ts';
import { editOfFile, sortedEdits } from '../text/edit.ts';
import { type ResolvedLocation, resolveLocation } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import { fingerprintOf } from './fingerprint.ts';
import { gathered } from './gathered.ts';
import type { Severities } from './severities.ts';
import type { Suppressions } from './suppressions/suppressions.ts';

/** A report with the rule and the unit that it came from. */
export interface Reported {
  readonly rule: string;
  readonly unit: Source;
  readonly report: Report;
  /** The public id of the container that the unit is: its file may be called anything, and each export is called otherwise. */
  readonly container?: string;
  /** Name of the folder in which the report's entity lies. */
  readonly folder?: string;
}

export interface FinishOptions {
  readonly severities: Severities;
  readonly strictness: Strictness;
  /** What the inputs and the configuration switch off; absent where nobody asks them. */
  readonly suppressions?: Suppressions;
  /** Public ids of the containers that were judged; an empty text for those that have none. */
  readonly containers: ReadonlySet<string>;
  /** A path as fingerprints have it: the same, whatever folder a run is started from. */
  readonly projectPath?: (file: string) => string;
  /** Files outside of which nothing is told. */
  readonly within?: (file: string) => boolean;
  readonly wording?: Wording;
}

/** A report with its place and its fingerprint. */
interface Placed extends Reported {
  readonly at: ResolvedLocation;
  readonly fingerprint: string;
}

const SURENESS: Readonly<Record<Report['certainty'], number>> = { certain: 0, likely: 1, possible: 2 };
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

export interface Finished {
  readonly findings: Finding[];
  /** Switched off by a suppression: a comment, the notes of a container, an entry of the configuration. */
  readonly suppressed: number;
  /** Only possible, and not shown at this strictness. */
  readonly hidden: number;
}

/** Sorted by file and position; the same finding from several units (a shared script) stands once. */
export function finish(reported: readonly Reported[], options: FinishOptions): Finished {
  const { suppressions, severities, strictness, projectPath = (file: string) => file, within = () => true } = options;
  const { wording = inEnglish } = options;
  const findings: Finding[] = [];
  // What ended a rule is told wherever it did.
  const isTold = ({ rule, at }: Placed): boolean => within(at.file) || rule === 'internal-error';
  const placed = place(
    reported.filter(({ report }) => !isSeen(report, options.containers)),
    projectPath,
  ).filter(isTold);
  const isOff = ({ rule, at }: Placed): boolean => severities.of(rule, at.file) === 'off';
  // What the rule is switched off for is nobody's to suppress, and counts as little as what a rule that never ran would find.
  const open = suppressions ? placed.filter((one) => isOff(one) || !suppressions.cover(one)) : placed;
  const suppressed = placed.length - open.length;
  let hidden = 0;
  const ofSuppressions = suppressions ? place(suppressions.reports(open, severities), projectPath) : [];
  for (const one of [...open, ...ofSuppressions.filter(isTold)]) {
    const { rule, unit, report, folder, at, fingerprint } = one;
    const configured = severities.of(rule, at.file);
    if (configured === 'off') continue;
    // What is only possible is a note, shown to those who ask for more (design, *Strictness*).
    if (report.certainty === 'possible' && strictness === 'default') {
      hidden++;
      continue;
    }
    const severity = report.certainty === 'possible' ? 'note' : (configured ?? report.severity);
    findings.push({
      rule,
      severity,
      certainty: report.certainty,
      message: messageOf(report, wording),
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
      trail: trailOf(report, at, wording),
      ...(report.cause === undefined
        ? {}
        : {
            cause: `${report.cause.id}:${fingerprintOf(`${report.cause.id}\n${unit.root.name}`)}`,
            causeTitle: wording(report.cause.title),
          }),
      ...(report.remedy === undefined ? {} : { remedy: wording(report.remedy) }),
      ...repairsOf(report, wording),
      law: report.law,
      fingerprint,
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
  return { findings, suppressed, hidden };
}

/** What a container out of sight may do, where the run has that container. */
function isSeen({ unlessSeen }: Report, containers: ReadonlySet<string>): boolean {
  if (!unlessSeen || containers.size === 0) return false;
  return unlessSeen.length === 0 || containers.has('') || unlessSeen.some((id) => containers.has(id));
}

/** In the order of their places, each once; of those that differ by their pages alone, one with all pages. */
function place(reported: readonly Reported[], projectPath: (file: string) => string): Placed[] {
  const seen = new Map<string, Report[]>();
  const occurrences = new Map<string, number>();
  const found = reported.map((one) => ({ ...one, at: resolveLocation(one.report.location) }));
  found.sort(
    (a, b) =>
      compare(a.at.file, b.at.file) ||
      a.at.start - b.at.start ||
      compare(a.rule, b.rule) ||
      a.at.end - b.at.end ||
      // A part that several pages include is found at its worst.
      SURENESS[a.report.certainty] - SURENESS[b.report.certainty] ||
      RANK[a.report.severity] - RANK[b.report.severity] ||
      (a.report.pages && b.report.pages ? compare(a.unit.root.name, b.unit.root.name) : 0),
  );
  const placed: (Placed & { readonly key: string })[] = [];
  for (const one of found) {
    const { rule, at, report } = one;
    const key = `${rule} ${at.file} ${at.start} ${at.end} ${report.subject}`;
    const alike = seen.get(key);
    alike?.push(report);
    if (alike) continue;
    seen.set(key, [report]);
    const isContainer = one.container !== undefined && at.file === one.unit.root.name;
    const file = isContainer ? one.container : projectPath(at.file);
    const subject = `${rule}\n${file}\n${at.path.map((step) => step.label).join(' › ')}\n${report.subject}`;
    // Counted whether or not it is shown: what one suppresses changes no other fingerprint.
    const count = occurrences.get(subject) ?? 0;
    occurrences.set(subject, count + 1);
    placed.push({ ...one, key, fingerprint: fingerprintOf(count === 0 ? subject : `${subject}\n${count}`) });
  }
  return placed.map(({ key, ...one }) => ({ ...one, report: gathered(seen.get(key) ?? [], one.report) }));
}

/** Names of tags and variables are of any length; a page of one name tells nobody more than its beginning. */
const MAX_TEXT = 1000;

function bounded(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}

function messageOf({ message, why }: Report, wording: Wording): string {
  const told = bounded(wording(message));
  return why === undefined ? told : `${told} ${wording(why)}`;
}

/** The repairs of a report that the file of its finding can hold. */
function repairsOf(
  { fix, suggestions = [], location }: Report,
  wording: Wording,
): Pick<Finding, 'fix' | 'suggestions'> {
  const file = location.source.root;
  const placed = (repair: Repair): Suggestion[] => {
    const edits = repair.edits.map((edit) =>
      edit.location.source.root === file ? editOfFile(edit.location, edit.text) : undefined,
    );
    const sorted = edits.length > 0 && edits.every((edit) => edit !== undefined) ? sortedEdits(edits) : undefined;
    return sorted ? [{ message: wording(repair.message), edits: sorted }] : [];
  };
  const [safe] = fix ? placed(fix) : [];
  const asked = suggestions.flatMap(placed);
  return { ...(safe && { fix: safe }), ...(asked.length > 0 && { suggestions: asked }) };
}

const MAX_TRAIL = 20;

/** The steps of a report, each once: a part that several pages include gets there in the same way from each of them. */
function trailOf({ trail }: Report, at: ResolvedLocation, wording: Wording): TrailStep[] {
  const steps = new Map<string, TrailStep>();
  for (const { message, location } of trail) {
    if (steps.size >= MAX_TRAIL) break;
    const place = location ? resolveLocation(location) : at;
    const key = `${message} ${place.file} ${place.start}`;
    if (steps.has(key)) continue;
    steps.set(key, { message: bounded(wording(message)), file: place.file, line: place.line, column: place.column });
  }
  return [...steps.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
