/** What applies to a file, and where each value of it was written: what `taglint config` prints. */
import { relative, resolve, sep } from 'node:path';
import { POLICY_GROUP } from '../model/policy-id.ts';
import { GENERAL_PROFILE } from '../model/profile.ts';
import type { Path } from './document.ts';
import { type ConfigPlace, fileMatcher } from './files.ts';
import type { LoadedConfig } from './load.ts';
import type { WrittenAt } from './merge.ts';

export interface ConfigValue {
  /** The keys that lead to it: `site.sector`, `rules.gtm/paused-tag.severity`. */
  readonly path: string;
  readonly value: unknown;
  readonly from: WrittenAt;
}

export interface ConfigDescription {
  readonly version: 1;
  /** The configuration that governs; absent where there is none. */
  readonly configuration?: string;
  /** What it is made of; the last outranks those before it. */
  readonly layers: readonly string[];
  /** The file that was asked for. */
  readonly file?: string;
  /** The pattern that leaves the file out. */
  readonly ignored?: ConfigValue;
  readonly values: readonly ConfigValue[];
}

/** @param file relative to `cwd`, or absolute; all that the configuration says if absent */
export function describeConfig(loaded: LoadedConfig | undefined, cwd: string, file?: string): ConfigDescription {
  const shown = file === undefined ? undefined : relative(cwd, resolve(cwd, file)).split(sep).join('/');
  const values = loaded ? new Describer(loaded, cwd, shown).values() : [];
  const ignored = loaded && shown !== undefined ? ignoredBy(loaded, cwd, shown) : undefined;
  return {
    version: 1,
    ...(loaded && { configuration: shownPath(loaded.file, cwd) }),
    layers: loaded?.merged.names ?? [],
    ...(shown !== undefined && { file: shown }),
    ...(ignored && { ignored }),
    values: [...unsaid(values), ...values],
  };
}

/** What holds where the configuration says nothing of it. */
function unsaid(said: readonly ConfigValue[]): ConfigValue[] {
  const general: readonly (readonly [string, string])[] = [
    ['strictness', 'default'],
    ['site.sector', GENERAL_PROFILE.sector],
    ['site.regime', GENERAL_PROFILE.regime],
  ];
  return general
    .filter(([path]) => said.every((one) => one.path !== path))
    .map(([path, value]) => ({ path, value, from: {} }));
}

/** The last pattern that means the file. */
function ignoredBy({ config, merged, folder }: LoadedConfig, cwd: string, file: string): ConfigValue | undefined {
  const { ignore = [] } = config;
  if (!fileMatcher(ignore, { folder, cwd })(file)) return undefined;
  const index = ignore.findLastIndex((pattern) => fileMatcher([pattern], { folder, cwd })(file));
  return { path: `ignore.${index}`, value: ignore[index], from: merged.writtenAt(['ignore', index]) };
}

class Describer {
  readonly #loaded: LoadedConfig;
  readonly #place: ConfigPlace;
  readonly #file: string | undefined;

  constructor(loaded: LoadedConfig, cwd: string, file: string | undefined) {
    this.#loaded = loaded;
    this.#place = { folder: loaded.folder, cwd };
    this.#file = file;
  }

  values(): ConfigValue[] {
    const { strictness, site, rules, overrides, policy, consent, vendors, suppressions, ignore } = this.#loaded.config;
    return [
      ...this.#leaves(['strictness'], strictness),
      ...this.#leaves(['site'], site),
      ...this.#leaves(['vendors'], vendors),
      ...this.#leaves(['consent'], consent),
      ...(this.#file === undefined
        ? [...this.#leaves(['rules'], rules), ...this.#leaves(['overrides'], overrides)]
        : this.#rules(this.#file)),
      ...Object.keys(policy ?? {}).flatMap((name) =>
        this.#meansFile(name) ? [this.#value(['policy', name], policy?.[name])] : [],
      ),
      ...(suppressions ?? []).flatMap((one, index) =>
        one.file === undefined || this.#isMeant([one.file]) ? [this.#value(['suppressions', index], one)] : [],
      ),
      ...(this.#file === undefined ? this.#leaves(['ignore'], ignore) : []),
    ];
  }

  /** The severities of the file: of the overrides that mean it the last one counts. */
  #rules(file: string): ConfigValue[] {
    const { config } = this.#loaded;
    const found = new Map(this.#leaves(['rules'], config.rules).map((one) => [one.path, one]));
    for (const [index, { files, rules }] of (config.overrides ?? []).entries()) {
      if (!fileMatcher(files, this.#place)(file)) continue;
      for (const id of Object.keys(rules)) {
        const path = `rules.${id}.severity`;
        const origin = this.#value(['overrides', index, 'rules', id], Reflect.get(rules, id));
        found.set(path, { ...origin, path });
      }
    }
    return [...found.values()];
  }

  #meansFile(name: string): boolean {
    const policy = this.#loaded.policies.find(({ id }) => id === POLICY_GROUP + name);
    return this.#file === undefined || !policy?.match.file || policy.match.file(this.#file);
  }

  #isMeant(patterns: readonly string[]): boolean {
    return this.#file === undefined || fileMatcher(patterns, this.#place)(this.#file);
  }

  /** Single values, and items of lists, each with its place. */
  #leaves(path: Path, value: unknown): ConfigValue[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value.map((item: unknown, index) => this.#value([...path, index], item));
    if (typeof value !== 'object' || value === null) return [this.#value(path, value)];
    return Object.entries(value).flatMap(([key, inner]) => this.#leaves([...path, key], inner));
  }

  #value(path: Path, value: unknown): ConfigValue {
    return { path: path.map(String).join('.'), value, from: this.#loaded.merged.writtenAt(path) };
  }
}

function shownPath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}
