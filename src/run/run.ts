/** One run: from paths to a result. Used by the command line and by the API; prints nothing. */
import { dirname, relative, resolve, sep } from 'node:path';
import type { Effects } from '../config/effects.ts';
import type { Changes } from '../discover/changes.ts';
import type { DiscoverOptions } from '../discover/discover.ts';
import { DISK, type Discovered, decodeText, discover, type FileTree, type PathError } from '../discover/index.ts';
import { isInside } from '../discover/inside.ts';
import type { Linter, LintOptions } from '../engine/lint.ts';
import type { SeverityOverride } from '../engine/severities.ts';
import type { ConfiguredSuppression } from '../engine/suppressions/suppressions.ts';
import { version } from '../generated/version.ts';
import type { WiderRecord } from '../lock/wider.ts';
import type { LeftOut, LintResult, Severity } from '../model/finding.ts';
import { inEnglish, type Phrase, say, type Wording } from '../model/phrase.ts';
import type { Policy } from '../model/policy.ts';
import type { SiteProfile, Strictness } from '../model/profile.ts';
import type { Rule, RuleOptions } from '../model/rule.ts';
import type { SiteContext } from '../model/site.ts';
import type { Unit } from '../model/unit.ts';
import { judgeCandidates } from './candidates.ts';
import { type Input, InputReader } from './input.ts';
import type { Overlay } from './overlay.ts';
import { projectFolder } from './project.ts';
import type { Resolver } from './resolve.ts';
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
  /** Where the files are, if not on disk: in a revision of a repository. */
  readonly tree?: FileTree;
  /** Findings are told in what has changed alone; what belongs to it is looked at all the same. */
  readonly changes?: Changes;
  /** Units are judged and no rule is run: the result holds no findings but those on texts that could not be read. */
  readonly withoutRules?: true;
  /** Told of every unit with its verdicts, in the order in which they are judged. */
  readonly judged?: (unit: Unit, context: SiteContext) => void;
  /** Told of pages that hold no tag and lie below a layout with one. */
  readonly below?: LintOptions['below'];
  /** How findings and reasons are worded, where not in English. */
  readonly wording?: Wording;
  /** Called before every file, with how many of how many are done in this stage. */
  readonly progress?: (stage: 'scan' | 'judge', done: number, all: number) => void;
}

export interface Run {
  readonly result: LintResult;
  /** Paths that could not be looked at. */
  readonly errors: readonly PathError[];
  /** The folder that the paths of the project are relative to. */
  readonly project: string;
  /** Where the project's baseline is. */
  readonly settings: FileTree;
  /** A path of a finding, relative to the project. */
  readonly projectPath: (file: string) => string;
  /** Rules that the configuration declares. */
  readonly policies: readonly Policy[];
  /** The files that were looked at, relative to the project. */
  readonly files: readonly string[];
  /** Only what has changed was looked at: that there is nothing is no mistake. */
  readonly isPartial: boolean;
  /** An error inside taglint ended a rule or a file. */
  readonly failed: boolean;
  /** The text of a file by the path that findings show, for code frames. */
  readonly readSource: (path: string) => string | undefined;
}

/** Lints everything below the paths (the current folder if there is none and no standard input). Never rejects for an input. */
export async function run(paths: readonly string[], options: RunOptions): Promise<Run> {
  const start = performance.now();
  const { changes, disk } = await filesOf(options);
  const settings = changes?.settings() ?? DISK;
  const changed =
    changes && new (await import('./changed.ts')).ChangedRun(paths, changes, { ...discoverOptions(options), settings });
  const found = changed ? await changed.find() : await find(paths, options);
  const errors: PathError[] = [...found.errors];
  const skipped: LeftOut[] = [...found.skipped];
  const skip = (file: string, reason: Phrase): void => void skipped.push({ file, reason });
  const inputs: Input[] = [...found.files];
  const roots = [...found.roots];
  const { stdin, cwd } = options;
  const project = projectFolder(paths.find((path) => !path.startsWith('!')) ?? stdin?.name ?? '.', cwd, settings);
  const projectPath = (file: string): string => relative(project, resolve(cwd, file)).split(sep).join('/');
  // What has changed tells nothing of what the rest holds.
  const isWhole = !stdin && !changes && !options.withoutRules && options.effects?.isWhole(paths);
  const effects = isWhole ? options.effects : undefined;
  const wider = stdin || changes || options.withoutRules ? undefined : await widerRecord(paths, options);
  if (stdin) {
    inputs.push({ path: stdin.name, absolute: resolve(cwd, stdin.name), explicit: true, bytes: stdin.bytes });
    roots.push(rootOf(resolve(cwd, stdin.name)));
  }

  const reader = new InputReader(({ path, reason, failed }) => {
    if (failed) errors.push({ path, code: 'unreadable', message: say`cannot be read: ${reason}` });
    skip(path, reason);
  }, changes?.changed ?? disk);
  let done = 0;
  const progress = (): void => options.progress?.('scan', done++, inputs.length);
  const scanned = scan(inputs, { reader, skip, progress });
  const { looked } = scanned;
  const around = await changed?.surroundings(inputs, scanned.candidates);
  const candidates = changed ? (around?.candidates ?? []) : scanned.candidates;
  const tree = around?.tree ?? disk;

  const texts = new Map<string, Input>();
  let linter: Linter | undefined;
  if (candidates.length > 0) {
    const all = around?.inputs ?? inputs;
    const [{ createResolver }, { createSiteFacts }] = await Promise.all([
      import('./resolve.ts'),
      import('./site-facts.ts'),
    ]);
    const allowed = widened(around?.roots ?? roots, all, cwd);
    const siteFacts = createSiteFacts({ cwd, roots: allowed, tree });
    const resolver = createResolver({
      cwd,
      roots: allowed,
      files: all.map(({ absolute }) => absolute),
      tree,
      decode: decodeText,
      skipped: skip,
    });
    const judged: RunOptions['judged'] = (unit, ...rest) => {
      effects?.judged(unit);
      wider?.judged(unit, ...rest);
      options.judged?.(unit, ...rest);
    };
    const own = new Set(inputs.map(({ path }) => path));
    const within = changed && ((file: string): boolean => own.has(file));
    linter = await createLinter({ ...options, judged, projectPath, siteFacts, ...(within && { within }) }, resolver);
    const seen = (input: Input): void => void texts.set(input.path, input);
    const judging = (done: number, all: number): void => options.progress?.('judge', done, all);
    const beside = [...scanned.beside, ...found.contents];
    await judgeCandidates(linter, around ?? { candidates, beside }, {
      reader: around?.reader ?? reader,
      seen,
      progress: judging,
    });
  }
  if (wider && linter && found.errors.length === 0) {
    linter.judgeRest();
    linter.add(wider.reports());
  }
  if (effects && linter && found.errors.length === 0) {
    const files = inputs.map(({ path }) => path);
    linter.add(effects.reports({ files, ignored: found.ignored, idle: linter.idleRules() }));
  }
  for (const { path, message } of found.errors) skip(path, message);
  for (const { file, reason } of skipped) linter?.skip(file, reason);
  const milliseconds = performance.now() - start;
  const result = linter?.result(looked, milliseconds) ?? nothing(looked, milliseconds, skipped, options.wording);
  return {
    result: changed ? ofChanged(result, inputs, candidates) : result,
    errors,
    project,
    settings,
    projectPath,
    policies: options.policies ?? [],
    files: [...inputs.map(({ path }) => path), ...(effects ? [effects.file] : []), ...(wider ? [wider.file] : [])].map(
      projectPath,
    ),
    isPartial: changes !== undefined,
    failed: linter?.failed ?? false,
    readSource: (path) => {
      const known = texts.get(path)?.bytes;
      if (known) return decodeText(known);
      const read = tree.read(resolve(cwd, path));
      return read.ok ? decodeText(read.bytes) : undefined;
    },
  };
}

/** Tells an auditor what the reviewed record allows and nobody does, where the run looks at all that it may be about. */
async function widerRecord(
  paths: readonly string[],
  { profile, strictness, cwd }: RunOptions,
): Promise<WiderRecord | undefined> {
  const reviewed = profile?.reviewed;
  if (!reviewed || strictness !== 'audit') return undefined;
  const wider = new (await import('../lock/wider.ts')).WiderRecord(reviewed, cwd);
  return wider.isWhole(paths) ? wider : undefined;
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

async function find(paths: readonly string[], options: RunOptions): Promise<Discovered> {
  if (paths.length === 0 && options.stdin)
    return { files: [], contents: [], skipped: [], errors: [], ignored: [], roots: [] };
  return discover(paths, discoverOptions(options));
}

/** Where the files are, with what stands in for some of them. */
async function filesOf({
  changes,
  overlay,
  tree = DISK,
}: RunOptions): Promise<{ changes: Changes | undefined; disk: FileTree }> {
  if (!overlay) return { changes, disk: tree };
  const { overlaid, overlaidChanges } = await import('./overlay.ts');
  return { changes: changes && overlaidChanges(changes, overlay), disk: overlaid(tree, overlay) };
}

function discoverOptions({ cwd, ignore, tree }: RunOptions): DiscoverOptions {
  return { cwd, ...(tree && { tree }), ...(ignore && { ignore: ignore.patterns, ignoreFolder: ignore.folder }) };
}

/** Files that were judged for the sake of others are counted apart. */
function ofChanged(result: LintResult, inputs: readonly Input[], candidates: readonly Candidate[]): LintResult {
  const own = new Set(inputs.map(({ path }) => path));
  const parsed = candidates.filter(({ input }) => own.has(input.path)).length;
  const beside = candidates.length - parsed;
  return { ...result, stats: { ...result.stats, parsed, ...(beside > 0 && { beside }) } };
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
    below,
    withoutRules,
    wording,
    projectPath,
    within,
    siteFacts,
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
    | 'below'
    | 'withoutRules'
    | 'wording'
  > &
    Pick<LintOptions, 'projectPath' | 'within' | 'siteFacts'>,
  resolver?: Resolver,
): Promise<Linter> {
  const [{ Linter }, { Layouts }, { catalog }, { sensitive }, { rules }] = await Promise.all([
    import('../engine/lint.ts'),
    import('../engine/layouts.ts'),
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
    ...(policies && policies.length > 0 && { policies: await policyRules(policies) }),
    ...(suppressions !== undefined && { suppressions }),
    ...(projectPath && { projectPath }),
    ...(within && { within }),
    ...(siteFacts && { siteFacts }),
    ...(resolver && { resolve: resolver }),
    ...(judged && { judged }),
    ...(below && { below }),
    layouts: new Layouts(within ?? (() => true)),
    ...(wording && { wording }),
    loadHeavyParser: async () => (await import('../parse/typescript.ts')).loadTypeScriptParser(),
    loadParties: async () => (await import('../generated/parties.ts')).parties,
  });
}

async function policyRules(policies: readonly Policy[]): Promise<readonly Rule[]> {
  const { policyRule } = await import('../engine/policy/rule.ts');
  return policies.map(policyRule);
}

function nothing(
  files: number,
  milliseconds: number,
  skipped: readonly LeftOut[],
  wording: Wording = inEnglish,
): LintResult {
  return {
    version: 1,
    taglint: version,
    findings: [],
    skipped: skipped.map(({ file, reason }) => ({ file, reason: wording(reason) })),
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
