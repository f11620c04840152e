/** The inventory for spreadsheets: one row for each thing that an account gets or does. */
import { behavioursOf, useName } from '../../inventory/behaviours.ts';
import type {
  Inventory,
  InventoryAccount,
  InventoryPlace,
  InventoryUse,
  InventoryVendor,
} from '../../inventory/inventory.ts';
import { CONSENT_STATES } from '../../model/guard.ts';
import { CATEGORY_WORDS } from '../../model/inventory/words.ts';
import { csvText } from '../csv.ts';
import { featureWords, originWords, PURPOSE_WORDS, placeWords } from './words.ts';

const COLUMNS = [
  'vendor',
  'name',
  'recipient',
  'countries',
  'purposes',
  'account',
  'about',
  'what',
  'category',
  'form',
  'origins',
  'with',
  'gates',
  ...CONSENT_STATES,
  'places',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

export function inventoryCsv({ vendors, hosts }: Inventory): string {
  const rows: Row[] = [
    ...vendors.flatMap((vendor) => [
      ...vendor.accounts.flatMap((account) => accountRows(vendor, account)),
      ...vendor.cookies.map((cookie) => ({ ...vendorCells(vendor), about: 'cookie or storage key', what: cookie })),
    ]),
    ...hosts.flatMap(({ host, uses }) =>
      uses.map((use) => ({
        about: 'host',
        what: host,
        form: use.form,
        ...outcomes(use),
        places: placesText(use.places),
      })),
    ),
  ];
  return csvText([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ''))]);
}

function vendorCells({ id, name, recipient, countries, purposes }: InventoryVendor): Row {
  return {
    vendor: id,
    name,
    recipient,
    countries: countries.join(', '),
    purposes: purposes.map((purpose) => PURPOSE_WORDS[purpose]).join(', '),
  };
}

function accountRows(vendor: InventoryVendor, { id = '', uses, data, features }: InventoryAccount): Row[] {
  const common: Row = { ...vendorCells(vendor), account: id };
  return [
    ...behavioursOf(uses).map((behaviour) => ({
      ...common,
      about: 'use',
      what: [...new Set(behaviour.uses.map(useName))].join(', '),
      gates: behaviour.gates.join('; '),
      ...outcomes(behaviour),
      places: placesText(behaviour.places),
    })),
    ...data.map((datum) => ({
      ...common,
      about: 'data',
      what: datum.key,
      category: CATEGORY_WORDS[datum.category].toString(),
      form: datum.form,
      origins: datum.origins.map(originWords).join('; '),
      with: datum.with.join(', '),
      places: placesText(datum.places),
    })),
    ...features.map((feature) => ({
      ...common,
      about: 'automatic collection',
      what: feature.title,
      form: featureWords(feature),
      places: placesText(feature.places),
    })),
  ];
}

function outcomes({ states, dead }: Pick<InventoryUse, 'states' | 'dead'>): Row {
  return Object.fromEntries(CONSENT_STATES.map((state) => [state, dead ? 'blocked' : states[state].outcome]));
}

function placesText(places: readonly InventoryPlace[]): string {
  return places.map(placeWords).join('; ');
}
