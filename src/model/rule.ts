import type { Source } from '../text/source.ts';
import type { RepairKind, Report, Severity } from './finding.ts';
import type { Party } from './parties.ts';
import type { SiteProfile, Strictness } from './profile.ts';
import type { SecretMatch } from './secret.ts';
import type { SensitiveMatch } from './sensitive.ts';
import type { Unit } from './unit.ts';

/** Kinds of model entity; a unit that has none of those a rule needs never calls the rule. Every unit has a text. */
export type Need =
  | 'activities'
  | 'tags'
  | 'hints'
  | 'unknownScripts'
  | 'parked'
  | 'settings'
  | 'entities'
  | 'dynamic'
  | 'text';

export interface RuleMeta {
  readonly id: string;
  /** One line for lists. */
  readonly title: string;
  readonly severity: Severity;
  readonly needs: readonly Need[];
  /** Ids of `rules/catalog/law.yaml`. */
  readonly law: readonly string[];
  /** What the rule finds more or graver by: that the site is about something sensitive, or the page on which a tag runs. */
  readonly raisedBy?: readonly ('site' | 'page')[];
  /** How some of its findings are repaired: by `fix` or by the first of `suggestions`. Absent where none is. */
  readonly repair?: RepairKind;
  /** What the configuration may tell the rule, each a list of texts, with what it says. */
  readonly options?: Readonly<Record<string, string>>;
}

/** What a configuration tells a rule, by the names of `RuleMeta.options`. */
export type RuleOptions = Readonly<Record<string, readonly string[]>>;

/** What commands say of a rule without loading it. */
export type RuleSummary = Pick<RuleMeta, 'id' | 'title' | 'severity' | 'law' | 'repair'>;

/** What a rule may ask beside its unit. */
export interface RuleContext {
  readonly profile: SiteProfile;
  readonly strictness: Strictness;
  readonly options: RuleOptions;
  report(report: Report): void;
  /** Words that reveal health, sex life or another special category. */
  sensitive(text: string): readonly SensitiveMatch[];
  /** Tokens and keys that belong on servers. */
  secrets(source: Source): readonly SecretMatch[];
  /** Who stands behind a host, by a list of third parties of the web that knows their names and little else. */
  party(host: string): Party | undefined;
}

export interface Rule {
  readonly meta: RuleMeta;
  check(unit: Unit, context: RuleContext): void;
}
