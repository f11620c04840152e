/** Templates that write the state of the consent mode: defaults and updates, as far as the tag's parameters show them. */
import type { Cmp, ConsentCommand, GtmConsent, Vendor } from '../../model/catalog.ts';
import {
  type ArrayValue,
  literal,
  type ObjectValue,
  type Property,
  textOf,
  unknown,
  type Value,
} from '../../model/value.ts';
import type { ContainerParameter, ContainerTag } from '../../parse/container.ts';
import type { Location } from '../../text/location.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { TAG_MANAGER_SYSTEM } from './conditions.ts';
import { nameOf, placeOf, type Scope } from './scope.ts';
import { parameterValue } from './tables.ts';

/** Where templates keep what they pass on besides the signals, and what the command calls it. */
const REGION = /^(?:regions?|regionCodes?|countr(?:y|ies))$/i;
const WAIT = /^(?:wait_?for_?update|waitForTime|wait)$/i;
const MAX_SIGNALS = 30;

export interface ConsentWrite {
  readonly command: ConsentCommand;
  readonly signals: Value;
  readonly location: Location;
}

/** The tag manager itself: what a container's consent commands are addressed to. */
export function tagManagerOf(catalog: CatalogIndex): Vendor | undefined {
  return catalog.catalog.vendors.find(
    (vendor) => vendor.consentMode?.system === TAG_MANAGER_SYSTEM && vendor.purposes.includes('tag-manager'),
  );
}

/** What a template that writes consent states writes with a tag's parameters; empty for every other template. */
export function consentWrites(scope: Scope, tag: ContainerTag, platform?: Cmp): ConsentWrite[] {
  if (platform?.gtmConsent) return platformWrites(scope, tag, platform.gtmConsent);
  const facts = scope.template(tag.type);
  if (!facts) return [];
  const sets = facts.calls('setDefaultConsentState');
  const updates = facts.calls('updateConsentState');
  if (!sets && !updates) return [];
  const chosen = tag.parameters.get('command') ?? tag.parameters.get('consentCommand');
  const word = chosen && textOf(parameterValue(scope, chosen));
  const command = word === 'update' || !sets ? 'update' : 'default';
  const tables = [...tag.parameters.values()].filter((parameter) => parameter.list.length > 0);
  const rows = tables.flatMap((table) =>
    table.list.flatMap((row) => written(scope, row.map, placeOf(scope, table)) ?? []),
  );
  const whole = written(scope, [...tag.parameters.values()], scope.places.at([...tag.path, 'parameter']));
  const all = [...rows, ...(whole ? [whole] : [])];
  if (all.length > 0)
    return all.map((signals) => ({ command, signals, location: signals.location ?? scope.places.at(tag.path) }));
  const location = nameOf(scope, tag);
  return [{ command, signals: unknown([], location), location }];
}

/** What the template of a platform writes: its rows by region, and denied for everybody else. */
function platformWrites(scope: Scope, tag: ContainerTag, { signals, offBy }: GtmConsent): ConsentWrite[] {
  const off = offBy && tag.parameters.get(offBy.key);
  if (off && offBy && textOf(parameterValue(scope, off)) === offBy.value) return [];
  const tables = [...tag.parameters.values()].filter((parameter) => parameter.list.length > 0);
  const rows = tables.flatMap((table) =>
    table.list.flatMap((row) => written(scope, row.map, placeOf(scope, table), signals) ?? []),
  );
  const whole = written(scope, [...tag.parameters.values()], scope.places.at([...tag.path, 'parameter']), signals);
  const all = [...rows, ...(whole ? [whole] : [])];
  const location = nameOf(scope, tag);
  if (all.some((one) => !one.properties.some(({ key }) => key === 'region'))) return writes(all, location);
  const properties = EVERY_SIGNAL.map((key): Property => ({ key, value: literal('denied', location), location }));
  return writes([...all, { kind: 'object', properties, rest: [], location }], location);
}

function writes(all: readonly ObjectValue[], fallback: Location): ConsentWrite[] {
  return all.map((signals) => ({ command: 'default', signals, location: signals.location ?? fallback }));
}

const EVERY_SIGNAL = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
];

/** Signals in a row or in the tag's own parameters; undefined where there are none. */
function written(
  scope: Scope,
  cells: readonly ContainerParameter[],
  location: Location,
  names: GtmConsent['signals'] = {},
): ObjectValue | undefined {
  const signals: Property[] = [];
  const more: Property[] = [];
  for (const cell of cells) {
    if (cell.value === undefined) continue;
    const value = parameterValue(scope, cell);
    const at = placeOf(scope, cell);
    const text = textOf(value);
    if (/^(?:granted|denied)$/i.test(cell.key)) {
      // A column of its own for what is granted and what is denied, with the signals in it.
      for (const name of (text ?? '').split(/[\s,;]+/).slice(0, MAX_SIGNALS)) {
        if (name !== '') signals.push({ key: name, value: literal(cell.key.toLowerCase(), at), location: at });
      }
    } else if (REGION.test(cell.key)) {
      const region = regionOf(text, value, at);
      if (region) more.push({ key: 'region', value: region, location: at });
    } else if (WAIT.test(cell.key)) more.push({ key: 'wait_for_update', value, location: at });
    else {
      const own = names[cell.key] ?? (/_(?:storage|user_data|personalization)$/.test(cell.key) ? [cell.key] : []);
      for (const key of own) signals.push({ key, value: settingOf(value, at), location: at });
    }
  }
  if (signals.length === 0) return undefined;
  return { kind: 'object', properties: [...signals, ...more], rest: [], location };
}

/** Ticked boxes mean granted. */
function settingOf(value: Value, location: Location): Value {
  const text = value.kind === 'literal' ? String(value.value) : undefined;
  if (text === 'true') return literal('granted', location);
  return text === 'false' || text === '' ? literal('denied', location) : value;
}

function regionOf(text: string | undefined, value: Value, location: Location): ArrayValue | Value | undefined {
  if (text === undefined) return value.kind === 'literal' ? undefined : value;
  const codes = text.split(/[\s,;]+/).filter((code) => code !== '');
  if (codes.length === 0 || /^(?:all|global|worldwide)$/i.test(text.trim())) return undefined;
  return { kind: 'array', items: codes.map((code) => literal(code, location)), open: false, location };
}
