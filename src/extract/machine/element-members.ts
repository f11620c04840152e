/** Members of elements that are read. */
import type { Location } from '../../text/location.ts';
import { elementsOf, fieldValue } from './forms.ts';
import type { Machine } from './machine.ts';
import { printedData, readHeld, writtenData } from './page-elements.ts';
import { type Elem, type MValue, unknownValue } from './values.ts';

const FIELD_MEMBERS = new Set(['value', 'innerText', 'textContent', 'innerHTML', 'valueAsNumber']);
const ELEMENT_MEMBERS = new Set(
  'parentNode parentElement head body documentElement firstChild lastChild nextSibling previousSibling ownerDocument firstElementChild form contentWindow'.split(
    ' ',
  ),
);

function unheld({ found: _, fragment: __, ...of }: Elem): Elem {
  return of;
}

/** A member of an element: what a form field holds, an attribute, another element. */
export function elementMember(m: Machine, of: Elem, key: string, at: Location): MValue {
  // One of several, which of them is not known.
  const set = of.props.get(key) ?? (key === 'name' && (of.found?.length ?? 0) > 1 ? undefined : readHeld(of, key));
  if (set) return set;
  if (FIELD_MEMBERS.has(key) && !of.created) {
    return key === 'value'
      ? fieldValue(m, of, at)
      : unknownValue(`${of.selector}.${key}`, [{ kind: 'page', name: of.selector, location: at }], at);
  }
  if (key === 'elements') return elementsOf(m, of);
  const data = key === 'dataset' ? (printedData(m, of) ?? writtenData(m, of)) : undefined;
  if (data) return data;
  if (key === 'classList' && of.found) return { t: 'method', of, name: key };
  if (ELEMENT_MEMBERS.has(key))
    return { ...unheld(of), tag: '', created: false, inserted: false, props: new Map(), places: new Map() };
  if (
    /^(?:id|className|dataset|classList|style|checked|href|src|type|name|length|disabled|hidden|action|\d+)$/.test(key)
  ) {
    return /^\d+$/.test(key) ? of : unknownValue(`${of.selector}.${key}`);
  }
  return { t: 'method', of, name: key };
}
