/** Reads and checks a configuration with all that it extends. Nothing of it is ever executed. */
import { dirname } from 'node:path';
import { DISK, type FileTree } from '../discover/tree.ts';
import type { ConfiguredSuppression } from '../engine/suppressions/suppressions.ts';
import { platformIds, ruleIds, ruleOptions, vendorIds } from '../generated/ids.ts';
import type { Policy } from '../model/policy.ts';
import { POLICY_GROUP } from '../model/policy-id.ts';
import type { SiteGate } from '../model/site-gate.ts';
import { locationOf } from '../text/location.ts';
import { complaints } from './complaints.ts';
import { ConfigDocument, ConfigError, type Places } from './document.ts';
import { Effects } from './effects.ts';
import { gatesOf } from './gates.ts';
import { type Layer, PRESET_NAMES, readLayers } from './layers.ts';
import { Merged } from './merge.ts';
import { policiesOf } from './policies.ts';
import { POLICY_NAME } from './policy-schema.ts';
import { type ConfigFile, configSchema, type KnownIds } from './schema.ts';
import { suppressionsOf } from './suppressions.ts';

export { ConfigError } from './document.ts';

export interface LoadedConfig {
  /** What all files and presets say together. */
  readonly config: ConfigFile;
  /** What its `consent.gates` ask. */
  readonly gates: readonly SiteGate[];
  /** What its `suppressions` switch off. */
  readonly suppressions: readonly ConfiguredSuppression[];
  /** The rules that its `policy` declares. */
  readonly policies: readonly Policy[];
  /** Where each value comes from. */
  readonly merged: Merged;
  /** Tells what of the file itself has no effect on a run. */
  readonly effects: Effects;
  readonly file: string;
  /** What its patterns of files are relative to, wherever they are written. */
  readonly folder: string;
}

const KNOWN: Omit<KnownIds, 'policyIds'> = {
  ruleIds,
  vendorIds,
  platformIds,
  ruleOptions,
  presetNames: PRESET_NAMES,
};

/**
 * @param file absolute path
 * @param cwd what the file's path is relative to in messages
 * @param tree where the files are
 * @throws ConfigError naming file, line, column and what is expected
 */
export function loadConfig(file: string, cwd: string, tree: FileTree = DISK): LoadedConfig {
  const { config, own, merged } = together(readLayers(file, cwd, tree));
  const folder = dirname(file);
  const suppressions = suppressionsOf(config.suppressions ?? [], {
    folder,
    cwd,
    locationOf: (index) => {
      const { layer, path } = merged.originOf(['suppressions', index]) ?? fail('suppressions');
      return locationOf(layer.document.source, layer.document.lineFrom(path));
    },
  });
  const policies = policiesOf(config.policy, {
    folder,
    cwd,
    declarationOf: (name) => {
      const { layer, path } = merged.originOf(['policy', name]) ?? fail('policy');
      const { document, preset } = layer;
      return {
        declared: document.key(path),
        text: document.textOf(path),
        ...(preset === undefined && { location: locationOf(document.source, document.lineOfKey(path)) }),
      };
    },
  });
  return {
    config,
    gates: gatesOf(config.consent?.gates ?? []),
    suppressions,
    policies,
    merged,
    effects: new Effects(own.document, own.config, { folder, cwd }),
    file,
    folder,
  };
}

/**
 * A text that extends nothing.
 * @param shown how messages name the file
 */
export function parseConfig(text: string, shown: string): ConfigFile {
  return together([{ document: new ConfigDocument(text, shown) }]).config;
}

interface Together {
  readonly config: ConfigFile;
  /** The last layer by itself. */
  readonly own: { readonly document: ConfigDocument; readonly config: ConfigFile };
  readonly merged: Merged;
}

/** Every layer is checked by itself, so that a mistake is told where it stands; then what they are together. */
function together(layers: readonly Layer[]): Together {
  const known = { ...KNOWN, policyIds: [...new Set(layers.flatMap(({ document }) => policyIdsIn(document.data)))] };
  const schema = configSchema(known);
  const check = (data: unknown, places: Places): Checked => {
    const { success, data: config, error } = schema.safeParse(data, { reportInput: true });
    return success ? { config } : { mistakes: complaints(error, places, known) };
  };
  // Presets are checked where taglint is made.
  const written = layers.filter(({ preset }) => preset === undefined);
  const checked = written.map(({ document }) => ({ document, ...check(document.data, document) }));
  const mistakes = checked.flatMap((one) => ('mistakes' in one ? one.mistakes : []));
  if (mistakes.length > 0) throw new ConfigError(mistakes.join('\n'));
  const merged = new Merged(layers);
  const all = check(merged.data, merged);
  if ('mistakes' in all) throw new ConfigError(all.mistakes.join('\n'));
  const own = checked.at(-1);
  if (!own || 'mistakes' in own) throw new Error('a configuration has a file');
  return { config: all.config, own, merged };
}

type Checked = { readonly config: ConfigFile } | { readonly mistakes: string[] };

/** The ids of what a document declares under `policy`, which is not checked yet. */
function policyIdsIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'policy')) return [];
  const policy: unknown = Reflect.get(data, 'policy');
  if (typeof policy !== 'object' || policy === null) return [];
  return Object.keys(policy)
    .filter((name) => POLICY_NAME.test(name))
    .map((name) => POLICY_GROUP + name);
}

function fail(what: string): never {
  throw new Error(`${what}: nothing says where it stands`);
}
