import type { BlockStep, IslandSink } from './language.ts';
import type { MaskEdit } from './mask.ts';
import type { PlacedStep } from './regions.ts';
import type { TemplateComment, TemplateHole, TemplateInclude, TemplateLanguage, TemplateRange } from './types.ts';

/** What one language found in a text. */
export class Collector implements IslandSink {
  readonly language: TemplateLanguage;
  readonly edits: MaskEdit[] = [];
  readonly holes: TemplateHole[] = [];
  readonly comments: TemplateComment[] = [];
  readonly includes: TemplateInclude[] = [];
  readonly scripts: TemplateRange[] = [];
  readonly placed: PlacedStep[] = [];
  #islands = 0;

  constructor(language: TemplateLanguage) {
    this.language = language;
  }

  hole(start: number, end: number, expression: string, expressionStart: number, filters: readonly string[]): void {
    this.#island(start, end, true);
    this.holes.push({ start, end, expression, expressionStart, language: this.language, filters });
  }

  statement(start: number, end: number): void {
    this.#island(start, end, false);
  }

  comment(start: number, end: number, text: string): void {
    this.#island(start, end, false);
    this.comments.push({ start, end, text });
  }

  steps(steps: readonly BlockStep[]): void {
    for (const step of steps) this.placed.push({ step, language: this.language, island: this.#islands });
  }

  include(include: TemplateInclude): void {
    this.includes.push(include);
  }

  script(start: number, end: number): void {
    if (end > start) this.scripts.push({ start, end });
  }

  #island(start: number, end: number, hole: boolean): void {
    this.#islands += 1;
    this.edits.push({ start, end, hole });
  }
}
