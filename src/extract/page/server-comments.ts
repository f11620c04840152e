/** Comments in which a platform's program on the server parks what stands between them. */
import { ALWAYS, and, condition, type Guard } from '../../model/guard.ts';
import { locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import type { CatalogIndex } from '../catalog-index.ts';

const MAX_STRETCHES = 200;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly guard: Guard;
}

/** What comments put in front of an offset: consent, where the program that reads them is there, which no page shows. */
export function commentGuards(source: Source, catalog: CatalogIndex): (offset: number) => Guard {
  const stretches: Stretch[] = [];
  for (const { name, serverComments } of catalog.catalog.cmps) {
    for (const { start, end } of serverComments) {
      for (let at = source.text.indexOf(start); at >= 0; at = source.text.indexOf(start, at + 1)) {
        const close = source.text.indexOf(end, at);
        if (close < 0 || stretches.length >= MAX_STRETCHES) break;
        const place = locationOf(source, { start: at, end: at + start.length });
        stretches.push({ start: at, end: close, guard: condition('consent', `${name}: ${start}`, place) });
      }
    }
  }
  if (stretches.length === 0) return () => ALWAYS;
  return (offset) =>
    and(...stretches.flatMap(({ start, end, guard }) => (offset > start && offset < end ? [guard] : [])));
}
