/** Form fields of markup in scripts: `<input name="email" />`, `<TextField label="E-mail" />`, `<input {...register('email')} />`. */
import type { FormField } from '../../model/form-field.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { placeOf } from './script-text.ts';
import { type Obj, stringOf } from './values.ts';

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
