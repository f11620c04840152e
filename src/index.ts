/**
 * taglint as a library: lint files or texts, get findings. The same as the command does, without printing and without
 * exit codes.
 */

import { settingsFor } from './config/index.ts';
import { classify } from './discover/index.ts';
import type { LintResult, Severity } from './model/finding.ts';
import { say } from './model/phrase.ts';
import type { SiteProfile, Strictness } from './model/profile.ts';
import { createLinter, type RunOptions, run } from './run/run.ts';

export type {
  Certainty,
  Finding,
  LintResult,
  PathStep,
  Severity,
  Skipped,
  Stats,
  Suggestion,
  TextEdit,
  TrailStep,
} from './model/finding.ts';
export type { Regime, Sector, SiteProfile, Strictness } from './model/profile.ts';

/** How texts are judged. */
export interface LintOptions {
  /** What the site is; what is left out stays as the configuration says, or `general`, `eu`. */
  readonly profile?: Partial<SiteProfile>;
  /** How much is reported; `default` if absent. */
  readonly strictness?: Strictness;
  /** Severity by rule id; `off` switches a rule off. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
}

export interface LintFilesOptions extends LintOptions {
  /** Folder that relative paths start from and that paths in findings are relative to; the current one if absent. */
  readonly cwd?: string;
  /**
   * `true` (default): the nearest `.taglint.yml` above the first path; `false`: none; a text: that file. Options given here
   * outrank it.
   */
  readonly config?: boolean | string;
}

export interface LintTextOptions extends LintOptions {
  /** Name as which the text is reported, and which tells its language. Nothing is read from there. */
  readonly path: string;
  /** What the text is, where name and content should not decide. `json` is a vendor's settings file. */
  readonly kind?: 'html' | 'script' | 'container' | 'gtm-template' | 'json';
}

/** A path that could not be looked at. */
export interface UnreadPath {
  readonly path: string;
  /** `missing`: there is no such file; `unreadable`: it may not be read. */
  readonly code: 'missing' | 'unreadable';
  readonly message: string;
}

/** Some paths could not be looked at, or there was nothing to look at; what was found in the others is there all the same. */
export class InputError extends Error {
  readonly errors: readonly UnreadPath[];
  readonly result: LintResult;

  constructor(errors: readonly UnreadPath[], result: LintResult) {
    const said = errors.map(({ path, message }) => `${path}: ${message}`);
    super(said.length === 0 ? 'nothing to look at' : said.join('\n'));
    this.name = 'InputError';
    this.errors = errors;
    this.result = result;
  }
}

/**
 * Lints everything below the paths (files, folders, globs; the current folder if there is none).
 * A text that does not parse is a finding of rule `parse-error`, an error inside taglint one of rule `internal-error`.
 * @throws InputError where a path is missing or unreadable, or there is no file at all
 * @throws Error for a configuration that is wrong; every line of its message starts with `file:line:column`
 */
export async function lintFiles(paths: readonly string[], options: LintFilesOptions = {}): Promise<LintResult> {
  const { cwd = process.cwd(), config = true, profile, rules, strictness } = options;
  const settings = await settingsFor({
    cwd,
    path: paths.find((path) => !path.startsWith('!')) ?? '.',
    config,
    ...(profile && { profile }),
    ...(rules && { severities: rules }),
  });
  const runOptions: RunOptions = { ...settings, cwd, ...(strictness && { strictness }) };
  const { result, errors } = await run(paths, runOptions);
  const unread = errors.map(({ message, ...error }) => ({ ...error, message: message.toString() }));
  if (unread.length > 0 || result.stats.files === 0) throw new InputError(unread, result);
  return result;
}

/** Lints one text. No file and no configuration is read; a text that is nothing taglint reads is `skipped`. */
export async function lintText(text: string, options: LintTextOptions): Promise<LintResult> {
  const start = performance.now();
  const { path, profile, rules, strictness } = options;
  const settings = await settingsFor({
    cwd: '.',
    path,
    config: false,
    ...(profile && { profile }),
    ...(rules && { severities: rules }),
  });
  const linter = await createLinter({ ...settings, ...(strictness && { strictness }) });
  const kind = options.kind ?? classify(path, text);
  if (kind === 'other') linter.skip(path, say`neither a page, a script nor a container`);
  else await linter.lint({ path, kind, text });
  return linter.result(1, performance.now() - start);
}
