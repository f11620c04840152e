/** Puts together what is known of a place: its findings with what stands there, or what is nearest. */
import type { LawEntry } from '../../model/catalog.ts';
import type { Finding } from '../../model/finding.ts';
import type { LineIndex } from '../../text/line-index.ts';
import { placeWithin } from '../place.ts';
import type { Subject } from './subject.ts';

/** A place as a person names it; without a line the whole file. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
  /** A place in a text nested in the file, as findings print it: `tag "Meta" › script › line 7`. */
  readonly within?: string;
}

export interface ExplainedFinding {
  readonly finding: Finding;
  /** What does it; absent where a finding is about no single call or tag. */
  readonly subject?: Subject;
  readonly law: readonly LawEntry[];
}

export interface Explanation {
  readonly file: string;
  readonly place: Place;
  readonly findings: readonly ExplainedFinding[];
  /** Where there is no finding: what stands there all the same. */
  readonly subjects: readonly Subject[];
  /** Where there is no finding: those whose evidence passes here, then the next in the file. */
  readonly nearest: readonly Finding[];
}

export interface ExplanationInput {
  readonly file: string;
  readonly place: Place;
  /** All of the run. */
  readonly findings: readonly Finding[];
  /** All of the file. */
  readonly subjects: readonly Subject[];
  readonly lines: LineIndex | undefined;
  readonly law: readonly LawEntry[];
}

const MAX_NEAREST = 3;

export function explanationOf({ file, place, findings, subjects, lines, law }: ExplanationInput): Explanation {
  const here = findings.filter((finding) => finding.file === file);
  const at = here.filter((finding) => isAt(finding, place));
  const standing = at.length > 0 ? [] : subjects.filter((subject) => lines && stands(subject, place, lines));
  return {
    file,
    place,
    findings: at.map((finding) => {
      const subject = subjectOf(finding, subjects, lines);
      return {
        finding,
        ...(subject && { subject }),
        law: finding.law.flatMap((id) => law.find((entry) => entry.id === id) ?? []),
      };
    }),
    subjects: innermost(standing, place),
    nearest: at.length > 0 ? [] : nearest(findings, here, file, place),
  };
}

type Range = Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>;

function isAt(finding: Finding, { line, column, within }: Place): boolean {
  if (within !== undefined && !isWithin(finding, within)) return false;
  return line === undefined || covers(finding, line, column);
}

/** An empty range is at its column. */
function covers({ line, column, endLine, endColumn }: Range, at: number, atColumn: number | undefined): boolean {
  if (at < line || at > endLine) return false;
  if (atColumn === undefined) return true;
  const from = at === line ? column : 1;
  const to = at === endLine ? Math.max(endColumn, column + (line === endLine ? 1 : 0)) : Number.POSITIVE_INFINITY;
  return atColumn >= from && atColumn < to;
}

/**
 * True where the steps that are named stand in the place of the finding, one behind the other; a line without column is any of
 * it. What is said of a tag as a whole stands in the export itself, and is within the tag.
 */
function isWithin(finding: Finding, within: string): boolean {
  const wanted = stepsOf(within);
  const [first = '', ...more] = wanted;
  if (more.length === 0 && finding.entity !== undefined && /^\w+ "(.*)"$/.exec(first)?.[1] === finding.entity)
    return true;
  const there = stepsOf(placeWithin(finding));
  const isSame = (want: string, step: string | undefined): boolean =>
    step !== undefined && (step === want || (/^line \d+$/.test(want) && step.startsWith(`${want}:`)));
  return there.some((_, from) => wanted.every((want, index) => isSame(want, there[from + index])));
}

function stepsOf(text: string): string[] {
  return text
    .replace(/^in /, '')
    .split('›')
    .map((step) => step.trim());
}

/** The activity that a finding is about: at its place, around it, of its tag, or on its trail. */
function subjectOf(finding: Finding, subjects: readonly Subject[], lines: LineIndex | undefined): Subject | undefined {
  const { vendor, entity } = finding;
  const fitting = subjects.filter(
    (one) => (vendor === undefined || one.vendor === vendor) && (entity === undefined || one.entity === entity),
  );
  if (lines) {
    const start = lines.offset(finding.line, finding.column);
    const end = lines.offset(finding.endLine, finding.endColumn);
    const [same] = fitting.filter((one) => one.start === start && one.end === end);
    if (same) return same;
    const around = fitting.filter((one) => one.start <= start && one.end >= end);
    const [closest] = around.sort((a, b) => a.end - a.start - (b.end - b.start));
    if (closest) return closest;
  }
  const steps = new Set(finding.trail.map(({ file, line, column }) => `${file}:${line}:${column}`));
  const told = fitting.find((one) => finding.message.includes(one.label));
  const passed = told ?? fitting.find((one) => steps.has(`${one.file}:${one.line}:${one.column}`));
  // What is said of a tag as a whole is told by what it does first.
  return passed ?? (entity === undefined ? undefined : fitting[0]);
}

function stands({ start, end }: Subject, { line, column, within }: Place, lines: LineIndex): boolean {
  if (line === undefined || within !== undefined) return false;
  if (column !== undefined) {
    const at = lines.offset(line, column);
    return at >= start && at < Math.max(end, start + 1);
  }
  return start < lines.lineStart(line + 1) && Math.max(end, start + 1) > lines.lineStart(line);
}

/** Of calls in calls the inner one is meant where a column is given. */
function innermost(subjects: readonly Subject[], { column }: Place): Subject[] {
  if (column === undefined) return [...subjects];
  const size = ({ start, end }: Subject): number => end - start;
  const least = Math.min(...subjects.map(size));
  return subjects.filter((one) => size(one) === least);
}

function nearest(all: readonly Finding[], here: readonly Finding[], file: string, place: Place): Finding[] {
  const { line, column = 1 } = place;
  if (line === undefined) return here.slice(0, MAX_NEAREST);
  const passing = all.filter(({ trail }) => trail.some((step) => step.file === file && step.line === line));
  const distance = (finding: Finding): number =>
    line < finding.line ? finding.line - line : Math.max(0, line - finding.endLine);
  const next = [...here].sort(
    (a, b) => distance(a) - distance(b) || Math.abs(a.column - column) - Math.abs(b.column - column),
  );
  return [...new Set([...passing, ...next])].slice(0, MAX_NEAREST);
}
