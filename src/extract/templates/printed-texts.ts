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
