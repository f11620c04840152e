import pc from 'picocolors';
import type { Finding, LintResult, Severity } from '../model/finding.ts';
import type { LineIndex } from '../text/line-index.ts';
import { byFile, causesOf, type FindingCause, otherPlaces } from './causes.ts';
import { codeFrame } from './frame.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions } from './options.ts';
import { placeWithin } from './place.ts';
import { counted, plural, summary } from './summary.ts';
import { clean, wrap } from './terminal.ts';

export interface StylishOptions extends ReportOptions {
  /** Colours on; whether the output is a terminal is decided where it is written. */
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Everything of every file, however long that gets. */
  readonly verbose?: boolean;
}

type Colors = ReturnType<typeof pc.createColors>;

/** Longest list of folded places under one finding. */
const MOST_PLACES = 20;
/** A file that needs more lines is shown in brief: its worst causes with their evidence, a line for each of the next. */
const MOST_LINES = 80;
const BRIEF: Readonly<{ lines: number; places: number; causes: number }> = { lines: 36, places: 8, causes: 16 };
const INDENT = '    ';
const SEVERITY_WIDTH = 'warning'.length;

/** Findings for people in a terminal, grouped by file, with a summary as the last lines. Ends with a line end. */
export function stylish(result: LintResult, options: StylishOptions): string {
  const colors = pc.createColors(options.color);
  const shown = options.showValues ? result : maskResult(result);
  const output: string[] = [];
  for (const [file, findings] of byFile(shown.findings)) {
    output.push('', colors.underline(clean(file)));
    const lines = options.linesOf(file);
    output.push(...renderFile(causesOf(findings), { lines, options, colors }));
  }
  if (output.length > 0) output.push('');
  output.push(...summary(shown, options.width, colors));
  return `${output.join('\n').replace(/^\n/, '')}\n`;
}

interface FileContext {
  readonly lines: LineIndex | undefined;
  readonly options: StylishOptions;
  readonly colors: Colors;
}

function renderFile(causes: readonly FindingCause[], context: FileContext): string[] {
  const { options } = context;
  const output: string[] = [];
  for (const cause of causes) {
    output.push('', ...renderCause(cause, context, MOST_PLACES));
    if (output.length > MOST_LINES && !options.verbose) return renderBrief(causes, context);
  }
  return output;
}

/** The worst causes with their evidence as far as there is room, the next in a line each, the rest as a number. */
function renderBrief(causes: readonly FindingCause[], context: FileContext): string[] {
  const output: string[] = [];
  let shown = 0;
  for (const cause of causes) {
    const next = renderCause(cause, context, BRIEF.places);
    if (shown > 0 && output.length + next.length > BRIEF.lines) break;
    output.push('', ...next);
    shown += 1;
  }
  const rest = causes.slice(shown);
  if (rest.length > 0) output.push('', ...renderLines(rest.slice(0, BRIEF.causes), context));
  const left = rest.slice(BRIEF.causes).flatMap(({ first, others }) => [first, ...others]);
  const { dim } = context.colors;
  if (left.length > 0) output.push(`  ${dim(`… and ${counted(left)} more`)}`);
  output.push(`  ${dim('--verbose shows everything, --format json lists it')}`);
  return output;
}

/** Each cause in one line: place, severity, rule, and what its findings have in common. */
function renderLines(causes: readonly FindingCause[], { options, colors }: FileContext): string[] {
  const places = causes.map(({ first }) => `${first.line}:${first.column}`);
  const column = Math.max(...places.map(({ length }) => length));
  return causes.map((cause, index) => {
    const { first } = cause;
    const others = otherPlaces(cause);
    const what = others.length > 0 && first.causeTitle !== undefined ? first.causeTitle : first.message;
    const tail = others.length > 0 ? ` (${plural(others.length + 1, 'place')})` : '';
    const used = column + SEVERITY_WIDTH + first.rule.length + tail.length + 8;
    const place = (places[index] ?? '').padEnd(column);
    const severity = severityColor(colors, first.severity)(first.severity.padEnd(SEVERITY_WIDTH));
    const message = clean(shorten(what, options.width - used));
    return `  ${place}  ${severity}  ${colors.dim(clean(first.rule))}  ${message}${tail}`;
  });
}

function renderCause(cause: FindingCause, context: FileContext, most: number): string[] {
  const { first } = cause;
  const { options, colors } = context;
  const output = renderFinding(first, context);
  const others = otherPlaces(cause);
  if (others.length === 0) return output;
  const title = first.causeTitle ? `: ${clean(first.causeTitle)}` : '';
  const places = `same cause${title}: ${plural(others.length, 'more place')}`;
  output.push(...wrap(places, options.width - INDENT.length).map((line) => INDENT + line));
  for (const other of others.slice(0, most)) {
    const name = other.entity ?? other.excerpt;
    const place = `${other.line}:${other.column}`;
    const severity = severityColor(colors, other.severity)(other.severity);
    const rule = other.rule === first.rule ? '' : `  ${colors.dim(clean(other.rule))}`;
    output.push(`${INDENT}  ${place}  ${severity}  ${clean(shorten(name, options.width - 40))}${rule}`);
  }
  const more = others.length - most;
  if (more > 0) output.push(`${INDENT}  ${colors.dim(`… and ${more} more (--verbose or --format json)`)}`);
  return output;
}

function renderFinding(finding: Finding, { lines, options, colors }: FileContext): string[] {
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
  const within = placeWithin(finding);
  if (within !== '') text(within, 'in ');
  if (lines) {
    const frame = codeFrame(lines, finding, { width: inner, showValues: options.showValues, dim: colors.dim, mark });
    output.push(...frame.map((line) => INDENT + line));
  }
  finding.trail.forEach((step, index) => {
    const file = step.file === finding.file ? '' : `${step.file}:`;
    text(`${step.message} (${file}${step.line}:${step.column})`, `${index + 1}. `);
  });
  const { remedy, fix, suggestions = [] } = finding;
  const option = fix ? ' (fixable with --fix)' : suggestions.length > 0 ? ' (fixable with --fix=suggested)' : '';
  if (remedy) text(`${remedy}${option}`, 'fix: ');
  if (finding.law.length > 0) text(finding.law.join(', '), 'law: ');
  return output;
}

function severityColor(colors: Colors, severity: Severity): (text: string) => string {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.blue;
}

function shorten(text: string, width: number): string {
  const most = Math.max(20, width);
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
