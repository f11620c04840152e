/** One side of a comparison: what its tags do, and how its containers are set up. */
import { InventoryBuilder } from '../inventory/build.ts';
import type { Inventory, InventoryPlace } from '../inventory/inventory.ts';
import { CONSENT_STATES, type ConsentState } from '../model/guard.ts';
import { type DataUse, FORM_RANK } from '../model/inventory/data.ts';
import { usesOf, type VendorUse } from '../model/inventory/uses.ts';
import type { Outcome, Unit } from '../model/unit.ts';
import { resolveLocation } from '../text/location.ts';
import { type Part, partsOf } from './configuration.ts';

/** A key of what a tag sends. */
export type SentKey = Pick<DataUse, 'key' | 'category' | 'form' | 'origins'>;

/** What one tag does for one vendor: an entity of a container, or what a file does for a vendor and its accounts. */
export interface TagBehaviour {
  /** The file, relative to the side; empty where the side is that file. */
  readonly file: string;
  readonly vendor: { readonly id: string; readonly name: string };
  readonly accounts: readonly string[];
  /** The tag of a container. */
  readonly entity?: { readonly id: string; readonly name: string };
  /** By key, in lower case. */
  readonly data: ReadonlyMap<string, SentKey>;
  readonly events: ReadonlySet<string>;
  /** The most that any part of it does. */
  readonly states: Readonly<Record<ConsentState, Outcome>>;
  readonly gates: readonly string[];
  /** Nothing makes it run. */
  readonly dead: boolean;
  readonly place: InventoryPlace;
}

/** The parts of one container. */
export interface ContainerParts {
  readonly file: string;
  readonly parts: readonly Part[];
}

export interface Side {
  readonly tags: readonly TagBehaviour[];
  readonly containers: readonly ContainerParts[];
  readonly inventory: Inventory;
}

interface Draft extends Omit<TagBehaviour, 'data' | 'events' | 'gates' | 'dead'> {
  readonly data: Map<string, SentKey>;
  readonly events: Set<string>;
  states: Record<ConsentState, Outcome>;
  readonly gates: Set<string>;
  dead: boolean;
}

/** From what does least to what does most. */
export const OUTCOME_RANK: Readonly<Record<Outcome, number>> = { blocked: 0, unknown: 1, held: 2, limited: 3, runs: 4 };

export class SideBuilder {
  readonly #relative: (file: string) => string;
  readonly #inventory = new InventoryBuilder();
  readonly #tags = new Map<string, Draft>();
  readonly #containers: ContainerParts[] = [];

  /** @param relative a file as a finding shows it, by its path within the side */
  constructor(relative: (file: string) => string) {
    this.#relative = relative;
  }

  add(unit: Unit): void {
    this.#inventory.add(unit);
    for (const use of usesOf(unit)) this.#addUse(use);
    const parts = partsOf(unit);
    if (parts.length > 0) this.#containers.push({ file: this.#relative(unit.source.root.name), parts });
  }

  result(): Side {
    const tags = [...this.#tags.values()].map((draft) => ({ ...draft, gates: [...draft.gates].sort() }));
    return { tags, containers: this.#containers, inventory: this.#inventory.result() };
  }

  #addUse(use: VendorUse): void {
    const { vendor, accounts, entity, location, data, does, events, states, gates, dead } = use;
    const { file: shown, line, column } = resolveLocation(location);
    const file = this.#relative(shown);
    const key = JSON.stringify([file, vendor.id, entity ? `${entity.id} ${entity.name}` : accounts.join()]);
    const draft = this.#tags.get(key) ?? {
      file,
      vendor: { id: vendor.id, name: vendor.name },
      accounts,
      ...(entity && { entity: { id: entity.id, name: entity.name } }),
      data: new Map(),
      events: new Set<string>(),
      states: outcomesOf('blocked'),
      gates: new Set<string>(),
      dead: true,
      place: { file: shown, line, column, ...(entity && { entity: entity.name }) },
    };
    this.#tags.set(key, draft);
    if (does === 'event') for (const event of events) draft.events.add(event);
    for (const { key: name, category, form, origins } of data)
      draft.data.set(
        name.toLowerCase(),
        merged(draft.data.get(name.toLowerCase()), { key: name, category, form, origins }),
      );
    if (dead) return;
    draft.dead = false;
    for (const gate of gates) draft.gates.add(gate);
    for (const state of CONSENT_STATES) {
      const { outcome } = states[state];
      if (OUTCOME_RANK[outcome] > OUTCOME_RANK[draft.states[state]]) draft.states[state] = outcome;
    }
  }
}

function outcomesOf(outcome: Outcome): Record<ConsentState, Outcome> {
  return {
    'first-visit': outcome,
    refused: outcome,
    preferences: outcome,
    statistics: outcome,
    marketing: outcome,
    all: outcome,
  };
}

/** Of a key that is sent in several ways the most telling form, and every origin. */
function merged(before: SentKey | undefined, next: SentKey): SentKey {
  if (!before) return next;
  const known = new Set(before.origins.map(({ kind, name }) => `${kind} ${name}`));
  const more = next.origins.filter(({ kind, name }) => !known.has(`${kind} ${name}`));
  const form = FORM_RANK[next.form] > FORM_RANK[before.form] ? next.form : before.form;
  return { ...before, form, origins: [...before.origins, ...more] };
}
