/** Elements of the page as scripts read them: what waits in them to be released, boxes that are ticked, custom elements. */
import { atom } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { runs } from '../parking.ts';
import type { Machine } from './machine.ts';
import { categoryOfWord, topicOf } from './names.ts';
import { placeOf } from './script-text.ts';
import { arr, bool, type Elem, lit, type MValue, type Obj, obj, unknownValue } from './values.ts';

/** An element that stands in the markup. */
export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text or markup inside. */
  readonly text: string;
  /** Where that begins. */
  readonly place: Location;
}

/** True for a script that no browser runs as it stands, and for a template. */
export function holdsBack({ name, attributes }: PageElement): boolean {
  if (name !== 'script') return name === 'template';
  return !runs(attributes.get('type')?.trim().toLowerCase());
}

const TEXTS = new Set(['textContent', 'text', 'innerHTML', 'innerText']);

/** The single elements of what a selector finds. */
export function membersOf(element: Elem): readonly Elem[] {
  const { found } = element;
  return found && found.length > 1 ? found.map((one) => ({ ...element, found: [one] })) : [element];
}

/** What a script reads of an element that holds something back; undefined for what it does not have. */
export function readHeld(of: Elem, key: string): MValue | undefined {
  const [first] = of.found ?? [];
  if (!of.found || !first) return undefined;
  if (TEXTS.has(key)) return lit(of.found.map(({ text }) => text).join('\n;'), first.place);
  if (key === 'content' && first.name === 'template') return { ...of, fragment: true };
  if (key === 'dataset') {
    const made = obj();
    for (const [name, value] of first.attributes)
      if (name.startsWith('data-')) made.props.set(camelCase(name.slice(5)), lit(value, first.place));
    return made;
  }
  if (key === 'attributes') {
    return arr(
      [...first.attributes].map(([name, value]) => {
        const made = obj();
        for (const one of ['name', 'nodeName']) made.props.set(one, lit(name));
        for (const one of ['value', 'nodeValue']) made.props.set(one, lit(value, first.place));
        return made;
      }),
    );
  }
  return /^(?:src|type|id)$/.test(key) ? attributeOf(of, key) : undefined;
}

/** `element.getAttribute('data-src')` of an element that holds something back. */
export function attributeOf(of: Elem, name: string): MValue | undefined {
  const [first] = of.found ?? [];
  if (!first) return undefined;
  const value = first.attributes.get(name);
  return value === undefined ? lit(null) : lit(value, first.place);
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A copy of an inert script that a script makes: it runs once it is inserted with another type. */
export function copyOf(of: Elem, at: Location): Elem {
  const [first] = of.found ?? [];
  const copy: Elem = { ...of, props: new Map(of.props), places: new Map(of.places), inserted: false };
  if (first?.name !== 'script') return copy;
  for (const [name, value] of first.attributes)
    if (!copy.props.has(name)) copy.props.set(name, lit(value, first.place));
  copy.props.set('textContent', lit(first.text, first.place));
  return { ...copy, tag: 'script', selector: '<script>', created: true, at };
}

/** Whether a box is ticked: by the page, else by the visitor. */
export function ticked(m: Machine, selector: string, node: ESTree.Node): MValue {
  const [box] = m.host.find(selector);
  if (box?.attributes.has('checked')) return lit(true);
  const words = `${selector} ${m.host.describe(selector) ?? ''}`;
  return isChoice(words)
    ? bool(atom({ kind: 'click', meaning: 'accept', target: selector }, placeOf(m.script, node)))
    : unknownValue(`${selector}.checked`);
}

/** True for the words of a purpose or of consent: ticking that box is a choice. */
export function isChoice(words: string): boolean {
  const category = categoryOfWord(words);
  return (category !== undefined && category !== 'necessary') || topicOf(words) === 'consent';
}

const HOSTS = new WeakMap<Obj, Elem>();

/** The element that an instance of a custom element's class is. */
export function hostElement(of: Obj): Elem | undefined {
  const [base] = of.rest;
  if (base?.t !== 'global' || !/^(?:HTML\w{0,20}Element|LitElement)$/.test(base.path.join('.'))) return undefined;
  let element = HOSTS.get(of);
  if (!element) {
    const selector = 'custom element';
    element = { t: 'elem', tag: '', props: new Map(), places: new Map(), selector, created: false, inserted: false };
    HOSTS.set(of, element);
  }
  return element;
}
