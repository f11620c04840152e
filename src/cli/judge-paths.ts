/** What every command that judges files does the same: run over the paths, and say what could not be looked at. */
import { relative } from 'node:path';
import { findConfig, findLock } from '../config/find.ts';
import { didYouMean, type Settings, settingsFor } from '../config/index.ts';
import type { Changes } from '../discover/changes.ts';
import { DISK, type FileTree, isFileIn } from '../discover/tree.ts';
import { ruleIds } from '../generated/ids.ts';
import type { LintResult } from '../model/finding.ts';
import { POLICY_GROUP } from '../model/policy-id.ts';
import { type Run, type RunOptions, run } from '../run/run.ts';
import { COMMANDS, isCommand } from './command-names.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { ChangeFlags, InputFlags } from './options.ts';
import { readStdin } from './stdin.ts';
import { complain, complainOf, Progress } from './terminal.ts';

export const STDIN_NAME = '<stdin>';

/** What a command asks of its run beside the flags that all have. */
export type Asked = Pick<
  RunOptions,
  'strictness' | 'severities' | 'judged' | 'below' | 'withoutRules' | 'suppressions' | 'tree'
> & {
  /** The rules that run, whatever the configuration says of them; all that it leaves on if absent. */
  readonly only?: readonly string[];
};

/** @returns undefined where the run could not begin (a wrong configuration, no standard input); that is said */
export function judgePaths(
  paths: readonly string[],
  flags: InputFlags & ChangeFlags,
  asked: Asked,
): Promise<Run | undefined> {
  return withRunOptions(paths, flags, asked, run);
}

/** Runs over the paths in the way that `how` says. @returns undefined where the run could not begin; that is said */
export async function withRunOptions<T>(
  paths: readonly string[],
  flags: InputFlags & ChangeFlags,
  asked: Asked,
  how: (paths: readonly string[], options: RunOptions) => Promise<T>,
): Promise<T | undefined> {
  const progress = new Progress();
  try {
    const files = paths.filter((path) => path !== '-');
    return await how(files, await runOptions(paths, flags, asked, progress));
  } catch (error) {
    // Inputs never make a run reject.
    complainOf(error);
    return undefined;
  } finally {
    progress.clear();
  }
}

async function runOptions(
  paths: readonly string[],
  { stdinFilename, sector, config, ...flags }: InputFlags & ChangeFlags,
  { severities, only, ...asked }: Asked,
  progress: Progress,
): Promise<RunOptions> {
  const cwd = process.cwd();
  const wantsStdin = stdinFilename !== undefined || paths.includes('-');
  const changes = await changesFor(flags, cwd);
  if (changes && wantsStdin) throw new Error('standard input has not changed since anything: leave out the path -');
  const first = paths.find((path) => path !== '-' && !path.startsWith('!')) ?? stdinFilename ?? '.';
  const settings = await settingsFor({
    cwd,
    path: first,
    config,
    ...(changes && { tree: changes.settings() }),
    ...(sector && { profile: { sector } }),
    ...(severities && { severities }),
    withoutRecord: asked.withoutRules === true,
  });
  if (changes && config === true) notYetStaged(findConfig(first, cwd), changes.settings());
  if (changes && config !== false && !asked.withoutRules) notYetStaged(findLock(first, cwd), changes.settings());
  checkPolicyIds([...Object.keys(severities ?? {}), ...(only ?? [])], settings);
  const { effects, ...all } = settings;
  return {
    ...all,
    // Of one rule alone nothing can be told.
    ...(effects && !only && { effects }),
    ...asked,
    ...(only && { severities: alone(only, settings) }),
    cwd,
    ...(changes && { changes }),
    progress: (stage, done, all) => progress.update(stage, done, all),
    ...(wantsStdin && { stdin: { name: stdinFilename ?? STDIN_NAME, bytes: await readStdin() } }),
  };
}

/** Says so where a file that rules the working tree will be in no commit. */
export function notYetStaged(file: string | undefined, tree: FileTree): void {
  if (file === undefined || tree === DISK || isFileIn(tree, file)) return;
  const shown = relative(process.cwd(), file) || file;
  complain(`${shown} is not in the index, so it does not count: --staged goes by what the next commit holds`);
}

/** What is asked for instead of everything. @throws GitError */
async function changesFor({ staged, since, inContext }: ChangeFlags, cwd: string): Promise<Changes | undefined> {
  if (!staged && since === undefined && !inContext) return undefined;
  const { changesOf, NAMED } = await import('../discover/changes.ts');
  if (staged) return changesOf('staged', cwd);
  return since === undefined ? NAMED : changesOf({ since }, cwd);
}

/**
 * Options name policies before the configuration that declares them is read.
 * @throws Error naming those that there are
 */
export function checkPolicyIds(ids: readonly string[], { policies = [] }: Pick<Settings, 'policies'>): void {
  const declared = policies.map(({ id }) => id);
  const wrong = ids.find((id) => id.startsWith(POLICY_GROUP) && !ruleIds.includes(id) && !declared.includes(id));
  if (wrong === undefined) return;
  const hint = didYouMean(wrong, [...declared, ...ruleIds]);
  const known = declared.length === 0 ? 'none' : declared.join(', ');
  throw new Error(`there is no rule ${wrong}${hint}; policies of the configuration: ${known}`);
}

/** Switches the other rules off; what could not be read is told all the same. */
function alone(only: readonly string[], { severities, policies = [] }: Settings): Settings['severities'] {
  const kept = Object.entries(severities).filter(([id, level]) => !(only.includes(id) && level === 'off'));
  const all = [...ruleIds, ...policies.map(({ id }) => id)];
  const off = all.filter((id) => !only.includes(id)).map((id) => [id, 'off'] as const);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(off) };
}

/** Says which paths could not be looked at, and that there was nothing. */
export function complainOfPaths({ result, errors, isPartial }: Run): void {
  for (const { path, message } of errors) {
    complain(`${path}: ${message}${isCommand(path) ? '' : didYouMean(path, COMMANDS)}`);
  }
  if (result.stats.files === 0 && errors.length === 0) {
    complain(`nothing to look at${isPartial ? ' among what was asked for' : ''}${reasons(result)}`);
  }
}

/** How the run went, its findings aside; a failed run outranks nothing to look at. */
export function runCode({ result, errors, failed, isPartial }: Run): ExitCode {
  if (failed || errors.some(({ code }) => code === 'unreadable')) return EXIT.failed;
  const isNothing = result.stats.files === 0 && !isPartial;
  return errors.length > 0 || isNothing ? EXIT.nothing : EXIT.clean;
}

/** Why there is nothing, where files were there. */
function reasons({ skipped }: LintResult): string {
  const [first] = skipped;
  if (!first) return '';
  const more = skipped.length > 1 ? `, and ${skipped.length - 1} more were skipped` : '';
  return `: ${first.file} (${first.reason})${more}`;
}
