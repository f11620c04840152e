/** What leaves the page, as flows: from an origin, under a key, to a vendor, by how many tags. */
import type { InventoryDatum, InventoryPlace } from '../../../inventory/inventory.ts';
import type { Finding } from '../../../model/finding.ts';
import type { DataOrigin } from '../../../model/inventory/data.ts';
import { isOfPerson } from '../../../model/inventory/words.ts';
import type { ReportData } from '../data.ts';

/** `sensitive`: a finding says so; `personal`: by its kind; `other`: amounts, settings, words of products. */
export type FlowKind = 'sensitive' | 'personal' | 'other';

export interface Flow {
  readonly origin: DataOrigin | undefined;
  /** Absent for what is neither personal nor about products: these keys are one. */
  readonly datum: InventoryDatum | undefined;
  readonly vendor: string;
  readonly kind: FlowKind;
  /** So many tags, calls or elements send it. */
  readonly weight: number;
}

/** Sensitive first, then personal; of equal ones what most tags send. */
export function flowsOf({ inventory, result }: ReportData): Flow[] {
  const sensitive = result.findings.filter(({ rule }) => rule.startsWith('sensitive/'));
  const flows = inventory.vendors.flatMap(({ name: vendor, accounts }) =>
    accounts.flatMap(({ data }) =>
      data.flatMap((datum) => {
        const kind = kindOf(datum, vendor, sensitive);
        const weight = new Set(datum.places.map(placeKey)).size;
        const origins = datum.origins.length > 0 ? datum.origins : [undefined];
        const isNamed = kind !== 'other' || datum.category !== 'other';
        return origins.map((origin): Flow => ({ origin, datum: isNamed ? datum : undefined, vendor, kind, weight }));
      }),
    ),
  );
  return flows.sort((a, b) => RANK[a.kind] - RANK[b.kind] || b.weight - a.weight);
}

const RANK: Readonly<Record<FlowKind, number>> = { sensitive: 0, personal: 1, other: 2 };

/** A tag of a container sends a key once, wherever in it that stands. */
function placeKey({ file, line, column, entity }: InventoryPlace): string {
  return entity === undefined ? `${file} ${line} ${column}` : `${file} ${entity}`;
}

function kindOf(datum: InventoryDatum, vendor: string, sensitive: readonly Finding[]): FlowKind {
  const isContent = datum.category === 'search-term' || datum.category.startsWith('product-');
  const isTold = sensitive.some(
    (finding) =>
      finding.vendor === vendor && isContent && datum.places.some((place) => isAt(finding, place, datum.key)),
  );
  if (isTold) return 'sensitive';
  return isOfPerson(datum.category) ? 'personal' : 'other';
}

/** A finding on what a tag sends names the key, or stands in the same tag. */
function isAt({ file, entity, line, endLine, message, trail }: Finding, place: InventoryPlace, key: string): boolean {
  if (file !== place.file) return false;
  if (place.entity !== undefined) return entity === place.entity && saysKey(message, key);
  const within = place.line >= line && place.line <= endLine;
  return within || trail.some((step) => step.file === file && step.line === place.line && step.column === place.column);
}

function saysKey(message: string, key: string): boolean {
  return message.includes(key.slice(key.lastIndexOf('.') + 1));
}
