/**
 * Templates of classes that a framework shows, bound to their members: `(click)="send()"` calls a method, `[(ngModel)]="email"` and
 * `formControlName="email"` put into a member what the visitor types.
 */
import { fieldKind } from '../../model/form-field.ts';
import type { Origin } from '../../model/value.ts';
import { type HtmlElement, parseHtml } from '../../parse/html.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { handler } from './handlers.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { nativeFunction } from './promises.ts';
import { placeOf } from './script-text.ts';
import { type EventArg, type MValue, type Obj, obj, stringOf, UNDEF, unknownValue } from './values.ts';
import { setMember } from './writes.ts';

const MAX_TEMPLATE = 100_000;
const MAX_BINDINGS = 200;
/** What is only ticked or chosen says nothing that is not in the page. */
const NO_TEXT = /^(?:checkbox|radio|submit|button|reset|image|file|range|color)$/i;
const PATH = /^\s*(?:this\.)?([A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*){0,4})\s*$/;
const CALL = /(?:^|[;\s])(?:this\.)?([A-Za-z_$][\w$]*)\s*\(([^()]{0,200}(?:\(\)[^()]{0,100})?)\)/g;

/** Binds a template to an instance of its class. */
export function bindTemplate(m: Machine, made: Obj, template: string, node: ESTree.Node): void {
  const { elements } = parseHtml(template.slice(0, MAX_TEMPLATE));
  for (const element of elements.slice(0, MAX_BINDINGS)) bindField(m, made, element, node);
  for (const element of elements.slice(0, MAX_BINDINGS))
    for (const [name, code] of element.attributes) {
      const event = /^\((?:ng)?(\w+)(?:\.[\w.]+)?\)$/.exec(name)?.[1];
      if (event === undefined || event === 'modelchange') continue;
      for (const [, method = '', args = ''] of code.matchAll(CALL)) {
        const fn = made.props.get(method);
        if (fn?.t !== 'fn') continue;
        const given = args.split(',').map((arg) => argumentOf(m, made, arg.trim(), event, node));
        const about = `${element.name} ${textOf(template, element)}`;
        handler(m, event, about, { ...fn, self: made, bound: args.trim() === '' ? [] : given }, node);
      }
    }
}

/** What a person reads on the element, and what it is called. */
function textOf(template: string, { content, attributes, name }: HtmlElement): string {
  const text = name === 'form' ? '' : template.slice(content.start, content.end).replace(/<[^>]{0,500}>|\s+/g, ' ');
  return `${attributes.get('id') ?? ''} ${text}`.trim().slice(0, 80);
}

function argumentOf(m: Machine, made: Obj, code: string, event: string, node: ESTree.Node): MValue {
  const literal = /^(?:'([^']*)'|"([^"]*)")$/.exec(code);
  if (literal) return { t: 'lit', v: literal[1] ?? literal[2] ?? '' };
  if (code === '$event') {
    const arg: EventArg = { t: 'event', name: event, payload: [], path: [] };
    return arg;
  }
  // A signal is read by a call.
  const path = PATH.exec(code.replace(/\(\)$/, ''))?.[1];
  if (path === undefined) return unknownValue(code.slice(0, 60));
  const value = memberAt(m, made, path.split(/\??\./), node);
  return code.endsWith('()') && value.t === 'obj' ? getMember(m, value, 'value', node) : value;
}

function memberAt(m: Machine, of: MValue, path: readonly string[], node: ESTree.Node): MValue {
  return path.reduce((at, key) => getMember(m, at, key, node), of);
}

function bindField(m: Machine, made: Obj, element: HtmlElement, node: ESTree.Node): void {
  const { attributes } = element;
  if (NO_TEXT.test(attributes.get('type') ?? '') || element.name === 'select') return;
  const bound = PATH.exec(attributes.get('[(ngmodel)]') ?? attributes.get('[(value)]') ?? '')?.[1];
  if (bound !== undefined) {
    keep(m, made, bound.split(/\??\./), fieldOf(m, element, bound, node), node);
    return;
  }
  const control = attributes.get('formcontrolname') ?? stringIn(attributes.get('[formcontrolname]'));
  if (control !== undefined) {
    const group = groupOf(element);
    if (group !== undefined) keepControl(m, made, group, control, fieldOf(m, element, control, node), node);
    return;
  }
  const alone = PATH.exec(attributes.get('[formcontrol]') ?? '')?.[1];
  if (alone !== undefined) {
    const value = fieldOf(m, element, alone, node);
    keep(m, made, alone.split(/\??\./), holding(m, { value }), node);
  }
}

function stringIn(code: string | undefined): string | undefined {
  return code === undefined ? undefined : /^\s*'([\w-]{1,60})'\s*$/.exec(code)?.[1];
}

/** The member that holds the form around a field. */
function groupOf(element: HtmlElement): string | undefined {
  for (let at = element.parent; at; at = at.parent) {
    const group = PATH.exec(at.attributes.get('[formgroup]') ?? '')?.[1];
    if (group !== undefined) return group;
  }
  return undefined;
}

function fieldOf(m: Machine, { attributes, name }: HtmlElement, bound: string, node: ESTree.Node): MValue {
  const at = placeOf(m.script, node);
  const text = (key: string): string => attributes.get(key) ?? '';
  const called = text('name') || text('id') || (bound.split('.').at(-1) ?? bound);
  const asks = fieldKind({
    name: called,
    type: text('type').toLowerCase() || (name === 'textarea' ? 'textarea' : 'text'),
    id: text('id') || called,
    placeholder: text('placeholder'),
    label: text('aria-label'),
    autocomplete: text('autocomplete'),
    marks: [],
    location: at,
  });
  return unknownValue(bound, [originOf(called, at, asks)]);
}

function originOf(name: string, location: Location, asks: Origin['asks']): Origin {
  return { kind: 'form-field', name, location, ...(asks === undefined ? {} : { asks }) };
}

/** Puts a value where a path leads, and makes the objects on the way that nobody has made. */
function keep(m: Machine, made: Obj, path: readonly string[], value: MValue, node: ESTree.Node): void {
  const [last = '', ...before] = [...path].reverse();
  let at: MValue = made;
  for (const key of before.reverse()) {
    if (at.t !== 'obj') return;
    const inner: MValue | undefined = at.props.get(key);
    if (inner?.t === 'obj') at = inner;
    else {
      const fresh = holding(m, {}, inner);
      at.props.set(key, fresh);
      at = fresh;
    }
  }
  if (at.t !== 'obj') return;
  const known = at.props.get(last);
  // A signal keeps its value in a member of its own.
  if (known?.t === 'obj' && known.props.has('value') && value.t === 'unknown')
    setMember(m, known, 'value', value, node);
  else at.props.set(last, value);
}

/** A control of a form: `form.value.email`, `form.get('email').value`, `form.controls.email.value`, `form.getRawValue().email`. */
function keepControl(m: Machine, made: Obj, group: string, name: string, value: MValue, node: ESTree.Node): void {
  const path = group.split(/\??\./);
  const known = memberAt(m, made, path, node);
  const form = known.t === 'obj' && known.props.has('getRawValue') ? known : formOf(m, known);
  if (form !== known) keep(m, made, path, form, node);
  for (const [key, member] of [
    ['value', value],
    ['controls', holding(m, { value })],
  ] as const) {
    const held = form.props.get(key);
    if (held?.t === 'obj') held.props.set(name, member);
  }
}

function formOf(m: Machine, before: MValue): Obj {
  const value = holding(m, {});
  const controls = holding(m, {});
  const form = holding(m, { value, controls }, before);
  const named = nativeFunction(m, 'get', ([key]) => {
    const name = stringOf(key);
    return (name === undefined ? undefined : controls.props.get(name)) ?? unknownValue('control');
  });
  form.props.set('get', named);
  form.props.set(
    'getRawValue',
    nativeFunction(m, 'getRawValue', () => value),
  );
  return form;
}

function holding(m: Machine, members: Readonly<Record<string, MValue>>, rest?: MValue): Obj {
  const made = obj();
  m.objectPaths.set(made, m.path);
  for (const [key, value] of Object.entries(members)) made.props.set(key, value);
  if (rest && rest !== UNDEF && rest.t !== 'lit') made.rest.push(rest);
  return made;
}
