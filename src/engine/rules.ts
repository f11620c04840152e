import type { SiteProfile, Strictness } from '../model/profile.ts';
import { lawUnder } from '../model/regime-law.ts';
import type { Need, Rule, RuleContext, RuleOptions } from '../model/rule.ts';
import type { SecretMatch } from '../model/secret.ts';
import type { SensitiveMatch } from '../model/sensitive.ts';
import type { Unit } from '../model/unit.ts';
import type { Source } from '../text/source.ts';
import type { Reported } from './findings.ts';

export interface RunOptions {
  readonly profile: SiteProfile;
  readonly strictness: Strictness;
  readonly party: RuleContext['party'];
  readonly sensitive: (text: string) => readonly SensitiveMatch[];
  readonly secrets: (source: Source) => readonly SecretMatch[];
  readonly report: (reported: Reported) => void;
  readonly failed: (rule: string, error: unknown) => void;
  readonly optionsOf: (rule: string) => RuleOptions | undefined;
  readonly isOff: (rule: string) => boolean;
  /** Told of every rule, off or not, that finds something to look at in the unit. */
  readonly needed: (rule: string) => void;
}

/** Runs the rules that find something to look at in the unit; an error in one does not stop the others. */
export function runRules(rules: readonly Rule[], unit: Unit, options: RunOptions): void {
  let folders: ReadonlyMap<string, string> | undefined;
  for (const rule of rules) {
    if (!rule.meta.needs.some((need) => has(unit, need))) continue;
    options.needed(rule.meta.id);
    if (options.isOff(rule.meta.id)) continue;
    const context: RuleContext = {
      profile: options.profile,
      strictness: options.strictness,
      options: options.optionsOf(rule.meta.id) ?? {},
      report: (report) => {
        folders ??= foldersOf(unit);
        const folder = report.entity === undefined ? undefined : folders.get(report.entity);
        const law = lawUnder(options.profile.regime, rule.meta.id, report.law);
        const { source, publicId: container } = unit;
        const { fix, suggestions, ...rest } = report;
        // What a vendor publishes is mended where it is made.
        const repairs =
          unit.compiled || unit.kind === 'settings' ? {} : { ...(fix && { fix }), ...(suggestions && { suggestions }) };
        const found = {
          rule: rule.meta.id,
          unit: source,
          report: { ...rest, ...repairs, law },
          ...(container !== undefined && { container }),
        };
        options.report(folder === undefined ? found : { ...found, folder });
      },
      sensitive: options.sensitive,
      secrets: options.secrets,
      party: options.party,
    };
    try {
      rule.check(unit, context);
    } catch (error) {
      options.failed(rule.meta.id, error);
    }
  }
}

/** Folders by the names of what lies in them; tags come first, and a name that stands twice is mostly a tag's. */
function foldersOf({ entities }: Unit): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const { name, folder } of entities) if (folder && !folders.has(name)) folders.set(name, folder.name);
  return folders;
}

function has(unit: Unit, need: Need): boolean {
  return need === 'text' || unit[need].length > 0;
}
