import type { BranchKind, TemplateInclude, TemplateLanguage } from './types.ts';

/** A condition as it stands in the text. */
export interface StepCondition {
  readonly text: string;
  readonly start: number;
  readonly negated: boolean;
}

/**
 * One step of the statement structure, in the order of the text. `[start, end)` is the statement itself: a branch that it ends ends at
 * `start`, one that it begins begins at `end`.
 */
export type BlockStep = { readonly start: number; readonly end: number } & (
  | {
      readonly type: 'open';
      readonly kind: BranchKind;
      /** What closes it: the name of the closing tag, `}`, `end`. */
      readonly closer: string;
      readonly header: string;
      readonly condition?: StepCondition;
      /** A block of which nothing is known but that it closes: it is a condition if an else follows. */
      readonly unknown?: boolean;
      /** Braces that matter only if template text stands between them (object literals, try blocks). */
      readonly quiet?: boolean;
    }
  /** `case`/`switch`: a statement whose branches begin with a case. */
  | { readonly type: 'switch'; readonly closer: string; readonly header: string; readonly subject: string }
  /** A further branch of the innermost statement; without a condition it is a plain else. */
  | {
      readonly type: 'next';
      readonly condition?: StepCondition;
      /** `else {` whose `}` stands in the island before: continues the statement that was closed last. */
      readonly resume?: boolean;
    }
  /** One or more values of the innermost switch. */
  | { readonly type: 'case'; readonly values: readonly string[]; readonly valueStart: number; readonly or: string }
  | { readonly type: 'close'; readonly closer: string }
  /** `if (c) return;`: what follows, up to the end of the enclosing block, runs when the condition is false. */
  | { readonly type: 'rest'; readonly condition: StepCondition }
);

/** Takes what a language finds in a text, in the order of the text. */
export interface IslandSink {
  /** An output island. It may carry steps if they all stay inside it. */
  hole(start: number, end: number, expression: string, expressionStart: number, filters: readonly string[]): void;
  /** A statement island or a delimiter: blanked. */
  statement(start: number, end: number): void;
  /** A comment island; `text` is what stands between its delimiters. */
  comment(start: number, end: number, text: string): void;
  /** Steps of the island just given. */
  steps(steps: readonly BlockStep[]): void;
  include(include: TemplateInclude): void;
  /** A body that is JavaScript as it stands. */
  script(start: number, end: number): void;
}

/** Reads one template language. */
export interface LanguageReader {
  readonly id: TemplateLanguage;
  /** Reports all islands of the text. Must not throw and must be linear in the text. */
  scan(text: string, sink: IslandSink): void;
}
