/** The texts of a page with their trees, and what stands around an include. */
import { ALWAYS, and, condition, type Guard } from '../../model/guard.ts';
import { type HtmlDocument, type HtmlElement, parseHtml } from '../../parse/html.ts';
import { locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import { type EchoedMarkup, echoedMarkup } from '../echoed-markup.ts';
import { enqueuedFiles } from '../enqueued-files.ts';
import type { PageFile } from '../includes/join.ts';
import type { PageElement } from '../machine/page-elements.ts';
import type { Masking } from '../masking.ts';
import { UnreadConditions } from '../unread-conditions.ts';

/** One text of markup with its tree. */
export interface PageText {
  readonly source: Source;
  readonly masking: Masking;
  readonly document: HtmlDocument;
  readonly unread: UnreadConditions;
  readonly echoed: readonly EchoedMarkup[];
}

/** The texts of one page, each parsed once. */
export class PageTexts {
  readonly #texts = new Map<PageFile, PageText>();
  readonly #documents: Pick<PageText, 'source' | 'document'>[] = [];

  of(file: PageFile): PageText {
    let text = this.#texts.get(file);
    if (!text) {
      const { source, masking } = file;
      text = {
        source,
        masking,
        document: parseHtml(masking.masked),
        unread: new UnreadConditions(source, masking.masked),
        echoed: [...echoedMarkup(source), ...enqueuedFiles(source)],
      };
      this.#texts.set(file, text);
      this.#documents.push(text);
    }
    return text;
  }

  /** The markup of a component file, which is read by other means. */
  component(source: Source): HtmlDocument {
    const document = parseHtml(source.text);
    this.#documents.push({ source, document });
    return document;
  }

  /** Text, id and classes of the first element of the page that a selector finds, and the same of what is around it. */
  describe(selector: string): { said: string; around: string | undefined } | undefined {
    for (const { document } of this.#documents) {
      const said = document.describe(selector);
      if (said !== undefined) return { said, around: document.around(selector) };
    }
    return undefined;
  }

  /** The elements of the page that a selector finds, with what stands in them. */
  find(selector: string): PageElement[] {
    return this.#documents.flatMap(({ source, document }) =>
      document.find(selector).map(({ name, attributes, content, tagEnd, end }) => {
        const close = source.text.lastIndexOf('</', end - 1);
        const span = name === 'template' ? { start: tagEnd, end: Math.max(tagEnd, close) } : content;
        return { name, attributes, text: source.text.slice(span.start, span.end), place: locationOf(source, span) };
      }),
    );
  }
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
  const { document, masking, unread } = text;
  const innermost = innermostAt(document.elements, offset);
  const names = new Set<string>();
  for (let at = innermost; at; at = at.parent) names.add(at.name);
  const script =
    innermost?.name === 'script' && offset >= innermost.content.start && offset <= innermost.content.end
      ? { element: innermost, text }
      : undefined;
  const around = innermost ? unread.guardOf(innermost) : ALWAYS;
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
