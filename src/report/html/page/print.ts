/** On paper nothing can be opened: what is folded is open while the page is printed. */
import { all } from './dom.ts';

export function print(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = all(HTMLDetailsElement, 'details:not([open])');
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}
