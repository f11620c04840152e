/** Settings files of vendors, saved as JSON: automatic collection that the page itself does not show. */
import type { SettingFact } from '../model/unit.ts';
import { parseJson } from '../text/json-error.ts';
import { JsonPositions } from '../text/json-positions.ts';
import { locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import type { CatalogIndex } from './catalog-index.ts';
import type { ExtractedUnit } from './extracted.ts';

/** The facts of a JSON document that a vendor's settings file pattern fits; undefined for any other document. */
export function extractSettings(source: Source, catalog: CatalogIndex): ExtractedUnit | undefined {
  const parsed = parseJson(source.text);
  if (!parsed.ok) return undefined;
  const settings: SettingFact[] = [];
  for (const vendor of catalog.catalog.vendors) {
    for (const file of vendor.settingsFiles) {
      const value = at(parsed.value, file.path);
      if (value === undefined) continue;
      const place = new JsonPositions(source.text).value(file.path) ?? { start: parsed.start, end: parsed.start };
      const keys = file.keys === undefined ? undefined : at(parsed.value, file.keys);
      settings.push({
        vendor,
        feature: file.feature,
        state: value === true || value === 'true' ? 'on' : 'off',
        detail: file.path.join('.'),
        keys: Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [],
        location: locationOf(source, place),
      });
    }
  }
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

function at(value: unknown, path: readonly string[]): unknown {
  let here: unknown = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || Array.isArray(here) || !Object.hasOwn(here, key)) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}
