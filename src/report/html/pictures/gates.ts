/** What stands between a trigger and a vendor, as a picture shows it: by line, by sign and by word. */
import { isDead } from '../../matrix/rows.ts';
import type { ReportTag } from '../data.ts';

/** `open`: nothing asks; `false`: something asks for what is no consent; `shut`: it waits for a choice; `free`: it needs none; `idle`: it never runs. */
export type GateSign = 'open' | 'false' | 'half' | 'unknown' | 'shut' | 'free' | 'idle';

/** From what harms most to what harms least. */
export const GATE_SIGNS: readonly GateSign[] = ['open', 'false', 'unknown', 'half', 'shut', 'free', 'idle'];

export function gateSign(tag: Pick<ReportTag, 'gate' | 'states' | 'needsConsent'>): GateSign {
  // So is a paused tag.
  if (isDead(tag)) return 'idle';
  const { gate, states, needsConsent } = tag;
  if (!needsConsent) return 'free';
  const { outcome } = states['first-visit'];
  const refused = states.refused.outcome;
  // What is silent until somebody refuses has a gate that is none.
  if (outcome === 'runs' || refused === 'runs') return gate === 'none' || gate === 'gated' ? 'open' : 'false';
  if (outcome === 'unknown' || refused === 'unknown') return 'unknown';
  if (outcome === 'held' || outcome === 'limited') return 'half';
  return gate === 'wrong-category' ? 'false' : 'shut';
}

export function worstSign(signs: readonly GateSign[]): GateSign {
  return GATE_SIGNS.find((sign) => signs.includes(sign)) ?? 'idle';
}
