/** Elements and markup that get into the page. */

import { not } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { casesOf } from './cases.ts';
import { noteDynamic } from './dynamic.ts';
import { recordUrl } from './fetches.ts';
import { recordLink } from './links.ts';
import type { Machine } from './machine.ts';
import { placeInMarkup } from './page-elements.ts';
import { placeOf } from './script-text.ts';
import { addressOf, holesOf } from './text-address.ts';
import { type Elem, type MValue, stringOf, UNDEF } from './values.ts';

/** Methods that put elements into the page. */
export const INSERTERS = new Set([
  'appendChild',
  'insertBefore',
  'append',
  'prepend',
  'before',
  'after',
  'replaceChild',
  'replaceWith',
  'replaceChildren',
  'insertAdjacentElement',
  'html',
]);

/** Elements handed to a function that is not in sight may be inserted by it. */
export function insertArguments(m: Machine, args: readonly MValue[], node: ESTree.Node): void {
  for (const arg of args) {
    for (const { guard, value } of casesOf(arg)) {
      if (value.t === 'elem' && (value.created || value.fragment)) m.under(guard, () => insertElement(m, value, node));
    }
  }
}

/** An element enters the page: a script runs or is fetched, a frame or image is requested. */
export function insertElement(m: Machine, element: Elem, node: ESTree.Node): void {
  if (element.fragment) {
    for (const { text, place } of element.found ?? []) m.host.markup(text, place, true);
    return;
  }
  if (element.inserted || !element.created) return;
  element.inserted = true;
  const { parked, guard, steps = [] } = m.host.parking(element);
  const before = m.steps;
  m.steps = [...before, ...steps];
  m.under(guard, () => {
    if (element.markup) insertMarkup(m, element.markup, node, true);
    if (element.tag === 'link') {
      insertLink(m, element, node);
      return;
    }
    if (element.props.has('srcdoc') || element.props.has('srcDoc')) return;
    const src =
      element.props.get('src') ?? element.props.get('data-src') ?? (parked ? element.props.get('data-src') : undefined);
    if (src && /^(?:script|img|iframe|embed|source)$/.test(element.tag)) {
      const kind = element.tag === 'script' ? 'script' : element.tag === 'img' ? 'beacon' : 'frame';
      const place = placeInMarkup(src) ?? element.places.get('src') ?? placeOf(m.script, node);
      const cases = casesOf(src);
      for (const { value } of element.tag === 'script' ? cases : []) {
        const url = addressOf(value);
        if (url !== undefined) m.host.loader(element, url, place);
      }
      recordUrl(m, src, kind, `<${element.tag} src>`, node, { place, silent: element.selector === 'new Image()' });
      if (cases.every(({ value }) => value !== UNDEF)) return;
    }
    if (element.tag !== 'script') return;
    for (const key of ['textContent', 'text', 'innerHTML', 'innerText', 'children']) {
      const code = element.props.get(key);
      let found = false;
      for (const { guard: when, value } of code ? casesOf(code) : []) {
        noteDynamic(m, 'inserted', value, node);
        const text = addressOf(value);
        if (text === undefined || text === '') continue;
        found = true;
        const place = placeInMarkup(value) ?? element.places.get(key) ?? placeOf(m.script, node);
        m.under(when, () => m.host.markup(`<script>${text}</script>`, place, true, holesOf(value)));
      }
      if (found) break;
    }
  });
  m.steps = before;
}

function insertLink(m: Machine, { props, places }: Elem, node: ESTree.Node): void {
  const text = (name: string): string => stringOf(props.get(name)) ?? '';
  const place = placeInMarkup(props.get('href')) ?? places.get('href') ?? placeOf(m.script, node);
  const carrier = m.noscript ? 'noscript' : 'script';
  for (const { guard, value } of casesOf(props.get('href') ?? UNDEF)) {
    const url = addressOf(value);
    if (url !== undefined)
      m.under(guard, () => recordLink(m, { url, rel: text('rel'), as: text('as'), carrier, place }));
  }
}

/** Markup that a script writes: `document.write`, `innerHTML`. */
export function insertMarkup(m: Machine, value: MValue, node: ESTree.Node, runsScripts: boolean): void {
  if (value.t === 'ite') {
    m.under(value.guard, () => insertMarkup(m, value.yes, node, runsScripts));
    m.under(not(value.guard), () => insertMarkup(m, value.no, node, runsScripts));
    return;
  }
  if (value.t === 'elem') {
    insertElement(m, value, node);
    return;
  }
  const html = addressOf(value);
  if (html?.includes('<'))
    m.host.markup(html, 'at' in value && value.at ? value.at : placeOf(m.script, node), runsScripts, holesOf(value));
}
