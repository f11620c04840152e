/** What pages and lists say of a rule's repair. */
import type { RepairKind } from '../../src/model/finding.ts';

/** The option that makes the repair, for a column of a table. */
export function repairOption(kind: RepairKind | undefined): string {
  if (kind === undefined) return '';
  return kind === 'safe' ? '`--fix`' : '`--fix=suggested`';
}

const SENTENCES: Readonly<Record<RepairKind | 'none', string>> = {
  safe: '`taglint --fix` makes the repair where nothing else could be meant.',
  suggested:
    '`taglint --fix=suggested` makes a repair where the code says which; look at what it changes (`--fix-dry-run=suggested` shows it).',
  none: 'taglint makes no repair by itself: what is right, the code does not say.',
};

/**
 * The page of a rule with what taglint itself repairs, first thing below the heading that tells how to fix.
 * @throws Error for a page without that heading
 */
export function withRepair(page: string, kind: RepairKind | undefined): string {
  const heading = '\n## How to fix\n';
  const at = page.indexOf(heading);
  if (at === -1) throw new Error(`no heading “How to fix”: ${page.slice(0, page.indexOf('\n'))}`);
  const end = at + heading.length;
  return `${page.slice(0, end)}\n${SENTENCES[kind ?? 'none']}\n${page.slice(end)}`;
}
