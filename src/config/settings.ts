/** What a run is told, by the configuration and by whoever starts it. */
import { join, relative, resolve, sep } from 'node:path';
import { DISK, type FileTree, isFileIn } from '../discover/tree.ts';
import type { SeverityOverride } from '../engine/severities.ts';
import type { ConfiguredSuppression } from '../engine/suppressions/suppressions.ts';
import type { Severity } from '../model/finding.ts';
import type { Policy } from '../model/policy.ts';
import { GENERAL_PROFILE, type SiteProfile, type Strictness } from '../model/profile.ts';
import type { RuleOptions } from '../model/rule.ts';
import type { Effects } from './effects.ts';
import { fileMatcher } from './files.ts';
import { findConfig, findLock, LOCK_NAME } from './find.ts';
import type { LoadedConfig } from './load.ts';

export interface Settings {
  readonly profile: SiteProfile;
  /** Absent where nobody says anything of it. */
  readonly strictness?: Strictness;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly ruleOptions: Readonly<Record<string, RuleOptions>>;
  readonly overrides?: readonly SeverityOverride[];
  readonly suppressions?: readonly ConfiguredSuppression[];
  /** Rules of the site's own. */
  readonly policies?: readonly Policy[];
  /** Tells what of the configuration has no effect on a run over all that it governs. */
  readonly effects?: Effects;
  readonly ignore?: { readonly folder: string; readonly patterns: readonly string[] };
}

export interface SettingsRequest {
  readonly cwd: string;
  /** The first path that is linted; the configuration is searched from there upwards. */
  readonly path: string;
  /** A file instead of the search; `false` for no configuration at all. */
  readonly config: string | boolean;
  /** Where configurations are; a file that is named and not there is looked for on disk. The disk if absent. */
  readonly tree?: FileTree;
  /** What outranks the configuration. */
  readonly profile?: Partial<SiteProfile>;
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Nobody asks what was reviewed: no rule is run. */
  readonly withoutRecord?: boolean;
}

/** The rule that compares with the reviewed record. */
const UNREVIEWED = 'policy/unreviewed-change';

/** @throws ConfigError for a configuration or a reviewed record that is missing, unreadable or wrong */
export async function settingsFor({
  cwd,
  path,
  config,
  tree = DISK,
  withoutRecord,
  ...over
}: SettingsRequest): Promise<Settings> {
  const loaded = await loadedFor({ cwd, path, config, tree });
  const severities = { ...severitiesOf(loaded), ...over.severities };
  const lock = config === false ? undefined : lockFile(loaded, { path, cwd, tree });
  const isRead = lock !== undefined && !withoutRecord && severities[UNREVIEWED] !== 'off';
  const reviewed =
    isRead &&
    (await import('../lock/read.ts')).readLock(lock, shownPath(lock, cwd), isFileIn(tree, lock) ? tree : DISK).record;
  return {
    profile: { ...profileOf(loaded), ...(reviewed && { reviewed }), ...over.profile },
    ...(loaded?.config.strictness && { strictness: loaded.config.strictness }),
    severities,
    ruleOptions: ruleOptionsOf(loaded),
    ...(loaded?.config.overrides && { overrides: overridesOf(loaded, cwd, over.severities ?? {}) }),
    ...(loaded && loaded.suppressions.length > 0 && { suppressions: loaded.suppressions }),
    ...(loaded && loaded.policies.length > 0 && { policies: loaded.policies }),
    ...(loaded && { effects: loaded.effects }),
    ...(loaded?.config.ignore && { ignore: { folder: loaded.folder, patterns: loaded.config.ignore } }),
  };
}

/** Where a configuration is looked for. */
type Where = Pick<SettingsRequest, 'cwd' | 'path' | 'config' | 'tree'>;

/** The record that the configuration names, else the nearest that is there. */
function lockFile(loaded: LoadedConfig | undefined, { path, cwd, tree }: Omit<Where, 'config'>): string | undefined {
  const named = loaded?.config.lock;
  return loaded && named !== undefined ? resolve(loaded.folder, named) : findLock(path, cwd, tree);
}

/**
 * Where the reviewed record is, or would be written: what the configuration names, else the nearest that is there, else beside
 * the configuration; undefined where there is none either.
 * @throws ConfigError for a configuration that is missing, unreadable or wrong
 */
export async function recordFileFor(where: Where): Promise<string | undefined> {
  const loaded = await loadedFor(where);
  return lockFile(loaded, where) ?? (loaded && join(loaded.folder, LOCK_NAME));
}

/** Reader and checker of the configuration are loaded only where there is one. */
async function loadedFor({ cwd, path, config, tree = DISK }: Where): Promise<LoadedConfig | undefined> {
  const file = typeof config === 'string' ? resolve(cwd, config) : config ? findConfig(path, cwd, tree) : undefined;
  if (file === undefined) return undefined;
  return (await import('./load.ts')).loadConfig(file, cwd, isFileIn(tree, file) ? tree : DISK);
}

function shownPath(file: string, cwd: string): string {
  return relative(cwd, file).split(sep).join('/');
}

function profileOf(loaded: LoadedConfig | undefined): SiteProfile {
  const { site, consent, vendors } = loaded?.config ?? {};
  const defaultsOnPage = consent?.['defaults-on-page'];
  return {
    sector: site?.sector ?? GENERAL_PROFILE.sector,
    regime: site?.regime ?? GENERAL_PROFILE.regime,
    sensitivePaths: site?.['sensitive-paths'] ?? GENERAL_PROFILE.sensitivePaths,
    exemptVendors: vendors?.exempt ?? GENERAL_PROFILE.exemptVendors,
    ...(vendors?.allow && { allowed: vendors.allow }),
    ...(vendors?.deny && { denied: vendors.deny }),
    ...(site?.hosts && { hosts: site.hosts }),
    ...(defaultsOnPage && { defaultsOnPage }),
    ...(consent?.platforms && { platforms: consent.platforms }),
    ...(loaded && loaded.gates.length > 0 && { gates: loaded.gates }),
  };
}

function severitiesOf(loaded: LoadedConfig | undefined): Record<string, Severity | 'off'> {
  const severities: Record<string, Severity | 'off'> = {};
  for (const [id, setting] of Object.entries(loaded?.config.rules ?? {})) {
    const level = typeof setting === 'string' ? setting : setting?.severity;
    if (level) severities[id] = level;
  }
  return severities;
}

/** @param outranking what whoever starts the run says of rules, whatever the file */
function overridesOf(
  { config, folder }: LoadedConfig,
  cwd: string,
  outranking: Readonly<Record<string, unknown>>,
): SeverityOverride[] {
  return (config.overrides ?? []).map(({ files, rules }) => ({
    isAbout: fileMatcher(files, { folder, cwd }),
    severities: Object.fromEntries(
      Object.entries(rules).flatMap(([id, level]) => (level && !(id in outranking) ? [[id, level]] : [])),
    ),
  }));
}

function ruleOptionsOf(loaded: LoadedConfig | undefined): Record<string, RuleOptions> {
  const options: Record<string, RuleOptions> = {};
  for (const [id, setting] of Object.entries(loaded?.config.rules ?? {}))
    if (typeof setting === 'object' && setting.options) options[id] = given(setting.options);
  return options;
}

function given(options: Readonly<Record<string, readonly string[] | undefined>>): RuleOptions {
  return Object.fromEntries(Object.entries(options).flatMap(([name, texts]) => (texts ? [[name, texts]] : [])));
}
