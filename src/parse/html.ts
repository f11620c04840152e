import { type CheerioAPI, load } from 'cheerio/slim';
import type { Span } from '../text/offset-map.ts';

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

/** A node of the tree that the parser builds, as far as it is used here. */
interface TreeNode {
  readonly type: string;
  readonly name?: string;
  readonly attribs?: Record<string, string>;
  readonly children?: readonly TreeNode[];
  readonly startIndex?: number | null;
  readonly endIndex?: number | null;
}

/**
 * Reads HTML, fragments and half documents included: nothing is moved, added or dropped.
 * @param text masked of template syntax; offsets are offsets into it
 */
export function parseHtml(text: string): HtmlDocument {
  const $ = load(text, {
    xml: {
      xmlMode: false,
      decodeEntities: true,
      withStartIndices: true,
      withEndIndices: true,
      recognizeSelfClosing: false,
    },
  });
  const elements: HtmlElement[] = [];
  const root: TreeNode | undefined = $.root()[0];
  // An explicit stack: nesting comes from the input.
  const stack: { node: TreeNode; parent: HtmlElement | undefined }[] = [];
  for (const child of [...(root?.children ?? [])].reverse()) stack.push({ node: child, parent: undefined });
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, parent } = entry;
    if (node.type !== 'tag' && node.type !== 'script' && node.type !== 'style') continue;
    const isKept = elements.length < MAX_ELEMENTS || doesSomething(node);
    const element = isKept ? elementOf(node, text, parent) : parent;
    if (isKept && element) elements.push(element);
    const children = node.children ?? [];
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) stack.push({ node: child, parent: element });
    }
  }
  underOne($);
  const select = selection($);
  const found = new Map<string, readonly HtmlElement[]>();
  const described = new Map<string, string | undefined>();
  return {
    elements,
    describe: (selector) => {
      if (!described.has(selector)) described.set(selector, describe(select, selector));
      return described.get(selector);
    },
    around: (selector) => around(select, selector),
    beside: (selector) => beside($, select, selector),
    find: (selector) => {
      let known = found.get(selector);
      if (!known) {
        const starts = startsOf(select, selector);
        known = starts.size === 0 ? [] : elements.filter(({ start }) => starts.has(start));
        found.set(selector, known);
      }
      return known;
    },
  };
}

function doesSomething({ name = '', attribs = {} }: TreeNode): boolean {
  return DOES_SOMETHING.test(name.toLowerCase()) || Object.keys(attribs).some((key) => /^on/i.test(key));
}

/** A search takes time that grows with the square of the elements beside each other that it begins at. */
const MANY = 200;

/** Puts the elements of a page that has very many at its top below a single one, so that a search begins there. */
function underOne($: CheerioAPI): void {
  const [root] = $.root();
  const children = root?.children ?? [];
  const [top] = children.length > MANY ? $('<html></html>') : [];
  if (!root || top?.type !== 'tag') return;
  for (const child of children) child.parent = top;
  top.children = children.slice();
  top.parent = root;
  root.children = [top];
}

type Select = (selector: string) => ReturnType<CheerioAPI>;

/** Finds what a selector means. Scripts ask for many elements by their ids, and every other search goes through the whole page. */
function selection($: CheerioAPI): Select {
  let ids: ReturnType<typeof elementsById> | undefined;
  return (selector) => {
    const id = /^#([A-Za-z_][\w-]*)$/.exec(selector)?.[1];
    if (id === undefined) return $(selector);
    ids ??= elementsById($);
    return $(ids.get(id) ?? []);
  };
}

function elementsById($: CheerioAPI) {
  const all = $('[id]').toArray();
  const byId = new Map<string, typeof all>();
  for (const one of all) {
    const id = one.attribs.id ?? '';
    const known = byId.get(id);
    if (known) known.push(one);
    else byId.set(id, [one]);
  }
  return byId;
}

function elementOf(node: TreeNode, text: string, parent: HtmlElement | undefined): HtmlElement {
  const start = node.startIndex ?? 0;
  const end = Math.min((node.endIndex ?? start) + 1, text.length);
  const [first] = node.children ?? [];
  const last = node.children?.[node.children.length - 1];
  const tagEnd = first?.startIndex ?? tagEndAt(text, start, end);
  const content =
    first && (first.type === 'text' || first.type === 'cdata')
      ? withoutCdata(text, { start: first.startIndex ?? tagEnd, end: (last?.endIndex ?? first.endIndex ?? tagEnd) + 1 })
      : { start: tagEnd, end: tagEnd };
  return {
    name: (node.name ?? '').toLowerCase(),
    attributes: new Map(Object.entries(node.attribs ?? {}).map(([key, value]) => [key.toLowerCase(), value])),
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

function around(select: Select, selector: string): string {
  if (!isPlain(selector)) return '';
  try {
    const outer = select(selector).first().parents().not('html, body, main').slice(0, MAX_AROUND);
    const words = outer.map((_, { attribs }) => namesIn((name) => attribs[name]));
    return words.get().join(' ');
  } catch {
    return '';
  }
}

/** A bar with more buttons than that is no question. */
const MAX_BESIDE = 6;

function beside($: CheerioAPI, select: Select, selector: string): readonly string[] {
  if (!isPlain(selector)) return [];
  try {
    const outer = select(selector).first().parent().not('html, body, main, nav, header');
    if (outer.children().length > MANY) return [];
    const buttons = outer.find('button, a, input[type=button], input[type=submit]').slice(0, MAX_BESIDE + 1);
    if (buttons.length > MAX_BESIDE) return [];
    return buttons
      .toArray()
      .map((one) => `${$(one).text().slice(0, 120)} ${namesIn((name) => $(one).attr(name))}`.trim());
  } catch {
    return [];
  }
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
function startsOf(select: Select, selector: string): ReadonlySet<number> {
  // A type of a script has a slash.
  if (!isPlain(selector.replaceAll('/', ''))) return new Set();
  try {
    const nodes: readonly TreeNode[] = select(selector).slice(0, MAX_FOUND).toArray();
    return new Set(nodes.flatMap(({ startIndex }) => (typeof startIndex === 'number' ? [startIndex] : [])));
  } catch {
    return new Set();
  }
}

function describe(select: Select, selector: string): string | undefined {
  if (!isPlain(selector)) return undefined;
  try {
    const found = select(selector).first();
    if (found.length === 0) return undefined;
    const attributes = ['id', 'class', 'aria-label', 'title', 'value', 'name', 'data-action'].map(
      (name) => found.attr(name) ?? '',
    );
    return `${found.text().slice(0, 120)} ${attributes.join(' ')}`.trim();
  } catch {
    return undefined;
  }
}
