/** `taglint inventory [paths…]`. */
import { InventoryBuilder } from '../inventory/build.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { LintResult } from '../model/finding.ts';
import { compareNotice, type NamedParty } from '../notice/compare.ts';
import { maskInventory } from '../report/inventory/masked.ts';
import { type ComparedNotice, noticeLines } from '../report/inventory/notice.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, judgePaths, runCode } from './judge-paths.ts';
import type { InventoryFlags } from './options.ts';
import { complain, complainOf, outputWidth, wantsColor, write } from './terminal.ts';

/** Judges, prints who gets what and how that differs from the privacy notice, and tells how it went. */
export async function inventory(paths: readonly string[], flags: InventoryFlags): Promise<ExitCode> {
  const named = await noticeOf(flags);
  if (named === false) return EXIT.failed;
  const builder = new InventoryBuilder();
  const outcome = await judgePaths(paths, flags, {
    withoutRules: true,
    judged: (unit, { profile }) => builder.add(unit, profile),
  });
  if (!outcome) return EXIT.failed;
  const { result } = outcome;
  const found = builder.result();
  const shown = flags.showValues ? found : maskInventory(found);
  const notice = named && { file: flags.compare ?? '', ...compareNotice(shown, named) };
  // "No vendors" must mean "looked and found none"; programs get their document all the same.
  const isEmpty = result.stats.files === 0 && (flags.format === 'table' || flags.format === 'markdown');
  if (!isEmpty && !write(await render(shown, result, flags, notice), flags.output)) return EXIT.failed;
  complainOfPaths(outcome);
  for (const { file, line, column, message } of result.findings) complain(`${file}:${line}:${column}: ${message}`);
  // A container that is no JSON sends nothing that could be listed: that must not pass for one without vendors.
  const unread = result.findings.some(({ severity }) => severity === 'error');
  const code = unread ? EXIT.failed : runCode(outcome);
  if (!notice || code !== EXIT.clean) return code;
  // Rows of a table have no place for it.
  if (flags.format === 'csv') for (const line of noticeLines(notice, notice.file)) complain(line);
  return notice.unnamed.length + notice.unused.length > 0 ? EXIT.findings : code;
}

/** Whom the notice names; undefined where nobody asks, false where it cannot be read, which is said. */
async function noticeOf({ compare }: InventoryFlags): Promise<readonly NamedParty[] | undefined | false> {
  if (compare === undefined) return undefined;
  try {
    return (await import('../notice/read.ts')).readNotice(compare, compare);
  } catch (error) {
    complainOf(error);
    return false;
  }
}

async function render(
  found: Inventory,
  result: LintResult,
  flags: InventoryFlags,
  notice: ComparedNotice | undefined,
): Promise<string> {
  switch (flags.format) {
    case 'json':
      return (await import('../report/inventory/json.ts')).inventoryJson(found, notice);
    case 'csv':
      return (await import('../report/inventory/csv.ts')).inventoryCsv(found);
    case 'markdown':
      return (await import('../report/inventory/markdown.ts')).inventoryMarkdown(found, result, notice);
    case 'table': {
      const isTerminal = flags.output === undefined && process.stdout.isTTY === true;
      const { inventoryTable } = await import('../report/inventory/table.ts');
      return inventoryTable(found, result, {
        ...(notice && { notice }),
        color: wantsColor(flags.color, isTerminal),
        width: outputWidth(),
      });
    }
  }
}
