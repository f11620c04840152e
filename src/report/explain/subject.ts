/** What stands at a place of a file: each activity with its verdicts, what decides them, and where its values come from. */
import { describeOrigin, nameOf } from '../../model/evidence.ts';
import type { Certainty, TrailStep } from '../../model/finding.ts';
import { CONSENT_STATES, type ConsentState } from '../../model/guard.ts';
import type { JudgedActivity, Outcome, Unit } from '../../model/unit.ts';
import { type Literal, originsOf, type Value } from '../../model/value.ts';
import { type Location, resolveLocation } from '../../text/location.ts';
import { cellSteps } from '../matrix/reasons.ts';

/** What an activity does in the consent states that it does the same in, and why. */
export interface SubjectCell {
  readonly states: readonly ConsentState[];
  readonly outcome: Outcome;
  readonly certainty: Certainty;
  readonly reasons: readonly TrailStep[];
}

/** One value that leaves the page, by the name under which it does. */
export interface SubjectValue {
  /** `id`, `params.content_ids`. */
  readonly name: string;
  /** As far as it is known: `'123'`, `'/p/' + …`. */
  readonly value?: string;
  /** What the origins come to, for people; empty where nothing is known of them. */
  readonly from: string;
  readonly origins: readonly SubjectOrigin[];
}

export interface SubjectOrigin {
  readonly kind: string;
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Texts are as the input has them: whoever prints them masks and escapes. Positions are 1-based. */
export interface Subject {
  /** What stands there: `fbq('init', …)`, a tag of a container by its name. */
  readonly label: string;
  readonly vendor: string;
  readonly entity?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly cells: readonly SubjectCell[];
  readonly values: readonly SubjectValue[];
  /** Nothing in sight calls it. */
  readonly unreached?: true;
}

const MAX_VALUES = 24;
const MAX_DEPTH = 5;

/** The activities of a unit that stand in a file. */
export function subjectsIn(unit: Unit, file: string): Subject[] {
  return [...unit.activities, ...unit.hints]
    .filter(({ location }) => location.source.root.name === file)
    .map((activity) => subjectOf(unit, activity));
}

function subjectOf(unit: Unit, activity: JudgedActivity): Subject {
  const { file, line, column, start, end } = resolveLocation(activity.location);
  const { vendor, entity, reached } = activity;
  return {
    label: String(nameOf(activity)),
    vendor: vendor.name,
    ...(entity && { entity: entity.name }),
    file,
    line,
    column,
    start,
    end,
    cells: cellsOf(unit, activity),
    values: valuesOf(activity),
    ...(!reached && { unreached: true }),
  };
}

/** Neighbouring states with one verdict for one reason are one cell. */
function cellsOf(unit: Unit, activity: JudgedActivity): SubjectCell[] {
  const cells: SubjectCell[] = [];
  for (const state of CONSENT_STATES) {
    const { outcome, certainty } = activity.states[state];
    const steps = cellSteps(unit.because(activity, state), state, { outcome, certainty });
    const reasons = steps.map(({ message, location }) => placed(message.toString(), location ?? activity.location));
    const same = cells.findIndex(
      (cell) =>
        cell.outcome === outcome &&
        cell.certainty === certainty &&
        JSON.stringify(cell.reasons) === JSON.stringify(reasons),
    );
    const known = cells[same];
    if (known) cells[same] = { ...known, states: [...known.states, state] };
    else cells.push({ states: [state], outcome, certainty, reasons });
  }
  return cells;
}

function placed(message: string, location: Location): TrailStep {
  const { file, line, column } = resolveLocation(location);
  return { message, file, line, column };
}

function valuesOf({ values }: JudgedActivity): SubjectValue[] {
  const found: SubjectValue[] = [];
  for (const [name, value] of Object.entries(values)) collect(name, value, 0, found);
  return found;
}

function collect(name: string, value: Value, depth: number, found: SubjectValue[]): void {
  if (found.length >= MAX_VALUES) return;
  if (depth < MAX_DEPTH && value.kind === 'object') {
    for (const property of value.properties) collect(`${name}.${property.key}`, property.value, depth + 1, found);
    for (const rest of value.rest) collect(`${name}.…`, rest, depth + 1, found);
    return;
  }
  if (depth < MAX_DEPTH && value.kind === 'array' && value.items.length > 0) {
    for (const item of value.items) collect(`${name}[]`, item, depth + 1, found);
    return;
  }
  const shown = textOfValue(value);
  const origins = originsOf(value).map(({ kind, name: what, location }): SubjectOrigin => {
    if (!location) return { kind, name: what };
    const { file, line, column } = resolveLocation(location);
    return { kind, name: what, file, line, column };
  });
  const from = value.kind === 'literal' ? '' : (describeOrigin(value)?.toString() ?? '');
  found.push({ name, ...(shown !== undefined && { value: shown }), from, origins });
}

/** A value as code would have it, with `…` for what is not known; undefined where nothing is. */
function textOfValue(value: Value): string | undefined {
  switch (value.kind) {
    case 'literal':
      return literalText(value.value);
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? literalText(part) : '…')).join(' + ');
    case 'choice': {
      const texts = value.alternatives.map((one) => textOfValue(one.value) ?? '…');
      return [...new Set(texts)].join(' or ');
    }
    case 'array':
      return '[]';
    default:
      return undefined;
  }
}

const MAX_TEXT = 80;

function literalText(value: Literal): string {
  if (typeof value !== 'string') return String(value);
  return `'${value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT - 1)}…` : value}'`;
}
