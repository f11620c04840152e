/** What vendors serve for an account, saved as a file: automatic collection that the page itself does not show. */
import type { SettingsFile, Vendor } from '../model/catalog.ts';
import type { SettingFact } from '../model/unit.ts';
import { parseJson } from '../text/json-error.ts';
import { JsonPositions } from '../text/json-positions.ts';
import { type Location, locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import type { CatalogIndex } from './catalog-index.ts';
import type { ExtractedUnit } from './extracted.ts';

const MAX_NAMES = 60;
const MAX_TEXT = 2_000;

/** The facts of a JSON document that a vendor's settings file pattern fits; undefined for any other document. */
export function extractSettings(source: Source, catalog: CatalogIndex): ExtractedUnit | undefined {
  const parsed = parseJson(source.text);
  if (!parsed.ok) return undefined;
  const positions = new JsonPositions(source.text);
  const place = (path: readonly string[]): Location =>
    locationOf(source, positions.value(path) ?? { start: parsed.start, end: parsed.start });
  const settings = catalog.catalog.vendors.flatMap((vendor) =>
    vendor.settingsFiles.flatMap((file) => settingIn(parsed.value, vendor, file, place) ?? []),
  );
  if (settings.length === 0) return undefined;
  return {
    kind: 'settings',
    source,
    cmps: [],
    activities: [],
    settings,
    context: [],
    fields: [],
    entities: [],
    problems: [],
    unresolved: 0,
  };
}

/** What a plain value says of a switch; undefined where the switch is not in it. */
export function settingIn(
  root: unknown,
  vendor: Vendor,
  file: SettingsFile,
  place: (path: readonly string[]) => Location,
): SettingFact | undefined {
  const { account, path, feature, title, flags } = file;
  const id = account && at(root, account);
  if (account && typeof id !== 'string' && typeof id !== 'number') return undefined;
  const value = at(root, path);
  if (value === undefined) return undefined;
  const flagged = flags.filter((flag) => isOn(at(root, flag.path))).map(({ key }) => key);
  const on = flagged.length > 0 || (flags.length > 0 ? isTrue(value) : isOn(value));
  return {
    vendor,
    feature,
    ...(title !== undefined && { title }),
    state: on ? 'on' : 'off',
    detail: path.join('.'),
    keys: on ? [...new Set([...listed(root, file), ...flagged, ...namesOf(value, file)])] : [],
    ...(id !== undefined && { id: String(id) }),
    location: place(path),
  };
}

function listed(root: unknown, { keys }: SettingsFile): readonly string[] {
  const list = keys && at(root, keys);
  return Array.isArray(list) ? list.filter((key) => typeof key === 'string').slice(0, MAX_NAMES) : [];
}

/** What the items of a list are called. */
function namesOf(list: unknown, { items }: SettingsFile): readonly string[] {
  if (!items || !Array.isArray(list)) return [];
  const pattern = new RegExp(items.name);
  return list.slice(0, MAX_NAMES).flatMap((item) => {
    const text = at(item, [items.member]);
    return typeof text === 'string' ? (pattern.exec(text.slice(0, MAX_TEXT))?.[1] ?? []) : [];
  });
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function isOn(value: unknown): boolean {
  if (typeof value === 'number') return value > 0;
  if (Array.isArray(value)) return value.length > 0;
  return isTrue(value) || (typeof value === 'object' && value !== null && Object.keys(value).length > 0);
}

function at(value: unknown, path: readonly string[]): unknown {
  let here: unknown = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || Array.isArray(here) || !Object.hasOwn(here, key)) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}
