/** Form fields of markup in scripts: `<input name="email" />`, `<TextField label="E-mail" />`, `<input {...register('email')} />`. */
import { type FieldKind, type FormField, fieldKind } from '../../model/form-field.ts';
import { atom } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { Origin } from '../../model/value.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { PHASE } from './phase.ts';
import { enter } from './scope.ts';
import { placeOf } from './script-text.ts';
import { type Elem, lit, type MValue, type Obj, obj, stringOf, unknownValue } from './values.ts';

const ELEMENT = /^(?:input|textarea|select)$/;
/** Components of form libraries: those that draw one field are called so. */
const COMPONENT = /^(?:[A-Z][\w.]*)?(?:Input|TextInput|Field|TextField|Textarea|TextArea|Control)$/;
const MAX_FIELDS = 500;

/** Notes an element that is a form field. @param names names that form libraries give it by a spread */
export function noteField(m: Machine, tag: string, props: Obj, names: readonly string[], opening: ESTree.Node): void {
  if (m.fields.length >= MAX_FIELDS || !(ELEMENT.test(tag) || COMPONENT.test(tag))) return;
  const said = (key: string): string => (stringOf(props.props.get(key)) ?? '').trim().slice(0, 200);
  const id = said('id');
  const name = said('name') || names[0] || id || said('placeholder');
  const field: FormField = {
    name,
    type: said('type').toLowerCase() || (ELEMENT.test(tag) ? tag : 'input'),
    id,
    placeholder: said('placeholder'),
    label: said('aria-label') || said('label'),
    autocomplete: said('autoComplete') || said('autocomplete'),
    marks: marksOf(m, props),
    location: placeOf(m.script, opening),
  };
  const { start, source } = field.location;
  if (m.fields.some(({ location }) => location.start === start && location.source === source)) return;
  m.fields.push(field);
  follow(m, field, props);
}

/** Kinds of which the content tells who somebody is: whatever else is typed is not followed. */
const FOLLOWED: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'email',
  'phone',
  'name',
  'first-name',
  'last-name',
  'birth-date',
  'street',
  'identity-number',
]);

/** What somebody types into a field goes where the component's own code puts it: into its state, into what a reference leads to. */
function follow(m: Machine, field: FormField, props: Obj): void {
  const kind = fieldKind(field);
  if (kind === undefined || !FOLLOWED.has(kind)) return;
  const at = field.location;
  const origin: Origin = { kind: 'form-field', name: field.name, asks: kind, location: at };
  const target: Elem = {
    t: 'elem',
    tag: 'input',
    props: new Map<string, MValue>([
      ['value', unknownValue(`${field.name}.value`, [origin], at)],
      ['name', lit(field.name)],
      ['id', lit(field.id)],
      ['type', lit(field.type)],
    ]),
    places: new Map(),
    selector: `[name=${field.name}]`,
    created: false,
    inserted: false,
    at,
  };
  const ref = props.props.get('ref');
  if (ref?.t === 'obj' && ref.props.has('current')) ref.props.set('current', target);
  const fn = props.props.get('onChange') ?? props.props.get('onInput') ?? props.props.get('onBlur');
  if (fn?.t !== 'fn' || fn.native) return;
  const event = obj();
  event.props.set('target', target);
  event.props.set('currentTarget', target);
  const typed = enter(m.path, atom({ kind: 'site-event', name: 'input' }, at));
  const run = (): void => void m.callFunction(fn, [event], undefined);
  m.tasks.later(
    PHASE.event,
    typed,
    [...m.steps, { message: say`somebody types into ${field.name}`, location: at }],
    run,
  );
}

/** The literals that a spread call is handed: `{...register('email')}`. */
export function spreadNames(argument: ESTree.Node): readonly string[] {
  if (argument.type !== 'CallExpression') return [];
  const [first] = argument.arguments;
  return first?.type === 'Literal' && typeof first.value === 'string' ? [first.value] : [];
}

function marksOf(m: Machine, props: Obj): readonly string[] {
  const marks: string[] = [];
  const classes = [stringOf(props.props.get('className')), stringOf(props.props.get('class')), ...m.around.slice(-20)];
  for (const word of classes.flatMap((text) => text?.slice(0, 300).split(/\s+/) ?? []).slice(0, 60))
    if (word !== '') marks.push(`.${word}`);
  for (const [key, value] of props.props) {
    if (!key.startsWith('data-')) continue;
    const text = value.t === 'lit' && value.v === true ? '' : (stringOf(value) ?? '');
    marks.push(text === '' ? `[${key}]` : `[${key}=${text.slice(0, 40)}]`);
  }
  return marks;
}
