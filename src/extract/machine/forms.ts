/** Forms as scripts read them: the fields that the markup has in them, as pairs, as lists, one by one. */
import { fieldKind } from '../../model/form-field.ts';
import { ALWAYS, NEVER } from '../../model/guard.ts';
import type { Origin } from '../../model/value.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import type { Machine } from './machine.ts';
import { partNamed } from './named-parts.ts';
import type { PageElement } from './page-elements.ts';
import { PHASE } from './phase.ts';
import { nativeFunction } from './promises.ts';
import { placeOf } from './script-text.ts';
import {
  arr,
  type Elem,
  type Fn,
  type Keyed,
  lit,
  type MValue,
  nameOf,
  obj,
  UNDEF,
  type Unknown,
  unknownValue,
} from './values.ts';

const FIELD = /^(?:input|select|textarea)$/;
/** What is no part of a form's data, or no text. */
const NO_DATA = /^(?:submit|button|reset|image|file)$/i;
const MAX_FIELDS = 24;

/** A field by its name in what a form gives. */
interface Field {
  readonly name: string;
  readonly origin: Origin;
}

/** The fields in the markup of a form that have a name; none where the form is not in sight. */
function elementsIn(m: Machine, form: Elem): readonly PageElement[] {
  const forms = form.found ?? (form.created ? [] : m.host.find(form.about ?? form.selector));
  return forms
    .flatMap((one) => one.fields())
    .filter(({ attributes }) => attributes.get('name') && !NO_DATA.test(attributes.get('type') ?? ''))
    .slice(0, MAX_FIELDS);
}

function fieldsOf(m: Machine, form: MValue, at: Location): readonly Field[] {
  if (form.t !== 'elem') return [];
  const named = elementsIn(m, form).map((element) => ({
    name: nameIn(element),
    origin: originOf(element, nameIn(element), at),
  }));
  if (named.length > 0) return named;
  return componentFields(m, at);
}

/** The fields of the markup in a script: which of its forms a field stands in, is not told. */
function componentFields(m: Machine, at: Location): readonly Field[] {
  return m.fields
    .filter(({ name, type, location }) => name !== '' && !NO_DATA.test(type) && location.source === m.script.source)
    .slice(0, MAX_FIELDS)
    .map((field) => ({ name: field.name, origin: { ...originOf({ field }, field.name, at), whole: true } }));
}

/** Where the value of a field of the markup comes from. */
function originOf({ field }: Pick<PageElement, 'field'>, name: string, at: Location): Origin {
  const asks = field && fieldKind(field);
  return { kind: 'form-field', name, location: at, ...(asks === undefined ? {} : { asks }) };
}

/** The value of an element that a script has found. */
export function fieldValue(m: Machine, of: Elem, at: Location): Unknown {
  const origins = originsOf(m, of, at);
  const [first] = of.found ?? m.host.find(of.selector);
  // What a server writes into a hidden field.
  const printed = first?.field?.type === 'hidden' ? (first.printedIn?.('value') ?? []) : [];
  const written = printed.flatMap((part) => (typeof part === 'object' && part.t === 'unknown' ? [part] : []));
  const transforms = written.length === 1 ? (written[0]?.transforms ?? []) : [];
  return unknownValue(`${of.selector}.value`, [...origins, ...written.flatMap((part) => part.origins)], at, transforms);
}

/** Where the value of an element comes from that a script has found; of one of several fields, from any of them. */
function originsOf(m: Machine, of: Elem, at: Location): readonly Origin[] {
  const found = of.found ?? (of.created ? [] : m.host.find(of.about ?? of.selector));
  const fields = found.filter(({ name }) => FIELD.test(name));
  const [first] = fields;
  if (!first) return [{ kind: 'form-field', name: of.selector, location: at }];
  if (!of.found) return [originOf(first, of.selector, at)];
  const named = fields.slice(0, MAX_FIELDS).map((field) => originOf(field, nameIn(field) || of.selector, at));
  return named.length > 1 ? named.map((origin) => ({ ...origin, whole: true })) : named;
}

/** All fields of a form as one value: their names where they are in sight. */
function wholeOf(form: MValue, fields: readonly Field[], name: string, at: Location): Unknown {
  const shown = nameOf(form) === '' ? 'form' : nameOf(form);
  const all: Origin = { kind: 'form-field', name: `all fields of ${shown}`, whole: true, location: at };
  const origins = fields.map(({ origin }): Origin => ({ ...origin, whole: true }));
  return unknownValue(name, origins.length > 0 ? origins : [all], at);
}

function nameIn({ attributes }: PageElement): string {
  return attributes.get('name') ?? '';
}

/** `$('#form').serialize()`: all fields of a form in one text. */
export function allFields(m: Machine, form: MValue, name: string, at: Location): Unknown {
  return wholeOf(form, fieldsOf(m, form, at), name, at);
}

/** Names and values of the fields; of a form that is not in sight, one pair that stands for all of them. */
function pairsOf(
  m: Machine,
  form: MValue,
  name: string,
  node: ESTree.Node,
): { whole: Unknown; pairs: [MValue, MValue][] } {
  const at = placeOf(m.script, node);
  const fields = fieldsOf(m, form, at);
  const whole = wholeOf(form, fields, name, at);
  const pairs = fields.map(({ name: called, origin }): [MValue, MValue] => {
    const part = partNamed(m, whole, called, `${name}.${called}`, node) ?? whole;
    return [lit(called), part.t === 'unknown' ? { ...part, origins: [origin] } : part];
  });
  return { whole, pairs: pairs.length > 0 ? pairs : [[unknownValue('name of a field'), whole]] };
}

/** `new FormData(form)`. */
export function formData(m: Machine, form: MValue, node: ESTree.Node): Keyed {
  const { whole, pairs } = pairsOf(m, form, 'FormData', node);
  const entries = pairs.map(([key, value]) => ({ key, value, here: ALWAYS }));
  const made: Keyed = { t: 'keyed', kind: 'map', entries, open: false, form: whole };
  m.objectPaths.set(made, m.path);
  return made;
}

/** `$('#form').serializeArray()`: a list of names and values. */
export function fieldList(m: Machine, form: MValue, name: string, node: ESTree.Node): MValue {
  const { pairs } = pairsOf(m, form, name, node);
  return arr(
    pairs.map(([key, value]) => {
      const made = obj(placeOf(m.script, node));
      made.props.set('name', key);
      made.props.set('value', value);
      return made;
    }),
  );
}

/** What is left of a form's data, as one value. */
export function dataOf({ form, entries }: Keyed): Unknown | undefined {
  if (!form) return undefined;
  const origins = entries
    .filter(({ here }) => here !== NEVER)
    .flatMap(({ value }) =>
      value.t === 'unknown' ? value.origins.map((origin): Origin => ({ ...origin, whole: true })) : [],
    );
  return { ...form, origins };
}

/** `form.elements`: what the markup has in the form. */
export function elementsOf(m: Machine, form: Elem): Elem {
  const found = elementsIn(m, form);
  if (found.length === 0) return form;
  const { about: _, ...rest } = form;
  return { ...rest, props: new Map(), places: new Map(), selector: `${form.selector} fields`, found };
}

/** A handler of a form library: it hands what is typed into the fields of the component to a function of the page. */
export function submitting(m: Machine, fn: Fn, node: ESTree.Node): Fn {
  return nativeFunction(m, 'handleSubmit', () => {
    const { path, steps } = m;
    m.tasks.later(PHASE.event, path, steps, () => {
      const at = placeOf(m.script, node);
      const data = obj(at);
      for (const { name, origin } of componentFields(m, at))
        data.props.set(name, unknownValue(`data.${name}`, [origin], at));
      // Fields of components in other files.
      data.rest.push(unknownValue('data'));
      m.callFunction(fn, [data], undefined);
    });
    return UNDEF;
  });
}
