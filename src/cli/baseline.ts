/** `taglint baseline [paths…]`: records what is found today, or strikes out what is found no longer. */
import type { FileTree } from '../discover/index.ts';
import { plural } from '../report/summary.ts';
import {
  type Baseline,
  BaselineError,
  baselineOf,
  baselineText,
  goneFrom,
  readBaseline,
  withoutKnown,
} from '../run/baseline.ts';
import type { Run } from '../run/run.ts';
import { writeWhole } from '../run/write.ts';
import { type BaselineFile, baselineFile } from './baseline-file.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, judgePaths, runCode } from './judge-paths.ts';
import type { BaselineFlags } from './options.ts';
import { complain, complainOf } from './terminal.ts';

/** Writes the baseline of what is found; with `--prune` nothing is added to it. */
export async function baseline(paths: readonly string[], flags: BaselineFlags): Promise<ExitCode> {
  const { strictness, rule, prune } = flags;
  const run = await judgePaths(paths, flags, {
    ...(strictness && { strictness }),
    ...(rule && { severities: rule }),
  });
  if (!run) return EXIT.failed;
  complainOfPaths(run);
  const code = runCode(run);
  // A baseline of half a run would call the other half new, or repaired.
  if (code !== EXIT.clean) {
    complain('no baseline was written');
    return code;
  }
  const { file, shown } = baselineFile(run, flags.baseline);
  const before = readOrComplain(file, shown);
  if (before === false) return EXIT.failed;
  if (!before && prune) {
    complain(`${shown}: there is no baseline to prune; \`taglint baseline\` writes one`);
    return EXIT.failed;
  }
  const now = baselineOf(run);
  const next = prune ? stillFound(before ?? [], now, run) : updated(before ?? [], now, run);
  try {
    writeWhole(file, baselineText(next));
  } catch (error) {
    complain(`cannot write ${shown}: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.failed;
  }
  process.stdout.write(`${summary(before ?? [], next, shown)}\n`);
  return EXIT.clean;
}

/**
 * Takes the known findings out of a run; undefined where the baseline cannot be used, which is said.
 * @param isComplete the run looked for all that the configuration asks for
 */
export function newIn(run: Run, { file, shown, tree }: BaselineFile, isComplete: boolean): Run | undefined {
  const known = readOrComplain(file, shown, tree);
  if (known === false) return undefined;
  if (known) return withoutKnown(run, known, isComplete);
  complain(`${shown}: no such file`);
  return undefined;
}

function readOrComplain(file: string, shown: string, tree?: FileTree): Baseline | undefined | false {
  try {
    return readBaseline(file, shown, tree);
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    complainOf(error);
    return false;
  }
}

/** What was found, and what was not looked for. */
function updated(before: Baseline, now: Baseline, run: Run): Baseline {
  const found = new Set(now.map(({ fingerprint }) => fingerprint));
  const gone = new Set(goneFrom(before, found, run));
  return [...now, ...before.filter((entry) => !found.has(entry.fingerprint) && !gone.has(entry))];
}

/** What was known before, without what is repaired; a container may have another file by now. */
function stillFound(before: Baseline, now: Baseline, run: Run): Baseline {
  const found = new Map(now.map((entry) => [entry.fingerprint, entry]));
  const gone = new Set(goneFrom(before, new Set(found.keys()), run));
  return before
    .filter((entry) => !gone.has(entry))
    .map((entry) => ({ ...entry, file: found.get(entry.fingerprint)?.file ?? entry.file }));
}

function summary(before: Baseline, next: Baseline, shown: string): string {
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const kept = new Set(next.map(({ fingerprint }) => fingerprint));
  const added = next.filter(({ fingerprint }) => !known.has(fingerprint)).length;
  const gone = before.filter(({ fingerprint }) => !kept.has(fingerprint)).length;
  const count = (severity: string): number => next.filter((entry) => entry.severity === severity).length;
  const counts = ['error', 'warning', 'note'].map((severity) => plural(count(severity), severity)).join(', ');
  return `${shown}: ${plural(next.length, 'known finding')} (${counts}); ${added} added, ${gone} struck out.`;
}
