/**
 * Trackers of layouts, and what the pages below say: a tracker learns of every page around which it stands. Most of these pages hold no
 * tag, and none of them is judged for its own sake.
 */
import type { Embedding } from '../extract/embedding.ts';
import { isPart } from '../extract/includes/lone.ts';
import { type Below, belowOf, isBelow, isRouter, layoutNamedIn } from '../extract/titles/around.ts';
import { isRoutedPage } from '../extract/titles/routes.ts';
import { type ContextFact, needsConsent, type Unit } from '../model/unit.ts';
import { componentSyntaxOf } from '../parse/component/syntax.ts';
import { isContent } from '../parse/content.ts';

/** Layouts with trackers, and pages that were judged, that are kept until all pages are known. */
const MAX_LAYOUTS = 60;
const MAX_PAGES = 3000;

/** A text that may be a page. */
export interface PageText {
  readonly path: string;
  readonly text: string;
}

interface Layout {
  readonly unit: Unit;
  readonly below: Below;
  readonly hasTrackers: boolean;
  /** Containers that it loads. */
  readonly loads: readonly Embedding[];
}

/** A layout with what a page below it says. */
export interface PageBelow {
  readonly file: string;
  readonly unit: Unit;
  readonly loads: readonly Embedding[];
}

export class Layouts {
  readonly #layouts: Layout[] = [];
  readonly #pages = new Map<string, { readonly context: readonly ContextFact[]; readonly layout: string }>();
  readonly #within: (file: string) => boolean;
  #hasTemplates = false;
  /** Containers that templates load. */
  readonly #loaded = new Set<string>();

  /** @param within files outside of which nothing is told: what stands around pages only there is not asked */
  constructor(within: (file: string) => boolean) {
    this.#within = within;
  }

  /** Takes note of a judged unit: a layout, a page below one, or both. */
  note(unit: Unit, loads: readonly Embedding[]): void {
    const { kind, source, context } = unit;
    if (kind !== 'page' && kind !== 'script') return;
    const path = source.root.name;
    this.add({ path, text: source.root.text }, context);
    const hasTrackers = unit.tags.some((tag) => needsConsent(tag.vendor) && this.#isTold(tag.activities));
    if (!hasTrackers && loads.length === 0) return;
    // Templates say themselves what stands around them.
    if (kind === 'page' && !componentSyntaxOf(path)) {
      this.#hasTemplates ||= hasTrackers;
      for (const { id } of loads) this.#loaded.add(id);
    }
    const below = belowOf(path);
    if (below && this.#layouts.length < MAX_LAYOUTS) this.#layouts.push({ unit, below, loads, hasTrackers });
  }

  /**
   * Whether a tracker may stand around a file that was not judged.
   * @param containers ids of those that are in sight
   */
  mayStandAround(path: string, containers: ReadonlySet<string>): boolean {
    if (this.#pages.has(path)) return false;
    if (this.isJoinedByName(path))
      return this.#layouts.some((one) => isBelow(path, one.below) && isAsked(one, containers));
    const isTemplateAsked = this.#hasTemplates || [...this.#loaded].some((id) => containers.has(id));
    return isTemplateAsked && !isCode(path) && (isCollected(path) || !isPart(path));
  }

  /** Takes note of what a page says of itself, or a list of routes of its pages. */
  add({ path, text }: PageText, context: readonly ContextFact[]): void {
    if (this.#pages.size >= MAX_PAGES || !this.isJoinedByName(path)) return;
    const isList = isRouter(path) && !isRoutedPage(path);
    const facts = isList ? context.filter(({ about }) => about === 'route') : context;
    this.#pages.set(path, { context: facts, layout: layoutNamedIn(text) });
  }

  /** Each layout with what a page below it says of itself, and the layout of all of them. */
  *pages(containers: ReadonlySet<string>): Generator<PageBelow> {
    for (const { unit, below, loads } of this.#layouts.filter((one) => isAsked(one, containers)))
      for (const [file, { context, layout }] of this.#pages)
        if (file !== unit.source.root.name && isBelow(file, below, layout)) {
          const hasAddress = context.some(({ about }) => about === 'path');
          const around = unit.context.filter(({ about }) => about !== 'file' && !(hasAddress && about === 'path'));
          yield { file, unit: { ...unit, context: [...context, ...around] }, loads };
        }
  }

  /** What stands around a file is told by the names of both. */
  isJoinedByName(path: string): boolean {
    return isRoutedPage(path) || isContent(path) || isRouter(path);
  }

  /** The beginning of what a page says of itself: enough to see whether more of it is to be read. */
  outlineOf(page: PageText): string {
    return outlineOf(page);
  }

  #isTold(activities: Unit['activities']): boolean {
    return activities.some(({ location }) => this.#within(location.source.root.name));
  }
}

/** A layout that somebody learns something of. */
function isAsked({ hasTrackers, loads }: Layout, containers: ReadonlySet<string>): boolean {
  return hasTrackers || loads.some(({ id }) => containers.has(id));
}

/** Scripts and components are joined by what they import. */
function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(path) || componentSyntaxOf(path) !== undefined;
}

/** Collections of whole pages lie in folders that are called like those of parts. */
function isCollected(path: string): boolean {
  return /(?:^|\/)_(?:posts|pages|drafts)\//.test(path.replaceAll('\\', '/'));
}

/** Words behind which a page says what it is about, in markup, in front matter and in code. */
const TELLING = /\b(?:title|h1|heading|headline|breadcrumbs?|canonical|permalink|@type|itemtype)\b|^#[ \t]/gim;
const REACH = 140;
const MAX_TELLING = 12;

const ROUTE = /\b(?:path|name|title|label|breadcrumb)['"]?\s{0,5}[:=]\s{0,5}\{?["'`]([^"'`\n]{1,120})/g;
const MAX_ROUTES = 300;

function outlineOf({ path, text }: PageText): string {
  const parts = [path];
  if (isRouter(path)) {
    for (const [, address = ''] of text.matchAll(ROUTE)) {
      parts.push(address);
      if (parts.length > MAX_ROUTES) break;
    }
    return parts.join('\n');
  }
  let at = -1;
  for (const { index } of text.matchAll(TELLING)) {
    if (index < at) continue;
    at = index + REACH;
    parts.push(text.slice(index, at));
    if (parts.length > MAX_TELLING) break;
  }
  return parts.join('\n');
}
