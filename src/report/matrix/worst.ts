/** A container that several pages of the run load, each in its own way, has one table: of each cell the worst. */
import type { ConsentState } from '../../model/guard.ts';
import type { Outcome, Verdict } from '../../model/unit.ts';
import type { MatrixTag, MatrixUnit } from './rows.ts';

/** Units of one file become one. */
export function worstOf<Row extends MatrixTag, Of extends MatrixUnit<Row>>(units: readonly Of[]): Of[] {
  const found = new Map<string, Of>();
  for (const unit of units) {
    const known = found.get(unit.file);
    found.set(unit.file, known ? together<Row, Of>(known, unit) : unit);
  }
  return [...found.values()];
}

function together<Row extends MatrixTag, Of extends MatrixUnit<Row>>(a: Of, b: Of): Of {
  const others = new Map(b.tags.map((tag) => [keyOf(tag), tag]));
  const tags = a.tags.map((tag) => {
    const other = others.get(keyOf(tag));
    others.delete(keyOf(tag));
    return other ? worse(tag, other) : tag;
  });
  return { ...a, pages: [...a.pages, ...b.pages], tags: [...tags, ...others.values()] };
}

function keyOf({ name, vendor, file, line, column }: MatrixTag): string {
  return JSON.stringify([name, vendor, file, line, column]);
}

function worse<Row extends MatrixTag>(a: Row, b: Row): Row {
  const of = (state: ConsentState): Row => (isWorse(b.states[state], a.states[state]) ? b : a);
  const byState = <T>(get: (tag: MatrixTag, state: ConsentState) => T): Record<ConsentState, T> => ({
    'first-visit': get(of('first-visit'), 'first-visit'),
    refused: get(of('refused'), 'refused'),
    preferences: get(of('preferences'), 'preferences'),
    statistics: get(of('statistics'), 'statistics'),
    marketing: get(of('marketing'), 'marketing'),
    all: get(of('all'), 'all'),
  });
  return {
    ...of('first-visit'),
    states: byState((tag, state) => tag.states[state]),
    reasons: byState((tag, state) => tag.reasons[state]),
  };
}

const BADNESS: Readonly<Record<Outcome, number>> = { runs: 4, unknown: 3, held: 2, limited: 1, blocked: 0 };
const SURENESS: Readonly<Record<Verdict['certainty'], number>> = { certain: 2, likely: 1, possible: 0 };

function isWorse(a: Verdict, b: Verdict): boolean {
  const more = BADNESS[a.outcome] - BADNESS[b.outcome];
  return more > 0 || (more === 0 && SURENESS[a.certainty] > SURENESS[b.certainty]);
}
