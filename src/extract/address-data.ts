/** What a request's address says: the account, and the data that a beacon carries in its query. */
import { literal, type Property, type Transform, unknown, type Value } from '../model/value.ts';
import type { Location } from '../text/location.ts';
import { HOLE, type UrlMatch } from './catalog-index.ts';

const MAX_PARAMETERS = 40;

/**
 * The values of a load: `id`, and for a beacon `params` with the parameters of its query.
 *
 * @param holes what stands in each hole of the address
 */
export function valuesOfAddress(
  match: UrlMatch,
  url: string,
  place: Location,
  holes: readonly Value[] = [],
): Record<string, Value> {
  const values: Record<string, Value> = {};
  if (match.id !== undefined) values.id = literal(match.id, place);
  if (match.pattern.kind !== 'beacon') return values;
  // The account's own id is no content.
  const properties = parametersOf(url, place, holes).filter(({ key }) => key !== match.pattern.id);
  if (properties.length > 0) values.params = { kind: 'object', properties, rest: [], location: place };
  return values;
}

/** The parameters of an address. @param holes what stands in each hole of it */
export function parametersOf(url: string, place: Location, holes: readonly Value[]): Property[] {
  const start = url.indexOf('?');
  if (start < 0) return [];
  let hole = url.slice(0, start).split(HOLE).length - 1;
  return (url.slice(start + 1).split('#', 1)[0] ?? '')
    .split(/&amp;|&/)
    .slice(0, MAX_PARAMETERS)
    .flatMap((part): Property[] => {
      const first = hole;
      hole += part.split(HOLE).length - 1;
      const at = part.indexOf('=');
      const within = holes.slice(first, hole);
      if (at <= 0) return [];
      const key = decoded(part.slice(0, at));
      return [{ key, value: filled(decoded(part.slice(at + 1)), within, place), location: place }];
    });
}

/** The text of a parameter of an address; undefined where it has none of that name. */
export function parameterOf(url: string, name: string): string | undefined {
  const [, query = ''] = url.split('?', 2);
  for (const part of query.split('#', 1)[0]?.split(/&amp;|&/) ?? [])
    if (part.startsWith(`${name}=`)) return part.slice(name.length + 1);
  return undefined;
}

/** What became of every one of several values. */
function commonOf(values: readonly Value[]): readonly Transform[] {
  const [first = [], ...others] = values.map((value) => (value.kind === 'unknown' ? value.transforms : []));
  return first.filter((transform) => others.every((one) => one.includes(transform)));
}

/** A text with what stands in its holes. */
function filled(text: string, holes: readonly Value[], place: Location): Value {
  if (!text.includes(HOLE)) return literal(text, place);
  const origins = holes.flatMap((value) => (value.kind === 'unknown' ? value.origins : []));
  return unknown(origins, place, commonOf(holes));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
