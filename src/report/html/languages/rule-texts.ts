/** What is said of a rule in general: its messages on a finding are worded by the rule itself, in English. */
export interface RuleText {
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
}

/** By the id of the rule; a test holds that every language has every rule. */
export type RuleTexts = Readonly<Record<string, RuleText>>;
