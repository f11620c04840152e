/** `taglint init`: writes the configuration, a hook and a workflow, as they fit the repository. */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { findConfig } from '../config/find.ts';
import { didYouMean } from '../config/index.ts';
import { projectKinds } from '../generated/projects.ts';
import { version } from '../generated/version.ts';
import { commandsOf } from '../init/commands.ts';
import { configText } from '../init/config-text.ts';
import { Found } from '../init/found.ts';
import { hookSteps } from '../init/hooks.ts';
import { pipelineSteps } from '../init/pipelines.ts';
import { type Step, type WriteStep, wholeFile, writeAll } from '../init/plan.ts';
import { type Project, projectsIn } from '../init/projects.ts';
import { inspectRepository, type Repository } from '../init/repository.ts';
import { plural } from '../report/summary.ts';
import { clean, wrap } from '../report/terminal.ts';
import type { Run } from '../run/run.ts';
import { diffOf, forTerminal } from './diff.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Answers } from './init-questions.ts';
import { judgePaths } from './judge-paths.ts';
import type { InitFlags } from './options.ts';
import { complain, complainOf, outputWidth, wantsColor } from './terminal.ts';

/** A project in a project: deeper, folders are parts of one. */
const MOST_DEPTH = 3;
const MOST_FOLDERS = 500;

/** Looks, asks where somebody is there to answer, and writes. */
export async function init(flags: InitFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const { catalog } = await import('../generated/catalog.ts');
  const platforms = catalog.cmps.map(({ id, name }) => ({ id, name }));
  const wrong = flags.cmp?.find((id) => !platforms.some((one) => one.id === id));
  if (wrong !== undefined) {
    const hint = didYouMean(
      wrong,
      platforms.map(({ id }) => id),
    );
    complain(`there is no consent platform ${wrong}${hint}; docs/consent-platforms.md lists them`);
    return EXIT.failed;
  }
  const repository = inspectRepository(cwd);
  const found = new Found();
  const run = await judgePaths(
    [],
    { config: false },
    { withoutRules: true, judged: (unit, context) => found.judged(unit, context) },
  );
  if (!run) return EXIT.failed;
  const projects = projectsIn(cwd, foldersOf(run, cwd), projectKinds);
  say(seen(run, projects, found));
  const surroundings = { cwd, repository, found, ignore: madeIn(run, projects, cwd) };
  const unasked = { hook: repository.hook, pipeline: repository.pipeline, ...givenBy(flags) };
  const planned = planOf(flags, unasked, surroundings);
  // Where all is there, there is nothing to ask.
  if (!isAsking(flags) || writesOf(planned).length === 0) return carryOut(planned, flags, cwd);
  const { ask } = await import('./init-questions.ts');
  const { hook, pipeline } = unasked;
  const answers = await ask({ known: givenBy(flags), suggested: { hook, pipeline }, found, platforms });
  return answers ? carryOut(planOf(flags, answers, surroundings), flags, cwd) : EXIT.stopped;
}

function givenBy({ sector, regime, cmp, hook, ci }: InitFlags): Partial<Answers> {
  return {
    ...(sector && { sector }),
    ...(regime && { regime }),
    ...(cmp && { platforms: cmp }),
    ...(hook && { hook }),
    ...(ci && { pipeline: ci }),
  };
}

/** Somebody is there who can answer. */
function isAsking({ yes, dryRun }: InitFlags): boolean {
  return !yes && !dryRun && process.stdin.isTTY === true && process.stdout.isTTY === true;
}

interface Surroundings {
  readonly cwd: string;
  readonly repository: Repository;
  readonly found: Found;
  readonly ignore: readonly string[];
}

function planOf(
  { strictness, force }: InitFlags,
  { sector, regime, platforms = [], hook = 'none', pipeline = 'none' }: Partial<Answers>,
  { cwd, repository, found, ignore }: Surroundings,
): Plan {
  const text = configText(
    {
      platforms,
      ignore,
      installed: repository.installed,
      ...(sector && { sector }),
      ...(regime && { regime }),
      ...(strictness && { strictness }),
    },
    found,
  );
  const governing = findConfig('.', cwd);
  const commands = commandsOf(repository, version);
  return {
    config: configStep(governing, join(cwd, '.taglint.yml'), text, force === true),
    hooks: hookSteps(hook, repository, commands),
    pipelines: pipelineSteps(pipeline, repository, commands, force === true),
  };
}

/** @param governing the configuration that applies here, which may be that of a folder above */
function configStep(governing: string | undefined, own: string, text: string, force: boolean): Step {
  if (governing !== undefined && dirname(governing) !== dirname(own) && !force)
    return { kind: 'keep', file: governing, about: 'governs this folder already (--force writes one here)' };
  const file = governing !== undefined && dirname(governing) === dirname(own) ? governing : own;
  return wholeFile(file, text, 'what taglint is told about the site', force);
}

function writesOf({ config, hooks, pipelines }: Plan): WriteStep[] {
  return [config, ...hooks, ...pipelines].filter((step): step is WriteStep => step.kind === 'write');
}

interface Plan {
  readonly config: Step;
  readonly hooks: readonly Step[];
  readonly pipelines: readonly Step[];
}

async function carryOut(plan: Plan, flags: InitFlags, cwd: string): Promise<ExitCode> {
  const { config, hooks, pipelines } = plan;
  const steps = [config, ...hooks, ...pipelines];
  const writes = writesOf(plan);
  const shown = ({ file }: Step): string => clean(relative(cwd, file).split(sep).join('/'));
  if (flags.dryRun) {
    const isTerminal = process.stdout.isTTY === true;
    for (const step of writes) {
      const diff = diffOf(shown(step), step.before, step.text);
      process.stdout.write(isTerminal ? forTerminal(diff, wantsColor(undefined, true)) : diff);
    }
  } else if (writes.length > 0) {
    if (isAsking(flags)) {
      const { agree } = await import('./init-questions.ts');
      if (!(await agree(writes.map(shown)))) return EXIT.stopped;
    }
    try {
      writeAll(writes);
    } catch (error) {
      complainOf(error);
      complain('nothing was written');
      return EXIT.failed;
    }
  }
  const width = Math.max(...steps.map((step) => shown(step).length));
  for (const step of steps) {
    const what =
      step.kind === 'write' ? written(step, flags.dryRun === true) : step.kind === 'keep' ? 'kept' : 'by hand';
    say([`${what.padEnd(8)}  ${shown(step).padEnd(width)}  ${step.about}`]);
    if (step.kind === 'by-hand') say(step.lines.map((line) => `            ${line}`));
  }
  say(writes.length === 0 ? ['Nothing to do: all is as it should be.'] : flags.dryRun ? [] : next(hooks));
  return EXIT.clean;
}

function written({ before }: WriteStep, isDry: boolean): string {
  if (isDry) return before === undefined ? 'new' : 'changed';
  return before === undefined ? 'written' : 'changed';
}

function next(hooks: readonly Step[]): string[] {
  return [
    '',
    'Next:',
    '  npx taglint             what is found today',
    '  npx taglint baseline    records it, so that only what is new fails',
    ...(hooks.some(({ kind }) => kind !== 'by-hand') ? ['  git commit              is checked from now on'] : []),
  ];
}

/** The folders of the files, down to some depth, the outermost first. */
function foldersOf(run: Run, cwd: string): string[] {
  const folders = new Set<string>(['.']);
  for (const file of run.files) {
    const parts = pathBelow(run, file, cwd).split('/').slice(0, -1).slice(0, MOST_DEPTH);
    for (let length = 1; length <= parts.length && folders.size < MOST_FOLDERS; length += 1)
      folders.add(parts.slice(0, length).join('/'));
  }
  return [...folders].sort();
}

function pathBelow({ project }: Run, file: string, cwd: string): string {
  return relative(cwd, resolve(project, file)).split(sep).join('/');
}

/** Folders of what a build writes, where they hold anything that would be looked at. */
function madeIn(run: Run, projects: readonly Project[], cwd: string): string[] {
  const files = run.files.map((file) => pathBelow(run, file, cwd));
  const folders = projects.flatMap(({ kind, folder }) =>
    kind.made.map((made) => (folder === '.' ? made : `${folder}/${made}`)),
  );
  return [...new Set(folders)]
    .filter((folder) => files.some((file) => file.startsWith(folder)))
    .map((one) => `/${one}`);
}

function seen({ result }: Run, projects: readonly Project[], { vendors, platforms, containers }: Found): string[] {
  const kinds = projects.map(({ kind, folder }) => (folder === '.' ? kind.name : `${kind.name} (${clean(folder)}/)`));
  const loaded = platforms.map(({ name, file, loaded: is }) => `${name} (${is ? '' : 'named in '}${clean(file)})`);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['framework', kinds],
    ['consent platform', loaded],
    ['vendors', vendors.map(({ name }) => name)],
    ['containers', containers.map(clean)],
  ];
  const label = Math.max(...rows.map(([name]) => name.length)) + 2;
  return [
    `Looked at ${plural(result.stats.files, 'file')}.`,
    ...rows.flatMap(([name, values]) => {
      const lines = wrap(values.length === 0 ? 'none in sight' : values.join(', '), outputWidth() - label - 2);
      return lines.map((line, index) => `  ${(index === 0 ? name : '').padEnd(label)}${line}`);
    }),
    '',
  ];
}

function say(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line.trimEnd()}\n`);
}
