/** Keys for people who read many reports: / searches, j and k walk through the causes, o opens one, Escape clears. */
import { detailsOf, one, shownCauses } from './dom.ts';

export function keys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    const search = one(HTMLInputElement, '#filters input[name=q]');
    if (key === 'Escape' && target === search && search) {
      search.value = '';
      search.dispatchEvent(new Event('input', { bubbles: true }));
      search.blur();
      return;
    }
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return;
    if (key === '/' && search) {
      event.preventDefault();
      search.focus();
    } else if (key === 'j') walk(1);
    else if (key === 'k') walk(-1);
    else if (key === 'o') toggle();
  });
}

/** The cause that has the focus, or that holds what has it. */
function current(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('.cause') ?? null;
}

function walk(by: 1 | -1): void {
  const cards = shownCauses();
  const own = current();
  const at = own ? cards.indexOf(own) : -1;
  const next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by];
  const summary = next && one(HTMLElement, 'summary', next);
  summary?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'start' });
}

function toggle(): void {
  const card = current();
  const details = card && detailsOf(card);
  if (details) details.open = !details.open;
}
