import type { ContextFact } from '../model/unit.ts';
import type { HtmlElement } from '../parse/html.ts';
import { locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';

const MAX_TEXT = 400;

/** What an element says of the page: title, description, structured data, breadcrumbs. */
export function contextOf(source: Source, element: HtmlElement): readonly ContextFact[] {
  const location = locationOf(source, { start: element.start, end: element.tagEnd });
  const content = (): string =>
    source.text.slice(element.content.start, element.content.end).replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
  const attribute = (name: string): string => (element.attributes.get(name) ?? '').slice(0, MAX_TEXT);
  switch (element.name) {
    case 'title':
      return [{ about: 'title', text: content(), location }];
    case 'h1':
      return [{ about: 'heading', text: content(), location }];
    case 'meta': {
      const name = (attribute('name') || attribute('property')).toLowerCase();
      if (name === 'description' || name === 'og:description' || name === 'keywords')
        return [{ about: 'description', text: attribute('content'), location }];
      if (name === 'og:title' || name === 'og:site_name')
        return [{ about: 'title', text: attribute('content'), location }];
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
    default: {
      const type = attribute('itemtype');
      if (type !== '') return [{ about: 'structured-data', text: type, location }];
      return /breadcrumb/i.test(`${attribute('class')} ${attribute('aria-label')}`)
        ? [
            {
              about: 'breadcrumb',
              text: source.text
                .slice(element.tagEnd, Math.min(element.end, element.tagEnd + 600))
                .replace(/<[^>]*>/g, ' ')
                .replace(/\s+/g, ' ')
                .trim(),
              location,
            },
          ]
        : [];
    }
  }
}
