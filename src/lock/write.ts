/** The inventory as a record that somebody reviews: small, sorted, and the same for the same behaviour. */
import { Document, isCollection, type Node, visit } from 'yaml';
import { version } from '../generated/version.ts';
import { behavioursOf, useName } from '../inventory/behaviours.ts';
import type { Inventory, InventoryAccount, InventoryDatum, InventoryUse } from '../inventory/inventory.ts';
import { CONSENT_STATES } from '../model/guard.ts';
import { FORM_RANK } from '../model/inventory/data.ts';
import type { Outcome } from '../model/unit.ts';
import {
  EVERY_STATE,
  type Lock,
  type LockedAccount,
  type LockedDatum,
  type LockedUse,
  NO_ACCOUNT,
  type Review,
} from './schema.ts';

/** What nothing makes run is sent to nobody, and no part of it. @param inventory without personal data */
export function lockOf({ vendors, hosts }: Inventory, reviews: readonly Review[]): Lock {
  const locked = vendors.flatMap(({ id, accounts }): [string, Lock['vendors'][string]][] => {
    const entries = accounts.flatMap((account): [string, LockedAccount][] => {
      const written = accountOf(account);
      return written ? [[account.id ?? NO_ACCOUNT, written]] : [];
    });
    return entries.length > 0 ? [[id, Object.fromEntries(entries)]] : [];
  });
  const unknown = hosts.flatMap(({ host, uses }): [string, LockedUse[]][] => {
    const live = uses.filter(({ dead }) => !dead).map(({ form, states }) => ({ what: [form], ...statesOf(states) }));
    return live.length > 0 ? [[host, live]] : [];
  });
  return {
    version: 1,
    taglint: version,
    reviews: [...reviews],
    vendors: Object.fromEntries(locked),
    ...(unknown.length > 0 && { hosts: Object.fromEntries(unknown) }),
  };
}

function accountOf({ uses, data, features }: InventoryAccount): LockedAccount | undefined {
  const live = uses.filter(({ dead }) => !dead);
  const names = new Set(live.map(useName));
  const sent = data
    .map((datum) => ({ ...datum, with: datum.with.filter((name) => names.has(name)) }))
    .filter((datum) => datum.with.length > 0);
  const on = features.filter(({ state }) => state === 'on');
  if (live.length === 0 && on.length === 0) return undefined;
  return {
    ...(live.length > 0 && { does: behavioursOf(live).map(useOf) }),
    ...(sent.length > 0 && { gets: dataOf(sent) }),
    ...(on.length > 0 && { collects: Object.fromEntries(on.map(({ title, keys }) => [title, [...keys]])) }),
  };
}

function useOf({ uses, states, gates }: ReturnType<typeof behavioursOf>[number]): LockedUse {
  return {
    what: [...new Set(uses.map(useName))],
    ...statesOf(states),
    ...(gates.length > 0 && { gates: [...gates] }),
  };
}

const TOLD = ['runs', 'limited', 'held', 'unknown'] as const satisfies readonly Outcome[];

function statesOf(states: InventoryUse['states']): Omit<LockedUse, 'what' | 'gates'> {
  const entries = TOLD.flatMap((outcome) => {
    const found = CONSENT_STATES.filter((state) => states[state].outcome === outcome);
    if (found.length === 0) return [];
    return [[outcome, found.length === CONSENT_STATES.length ? EVERY_STATE : found] as const];
  });
  return Object.fromEntries(entries);
}

/** A key in several forms is recorded in the plainest: whoever agreed to that has agreed to the others. */
function dataOf(data: readonly InventoryDatum[]): Record<string, LockedDatum> {
  const byKey = new Map<string, InventoryDatum[]>();
  for (const datum of data) {
    const same = byKey.get(datum.key.toLowerCase());
    if (same) same.push(datum);
    else byKey.set(datum.key.toLowerCase(), [datum]);
  }
  const entries = [...byKey.values()].flatMap((same): [string, LockedDatum][] => {
    const [first] = same;
    if (!first) return [];
    const { form } = same.reduce((most, one) => (FORM_RANK[one.form] > FORM_RANK[most.form] ? one : most), first);
    const categories = [...new Set(same.map(({ category }) => category))].sort();
    const [category = 'other', ...others] = categories;
    return [
      [
        first.key,
        {
          ...((others.length > 0 || category !== 'other') && { category: others.length > 0 ? categories : category }),
          ...(form !== 'raw' && { form }),
          with: [...new Set(same.flatMap((one) => one.with))].sort(),
        },
      ],
    ];
  });
  return Object.fromEntries(entries);
}

const HEADER = ` yaml-language-server: $schema=node_modules/taglint/schemas/lock.schema.json
 Who gets what, as it was reviewed: policy/unreviewed-change reports what is new, or weaker than this.
 Written by \`taglint lock\`; \`taglint lock --update --reason "…"\` writes it anew.`;
const WIDTH = 120;

/** As it is committed. */
export function lockText(lock: Lock): string {
  const document = new Document(lock, { aliasDuplicateObjects: false });
  document.commentBefore = HEADER;
  visit(document, {
    Seq: (_, node) => {
      node.flow = node.items.every((item) => !isCollection(item));
    },
    Pair: (_, { key, value }) => {
      // One key, one line.
      if (String(key) === 'with' || !isCollection(value)) return;
      if (isDatum(value)) value.flow = `${String(key)}${JSON.stringify(value)}`.length < WIDTH - 20;
    },
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
}

function isDatum(node: Node): boolean {
  return isCollection(node) && 'has' in node && node.has('with');
}

/** How much a record holds. */
export interface Counts {
  readonly vendors: number;
  readonly accounts: number;
  readonly keys: number;
  readonly hosts: number;
}

export function countsOf({ vendors, hosts = {} }: Lock): Counts {
  const accounts = Object.values(vendors).flatMap((one) => Object.values(one));
  return {
    vendors: Object.keys(vendors).length,
    accounts: accounts.length,
    keys: accounts.reduce((sum, { gets = {} }) => sum + Object.keys(gets).length, 0),
    hosts: Object.keys(hosts).length,
  };
}
