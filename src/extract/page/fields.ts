/** The form fields of a text of markup, with what stands beside them. */
import type { FormField } from '../../model/form-field.ts';
import type { HtmlDocument, HtmlElement } from '../../parse/html.ts';
import type { Location } from '../../text/location.ts';

const FIELD = /^(?:input|textarea|select)$/;
const MAX_LABEL = 200;
const MAX_MARKS = 60;
const MAX_AROUND = 30;

export function isField({ name }: HtmlElement): boolean {
  return FIELD.test(name);
}

/** The fields of a form, those that stand elsewhere and name it included; the fields in any other element. */
export function fieldsIn({ elements }: HtmlDocument, of: HtmlElement): readonly HtmlElement[] {
  let fields = FIELDS.get(of);
  if (fields) return fields;
  const id = of.attributes.get('id');
  fields = elements.filter((one) => {
    if (!isField(one)) return false;
    const owner = of.name === 'form' ? one.attributes.get('form') : undefined;
    if (owner !== undefined) return owner === id;
    for (let at = one.parent, depth = 0; at && depth < MAX_AROUND; at = at.parent, depth++) if (at === of) return true;
    return false;
  });
  FIELDS.set(of, fields);
  return fields;
}

const FIELDS = new WeakMap<HtmlElement, readonly HtmlElement[]>();

/** The labels of a document by the id of the field that they are for. */
type Labels = ReadonlyMap<string, HtmlElement>;
const LABELS = new WeakMap<HtmlDocument, Labels>();

/** @param text the text with template syntax masked */
export function fieldOf(location: Location, text: string, document: HtmlDocument, element: HtmlElement): FormField {
  const attribute = (name: string): string => (element.attributes.get(name) ?? '').trim().slice(0, MAX_LABEL);
  const id = attribute('id');
  return {
    name: attribute('name') || id || attribute('placeholder'),
    type: attribute('type').toLowerCase() || element.name,
    id,
    placeholder: attribute('placeholder'),
    label: attribute('aria-label') || labelOf(text, document, element, id),
    autocomplete: attribute('autocomplete'),
    marks: marksOf(element),
    ...(attribute('name') !== '' && writesAddress(document, element) ? { inAddress: true } : {}),
    location,
  };
}

/** Attributes with which scripts and frameworks take a form over. */
const TAKEN_OVER =
  /^(?:on(?!change|focus|blur)|@|v-on|x-on|hx-|wire:|ng-|\(|data-(?:remote|ajax|action|controller|netlify|hx)|up-|x-data|phx-)/;
const SEARCH = /search|filter|(?:^|[\W_])(?:find|sok|suche?|buscar|recherche|query)(?:$|[\W_])/i;

/** Whether a field stands in a form that the browser sends to the site itself, in an address, and that is no search. */
function writesAddress(document: HtmlDocument, element: HtmlElement): boolean {
  const owner = element.attributes.get('form');
  let form = owner === undefined ? element.parent : document.elements.find((one) => one.attributes.get('id') === owner);
  for (let depth = 0; form && form.name !== 'form'; depth++) form = depth < MAX_AROUND ? form.parent : undefined;
  if (!form) return false;
  const { attributes } = form;
  const method = (attributes.get('method') ?? '').trim().toLowerCase();
  const action = attributes.get('action')?.trim() ?? '';
  // A form that says neither how nor where it sends is one of a script's, as a rule.
  if (method === '' ? /^(?:#.*)?$/.test(action) : method !== 'get') return false;
  if (/^(?:[a-z][a-z+.-]{0,20}:|\/\/|#.)/i.test(action)) return false;
  const words = ['action', 'id', 'class', 'name', 'role', 'aria-label'].map((name) => attributes.get(name) ?? '');
  return !SEARCH.test(words.join(' ')) && ![...attributes.keys()].some((name) => TAKEN_OVER.test(name));
}

function labelOf(text: string, document: HtmlDocument, element: HtmlElement, id: string): string {
  let labels = LABELS.get(document);
  if (!labels) {
    labels = new Map(
      document.elements.flatMap((one) => {
        const target = one.name === 'label' ? one.attributes.get('for') : undefined;
        return target === undefined ? [] : [[target.trim(), one] as const];
      }),
    );
    LABELS.set(document, labels);
  }
  let label = id === '' ? undefined : labels.get(id);
  for (let at = element.parent, depth = 0; !label && at && depth < MAX_AROUND; at = at.parent, depth++)
    if (at.name === 'label') label = at;
  if (!label) return '';
  const end = Math.min(label.end, label.tagEnd + 4 * MAX_LABEL);
  const words = text
    .slice(label.tagEnd, end)
    .replace(/<(?:select|textarea|script|style)\b[\s\S]*/i, ' ')
    .replace(/<[^<>]*>?/g, ' ');
  return words.replace(/\s+/g, ' ').trim().slice(0, MAX_LABEL);
}

function marksOf(element: HtmlElement): readonly string[] {
  const marks: string[] = [];
  let depth = 0;
  for (let at: HtmlElement | undefined = element; at && depth < MAX_AROUND; at = at.parent, depth++) {
    for (const [name, value] of at.attributes) {
      if (marks.length >= MAX_MARKS) return marks;
      if (name === 'class')
        for (const one of value.split(/\s+/).slice(0, 12)) if (one !== '') marks.push(`.${one.slice(0, 60)}`);
      if (name.startsWith('data-')) marks.push(value === '' ? `[${name}]` : `[${name}=${value.slice(0, 40)}]`);
    }
  }
  return marks;
}
