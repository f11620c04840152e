import type { Finding } from '../model/finding.ts';

/** How the ends of a place are called. */
export interface PlaceWords {
  readonly folder: (name: string) => string;
  readonly line: (place: string) => string;
}

const ENGLISH: PlaceWords = { folder: (name) => `folder "${name}"`, line: (place) => `line ${place}` };

/** Where a finding stands in the texts nested in its file: `folder "Ads" › tag "Meta - Purchase" › html › line 7:3`. */
export function placeWithin({ folder, path }: Pick<Finding, 'folder' | 'path'>, words: PlaceWords = ENGLISH): string {
  const last = path.at(-1);
  return [
    ...(folder === undefined ? [] : [words.folder(folder)]),
    ...path.map((step) => step.label),
    ...(last ? [words.line(`${last.line}:${last.column}`)] : []),
  ].join(' › ');
}
