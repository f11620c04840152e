/** What a request's address says: the account, and the data that a beacon carries in its query. */
import { literal, type Property, type Transform, unknown, type Value } from '../model/value.ts';
import type { Location } from '../text/location.ts';
import { HOLE, type UrlMatch } from './catalog-index.ts';

const MAX_PARAMETERS = 40;

/**
 * The values of a load: `id`, and for a beacon `params` with the parameters of its query.
 *
 * @param holes what became of the value in each hole of the address
 */
export function valuesOfAddress(
  match: UrlMatch,
  url: string,
  place: Location,
  holes: readonly (readonly Transform[])[] = [],
): Record<string, Value> {
  const values: Record<string, Value> = {};
  if (match.id !== undefined) values.id = literal(match.id, place);
  if (match.pattern.kind !== 'beacon') return values;
  const start = url.indexOf('?');
  if (start < 0) return values;
  let hole = url.slice(0, start).split(HOLE).length - 1;
  const properties = (url.slice(start + 1).split('#', 1)[0] ?? '')
    .split(/&amp;|&/)
    .slice(0, MAX_PARAMETERS)
    .flatMap((part): Property[] => {
      const first = hole;
      hole += part.split(HOLE).length - 1;
      const at = part.indexOf('=');
      // The account's own id is no content.
      if (at <= 0 || part.slice(0, at) === match.pattern.id) return [];
      const text = decoded(part.slice(at + 1));
      const value = text.includes(HOLE) ? unknown([], place, commonOf(holes.slice(first, hole))) : literal(text, place);
      return [{ key: decoded(part.slice(0, at)), value, location: place }];
    });
  if (properties.length > 0) values.params = { kind: 'object', properties, rest: [], location: place };
  return values;
}

/** The text of a parameter of an address; undefined where it has none of that name. */
export function parameterOf(url: string, name: string): string | undefined {
  const [, query = ''] = url.split('?', 2);
  for (const part of query.split('#', 1)[0]?.split(/&amp;|&/) ?? [])
    if (part.startsWith(`${name}=`)) return part.slice(name.length + 1);
  return undefined;
}

/** What became of every one of them. */
function commonOf([first = [], ...others]: readonly (readonly Transform[])[]): readonly Transform[] {
  return first.filter((transform) => others.every((one) => one.includes(transform)));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
