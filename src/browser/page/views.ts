/** Tabs with their panels, as the keyboard expects them: arrows go from one to the next. */
import { element } from './dom.ts';

export interface View {
  readonly id: string;
  readonly title: string;
}

export class Views {
  readonly #tabs = new Map<string, HTMLButtonElement>();
  readonly #panels = new Map<string, HTMLElement>();
  #listener: ((id: string) => void) | undefined;
  #selected = '';

  constructor(parent: HTMLElement, label: string, views: readonly View[]) {
    const list = element('div', { role: 'tablist', 'aria-label': label, class: 'tabs' });
    for (const { id, title } of views) {
      const tab = element(
        'button',
        { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}` },
        title,
      );
      tab.addEventListener('click', () => this.select(id));
      const panel = element('div', {
        role: 'tabpanel',
        id: `panel-${id}`,
        'aria-labelledby': `tab-${id}`,
        tabindex: '0',
        class: 'panel',
      });
      this.#tabs.set(id, tab);
      this.#panels.set(id, panel);
      list.append(tab);
    }
    list.addEventListener('keydown', (event) => this.#onKey(event));
    parent.append(list, ...this.#panels.values());
    const [first] = views;
    if (first) this.select(first.id);
  }

  panel(id: string): HTMLElement {
    const panel = this.#panels.get(id);
    if (!panel) throw new Error(`there is no view ${id}`);
    return panel;
  }

  get selected(): string {
    return this.#selected;
  }

  onSelect(listener: (id: string) => void): void {
    this.#listener = listener;
  }

  select(id: string): void {
    this.#selected = id;
    for (const [one, tab] of this.#tabs) {
      const isIt = one === id;
      tab.setAttribute('aria-selected', String(isIt));
      tab.tabIndex = isIt ? 0 : -1;
      this.panel(one).hidden = !isIt;
    }
    this.#listener?.(id);
  }

  setCount(id: string, title: string): void {
    const tab = this.#tabs.get(id);
    if (tab) tab.textContent = title;
  }

  #onKey(event: KeyboardEvent): void {
    const ids = [...this.#tabs.keys()];
    const at = ids.findIndex((id) => this.#tabs.get(id)?.getAttribute('aria-selected') === 'true');
    const last = ids.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    const id = to === undefined ? undefined : ids[to];
    if (id === undefined) return;
    event.preventDefault();
    this.select(id);
    this.#tabs.get(id)?.focus();
  }
}
