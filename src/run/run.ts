/** One run: from paths to a result. Used by the command line and by the API; prints nothing. */
import { dirname, relative, resolve, sep } from 'node:path';
import type { Effects } from '../config/effects.ts';
import { isInside } from '../discover/discover.ts';
import { type Discovered, decodeText, discover, type PathError, readInput } from '../discover/index.ts';
import type { Linter, LintOptions } from '../engine/lint.ts';
import type { SeverityOverride } from '../engine/severities.ts';
import type { ConfiguredSuppression } from '../engine/suppressions/suppressions.ts';
import { version } from '../generated/version.ts';
import type { LintResult, Severity, Skipped } from '../model/finding.ts';
import type { Policy } from '../model/policy.ts';
import type { SiteProfile, Strictness } from '../model/profile.ts';
import type { RuleOptions } from '../model/rule.ts';
import type { SiteContext } from '../model/site.ts';
import type { Unit } from '../model/unit.ts';
import { type Input, InputReader } from './input.ts';
import { type Overlay, overlaid } from './overlay.ts';
import { projectFolder } from './project.ts';
import { createResolver, type Resolver } from './resolve.ts';
import { type Candidate, scan } from './scan.ts';
import { realFolder, rootOf } from './stdin.ts';

export interface RunOptions {
  /** Folder that relative paths start from and that shown paths are relative to. */
  readonly cwd: string;
  readonly profile?: SiteProfile;
  readonly strictness?: Strictness;
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly ruleOptions?: Readonly<Record<string, RuleOptions>>;
  readonly overrides?: readonly SeverityOverride[];
  /** Rules that the configuration declares. */
  readonly policies?: readonly Policy[];
  /** Tells what of the configuration has no effect, where the run looks at all that it governs. */
  readonly effects?: Effects;
  /** What the configuration switches off; `false` lets comments switch nothing off either. */
  readonly suppressions?: readonly ConfiguredSuppression[] | false;
  /** Patterns with .gitignore's meaning, and the folder that they are relative to. */
  readonly ignore?: { readonly folder: string; readonly patterns: readonly string[] };
  /** A text that is judged beside the paths, as if it stood in a file of that name. */
  readonly stdin?: { readonly name: string; readonly bytes: Uint8Array };
  /** What stands in for files. */
  readonly overlay?: Overlay;
  /** Units are judged and no rule is run: the result holds no findings but those on texts that could not be read. */
  readonly withoutRules?: true;
  /** Told of every unit with its verdicts, in the order in which they are judged. */
  readonly judged?: (unit: Unit, context: SiteContext) => void;
  /** Called before every file, with how many of how many are done in this stage. */
  readonly progress?: (stage: 'scan' | 'judge', done: number, all: number) => void;
}

export interface Run {
  readonly result: LintResult;
  /** Paths that could not be looked at. */
  readonly errors: readonly PathError[];
  /** The folder that the paths of the project are relative to. */
  readonly project: string;
  /** A path of a finding, relative to the project. */
  readonly projectPath: (file: string) => string;
  /** Rules that the configuration declares. */
  readonly policies: readonly Policy[];
  /** The files that were looked at, relative to the project. */
  readonly files: readonly string[];
  /** An error inside taglint ended a rule or a file. */
  readonly failed: boolean;
  /** The text of a file by the path that findings show, for code frames. */
  readonly readSource: (path: string) => string | undefined;
}

/** Lints everything below the paths (the current folder if there is none and no standard input). Never rejects for an input. */
export async function run(paths: readonly string[], options: RunOptions): Promise<Run> {
  const start = performance.now();
  const found = await find(paths, options);
  const errors: PathError[] = [...found.errors];
  const skipped: Skipped[] = [...found.skipped];
  const skip = (file: string, reason: string): void => void skipped.push({ file, reason });
  const files: Input[] = [...found.files];
  const roots = [...found.roots];
  const { stdin, cwd, overlay } = options;
  const project = projectFolder(paths.find((path) => !path.startsWith('!')) ?? stdin?.name ?? '.', cwd);
  const projectPath = (file: string): string => relative(project, resolve(cwd, file)).split(sep).join('/');
  const effects = !stdin && !options.withoutRules && options.effects?.isWhole(paths) ? options.effects : undefined;
  if (stdin) {
    files.push({ path: stdin.name, absolute: resolve(cwd, stdin.name), explicit: true, bytes: stdin.bytes });
    roots.push(rootOf(resolve(cwd, stdin.name)));
  }
  const inputs = files.map((file): Input => {
    const bytes = overlaid(overlay, file.absolute);
    return bytes ? { ...file, bytes } : file;
  });

  const reader = new InputReader(({ path, reason, failed }) => {
    if (failed) errors.push({ path, code: 'unreadable', message: `cannot be read: ${reason}` });
    skip(path, reason);
  });
  let done = 0;
  const progress = (): void => options.progress?.('scan', done++, inputs.length);
  const { candidates, looked } = scan(inputs, { reader, skip, progress });

  const texts = new Map<string, Input>();
  let linter: Linter | undefined;
  if (candidates.length > 0) {
    const files = inputs.map(({ absolute }) => absolute);
    const resolver = createResolver({
      cwd,
      roots: widened(roots, inputs, cwd),
      files,
      skipped: skip,
      ...(overlay && { overlay }),
    });
    const judged: RunOptions['judged'] = (unit, ...rest) => {
      effects?.judged(unit);
      options.judged?.(unit, ...rest);
    };
    linter = await createLinter({ ...options, judged, projectPath }, resolver);
    await judge(linter, candidates, { reader, options, seen: (input) => texts.set(input.path, input) });
  }
  if (effects && linter && found.errors.length === 0) {
    const files = inputs.map(({ path }) => path);
    linter.add(effects.reports({ files, ignored: found.ignored, idle: linter.idleRules() }));
  }
  for (const { path, message } of found.errors) skip(path, message);
  for (const { file, reason } of skipped) linter?.skip(file, reason);
  const milliseconds = performance.now() - start;
  return {
    result: linter?.result(looked, milliseconds) ?? nothing(looked, milliseconds, skipped),
    errors,
    project,
    projectPath,
    policies: options.policies ?? [],
    files: [...inputs.map(({ path }) => path), ...(effects ? [effects.file] : [])].map(projectPath),
    failed: linter?.failed ?? false,
    readSource: (path) => {
      const known = texts.get(path)?.bytes ?? overlaid(overlay, resolve(cwd, path));
      if (known) return decodeText(known);
      const read = readInput(resolve(cwd, path));
      return read.ok ? decodeText(read.bytes) : undefined;
    },
  };
}

/**
 * Where files are looked for: below the roots, and for files that were named one by one below the current folder too, so
 * that a page in a folder of its own finds its layout.
 */
function widened(roots: readonly string[], inputs: readonly Input[], cwd: string): string[] {
  const folder = realFolder(cwd);
  const wider = inputs.some(({ explicit, absolute }) => explicit && isInside(resolve(cwd), absolute));
  return wider && dirname(folder) !== folder ? [...roots, folder] : [...roots];
}

async function find(paths: readonly string[], { cwd, ignore, stdin }: RunOptions): Promise<Discovered> {
  if (paths.length === 0 && stdin) return { files: [], skipped: [], errors: [], ignored: [], roots: [] };
  return discover(paths, { cwd, ...(ignore && { ignore: ignore.patterns, ignoreFolder: ignore.folder }) });
}

/** Loaded only when there is something to judge: this is nearly all of the program. */
export async function createLinter(
  {
    profile,
    strictness,
    severities,
    overrides,
    ruleOptions,
    policies,
    suppressions,
    judged,
    withoutRules,
    projectPath,
  }: Pick<
    RunOptions,
    | 'profile'
    | 'strictness'
    | 'severities'
    | 'overrides'
    | 'ruleOptions'
    | 'policies'
    | 'suppressions'
    | 'judged'
    | 'withoutRules'
  > &
    Pick<LintOptions, 'projectPath'>,
  resolver?: Resolver,
): Promise<Linter> {
  const [{ Linter }, { catalog }, { sensitive }, { rules }] = await Promise.all([
    import('../engine/lint.ts'),
    import('../generated/catalog.ts'),
    import('../generated/sensitive.ts'),
    import('../generated/rules.ts'),
  ]);
  return new Linter({
    catalog,
    sensitive,
    rules: withoutRules ? [] : rules,
    version,
    ...(profile && { profile }),
    ...(strictness && { strictness }),
    ...(severities && { severities }),
    ...(overrides && { overrides }),
    ...(ruleOptions && { ruleOptions }),
    ...(policies && { policies }),
    ...(suppressions !== undefined && { suppressions }),
    ...(projectPath && { projectPath }),
    ...(resolver && { resolve: resolver }),
    ...(judged && { judged }),
    loadHeavyParser: async () => (await import('../parse/typescript.ts')).loadTypeScriptParser(),
  });
}

interface JudgeOptions {
  readonly reader: InputReader;
  readonly options: RunOptions;
  readonly seen: (input: Input) => void;
}

async function judge(linter: Linter, candidates: readonly Candidate[], how: JudgeOptions): Promise<void> {
  for (const [index, { input, kind, guessed, alone }] of candidates.entries()) {
    how.options.progress?.('judge', index, candidates.length);
    // A file that a page or another script took in was judged there.
    if (!alone && linter.included.has(input.path)) continue;
    const text = how.reader.take(input);
    if (text === undefined) continue;
    how.seen(input);
    await linter.lint({ path: input.path, kind, text, guessed });
  }
}

function nothing(files: number, milliseconds: number, skipped: readonly Skipped[]): LintResult {
  return {
    version: 1,
    taglint: version,
    findings: [],
    skipped,
    stats: {
      files,
      parsed: 0,
      units: 0,
      activities: 0,
      unresolved: 0,
      suppressed: 0,
      milliseconds: Math.round(milliseconds),
    },
  };
}
