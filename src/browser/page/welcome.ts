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

/** What a folder may hold that counts for the command alone. */
const COMMAND_ALONE =
  'Baselines, ignore files (.gitignore, .taglintignore), saved settings of vendors and taglint fetch are for the command: they change nothing here.';

export function welcome(): HTMLElement {
  const items = STEPS.map(([title, text]) => element('li', {}, element('strong', {}, title), element('br'), text));
  return element('div', {}, element('ol', { class: 'welcome' }, ...items), element('p', {}, COMMAND_ALONE));
}
