import type { ContextFact } from '../model/unit.ts';
import type { HtmlElement } from '../parse/html.ts';
import { type Location, locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import { FRONT_MATTER } from './includes/structure.ts';
import { isRoutedPage, routeOf } from './titles/routes.ts';

const MAX_TEXT = 400;
const MAX_NAVIGATION = 6000;
/** Folders above these are not the site's. */
const MAX_SEGMENTS = 4;

/** What the name of a page's file says, and the folders that it lies in. */
export function fileContextOf(source: Source): ContextFact {
  const segments = source.name
    .split(/[\\/]/)
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  const text = segments
    .slice(-MAX_SEGMENTS)
    .join('/')
    .replace(/(?:\.[\w-]{1,10}){1,2}$/, '');
  return { about: 'file', text, location: locationOf(source, { start: 0, end: 0 }) };
}

/** The address of a page whose framework makes addresses of folders. */
export function routeContextOf(source: Source): readonly ContextFact[] {
  const text = routeOf(source.name);
  return text === undefined ? [] : [{ about: 'path', text, location: locationOf(source, { start: 0, end: 0 }) }];
}

/** What a file says of the page that it is: a list of addresses in a page is a menu, and tells of other pages. */
export function ofThePage(source: Source, context: readonly ContextFact[]): readonly ContextFact[] {
  return isRoutedPage(source.name) ? context.filter(({ about }) => about !== 'route') : context;
}

const FRONT_KEYS: Readonly<Record<string, ContextFact['about']>> = {
  title: 'title',
  seo_title: 'title',
  heading: 'heading',
  description: 'description',
  permalink: 'path',
};

/** What the front matter of a page says of it. */
export function frontContextOf(source: Source): readonly ContextFact[] {
  const front = source.text.startsWith('---') ? FRONT_MATTER.exec(source.text)?.[1] : undefined;
  return front === undefined ? [] : frontFacts(source, front);
}

/** `title: x`, and `title = "x"` in TOML. */
const FRONT_ENTRY = /^(\w{4,11})[ \t]{0,4}[:=][ \t]{1,10}(.{1,400})$/gm;

function frontFacts(source: Source, front: string): readonly ContextFact[] {
  const from = source.text.indexOf(front);
  return [...front.matchAll(FRONT_ENTRY)].flatMap(({ 0: all, 1: key = '', 2: text = '', index }) => {
    const about = Object.hasOwn(FRONT_KEYS, key) ? FRONT_KEYS[key] : undefined;
    const start = from + index;
    const location = locationOf(source, { start, end: start + all.length });
    return about === undefined ? [] : [{ about, text: text.trim().replace(/^(["'])(.*)\1$/, '$2'), location }];
  });
}

const TOML_FRONT = /^\uFEFF?\+\+\+[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n\+\+\+/;
const UNPUBLISHED = /^(?:draft[ \t]{0,4}[:=][ \t]{0,4}true|published[ \t]{0,4}[:=][ \t]{0,4}false)\b/m;

/** What a text says of the page that a generator makes of it: only one with front matter is such a page. */
export function contentContextOf(source: Source): readonly ContextFact[] {
  const front = FRONT_MATTER.exec(source.text)?.[1] ?? TOML_FRONT.exec(source.text)?.[1];
  if (front === undefined || UNPUBLISHED.test(front)) return [];
  const heading = /^#[ \t]{1,4}(.{1,200})$/m.exec(source.text);
  const route = routeContextOf(source);
  const found: ContextFact[] = [...(route.length > 0 ? route : [fileContextOf(source)]), ...frontFacts(source, front)];
  if (heading?.[1] !== undefined) {
    const start = heading.index;
    found.push({
      about: 'heading',
      text: heading[1].trim(),
      location: locationOf(source, { start, end: start + heading[0].length }),
    });
  }
  return found;
}

/** What the links of a menu say, each once. */
function linksIn(markup: string): string {
  const texts = markup.split(/<\/a\s*>/i).map((part) => {
    const open = part.toLowerCase().lastIndexOf('<a');
    return open < 0 ? '' : plainText(part.slice(open));
  });
  return [...new Set(texts)].filter((text) => text !== '').join(' | ');
}

function plainText(markup: string): string {
  return markup
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What an element says of the page: title, description, structured data, breadcrumbs. */
export function contextOf(source: Source, element: HtmlElement): readonly ContextFact[] {
  const location = locationOf(source, { start: element.start, end: element.tagEnd });
  const content = (): string =>
    source.text.slice(element.content.start, element.content.end).replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
  const attribute = (name: string): string => (element.attributes.get(name) ?? '').slice(0, MAX_TEXT);
  switch (element.name) {
    case 'title':
      // A picture has a title of its own.
      return element.parent?.name === 'svg' || element.parent?.name === 'g'
        ? []
        : [{ about: 'title', text: content(), location }];
    case 'h1':
      return [{ about: 'heading', text: content(), location }];
    case 'meta': {
      const name = (attribute('name') || attribute('property')).toLowerCase();
      if (name === 'description' || name === 'og:description' || name === 'keywords')
        return [{ about: 'description', text: attribute('content'), location }];
      if (name === 'og:title' || name === 'og:site_name')
        return [{ about: 'title', text: attribute('content'), location }];
      // A number there is one of the taxonomy of products that feeds are written in.
      if (name === 'product:category' && /^\d+$/.test(attribute('content').trim()))
        return [{ about: 'breadcrumb', text: `product taxonomy ${attribute('content').trim()}`, location }];
      if (name === 'og:type' || name.startsWith('product:'))
        return [{ about: 'structured-data', text: `${name} ${attribute('content')}`, location }];
      return [];
    }
    case 'script':
      if (!/ld\+json/i.test(attribute('type'))) return [];
      return [
        {
          about: 'structured-data',
          text: source.text.slice(element.content.start, Math.min(element.content.end, element.content.start + 4000)),
          location,
        },
      ];
    case 'link':
      return attribute('rel') === 'canonical' ? [{ about: 'path', text: attribute('href'), location }] : [];
    case 'nav': {
      const text = linksIn(source.text.slice(element.tagEnd, Math.min(element.end, element.tagEnd + MAX_NAVIGATION)));
      // A list of steps back is no menu.
      if (text !== '' && !isBreadcrumb(attribute)) return [{ about: 'navigation', text, location }];
      return breadcrumbOf(source, element, location, attribute);
    }
    default: {
      const type = attribute('itemtype');
      if (type !== '') return [{ about: 'structured-data', text: type, location }];
      return breadcrumbOf(source, element, location, attribute);
    }
  }
}

type Attribute = (name: string) => string;

function isBreadcrumb(attribute: Attribute): boolean {
  return /breadcrumb/i.test(`${attribute('class')} ${attribute('aria-label')}`);
}

function breadcrumbOf(
  source: Source,
  element: HtmlElement,
  location: Location,
  attribute: Attribute,
): readonly ContextFact[] {
  if (!isBreadcrumb(attribute)) return [];
  const text = plainText(source.text.slice(element.tagEnd, Math.min(element.end, element.tagEnd + 600)));
  return [{ about: 'breadcrumb', text, location }];
}
