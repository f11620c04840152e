/** The reviewed record: who gets what, as somebody has looked at it and agreed to it. Moves, names and lines are no part of it. */
import type { Location } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import { CONSENT_STATES, type ConsentState } from '../guard.ts';
import type { DataCategory, DataForm } from '../inventory/data.ts';
import { fitsPattern } from '../name-pattern.ts';
import type { Outcome } from '../unit.ts';

export interface ReviewedRecord {
  /** The text in which it stands. */
  readonly source: Source;
  /** The day of the last review, `2026-11-03`. */
  readonly date: string;
  /** The taglint that wrote it, where it says so. */
  readonly writtenBy?: string;
  /** The version of taglint that reads it. */
  readonly readBy: string;
  /** By id. */
  readonly vendors: ReadonlyMap<string, ReviewedVendor>;
  readonly hosts: ReadonlyMap<string, ReviewedHost>;
}

export interface ReviewedVendor {
  /** Where it stands in the record. */
  readonly location: Location;
  /** By id; what is of no known account under an empty text. */
  readonly accounts: ReadonlyMap<string, ReviewedAccount>;
}

export interface ReviewedHost {
  readonly location: Location;
  readonly uses: readonly ReviewedUse[];
}

export interface ReviewedAccount {
  readonly uses: readonly ReviewedUse[];
  readonly data: readonly ReviewedDatum[];
  /** Automatic features that are on, with the keys that they take where they are named. */
  readonly collects: ReadonlyMap<string, readonly string[]>;
}

/** Things that are done in the same states behind the same gates. */
export interface ReviewedUse {
  /** Events by their names, else `load`, `init`, `identify`, `configure`. */
  readonly what: readonly string[];
  readonly states: Outcomes;
  readonly gates: readonly string[];
}

export type Outcomes = Readonly<Record<ConsentState, Outcome>>;

export interface ReviewedDatum {
  readonly key: string;
  readonly categories: readonly DataCategory[];
  /** The plainest in which it is sent. */
  readonly form: DataForm;
  /** What it travels with. */
  readonly with: readonly string[];
}

/** Ids and names that are filled in at run time, by whatever name. */
const FILLED = /\{\{[^{}]{0,200}\}\}/g;

/** The account of a vendor; without an id in sight any of its accounts may be meant. */
export function accountIn({ accounts }: ReviewedVendor, id: string): ReviewedAccount | undefined {
  const exact = accounts.get(id) ?? valueFor(accounts, id);
  if (exact) return exact;
  if (id === '') return merged([...accounts.values()]);
  // What fills an id in is called anything.
  const filled = id.startsWith('{{') ? [...accounts].filter(([other]) => other.startsWith('{{')) : [];
  return filled.length > 0 ? merged(filled.map(([, account]) => account)) : undefined;
}

function valueFor<T>(map: ReadonlyMap<string, T>, name: string): T | undefined {
  for (const [recorded, value] of map) if (isNamed(recorded, name)) return value;
  return undefined;
}

/** Whether a name of the record stands for this one: personal data in it is masked, and what fills holes may be renamed. */
export function isNamed(recorded: string, name: string): boolean {
  if (recorded === name) return true;
  if (!recorded.includes('…') && !recorded.includes('{{')) return false;
  const [pattern, text] = [recorded, name].map((one) => one.replace(FILLED, '{{}}'));
  return (
    pattern === text || (recorded.includes('…') && fitsPattern(String(pattern).replaceAll('…', '*'), String(text)))
  );
}

function merged(accounts: readonly ReviewedAccount[]): ReviewedAccount {
  return {
    uses: accounts.flatMap(({ uses }) => uses),
    data: accounts.flatMap(({ data }) => data),
    collects: new Map(accounts.flatMap(({ collects }) => [...collects])),
  };
}

/** The uses of a name; of a part of a tag that is not recorded by itself all uses. */
export function usesNamed({ uses }: Pick<ReviewedAccount, 'uses'>, name: string): readonly ReviewedUse[] {
  return uses.filter(({ what }) => what.some((one) => isNamed(one, name)));
}

/** How much is sent; what is unknown may be anything. */
const WEIGHT: Readonly<Record<Exclude<Outcome, 'unknown'>, number>> = { blocked: 0, held: 1, limited: 2, runs: 3 };

/** In each state the most that any of the uses does. */
export function mostOf(uses: readonly ReviewedUse[]): Outcomes {
  const most = (state: ConsentState): Outcome => {
    const outcomes = uses.map(({ states }) => states[state]);
    if (outcomes.includes('runs')) return 'runs';
    if (outcomes.includes('unknown')) return 'unknown';
    return outcomes.includes('limited') ? 'limited' : outcomes.includes('held') ? 'held' : 'blocked';
  };
  return Object.fromEntries(CONSENT_STATES.map((state) => [state, most(state)])) as Outcomes;
}

/**
 * Whether more is done than the record says: `yes`; `told` where the record did not know, and it is done; `perhaps` where it
 * is not known now.
 */
export function isMore(before: Outcome, now: Outcome): 'yes' | 'told' | 'perhaps' | 'no' {
  if (now === 'unknown') return before === 'blocked' ? 'perhaps' : 'no';
  if (before === 'unknown') return now === 'runs' ? 'told' : 'no';
  return WEIGHT[now] > WEIGHT[before] ? 'yes' : 'no';
}

/** The gates of the recorded use that held a name by more, where what holds it now is a part of them; empty where nothing is gone. */
export function goneGates(uses: readonly ReviewedUse[], gates: readonly string[]): readonly string[] {
  const has = (recorded: string): boolean => gates.some((gate) => isNamed(recorded, gate));
  if (uses.some((use) => use.gates.every(has))) return [];
  // Another gate has taken its place: that the states are as they were tells what it is worth.
  const wider = uses.find((use) => gates.every((gate) => use.gates.some((one) => isNamed(one, gate))));
  return wider ? wider.gates.filter((gate) => !has(gate)) : [];
}

export function dataNamed({ data }: ReviewedAccount, key: string): readonly ReviewedDatum[] {
  const lower = key.toLowerCase();
  return data.filter((one) => isNamed(one.key.toLowerCase(), lower));
}
