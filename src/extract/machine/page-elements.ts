/** Elements of the page as scripts read them: what waits in them to be released, boxes that are ticked, custom elements. */
import type { FormField } from '../../model/form-field.ts';
import { atom, condition } from '../../model/guard.ts';
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
  /** Attributes into which a server writes something. */
  readonly open: ReadonlySet<string>;
  /** Its start tag. */
  readonly tag: Location;
  /** The text or markup inside. */
  readonly text: string;
  /** Where that begins. */
  readonly place: Location;
  /** The same object whoever asks for the element. */
  readonly node: object;
  /** Whether it stands in another element. */
  isIn(other: PageElement): boolean;
  /** Its text, names and labels, and that it belongs to a banner: what people tell buttons apart by. */
  readonly said: string;
  /** The form field that it is. */
  readonly field?: FormField | undefined;
  /** The text inside with what a template prints there; undefined where it prints nothing. */
  readonly printed?: () => readonly (string | MValue)[] | undefined;
  /** The value of an attribute with what a template prints in it; undefined where it prints nothing. */
  readonly printedIn?: (attribute: string) => readonly (string | MValue)[] | undefined;
  /** The fields of a form, or those in any other element. */
  fields(): readonly PageElement[];
}

/** True for a script that no browser runs as it stands, for a template, and for what keeps an address in an attribute of its own. */
export function holdsBack({ name, attributes }: PageElement): boolean {
  if (/^(?:iframe|img|embed|object|video|source)$/.test(name))
    return [...attributes].some(([key, value]) => key.startsWith('data-') && /^\s*(?:https?:)?\/\//i.test(value));
  if (name !== 'script') return name === 'template';
  return !runs(attributes.get('type')?.trim().toLowerCase());
}

const TEXTS = new Set(['textContent', 'text', 'innerHTML', 'innerText']);

/** The single elements of what a selector finds. */
export function membersOf(m: Machine, element: Elem): readonly Elem[] {
  const found = element.found ?? (element.created ? undefined : m.host.find(element.selector));
  return found && found.length > 1 ? found.map((one) => single(one, element)) : [element];
}

/** One element of the markup, as a script holds it. */
export function single(one: PageElement, like: Pick<Elem, 'selector' | 'at'>): Elem {
  const made: Elem = {
    t: 'elem',
    tag: '',
    props: new Map(),
    places: new Map(),
    selector: like.selector,
    created: false,
    inserted: false,
    found: [one],
  };
  return like.at ? { ...made, at: like.at } : made;
}

/** What a script reads of an element of the markup, the text of scripts and of what holds something back alone; undefined for anything else. */
export function readHeld(of: Elem, key: string): MValue | undefined {
  const [first] = of.found ?? [];
  if (!of.found || !first) return undefined;
  if (TEXTS.has(key) && of.found.length === 1 && /json/i.test(first.attributes.get('type') ?? '')) {
    const parts = first.printed?.();
    if (parts) return { t: 'text', parts, at: first.place };
  }
  if (TEXTS.has(key) && (first.name === 'script' || holdsBack(first)))
    return lit(of.found.map(({ text }) => text).join('\n;'), first.place);
  if (key === 'content' && first.name === 'template') return { ...of, fragment: true };
  if (key === 'dataset') {
    const made = obj();
    for (const [name, value] of first.attributes)
      if (name.startsWith('data-')) made.props.set(camelCase(name.slice(5)), written(first, name, value));
    return made;
  }
  if (key === 'classList') {
    const names = (first.attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== '');
    return arr(
      names.map((name) => lit(name)),
      { open: true },
    );
  }
  if (key === 'attributes') {
    return arr(
      [...first.attributes].map(([name, value]) => {
        const made = obj();
        for (const one of ['name', 'nodeName']) made.props.set(one, lit(name));
        for (const one of ['value', 'nodeValue']) made.props.set(one, lit(value, first.tag));
        return made;
      }),
    );
  }
  if (key === 'className') return attributeOf(of, 'class');
  return /^(?:src|type|id|name)$/.test(key) ? attributeOf(of, key) : undefined;
}

/** `element.getAttribute('data-src')` of an element that holds something back. */
export function attributeOf(of: Elem, name: string): MValue | undefined {
  const [first] = of.found ?? [];
  if (!first) return undefined;
  const value = first.attributes.get(name);
  return value === undefined ? lit(null) : written(first, name, value);
}

/** What a server writes into an attribute of an element of the page: whatever scripts do with it, that was there. */
export function printedAttribute(m: Machine, of: Elem, name: string): MValue | undefined {
  const [first] = of.found ?? (of.created ? [] : m.host.find(of.selector));
  return first?.open.has(name) ? written(first, name, '') : undefined;
}

/** The data attributes into which a server writes something; what else there is, is not known. */
export function printedData(m: Machine, of: Elem): Obj | undefined {
  const [first] = of.found ?? (of.created ? [] : m.host.find(of.selector));
  const names = [...(first?.open ?? [])].filter((name) => name.startsWith('data-'));
  if (!first || names.length === 0) return undefined;
  const made = obj();
  for (const name of names) made.props.set(camelCase(name.slice(5)), written(first, name, ''));
  made.rest.push(unknownValue(`${of.selector}.dataset`));
  return made;
}

/** Data attributes that say what an element is about; those that scripts ask for a choice are none of them. */
const TELLING =
  /^data-(?:[\w-]*-)?(?:products?|item|name|title|category|content|label|event|service|topic|article|treatment|search|query)(?:-(?:name|title|category|label))?$/;
const MAX_ELEMENTS = 20;

/**
 * What the markup says in such an attribute, of each of the elements that may be meant: a script may have written something else there
 * since.
 */
export function writtenAttribute(m: Machine, of: Elem, name: string): MValue | undefined {
  if (of.created || !TELLING.test(name)) return undefined;
  const found = (of.found ?? m.host.find(of.selector)).slice(0, MAX_ELEMENTS);
  const texts = new Map<string, Location>();
  for (const { attributes, open, tag } of found) {
    const text = open.has(name) ? '' : (attributes.get(name) ?? '');
    if (text !== '' && !texts.has(text)) texts.set(text, tag);
  }
  let value: MValue | undefined;
  for (const [text, place] of texts)
    value = {
      t: 'ite',
      guard: condition('free', `${of.selector} ${name}`),
      yes: lit(text, place),
      no: value ?? unknownValue(`${of.selector} ${name}`),
    };
  return value;
}

/** All such attributes of an element, as its `dataset`; what else there is, is not known. */
export function writtenData(m: Machine, of: Elem): Obj | undefined {
  if (of.created) return undefined;
  const found = (of.found ?? m.host.find(of.selector)).slice(0, MAX_ELEMENTS);
  const made = obj();
  for (const name of new Set(found.flatMap(({ attributes }) => [...attributes.keys()]))) {
    const value = name.startsWith('data-') ? writtenAttribute(m, of, name) : undefined;
    if (value) made.props.set(camelCase(name.slice(5)), value);
  }
  if (made.props.size === 0) return undefined;
  made.rest.push(unknownValue(`${of.selector}.dataset`));
  return made;
}

function written({ open, tag, printedIn }: PageElement, name: string, value: string): MValue {
  if (!open.has(name)) return lit(value, tag);
  const parts = printedIn?.(name)?.filter((part) => part !== '') ?? [];
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') return only;
  return parts.length > 1 ? { t: 'text', parts, at: tag } : unknownValue(name, [], tag);
}

/** Whether one of the classes of an element of the markup is this one; undefined where no element is known. */
export function hasClass(of: Elem, name: string): boolean | undefined {
  const [first] = of.found ?? [];
  if (!first || first.open.has('class')) return undefined;
  return (first.attributes.get('class') ?? '').split(/\s+/).includes(name);
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Where a value stands in the markup of the page; undefined for what a script made. */
export function placeInMarkup(value: MValue | undefined): Location | undefined {
  if (value?.t !== 'lit' || typeof value.v !== 'string' || value.v === '' || !value.at) return undefined;
  const { source, start } = value.at;
  return source.text[start] === '<' || source.text.startsWith(value.v, start) ? value.at : undefined;
}

/** A copy of an inert script that a script makes: it runs once it is inserted with another type. */
export function copyOf(of: Elem, at: Location): Elem {
  const [first] = of.found ?? [];
  const copy: Elem = { ...of, props: new Map(of.props), places: new Map(of.places), inserted: false };
  if (first?.name !== 'script') return copy;
  for (const [name, value] of first.attributes) if (!copy.props.has(name)) copy.props.set(name, lit(value, first.tag));
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
