import type { BlockStep, StepCondition } from './language.ts';
import { type BranchGroup, type Draft, enclosingBranches, type Frame, type RegionTree } from './tree.ts';
import type { BranchKind, TemplateLanguage } from './types.ts';

/** Deeper nesting than this is not followed: no person writes it. */
const DEEPEST = 200;
/** Leaving out an excluded condition weakens what is known of a branch, never falsifies it. */
const MOST_EXCLUDED = 64;

/** A step with the island that it stands in. */
export interface PlacedStep {
  readonly step: BlockStep;
  readonly language: TemplateLanguage;
  /** Number of the island among those of its language. */
  readonly island: number;
}

/** Builds the tree of branches from the steps of all languages, sorted by start. */
export function buildRegions(steps: readonly PlacedStep[], textLength: number): RegionTree {
  const builder = new RegionBuilder();
  for (const placed of steps) builder.add(placed);
  return builder.finish(textLength);
}

class RegionBuilder {
  readonly #stack: Frame[] = [];
  readonly #drafts: Draft[] = [];
  readonly #frames: Frame[] = [];
  /** Number of open frames by language and closer, so that stray closers cost nothing. */
  readonly #open = new Map<string, number>();
  readonly #lastClosed = new Map<TemplateLanguage, Frame>();
  readonly #tooDeep = new Map<TemplateLanguage, number>();
  readonly #offsets: number[] = [];
  readonly #tops: (Draft | undefined)[] = [];
  #groups = 0;
  #unbalanced = false;

  add({ step, language, island }: PlacedStep): void {
    const deep = this.#tooDeep.get(language) ?? 0;
    if (step.type === 'open' || step.type === 'switch') {
      if (deep > 0 || this.#stack.length >= DEEPEST) {
        this.#tooDeep.set(language, deep + 1);
        this.#unbalanced = true;
      } else this.#openFrame(step, language, island);
    } else if (deep > 0) {
      if (step.type === 'close') this.#tooDeep.set(language, deep - 1);
    } else if (step.type === 'next') this.#next(step, language, island);
    else if (step.type === 'case') this.#case(step, language, island);
    else if (step.type === 'close') this.#close(step, language, island);
    else this.#rest(step, language, island);
  }

  finish(textLength: number): RegionTree {
    while (this.#stack.length > 0) {
      const frame = this.#stack[this.#stack.length - 1];
      if (frame === undefined) break;
      this.#pop(textLength, Number.POSITIVE_INFINITY, frame.rest);
    }
    const groups = new Map<number, BranchGroup>();
    for (const draft of this.#drafts) {
      // Parents come before their children, so one step up is enough.
      if (draft.parent?.dropped === true) draft.parent = draft.parent.parent;
    }
    const branches = this.#drafts.filter((draft) => !draft.dropped);
    for (const branch of branches) {
      const group = groups.get(branch.group);
      if (group === undefined) groups.set(branch.group, { branches: [branch], complete: false, rest: false });
      else group.branches.push(branch);
    }
    for (const frame of this.#frames) {
      const group = groups.get(frame.group);
      if (group === undefined) continue;
      const last = frame.branches[frame.branches.length - 1];
      group.rest = frame.rest;
      group.complete =
        frame.branches.length > 1 && last?.condition === undefined && frame.branches.every((each) => !each.dropped);
    }
    branches.sort((a, b) => a.start - b.start || b.end - a.end);
    const offsets = this.#offsets;
    const tops = this.#tops;
    return { branches, groups, unbalanced: this.#unbalanced, enclosing: (at) => enclosingBranches(offsets, tops, at) };
  }

  #openFrame(step: BlockStep & { type: 'open' | 'switch' }, language: TemplateLanguage, island: number): void {
    const subject = step.type === 'switch' ? step.subject : undefined;
    const kind = step.type === 'switch' ? 'if' : step.kind;
    const condition = step.type === 'switch' ? undefined : step.condition;
    const unknown = step.type === 'open' && step.unknown === true;
    const quiet = step.type === 'open' && step.quiet === true;
    const { closer, header } = step;
    const frame = this.#push({ language, closer, header, kind, subject, unknown, quiet, rest: false });
    if (subject === undefined) this.#begin(frame, step.end, island, kind, condition);
  }

  #push(
    init: Pick<Frame, 'language' | 'closer' | 'header' | 'kind' | 'subject' | 'unknown' | 'quiet' | 'rest'>,
  ): Frame {
    this.#groups += 1;
    const frame: Frame = {
      language: init.language,
      closer: init.closer,
      header: init.header,
      kind: init.kind,
      subject: init.subject,
      unknown: init.unknown,
      quiet: init.quiet,
      rest: init.rest,
      group: this.#groups,
      parent: this.#top(),
      branches: [],
      excluded: [],
      current: undefined,
      lastIsland: -1,
    };
    this.#stack.push(frame);
    this.#frames.push(frame);
    this.#count(frame, 1);
    return frame;
  }

  #count(frame: Frame, by: number): void {
    const key = `${frame.language} ${frame.closer}`;
    this.#open.set(key, (this.#open.get(key) ?? 0) + by);
  }

  #begin(frame: Frame, offset: number, island: number, kind: BranchKind, condition: StepCondition | undefined): void {
    const draft: Draft = {
      start: offset,
      end: offset,
      kind,
      condition: condition?.text,
      conditionStart: condition?.start,
      negated: condition?.negated ?? false,
      excluded: frame.excluded,
      group: frame.group,
      parent: frame.parent,
      language: frame.language,
      header: frame.header,
      custom: frame.unknown,
      inCode: false,
      dropped: false,
      island,
    };
    if (condition !== undefined && frame.excluded.length < MOST_EXCLUDED) {
      frame.excluded = [...frame.excluded, { condition: condition.text, negated: condition.negated }];
    }
    frame.branches.push(draft);
    frame.current = draft;
    this.#drafts.push(draft);
    this.#mark(offset);
  }

  #end(frame: Frame, offset: number, island: number): void {
    const draft = frame.current;
    if (draft === undefined) return;
    draft.end = offset;
    draft.inCode = draft.island === island;
    if (offset <= draft.start || (draft.inCode && frame.quiet)) draft.dropped = true;
    frame.current = undefined;
  }

  #next(step: BlockStep & { type: 'next' }, language: TemplateLanguage, island: number): void {
    if (step.resume === true) {
      this.#resume(step, language, island);
      return;
    }
    this.#dropRests(language, step.start, island);
    const frame = this.#innermost(language);
    const fits = frame?.subject === undefined ? frame?.kind !== 'other' || frame.unknown : step.condition === undefined;
    if (frame === undefined || !fits) this.#unbalanced = true;
    else this.#beginNext(frame, step, island);
  }

  #beginNext(frame: Frame, step: BlockStep & { type: 'next' }, island: number): void {
    const first = frame.branches[0];
    if (frame.unknown && frame.branches.length === 1 && first !== undefined) {
      // A custom block with an else: what it is called with is the condition.
      first.kind = 'if';
      first.condition = frame.header;
      frame.excluded = [{ condition: frame.header, negated: false }];
    }
    this.#end(frame, step.start, island);
    this.#mark(step.start);
    this.#begin(frame, step.end, island, frame.kind === 'if' || frame.unknown ? 'if' : 'other', step.condition);
  }

  #resume(step: BlockStep & { type: 'next' }, language: TemplateLanguage, island: number): void {
    const frame = this.#lastClosed.get(language);
    if (
      frame === undefined ||
      frame.lastIsland !== island - 1 ||
      frame.kind !== 'if' ||
      this.#stack.length >= DEEPEST
    ) {
      const open = {
        type: 'open',
        kind: 'other',
        closer: '}',
        header: 'else',
        quiet: true,
        start: step.start,
        end: step.end,
      } as const;
      this.#openFrame(open, language, island);
      return;
    }
    this.#stack.push(frame);
    this.#count(frame, 1);
    this.#begin(frame, step.end, island, 'if', step.condition);
  }

  #case(step: BlockStep & { type: 'case' }, language: TemplateLanguage, island: number): void {
    this.#dropRests(language, step.start, island);
    const frame = this.#innermost(language);
    if (frame?.subject === undefined) {
      this.#unbalanced = true;
      return;
    }
    const { subject } = frame;
    const text = step.values.map((value) => (subject === '' ? value : `${subject} == ${value}`)).join(` ${step.or} `);
    this.#end(frame, step.start, island);
    this.#mark(step.start);
    this.#begin(frame, step.end, island, 'if', { text, start: step.valueStart, negated: false });
  }

  #close(step: BlockStep & { type: 'close' }, language: TemplateLanguage, island: number): void {
    const any = step.closer === '*';
    if (any ? this.#innermost(language) === undefined : (this.#open.get(`${language} ${step.closer}`) ?? 0) === 0) {
      this.#unbalanced = true;
      return;
    }
    for (let index = this.#stack.length - 1; index >= 0; index -= 1) {
      const frame = this.#stack[index];
      if (frame === undefined || frame.language !== language) continue;
      const matches = !frame.rest && (any || frame.closer === step.closer);
      this.#stack.splice(index, 1);
      this.#count(frame, -1);
      this.#end(frame, step.start, island);
      if (matches) {
        frame.lastIsland = island;
        this.#lastClosed.set(language, frame);
        break;
      }
      if (!frame.rest) this.#drop(frame);
    }
    this.#mark(step.start);
  }

  #rest(step: BlockStep & { type: 'rest' }, language: TemplateLanguage, island: number): void {
    if (this.#stack.length >= DEEPEST) return;
    const { condition } = step;
    const header = `after if ${condition.text}`.slice(0, 200);
    const init = {
      language,
      closer: '',
      header,
      kind: 'if',
      subject: undefined,
      unknown: false,
      quiet: false,
      rest: true,
    } as const;
    this.#begin(this.#push(init), step.end, island, 'if', { ...condition, negated: !condition.negated });
  }

  /** Ends what follows an early exit, because the enclosing block goes on with another branch. */
  #dropRests(language: TemplateLanguage, offset: number, island: number): void {
    for (let index = this.#stack.length - 1; index >= 0; index -= 1) {
      const frame = this.#stack[index];
      if (frame === undefined || frame.language !== language) continue;
      if (!frame.rest) return;
      this.#stack.splice(index, 1);
      this.#count(frame, -1);
      this.#end(frame, offset, island);
    }
  }

  #pop(offset: number, island: number, keep: boolean): void {
    const frame = this.#stack.pop();
    if (frame === undefined) return;
    this.#count(frame, -1);
    this.#end(frame, offset, island);
    if (!keep) this.#drop(frame);
    this.#mark(offset);
  }

  #drop(frame: Frame): void {
    this.#unbalanced ||= !frame.quiet;
    for (const draft of frame.branches) draft.dropped = true;
  }

  #innermost(language: TemplateLanguage): Frame | undefined {
    for (let index = this.#stack.length - 1; index >= 0; index -= 1) {
      const frame = this.#stack[index];
      if (frame?.language === language) return frame;
    }
    return undefined;
  }

  #top(): Draft | undefined {
    for (let index = this.#stack.length - 1; index >= 0; index -= 1) {
      const current = this.#stack[index]?.current;
      if (current !== undefined) return current;
    }
    return undefined;
  }

  #mark(offset: number): void {
    const last = this.#offsets.length - 1;
    const at = Math.max(offset, this.#offsets[last] ?? 0);
    if (at === this.#offsets[last]) this.#tops[last] = this.#top();
    else {
      this.#offsets.push(at);
      this.#tops.push(this.#top());
    }
  }
}
