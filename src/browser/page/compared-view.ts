/** How those who get data differ from those whom a privacy notice names. */
import type { ComparedNotice } from '../protocol.ts';
import { element, name } from './dom.ts';

export class ComparedView {
  readonly #section = element('section', { class: 'compared', hidden: true, 'aria-label': 'Compared with the notice' });

  constructor(parent: HTMLElement) {
    parent.append(this.#section);
  }

  show(notice: ComparedNotice | undefined): void {
    this.#section.hidden = notice === undefined;
    this.#section.classList.toggle('same', notice?.isSame ?? false);
    this.#section.replaceChildren(
      ...(notice
        ? [
            element('h3', { class: 'finding-file' }, 'Whom ', name(notice.file), ' names'),
            element('ul', {}, ...notice.lines.map((line) => element('li', {}, name(line)))),
          ]
        : []),
    );
  }
}
