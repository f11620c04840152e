import { type AnyNode, type Document, type Element, isCDATA, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { entityMap } from '../text/entities.ts';
import type { Span } from '../text/offset-map.ts';
import { LatePart } from './late-part.ts';

/** An element as it stands in the text. Order and nesting are judged by offsets, never by a repaired tree. */
export interface HtmlElement {
  /** Lower case. */
  readonly name: string;
  /** Lower-case names; values decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  /** End of the start tag. */
  readonly tagEnd: number;
  readonly end: number;
  /** The text between the tags, for scripts, titles and the like; empty for others. */
  readonly content: Span;
  readonly parent: HtmlElement | undefined;
}

export interface HtmlDocument {
  /** In document order. */
  readonly elements: readonly HtmlElement[];
  /** Text, id and classes of the first element that a selector finds; undefined for none or a selector that is no CSS. */
  describe(selector: string): string | undefined;
  /** The elements that a selector finds; none for a selector that is no CSS. */
  find(selector: string): readonly HtmlElement[];
  /** Ids, classes and labels of what stands around that element. */
  around(selector: string): string;
  /** Text and attributes of the buttons and links that stand beside that element. */
  beside(selector: string): readonly string[];
}

/** Of a page of more elements, those are kept from there on that may do something, or say what it is about. */
const MAX_ELEMENTS = 60_000;
const DOES_SOMETHING =
  /^(?:script|noscript|template|i?frame|img|link|meta|base|title|h1|form|input|select|textarea|label|button|object|embed|video|audio|source)$/;

/**
 * Reads HTML, fragments and half documents included: nothing is moved, added or dropped.
 * @param text masked of template syntax; offsets are offsets into it
 */
export function parseHtml(text: string): HtmlDocument {
  // References are decoded where a value is read, by the names that everything else here knows too.
  const root = parseDocument(text, {
    decodeEntities: false,
    withStartIndices: true,
    withEndIndices: true,
    recognizeSelfClosing: false,
  });
  const elements: HtmlElement[] = [];
  const ids = new Map<string, Element[]>();
  // An explicit stack: nesting comes from the input.
  const stack: { node: AnyNode; parent: HtmlElement | undefined }[] = [];
  for (const child of root.children.toReversed()) stack.push({ node: child, parent: undefined });
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, parent } = entry;
    if (!isTag(node)) continue;
    decodeAttributes(node);
    const { id } = node.attribs;
    if (id !== undefined) (ids.get(id) ?? added(ids, id)).push(node);
    const isKept = elements.length < MAX_ELEMENTS || doesSomething(node);
    const element = isKept ? elementOf(node, text, parent) : parent;
    if (isKept && element) elements.push(element);
    const { children } = node;
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) stack.push({ node: child, parent: element });
    }
  }
  const search = searchIn(root, ids);
  const found = new Map<string, readonly HtmlElement[]>();
  const described = new Map<string, string | undefined>();
  return {
    elements,
    describe: (selector) => {
      if (!described.has(selector)) described.set(selector, describe(search, selector));
      return described.get(selector);
    },
    around: (selector) => around(search, selector),
    beside: (selector) => beside(search, selector),
    find: (selector) => {
      let known = found.get(selector);
      if (!known) {
        const starts = startsOf(search, selector);
        known = starts.size === 0 ? [] : elements.filter(({ start }) => starts.has(start));
        found.set(selector, known);
      }
      return known;
    },
  };
}

function doesSomething({ name, attribs }: Element): boolean {
  return DOES_SOMETHING.test(name.toLowerCase()) || Object.keys(attribs).some((key) => /^on/i.test(key));
}

function added(ids: Map<string, Element[]>, id: string): Element[] {
  const elements: Element[] = [];
  ids.set(id, elements);
  return elements;
}

function decodeAttributes({ attribs }: Element): void {
  for (const [name, value] of Object.entries(attribs)) if (value.includes('&')) attribs[name] = entityMap(value).value;
}

/** Selectors beyond a single id. */
export const SELECTORS = new LatePart(() => import('./selectors.ts'));

/** The elements that a selector finds below a node; none for one that is no CSS. */
function selected(selector: string, below: Document | Element): readonly Element[] {
  const { select } = SELECTORS.module;
  try {
    return select(selector, below);
  } catch {
    return [];
  }
}

type Search = (selector: string) => readonly Element[];

/** Scripts ask for many elements by their ids, and every other search goes through the whole page. */
function searchIn(root: Document, ids: ReadonlyMap<string, readonly Element[]>): Search {
  return (selector) => {
    const id = /^#([A-Za-z_][\w-]*)$/.exec(selector)?.[1];
    return id === undefined ? selected(selector, root) : (ids.get(id) ?? []);
  };
}

function elementOf(node: Element, text: string, parent: HtmlElement | undefined): HtmlElement {
  const start = node.startIndex ?? 0;
  const end = Math.min((node.endIndex ?? start) + 1, text.length);
  const [first] = node.children;
  const last = node.children.at(-1);
  const tagEnd = first?.startIndex ?? tagEndAt(text, start, end);
  const content =
    first && (isText(first) || isCDATA(first))
      ? withoutCdata(text, { start: first.startIndex ?? tagEnd, end: (last?.endIndex ?? first.endIndex ?? tagEnd) + 1 })
      : { start: tagEnd, end: tagEnd };
  return {
    name: node.name.toLowerCase(),
    attributes: new Map(Object.entries(node.attribs).map(([key, value]) => [key.toLowerCase(), value])),
    start,
    tagEnd,
    end,
    content,
    parent,
  };
}

const CDATA_START = '<![CDATA[';
const CDATA_END = ']]>';

/**
 * The text inside a bare `<![CDATA[ … ]]>`, which templates that are read as XML (Facelets, Thymeleaf, layout files) put around
 * their scripts; the markers belong to the markup. In comments (`//<![CDATA[`) they harm nobody and stay.
 */
function withoutCdata(text: string, span: Span): Span {
  const inner = text.slice(span.start, span.end);
  const start = inner.length - inner.trimStart().length;
  if (!inner.startsWith(CDATA_START, start)) return span;
  const end = inner.trimEnd().length;
  return {
    start: span.start + start + CDATA_START.length,
    end: inner.endsWith(CDATA_END, end) ? span.start + end - CDATA_END.length : span.end,
  };
}

/** Where a start tag ends: the first `>` outside quotes. */
function tagEndAt(text: string, start: number, end: number): number {
  let quote = '';
  for (let index = start + 1; index < end; index++) {
    const char = text[index] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && text[index - 1] === '=') quote = char;
    else if (char === '>') return index + 1;
  }
  return end;
}

/** The range of an attribute's value inside the start tag (without quotes), or of its name where it has none. */
export function attributeRange(text: string, element: HtmlElement, name: string): Span | undefined {
  let at = element.start + 1 + element.name.length;
  const end = element.tagEnd;
  while (at < end) {
    while (at < end && /[\s/>]/.test(text[at] ?? '')) at++;
    const nameStart = at;
    while (at < end && !/[\s=>/]/.test(text[at] ?? '')) at++;
    if (at === nameStart) {
      at++;
      continue;
    }
    const isWanted = text.slice(nameStart, at).toLowerCase() === name;
    const nameEnd = at;
    let after = at;
    while (after < end && /\s/.test(text[after] ?? '')) after++;
    if (text[after] !== '=') {
      if (isWanted) return { start: nameStart, end: nameEnd };
      continue;
    }
    after++;
    while (after < end && /\s/.test(text[after] ?? '')) after++;
    const quote = text[after];
    let valueStart = after;
    let valueEnd: number;
    if (quote === '"' || quote === "'") {
      valueStart = after + 1;
      const close = text.indexOf(quote, valueStart);
      valueEnd = close < 0 || close > end ? end : close;
      at = valueEnd + 1;
    } else {
      valueEnd = valueStart;
      while (valueEnd < end && !/[\s>]/.test(text[valueEnd] ?? '')) valueEnd++;
      at = valueEnd;
    }
    if (isWanted) return { start: valueStart, end: valueEnd };
  }
  return undefined;
}

/** How many of the elements around one tell what it belongs to. */
const MAX_AROUND = 6;

function around(search: Search, selector: string): string {
  if (!isPlain(selector)) return '';
  const outer: Element[] = [];
  let parent = search(selector)[0]?.parent;
  for (; parent && isTag(parent) && outer.length < MAX_AROUND; parent = parent.parent)
    if (!/^(?:html|body|main)$/.test(parent.name)) outer.push(parent);
  return outer.map(({ attribs }) => namesIn((name) => attribs[name])).join(' ');
}

/** A bar with more buttons than that is no question. */
const MAX_BESIDE = 6;

/** More elements side by side are a page and no bar. */
const MANY = 200;

function beside(search: Search, selector: string): readonly string[] {
  if (!isPlain(selector)) return [];
  const outer = search(selector)[0]?.parent;
  if (!outer || !isTag(outer) || /^(?:html|body|main|nav|header)$/.test(outer.name)) return [];
  if (outer.children.filter(isTag).length > MANY) return [];
  const buttons = selected('button, a, input[type=button], input[type=submit]', outer);
  if (buttons.length > MAX_BESIDE) return [];
  return buttons.map((one) => `${textOf(one)} ${namesIn((name) => one.attribs[name])}`.trim());
}

/** How much of an element's text describes it. */
const MAX_TEXT = 120;

/** The beginning of what a person reads in an element. */
function textOf(element: Element): string {
  let text = '';
  // An explicit stack: nesting comes from the input.
  const waiting: AnyNode[] = element.children.toReversed();
  for (let node = waiting.pop(); node && text.length < MAX_TEXT; node = waiting.pop()) {
    if (isText(node)) text += entityMap(node.data, 0, { attribute: false }).value;
    else if (isTag(node) || isCDATA(node)) waiting.push(...node.children.toReversed());
  }
  return text.slice(0, MAX_TEXT);
}

/** What the attributes of an element call it. */
export function namesIn(attribute: (name: string) => string | undefined): string {
  return ['id', 'class', 'aria-label'].map((name) => attribute(name) ?? '').join(' ');
}

/** Only plain selectors: an input's own selector must not cost more than a look-up. */
function isPlain(selector: string): boolean {
  if (selector.length > 120 || !/^[\w\s#.,[\]="'*^$>-]+$/.test(selector)) return false;
  // Words that describe an element are no selector: a search for them would go through the whole page.
  return /[#.[]/.test(selector) || /^[\w-]+$/.test(selector.trim());
}

/** How many elements of those that a selector finds are looked at. */
const MAX_FOUND = 12;

/** Where the elements begin that a selector finds. */
function startsOf(search: Search, selector: string): ReadonlySet<number> {
  // A type of a script has a slash.
  if (!isPlain(selector.replaceAll('/', ''))) return new Set();
  const found = search(selector).slice(0, MAX_FOUND);
  return new Set(found.flatMap(({ startIndex }) => startIndex ?? []));
}

function describe(search: Search, selector: string): string | undefined {
  const found = isPlain(selector) ? search(selector)[0] : undefined;
  if (!found) return undefined;
  const attributes = ['id', 'class', 'aria-label', 'title', 'value', 'name', 'data-action'].map(
    (name) => found.attribs[name] ?? '',
  );
  return `${textOf(found)} ${attributes.join(' ')}`.trim();
}
