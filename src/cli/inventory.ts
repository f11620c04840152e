/** `taglint inventory [paths…]`. */
import { InventoryBuilder } from '../inventory/build.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { LintResult } from '../model/finding.ts';
import { maskInventory } from '../report/inventory/masked.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, judgePaths, runCode } from './judge-paths.ts';
import type { InventoryFlags } from './options.ts';
import { complain, outputWidth, wantsColor, write } from './terminal.ts';

/** Judges, prints who gets what, and tells how it went. */
export async function inventory(paths: readonly string[], flags: InventoryFlags): Promise<ExitCode> {
  const builder = new InventoryBuilder();
  const outcome = await judgePaths(paths, flags, { withoutRules: true, judged: (unit) => builder.add(unit) });
  if (!outcome) return EXIT.failed;
  const { result } = outcome;
  const found = builder.result();
  const shown = flags.showValues ? found : maskInventory(found);
  // "No vendors" must mean "looked and found none"; programs get their document all the same.
  const isEmpty = result.stats.files === 0 && (flags.format === 'table' || flags.format === 'markdown');
  if (!isEmpty && !write(await render(shown, result, flags), flags.output)) return EXIT.failed;
  complainOfPaths(outcome);
  for (const { file, line, column, message } of result.findings) complain(`${file}:${line}:${column}: ${message}`);
  // A container that is no JSON sends nothing that could be listed: that must not pass for one without vendors.
  const unread = result.findings.some(({ severity }) => severity === 'error');
  return unread ? EXIT.failed : runCode(outcome);
}

async function render(found: Inventory, result: LintResult, flags: InventoryFlags): Promise<string> {
  switch (flags.format) {
    case 'json':
      return (await import('../report/inventory/json.ts')).inventoryJson(found);
    case 'csv':
      return (await import('../report/inventory/csv.ts')).inventoryCsv(found);
    case 'markdown':
      return (await import('../report/inventory/markdown.ts')).inventoryMarkdown(found, result);
    case 'table': {
      const isTerminal = flags.output === undefined && process.stdout.isTTY === true;
      const { inventoryTable } = await import('../report/inventory/table.ts');
      return inventoryTable(found, result, { color: wantsColor(flags.color, isTerminal), width: outputWidth() });
    }
  }
}
