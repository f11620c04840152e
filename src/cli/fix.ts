/** `taglint --fix`: repairs files, or prints what it would change in them. */
import { decodeText } from '../discover/index.ts';
import { plural } from '../report/summary.ts';
import { type FixedRun, type FixOptions, fixRun, writeChanges } from '../run/fix.ts';
import type { Run } from '../run/run.ts';
import { diffOf, forTerminal } from './diff.ts';
import { type Asked, withRunOptions } from './judge-paths.ts';
import type { LintFlags } from './options.ts';
import { complain, wantsColor, write } from './terminal.ts';

/**
 * Lints, repairs and lints again. Files are written, or a diff is printed with `--fix-dry-run`.
 * @param select the findings of a run that are to be repaired
 * @returns the run in which the files count as repaired; undefined where it could not begin, or not all could be written, which is said
 */
export async function fixPaths(
  paths: readonly string[],
  flags: LintFlags,
  asked: Asked,
  select: FixOptions['select'],
): Promise<Run | undefined> {
  const { fix, fixDryRun, stdinFilename } = flags;
  const isDry = fixDryRun !== undefined;
  if (!isDry && (stdinFilename !== undefined || paths.includes('-'))) {
    complain('standard input cannot be repaired in its place: --fix-dry-run prints what would be changed');
    return undefined;
  }
  const repairs = fix === 'suggested' || fixDryRun === 'suggested' ? 'suggested' : 'safe';
  const done = await withRunOptions(paths, flags, asked, (files, options) =>
    fixRun(files, { ...options, repairs, select }),
  );
  if (!done) return undefined;
  for (const { file, reason } of done.left) complain(`${file}: not repaired: ${reason}`);
  if (isDry) return printed(done, flags) ? done.run : undefined;
  const unwritten = writeChanges(done.changes);
  for (const { file, reason } of unwritten) complain(`cannot write ${file}: ${reason}`);
  if (unwritten.length > 0) return undefined;
  tell(done, 'repaired');
  return done.run;
}

function printed(done: FixedRun, { output, color }: LintFlags): boolean {
  const isTerminal = output === undefined && process.stdout.isTTY === true;
  const diff = done.changes
    .map(({ path, before, after }) => diffOf(path, decodeText(before), decodeText(after)))
    .join('');
  const shown = isTerminal ? forTerminal(diff, wantsColor(color, true)) : diff;
  if (!write(shown, output)) return false;
  tell(done, 'would be repaired');
  return true;
}

function tell({ fixed, changes }: FixedRun, what: string): void {
  complain(`${plural(fixed, 'finding')} ${what} in ${plural(changes.length, 'file')}`);
}
