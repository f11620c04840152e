/** What elements of a page are, by their names and types. */
import type { CmpLoader, Step } from '../../model/unit.ts';
import type { HtmlElement } from '../../parse/html.ts';
import type { Location } from '../../text/location.ts';
import { runs } from '../parking.ts';

/** Attributes in which optimisers of pages keep the address of a script until the first scroll or touch. */
export const LAZY_SOURCES = ['data-rocket-src', 'data-src', 'data-lazy-src', 'data-litespeed-src'];

/** A type of an optimiser's own, which runs sooner or later. */
export function isLazyType(type: string | undefined): boolean {
  return (
    type !== undefined && runs(type) && !/^(?:|module|(?:text|application)\/(?:java|ecma|x-java)script)$/.test(type)
  );
}

/** The evidence of a type with which an optimiser runs the script on the first use of the page. */
export function lazySteps(type: string | undefined, location: Location): readonly Step[] {
  if (type === undefined || !/^(?:rocketlazyloadscript|litespeed\/javascript|text\/lazyload)$/.test(type)) return [];
  const message = `an optimiser runs type="${type}" on the first scroll, touch or key`;
  return [{ kind: 'interaction', subject: 'scroll, touch or key', message, location }];
}

/** A script element that holds data or a template for scripts, and runs nothing. */
export function isData(type: string | undefined): boolean {
  return (
    type !== undefined &&
    /json|importmap|speculationrules|x-template|text\/template|handlebars|mustache|html|x-shader|css/.test(type) &&
    !runs(type)
  );
}

/** How the browser fetches a script element in the markup, and the word for it. */
export function scheduleOf(attribute: (name: string) => string | undefined): {
  readonly how: CmpLoader['how'];
  readonly by: string;
} {
  if (attribute('async') !== undefined) return { how: 'late', by: 'async' };
  if (attribute('defer') !== undefined) return { how: 'late', by: 'defer' };
  if (attribute('type')?.trim().toLowerCase() === 'module') return { how: 'late', by: 'type="module"' };
  return { how: 'synchronous', by: '' };
}

/** The nearest element of that name around another one. */
export function around(element: HtmlElement, name: string): HtmlElement | undefined {
  for (let at = element.parent; at; at = at.parent) if (at.name === name) return at;
  return undefined;
}

/** True below an element of that name. */
export function inside(element: HtmlElement, name: string): boolean {
  return around(element, name) !== undefined;
}
