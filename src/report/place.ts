import type { Finding } from '../model/finding.ts';

/** Where a finding stands in the texts nested in its file: `folder "Ads" › tag "Meta - Purchase" › html › line 7:3`. */
export function placeWithin({ folder, path }: Pick<Finding, 'folder' | 'path'>): string {
  const last = path.at(-1);
  return [
    ...(folder === undefined ? [] : [`folder "${folder}"`]),
    ...path.map((step) => step.label),
    ...(last ? [`line ${last.line}:${last.column}`] : []),
  ].join(' › ');
}
