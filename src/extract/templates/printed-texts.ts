/** Start tags of which a template prints a part: `<script <?= $ok ? '' : 'type="text/plain"' ?>>`. */
import { ALWAYS, and, type Guard, not } from '../../model/guard.ts';
import { choiceOf, literalOf } from '../../parse/template/choice.ts';
import type { TemplateHole } from '../../parse/template/index.ts';
import { locationOf } from '../../text/location.ts';
import type { Reading } from './masking.ts';
import { type Place, serverCondition } from './question.ts';

/** The two texts that an expression in a tag prints. Offsets are those of the masking that is read. */
export interface PrintedTexts {
  readonly start: number;
  readonly end: number;
  readonly condition: string;
  readonly guard: Guard;
  readonly yes: string;
  readonly no: string;
}

/** More conditions in one tag are not told apart. */
const MOST_CONDITIONS = 3;

/** The texts that an expression prints, if it is a choice between two. */
export function printedTexts(hole: TemplateHole, from: number, place: Place): PrintedTexts | undefined {
  const choice = choiceOf(hole.expression);
  const yes = choice && literalOf(choice.yes);
  const no = choice && literalOf(choice.no);
  if (choice === undefined || yes === undefined || no === undefined) return undefined;
  const guard = serverCondition(choice.condition, locationOf(place.source, hole), place);
  return { start: hole.start - from, end: hole.end - from, condition: choice.condition, guard, yes, no };
}

/** The readings of a tag with each of the texts in place; those of the same condition go together. */
export function printedReadings(
  choices: readonly PrintedTexts[],
  readings: readonly Reading[],
  plain: Reading,
): readonly Reading[] {
  const conditions = [...new Set(choices.map(({ condition }) => condition))].slice(0, MOST_CONDITIONS);
  let found = readings;
  for (const asked of conditions) {
    const together = choices.filter(({ condition }) => condition === asked);
    const guard = together[0]?.guard ?? ALWAYS;
    found = (found.length === 0 ? [plain] : found).flatMap((reading) => [
      { guard: and(reading.guard, guard), masked: replaced(reading, together, ({ yes }) => yes) },
      { guard: and(reading.guard, not(guard)), masked: replaced(reading, together, ({ no }) => no) },
    ]);
  }
  return found;
}

function replaced(
  reading: Reading,
  choices: readonly PrintedTexts[],
  text: (choice: PrintedTexts) => string,
): Reading['masked'] {
  return (first, last) => {
    let masked = reading.masked(first, last);
    for (const choice of choices) {
      const start = choice.start - first;
      const end = choice.end - first;
      if (start < 0 || end > masked.length) continue;
      const printed = text(choice)
        .slice(0, end - start)
        .padEnd(end - start);
      masked = masked.slice(0, start) + printed + masked.slice(end);
    }
    return masked;
  };
}

/** A script with what its expressions print in their place. */
export interface PrintedCode {
  readonly masked: string;
  /** Conditions around an offset inside the script. */
  guardAt(offset: number): Guard;
}

/** A call, or several statements. */
const CODE = /\w\s*\([\s\S]*\)|;\s*\S/;

/** Puts the statements of both sides of each choice in its place, one after the other: each runs under its own condition. */
export function printedCode(
  masked: string,
  choices: readonly PrintedTexts[],
  guardInside: (offset: number) => Guard,
): PrintedCode | undefined {
  const spans: { readonly start: number; readonly end: number; readonly guard: Guard }[] = [];
  let text = masked;
  for (const { start, end, guard, yes, no } of choices) {
    const both = `${statement(yes)} ${statement(no)}`;
    if (!(CODE.test(yes) || CODE.test(no)) || both.length > end - start) continue;
    text = text.slice(0, start) + both.padEnd(end - start) + text.slice(end);
    const middle = start + statement(yes).length + 1;
    spans.push({ start, end: middle, guard }, { start: middle, end, guard: not(guard) });
  }
  if (spans.length === 0) return undefined;
  return {
    masked: text,
    guardAt: (offset) => {
      const span = spans.find(({ start, end }) => start <= offset && offset < end);
      return span ? and(guardInside(offset), span.guard) : guardInside(offset);
    },
  };
}

function statement(code: string): string {
  return /[;}\s]$/.test(code) ? code : `${code};`;
}
