/** What a template says of other files and of itself as a part of them: includes, layouts, blocks, places for content. */
import type { TemplateBranch, TemplateScan } from '../../parse/template/index.ts';
import type { Span } from '../../text/offset-map.ts';

/** A file that is pulled in by name. */
export interface IncludeName {
  /** The word that pulls it in: `render`, `include`, `extends` … */
  readonly kind: string;
  /** The names to try, best first, as written; empty where they are computed. */
  readonly targets: readonly string[];
}

/** A place of a template at which something else is read than what stands there. */
export type Site = { readonly start: number; readonly end: number } & (
  | {
      readonly type: 'include';
      readonly name: IncludeName;
      /** What the include hands over: blocks of an embed, the body of a block partial. It does not stand here by itself. */
      readonly body: Span | undefined;
      /** Only the body of this macro or function of the file is read. */
      readonly only?: string;
    }
  /** A place that others can fill; `[start, end)` is read where nobody does. */
  | { readonly type: 'slot'; readonly name: string }
  /** Text that stands elsewhere: it fills slots. */
  | { readonly type: 'moved' }
  /** What the slot holds in the layout: `super()`. */
  | { readonly type: 'super' }
);

/** A text for a slot of a layout. */
export interface Fill extends Span {
  readonly name: string;
  /** `collect`: several texts stand in the slot, one after the other. */
  readonly mode: 'replace' | 'collect' | 'prepend';
}

export interface Structure {
  /** The layout that the template names, with the place where it does. */
  readonly parent: { readonly name: IncludeName; readonly at: Span } | undefined;
  /** The template says that it has no layout. */
  readonly alone: boolean;
  /** Where the text proper begins, behind front matter. */
  readonly body: number;
  /** Sorted by start; they may nest. */
  readonly sites: readonly Site[];
  readonly fills: readonly Fill[];
}

/** The slot for the whole of a page. */
export const CONTENT = '$content';

/** What stands in front of a page, between lines of dashes. */
export const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/;
const FRONT_LAYOUT = /^layout[ \t]*:[ \t]*["']?([^\s"'#]+)/m;

/** Includes that only make names known. */
const IMPORTS = new Set(['import', 'from', 'use']);
const PARENTS = new Set(['extends', 'layout', 'extend', 'inherits']);
/** Words with which a part of a file is pulled in: `replace="head :: pixel"`. */
const FRAGMENT_KINDS = new Set(['replace', 'insert', 'substituteby']);
/** Blocks that are put where the layout has a place of their name. */
const SECTIONS = new Set(['section', 'push', 'prepend', 'pushonce', 'prependonce']);
const CONTENT_HOLES =
  /^(?:raw\s+|\$this->)?(?:content(?:_for_layout)?|body|yield|\$content|\$body|\$slot|\$layoutContent|_?contents?_?|page\.content|render_?body(?:\s*\(\s*\))?)(?:\s*\|.*)?$/i;
const YIELD_HOLES = /^(?:yield|content_for|contentFor|block)[\s(]+(?:["']([^"'\n]+)["']|:(\w+))/;
const SUPER_HOLES = /^(?:super\s*\(|parent\s*\(|block\.super\b|\$smarty\.block\.parent)/;
const BLOCKS = /^(?:block|define|slot)\s+["']?([\w./:-]+)/;
const CAPTURES =
  /^(?:#\*\s*inline|#\s*contentFor|#\s*content|#\s*append|#\s*prepend|#\s*replace|content_for|contentFor|provide)[\s(]+["':]?([\w.-]+)/;
const OPEN_BLOCKS = /^#\s*block\s+["']?([\w.-]+)/;
const EXTENDED = /^#\s*extend\s+["']?([\w./-]+)/;
const MACRO = /^(?:macro|function|fragment)\s+([\w-]+)/;

/** Blocks with nothing in them: the places that layouts keep for pages. */
const EMPTY_BLOCK =
  /\{%[-+~]?\s{0,9}block\s{1,9}["']?([\w.:-]{1,80})[^%{}]{0,80}%\}(?=\{%[-+~]?\s{0,9}endblock)|\{\{[-~#]{0,2}\s{0,9}block\s{1,9}["']?([\w./:-]{1,80})["']?[^{}]{0,80}\}\}(?=\{\{[-~/]{0,2}\s{0,9}(?:end|block)\b)|\{block\s{1,9}(?:name=)?["']?([\w.-]{1,80})["']?[^{}]{0,80}\}(?=\{\/block)/g;

const NONE: Structure = { parent: undefined, alone: false, body: 0, sites: [], fills: [] };

/** Reads the structure of a template's text. */
export function structureOf(text: string, scan: TemplateScan | undefined): Structure {
  const front = text.startsWith('---') || text.startsWith('\uFEFF---') ? FRONT_MATTER.exec(text) : null;
  if (!scan && !front) return NONE;
  const body = front?.[0].length ?? 0;
  const layout = front && FRONT_LAYOUT.exec(front[1] ?? '')?.[1];
  const named = layout && !/^(?:none|null|false|nil)$/.test(layout) ? layout : undefined;
  const reader = new StructureReader(text, scan);
  reader.read();
  return {
    parent: named ? { name: { kind: 'front-matter', targets: [named] }, at: { start: 0, end: body } } : reader.parent,
    alone: reader.alone || (layout !== undefined && layout !== null && named === undefined),
    body,
    sites: reader.sites.sort((a, b) => a.start - b.start || b.end - a.end),
    fills: reader.fills,
  };
}

class StructureReader {
  readonly sites: Site[] = [];
  readonly fills: Fill[] = [];
  parent: Structure['parent'];
  alone = false;
  readonly #text: string;
  readonly #scan: TemplateScan | undefined;
  /** Files whose macros are known, by the name before the dot or by the macro's own. */
  readonly #imported = new Map<string, IncludeName>();

  constructor(text: string, scan: TemplateScan | undefined) {
    this.#text = text;
    this.#scan = scan;
  }

  read(): void {
    const { branches = [], holes = [], includes = [], comments = [] } = this.#scan ?? {};
    const byStart = new Map<number, TemplateBranch>();
    for (const branch of branches) if (branch.kind === 'other') byStart.set(branch.start, branch);
    for (const include of includes) this.#include(include, byStart.get(include.end));
    for (const { start, end, text } of comments) {
      // {{!< default}}
      const layout = /^<\s*([\w./-]{1,200})\s*$/.exec(text)?.[1];
      if (layout !== undefined) this.parent ??= { name: { kind: 'layout', targets: [layout] }, at: { start, end } };
    }
    for (const { start, end, expression } of holes) this.#hole(start, end, expression);
    for (const branch of branches) if (branch.kind === 'other') this.#branch(branch);
    if (this.#scan) this.#emptyBlocks();
  }

  #emptyBlocks(): void {
    for (const match of this.#text.matchAll(EMPTY_BLOCK)) {
      const name = match[1] ?? match[2] ?? match[3];
      const at = match.index + match[0].length;
      if (name === undefined) continue;
      this.fills.push({ name, start: at, end: at, mode: 'replace' });
      this.sites.push({ type: 'slot', name, start: at, end: at });
    }
  }

  #include(
    include: { start: number; end: number; kind: string; target: string },
    body: TemplateBranch | undefined,
  ): void {
    const { start, end, kind, target } = include;
    const written = this.#text.slice(start, end);
    const name: IncludeName = { kind, targets: targetsOf(kind, target, written) };
    if (target === '@partial-block' || kind === 'RenderBody') {
      this.sites.push({ type: 'slot', name: CONTENT, start, end });
      return;
    }
    if (/^RenderSection/.test(kind)) {
      this.sites.push({ type: 'slot', name: target, start, end });
      return;
    }
    if (kind === 'yield' || kind === 'stack') {
      this.sites.push({ type: 'slot', name: target, start, end });
      return;
    }
    if (kind === 'nested') {
      this.sites.push({ type: 'slot', name: CONTENT, start, end });
      return;
    }
    if (kind === 'parent') {
      this.sites.push({ type: 'super', start, end });
      return;
    }
    if (SECTIONS.has(kind) && (body || written.startsWith('@'))) {
      if (body) this.#section(kind, target, start, body);
      return;
    }
    if (kind === 'macro' || (FRAGMENT_KINDS.has(kind) && target.includes('::'))) {
      this.#part(kind, target, { start, end }, body);
      return;
    }
    if (PARENTS.has(kind)) {
      if (/^(?:none|false|null)$/.test(target)) this.alone = true;
      else this.parent ??= { name, at: { start, end } };
      return;
    }
    if (IMPORTS.has(kind)) {
      this.#import(name, written);
      return;
    }
    this.sites.push({ type: 'include', name, start, end, body: body && { start: body.start, end: body.end } });
  }

  /** `@section('head') … @endsection`, `@push('scripts') … @endpush`; a section that ends with `@show` stands where it is written. */
  #section(kind: string, name: string, start: number, body: TemplateBranch): void {
    const mode = kind.startsWith('push') ? 'collect' : kind.startsWith('prepend') ? 'prepend' : 'replace';
    const span = { start: body.start, end: body.end };
    this.fills.push({ name, ...span, mode });
    const shown = this.#text.startsWith('@show', body.end);
    this.sites.push(shown ? { type: 'slot', name, ...span } : { type: 'moved', start, end: body.end });
  }

  /** A macro of an imported file (`<@m.page>`), or a fragment of a file (`head :: pixel`). */
  #part(kind: string, target: string, at: Span, body: TemplateBranch | undefined): void {
    const fragment = /^([\w./-]{1,200})\s*::\s*([\w-]{1,100})/.exec(target);
    const dot = target.indexOf('.');
    const name =
      kind === 'macro'
        ? this.#imported.get(target.slice(0, dot + 1))
        : fragment?.[1] && { kind, targets: [fragment[1]] };
    const only = kind === 'macro' ? target.slice(dot + 1) : fragment?.[2];
    if (!name || only === undefined) return;
    this.sites.push({ type: 'include', name: { ...name, kind: 'import' }, ...at, body, only });
  }

  /** `{% import 'm.html' as m %}`, `{% from 'm.html' import pixel, other as o %}` */
  #import(name: IncludeName, written: string): void {
    const list = /\bimport\s+([^%]{1,400}?)(?:\s+with(?:out)?\s+context)?\s*[-+~]?%\}$/.exec(written)?.[1];
    if (name.kind === 'import') {
      const alias = /\bas\s+(\w+)/.exec(written)?.[1];
      if (alias !== undefined) this.#imported.set(`${alias}.`, name);
      return;
    }
    for (const item of (list ?? '').split(',').slice(0, 50)) {
      const words = item.trim().split(/\s+/);
      const own = words[0] ?? '';
      const alias = words[1] === 'as' ? (words[2] ?? own) : own;
      if (own !== '') this.#imported.set(alias, { ...name, kind: `macro ${own}` });
    }
  }

  #hole(start: number, end: number, expression: string): void {
    if (CONTENT_HOLES.test(expression)) this.sites.push({ type: 'slot', name: CONTENT, start, end });
    else if (SUPER_HOLES.test(expression)) this.sites.push({ type: 'super', start, end });
    else {
      const named = YIELD_HOLES.exec(expression);
      const name = named?.[1] ?? named?.[2];
      if (name !== undefined) this.sites.push({ type: 'slot', name, start, end });
      else if (this.#imported.size > 0) this.#macroCall(start, end, expression);
    }
  }

  #macroCall(start: number, end: number, expression: string): void {
    const call = /^(?:(\w+)\.)?(\w+)\s*\(/.exec(expression);
    const macro = call?.[2];
    if (macro === undefined) return;
    const name = this.#imported.get(call?.[1] === undefined ? macro : `${call[1]}.`);
    if (!name) return;
    const own = name.kind.startsWith('macro ') ? name.kind.slice(6) : macro;
    this.sites.push({ type: 'include', name: { ...name, kind: 'import' }, start, end, body: undefined, only: own });
  }

  #branch({ start, end, header }: TemplateBranch): void {
    const block = BLOCKS.exec(header)?.[1] ?? OPEN_BLOCKS.exec(header)?.[1];
    if (block !== undefined) {
      this.fills.push({ name: block, start, end, mode: 'replace' });
      // What is only defined here stands where a slot of its name is.
      if (header.startsWith('define')) this.sites.push({ type: 'moved', start, end });
      else this.sites.push({ type: 'slot', name: block, start, end });
      return;
    }
    const extended = EXTENDED.exec(header)?.[1];
    if (extended !== undefined) {
      this.parent ??= { name: { kind: 'extends', targets: [extended] }, at: { start, end: start } };
      return;
    }
    const captured = CAPTURES.exec(header)?.[1];
    if (captured !== undefined) {
      const mode = /prepend/.test(header)
        ? 'prepend'
        : /inline|replace|#\s*content\s/.test(header)
          ? 'replace'
          : 'collect';
      this.fills.push({ name: captured, start, end, mode });
      this.sites.push({ type: 'moved', start, end });
    }
  }
}

/** The body of a macro or function of a template. */
export function macroOf(scan: TemplateScan | undefined, name: string): Span | undefined {
  const found = scan?.branches.find(({ kind, header }) => kind === 'other' && MACRO.exec(header)?.[1] === name);
  return found && { start: found.start, end: found.end };
}

/** The names that an include gives, in the order in which the language tries them. */
function targetsOf(kind: string, target: string, written: string): string[] {
  if (kind === 'get_header' || kind === 'get_footer' || kind === 'get_sidebar') {
    const part = kind.slice(4);
    return target === '' ? [part] : [`${part}-${target}`, part];
  }
  if (kind === 'get_template_part') {
    const second = /^[^,]{0,300},\s*["']([\w/-]{1,100})["']/.exec(written)?.[1];
    return second === undefined ? [target] : [`${target}-${second}`, target];
  }
  if (target.startsWith('['))
    return [...written.matchAll(/["']([^"'\n]{1,200})["']/g)].slice(0, 8).map(([, one = '']) => one);
  return isComputed(target) ? [] : [target];
}

/** A name that the template puts together is not known. */
function isComputed(target: string): boolean {
  return target === '' || target.length > 300 || /[${}()~+|*?<>]|#\{|\s/.test(target);
}
