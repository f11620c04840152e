import type { Inventory, InventoryAccount, InventoryPlace, InventoryUse } from '../../inventory/inventory.ts';
import { CONSENT_STATES } from '../../model/guard.ts';
import { escapedJson } from '../json.ts';
import type { ComparedNotice } from './notice.ts';

/** The inventory as JSON, `schemas/inventory.schema.json`; keys always in the same order. Ends with a line end. */
export function inventoryJson({ vendors, hosts, platforms }: Inventory, notice?: ComparedNotice): string {
  return escapedJson({
    version: 1,
    vendors: vendors.map(({ id, name, recipient, countries, purposes, category, cookies, accounts }) => ({
      id,
      name,
      recipient,
      countries,
      purposes,
      category,
      cookies,
      accounts: accounts.map(accountJson),
    })),
    hosts: hosts.map(({ host, uses }) => ({
      host,
      uses: uses.map(({ form, ...use }) => ({ form, ...stateMembers(use), places: use.places.map(placeJson) })),
    })),
    platforms: platforms.map(({ id, name }) => ({ id, name })),
    notice: notice && noticeJson(notice),
  });
}

function noticeJson({ file, unnamed, unused }: ComparedNotice): Record<string, unknown> {
  return {
    file,
    unnamed: unnamed.map(({ id, name, places }) => ({ vendor: id, name, places: places.map(placeJson) })),
    unused: unused.map(({ text, place }) => ({ name: text, place })),
  };
}

function accountJson({ id, uses, data, features }: InventoryAccount): Record<string, unknown> {
  return {
    id,
    uses: uses.map((use) => ({
      does: use.does,
      event: use.event,
      ...stateMembers(use),
      gates: use.gates,
      places: use.places.map(placeJson),
    })),
    data: data.map((datum) => ({
      key: datum.key,
      category: datum.category,
      form: datum.form,
      origins: datum.origins.map(({ kind, name }) => ({ kind, name })),
      with: datum.with,
      places: datum.places.map(placeJson),
    })),
    features: features.map(({ kind, title, state, by, keys, places }) => ({
      kind,
      title,
      state,
      by,
      keys,
      places: places.map(placeJson),
    })),
  };
}

function stateMembers({ states, dead }: Pick<InventoryUse, 'states' | 'dead'>): Record<string, unknown> {
  return {
    states: Object.fromEntries(CONSENT_STATES.map((state) => [state, states[state].outcome])),
    certainty: Object.fromEntries(CONSENT_STATES.map((state) => [state, states[state].certainty])),
    dead,
  };
}

function placeJson({ file, line, column, entity }: InventoryPlace): InventoryPlace {
  return { file, line, column, ...(entity !== undefined && { entity }) };
}
