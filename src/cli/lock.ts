/** `taglint lock [paths…]`: writes down what is sent today as somebody has reviewed it. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ConfigError } from '../config/document.ts';
import { LOCK_NAME } from '../config/find.ts';
import { recordFileFor } from '../config/index.ts';
import { InventoryBuilder } from '../inventory/build.ts';
import { readLock } from '../lock/read.ts';
import type { Lock, Review } from '../lock/schema.ts';
import { type Counts, countsOf, lockOf, lockText } from '../lock/write.ts';
import { maskInventory } from '../report/inventory/masked.ts';
import { maskPersonalData } from '../report/mask.ts';
import { plural } from '../report/summary.ts';
import { writeWhole } from '../run/write.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, judgePaths, runCode } from './judge-paths.ts';
import type { LockFlags } from './options.ts';
import { complain, complainOf } from './terminal.ts';

/** Reviews that are kept, the last one included. */
const MOST_REVIEWS = 20;

/** Writes the record; one that is there only with `--update`, and with a reason. */
export async function lock(paths: readonly string[], flags: LockFlags): Promise<ExitCode> {
  const builder = new InventoryBuilder();
  const run = await judgePaths(paths, flags, {
    withoutRules: true,
    judged: (unit, { profile }) => builder.add(unit, profile),
  });
  if (!run) return EXIT.failed;
  complainOfPaths(run);
  for (const { file, line, column, message } of run.result.findings) complain(`${file}:${line}:${column}: ${message}`);
  const unread = run.result.findings.some(({ severity }) => severity === 'error');
  const code = unread ? EXIT.failed : runCode(run);
  // What was not looked at would be called new, or gone.
  if (code !== EXIT.clean) {
    complain('no record was written');
    return code;
  }
  try {
    const cwd = process.cwd();
    const path = paths.find((one) => one !== '-' && !one.startsWith('!')) ?? flags.stdinFilename ?? '.';
    const { config } = flags;
    const file = (await recordFileFor({ cwd, path, config })) ?? join(run.project, LOCK_NAME);
    const shown = relative(cwd, file) || file;
    const before = reviewedBefore(file, shown, flags);
    if (before === false) return EXIT.failed;
    const reviews = [reviewOf(flags), ...(before?.reviews ?? [])].slice(0, MOST_REVIEWS);
    const next = lockOf(maskInventory(builder.result()), reviews);
    writeWhole(file, lockText(next));
    process.stdout.write(`${summary(countsOf(next), before && countsOf(before), shown)}\n`);
    return EXIT.clean;
  } catch (error) {
    if (error instanceof ConfigError) complainOf(error);
    else complain(`cannot write the record: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.failed;
  }
}

/** The record that is there, which may be replaced; false where it may not, which is said. @throws ConfigError */
function reviewedBefore(file: string, shown: string, { update, reason }: LockFlags): Lock | undefined | false {
  if (!existsSync(file)) return undefined;
  if (!update) {
    complain(`${shown} is there already: --update writes it anew, with a --reason`);
    return false;
  }
  if (reason === undefined || reason.trim() === '') {
    complain('--update needs a --reason: why what is sent now is as it should be');
    return false;
  }
  return readLock(file, shown).lock;
}

function reviewOf({ reviewer, reason, date }: LockFlags): Review {
  return {
    date: date ?? new Date().toISOString().slice(0, 10),
    ...(reviewer !== undefined && reviewer.trim() !== '' && { reviewer: reviewer.trim() }),
    ...(reason !== undefined && reason.trim() !== '' && { reason: maskPersonalData(reason.trim()) }),
  };
}

function summary(now: Counts, before: Counts | undefined, shown: string): string {
  const counts = [
    plural(now.vendors, 'vendor'),
    plural(now.accounts, 'account'),
    plural(now.keys, 'data key'),
    ...(now.hosts > 0 ? [plural(now.hosts, 'unknown host')] : []),
  ].join(', ');
  const more = before
    ? `; before: ${plural(before.vendors, 'vendor')}, ${plural(before.accounts, 'account')}, ${plural(before.keys, 'data key')}`
    : '';
  return `${shown}: ${counts}${more}.`;
}
