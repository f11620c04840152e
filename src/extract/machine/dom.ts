/** Elements that scripts find and make: what is inserted, loads. */

import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { ite } from './cases.ts';
import { clicked, clickedIn } from './clicks.ts';
import { recordUrl } from './fetches.ts';
import { allFields, fieldList, fieldValue } from './forms.ts';
import { handler, listen } from './handlers.ts';
import { INSERTERS, insertArguments, insertElement, insertMarkup } from './insertions.ts';
import { emit } from './listeners.ts';
import type { Machine } from './machine.ts';
import { isUnchosenEvent, meaningOfClick } from './names.ts';
import {
  attributeOf,
  copyOf,
  hasClass,
  holdsBack,
  membersOf,
  printedAttribute,
  readHeld,
  single,
  writtenAttribute,
} from './page-elements.ts';
import { PHASE } from './phase.ts';
import { since } from './scope.ts';
import { placeOf } from './script-text.ts';
import { stepsTo } from './steps.ts';
import { type Elem, type Fn, lit, type MValue, stringOf, UNDEF, UNKNOWN_ARGS, unknownValue } from './values.ts';

export function createElement(m: Machine, tag: MValue | undefined, node: ESTree.Node): Elem {
  const at = placeOf(m.script, node);
  // The loaders of all vendors make scripts; a tag that is handed in as a parameter and not known is one, too.
  const name = stringOf(tag)?.toLowerCase() ?? 'script';
  return {
    t: 'elem',
    tag: name,
    props: new Map(),
    places: new Map(),
    selector: `<${name}>`,
    created: true,
    path: m.path,
    inserted: false,
    at,
  };
}

/** What an element that a script made fetches or runs: what is set under a condition is there under that condition. */
const FETCHED = new Set(['src', 'href', 'text', 'textContent', 'innerHTML', 'innerText']);

export function selectElement(m: Machine, selector: string, node: ESTree.Node): Elem {
  const found = m.host.holds ? m.host.find(selector).filter(holdsBack) : [];
  return {
    t: 'elem',
    tag: '',
    props: new Map(),
    places: new Map(),
    selector,
    created: false,
    inserted: false,
    ...(found.length > 0 ? { found } : {}),
    at: placeOf(m.script, node),
  };
}

export function isHandlerProperty(key: string): boolean {
  return /^on[a-z]{3,}$/.test(key);
}

/** `window.onload = f`, `button.onclick = f`. */
export function setGlobalHandler(m: Machine, about: string, key: string, value: MValue, node: ESTree.Node): void {
  if (value.t === 'fn') handler(m, key.slice(2), about, value, node);
}

export function setElementProperty(m: Machine, element: Elem, key: string, value: MValue, node: ESTree.Node): void {
  if (value.t === 'fn' && isHandlerProperty(key)) {
    if (element.created && isUnchosenEvent(key.slice(2))) onLoaded(m, element, value, key, node);
    else handler(m, key.slice(2), element, value, node);
    return;
  }
  const code = isHandlerProperty(key) ? stringOf(value) : undefined;
  if (code !== undefined) {
    m.host.handlerCode(code, placeOf(m.script, node), (fn) => handler(m, key.slice(2), element, fn, node));
    return;
  }
  const before = element.props.get(key) ?? UNDEF;
  const set = element.path && FETCHED.has(key) ? ite(since(m.path, element.path), value, before) : value;
  element.props.set(key.toLowerCase() === 'classname' ? 'class' : key, set);
  element.places.set(key, placeOf(m.script, node));
  if (key === 'src' && element.tag === 'img' && element.created) insertElement(m, element, node);
  else if (key === 'src' && !element.created) fill(m, element, value, node);
  else if (key === 'src' && element.inserted && element.tag !== 'img') {
    element.inserted = false;
    insertElement(m, element, node);
  }
  if (
    (key === 'innerHTML' || key === 'outerHTML') &&
    element.tag !== 'script' &&
    element.tag !== 'noscript' &&
    element.tag !== 'template'
  ) {
    insertMarkup(m, value, node, false);
  }
}

/** An element of the page is given an address: a frame or an image, since scripts of the page have run. */
function fill(m: Machine, { selector, found }: Elem, value: MValue, node: ESTree.Node): void {
  const name = found?.[0]?.name ?? selector;
  if (/\bscript\b/i.test(name)) return;
  recordUrl(m, value, /\bimg\b/i.test(name) ? 'beacon' : 'frame', `src of ${selector.slice(0, 40)}`, node);
}

/** What waits for an element's script to load runs once it is inserted; whether it is, does not change what waits. */
function onLoaded(m: Machine, element: Elem, fn: Fn, key: string, node: ESTree.Node): void {
  const steps = stepsTo(m, undefined, say`${key} of ${element.selector}`, placeOf(m.script, node));
  m.tasks.later(PHASE.loaded, m.path, steps, () => void m.callFunction(fn, UNKNOWN_ARGS, undefined), fn);
}

/** The selector of what is looked for below an element, where the markup has it there; else wherever it is. */
function below(m: Machine, of: Elem, first: MValue | undefined): string {
  const selector = stringOf(first);
  if (selector === undefined) return of.selector;
  const within = `${of.selector} ${selector}`;
  return !of.created && /[#.[]/.test(of.selector) && m.host.find(within).length > 0 ? within : selector;
}

/** In a template everything waits, also a script that would run elsewhere. */
function inside(m: Machine, of: Elem, selected: Elem): Elem {
  if (!of.fragment || selected.found || selected.selector === of.selector) return selected;
  const found = m.host.find(selected.selector);
  return found.length > 0 ? { ...selected, found } : selected;
}

export function callElement(m: Machine, of: Elem, key: string, args: readonly MValue[], node: ESTree.Node): MValue {
  const [first, second] = args;
  if (key === 'html' && !first && of.found) return readHeld(of, 'innerHTML') ?? unknownValue(`${of.selector}.html`);
  if (INSERTERS.has(key)) {
    insertArguments(m, args, node);
    if (of.created) of.content = [...(of.content ?? []), ...args].slice(0, 40);
    for (const arg of args) {
      if (arg.t !== 'elem' && arg.t !== 'ite' && key !== 'insertBefore' && key !== 'appendChild' && arg.t !== 'obj')
        insertMarkup(m, arg, node, key === 'html' || key === 'append');
    }
    return first ?? UNDEF;
  }
  switch (key) {
    case 'insertAdjacentHTML':
      if (second) insertMarkup(m, second, node, false);
      return UNDEF;
    case 'setAttribute':
    case 'attr':
    case 'prop':
    case 'data':
    case 'setAttributeNS': {
      const name = stringOf(first);
      if (name !== undefined && second) setElementProperty(m, of, name, second, node);
      else if (first?.t === 'obj')
        for (const [inner, value] of first.props) setElementProperty(m, of, inner, value, node);
      else if (name !== undefined)
        return (
          of.props.get(name) ??
          (key === 'prop' ? undefined : attributeOf(of, key === 'data' ? `data-${name}` : name)) ??
          printedAttribute(m, of, key === 'data' ? `data-${name}` : name) ??
          writtenAttribute(m, of, key === 'data' ? `data-${name}` : name) ??
          unknownValue(`${of.selector} ${name}`)
        );
      return of;
    }
    case 'getAttribute':
      return (
        attributeOf(of, stringOf(first) ?? '') ??
        of.props.get(stringOf(first) ?? '') ??
        printedAttribute(m, of, stringOf(first) ?? '') ??
        writtenAttribute(m, of, stringOf(first) ?? '') ??
        unknownValue(`${of.selector} ${stringOf(first) ?? ''}`)
      );
    case 'hasAttribute':
      return hasAttribute(of, stringOf(first) ?? '');
    case 'appendTo':
    case 'prependTo':
    case 'insertAfter':
      insertElement(m, of, node);
      return of;
    case 'serializeArray':
      return fieldList(m, of, `${of.selector}.value`, node);
    case 'serialize':
      return allFields(m, of, `${of.selector}.value`, placeOf(m.script, node));
    case 'val':
      return fieldValue(m, of, placeOf(m.script, node));
    case 'text':
      if (first && of.created) {
        setElementProperty(m, of, 'textContent', first, node);
        return of;
      }
      return (
        readHeld(of, key) ??
        unknownValue(`${of.selector}.text`, [{ kind: 'page', name: of.selector }], placeOf(m.script, node))
      );
    case 'each':
    case 'forEach':
    case 'map':
    case 'filter':
      if (first)
        for (const one of membersOf(m, of))
          m.callValue(first, key === 'each' ? [unknownValue('index'), one] : [one], one, node);
      return of;
    case 'querySelector':
    case 'querySelectorAll':
    case 'find':
    case 'closest':
    case 'children':
      if (key === 'closest' && of.found) return closest(m, of, stringOf(first) ?? '', node);
      if (key === 'closest' && of.selector.endsWith(' target'))
        return clickedIn(
          m,
          stringOf(first) ?? '',
          placeOf(m.script, node),
          selectElement(m, stringOf(first) ?? '', node),
        );
      if (key === 'closest') return selectElement(m, stringOf(first) ?? of.selector, node);
      return inside(m, of, selectElement(m, below(m, of, first), node));
    case 'matches':
    case 'is':
      return of.selector.endsWith(' target')
        ? clicked(m, stringOf(first) ?? '', node)
        : matches(m, of, stringOf(first) ?? '');
    case 'hasClass':
      return classOf(m, of, stringOf(first) ?? '', node);
    case 'cloneNode':
      return copyOf(of, placeOf(m.script, node));
    case 'getElementById':
      return selectElement(m, `#${stringOf(first) ?? ''}`, node);
    case 'getElementsByTagName':
    case 'getElementsByClassName':
      return selectElement(m, stringOf(first) ?? '', node);
    default:
  }
  // `$.fn.name = function () { … }`
  const plugin = m.overrides.get(`$.fn.${key}`) ?? m.overrides.get(`jQuery.fn.${key}`);
  if (plugin?.t === 'fn') return m.callFunction(plugin, args, of, node);
  if (listen(m, of, key, args, node) || emit(m, of, key, args, node)) return of;
  m.callUnknown(`${of.selector}.${key}`, args, node);
  return of;
}

/** Whether an element of the markup is one of those that a selector finds. */
function matches(m: Machine, of: Elem, selector: string): MValue {
  const [own] = of.found ?? [];
  const found = own && m.host.find(selector);
  return found && found.length > 0
    ? lit(found.some(({ node }) => node === own.node))
    : unknownValue(`${of.selector} ${selector}`);
}

/** What is around an element of the markup, or the element itself. */
function closest(m: Machine, of: Elem, selector: string, node: ESTree.Node): MValue {
  const [own] = of.found ?? [];
  const found = m.host.find(selector);
  if (!own || found.length === 0) return selectElement(m, selector, node);
  const around = found.filter((one) => one.node === own.node || own.isIn(one)).at(-1);
  return around ? single(around, { selector, at: placeOf(m.script, node) }) : lit(null);
}

/** `element.classList.contains('name')`, `$(element).hasClass('name')`. */
export function classOf(m: Machine, of: Elem, name: string, node: ESTree.Node): MValue {
  if (of.selector.endsWith(' target')) return clicked(m, `.${name}`, node);
  const known = hasClass(of, name);
  // Scripts add and take away classes; those that say which button of a banner it is, stay.
  return known === undefined || (!known && meaningOfClick(name) === 'other')
    ? unknownValue(`${of.selector} .${name}`)
    : lit(known);
}

function hasAttribute({ found, created, props, selector }: Elem, name: string): MValue {
  const [own] = found ?? [];
  if (own) return lit(own.attributes.has(name));
  // What a script sets in one branch only may be there or not.
  return created && !props.has(name) ? lit(false) : unknownValue(`${selector} ${name}`);
}
