/** The texts of a page with their trees, and what stands around an include. */
import { ALWAYS, and, condition, type Guard } from '../../model/guard.ts';
import { attributeRange, type HtmlDocument, type HtmlElement, namesIn, parseHtml } from '../../parse/html.ts';
import { locationOf } from '../../text/location.ts';
import type { Span } from '../../text/offset-map.ts';
import type { Source } from '../../text/source.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import type { PageFile } from '../includes/join.ts';
import { IN_BANNER, isBanner } from '../machine/names.ts';
import type { PageElement } from '../machine/page-elements.ts';
import type { MValue } from '../machine/values.ts';
import { type EchoedMarkup, echoedMarkup } from '../templates/echoed-markup.ts';
import { handedScripts, printedElements } from '../templates/handed-scripts.ts';
import type { Masking } from '../templates/masking.ts';
import { attributeGuard } from './attribute-conditions.ts';
import { fieldOf, fieldsIn, isField } from './fields.ts';
import { commentGuards } from './server-comments.ts';

/** One text of markup with its tree. */
export interface PageText {
  readonly source: Source;
  readonly masking: Masking;
  readonly document: HtmlDocument;
  readonly echoed: readonly EchoedMarkup[];
  /** What comments for a platform's program on the server put in front of an offset. */
  readonly commentGuard: (offset: number) => Guard;
}

type Documented = Pick<PageText, 'source' | 'document'> & { readonly masked: string; readonly masking?: Masking };

/** The texts of one page, each parsed once. */
export class PageTexts {
  readonly #catalog: CatalogIndex;
  readonly #texts = new Map<PageFile, PageText>();
  readonly #documents: Documented[] = [];

  constructor(catalog: CatalogIndex) {
    this.#catalog = catalog;
  }

  of(file: PageFile): PageText {
    let text = this.#texts.get(file);
    if (!text) {
      const { source, masking } = file;
      text = {
        source,
        masking,
        document: parseHtml(masking.masked),
        echoed: [...echoedMarkup(source), ...handedScripts(source), ...printedElements(source, masking.scan)],
        commentGuard: commentGuards(source, this.#catalog),
      };
      this.#texts.set(file, text);
      this.#documents.push({ source, document: text.document, masked: masking.masked, masking });
    }
    return text;
  }

  /** The markup of a component file, which is read by other means. */
  component(source: Source): HtmlDocument {
    const document = parseHtml(source.text);
    this.#documents.push({ source, document, masked: source.text });
    return document;
  }

  /** Text, id and classes of the first element of the page that a selector finds, and the same of what is around it. */
  describe(selector: string): { said: string; around: string | undefined; beside: readonly string[] } | undefined {
    for (const { document } of this.#documents) {
      const said = document.describe(selector);
      if (said !== undefined) return { said, around: document.around(selector), beside: document.beside(selector) };
    }
    return undefined;
  }

  /** The elements of the page that a selector finds, with what stands in them. */
  find(selector: string): PageElement[] {
    return this.#documents.flatMap((text) => text.document.find(selector).map((element) => elementIn(text, element)));
  }
}

function elementIn(text: Documented, element: HtmlElement): PageElement {
  const { source, masked, document } = text;
  const { name, attributes, content, start, tagEnd, end } = element;
  const close = source.text.lastIndexOf('</', end - 1);
  const span = name === 'template' || name === 'form' ? { start: tagEnd, end: Math.max(tagEnd, close) } : content;
  const tag = placeOf(source, element);
  return {
    name,
    attributes,
    tag,
    open: source.text.startsWith(masked.slice(start, tagEnd), start) ? NOTHING : openIn(source.text, masked, element),
    text: source.text.slice(span.start, span.end),
    place: locationOf(source, span),
    node: element,
    isIn: ({ node }) => isInside(element, node),
    said: saidBy(source.text, element),
    get field() {
      return isField(element) ? fieldOf(tag, masked, document, element) : undefined;
    },
    printedIn: (attribute) => {
      const range = attributeRange(masked, element, attribute);
      return range && textParts(source, text.masking, range);
    },
    printed: () => textParts(source, text.masking, span),
    fields: () => fieldsIn(document, element).map((field) => elementIn(text, field)),
  };
}

/** A stretch of a text, with what a template prints in it; undefined where it prints nothing. */
function textParts(
  source: Source,
  masking: Masking | undefined,
  { start, end }: Span,
): (string | MValue)[] | undefined {
  const holes = masking?.machineHoles.filter((hole) => hole.start >= start && hole.end <= end) ?? [];
  if (holes.length === 0) return undefined;
  const parts: (string | MValue)[] = [];
  let at = start;
  for (const hole of holes) {
    if (hole.start < at) continue;
    parts.push(source.text.slice(at, hole.start), hole.value());
    at = hole.end;
  }
  return [...parts, source.text.slice(at, end)];
}

const NOTHING: ReadonlySet<string> = new Set();

/** The attributes of an element in which template syntax stands. */
function openIn(text: string, masked: string, element: HtmlElement): ReadonlySet<string> {
  const open = new Set<string>();
  for (const name of element.attributes.keys()) {
    const range = attributeRange(masked, element, name);
    if (range && text.slice(range.start, range.end) !== masked.slice(range.start, range.end)) open.add(name);
  }
  return open;
}

/** Whether an element stands in another. */
export function isInside(element: HtmlElement, outer: object): boolean {
  for (let at = element.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** How much of what stands in an element says what it is. */
const MAX_WORDS = 500;
const MAX_AROUND = 6;

/** The words of an element and what calls it, and whether it belongs to a banner. */
export function saidBy(text: string, element: HtmlElement): string {
  const words = text.slice(element.tagEnd, Math.min(element.end, element.tagEnd + MAX_WORDS));
  const names = ['title', 'value', 'name', 'data-action'].map((name) => element.attributes.get(name) ?? '');
  const said = `${words.replace(/<[^<>]*>/g, ' ')} ${calledBy(element)} ${names.join(' ')}`.replace(/\s+/g, ' ').trim();
  const around = [calledBy(element)];
  for (let at = element.parent; at && around.length <= MAX_AROUND; at = at.parent)
    if (!/^(?:html|body|main)$/.test(at.name)) around.push(calledBy(at));
  return isBanner(around.join(' ')) ? `${said} ${IN_BANNER}` : said;
}

function calledBy({ attributes }: HtmlElement): string {
  return namesIn((name) => attributes.get(name));
}

/** What stands around a stretch that is included. */
export interface Enclosure {
  /** Elements of the including files around it, the innermost first. */
  readonly names: ReadonlySet<string>;
  /** The script element in whose text it stands. */
  readonly script: { readonly element: HtmlElement; readonly text: PageText } | undefined;
  /** In a comment: the browser sees nothing of it. */
  readonly dead: boolean;
  readonly guard: Guard;
}

export const OPEN: Enclosure = { names: new Set(), script: undefined, dead: false, guard: ALWAYS };
const COMMENT_REACH = 20_000;

/** What the text of an including file puts around an offset. */
export function enclosureAt(text: PageText, offset: number): Enclosure {
  const { source, document, masking } = text;
  const innermost = innermostAt(document.elements, offset);
  const names = new Set<string>();
  for (let at = innermost; at; at = at.parent) names.add(at.name);
  const script =
    innermost?.name === 'script' && offset >= innermost.content.start && offset <= innermost.content.end
      ? { element: innermost, text }
      : undefined;
  const around = innermost ? attributeGuard(source, innermost) : ALWAYS;
  const nested = script !== undefined && isInBlock(masking.masked.slice(script.element.content.start, offset));
  return {
    names,
    script,
    dead: !script && isComment(masking.masked, offset),
    // The block is not read together with what is put into it: it may ask anything.
    guard: nested ? and(around, condition('unresolved', 'the block around the include')) : around,
  };
}

const STRINGS_AND_COMMENTS = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** True where a script's text ends within braces. */
function isInBlock(code: string): boolean {
  let depth = 0;
  for (const character of code.slice(-COMMENT_REACH).replace(STRINGS_AND_COMMENTS, '')) {
    if (character === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
  }
  return depth > 0;
}

function isComment(masked: string, offset: number): boolean {
  const before = masked.slice(Math.max(0, offset - COMMENT_REACH), offset);
  const open = before.lastIndexOf('<!--');
  return open >= 0 && before.indexOf('-->', open) < 0 && masked.indexOf('-->', offset) >= 0;
}

/** The innermost element around an offset; elements are in document order. */
function innermostAt(elements: readonly HtmlElement[], offset: number): HtmlElement | undefined {
  let at = elements[firstFrom(elements, offset) - 1];
  while (at && at.end <= offset) at = at.parent;
  return at;
}

/** Index of the first element that starts at or behind an offset. */
export function firstFrom(elements: readonly HtmlElement[], offset: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((elements[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the start tag of an element stands. */
export function placeOf(source: Source, element: HtmlElement): ReturnType<typeof locationOf> {
  return locationOf(source, { start: element.start, end: element.tagEnd });
}
