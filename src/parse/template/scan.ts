import { Alternatives } from './alternatives.ts';
import { Collector } from './collector.ts';
import { readerOf } from './languages/index.ts';
import { applyEdits, blankRanges } from './mask.ts';
import { buildRegions } from './regions.ts';
import { FAMILIES, SIGNS } from './signs.ts';
import type { RegionTree } from './tree.ts';
import type {
  TemplateBranch,
  TemplateComment,
  TemplateHole,
  TemplateInclude,
  TemplateLanguage,
  TemplateRange,
  TemplateScan,
} from './types.ts';

/**
 * Finds the template syntax of the given languages in a text. Languages that run first (PHP, then ERB and EJS, then `{% %}`, then `{{ }}`)
 * are read first; the others see the text that these leave. Never throws. Undefined when there is no template syntax in the text.
 */
export function scanTemplate(text: string, languages: readonly TemplateLanguage[]): TemplateScan | undefined {
  const rankOf = (language: TemplateLanguage): number => FAMILIES.indexOf(SIGNS[language].family);
  const readers = languages.toSorted((a, b) => rankOf(a) - rankOf(b)).map(readerOf);
  const found: Collector[] = [];
  let masked = text;
  for (const reader of readers) {
    const collector = new Collector(reader.id);
    reader.scan(masked, collector);
    if (collector.edits.length === 0 && collector.includes.length === 0) continue;
    masked = applyEdits(masked, collector.edits);
    found.push(collector);
  }
  return found.length === 0 ? undefined : new Scan(text, masked, found);
}

/** Blocks that print a script element around what stands in them: `<%= javascript_tag do %>`, `{% js %}`. */
const SCRIPT_BLOCK = /^(?:javascript_tag|js)\b/;

class Scan implements TemplateScan {
  readonly languages: readonly TemplateLanguage[];
  readonly masked: string;
  readonly holes: readonly TemplateHole[];
  readonly branches: readonly TemplateBranch[];
  readonly includes: readonly TemplateInclude[];
  readonly comments: readonly TemplateComment[];
  readonly scripts: readonly TemplateRange[];
  readonly unbalanced: boolean;
  readonly #tree: RegionTree;
  #alternatives: Alternatives | undefined;

  constructor(text: string, masked: string, found: readonly Collector[]) {
    this.languages = found.map((collector) => collector.language);
    this.masked = masked;
    this.holes = found.length === 1 ? (found[0]?.holes ?? []) : outermostHoles(found, text);
    this.includes = found.flatMap((collector) => collector.includes).sort(byStart);
    this.comments = found.flatMap((collector) => collector.comments).sort(byStart);
    const steps = found.flatMap((collector) => collector.placed);
    if (found.length > 1) steps.sort((a, b) => a.step.start - b.step.start);
    this.#tree = buildRegions(steps, text.length);
    this.branches = this.#tree.branches;
    this.unbalanced = this.#tree.unbalanced;
    const blocks = this.branches.filter(({ header }) => SCRIPT_BLOCK.test(header));
    this.scripts = [...found.flatMap((collector) => collector.scripts), ...blocks]
      .map(({ start, end }) => ({ start, end }))
      .filter(({ start, end }) => !masked.slice(start, end).includes('<script'));
  }

  branchesAt(offset: number): readonly TemplateBranch[] {
    return this.#tree.enclosing(offset);
  }

  holeAt(offset: number): TemplateHole | undefined {
    const hole = this.holes[this.#firstHoleEndingAfter(offset)];
    return hole !== undefined && hole.start <= offset ? hole : undefined;
  }

  holesIn(start: number, end: number): readonly TemplateHole[] {
    const first = this.#firstHoleEndingAfter(start);
    let last = first;
    while ((this.holes[last]?.start ?? end) < end) last += 1;
    return this.holes.slice(first, last);
  }

  maskWithout(branches: readonly TemplateBranch[], start = 0, end = this.masked.length): string {
    return blankRanges(this.masked, branches, start, end);
  }

  alternativesIn(start: number, end: number): readonly (readonly TemplateBranch[])[] {
    this.#alternatives ??= new Alternatives(this.#tree);
    return this.#alternatives.within(start, end);
  }

  #firstHoleEndingAfter(offset: number): number {
    let low = 0;
    let high = this.holes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.holes[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function byStart(a: TemplateRange, b: TemplateRange): number {
  return a.start - b.start;
}

/**
 * The holes of all languages without those inside an island of a language read later (`{{ foo <?= $x ?> }}`). An expression that holds
 * another language's island is given as it stands in the file.
 */
function outermostHoles(found: readonly Collector[], text: string): TemplateHole[] {
  const edits = found.flatMap((collector, rank) => collector.edits.map((edit) => ({ ...edit, rank }))).sort(byStart);
  const covered = new Set<number>();
  let outer = { end: 0, rank: -1 };
  for (const edit of edits) {
    if (edit.start < outer.end && edit.rank < outer.rank) covered.add(edit.start);
    else if (edit.end > outer.end) outer = { end: edit.end, rank: edit.rank };
  }
  const holes = found.flatMap((collector) => collector.holes);
  return holes
    .filter((hole) => !covered.has(hole.start))
    .map((hole) => ({
      ...hole,
      expression: text.slice(hole.expressionStart, hole.expressionStart + hole.expression.length),
    }))
    .sort(byStart);
}
