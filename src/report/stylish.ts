import pc from 'picocolors';
import type { Finding, LintResult, Severity } from '../model/finding.ts';
import { LineIndex } from '../text/line-index.ts';
import { codeFrame } from './frame.ts';
import { maskResult } from './masked-result.ts';
import { summary } from './summary.ts';
import { clean, wrap } from './terminal.ts';

export interface StylishOptions {
  /** Colours on; whether the output is a terminal is decided where it is written. */
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly showValues: boolean;
  /** Text of a file for its code frames, or undefined where it is not at hand. */
  readonly readSource: (file: string) => string | undefined;
}

type Colors = ReturnType<typeof pc.createColors>;

/** Longest list of folded places under one finding. */
const MOST_PLACES = 20;
const INDENT = '    ';
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Findings for people in a terminal, grouped by file, with a summary as the last lines. Ends with a line end. */
export function stylish(result: LintResult, options: StylishOptions): string {
  const colors = pc.createColors(options.color);
  const shown = options.showValues ? result : maskResult(result);
  const output: string[] = [];
  for (const [file, findings] of byFile(shown.findings)) {
    output.push('', colors.underline(clean(file)));
    const text = options.readSource(file);
    const lines = text === undefined ? undefined : new LineIndex(text);
    for (const group of byCause(findings)) output.push('', ...renderGroup(group, lines, options, colors));
  }
  if (output.length > 0) output.push('');
  output.push(...summary(shown, options.width, colors));
  return `${output.join('\n').replace(/^\n/, '')}\n`;
}

function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = files.get(finding.file);
    if (list) list.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}

/** Findings of one file that one repair clears, the gravest first; a finding without a shared cause is a group of its own. */
function byCause(findings: readonly Finding[]): Finding[][] {
  const groups: Finding[][] = [];
  const causes = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = finding.cause === undefined ? undefined : causes.get(finding.cause);
    if (known) {
      known.push(finding);
      continue;
    }
    const group = [finding];
    groups.push(group);
    if (finding.cause !== undefined) causes.set(finding.cause, group);
  }
  for (const group of groups) group.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return groups;
}

function renderGroup(
  group: Finding[],
  lines: LineIndex | undefined,
  options: StylishOptions,
  colors: Colors,
): string[] {
  const [first, ...others] = group;
  if (!first) return [];
  const output = renderFinding(first, lines, options, colors);
  if (others.length === 0) return output;
  const title = first.causeTitle ? `: ${clean(first.causeTitle)}` : '';
  const places = `same cause${title}: ${others.length} more ${others.length === 1 ? 'place' : 'places'}`;
  output.push(...wrap(places, options.width - INDENT.length).map((line) => INDENT + line));
  for (const other of others.slice(0, MOST_PLACES)) {
    const name = other.entity ?? other.excerpt;
    const place = `${other.line}:${other.column}`;
    const severity = severityColor(colors, other.severity)(other.severity);
    const rule = other.rule === first.rule ? '' : `  ${colors.dim(clean(other.rule))}`;
    output.push(`${INDENT}  ${place}  ${severity}  ${clean(shorten(name, options.width - 40))}${rule}`);
  }
  const more = others.length - MOST_PLACES;
  if (more > 0) output.push(`${INDENT}  ${colors.dim(`… and ${more} more (--format json lists them all)`)}`);
  return output;
}

function renderFinding(
  finding: Finding,
  lines: LineIndex | undefined,
  options: StylishOptions,
  colors: Colors,
): string[] {
  const mark = severityColor(colors, finding.severity);
  const inner = Math.max(30, options.width - INDENT.length);
  const doubt = finding.certainty === 'certain' ? '' : colors.dim(` (${finding.certainty})`);
  const place = `${finding.line}:${finding.column}`;
  const output = [`  ${place}  ${mark(finding.severity)}${doubt}  ${colors.dim(clean(finding.rule))}`];
  const text = (content: string, first = '', rest = ' '.repeat(first.length)): void => {
    wrap(clean(content), inner - first.length).forEach((line, index) => {
      output.push(`${INDENT}${index === 0 ? colors.dim(first) : rest}${line}`);
    });
  };
  text(finding.message);
  if (finding.path.length > 0) text(inWords(finding), 'in ');
  if (lines) {
    const frame = codeFrame(lines, finding, { width: inner, showValues: options.showValues, dim: colors.dim, mark });
    output.push(...frame.map((line) => INDENT + line));
  }
  finding.trail.forEach((step, index) => {
    const file = step.file === finding.file ? '' : `${step.file}:`;
    text(`${step.message} (${file}${step.line}:${step.column})`, `${index + 1}. `);
  });
  if (finding.remedy) text(finding.remedy, 'fix: ');
  if (finding.law.length > 0) text(finding.law.join(', '), 'law: ');
  return output;
}

/** `tag "Meta - Purchase" › html › line 7:3`. */
function inWords(finding: Finding): string {
  const last = finding.path[finding.path.length - 1];
  return [...finding.path.map((step) => step.label), `line ${last?.line}:${last?.column}`].join(' › ');
}

function severityColor(colors: Colors, severity: Severity): (text: string) => string {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.blue;
}

function shorten(text: string, width: number): string {
  const most = Math.max(20, width);
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
