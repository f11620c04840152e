/** Compares what taglint says of a visit with what a browser saw. */
import { type Claim, keyOf, type Subject } from './claims.ts';
import type { Sighting } from './visit.ts';

export interface Disagreement {
  /** Vendor, what it does, what it is called; `*` for what has no name of its own. */
  readonly subject: string;
  readonly said: Claim['outcome'] | 'nothing';
  readonly seen: 'requested' | 'sent' | 'limited' | 'nothing';
}

export interface Comparison {
  /** Claims that the browser confirmed or refuted. */
  readonly checked: number;
  /** Claims that say nothing. */
  readonly unknown: number;
  readonly disagreements: readonly Disagreement[];
}

/** @param observable the vendors whose stand-in tells what is sent; of others only the requests are compared */
export function compare(
  claims: readonly Claim[],
  sightings: readonly Sighting[],
  observable: (vendor: string) => boolean,
): Comparison {
  const disagreements: Disagreement[] = [];
  let checked = 0;
  let unknown = 0;
  const named = new Set(claims.filter(({ name }) => name !== undefined).map(keyOf));
  const claimed = new Set(claims.map(keyOf));
  for (const claim of claims) {
    const seen = sightings.filter((sighting) => covers(claim, sighting, named));
    if (claim.outcome === 'unknown') {
      unknown++;
      continue;
    }
    if (claim.does !== 'load' && !observable(claim.vendor)) continue;
    checked++;
    const what = seenAs(claim, seen);
    if (!agrees(claim, what)) disagreements.push({ subject: keyOf(claim), said: claim.outcome, seen: what });
  }
  const missed = new Set<string>();
  for (const sighting of sightings) {
    const key = keyOf(sighting);
    if (claimed.has(key) || claimed.has(keyOf({ ...sighting, name: undefined })) || missed.has(key)) continue;
    missed.add(key);
    checked++;
    disagreements.push({ subject: key, said: 'nothing', seen: seenAs(sighting, [sighting]) });
  }
  return { checked, unknown, disagreements };
}

function covers(claim: Claim, sighting: Sighting, named: ReadonlySet<string>): boolean {
  if (claim.vendor !== sighting.vendor || claim.does !== sighting.does) return false;
  return claim.name === undefined ? !named.has(keyOf(sighting)) : claim.name === sighting.name;
}

function seenAs({ does }: Subject, seen: readonly Sighting[]): Disagreement['seen'] {
  if (seen.length === 0) return 'nothing';
  if (does === 'load') return 'requested';
  return seen.every(({ limited }) => limited) ? 'limited' : 'sent';
}

function agrees({ does, outcome }: Claim, seen: Disagreement['seen']): boolean {
  switch (outcome) {
    case 'runs':
      return does === 'load' ? seen === 'requested' : seen === 'sent';
    case 'limited':
      return does === 'load' ? seen === 'requested' : seen === 'limited';
    default:
      return seen === 'nothing';
  }
}
