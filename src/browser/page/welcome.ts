/** What stands where findings will. */
import { element } from './dom.ts';

const STEPS: readonly (readonly [title: string, text: string])[] = [
  [
    'Put something in',
    'A snippet, a template, scripts with the page that loads them, or a container: in Tag Manager, Admin › Export Container.',
  ],
  ['Say what the site is', 'The same tag is harmless in a toy shop and a fine in a pharmacy: choose the sector.'],
  [
    'Read what it does',
    'Findings with their evidence, every tag in every consent state, and a report for those who read no code.',
  ],
];

export function welcome(): HTMLElement {
  const items = STEPS.map(([title, text]) => element('li', {}, element('strong', {}, title), element('br'), text));
  return element('ol', { class: 'welcome' }, ...items);
}
