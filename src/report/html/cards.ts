/** Findings as the report shows them: one card for what one repair clears. */
import type { Finding, Severity } from '../../model/finding.ts';
import { byFile, causesOf } from '../causes.ts';

/** Findings that stand together; the gravest first, never empty. */
export interface Card {
  readonly severity: Severity;
  readonly first: Finding;
  readonly findings: readonly Finding[];
  /** What holds them together: one shared cause, or merely the rule, where it finds the same in many places. */
  readonly by: 'finding' | 'cause' | 'rule';
}

/** So many findings of one rule in one file stand for themselves; more of them are one card. */
const MOST_ALONE = 5;

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Worst first; of equal ones what clears most. */
export function cardsOf(findings: readonly Finding[]): Card[] {
  const cards = [...byFile(findings).values()].flatMap(cardsOfFile);
  return cards.sort((a, b) => RANK[a.severity] - RANK[b.severity] || weightOf(b) - weightOf(a));
}

/** What a rule finds in many places is no graver for that: only a shared cause moves up. */
function weightOf({ by, findings }: Card): number {
  return by === 'cause' ? findings.length : 1;
}

function cardsOfFile(findings: readonly Finding[]): Card[] {
  const alone = new Map<string, Finding[]>();
  const cards: Card[] = [];
  for (const { first, others } of causesOf(findings)) {
    if (others.length > 0) {
      cards.push({ severity: first.severity, first, findings: [first, ...others], by: 'cause' });
      continue;
    }
    const key = `${first.severity} ${first.rule}`;
    const list = alone.get(key);
    if (list) list.push(first);
    else alone.set(key, [first]);
  }
  for (const list of alone.values()) {
    const [first] = list;
    if (!first) continue;
    if (list.length > MOST_ALONE) cards.push({ severity: first.severity, first, findings: list, by: 'rule' });
    else for (const one of list) cards.push({ severity: one.severity, first: one, findings: [one], by: 'finding' });
  }
  return cards;
}
