/** Menus: a summary that opens a list of buttons. Escape, a click elsewhere and a choice close them. */
import { button, element } from './dom.ts';

export interface Choice {
  readonly title: string;
  readonly choose: () => void;
}

export function fillMenu(menu: HTMLDetailsElement, choices: readonly Choice[]): void {
  const summary = menu.querySelector('summary');
  const items = choices.map(({ title, choose }) => {
    const chosen = (): void => {
      menu.open = false;
      summary?.focus();
      choose();
    };
    return element('li', {}, button({ class: 'menu-item' }, chosen, title));
  });
  menu.append(element('ul', {}, ...items));
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    summary?.focus();
  });
  addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
