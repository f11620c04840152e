/** What elements of a page are, by their names and types. */

import { say } from '../../model/phrase.ts';
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
  const message = say`an optimiser runs type="${type}" on the first scroll, touch or key`;
  return [{ kind: 'interaction', subject: say`scroll, touch or key`, message, location }];
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

/** An image or frame that its markup makes too small to be seen, or hides. */
export function isHidden({ attributes }: HtmlElement): boolean {
  const style = attributes.get('style') ?? '';
  const size = (name: string): string => attributes.get(name)?.trim() ?? '';
  return (
    attributes.has('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)/i.test(
      style,
    ) ||
    ['width', 'height'].some((name) => /^[01](?:px)?$/i.test(size(name)))
  );
}

/** Class names with which scripts for lazy loading find what they fill once it comes near the view. */
const LAZY_CLASS =
  /(?:^|\s)(?:lazy(?:load(?:ed|ing)?)?|lozad|b-lazy|rocket-lazyload|perfmatters-lazy|js-lazy(?:load)?)(?:\s|$)/i;

/** The attribute from which a script for lazy loading fills the address of a frame; no choice is waited for. */
export function lazySource({ name, attributes }: HtmlElement): string | undefined {
  if (name !== 'iframe') return undefined;
  if (attributes.has('data-lazy-src')) return 'data-lazy-src';
  // An attribute that speaks of a choice belongs to a platform, or to a gate of the site's own.
  const chosen = [...attributes.keys()].some((key) => /consent|cookie|category|purpose/.test(key));
  return !chosen && attributes.has('data-src') && LAZY_CLASS.test(attributes.get('class') ?? '')
    ? 'data-src'
    : undefined;
}

/** The evidence that a frame only waits until it comes near the view. */
export function lazyStep(attribute: string, location: Location): Step {
  return {
    kind: 'visibility',
    message: say`a script fills ${attribute} in once the frame comes near the view`,
    location,
  };
}

/** Addresses of `@import` and `url(…)` in a style sheet, with their offsets. */
export function addressesInStyle(css: string): { readonly url: string; readonly at: number }[] {
  const found: { url: string; at: number }[] = [];
  for (const match of css.matchAll(/(?:@import\s{1,9}|url\()\s{0,9}["']?((?:https?:)?\/\/[^"')\s;]{1,2000})/gi)) {
    const url = match[1] ?? '';
    found.push({ url, at: match.index + match[0].length - url.length });
  }
  return found;
}
