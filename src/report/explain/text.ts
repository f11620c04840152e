import pc from 'picocolors';
import type { LawEntry } from '../../model/catalog.ts';
import type { Certainty, Finding, Severity, TrailStep } from '../../model/finding.ts';
import { CONSENT_STATES } from '../../model/guard.ts';
import { codeFrame } from '../frame.ts';
import { maskPersonalData } from '../mask.ts';
import { maskFinding } from '../masked-result.ts';
import type { ReportOptions } from '../options.ts';
import { placeWithin } from '../place.ts';
import { plural } from '../summary.ts';
import { clean, wrap } from '../terminal.ts';
import type { ExplainedFinding, Explanation, Place } from './explanation.ts';
import type { Subject, SubjectOrigin, SubjectValue } from './subject.ts';

export interface ExplanationTextOptions extends ReportOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Findings of one place that are told in full; the others are named. */
const MOST_IN_FULL = 5;
const INDENT = '  ';

/** The explanation for people. Ends with a line end. */
export function explanationText(explanation: Explanation, options: ExplanationTextOptions): string {
  const writer = new Writer(options);
  const { findings } = explanation;
  if (findings.length === 0) writer.absence(explanation);
  for (const [index, one] of findings.slice(0, MOST_IN_FULL).entries()) {
    if (index > 0) writer.line('');
    writer.finding(one);
  }
  const rest = findings.slice(MOST_IN_FULL);
  if (rest.length > 0) {
    writer.line('');
    writer.line(`${plural(rest.length, 'more finding')} at this place; name the column to have one told:`);
    for (const { finding } of rest) writer.named(finding);
  }
  if (findings.some(({ law }) => law.length > 0)) {
    writer.line('');
    writer.line('Engineering findings, not legal advice.');
  }
  return writer.text;
}

class Writer {
  readonly #options: ExplanationTextOptions;
  readonly #colors: ReturnType<typeof pc.createColors>;
  readonly #lines: string[] = [];
  /** Ids of what was told in full. */
  readonly #told = new Set<string>();

  constructor(options: ExplanationTextOptions) {
    this.#options = options;
    this.#colors = pc.createColors(options.color);
  }

  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  finding({ finding: raw, subject, law }: ExplainedFinding): void {
    const finding = this.#options.showValues ? raw : maskFinding(raw);
    const { bold, dim } = this.#colors;
    const mark = this.#severity(finding.severity);
    const place = `${clean(finding.file)}:${finding.line}:${finding.column}`;
    this.line(`${bold(place)}  ${mark(finding.severity)}  ${dim(clean(finding.rule))}`);
    this.#paragraph(finding.message);
    const within = placeWithin(finding);
    if (within !== '') this.#paragraph(`in ${within}`);
    this.#frame(finding);
    if (finding.certainty !== 'certain') {
      this.#heading('How sure this is');
      this.#paragraph(`${finding.certainty}: ${SURE[finding.certainty]}`);
    }
    if (finding.trail.length > 0) {
      this.#heading('How it comes about');
      let before: TrailStep = { ...finding, message: '' };
      for (const [index, step] of finding.trail.entries()) {
        this.#step(step, index + 1, finding);
        const isShown = step.file === before.file && step.line === before.line;
        if (!isShown) this.#stepFrame(step);
        before = step;
      }
    }
    if (subject) this.#subject(subject);
    if (finding.remedy !== undefined) {
      this.#heading('What to do');
      this.#paragraph(finding.remedy);
    }
    if (law.length > 0) {
      this.#heading('What it rests on');
      for (const entry of law.filter(({ id }) => !this.#told.has(id))) this.#law(entry);
      const again = law.filter(({ id }) => this.#told.has(id)).map(({ id }) => id);
      if (again.length > 0) this.#paragraph(`${again.join(', ')}: see above`);
      for (const { id } of law) this.#told.add(id);
    }
    this.#heading('More');
    this.#paragraph(`taglint explain ${finding.rule} tells of the rule, with examples in every language.`);
  }

  absence({ file, place, subjects, nearest }: Explanation): void {
    this.line(`No finding at ${placeText(file, place)}.`);
    for (const subject of subjects) {
      this.#heading(`What stands there: ${this.#shown(subject.label)} (${clean(subject.vendor)})`);
      this.#cells(subject);
      this.#values(subject);
    }
    if (nearest.length === 0) return;
    this.line('');
    this.line('Nearest:');
    for (const finding of nearest) this.named(finding);
  }

  named(raw: Finding): void {
    const { file, line, column, severity, rule, message } = this.#options.showValues ? raw : maskFinding(raw);
    const place = `${clean(file)}:${line}:${column}`;
    this.#hanging(`${INDENT}${place}  ${severity}  ${clean(rule)}  `, clean(message), INDENT.repeat(3));
  }

  #subject(subject: Subject): void {
    this.#heading(`In each consent state, ${this.#shown(subject.label)} of ${clean(subject.vendor)}`);
    if (subject.unreached) this.#paragraph('Nothing in sight calls it: this is what it would do.');
    this.#cells(subject);
    this.#values(subject);
  }

  #cells({ cells, file }: Subject): void {
    for (const { states, outcome, certainty, reasons } of cells) {
      const names =
        states.length === CONSENT_STATES.length ? 'every state' : states.map((s) => s.replace('-', ' ')).join(', ');
      const doubt = certainty === 'likely' ? ' (likely)' : '';
      const why = reasons.map((step) => `${step.message}${this.#at(step, file)}`).join('; ');
      this.#hanging(`${INDENT}${names}: ${outcome}${doubt}, `, this.#shown(why), INDENT.repeat(3));
    }
  }

  #values({ values, file }: Subject): void {
    if (values.length === 0) return;
    this.#heading('What it carries, and from where');
    for (const value of values) {
      const text = this.#shown(describe(value, file));
      this.#hanging(`${INDENT}${this.#shown(value.name)}: `, text, INDENT.repeat(3));
    }
  }

  #step(step: TrailStep, number: number, finding: Finding): void {
    const other = step.file === finding.file ? '' : `${step.file}:`;
    this.#hanging(
      `${INDENT}${number}. `,
      clean(`${step.message} (${other}${step.line}:${step.column})`),
      INDENT.repeat(3),
    );
  }

  /** Where a step ends is not told: its line is shown, and where in it the step begins. */
  #stepFrame(step: TrailStep): void {
    const text = this.#options.linesOf(step.file)?.lineText(step.line) ?? '';
    if (text.trim() === '') return;
    this.#frame({ ...step, endLine: step.line, endColumn: step.column + 1 }, INDENT.repeat(3));
  }

  #frame(range: Parameters<typeof codeFrame>[1] & { readonly file: string }, indent = INDENT): void {
    const lines = this.#options.linesOf(range.file);
    if (!lines) return;
    const { width, showValues } = this.#options;
    const { dim, cyan } = this.#colors;
    const frame = codeFrame(lines, range, { width: Math.max(30, width - indent.length), showValues, dim, mark: cyan });
    for (const line of frame) this.line(`${indent}${line}`);
  }

  #law({ id, title, year, summary, source, confidence }: LawEntry): void {
    const when = year === undefined || title.includes(String(year)) ? '' : ` (${year})`;
    const doubt = confidence === 'unverified' ? ' [unverified]' : '';
    this.#hanging(`${INDENT}${id}: `, clean(`${title}${when}${doubt}. ${summary}`), INDENT.repeat(3));
    this.line(`${INDENT.repeat(3)}${this.#colors.dim(clean(source))}`);
  }

  #heading(text: string): void {
    this.line('');
    for (const line of wrap(text, this.#options.width)) this.line(this.#colors.bold(line));
  }

  #paragraph(text: string): void {
    this.#hanging(INDENT, clean(text), INDENT);
  }

  #hanging(first: string, text: string, rest: string): void {
    wrap(`${first.trimStart()}${text}`, Math.max(30, this.#options.width - rest.length)).forEach((line, index) => {
      this.line(`${index === 0 ? (/^ */.exec(first)?.[0] ?? '') : rest}${line}`);
    });
  }

  #shown(text: string): string {
    return clean(this.#options.showValues ? text : maskPersonalData(text));
  }

  #at({ file, line, column }: TrailStep, here: string): string {
    return ` (${file === here ? '' : `${file}:`}${line}:${column})`;
  }

  #severity(severity: Severity): (text: string) => string {
    const { red, yellow, blue } = this.#colors;
    return severity === 'error' ? red : severity === 'warning' ? yellow : blue;
  }
}

const SURE: Readonly<Record<Certainty, string>> = {
  certain: 'what is in sight decides it.',
  likely:
    'all that is in sight speaks for it, but for something that is known by its name alone or is decided elsewhere.',
  possible: 'what decides it is not in sight.',
};

function describe({ value, from, origins }: SubjectValue, here: string): string {
  const places = origins.flatMap((origin) => originPlace(origin, here) ?? []);
  const where = places.length === 0 ? '' : ` (${[...new Set(places)].join(', ')})`;
  if (from === '') return value ?? 'not known before it runs';
  return value === undefined ? `from ${from}${where}` : `${value}, from ${from}${where}`;
}

function originPlace({ file, line, column }: SubjectOrigin, here: string): string | undefined {
  if (file === undefined) return undefined;
  return `${file === here ? '' : `${file}:`}${line}:${column}`;
}

function placeText(file: string, { line, column, within }: Place): string {
  const at = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  return `${clean(file)}${at}${within === undefined ? '' : ` in ${clean(within)}`}`;
}
