/** What elements of a page are, by their names and types. */
import type { HtmlElement } from '../../parse/html.ts';
import { runs } from '../parking.ts';

/** Attributes in which optimisers of pages keep the address of a script until the first scroll or touch. */
export const LAZY_SOURCES = ['data-rocket-src', 'data-src', 'data-lazy-src', 'data-litespeed-src'];

/** A type of an optimiser's own, which runs sooner or later. */
export function isLazyType(type: string | undefined): boolean {
  return (
    type !== undefined && runs(type) && !/^(?:|module|(?:text|application)\/(?:java|ecma|x-java)script)$/.test(type)
  );
}

/** A script element that holds data or a template for scripts, and runs nothing. */
export function isData(type: string | undefined): boolean {
  return (
    type !== undefined &&
    /json|importmap|speculationrules|x-template|text\/template|handlebars|mustache|html|x-shader|css/.test(type) &&
    !runs(type)
  );
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
