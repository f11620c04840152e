/** What the fragment of the address asks for: a place (`#finding-…`), filters (`#severity=error`), or both, with `&` between. */
import { all, one } from './dom.ts';
import type { FilterBar } from './filters.ts';

export function fragment(bar: FilterBar | undefined): void {
  const follow = (): void => {
    const text = location.hash.slice(1);
    const [first = '', ...rest] = text.split('&');
    const isPlace = first !== '' && !first.includes('=');
    bar?.set(new URLSearchParams(isPlace ? rest.join('&') : text));
    if (isPlace) show(first);
  };
  addEventListener('hashchange', follow);
  // The same link once more changes no fragment.
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a[href^="#"]') : undefined;
    if (link && link.getAttribute('href') === location.hash) follow();
  });
  follow();
}

/** Opens what is folded around a place, and goes there. */
function show(id: string): void {
  const target = document.getElementById(decoded(id));
  if (!target) return;
  for (let at: Element | null = target; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
    if (at instanceof HTMLElement) at.hidden = false;
  }
  for (const details of all(HTMLDetailsElement, ':scope > details', target)) details.open = true;
  for (const before of all(HTMLElement, '.target')) before.classList.remove('target');
  target.classList.add('target');
  target.scrollIntoView({ block: 'start' });
  const focus = target.tabIndex >= 0 || target.hasAttribute('tabindex') ? target : one(HTMLElement, 'summary', target);
  focus?.focus({ preventScroll: true });
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
