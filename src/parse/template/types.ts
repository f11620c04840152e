/** The template languages whose syntax is recognised. A new one is a module in `languages/`, a name here and a line in `languages/index.ts`. */
export type TemplateLanguage =
  | 'liquid'
  | 'jinja'
  | 'handlebars'
  | 'php'
  | 'erb'
  | 'ejs'
  | 'blade'
  | 'razor'
  | 'go'
  | 'jsp'
  | 'smarty'
  | 'freemarker'
  | 'velocity'
  | 'thymeleaf'
  | 'isml'
  | 'coldfusion'
  | 'fluid'
  | 'xslt'
  | 'asp';

/** An output expression: `{{ product.title }}`, `<?= $x ?>`. Offsets count UTF-16 units of the scanned text. */
export interface TemplateHole {
  readonly start: number;
  readonly end: number;
  /** The expression alone, without delimiters, trim marks and `echo`. */
  readonly expression: string;
  /** Where `expression` starts in the scanned text. */
  readonly expressionStart: number;
  readonly language: TemplateLanguage;
  /** Names of filters, helpers and functions applied, in order of appearance: `['json']`, `['esc_js', 'get_the_title']`. */
  readonly filters: readonly string[];
}

/** `loop` and `other` (blocks, captures, functions, custom block tags) have no meaning as a condition. */
export type BranchKind = 'if' | 'loop' | 'other';

/** A condition of an earlier sibling: false wherever the later branch runs. `negated` means that the sibling ran if the text was false. */
export interface ExcludedCondition {
  readonly condition: string;
  readonly negated: boolean;
}

/**
 * One branch of a statement that spans text. `[start, end)` lies between the statements that open and close it: between the
 * islands for tag languages, between the tokens (`{`, `:`, `then`) for languages with code islands, so that it holds code inside one island too.
 */
export interface TemplateBranch {
  readonly start: number;
  readonly end: number;
  readonly kind: BranchKind;
  /**
   * The branch's own condition as written; undefined for a plain else, loops and other blocks. For a case it is the comparison
   * that it stands for (`template == 'product'`).
   */
  readonly condition: string | undefined;
  /** Where the text of the condition (for a case: of its values) stands. */
  readonly conditionStart: number | undefined;
  /** True for `unless`, `{{^x}}`, and for the text after an early exit (`if (c) return;`): it runs when the condition is false. */
  readonly negated: boolean;
  /** The conditions of earlier siblings, at most the first 64. */
  readonly excluded: readonly ExcludedCondition[];
  /** Id of the whole statement that the branch belongs to. */
  readonly group: number;
  readonly parent: TemplateBranch | undefined;
  readonly language: TemplateLanguage;
  /** The opening statement, shortened: `for item in cart.items`, `block head`, `function shop_pixel()`. */
  readonly header: string;
  /** A block tag of the site's own, of which no more is known than its header. */
  readonly custom: boolean;
  /** True when the whole branch lies inside one code island: there is no template text in it. */
  readonly inCode: boolean;
}

/** Another file that the template pulls in. The guards at `start` apply to it. */
export interface TemplateInclude {
  readonly start: number;
  readonly end: number;
  /** The word that pulls it in: `render`, `include`, `section`, `extends`, `partial`, `require_once` … */
  readonly kind: string;
  /** The name as written, without quotes; the expression where it is not a literal. */
  readonly target: string;
}

/** A comment of the template language; `text` is without delimiters. */
export interface TemplateComment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A range of the scanned text. */
export interface TemplateRange {
  readonly start: number;
  readonly end: number;
}

/** What is known of one text's template syntax. */
export interface TemplateScan {
  /** The languages that have at least one island in the text. */
  readonly languages: readonly TemplateLanguage[];
  /** The text with template syntax masked: same length, same line breaks at the same places. */
  readonly masked: string;
  /** Sorted by start, not overlapping. */
  readonly holes: readonly TemplateHole[];
  /** Sorted by start. */
  readonly branches: readonly TemplateBranch[];
  readonly includes: readonly TemplateInclude[];
  readonly comments: readonly TemplateComment[];
  /** Bodies that are JavaScript although no script element surrounds them (`{% javascript %}`); they stand in `masked` as they are. */
  readonly scripts: readonly TemplateRange[];
  /** True if a statement is not closed, closed twice, or nested too deep. Only what is balanced is in `branches`. */
  readonly unbalanced: boolean;
  /** All branches that enclose the offset, outermost first. */
  branchesAt(offset: number): readonly TemplateBranch[];
  /** The hole that covers the offset. */
  holeAt(offset: number): TemplateHole | undefined;
  /** The holes that overlap `[start, end)`. */
  holesIn(start: number, end: number): readonly TemplateHole[];
  /**
   * The masked text, or its part `[start, end)`, with the given branches blanked too (same length): for re-reading a text in which a
   * branch boundary splits a tag or breaks a script.
   */
  maskWithout(branches: readonly TemplateBranch[], start?: number, end?: number): string;
  /**
   * The readings to try of `[start, end)`, each a list of branches to blank, so that of every statement with a boundary inside the
   * range one branch is kept (or none, where it has no else). Every branch is kept in at least one reading; their number is that of the
   * branches of the largest (nested) statement, never a product, and at most 64. Empty if no boundary lies inside.
   */
  alternativesIn(start: number, end: number): readonly (readonly TemplateBranch[])[];
}
