/** The words of an element that a script makes, by which people tell its buttons apart. */
import { addressOf } from './text-address.ts';
import { type Elem, type MValue, stringOf } from './values.ts';

const SAYING = [
  'id',
  'class',
  'aria-label',
  'title',
  'value',
  'name',
  'data-action',
  'textContent',
  'innerText',
  'text',
  'innerHTML',
  'html',
];
const MAX_DEPTH = 3;
const MAX_WORDS = 300;

/** Attributes and text of an element and of what was put into it. */
export function wordsOf(element: Elem, depth = 0): string {
  const words = SAYING.map((key) => plainText(element.props.get(key)));
  words.push(plainText(element.markup));
  for (const child of element.content ?? []) {
    if (child.t !== 'elem') words.push(plainText(child));
    else if (depth < MAX_DEPTH) words.push(wordsOf(child, depth + 1));
  }
  return words.filter(Boolean).join(' ').slice(0, MAX_WORDS);
}

function plainText(value: MValue | undefined): string {
  const text = value && (stringOf(value) ?? addressOf(value));
  return text === undefined ? '' : text.slice(0, 1000).replace(/<[a-z/][\w-]{0,20}|>/gi, ' ');
}
